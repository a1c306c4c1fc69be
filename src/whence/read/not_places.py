"""Names that a text itself shows to be a person's or a body's, so that they name no place.

"President Ana Moro" makes the later "an attack on Moro" one on a person; "the Salt Workers Union (Sawok)" and "the
newspaper El Faro" make "a bomb at Sawok" and "the murder of the director of El Faro" tell of no town.
"""

import re
from dataclasses import dataclass
from typing import Final

from whence.read.body_names import BODIES
from whence.read.name_words import ROLES, TITLES
from whence.read.where_words import KINDS

_WORD: Final = r"[A-Z][\w'’-]*[a-z][\w'’-]*"
_JOINT: Final = r"(?:(?:de|del|la|las|los|al|el|bin|van|von|[A-Z]\.)\s)?"
# offices whose holder's place may stand right behind them ("the head Toluma", "private Velky land"), or plurals
_LOOSE: Final = frozenset(
    (
        "head",
        "chief",
        "private",
        "chair",
        "ministerial",
        "leaders",
        "ministers",
        "official",
        "spokespeople",
        "lord",
    )
)
_TITLES: Final = "|".join(sorted((ROLES | TITLES) - _LOOSE, key=lambda w: (-len(w), w)))
_TITLED: Final = re.compile(
    rf"\b(?i:{_TITLES})\.?\s{{1,2}}(?:(?i:{_TITLES})\.?\s{{1,2}}){{0,2}}(?P<name>{_WORD}(?:\s{_JOINT}{_WORD}){{0,3}})"
)
_PAPER: Final = re.compile(
    rf"\b(?:newspapers?|daily|dailies|weekly|weeklies|magazines?|airlines?|company|corporation|foundation|newscast)\s"
    rf"[\"“]?(?P<name>{_WORD}(?:\s{_JOINT}{_WORD}){{0,2}})"
)
_PARTS: Final = frozenset(
    ("army", "command", "department", "guard", "office", "police", "service", "services")
)
_BODY: Final = "|".join(sorted(BODIES - _PARTS))
_SHORT: Final = r"(?P<name>[A-Z][\w-]{3,11})"
_SHORT_LAST: Final = re.compile(rf"\b(?i:{_BODY})\b[^.;:()\[\]]{{0,40}}\s[(\[]{_SHORT}[)\]]")
_SHORT_FIRST: Final = re.compile(
    rf"\b{_SHORT}\s[(\[][^.;:()\[\]]{{0,60}}\b(?i:{_BODY})\b[^.;:()\[\]]{{0,30}}[)\]]"
)
# a name may be a person's and a town's: the preposition of a place right before it tells that it is the town's
_IN: Final = re.compile(
    r"\b(?:in|at|near|outside|inside|within|around)\s(?:\w+ern\s|downtown\s|central\s)?$", re.I
)
_KIND: Final = re.compile(rf"\s?,?\s(?:{'|'.join(sorted(KINDS))}|department|municipality)\b", re.I)
_NEAR: Final = 24  # code points before a name in which its preposition stands
_LEAST: Final = 4  # letters of a surname that is looked for alone


@dataclass(frozen=True, slots=True)
class NotPlaces:
    """Names of persons and bodies in small letters, whole, and the single words that stand for persons."""

    names: frozenset[str]
    surnames: frozenset[str]

    def __contains__(self, name: str) -> bool:
        """Whether `name`, in any letters, is one of them."""
        words = name.lower().removesuffix("'s").removesuffix("’s")
        return words in self.names or words in self.surnames


def find_not_places(text: str) -> NotPlaces:
    """Return the names that `text` gives to persons with their offices, and to papers, firms and bodies."""
    names, surnames = set(), set()
    for match in _TITLED.finditer(text):
        words = [w for w in match["name"].split() if len(w) >= _LEAST and w[0].isupper()]
        names.add(match["name"].lower())
        surnames |= {w.lower() for w in (words[1:] if len(words) > 1 else words)}
    for pattern in (_PAPER, _SHORT_LAST, _SHORT_FIRST):
        names |= {m["name"].lower() for m in pattern.finditer(text)}
    return NotPlaces(frozenset(names), frozenset(surnames))


def is_no_place(text: str, start: int, end: int, known: NotPlaces) -> bool:
    """Return whether the name text[start:end] is one of `known` and nothing beside it shows a place of that name."""
    if text[start:end] not in known:
        return False
    if _KIND.match(text, end):
        return False
    return " " in text[start:end] or _IN.search(text, max(0, start - _NEAR), start) is None
