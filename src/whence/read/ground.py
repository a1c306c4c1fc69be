"""What is done from somebody's ground, in his prisons or with his weapons: who did it is told by whose they are."""

import re
from typing import Final

from whence.read.blame_words import ARTICLES

# what is fired from somebody's ground is fired by him
_FIRED: Final = (
    r"(?:fired|launched|shells?|rockets?|missiles?|mortars?|rounds?|projectiles?|gunfire|bullets?|salvo|barrage|"
    r"shelling|bombardment)\b[^.;\"]{0,60}?"
)
_GROUND: Final = (
    r"(?:territory|areas?|positions?|lines?|posts?|outposts?|enclaves?|quarters?|suburbs?|districts?|"
    r"neighbou?rhoods?|villages?|towns?)"
)
_FIRED_FROM: Final = re.compile(rf"\b{_FIRED} from (?:the |an? |inside |nearby |within )*$", re.I)
_OWN_GROUND: Final = re.compile(rf"(?:[- ](?:held|controlled|run|occupied))?(?: \w+)? {_GROUND}\b", re.I)
# "shells fired from positions held by A"
FROM_HELD: Final = re.compile(
    rf"\b{_FIRED} from (?:[\w-]+ ){{0,3}}?{_GROUND}(?: \w+){{0,3}}? (?:held|controlled) by\s+(?:the |an? )?$",
    re.I,
)
# "died under torture in A prisons", "died in the A's custody"
_IN_CUSTODY: Final = re.compile(r"\b(?:tortur\w+[^.;\"]{0,60}|died) (?:in|inside|at) (?:the )?$", re.I)
_JAIL: Final = re.compile(
    r"(?:['’]s?)?(?: \w+)? (?:prisons?|jails?|custody|detention|dungeons|cells)\b", re.I
)
# "cluster bombs used by A killed two"
USED_BY: Final = re.compile(
    r"\b(?:munitions|bombs?|gas|agents?|sarin|chlorine|shells|rockets|missiles|mines) (?:\w+ly )?used by"
    + ARTICLES,
    re.I,
)
# "came under fire from A"
UNDER_FIRE: Final = re.compile(r"\bunder (?:[\w-]+ )?(?:gun)?fire from (?:the )?$", re.I)
_AGO: Final = 110  # code points before a party in which something is fired from its ground


def is_fired_from(text: str, start: int, end: int) -> bool:
    """Return whether something is fired from the ground of the party at text[start:end]: "shells from A positions"."""
    return bool(_OWN_GROUND.match(text, end) and _FIRED_FROM.search(text, max(0, start - _AGO), start))


def jailed_at(before: str, after: str) -> int | None:
    """Return where in `before` people die in the prisons of the party between `before` and `after`, else None."""
    died = _IN_CUSTODY.search(before)
    return died.start() if died and _JAIL.match(after) else None
