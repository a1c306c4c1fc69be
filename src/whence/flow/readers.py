"""Which readers there are, by the names that `whence build --reader` takes.

A reader that works by itself is one row of the table: how it is made, once in every process that reads.  The reader
`endpoint` has no row: it asks a program outside, which is done in the parent (`whence.flow.answering`).
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from whence.flow.resources import packaged_bytes
from whence.flow.settings import Settings
from whence.model.errors import UsageError
from whence.read.reader import Reader

if TYPE_CHECKING:
    from whence.read.model.session import Network

MODEL: Final = "reader.onnx"  # the network that is shipped, in the packaged resources
RECORDED: Final = MODEL + ".sha256"  # its digest, written beside it when it was exported
ENDPOINT: Final = "endpoint"
WITHOUT: Final = "Install Whence again, or read by rules alone: --reader rules"
DEFAULT: Final = "trained"  # of a case that names none


def _rules() -> Reader:
    from whence.read.rules import RuleReader  # noqa: PLC0415  (cold start: only children read)

    return RuleReader()


def _model() -> bytes:
    """Return the bytes of the shipped network; raise UsageError if they are not the ones that were exported."""
    data = packaged_bytes(MODEL)
    recorded = packaged_bytes(RECORDED).decode("ascii", "replace").split()[:1]
    found = hashlib.sha256(data).hexdigest()
    if recorded != [found]:
        words = f"its SHA-256 is {found}, but {RECORDED} beside it records {' '.join(recorded) or 'none'}"
        raise UsageError(f"{MODEL} of this installation is damaged or another: {words}", WITHOUT)
    return data


@cache
def network() -> "Network":
    """Return the shipped network, loaded once a process; raise UsageError if its file is damaged."""
    from whence.read.model.session import Network  # noqa: PLC0415  (cold start: the model runtime)

    try:
        return Network(_model())
    except ValueError as wrong:
        raise UsageError(f"{MODEL} of this installation is damaged: {wrong}", WITHOUT) from wrong


def _trained() -> Reader:
    from whence.read.trained import TrainedReader  # noqa: PLC0415  (cold start: only children read)

    return TrainedReader(_model())


_MADE: Final[Mapping[str, Callable[[], Reader]]] = {"trained": _trained, "rules": _rules}
NAMES: Final = (*_MADE, ENDPOINT)


@cache
def reader(name: str = "") -> Reader:
    """Return the reader called `name` ("" for the default), built once a process; raise UsageError if there is none."""
    made = _plain(name)
    from whence.read.uppercase import CasedReader  # noqa: PLC0415  (cold start: only children read)

    return CasedReader(made)


def _plain(name: str) -> Reader:
    make = _MADE.get(name or DEFAULT)
    if make is None:
        words = f"This Whence has no reader called {name!r} that reads by itself"
        raise UsageError(words, f"Choose one with: whence build --reader {'|'.join(NAMES)}")
    return make()


def chosen(settings: Settings) -> Reader:
    """Return the reader that `settings` name, for its name and version; raise UsageError if they name none."""
    if settings.reader != ENDPOINT:
        return _plain(settings.reader)
    from whence.flow.endpoint import Endpoint  # noqa: PLC0415  (cold start: few cases ask anybody)
    from whence.read.llm.prompt import Question  # noqa: PLC0415
    from whence.read.llm.reader import EndpointReader  # noqa: PLC0415

    if not (settings.endpoint and settings.model):
        raise UsageError(
            "The case names no endpoint to ask, or no model", "Give --endpoint URL and --model NAME."
        )

    def unasked(question: Question) -> str:
        """Fail: nobody may ask a reader that is only looked at."""
        raise AssertionError(question.id)

    return EndpointReader(unasked, settings.model, Endpoint.parse(settings.endpoint).name)
