"""The words that open or close a number's ends ("at least", "nearly", "or more"), and what they make of it."""

import math
from typing import Final, Literal

from whence.read.numerals import Numeral, Token, read_numeral

_Bound = Literal["least", "most", "near", "around"]
_QUALIFIERS: Final[dict[str, _Bound]] = {
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
    "exceeds": "least",
    "exceeded": "least",
    "surpassing": "least",
    "surpasses": "least",
    "surpassed": "least",
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
    "as few as": "least",
    ">": "least",
    "<": "most",
    "~": "around",
    "ca": "around",
    "ca .": "around",
    "approx": "around",
    "approx .": "around",
}
_STEPS: Final = ((10, 1), (20, 2), (30, 5), (100, 10))  # below this number, "nearly" reaches so far down
_OPENERS: Final = frozenset(q.split()[0] for q in _QUALIFIERS)
_LONGEST: Final = max(len(q.split()) for q in _QUALIFIERS)
_TAILS: Final[dict[str, str]] = {"plus": "or more", "odd": "or so"}  # "20-plus people", "50-odd people"
_POSTFIXES: Final[dict[str, _Bound]] = {
    "or more": "least",
    "at least": "least",
    "at the least": "least",
    "at most": "most",
    "or fewer": "most",
    "or so": "around",
}


def qualifiers(words: tuple[Token, ...], at: int) -> tuple[tuple[str, ...], int]:
    """Return the qualifiers that begin at token `at` ("an estimated", "at least"), and the token after them."""
    found: list[str] = []
    while at < len(words) and words[at].lower in _OPENERS and len(found) < 3:
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(t.lower for t in words[at : at + size])
            if phrase in _QUALIFIERS and phrase != "or so":
                found.append(phrase)
                at += size
                break
        else:
            break
    return tuple(found), at


def postfix(words: tuple[Token, ...], at: int) -> tuple[int, tuple[str, ...]]:
    """Return the token after a number's own tail ("or more", "+", "or so"), and the tail's phrase."""
    if at < len(words) and words[at].text == "+" and words[at - 1].end == words[at].start:
        return at + 1, ("or more",)
    if tail := tailed(words, at):
        return tail
    for size in (3, 2):
        phrase = " ".join(t.lower for t in words[at : at + size])
        if phrase in _POSTFIXES and read_numeral(words, at + size) is None:
            return at + size, (phrase,)
    return at, ()


def tailed(words: tuple[Token, ...], at: int) -> tuple[int, tuple[str, ...]] | None:
    """Return what `postfix` does for a tail by hyphen or alone ("20-plus", "50 odd"), None if there is none."""
    hyphen = at < len(words) and words[at].text == "-" and words[at - 1].end == words[at].start
    word = at + hyphen
    if word >= len(words) or words[word].lower not in _TAILS or read_numeral(words, word + 1) is not None:
        return None
    return word + 1, (_TAILS[words[word].lower],)


def bounded(number: Numeral, phrases: tuple[str, ...]) -> tuple[int | None, int | None, str]:
    """Return the ends and the rule of a number under its qualifiers; the strictest one counts."""
    if number.upper is None or not phrases:
        return number.lower, number.upper, number.rule
    bounds = {_POSTFIXES.get(p) or _QUALIFIERS[p]: p for p in phrases}
    value = number.lower
    if "least" in bounds:
        return value, None, bounds["least"]
    if "most" in bounds:
        return None, value, bounds["most"]
    if "near" in bounds:
        return value - near_step(value), value, bounds["near"]
    slack = math.floor(value / 20)
    return max(0, value - slack), value + slack, bounds["around"]


def near_step(value: int) -> int:
    """Return how far below `value` "nearly" reaches: the table in `whence.read.amounts`."""
    if value < 100:
        return next(step for top, step in _STEPS if value < top)
    digits = str(value)
    leading = int("1" + "0" * (len(digits) - 1))
    last = int("1" + "0" * (len(digits) - len(digits.rstrip("0"))))
    return min(leading // 2, last)
