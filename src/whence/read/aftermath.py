"""Times told by other times: "a day after the raids killed 24", "the toll of a blast the previous day".

What stands behind "a day after" happened that long before what the sentence tells first; "the previous day" counts from
the time told before it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from whence.model.values import Interval
from whence.read.numerals import UNITS
from whence.read.triggers import find_events, find_triggers
from whence.read.when import TimeMention

_DAYS: Final = {"day": 1, "week": 7}
_LONGEST: Final = 10  # of these units; "thirty days after" is no way to date an attack
_NUMBER: Final = "|".join(
    sorted((w for w, n in UNITS.items() if 0 < n <= _LONGEST), key=lambda w: (-len(w), w))
)
_NEXT: Final = 80  # code points behind the words in which the attack or its victims must be named
_TALK: Final = re.compile(
    r"\b(?:said|says|announc\w+|open(?:ed|ing)|accus\w+|report(?:ed|ing)|agree\w*|declar\w+|propos\w+|warn\w*|vow\w*|"
    r"meeting|met|ceasefire|cease-fire|truce|deal|talks|investigation|inquiry)\b",
    re.I,
)
_LATER: Final = re.compile(
    rf"(?<=[\w’'\"”,] )(?P<t>(?:(?:just|only|exactly) )?(?P<n>an?|{_NUMBER}|\d) (?P<u>day|week)s? (?:after|following))"
    r"(?= \w)"
)  # in small letters: with a capital they open a sentence whose full stop was lost
_EARLIER: Final = re.compile(
    rf"\b(?P<t>the previous day|(?:(?:just|only) )?(?P<n>an?|{_NUMBER}|\d) days? (?:earlier|before(?=[.,;:]|$))|"
    r"the day before(?=[.,;:]|$| (?:in|at|near|when|while)\b))",
    re.I,
)


def find_aftermaths(
    text: str, start: int, end: int, times: Sequence[TimeMention], published: Interval | None
) -> Iterator[TimeMention]:
    """Yield the times of what text[start:end] tells behind "N days after", each at the place of these words.

    Only an attack or harm named right behind them is so dated, and no time that is told behind them gives its day.
    They count from the last of `times` before them, else from publication, when news is of that day or the day before.
    """
    for match in _LATER.finditer(text, start, end):
        told = [t.interval for t in times if t.interval and t.end <= match.start() and t.interval.days <= 1]
        base = told[-1] if told else published
        if base is None or base.days > 1 or any(t.start >= match.end() for t in times):
            continue
        if not _harm_follows(text, match.end(), end):
            continue
        number = match["n"].lower()
        count = int(number) if number.isdecimal() else UNITS.get(number, 1)
        back = timedelta(days=count * _DAYS[match["u"].lower()])
        first = base.start - back - timedelta(days=0 if told else 1)
        day = Interval(
            first,
            base.end - back,
            "day" if told else "days",
            match["t"],
            "so long before what it is told with",
        )
        yield TimeMention(match.start("t"), match.end("t"), day)


def find_days_before(
    text: str, start: int, end: int, times: Sequence[TimeMention], published: Interval | None
) -> Iterator[TimeMention]:
    """Yield the times of "the previous day" and "two days earlier" in text[start:end].

    They count from the last of `times` before the words, else publication: news is of that day or the day before.
    """
    for match in _EARLIER.finditer(text, start, end):
        told = [t.interval for t in times if t.interval and t.end <= match.start() and t.interval.days <= 1]
        base = told[-1] if told else published
        if base is None or base.days > 1:
            continue
        number = (match["n"] or "one").lower()
        back = timedelta(days=int(number) if number.isdecimal() else UNITS.get(number, 1))
        day = Interval(
            base.start - back - timedelta(days=0 if told else 1),
            base.end - back,
            "day" if told else "days",
            match["t"],
            "so long before what it is told with",
        )
        yield TimeMention(match.start("t"), match.end("t"), day)


def _harm_follows(text: str, start: int, end: int) -> bool:
    """Whether an attack or harm is named right behind `start`, and no talk about one before it."""
    near = min(end, start + _NEXT)
    events, harm = find_events(text, start, near), find_triggers(text, start, near)
    first = min((*(e.start for e in events), *(t.start for t in harm)), default=None)
    return first is not None and not _TALK.search(text, start, first)
