"""Words as parts of a speaker's phrase: which are names, nouns for speakers or modifiers, and where a phrase ends."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read.segment import Word

_DESCRIBING: Final = ("-based", "-run", "-linked", "-backed", "-led")
# Nouns whose name stands before them, if at all ("the Namar media office"), or that have none.
_NAMED_BEFORE: Final = (
    lex.PEOPLE | lex.PAPER | lex.PAPERS | lex.BODIES | (lex.BODY - lex.NAMED_AFTER - lex.PERSON)
)

_DAY_PARTS: Final = lex.word_set(
    "morning afternoon evening night dawn noon midday midnight"
)  # small but in names
_AMOUNTS: Final = lex.word_set("more fewer less tens dozens scores hundreds thousands")


def is_name(words: Sequence[Word], i: int) -> bool:
    """Return whether word `i` looks like part of a proper name: capitalised, and no function word or date."""
    word = words[i]
    if _in_dated_name(words, i):
        return True
    if not word.text[0].isupper() or word.lower in lex.TEMPORAL:
        arabic = word.lower.startswith(("al-", "el-", "ash-", "an-")) and len(word.text) > 4
        return arabic or _particle(words, i)
    if word.lower not in lex.FUNCTION:
        return True
    lone = i > 0 or (
        len(words) > 1 and not words[1].text.isupper()
    )  # "US officials said", no line in capitals
    return word.text.isupper() and len(word.text) > 1 and lone


def _in_dated_name(words: Sequence[Word], i: int) -> bool:
    """Return whether word `i` is a time that a name begins with ("the Sunday Echo", "Dawn Front", "Evening Herald")."""
    word, nxt = words[i], words[i + 1] if i + 1 < len(words) else None
    if word.lower not in lex.TEMPORAL or not word.text.istitle() or nxt is None or not nxt.text[0].isupper():
        return False
    if nxt.lower in lex.TEMPORAL or nxt.lower in lex.FUNCTION or nxt.start > word.end + 1:
        return False
    return word.lower in _DAY_PARTS or (i > 0 and words[i - 1].lower == "the")


def _particle(words: Sequence[Word], i: int) -> bool:
    """Return whether word `i` is a small-letter particle of a name ("Ana de Berg", "van Daal")."""
    if words[i].text not in lex.PARTICLES or i + 1 >= len(words) or not words[i + 1].text[0].isupper():
        return False
    return words[i + 1].lower not in lex.TEMPORAL and words[i + 1].lower not in lex.FUNCTION


_MEDIA: Final = lex.word_set("agency channel newspaper tv television radio network")


def is_nominal(words: Sequence[Word], i: int) -> bool:
    """Return whether word `i` may stand inside a noun phrase (name, noun or adjective)."""
    word = words[i]
    if word.text.isdigit():
        return in_name(words, i)
    if word.text in _AMOUNTS and i and words[i - 1].text[0].isupper():
        return False  # "according to the VLN scores of rebels"
    if not word.text[0].isalpha() or (word.lower in lex.TEMPORAL and not _in_dated_name(words, i)):
        return False
    if is_name(words, i) or word.lower in lex.SPEAKERS or word.lower in lex.ADJECTIVES:
        return True
    low = word.lower
    if low in lex.FUNCTION or low in lex.VERBLIKE or low in lex.SKIPPED or low in lex.VERBS:
        return False
    if "-" in low:
        return True
    return not low.endswith(("ed", "ly", "ing"))


def in_name(words: Sequence[Word], i: int) -> bool:
    """Return whether the number at `i` belongs to the name before it ("Radio 24 reported"), counting nothing itself."""
    if not i or len(words[i].text) > 3 or not is_name(words, i - 1) or words[i - 1].lower in lex.TEMPORAL:
        return False
    nxt = words[i + 1].lower if i + 1 < len(words) else ""
    if nxt == "," and words[i - 1].lower not in lex.SPEAKERS:  # "the group Vale 24, which …, said"
        return i + 2 < len(words) and words[i + 2].lower in ("which", "who")
    return (
        nxt in lex.BODY or (nxt in lex.VERBS and nxt not in lex.NOUN_OR_VERB) or nxt in lex.SPEAKER_MODIFIERS
    )


def is_speaker_noun(low: str) -> bool:
    """Return whether a small-letter noun is one for people, bodies or writings ("source", "neurologist")."""
    return low in lex.SPEAKERS or (
        low.endswith(("ist", "ists", "sman", "smen", "cian", "cians", "rian", "rians")) and len(low) > 5
    )


def participle(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether word `i` is a participle between an article and its noun ("the warring parties")."""
    word = words[i].lower
    if word in lex.TEMPORAL or i <= low:
        return False
    return words[i - 1].lower in ("the", "a", "an", "its", "their") and word.endswith(("ing", "ed"))


