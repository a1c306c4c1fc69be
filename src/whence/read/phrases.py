"""Noun phrases beside a cue, found without a parser and without commas: from the cue outwards, word by word.

Much news text has lost its commas, so that a phrase is bounded by what cannot stand inside one (verbs, pronouns,
determiners, weekdays, plural nouns before its head) instead of by punctuation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.read import lexicon as lex
from whence.read.nouns import (
    ends_phrase,
    inside,
    is_name,
    is_national,
    is_nominal,
    is_speaker_noun,
    is_title_stop,
    joins_names,
    opens_name,
    participle,
)
from whence.read.phrase_edges import (
    are_papers,
    infinitive,
    informs,
    is_informed,
    is_number_of,
    marks_name,
    modifies_both,
    of_body,
    of_two_kinds,
    one_trade,
    opens_subject,
    other_begins,
    qualifies,
    quarter,
    reaches,
    takes_complement,
)
from whence.read.segment import Word

MAX_WORDS: Final = 24  # a longer phrase is a misreading


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [start, end) of a sentence that name a speaker; `head` is the index of the noun that decides its kind.

    `core` is the part [start, core) without what is said in apposition ("X, head of Y" has the core "X").
    """

    start: int
    end: int
    head: int
    core: int


def is_speaker(words: Sequence[Word], phrase: Phrase) -> bool:
    """Return whether `phrase` is a likely speaker: a name, or a noun for people, bodies or writings."""
    low = words[phrase.head].lower
    if low in ("network", "networks") and [w.lower for w in words[phrase.head + 1 : phrase.end]][:1] == [
        "of"
    ]:
        return any(
            w.text[0].isupper() for w in words[phrase.start : phrase.head]
        )  # "with a network of contacts"
    if low in lex.SPEAKERS or low in lex.PERSONAL or any(p in lex.SPEAKERS for p in low.split("-")[-1:]):
        return True
    if low in lex.NEVER_SPEAKERS:
        return False
    return is_name(words, phrase.head) or low.endswith(("ist", "ists", "sman", "smen"))


def before(words: Sequence[Word], end: int, low: int) -> Phrase | None:
    """Return the noun phrase that ends just before word `end`, not reaching below `low`; None if there is none."""
    if end <= low:
        return None
    last = end - 1
    if words[last].lower in lex.PERSONAL:
        return Phrase(last, end, last, end)
    opened = last + 1
    if words[last].text == ")":
        opened = _open_bracket(words, last, low)
        last = opened - 1
    if last < low or not is_nominal(words, last):
        return None
    start = _walk_left(words, last, low)
    if words[last].text.isdigit() and last > start and end < len(words) and words[end].text == ",":
        last -= 1  # "the group Vale 24"
    spelt = _spelt_out(words, opened, end, low)
    if spelt is not None and start < spelt:
        return Phrase(spelt, end, last, end)
    found = _attach_left(words, Phrase(start, end, last, end), low)
    return _introduced(words, found, low) if found is not None and is_name(words, last) else found


def _spelt_out(words: Sequence[Word], opened: int, end: int, low: int) -> int | None:
    """Return where the name begins whose initials stand in the bracket at `opened` ("… Vale Live News (VLN)")."""
    if opened + 3 != end or not words[opened + 1].text.isupper():
        return None
    letters = words[opened + 1].text
    start = opened - len(letters)
    name = words[max(start, 0) : opened]
    if start < low or not all(w.text[0] == c for w, c in zip(name, letters, strict=True)):
        return None
    return start if len(letters) > 1 else None


