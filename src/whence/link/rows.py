"""Rows about places to the columns and sorted keys of an atlas; pure, so that one set of rows gives one atlas."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from whence.link.atlas import KEY_BYTES, KINDS, Atlas, Columns, Index
from whence.link.names import fold, skeleton

Arrays = Mapping[str, "np.ndarray[Any, Any]"]
CURATED_RANK: Final = 10**10  # our own and the user's facts come before any population
# Kilometres around the point of a town inside which it lies, by population; generous for villages' loose pins.
RADII: Final = ((1_000_000, 15.0), (100_000, 8.0), (10_000, 4.0), (0, 3.0))
CITY: Final = 100_000


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as a source of places gives it: `names` are all its spellings, the first the one to show."""

    key: str
    names: tuple[str, ...]
    lat: float
    lon: float
    country: str = ""
    region: str = ""
    kind: str = "place"
    population: int = 0
    radius_km: float = 0.0
    curated: bool = False
    skeletons: bool = field(default=True)


def radius_for(population: int) -> float:
    """Return the radius in kilometres of a town of that population."""
    return next(km for least, km in RADII if population >= least)


def from_facts(rows: Sequence[Mapping[str, Any]]) -> tuple[PlaceRow, ...]:
    """Return the rows of `resources/places.yaml` and of a case's own table of the same form.

    Raises KeyError or ValueError for a row without a name, latitude or longitude.
    """
    return tuple(
        PlaceRow(
            key=f"whence:{fold(str(r['name'])).replace(' ', '-')}-{str(r.get('country', '')).lower()}",
            names=(str(r["name"]), *map(str, r.get("also") or ())),
            lat=float(r["lat"]), lon=float(r["lon"]), country=str(r.get("country", "")),
            region=str(r.get("region", "")), kind=str(r.get("kind", "town")),
            radius_km=float(r.get("radius", 4.0)), curated=True,
        )
        for r in rows
    )  # fmt: skip


def make_arrays(rows: Sequence[PlaceRow]) -> dict[str, "np.ndarray[Any, Any]"]:
    """Return the arrays of an atlas over `rows`, in order of key."""
    kept = sorted({r.key: r for r in rows}.values(), key=lambda r: r.key)
    names = [r.names[0].encode() for r in kept]
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
        "ends": np.cumsum([len(n) for n in names], dtype=np.int64),
        "lat": np.array([r.lat for r in kept], dtype=np.float64),
        "lon": np.array([r.lon for r in kept], dtype=np.float64),
        "radius": np.array([r.radius_km or radius_for(r.population) for r in kept], dtype=np.float64),
        "rank": np.array([r.population + CURATED_RANK * r.curated for r in kept], dtype=np.int64),
        "country": np.array([r.country.encode() for r in kept], dtype="S2"),
        "region": np.array([fold(r.region).encode() for r in kept], dtype="S40"),
        "kind": np.array([KINDS.index(_kind(r)) for r in kept], dtype=np.uint8),
        "key": np.array([r.key.encode() for r in kept], dtype="S40"),
    }
    folded = sorted(
        {(fold(n).encode()[:KEY_BYTES], i) for i, r in enumerate(kept) for n in r.names} - {(b"", 0)}
    )
    bones = sorted(
        {(skeleton(n).encode()[:KEY_BYTES], i) for i, r in enumerate(kept) if r.skeletons for n in r.names}
    )
    for name, pairs in (("folded", folded), ("skeleton", bones)):
        arrays[f"{name}_keys"] = np.array([k for k, _ in pairs], dtype=f"S{KEY_BYTES}")
        arrays[f"{name}_rows"] = np.array([i for _, i in pairs], dtype=np.int64)
    return arrays


def _kind(row: PlaceRow) -> str:
    if row.kind in KINDS and row.kind != "place":
        return row.kind
    return "city" if row.population >= CITY else "place"


def make_atlas(arrays: Arrays) -> Atlas:
    """Return the atlas over arrays that `make_arrays` made; raises KeyError if one is missing."""
    names = ("names", "ends", "lat", "lon", "radius", "rank", "country", "region", "kind", "key")
    return Atlas(
        Columns(*(arrays[n] for n in names)),
        Index(arrays["folded_keys"], arrays["folded_rows"]),
        Index(arrays["skeleton_keys"], arrays["skeleton_rows"]),
    )


def spread(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Return the median point of a region's towns and the radius in kilometres that holds nine tenths of them."""
    lat = float(np.median([p[0] for p in points]))
    lon = float(np.median([p[1] for p in points]))
    scale = math.cos(math.radians(lat))
    far = sorted(111.2 * math.hypot(p[0] - lat, (p[1] - lon) * scale) for p in points)
    return round(lat, 4), round(lon, 4), round(max(20.0, far[int(0.9 * (len(far) - 1))]), 1)
