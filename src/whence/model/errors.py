"""Trouble with the program or its use, as an exception that says what to do next.

::

    WhenceError
    ├── UsageError          the request cannot be met as asked (unknown incident, bad option value)
    ├── CaseError           the case folder cannot be used
    │   ├── NotACase            there is no case at that path
    │   ├── NewerCase           a newer version of Whence made it
    │   ├── CaseBusy            another process is writing to it
    │   └── StorageFull         the disk is full, or refuses to be written to
    └── IntegrityError      kept bytes or a hash chain are not what they were

Trouble with the data is a value (`whence.model.report.Trouble`), never an exception that leaves its stage.
"""


class WhenceError(Exception):
    """The root: its text says what is wrong, `hint` what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(WhenceError):
    """The request cannot be met as asked."""


class CaseError(WhenceError):
    """The case folder cannot be used."""


class NotACase(CaseError):  # noqa: N818
    """There is no case at that path."""


class NewerCase(CaseError):  # noqa: N818
    """A newer version of Whence made the case."""


class CaseBusy(CaseError):  # noqa: N818
    """Another process is writing to the case."""


class StorageFull(CaseError):  # noqa: N818
    """The disk is full or refuses to be written to."""


class IntegrityError(WhenceError):
    """Kept bytes or a hash chain are not what they were."""
