"""The query string of /incidents: what is wanted, kept in the address, shared by list, map, timeline and graph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from whence.store.index.read import Index
from whence.store.index.select import ORDER, Wanted

FACETS: Final = {
    "support": "Corroboration",
    "contradicted": "Contradiction",
    "origins": "Origins of the best value",
    "event": "What happened",
    "aspect": "What is told of it",
    "year": "Year",
    "country": "Country",
    "place": "Place",
    "actor": "Who is named",
    "outlet": "Outlet",
    "kind": "Kind",
    "judged": "Judged",
}
SORTS: Final = {
    "reports": "most reports",
    "newest": "latest first",
    "oldest": "earliest first",
    "origins": "most origins",
    "looks": "most outlets on one origin",
    "contradicted": "contradicted first",
}
_EPOCH: Final = date(1970, 1, 1)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MANY: Final = 50  # values of one facet; more than that nobody asked for by hand


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted, as the address says it: (facet, key) pairs, a span of days (ISO dates), words, an order."""

    chosen: tuple[tuple[str, str], ...] = ()
    first: str = ""
    last: str = ""
    words: str = ""
    sort: str = ORDER

    def query(self, **more: str) -> str:
        """Return the query string that says the same, in one canonical order, with `more` at its end."""
        pairs = [*self.chosen, ("from", self.first), ("to", self.last), ("q", self.words)]
        if self.sort != ORDER:
            pairs.append(("sort", self.sort))
        return urlencode([(k, v) for k, v in [*pairs, *more.items()] if v])

    def toggled(self, facet: str, key: str) -> "Filters":
        """Return the filters with this value of this facet put in or taken out."""
        pair = (facet, key)
        rest = tuple(p for p in self.chosen if p != pair)
        return replace(self, chosen=rest if pair in self.chosen else _ordered([*rest, pair]))

    def wanted(self, index: Index) -> Wanted:
        """Return the same as the index understands it; words are looked up in it."""
        among = index.found_accounts(self.words) if self.words.strip() else None
        facets = {f: tuple(k for name, k in self.chosen if name == f) for f in dict(self.chosen)}
        return Wanted(facets, _day(self.first), _day(self.last, last=True), self.sort, among)


def parse(query: QueryParams) -> Filters:
    """Return the filters that a query string asks for; what it does not know is passed over."""
    chosen = [(k, v) for k, v in query.multi_items() if k in FACETS and v]
    first, last = (query.get(k, "").strip() for k in ("from", "to"))
    sort = query.get("sort", ORDER)
    return Filters(
        _ordered(chosen[:_MANY]),
        first if _day(first) is not None else "",
        last if _day(last) is not None else "",
        query.get("q", "").strip()[:200],
        sort if sort in SORTS else ORDER,
    )


def _ordered(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    names = list(FACETS)
    return tuple(sorted(dict.fromkeys(pairs), key=lambda p: (names.index(p[0]), p[1])))


def _day(words: str, *, last: bool = False) -> int | None:
    """Return the days since 1970 of "2024", "2024-03" or "2024-03-05" (their first or last day), None if it is none."""
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        if last and day is None:
            following = date((year or 0) + 1, 1, 1) if month in (None, 12) else date(year or 0, month + 1, 1)
            return (following - _EPOCH).days - 1
        return (date(year or 0, month or 1, day or 1) - _EPOCH).days
    except (ValueError, OverflowError):
        return None
