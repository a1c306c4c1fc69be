"""Numbers as texts write them: digits, words, and the table that gives vague ones ("dozens") their ends."""

import re
from dataclasses import dataclass
from typing import Final


def word_list(text: str) -> list[str]:
    """Return the words of a table written as one text."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """Return the set of the words of a table written as one text."""
    return frozenset(text.split())


_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
UNITS: Final = {w: n for n, w in enumerate(_UNITS)}
TENS: Final = {w: 10 * n for n, w in enumerate(_TENS, start=2)} | {"fourty": 40}
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
}
# What a vague plural means at the least: two of it, except "several" and its like, which mean three.
PLURALS: Final = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
}
SETS: Final = {"pair": 2, "trio": 3, "quartet": 4, "quintet": 5, "score": 20}  # "a trio of gunmen"
VAGUE: Final = {
    "several": 3,
    "multiple": 3,
    "many": 3,
    "numerous": 3,
    "few": 3,
}
# More than this is a telephone number or a slip, not a count that any report can hold.
LARGEST: Final = 10_000_000_000
_LONGEST: Final = 24  # tokens of a number in words; longer runs are no number
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number in digits or one mark at code points [start, end); `lower` is its folded form."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def digits(self) -> bool:
        """Whether the token is a number in digits."""
        return self.text[0].isdecimal()

    @property
    def word(self) -> bool:
        """Whether the token is a word."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens [first, after): its ends, and the rule that gave them if it is vague."""

    lower: int
    upper: int | None
    rule: str
    first: int
    after: int


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of text[start:end], with offsets in `text`."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in found)


def read_numeral(words: tuple[Token, ...], at: int) -> Numeral | None:
    """Return the number that begins at token `at`, in digits or words, exact or vague; None if none does."""
    if at >= len(words):
        return None
    token = words[at]
    in_words = not token.digits and (_vague(words, at) or _fixed(words, at) or _spelled(words, at))
    found = in_words or (_digits(words, at) if token.digits else None)
    return _written_out(words, found) if found and found.lower == found.upper else found


def _written_out(words: tuple[Token, ...], number: Numeral) -> Numeral:
    """Three score, two and a half thousand, four (4): the number with what follows it as a part of it."""
    value, after = number.lower, number.after
    scale = SCALES.get(_lower(words, after + 3), 0)
    if _lower(words, after) == "score" and 1 < value <= 10:
        value, after = value * SETS["score"], after + 1
    elif [_lower(words, after + k) for k in range(3)] == ["and", "a", "half"] and scale:
        value, after = value * scale + scale // 2, after + 4
    elif _lower(words, after) == "(" and _lower(words, after + 2) == ")":
        again = _digits(words, after + 1) if words[after + 1].digits else _spelled(words, after + 1)
        after += 3 if again is not None and again.lower == value else 0
    return Numeral(value, value, number.rule, number.first, after)


def _lower(words: tuple[Token, ...], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _whole(text: str) -> int | None:
    """The integer that digits stand for: plain or with commas in threes; None for any other shape."""
    if not text.isascii() or len(text) > 14:
        return None
    if _GROUPED.match(text):
        return int(text.replace(",", ""))
    return int(text) if text.isdigit() else None


def _digits(words: tuple[Token, ...], at: int) -> Numeral | None:
    text, after = words[at].text, at + 1
    scale = SCALES.get(_lower(words, after))
    if scale is not None and text.isascii() and text.count(".") <= 1 and len(text) <= 12:
        plain = text.replace(",", "")
        value = round(float(plain) * scale) if plain.replace(".", "").isdigit() else None
        after += 1
    elif short := _short_scale(words, at):
        value, after = round(float(text.replace(",", "")) * short), at + 2
    else:
        value = _whole(text.replace(".", "") if _dotted(words, at) else text)
        while value is not None and len(text) <= 3 and _thousands(words, after):
            value, after = value * 1000, after + 1
    if value is None or value > LARGEST:
        return None
    return Numeral(value, value, "", at, after)


_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")


def _dotted(words: tuple[Token, ...], at: int) -> bool:
    """Whether the points of the digits at `at` set off thousands: "1.300 people"."""
    return _DOTTED.fullmatch(words[at].text) is not None and _lower(words, at + 1) in _SHORT_OF


_SHORT: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_SHORT_OF: Final = word_set(
    "people civilians refugees residents inhabitants displaced children families men women"
)


def _short_scale(words: tuple[Token, ...], at: int) -> int:
    """The scale of "15k people", "2m refugees": a letter glued to the digits, with people behind it; 0 if none."""
    text, letter = words[at].text, _lower(words, at + 1)
    if letter not in _SHORT or words[at].end != words[at + 1].start or _lower(words, at + 2) not in _SHORT_OF:
        return 0
    return _SHORT[letter] if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) <= 6 else 0


def _thousands(words: tuple[Token, ...], at: int) -> bool:
    """Whether the token is a "000" set off by one space: a separator of thousands, or a lost comma."""
    return at < len(words) and words[at].text == "000" and words[at].start - words[at - 1].end == 1


def _of(words: tuple[Token, ...], at: int) -> int:
    return at + 1 if _lower(words, at) == "of" else at


