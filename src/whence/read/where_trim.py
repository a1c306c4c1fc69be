"""Names of places cut to what is a place: genitives whose apostrophe was lost, adjectives of nation, plain words.

"Harwans Velky" is Velky in Harwan, "Harwani Velky" is Velky, and "Gas" in the headline "Gas Attack Kills 30" is no
place at all.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whence.read.english_words import WORDS
from whence.read.rulers import is_ruler
from whence.read.where import PlaceMention
from whence.read.where_words import COUNTRY_CAPITALS, DEMONYMS, EVENTS, NAMED_AS, NOT_PLACES

# What an attack that bears a place's name is called ("the Velky Massacre").
_DEEDS: Final = EVENTS - {
    "hospital",
    "residents",
    "gas",
    "chemical",
    "operation",
    "strike",
    "strikes",
    "blast",
}
_SHORTEST: Final = 5  # letters of a genitive with its "s": "Laos" is none
_NATION: Final = re.compile(r"\w{3,}(?:ian|ean|ese|ish)s?", re.I)
_MANNER: Final = re.compile(r"[\w’'-]+-(?:majority|dominated|populated|held|controlled|led|backed)", re.I)
_PREPOSITION: Final = re.compile(r"\b(?:in|from|to|of|across|within|inside|into|throughout)(?: the)? $", re.I)
_NEAR: Final = 20  # code points before letters for a country in which their preposition stands
_COUNTRIES: Final = re.compile(r"saudi arabia|american samoa|french (?:guiana|polynesia)", re.I)
_TOKEN: Final = re.compile(r"\S+")


def trimmed(text: str, mention: PlaceMention) -> Iterator[PlaceMention]:
    """Yield what of a place mention names a place: none, one, or the owner and the owned of a bare genitive."""
    whole = [(m.group(), mention.start + m.start()) for m in _TOKEN.finditer(mention.name)]
    words = [w for w in _names(whole) if not is_ruler(text, w[0].removesuffix("'s").removesuffix("’s"))]
    if not words:
        return
    first, at = words[0]
    if _genitive(text, first):
        if not is_ruler(text, first[:-1]):
            yield from _place(text, [(first[:-1], at)], mention)
        words = words[1:]
    yield from _place(text, words, mention)


def _place(text: str, words: Sequence[tuple[str, int]], mention: PlaceMention) -> Iterator[PlaceMention]:
    if not words or (len(words) == 1 and (_plain(words[0][0]) or _whose(text, *words[0]))):
        return
    start, end = words[0][1], words[-1][1] + len(words[-1][0])
    yield PlaceMention(start, end, text[start:end], mention.relation)


def _names(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words without adjectives and titles around a name; all of them where nothing but common words is left."""
    kept = words
    if _COUNTRIES.fullmatch(" ".join(w for w, _ in words)):
        return words
    while len(kept) > 1 and (_adjective(kept[0][0]) or kept[0][0].lower() in NAMED_AS):
        kept = kept[1:]
    while len(kept) > 1 and (_adjective(kept[-1][0]) or kept[-1][0].lower() in _DEEDS):
        kept = kept[:-1]
    return words if len(kept) < len(words) and all(w.lower() in WORDS for w, _ in kept) else kept


def _adjective(word: str) -> bool:
    """Whether a word of a name tells whose it is or how it is held, and is no name itself."""
    return word.lower() in DEMONYMS or bool(_NATION.fullmatch(word) or _MANNER.fullmatch(word))


def _genitive(text: str, word: str) -> bool:
    """Whether a word is another capitalised word of the text with an "s" behind it."""
    if len(word) < _SHORTEST or word[-1] != "s" or not word[0].isupper():
        return False
    return re.search(rf"\b{re.escape(word[:-1])}\b", text) is not None


def _plain(word: str) -> bool:
    """Whether a word that stands alone is a common one or no name of a place."""
    small = word.lower()
    if word in COUNTRY_CAPITALS:
        return False
    return small in WORDS or small in NOT_PLACES or bool(_MANNER.fullmatch(word))


_STRIKES: Final = re.compile(
    r"\s+(?:air|drone|military|missile|strikes?|raids?|forces|troops|operations?)\b", re.I
)


def _whose(text: str, word: str, at: int) -> bool:
    """Whether letters for a country tell whose an attack is ("a US strike"): no preposition stands before them."""
    if word not in COUNTRY_CAPITALS:
        return False
    return bool(_STRIKES.match(text, at + len(word))) or not _PREPOSITION.search(text, max(0, at - _NEAR), at)
