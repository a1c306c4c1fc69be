"""Toponyms to places: candidates by name, homonyms told apart by what else the report names, or left open.

A candidate is preferred where the report also names a region or country that holds it, else where it lies by far the
nearest to the report's other places, else where it is by far the best known.  Otherwise all stay candidates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from whence.link.atlas import distance_km
from whence.model.finding import PlaceLink
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Statement, Toponym
from whence.model.values import Place

WIDER_KM: Final = {"near": 10.0, "countryside of": 25.0, "province of": 0.0}
COMPASS_KM: Final = 25.0  # "west of X" speaks of places within some tens of kilometres
NEAR_KM: Final = 120.0
FARTHER: Final = 3.0  # the next candidate must be so many times as far
WIDE: Final = ("region", "country", "area")
DIRECTIONS: Final = frozenset(
    ("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern")
) | frozenset(
    ("southwestern", "north", "south", "east", "west", "rural", "upper", "lower", "greater", "inner")
)


class Gazetteer(Protocol):
    """Where places are looked up by name."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, best known first; () if none is known."""
        ...


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name of the report: where it stands first, its candidates, and how the name was read."""

    name: str
    span: Span
    candidates: tuple[Place, ...]
    read: str


def resolve_places(
    reports: Sequence[Report], statements: Sequence[Statement], gazetteer: Gazetteer
) -> tuple[PlaceLink, ...]:
    """Return a link for every toponym of the statements, in order of report and place in its text."""
    known: dict[str, tuple[tuple[Place, ...], str]] = {}
    by_report: dict[str, dict[int, Toponym]] = {r.id: {} for r in reports}
    for statement in statements:
        for toponym in statement.where:
            by_report.setdefault(statement.report, {}).setdefault(toponym.span.start, toponym)
    links: list[PlaceLink] = []
    for report in sorted(by_report):
        links += _of_report(report, by_report[report], gazetteer, known)
    return tuple(links)


def _of_report(
    report: str,
    toponyms: Mapping[int, Toponym],
    gazetteer: Gazetteer,
    known: dict[str, tuple[tuple[Place, ...], str]],
) -> list[PlaceLink]:
    asked: dict[str, _Asked] = {}
    for start in sorted(toponyms):
        toponym = toponyms[start]
        name = _asked_name(toponym)
        if name not in known:
            known[name] = look_up(name, gazetteer)
        asked.setdefault(name, _Asked(name, toponym.span, *known[name]))
    chosen = choose(report, tuple(asked.values()))
    return [
        PlaceLink(
            report,
            start,
            tuple(_widened(p, toponyms[start].relation) for p in chosen[_asked_name(toponyms[start])][0]),
            chosen[_asked_name(toponyms[start])][1],
        )
        for start in sorted(toponyms)
    ]


def _asked_name(toponym: Toponym) -> str:
    """The name to look up: a province is asked for as one, since it often bears its city's name."""
    return f"{toponym.name} province" if toponym.relation == "province of" else toponym.name


def look_up(name: str, gazetteer: Gazetteer) -> tuple[tuple[Place, ...], str]:
    """Return the candidates for `name` and how it was read: whole, without its direction, or its first words."""
    words = name.replace("'s", "").replace("’s", "").split()
    if found := gazetteer.find(" ".join(words)):
        return found, ""
    if len(words) > 1 and words[0].lower() in DIRECTIONS and (found := gazetteer.find(" ".join(words[1:]))):
        return found, f"read as {' '.join(words[1:])}"
    for size in range(len(words) - 1, 0, -1):
        if len(words[0]) > 3 and (found := gazetteer.find(" ".join(words[:size]))):
            return found, f"read as {' '.join(words[:size])}, a comma may be lost"
    return (), ""


def choose(report: str, asked: Sequence[_Asked]) -> dict[str, tuple[tuple[Place, ...], Reason]]:
    """Return for each name its remaining candidates and the reason, from the other names of the same report."""
    anchors = [a for a in asked if a.candidates and a.candidates[0].kind in WIDE]
    return {a.name: _decide(report, a, asked, anchors) for a in asked}


