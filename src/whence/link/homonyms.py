"""Which of the places of one name a report means: a table of signs with weights, read against its other names.

Every candidate is scored by what speaks for it.  The others' candidates are weighed by their own scores of the round
before, so that names settle one another.  Where the best does not lead clearly, all near it stay candidates.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.link.atlas import WIDE, distance_km
from whence.model.span import Evidence, Reason, Span
from whence.model.values import Place

# Sign -> weight of a full one.  Set on LGL and GeoVirus (2026-11, bench/toponyms.py): round numbers, not fitted ones.
WEIGHTS: Final = {
    "its region follows": 4.0,  # "Springfield, Ohio"
    "its region is named": 1.5,  # Ohio stands elsewhere, or holds most other places
    "country of the others": 2.5,  # times the share of the other names that lie in its country
    "near other places": 2.0,
    "people": 0.7,  # per power of ten of people
}
NEAR: Final = (
    (30.0, 1.0),
    (80.0, 0.7),
    (160.0, 0.35),
)  # kilometres -> part of the weight of "near other places"
MARGIN: Final = 0.7  # the best must lead by so much
OPEN: Final = 5  # candidates kept where none leads
ROUNDS: Final = 2
HEADS: Final = 4  # candidates of another name that are asked for their distance
SMALL: Final = 5.0  # powers of ten of people: a smaller place alone in another country is doubted
ALONE: Final = 0.02  # share of the other names in its country below which a place is alone there
TOGETHER: Final = 0.6  # share of the other names in one country above which the report is about that country
BORDER: Final = (
    1.3  # no region is round: it may reach so many times its radius from its middle, and some way on
)
BORDER_KM: Final = 30.0
FEW: Final = 3  # other names below which nothing is doubted


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of a report: where it stands first, its candidates with their fame, how it was read, what follows it.

    `after` are the wide places (regions, countries) that the text names right after it, with their span; `inside` those
    of them that can be nothing but where it lies ("Harwan, Toluma"), and no next name of a list.
    """

    name: str
    span: Span
    candidates: tuple[tuple[Place, float], ...]
    read: str = ""
    after: tuple[tuple[Place, Span], ...] = ()
    inside: tuple[Place, ...] = ()


@dataclass(slots=True)
class _Sign:
    """How much one sign says for a candidate, in words, and where it stands."""

    rule: str
    value: float
    words: str
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Around:
    """What the other names of the report come to: shares of countries and regions, and the heads of each name."""

    countries: Mapping[str, float]
    regions: Mapping[str, float]
    wide: Sequence[tuple[Place, Asked]]
    heads: Sequence[tuple[Asked, Sequence[tuple[Place, float]]]]
    names: int = field(default=0)


def choose(report: str, asked: Sequence[Asked]) -> dict[str, tuple[tuple[Place, ...], Reason]]:
    """Return for each name its remaining candidates, best first, and the reason; () for a name that gets no pin."""
    chances = {a.name: _chances([0.7 * fame for _, fame in a.candidates]) for a in asked}
    signs: dict[str, list[list[_Sign]]] = {}
    for _ in range(ROUNDS):
        signs = {a.name: _signs(a, _around(a, asked, chances)) for a in asked}
        chances = {name: _chances([_total(s) for s in rows]) for name, rows in signs.items()}
    return {a.name: _decide(report, a, signs[a.name], _around(a, asked, chances)) for a in asked}


def _chances(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(1.5 * (s - top)) for s in scores]
    return [p / sum(parts) for p in parts]


def _total(signs: Sequence[_Sign]) -> float:
    return round(sum(WEIGHTS[s.rule] * s.value for s in signs), 6)


def _around(own: Asked, asked: Sequence[Asked], chances: Mapping[str, Sequence[float]]) -> _Around:
    countries: dict[str, float] = defaultdict(float)
    regions: dict[str, float] = defaultdict(float)
    wide: list[tuple[Place, Asked]] = []
    heads: list[tuple[Asked, list[tuple[Place, float]]]] = []
    others = [o for o in asked if o.name != own.name and o.candidates]
    for other in others:
        pairs = list(zip((p for p, _ in other.candidates), chances[other.name], strict=True))
        for place, chance in pairs:
            if place.country:
                countries[place.country] += chance / len(others)
            if place.region:
                regions[place.region] += chance / len(others)
            if place.kind in WIDE and place.country and chance > 1 / 2:
                wide.append((place, other))
        near = [(p, c) for p, c in pairs if p.kind not in WIDE]
        heads.append((other, sorted(near, key=lambda pc: (-pc[1], pc[0].key))[:HEADS]))
    return _Around(countries, regions, wide, heads, len(others))


def _signs(asked: Asked, around: _Around) -> list[list[_Sign]]:
    if len(asked.candidates) == 1:
        return [[_Sign("people", asked.candidates[0][1], "")]]
    return [_signs_of(asked, place, fame, around) for place, fame in asked.candidates]


def _signs_of(asked: Asked, place: Place, fame: float, around: _Around) -> list[_Sign]:
    signs = [_Sign("people", fame, "is by far the best known")]
    for wide, span in asked.after:
        if holds(wide, place):
            signs.append(
                _Sign("its region follows", 1.0, f"is followed by {wide.name}, which holds it", (span,))
            )
            break
    share = around.countries.get(place.country, 0.0)
    if share:
        words = f"lies in the country of most other places of the report ({share:.0%})"
        signs.append(_Sign("country of the others", share, words))
    signs += [s for s in (_region_sign(place, around), _near_sign(place, around)) if s]
    return signs


