"""When a report was published: a container's date field or a date at the head of the text, as an interval."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from whence.model.values import Interval

_MONTH_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s{1,3})?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY: Final = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:(?!\d)|(?=(?:19|20)\d\d(?!\d)))(?:st|nd|rd|th)?"
_CLOCK: Final = (
    r"(?:,?\s{1,3}(?:at\s)?(?P<clock>[0-2]?\d:[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?)?"
)
_ISO_CLOCK: Final = (
    r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-][0-2]\d:?[0-5]\d)?)?"
)
_NUMBERS: Final = r"(?P<a>[12]\d|3[01]|0?[1-9])(?P<mark>[-/.])(?P<b>[12]\d|3[01]|0?[1-9])(?P=mark)"

# Ways of writing a date, tried in this order at one place of a text.
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>(?:19|20)\d\d)[-/.](?P<number>0?[1-9]|1[0-2])[-/.](?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
        + _ISO_CLOCK,
        _WEEKDAY + _DAY + r"[\s.-]{0,3}(?:of\s)?" + _MONTH + r"[\s,-]{0,3}" + _YEAR + _CLOCK,
        _WEEKDAY + _MONTH + r"[\s-]{0,3}" + _DAY + r"[\s,-]{0,3}" + _YEAR + _CLOCK,
        _NUMBERS + _YEAR + _CLOCK,
        _MONTH + r"[\s,]{1,3}" + _YEAR,
    )
)
_MAIL: Final = re.compile(r"\s(?:[+-]\d{4}|GMT|UTC|UT|[ECMP][SD]T)(?:\s?\([^()]{0,40}\))?$")  # RFC 5322
_EPOCH: Final = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_FIELD_SLACK: Final = timedelta(days=1)  # zones, and sites that count from the evening before
_UPDATED: Final = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_UPDATE: Final = timedelta(days=2)  # a text is mostly updated within so long
_ANY_YEAR: Final = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


def parse_published(value: str) -> Interval | None:
    """Return the interval that a container's date field names, None if it names none that is understood.

    A day without a zone is that day in UTC; 03/04/2021 may be two days and gives the range that covers both.
    """
    value = value.strip()
    if not value:
        return None
    if _EPOCH.fullmatch(value):
        return _epoch(value)
    if _MAIL.search(value):
        mailed = _mail_date(value)
        if mailed is not None:
            return mailed
    found = date_at(value, 0)
    return found[1] if found is not None else _anywhere(value)


def settled(field: Interval | None, printed: Interval | None, text: str, line: str) -> Interval | None:
    """Return when `text` was published by its container's `field` and by the day `printed` in the `line` at its head.

    Fields are filled in by whoever compiled a pile, and are wrong by days or months more often than a date line that
    the outlet printed.  So where the two contradict one another the line is believed and its rule says so, unless it
    names no single day, or the text speaks of years that came later.
    """
    if field is None or printed is None:
        return field or printed
    readings = _day_first(printed, line)
    if any(_agree(field, r, line) for r in readings):
        return field
    day = readings[0]
    last = max((int(y) for y in _ANY_YEAR.findall(text)), default=0)
    if day.precision not in ("minute", "day") or last > day.start.year:
        return field
    rule = f"{day.rule}, printed at the head of the text; its file says {field}"
    return Interval(day.start, day.end, day.precision, day.words, rule)


def _agree(field: Interval, printed: Interval, line: str) -> bool:
    """Whether both may be right: they meet or nearly so, or the line tells an update soon after the field's day."""
    slack = _FIELD_SLACK if field.precision == "minute" else timedelta()
    later = max(slack, _UPDATE if _UPDATED.search(line) else slack)
    return printed.start < field.end + later and field.start < printed.end + slack


