"""Findings as Parquet tables, one file a noun: columns to ask questions of, and the whole value as canonical JSON.

Bytes are deterministic: fixed compression, no statistics of time, rows in the order of the findings (which is
canonical) or of their keys.  Reading a folder gives findings equal to those written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from whence.model.codec import decode, encode
from whence.model.errors import IntegrityError
from whence.model.finding import (
    Account,
    Copy,
    Findings,
    Incident,
    PersonName,
    PlaceLink,
    Sensitive,
    Source,
    SourceTable,
)
from whence.model.rating import Rating
from whence.model.report import Capture, Report, Trouble
from whence.model.statement import Statement
from whence.store import columns
from whence.store.columns import Row
from whence.store.pause import collector_paused

T = TypeVar("T")
FORMAT: Final = "1"  # of the tables; docs/formats/case.md
_AGAIN: Final = "Nothing that cannot be rebuilt is lost: run 'whence build' on the case."
_BATCH: Final = 2000  # rows of a stream in memory at a time
_BUFFER: Final = 1 << 20  # bytes of a column read ahead: without it a whole row group is
_RECORD: Final = ("record", pa.string())


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the type of its values, how to take them from findings, and its typed columns."""

    kind: Any
    values: Callable[[Findings], Iterable[Any]]
    schema: tuple[tuple[str, Any], ...]
    row: Callable[[Any], Row]


_TABLES: Final[Mapping[str, Table]] = {
    "captures": Table(Capture, lambda f: f.captures, columns.CAPTURE, columns.capture),
    "reports": Table(Report, lambda f: f.reports, columns.REPORT, columns.report),
    "statements": Table(Statement, lambda f: f.statements, columns.STATEMENT, columns.statement),
    "sources": Table(
        Source,
        lambda f: [f.sources.sources[k] for k in sorted(f.sources.sources)],
        columns.SOURCE,
        columns.source,
    ),
    "copies": Table(Copy, lambda f: f.copies, columns.COPY, columns.copy),
    "places": Table(PlaceLink, lambda f: f.places, columns.PLACE, columns.place),
    "incidents": Table(Incident, lambda f: f.incidents, columns.INCIDENT, columns.incident),
    "accounts": Table(Account, lambda f: f.accounts, columns.ACCOUNT, columns.account),
    "persons": Table(PersonName, lambda f: f.persons, columns.PERSON, columns.person),
    "sensitive": Table(Sensitive, lambda f: f.sensitive, columns.SENSITIVE, columns.sensitive),
    "trouble": Table(Trouble, lambda f: f.trouble, columns.TROUBLE, columns.trouble),
}
_HOPS: Final = (("statement", pa.string()), ("hop", pa.int32()), ("source", pa.string()))
_CREDITS: Final = (
    ("report", pa.string()),
    ("role", pa.string()),
    ("position", pa.int32()),
    ("source", pa.string()),
)
_META: Final = (("kind", pa.string()), ("key", pa.string()), ("value", pa.string()))
NAMES: Final = (*_TABLES, "hops", "credits", "meta")


def write(folder: Path, findings: Findings) -> None:
    """Write every table of `findings` into the empty `folder`; raise OSError where the disk refuses."""
    for name, table in _TABLES.items():
        rows = [(*table.row(v), encode(v)) for v in table.values(findings)]
        _write(folder / f"{name}.parquet", (*table.schema, _RECORD), rows)
    _write(folder / "hops.parquet", _HOPS, _hops(findings.sources))
    _write(folder / "credits.parquet", _CREDITS, _credits(findings.sources))
    meta = [("table", "format", FORMAT)]
    meta += (("mark", k, v) for k, v in sorted(findings.marks.items()))
    meta += (("former", k, v) for k, v in sorted(findings.former.items()))
    meta += (("rating", r.about, encode(r)) for r in findings.ratings)
    meta += (("method", k, v) for k, v in sorted(findings.method.items()))
    _write(folder / "meta.parquet", _META, meta)


def read(folder: Path) -> Findings:
    """Return the findings that `folder` holds.

    Raises FileNotFoundError if a table is missing, IntegrityError if one is damaged.
    """
    try:
        with collector_paused():
            return _read(folder)
    except (pa.ArrowException, ValueError, KeyError) as wrong:
        raise IntegrityError(f"The tables in {folder.name} are damaged: {wrong}", _AGAIN) from wrong


