"""The map: every incident as the area in which it lies, never as a pin; the same in a table, page by page."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
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
from whence.show.web.spots import Codes, Region, Spotted, region_of, regions, spotted
from whence.store.index.rows import AccountRow, Numbers, PlaceRow, Spots

# incidents, the first in the chosen order, that are named where they lie; all are counted
LISTED: Final = 150
NAMED: Final = 12  # of them named at each place


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
    Where there are more places than can be told apart, those with fewest incidents are drawn together: the point is
    then the middle of an area that holds all of them.
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
    """What the map draws of `total` incidents: the places of `drawn` of them, `unplaced` of which have none."""

    words: str
    total: int
    drawn: int
    unplaced: int
    places: tuple[MapPlace, ...]


def map_data(view: View, numbers: Numbers) -> MapData:
    """Return what the map draws of the accounts `numbers`, in the order in which they are wanted."""
    spots = view.index.spots
    found = spotted(spots, numbers, len(view.index.columns.first))
    drawn = regions(spots, found.counts)
    whose = region_of(drawn, len(spots.lat))
    named = _named(spots, numbers[:LISTED], whose)
    rows = {r.n: r for r in view.index.accounts(sorted({n for some in named.values() for n in some}))}
    held = view.index.places([r.code for r in drawn if r.places == 1])
    places = tuple(
        _place(region, held.get(region.code), (sure, maybe), [rows[n] for n in named.get(i, ())])
        for i, (region, sure, maybe) in enumerate(zip(drawn, *found.within(whose), strict=True))
    )
    return MapData(_words(found, drawn), len(numbers), len(numbers), found.unplaced, places)


def _named(spots: Spots, numbers: Numbers, whose: Codes) -> dict[int, list[int]]:
    """Return for each region by number the first of `numbers` that may have happened there, a few of each."""
    order = {int(n): i for i, n in enumerate(numbers)}
    among = np.flatnonzero(np.isin(spots.accounts, numbers))
    pairs = zip(spots.accounts[among].tolist(), whose[spots.codes[among]].tolist(), strict=True)
    found: dict[int, list[int]] = defaultdict(list)
    for n, region in sorted(dict.fromkeys(pairs), key=lambda pair: order[pair[0]]):
        if len(found[region]) < NAMED:
            found[region].append(n)
    return found


def _words(found: Spotted, drawn: Sequence[Region]) -> str:
    places = sum(r.places for r in drawn)
    told = (
        f"{found.placed:,} of {found.placed + found.unplaced:,} lie at {places:,} {plural('place', places)}"
    )
    areas = [r for r in drawn if r.places > 1]
    if areas:
        far = sum(r.places for r in areas)
        told += f"; the {far:,} places with fewest are drawn together in {len(areas):,} areas: filter to part them"
    if found.unplaced:
        told += f"; {found.unplaced:,} have no place that is known, and stand in the table alone"
    return f"{told}."


def _place(
    region: Region, place: PlaceRow | None, counts: tuple[int, int], told: Sequence[AccountRow]
) -> MapPlace:
    radius = place.radius_km if place else region.radius_km
    return MapPlace(
        name=place.name if place else f"{region.places:,} places",
        words=f"somewhere {within(radius)}",
        lat=place.lat if place else region.lat,
        lon=place.lon if place else region.lon,
        radius_km=radius,
        sure=counts[0],
        maybe=counts[1],
        incidents=tuple(_incident(r) for r in told),
    )


def _incident(row: AccountRow) -> MapIncident:
    when = days(row.start, row.end) + (" (presumed)" if row.presumed else "")
    origins = dots(row.least, row.most).words
    return MapIncident(row.label, links.incident(row.id), when, origins, len(row.places) > 1)


def within(radius_km: float) -> str:
    """Return a radius in words, rounded up, so that no place is told nearer than it is known."""
    return f"within {max(1, math.ceil(radius_km)):,} km"


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
    """The map and its table; `source` is the address of what is drawn, `drawn` of how many incidents."""

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
        drawn=len(found.numbers),
        lines=tuple(MapLine(incident_line(r), _spots(r)) for r in told.rows),
        before=told.before,
        after=told.after,
        shown=told.shown,
    )


def _spots(row: AccountRow) -> tuple[Spot, ...]:
    return tuple(
        Spot(p.name, within(p.radius_km), p.lat, p.lon, p.radius_km) for p in dict.fromkeys(row.places)
    )


def show(request: Request) -> Response:
    """Answer with the map's page."""
    page = make_page(view_of(request), filters.parse(request.query_params), after_of(request))
    return render(request, "map.html", page)


def data(request: Request) -> Response:
    """Answer with what the map draws."""
    view = view_of(request)
    found = view.index.select(filters.parse(request.query_params).wanted(view.index)).numbers
    return JSONResponse(to_plain(map_data(view, found)))


ROUTES = (Route("/map", show), Route("/data/map.json", data))
