"""The gazetteer of a run: facts about places, regions and countries over the packaged cities, kept as one index."""

import csv
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from whence.flow.resources import Knowledge
from whence.flow.resources import knowledge as packaged_knowledge
from whence.link.atlas import Atlas
from whence.link.rows import PlaceRow, from_facts, from_regions, make_arrays, make_atlas, point_of, text_of
from whence.model.errors import UsageError
from whence.model.ids import content_id, digest
from whence.model.layout import CaseLayout
from whence.preserve.storage import write_atomically
from whence.store import gazetteer as store

Log = Callable[[str, Mapping[str, str]], None]
LEAST: Final = 500
GZIP: Final = b"\x1f\x8b"
FORMS: Final = (
    "Give a GeoNames dump (SY.txt) or a table with the columns id, name, lat, lon, ...: see docs/places.md."
)
VERSION: Final = "5"
TABLES_VERSION: Final = "3"  # of how a case's own tables and facts are read
TABLES: Final = ("places", "regions", "countries", "states")
# Countries whose cities are known by all their spellings; elsewhere only large cities are.
ALL_SPELLINGS: Final = frozenset(
    ("SY", "IQ", "TR", "LB", "JO", "IL", "PS", "IR", "YE", "LY", "EG", "UA", "AF", "SD")
)
SEAT: Final = (
    5_000  # the packaged list has places of unknown population only where they are seats of districts
)
LARGE: Final = 300_000
STRETCHED: Final = (
    1.6  # a country is longer than round: so many radii of the circle of its area hold most of it
)
KEY_BYTES: Final = 40  # of a record's key in the index
WIDE_KM: Final = {"region": 80.0, "area": 25.0, "country": 300.0}  # where a user's table has no extent


class Kept(NamedTuple):
    """What a table of places came to: rows that are places, and rows that were passed over."""

    places: int
    passed_over: int


def load_gazetteer(knowledge: Knowledge, cache: Path | None = None) -> Atlas:
    """Return the atlas of the facts in `knowledge`, the packaged cities and the case's own tables of places.

    With a `cache` folder the index is kept there and read in a tenth of a second; without one it is made anew, in
    some seconds.  Raises UsageError for a table of the case's that cannot be read.
    """
    tables = knowledge.gazetteers
    sizes = [f"{t.name} {t.stat().st_size} {t.stat().st_mtime_ns}" for t in tables]
    facts = _facts(knowledge)
    # a case's own facts have a file of their own: sharing one, two cases would make it anew for one another
    own_facts = facts if facts != _facts(packaged_knowledge()) else []
    read_as = [TABLES_VERSION] if tables or own_facts else []
    stamp = content_id("places", VERSION, store.packaged_version(), *facts, *sizes, *read_as)
    part = f"-{content_id('tables', *sizes, *own_facts)[:12]}" if tables or own_facts else ""
    path = cache / f"places{part}.npz" if cache else None
    kept = store.read_arrays(path, stamp) if path else None
    if kept is None:
        own = [place_row(r) for t in tables for r in read_places(t)]
        kept = make_arrays([*from_facts(knowledge.rows("places")), *_packaged(), *_wide(knowledge), *own])
        if path:
            store.write_arrays(path, stamp, kept)
    return make_atlas(kept)


def check(knowledge: Knowledge) -> None:
    """Raise UsageError for a row of `knowledge` that gives no place where it should."""
    from_facts(knowledge.rows("places"))
    for _ in _wide(knowledge):
        pass


def _facts(knowledge: Knowledge) -> list[str]:
    return [repr([sorted(row.items()) for row in knowledge.rows(name)]) for name in TABLES]


