"""What every reader is: reports in, statements out."""

from typing import Protocol

from whence.model.report import Report
from whence.model.statement import Statement


class Reader(Protocol):
    """Reads one report at a time, purely: the same report gives the same statements in any order and process."""

    @property
    def name(self) -> str:
        """The reader's short name."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the statements could."""
        ...

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        ...
