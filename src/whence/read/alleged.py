"""Whether an attack is alleged of a party in earnest, or named in passing: points that can be counted aloud.

=====================  ======  ===================================================================================
claimed or denied      always  the party claims or denies it, nobody is known, or it is confirmed
words of blame         3       "blamed", "accused of", "was behind"
harm beside it         3       people come to harm in the same sentence
did what is told       2       the party burned, attacked or kidnapped what the sentence says was hit or taken
harm next to it        2       people come to harm in the sentence before or after
told by somebody       2       the text says who tells it
the paper's own news   2       the report cites nobody at all: what it tells is its own
civil life hit         1       a town, homes, people or a hospital are what was hit
a day                  1       the sentence says on which day
by an agent            1       "carried out by A"
things                 -1      positions, vehicles or stores are what was hit
how things stand       -1      "is", "are": a state of things
only named after it    -2      "the A raids"
fighting               -2      an offensive, clashes, a battle: two sides do it
a habit                -2      "repeatedly", "continues to": no one attack is meant
a run of headings      -2      most words are capital: no sentence of the text
a stretch of time      -3      "since", "in 2003", "for years": it is recalled or summed up, and no one attack
crimes in general      -4      "accused of war crimes", "the violations committed by A": of no one attack
=====================  ======  ===================================================================================

Two points are enough.  Weights and bound were fitted on two sets of 210 and 181 reports (2026-11-21; 1,369 candidates
that are no claims or denials of one's own, half of them marked by annotators); what is fitted on one set does on the
other as well as what was made for that one by hand.  The weight of crimes in general was set by hand afterwards.

Where a trained network reads along, its share of the party's words as those of who did it counts beside the points, as
log-odds: an even share adds nothing, one of .99 some four points; what speaks for it must outweigh what speaks against
(docs/decisions/0011-the-network-weighs-who-did-it.md).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from whence.read.attribution import Attribution
from whence.read.blame import FIRM
from whence.read.chains import Nearby, chains_for
from whence.read.draft import Draft
from whence.read.hitters import HITTER

NOWHERE: Final = 1_000_000  # sentences; further than any report is long: nobody came to harm in it
Share = Callable[[int, int], float]  # the network's share of the words [start, end) as those of who did it
_ENOUGH: Final = 2
_ENOUGH_IN_ALL: Final = 0  # points and log-odds together
_DOUBT: Final = 0.01  # added to a share and its rest, so that the log-odds stay within five
_BLAMED: Final = frozenset(("blamed", "named as responsible"))
_ALWAYS: Final = FIRM - _BLAMED
_NEAR: Final = {0: 3, 1: 2}  # sentences to the nearest harm -> points
_HIT: Final = 60  # code points behind the deed in which it is told what was hit
_CALLED: Final = 25  # code points behind the deed in which it may be called fighting
_MONTHS: Final = (
    "(?:january|february|march|april|june|july|august|september|october|november|december|(?-i:May)|"
    r"(?-i:Sept?|Oct|Nov|Dec|Jan|Feb|Aug|Apr)\.?)"
)
_DAY: Final = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|dawn|{_MONTHS} \d{{1,2}}|"
    rf"\d{{1,2}} {_MONTHS})\b",
    re.I,
)
_HABIT: Final = re.compile(
    r"\b(?:repeatedly|regularly|often|routinely|(?:near-)?daily|frequent(?:ly)?|usually|always|in the past|"
    r"so far|continu\w+|ongoing|(?:multiple|several|numerous) occasions|at least \w+ times)\b",
    re.I,
)
_STRETCH: Final = re.compile(
    r"\bsince (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|dawn|then\b|(?:the|early|late) (?:morning|evening)|"
    r"(?:the )?(?:very )?(?:early|first|late) hours|midnight|last night)|"
    r"\bfor (?:months|years)\b|\b(?:19|20)\d\d\b|\byears?\b"
    rf"|\b(?:beg[au]n|started|launched|intervened)\b[^.;]{{0,90}}\b(?:in|last|since) (?:late |early |mid-?)?"
    rf"(?:{_MONTHS}(?! \d)|month|summer|autumn|winter|spring)\b"
    r"|\blaunched (?:last|in) [A-Z]\w+ ",
    re.I,
)
# "on Friday, 28 October 2031": the year of one day is no stretch of time
_DATED: Final = re.compile(rf"\b(?:{_MONTHS} \d{{1,2}},?|\d{{1,2}} {_MONTHS},?) (?:19|20)\d\d\b", re.I)
_CRIMES: Final = re.compile(r"\b(?:war crimes|crimes|violations|abuses|atrocities)\b", re.I)
_CHARGE: Final = 45  # code points behind the tie, and about as many before it, in which the charge is named
_CHARGED: Final = 30
_THINGS: Final = re.compile(
    r"\b(?:destroy\w*|positions?|vehicles?|hideouts?|dens?|convoys?|fortif\w+|depots?|tanks?|tunnels?|"
    r"bridges?)\b",
    re.I,
)
_FIGHTING: Final = re.compile(
    r"\b(?:offensive|operations?|campaign|war|advance|clashes|fighting|battles?|intervention|crackdown|siege)\b",
    re.I,
)
_CIVIL: Final = re.compile(
    r"\b(?:civilians?|residents?|children|women|hospitals?|schools?|clinics?|markets?|bakery|houses?|homes?|"
    r"residential|neighbou?rhoods?|districts?|mosques?|churches|people|villages?|towns?|city|cities|camps?|"
    r"convoy)\b",
    re.I,
)
_STANDS: Final = re.compile(r"\b(?:is|are)\b", re.I)
_CAPITAL: Final = 0.6  # share of capital words above which a run of words is no sentence
_RUN: Final = 12  # words; a shorter run is a headline


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a blame stands: sentences to the nearest harm, whether somebody tells it, if the report cites anybody."""

    distance: int
    told: bool
    cites: bool
    share: float | None = None  # the network's, where one reads along


