"""The day of an incident for MUC-4's keys, from what Whence reads in one report."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from bench.muc4_score import When
from whence.model.report import Report
from whence.model.statement import Statement
from whence.read.rules import sentence_places
from whence.read.settings import find_settings
from whence.read.uppercase import cased

FEW_DAYS: Final = 4
OPENING: Final = 4  # sentences
VIOLENCE: Final = re.compile(
    r"\b(?:attack|bomb|explo|blast|murder|kill|assassinat|shot|shoot|kidnap|ambush|dynamit|went off|wound|burn|"
    r"destroy)",
    re.I,
)


def date_of(told: Sequence[Statement], report: Report, lead: date | None) -> When | None:
    """Return the day or few days that a statement names, else those it has from its scene, else `lead`.

    Where none of them is told it is "on or before" publication; None where that is not known either.
    """
    dated = [
        (s, s.when) for s in told if s.when is not None and not s.when.presumed and s.when.days <= FEW_DAYS
    ]
    named = [when for s, when in dated if s.when_span is not None] or [when for _, when in dated]
    if named:
        first, last = named[0].start.date(), (named[0].end - timedelta(seconds=1)).date()
        return When(first, last if named[0].days > 1 else first)  # a night is called by its evening
    if lead is not None:
        return When(lead, lead)
    return When(None, report.published.start.date()) if report.published else None


def lead_day(report: Report) -> date | None:
    """Return the day, of publication or the one before, of which alone a report tells violence, if it opens with it.

    Its keys give that day to all that such a report tells without a day of its own.
    """
    days = list(_violent_days(report))
    opened = {day for number, day in days if number < OPENING}
    return next(iter(opened)) if opened and len({day for _, day in days}) == 1 else None


def _violent_days(report: Report) -> Iterator[tuple[int, date]]:
    """The days of news that sentences with a word of violence tell, each with the number of its sentence."""
    seen = cased(report)
    places = sentence_places(seen)
    for number, ((start, end), setting) in enumerate(zip(places, find_settings(seen, places), strict=True)):
        if report.published is None or not VIOLENCE.search(seen.text, start, end):
            continue
        news = report.published.start - timedelta(days=1)
        whens = [t.interval for t in setting.times if t.interval]
        yield from ((number, w.start.date()) for w in whens if w.days < 2 and w.start >= news)
