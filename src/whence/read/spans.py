"""Patterns of times that only publication resolves: today, last night, two days ago, this month, the past week."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from whence.model.values import Interval
from whence.read import calendars as cal
from whence.read.dates import Builder, Found, Match, Role
from whence.read.numerals import TENS, UNITS

_NUMBER = (
    r"(?P<n>\d{1,4}|an?|" + "|".join((*UNITS, *TENS)) + r"|several|a few|few|a couple of|couple of|many)"
)
_UNIT = r"(?P<u>hour|day|week|month|year|decade)s?"
_ABOUT = r"(?:(?:about|around|nearly|almost|more than|over|at least|some|the|less than)\s+)?"
_LENGTHS: Final = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "decade": 3652.5}
RECENT: Final = "up to publication"  # the rule of "over the past N days"
_FEW: Final = {"hour": 24, "day": 7}  # no more are "the past few" and "recent" ones
_FAR: Final = 40_000  # days: a century and a bit; beyond it words are no time that can be resolved


def _count(words: str) -> int | None:
    lower = words.lower()
    if lower in ("a", "an", "one"):
        return 1
    if lower.endswith("couple of"):
        return 2
    return int(lower) if lower.isdecimal() else UNITS.get(lower, TENS.get(lower))


def _whole_day(offset: int, rule: str) -> Builder:
    def build(_: Match, anchor: date | None) -> Found | None:
        if anchor is None:
            return Found(None)
        day = anchor + timedelta(days=offset)
        return Found(cal.days(day, day, "day", rule))

    return build


def _part(part: str, offset: int, rule: str) -> Builder:
    def build(match: Match, anchor: date | None) -> Found | None:
        if anchor is None:
            return Found(None)
        name = part or match["dp"].lower()
        return Found(cal.part_of_day(anchor + timedelta(days=offset), name, rule))

    return build


def _overnight(_: Match, anchor: date | None) -> Found | None:
    return Found(
        cal.part_of_day(anchor - timedelta(days=1), "night", "night before publication") if anchor else None
    )


def _ago(match: Match, anchor: date | None) -> Found | None:
    count, unit = _count(match["n"]), match["u"].lower()
    role: Role = "background" if unit in ("year", "decade") else "point"
    if anchor is not None and count is None and unit == "day":
        first, last = anchor - timedelta(days=7), anchor - timedelta(days=2)
        return Found(cal.days(first, last, "days", "two to seven days before publication"))
    if anchor is None or count is None or count * _LENGTHS[unit] > _FAR:
        return Found(None, role)
    rule = f"{count} {unit}{'s' if count > 1 else ''} before publication"
    if unit in ("hour", "day"):
        day = anchor - timedelta(days=round(count * _LENGTHS[unit]))
        first = day - timedelta(days=unit == "hour")
        return Found(cal.days(first, day, "day" if first == day else "days", rule))
    if unit == "week":
        middle = anchor - timedelta(days=7 * count)
        return Found(cal.days(middle - timedelta(days=3), middle + timedelta(days=3), "week", rule))
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 - count, 12)
        return Found(cal.month_of(year, month + 1, rule))
    return Found(cal.year_of(anchor.year - count * (10 if unit == "decade" else 1), rule), "background")


def _recent(match: Match, anchor: date | None) -> Found | None:
    """Over the past N days: from so long before publication up to it."""
    count, unit = _count(match["n"] or "one"), match["u"].lower()
    count = _FEW.get(unit) if count is None else count  # "in the past few hours"
    length = (count or 0) * _LENGTHS[unit]
    long = unit in ("year", "decade") or length > 45
    if anchor is None or not count or length > _FAR:
        return Found(None, "background" if long else "span")
    first = anchor - timedelta(days=max(1, round(length)))
    return Found(cal.days(first, anchor, "range", RECENT), "background" if long else "span")


def _lately(_: Match, anchor: date | None) -> Found | None:
    """In recent days: the few up to publication."""
    found = cal.days(anchor - timedelta(days=_FEW["day"]), anchor, "range", RECENT) if anchor else None
    return Found(found, "span")


def _duration(_: Match, __: date | None) -> Found | None:
    return Found(None, "background")


def _calendar(match: Match, anchor: date | None) -> Found | None:
    """This, last and next week, month and year; "earlier this ..." ends with publication."""
    unit, which = match["u"].lower(), match["which"].lower()
    if anchor is None:
        return Found(None, "background" if unit == "year" else "point")
    shift = {"this": 0, "last": -1, "next": 1, "past": -1, "previous": -1}.get(which.split()[-1], 0)
    whole = _unit(anchor, unit, shift)
    if which.startswith("earlier"):
        whole = cal.days(whole.start.date(), anchor, whole.precision) or whole
    rule = f"{which} {unit}, by the calendar"
    made = Interval(whole.start, whole.end, whole.precision, "", rule)
    return Found(made, "background" if unit == "year" else "point")


def _weekend(_: Match, anchor: date | None) -> Found | None:
    """The latest Saturday and Sunday that have begun."""
    if anchor is None:
        return Found(None)
    return Found(replace(_unit(anchor, "weekend", 0), rule="weekend before publication"))


def _unit(anchor: date, unit: str, shift: int) -> Interval:
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday() - 7 * shift)
        return Interval(cal.midnight(monday), cal.midnight(monday + timedelta(days=7)), "week")
    if unit == "weekend":
        saturday = anchor - timedelta(days=anchor.weekday() - 5 - 7 * min(shift, 0))
        saturday -= timedelta(days=7 if saturday > anchor else 0)
        return Interval(cal.midnight(saturday), cal.midnight(saturday + timedelta(days=2)), "days")
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
        return cal.month_of(year, month + 1)
    return cal.year_of(anchor.year + shift)


def _decade(match: Match, _: date | None) -> Found | None:
    year = int(match["y"])
    first, last = cal.year_of(year), cal.year_of(year + 9)
    return Found(Interval(first.start, last.end, "range", "", "decade"), "background")


def _p(text: str, build: Builder) -> tuple[re.Pattern[str], Builder]:
    return re.compile(rf"(?<!\w){text}(?!\w)", re.I), build


PATTERNS: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    _p(r"(?P<t>(?:earlier |later )?today)(?!'s|’s)", _whole_day(0, "day of publication")),
    _p(r"(?P<t>yesterday)", _whole_day(-1, "day before publication")),
    _p(r"(?P<t>(?:the )?day before yesterday)", _whole_day(-2, "two days before publication")),
    _p(r"(?P<t>tomorrow)", _whole_day(1, "day after publication")),
    _p(r"(?P<t>tonight)", _part("night", 0, "night of publication")),
    _p(r"(?P<t>last night)", _part("night", -1, "night before publication")),
    _p(r"(?P<t>last evening)", _part("evening", -1, "day before publication")),
    _p(
        rf"(?P<t>(?:just )?(?:{_NUMBER} minutes?|(?:a few |a couple of )?(?:moments|minutes)|a moment|"
        r"a (?:short |little )?while) ago)",
        _whole_day(0, "minutes before publication"),
    ),
    _p(r"(?P<t>overnight)", _overnight),
    _p(
        r"(?P<t>(?:earlier |early )?this (?P<dp>morning|afternoon|evening))",
        _part("", 0, "day of publication"),
    ),
    _p(r"(?P<t>yesterday (?P<dp>morning|afternoon|evening|night))", _part("", -1, "day before publication")),
    _p(rf"(?P<t>{_ABOUT}{_NUMBER} {_UNIT} ago)", _ago),
    _p(
        rf"(?:in|over|during|within|for|of) (?P<t>the (?:last|past|previous) (?:{_NUMBER} )?{_UNIT})", _recent
    ),
    _p(rf"(?P<t>the (?:last|past) {_NUMBER} {_UNIT})", _recent),
    _p(r"(?:in|over|during) (?P<t>recent days)", _lately),
    _p(
        r"(?P<t>(?P<which>earlier this|later this|this|last|next|past|previous) (?P<u>week|weekend|month|year))",
        _calendar,
    ),
    _p(r"(?:over|at|during) (?P<t>the weekend)", _weekend),
    _p(rf"(?:for|lasting|lasted|after) (?P<t>{_ABOUT}{_NUMBER} {_UNIT})", _duration),
    _p(rf"(?P<t>{_NUMBER}[- ](?P<u>hour|day|week|month|year)-(?:long|old))", _duration),
    _p(
        rf"(?P<t>{_ABOUT}{_NUMBER} {_UNIT}) of (?:war|fighting|conflict|clashes|siege|bombardment|violence)",
        _duration,
    ),
    _p(rf"(?P<t>{_NUMBER} {_UNIT} (?:earlier|later|before|after|previously))", _duration),
    _p(r"(?:in )?(?P<t>the (?P<y>(?:19|20)\d0)s)", _decade),
)
