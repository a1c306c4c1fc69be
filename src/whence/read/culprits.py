"""Who is said to have done it: actors as the text names them, tied to an attack or to a harm word.

The first two are read in `doers`, the third in `named_after`, the others, which the text spells out, in `spelt`.

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
from whence.read.blame import FIRM, Blame, Scope
from whence.read.blame_words import UNKNOWN
from whence.read.deeds import find_deeds
from whence.read.doers import doer
from whence.read.spelt import spelt_out
from whence.read.states import COUNTRY_NAMES

_ANEW: Final = re.compile(r"\b(?:however|but|although|though|while)\b", re.I)
_AND: Final = re.compile(
    r"^\W*(?:['’]s )?(?:(?:jets|warplanes|forces|aircraft) )?(?:and|or|&|as well as|along with|alongside|"
    r"together with|with|in (?:co-?operation|co-?ordination) with)"
    r"(?: (?:the|its|their|an?|other|so-called|allied|ally|allies|some|members of|fighters from|also))*\W*$",
    re.I,
)
_OR: Final = re.compile(r"\bor\b", re.I)
_LISTED: Final = re.compile(r"^[\s,]*(?:the |its )?$", re.I)
_ASKED: Final = 30  # code points behind "it is not known who" in which it is told what is not known
_CAUSE: Final = re.compile(r"\b(?:result of|caused by|due to|carried out|work of|behind|responsible)\b", re.I)
_SPELT_OUT: Final = re.compile(
    r"responsib|claimed|identif|identit", re.I
)  # says by itself that it is of a deed
_AFTER_DENIAL: Final = 6  # words between a denial and the deed that it is of
_ONE_DEED: Final = 25  # words between two ties that are mostly of one deed
_ELSEWHERE: Final = re.compile(r"\b(?:meanwhile|elsewhere|separately|while|whereas|also)\b", re.I)
_OTHERS: Final = re.compile(r"\b(?:other|allied|its|their) (?:\w+ )?$", re.I)
_COUNTRIES: Final = frozenset(COUNTRY_NAMES.values())


_Key = tuple[str, bool]  # a party's name, and whether it is said not to have done it


def find_blames(scope: Scope, actors: Sequence[Actor]) -> tuple[Blame, ...]:
    """Return who is said in the sentence to have done it, in order; one blame for each actor."""
    scope = replace(scope, events=find_deeds(scope.text, scope.start, scope.end, scope.events))
    inside = [a for a in _within(scope, actors) if not _NOT_THEM.search(scope.text, scope.start, a.start)]
    found: dict[_Key, Blame] = {}
    for actor in inside:
        blame = _blame(scope, actor, inside)
        key = (actor.name, bool(blame and blame.denied))
        if blame and (key not in found or _firmness(blame) < _firmness(found[key])):
            found[key] = blame
    _share(scope.text, inside, found)
    _either(scope.text, inside, found)
    unknown = _unknown(scope, found)
    if unknown and re.search(r"\b(?:whether|if|wh(?:o|ose|ich))\b", unknown.group(), re.I):
        # "it was not clear whether A or B did it" blames neither
        anew = _ANEW.search(scope.text, unknown.end(), scope.end)
        turn = anew.start() if anew else scope.end
        found = {k: b for k, b in found.items() if b.start < unknown.start() or b.start > turn}
    if unknown and (
        scope.events or _SPELT_OUT.search(scope.text, unknown.start(), min(scope.end, unknown.end() + _ASKED))
    ):
        # "unidentified gunmen" are nobody known
        found = {k: b for k, b in found.items() if not _inside(b, unknown.span())}
        found["unknown", False] = Blame("unknown", *unknown.span(), *unknown.span(), "nobody known")
    kept = (b for b in _named_first(scope.text, found) if not _taken_back(scope.text, b, found))
    return tuple(sorted(kept, key=lambda b: (b.start, b.name, b.denied)))


def _alternative(first: str, second: str) -> str:
    """One name for both in the alternative, the same in either order."""
    return " or ".join(sorted((first, second), key=lambda n: (not n.endswith(("government", "regime")), n)))


def _taken_back(text: str, blame: Blame, found: Mapping[_Key, Blame]) -> bool:
    """Whether the blame is what the same party denies: "A denied that A's army had done it" is one denial."""
    denial = found.get((blame.name, True))
    if blame.denied or denial is None or denial.cue_end > blame.start:
        return False
    return len(text[denial.cue_end : blame.start].split()) <= _AFTER_DENIAL


def _inside(blame: Blame, place: tuple[int, int]) -> bool:
    return place[0] <= blame.start and blame.end <= place[1]


def _unknown(scope: Scope, found: Mapping[_Key, Blame]) -> re.Match[str] | None:
    """Where the sentence says that nobody knows who did it: "unclear whether" does so where a party may have."""
    unknown = UNKNOWN.search(scope.text, scope.start, scope.end)
    if unknown is None or not re.search(r"\b(?:whether|if)$", unknown.group(), re.I):
        return unknown
    told = any(b.start >= unknown.start() for b in found.values())
    return unknown if told or _CAUSE.search(scope.text, unknown.end(), scope.end) else None


_FIRMEST_FIRST: Final = (
    "blamed", "named as responsible", "claimed by itself", "denied by itself", "nobody known", "confirmed",
    "agent of the attack", "subject of the attack", "attack named after it",
)  # fmt: skip


def _firmness(blame: Blame) -> int:
    return _FIRMEST_FIRST.index(blame.rule)


# "the army, not the rebels, killed them", "not by the army but by the rebels"
_NOT_THEM: Final = re.compile(r"[,–—-] ?(?:and )?not (?:by )?(?:the |an? )?$", re.I)
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


def _named_first(text: str, found: Mapping[_Key, Blame]) -> list[Blame]:
    """Return the blames without general words for a party named for the same deed ("rebels of the Red Hill")."""
    blames = sorted(found.values(), key=lambda b: (b.start, b.name))
    named = [b for b in blames if b.name not in VAGUE and b.name != "unknown" and b.name[0].isupper()]
    groups = [
        b for b in named if not b.name.endswith((" government", " regime")) and b.name not in _COUNTRIES
    ]
    return [b for b in blames if b.name not in VAGUE or not any(_meant(text, b, n) for n in groups)]


def _meant(text: str, general: Blame, named: Blame) -> bool:
    """Whether the general word is said of the deed of the named party, and the two are not told apart by "and"."""
    if _AND.match(text[min(general.end, named.end) : max(general.start, named.start)]):
        return False
    first, second = sorted((general, named), key=lambda b: b.cue_start)
    between = text[first.cue_end : second.cue_start]
    apart = len(between.split()) > _ONE_DEED or _ELSEWHERE.search(between)
    return first.cue_end > second.cue_start or not apart


def _share(text: str, inside: Sequence[Actor], found: dict[_Key, Blame]) -> None:
    """Give what is said of one of several coordinated actors to the others: "Karvian or Ostian aircraft"."""
    pairs = list(_joined(text, inside))
    # there and back, so that a list of three is shared whole
    for first, second in (*pairs, *reversed(pairs)):
        for known, other in ((first, second), (second, first)):
            if known.name == other.name or (
                other.name[0].islower() and _OTHERS.search(text[: other.start][-12:])
            ):
                continue  # "and other armed groups" adds nobody
            for denied in (False, True):
                blame = found.get((known.name, denied))
                if blame is None or not known.start <= blame.start < known.end:
                    continue
                mine = found.get((other.name, denied))
                if mine is None or _firmness(blame) < _firmness(mine):
                    cue = blame.cue_start, blame.cue_end
                    found[other.name, denied] = Blame(
                        other.name, other.start, other.end, *cue, blame.rule, denied
                    )


def _either(text: str, inside: Sequence[Actor], found: dict[_Key, Blame]) -> None:
    """Make one of two that are named for a deed in the alternative: of neither alone is it said that he did it."""
    for first, second in pairwise(inside):
        keys = [(a.name, False) for a in (first, second)]
        both = [found.get(k) for k in keys]
        one, other = both
        if first.name == second.name or one is None or other is None or {one.rule, other.rule} & FIRM:
            continue
        if not (_AND.match(text[first.end : second.start]) and _OR.search(text, first.end, second.start)):
            continue
        del found[keys[0]], found[keys[1]]
        cue = min(one.cue_start, other.cue_start), max(one.cue_end, other.cue_end)
        name = _alternative(first.name, second.name)
        found[name, False] = Blame(name, first.start, second.end, *cue, min(one, other, key=_firmness).rule)


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
