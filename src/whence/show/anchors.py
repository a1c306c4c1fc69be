"""From what a reader names to anchors: where in which report a judgement holds."""

import re
from typing import Final

from whence.flow.review import head
from whence.model.errors import UsageError
from whence.model.judgement import Anchor
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Aspect, Statement
from whence.show.desk import Desk, pick_account, pick_report, pick_source, pick_statement

_RANGE: Final = re.compile(r"(?P<report>.+):(?P<start>\d+)-(?P<end>\d+)$", re.DOTALL)


def of_statement(desk: Desk, prefix: str) -> Anchor:
    """Return the anchor of the statement whose id begins with `prefix`; raise UsageError."""
    return _of(desk, pick_statement(desk, prefix))


def of_incident(desk: Desk, words: str) -> Anchor:
    """Return the anchor of an incident: its first statement's, or that of the statement that `words` name."""
    account = pick_account(desk, words)
    if account is None:
        return of_statement(desk, words)
    told = desk.told(account.incident.statements)
    if not told:
        raise UsageError(f"The incident {words!r} holds no statement", "Name one of its statements.")
    return _of(desk, told[0])


def of_source(desk: Desk, words: str) -> Anchor:
    """Return the anchor of a source: the first voice that resolves to it, else a statement in its own word, else the
    head of a report that it published (which stands for the outlet: `flow.review`).
    """  # fmt: skip
    source = pick_source(desk, words)
    if source is None:
        raise UsageError(
            f"No source fits {words!r}", "'whence show CASE NUMBER' names the sources of an incident."
        )
    for s in desk.told(desk.statements):
        for i, hop in enumerate(s.hops):
            if desk.findings.sources.of_hop.get((s.id, i)) == source.id and hop.voice.span is not None:
                return _anchor(desk.reports[s.report], hop.voice.span)
    for s in desk.told(desk.statements):
        if not s.hops and desk.findings.sources.of_outlet.get(s.report) == source.id:
            return _of(desk, s)
    for report in sorted(desk.findings.reports, key=lambda r: r.id):
        if desk.findings.sources.of_outlet.get(report.id) == source.id and report.text:
            return _anchor(report, Span.of(report.text, *head(report)))
    raise UsageError(
        f"Nothing in the texts names {desk.name(source.id)!r}", "Choose a source that a report names."
    )


def of_report(desk: Desk, words: str) -> Anchor:
    """Return the anchor of a whole report, which is its head; raise UsageError if it is none, or has no text."""
    report = pick_report(desk, words)
    if not report.text:
        raise UsageError(f"{words!r} holds no text", "Nothing rests on it.")
    return _anchor(report, Span.of(report.text, *head(report)))


def of_passage(desk: Desk, passage: str, aspect: Aspect) -> Anchor:
    """Return the anchor REPORT:START-END for a statement of `aspect`; raise UsageError if there is no such place."""
    match = _RANGE.match(passage)
    if match is None:
        raise UsageError(f"{passage!r} names no passage", "Write REPORT:START-END, counted in code points.")
    report = pick_report(desk, match["report"])
    try:
        span = Span.of(report.text, int(match["start"]), int(match["end"]))
    except ValueError as wrong:
        raise UsageError(str(wrong), f"The text has {len(report.text)} code points.") from wrong
    return _anchor(report, span, aspect)


def _of(desk: Desk, s: Statement) -> Anchor:
    return _anchor(desk.reports[s.report], s.span, s.aspect)


def _anchor(report: Report, span: Span, aspect: Aspect | None = None) -> Anchor:
    return Anchor(report.id, report.text_digest, span, aspect or "")