def _introduced(words: Sequence[Word], name: Phrase, low: int) -> Phrase:
    """Return the phrase with what introduces its name ("a baker nicknamed Old Daw", "a man named Berg")."""
    k = name.start - 1
    if k > low and words[k].lower == "as":
        k -= 1
    if k <= low or words[k].lower not in ("identified", "named", "called", "known", "nicknamed"):
        return name
    while k - 1 > low and words[k - 1].lower in ("only", "also", "himself", "herself", "was", "is", "who"):
        k -= 1
    role = before(words, k, low)
    if role is None or not is_speaker(words, role) or is_name(words, role.head):
        return name
    return Phrase(role.start, name.end, role.head, name.end)


def _open_bracket(words: Sequence[Word], i: int, low: int) -> int:
    """Return the index of the bracket that word `i` closes, `low` if there is none near."""
    for k in range(i - 1, max(low, i - 8) - 1, -1):
        if words[k].text == "(":
            return k
    return low


def _walk_left(words: Sequence[Word], head: int, low: int) -> int:
    """Return the first word of the simple phrase whose last word is `head`."""
    k = head
    while k > low and head - k < MAX_WORDS:
        left = words[k - 1]
        if left.lower in lex.DETERMINERS and left.lower not in ("other",):
            return k - 1
        if infinitive(words, k - 1, low) or other_begins(words, k - 1, low) or quarter(words, k, low):
            break
        if is_informed(words, k) and is_name(words, k - 1):
            break  # "killing Ana Berg well-informed sources said"
        if (left.lower in ("'s", "’s") and k - 1 > low and is_nominal(words, k - 2)) or (
            is_title_stop(words, k - 1) and k - 1 > low
        ):
            k -= 2
        elif (
            (
                left.lower == "and"
                and (
                    joins_names(words, k - 1, low)
                    or one_trade(words, k - 1, low)
                    or of_two_kinds(words, k - 1, head, low)
                )
            )
            or (
                is_nominal(words, k - 1)
                and (
                    not words[k].text[0].isalpha()
                    or not ends_phrase(words, k - 1, k)
                    or inside(words, k - 1, low)
                )
            )
            or participle(words, k - 1, low)
        ):
            k -= 1
        else:
            break
    return k


def _attach_left(words: Sequence[Word], phrase: Phrase, low: int) -> Phrase | None:
    """Take in what the phrase complements ("a source at …"), or free it from a preposition's object before it."""
    if phrase.start - 1 < low or words[phrase.start - 1].lower not in lex.PREPOSITIONS:
        return _with_name(words, phrase, low)
    if words[phrase.head].lower in lex.SPEAKERS and words[phrase.head].text[0].islower():
        first = words[phrase.start].lower
        if words[phrase.start - 1].lower in ("after", "before") and first in lex.SPEAKER_MODIFIERS | {"the"}:
            return phrase  # "a day after the opposition accused …": no preposition here
        peeled = None if informs(words, phrase.start - 1, low) else _peel(words, phrase)
        if peeled is not None:
            return peeled
    link = phrase.start - 1
    if link - 1 >= low and words[link].lower == "of" and words[link - 1].lower in lex.QUANTIFIERS:
        return Phrase(link - 1, phrase.end, phrase.head, phrase.end)
    found: Phrase | None = None
    start = phrase.start
    for _ in range(4):
        link = start - 1
        if link - 1 < low or words[link].lower not in lex.PREPOSITIONS or not is_nominal(words, link - 1):
            break
        noun = link - 1
        start = _walk_left(words, noun, low)
        if takes_complement(words, noun, link, link + 1) or (found is None and reaches(words, noun)):
            found = Phrase(start, phrase.end, noun, phrase.end)
    if found is None and (member := _member(words, phrase, low)) is not None:
        return member
    return _with_name(words, found, low) if found is not None else _peel(words, phrase)


def _member(words: Sequence[Word], body: Phrase, low: int) -> Phrase | None:
    """Return "Omar Daw of the aid group" from the phrase of the body, None if no person's name stands before it."""
    link = body.start - 1
    if link - 2 < low or words[link].lower not in ("of", "from") or words[body.head].lower not in lex.BODY:
        return None
    k = link
    while k > low and is_name(words, k - 1) and not is_speaker_noun(words[k - 1].lower):
        k -= 1
    opens = k == low or words[k - 1].lower not in lex.PREPOSITIONS | lex.DETERMINERS
    return Phrase(k, body.end, link - 1, link) if opens and 2 <= link - k <= 4 else None


