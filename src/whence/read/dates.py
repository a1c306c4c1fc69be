"""Patterns of calendar dates, and how each is resolved: with or without a year, weekdays, months, years, seasons."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from whence.model.values import Interval
from whence.read import calendars as cal
from whence.read.numerals import TENS, UNITS

Match = re.Match[str]
Role = Literal["point", "span", "background"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern found: an interval (None: a time that nothing resolves) and its role."""

    interval: Interval | None
    role: Role = "point"


# A date without its year that is at most so many days ahead is that one, not the one eleven months ago.
_SOON: Final = 31
_PAIR: Final = 2  # days

Builder = Callable[[Match, date | None], Found | None]


def _either(names: list[str]) -> str:
    return "|".join(re.escape(n).replace(r"\ ", r"[\s-]") for n in sorted(names, key=lambda n: (-len(n), n)))


MONTH: Final = rf"(?:{_either(list(cal.MONTHS))})"
_ENGLISH: Final = rf"(?:{_either(list(cal.ENGLISH_MONTHS))})"
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_W = rf"(?:(?P<wd>{WEEKDAY}|{_SHORT})\.?,?\s+(?:the\s+)?)?"
_D = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|:\d)"
_D2 = r"(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|:\d)"
_Y = r"(?:,?\s+(?P<y>(?:19|20)\d\d)(?!\d|,\d))"
_TO = r"\s*(?:-|–|—|to|and|until|till|through)\s*"
_PART = r"(?:(?P<part>early|mid|late|beginning of|start of|middle of|end of|the end of)[\s-]+)?"
_DAYPART = r"(?P<dp>night|evening|morning|afternoon|dawn|overnight|noon|midday|midnight)"
# "Tuesdays attack": the apostrophe was lost on the way from the page
_BARE_GENITIVE: Final = (
    r"s(?=\s+(?:[\w-]+\s+){0,2}(?:attack|(?:air)?strike|raid|blast|bomb|explosion|shelling|assault|massacre|killing|"
    r"shooting|clash|incident|crash)\w*)"
)
LEADS: Final = re.compile(
    r"(?<!\w)(?P<lead>ever since|since|up until|until|till|by|before|after)\s+(?:the\s+)?$", re.I
)
ANNIVERSARY: Final = re.compile(
    r"(?P<now>(?:today|marks?|marking|marked|on)\s+)?(?:the\s+|its\s+|their\s+|a\s+)?"
    r"(?P<t>(?P<n>\d{1,3}(?:st|nd|rd|th)|[a-z]{4,12}(?:[-\s][a-z]{4,8})?)[\s-]+anniversary)", re.I,
)  # fmt: skip
# "3 Rezber 1401", "15 Tammuz 5780": years of the solar and lunar Hijra and of the Jewish calendar
_OTHER_ERA: Final = re.compile(r",?\s+(?:1[34]|5[67])\d\d(?![\w%]|[.,]\d)")
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip


def ordinal_value(text: str) -> int:
    """Return the number of an ordinal up to 99 in digits or words; 0 if it is none."""
    lower = text.lower()
    if lower[:1].isdecimal():
        return int("".join(c for c in lower if c.isdecimal()))
    *tens, last = re.split(r"[-\s]", lower)
    ones = _ORDINALS.get(last) or UNITS.get(last.removesuffix("th"), 0)
    if not ones and last.endswith("ieth"):
        ones = TENS.get(last.removesuffix("ieth") + "y", 0)
    return TENS.get(tens[-1], 0) + ones if tens and ones else ones


def _month(match: Match, group: str = "m") -> int:
    return cal.MONTHS[re.sub(r"\s+", " ", match[group].lower())] if _known(match[group]) else 0


def _known(name: str) -> bool:
    return re.sub(r"\s+", " ", name.lower()) in cal.MONTHS and not name[0].islower()


def latest_year(anchor: date | None, month: int, day: int, ahead: int = _SOON) -> int:
    """Return the year of the latest such day at most `ahead` days after `anchor`; 0 where there is no anchor."""
    if anchor is None:
        return 0
    soon = anchor + timedelta(days=ahead)
    return soon.year if (month, day) <= (soon.month, soon.day) else soon.year - 1


def _dated(match: Match, anchor: date | None) -> Found | None:
    month, day = _month(match), int(match["d"])
    if not month or not 1 <= day <= 31:
        return None
    given, weekday = match["y"], match["wd"]
    if not given and match["m"].lower() in cal.OTHER_MONTHS and _OTHER_ERA.match(match.string, match.end()):
        return Found(None)  # a day of another calendar, which months of the same name do not give
    if not given and weekday and anchor and (year := _year_of(anchor, month, day, weekday)):
        return _found(cal.one_day(year, month, day, "year in which the weekday is right"))
    year = int(given) if given else latest_year(anchor, month, day)
    if not year:
        return Found(None)
    return _found(cal.one_day(year, month, day, "" if given else "latest such day before publication"))


