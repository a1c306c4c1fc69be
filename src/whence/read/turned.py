"""Speakers behind their verb ("… said X"): what around the verb shows that it is turned round."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import nouns
from whence.read.phrases import Phrase
from whence.read.segment import Word

QUOTES: Final = frozenset("\"“”„«»'’")  # marks of quotation of any kind


def are_told_of(words: Sequence[Word], i: int, subject: Phrase | None) -> bool:
    """Return whether people before "said" are those told of, being counted ("killing ten civilians said X")."""
    if subject is None or words[subject.head].lower not in lex.PEOPLE & lex.NEVER_SPEAKERS | _HARMED:
        return False
    return bool(i) and any(_counts(w) for w in words[max(0, subject.start - 1) : subject.head])


_HARMED: Final = lex.word_set(
    "men soldiers fighters rebels militants policemen gunmen boys girls students workers"
)


def _counts(word: Word) -> bool:
    """Return whether a word counts people ("ten", "1,200", "dozens")."""
    return word.text[0].isdigit() or word.lower in lex.NUMERALS or word.lower in lex.QUANTIFIERS


def ends_in_name(words: Sequence[Word], i: int) -> bool:
    """Return whether "said" and a person's name end the sentence: "… the chief of Ana Berg's guards said Omar Daw"."""
    if words[i].lower not in ("said", "says", "added") or not i:
        return False
    last = len(words) - (words[-1].text == ".")
    name = range(i + 1, last)
    return 2 <= len(name) <= 4 and all(nouns.is_name(words, k) for k in name)


def is_described(words: Sequence[Word], i: int, subject: Phrase | None) -> bool:
    """Return whether who speaks is told of behind the verb ("raids in Veld and Berg said the Watch which tracks …")."""
    if subject is None or not nouns.is_name(words, subject.head) or subject.start < 2:
        return False
    link = words[subject.start - 1].lower
    body = i + 2 < len(words) and words[i + 1].lower == "the" and words[i + 2].lower in lex.BODY
    relative = body and i + 3 < len(words) and words[i + 3].lower in ("which", "who")
    return relative and (link in lex.PREPOSITIONS or link == "and")


_CLOSERS: Final = lex.word_set("who which as in on at by after when while but and adding")


def closes(words: Sequence[Word], at: int, cue: int) -> bool:
    """Return whether nothing at `at` makes the phrase before it the subject of a new clause."""
    quoted = words[cue - 1].text in QUOTES or (words[cue - 1].text == "," and words[cue - 2].text in QUOTES)
    word = words[at]
    if not word.text[0].isalnum():
        return True
    if quoted:
        return word.lower not in lex.AUXILIARIES
    return word.lower in _CLOSERS


_POSTED: Final = 7  # words of "on its Facebook page that"


def says_nothing(words: Sequence[Word], i: int, following: str) -> bool:
    """Return whether a form of a verb of telling means something else: "claimed the lives of ten", "sworn in"."""
    word = words[i].lower
    if lex.LEMMA[word] == "claim":  # "the blast that claimed the lives of ten"
        return any(w.lower in ("life", "lives") for w in words[i + 1 : i + 8])
    if word in ("accused", "blamed", "charged") and following in ("of", "for", "with"):
        return True  # "five people accused of links to it"
    if word == "posted":  # "a video posted on Facebook"
        return "that" not in [w.lower for w in words[i + 1 : i + _POSTED]]
    # "Video Suspected raids hit the port": pages run into one another
    capital = i > 0 and lex.VERBS[word] == "believe" and words[i].text[0].isupper()
    return capital or (word == "related" and following != "that") or (word == "sworn" and following == "in")
