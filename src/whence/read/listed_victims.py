"""Those who are listed beside a person that came to harm: "killed Ana Moro, a judge from Kesra, and two porters".

`named_victims` finds who has a name or an office, `claims` whom a number or an article counts right beside the word of
harm; between them, in one list with a name, people are reached by neither.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whence.read.groups import Group
from whence.read.named_victims import Victim

_PLACE: Final = r"(?:\s(?:of|from|in|at)\s[^,;.:\"“”]{2,60}?)?"
_JOINT: Final = r"(?:,?\s(?:and|as\swell\sas|along\swith|together\swith)|,)\s(?:also\s)?"
_RIGHT: Final = re.compile(rf"{_PLACE}{_JOINT}")
_LEFT: Final = re.compile(rf"{_PLACE}{_JOINT}(?:[\w.'’-]+\s){{0,5}}?")
_LAST: Final = re.compile(r"\b(?:and|as\swell\sas|along\swith|together\swith)\s")
_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|has|had|have|said|told|that|who|which|when|while|after|but|\w{3,}ed|\w{3,}ing)\b"
)
_ENDS: Final = re.compile(
    r"\s*(?:[.,;:()\[\]\"”]|$|(?:in|on|at|by|near|from|who|when|while|during|after|outside|last|yesterday|today|and|as|"
    r"with|was|were)\b)"
)
# "senator Ana Moro, a judge, and two porters": she has a title, so the judge is another
_TITLED: Final = re.compile(
    r"\b(?!of\b|killed|murdered|assassinated|wounded|injured|kidnapped|abducted)[a-z]{4,}\s$"
)
_TITLE: Final = 24  # code points before a name in which its title ends


def beside(text: str, victim: Victim, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return those of `groups` that one list joins to `victim`, behind the name if the harm goes before it."""
    if victim.cue_start < victim.start and victim.cue_end <= victim.end:
        chain = list(_right(text, victim, groups))
        listed = (
            chain and _LAST.search(text, victim.end, chain[-1].start) and _ENDS.match(text, chain[-1].end)
        )
    else:
        chain = list(_left(text, victim, groups))
        listed = chain and _LAST.search(text, chain[0].end, victim.start)
    return tuple(chain) if listed else ()


def _right(text: str, victim: Victim, groups: Sequence[Group]) -> Iterator[Group]:
    """The groups behind the name; ", a judge," right behind one that has no title only tells who that is."""
    titled = _TITLED.search(text, max(0, victim.start - _TITLE), victim.start) is not None
    apposed, at = not titled and victim.count.amount.words[:4].lower() != "the ", victim.end
    for group in (g for g in groups if g.start >= victim.end):
        gap = text[at : group.start]
        if not _RIGHT.fullmatch(gap) or _VERB.search(gap):
            return
        if not (apposed and gap == ", " and group.amount.upper == 1):
            yield group
        apposed, at = False, group.end


def _left(text: str, victim: Victim, groups: Sequence[Group]) -> Iterator[Group]:
    at = victim.start
    for group in (g for g in reversed(groups) if g.end <= victim.start):
        gap = text[group.end : at]
        if not _LEFT.fullmatch(gap) or _VERB.search(gap):
            return
        yield group
        at = group.start
