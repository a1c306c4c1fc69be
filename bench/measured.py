"""The measured error rates that ship with the program, so that every dossier carries them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bench.section import Told

TABLE = Path(__file__).parents[1] / "src" / "whence" / "resources" / "measured.yaml"
HEAD = (
    "# Written by `make bench` with docs/benchmarks.md, whose figures these are; every dossier tells them.\n"
)


def rows(part: str, told: Iterable[Told]) -> list[dict[str, str]]:
    """Return the rows of one part of the bench."""
    return [
        {"part": part, "measure": t.measure, "value": t.value, "name": t.name, "words": t.words} for t in told
    ]


def read(table: Path = TABLE) -> list[dict[str, Any]]:
    """Return the rows of the table, none if there is no table."""
    return yaml.safe_load(table.read_text(encoding="utf8")) or [] if table.exists() else []


def rewrite(measured: dict[str, list[dict[str, str]]], table: Path = TABLE) -> None:
    """Replace the rows of the parts that were measured now; those of other parts stay."""
    kept = [row for row in read(table) if row["part"] not in measured]
    fresh = [row for part in measured for row in measured[part]]
    ordered = sorted(kept + fresh, key=lambda row: row["part"])  # stable: a part's rows keep their order
    table.write_text(
        HEAD + yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=110), encoding="utf8"
    )
