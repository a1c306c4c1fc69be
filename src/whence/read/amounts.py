"""Amounts of people and things in a text, each as an interval with the noun that it counts.

The documented table of imprecise words (the annotation guidelines' where they speak, ours where they are silent):

=====================================  =========================================================================
at least, more than, over, N or more   [N, None]
up to, as many as, fewer than, under   [None, N]
dozens / scores / hundreds             [24, None] / [40, None] / [200, None]; "thousands" [2000, None], and so on
several, a few, many, a number of      [3, None]; with a scale ("several hundred") three of it
a couple                               [2, 2]
nearly, almost, close to N             from one step below N to N; the step is one of a number's last digit, 2 from
                                       10, 5 from 20, 10 from 50, half the leading digit's unit from 100, and never
                                       more than the unit of the last digit that is not zero: 70 gives [60, 70],
                                       500 gives [450, 500], 1.2 million gives [1.1 million, 1.2 million]
around, about, some, roughly N         a twentieth to each side, at least one: 40 gives [38, 42]
between N and M, N to M, N-M           [N, M]
from N to M, to M from N               [M, M], a revision; the rule names the value before
no casualties, no deaths               [0, 0]
=====================================  =========================================================================
"""

import math
from dataclasses import dataclass
from typing import Final, Literal

from whence.model.values import Amount
from whence.read.counted import (
    FRACTIONS,
    HARMED,
    HEADS,
    KINSHIP_GROUPS,
    MEASURES,
    OTHERS,
    PEOPLE,
    PLURAL,
    SINGULAR,
    STOPS,
    noun_after,
    past_age,
)
from whence.read.numerals import Numeral, Token, read_numeral, tokens

