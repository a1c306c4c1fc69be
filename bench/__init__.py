"""Measurements against public benchmarks and peers; `python -m bench` writes docs/benchmarks.md."""
