"""The reader by default: the rules, weighed by the trained network."""

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, Final

from whence.model.report import Report
from whence.model.statement import Statement

if TYPE_CHECKING:
    from whence.read.model.session import Network

_DIGITS: Final = 16  # hexadecimal digits of the model's digest that name a version


class TrainedReader:
    """Reads with a network and the rules together; the network is loaded when the first report is read."""

    name: Final = "trained"

    def __init__(self, model: bytes) -> None:
        """Take the bytes of a model's file; they are looked into at the first report."""
        self._model = model

    @cached_property
    def version(self) -> str:
        """The digest of the model's file: other weights may find other statements."""
        return hashlib.sha256(self._model).hexdigest()[:_DIGITS]

    @cached_property
    def network(self) -> "Network":
        """The network, loaded once."""
        from whence.read.model.session import Network  # noqa: PLC0415  (cold start: a build asks for the version)

        return Network(self._model)

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        if report.unread:
            return ()
        from whence.read.guide import Guide  # noqa: PLC0415  (cold start)
        from whence.read.model.reading import Reading  # noqa: PLC0415
        from whence.read.rules import read_with  # noqa: PLC0415

        reading = Reading(self.network, report.text)
        return read_with(report, Guide(reading, weighs=self.network.weighs))
