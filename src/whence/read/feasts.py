"""Feasts as times: Easter Sunday, Eid al-Adha, the first day of Ramadan; those of the moon calendar give or take a day.

The moon calendar is reckoned by its tabular form (Dershowitz and Reingold, Calendrical Calculations, 2018, ch. 7); the
month that is proclaimed begins up to a day sooner or later, by country.
"""

import re
from datetime import date, timedelta
from typing import Final

from whence.read import calendars as cal
from whence.read.dates import Builder, Found, Match
from whence.read.holidays import HOLIDAY, holiday

_EPOCH: Final = 227_015  # ordinal of the first day of the first year of the moon calendar
_FIRST, _LAST = 1000, 9000  # years in which feasts are reckoned
_SOON: Final = timedelta(days=31)  # a feast so close ahead is that one, not last year's
_GIVE: Final = timedelta(days=1)
# name -> month, day and length in days
_MOON: Final = {"ramadan": (9, 1, 30), "fitr": (10, 1, 3), "adha": (12, 10, 4)}
_ORDER: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_CUE: Final = r"(?:on|in|at|over|during|since|after|before)\s+"


def moon_day(year: int, month: int, day: int) -> date:
    """Return the day of a date of the tabular moon calendar."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day)


def _latest(name: str, anchor: date) -> date:
    """The first day of the feast that last began before `anchor`, or begins soon after it."""
    month, day, _ = _MOON[name]
    year = int((anchor.year - 622) * 33 / 32) + 2
    return max(d for d in (moon_day(year - i, month, day) for i in range(4)) if d <= anchor + _SOON)


def _moon_feast(match: Match, anchor: date | None) -> Found | None:
    """The feast, or the day of it that is named; of "Eid" alone the feast that began last."""
    if anchor is None or not _FIRST <= anchor.year <= _LAST:
        return Found(None)
    groups = match.groupdict()
    named = (groups.get("which") or groups.get("month") or "").lower()
    feasts = [named] if named else ["fitr", "adha"]
    began = {name: _latest(name, anchor) for name in feasts}
    past = [n for n in feasts if began[n] <= anchor + _GIVE] or feasts
    name = max(past, key=lambda n: began[n])
    length, order = _MOON[name][2], (match["n"] or "").lower()
    first = began[name] + timedelta(days=_ORDER.get(order, 0))
    last = first if order else first + timedelta(days=length - 1)
    made = cal.days(first - _GIVE, last + _GIVE, "days", "moon calendar, give or take a day")
    return Found(made) if made else None


def _feast(match: Match, anchor: date | None) -> Found | None:
    if match["h"][0].islower():
        return None
    if anchor is None or not _FIRST <= anchor.year <= _LAST:
        return Found(None)
    days = [holiday(match["h"], anchor.year + i) for i in (-1, 0, 1)]
    day = max(d for d in days if d <= anchor + _SOON)
    made = cal.days(day, day, "day", "latest such feast before publication")
    return Found(made) if made else None


def _p(text: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(rf"(?<!\w){text}(?!\w)", re.I), build


_DAY: Final = r"(?:the\s+)?(?P<n>first|second|third|fourth)\s+day\s+of\s+(?:the\s+)?"
_EID: Final = r"Eid(?:[\s-]*(?:al|el|ul|ad)?[\s-]*(?P<which>Fitr|Adha))?"
PATTERNS: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    _p(rf"(?P<t>{_DAY}(?:feast\s+of\s+)?{_EID})", _moon_feast),
    _p(rf"{_CUE}(?P<t>{_EID})(?P<n>)", _moon_feast),
    _p(rf"(?P<t>{_DAY}(?:holy\s+month\s+of\s+)?(?P<month>Ramadan))", _moon_feast),
    _p(rf"{_CUE}(?P<t>(?P<h>{HOLIDAY}))", _feast),
)
