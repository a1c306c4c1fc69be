"""The only file that imports sqlite3: a file to fill, and a file that is only read."""

import sqlite3
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from whence.model.errors import CaseError

Row = tuple[Any, ...]
_AGAIN: Final = "Nothing is lost: delete desk*.sqlite in the generation's folder and start again."
_MANY: Final = 500  # ids named in one question; SQLite takes 32,766 since 3.32


def pack(text: str) -> bytes:
    """Return a record's text compressed: a fifth of the size, unpacked at 3 ms a megabyte (2026-11, 670 reports)."""
    return zlib.compress(text.encode("utf8", "surrogatepass"), 6)


def unpack(data: bytes) -> str:
    """Return the text of a packed record."""
    return zlib.decompress(data).decode("utf8", "surrogatepass")


class Filling:
    """A new file that rows are put into; nothing is durable until `filling` ends."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def run(self, script: str) -> None:
        """Run statements without rows."""
        self._base.executescript(script)

    def put(self, table: str, rows: Iterable[Row], width: int) -> None:
        """Put `rows` of `width` values into `table`."""
        marks = ",".join("?" * width)
        self._base.executemany(f"insert into {table} values({marks})", rows)


@contextmanager
def filling(path: Path) -> Iterator[Filling]:
    """Fill a new file beside `path` and give it that name at the end, whole or not at all."""
    part = path.with_name(f".{path.name}.partial")
    part.unlink(missing_ok=True)
    base = sqlite3.connect(part)
    try:
        base.executescript("pragma journal_mode=off; pragma synchronous=off; pragma page_size=8192; begin;")
        yield Filling(base)
        base.commit()
        base.execute("analyze")
        base.close()
        part.replace(path)
    finally:
        base.close()
        part.unlink(missing_ok=True)


class Reading:
    """A file that nobody writes any more; may be read from any thread, and outlives its own removal."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._base = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._base.execute("pragma mmap_size=1073741824")
            self._base.execute("select 1 from sqlite_schema").fetchone()
        except sqlite3.Error as wrong:
            raise CaseError(f"The desk's index cannot be read: {wrong}", _AGAIN) from wrong
        self._one = threading.Lock()

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows that answer `question`; raise CaseError where the file is damaged."""
        try:
            with self._one:
                return self._base.execute(question, values).fetchall()
        except sqlite3.Error as wrong:
            raise CaseError(f"The desk's index cannot be read: {wrong}", _AGAIN) from wrong

    def of(self, question: str, keys: Iterable[Any]) -> list[Row]:
        """Return the rows of a question that ends in "in" for all `keys`, asked in portions."""
        wanted = list(dict.fromkeys(keys))
        found: list[Row] = []
        for at in range(0, len(wanted), _MANY):
            part = wanted[at : at + _MANY]
            found += self.rows(f"{question} ({','.join('?' * len(part))})", part)
        return found

    def close(self) -> None:
        """Let go of the file."""
        with self._one:
            self._base.close()
