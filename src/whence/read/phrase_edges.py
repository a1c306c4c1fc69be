"""What the words beside a noun phrase show: whether it goes on over them or ends there."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read.nouns import is_name, is_nominal, is_speaker_noun
from whence.read.segment import Word


def infinitive(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether word `i` is the verb of "to …", behind which a new phrase begins ("to close aid group X said")."""
    word = words[i]
    if i - 1 < low or words[i - 1].lower != "to" or not word.text[0].islower():
        return False
    return not (word.lower in lex.SPEAKER_MODIFIERS | lex.SPEAKERS | lex.ADJECTIVES or "-" in word.lower)


def one_trade(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether "and" at `i` stands in "search and rescue", one trade by a double name."""
    return i - 1 >= low and words[i - 1].lower == "search" and words[i + 1].lower == "rescue"


def of_two_kinds(words: Sequence[Word], i: int, head: int, low: int) -> bool:
    """Return whether "and" at `i` joins two kinds of source that open the sentence ("Local and medical sources")."""
    kinds = i == low + 1 and i + 2 == head and words[head].lower == "sources"
    return kinds and all(words[k].lower in lex.SPEAKER_MODIFIERS for k in (i - 1, i + 1))


def other_begins(words: Sequence[Word], i: int, low: int) -> bool:
    """Return whether what stands before "other" at `i + 1` is a phrase of its own ("in a related case other media")."""
    follows = i + 1 < len(words) and words[i + 1].lower == "other"
    return follows and i >= low and words[i].lower not in lex.DETERMINERS


def quarter(words: Sequence[Word], k: int, low: int) -> bool:
    """Return whether a name at `k` only follows "the south", where somebody came from ("from the south Berg said")."""
    quarter = k - 2 >= low and words[k - 1].text in ("north", "south", "east", "west")
    return quarter and words[k - 2].lower == "the" and words[k].text[0].isupper()


def informs(words: Sequence[Word], link: int, low: int) -> bool:
    """Return whether the preposition at `link` says whose source or official speaks ("a source at Namar police")."""
    if link - 1 >= low and words[link].lower == "of" and words[link - 1].lower in _GATHERED:
        return True  # "a group of Norlandian doctors"
    if link - 1 < low or words[link].lower not in ("at", "from", "within", "inside"):
        return False
    noun = words[link - 1].lower
    return noun in lex.INFORMANTS or noun in lex.OFFICES


def reaches(words: Sequence[Word], noun: int) -> bool:
    """Return whether a person's noun stands there, to which a longer phrase ("in the town of …") may belong."""
    return words[noun].lower in lex.PERSON | lex.PEOPLE


def takes_complement(words: Sequence[Word], i: int, preposition: int, following: int) -> bool:
    """Return whether noun `i` may be a speaker that the prepositional phrase after it belongs to."""
    noun, link = words[i], words[preposition].lower
    if noun.lower in lex.TEMPORAL or not is_nominal(words, i):
        return False
    if noun.text[0].isupper():
        named = following < len(words) and words[following].text[0].isupper()
        body = noun.lower in lex.SPEAKERS or noun.lower in lex.OFFICES or noun.lower == "rights"
        return (link in ("of", "for", "in") and body) or (
            link in ("for", "of") and named and noun.lower in lex.SPEAKER_MODIFIERS
        )
    speaker = is_speaker_noun(noun.lower) or noun.lower in lex.OFFICES
    if link in ("of", "for"):
        return speaker
    if link == "by":
        return noun.lower in lex.PAPER | lex.PAPERS and named_behind(words, following)
    if noun.lower in lex.BODY | lex.BODIES:
        return link in ("in", "at", "inside")
    return speaker and link in _WHEREFROM


def named_behind(words: Sequence[Word], at: int) -> bool:
    """Return whether a name stands at `at`, or behind its article ("a report by the Vale Watch")."""
    k = at + 1 if at < len(words) and words[at].lower in lex.DETERMINERS else at
    return k < len(words) and is_name(words, k)


_GATHERED: Final = lex.word_set("group team network union coalition association")
_WHEREFROM: Final = lex.word_set("in at from on with near to inside close within")


def qualifies(words: Sequence[Word], k: int, limit: int) -> bool:
    """Return whether a word that may be a verb stands before the noun it qualifies ("according to state media")."""
    return words[k].lower in lex.SPEAKER_MODIFIERS and k + 1 < limit and is_nominal(words, k + 1)


def are_papers(words: Sequence[Word], k: int) -> bool:
    """Return whether "reports" at `k` is the noun of "according to local reports", nothing being said behind it."""
    following = words[k + 1].lower if k + 1 < len(words) else ""
    noun = words[k].lower in lex.PAPERS and words[k - 1].lower in lex.SPEAKER_MODIFIERS
    return noun and following not in ("that", "the", "a", "an")


def is_informed(words: Sequence[Word], k: int) -> bool:
    """Return whether words for unnamed sources begin at `k` ("well-informed sources")."""
    follows = k + 1 < len(words) and words[k + 1].lower in ("source", "sources")
    return follows and words[k].lower in _INFORMED


_INFORMED: Final = lex.word_set(
    "informed well-informed well-placed high-ranking reliable trusted unnamed anonymous"
)


def is_number_of(words: Sequence[Word], k: int) -> bool:
    """Return whether "a number" of people ends before "of" at `k`."""
    return k >= 2 and [w.lower for w in words[k - 2 : k + 1]] in (["a", "number", "of"], ["a", "group", "of"])


def opens_subject(words: Sequence[Word], k: int) -> bool:
    """Return whether a name that acts begins at `k`, run into a body's ("according to the Observatory Veld lost …")."""
    if not (words[k - 1].text[0].isupper() and words[k - 1].lower in lex.BODY) or k + 1 >= len(words):
        return False
    acts = words[k + 1].lower
    plain = is_name(words, k) and words[k].lower not in lex.SPEAKERS | lex.OFFICES
    return plain and acts in lex.AUXILIARIES | lex.VERBLIKE - lex.VERBS.keys()


def marks_name(words: Sequence[Word], k: int) -> bool:
    """Return whether word `k` is a quotation mark around a name in a phrase (the opposition “Radio Berg” network)."""
    if words[k].text not in _MARKS:
        return False
    after_it, before_it = words[k + 1 : k + 5], words[max(0, k - 4) : k]
    opens = next((n for n, w in enumerate(after_it) if w.text in _MARKS), 0)
    closes = next((n for n, w in enumerate(reversed(before_it)) if w.text in _MARKS), 0)
    if opens and is_name(words, k + 1):
        following = k + 2 + opens
        return following < len(words) and words[following].lower in lex.BODY
    return bool(closes) and is_name(words, k - 1)


def modifies_both(words: Sequence[Word], i: int, determined: bool) -> bool:
    """Return whether "and" at `i` joins two modifiers of one noun ("the monitoring and documentation office")."""
    left, right = words[i - 1].lower, words[i + 1]
    modifier = left in lex.SPEAKER_MODIFIERS and (
        left not in lex.SPEAKERS or (left in lex.BODY and not determined)
    )
    return modifier and right.text[0].islower() and is_nominal(words, i + 1)


def of_body(words: Sequence[Word], link: int, noun: int) -> bool:
    """Return whether "of" at `link` tells which body a person belongs to ("Omar Daw of the aid group")."""
    person = link >= 2 and all(
        is_name(words, k) and not is_speaker_noun(words[k].lower) for k in (link - 2, link - 1)
    )
    told = words[link].lower in ("of", "from") and words[link + 1].lower == "the"
    body = any(w.lower in lex.BODY | lex.BODIES for w in words[link + 2 : noun + 3])
    return person and told and body


_MARKS: Final = frozenset('"“”„«»')
