"""Records of the index by what names them, and slices of the findings made of them; each a few indexed questions."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from whence.model.codec import decode, from_plain
from whence.model.finding import Account, Copy, Findings, PersonName, Sensitive, Source, SourceTable
from whence.model.rating import Rating
from whence.model.report import Capture, Report, Trouble
from whence.model.statement import Statement
from whence.store.index import lighten
from whence.store.index.door import Asking, Row, asked_of
from whence.store.index.packing import Packing

T = TypeVar("T")
Lighten = Callable[[dict[str, Any]], None]


class Records:
    """The records of one generation.  Methods may be called from any thread where the file is only read."""

    def __init__(self, base: Asking) -> None:
        self._base = base
        self._opened: dict[str, Source] = {}
        self._packs = {kind: Packing(data) for kind, data in base.rows("select kind, data from dictionary")}

    def _of(self, question: str, keys: Iterable[Any]) -> list[Row]:
        return asked_of(self._base, question, keys)

    def _value(self, kind: type[T], name: str, data: bytes) -> T:
        return decode(kind, self._packs[name].unpack(data))

    def _many(self, kind: type[T], records: Iterable[bytes], light: Lighten | None = None) -> list[T]:
        """Return values of one kind, if need be without what `light` takes out of them."""
        unpack, found = self._packs[kind.__name__.lower()].unpack, []
        for record in records:
            plain = json.loads(unpack(record))
            if light is not None:
                light(plain)
            found.append(from_plain(kind, plain))
        return found

    def account(self, number: int) -> Account:
        """Return the account with this number; raise KeyError."""
        asked = "select r.record from account a join account_record r on r.at = a.at where a.n = ?"
        rows = self._base.rows(asked, (number,))
        if not rows:
            raise KeyError(number)
        return self._value(Account, "account", rows[0][0])

    def report(self, report: str) -> Report | None:
        """Return the report with this id."""
        rows = self._base.rows("select record from report where id = ?", (report,))
        return self._value(Report, "report", rows[0][0]) if rows else None

    def reports_of(self, statements: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return (statement id, report id) of these statements."""
        asked = "select s.id, r.id from statement s join report r on r.n = s.report where s.id in"
        return tuple(self._of(asked, statements))

    def places_of(self, statements: Iterable[str]) -> dict[str, tuple[str, int, int]]:
        """Return (report id, start, end) of each of these statements by id."""
        asked = "select s.id, r.id, s.start, s.stop from statement s join report r on r.n = s.report where s.id in"
        return {sid: (report, start, stop) for sid, report, start, stop in self._of(asked, statements)}

    def statements_in(self, report: str) -> tuple[str, ...]:
        """Return the ids of a report's statements in order of place."""
        rows = self._base.rows(
            "select id from statement where report = (select n from report where id = ?) order by start, stop, n",
            (report,),
        )
        return tuple(i for (i,) in rows)

    def people_of(self, report: str, *, private: bool = False) -> tuple[PersonName, ...]:
        """Return every person's name found in one report, or only those that are withheld."""
        rows = self._base.rows(
            "select record from person where report = (select n from report where id = ?) "
            "and private >= ? order by seq",
            (report, int(private)),
        )
        return tuple(self._value(PersonName, "person", r) for (r,) in rows)

    def withheld(self) -> tuple[str, ...]:
        """Return every form of a private person's name that the case withholds, sorted."""
        return tuple(f for (f,) in self._base.rows("select form from withheld order by form"))

    def private_reports(self) -> tuple[str, ...]:
        """Return the ids of the reports in which a private person is named."""
        asked = "select id from report where n in (select report from person where private) order by n"
        return tuple(i for (i,) in self._base.rows(asked))

    def captures(self, digests: Iterable[str]) -> tuple[Capture, ...]:
        """Return the captures with these digests."""
        found = self._of("select digest, record from capture where digest in", digests)
        return tuple(decode(Capture, record) for _, record in found)

    def trouble(self, most: int = -1) -> tuple[Trouble, ...]:
        """Return the first `most` rows of trouble (-1: all)."""
        rows = self._base.rows("select record from trouble order by seq limit ?", (most,))
        return tuple(decode(Trouble, r) for (r,) in rows)

    def slice(
        self, statements: Iterable[str], reports: Iterable[str] = (), sources: Iterable[str] = (), *,
        copies: bool = False, light: bool = False,
    ) -> Findings:  # fmt: skip
        """Return the part of the findings that these statements, reports and sources make up, without accounts.

        With `light` they come as `lighten` leaves them, without chains: what lists of accounts need.
        """
        told = self._of("select n, id, report, record from statement where id in", statements)
        numbers = {r for _, _, r, _ in told} | {n for n, _ in self._of(_NUMBERED, reports)}
        held = self._of("select n, id, record from report where n in", sorted(numbers))
        values = (
            self._many(Statement, (r for *_, r in told), lighten.told if light else None),
            self._many(Report, (r for *_, r in held), lighten.report if light else None),
        )
        return self._findings(
            values, {n: i for n, i, *_ in told}, {n: i for n, i, _ in held}, sources, copies=copies,
            chains=not light,
        )  # fmt: skip

    def _findings(
        self, values: tuple[list[Statement], list[Report]], statements: dict[int, str], reports: dict[int, str],
        sources: Iterable[str], *, copies: bool, chains: bool = True,
    ) -> Findings:  # fmt: skip
        """Return the findings that these statements and reports make up; both are also given by number and id."""
        table = self._table(statements if chains else {}, reports, sources)
        about = [*statements.values(), *table.sources]
        rated = self._of("select about, record from rating where about in", about)
        return Findings(
            captures=(),
            reports=tuple(sorted(values[1], key=lambda r: r.id)),
            statements=tuple(sorted(values[0], key=lambda s: (s.report, s.span.start, s.span.end, s.id))),
            sources=table,
            copies=self._copies(reports) if copies else (),
            places=(),
            incidents=(),
            accounts=(),
            trouble=(),
            sensitive=self._folds(reports),
            marks=dict(self._of("select statement, value from mark where statement in", statements.values())),
            ratings=tuple(sorted(decode(Rating, r) for _, r in rated)),
        )

    def _copies(self, reports: Iterable[int]) -> tuple[Copy, ...]:
        shared = self._of("select report, seq, record from copy where report in", reports)
        once = dict.fromkeys(r for *_, r in sorted(shared, key=lambda row: row[1]))
        return tuple(self._value(Copy, "copy", r) for r in once)

    def _folds(self, reports: Iterable[int]) -> tuple[Sensitive, ...]:
        rows = self._of("select report, seq, record from sensitive where report in", reports)
        return tuple(self._value(Sensitive, "sensitive", r) for *_, r in rows)

    def folds(self, reports: Iterable[str]) -> dict[str, tuple[tuple[int, int, str], ...]]:
        """Return for each report its passages that may hurt, as (start, end, neutral words)."""
        found: dict[str, tuple[tuple[int, int, str], ...]] = {}
        for fold in self._folds([n for n, _ in self._of(_NUMBERED, reports)]):
            told = (fold.span.start, fold.span.end, fold.words)
            found[fold.report] = (*found.get(fold.report, ()), told)
        return found

    def _table(self, statements: dict[int, str], reports: dict[int, str], more: Iterable[str]) -> SourceTable:
        told = self._of("select statement, i, source from hop where statement in", statements)
        hops = {(statements[n], i): key for n, i, key in told}
        roles = self._of("select report, role, i, source from role where report in", reports)
        outlets = {reports[n]: key for n, role, _, key in roles if role == "outlet"}
        credited: dict[str, tuple[str, ...]] = {}
        for n, role, _, key in sorted(roles):
            if role == "credit":
                credited[reports[n]] = (*credited.get(reports[n], ()), key)
        keys = {*hops.values(), *outlets.values(), *(k for ks in credited.values() for k in ks), *more}
        return SourceTable(self.sources_named(keys), hops, outlets, credited)

    def sources_named(self, keys: Iterable[str]) -> dict[str, Source]:
        """Return sources by key, with those that own them."""
        found: dict[str, Source] = {}
        wanted = set(keys)
        while missing := sorted(wanted - found.keys()):
            fresh = {k: s for k, s in self._known(missing).items() if k not in found}
            found |= fresh
            wanted = {s.owner for s in fresh.values() if s.owner}
        return found

    def _known(self, keys: Iterable[str]) -> dict[str, Source]:
        """Return these sources; those on whose word much stands come up on every page, and are opened once."""
        wanted = list(keys)
        asked = [k for k in wanted if k not in self._opened]
        rows = self._of("select key, record from source_record where key in", asked)
        fresh = {k: self._value(Source, "source", r) for k, r in rows}
        found = {k: self._opened[k] for k in wanted if k in self._opened} | fresh
        if len(self._opened) + len(fresh) > _OPENED:
            self._opened = {}
        self._opened |= fresh
        return found

    def held(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Return those of these ids of reports that the index holds."""
        return tuple(i for _, i in self._of(_NUMBERED, reports))


_OPENED: Final = 2000  # sources held open
_NUMBERED: Final = "select n, id from report where id in"
