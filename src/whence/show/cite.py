"""A citation to copy: who published it, when, which bytes, where in the text, and the words themselves."""

import re
from dataclasses import dataclass
from typing import Final

from whence.model.errors import UsageError
from whence.model.report import Report
from whence.show.desk import Desk, pick_report, pick_statement
from whence.show.safe import one_line

_RANGE: Final = re.compile(r"(?P<report>.+):(?P<start>\d+)-(?P<end>\d+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a footnote needs; `digest` is of the preserved bytes, `text_digest` of the text in which it counts."""

    outlet: str
    title: str
    byline: str
    published: str
    url: str
    report: str
    digest: str
    locator: str
    text_digest: str
    start: int
    end: int
    quote: str

    @property
    def words(self) -> str:
        """The citation as one paragraph."""
        who = f"{self.byline}, " if self.byline else ""
        when = f", {self.published}" if self.published else ""
        link = f" {self.url}" if self.url else ""
        row = f" {self.locator}" if self.locator else ""
        return (
            f"{who}“{self.title}”, {self.outlet}{when}.{link} Preserved as {self.digest}{row}; "
            f"text {self.text_digest}, code points {self.start} to {self.end}: “{self.quote}”"
        )


def cite(desk: Desk, anchor: str) -> Citation:
    """Return the citation of `anchor`: a statement's id or its first digits, or REPORT:START-END; raise UsageError."""
    match = _RANGE.match(anchor)
    if match:
        report = pick_report(desk, match["report"])
        return _citation(desk, report, int(match["start"]), int(match["end"]))
    statement = pick_statement(desk, anchor)
    return _citation(desk, desk.reports[statement.report], statement.span.start, statement.span.end)


def _citation(desk: Desk, report: Report, start: int, end: int) -> Citation:
    if not 0 <= start < end <= len(report.text):
        raise UsageError(
            f"{start}-{end} does not lie in the text of {one_line(report.label)}",
            f"It has {len(report.text)} code points.",
        )
    digest, locator = report.captures[0] if report.captures else ("unknown", "")
    return Citation(
        desk.outlet(report),
        desk.title(report),
        desk.words(report.byline, report.id),
        str(report.published) if report.published else "",
        desk.words(report.url, report.id),
        report.id,
        digest,
        locator,
        report.text_digest,
        start,
        end,
        one_line(desk.mask.text(report.id, report.text, start, end)),
    )
