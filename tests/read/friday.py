"""A text read by the rules as the one report of a Friday in 2031."""

from datetime import UTC, datetime

from whence.model.ids import digest
from whence.model.report import Block, Report
from whence.model.statement import Statement
from whence.model.values import Interval
from whence.read.rules import RuleReader

FRIDAY = datetime(2031, 5, 9, tzinfo=UTC)


def read(text: str) -> tuple[Statement, ...]:
    """What the rules read in `text`, all of it body."""
    report = Report(
        "r", "r", text, digest(text.encode()), blocks=(Block(0, len(text), "body"),),
        published=Interval.of_days(FRIDAY), language="en",
    )  # fmt: skip
    return RuleReader().read(report)