def opens_name(words: Sequence[Word], i: int) -> bool:
    """Return whether a person's name begins at `i`, run into a medium's ("told Veld Agency Ana Berg …")."""
    return (
        i >= 2
        and i + 1 < len(words)
        and words[i - 1].lower in _MEDIA
        and words[i - 1].text[0].isupper()
        and words[i - 2].text[0].isupper()
        and all(is_name(words, k) and not is_speaker_noun(words[k].lower) for k in (i, i + 1))
    )


def ends_phrase(words: Sequence[Word], i: int, following: int) -> bool:
    """Return whether noun `i` ends a phrase of its own instead of modifying the next noun."""
    low, nxt = words[i].lower, words[following]
    if is_name(words, i) or low in lex.WHEREABOUTS:
        return False
    if low in lex.ADJECTIVES and nxt.lower.endswith(_DESCRIBING):
        return False
    if nxt.text[0].isupper():
        # "activist Abu Daw", "agency Anadolu": a small-letter noun before a name is a role, else another phrase
        role = is_speaker_noun(low) and low not in _NAMED_BEFORE
        return not role and low not in lex.SPEAKER_MODIFIERS and low not in lex.OFFICES
    if low in lex.SPEAKER_MODIFIERS:
        return False
    return _ends_plain(low, nxt.lower)


def _ends_plain(low: str, following: str) -> bool:
    """Return whether a noun without capitals ends its phrase before another one without."""
    if following in lex.COMPOUNDS.get(low, ()):
        return False
    if low in lex.PEOPLE or low in lex.PAPERS or low in lex.NEVER_SPEAKERS:
        return True
    if (low in lex.BODY and following in ("state", "local")) or (
        low in lex.PERSON and following in lex.SPEAKER_MODIFIERS - lex.SPEAKERS
    ):
        return True  # "a call with the reporter local sources said": a new phrase begins
    if following in lex.PEOPLE | lex.PERSON and not modifies_people(low):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in lex.PLURAL_MODIFIERS


_BEFORE_SPEAKER: Final = frozenset(',"”»')


def inside(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether noun `i` stands inside "a … X" or opens "The X drivers", so that it modifies what follows."""
    if words[i].lower in lex.NEVER_SPEAKERS or words[i].text[0].isupper():
        return False
    if words[i + 1].lower in lex.PEOPLE and i > low and words[i - 1].text in _BEFORE_SPEAKER:
        return words[i].lower not in lex.PEOPLE | lex.PAPERS | lex.BODIES  # "…, ambulance officials said"
    if words[i].lower in lex.PAPER | lex.PAPERS and words[i + 1].text[0].isupper():
        return False
    k = i
    while k > low and i - k < 3 and is_nominal(words, k - 1) and words[k - 1].text[0].islower():
        k -= 1
    opener = words[k - 1].lower if k > low else ""
    if opener in ("a", "an"):
        return True
    return (
        k == i
        and opener in ("the", "two", "three", "several", "some")
        and (k - 1 == low or words[k - 1].text[0].isupper())
    )


def modifies_people(low: str) -> bool:
    """Return whether a small-letter word may stand before a noun for people ("village elders", "medical staff")."""
    if low in lex.SPEAKERS or low in lex.ADJECTIVES or low in lex.PLACE_NOUNS or "-" in low:
        return True
    return low.endswith(
        ("al", "ic", "ive", "ous", "an", "ary", "ant", "ful", "less", "or", "er", "able", "ent")
    )


def joins_names(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether "and" at `i` stands inside one name ("Ministry of Health and Population")."""
    if i - 2 < low or i + 1 >= len(words) or not (is_name(words, i - 1) and is_name(words, i + 1)):
        return False
    return any(words[k].lower in ("of", "for") for k in range(max(low, i - 4), i - 1))


def is_national(words: Sequence[Word], i: int) -> bool:
    """Return whether word `i` is an adjective of nationality or allegiance ("Dutch", "US-led")."""
    word = words[i]
    if not word.text[0].isupper():
        return False
    return word.lower in lex.NATIONAL or word.lower.endswith(
        (*lex.NATIONAL_SUFFIXES, "-led", "-backed", "-based")
    )


def is_title_stop(words: Sequence[Word], i: int) -> bool:
    """Return whether the stop at `i` belongs to a title or initial inside a name ("Gen. Omar Daw")."""
    if words[i].text != "." or i == 0 or i + 1 >= len(words) or not words[i + 1].text[0].isupper():
        return False
    return words[i - 1].lower in lex.TITLES or (len(words[i - 1].text) == 1 and words[i - 1].text.isupper())
