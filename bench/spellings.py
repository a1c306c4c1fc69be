"""Spellings met in reports against the place they mean: the right record among the first five answers.

usage: python -m bench spellings    A row with ids "none" is kept empty if no record of the table is its first answer.
"""

import csv
import time
from dataclasses import replace
from pathlib import Path

from bench.section import Gate, Section, data_digest
from whence.flow.environment import cache_folder
from whence.flow.gazetteer import load_gazetteer
from whence.flow.resources import Knowledge, knowledge
from whence.link.atlas import Atlas, distance_km
from whence.model.values import Place

AMONG = 5
KM = 5.0  # without the table there are no ids: an answer this near, or within its own radius, is the place


def probes(path: Path) -> list[dict[str, str]]:
    """Return the rows of the spelling probes."""
    with path.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _found(probe: dict[str, str], answers: tuple[Place, ...], by_id: bool) -> bool:
    if by_id:
        return bool({f"table:{i}" for i in probe["ids"].split("|")} & {p.key for p in answers})
    spot = float(probe["lat"]), float(probe["lon"])
    wide = {"country", "region"}
    return any(
        distance_km((p.lat, p.lon), spot) <= max(KM, p.radius_km) for p in answers if p.kind not in wide
    )


def count(rows: list[dict[str, str]], atlas: Atlas, *, by_id: bool) -> tuple[int, int, int, int]:
    """How many are found, of how many; how many of the `none` rows are kept empty, of how many."""
    known = [r for r in rows if r["ids"] != "none"]
    unknown = [r for r in rows if r["ids"] == "none"]
    found = sum(_found(r, atlas.find(r["spelling"])[:AMONG], by_id) for r in known)
    empty = sum(not any(p.key.startswith("table:") for p in atlas.find(r["spelling"])[:1]) for r in unknown)
    return found, len(known), empty, len(unknown)


def without_facts(known: Knowledge) -> Knowledge:
    """Return the knowledge without our own rows about places."""
    return replace(known, tables={name: rows for name, rows in known.tables.items() if name != "places"})


def run(shared: Path) -> Section:
    """Count with the packaged list and with the full table, each with and without our own facts."""
    folder = shared / "data" / "places"
    if not folder.is_dir():
        return Section("Spellings of places", "python -m bench spellings", "absent", ("measure",), ())
    rows, table = probes(folder / "spellings-dev.tsv"), (folder / "places.tsv.gz",)
    facts, bare = knowledge(), without_facts(knowledge())
    begun = time.perf_counter()
    full = load_gazetteer(replace(facts, gazetteers=table))
    made = time.perf_counter() - begun
    atlases = (
        ("packaged list", load_gazetteer(facts, cache_folder()), False),
        ("full table", full, True),
        ("packaged list, without our facts", load_gazetteer(bare), False),
        ("full table, without our facts", load_gazetteer(replace(bare, gazetteers=table)), True),
    )
    scores = [(name, count(rows, atlas, by_id=by_id)) for name, atlas, by_id in atlases]
    lines = tuple((name, f"{s[0]} of {s[1]}", f"{s[2]} of {s[3]}") for name, s in scores)
    return Section(
        "Spellings of places",
        "python -m bench spellings",
        data_digest(folder.glob("*")),
        ("gazetteer", "right record among five", "`none` not pinned to a record"),
        lines,
        (
            Gate("spellings found, packaged list", scores[0][1][0], 39),
            Gate("spellings found, full table", scores[1][1][0], 41),
            Gate("none kept, full table", scores[1][1][2], 2),
        ),
        (
            "To beat: folded exact look-up finds 27 of 43 and pins both `none` wrongly.",
            f"Index of the full table: {made:.0f} s, once.",
            (
                "Our facts (resources/places.yaml) were widened after these probes were seen, by places that a list of "
                "the region's towns, dams and mountains holds anyway; the rows without them show what rules alone do."
            ),
        ),
    )
