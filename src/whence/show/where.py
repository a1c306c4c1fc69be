"""Where an incident is told to have happened: each name with the place it is taken for, or those that it may be."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from whence.model.finding import Account, PlaceLink
from whence.model.values import Place
from whence.show.desk import Desk
from whence.show.phrases import plural

ALTERNATIVES: Final = 4  # places named of a name that may be several
NAMES: Final = 12  # names told of an incident; a roundup has dozens


@dataclass(frozen=True, slots=True)
class Told:
    """A name of the texts and in words what it is taken for, how often it is told, and why."""

    name: str
    place: str
    times: int
    why: str


def places_of(desk: Desk, account: Account) -> tuple[Told, ...]:
    """Return the names by which the account's statements tell where it was, most told first, each as it was resolved.

    One name is told once for each way in which the reports' names were resolved.
    """
    links = {(link.report, link.start): link for link in desk.findings.places}
    names: dict[tuple[str, tuple[str, ...]], list[PlaceLink]] = defaultdict(list)
    spelt: dict[tuple[str, tuple[str, ...]], Counter[str]] = defaultdict(Counter)
    for statement in desk.told(account.incident.statements):
        for toponym in statement.where:
            link = links.get((statement.report, toponym.span.start))
            if link is None:
                continue
            key = toponym.name.casefold(), tuple(p.key for p in link.candidates)
            names[key].append(link)
            spelt[key][toponym.name] += 1
    ranked = sorted(names, key=lambda k: (-len(names[k]), k))
    return tuple(
        Told(
            desk.words(min(spelt[k], key=lambda n: (-spelt[k][n], n))),
            _place_words(names[k][0].candidates),
            len(names[k]),
            desk.words(names[k][0].reason.words),
        )
        for k in ranked
    )


def _place_words(candidates: tuple[Place, ...]) -> str:
    """Say which place it is, with its point and radius; which it may be; or that none is known."""
    if not candidates:
        return "in no table of places: not on the map"
    if len(candidates) == 1:
        return _one(candidates[0])
    shown = "; ".join(_one(p) for p in candidates[:ALTERNATIVES])
    left = len(candidates) - ALTERNATIVES
    more = f"; {left} more" if left > 0 else ""
    return f"left open, one of {len(candidates)} {plural('place', len(candidates))}: {shown}{more}"


def _one(place: Place) -> str:
    lies = ", ".join(dict.fromkeys(x for x in (place.name, place.region, place.country) if x))
    return f"{lies} ({place.lat:.3f}, {place.lon:.3f}, within {place.radius_km:g} km)"
