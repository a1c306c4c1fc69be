"""Times as values of the TIMEX3 standard (ISO 8601 with its extensions): dates, times of day, durations and sets.

The intervals of `when` give the dates; this adds what no interval can hold: durations ("P3D"), repetitions, quarters,
and the vague present, past and future.  For exchange with other tools, and to be measured (bench/timex.py).
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from whence.model.values import Interval
from whence.read import calendars as cal
from whence.read.dates import WEEKDAY
from whence.read.timex_words import PARTS, PATTERNS, SEASONS, Kind, week_of
from whence.read.when import TimeMention, find_times


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
    for mention in find_times(text, published):
        found += _of_mention(text, mention, published)
    return _apart(found)


def _apart(found: list[Timex]) -> tuple[Timex, ...]:
    kept: list[Timex] = []
    for one in sorted(found, key=lambda t: (t.start - t.end, t.start, t.kind, t.value)):
        if all(one.end <= k.start or k.end <= one.start for k in kept[-200:]):
            kept.append(one)
    return tuple(sorted(kept, key=lambda t: t.start))


_COMING: Final = re.compile(
    r"\b(?:will|shall|scheduled|expected|plans|planned|planning|due|'ll|upcoming|(?:is|are|was|were) to)\b[^.;]*$",
    re.I,
)


def _nearer(interval: Interval | None, published: Interval | None, before: str) -> Interval | None:
    """A date that its words leave open by a week or a year, moved on where the sentence looks ahead or it is nearer."""
    if interval is None or published is None:
        return interval
    if interval.rule.startswith("latest such"):
        later = cal.years_before(interval, -1, interval.rule)
        backward = re.search(r"\b(?:last|past|this)\s*$", before) or re.match(
            r"(?:last|past)\b", interval.words.lower()
        )
        if not backward and later and later.start - published.end < published.start - interval.end:
            return later
    if interval.rule.endswith("before publication") and interval.precision in ("day", "part of day"):
        week = timedelta(days=7)
        if re.match(WEEKDAY, interval.rule) and interval.end <= published.start and _COMING.search(before):
            return Interval(interval.start + week, interval.end + week, interval.precision, "", interval.rule)
    return interval


def _of_mention(text: str, mention: TimeMention, published: Interval | None) -> list[Timex]:
    interval = _nearer(mention.interval, published, text[max(0, mention.start - 90) : mention.start])
    if interval is None or mention.role == "span" or interval.rule.startswith("anniversary"):
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
        part = next((v for k, v in PARTS.items() if k in words), "")
        middle = interval.start + (interval.end - interval.start) / 2
        day = interval.start.date() if part == "NI" else middle.date()
        return f"{day.isoformat()}T{part}" if part else ""
    if interval.precision == "days" and re.match(r"early|mid|late|beginning|start|end|middle|the end", words):
        return first.isoformat()[:7]
    return ""
