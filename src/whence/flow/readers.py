"""Which readers there are, by the names that `whence build --reader` takes.

A reader is one row of the table: how it is made, once in every process that reads.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from whence.model.errors import UsageError
from whence.read.reader import Reader

DEFAULT: Final = "rules"  # of a case that names none


def _rules() -> Reader:
    from whence.read.rules import RuleReader  # noqa: PLC0415  (cold start: only children read)

    return RuleReader()


_MADE: Final[Mapping[str, Callable[[], Reader]]] = {"rules": _rules}
NAMES: Final = tuple(_MADE)


@cache
def reader(name: str = "") -> Reader:
    """Return the reader called `name` ("" for the default), built once a process; raise UsageError if there is none."""
    make = _MADE.get(name or DEFAULT)
    if make is None:
        words = f"This Whence has no reader called {name!r}"
        raise UsageError(words, f"Choose one with: whence build --reader {'|'.join(NAMES)}")
    return make()
