"""Whether capitalised words in a frame that people fill can be a person's name, by the words alone."""

import re
from typing import Final

from whence.read.body_names import BODIES
from whence.read.calendars import ENGLISH_MONTHS, WEEKDAYS
from whence.read.english_words import WORDS
from whence.read.groups import PERSONS
from whence.read.name_words import NOT_PERSONS
from whence.read.numerals import word_set
from whence.read.states import STATES

_DATED: Final = word_set(WEEKDAYS) | frozenset(ENGLISH_MONTHS)
_DEMONYM: Final = re.compile(r"\w+(?:ans?|ese|ish|i)$")
_OPENERS: Final = ("the", "an", "in", "this")


def can_be_person(text: str, start: int, end: int) -> bool:
    """Return whether the name can be a person's: no body, place, people or thing is in it, and no common word alone."""
    words = [w.lower().rstrip(".") for w in re.findall(r"[\w'’.-]+", text[start:end])]
    if any(w in NOT_PERSONS or w in BODIES or w in _DATED for w in words) or words[0] in _OPENERS:
        return False
    if len(words) == 1 and (_is_other(words[0]) or text[start:end].isupper()):
        return False
    return not all(w in WORDS or w in PERSONS for w in words)


def _is_other(word: str) -> bool:
    """Whether a word that stands alone is a common one or names a people ("nine people, including Omanis")."""
    return word in WORDS or _DEMONYM.fullmatch(word) is not None or word.removesuffix("s") in STATES
