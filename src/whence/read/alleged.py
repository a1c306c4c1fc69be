"""Whether an attack is alleged of a party in earnest, or named in passing: points that can be counted aloud.

=====================  ======  ===================================================================================
harm beside it         always  people come to harm in the same sentence
words of blame         always  it is claimed, denied, confirmed or blamed in so many words
grave                  always  gas, an execution, an aircraft shot down: alleged whoever was harmed
harm near              2 or 1  people come to harm in the sentence before or after, or in the next but one
no harm told           1       nobody comes to harm in the report: the attack itself is the news
a word of harm         1       "casualties", "the dead": uncounted
a day                  1       the sentence says on which day
by an agent            1       "carried out by A"
fire from afar         1       shells, bombs or aircraft: what is fired is fired at somebody
only named after it    -1      "the A offensive"
things                 -1      positions, vehicles or stores are what was hit
a habit                -1      "repeatedly", "since last year": no one attack is meant
=====================  ======  ===================================================================================

Two points are enough.  Weights and bound were chosen on 210 reports (2026-11-21): 639 candidates, of which half are
what annotators marked; the bound takes those of which at least one in three is.
"""

import re
from collections.abc import Sequence
from typing import Final

from whence.read.blame import FIRM
from whence.read.draft import Draft
from whence.read.inherit import Voiced

_NAMED: Final = "attack named after it"
_GRAVE: Final = frozenset(("chemical", "execution", "shootdown"))
_FIRED: Final = frozenset(("airstrike", "shelling", "bombing", "chemical", "execution", "shootdown"))
NOWHERE: Final = 1_000_000  # sentences; further than any report is long: nobody came to harm in it
_NEAR: Final = {1: 2, 2: 1, NOWHERE: 1}  # sentences to the nearest harm -> points
_ENOUGH: Final = 2
_MONTHS: Final = (
    "(?:january|february|march|april|june|july|august|september|october|november|december|(?-i:May)|(?-i:Sept?|Oct|Nov|Dec|Jan|Feb"
    r"|Aug|Apr)\.?)"
)
_DAY: Final = re.compile(
    rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|dawn|{_MONTHS} \d{{1,2}}|"
    rf"\d{{1,2}} {_MONTHS})\b",
    re.I,
)
_HABIT: Final = re.compile(
    r"\b(?:repeatedly|regularly|often|routinely|(?:near-)?daily|frequent(?:ly)?|usually|always|in the past|"
    r"for (?:months|years)|"
    r"since (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|dawn|(?:the|early|late) (?:morning|evening))|"
    r"so far|continu\w+|ongoing)\b",
    re.I,
)
_CAMPAIGN: Final = re.compile(
    rf"\b(?:beg[au]n|started|launched|intervened)\b[^.;]{{0,90}}\b(?:in|last|since) (?:late |early |mid-?)?"
    rf"(?:{_MONTHS}(?! \d)|(?:19|20)\d\d|years?|month|summer|autumn|winter|spring)\b"
    r"|\blaunched (?:last|in) [A-Z]\w+ ",
    re.I,
)
_HARM: Final = re.compile(
    r"\b(?:casualt\w+|deaths?|dead|victims?|wounded|injur\w+|killed|killing|martyr\w*)\b", re.I
)
_THINGS: Final = re.compile(
    r"\b(?:destroy\w*|positions?|vehicles?|hideouts?|dens?|convoys?|fortif\w+|depots?|tanks?|tunnels?|"
    r"bridges?)\b",
    re.I,
)


def in_earnest(text: str, place: tuple[int, int], draft: Draft, distance: int) -> bool:
    """Return whether the blame `draft` of the sentence at `place` is meant of one attack.

    `distance` is the number of sentences to the nearest in which people come to harm.
    """
    if draft.rule in FIRM or distance == 0:
        return True
    kind = draft.event.kind if draft.event else "other"
    habit = _HABIT.search(text, *place) or _CAMPAIGN.search(text, *place)
    if kind in _GRAVE and draft.rule != _NAMED and not habit:
        return True
    speaking_for = (
        _NEAR.get(distance, 0),
        draft.rule == "agent of the attack",
        kind in _FIRED,
        bool(_DAY.search(text, *place)),
        bool(_HARM.search(text, *place)),
    )
    speaking_against = (draft.rule == _NAMED, bool(habit), bool(_THINGS.search(text, *place)))
    return sum(speaking_for) - sum(speaking_against) >= _ENOUGH


def without_asides(text: str, places: Sequence[tuple[int, int]], told: Sequence[Voiced]) -> list[Voiced]:
    """Return `told` without the attacks that a report of others' news recalls in its own word, with no harm and no day.

    Of 25 such in the training reports annotators marked 9; where a report cites nobody, its own word is the news.
    """
    if not any(v.hops for v in told):
        return list(told)
    return [v for v in told if not _aside(text, places[v.draft.sentence], v)]


def _aside(text: str, place: tuple[int, int], v: Voiced) -> bool:
    if v.hops or v.draft.aspect != "responsible" or v.draft.rule in FIRM:
        return False
    return not _HARM.search(text, *place) and not _DAY.search(text, *place)