def _vague(words: tuple[Token, ...], at: int) -> Numeral | None:
    first = _lower(words, at)
    if first in PLURALS:
        value, after = 2 * PLURALS[first], at + 1
        nested = PLURALS.get(_lower(words, _of(words, after)))
        if nested:  # "tens of thousands"
            value, after = value * nested, _of(words, after) + 1
        return Numeral(value, None, first, at, after)
    if first == "a" and _lower(words, at + 1) == "handful" and _lower(words, at + 2) == "of":
        return Numeral(3, None, "a handful of", at, at + 3)
    if first in ("a", "an") and (size := _number_of(words, at + 1)):
        return Numeral(3, None, "a number of", at, at + 1 + size)
    if first == "a" and _lower(words, at + 1) == "few":
        return _several(words, at, at + 2, "a few")
    if first in VAGUE:
        return _several(words, at, at + 1, "a few" if first == "few" else first)
    return None


def _number_of(words: tuple[Token, ...], at: int) -> int:
    """The length of "number of", "large number of" at token `at`, else 0."""
    sized = int(_lower(words, at) in ("large", "great", "growing", "small", "unspecified", "unknown"))
    found = _lower(words, at + sized) == "number" and _lower(words, at + sized + 1) == "of"
    return sized + 2 if found else 0


def _several(words: tuple[Token, ...], at: int, after: int, rule: str) -> Numeral:
    scale = SCALES.get(_lower(words, after))
    if scale is None:
        return Numeral(3, None, rule, at, after)
    return Numeral(3 * scale, None, rule, at, after + 1)


def _fixed(words: tuple[Token, ...], at: int) -> Numeral | None:
    """A couple, a dozen, half a dozen, half a million, a hundred and twenty."""
    first, second = _lower(words, at), _lower(words, at + 1)
    if (part := _quarters(words, at)) is not None:
        return part
    if first == "a" and second in SETS and _lower(words, at + 2) == "of":
        return Numeral(SETS[second], SETS[second], "", at, at + 3)
    if first == "couple" or (first == "a" and second == "couple"):
        after = at + (1 if first == "couple" else 2)
        scale = SCALES.get(_lower(words, _of(words, after)))
        return Numeral(2 * (scale or 1), 2 * (scale or 1), "", at, _of(words, after) + 1 if scale else after)
    if first == "half" and second in ("a", "an") and _lower(words, at + 2) in SCALES:
        half = SCALES[_lower(words, at + 2)] // 2
        return Numeral(half, half, "", at, at + 3)
    if first in ("a", "an") and second in SCALES:
        spelled = _spelled(words, at + 1, opened=1)
        return spelled and Numeral(spelled.lower, spelled.upper, "", at, spelled.after)
    return None


def _quarters(words: tuple[Token, ...], at: int) -> Numeral | None:
    """A quarter of a million, three quarters of a million."""
    share = " ".join(_lower(words, k) for k in range(at, at + 4))
    for opening, quarters, size in (("a quarter of a", 1, 4), ("three quarters of a", 3, 4)):
        scale = SCALES.get(_lower(words, at + size), 0)
        if share == opening and scale >= 1000:
            return Numeral(scale // 4 * quarters, scale // 4 * quarters, "", at, at + size + 1)
    return None


def _spelled(words: tuple[Token, ...], at: int, opened: int | None = None) -> Numeral | None:
    """A number in words: "one hundred and twenty-six", "two dozen"; `opened` is what an "a" before counts."""
    total, part, after, known = 0, opened or 0, at, opened is not None
    last = "scale" if known else ""
    while after < min(len(words), at + _LONGEST):
        step = _lower(words, after)
        if step in UNITS and last in ("", "scale", "ten") and not (last == "ten" and UNITS[step] > 9):
            part, last = part + UNITS[step], "unit"
        elif step in TENS and last in ("", "scale"):
            part, last = part + TENS[step], "ten"
        elif step in SCALES and known and not (step == "dozen" and last == "scale" and after > at):
            total, part, last = _scaled(total, part, SCALES[step])
        elif not (known and _joins(words, after, last)):
            break
        known, after = True, after + 1
    value = total + part
    return Numeral(value, value, "", at, after) if known and after > at and value <= LARGEST else None


def _scaled(total: int, part: int, scale: int) -> tuple[int, int, str]:
    if scale <= 100:
        return total, (part or 1) * scale, "scale"
    return total + (part or 1) * scale, 0, "scale"


def _joins(words: tuple[Token, ...], at: int, last: str) -> bool:
    """Whether the token is the "and" of "hundred and five" or the hyphen of "twenty-six"."""
    after = _lower(words, at + 1)
    if _lower(words, at) == "and":
        return last == "scale" and _lower(words, at - 1) in ("hundred", "thousand") and (
            after in TENS or (after in UNITS and not _counts_apart(words, at + 2))
        )  # fmt: skip
    return _lower(words, at) == "-" and last == "ten" and 0 < UNITS.get(after, 0) < 10


def _counts_apart(words: tuple[Token, ...], at: int) -> bool:
    """Whether what follows "hundred and five" shows that the five is a count of its own ("five others")."""
    return _lower(words, at) in ("other", "others", "more")
