"""Where the name of a country or its people stands for those who rule it: it denies, strikes, is charged or blamed."""

import re
from typing import Final

from whence.read.blame_words import OFFICE
from whence.read.states import STATES

# "the Americans" for the state, where they are named as a whole
PEOPLE_AS_DOER: Final = re.compile(
    rf"\b[Tt]he ({'|'.join(sorted(re.escape(k.title()) for k in STATES if k.endswith(('an', 'eli', 'ani', 'qi'))))})s\b"
    r"(?! (?:who|killed|dead|wounded|living|in|from|were|was|are)\b)"
)
# "Karvia rebels": a headline's word for whoever fights there
NOT_ITS_STATE: Final = re.compile(
    r" (?:[Aa]rmed |[Ii]slamist )?(?:[Rr]ebel|[Ii]nsurgent|[Mm]ilitant|[Tt]errorist|[Jj]ihadist|[Gg]unm[ae]n|"
    r"[Oo]pposition|Kurds|[Ss]trongman|(?:[Ff]ighting|[Vv]iolence|[Cc]lashes|[Bb]attle|[Bb]lasts?|[Ee]xplosions?|[Uu]nrest)\b)"
)
_SPEAKS: Final = re.compile(
    r"\s+(?:(?:has|have|had|also|both|all|\w+ly)\s+){0,3}(?:den(?:y|ied|ies)|reject|dismiss)", re.I
)


SPEAKS_FOR: Final = re.compile(  # an office of a state stands for it where it denies
    rf"(?:['’]?s)?\s+{OFFICE}\s+(?:(?:has|have|had|also|\w+ly)\s+){{0,3}}(?:den(?:y|ied|ies)|reject|dismiss)"
)
_STRIKES: Final = re.compile(
    r"\s+(?:(?:has|have|had|also|\w+ly)\s+){0,2}(?:(?:says|said|insists|insisted) (?:that )?its?|bombed|"
    r"shelled|launched|invaded|carried out|dropped|"
    r"fired|used|gassed|"
    r"(?:is|was|were|been) (?:\w+ )?(?:behind|responsible|accused|blamed|to blame))\b(?! by\b)"
)
_OWNS_UP: Final = re.compile(
    r"\s+(?:(?:has|have|had|also|\w+ly)\s+){0,2}(?:apologi[sz]e[sd]|admit(?:s|ted)|acknowledge[sd]|conceded|"
    r"(?:responsible|accountable) for)\b"
)
_CHARGED: Final = re.compile(
    r"\b(?:blam|accus)(?:e[sd]?|ing)\s+$|"
    r"\b(?:carried out|conducted|launched|committed) by\s+$|\bfinger at\s+$|\bblam\w+\b[^.;\"]{0,60} on\s+$",
    re.I,
)
_OVER_IT: Final = re.compile(
    r"\s+(?:for|over) (?:its|their) (?:[\w-]+ ){0,2}(?:use of|attacks?|bombing|role|shelling)", re.I
)


def is_power(text: str, start: int, end: int) -> bool:
    """Return whether the name of a country or capital stands for its rulers: it denies, strikes or is charged."""
    behind = (_SPEAKS, _STRIKES, _OVER_IT, SPEAKS_FOR)
    before = text[max(0, start - 80) : start]
    if _OWNS_UP.match(text, end) and not _PLACE_BEFORE.search(before):
        return True
    return any(p.match(text, end) for p in behind) or bool(_CHARGED.search(before))


_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|of|across|from|to|into|inside|throughout|for|on|over|near|around|through|against|[a-z]+ern|"
    r"(?:north|"
    r"south)-?(?:east|west)?|(?:north|south)?-?(?:east|west)|and|with|at|within|outside)\s+$",
    re.I,
)


def is_doer(text: str, start: int, end: int) -> bool:
    """Return whether the country's name stands where a doer does: subject of a verb, agent, or one of two partners."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if re.search(r"\b(?:by|between)\s+$", before):
        return True
    return not _PLACE_BEFORE.search(before) and bool(re.match(r"\s+(?:has |have |had )?[a-z]{3,}ed\b", after))
