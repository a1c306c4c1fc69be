"""Accuracy within 161 km of resolved toponyms on LGL and GeoVirus, gold spans given.

usage: python bench/toponyms.py [FOLDER]    FOLDER holds lgl.xml.gz and geovirus.xml.gz
"""

import gzip
import sys
from pathlib import Path

from lxml import etree

from whence.flow.environment import cache_folder
from whence.flow.gazetteer import load_gazetteer
from whence.flow.resources import knowledge
from whence.link.atlas import distance_km
from whence.link.places import Gazetteer, resolve_places
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Statement, Thing, Toponym

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "toponyms"
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


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    gazetteer = load_gazetteer(knowledge(), cache_folder())
    for name in ("lgl", "geovirus"):
        right, pinned, total = accuracy(folder / f"{name}.xml.gz", gazetteer)
        print(f"{name}: accuracy@161km {right / total:.3f} ({total} toponyms, {pinned} with a candidate)")


if __name__ == "__main__":
    main()