def _year_of(anchor: date, month: int, day: int, weekday: str) -> int:
    """The year nearest to publication in which that day falls on that weekday; 0 if it is none of the three nearest."""
    number = next(n for name, n in cal.DAY_OF.items() if name.startswith(weekday[:3].lower()))
    fits: list[tuple[int, int]] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        found = cal.one_day(year, month, day)
        if found and found.start.weekday() == number:
            fits.append((abs((found.start.date() - anchor).days), year))
    return min(fits)[1] if fits else 0


def _found(interval: Interval | None, role: Role = "point") -> Found | None:
    return Found(interval, role) if interval else None


def _day_range(match: Match, anchor: date | None) -> Found | None:
    month = _month(match)
    month2 = _month(match, "m2") if match.groupdict().get("m2") else month
    first, last = int(match["d"]), int(match["d2"])
    if not month or not month2:
        return None
    given = match["y"]
    year = int(given) if given else latest_year(anchor, month2, last)
    if not year:
        return Found(None)
    begin = cal.one_day(year - (month > month2), month, first)
    finish = cal.one_day(year, month2, last)
    if begin is None or finish is None or finish.end <= begin.end:
        return None
    return Found(Interval(begin.start, finish.end, "days", "", "range of days"))


def _iso(match: Match, _: date | None) -> Found | None:
    return _found(cal.one_day(int(match["y"]), int(match["mm"]), int(match["d"])))


def _slashed(match: Match, _: date | None) -> Found | None:
    """Day and month in figures: where both orders are dates, the interval spans both."""
    a, b = int(match["a"]), int(match["b"])
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    readings = [d for d in (cal.one_day(year, b, a), cal.one_day(year, a, b)) if d]
    if not readings:
        return None
    start, end = min(r.start for r in readings), max(r.end for r in readings)
    if a == b or len(readings) == 1:
        return Found(readings[0])
    return Found(Interval(start, end, "range", "", "day and month may stand either way round"))


def _month_alone(match: Match, anchor: date | None) -> Found | None:
    month = _month(match)
    groups = match.groupdict()
    if not month or (match["m"].lower() in cal.OTHER_MONTHS and not groups.get("y")):
        return None
    if match["m"].lower() in ("may", "march", "mar", "jan", "dec") and not (
        groups.get("y") or groups.get("cue")
    ):
        return None
    year = int(groups["y"] or 0) or latest_year(anchor, month, 1, 0)
    if not year:
        return Found(None)
    if (
        groups.get("cue")
        and groups["cue"].lower() == "last"
        and anchor
        and (year, month) == (anchor.year, anchor.month)
    ):
        year -= 1
    rule = "" if groups["y"] else "latest such month before publication"
    part = (groups["part"] or "").lower().removesuffix(" of").removeprefix("the ")
    return Found(cal.part_of_month(year, month, part, rule) if part else cal.month_of(year, month, rule))


def _year(match: Match, _: date | None) -> Found | None:
    return Found(cal.year_of(int(match["y"])), "background")


def _season(match: Match, anchor: date | None) -> Found | None:
    name = match["s"].lower()
    if match["y"]:
        return Found(cal.season_of(int(match["y"]), name), "background")
    if anchor is None:
        return Found(None, "background")
    first = cal.SEASONS[name][0]
    year = anchor.year if anchor.month >= first else anchor.year - 1
    return Found(cal.season_of(year, name, "latest such season before publication"), "background")


def _weekday(match: Match, anchor: date | None) -> Found | None:
    if match["w"][0].islower():
        return None
    if anchor is None:
        return Found(None)
    groups = match.groupdict()
    lead = (groups.get("lead") or "").lower()
    day = _resolved_day(cal.DAY_OF[match["w"].lower()], lead, anchor)
    part = (groups.get("dp") or groups.get("dp2") or "").lower()
    rule = f"{match['w']} {'after' if lead in _COMING else 'before'} publication"
    if part:
        return Found(cal.part_of_day(day, part, rule))
    return _found(cal.days(day, day, "day", rule))


_COMING: Final = ("next", "coming", "this coming", "upcoming")


def _resolved_day(weekday: int, lead: str, anchor: date) -> date:
    """The latest such day not after publication; "last" is neither that day nor the day before, "next" is to come."""
    back = (anchor.weekday() - weekday) % 7
    if lead in _COMING:
        return anchor + timedelta(days=7 - back)
    return anchor - timedelta(days=back + (7 if back <= 1 and lead in ("last", "past", "previous") else 0))


def _weekday_range(match: Match, anchor: date | None) -> Found | None:
    if anchor is None:
        return Found(None, "span")
    last = _resolved_day(cal.DAY_OF[match["w2"].lower()], "", anchor)
    first = _resolved_day(cal.DAY_OF[match["w"].lower()], "", last)
    return _found(cal.days(first, last, "days", "weekdays before publication"), "point")


def _both_weekdays(match: Match, anchor: date | None) -> Found | None:
    """Two days that follow one another ("Friday and Saturday"); others are two times."""
    found = _weekday_range(match, anchor)
    return found if found and (found.interval is None or found.interval.days <= _PAIR) else None


