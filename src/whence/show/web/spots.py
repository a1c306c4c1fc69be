"""Where accounts may have happened, counted over arrays: place by place, and area by area where there are too many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from whence.store.index.rows import Numbers, Spots

# drawn one by one: those with most incidents; a browser draws some thousand circles without delay
PLACES: Final = 500
AREAS: Final = 300  # into which all others are drawn together, at most
_CELLS: Final = (0.5, 1, 2, 5, 10, 20, 45)  # degrees of latitude and longitude; the last fill at most 45
_KM: Final = 111.195  # of one degree of latitude
Counts = np.ndarray[Any, np.dtype[np.int64]]
Codes = np.ndarray[Any, np.dtype[np.int64]]
Degrees = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Spotted:
    """What of some accounts lies where, by code of place: surely, or there or elsewhere; how many have a place."""

    sure: Counts
    maybe: Counts
    placed: int
    unplaced: int
    accounts: Numbers  # of which each may lie
    codes: Numbers  # at this place
    several: Numbers

    @property
    def counts(self) -> Counts:
        """How many lie or may lie at each place."""
        return self.sure + self.maybe

    def within(self, region_of: Codes) -> tuple[list[int], list[int]]:
        """Return how many lie within each region surely, and how many perhaps, each account once.

        `region_of` gives for each code of a place the number of its region, -1 for none.
        """
        size = int(region_of.max(initial=-1)) + 1
        drawn = region_of >= 0
        sure = np.bincount(region_of[drawn], weights=self.sure[drawn], minlength=size)
        perhaps = self.several == 1
        pairs = np.sort(self.accounts[perhaps].astype(np.int64) * size + region_of[self.codes[perhaps]])
        pairs = pairs[np.diff(pairs, prepend=-1) != 0]  # each once: a third of the time of numpy's own
        return sure.astype(int).tolist(), np.bincount(pairs % size, minlength=size).tolist() if size else []


@dataclass(frozen=True, slots=True)
class Region:
    """One place, or several drawn as an area that holds them all: a middle and a radius in kilometres."""

    codes: Numbers
    lat: float
    lon: float
    radius_km: float

    @property
    def code(self) -> int:
        """The code of its first place."""
        return int(self.codes[0])

    @property
    def places(self) -> int:
        """How many places it is."""
        return len(self.codes)


def spotted(spots: Spots, numbers: Numbers, size: int) -> Spotted:
    """Return what of the accounts `numbers` (of `size` in all) lies where."""
    wanted = np.zeros(size, dtype=bool)
    wanted[numbers - 1] = True
    among = wanted[spots.accounts - 1]
    accounts, codes, several = spots.accounts[among], spots.codes[among], spots.several[among]
    here = np.zeros(size, dtype=bool)
    here[accounts - 1] = True
    placed, kinds = int(np.count_nonzero(here)), len(spots.lat)
    maybe = np.bincount(codes[several == 1], minlength=kinds)
    sure = np.bincount(codes[several == 0], minlength=kinds)
    return Spotted(sure, maybe, placed, len(numbers) - placed, accounts, codes, several)


def regions(spots: Spots, counts: Counts) -> tuple[Region, ...]:
    """Return what is drawn of the places with a count, those with most first: single places, then areas."""
    there = np.flatnonzero(counts)
    ordered = there[np.argsort(-counts[there], kind="stable")].astype(np.int32)
    single = tuple(_single(spots, code) for code in ordered[:PLACES])
    return (*single, *_areas(spots, ordered[PLACES:]))


def _single(spots: Spots, code: np.int32) -> Region:
    return Region(
        np.asarray([code], dtype=np.int32),
        spots.lat[code] / 1e5,
        spots.lon[code] / 1e5,
        spots.radius[code] / 1000,
    )


def _areas(spots: Spots, codes: Numbers) -> tuple[Region, ...]:
    """Return areas on the finest grid of which few enough cells hold these places."""
    if not len(codes):
        return ()
    lat, lon = spots.lat[codes] / 1e5, spots.lon[codes] / 1e5
    cells = next(c for size in _CELLS if (c := _cells(lat, lon, size)) is not None)
    ordered = np.argsort(cells, kind="stable")
    edges = np.flatnonzero(np.diff(cells[ordered])) + 1
    return tuple(_area(codes[one], lat[one], lon[one], spots) for one in np.split(ordered, edges))


def _cells(lat: Degrees, lon: Degrees, size: float) -> Codes | None:
    """Return the cell of each place on a grid of so many degrees, None if they fill too many."""
    across = int(360 / size) + 1
    cells: Codes = np.floor((lat + 90) / size).astype(np.int64) * across
    cells += np.floor((lon + 180) / size).astype(np.int64)
    filled = np.zeros((int(180 / size) + 1) * across, dtype=bool)
    filled[cells] = True
    return cells if np.count_nonzero(filled) <= AREAS else None


def region_of(drawn: Sequence[Region], kinds: int) -> Codes:
    """Return for each code of `kinds` places the number of the region that holds it, -1 for none."""
    found = np.full(kinds, -1, dtype=np.int64)
    for i, region in enumerate(drawn):
        found[region.codes] = i
    return found


def _area(codes: Numbers, lat: Degrees, lon: Degrees, spots: Spots) -> Region:
    """Return the area round the middle of these places that holds every one with its own radius."""
    middle = float(lat.min() + lat.max()) / 2, float(lon.min() + lon.max()) / 2
    reach = distance(middle, lat, lon) + spots.radius[codes] / 1000
    return Region(codes, *middle, float(reach.max()))


def distance(point: tuple[float, float], lat: Degrees, lon: Degrees) -> Degrees:
    """Return the way over the sphere in kilometres (haversine)."""
    one, other = np.radians(point[0]), np.radians(lat)
    turn = np.sin((other - one) / 2) ** 2
    turn = turn + np.cos(one) * np.cos(other) * np.sin(np.radians(lon - point[1]) / 2) ** 2
    found: Degrees = 2 * np.degrees(np.arcsin(np.sqrt(np.minimum(1, turn)))) * _KM
    return found
