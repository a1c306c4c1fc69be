"""What Whence knows of the world: packaged tables and the case's own, read once, with one digest over all.

A case may bring its own rows (`Case.learn`), in the form of the packaged file of the same name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml

from whence.model.errors import UsageError
from whence.model.ids import content_id, digest

Row = Mapping[str, Any]
_LOADER: Final = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # libyaml's is ten times as fast; both are safe
_MEASURED: Final = "measured.yaml"  # written by the bench
_SUFFIXES: Final = (".yaml", ".tsv", ".json")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Every table by name ("sources", "states", ...) as the YAML files that make it, and the digest of all files.

    `gazetteers` are the case's tables of places, which are too long to be rows here.
    """

    tables: Mapping[str, tuple[tuple[str, bytes], ...]]
    digest: str
    gazetteers: tuple[Path, ...] = ()

    def rows(self, *names: str) -> tuple[Row, ...]:
        """Return the rows of the named tables, one after the other; of an unknown table none."""
        files = (file for name in names for file in self.tables.get(name, ()))
        return tuple(row for file in files for row in _parsed(*file))

    def public_names(self) -> frozenset[str]:
        """Return the names of widely known holders of public office, full and unmistakable short ones."""
        figures = self.rows("public-figures")
        return frozenset(str(n) for row in figures for n in (row["name"], *row.get("also", ())))


@cache
def knowledge(folder: str = "") -> Knowledge:
    """Return the packaged tables with the rows of the case's own `folder` ("" for none) after them.

    Raises UsageError that names the file, if one of the case's own is no table.
    """
    for name, data in _own(folder):
        _parsed(name, data)
    tables: dict[str, tuple[tuple[str, bytes], ...]] = {}
    parts: list[str] = []
    for name, data in (*_packaged(), *_own(folder)):
        if name == _MEASURED:  # what was measured is told of the results; it makes none
            continue
        parts += (name, digest(data))
        stem, _, suffix = name.partition(".")
        if suffix == "yaml":
            tables[stem] = (*tables.get(stem, ()), (name, data))
    places = _gazetteers(folder)
    parts += (part for path in places for part in (path.name, digest(path.read_bytes())))
    return Knowledge(tables, content_id("knowledge", *parts), places)


@cache
def _parsed(name: str, data: bytes) -> tuple[Row, ...]:
    return parse(name, data)


def parse(name: str, data: bytes) -> tuple[Row, ...]:
    """Return the rows in the YAML `data` of the file `name`; raise UsageError if it holds none."""
    try:
        loaded = yaml.load(data, _LOADER)  # noqa: S506  (a safe loader, see above)
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{name} is no YAML: {wrong}", "Correct the file and try again.") from wrong
    if isinstance(loaded, dict):  # a table with a head: its rows stand under its only list
        lists = [v for v in loaded.values() if isinstance(v, list)]
        loaded = lists[0] if len(lists) == 1 else None
    if not isinstance(loaded, list) or not all(isinstance(row, dict) for row in loaded):
        raise UsageError(
            f"{name} holds no list of rows", "See src/whence/resources for the form of each table."
        )
    return tuple(loaded)


def names() -> frozenset[str]:
    """Return the file names of the packaged YAML tables: what a case may have of its own."""
    return frozenset(name for name, _ in _packaged() if name.endswith(".yaml") and name != _MEASURED)


def measured() -> Mapping[str, str]:
    """Return the measured error rates that ship with the program (name, words), {} if none do."""
    data = dict(_packaged()).get(_MEASURED)
    return {str(row["name"]): str(row["words"]) for row in parse(_MEASURED, data)} if data else {}


def packaged_bytes(name: str) -> bytes:
    """Return the bytes of the packaged file `name`; raise UsageError if the installation has none."""
    try:
        return files("whence.resources").joinpath(name).read_bytes()
    except FileNotFoundError as wrong:
        raise UsageError(
            f"This installation has no {name}", "Install Whence again, or use: whence build --reader rules"
        ) from wrong


def _packaged() -> Iterator[tuple[str, bytes]]:
    entries = (e for e in files("whence.resources").iterdir() if e.name.endswith(_SUFFIXES))
    for entry in sorted(entries, key=lambda e: e.name):
        yield entry.name, entry.read_bytes()


def _own(folder: str) -> Iterator[tuple[str, bytes]]:
    if folder and Path(folder).is_dir():
        for path in sorted(Path(folder).glob("*.yaml")):
            yield path.name, path.read_bytes()


def _gazetteers(folder: str) -> tuple[Path, ...]:
    kept = Path(folder) / "gazetteer" if folder else None
    return tuple(sorted(p for p in kept.iterdir() if ".tsv" in p.suffixes)) if kept and kept.is_dir() else ()
