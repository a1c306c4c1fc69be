"""Amounts of people and things in a text, each as an interval with the noun that it counts.

The documented table of imprecise words (the annotation guidelines' where they speak, else ours):

- at least, more than, over N, N or more: [N, None]
- up to, as many as, fewer than, under N: [None, N]
- dozens, scores, hundreds, thousands: two of the unit and more: [24, None], [40, None], [200, None], [2000, None]
- several, a few, many, a number of: [3, None]; with a scale ("several hundred") three of it
- a couple: [2, 2]
- nearly, almost, close to N: from one step below N to N.  The step is 1 below 10, 2 from 10, 5 from 20, 10 from 30,
  and half the leading digit's unit from 100, yet never more than the unit of the last digit that is not zero:
  70 gives [60, 70], 500 gives [450, 500], 1.2 million gives [1.1 million, 1.2 million]
- around, about, some, roughly N: a twentieth to each side, rounded down: 40 gives [38, 42]; below 20 a twentieth is
  less than one person, and N stays N
- between N and M, N to M, N-M: [N, M]
- from N to M behind a word of change ("rose", "the toll"), to M from N: [M, M], a revision; the rule names the value
  before.  Without such a word "from N to M" is a range
- a handful of: [3, None]; a pair of: [2, 2]; a quarter of a million, 15k people, 2m people: what they say
- no casualties, no deaths, nil casualties, without casualties: [0, 0]
- N-plus, >N: as at least; N-odd, ~N, ca. N, approx. N: as around; a trio of: [3, 3]; three score: [60, 60];
  both men: [2, 2]
- half of the 40, two-thirds of the 30: the part, rounded ([20, 20]); four (4), two and a half thousand: what they say
"""

from dataclasses import dataclass
from typing import Final

