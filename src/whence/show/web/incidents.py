"""The list of incidents and links: filtered, counted by facets, sorted, and paged by where one stands in it."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.show.web import filters
from whence.show.web.filters import SORTS, Filters
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.narrow import Narrow, after_of, narrow, part
from whence.show.web.rows import IncidentLine, incident_line


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list; `sorts` are (value, words, whether it is chosen)."""

    narrow: Narrow
    lines: tuple[IncidentLine, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    words: str
    before: str
    after: str
    shown: str


def make_page(view: View, asked: Filters, after: int) -> IncidentsPage:
    """Return the page of the list that follows account number `after` (0: the first)."""
    found = view.index.select(asked.wanted(view.index))
    told = part(view, "/incidents", asked, found, after)
    return IncidentsPage(
        narrow=narrow(view, "/incidents", asked, found),
        lines=tuple(incident_line(r) for r in told.rows),
        sorts=tuple((k, words, k == asked.sort) for k, words in SORTS.items()),
        words=asked.words,
        before=told.before,
        after=told.after,
        shown=told.shown,
    )


def show(request: Request) -> Response:
    """Answer with one page of the list."""
    page = make_page(view_of(request), filters.parse(request.query_params), after_of(request))
    return render(request, "incidents.html", page)


ROUTES = (Route("/incidents", show),)
