"""Sentences in which a writer recalls other days."""

import re
from typing import Final

from whence.model.values import Interval

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH: Final = f"(?:{'|'.join(_MONTHS)})"
_DAY: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<before>\d{{1,2}})(?:st|nd|rd|th)? (?P<after>{_MONTH}))\b",
    re.I,
)
_OLD: Final = 7  # days before its publication that a report still calls the news
_YEAR: Final = 360  # days of twelve months of thirty
_RECALLS: Final = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:after|ago|earlier|before)\b|\blast (?:week|month|year)\b"
    rf"|\b(?:in|since|early|late|mid) (?!may\b){_MONTH}\b|\b(?:in|since) (?:19|20)\d\d\b"
    r"|\bprevious\w* (?:death )?toll\b",
    re.I,
)


def recalls(text: str, start: int, end: int, published: Interval | None = None) -> bool:
    """Return whether the sentence tells of other days: what a writer recalls is his own, whoever told the news.

    A day of the calendar is another day if it lies more than a week before `published`; without that nobody knows.
    """
    if _RECALLS.search(text, start, end):
        return True
    found = _DAY.finditer(text, start, end) if published else ()
    return any(_long_before(m, published) for m in found if published)


def _long_before(day: re.Match[str], published: Interval | None) -> bool:
    if published is None or published.precision not in ("minute", "hour", "part of day", "day"):
        return False
    month = _MONTHS.index((day["month"] or day["after"]).lower()) + 1
    number = int(day["day"] or day["before"])
    news = published.end.date()
    return _OLD < (news.month - month) % 12 * 30 + news.day - number < _YEAR - _OLD
