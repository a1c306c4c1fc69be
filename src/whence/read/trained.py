"""The reader by default: the rules, weighed by the trained network."""

from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.model.statement import Statement
from whence.read.guide import Guide
from whence.read.model.reading import Reading
from whence.read.model.session import Network
from whence.read.rules import read_with

_DIGITS: Final = 16  # hexadecimal digits of the model's digest that name a version


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """Reads with a network and the rules together; one for each process, as the network is loaded once."""

    network: Network
    name: str = "trained"

    @property
    def version(self) -> str:
        """The digest of the model's file: other weights may find other statements."""
        return self.network.digest[:_DIGITS]

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        return () if report.unread else read_with(report, Guide(Reading(self.network, report.text)))
