"""Sentences that go on with what the one before them told, and those in which a writer recalls other days."""

import re
from typing import Final

from whence.model.values import Interval

GOES_ON: Final = 3  # sentences over which "another shell hit" goes on with one telling
_NUMBER: Final = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
_ATTACK: Final = (
    r"(?:air ?strike|strike|attack|raid|blast|bombing|bomb|explosion|shell|rocket|mortar|missile)"
)
_FURTHER: Final = re.compile(
    rf"^\W*(?:an)?other\b|^\W*(?:(?:at least|some) )?{_NUMBER} (?:other|more)\b|^\W*the (?:death )?toll\b"
    rf"|\b(?:another|a similar|more|further|additional) (?:[\w-]+ ){{0,2}}?(?:{_ATTACK}|civilian|people|person)\w*"
    rf"|^\W*(?:the|these|those) (?:[\w-]+ ){{0,2}}{_ATTACK}s? (?:also|further)\b",
    re.I,
)
_TURNS: Final = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|however|but|on the other hand|in a (?:different|separate|related))\b"
    r"|\bmeanwhile\b|\b(?:19|20)\d\d\b|\bsince\b|\b(?:last|this) (?:week|month|year)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december|May \d)\b",
    re.I,
)
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


def goes_on(text: str, start: int, end: int) -> bool:
    """Return whether the sentence text[start:end] says that it goes on with what the one before it told."""
    sentence = text[start:end]  # so that "^" is where the sentence begins
    return bool(_FURTHER.search(sentence)) and not _TURNS.search(sentence)


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
