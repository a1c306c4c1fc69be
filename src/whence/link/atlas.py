"""A compact index of places: sorted folded names over columns, looked up without input or output."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.link.names import fold, same_name, skeleton
from whence.model.values import Place

KEY_BYTES: Final = 40  # a folded name is cut here; longer ones meet only names that share forty letters
MOST: Final = 12  # candidates returned; a name with more homonyms says little without context
KINDS: Final = ("place", "city", "town", "village", "region", "country", "area")
EARTH_KM: Final = 6371.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The places as columns of one length n; `names` is one UTF-8 blob cut by `ends` (n)."""

    names: NDArray[np.uint8]
    ends: NDArray[np.int64]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    radius: NDArray[np.float64]
    rank: NDArray[np.int64]
    country: NDArray[np.bytes_]
    region: NDArray[np.bytes_]
    kind: NDArray[np.uint8]
    key: NDArray[np.bytes_]


@dataclass(frozen=True, slots=True)
class Index:
    """Sorted `keys` with the row of each in `rows`: folded names, or skeletons."""

    keys: NDArray[np.bytes_]
    rows: NDArray[np.int64]

    def rows_of(self, key: str) -> list[int]:
        """Return the rows whose key is `key`, [] for an empty key."""
        cut = key.encode()[:KEY_BYTES]
        if not cut:
            return []
        low, high = np.searchsorted(self.keys, cut, "left"), np.searchsorted(self.keys, cut, "right")
        return sorted({int(r) for r in self.rows[low:high]})


class Atlas:
    """A gazetteer over columns: a name as folded, else any place whose name is the same by its consonants."""

    def __init__(self, columns: Columns, folded: Index, skeletons: Index) -> None:
        self._columns = columns
        self._folded = folded
        self._skeletons = skeletons

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, best known first, at most twelve; () if none is known."""
        rows = self._folded.rows_of(fold(name))
        if not rows and len(skeleton(name)) >= 3:
            near = self._skeletons.rows_of(skeleton(name))[:200]
            rows = [r for r in near if same_name(name, self._name(r))]
        ranked = sorted(rows, key=lambda r: (-int(self._columns.rank[r]), self._columns.key[r]))
        return _distinct([self._place(r) for r in ranked[: 4 * MOST]])[:MOST]

    def _name(self, row: int) -> str:
        start = int(self._columns.ends[row - 1]) if row else 0
        return bytes(self._columns.names[start : int(self._columns.ends[row])]).decode()

    def _place(self, row: int) -> Place:
        c = self._columns
        return Place(
            c.key[row].decode(), self._name(row), float(c.lat[row]), float(c.lon[row]), float(c.radius[row]),
            c.country[row].decode(), c.region[row].decode(), KINDS[int(c.kind[row])],
        )  # fmt: skip


def _distinct(places: list[Place]) -> tuple[Place, ...]:
    """The places without those that are another record of a better known one: same kind of thing, inside its radius."""
    kept: list[Place] = []
    for place in places:
        wide = place.kind in ("region", "country", "area")
        same = (
            k
            for k in kept
            if (k.kind in ("region", "country", "area")) == wide and k.country == place.country
        )
        if all(distance_km((k.lat, k.lon), (place.lat, place.lon)) > k.radius_km + 2.0 for k in same):
            kept.append(place)
    return tuple(kept)


@lru_cache(maxsize=65536)
def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (lat, lon) points in kilometres (haversine)."""
    la, lo, lb, lp = (math.radians(x) for x in (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))
