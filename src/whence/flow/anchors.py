"""What a person points at, as an anchor: a statement's id, ``LABEL:start-end``, or words of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.flow.corrections import value_words
from whence.model.errors import UsageError
from whence.model.finding import Findings
from whence.model.judgement import Anchor
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Aspect, Statement

_PLACE: Final = re.compile(r"(?P<label>.+):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)
_PREFIX: Final = re.compile(r"[0-9a-f]{6,64}")
_HINT: Final = (
    "Give a statement's id (six digits or more), LABEL:START-END, or words that stand in one place alone."
)


@dataclass(frozen=True, slots=True)
class Aim:
    """What was pointed at: the anchor, the statement there (None for a bare passage), and its value in words.

    A judgement on one of several statements of a sentence carries `was` among its details.
    """

    anchor: Anchor
    statement: Statement | None = None
    was: str = ""


def aim(findings: Findings, words: str, aspect: Aspect | None = None) -> Aim:
    """Return what `words` point at; raise UsageError if that is nothing, or more than one place."""
    if _PREFIX.fullmatch(words):
        found = [s for s in findings.statements if s.id.startswith(words)]
        if len(found) == 1:
            return aim_at(findings, found[0])
        if found:
            raise UsageError(f"{len(found)} statements begin with {words}", "Give more digits.")
    place = _PLACE.fullmatch(words)
    if place and (report := _labelled(findings.reports, place["label"])):
        return _passage(findings, report, int(place["start"]), int(place["end"]), aspect)
    return _quoted(findings, words, aspect)


def aim_at(findings: Findings, statement: Statement) -> Aim:
    """Return the aim at `statement`."""
    report = next(r for r in findings.reports if r.id == statement.report)
    anchor = Anchor(report.id, report.text_digest, statement.span, statement.aspect)
    return Aim(anchor, statement, value_words(statement.value))


def _labelled(reports: Sequence[Report], label: str) -> Report | None:
    return next((r for r in reports if r.label == label), None) or _only(
        [r for r in reports if len(label) >= 6 and r.id.startswith(label)]
    )


def _only(reports: Sequence[Report]) -> Report | None:
    return reports[0] if len(reports) == 1 else None


def _passage(findings: Findings, report: Report, start: int, end: int, aspect: Aspect | None) -> Aim:
    try:
        span = Span.of(report.text, start, end)
    except ValueError as wrong:
        raise UsageError(
            f"{report.label}: {wrong}", "Count code points from 0, as 'whence cite' prints them."
        ) from wrong
    exact = [
        s
        for s in findings.statements
        if s.report == report.id and (s.span.start, s.span.end) == (start, end) and aspect in (None, s.aspect)
    ]
    if len(exact) == 1:
        return aim_at(findings, exact[0])
    return Aim(Anchor(report.id, report.text_digest, span, aspect or ""))


def _quoted(findings: Findings, words: str, aspect: Aspect | None) -> Aim:
    places = (
        [(r, m.start()) for r in findings.reports for m in re.finditer(re.escape(words), r.text)]
        if words
        else []
    )
    if not places:
        raise UsageError(f"Nothing is found by {words[:80]!r}", _HINT)
    if len(places) > 1:
        where = ", ".join(f"{r.label}:{at}-{at + len(words)}" for r, at in places[:5])
        raise UsageError(f"These words stand in {len(places)} places: {where}", _HINT)
    report, start = places[0]
    return _passage(findings, report, start, start + len(words), aspect)