from whence.model.values import Amount
from whence.read.bounds import bounded, postfix, qualifiers, tailed
from whence.read.counted import (
    DETERMINERS,
    HARMED,
    HEADS,
    KINSHIP_GROUPS,
    PEOPLE,
    SINGULAR,
    STOPS,
    noun_after,
    past_age,
)
from whence.read.noncounts import is_label, is_no_count
from whence.read.numerals import Numeral, Token, read_numeral, tokens, word_set


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount at code points [start, end) of a text, and the noun it counts at [noun_start, noun_end).

    `noun` is the group, folded to the plural ("civilians", "children", "missiles"); it is "" (and its span
    empty, at `end`) where the text names none.  The words between `end` and `noun_start` qualify the noun.
    """

    start: int
    end: int
    amount: Amount
    noun: str
    noun_start: int
    noun_end: int


@dataclass(frozen=True, slots=True)
class _Ends:
    lower: int | None
    upper: int | None
    rule: str
    first: int
    after: int


def find_amounts(text: str, start: int = 0, end: int | None = None) -> tuple[AmountMention, ...]:
    """Return the amounts of people and things in text[start:end], in order, apart; offsets are in `text`.

    Ages, dates, clock times, money, percentages, distances, durations, calibres, numbered names and telephone
    numbers are no amounts.  Never raises; takes time linear in the length of the text.
    """
    words = tokens(text, start, end)
    found: list[AmountMention] = []
    at = 0
    while at < len(words):
        ends = _amount_at(words, at)
        if ends is None:
            at += 1
            continue
        if mention := _mention(text, words, ends):
            found.append(mention)
        at = ends.after
    return tuple(found)


def _amount_at(words: tuple[Token, ...], at: int) -> _Ends | None:
    """The amount that begins at token `at` with its qualifiers; both ends None for a number to pass over."""
    bounds, first = qualifiers(words, at)
    if share := _share(words, first):
        return _Ends(*bounded(share, bounds), at, share.after)
    if ends := _revision(words, first) or _range(words, first):
        return _Ends(ends.lower, ends.upper, ends.rule, at, ends.after) if not bounds else ends
    number = read_numeral(words, first)
    if number is None:
        return (
            _singular(words, at, first, bounds)
            or _family(words, at)
            or _nobody(words, at)
            or _both(words, at)
        )
    if tailed(words, number.after) is None and is_no_count(words, number):
        return _Ends(None, None, "", first, number.after)
    after, late = postfix(words, number.after)
    return _Ends(*bounded(number, (*bounds, *late)), at, after)


def _range(words: tuple[Token, ...], at: int) -> _Ends | None:
    """Between N and M, N to M, N-M, N or M; None unless N < M."""
    between = at < len(words) and words[at].lower == "between"
    low = read_numeral(words, at + between)
    if at and words[at - 1].lower in ("update", "updates"):
        return None  # "UPDATE 1-Fifty-six arrested"
    if low is None or low.after >= len(words) or low.upper is None:
        return None
    joint = words[low.after].lower
    joints = {"and"} if between else {"to", "or", "-", "–", "—"}
    high = read_numeral(words, low.after + 1) if joint in joints else None
    if high is None or high.upper is None or high.lower <= low.lower:
        return None
    if is_no_count(words, high, ranged=True):
        return _Ends(None, None, "", at, high.after)
    if not between and (is_label(words, low) or _continues(words, at)):
        return None
    lower = low.lower
    if lower < 1000 <= high.lower and words[high.after - 1].lower in (
        "hundred",
        "thousand",
        "million",
        "billion",
    ):
        lower *= _shared_scale(words, low, high)
    rule = "range" if joint != "and" else "between"
    return _Ends(min(lower, high.lower), high.lower, rule, at, high.after)


def _continues(words: tuple[Token, ...], at: int) -> bool:
    """Whether the token is glued to what stands before it, as the month of 2016-07-20 is."""
    return at > 0 and words[at - 1].end == words[at].start


def _shared_scale(words: tuple[Token, ...], low: Numeral, high: Numeral) -> int:
    """Ten to 20 thousand: the scale of the upper end holds for the lower, unless that has one of its own."""
    scales = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
    return 1 if words[low.after - 1].lower in scales else scales[words[high.after - 1].lower]


def _revision(words: tuple[Token, ...], at: int) -> _Ends | None:
    """From N to M, to M from N: one value, M, that was N before."""
    opener = words[at].lower if at < len(words) else ""
    if opener not in ("from", "to"):
        return None
    first = read_numeral(words, at + 1)
    if first is None or first.after >= len(words) or first.upper is None:
        return None
    if words[first.after].lower != ("to" if opener == "from" else "from"):
        return None
    second = read_numeral(words, first.after + 1)
    if (
        second is None
        or second.upper is None
        or is_no_count(words, second, ranged=True)
        or is_label(words, first)
    ):
        return None
    if opener == "from" and first.lower < second.lower and not _changes(words, at):
        return _Ends(first.lower, second.lower, "range", at, second.after)
    new, old = (second, first) if opener == "from" else (first, second)
    return _Ends(new.lower, new.upper, f"revised from {old.lower}", at, second.after)


_CLAUSE: Final = 24  # tokens before "from N to M" among which a word of change is looked for
_CHANGE: Final = word_set(
    "rose risen rise rises rising raised raises raising climbed climbs grew grown increased increases jumped revised "
    "revises updated upped up toll tolls number figure went gone changed soared swelled death deaths"
)


def _changes(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word of change stands before: a toll "rose from N to M", a mill employs "from N to M" men."""
    for token in reversed(words[max(0, at - _CLAUSE) : at]):
        if token.text in ".;!?":
            return False
        if token.lower in _CHANGE:
            return True
    return False


def _singular(words: tuple[Token, ...], at: int, first: int, bounds: tuple[str, ...]) -> _Ends | None:
    """A child, a Kenyan journalist, at least one: the article that counts one of a known noun."""
    if first >= len(words) or words[first].lower not in ("a", "an", "another"):
        return None
    begin = past_age(words, first + 1)
    for i in range(begin, min(begin + 4, len(words))):
        token = words[i]
        if (not token.word and token.text != "-") or token.lower in STOPS | {"of"} | KINSHIP_GROUPS:
            return None
        following = words[i + 1].lower if i + 1 < len(words) else ""
        hyphen = following == "-" and words[i + 1].start == token.end
        if token.lower in SINGULAR and following not in SINGULAR and following not in HEADS and not hyphen:
            one = Numeral(1, 1, "", first, first + 1)
            return _Ends(*bounded(one, bounds), at, first + 1)
    return None


