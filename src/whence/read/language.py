"""Which language a text is in: English by its function words, any other by its script and letter sequences."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any, Final

KNOWN: Final = "en"  # what the reader of statements knows

# Words of grammar that hardly occur in other languages' running text; articles shared with others are left out.
_ENGLISH: Final = frozenset(
    """
    the of and to that was were is are been by with from said have has had for this which their they its his after
    at as it he be not but who it's or an will would more than into during when where there also against about
    """.split()  # noqa: SIM905 (a table reads better so)
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_SHARE: Final = 0.12  # of words; English news has 0.2 to 0.45, other languages under 0.05
_SAMPLE: Final = 20_000  # characters from the beginning, the middle and the end of a long text
_ENOUGH: Final = 60  # letters; below it letter sequences tell little
_SURE: Final = 0.9


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of most of `text`, "" if it holds no letters.

    A text in Latin letters too short to tell counts as English: it is better read than left aside.
    """
    sample = _sample(text)
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return ""
    latin = sum(1 for c in letters if _is_latin(c)) * 2 >= len(letters)
    if latin and _share(sample) >= _SHARE:
        return KNOWN
    if latin and len(letters) < _ENOUGH:
        return KNOWN
    code, probability = _classified(sample if latin else _other_script(sample))
    if latin and (probability < _SURE or (code != KNOWN and _share(sample) >= _SHARE / 2)):
        return KNOWN
    if not latin and code in _LATIN_ONLY:
        return _by_script(letters)
    return code


_LATIN_ONLY: Final = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "tr", "pl", "sv", "la"))
_SCRIPTS: Final = {
    "ARABIC": "ar",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "HEBREW": "he",
    "HANGUL": "ko",
    "CJK": "zh",
}


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _is_latin(char: str) -> bool:
    return char.isascii() or char <= "\u024f" or unicodedata.name(char, "").startswith("LATIN")


def _share(sample: str) -> float:
    words = _WORD.findall(sample.lower())
    return sum(1 for w in words if w in _ENGLISH) / len(words) if words else 0.0


def _other_script(sample: str) -> str:
    return "".join(c for c in sample if not (c.isalpha() and _is_latin(c)))


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 (slow to load, seldom needed)

    made: Any = LanguageIdentifier
    return made.from_model_file(MODEL_FILE, norm_probs=True)


def _classified(sample: str) -> tuple[str, float]:
    """Return (code, probability) by the letter sequences of `sample`."""
    code, probability = _model().classify(sample)
    return str(code), float(probability)


def _by_script(letters: list[str]) -> str:
    counts = Counter(unicodedata.name(c, "?").split()[0] for c in letters[:5000])
    best = min(counts, key=lambda s: (-counts[s], s))
    return _SCRIPTS.get(best, "und")