def _decide(
    report: str, asked: _Asked, others: Sequence[_Asked], anchors: Sequence[_Asked]
) -> tuple[tuple[Place, ...], Reason]:
    places, name = asked.candidates, asked.name
    own = Evidence(report, asked.span)
    tail = f" ({asked.read})" if asked.read else ""
    if not places:
        return (), Reason("unknown place", f'"{name}" is in no gazetteer; it gets no pin', (own,))
    if len(places) == 1:
        return places, Reason("only place", f'only one place called "{name}" is known{tail}', (own,))
    if places[0].kind in WIDE:
        return places[:1], Reason(
            "region or country", f'"{name}" is the name of a {places[0].kind}{tail}', (own,)
        )
    for anchor in sorted((a for a in anchors if a.name != name), key=lambda a: _width(a.candidates[0])):
        inside = tuple(p for p in places if _holds(anchor.candidates[0], p))
        if inside:
            words = f'the report also names {anchor.name}, which holds this "{name}"{tail}'
            return _first(inside), Reason(
                "named with its region", words, (own, Evidence(report, anchor.span))
            )
    return _by_distance(report, asked, others) or _by_fame(asked, own, tail)


def _width(place: Place) -> tuple[int, float]:
    return (place.kind == "country", place.radius_km)


def _holds(wide: Place, place: Place) -> bool:
    if wide.kind == "country":
        return wide.country == place.country
    if wide.country != place.country:
        return False
    return distance_km((wide.lat, wide.lon), (place.lat, place.lon)) <= wide.radius_km + place.radius_km


def _first(inside: tuple[Place, ...]) -> tuple[Place, ...]:
    """Candidates that a region holds: the best known alone where it is a city among villages, else all of them."""
    return (
        inside[:1] if inside[0].kind == "city" and all(p.kind != "city" for p in inside[1:]) else inside[:5]
    )


def _by_distance(
    report: str, asked: _Asked, others: Sequence[_Asked]
) -> tuple[tuple[Place, ...], Reason] | None:
    """The candidate that lies close to another named place while every rival lies several times as far from all."""
    rest = [o for o in others if o.name != asked.name and o.candidates and o.candidates[0].kind not in WIDE]
    if not rest:
        return None
    scored = []
    for place in asked.candidates:
        far, other = min((_apart(place, o), o.name) for o in rest)
        scored.append((far, place.key, place, other))
    scored.sort(key=lambda s: (s[0], s[1]))
    (nearest, _, place, name), second = scored[0], scored[1]
    if nearest > NEAR_KM or second[0] < max(FARTHER * nearest, 60.0):
        return None
    span = next(o.span for o in rest if o.name == name)
    words = (
        f'this "{asked.name}" lies {nearest:.0f} km from {name}, any other at least {second[0]:.0f} km away'
    )
    return (place,), Reason(
        "near other places", words, (Evidence(report, asked.span), Evidence(report, span))
    )


def _apart(place: Place, other: _Asked) -> float:
    return min(distance_km((place.lat, place.lon), (p.lat, p.lon)) for p in other.candidates)


def _by_fame(asked: _Asked, own: Evidence, tail: str) -> tuple[tuple[Place, ...], Reason]:
    places = asked.candidates
    if places[0].kind == "city" and all(p.kind != "city" for p in places[1:]):
        words = f'"{asked.name}" is a city, and every other place of that name is small{tail}'
        return places[:1], Reason("best known", words, (own,))
    words = f'{len(places)} places are called "{asked.name}" and nothing in the report tells them apart{tail}'
    return places[:5], Reason("homonyms left open", words, (own,))


def _widened(place: Place, relation: str) -> Place:
    if relation.endswith(" of") and relation.split(maxsplit=1)[0].replace("-", "") in _COMPASS:
        return replace(place, radius_km=place.radius_km + COMPASS_KM)
    return replace(place, radius_km=place.radius_km + WIDER_KM.get(relation, 0.0))


_COMPASS: Final = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
)
