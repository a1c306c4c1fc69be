"""The words of a voice: cut, folded and stripped of what carries no name.  Knows English function words, no names."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from whence.link.names import fold

PREPOSITIONS: Final = frozenset(
    {"at", "in", "from", "of", "within", "on", "with", "inside", "near", "for", "to", "by"}
)
ARTICLES: Final = frozenset({"al", "el"})  # of Arabic names, written with and without a hyphen
_WORD = re.compile(r"(?:[^\W_]\.){2,}|(?:[^\W_]\.)+[^\W_](?!\w)|[^\W_]+(?:[’'`][^\W_]+)*")
# UTF-8's bytes read as Latin-1, once or many times over, with the underscores that archives put between them
_BROKEN: Final = "_\x80-\xbf\xc2\xc3\xe2\xe3\xe4"
_WRECK: Final = re.compile(rf"(?<=\w)[{_BROKEN}]{{0,60}}[\x80-\x9f][{_BROKEN}]{{0,60}}(?=s\b)")


class Word(NamedTuple):
    """One word of a phrase: as written, its key for comparing, and whether a comma or bracket stands before it.

    A tuple, because a pile has a million of them: they are made in a quarter of a dataclass's time.
    """

    text: str
    key: str
    start: int
    end: int
    broken: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, as names are."""
        return self.text[:1].isupper()

    @property
    def proper(self) -> bool:
        """Whether it may be a name's: it has a capital, or its script has none (Arabic, Hebrew, Georgian, Chinese)."""
        first = self.text[:1]
        return first.isupper() or (not first.isascii() and first.isalpha() and first.lower() == first.upper())


_word: Final = tuple.__new__  # half the time of Word(...), of which a pile needs a million


def mended(phrase: str) -> str:
    """Return `phrase` with an apostrophe for what wrong decoding left of one inside a word."""
    return _WRECK.sub("’", phrase)


@lru_cache(maxsize=200_000)
def word_key(word: str) -> str:
    """Return the key by which two spellings of one word compare: Latin, lower case, without marks and apostrophes."""
    return re.sub(r"[^a-z0-9]", "", word.lower() if word.isascii() else fold(word))


def cut(phrase: str) -> tuple[Word, ...]:
    """Return the words of `phrase`; hyphens part words, a possessive 's is kept in its word."""
    words: list[Word] = []
    last = 0
    for m in _WORD.finditer(phrase):
        text = m.group()
        key = word_key(text)
        if key:
            start, end = m.span()
            gap = phrase[last:start]
            broken = gap != " " and ("," in gap or ";" in gap or "(" in gap)
            words.append(_word(Word, (text, key, start, end, broken)))
            last = end
    return tuple(words)


def spellings(text: str) -> list[tuple[str, str]]:
    """Return the words of `text` as written, each with its key: what `cut` finds, in a tenth of the time."""
    written = [(word, word_key(word)) for word in _WORD.findall(text)]
    return [pair for pair in written if pair[1]]


def joined(words: Sequence[Word]) -> str:
    """Return the comparing key of a run of words: their keys with one space between, articles of names left out."""
    if len(words) == 1:
        return "" if words[0].key in ARTICLES else words[0].key
    return " ".join([w.key for w in words if w.key not in ARTICLES])


@lru_cache(maxsize=65536)
def phrase_key(phrase: str) -> str:
    """Return the comparing key of `phrase`."""
    return joined(cut(phrase))


def squashed(phrase: str) -> str:
    """Return the key without spaces, as web addresses and short codes write names: "Daily Sabah" is "dailysabah"."""
    return phrase_key(phrase).replace(" ", "")


def spelt(phrase: str, words: Sequence[Word]) -> str:
    """Return the stretch of `phrase` from the first to the last of `words`, blanks evened out."""
    return " ".join(phrase[words[0].start : words[-1].end].split()) if words else ""


def stripped(words: Sequence[Word], fillers: frozenset[str]) -> tuple[Word, ...]:
    """Return `words` without the leading ones that are in `fillers`."""
    at = 0
    while at < len(words) and words[at].key in fillers:
        at += 1
    return tuple(words[at:])


def without_possessive(key: str) -> str:
    """Return `key` without the s that a possessive leaves ("syrias" is "syria")."""
    return key[:-1] if key.endswith("s") else key


def head_part(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words before the first preposition, comma or relative "who": the part that holds the head noun."""
    for i, word in enumerate(words):
        if i and (
            word.broken or word.key in PREPOSITIONS or word.key in ("who", "that", "which", "close", "based")
        ):
            if word.key == "based" and i + 1 < len(words):
                continue
            return tuple(words[:i])
    return tuple(words)


def name_run(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the last run of capitalised words (with al-, bin, of the like between them), which is what is a name."""
    runs: list[list[Word]] = [[]]
    for word in words:
        inner = word.key in _INNER and bool(runs[-1])
        if word.broken and runs[-1]:
            runs.append([])
        if word.capital or inner or (runs[-1] and word.key in ARTICLES) or word.key in ARTICLES:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    kept = [_trimmed(run) for run in runs]
    kept = [run for run in kept if run]
    return tuple(kept[-1]) if kept else ()


_INNER: Final = frozenset(
    {"bin", "ibn", "bint", "abu", "abd", "de", "van", "von", "der", "da", "al", "el", "ul", "ad", "as"}
)


def _trimmed(run: list[Word]) -> list[Word]:
    while run and not run[-1].capital:
        run = run[:-1]
    return run
