"""Writing the index of one generation: records first, then rows that `show` computes from slices of them.

Nothing is held whole: records are streamed in, slices are handed out report by report and account by account, and
what must be sorted over all of them is sorted by SQLite, on the disk if need be.  Equal findings give equal files.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from whence.model.codec import encode
from whence.model.finding import Account, Findings, PersonName, Source, incident_id
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.statement import Statement
from whence.store.index import arrays, lighten
from whence.store.index.door import Filling, filling
from whence.store.index.load import Stream, load, load_accounts
from whence.store.index.records import Records
from whence.store.index.rows import (
    AccountRow,
    Columns,
    Facet,
    OverviewRow,
    PlaceRow,
    QuestionRow,
    ReportRow,
    SourceRow,
    Spots,
    StandingRow,
)
from whence.store.index.schema import ALONE, KINDS, LOADED, SEARCH, TABLES, TOLD, VERSION

_STAGED = """
create temp table listing(report integer primary key, told, outlet, label, id, unread, row);
create temp table telling(source, report, start, statement);
create temp table behind(source, alone, outlets, n, row);
create temp table counted(source, statements, reports, held, alone);
create temp table relied(source, other, count);
create temp table known(key, address, fold, kind, owner, statements, alone, held, relying, row, words);
create temp table near(event, place, country, start, n, stop, reports, first);
"""
_RELYING = """
insert into relying select source, row_number() over (partition by source order by count desc, other) - 1, other, count
    from (select source, other, sum(count) as count from temp.relied group by source, other);
drop table temp.relied;
create index temp.counted_source on counted(source);
"""
# of the values behind which a source is an origin 200 are kept; its row counts all
_LISTED = """
create temp table listed_source as
    select row_number() over (order by statements desc, fold, key) as n, * from temp.known;
insert into source select n, key, address, row from temp.listed_source order by n;
insert into find_source(rowid, words, key, at) select n, words, n, 0 from temp.listed_source order by n;
insert into owned select owner, n from temp.listed_source where owner <> '';
insert into standing select source, seq, row from (
    select source, row, row_number() over (partition by source order by alone desc, outlets desc, rowid) - 1 as seq
    from temp.behind) where seq < 200;
drop table temp.behind; drop table temp.known; drop table temp.counted;
"""
SOURCE_ORDERS = {
    "statements": "n",
    "alone": "alone desc, held desc, fold, key",
    "relying": "relying desc, statements desc, fold, key",
    "name": "fold, key",
}


def alias(identity: str) -> int:
    """Return the short key of an incident's id: its first 15 hex digits as a number."""
    return int(identity[:15], 16)


def source_id(key: str) -> str:
    """Return what addresses a source: 16 hex digits, since its key is a folded name and would give it away."""
    return content_id("source", key)[:16]


