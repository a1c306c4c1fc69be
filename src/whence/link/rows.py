"""Rows about places to the columns and sorted keys of an atlas; pure, so that one set of rows gives one atlas."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from whence.link.atlas import CURATED_RANK, KEY_BYTES, KINDS, Atlas, Columns, Index, same_spot
from whence.link.names import bare_skeleton, fold
from whence.model.errors import UsageError
from whence.model.values import Place

HALF_ROUND_KM: Final = 20_040.0  # from a point to the one opposite: no place is wider
_CODE: Final = re.compile("[A-Z]{2}")
Arrays = Mapping[str, "np.ndarray[Any, Any]"]
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
    same_as: str = ""  # the key of the packaged record of the same place, where a table names it


def radius_for(population: int) -> float:
    """Return the radius in kilometres of a town of that population."""
    return next(km for least, km in RADII if population >= least)


def from_facts(rows: Sequence[Mapping[str, Any]]) -> tuple[PlaceRow, ...]:
    """Return the rows of `resources/places.yaml` and of a case's own table of the same form.

    Of two rows of one name in one country the later takes the place of the earlier where they lie together; else both
    stay.  Raises UsageError that names the row and what is wrong with it.
    """
    kept: dict[str, PlaceRow] = {}
    called: dict[str, list[str]] = defaultdict(list)  # a name in a country -> the keys of its places
    for place in map(_fact, rows):
        keys = called[place.key]
        key = next((k for k in keys if _same(kept[k], place)), "")
        if not key:
            key = f"{place.key}@{place.lat:g},{place.lon:g}" if keys else place.key
            keys.append(key)
        kept[key] = replace(place, key=key)
    return tuple(kept.values())


def _fact(row: Mapping[str, Any]) -> PlaceRow:
    name, country, kind = text_of(row, "name"), text_of(row, "country", ""), text_of(row, "kind", "town")
    also = row.get("also") or ()
    if not isinstance(also, list | tuple) or not all(isinstance(a, str) for a in also):
        raise wrong_row(row, "also must be a list of texts")
    if country and not _CODE.fullmatch(country):
        raise wrong_row(row, "country must be a code of two capital letters")
    lat, lon, radius = point_of(row, (row.get("lat"), row.get("lon"), row.get("radius", 4.0)))
    return PlaceRow(
        f"whence:{fold(name).replace(' ', '-')}-{country.lower()}", (name, *also), lat, lon, country,
        text_of(row, "region", ""), kind, radius_km=radius, curated=True,
    )  # fmt: skip


def text_of(row: Mapping[str, Any], field: str, default: str | None = None) -> str:
    """Return a text of a row of a table of places; raise UsageError where it is none, or lacks without a default."""
    value = row.get(field, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise wrong_row(row, f"{field} must be text")
    return value


def point_of(row: Mapping[str, Any], values: object) -> tuple[float, float, float]:
    """Return latitude, longitude and radius; raise UsageError for `row` if they are no point on earth with a radius."""
    try:
        lat, lon, radius = (float(v) for v in values)  # type: ignore[attr-defined]
    except (TypeError, ValueError) as wrong:
        raise wrong_row(row, "a place needs a latitude, a longitude and a radius, as numbers") from wrong
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < radius <= HALF_ROUND_KM):
        raise wrong_row(row, f"{lat}, {lon} with {radius} km is no point on earth with a radius")
    return lat, lon, radius


def wrong_row(row: Mapping[str, Any], wrong: str) -> UsageError:
    """Return the error that names a row of a table of places and what is wrong with it."""
    return UsageError(f"place row {dict(list(row.items())[:3])}: {wrong}", "Correct the row: docs/places.md.")


def from_regions(rows: Sequence[Mapping[str, Any]], codes: Mapping[str, str]) -> tuple[PlaceRow, ...]:
    """Return the rows of `resources/regions.yaml`; `codes` gives the first-level code of a region by "country name".

    Raises UsageError for a row without its country or with anything but a point and a radius.
    """
    made = []
    for row in rows:
        country, regions = text_of(row, "country", ""), row.get("regions")
        if "country" not in row or not isinstance(regions, dict):
            raise wrong_row(row, 'a row of regions needs its country ("" for none) and its regions by name')
        for names, values in regions.items():
            first, *others = str(names).split("|")
            lat, lon, radius = point_of({"country": country, first: values}, values)
            code = codes.get(f"{country} {first}", "")
            key = f"region:{code or f'{country}.{fold(first)}'}"
            made.append(
                PlaceRow(
                    key, (first, *others), lat, lon, country, code, "region" if country else "area",
                    radius_km=radius, skeletons=False,
                )
            )  # fmt: skip
    return tuple(made)


def make_arrays(rows: Sequence[PlaceRow]) -> dict[str, "np.ndarray[Any, Any]"]:
    """Return the arrays of an atlas over `rows`, in order of key."""
    spelled = {r.key: spellings(r) for r in rows}
    kept = sorted({r.key: r for r in one_record(rows, spelled)}.values(), key=lambda r: r.key)
    names = [r.names[0].encode() for r in kept]
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
        "ends": np.cumsum([len(n) for n in names], dtype=np.int64),
        "lat": np.array([r.lat for r in kept], dtype=np.float64),
        "lon": np.array([r.lon for r in kept], dtype=np.float64),
        "radius": np.array([r.radius_km or radius_for(r.population) for r in kept], dtype=np.float64),
        "rank": np.array([r.population + CURATED_RANK * r.curated for r in kept], dtype=np.int64),
        "country": np.array([r.country.encode() for r in kept], dtype="S2"),
        "region": np.array([r.region.encode()[:40] for r in kept], dtype="S40"),
        "kind": np.array([KINDS.index(_kind(r)) for r in kept], dtype=np.uint8),
        "key": np.array([r.key.encode() for r in kept], dtype="S40"),
    }
    keys, numbers, boned = _keys(kept, spelled)
    order = np.lexsort((numbers, keys))
    arrays["folded_keys"], arrays["folded_rows"] = keys[order], numbers[order]
    places = np.flatnonzero(boned[order])
    bones = np.array([bare_skeleton(k.decode()).encode() for k in keys[order][places]], dtype=f"S{KEY_BYTES}")
    order = np.lexsort((places, bones))
    arrays["bones_keys"], arrays["bones_rows"] = bones[order], places[order].astype(np.int64)
    return arrays


def spellings(row: PlaceRow) -> frozenset[str]:
    """Return the folded names of a row."""
    return frozenset(map(fold, row.names)) - {""}


def _keys(
    rows: Sequence[PlaceRow], spelled: Mapping[str, frozenset[str]]
) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    """The folded names of the rows, the number of each one's row, and whether it is found by its consonants too."""
    keys: list[bytes] = []
    numbers: list[int] = []
    for i, row in enumerate(rows):
        own = spelled.get(row.key, frozenset())
        own = own if own and not row.curated else spellings(row)
        keys += [name.encode()[:KEY_BYTES] for name in own]
        numbers += [i] * len(own)
    places = np.array(numbers, dtype=np.int64)
    boned = np.array([row.skeletons for row in rows], dtype=np.bool_)[places]
    return np.array(keys, dtype=f"S{KEY_BYTES}"), places, boned


