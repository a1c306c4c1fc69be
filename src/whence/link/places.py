"""Toponyms to places: names are looked up, homonyms told apart by the report's other names, or left open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, Protocol

from whence.link.atlas import WIDE
from whence.link.homonyms import Asked, choose
from whence.model.finding import PlaceLink
from whence.model.report import Report
from whence.model.statement import Statement, Toponym
from whence.model.values import Place

WIDER_KM: Final = {"near": 10.0, "countryside of": 25.0, "province of": 0.0}
COMPASS_KM: Final = 25.0  # "west of X" speaks of places within some tens of kilometres
# What stands between a place and the region it lies in: "Harwan, Toluma", "Harwan (Toluma)", "Harwan in Toluma".
_QUALIFIED = re.compile(r"\s*[,(]?\s*(?:in (?:the )?|of |city |town |,\s*)?", re.I)
DIRECTIONS: Final = frozenset(
    ("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern")
) | frozenset(
    ("southwestern", "north", "south", "east", "west", "rural", "upper", "lower", "greater", "inner")
)


class Gazetteer(Protocol):
    """Where places are looked up by name."""

    def ranked(self, name: str) -> tuple[tuple[Place, float], ...]:
        """Return the places of that name with their fame (a power of ten of people), best known first; () if none."""
        ...


Found = tuple[tuple[tuple[Place, float], ...], str, str]


def resolve_places(
    reports: Sequence[Report], statements: Sequence[Statement], gazetteer: Gazetteer
) -> tuple[PlaceLink, ...]:
    """Return a link for every toponym of the statements, in order of report and place in its text."""
    known: dict[str, Found] = {}
    by_report: dict[str, dict[int, Toponym]] = {r.id: {} for r in reports}
    texts = {r.id: r.text for r in reports}
    for statement in statements:
        for toponym in statement.where:
            by_report.setdefault(statement.report, {}).setdefault(toponym.span.start, toponym)
    links: list[PlaceLink] = []
    for report in sorted(by_report):
        for toponym in by_report[report].values():
            name = _asked_name(toponym)
            if name not in known:
                known[name] = look_up(name, gazetteer)
        links += _of_report(report, texts.get(report, ""), by_report[report], known, gazetteer)
    return tuple(links)


def _of_report(
    report: str, text: str, toponyms: Mapping[int, Toponym], known: Mapping[str, Found], gazetteer: Gazetteer
) -> list[PlaceLink]:
    asked: dict[str, Asked] = {}
    starts = sorted(toponyms)
    for start, following in zip_longest(starts, starts[1:]):
        toponym = toponyms[start]
        name = _asked_name(toponym)
        candidates, read, rest = known[name]
        after = tuple(
            (p, toponym.span) for p, _ in (gazetteer.ranked(rest) if rest else ()) if p.kind in WIDE
        )
        if following is not None and _QUALIFIED.fullmatch(text, toponym.span.end, following):
            other = toponyms[following]
            after += tuple((p, other.span) for p, _ in known[_asked_name(other)][0] if p.kind in WIDE)
        before = asked.get(name)
        if before:
            asked[name] = replace(before, after=before.after + after)
        else:
            asked[name] = Asked(name, toponym.span, candidates, read, after)
    chosen = choose(report, tuple(asked.values()))
    return [
        PlaceLink(
            report,
            start,
            tuple(_widened(p, toponyms[start].relation) for p in chosen[_asked_name(toponyms[start])][0]),
            chosen[_asked_name(toponyms[start])][1],
        )
        for start in starts
    ]


def _asked_name(toponym: Toponym) -> str:
    """The name to look up: a province is asked for as one, since it often bears its city's name."""
    return f"{toponym.name} province" if toponym.relation == "province of" else toponym.name


def look_up(name: str, gazetteer: Gazetteer) -> Found:
    """Return the candidates for `name`, how it was read (whole, without its direction, its first words), the rest."""
    words = name.replace("'s", "").replace("’s", "").split()
    if found := gazetteer.ranked(" ".join(words)):
        return found, "", ""
    if len(words) > 1 and words[0].lower() in DIRECTIONS and (found := gazetteer.ranked(" ".join(words[1:]))):
        return found, f"read as {' '.join(words[1:])}", ""
    for size in range(len(words) - 1, 0, -1):
        if len(words[0]) > 3 and (found := gazetteer.ranked(" ".join(words[:size]))):
            return found, f"read as {' '.join(words[:size])}, a comma may be lost", " ".join(words[size:])
    return (), "", ""


def _widened(place: Place, relation: str) -> Place:
    if relation.endswith(" of") and relation.split(maxsplit=1)[0].replace("-", "") in _COMPASS:
        return replace(place, radius_km=place.radius_km + COMPASS_KM)
    return replace(place, radius_km=place.radius_km + WIDER_KM.get(relation, 0.0))


_COMPASS: Final = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
)
