"""Reading the index: rows for lists, and slices of the findings for pages, each a few indexed questions."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from whence.model.codec import decode
from whence.model.errors import CaseError
from whence.model.finding import Account, Copy, Findings, PersonName, Sensitive, Source, SourceTable
from whence.model.rating import Rating
from whence.model.report import Capture, Report, Trouble
from whence.model.statement import Statement
from whence.store.index import search, select
from whence.store.index.door import Reading, unpack
from whence.store.index.rows import (
    AccountRow,
    Columns,
    Facet,
    Numbers,
    OverviewRow,
    QuestionRow,
    ReportRow,
    SourceRow,
    StandingRow,
)
from whence.store.index.schema import VERSION
from whence.store.index.write import alias


def stamp_of(path: Path) -> str | None:
    """Return what the index at `path` was made from; None where there is none that this version reads."""
    if not path.is_file():
        return None
    try:
        base = Reading(path)
        meta: dict[str, str] = dict(
            base.rows("select key, value from meta where key in ('version', 'stamp')")
        )
        base.close()
    except CaseError:
        return None
    return str(meta["stamp"]) if meta.get("version") == VERSION else None


T = TypeVar("T")


class Index:
    """The index of one generation.  Methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._base = Reading(path)
        meta: dict[str, str] = dict(self._base.rows("select key, value from meta"))
        self.overview = decode(OverviewRow, str(meta["overview"]))
        self.columns = self._columns()

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def select(self, wanted: select.Wanted) -> select.Selection:
        """Return the accounts that are wanted, sorted, with facet counts."""
        return select.select(self.columns, wanted)

    def accounts(self, numbers: Sequence[int]) -> tuple[AccountRow, ...]:
        """Return the rows of the accounts with these numbers, in this order."""
        found: dict[int, str] = dict(self._base.of("select n, row from account where n in", numbers))
        return tuple(decode(AccountRow, found[n]) for n in numbers if n in found)

    def account_number(self, address: str) -> tuple[int, bool] | None:
        """Return (account number, whether `address` is its present id) for an id, an older id or a statement's id."""
        rows = self._base.rows("select n from account where id = ? order by n", (address,))
        if rows:
            return int(rows[0][0]), True
        rows = self._base.rows("select account from statement where id = ?", (address,))
        if not rows and _hex(address):
            rows = self._base.rows("select n from alias where key = ?", (alias(address),))
        return (int(rows[0][0]), False) if rows and rows[0][0] else None

    def account(self, number: int) -> Account:
        """Return the account with this number; raise KeyError."""
        rows = self._base.rows("select record from account where n = ?", (number,))
        if not rows:
            raise KeyError(number)
        return _value(Account, rows[0][0])

    def account_of(self, statements: Iterable[str]) -> dict[str, int]:
        """Return for each statement id the number of its account."""
        return dict(self._base.of("select id, account from statement where account and id in", statements))

    def reports_of(self, statements: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return (statement id, report id) of these statements."""
        return tuple(self._base.of("select id, report from statement where id in", statements))

    def places(self, statements: Iterable[str]) -> dict[str, tuple[str, int, int]]:
        """Return (report id, start, end) of each of these statements by id."""
        found = (
            _value(Statement, r)
            for (r,) in self._base.of("select record from statement where id in", statements)
        )
        return {s.id: (s.report, s.span.start, s.span.end) for s in found}

    def folds(self, reports: Iterable[str]) -> dict[str, tuple[tuple[int, int, str], ...]]:
        """Return for each report its passages that may hurt, as (start, end, neutral words)."""
        found: dict[str, tuple[tuple[int, int, str], ...]] = {}
        for report, record in self._base.of("select report, record from sensitive where report in", reports):
            fold = _value(Sensitive, record)
            found[report] = (*found.get(report, ()), (fold.span.start, fold.span.end, fold.words))
        return found

    def report(self, report: str) -> Report | None:
        """Return the report with this id."""
        rows = self._base.rows("select record from report where id = ?", (report,))
        return _value(Report, rows[0][0]) if rows else None

    def report_rows(self, ids: Iterable[str]) -> dict[str, ReportRow]:
        """Return rows of reports by id."""
        found = self._base.of("select id, row from report where id in", ids)
        return {i: decode(ReportRow, row) for i, row in found}

    def reports_page(
        self, start: int, size: int, *, unread: bool = False
    ) -> tuple[tuple[ReportRow, ...], int]:
        """Return `size` reports in order of publication from the `start`-th (0-based), and how many there are.

        `unread` leaves out those that could be read.
        """
        if unread:
            rows = self._base.rows(
                "select row from report where unread order by seq limit ? offset ?", (size, start)
            )
            total = self.overview.unread
        else:
            rows = self._base.rows(
                "select row from report where seq >= ? order by seq limit ?", (start, size)
            )
            total = self.overview.reports
        return tuple(decode(ReportRow, row) for (row,) in rows), total

    def reports_by(self, source: str, size: int) -> tuple[str, ...]:
        """Return ids of up to `size` reports that an outlet published."""
        rows = self._base.rows(
            "select report from role where source = ? and role = 'outlet' order by report limit ?",
            (source, size),
        )
        return tuple(r for (r,) in rows)

    def statements_in(self, report: str) -> tuple[str, ...]:
        """Return the ids of a report's statements in order of place."""
        rows = self._base.rows("select id from statement where report = ? order by seq", (report,))
        return tuple(i for (i,) in rows)

    def source_rows(self, keys: Iterable[str]) -> dict[str, SourceRow]:
        """Return rows of sources by key."""
        return {
            k: decode(SourceRow, row)
            for k, row in self._base.of("select key, row from source where key in", keys)
        }

    def source_key(self, address: str) -> str | None:
        """Return the key of the source at an address (`write.source_id`)."""
        rows = self._base.rows("select key from source where address = ?", (address,))
        return str(rows[0][0]) if rows else None

    def sources(self) -> tuple[SourceRow, ...]:
        """Return every source, those on whose word most stands first."""
        return tuple(
            decode(SourceRow, row) for (row,) in self._base.rows("select row from source order by seq")
        )

    def resting(self, source: str, start: int, size: int) -> tuple[str, ...]:
        """Return ids of the statements that stand on a source's word, in order of telling."""
        rows = self._base.rows(
            "select statement from resting where source = ? and seq >= ? order by seq limit ?",
            (source, start, size),
        )
        return tuple(s for (s,) in rows)

    def relying(self, source: str) -> tuple[tuple[str, int], ...]:
        """Return (source key, statements) of those whose reports stand on this source, most first."""
        return tuple(
            self._base.rows("select other, count from relying where source = ? order by seq", (source,))
        )

    def standing(self, source: str, size: int) -> tuple[StandingRow, ...]:
        """Return up to `size` values behind which the source is an origin."""
        rows = self._base.rows(
            "select row from standing where source = ? order by seq limit ?", (source, size)
        )
        return tuple(decode(StandingRow, row) for (row,) in rows)

    def trouble(self) -> tuple[Trouble, ...]:
        """Return every row of trouble."""
        return tuple(
            decode(Trouble, r) for (r,) in self._base.rows("select record from trouble order by seq")
        )

    def questions(self, after: int, size: int) -> tuple[QuestionRow, ...]:
        """Return `size` questions of the review queue after rank `after`."""
        rows = self._base.rows("select row from question where rank > ? order by rank limit ?", (after, size))
        return tuple(decode(QuestionRow, row) for (row,) in rows)

    def question_count(self) -> int:
        """Return how many questions the review queue holds."""
        return int(self._base.rows("select count(*) from question")[0][0])

    def found(self, kind: str, typed: str, start: int, size: int) -> search.Found:
        """Return what is found of one kind by what was typed."""
        asked = search.question(typed)
        return search.find(self._base, kind, asked, start, size) if asked else search.Found(0, True, ())

    def found_keys(self, kind: str, typed: str) -> tuple[str, ...]:
        """Return the keys of everything of one kind that is found by what was typed."""
        asked = search.question(typed)
        return search.keys(self._base, kind, asked) if asked else ()

    def persons(self) -> tuple[PersonName, ...]:
        """Return every person's name found in the pile."""
        return tuple(_value(PersonName, r) for (r,) in self._base.rows("select record from person"))

    def people_of(self, report: str) -> tuple[PersonName, ...]:
        """Return every person's name found in one report."""
        rows = self._base.rows("select record from person where report = ?", (report,))
        return tuple(_value(PersonName, r) for (r,) in rows)

    def named_sources(self) -> dict[str, Source]:
        """Return every source by key."""
        return {k: _value(Source, r) for k, r in self._base.rows("select key, record from source")}

    def captures(self, digests: Iterable[str]) -> tuple[Capture, ...]:
        """Return the captures with these digests."""
        found = self._base.of("select digest, record from capture where digest in", digests)
        return tuple(decode(Capture, record) for _, record in found)

    def slice(
        self,
        statements: Iterable[str],
        reports: Iterable[str] = (),
        sources: Iterable[str] = (),
        *,
        copies: bool = False,
    ) -> Findings:
        """Return the part of the findings that these statements, reports and sources make up, without accounts."""
        wanted = list(dict.fromkeys(statements))
        told = [
            _value(Statement, r)
            for _, r in self._base.of("select id, record from statement where id in", wanted)
        ]
        ids = sorted({*(s.report for s in told), *reports})
        held = [_value(Report, r) for _, r in self._base.of("select id, record from report where id in", ids)]
        table = self._table(wanted, ids, sources)
        marks: dict[str, str] = dict(
            self._base.of("select statement, value from mark where statement in", wanted)
        )
        folds = self._base.of("select report, record from sensitive where report in", ids)
        rated = self._base.of("select about, record from rating where about in", [*wanted, *table.sources])
        shared = self._base.of("select report, record from copy where report in", ids) if copies else []
        return Findings(
            captures=(),
            reports=tuple(held),
            statements=tuple(sorted(told, key=lambda s: (s.report, s.span.start, s.span.end, s.id))),
            sources=table,
            copies=tuple(_value(Copy, r) for r in dict.fromkeys(r for _, r in shared)),
            places=(),
            incidents=(),
            accounts=(),
            trouble=(),
            sensitive=tuple(_value(Sensitive, r) for _, r in folds),
            marks=marks,
            ratings=tuple(sorted(decode(Rating, r) for _, r in rated)),
        )

    def _table(self, statements: Sequence[str], reports: Sequence[str], more: Iterable[str]) -> SourceTable:
        hops = {
            (s, i): k
            for s, i, k in self._base.of(
                "select statement, i, source from hop where statement in", statements
            )
        }
        roles = self._base.of("select report, role, i, source from role where report in", reports)
        outlets = {r: k for r, role, _, k in roles if role == "outlet"}
        credited: dict[str, tuple[str, ...]] = {}
        for report, role, _, key in sorted(roles):
            if role == "credit":
                credited[report] = (*credited.get(report, ()), key)
        keys = {*hops.values(), *outlets.values(), *(k for ks in credited.values() for k in ks), *more}
        return SourceTable(self._sources(keys), hops, outlets, credited)

    def _sources(self, keys: set[str]) -> dict[str, Source]:
        """Return sources by key, with those that own them."""
        found: dict[str, Source] = {}
        while missing := sorted(keys - found.keys()):
            rows = self._base.of("select key, record from source where key in", missing)
            found |= {k: _value(Source, r) for k, r in rows}
            keys = {found[k].owner for k, _ in rows if found[k].owner}
        return found

    def _columns(self) -> Columns:
        arrays: dict[str, Numbers] = {
            name: np.frombuffer(data, dtype="<i4")
            for name, data in self._base.rows("select name, data from numbers")
        }
        values: dict[str, list[tuple[str, str]]] = {}
        for name, key, words in self._base.rows("select name, key, words from facet order by name, code"):
            values.setdefault(name, []).append((key, words))
        facets = {
            name: Facet(name, tuple(rows), arrays[f"facet {name} accounts"], arrays[f"facet {name} codes"])
            for name, rows in values.items()
        }
        orders = {n.removeprefix("order "): a for n, a in arrays.items() if n.startswith("order ")}
        return Columns(arrays["first"], arrays["last"], orders, facets)


def _value(kind: type[T], data: bytes) -> T:
    return decode(kind, unpack(data))


def _hex(address: str) -> bool:
    return len(address) == 64 and all(c in "0123456789abcdef" for c in address)