def _read(folder: Path) -> Findings:
    meta = _rows(folder / "meta.parquet", "kind", "key", "value")
    return Findings(
        captures=_values(folder, "captures", Capture),
        reports=_values(folder, "reports", Report),
        statements=_values(folder, "statements", Statement),
        sources=_source_table(folder),
        copies=_values(folder, "copies", Copy),
        places=_values(folder, "places", PlaceLink),
        incidents=_values(folder, "incidents", Incident),
        accounts=_values(folder, "accounts", Account),
        trouble=_values(folder, "trouble", Trouble),
        persons=_values(folder, "persons", PersonName),
        sensitive=_values(folder, "sensitive", Sensitive),
        marks={key: value for kind, key, value in meta if kind == "mark"},
        method={key: value for kind, key, value in meta if kind == "method"},
        former={key: value for kind, key, value in meta if kind == "former"},
        ratings=tuple(decode(Rating, value) for kind, _, value in meta if kind == "rating"),
    )


def stream(folder: Path, name: str, *names: str) -> Iterator[Row]:
    """Yield the rows of one table with the columns `names`, a batch in memory at a time.

    Raises FileNotFoundError if the table is missing, IntegrityError if it is damaged.
    """
    try:
        with (folder / f"{name}.parquet").open("rb") as file:
            table = pq.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER)
            for batch in table.iter_batches(_BATCH, columns=list(names)):
                yield from zip(*(batch.column(n).to_pylist() for n in names), strict=True)
    except (pa.ArrowException, ValueError, KeyError) as wrong:
        raise IntegrityError(f"The tables in {folder.name} are damaged: {wrong}", _AGAIN) from wrong


def differing(first: Path, second: Path) -> dict[str, int]:
    """Return for each table whose rows differ between the two folders how many rows are in one of them alone."""
    try:
        return _differing(first, second)
    except (pa.ArrowException, ValueError) as wrong:
        raise IntegrityError(f"The tables in {first.name} are damaged: {wrong}", _AGAIN) from wrong


def _differing(first: Path, second: Path) -> dict[str, int]:
    counts = {}
    for name in NAMES:
        one, other = (
            pq.read_table(pa.BufferReader((f / f"{name}.parquet").read_bytes())).to_pylist()
            for f in (first, second)
        )
        rows = {_key(r) for r in one} ^ {_key(r) for r in other}
        if rows or len(one) != len(other):
            counts[name] = max(len(rows), 1)
    return counts


def _key(row: dict[str, Any]) -> str:
    return str(row["record"]) if "record" in row else str(sorted(row.items()))


def _write(path: Path, schema: Iterable[tuple[str, Any]], rows: list[Any]) -> None:
    named = pa.schema([pa.field(name, kind) for name, kind in schema])
    arrays = [pa.array([row[i] for row in rows], field.type) for i, field in enumerate(named)]
    sink = pa.BufferOutputStream()  # in memory first: the disk's refusals then come as plain OSError
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=named),
        sink,
        compression="zstd",
        compression_level=3,
        version="2.6",
    )
    with path.open("wb") as file:
        file.write(sink.getvalue())


def _rows(path: Path, *names: str) -> list[tuple[Any, ...]]:
    table = pq.read_table(pa.BufferReader(path.read_bytes()), columns=list(names))
    return list(zip(*(table.column(n).to_pylist() for n in names), strict=True))


def _values(folder: Path, name: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(decode(kind, record) for (record,) in _rows(folder / f"{name}.parquet", "record"))


def _hops(table: SourceTable) -> list[tuple[str, int, str]]:
    return [(statement, hop, source) for (statement, hop), source in sorted(table.of_hop.items())]


def _credits(table: SourceTable) -> list[tuple[str, str, int, str]]:
    outlets = [(report, "outlet", 0, source) for report, source in sorted(table.of_outlet.items())]
    named = [
        (report, "credit", position, source)
        for report, sources in sorted(table.of_credit.items())
        for position, source in enumerate(sources)
    ]
    bare = [
        (report, "no credit", 0, "") for report, sources in sorted(table.of_credit.items()) if not sources
    ]
    return outlets + named + bare


def _source_table(folder: Path) -> SourceTable:
    sources = _values(folder, "sources", Source)
    hops = _rows(folder / "hops.parquet", "statement", "hop", "source")
    credited: dict[str, tuple[str, ...]] = {}
    outlets: dict[str, str] = {}
    for report, role, _, source in _rows(folder / "credits.parquet", "report", "role", "position", "source"):
        if role == "outlet":
            outlets[report] = source
        else:
            credited[report] = credited.get(report, ()) + ((source,) if role == "credit" else ())
    return SourceTable(
        {s.id: s for s in sources},
        {(statement, hop): source for statement, hop, source in hops},
        outlets,
        credited,
    )