Bound = Literal["least", "most", "near", "around"]
QUALIFIERS: Final[dict[str, Bound]] = {
    "at least": "least",
    "at least at": "least",
    "at the least": "least",
    "at the very least": "least",
    "no fewer than": "least",
    "no less than": "least",
    "not less than": "least",
    "not fewer than": "least",
    "a minimum of": "least",
    "minimum of": "least",
    "more than": "least",
    "well over": "least",
    "over": "least",
    "above": "least",
    "upwards of": "least",
    "upward of": "least",
    "in excess of": "least",
    "exceeding": "least",
    "up to": "most",
    "as many as": "most",
    "at most": "most",
    "at the most": "most",
    "a maximum of": "most",
    "maximum of": "most",
    "no more than": "most",
    "not more than": "most",
    "fewer than": "most",
    "less than": "most",
    "under": "most",
    "nearly": "near",
    "almost": "near",
    "close to": "near",
    "just under": "near",
    "nearing": "near",
    "approaching": "near",
    "around": "around",
    "about": "around",
    "some": "around",
    "approximately": "around",
    "roughly": "around",
    "circa": "around",
    "an estimated": "around",
    "estimated": "around",
    "or so": "around",
}
_OPENERS: Final = frozenset(q.split()[0] for q in QUALIFIERS)
_LONGEST: Final = max(len(q.split()) for q in QUALIFIERS)
_POSTFIXES: Final[dict[str, Bound]] = {
    "or more": "least",
    "and more": "least",
    "at least": "least",
    "at the least": "least",
    "at most": "most",
    "or fewer": "most",
    "or so": "around",
}
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec muharram safar ramadan shaban rajab shawwal".split()
)
_LABELS: Final = frozenset(
    "resolution article brigade brigades division regiment battalion route highway road chapter page pages section "
    "paragraph phase stage flight channel room boeing airbus sukhoi mig tu type mark model version no nos number "
    "block gate terminal unit corps force sector area zone line paragraphs figure table annex resolutions sheet "
    "part volume step item point camp station level class grade g geneva astana summit world apollo article's "
    "aged age ages chromosome formula group file case document".split()
)
_CAPITAL_LABELS: Final = frozenset(
    {"group", "area", "line", "force", "road", "camp", "station", "world", "part", "point"}
)
_CURRENCY: Final = frozenset("$€£¥₺₽₤")
_YEAR_CUES: Final = frozenset(
    "in since of by from until till during before after early late mid spring summer autumn fall winter year years "
    "and the to through between".split()
)
_RISING: Final = frozenset("to at".split())


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount at code points [start, end) of a text, and the noun it counts at [noun_start, noun_end).

    `noun` is the group, folded to the plural ("civilians", "children", "missiles"); it is "" (and its span empty, at
    `end`) where the text names none.  The words between `end` and `noun_start` qualify the noun.
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
    """Return the amounts of people and things in text[start:end], in order, not overlapping; offsets are in `text`.

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
    """The amount that begins at token `at` with its qualifiers, or what must be skipped as one (rule "none of it")."""
    bounds, first = _qualifiers(words, at)
    if ends := _revision(words, first) or _range(words, first):
        return _Ends(ends.lower, ends.upper, ends.rule, at, ends.after) if not bounds else ends
    number = read_numeral(words, first)
    if number is None:
        return _singular(words, at, first, bounds) or _family(words, at) or _nobody(words, at)
    if _skipped(words, number):
        return _Ends(None, None, "", first, number.after)
    after, late = _postfix(words, number.after)
    return _Ends(*_bounded(number, (*bounds, *late)), at, after)


def _qualifiers(words: tuple[Token, ...], at: int) -> tuple[tuple[str, ...], int]:
    """The qualifiers that begin at token `at` ("an estimated", "at least"), and the token after them."""
    found: list[str] = []
    while at < len(words) and words[at].lower in _OPENERS:
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(t.lower for t in words[at : at + size])
            if phrase in QUALIFIERS and phrase != "or so":
                found.append(phrase)
                at += size
                break
        else:
            break
    return tuple(found), at


def _postfix(words: tuple[Token, ...], at: int) -> tuple[int, tuple[str, ...]]:
    """The token after a number's own tail ("or more", "+", "or so"), and the tail's phrase."""
    if at < len(words) and words[at].text == "+" and words[at - 1].end == words[at].start:
        return at + 1, ("or more",)
    for size in (3, 2):
        phrase = " ".join(t.lower for t in words[at : at + size])
        if phrase in _POSTFIXES and read_numeral(words, at + size) is None:
            return at + size, (phrase,)
    return at, ()


def _bounded(number: Numeral, phrases: tuple[str, ...]) -> tuple[int | None, int | None, str]:
    """The ends of a number under its qualifiers; the strictest counts ("an estimated at least 50" is at least)."""
    if number.upper is None or not phrases:
        return number.lower, number.upper, number.rule
    bounds = {_POSTFIXES.get(p) or QUALIFIERS[p]: p for p in phrases}
    value = number.lower
    if "least" in bounds:
        return value, None, bounds["least"]
    if "most" in bounds:
        return None, value, bounds["most"]
    if "near" in bounds:
        return value - near_step(value), value, bounds["near"]
    slack = max(1, math.floor(value / 20))
    return max(0, value - slack), value + slack, bounds["around"]


def near_step(value: int) -> int:
    """Return how far below `value` "nearly" reaches: the table in this module's docstring."""
    if value < 100:
        return (
            next(step for top, step in ((10, 1), (20, 2), (50, 5), (100, 10)) if value < top) if value else 0
        )
    leading = 10 ** (len(str(value)) - 1)
    last = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    return min(leading // 2, last)


def _range(words: tuple[Token, ...], at: int) -> _Ends | None:
    """Between N and M, N to M, N-M, N or M; None unless N < M."""
    between = at < len(words) and words[at].lower == "between"
    low = read_numeral(words, at + between)
    if low is None or low.after >= len(words) or low.upper is None:
        return None
    joint = words[low.after].lower
    joints = {"and"} if between else {"to", "or", "-", "–", "—"}
    high = read_numeral(words, low.after + 1) if joint in joints else None
    if high is None or high.upper is None or high.lower <= low.lower or _skipped(words, high, ranged=True):
        return None
    if not between and _names(words, low):
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
    if second is None or second.upper is None or _skipped(words, second, ranged=True) or _names(words, first):
        return None
    new, old = (second, first) if opener == "from" else (first, second)
    return _Ends(new.lower, new.upper, f"revised from {old.lower}", at, second.after)


def _singular(words: tuple[Token, ...], at: int, first: int, bounds: tuple[str, ...]) -> _Ends | None:
    """A child, a Syrian journalist, at least one: the article that counts one of a known noun."""
    if first >= len(words) or words[first].lower not in ("a", "an"):
        return None
    begin = past_age(words, first + 1)
    for i in range(begin, min(begin + 4, len(words))):
        token = words[i]
        if (not token.word and token.text != "-") or token.lower in STOPS or token.lower in KINSHIP_GROUPS:
            return None
        following = words[i + 1].lower if i + 1 < len(words) else ""
        hyphen = following == "-" and words[i + 1].start == token.end
        if token.lower in SINGULAR and following not in SINGULAR and following not in HEADS and not hyphen:
            one = Numeral(1, 1, "", first, first + 1)
            return _Ends(*_bounded(one, bounds), at, first + 1)
    return None


def _family(words: tuple[Token, ...], at: int) -> _Ends | None:
    """A family of five, a total of 30, a group of 12: the number counts the people."""
    if not (at + 2 < len(words) and words[at].lower in ("a", "an", "the", "entire", "one")):
        return None
    middle = words[at + 1].lower
    if middle not in KINSHIP_GROUPS or words[at + 2].lower != "of":
        return None
    inner = _amount_at(words, at + 3) if words[min(at + 3, len(words) - 1)].lower not in ("a", "an") else None
    if inner is None or (inner.lower is None and inner.upper is None):
        return None
    return _Ends(inner.lower, inner.upper, inner.rule, at, inner.after)


def _nobody(words: tuple[Token, ...], at: int) -> _Ends | None:
    """No casualties, no civilian deaths."""
    if words[at].lower != "no":
        return None
    for i in range(at + 1, min(at + 3, len(words))):
        if words[i].lower in ("casualties", "deaths", "fatalities", "injuries", "victims"):
            return _Ends(0, 0, "none", at, at + 1)
        if not words[i].word or words[i].lower in STOPS:
            break
    return None


def _skipped(words: tuple[Token, ...], number: Numeral, ranged: bool = False) -> bool:
    """Whether the number is part of a date, age, time, price, measure, name or the like: no amount."""
    return _measured(words, number) or (not ranged and _names(words, number)) or _glued(words, number, ranged) or _lone_one(
        words, number
    ) or _year(words, number)  # fmt: skip


def _before(words: tuple[Token, ...], at: int) -> str:
    return words[at - 1].lower if at > 0 else ""


def _after(words: tuple[Token, ...], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _touches(words: tuple[Token, ...], left: int) -> bool:
    """Whether no space stands between tokens `left` and `left` + 1."""
    return 0 <= left < len(words) - 1 and words[left].end == words[left + 1].start


def _measured(words: tuple[Token, ...], number: Numeral) -> bool:
    following = _after(words, number.after)
    if following in MEASURES or following in ("%", "‰", "°", "º", *_CURRENCY):
        return True
    if following == "per" and _after(words, number.after + 1) == "cent":
        return True
    if following == "-" and _after(words, number.after + 1) in MEASURES | FRACTIONS:
        return True
    if following in FRACTIONS:
        return True
    if following in ("square", "cubic", "nautical", "us", "american", "syrian", "consecutive", "straight"):
        return _after(words, number.after + 1) in MEASURES
    return (
        following in ("more", "other", "further", "full", "long", "whole")
        and _after(words, number.after + 1) in MEASURES
    )


def _names(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether the number follows what makes it a date, a price or a label (July 20, $300, Resolution 12)."""
    before, following = _before(words, number.first), _after(words, number.after)
    if before in _CURRENCY or before in ("usd", "eur", "#", "№", "+"):
        return True
    numeric = words[number.first].digits
    if numeric and number.lower <= 31 and (before in _MONTHS or following in _MONTHS):
        return True
    if before == "." and numeric and _before(words, number.first - 1) in ("no", "nos"):
        return True
    if before not in _LABELS or number.first == 0:
        return False
    label = words[number.first - 1].text
    return not (before in _CAPITAL_LABELS and label[0].islower())


def _glued(words: tuple[Token, ...], number: Numeral, ranged: bool) -> bool:
    """Whether the digits are one piece with letters, slashes, colons or hyphens beside them (120mm, S-300, 3:30)."""
    left, right = number.first - 1, number.after - 1
    if not words[number.first].digits:
        return _touches(words, right) and words[right + 1].text == "-" and _touches(words, right + 1)
    if _touches(words, left) and (
        words[left].word or words[left].text in ("/", ":", "_", "-", "–", ".", "°", "+")
    ):
        return not (ranged and words[left].text in ("-", "–"))
    if not _touches(words, right):
        return _phone(words, number)
    following = words[right + 1]
    if following.word or following.text in ("/", "_", "°", "@"):
        return True
    return following.text in (":", "-", "–", ".") and _touches(words, right + 1) and (
        words[right + 2].digits or following.text == "-"
    )  # fmt: skip


def _phone(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether the number stands in a run of three or more bare numbers, as telephone numbers do."""
    low, high = number.first, number.after
    while low > 0 and number.first - low < 3 and words[low - 1].digits:
        low -= 1
    while high < len(words) and high - number.after < 3 and words[high].digits:
        high += 1
    return high - low >= 3 and number.after - number.first == 1


def _lone_one(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether "one" is a pronoun: it counts only before a known noun or beside the harmed."""
    if words[number.first].lower != "one" or number.after - number.first > 1:
        return False
    if _before(words, number.first) in (
        "no",
        "this",
        "that",
        "each",
        "every",
        "any",
        "the",
        "day",
        "another",
        "which",
    ):
        return True
    following = _after(words, number.after)
    if following in HARMED or following in OTHERS:
        return False
    if following == "of":
        return _before(words, number.first) != "least"
    found = noun_after(words, number.after, single=True)
    return found is None


def _year(words: tuple[Token, ...], number: Numeral) -> bool:
    """Whether four bare digits from 1900 to 2099 are a year: no counted people follow, or a preposition of time leads."""
    token = words[number.first]
    if number.after - number.first != 1 or len(token.text) != 4 or not token.text.isdigit():
        return False
    if not 1900 <= number.lower <= 2099:
        return False
    before = _before(words, number.first)
    if before in _YEAR_CUES or before in _MONTHS or before in (",", "/", "-", "(") or before.isdigit():
        return True
    found = noun_after(words, number.after, single=False)
    return found is None or found[0] not in PLURAL or found[1] - number.after > 2


def _mention(text: str, words: tuple[Token, ...], ends: _Ends) -> AmountMention | None:
    if ends.lower is None and ends.upper is None:
        return None
    start, end = words[ends.first].start, words[ends.after - 1].end
    single = ends.lower == 1 and ends.upper in (1, None)
    family = words[ends.first + 1].lower in ("family", "household") if ends.after - ends.first > 3 else False
    found = noun_after(words, ends.after, single)
    lower, upper, rule = ends.lower, ends.upper, ends.rule
    tail = found[2] if found else ends.after
    if lower is not None and lower == upper and not rule and (late := _postfix(words, tail)[1]):
        number = Numeral(lower, upper, "", ends.first, ends.after)
        lower, upper, rule = _bounded(number, late)
    amount = Amount(lower, upper, text[start:end], rule)
    if found is None:
        return AmountMention(start, end, amount, "people" if family else "", end, end)
    noun, first, after = found
    return AmountMention(start, end, amount, noun, words[first].start, words[after - 1].end)


def is_people(noun: str) -> bool:
    """Return whether the plural group `noun`, as `find_amounts` gives it, is one of people."""
    return any(part in _PEOPLE_GROUPS for part in noun.lower().split())


_PEOPLE_GROUPS: Final = frozenset(PEOPLE.values())
