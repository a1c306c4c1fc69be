"""Times as values of the TIMEX3 standard (ISO 8601 with its extensions): dates, times of day, durations and sets.

The intervals of `when` give the dates; this adds what no interval can hold: durations ("P3D"), repetitions, quarters,
and the vague present, past and future.  For exchange with other tools, and to be measured (bench/timex.py).
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from whence.model.values import Interval
from whence.read import calendars as cal
from whence.read.dates import WEEKDAY
from whence.read.timex_context import Tense, tense
from whence.read.timex_pattern import Kind
from whence.read.timex_words import PARTS, PATTERNS, SEASONS, week_of
from whence.read.when import TimeMention, find_named_times


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression at code points [start, end) of a text, its TIMEX3 type and value."""

    start: int
    end: int
    kind: Kind
    value: str


def find_timexes(text: str, published: Interval | None) -> tuple[Timex, ...]:
    """Return the time expressions of `text` with their TIMEX3 values, in order, not overlapping.

    What only publication resolves is left out where it is not known.  Never raises; linear in the length of the text.
    """
    anchor = (published.end - timedelta(microseconds=1)).date() if published else None
    found: list[Timex] = []
    for kind, pattern, build in PATTERNS:
        for match in pattern.finditer(text):
            value = build(match, anchor)
            if value:
                found.append(Timex(match.start("t"), match.end("t"), kind, value))
    for mention in find_named_times(text, published):
        found += _of_mention(text, mention, published)
    return _with_clock(text, _apart(found))


def _apart(found: list[Timex]) -> tuple[Timex, ...]:
    kept: list[Timex] = []
    for one in sorted(
        found, key=lambda t: (t.start - t.end, t.start)
    ):  # of two alike, the pattern before the date
        if all(one.end <= k.start or k.end <= one.start for k in kept[-200:]):
            kept.append(one)
    return tuple(sorted(kept, key=lambda t: t.start))


_JOINT: Final = re.compile(r",?\s*(?:on\s+)?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def _with_clock(text: str, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """A time of day right before its date made one with it ("5 p.m., Nov. 6"); it else is of publication's day."""
    joined: list[Timex] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind == "TIME"
            and _DAY.fullmatch(one.value)
            and _JOINT.fullmatch(text, last.end, one.start)
        ):
            joined[-1] = Timex(last.start, one.end, "TIME", one.value + last.value[10:])
        else:
            joined.append(one)
    return tuple(joined)


# A date without a year is of the year in which it is nearer, where its clause looks ahead or back; up to so many days
# ahead it is yet to come.  Set on the tuned part of bench/timex.py, 2026-11.
AHEAD: Final[dict[Tense, timedelta]] = {
    "ahead": timedelta(days=240), "": timedelta(days=90), "back": timedelta(days=60), "named back": timedelta(),
}  # fmt: skip


def _nearer(text: str, mention: TimeMention, published: Interval | None) -> Interval | None:
    """A date that its words leave open by a week or a year, moved on where the clause looks ahead."""
    interval = mention.interval
    if interval is None or published is None or _BACKWARD.match(interval.words):
        return interval
    yearly = interval.rule.startswith("latest such")
    weekly = interval.precision in ("day", "part of day") and re.match(WEEKDAY, interval.rule)
    if not (yearly or weekly) or interval.end > published.start:
        return interval
    looks = tense(text, mention.start)
    if weekly and looks == "ahead" and interval.rule.endswith("before publication"):
        week = timedelta(days=7)
        return replace(interval, start=interval.start + week, end=interval.end + week)
    later = cal.years_before(interval, -1, interval.rule) if yearly else None
    if later and later.start - published.end < AHEAD[looks]:
        return replace(later, words=interval.words)
    return interval


_BACKWARD: Final = re.compile(r"(?:last|past|previous)\b", re.I)


def _of_mention(text: str, mention: TimeMention, published: Interval | None) -> list[Timex]:
    interval = _nearer(text, mention, published)
    if interval is None or mention.role == "span":
        return []
    words = text[mention.start : mention.end].lower()
    value = value_of(interval, words)
    kind: Kind = "TIME" if "T" in value else "DATE"
    return [Timex(mention.start, mention.end, kind, value)] if value else []


def value_of(interval: Interval, words: str) -> str:
    """Return the TIMEX3 value of a resolved interval that `words` (lower case) name; "" where it has none."""
    first = interval.start.date()
    if interval.precision == "day":
        return first.isoformat()
    if interval.precision == "month":
        return first.isoformat()[:7]
    if interval.precision == "year":
        return first.isoformat()[:4]
    if interval.precision == "week":
        return week_of(first + timedelta(days=3))
    if interval.precision == "season":
        season = next((v for k, v in SEASONS.items() if k in words), "")
        return f"{first.year}-{season}" if season else ""
    if interval.precision == "part of day":
        part = next((PARTS[k] for k in sorted(PARTS, key=len, reverse=True) if k in words), "")
        middle = interval.start + (interval.end - interval.start) / 2
        day = interval.start.date() if part == "NI" else middle.date()
        return f"{day.isoformat()}T{part}" if part else ""
    if interval.precision == "days" and re.match(r"early|mid|late|beginning|start|end|middle|the end", words):
        return first.isoformat()[:7]
    return ""
