# Six doors, each of which sets up its own environment from nothing but Python 3.11 or newer.
#   make demo    read the bundled example pile and print its accounts (offline once set up)
#   make test    the test suite
#   make check   formatting, lint, types
#   make pictures   the pictures in the docs anew, of the example pile (needs Chromium)
#   make bench   the measurements of docs/benchmarks.md
#   make train   fit the reader's network anew and write it where the package keeps it (docs/reader.md; hours without a GPU)
#                DATA: the raw data folders; SOURCES: polnear+gold, or gum for texts under open terms alone;
#                RUN: where weights and record go; MODEL: where reader.onnx goes
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRAIN_VENV := .train-venv
TRAIN_READY := $(TRAIN_VENV)/.ready
DATA ?= ../shared/data
SOURCES ?= polnear+gold
RUN ?= build/reader
MODEL ?= src/whence/resources

.PHONY: demo test check pictures bench train lock clean

ASSETS := hatch_build.py $(wildcard web/*)

$(READY): pyproject.toml requirements.lock $(ASSETS)
	@test -n "$(PYTHON)" || { echo "Whence needs Python 3.11 or newer; none was found on PATH." >&2; exit 1; }
	@echo "Setting up $(VENV) from PyPI: a few minutes the first time."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

demo: $(READY)
	@rm -rf demo-case
	$(BIN)/whence build examples/pile --case demo-case --knowledge examples/knowledge \
	  --name 'The example pile' || [ $$? -eq 3 ]
	$(BIN)/whence dossier demo-case -o demo-case/dossier.html
	@echo
	@echo "Which of these tolls rest on one source, and which? The desk's first page says it:"
	@echo "  $(BIN)/whence serve demo-case     opens the desk in your browser, on this machine alone"
	@echo "Or open demo-case/dossier.html: everything on one page that loads nothing from anywhere."

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check src tests bench training web hatch_build.py
	$(BIN)/ruff check src tests bench training web hatch_build.py
	$(BIN)/mypy

pictures: $(READY)
	WHENCE_SHOTS=docs/images $(BIN)/python -m pytest tests/show/test_web_browser_pictures.py

bench: $(READY)
	$(BIN)/python -m bench

# torch first and alone, by its exact version: resolved with the rest, another version may be chosen
$(TRAIN_READY): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Whence needs Python 3.11 or newer; none was found on PATH." >&2; exit 1; }
	$(PYTHON) -m venv $(TRAIN_VENV)
	$(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	WHENCE_ASSETS=skip $(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check \
	  --constraint requirements.lock --editable '.[train]'
	@touch $@

train: $(TRAIN_READY)
	$(TRAIN_VENV)/bin/python -m training train --data $(DATA) --sources $(SOURCES) --out $(RUN)
	$(TRAIN_VENV)/bin/python -m training export --out $(RUN) --model $(MODEL)

lock: pyproject.toml
	rm -rf .lock-venv && $(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	.lock-venv/bin/python -m pip freeze --exclude whence | grep -v ' @ ' > requirements.lock
	rm -rf .lock-venv

clean:
	rm -rf $(VENV) $(TRAIN_VENV) demo-case bench/out
