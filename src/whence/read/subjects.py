"""The speaker before a verb of telling, found past adverbs, appositions and relative clauses."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import nouns, phrases
from whence.read.phrases import Phrase
from whence.read.segment import Word

# What a source "who …" does, as opposed to what victims do, when commas do not mark the clause.
_SOURCE_CLAUSE: Final = lex.word_set(
    "spoke asked uses gave declined requested identified wished wishes goes was is heads works worked lives monitors"
    " tracks documents documented relies has runs did insisted wanted refused demanded preferred speaks leads led"
    " witnessed saw survived visited declines covers tracked monitored closely did"
)
_REACH: Final = 30  # words looked back for the subject of a relative clause or an apposition
_REDUCED: Final = lex.COMPILED | {
    "interviewed",
    "surveyed",
    "based",
    "contacted",
    "named",
    "conducted",
    "taken",
}
_FIRST_PERSON: Final = frozenset({"we", "i", "we've", "we’ve", "i've", "i’ve"})
_NONE: Final = frozenset({"no", "neither", "nor"})
_SIDES: Final = lex.word_set("east west north south central")
_QUOTED: Final = frozenset('"“”„«»')
_DASHES: Final = frozenset({",", "–", "—", "-", "--"})


def subject(words: Sequence[Word], i: int, low: int) -> Phrase | None:
    """Return the noun phrase that is the subject of the verb at `i`; None for "no group", which says nothing."""
    found = _subject(words, i, low)
    return None if found and found.start > low and words[found.start - 1].lower in _NONE else found


def _subject(words: Sequence[Word], i: int, low: int) -> Phrase | None:
    k = _back_over_alias(words, _back_over_adverbs(words, i, low), low)
    if k > low and words[k - 1].lower in _FIRST_PERSON:
        return None  # "after an inquiry we have confirmed": the writer's own word
    if k > low and words[k - 1].text in _DASHES:
        bracketed = phrases.before(words, k - 1, low) if words[k - 2].text == ")" else None
        return _before_comma(words, k - 1, low) or bracketed
    if k > low and words[k - 1].lower == "who":
        return phrases.before(words, k - 1 - (words[k - 2].text == ","), low)
    near = phrases.before(words, k, low)
    found = _of_relative(words, near, k, low) or near
    if found is None or not phrases.is_speaker(words, found) or _placed(words, found):
        return _leading(words, k, low) or found
    return found


def _leading(words: Sequence[Word], k: int, low: int) -> Phrase | None:
    """Return the speaker that opens the clause, with all that modifies it up to word `k`, if no verb lies between."""
    if k - low > _REACH:
        return None
    first = phrases.after(words, low, k)
    if first is None or not phrases.is_speaker(words, first):
        return None
    if any(_verbal(w.lower) for w in words[first.end : k]):
        return None
    return Phrase(first.start, first.core, first.head, first.core)


def opening(words: Sequence[Word], end: int) -> Phrase | None:
    """Return the speaker with which a sentence opens, to whom "…, saying that" at `end` belongs; None if it is none."""
    start = 1 if words[0].lower in ("but", "and", "while", "meanwhile") else 0
    first = phrases.after(words, start, end)
    if first is None or not phrases.is_speaker(words, first) or first.end >= end:
        return None
    person = nouns.is_name(words, first.head) or words[first.head].lower in lex.BODY | lex.BODIES
    following = words[first.end].lower
    acts = (
        following in lex.AUXILIARIES | lex.VERBLIKE
        or following.endswith("ed")
        or following in ("which", "who", ",")
    )
    return first if person and acts else None


def _verbal(low: str) -> bool:
    """Return whether a word ends the phrase that opens a clause: a verb or conjunction, but no mere participle."""
    if low in _REDUCED:
        return False
    return (
        low in lex.AUXILIARIES | lex.CONJUNCTIONS
        or low in lex.VERBLIKE
        or low in lex.VERBS
        or low.endswith("ed")
    )


def _opens_clause(words: Sequence[Word], main: Phrase, low: int) -> bool:
    """Return whether a name stands where a clause begins."""
    if not nouns.is_name(words, main.head):
        return False
    return (
        main.start == low
        or not words[main.start - 1].text[0].isalnum()
        or words[main.start - 1].lower == "but"
    )


def _back_over_adverbs(words: Sequence[Word], i: int, low: int) -> int:
    """Return the index just after the subject: adverbs, auxiliaries and "on Friday" before the verb are skipped."""
    k = i
    while k > low:
        word = words[k - 1].lower
        adverb = word in lex.SKIPPED or (word.endswith("ly") and word not in lex.ADJECTIVES)
        day = word in lex.TEMPORAL and word not in lex.PERSON
        if not (adverb or day or (word == "on" and k < i and words[k].lower in lex.TEMPORAL)):
            break
        k -= 1
    return k


def _back_over_alias(words: Sequence[Word], k: int, low: int) -> int:
    """Return the index before an alias in quotation marks ("rescuers, also known as the “Blue Helmets”, said")."""
    if k - 1 <= low or words[k - 1].text not in _QUOTED:
        return k
    opening = next((j for j in range(k - 3, max(low, k - 9), -1) if words[j].text in _QUOTED), None)
    if opening is None:
        return k
    at = opening
    while at - 1 > low and words[at - 1].lower in ("the", "as", "known", "also", "called", "or"):
        at -= 1
    return at if at < opening else k


def _before_comma(words: Sequence[Word], comma: int, low: int) -> Phrase | None:
    """Return the phrase before an apposition or relative clause that ends at `comma` ("X, head of Y, said")."""
    for k in range(comma - 1, max(low, comma - _REACH) - 1, -1):
        if words[k].text not in _DASHES:
            continue
        opening = words[k + 1].lower
        inner = phrases.after(words, k + 1, comma)
        main = phrases.before(words, k, low)
        relative = opening in ("who", "which", "whose") or _reduced(words, k + 1, main, low)
        sure = main is not None and _opens_clause(words, main, low) and comma - k <= 14
        if not relative and not sure and (inner is None or not phrases.is_speaker(words, inner)):
            return None
        if main is None or not phrases.is_speaker(words, main):
            continue
        if relative:
            return None if _in_list_of_places(words, main, low) else main
        return Phrase(main.start, comma, main.head, main.end)
    return None


def _reduced(words: Sequence[Word], at: int, main: Phrase | None, low: int) -> bool:
    """Return whether a participle at `at` tells of the speaker that opens the clause ("X, allied with Y, said")."""
    if main is None or (main.start > low and words[main.start - 1].text[0].isalnum()):
        return False
    participle = words[at].lower.endswith("ed") or words[at].lower in lex.COMPILED
    return participle and words[at + 1].lower in lex.PREPOSITIONS | lex.TEMPORAL


def _in_list_of_places(words: Sequence[Word], main: Phrase, low: int) -> bool:
    """Return whether a name ends a list of places ("who travel in Karvia and Ostia, which …, say")."""
    k = main.start
    if main.end - main.start > 1 or not nouns.is_name(words, main.head) or words[main.head].text.isupper():
        return False
    if k - 2 > low and words[k - 1].lower == "and" and nouns.is_name(words, k - 2):
        k -= 2
    return k - 1 > low and words[k - 1].lower in ("in", "to", "near", "from", "through") and k < main.start


def _of_relative(words: Sequence[Word], near: Phrase | None, k: int, low: int) -> Phrase | None:
    """Return the speaker before "who spoke on condition of …" when no comma marks that clause, else None."""
    floor = max(low, k - _REACH)
    for at in range((near.start if near else k) - 1, floor, -1):
        word = words[at].lower
        if word in lex.VERBS and word not in lex.NOUN_OR_VERB and word not in _SOURCE_CLAUSE:
            return None
        if word == "that" and words[at + 1].lower.endswith("s") and not words[at + 1].lower.endswith("ss"):
            main = phrases.before(words, at, low)
            if main is not None and main.start > low and words[main.start].lower in ("a", "an"):
                main = phrases.before(words, main.start, low)
                if main is not None and nouns.is_name(words, main.head) and phrases.is_speaker(words, main):
                    return main  # "the Vale Association a group of doctors that runs clinics said"
        if word in ("who", "which"):
            verb = words[at + 1 + words[at + 1].lower.endswith("ly")].lower
            main = phrases.before(words, at, low)
            if main is not None and near is not None and _among(words, main, near, low):
                return None
            fits = verb in _SOURCE_CLAUSE or (word == "which" and verb.endswith("s"))
            return main if fits and main is not None and _can_be_told_of(words, main, word) else None
    return None


def _placed(words: Sequence[Word], found: Phrase) -> bool:
    """Return whether a phrase is one name behind "in east", "near" and the like, where somebody else speaks."""
    at = found.start - 1
    if (
        found.end - found.start > 1
        or not nouns.is_name(words, found.head)
        or words[found.head].text.isupper()
    ):
        return False
    while at > 0 and (words[at].lower in lex.WHEREABOUTS or words[at].lower in _SIDES):
        at -= 1
    return at > 0 and words[at].lower in ("in", "near", "inside", "outside", "around") and at < found.start


def _among(words: Sequence[Word], main: Phrase, near: Phrase, low: int) -> bool:
    """Return whether `main` is only told of and who speaks is "the …" right before the verb.

    "… including one who fled the source said", "… between Ostia which leads a raid and rebels the Watch said".
    """
    if words[near.start].lower != "the" or not phrases.is_speaker(words, near) or main.start <= low:
        return False
    before = words[main.start - 1]
    return before.text[0].isalnum() and before.lower not in lex.CONJUNCTIONS - {"and"}


def _can_be_told_of(words: Sequence[Word], main: Phrase, relative: str) -> bool:
    """Return whether "who" or "which" may open a clause about the speaker `main`."""
    head = words[main.head].lower
    if relative == "which":
        return head in lex.BODY or words[main.head].text[0].isupper()
    return head in lex.PERSON | lex.PEOPLE or nouns.is_name(words, main.head)


def joined_before(words: Sequence[Word], subject: Phrase, low: int) -> tuple[Phrase, ...]:
    """Return the speakers joined to the subject by "and" before it, in the order of the text."""
    at = subject.start - 1
    if at <= low or words[at].lower not in ("and", "or"):
        return ()
    other = phrases.before(words, at, low)
    if other is None or not phrases.is_speaker(words, other) or words[other.head].lower in lex.PERSONAL:
        return ()
    if words[other.head].lower in lex.SPEAKER_MODIFIERS - lex.BODY and other.end - other.start == 1:
        return ()  # "Local and media sources": two modifiers of one noun
    clause = any(w.lower in lex.AUXILIARIES for w in words[max(low, other.start - 3) : other.start])
    opens = other.start == low or words[other.start].lower in lex.DETERMINERS or other.end - other.start <= 4
    return (other,) if opens and not clause else ()


def joined_after(words: Sequence[Word], end: int) -> tuple[Phrase, ...]:
    """Return a speaker joined by "and" at `end` ("according to activists and residents")."""
    if end >= len(words) or words[end].lower not in ("and", "or"):
        return ()
    other = phrases.after(words, end + 1, len(words))
    if other is None or not phrases.is_speaker(words, other) or words[other.head].lower in lex.PERSONAL:
        return ()
    verb = other.end < len(words) and (
        words[other.end].lower in lex.AUXILIARIES | lex.VERBLIKE | set(lex.VERBS)
        or words[other.end].lower.endswith("ed")
    )
    return () if verb else (other,)
