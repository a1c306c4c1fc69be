"""Words of a text as the network sees them: wordpieces, and the shape, quotation and place of each word.

Training and reading share this file, so that the network meets in use what it met in training.
"""

from dataclasses import dataclass
from typing import Final

from tokenizers import Encoding, Tokenizer

SHAPES: Final = 8
QUOTES: Final = 4
PLACES: Final = 3
_CLOSED_BY: Final = {"“": '”"', "„": '”“"', "«": "»", "‘": "’'", '"': '"”', "'": "'’"}
_SINGLE: Final = frozenset("'’‘")
_STOPS: Final = frozenset(".?!…")
_AFTER_STOP: Final = frozenset("\"”’')]»")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: text[start:end] in code points, its wordpieces, and three features (see `features`)."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int
    quote: int
    place: int


def words_of(text: str, start: int, end: int, tokenizer: Tokenizer) -> list[Word]:
    """Return the words of the paragraph text[start:end], in order, with code points of the whole text."""
    encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
    words = []
    opened = ""
    place = 1
    for low, high, pieces in _grouped(encoding):
        word = text[start + low : start + high]
        around = (
            text[start + low - 1 : start + low] if low else "",
            text[start + high : min(start + high + 1, end)],
        )
        quote, opened = _quote(word, around, opened)
        words.append(Word(start + low, start + high, pieces, shape_of(word), quote, place))
        place = _next_place(word, place)
    return words


def shape_of(word: str) -> int:
    """Return the class of a word's letters: 1 lower, 2 Capitalised, 3 UPPER, 4 mixed, 5 digits, 6 mark, 7 other."""
    if any(c.isdigit() for c in word):
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4 if any(c.isupper() for c in word) else 7


def _grouped(encoding: Encoding) -> list[tuple[int, int, tuple[int, ...]]]:
    """Wordpieces joined to words: start and end in the paragraph, and the pieces' numbers."""
    out: list[tuple[int, int, tuple[int, ...]]] = []
    last = None
    for number, piece, (low, high) in zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True):
        if number == last and out:
            out[-1] = (out[-1][0], high, (*out[-1][2], piece))
        else:
            out.append((low, high, (piece,)))
            last = number
    return out


def _quote(word: str, around: tuple[str, str], opened: str) -> tuple[int, str]:
    """0 outside, 1 inside a quotation, 2 its opening mark, 3 its closing mark; and the mark that is open afterwards.

    A single mark opens only before a word and closes only after one, as apostrophes stand inside words.
    """
    before, after = (c.isalnum() for c in around)
    if opened:
        closes = word in _CLOSED_BY[opened] and not (word in _SINGLE and after)
        return (3, "") if closes else (1, opened)
    if word in _CLOSED_BY and not (word in _SINGLE and (before or not (after or around[1] in _CLOSED_BY))):
        return 2, word
    return 0, ""


def _next_place(word: str, place: int) -> int:
    """The next word's place: 0 within a sentence, 1 first in the paragraph, 2 first in a later sentence."""
    if word in _STOPS:
        return 2
    return place if place == 2 and word in _AFTER_STOP else 0