def in_earnest(text: str, place: tuple[int, int], draft: Draft, setting: Setting) -> bool:
    """Return whether the blame `draft` of the sentence at `place` is meant of one attack."""
    if draft.rule in _ALWAYS:
        return True
    points = _points(text, place, draft, setting)
    if setting.share is None:
        return points >= _ENOUGH
    odds = log((setting.share + _DOUBT) / (1 - setting.share + _DOUBT))
    return points + round(odds, 3) >= _ENOUGH_IN_ALL


def weighed(draft: Draft) -> bool:
    """Return whether a network's share counts for `draft`: a blame that is not claimed, denied or confirmed."""
    return draft.aspect == "responsible" and draft.rule not in _ALWAYS


def _points(text: str, place: tuple[int, int], draft: Draft, setting: Setting) -> int:
    hit = draft.end, min(place[1], draft.end + _HIT)
    called = draft.start, min(place[1], draft.end + _CALLED)
    charge = max(place[0], draft.start - _CHARGED), min(place[1], draft.end + _CHARGE)
    speaking_for = (
        3 * (draft.rule in _BLAMED),
        2 * (draft.rule == HITTER),
        _NEAR.get(setting.distance, 0),
        2 * setting.told,
        2 * (not setting.cites),
        bool(_CIVIL.search(text, *hit)),
        bool(_DAY.search(text, *place)),
        draft.rule == "agent of the attack",
    )
    speaking_against = (
        bool(_THINGS.search(text, *place)),
        2 * (draft.rule == "attack named after it"),
        2 * bool(_FIGHTING.search(text, *called)),
        2 * bool(_HABIT.search(text, *place)),
        bool(_STANDS.search(text, *place)),
        2 * _is_headings(text[slice(*place)]),
        3 * bool(_STRETCH.search(_DATED.sub(" ", text[slice(*place)]))),
        4 * bool(_CRIMES.search(text, *charge)),
    )
    return sum(speaking_for) - sum(speaking_against)


def _is_headings(sentence: str) -> bool:
    """Whether the sentence is a run of headings, as menus and lists of related news leave them in a text."""
    words = sentence.split()
    return len(words) > _RUN and sum(w[0].isupper() for w in words) > _CAPITAL * len(words)


def without_mentions(
    text: str,
    places: Sequence[tuple[int, int]],
    drafts: Sequence[Draft],
    attributions: Sequence[Attribution],
    share: Share | None = None,
) -> list[Draft]:
    """Return `drafts` without the parties that are only named in passing; `places` are the sentences of `text`.

    `share` is the network's word on who did it, where one reads along.
    """
    harmed = sorted({d.sentence for d in drafts if d.aspect in ("killed", "injured")})
    near = Nearby(attributions)

    def setting(d: Draft) -> Setting:
        told = bool(chains_for(near.at(d.key_start, d.key_end), d.key_start, d.key_end))
        heard = share(d.key_start, d.key_end) if share and weighed(d) else None
        return Setting(_distance(d.sentence, harmed), told, bool(attributions), heard)

    return [
        d for d in drafts if d.aspect != "responsible" or in_earnest(text, places[d.sentence], d, setting(d))
    ]


def _distance(sentence: int, harmed: Sequence[int]) -> int:
    """The number of sentences to the nearest of `harmed` (in order); more than any report has, if there is none."""
    at = bisect_left(harmed, sentence)
    return min((abs(sentence - i) for i in harmed[max(0, at - 1) : at + 1]), default=NOWHERE)