def _with_name(words: Sequence[Word], phrase: Phrase, low: int) -> Phrase:
    """Return the phrase with a person's name before it, to which it is an apposition ("Ana Berg a local official")."""
    first = phrase.start
    head = words[phrase.head].lower
    if words[first].lower not in _APPOSED or not is_speaker_noun(head):
        return phrase
    if head in lex.BODY | lex.BODIES:
        return _with_body(words, phrase, low)
    k = first
    while k > low and is_name(words, k - 1) and words[k - 1].lower not in lex.FUNCTION:
        k -= 1
        if opens_name(words, k):
            break
    opens = k == low or not words[k - 1].text[0].isalnum() or opens_name(words, k)
    return Phrase(k, phrase.end, first - 1, first) if opens and 2 <= first - k <= 4 else phrase


def _with_body(words: Sequence[Word], phrase: Phrase, low: int) -> Phrase:
    """Return the phrase with the body's name before it ("The Relief Committee another activist group")."""
    first = phrase.start
    if words[first].lower == "the" or first - 1 <= low or not is_name(words, first - 1):
        return phrase
    name = before(words, first, low)
    if name is None or not is_name(words, name.head) or name.end - name.start < 2:
        return phrase
    opens = name.start == low or not words[name.start - 1].text[0].isalnum()
    return Phrase(name.start, phrase.end, name.head, name.end) if opens else phrase