def _day_of_month(match: Match, anchor: date | None) -> Found | None:
    day = int(match["d"])
    if anchor is None:
        return Found(None)
    month, year = anchor.month, anchor.year
    if day > anchor.day:
        month, year = (12, year - 1) if month == 1 else (month - 1, year)
    return _found(cal.one_day(year, month, day, "latest such day before publication"))


def _p(text: str, build: Builder, flags: int = re.I) -> tuple[re.Pattern[str], Builder]:
    return re.compile(text, flags), build


_NOT_ORDINAL = (
    r"(?!\s+(?:floor|day|anniversary|division|brigade|corps|battalion|regiment|consecutive|century|time|week|"
    r"month|year|round|army|session|and|largest))"
)
PATTERNS: Final[tuple[tuple[re.Pattern[str], Builder], ...]] = (
    _p(rf"(?<![\w/.-])(?P<t>{_W}{_D}\s+(?:of\s+)?(?P<m>{MONTH})\b\.?{_Y}?)", _dated),
    _p(rf"(?<![\w/.-])(?P<t>{_W}(?P<m>{MONTH})\.?\s+(?:the\s+)?{_D}{_Y}?)(?!\s*(?:-|–)\s*\d)", _dated),
    _p(rf"(?<![\w/.-])(?P<t>(?:between\s+|from\s+)?{_D}{_TO}{_D2}\s+(?:of\s+)?(?P<m>{MONTH})\b{_Y}?)", _day_range),
    _p(rf"(?<![\w/.-])(?P<t>(?:between\s+|from\s+)?(?P<m>{MONTH})\s+{_D}{_TO}{_D2}{_Y}?)", _day_range),
    _p(rf"(?<![\w/.-])(?P<t>(?P<m>{MONTH})\s+{_D}{_TO}(?P<m2>{MONTH})\s+{_D2}{_Y}?)", _day_range),
    _p(rf"(?<![\w/.-])(?P<t>{_D}\s+(?P<m>{MONTH}){_TO}{_D2}\s+(?P<m2>{MONTH})\b{_Y}?)", _day_range),
    _p(r"(?<![\w/.-])(?P<t>(?P<y>(?:19|20)\d\d)[-/.](?P<mm>[01]?\d)[-/.](?P<d>[0-3]?\d))(?![\w-])", _iso),
    _p(r"(?<![\w/.-])(?P<t>(?P<a>[0-3]?\d)(?P<s>[-/.])(?P<b>[0-3]?\d)(?P=s)(?P<y>(?:19|20)\d\d|\d\d))(?![\w/-])",
       _slashed),
    _p(rf"(?<![\w-])(?P<t>{_PART}(?P<m>{MONTH})\b\.?(?:\s+of)?{_Y})", _month_alone),
    _p(
        rf"(?<![\w-])(?:(?P<cue>in|of|since|during|last|this|until|till|from|by|between|through|for|throughout)\s+)?"
        rf"(?<!\d )(?P<t>(?:{_PART})(?P<m>{_ENGLISH})(?P<y>)\b)(?!\s+\d)", _month_alone,
    ),
    _p(rf"(?<!\w)(?P<t>(?:(?P<lead>last|past|previous|next|this coming|coming|upcoming|this)\s+)?"
       rf"(?:(?P<dp2>early|late)\s+(?:on\s+)?)?(?P<w>{WEEKDAY})(?:\s+{_DAYPART}|{_BARE_GENITIVE})?)(?![^\W_])",
       _weekday),  # "Tuesday_s": what a broken encoding left of an apostrophe is no letter
    _p(rf"(?<!\w)(?P<t>(?:on\s+)?(?:the\s+)?(?:{_DAYPART})\s+(?:of\s+|on\s+)?(?P<w>{WEEKDAY}))"
       rf"(?!\w|,?\s+(?:the\s+)?(?:\d|(?:{_ENGLISH})\b))", _weekday),
    _p(rf"(?<!\w)(?P<t>(?P<w>{WEEKDAY})\s+and\s+(?:(?:continued|on|into|again|until|early)\s+){{0,2}}(?P<w2>{WEEKDAY}))(?!\w)",
       _both_weekdays),
    _p(rf"(?<!\w)(?:from|between)\s+(?P<t>(?P<w>{WEEKDAY})\s+(?:to|until|till|and|through)\s+(?P<w2>{WEEKDAY}))(?!\w)",
       _weekday_range),
    _p(rf"(?<!\w)on\s+(?P<t>the\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th))(?!\w){_NOT_ORDINAL}", _day_of_month),
    _p(r"(?<!\w)(?:in|of|since|during|until|till|from|by|before|after|late|early|mid|throughout)[\s-]+(?:the year\s+)?"
       r"(?P<t>(?P<y>(?:19|20)\d\d))(?![\w,.]*\d|\s*(?:-|–)\s*\d|%)", _year),
    _p(r"(?<!\w)(?P<t>(?:(?:the|last|this)\s+)?(?P<s>spring|summer|autumn|winter)"
       r"(?:(?:\s+of)?\s+(?P<y>(?:19|20)\d\d))?)(?!\w)",
       _season),
)  # fmt: skip
