"""The records of one generation put into a new index, table after table: none is held, few are even opened."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice
from typing import Final

from whence.store.index.door import Filling, Row
from whence.store.index.packing import Packing, dictionary_of

Stream = Callable[..., Iterator[Row]]
"""Called with a table's name and names of columns (`store.tables.stream`); yields the rows of that table."""

_REPORT: Final = "(select n from report where id = ?)"
_LONE: Final = "ignore"  # what lies beside a report or statement that is not there is passed over


def load(base: Filling, stream: Stream) -> None:
    """Put every record that `stream` gives into the empty file."""
    _small(base, stream)
    records = stream("sources", "id", "record")
    base.put("source_record", _packed(base, "source", records), "??")
    numbers = count(1)
    reports = _packed(base, "report", stream("reports", "id", "record"))
    base.put("report", ((next(numbers), *row) for row in reports), "???")
    _statements(base, stream)
    _beside(base, stream)


def _small(base: Filling, stream: Stream) -> None:
    """Put what is read as it is: captures, trouble, what people decided, older addresses, and the method."""
    base.run("create temp table former(address, statement);")
    base.put("capture", stream("captures", "digest", "record"), "??")
    base.put("trouble", ((i, r) for i, (r,) in enumerate(stream("trouble", "record"))), "??")
    for kind, key, value in stream("meta", "kind", "key", "value"):
        if kind == "mark":
            base.put("mark", [(key, value)], "??")
        elif kind == "rating":
            base.put("rating", [(key, value)], "??")
        elif kind == "former":
            base.put("temp.former", [(key, value)], "??")
        elif kind == "method":
            base.put("meta", [(f"method {key}", value)], "??")


def _statements(base: Filling, stream: Stream) -> None:
    told = stream("statements", "id", "report", "start", "end", "record")
    numbers = count(1)
    rows = ((next(numbers), *row) for row in _packed(base, "statement", told))
    base.put("statement", rows, ("?", "?", _REPORT, "?", "?", "?"))
    base.run("create temp table name as select id, n from statement; create index temp.name_id on name(id);")
    number = "(select n from temp.name where id = ?)"
    base.put("hop", stream("hops", "statement", "hop", "source"), (number, "?", "?"), _LONE)
    base.run("drop table temp.name;")


def _beside(base: Filling, stream: Stream) -> None:
    """Put what lies beside a report: whose it is, names in it, what may hurt, what it shares with others."""
    roles = (r for r in stream("credits", "report", "role", "position", "source") if r[1] != "no credit")
    base.put("role", roles, (_REPORT, "?", "?", "?"), _LONE)
    numbers = count(1)
    people = _packed(base, "person", stream("persons", "report", "record"))
    base.put("person", ((next(numbers), *row) for row in people), ("?", _REPORT, "0", "?"), _LONE)
    folds = _packed(base, "sensitive", stream("sensitive", "report", "record"))
    base.put("sensitive", ((r, next(numbers), record) for r, record in folds), (_REPORT, "?", "?"), _LONE)
    shared = _packed(base, "copy", stream("copies", "copy", "original", "record"))
    pairs = ((r, next(numbers), record) for one, other, record in shared for r in (one, other))
    base.put("copy", pairs, (_REPORT, "?", "?"), _LONE)


def _packed(base: Filling, kind: str, rows: Iterator[Row]) -> Iterator[Row]:
    """Return rows that end in a record with that record packed, by a dictionary that is kept."""
    first = list(islice(rows, 64))
    packing = Packing(dictionary_of(r[-1] for r in first))
    base.put("dictionary", [(kind, packing.dictionary)], "??")
    return _each_packed(packing, chain(first, rows))


def _each_packed(packing: Packing, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield (*row[:-1], packing.pack(row[-1]))


def load_accounts(base: Filling, stream: Stream) -> int:
    """Put the accounts' records, find their reading order, and return how many there are.

    temp.turn then gives for each number `n` in reading order which record `at` it is: most reports first, then
    campaigns last, then by label and id.
    """
    base.run("create temp table coming(at integer primary key, reports, container, label, id);")
    numbers = count(1)
    rows = ((next(numbers), record) for (record,) in stream("accounts", "record"))
    base.put("account_record", _packed(base, "account", _noted(base, rows)), "??")
    base.run(
        "create temp table turn as select row_number() over (order by -reports, container, label, id, at) as n, at "
        "from temp.coming; create unique index temp.turn_n on turn(n); drop table temp.coming;"
    )
    return int(base.rows("select count(*) from temp.turn")[0][0])


def _noted(base: Filling, rows: Iterable[Row]) -> Iterator[Row]:
    for at, record in rows:
        plain = json.loads(record)
        incident = plain["incident"]
        base.put(
            "temp.coming",
            [(at, len(plain["reports"]), incident["container"], incident["label"], incident["id"])],
            "?????",
        )
        yield at, record