def _region_sign(place: Place, around: _Around) -> _Sign | None:
    """Its region or country is named, or holds other places of the report."""
    for wide, other in sorted(around.wide, key=lambda w: (w[0].radius_km, w[0].key)):
        if wide.kind != "country" and holds(wide, place):
            words = f"lies in {wide.name}, which the report also names"
            return _Sign("its region is named", 1.0, words, (other.span,))
    share = min(1.0, 2 * around.regions.get(place.region, 0.0)) if place.region else 0.0
    if share:
        return _Sign("its region is named", share, "lies in the same region as other places of the report")
    return None


def _near_sign(place: Place, around: _Around) -> _Sign | None:
    best: tuple[float, float, Asked] | None = None
    for other, heads in around.heads:
        for near, chance in heads:
            if place.kind in WIDE:
                far = 0.0 if holds(place, near) else math.inf
            else:
                far = distance_km((place.lat, place.lon), (near.lat, near.lon))
            value = chance * next((part for km, part in NEAR if far <= km), 0.0)
            if value and (best is None or value > best[0]):
                best = (value, far, other)
    if best is None:
        return None
    words = f"holds {best[2].name}" if place.kind in WIDE else f"lies {best[1]:.0f} km from {best[2].name}"
    return _Sign("near other places", best[0], words, (best[2].span,))


def holds(wide: Place, place: Place) -> bool:
    """Return whether a region or country holds a place: by its code where both have one, else by distance."""
    if wide.key == place.key or wide.kind not in WIDE or wide.country != place.country:
        return False
    if wide.kind == "country":
        return True
    if place.kind == "country":
        return False
    if _coded(wide) and _coded(place):
        return wide.region == place.region and place.kind != "region"
    return distance_km((wide.lat, wide.lon), (place.lat, place.lon)) <= wide.radius_km


def _lies_in(wide: Place, place: Place) -> bool:
    """Whether a place may lie in a wide one: like `holds`, with room for borders that no radius follows."""
    far = distance_km((wide.lat, wide.lon), (place.lat, place.lon))
    return holds(wide, place) or wide.key == place.key or far <= BORDER * wide.radius_km + BORDER_KM


def _coded(place: Place) -> bool:
    return place.region.startswith("US.")


def _decide(
    report: str, asked: Asked, signs: Sequence[Sequence[_Sign]], around: _Around
) -> tuple[tuple[Place, ...], Reason]:
    name, own = asked.name, Evidence(report, asked.span)
    tail = f" ({asked.read})" if asked.read else ""
    if not asked.candidates:
        return (), Reason("unknown place", f'"{name}" is in no gazetteer; it gets no pin', (own,))
    order = sorted(
        range(len(signs)),
        key=lambda i: (-_total(signs[i]), -asked.candidates[i][1], asked.candidates[i][0].key),
    )
    ranked = [(_total(signs[i]), *asked.candidates[i], signs[i]) for i in order]
    _, place, fame, best = ranked[0]
    if doubt := _doubt(asked, place, fame, around):
        return (), Reason("unlikely place", f'{doubt}; "{name}" gets no pin{tail}', (own,))
    if len(ranked) == 1:
        return (place,), Reason("only place", f'only one place called "{name}" is known{tail}', (own,))
    if ranked[0][0] - ranked[1][0] < MARGIN:
        words = f'{len(ranked)} places are called "{name}" and nothing in the report tells them apart{tail}'
        near = tuple(p for total, p, _, _ in ranked if total > ranked[0][0] - 2 * MARGIN)
        return near[:OPEN], Reason("homonyms left open", words, (own,))
    sign = _decisive(best, ranked[1][3])
    evidence = (own, *(Evidence(report, s) for s in sign.spans))
    rule = "best known" if sign.rule == "people" else sign.rule
    return (place,), Reason(
        rule, f'of {len(ranked)} places called "{name}", this one {sign.words}{tail}', evidence
    )


def _decisive(best: Sequence[_Sign], second: Sequence[_Sign]) -> _Sign:
    """The sign in which the best leads the runner-up by the most."""
    rival = {s.rule: s.value for s in second}
    return max(best, key=lambda s: (WEIGHTS[s.rule] * (s.value - rival.get(s.rule, 0.0)), s.rule))


def _doubt(asked: Asked, place: Place, fame: float, around: _Around) -> str:
    """Why the best candidate can hardly be meant: outside of where the text puts it, or small and far from all else."""
    inside = asked.inside if place.kind not in WIDE else ()  # "Iraq, Afghanistan": no country lies in another
    if inside and not any(_lies_in(w, p) for w in inside for p, _ in asked.candidates):
        return f"{inside[0].name} follows it, and no place of that name is known there"
    if fame >= SMALL or place.kind in WIDE or around.names < FEW or asked.after:
        return ""
    if around.countries.get(place.country, 0.0) > ALONE or not around.countries:
        return ""
    country, share = max(around.countries.items(), key=lambda c: (c[1], c[0]))
    if share < TOGETHER:
        return ""
    return f"the only place known is small and in {place.country}, the report's others are in {country}"
