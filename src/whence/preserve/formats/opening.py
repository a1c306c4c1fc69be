"""What every format shares: the shape of an opener, troubles with a capture, fields and their usual names."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from whence.model.report import Record, Trouble
from whence.preserve.formats.encoding import whole

Opened = tuple[tuple[Record, ...], tuple[Trouble, ...]]
Opener = Callable[[bytes, str, Mapping[str, str]], Opened]

FIELDS: Final = ("id", "outlet", "title", "text", "html", "url", "published", "byline")
_LONGEST: Final = 2000  # characters of a field that is no text: a longer one is damage, and is cut


def trouble(where: str, code: str, message: str, hint: str) -> Trouble:
    """Return a trouble of the preserve stage at `where` (a file name, or "file row 7")."""
    return Trouble(where, "preserve", code, f"{where}: {message}", hint)


def stem(name: str) -> str:
    """Return a file's name without its ending: the label of a report that is a whole file."""
    return PurePosixPath(name).stem or name


def field(value: str) -> str:
    """Return a field's value on one line, without half characters, cut where it is absurdly long."""
    return " ".join(whole(value[: 4 * _LONGEST]).replace("\0", " ").split())[:_LONGEST]


def notes_as_troubles(name: str, notes: tuple[str, ...]) -> tuple[Trouble, ...]:
    """Return one trouble for each note on the encoding of the file `name`."""
    hint = "The bytes are kept as they are; check the passages shown, or save the file as UTF-8 and add it again."
    return tuple(trouble(name, "encoding", note, hint) for note in notes)
