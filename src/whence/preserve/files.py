"""Finding and reading the files of a pile: folders, links, odd names, and what cannot be read."""

import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from whence.model.report import Trouble

LARGEST: Final = 512 * 2**20  # bytes; a larger file is named in the troubles, not read into memory
_CLUTTER: Final = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".git", ".svn"))

Found = tuple[Path, str]


def printable(name: str) -> str:
    """Return a file name with line breaks, control characters and undecodable bytes written as escapes."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def find_files(paths: Sequence[Path]) -> tuple[tuple[Found, ...], tuple[Trouble, ...]]:
    """Return (path, printable name) of every file under `paths`, folders in sorted order, and the troubles.

    A file reached twice is listed once.  A link inside a folder is followed only if it stays inside it; folders
    are entered once, so that loops end; devices, pipes and sockets are refused; a case folder is not searched;
    the clutter of desktops and version control is passed over.
    """
    walk = _Walk()
    for path in paths:
        walk.enter(path)
    return tuple(walk.found), tuple(walk.troubles)


def read_file(path: Path, name: str, limit: int = LARGEST) -> bytes | Trouble:
    """Return the bytes of the regular file at `path`, or the trouble with it; never waits on a pipe."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
    except (OSError, ValueError) as error:
        return _unreadable(name, error)
    try:
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _special(name)
            data = file.read(limit + 1) if status.st_size <= limit else None
    except OSError as error:
        return _unreadable(name, error)
    return _too_large(name, limit) if data is None or len(data) > limit else data


class _Walk:
    """One search: what was found, what was wrong, and what has been seen."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.troubles: list[Trouble] = []
        self._seen: set[str] = set()
        self._folders: set[tuple[int, int]] = set()

    def enter(self, given: Path) -> None:
        """Search the file or folder that a person named."""
        try:
            root = given.resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            self.troubles.append(_unreadable(printable(str(given)), error))
            return
        pending = [given]
        while pending:
            path = pending.pop()
            pending += reversed(self._visit(path, root))

    def _visit(self, path: Path, root: Path) -> list[Path]:
        """Take in `path` and return what lies directly in it, sorted, if it is a folder to search."""
        name = printable(str(path))
        try:
            real = path.resolve(strict=True)
            status = real.stat()
        except (OSError, RuntimeError) as error:
            self.troubles.append(_unreadable(name, error))
            return []
        if not real.is_relative_to(root):
            self.troubles.append(_outside(name))
            return []
        if stat.S_ISDIR(status.st_mode):
            return self._folder(path, name, (status.st_dev, status.st_ino))
        if not stat.S_ISREG(status.st_mode):
            self.troubles.append(_special(name))
        elif str(real) not in self._seen:
            self._seen.add(str(real))
            self.found.append((path, printable(path.name)))
        return []

    def _folder(self, path: Path, name: str, key: tuple[int, int]) -> list[Path]:
        if key in self._folders:
            if path.is_symlink():
                self.troubles.append(_again(name))
            return []
        self._folders.add(key)
        try:
            names = sorted(p.name for p in path.iterdir())
        except OSError as error:
            self.troubles.append(_unreadable(name, error))
            return []
        if "case.toml" in names and ("vault" in names or "custody.jsonl" in names):
            self.troubles.append(_case(name))
            return []
        return [path / n for n in names if n not in _CLUTTER]


def _trouble(name: str, code: str, message: str, hint: str) -> Trouble:
    return Trouble(name, "preserve", code, f"{name}: {message}", hint)


def _unreadable(name: str, error: Exception) -> Trouble:
    number = getattr(error, "errno", None)
    if isinstance(error, RuntimeError) or number == errno.ELOOP:
        return _trouble(name, "unreadable", "the link leads back to itself", "Replace the link by the file.")
    if number == errno.ENOENT:
        return _trouble(
            name, "unreadable", "there is no such file", "Check the path, or where the link leads."
        )
    if number == errno.ENXIO:
        return _special(name)
    words = getattr(error, "strerror", None) or "the path cannot be used"
    return _trouble(name, "unreadable", words.lower(), "Check that you may read it, then build again.")


def _special(name: str) -> Trouble:
    return _trouble(
        name, "special", "a device, pipe or socket is not a report", "Give the file's content instead."
    )


def _too_large(name: str, limit: int) -> Trouble:
    words = f"larger than {limit // 2**20} MiB"
    return _trouble(name, "too-large", words, "Split the feed, or extract its text, and add the parts.")


def _outside(name: str) -> Trouble:
    words = "the link leads out of the folder that was named"
    return _trouble(name, "outside", words, "Name the file itself if it belongs to the pile.")


def _again(name: str) -> Trouble:
    return _trouble(
        name, "loop", "the link leads to a folder already searched", "Nothing is lost; no need to act."
    )


def _case(name: str) -> Trouble:
    return _trouble(
        name, "case", "a case folder is not searched for reports", "Name its reports' own folder."
    )
