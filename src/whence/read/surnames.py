"""Speakers named again by their surname, freed from the words that ran into it where a text lost its commas.

"… killed three in Velm Harrow and Dar Moro said", where the report has told of Ana Moro: it is Moro who speaks.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from whence.read import lexicon as lex
from whence.read.voices import Mention

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_ARTICLE: Final = re.compile(r"^(?:al|el)-", re.I)
_NO_GIVEN: Final = lex.SPEAKERS | lex.OFFICES | lex.FUNCTION | lex.TEMPORAL | lex.TITLES | lex.PARTICLES


def freed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions`, those that end in the surname of somebody named before cut down to that surname."""
    given = _given_names(text, {m.name.rpartition(" ")[2] for m in mentions if _may_be_glued(m)})
    return [_cut(m, given) for m in mentions]


def _may_be_glued(mention: Mention) -> bool:
    """Return whether a mention is a run of words before a capitalised one that is no body's noun and no acronym."""
    lead, _, last = mention.name.rpartition(" ")
    if not lead or not last[:1].isupper() or last.isupper() or not _WORD.fullmatch(last):
        return False
    before = _WORD.findall(lead)[-1:]
    return last.lower() not in _NO_GIVEN and bool(before) and _is_given(before[0])


def _is_given(word: str) -> bool:
    """Return whether a word could be a given name by its shape: a capital, and no title, office or function word."""
    word = _ARTICLE.sub("", word)
    return word[0].isupper() and not word.isupper() and word.lower() not in _NO_GIVEN


def _given_names(text: str, surnames: set[str]) -> dict[str, list[tuple[int, str]]]:
    """Return for each surname where it stands in the text with which word with a capital before it."""
    found: dict[str, list[tuple[int, str]]] = {}
    words = list(_WORD.finditer(text)) if surnames else []
    for before, word in pairwise(words):
        last = _ARTICLE.sub("", word.group())
        if last in surnames and text[before.end() : word.start()] == " " and _is_given(before.group()):
            found.setdefault(last, []).append((word.start(), before.group()))
    return found


def _cut(mention: Mention, given: dict[str, list[tuple[int, str]]]) -> Mention:
    """Return the surname alone, if the report names the person before with another word before the surname."""
    lead, _, last = mention.name.rpartition(" ")
    told = given.get(last, ()) if _may_be_glued(mention) else ()
    glued = _WORD.findall(lead)
    first = next((name for at, name in told if at < mention.start), "")
    if not first or first in glued:
        return mention
    start = mention.start + len(lead) + 1
    return replace(
        mention, start=start, name=last, head=last.lower(), kind="named", definite=True, office_of=""
    )
