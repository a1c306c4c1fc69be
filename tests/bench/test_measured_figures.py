"""The error rates that dossiers tell are those of docs/benchmarks.md."""

import re
from pathlib import Path

import pytest
from bench.section import Told

from bench import measured
from whence.flow import resources

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def test_every_figure_that_a_dossier_tells_stands_on_the_page() -> None:
    if not PAGE.exists():
        pytest.skip("docs/benchmarks.md was not written yet: run make bench")
    page = PAGE.read_text("utf8")
    rows = [row for row in measured.read() if row["measure"]]
    assert rows
    for row in rows:
        line = re.search(rf"^\| {re.escape(row['measure'])} \|(.*)$", page, re.M)
        assert line, row["measure"]
        assert row["value"] in [cell.strip() for cell in line[1].split("|")], row["measure"]


def test_a_dossier_is_told_what_was_measured_on_what() -> None:
    told = resources.measured()
    assert "root source right, where the text names one" in told
    assert told["on what"]
    assert all(row["value"] in row["words"] for row in measured.read())
    assert "measured.yaml" not in resources.names()


def test_parts_that_were_not_measured_keep_their_rows(tmp_path: Path) -> None:
    table = tmp_path / "measured.yaml"
    measured.rewrite({"b": measured.rows("b", [Told("x F1", "0.5", "x", "0.5 (F1)")])}, table)
    measured.rewrite({"a": measured.rows("a", [Told("y", "0.7", "y", "0.7")])}, table)
    measured.rewrite({"a": measured.rows("a", [Told("y", "0.8", "y", "0.8")])}, table)
    assert [(r["part"], r["value"]) for r in measured.read(table)] == [("a", "0.8"), ("b", "0.5")]