def _peel(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """Leave the preposition before `phrase` its object; None if the whole phrase is that object.

    With commas lost, "in Namar state media said" reads like one phrase; a determiner shows that it is an object.
    """
    if words[phrase.start].lower in lex.DETERMINERS:
        return _named_behind(words, phrase)
    for k in range(phrase.start + 1, phrase.head + 1):
        low = words[k].lower
        opens = low in lex.SPEAKER_MODIFIERS or low in lex.SPEAKERS or is_national(words, k)
        if opens or (words[k].text.isupper() and len(words[k].text) > 1):
            return Phrase(k, phrase.end, phrase.head, phrase.end)
    run = phrase.end - phrase.start
    if run in (3, 4) and all(is_name(words, k) for k in range(phrase.start, phrase.end)):
        return Phrase(phrase.start + 1, phrase.end, phrase.head, phrase.end)  # "of Elections Ana Berg"
    return None


def _named_behind(words: Sequence[Word], held: Phrase) -> Phrase | None:
    """Return the name that follows a preposition's object, and speaks ("… for her mother Vale Watch said"); or None."""
    k = held.end
    while k - 1 > held.start and is_name(words, k - 1):
        k -= 1
    common = k - 1 > held.start and words[k - 1].text[0].islower() and k < held.end
    return Phrase(k, held.end, held.end - 1, held.end) if common else None


def after(words: Sequence[Word], start: int, high: int) -> Phrase | None:
    """Return the noun phrase that begins at word `start`, ending before `high`; None if there is none."""
    if start >= high:
        return None
    if words[start].lower in lex.PERSONAL:
        return Phrase(start, start + 1, start, start + 1)
    head, end = simple(words, start, high)
    if end is None:
        return None
    person = end
    for _ in range(4):
        nxt = _complement_right(words, head, end, high)
        if nxt is None:
            break
        end = nxt
    member = end > person and of_body(words, person, simple(words, person + 1, high)[0])
    core = person if member else end
    end = _apposition(words, head, end, high)
    return Phrase(start, end, head, core)


def simple(words: Sequence[Word], start: int, high: int) -> tuple[int, int | None]:
    """Return (head, end) of determiner, adjectives and nouns from word `start`; end is None if no noun is there."""
    limit = min(high, start + MAX_WORDS)
    if start >= limit:
        return start, None
    first = start
    while first < limit and words[first].lower in lex.DETERMINERS:
        first += 1
    determined = first > start
    if (
        first < limit
        and words[first].lower in lex.PAPER | lex.PAPERS
        and words[first].lower in lex.NOUN_OR_VERB
    ):
        return first, first + 1  # "in a report": a noun here, whatever else it may be
    if first + 1 < limit and words[first].lower.endswith("ed") and words[first + 1].lower in lex.SPEAKERS:
        first += 1  # "quoted trusted sources"
    k = first
    while k < limit and (k == first or words[k].lower not in lex.DETERMINERS):
        if k > first and _links(words, k, limit, determined):
            k += 1
            continue
        acts = (
            words[k].lower in lex.VERBS and not words[k].text[0].isupper() and not qualifies(words, k, limit)
        ) and not (k > first and are_papers(words, k))
        if acts or not is_nominal(words, k):
            break
        if k > first and words[k - 1].text[0].isalpha() and ends_phrase(words, k - 1, k):
            break
        if opens_name(words, k) or (determined and k > first and opens_subject(words, k)):
            break
        k += 1
    if k == first:
        return _quantified(words, start, first, high)
    if is_number_of(words, k):
        return simple(words, k + 1, high)  # "quoted a number of residents"
    return k - 1, k


def _links(words: Sequence[Word], k: int, limit: int, determined: bool) -> bool:
    """Return whether word `k` goes on with the phrase without being a noun of it: "'s", the stop of a title, "and"."""
    if words[k].lower in ("'s", "’s") or is_title_stop(words, k) or marks_name(words, k):
        return True
    return k < limit - 1 and words[k].lower == "and" and modifies_both(words, k, determined)


def _quantified(words: Sequence[Word], start: int, first: int, high: int) -> tuple[int, int | None]:
    """Return (head, end) of "one of those advisers" at `start`; end is None if it is none."""
    at = first if words[first - 1 if first > start else first].lower in lex.QUANTIFIERS else -1
    if at < 0 or first <= start or at >= high or words[at].lower != "of":
        return start, None
    return simple(words, at + 1, high)


def _complement_right(words: Sequence[Word], head: int, end: int, high: int) -> int | None:
    """Return the end of the prepositional phrase at `end` if it belongs to the speaker, else None."""
    if end < high and words[end].text == "(":
        for k in range(end + 1, min(high, end + 8)):
            if words[k].text == ")":
                return k + 1
        return None
    if end + 2 < high and words[end].lower in lex.COMPILED and words[end + 1].lower == "by":
        return simple(words, end + 2, high)[1]
    if end + 1 >= high or words[end].lower not in lex.PREPOSITIONS:
        return None
    noun, stop = simple(words, end + 1, high)
    takes = takes_complement(words, end - 1, end, end + 1) or takes_complement(words, head, end, end + 1)
    return stop if takes or (stop is not None and of_body(words, end, noun)) else None


_APPOSED: Final = lex.word_set("a an the another his her its their our one")


def _apposition(words: Sequence[Word], head: int, end: int, high: int) -> int:
    """Return the end of the phrase with "director of …" or ", a local activist" after a name taken in."""
    if not is_name(words, head):
        return end
    k = end + 1 if end < high and words[end].text == "," else end
    if k >= high or words[k].text[0].isupper():
        return end
    inner, stop = simple(words, k, high)
    if stop is None or (words[k].lower in lex.DETERMINERS and words[k].lower not in _APPOSED):
        return end
    if not (words[inner].lower in lex.OFFICES or is_speaker_noun(words[inner].lower)):
        return end
    for _ in range(3):
        nxt = _complement_right(words, inner, stop, high)
        if nxt is None:
            break
        stop = nxt
    return stop
