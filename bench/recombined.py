"""Piles of any size made of one case's findings, told again: a generation's tables written without being held.

Each copy has ids of its own, lies a week after the one before, and a little elsewhere: its places bear the copy's
number in their names and are moved by up to three degrees, so that a bigger pile has more days and more places, and
no copy joins another.  Sources on whose word many statements stand are the same in all copies, so that their pages
grow with the pile; the others are other people in each, so that their number grows.  Texts are the same in all: a
word that stands once in the pile stands once in each copy.

A record is taken apart once, into what is the same in all copies and what is not; a copy is joined from these.
Tables hold what the index reads, without the typed columns beside the records.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

APART: Final = timedelta(weeks=1)
SAME: Final = 5  # statements that stand on the word of a source that all copies have
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "reports": ("id", "record"), "statements": ("id", "report", "start", "end", "record"), "accounts": ("record",),
    "persons": ("report", "record"), "sensitive": ("report", "record"), "copies": ("copy", "original", "record"),
    "hops": ("statement", "hop", "source"), "credits": ("report", "role", "position", "source"),
    "sources": ("id", "record"),
}  # fmt: skip
ONCE: Final = ("captures", "trouble", "meta")
_ID: Final = re.compile(r"[0-9a-f]{64}")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00")
_MARK: Final = "\ue100"
_NUMBER: Final = re.compile(f'"{_MARK}(n[^{_MARK}]*){_MARK}"|{_MARK}([^{_MARK}]*){_MARK}')
_KEYS: Final = frozenset({("Origin", "source"), ("Telling", "source"), ("Source", "id"), ("Source", "owner")})
_RINGS: Final = frozenset({("Origin", "chains"), ("OriginCount", "circles")})


def letters(copy: int) -> str:
    """Return a copy's number in consonants: digits are no part of a name."""
    return "".join("bdfgklmnrs"[int(d)] * 2 for d in str(copy))


def _moved(degrees: float, copy: int, most: float) -> float:
    """Return a latitude or longitude up to three degrees away, the same for all places of one copy."""
    away = ((copy * 37) % 61 - 30) / 10
    return round(max(-most, min(most, degrees + away)), 5)


# what is not the same in all copies, by the first letter of its token
_TOLD: Final[Mapping[str, Callable[[str, int], str]]] = {
    "i": lambda said, copy: f"{said[:4]}{copy:04x}{said[8:]}",
    "t": lambda said, copy: (datetime.fromisoformat(said) + copy * APART).isoformat(),
    "s": lambda said, copy: f"{said} {letters(copy)}" if copy else said,
    "n": lambda said, copy: str(_moved(float(said[1:]), copy, 85 if said[0] == "a" else 179)),
}


@dataclass(slots=True)
class _Pieces:
    """Every piece of text once, by number: first as it stands, from `tokens` what it is in a copy."""

    known: dict[str, int] = field(default_factory=dict)

    def number(self, piece: str) -> int:
        """Return the number of a piece, the next free one where it is new."""
        return self.known.setdefault(piece, len(self.known))

    def of(self, text: str) -> tuple[int, ...]:
        """Take a text with tokens apart."""
        found, at = [], 0
        for match in _NUMBER.finditer(text):
            found += [self.number(text[at : match.start()]), self.number(f"{_MARK}{match[1] or match[2]}")]
            at = match.end()
        return (*found, self.number(text[at:]))

    def told(self, copy: int) -> list[str]:
        """Return every piece as the copy has it."""
        return [_TOLD[p[1]](p[2:], copy) if p.startswith(_MARK) else p for p in self.known]