def one_record(rows: Sequence[PlaceRow], spelled: dict[str, frozenset[str]]) -> list[PlaceRow]:
    """Return `rows` with the records of one place joined: a table's with the packaged one that it names, then ours.

    A joined row bears the table's key, so that others can look it up; a fact of ours gives point, radius and kind.
    The spellings of joined rows are put into `spelled`.
    """
    rows = _named_as_same(rows, spelled)
    curated = [r for r in rows if r.curated]
    known = frozenset(n for r in curated for n in spelled[r.key])
    tables: dict[str, list[PlaceRow]] = defaultdict(list)
    for row in rows:
        if not row.curated:
            for name in spelled[row.key] & known:
                tables[name].append(row)
    taken: dict[str, PlaceRow] = {}
    for own in curated:
        near = {t.key: t for n in spelled[own.key] for t in tables.get(n, ()) if _same(own, t)}
        record = min(near.values(), key=lambda t: (not t.key.startswith("table:"), t.key), default=None)
        if record and record.key not in taken:
            taken[record.key] = _joined(own, record)
        else:
            taken[own.key] = own
    return [*taken.values(), *(r for r in rows if not r.curated and r.key not in taken)]


def _named_as_same(rows: Sequence[PlaceRow], spelled: dict[str, frozenset[str]]) -> Sequence[PlaceRow]:
    """A table's records joined with the packaged ones that they name as the same."""
    wanted = {r.same_as: r for r in rows if r.same_as}
    if not wanted:
        return rows
    joined: dict[str, PlaceRow] = {}
    for row in rows:
        table = wanted.get(row.key)
        if table:
            names = tuple(dict.fromkeys((*table.names, *row.names)))
            joined[table.key] = replace(table, names=names, population=max(table.population, row.population))
            spelled[table.key] = spelled[table.key] | spelled[row.key]
    return [joined.get(r.key, r) for r in rows if r.key not in wanted]


def _same(own: PlaceRow, record: PlaceRow) -> bool:
    return same_spot(_place(own), _place(record))


def _place(row: PlaceRow) -> Place:
    return Place(
        row.key, row.names[0], row.lat, row.lon, row.radius_km or radius_for(row.population), row.country, row.region,
        _kind(row),
    )  # fmt: skip


def _joined(own: PlaceRow, record: PlaceRow) -> PlaceRow:
    names = tuple(dict.fromkeys((*own.names, *record.names)))
    return replace(own, key=record.key, names=names, population=record.population)


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
        Index(arrays["bones_keys"], arrays["bones_rows"]),
    )
