"""Reading the index: rows for lists, each a few indexed questions, beside the records of the findings."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from whence.model.codec import decode
from whence.model.errors import CaseError
from whence.store.index import arrays, search
from whence.store.index.door import Reading
from whence.store.index.records import Records
from whence.store.index.rows import (
    AccountRow,
    Numbers,
    OverviewRow,
    PlaceRow,
    QuestionRow,
    ReportRow,
    SourceRow,
    StandingRow,
)
from whence.store.index.schema import VERSION
from whence.store.index.select import Selection, Wanted
from whence.store.index.select import select as choose
from whence.store.index.write import alias

# what full text names by its number
_NUMBERED = {
    "report": "select n, id from report where n in",
    "statement": "select n, id from statement where n in",
    "source": "select n, key from source where n in",
}


def stamp_of(path: Path) -> str | None:
    """Return what the index at `path` was made from; None where there is none that this version reads."""
    if not path.is_file():
        return None
    try:
        base = Reading(path, readers=1)
        meta: dict[str, str] = dict(
            base.rows("select key, value from meta where key in ('version', 'stamp')")
        )
        base.close()
    except CaseError:
        return None
    return str(meta["stamp"]) if meta.get("version") == VERSION else None


class Index(Records):
    """The index of one generation.  Methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._reading = Reading(path)
        super().__init__(self._reading)
        found = self._base.rows("select value from meta where key = 'overview'")
        self.overview = decode(OverviewRow, str(found[0][0]))
        self.columns = arrays.columns_of(self._base, "account")
        self.spots = arrays.spots_of(self._base)
        self._sources = arrays.columns_of(self._base, "source")
        self._questions = int(self._base.rows("select count(*) from question")[0][0])

    def close(self) -> None:
        """Let go of the file."""
        self._reading.close()

    def select(self, wanted: Wanted) -> Selection:
        """Return the accounts that are wanted, sorted, with facet counts."""
        return choose(self.columns, wanted)

    def accounts(self, numbers: Sequence[int]) -> tuple[AccountRow, ...]:
        """Return the rows of the accounts with these numbers, in this order."""
        found: dict[int, str] = dict(self._of("select n, row from account where n in", numbers))
        return tuple(decode(AccountRow, found[n]) for n in numbers if n in found)

    def account_number(self, address: str) -> tuple[int, bool] | None:
        """Return (account number, whether `address` is its present id) for an id, an older id or a statement's id."""
        rows = self._base.rows("select n from account where id = ? order by n", (address,))
        if rows:
            return int(rows[0][0]), True
        told = self.account_of([address])
        if told:
            return told[address], False
        rows = (
            self._base.rows("select n from alias where key = ?", (alias(address),)) if _hex(address) else []
        )
        return (int(rows[0][0]), False) if rows else None

    def account_of(self, statements: Iterable[str]) -> dict[str, int]:
        """Return for each statement id the number of its account."""
        asked = "select s.id, m.account from statement s join member m on m.statement = s.n where s.id in"
        return dict(self._of(asked, statements))

    def places(self, codes: Sequence[int]) -> dict[int, PlaceRow]:
        """Return the places with these codes of `spots`."""
        return {
            n: decode(PlaceRow, row)
            for n, row in self._of("select code, row from place where code in", codes)
        }

    def report_rows(self, ids: Iterable[str]) -> dict[str, ReportRow]:
        """Return rows of reports by id."""
        asked = "select r.id, l.row from report r join listed l on l.report = r.n where r.id in"
        return {i: decode(ReportRow, row) for i, row in self._of(asked, ids)}

    def reports_page(
        self, start: int, size: int, *, unread: bool = False
    ) -> tuple[tuple[ReportRow, ...], int]:
        """Return `size` reports in order of publication from the `start`-th (0-based), and how many there are.

        `unread` leaves out those that could be read.
        """
        if unread:
            asked = "select row from listed where unread order by seq limit ? offset ?"
            rows, total = self._base.rows(asked, (size, start)), self.overview.unread
        else:
            asked = "select row from listed where seq >= ? order by seq limit ?"
            rows, total = self._base.rows(asked, (start, size)), self.overview.reports
        return tuple(decode(ReportRow, row) for (row,) in rows), total

    def reports_by(self, source: str, size: int) -> tuple[str, ...]:
        """Return ids of up to `size` reports that an outlet published."""
        asked = (
            "select r.id from role o join report r on r.n = o.report "
            "where o.source = ? and o.role = 'outlet' order by o.report limit ?"
        )
        return tuple(r for (r,) in self._base.rows(asked, (source, size)))

    def source_rows(self, keys: Iterable[str]) -> dict[str, SourceRow]:
        """Return rows of sources by key."""
        return {
            k: decode(SourceRow, row) for k, row in self._of("select key, row from source where key in", keys)
        }

    def source_key(self, address: str) -> str | None:
        """Return the key of the source at an address (`write.source_id`)."""
        rows = self._base.rows("select key from source where address = ?", (address,))
        return str(rows[0][0]) if rows else None

    def select_sources(self, wanted: Wanted) -> Selection:
        """Return the numbers of the sources that are wanted, sorted, with the counts of their kinds."""
        return choose(self._sources, wanted)

    def sources_at(self, numbers: Sequence[int]) -> tuple[SourceRow, ...]:
        """Return the rows of the sources with these numbers, in this order: 1 is the one on whose word most stands."""
        found: dict[int, str] = dict(self._of("select n, row from source where n in", numbers))
        return tuple(decode(SourceRow, found[n]) for n in numbers if n in found)

    def owned(self, source: str, size: int) -> tuple[SourceRow, ...]:
        """Return up to `size` sources that speak for this one, those on whose word most stands first."""
        asked = "select s.row from owned o join source s on s.n = o.n where o.owner = ? order by o.n limit ?"
        return tuple(decode(SourceRow, row) for (row,) in self._base.rows(asked, (source, size)))

    def resting(self, source: str, start: int, size: int) -> tuple[str, ...]:
        """Return ids of the statements that stand on a source's word, in order of telling."""
        rows = self._base.rows(
            "select s.id from resting r join statement s on s.n = r.statement "
            "where r.source = ? and r.seq >= ? order by r.seq limit ?",
            (source, start, size),
        )
        return tuple(s for (s,) in rows)

    def relying(self, source: str, size: int) -> tuple[tuple[str, int], ...]:
        """Return (source key, statements) of up to `size` of those whose reports stand on this source, most first."""
        asked = "select other, count from relying where source = ? order by seq limit ?"
        return tuple(self._base.rows(asked, (source, size)))

    def standing(self, source: str, size: int) -> tuple[StandingRow, ...]:
        """Return up to `size` values behind which the source is an origin."""
        rows = self._base.rows(
            "select row from standing where source = ? order by seq limit ?", (source, size)
        )
        return tuple(decode(StandingRow, row) for (row,) in rows)

    def questions(self, after: int, size: int) -> tuple[QuestionRow, ...]:
        """Return `size` questions of the review queue after rank `after`."""
        rows = self._base.rows("select row from question where rank > ? order by rank limit ?", (after, size))
        return tuple(decode(QuestionRow, row) for (row,) in rows)

    def question_count(self) -> int:
        """Return how many questions the review queue holds."""
        return self._questions

    def found(self, kind: str, typed: str, start: int, size: int) -> search.Found:
        """Return what is found of one kind by what was typed."""
        asked = search.question(typed)
        if not asked:
            return search.Found(0, True, ())
        found = search.find(self._base, kind, asked, start, size)
        if kind not in _NUMBERED:
            return found
        names: dict[int, str] = dict(self._of(_NUMBERED[kind], (int(h.key) for h in found.hits)))
        hits = (search.Hit(names[int(h.key)], h.at, h.words) for h in found.hits)
        return search.Found(found.count, found.ranked, tuple(hits))

    def found_accounts(self, typed: str) -> Numbers:
        """Return the numbers of all accounts found by what was typed, in no order."""
        return self._found_numbers("incident", typed, -1)

    def found_sources(self, typed: str, most: int = -1) -> Numbers:
        """Return the numbers of sources found by what was typed, `most` (-1: all) of the weightiest."""
        return self._found_numbers("source", typed, most)

    def _found_numbers(self, kind: str, typed: str, most: int) -> Numbers:
        asked = search.question(typed)
        return np.asarray(search.keys(self._base, kind, asked, most) if asked else (), dtype=np.int32)


def _hex(address: str) -> bool:
    return len(address) == 64 and all(c in "0123456789abcdef" for c in address)