def _family(words: tuple[Token, ...], at: int) -> _Ends | None:
    """A family of five, a total of 30, a group of 12: the number counts the people."""
    if not (at + 2 < len(words) and words[at].lower in ("a", "an", "the", "entire", "one")):
        return None
    middle = words[at + 1].lower
    if middle not in KINSHIP_GROUPS or words[at + 2].lower != "of":
        return None
    bounds, first = qualifiers(words, at + 3)
    number = read_numeral(words, first)
    if number is None or is_no_count(words, number):
        return None
    return _Ends(*bounded(number, bounds), at, number.after)


_SHARES: Final = {
    ("half",): (1, 2), ("one", "half"): (1, 2), ("a", "third"): (1, 3), ("one", "third"): (1, 3),
    ("one", "-", "third"): (1, 3), ("two", "thirds"): (2, 3), ("two", "-", "thirds"): (2, 3),
    ("a", "quarter"): (1, 4), ("one", "quarter"): (1, 4), ("three", "quarters"): (3, 4), ("a", "fifth"): (1, 5),
}  # fmt: skip


def _share(words: tuple[Token, ...], at: int) -> Numeral | None:
    """Half of the 40 passengers: the part that is meant, rounded; not of a number of the harmed, of whom all count."""
    for size in (3, 2, 1):
        parts = _SHARES.get(tuple(t.lower for t in words[at : at + size]))
        number = at + size
        if parts is None or number >= len(words) or words[number].lower != "of":
            continue
        number += 1
        while number < len(words) and words[number].lower in DETERMINERS:
            number += 1
        whole = read_numeral(words, number)
        counted = whole is not None and whole.lower == whole.upper and not is_no_count(words, whole)
        if whole is None or not counted or whole.lower >= _SCALED:
            return None
        if whole.after < len(words) and words[whole.after].lower in HARMED:
            return None
        value = round(whole.lower * parts[0] / parts[1])
        return Numeral(value, value, "share", at, whole.after)
    return None


_SCALED: Final = 100_000  # "half of a million" is a number of its own


def _both(words: tuple[Token, ...], at: int) -> _Ends | None:
    """Both men, both soldiers; "both civilians and soldiers" counts nobody."""
    if at + 1 >= len(words) or words[at].lower != "both" or words[at + 1].lower not in _PEOPLE_GROUPS:
        return None
    joined = at + 2 < len(words) and words[at + 2].lower in ("and", "or")
    return None if joined else _Ends(2, 2, "", at, at + 1)


def _nobody(words: tuple[Token, ...], at: int) -> _Ends | None:
    """No casualties, no civilian deaths, nil casualties, without causing casualties."""
    if at >= len(words) or words[at].lower not in ("no", "nil", "without"):
        return None
    for i in range(at + 1, min(at + 3, len(words))):
        if words[i].lower in ("casualties", "deaths", "fatalities", "injuries", "victims"):
            return _Ends(0, 0, "none", at, at + 1)
        if not words[i].word or words[i].lower in STOPS:
            break
    return None


def _mention(text: str, words: tuple[Token, ...], ends: _Ends) -> AmountMention | None:
    if ends.lower is None and ends.upper is None:
        return None
    start, end = words[ends.first].start, words[ends.after - 1].end
    single = ends.lower == 1 and ends.upper in (1, None)
    family = words[ends.first + 1].lower in ("family", "household") if ends.after - ends.first > 3 else False
    found = noun_after(words, ends.after, single)
    lower, upper, rule = ends.lower, ends.upper, ends.rule
    tail = found[2] if found else ends.after
    if lower is not None and lower == upper and not rule and (late := postfix(words, tail)[1]):
        number = Numeral(lower, upper, "", ends.first, ends.after)
        lower, upper, rule = bounded(number, late)
    amount = Amount(lower, upper, text[start:end], rule)
    if found is None:
        return AmountMention(start, end, amount, "people" if family else "", end, end)
    noun, first, after = found
    return AmountMention(start, end, amount, noun, words[first].start, words[after - 1].end)


_PEOPLE_GROUPS: Final = frozenset(PEOPLE.values())