class Recombined:
    """One generation's tables, ready to be told again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        hops = pq.read_table(folder / "hops.parquet", columns=["source"])["source"].to_pylist()
        roles = pq.read_table(folder / "credits.parquet", columns=["source"])["source"].to_pylist()
        counts = Counter(hops)
        self._same = {k for k, n in counts.items() if n >= SAME} | set(roles) | {""}
        self._pieces = _Pieces()
        self._rows = {name: self._taken_apart(name) for name in COLUMNS}

    def write(self, out: Path, copies: int) -> None:
        """Write so many copies of the tables into the empty folder `out`; raise OSError where the disk refuses."""
        for name in ONCE:
            (out / f"{name}.parquet").write_bytes((self._folder / f"{name}.parquet").read_bytes())
        schemas = {n: pq.read_schema(self._folder / f"{n}.parquet") for n in COLUMNS}
        kept = {n: pa.schema([schemas[n].field(c) for c in COLUMNS[n]]) for n in COLUMNS}
        sinks = {
            n: pq.ParquetWriter(out / f"{n}.parquet", kept[n], compression="zstd", compression_level=1)
            for n in COLUMNS
        }
        for copy in range(copies):
            told = self._pieces.told(copy)
            for name, sink in sinks.items():
                rows = list(self._copied(name, told, copy))
                arrays = [pa.array([r[i] for r in rows], f.type) for i, f in enumerate(kept[name])]
                sink.write_table(pa.Table.from_arrays(arrays, schema=kept[name]))
        for sink in sinks.values():
            sink.close()

    def _copied(self, name: str, told: Sequence[str], copy: int) -> Iterator[tuple[Any, ...]]:
        for row in self._rows[name]:
            if copy and name == "sources" and "".join(told[i] for i in row[0]) in self._same:
                continue  # the same in all copies
            yield tuple("".join([told[i] for i in v]) if isinstance(v, tuple) else v for v in row)

    def _taken_apart(self, name: str) -> list[tuple[Any, ...]]:
        table = pq.read_table(self._folder / f"{name}.parquet", columns=list(COLUMNS[name]))
        rows = zip(*(table.column(c).to_pylist() for c in COLUMNS[name]), strict=True)
        return [tuple(self._apart(c, v) for c, v in zip(COLUMNS[name], row, strict=True)) for row in rows]

    def _apart(self, column: str, value: Any) -> Any:
        if column == "record":
            plain = self._marked(json.loads(value))
            said = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            return self._pieces.of(said)
        if column == "source" or (column == "id" and not _ID.fullmatch(value)):
            return self._pieces.of(self._key(value))
        return self._pieces.of(self._word(value)) if isinstance(value, str) else value

    def _key(self, key: str) -> str:
        return key if key in self._same else f"{_MARK}s{key}{_MARK}"

    def _word(self, word: str) -> str:
        if _ID.fullmatch(word):
            return f"{_MARK}i{word}{_MARK}"
        return f"{_MARK}t{word}{_MARK}" if _TIME.fullmatch(word) else word

    def _marked(self, plain: Any) -> Any:
        """Return plain data in which all that differs between copies is marked."""
        if isinstance(plain, str):
            return self._word(plain)
        if isinstance(plain, list):
            return [self._marked(p) for p in plain]
        if not isinstance(plain, dict):
            return plain
        kind = plain.get("type", "")
        made = {k: self._field(kind, k, v) for k, v in plain.items()}
        if kind == "Place":
            made |= {"name": f"{_MARK}s{plain['name']}{_MARK}"}
            made |= {k: f"{_MARK}n{k[1]}{plain[k]}{_MARK}" for k in ("lat", "lon")}
        rare = {"Source": "id", "Origin": "source"}.get(kind)
        if rare and plain[rare] not in self._same:
            made["name"] = f"{_MARK}s{plain['name']}{_MARK}"
        return made

    def _field(self, kind: str, name: str, value: Any) -> Any:
        if (kind, name) in _KEYS:
            return self._key(value)
        if (kind, name) in _RINGS:
            return [[self._key(k) for k in ring] for ring in value]
        if (kind, name) == ("ValueAccount", "without"):
            return [[self._key(k), left] for k, left in value]
        return self._marked(value)
