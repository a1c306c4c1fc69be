"""One name under many spellings: folded to plain Latin, reduced to its consonants, and compared with a reason.

Nets from fine to coarse: `fold` (any script to lower-case Latin without marks and articles), `sound` (long vowels and
doubled letters as news spellings confuse them), `skeleton` (consonants, those that romanisations interchange made one),
and `closeness`, the mean of three string similarities over them.  Measured by bench/names.py.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import Indel

from whence.link.scripts import ARTICLE_ARABIC, LETTERS, is_arabic
from whence.model.span import Reason

# The Arabic article, its assimilated forms, and their Turkish and Persian spellings: they tell no name from another.
_ARTICLES: Final = (
    "al el il ul ar er ur as es us ash esh ush at et ut ad ed ud an en un az ez uz adh ath edh eth ach"
)
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_APOSTROPHES = re.compile("['’‘`´ʼʻʿʾ′“”\"]")
_BY_LENGTH = sorted(re.findall(r"\w+", _ARTICLES), key=lambda a: (-len(a), a))
_GLUED_ARTICLE = re.compile(r"(?<![^\W_])(?:" + "|".join(_BY_LENGTH) + r")[-‐‑–](?=\w)")
# An assimilated article stands free only before its own letter: "Ash Shaddadah", "Ar Raqqah".
_FREE_ARTICLE = re.compile(
    r"(?<![^\W_])(?:(?:al|el)\s+(?=\w)|[ae](sh|th|dh|s|r|t|n|d|z)\s+(?=\1))|^the\s+(?=\w)"
)
_BREAKS = re.compile(r"[^a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")
_NUMBER = re.compile(r"\d+")
_FINAL_H = re.compile(r"(?<=[aeiou])h\b")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_SPELLINGS: Final = (
    (re.compile("x"), "kh"),  # Kurdish
    (re.compile("ou|oo"), "u"),
    (re.compile("ee|ie"), "i"),
    (re.compile("iyya?"), "iya"),
    (re.compile(r"(?<=[^aeiouwy\s])w(?=[^aeiouy]|$)"), "u"),
    (re.compile(r"(?<=[^aeiouwy\s])y(?=[^aeiou]|$)"), "i"),
)
_DIGRAPHS: Final = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("dj", "j"), ("zh", "j"), ("ph", "f"), ("ck", "k"),
)  # fmt: skip
_CONFUSED: Final = {"x": "h", "g": "j", "q": "k", "v": "w", "p": "b", "c": "k", "a": "", "e": ""}
_SKELETON: Final = str.maketrans(_CONFUSED | {"u": "w", "o": "w", "i": "y"})
_BARE: Final = str.maketrans(_CONFUSED | {"u": "", "o": "", "i": "", "w": "", "y": ""})
# Chosen on bench/names.py's dev parts, 2026-11: below these, different name parts begin to meet.
CLOSE_BY_CONSONANTS: Final = 0.72
CLOSE_BY_LETTERS: Final = 0.93
LONG_NAME: Final = 8
_LEAST_IN_SOUND: Final = 3 * CLOSE_BY_LETTERS - 2 - 0.001  # of one likeness, if the two others are perfect
KEPT: Final = 1 << 18  # names whose forms are remembered: a pile of 100,000 reports has as many


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """Return `name`, of any script, as lower-case Latin words without marks, apostrophes and Arabic articles.

    "ar-Raqqah" gives "raqqah", "الرقة" gives "rqa", "Efrîn" gives "efrin".  What holds no letter gives "".
    """
    if name.isascii():
        if name.isalpha():
            return name.lower()
        plain = _APOSTROPHES.sub("", name.lower()).strip()
        return _BREAKS.sub(" ", _FREE_ARTICLE.sub("", _GLUED_ARTICLE.sub("", plain))).strip()
    text = _MARKS.sub("", unicodedata.normalize("NFC", name)).casefold()
    text = _APOSTROPHES.sub("", text)
    if is_arabic(text):
        text = " ".join(_without_arabic_article(w) for w in re.split(r"[\s\-]+", text))
    bare = _FREE_ARTICLE.sub("", _GLUED_ARTICLE.sub("", text.strip()))
    return _BREAKS.sub(" ", anyascii(bare.translate(LETTERS)).lower()).strip()


def _without_arabic_article(word: str) -> str:
    return word[2:] if word.startswith(ARTICLE_ARABIC) and len(word) > 4 else word


@lru_cache(maxsize=KEPT)
def sound(name: str) -> str:
    """Return the folded name with long vowels, final h and doubled letters as one spelling of the many in the news."""
    return _spelled(name).replace("o", "u").replace("e", "i")


def _spelled(name: str) -> str:
    text = _FINAL_H.sub("", fold(name))
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return text


@lru_cache(maxsize=KEPT)
def skeleton(name: str) -> str:
    """Return the consonants of `name` with long vowels as w and y, interchangeable letters made one, spaces dropped."""
    return _consonants(_spelled(name), _SKELETON)


def _consonants(text: str, table: dict[int, str]) -> str:
    text = text.replace(" ", "")
    for letters, one in _DIGRAPHS:
        text = text.replace(letters, one)
    return _DOUBLED.sub(r"\1", _DOUBLED.sub(r"\1", text).translate(table))


@lru_cache(maxsize=KEPT)
def bare_skeleton(name: str) -> str:
    """Return the skeleton of `name` without w and y, which Arabic script may or may not write."""
    return _consonants(_spelled(name), _BARE)


def closeness(a: str, b: str) -> float:
    """Return how alike two names are, in [0, 1]: the mean similarity of sound, skeleton and bare skeleton."""
    return round(
        sum(Indel.normalized_similarity(f(a), f(b)) for f in (sound, skeleton, bare_skeleton)) / 3, 6
    )


@lru_cache(maxsize=KEPT)
def is_acronym(name: str) -> bool:
    """Return whether `name` is written as initials ("YPG", "U.S."), which likeness of letters says nothing about."""
    return _ACRONYM.fullmatch(name.strip()) is not None


def same_name(a: str, b: str) -> Reason | None:
    """Return why `a` and `b` are spellings of one name; None where nothing shows that they are.

    Acronyms are the same only letter by letter, and so are numbers; short names must agree in every consonant.
    """
    folded_a, folded_b = fold(a), fold(b)
    if not folded_a or not folded_b:
        return None
    if folded_a == folded_b:
        return Reason("same spelling", f'"{a}" and "{b}" are the same once marks and articles are dropped')
    if is_acronym(a) or is_acronym(b) or _numbers(folded_a) != _numbers(folded_b):
        return None
    words_a, words_b = folded_a.split(), folded_b.split()
    if len(words_a) == len(words_b) and len(words_a) > 1:
        rule = _weakest(words_a, words_b) or _same_whole(folded_a, folded_b)
    else:
        rule = _same_whole(folded_a, folded_b)
    return Reason(rule, f'"{a}" and "{b}": {_WORDS[rule]}') if rule else None


@lru_cache(maxsize=KEPT)
def _numbers(folded: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(folded))


_WORDS: Final = {
    "same spelling": "spelled alike",
    "same sound": "spelled alike once long vowels and doubled letters are",
    "same consonants": "the same consonants in the same order, and close vowels",
    "near letters": "long names that differ by a letter or so",
}
_RULES: Final = tuple(_WORDS)


def _weakest(first: Sequence[str], second: Sequence[str]) -> str:
    """The weakest of the rules by which all words are spellings of one another, pair by pair; "" if a pair is not."""
    rules: list[str] = []
    for a, b in zip(first, second, strict=True):
        rules.append(same_folded(a, b))
        if not rules[-1]:
            return ""
    return max(rules, key=_RULES.index)


def _same_whole(a: str, b: str) -> str:
    """The rule for names whose words are divided differently ("Deir Ezzor", "Deir ez-Zor"): every consonant agrees."""
    rule = same_folded(a, b)
    return rule if rule != "near letters" or len(a.split()) == len(b.split()) == 1 else ""


def same_folded(a: str, b: str) -> str:
    """Return the name of the rule by which two folded names are spellings of one; "" if there is none."""
    if a == b:
        return "same spelling"
    run_a, firm_a, bare_a, sound_a = forms(a)
    run_b, firm_b, bare_b, sound_b = forms(b)
    if run_a == run_b:
        return "same sound"
    if len(bare_a) < 2 or len(bare_b) < 2:
        return ""
    firm = firm_a == firm_b
    bare = bare_a == bare_b and len(bare_a) >= 3
    long = len(a) >= LONG_NAME and len(b) >= LONG_NAME
    if not firm and not bare and not (long and may_be_near(sound_a, sound_b)):
        return ""
    near = closeness(a, b)
    if firm and near >= CLOSE_BY_CONSONANTS:
        return "same consonants"
    if bare and near >= CLOSE_BY_CONSONANTS + 0.08:
        return "same consonants"
    return "near letters" if long and near >= CLOSE_BY_LETTERS else ""


@lru_cache(maxsize=KEPT)
def forms(name: str) -> tuple[str, str, str, str]:
    """Return what a folded name is compared by: itself run together, its consonants, fewer of them, its sound."""
    return _run_together(name), skeleton(name), bare_skeleton(name), sound(name)


def _run_together(name: str) -> str:
    """The sound of a folded name with every doubled letter made one and without spaces."""
    return _DOUBLED.sub(r"\1", sound(name)).replace(" ", "")


def may_be_near(a: str, b: str) -> bool:
    """Return whether two sounds are alike enough for the mean likeness of their names to be high."""
    return Indel.normalized_similarity(a, b, score_cutoff=_LEAST_IN_SOUND) > 0
