"""Toponyms to places: names are looked up, homonyms told apart by the report's other names, or left open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from whence.link.atlas import WIDE
from whence.link.homonyms import Asked, choose
from whence.model.finding import PlaceLink
from whence.model.report import Report
from whence.model.span import Reason
from whence.model.statement import Statement, Toponym
from whence.model.values import Place

WIDER_KM: Final = {"near": 10.0, "countryside of": 25.0, "province of": 0.0}
COMPASS_KM: Final = 25.0  # "west of X" speaks of places within some tens of kilometres
# What stands between a place and the region it lies in: "Harwan, Toluma", "Harwan (Toluma)", "Harwan in Toluma".
_QUALIFIED = re.compile(r"\s*[,(]?\s*(?:in (?:the )?|of |city |town |,\s*)?", re.I)
_PUTS = re.compile(r"[,(]|\bin\b")  # of these, what puts a name there: "the Nice of Russia" is not in Russia
# "…, Harwan, Toluma": the name before is told in the same list; "Harwan, Toluma and Misk": the list goes on.
_LISTED = re.compile(r"\s*,\s*(?:and\s+|or\s+)?")
_GOES_ON = re.compile(r"\s*(?:[,;/&]\s*(?:(?:and|or)\s+)?|(?:and|or)\s+)(?:the\s+)?(?-i:[A-Z\u00c0-\u00de])")
MILE_KM: Final = 1.609
FARTHEST_KM: Final = 500.0  # what is told to be farther off than that is not placed by it
_BEFORE: Final = 70  # code points before a name in which its distance is told
_DISTANCE = re.compile(
    r"(?<![\w.,])(?P<far>(?P<n>\d{1,3}(?:[.,]\d{1,2})?)[\s-]?(?:(?P<mile>miles?|mi)|km|kms|kilomet(?:er|re)s?))\b"
    r"(?:\s*\([^()]{1,20}\))?,?(?:\s+(?:away|further|farther|to the|due|just|(?:north|south|east|west)[a-z-]{0,9}))*"
    r"\s+(?:of|from|outside(?: of)?|off|inside|beyond|within)"
    r"(?:\s+(?:the|central|downtown|city|town|village|capital|centre|center|border|of|with))*\s+$",
    re.I,
)
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
    for before, start, following in zip((None, *starts), starts, (*starts[1:], None), strict=False):
        name = _asked_name(toponyms[start])
        near = [toponyms[s] if s is not None else None for s in (before, start, following)]
        found = _asked(text, (near[0], toponyms[start], near[2]), known, gazetteer)
        first = asked.get(name)
        asked[name] = (
            replace(first, after=first.after + found.after, inside=first.inside + found.inside)
            if first
            else found
        )
    chosen = choose(report, tuple(asked.values()))
    return [_link(report, text, toponyms[start], *chosen[_asked_name(toponyms[start])]) for start in starts]


def _asked(
    text: str,
    around: tuple[Toponym | None, Toponym, Toponym | None],
    known: Mapping[str, Found],
    gazetteer: Gazetteer,
) -> Asked:
    """The name that one mention asks for, with the wide places that the text names right after it."""
    before, toponym, following = around
    candidates, read, rest = known[_asked_name(toponym)]
    after = tuple((p, toponym.span) for p, _ in (gazetteer.ranked(rest) if rest else ()) if p.kind in WIDE)
    inside: tuple[Place, ...] = ()
    if following is not None and _QUALIFIED.fullmatch(text, toponym.span.end, following.span.start):
        found = known[_asked_name(following)][0]
        wide = tuple(p for p, _ in found if p.kind in WIDE)
        listed = before is not None and _LISTED.fullmatch(text, before.span.end, toponym.span.start)
        gap = text[toponym.span.end : following.span.start]
        if _PUTS.search(gap) and not listed and not _GOES_ON.match(text, following.span.end):
            inside = wide = wide or _province(following.name, found, gazetteer)
        after += tuple((p, following.span) for p in wide)
    return Asked(_asked_name(toponym), toponym.span, candidates, read, after, inside)


def _province(name: str, found: tuple[tuple[Place, float], ...], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The province that bears a town's name: "Misk, Harwan" may tell of either."""
    named = gazetteer.ranked(f"{name} province") if found else ()
    return tuple(p for p, _ in named if p.kind == "region" and p.country == found[0][0].country)


def _link(
    report: str, text: str, toponym: Toponym, candidates: tuple[Place, ...], reason: Reason
) -> PlaceLink:
    wider, words = _wider(text, toponym)
    if candidates and words:
        reason = replace(reason, words=f"{reason.words}; {words}")
    found = tuple(replace(p, radius_km=round(p.radius_km + wider, 3)) for p in candidates)
    return PlaceLink(report, toponym.span.start, found, reason)


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


def _wider(text: str, toponym: Toponym) -> tuple[float, str]:
    """By how many kilometres a relation widens the radius, and why in words where the text tells how far it is."""
    told = _DISTANCE.search(text, max(0, toponym.span.start - _BEFORE), toponym.span.start)
    far = float(told["n"].replace(",", ".")) * (MILE_KM if told["mile"] else 1.0) if told else 0.0
    if told and far <= FARTHEST_KM:
        return max(
            far, WIDER_KM.get(toponym.relation, 0.0)
        ), f'"{told["far"]}" away widens it by {far:.0f} km'
    if (
        toponym.relation.endswith(" of")
        and toponym.relation.split(maxsplit=1)[0].replace("-", "") in _COMPASS
    ):
        return COMPASS_KM, ""
    return WIDER_KM.get(toponym.relation, 0.0), ""


_COMPASS: Final = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
)
