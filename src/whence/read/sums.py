"""Sums over many attacks or days of violence that are a report's story: "40 were killed in a week of shelling".

Such a number is the toll of a campaign, never of one happening; the monthly figures of a monitor are one, too.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Aspect, Count, Statement
from whence.model.values import Interval
from whence.read.calendars import ENGLISH_MONTHS, WEEKDAYS

_MONTH: Final = rf"(?:{'|'.join(sorted(ENGLISH_MONTHS))})"
_WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS.split())})"
_LONG: Final = timedelta(days=3)  # what lasts no longer may be one fight
_VIOLENT: Final[frozenset[Aspect]] = frozenset({"killed", "injured", "responsible", "damage"})
_FROM_TO: Final = "range of days"  # the rule of `read.dates` for "between June 3 and June 10"
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_N: Final = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_VIOLENCE: Final = (
    r"(?:[\w-]+ ){0,2}(?:fighting|infighting|clashes|battles|bombing|bombings|bombardment|shelling|raids|(?:air ?)?"
    r"strikes|attacks|violence|unrest|protests|ambushes|shootings)"
)
_STRETCHES: Final = (
    # "in a week of shelling", "after six days of clashes"
    re.compile(rf"\b{_N}[ -](?P<unit>day|week|month|year)s? of {_VIOLENCE}\b", re.I),
    # "a three-week assault", "the month-long siege"
    re.compile(
        rf"\b(?:{_N}-)?(?P<unit>day|week|month|year)(?:-long|-old)? (?:[\w-]+ ){{0,2}}(?:assault|offensive|campaign|"
        r"battle|siege|bombardment|operation|escalation)\b",
        re.I,
    ),
    # "over the past week", "in the last ten days"
    re.compile(
        rf"\b(?:over|in|during|within) the (?:past|last|previous) (?:{_N} )?(?P<unit>day|week|month|year)s?\b",
        re.I,
    ),
)
_HARMED: Final = (
    r"\b(?:killed|dead|died|deaths?|lives|wounded|injured|hurt|displaced|detained|toll|victims|casualties)\b"
)
# "have been killed since the truce collapsed"; not "the deadliest day since"
_SINCE: Final = re.compile(
    r"\bsince (?:[\w’'-]+ ){1,6}?(?:began|begun|started|launched|erupted|broke out|collapsed|took effect|resumed|"
    r"intensified|was (?:declared|signed|launched)|(?:beginning|start|onset|outbreak) of)\b"
    rf"|\bsince (?:the (?:beginning|start) of )?(?:early |late |mid-?)?{_MONTH}\b"
    r"|\bso far this (?:week|month|year)\b",
    re.I,
)
_PERFECT: Final = re.compile(r"\b(?:has|have|had|['’]ve)\b", re.I)
_RECORD: Final = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest|largest|biggest|first|latest|most|highest|fewest|lowest)\b",
    re.I,
)
_SINCE_A_DAY: Final = re.compile(rf"\bsince (?:last |late |early )?(?:{_WEEKDAY}|\d{{1,2}}|{_MONTH})\b", re.I)
# "have been killed in the bombing campaign"; "in separate raids" tells of several, "separate raids killed" of others
# than were told before
_CAMPAIGN: Final = re.compile(
    r"\b(?:in|during|by|amid) (?:the|its|their|an?|this) (?:[\w'’-]+ ){0,4}(?:campaign|escalation)\b",
    re.I,
)
_SEPARATE: Final = re.compile(
    r"\b(?:in|two|three|four|five|six|seven|eight|nine|ten|\d+|several|multiple) separate (?:[\w-]+ ){0,2}"
    r"(?:attacks|raids|strikes|airstrikes|bombings|incidents|ambushes)\b",
    re.I,
)
# "the city, which has been divided since July": there the time tells of the city
_OF_A_PLACE: Final = re.compile(
    r"\b(?:that|which|who|where) (?:(?:has|have|had) been|is|was|are|were) (?:\w+ ){1,3}$|\b\w+[- ]held $",
    re.I,
)
# "the monitor documented 120 deaths in May": a month alone is the day of one attack, told roughly
_MONTHLY: Final = re.compile(
    rf"\b(?:a total of|in total|documented|recorded|registered|monthly|tally)\b[^.;]{{0,120}}"
    rf"\b(?:in|for|during) {_MONTH}\b"
    rf"|\b(?:in|for|during) {_MONTH}\b[^.;]{{0,120}}\b(?:a total of|documented|recorded|registered|across|"
    r"throughout|nationwide)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """The words text[start:end] by which a sentence sums up many attacks, and over how long (None if left open)."""

    start: int
    end: int
    length: timedelta | None

    def until(self, told: Interval) -> Interval | None:
        """Return the stretch that is summed up, to the end of the day of telling; None if its length is open."""
        if self.length is None:
            return None
        return Interval(told.end - self.length, told.end, "range", told.words, "a stretch up to the telling")


def with_sums(
    report: Report, places: Sequence[tuple[int, int]], statements: Iterable[Statement]
) -> Iterator[Statement]:
    """Yield `statements`, those of the sentences at `places` that sum up as of a campaign, with the words that show it.

    What such a sentence says of who did it or what was hit is said of the campaign, too.
    """
    by: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    starts = [start for start, _ in places]
    for s in statements:
        by[places[max(0, bisect_right(starts, s.span.start) - 1)]].append(s)
    for (start, end), told in by.items():
        counted = any(isinstance(s.value, Count) and s.aspect in _VIOLENT for s in told)
        found = find_sum(report.text, start, end, [s.when for s in told if s.when]) if counted else None
        yield from (_summed(report, s, found) if found and s.aspect in _VIOLENT else s for s in told)


def _summed(report: Report, s: Statement, found: Sum) -> Statement:
    words = report.text[found.start : found.end]
    why = Reason(
        "sum over a campaign",
        f"“{words}” sums up several attacks or many days",
        (Evidence(report.id, Span.of(report.text, found.start, found.end)),),
    )
    presumed = s.when is not None and s.when.presumed
    when = found.until(s.when) if s.when and presumed else s.when
    return replace(s, event="campaign", when=when, reasons=(*s.reasons, why))


def find_sum(text: str, start: int, end: int, whens: Sequence[Interval] = ()) -> Sum | None:
    """Return by which words the sentence text[start:end] sums up several attacks or more than three days.

    `whens` are the times that the sentence is told to be of: a range of days that is longer sums up as well.
    """
    if re.search(_HARMED, text[start:end], re.I) is None:
        return None
    for pattern in _STRETCHES:
        for m in pattern.finditer(text, start, end):
            length = timedelta(days=_UNITS[m["unit"].lower()] * _number(m["n"]))
            if length > _LONG and not _RECORD.search(text, start, m.start()):
                return Sum(m.start(), m.end(), length)
    found = _since(text, start, end) or _ongoing(text, start, end)
    if found:
        return Sum(found.start(), found.end(), None)
    since = _SINCE_A_DAY.search(text, start, end) and _PERFECT.search(text, start, end)
    long = any(w.days > _LONG.days and not w.presumed and (w.rule == _FROM_TO or since) for w in whens)
    return Sum(start, end, None) if long and not _RECORD.search(text, start, end) else None


def _since(text: str, start: int, end: int) -> re.Match[str] | None:
    for m in _SINCE.finditer(text, start, end):
        other = _RECORD.search(text, start, m.start()) or _OF_A_PLACE.search(text, start, m.start())
        if _PERFECT.search(text, start, end) and not other:
            return m
    return None


def _ongoing(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the words of a campaign in which people "have been" harmed, of several attacks, or of a monthly count."""
    campaign = _CAMPAIGN.search(text, start, end) if _PERFECT.search(text, start, end) else None
    return campaign or _SEPARATE.search(text, start, end) or _MONTHLY.search(text, start, end)


def _number(word: str | None) -> int:
    return 1 if word is None else int(word) if word.isdigit() else _NUMBERS[word.lower()]
