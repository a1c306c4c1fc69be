"""The map: every incident as the area in which it lies, never as a pin; the same in a table, page by page."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from whence.model.codec import to_plain
from whence.show.phrases import plural
from whence.show.web import filters, links
from whence.show.web.filters import Filters
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.narrow import Narrow, address, after_of, narrow, part
from whence.show.web.rows import IncidentLine, days, dots, incident_line
from whence.store.index.rows import AccountRow, PlaceRow

DRAWN: Final = 2000  # incidents sent to be drawn; a browser draws some thousand circles without delay
NAMED: Final = 12  # incidents named at each place; the others are counted


@dataclass(frozen=True, slots=True)
class MapIncident:
    """One incident at a place; `maybe` where the place is one of several that it may have happened at."""

    label: str
    href: str
    when: str
    origins: str
    maybe: bool


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A point with the radius in kilometres inside which the place lies.

    `sure` incidents happened there as far as their tellers are understood, `maybe` ones there or at another place.
    """

    name: str
    words: str
    lat: float
    lon: float
    radius_km: float
    sure: int
    maybe: int
    incidents: tuple[MapIncident, ...]


@dataclass(frozen=True, slots=True)
class MapData:
    """What the map draws of `total` incidents: the places of the first `drawn`, `unplaced` of which have none."""

    words: str
    total: int
    drawn: int
    unplaced: int
    places: tuple[MapPlace, ...]


def map_data(rows: Sequence[AccountRow], total: int) -> MapData:
    """Return the places of `rows`, which are the first of `total` incidents, those with most incidents first."""
    found: dict[PlaceRow, list[AccountRow]] = defaultdict(list)
    for row in rows:
        for place in dict.fromkeys(row.places):
            found[place].append(row)
    places = [_place(p, told) for p, told in found.items()]
    places.sort(key=lambda p: (-p.sure - p.maybe, p.name, p.lat, p.lon, p.radius_km))
    unplaced = sum(not r.places for r in rows)
    told = f"{len(rows) - unplaced:,} of {total:,} lie at {len(places):,} {plural('place', len(places))}"
    words = (
        f"{told}; {unplaced:,} have no place that is known, and stand in the table alone."
        if unplaced
        else f"{told}."
    )
    return MapData(words, total, len(rows), unplaced, tuple(places))


def _place(place: PlaceRow, told: Sequence[AccountRow]) -> MapPlace:
    maybe = sum(len(r.places) > 1 for r in told)
    return MapPlace(
        name=place.name,
        words=f"somewhere {within(place)}",
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        sure=len(told) - maybe,
        maybe=maybe,
        incidents=tuple(_incident(r) for r in told[:NAMED]),
    )


def _incident(row: AccountRow) -> MapIncident:
    when = days(row.start, row.end) + (" (presumed)" if row.presumed else "")
    origins = dots(row.least, row.most).words
    return MapIncident(row.label, links.incident(row.id), when, origins, len(row.places) > 1)


def within(place: PlaceRow) -> str:
    """Return the place's radius in words, rounded up, so that no place is told nearer than it is known."""
    return f"within {max(1, math.ceil(place.radius_km)):,} km"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the table tells it, and as its button shows it on the map."""

    name: str
    words: str
    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class MapLine:
    """One incident of the table: several `spots` are one of which nobody knows which."""

    incident: IncidentLine
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map and its table; `source` is the address of what is drawn, `drawn` how many incidents at most."""

    narrow: Narrow
    source: str
    drawn: int
    lines: tuple[MapLine, ...]
    before: str
    after: str
    shown: str


def make_page(view: View, asked: Filters, after: int) -> MapPage:
    """Return the map of what is asked, with the page of its table that follows account number `after`."""
    found = view.index.select(asked.wanted(view.index))
    told = part(view, "/map", asked, found, after)
    return MapPage(
        narrow=narrow(view, "/map", asked, found),
        source=address("/data/map.json", asked.query()),
        drawn=DRAWN,
        lines=tuple(MapLine(incident_line(r), _spots(r)) for r in told.rows),
        before=told.before,
        after=told.after,
        shown=told.shown,
    )


def _spots(row: AccountRow) -> tuple[Spot, ...]:
    return tuple(Spot(p.name, within(p), p.lat, p.lon, p.radius_km) for p in dict.fromkeys(row.places))


def show(request: Request) -> Response:
    """Answer with the map's page."""
    page = make_page(view_of(request), filters.parse(request.query_params), after_of(request))
    return render(request, "map.html", page)


def data(request: Request) -> Response:
    """Answer with what the map draws."""
    index = view_of(request).index
    found = index.select(filters.parse(request.query_params).wanted(index)).numbers
    rows = index.accounts([int(n) for n in found[:DRAWN]])
    return JSONResponse(to_plain(map_data(rows, len(found))))


ROUTES = (Route("/map", show), Route("/data/map.json", data))