def _day_first(printed: Interval, line: str) -> tuple[Interval, ...]:
    """The days that a date in figures may be, the likelier first: with dashes the day is printed first mostly."""
    match = _FORMS[3].search(line) if printed.precision == "range" else None
    if match is None or match["mark"] != "-" or len(match["a"]) < len(match["b"]):
        return (printed,)  # "6-09-2021" may have lost a figure
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    days = (_day(year, b, a), _day(year, a, b))
    return tuple(Interval.of_days(d, words=printed.words, rule="day before month") for d in days if d)


def date_at(text: str, start: int) -> tuple[int, Interval] | None:
    """Return (end, interval) of the date written at `start` of `text`, None if there is none."""
    for form in _FORMS:
        match = form.match(text, start)
        interval = _interval(match) if match else None
        if match and interval:
            return match.end(), interval
    return None


def _anywhere(value: str) -> Interval | None:
    """Return the one date inside a longer field ("Published: 4 May 2021"), None if there is none or several."""
    found = [i for form in _FORMS[:4] for m in form.finditer(value[:200]) if (i := _interval(m))]
    days = {(i.start, i.end) for i in found}
    return found[0] if len(days) == 1 else None


def _interval(match: re.Match[str]) -> Interval | None:
    groups = match.groupdict()
    words = match.group().strip()
    try:
        if groups.get("a"):
            return _numeric(groups, words)
        year = int(groups["year"])
        month = _month(groups)
        if not groups.get("day"):
            return _whole_month(year, month, words)
        return _moment(datetime(year, month, int(groups["day"]), tzinfo=UTC), groups, words)
    except ValueError:  # 31 June
        return None


def _month(groups: dict[str, str | None]) -> int:
    if groups.get("number"):
        return int(groups["number"] or 0)
    return _MONTH_NAMES.index((groups["month"] or "")[:3].lower()) + 1


def _whole_month(year: int, month: int, words: str) -> Interval:
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return Interval(datetime(year, month, 1, tzinfo=UTC), following, "month", words, "month and year")


def _moment(day: datetime, groups: dict[str, str | None], words: str) -> Interval:
    """Return the minute that `groups` give on `day` if they give a zone with it, else the day."""
    clock, zone = groups.get("clock"), groups.get("zone")
    if not clock or not zone:
        return Interval.of_days(day, words=words, rule="date as written")
    hour, minute = (int(x) for x in clock.split(":"))
    start = day + timedelta(hours=hour, minutes=minute) - _offset(zone)
    return Interval(start, start + timedelta(minutes=1), "minute", words, "time and zone as written")


def _offset(zone: str) -> timedelta:
    if zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if zone[0] == "-" else size


def _numeric(groups: dict[str, str | None], words: str) -> Interval | None:
    """Return the day of "27/09/2013"; where day and month could be either, the range from one to the other."""
    a, b, year = int(groups["a"] or 0), int(groups["b"] or 0), int(groups["year"] or 0)
    days = {_day(year, b, a)}
    if groups["mark"] != ".":  # dots are written day first wherever they are used
        days.add(_day(year, a, b))
    known = sorted(d for d in days if d is not None)
    if not known:
        return None
    if len(known) == 1:
        return Interval.of_days(known[0], words=words, rule="date as written")
    end = known[-1] + timedelta(days=1)
    return Interval(
        known[0], end, "range", words, "day and month could be either: from one reading to the other"
    )


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _epoch(value: str) -> Interval | None:
    whole = value.split(".", 1)[0]
    seconds = int(whole) / (1000 if len(whole) > 10 else 1)
    start = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds) // 60 * 60)
    return Interval(start, start + timedelta(minutes=1), "minute", value, "seconds since 1970")


def _mail_date(value: str) -> Interval | None:
    try:
        moment = parsedate_to_datetime(value[:100])
        if moment.tzinfo is None:
            return Interval.of_days(moment, words=value, rule="date as written")
        start = moment.astimezone(UTC).replace(second=0, microsecond=0)
        return Interval(start, start + timedelta(minutes=1), "minute", value, "time and zone as written")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
