"""The gazetteer of a run: our own facts about places over the packaged list of cities, kept as one index."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from whence.link.atlas import Atlas
from whence.link.rows import PlaceRow, from_facts, make_arrays, make_atlas, spread
from whence.model.ids import content_id
from whence.store import gazetteer as store

LEAST: Final = 1000
VERSION: Final = "1"
# Countries whose cities are known by all their spellings; elsewhere only large cities are.
ALL_SPELLINGS: Final = frozenset(
    ("SY", "IQ", "TR", "LB", "JO", "IL", "PS", "IR", "YE", "LY", "EG", "UA", "AF", "SD")
)
LARGE: Final = 1_000_000


def load_gazetteer(
    facts: Sequence[Mapping[str, Any]], cache: Path | None = None, tables: Sequence[Path] = ()
) -> Atlas:
    """Return the atlas of `facts` (rows as in places.yaml), the packaged cities and a user's `tables`.

    With a `cache` folder the index is kept there and read in a tenth of a second; without one it is made anew.
    Raises OSError for a user's table that cannot be read.
    """
    sizes = [f"{t.name} {t.stat().st_size} {t.stat().st_mtime_ns}" for t in tables]
    stamp = content_id(
        "places", VERSION, store.packaged_version(), repr([sorted(f.items()) for f in facts]), *sizes
    )
    path = cache / "places.npz" if cache else None
    kept = store.read_arrays(path, stamp) if path else None
    if kept is None:
        own = [_user_row(r) for t in tables for r in store.read_table(t)]
        kept = make_arrays([*from_facts(facts), *_packaged(), *own])
        if path:
            store.write_arrays(path, stamp, kept)
    return make_atlas(kept)


def _user_row(row: Mapping[str, Any]) -> PlaceRow:
    wide = {"region": 80.0, "area": 25.0, "country": 300.0}.get(row["kind"], 0.0)
    return PlaceRow(
        f"table:{row['key']}", tuple(row["names"]), row["lat"], row["lon"], row["country"], row["region"], row["kind"],
        row["population"], wide,
    )  # fmt: skip


def _packaged() -> Iterator[PlaceRow]:
    countries = store.packaged_countries()
    of_country: dict[str, list[tuple[float, float]]] = defaultdict(list)
    of_state: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in store.packaged_cities(LEAST):
        code, at = str(row["countrycode"]), (float(row["latitude"]), float(row["longitude"]))
        of_country[code].append(at)
        if code == "US":
            of_state[str(row["admin1code"])].append(at)
        known = code in ALL_SPELLINGS or row["population"] >= LARGE
        names = (str(row["name"]), *(row["alternatenames"] if known else ()))
        yield PlaceRow(
            f"geonames:{row['geonameid']}", names, *at, code, f"{code}.{row['admin1code']}", "place",
            int(row["population"]), skeletons=code in ALL_SPELLINGS,
        )  # fmt: skip
    yield from _wide(of_country, {c: str(r["name"]) for c, r in countries.items()}, "country")
    yield from _wide(of_state, store.packaged_states(), "region")


def _wide(
    points: Mapping[str, list[tuple[float, float]]], names: Mapping[str, str], kind: str
) -> Iterator[PlaceRow]:
    """Countries and states: the middle of their towns, and the radius that holds most of them."""
    for code in sorted(set(points) & set(names)):
        lat, lon, radius = spread(points[code])
        country = code if kind == "country" else "US"
        yield PlaceRow(
            f"{kind}:{code}", (names[code],), lat, lon, country, "", kind, 10**9, radius, skeletons=False
        )
