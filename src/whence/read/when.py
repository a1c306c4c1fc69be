"""Times in a text, resolved against its publication to intervals as wide as the words are; nothing is invented.

A role tells what a mention may date: "point" an event of its day, week or month; "span" a stretch up to publication
("over the past two days", "since Tuesday"), which a campaign may take; "background" history and durations ("since
March 2011", "for three days"), which no event takes.
"""

import bisect
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from whence.model.values import Interval
from whence.read import dates, feasts, spans
from whence.read.calendars import days, years_before
from whence.read.dates import Found, Match

Role = Literal["point", "span", "background"]
# What began longer ago than this is history, not the happening that a report is about.
LONGEST_SPAN: Final = timedelta(days=45)
_NEAR: Final = 60  # code points between a date and the anniversary that it is


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at code points [start, end) of a text; `interval` is None where nothing resolves it."""

    start: int
    end: int
    interval: Interval | None
    role: Role = "point"


def find_times(
    text: str, published: Interval | None, start: int = 0, end: int | None = None
) -> tuple[TimeMention, ...]:
    """Return the times in text[start:end], in order, not overlapping; offsets are in `text`.

    Weekdays and dates without a year are the latest not after publication; without `published` they have no
    interval.  Never raises; takes time linear in the length of the text.
    """
    last = len(text) if end is None else end
    anchor = (published.end - timedelta(microseconds=1)).date() if published else None
    found = [_widened(text, f, anchor) for f in _apart(_all(text, start, last, anchor))]
    return _with_anniversaries(text, tuple(found), anchor, start, last)


def find_named_times(text: str, published: Interval | None) -> tuple[TimeMention, ...]:
    """Return the times of `text` as their own words say, whatever stands before them ("since", "until")."""
    anchor = (published.end - timedelta(microseconds=1)).date() if published else None
    return tuple(
        TimeMention(start, end, replace(f.interval, words=text[start:end]) if f.interval else None, f.role)
        for start, end, f in _apart(_all(text, 0, len(text), anchor))
    )


def _all(text: str, start: int, end: int, anchor: date | None) -> list[tuple[int, int, Found]]:
    found: list[tuple[int, int, Found]] = []
    for pattern, build in (*dates.PATTERNS, *spans.PATTERNS, *feasts.PATTERNS):
        for match in pattern.finditer(text, start, end):
            if (what := build(match, anchor)) is not None:
                found.append((match.start("t"), match.end("t"), what))
    return found


def _apart(found: list[tuple[int, int, Found]]) -> list[tuple[int, int, Found]]:
    """The mentions that do not overlap: the longest first, then the earliest."""
    kept: list[tuple[int, int, Found]] = []
    starts: list[int] = []
    for item in sorted(found, key=lambda f: (f[0] - f[1], f[0], f[2].role)):
        at = bisect.bisect_left(starts, item[0])
        free = (at == 0 or kept[at - 1][1] <= item[0]) and (at == len(kept) or item[1] <= kept[at][0])
        if free:
            kept.insert(at, item)
            starts.insert(at, item[0])
    return kept


def _widened(text: str, item: tuple[int, int, Found], anchor: date | None) -> TimeMention:
    """The mention with its words, stretched to publication where "since" stands before it."""
    start, end, found = item
    interval, role = found.interval, found.role
    cue = dates.LEADS.search(text, max(0, start - 24), start)
    lead = cue["lead"].lower() if cue else ""
    if lead in ("since", "ever since"):
        interval, role = _since(interval, anchor)
    elif lead in ("until", "till", "up until") or (interval and interval.precision in ("year", "season")):
        role = "background"
    words = text[start:end]
    return TimeMention(start, end, replace(interval, words=words) if interval else None, role)


def _since(interval: Interval | None, anchor: date | None) -> tuple[Interval | None, Role]:
    if interval is None or anchor is None:
        return None, "background"
    whole = days(interval.start.date(), anchor, "range", "since, up to publication")
    if whole is None:
        return None, "background"
    return whole, "span" if whole.end - whole.start <= LONGEST_SPAN else "background"


def _with_anniversaries(
    text: str, found: tuple[TimeMention, ...], anchor: date | None, start: int, end: int
) -> tuple[TimeMention, ...]:
    """Add, for each anniversary, the day that it remembers: so many years before the date it is told with."""
    extra: list[TimeMention] = []
    for match in dates.ANNIVERSARY.finditer(text, start, end):
        near = [f for f in found if f.interval and f.role == "point" and _gap(f, match) <= _NEAR]
        near = [f for f in near if f.interval and f.interval.precision in ("day", "days", "month")]
        years = dates.ordinal_value(match["n"])
        closest = min(near, key=lambda f: (_gap(f, match), f.start), default=None)
        base = (
            closest.interval
            if closest
            else (days(anchor, anchor, "day") if anchor and match["now"] else None)
        )
        itself = closest is not None and closest.start > match.end("t") and _remembered(base, years, anchor)
        rule = "the day of the anniversary" if itself else f"anniversary minus {years} years"
        interval = years_before(base, 0 if itself else years, rule) if base and years else None
        if interval:
            interval = replace(interval, words=match["t"])
        extra.append(TimeMention(match.start("t"), match.end("t"), interval, "background"))
    taken = (
        [m for m in found if not any(x.start < m.end and m.start < x.end for x in extra)] if extra else found
    )
    return tuple(sorted((*taken, *extra), key=lambda m: (m.start, m.end)))


def _remembered(told: Interval | None, years: int, anchor: date | None) -> bool:
    """Whether a dated day that follows is what is remembered ("10th anniversary of the raid on 3 May 2010")."""
    if told is None or told.rule or anchor is None:
        return False
    gap = (anchor - told.start.date()).days
    return abs(gap - 365.25 * years) < abs(gap)


def _gap(mention: TimeMention, match: Match) -> int:
    return max(mention.start - match.end("t"), match.start("t") - mention.end, 0)
