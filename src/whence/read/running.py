"""Attacks that go on for days: "for the tenth day in a row", "a three-week assault", "in two days of clashes".

What such a sentence counts fell anywhere in the stretch that it names, up to the day of which it tells.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from whence.model.values import Interval
from whence.read.dates import ordinal_value
from whence.read.numerals import UNITS
from whence.read.when import TimeMention

RUNNING: Final = "as long as it has gone on"
_LONGEST: Final = 45  # days; what has gone on for longer is a war
_FEW: Final = 3  # "for a second day" tells of that day
_DAYS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4}
_NUMBER: Final = "|".join(sorted((w for w, n in UNITS.items() if n > 1), key=lambda w: (-len(w), w)))
_VIOLENCE: Final = (
    r"(?:air |ground |aerial )?(?:assaults?|offensives?|sieges?|battles?|campaigns?|bombardments?|onslaughts?|"
    r"barrages?|fighting|clashes|crackdowns?|shelling|bombing|airstrikes|strikes|raids|violence|operations?|"
    r"hostilities|unrest)\b"
)
_HARSH: Final = (
    r"(?:(?:fierce|heavy|intense|intensified|deadly|bloody|air|ground|aerial|and|non-stop|continuous|violent) )"
    r"{0,3}"
)
_NTH: Final = re.compile(
    r"\bfor (?:the|a) (?P<n>\d{1,2}(?:st|nd|rd|th)|[a-z]{3,12}(?:-[a-z]{4,8})?) "
    r"(?:straight |consecutive |successive )?(?P<u>day|week)(?: in a row| running)?\b"
)
_LONG: Final = re.compile(
    rf"\b(?:(?P<n>{_NUMBER}|\d{{1,2}})-(?P<u>hour|day|week|month)(?:-old|-long)?|"
    rf"(?:in|over|during|after) (?:less than |just |nearly |almost |some |about )?"
    rf"(?P<n2>{_NUMBER}|\d{{1,2}}) (?P<u2>hour|day|week|month)s? of) "
    rf"(?:(?:stretch|period|span) of )?{_HARSH}{_VIOLENCE}"
)
_OVER: Final = re.compile(
    rf"\b(?:over|in|during) (?:a|the) (?P<n>{_NUMBER}|\d{{1,2}})-(?P<u>hour|day|week) (?:stretch|period|span)\b"
)


def find_running(
    text: str, start: int, end: int, times: Sequence[TimeMention], published: Interval | None
) -> Iterator[TimeMention]:
    """Yield the stretches for which text[start:end] says that an attack has gone on, each up to the day it tells of.

    That is the one day among `times`, else publication, when news is of that day or the day before.
    """
    told = {t.interval for t in times if t.interval and t.role == "point" and t.interval.days <= 1}
    base = next(iter(told)) if len(told) == 1 else None if told else published
    if base is None or base.days > 1:
        return
    for match in (m for p in (_NTH, _LONG, _OVER) for m in p.finditer(text, start, end)):
        length = _length(match)
        if 1 <= length <= _LONGEST:
            first = base.start - timedelta(days=length - 1 + (base == published))
            yield TimeMention(
                match.start(), match.end(), Interval(first, base.end, "range", match[0], RUNNING), "span"
            )


def _length(match: re.Match[str]) -> int:
    """How many days the words of a match say, 0 where they say none that counts."""
    groups = match.groupdict()
    words, unit = (groups["n"] or groups["n2"]).lower(), groups["u"] or groups["u2"]
    if match.re is _NTH:
        count = ordinal_value(words)
        return round(count * _DAYS[unit]) if count >= _FEW or unit == "week" else 0
    count = int(words) if words.isdecimal() else UNITS.get(words, 0)
    return max(1, round(count * _DAYS[unit]))
