"""A compact index of places: sorted folded names over columns, looked up without input or output."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from whence.link.names import bare_skeleton, closeness, fold, same_name, sound
from whence.model.values import Place

KEY_BYTES: Final = 40  # a folded name is cut here; longer ones meet only names that share forty letters
MOST: Final = 24  # candidates returned; a name with more homonyms says little without context
KINDS: Final = ("place", "city", "town", "village", "region", "country", "area")
WIDE: Final = ("region", "country", "area")
CURATED_RANK: Final = (
    10**10
)  # added to the people of a fact of ours or the user's: it comes before any population
# What a place without a known population counts as, by kind: people of a usual one.  Written down, not fitted.
USUAL: Final = {
    "country": 10_000_000, "region": 3_000_000, "area": 100_000, "city": 300_000, "town": 30_000, "village": 2_000,
    "place": 1_000,
}  # fmt: skip
CURATED_FAME: Final = 0.5  # in powers of ten: that a fact was written down says that news speaks of it
LEAST_BONES: Final = 2  # consonants below which likeness says nothing
CLOSE: Final = (
    0.9  # of names by their consonants alone: below it, other places of the same letters come in (2026-11)
)
LEAST_BY_SOUND: Final = 3 * CLOSE - 2 - 0.001  # of one likeness of three, if the two others are perfect
MOST_ALIKE: Final = 400  # names of the same consonants that are compared
SAME_WIDE_KM: Final = 50.0  # two middles of one province lie no farther apart, those of two states do
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
    """Sorted `keys` with what each leads to: folded names to rows, consonants to the places of names in that index."""

    keys: NDArray[np.bytes_]
    rows: NDArray[np.int64]

    def rows_of(self, key: str) -> list[int]:
        """Return what `key` leads to, sorted; [] for an empty key."""
        cut = key.encode()[:KEY_BYTES]
        if not cut:
            return []
        low, high = np.searchsorted(self.keys, cut, "left"), np.searchsorted(self.keys, cut, "right")
        return sorted({int(r) for r in self.rows[low:high]})

    def at(self, place: int) -> tuple[str, int]:
        """Return the key and the row at a place of the index."""
        return self.keys[place].decode(), int(self.rows[place])


class Atlas:
    """A gazetteer over columns: a name as folded, else the places of names that are the same by their consonants."""

    def __init__(self, columns: Columns, folded: Index, bones: Index) -> None:
        self._columns = columns
        self._folded = folded
        self._bones = bones

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, best known first, at most 24; () if none is known."""
        return tuple(place for place, _ in self.ranked(name))

    def ranked(self, name: str) -> tuple[tuple[Place, float], ...]:
        """Return the places of `find`, each with its fame: the power of ten of the people it stands for."""
        spelled = fold(name)
        rows = dict.fromkeys(self._folded.rows_of(spelled), 1.0) or self._alike(spelled)
        ranked = sorted(
            (-round(close, 1), -self._fame(r), self._columns.key[r], r) for r, close in rows.items()
        )
        return _distinct([(self._place(r), -fame) for _, fame, _, r in ranked[: 4 * MOST]])[:MOST]

    def _alike(self, spelled: str) -> dict[int, float]:
        """Rows with a name of the same consonants, and how close it is to `spelled`."""
        rows: dict[int, float] = {}
        bones = bare_skeleton(spelled)
        if len(bones) < LEAST_BONES:
            return rows
        for place in self._bones.rows_of(bones)[:MOST_ALIKE]:
            other, row = self._folded.at(place)
            by_sound = Indel.normalized_similarity(sound(spelled), sound(other))
            if by_sound < LEAST_BY_SOUND:
                continue
            near = closeness(spelled, other)
            if near >= CLOSE and same_name(spelled, other):
                rows[row] = max(rows.get(row, 0.0), near)
        return rows

    def _fame(self, row: int) -> float:
        curated, people = divmod(int(self._columns.rank[row]), CURATED_RANK)
        people = people or USUAL[KINDS[int(self._columns.kind[row])]]
        return round(math.log10(max(people, 100)) + CURATED_FAME * curated, 6)

    def _name(self, row: int) -> str:
        start = int(self._columns.ends[row - 1]) if row else 0
        return bytes(self._columns.names[start : int(self._columns.ends[row])]).decode()

    def _place(self, row: int) -> Place:
        c = self._columns
        return Place(
            c.key[row].decode(), self._name(row), float(c.lat[row]), float(c.lon[row]), float(c.radius[row]),
            c.country[row].decode(), c.region[row].decode(), KINDS[int(c.kind[row])],
        )  # fmt: skip


def _distinct(places: list[tuple[Place, float]]) -> tuple[tuple[Place, float], ...]:
    """The places without those that are another record of a better known one."""
    kept: list[tuple[Place, float]] = []
    for place, fame in places:
        if not any(same_spot(k, place) for k, _ in kept):
            kept.append((place, fame))
    return tuple(kept)


def same_spot(known: Place, place: Place) -> bool:
    """Return whether two places of one name are one: in one country, both wide or both not, and close together."""
    if known.country != place.country or (known.kind in WIDE) != (place.kind in WIDE):
        return False
    reach = min(known.radius_km, SAME_WIDE_KM) if known.kind in WIDE else known.radius_km + 2.0
    return distance_km((known.lat, known.lon), (place.lat, place.lon)) <= reach


@lru_cache(maxsize=65536)
def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (lat, lon) points in kilometres (haversine)."""
    la, lo, lb, lp = (math.radians(x) for x in (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))
