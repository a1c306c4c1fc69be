"""Which places a sentence calls quarters, streets and the like, and where those stood who attacked: by words alone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whence.model.statement import Toponym

_PART: Final = r"(?:neighbou?rhood|district|quarter|suburb|street|square|roundabout|avenue|boulevard)s?"
_AFTER: Final = re.compile(rf"['’]?s? (?:residential )?{_PART}\b")
_BEFORE: Final = re.compile(rf"(?P<kind>\b{_PART}) of(?: the)? (?:[a-z-]+ ){{0,2}}$")
_LISTED: Final = re.compile(
    r"\s*(?:,|and|,\s*and)?\s*(?:the )?"
)  # "the Mill, Quay and Harrow neighbourhoods"
_BACK: Final = 60  # code points before a name in which its kind may stand
_STOOD: Final = re.compile(
    r"\b(?:positioned|stationed|entrenched|holed up|hiding|deployed|spread|headquartered|dug in)"
    r" (?:in|at|on|inside|around|near) (?:[a-z-]+ ){0,5}$"
)
_STOOD_BACK: Final = 70


def quarters(text: str, start: int, end: int, where: Sequence[Toponym]) -> tuple[bool, ...]:
    """Return for each of the places that text[start:end] names, in order, whether it is called a part of a town.

    A list shares its kind: "the neighbourhoods of Mill and Quay", "the Mill and Quay neighbourhoods".
    """
    after = [_AFTER.match(text, t.span.end, end) is not None for t in where]
    named = [a or _of_that_kind(text, start, where, at) for at, a in enumerate(after)]
    listed = [_LISTED.fullmatch(text, a.span.end, b.span.start) is not None for a, b in pairwise(where)]
    for at, joined in enumerate(listed, start=1):
        named[at] = named[at] or (joined and named[at - 1] and not after[at - 1])
    for at in range(len(listed), 0, -1):
        named[at - 1] = named[at - 1] or (listed[at - 1] and after[at])
    return tuple(named)


def _of_that_kind(text: str, start: int, where: Sequence[Toponym], at: int) -> bool:
    """Whether a place stands behind "quarter of", which is not the place before it ("the Mill quarter of Velky")."""
    name = where[at].span.start
    before = _BEFORE.search(text, max(start, name - _BACK), name)
    if before is None or at == 0:
        return before is not None
    last = _AFTER.match(text, where[at - 1].span.end, name)
    return last is None or last.end() <= before.start("kind")


def stood_there(text: str, start: int, at: int) -> bool:
    """Return whether the name at `at` is where an attacker stood ("rebels positioned in X")."""
    return _STOOD.search(text, max(start, at - _STOOD_BACK), at) is not None
