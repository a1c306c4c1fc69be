"""Who is said to have done it: actors as the text names them, tied to an attack or to a harm word.

The first three are read in `doers`, the others, which the text spells out, in `spelt`.

=====================  ======================================================================================
agent of the attack    "killed by A", "shells fired by A", "an air raid by A"
subject of the attack  "A killed twelve", "A's warplanes bombed the market", "A fired shells at it"
attack named after it  "A's air strikes", "the A shelling", "terrorist rocket attacks"
blamed                 "blamed A for it", "accused A", "an attack attributed to A"
named as responsible   "A was behind the attack", "A is believed to be responsible"
claimed by itself      "A claimed responsibility"; also "the attack was claimed by A"
denied by itself       "A denied the charge"
confirmed              "B confirmed eight A strikes"
nobody known           "no group claimed it", "it was not clear who fired", "unidentified aircraft"
=====================  ======================================================================================
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from whence.read.actors import VAGUE, Actor
from whence.read.blame import Blame, Scope
from whence.read.blame_words import UNKNOWN
from whence.read.deeds import find_deeds
from whence.read.doers import doer
from whence.read.parties import COUNTRY_NAMES
from whence.read.spelt import spelt_out

_AND: Final = re.compile(
    r"^\W*(?:['’]s )?(?:(?:jets|warplanes|forces|aircraft) )?(?:and|or|&|as well as|along with|alongside|"
    r"together with|with)"
    r"(?: (?:the|its|their|an?|other|so-called|allied|ally|allies|some|members of|fighters from|also))*\W*$",
    re.I,
)
_LISTED: Final = re.compile(r"^[\s,]*(?:the |its )?$", re.I)
_COUNTRIES: Final = frozenset(COUNTRY_NAMES.values())


def find_blames(scope: Scope, actors: Sequence[Actor]) -> tuple[Blame, ...]:
    """Return who is said in the sentence to have done it, in order; one blame for each actor."""
    scope = replace(scope, events=find_deeds(scope.text, scope.start, scope.end, scope.events))
    inside = _within(scope, actors)
    found: dict[str, Blame] = {}
    for actor in inside:
        blame = _blame(scope, actor, inside)
        if blame and (actor.name not in found or _firmness(blame) < _firmness(found[actor.name])):
            found[actor.name] = blame
    _share(scope.text, inside, found)
    unknown = UNKNOWN.search(scope.text, scope.start, scope.end)
    if unknown and re.search(r"\b(?:whether|if|wh(?:o|ose|ich))\b", unknown.group(), re.I):
        # "it was not clear whether A or B did it" blames neither
        found = {k: b for k, b in found.items() if b.start < unknown.start()}
    if unknown and (scope.events or "responsib" in unknown.group().lower()):
        found.setdefault("unknown", Blame("unknown", *unknown.span(), *unknown.span(), "nobody known"))
    return tuple(sorted(_named_first(scope.text, found), key=lambda b: (b.start, b.name)))


_FIRMEST_FIRST: Final = (
    "blamed", "named as responsible", "claimed by itself", "denied by itself", "nobody known", "confirmed",
    "agent of the attack", "subject of the attack", "attack named after it",
)  # fmt: skip


def _firmness(blame: Blame) -> int:
    return _FIRMEST_FIRST.index(blame.rule)


_TO_BE: Final = re.compile(
    r"\s*(?:also )?(?:(?:widely |strongly )?(?:believed|thought|suspected|said|presumed|assumed|"
    r"understood) to be|likely|apparently"
    r"|probably|possibly|presumably) (?:the |those of (?:the )?)?$",
    re.I,
)


def _within(scope: Scope, actors: Sequence[Actor]) -> list[Actor]:
    """The parties of the sentence, without the general word for one that is named: "jets believed to be Ostian"."""
    inside = [a for a in actors if scope.start <= a.start and a.end <= scope.end]
    last = len(inside) - 1
    return [
        a
        for i, a in enumerate(inside)
        if i == last or not _TO_BE.match(scope.text[a.end : inside[i + 1].start])
    ]


def _named_first(text: str, found: Mapping[str, Blame]) -> list[Blame]:
    """Return the blames without general words where the sentence names the party ("rebels of the Red Hill Brigade")."""
    blames = sorted(found.values(), key=lambda b: (b.start, b.name))
    named = [b for b in blames if b.name not in VAGUE and b.name != "unknown" and b.name[0].isupper()]
    groups = [
        b for b in named if not b.name.endswith((" government", " regime")) and b.name not in _COUNTRIES
    ]
    kept = []
    for b in blames:
        joined = any(_AND.match(text[min(b.end, n.end) : max(b.start, n.start)]) for n in groups)
        if b.name not in VAGUE or not groups or joined:
            kept.append(b)
    return kept


def _share(text: str, inside: Sequence[Actor], found: dict[str, Blame]) -> None:
    """Give what is said of one of several coordinated actors to the others: "Karvian or Ostian aircraft"."""
    pairs = list(_joined(text, inside))
    for first, second in (
        *pairs,
        *reversed(pairs),
    ):  # there and back, so that a list of three is shared whole
        for known, other in ((first, second), (second, first)):
            blame = found.get(known.name)
            if blame is None or not known.start <= blame.start < known.end or known.name == other.name:
                continue
            if other.name not in found or _firmness(blame) < _firmness(found[other.name]):
                cue = blame.cue_start, blame.cue_end
                found[other.name] = Blame(other.name, other.start, other.end, *cue, blame.rule, blame.denied)


def _joined(text: str, inside: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """The neighbours that one list joins: "A and B", and A with B in "A, B and C", whose commas may be lost."""
    joint = [bool(_AND.match(text[x.end : y.start])) for x, y in pairwise(inside)]
    for i, (first, second) in enumerate(pairwise(inside)):
        listed = i + 1 < len(joint) and joint[i + 1] and _LISTED.match(text[first.end : second.start])
        if joint[i] or listed:
            yield first, second


def _blame(scope: Scope, actor: Actor, inside: Sequence[Actor]) -> Blame | None:
    stated = spelt_out(scope, actor)
    if stated or not (scope.events or scope.harms):
        return stated
    before = scope.text[scope.start : actor.start]
    return doer(scope, actor, before, inside)
