"""The list of incidents and links: filtered, counted by facets, sorted, and paged by where one stands in it."""

from dataclasses import dataclass, replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.show.web import filters
from whence.show.web.filters import FACETS, SORTS, Filters
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.rows import IncidentLine, incident_line
from whence.store.index.select import Counted, Selection

SIZE: Final = 50
_SHOWN: Final = 12  # values of a facet before the rest is folded


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: its words, how many there would be, and the address that puts it in or takes it out."""

    words: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet with its values, the most frequent first; `rest` are folded."""

    name: str
    open: bool
    values: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is on, and the address without it."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list."""

    total: int
    every: int
    lines: tuple[IncidentLine, ...]
    facets: tuple[FacetView, ...]
    chips: tuple[Chip, ...]
    sorts: tuple[tuple[str, str, bool], ...]  # (value, words, chosen)
    hidden: tuple[tuple[str, str], ...]  # what the form for dates, words and order carries on
    first: str
    last: str
    words: str
    query: str
    before: str
    after: str
    shown: str


def make_page(view: View, asked: Filters, after: int) -> IncidentsPage:
    """Return the page of the list that follows account number `after` (0: the first)."""
    found = view.index.select(asked.wanted(view.index))
    numbers, start, before = found.page(after, SIZE)
    total = len(found.numbers)
    last = start + len(numbers) - 1
    return IncidentsPage(
        total=total,
        every=view.overview.accounts,
        lines=tuple(incident_line(r) for r in view.index.accounts(numbers)),
        facets=_facets(asked, found),
        chips=_chips(asked, found),
        sorts=tuple((k, words, k == asked.sort) for k, words in SORTS.items()),
        hidden=asked.chosen,
        first=asked.first,
        last=asked.last,
        words=asked.words,
        query=asked.query(),
        before="" if before < 0 else _href(asked, before),
        after=_href(asked, numbers[-1]) if numbers and last < total else "",
        shown=f"{start:,} to {last:,} of {total:,}" if numbers else "",
    )


def _href(asked: Filters, after: int = 0) -> str:
    query = asked.query(after=str(after)) if after else asked.query()
    return f"/incidents?{query}" if query else "/incidents"


def _facets(asked: Filters, found: Selection) -> tuple[FacetView, ...]:
    views = []
    for name, title in FACETS.items():
        counted = found.facets.get(name, ())
        values = tuple(
            FacetValue(c.words, c.count, c.chosen, _href(asked.toggled(name, c.key)))
            for c in _sorted(name, counted)
        )
        if len(values) > 1 or any(v.chosen for v in values):
            on = any(v.chosen for v in values)
            views.append(
                FacetView(
                    title,
                    on or name in ("support", "contradicted", "event"),
                    values[:_SHOWN],
                    values[_SHOWN:],
                )
            )
    return tuple(views)


def _sorted(name: str, counted: tuple[Counted, ...]) -> list[Counted]:
    """Return values that are chosen first, then the most frequent; years in order, and what has an order of its own."""
    if name == "year":
        return sorted(counted, key=lambda c: c.key)
    if name in ("support", "contradicted", "origins", "judged"):
        return list(counted)
    return sorted(counted, key=lambda c: (not c.chosen, -c.count, c.words.casefold()))


def _chips(asked: Filters, found: Selection) -> tuple[Chip, ...]:
    words = {(f, c.key): c.words for f, counted in found.facets.items() for c in counted}
    chips = [
        Chip(f"{FACETS[f]}: {words.get((f, k), k)}", _href(asked.toggled(f, k))) for f, k in asked.chosen
    ]
    if asked.first:
        chips.append(Chip(f"from {asked.first}", _href(replace(asked, first=""))))
    if asked.last:
        chips.append(Chip(f"to {asked.last}", _href(replace(asked, last=""))))
    if asked.words:
        chips.append(Chip(f"“{asked.words}”", _href(replace(asked, words=""))))
    return tuple(chips)


def show(request: Request) -> Response:
    """Answer with one page of the list."""
    after = request.query_params.get("after", "")
    number = int(after) if after.isdecimal() and len(after) < 10 else 0
    page = make_page(view_of(request), filters.parse(request.query_params), number)
    return render(request, "incidents.html", page)


ROUTES = (Route("/incidents", show),)
