"""Accuracy within 161 km of resolved toponyms on LGL and GeoVirus, gold spans given.

usage: python -m bench toponyms
"""

import gzip
from pathlib import Path

from lxml import etree

from bench.section import Gate, Section, data_digest
from whence.flow.environment import cache_folder
from whence.flow.gazetteer import load_gazetteer
from whence.flow.resources import knowledge
from whence.link.atlas import distance_km
from whence.link.places import Gazetteer, resolve_places
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Statement, Thing, Toponym

KM = 161.0

Gold = list[tuple[int, int, float, float]]


def articles(path: Path) -> list[tuple[str, Gold]]:
    with gzip.open(path) as data:
        root = etree.fromstring(data.read())
    made = []
    for article in root.iter("article"):
        text = article.findtext("text") or ""
        gold: Gold = []
        for node in article.iter("toponym", "location"):
            shift = 1 if node.tag == "location" else 0
            lat, lon = node.findtext(".//lat"), node.findtext(".//lon")
            if lat and lon:
                start, end = int(node.findtext("start") or 0) - shift, int(node.findtext("end") or 0) - shift
                gold.append((start, end, float(lat), float(lon)))
        made.append((text, gold))
    return made


def accuracy(path: Path, gazetteer: Gazetteer) -> tuple[int, int, int]:
    """How many of the toponyms with coordinates the first candidate hits, how many get any, and how many there are."""
    right = pinned = total = 0
    for text, gold in articles(path):
        report = Report("r", "r", text, "")
        where = tuple(Toponym(text[s:e], Span.of(text, s, e)) for s, e, _, _ in gold)
        thing = Thing("", None, Span.of(text, 0, 1))
        statement = Statement(
            "s", "r", Span.of(text, 0, len(text)), "damage", thing, "states", "fact", where=where
        )
        links = {x.start: x for x in resolve_places([report], [statement], gazetteer)}
        for start, _, lat, lon in gold:
            total += 1
            places = links[start].candidates
            pinned += bool(places)
            right += bool(places) and distance_km((places[0].lat, places[0].lon), (lat, lon)) <= KM
    return right, pinned, total


def run(shared: Path) -> Section:
    """Score both sets with the packaged list of places."""
    folder = shared / "data" / "toponyms"
    if not folder.is_dir():
        return Section("Places by their names", "python -m bench toponyms", "absent", ("measure",), ())
    gazetteer = load_gazetteer(knowledge(), cache_folder())
    rows, gates = [], []
    for name, floor, gate in (("LGL", "0.606", 0.79), ("GeoVirus", "0.630", 0.79)):
        right, pinned, total = accuracy(folder / f"{name.lower()}.xml.gz", gazetteer)
        rows.append((name, str(total), f"{right / total:.3f}", f"{pinned / total:.3f}", floor, "0.75"))
        gates.append(Gate(f"{name} accuracy at 161 km", round(right / total, 3), gate))
    return Section(
        "Places by their names (gold spans, tuned on)",
        "python -m bench toponyms",
        data_digest(folder.glob("*.gz")),
        ("set", "toponyms", "accuracy at 161 km", "with a candidate", "context rule, same list", "aim"),
        tuple(rows),
        tuple(gates),
        (
            "The weights of link/homonyms.py were set on these two; TR-News and GeoWebNews were never looked at.",
        ),
    )