def read_places(table: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the places of a table; raise UsageError for a file that is none."""
    return tuple(row for row in _rows(table) if row)


def _rows(table: Path) -> Iterator[Mapping[str, Any] | None]:
    """The rows of a table, None for one that gives no place; raises UsageError where it cannot be read or has none."""
    if not table.is_file():  # a pipe or device would be waited for, or read without end
        raise UsageError(f"{table.name} is no file", FORMS)
    found = False
    try:
        for row in store.read_table(table):
            found = found or row is not None
            yield row
    except (OSError, EOFError, ValueError, zlib.error, csv.Error) as wrong:
        raise UsageError(f"{table.name} cannot be read as a table of places: {wrong}", FORMS) from wrong
    if not found:
        raise UsageError(f"{table.name} holds no places", FORMS)


def keep_table(layout: CaseLayout, table: Path, log: Log) -> Kept:
    """Copy a table of places into the case, under its digest, and return how many of its rows are places.

    Raises UsageError for a file that is no such table, StorageFull where the disk refuses.
    """
    rows = Counter(row is not None for row in _rows(table))
    data = table.read_bytes()
    name = digest(data)
    packed = ".gz" if data.startswith(GZIP) else ""
    path = layout.gazetteers / f"{name.partition(':')[2][:16]}.tsv{packed}"
    if not path.exists():
        write_atomically(path, data)
        log("learned", {"table": "gazetteer", "digest": name})
    return Kept(rows[True], rows[False])


def place_row(row: Mapping[str, Any]) -> PlaceRow:
    """Return a place of a user's table as the index takes it."""
    same_as = f"geonames:{row['geonames']}" if row["geonames"] else ""
    key = f"table:{row['key']}"
    if len(key.encode()) > KEY_BYTES:  # cut, two of them could be one
        key = f"table:{content_id('place', row['key'])[: KEY_BYTES - len('table:')]}"
    return PlaceRow(
        key, tuple(row["names"]), row["lat"], row["lon"], row["country"], row["region"], row["kind"],
        row["population"], WIDE_KM.get(row["kind"], 0.0), same_as=same_as,
    )  # fmt: skip


def _packaged() -> Iterator[PlaceRow]:
    for row in store.packaged_cities(LEAST):
        code, people = str(row["countrycode"]), int(row["population"]) or SEAT
        names = (
            str(row["name"]),
            *(row["alternatenames"] if code in ALL_SPELLINGS or people >= LARGE else ()),
        )
        yield PlaceRow(
            f"geonames:{row['geonameid']}", names, float(row["latitude"]), float(row["longitude"]), code,
            f"{code}.{row['admin1code']}", "place", people, skeletons=code in ALL_SPELLINGS,
        )  # fmt: skip


def _wide(knowledge: Knowledge) -> Iterator[PlaceRow]:
    """Countries, regions, and the counties of the US, which are known to lie in their state and no closer."""
    states = store.packaged_states()
    codes = {f"US {name}": f"US.{code}" for code, name in states.items()}
    regions = from_regions(knowledge.rows("regions"), codes)
    yield from _countries(knowledge)
    yield from regions
    by_code = {r.region: r for r in regions if r.region}
    for county in store.packaged_counties():
        state = by_code.get(f"US.{county['state']}")
        if state:
            yield PlaceRow(
                f"county:{county['fips']}", (str(county["name"]),), state.lat, state.lon, "US", state.region, "area",
                radius_km=state.radius_km, skeletons=False,
            )  # fmt: skip


def _countries(knowledge: Knowledge) -> Iterator[PlaceRow]:
    states = {str(row["state"]): row for row in knowledge.rows("states")}
    packaged = store.packaged_countries()
    for row in knowledge.rows("countries"):
        code = text_of(row, "code")
        lat, lon, _ = point_of(row, (row.get("lat"), row.get("lon"), 1.0))
        facts, country = states.get(code, {}), packaged.get(code, {})
        adjectives = [str(a) for a in facts.get("adjectives", ())]
        plurals = [f"{a}s" for a in adjectives if a.endswith(("n", "i", "t", "k"))]
        given = (country.get("name"), facts.get("name"), *facts.get("names", ()), *row.get("also", ()))
        names = tuple(dict.fromkeys(str(n).strip() for n in (*given, *adjectives, *plurals) if n))
        area, people = float(country.get("areakm2") or 0.0), int(country.get("population") or 0)
        yield PlaceRow(
            f"country:{code}", names, lat, lon, code, "", "country", people,
            max(10.0, round(STRETCHED * math.sqrt(area / math.pi), 1)), skeletons=False,
        )  # fmt: skip
