"""The part of a number that a report tells as a share: "40 people, half of them children" are 20 children."""

import re
from collections.abc import Iterator
from typing import Final

from whence.model.values import Amount
from whence.read.bounds import bounded
from whence.read.numerals import Numeral

_PARTS: Final = {
    "half": (1, 2), "a third": (1, 3), "one third": (1, 3), "two thirds": (2, 3), "a quarter": (1, 4),
    "one quarter": (1, 4), "three quarters": (3, 4), "a fifth": (1, 5), "one fifth": (1, 5), "a tenth": (1, 10),
}  # fmt: skip
_DOWNWARDS: Final = ("less than", "up to")  # of an open number they leave both ends open
_SHARE: Final = re.compile(
    r"\b(?:(?P<bound>more than|over|at least|nearly|almost|about|around|less than|up to)\s+)?"
    rf"(?P<share>{'|'.join(p.replace(' ', '[ -]') for p in _PARTS)})\s+of\s+(?:them|whom)\s+(?:(?:are|were|being)\s+)?",
    re.IGNORECASE,
)


def find_shares(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the shares of those named before ("more than half of them") in text[start:end], up to what they are."""
    return _SHARE.finditer(text, start, end)


def share_of(whole: Amount, share: re.Match[str]) -> Amount | None:
    """Return the share of `whole`, rounded; of an open one rounded down and open; None where neither end is known."""
    bounds = (share["bound"].lower(),) if share["bound"] else ()
    if not whole.lower or (whole.upper is None and bounds and bounds[0] in _DOWNWARDS):
        return None
    part, parts = _PARTS[share["share"].lower().replace("-", " ")]
    value = round(whole.lower * part / parts)
    words = " ".join(share.group().split())
    if whole.upper is None:
        return Amount(whole.lower * part // parts, None, words, "share")
    if whole.upper != whole.lower:
        return Amount(value, round(whole.upper * part / parts), words, "share")
    low, high, rule = bounded(Numeral(value, value, "share", 0, 1), bounds)
    return Amount(low, high, words, rule)