@contextmanager
def writing(path: Path, stream: Stream, stamp: str) -> Iterator["Writing"]:
    """Write an index of the records that `stream` gives to `path`, whole or not at all.

    `stamp` tells what it is made from.
    """
    with filling(path) as base:
        base.run(TABLES)
        load(base, stream)
        accounts = load_accounts(base, stream)
        base.run(LOADED)
        base.run(_STAGED)
        for kind in KINDS:
            base.run(SEARCH.format(kind=kind))
        base.put("meta", [("version", VERSION), ("stamp", stamp)], "??")
        yield Writing(base, accounts)
        base.run(TOLD)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An account that may be one with another: (event, place, country), when (ISO 8601), and its first statement."""

    spot: tuple[str, str, str]
    start: str
    end: str
    n: int
    reports: int
    first: str


class Writing(Records):
    """An index that is being written; the methods are called in the order in which they stand."""

    def __init__(self, base: Filling, accounts: int) -> None:
        super().__init__(base)
        self._file = base
        self.accounts = accounts

    def people(self) -> Iterator[tuple[int, PersonName]]:
        """Yield every person's name, numbered."""
        for seq, record in self._file.each("select seq, record from person order by seq"):
            yield seq, self._value(PersonName, "person", record)

    def every_source(self) -> Iterator[Source]:
        """Yield every source."""
        for (record,) in self._file.each("select record from source_record order by key"):
            yield self._value(Source, "source", record)

    def withhold(self, numbers: Iterable[int], forms: Iterable[str]) -> None:
        """Mark the names with these numbers as private, and keep the forms in which names are withheld."""
        self._file.change("update person set private = 1 where seq = ?", ((n,) for n in numbers))
        self._file.put("withheld", ((f,) for f in sorted(forms)), "?")

    def reports(self, size: int) -> Iterator[tuple[Findings, Mapping[str, int]]]:
        """Yield the reports by `size` at a time with their statements, and the number of each by its id.

        Statements come without their reasons.
        """
        after = 0
        while held := self._file.rows(
            "select n, id, record from report where n > ? order by n limit ?", (after, size)
        ):
            first, after = held[0][0], held[-1][0]
            told = self._file.rows(
                "select n, id, record from statement where report between ? and ?", (first, after)
            )
            reports = self._many(Report, (r for *_, r in held))
            statements = self._many(Statement, (r for *_, r in told), lighten.statement)
            names = {n: i for n, i, _ in held}, {n: i for n, i, _ in told}
            found = self._findings((statements, reports), names[1], names[0], (), copies=False)
            yield found, {i: n for some in names for n, i in some.items()}

    def copied(self, reports: Iterable[int]) -> dict[int, int]:
        """Return with how many others each of these reports shares text."""
        asked = "select report, seq from copy where report in"
        return dict(Counter(report for report, _ in self._of(asked, reports)))

    def put_report(self, n: int, row: ReportRow, told: str, label: str) -> None:
        """Put the row of report `n`, which was published at `told` (ISO 8601, "9" if nobody says when)."""
        self._file.put(
            "temp.listing",
            [(n, told, row.outlet, label, row.id, int(bool(row.unread)), encode(row))],
            "???????",
        )

    def put_telling(self, rows: Iterable[tuple[str, int, int, int]]) -> None:
        """Put (source key, report, start, statement) of statements that stand on a source's word."""
        self._file.put("temp.telling", rows, "????")

    def put_texts(self, kind: str, texts: Iterable[tuple[str, str | int, int]]) -> None:
        """Put words to search: (the words, what they are of, where in it they begin).

        Reports, statements and incidents are named by number, places by their words; `put_source` puts a source's.
        """
        if kind in ALONE:
            rows = ((key, words, key, at) for words, key, at in texts)
            self._file.put(f"find_{kind}(rowid, words, key, at)", rows, "????")
        else:
            self._file.put(f"find_{kind}(words, key, at)", texts, "???")

    def list_reports(self) -> None:
        """Sort the reports, and what stands on each source's word, by time of telling."""
        self._file.run(
            """
            insert into listed select row_number() over (order by told, outlet, label, id) - 1, report, unread, row
                from temp.listing;
            create temp table moment as
                select report, row_number() over (order by told, outlet, id) as turn from temp.listing;
            create unique index temp.moment_report on moment(report);
            drop table temp.listing;
            insert into resting select source, row_number() over (
                partition by source order by turn, start, statement) - 1, statement
                from temp.telling join temp.moment using (report);
            drop table temp.telling; drop table temp.moment;
            """
        )

    def batches(self, size: int) -> Iterator[tuple[tuple[int, Account], ...]]:
        """Yield the accounts with their numbers in reading order, `size` at a time, as `lighten` leaves them."""
        asked = "select t.n, a.record from temp.turn t join account_record a on a.at = t.at where t.n > ? and t.n <= ?"
        for after in range(0, self.accounts, size):
            rows = self._file.rows(f"{asked} order by t.n", (after, after + size))
            held = self._many(Account, (record for _, record in rows), lighten.account)
            yield tuple(zip((n for n, _ in rows), held, strict=True))

    def put_account(self, row: AccountRow, statements: Sequence[Statement]) -> None:
        """Put an account's row; `statements` are its members, any of which may once have named it."""
        at = "(select at from temp.turn where n = ?)"
        self._file.put("account", [(row.n, row.id, row.n, encode(row))], ("?", "?", at, "?"))
        number = "(select n from statement where id = ?)"
        self._file.put("member", ((s.id, row.n) for s in statements), (number, "?"), "replace")
        older = sorted((alias(incident_id(s)), row.n) for s in statements)
        self._file.put("alias", older, "??", "ignore")

    def keep_addresses(self) -> None:
        """Let older addresses lead to the accounts of the statements that stand for them, where no newer one does."""
        asked = (
            "select f.address, m.account from temp.former f join statement s on s.id = f.statement "
            "join member m on m.statement = s.n order by f.address"
        )
        rows = [(alias(address), n) for address, n in self._file.rows(asked)]
        self._file.put("alias", rows, "??", "ignore")

    def put_standing(self, rows: Iterable[tuple[str, StandingRow]], n: int) -> None:
        """Put values of account `n` with the sources that are origins behind them, in order."""
        told = ((key, int(r.alone), r.outlets, n, encode(r)) for key, r in rows)
        self._file.put("temp.behind", told, "?????")

    def put_near(self, near: "Neighbour") -> None:
        """Put an account that has one place and a time, to be compared with its neighbours."""
        self._file.put(
            "temp.near", [(*near.spot, near.start, near.n, near.end, near.reports, near.first)], "?" * 8
        )

    def neighbours(self) -> Iterator["Neighbour"]:
        """Yield these accounts by kind, place, time and number."""
        for *spot, start, n, end, reports, first in self._file.each(
            "select * from temp.near order by event, place, country, start, n"
        ):
            yield Neighbour((spot[0], spot[1], spot[2]), start, end, n, reports, first)

    def put_counts(self, rows: Iterable[tuple[str, int, int, int, int]]) -> None:
        """Add (source key, statements, reports, values, values alone) to what was counted of sources."""
        self._file.put("temp.counted", rows, "?????")

    def put_relying(self, rows: Iterable[tuple[str, str, int]]) -> None:
        """Add (source key, key of one whose reports stand on it, statements)."""
        self._file.put("temp.relied", rows, "???")

    def sources(self) -> Iterator[tuple[Source, tuple[int, int, int, int, int]]]:
        """Yield each source with its statements, reports, sources relying on it, values and values alone."""
        self._file.run(_RELYING)
        asked = """
            select s.record, total(c.statements), total(c.reports), (select count(*) from relying where source = s.key),
                total(c.held), total(c.alone)
            from source_record s left join temp.counted c on c.source = s.key group by s.key order by s.key
        """
        for record, *counts in self._file.each(asked):
            told = tuple(int(n) for n in counts)
            yield self._value(Source, "source", record), (told[0], told[1], told[2], told[3], told[4])

    def put_source(self, row: SourceRow, words: str) -> None:
        """Put a source's row, and words by which it is searched."""
        counts = row.statements, row.alone, row.values, row.relying
        told = (
            row.key,
            source_id(row.key),
            row.name.casefold(),
            row.kind,
            row.owner,
            *counts,
            encode(row),
            words,
        )
        self._file.put("temp.known", [told], "?" * len(told))

    def list_sources(self) -> None:
        """Sort the sources, and the values behind which each stands."""
        self._file.run(_LISTED)
        kinds = [k for (k,) in self._file.rows("select distinct kind from temp.listed_source order by kind")]
        pairs = self._file.rows("select n, kind from temp.listed_source order by n")
        codes = {kind: i for i, kind in enumerate(kinds)}
        numbers = np.fromiter((n for n, _ in pairs), dtype=np.int32)
        facet = Facet(
            "kind", tuple((k, k) for k in kinds), numbers,
            np.fromiter((codes[kind] for _, kind in pairs), dtype=np.int32),
        )  # fmt: skip
        orders = {
            name: np.fromiter(
                (n for (n,) in self._file.rows(f"select n from temp.listed_source order by {by}")),  # noqa: S608
                dtype=np.int32,
            )
            for name, by in SOURCE_ORDERS.items()
        }
        arrays.put_columns(self._file, "source", Columns(numbers, numbers, orders, {"kind": facet}))

    def put_columns(self, columns: Columns, spots: Spots, places: Iterable[PlaceRow]) -> None:
        """Put what accounts are filtered and sorted by, and where they may have happened; places in order of code."""
        arrays.put_columns(self._file, "account", columns)
        arrays.put_spots(self._file, spots)
        self._file.put("place", ((i, encode(p)) for i, p in enumerate(places)), "??")

    def put_questions(self, questions: Iterable[QuestionRow]) -> None:
        """Put the review queue."""
        self._file.put("question", ((q.rank, encode(q)) for q in questions), "??")

    def method(self) -> dict[str, str]:
        """Return how the findings were made."""
        rows = self._file.rows("select key, value from meta where key >= 'method ' and key < 'method!'")
        return {k.removeprefix("method "): v for k, v in rows}

    def count(self, table: str) -> int:
        """Return how many rows a table holds."""
        return int(self._file.rows(f"select count(*) from {table}")[0][0])  # noqa: S608  (a table's name)

    def put_overview(self, overview: OverviewRow) -> None:
        """Put what the whole pile comes to."""
        self._file.put("meta", [("overview", encode(overview))], "??")
