"""The only file that imports sqlite3: a file to fill, and a file that is only read."""

import os
import queue
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from whence.model.errors import CaseError

Row = tuple[Any, ...]
_AGAIN: Final = "Nothing is lost: delete desk*.sqlite in the generation's folder and start again."
_ROOM: Final = "Nothing is lost: make room on the disk and start again."
_MANY: Final = 500  # ids named in one question; SQLite takes 32,766 since 3.32
_READERS: Final = 4  # questions answered at once; Starlette asks from some dozen threads
_MAPPED: Final = 2_147_418_112  # bytes of the file seen as memory: SQLite's own limit
_CACHED: Final = 128  # MB of pages held while a file is filled


class Asking(Protocol):
    """What can be asked questions."""

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows that answer `question`."""
        ...


def asked_of(base: Asking, question: str, keys: Iterable[Any]) -> list[Row]:
    """Return the rows of a question that ends in "in" for all `keys`, asked in portions."""
    wanted = list(dict.fromkeys(keys))
    found: list[Row] = []
    for at in range(0, len(wanted), _MANY):
        part = wanted[at : at + _MANY]
        found += base.rows(f"{question} ({','.join('?' * len(part))})", part)
    return found


class Filling:
    """A new file that rows are put into; nothing is durable until `filling` ends."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def run(self, script: str) -> None:
        """Run statements without rows."""
        self._base.executescript(script)

    def put(self, table: str, rows: Iterable[Row], marks: Sequence[str], clash: str = "abort") -> None:
        """Put `rows` into `table`; each of `marks` says how a value is put: "?" as it is, else an expression of it.

        `clash` says what is done where a key is there already: "abort", "ignore" or "replace".
        """
        self._base.executemany(f"insert or {clash} into {table} values({','.join(marks)})", rows)

    def change(self, order: str, rows: Iterable[Row]) -> None:
        """Carry out `order` once for each of `rows`."""
        self._base.executemany(order, rows)

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows that answer `question`."""
        return self._base.execute(question, values).fetchall()

    def each(self, question: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Yield the rows that answer `question` one by one; its tables must not change meanwhile."""
        yield from self._base.execute(question, values)


@contextmanager
def filling(path: Path) -> Iterator[Filling]:
    """Fill a new file beside `path` and give it that name at the end, whole or not at all.

    Raises FileNotFoundError if its folder is gone, CaseError where the disk refuses.
    """
    path.parent.stat()
    # two servers may make one index, each a file of its own
    part = path.with_name(f".{path.name}.{os.getpid()}.partial")
    part.unlink(missing_ok=True)
    base = sqlite3.connect(part)
    try:
        base.executescript(
            "pragma journal_mode=off; pragma synchronous=off; pragma locking_mode=exclusive; pragma page_size=8192; "
            f"pragma cache_size=-{_CACHED * 1000};"
        )
        yield Filling(base)
        base.commit()
        base.execute("pragma analysis_limit=1000")  # enough to choose an index by; whole tables take minutes
        base.execute("analyze")
        base.close()
        part.replace(path)
    except sqlite3.Error as wrong:
        raise CaseError(f"The desk's index cannot be written: {wrong}", _ROOM) from wrong
    finally:
        base.close()
        part.unlink(missing_ok=True)


class Reading:
    """A file that nobody writes any more; may be read from any thread, and outlives its own removal."""

    def __init__(self, path: Path, readers: int = _READERS) -> None:
        self._every: list[sqlite3.Connection] = []
        try:
            for _ in range(readers):  # all at once: a file that is removed can be opened no more
                self._every.append(_opened(path))
        except sqlite3.Error as wrong:
            self.close()
            raise CaseError(f"The desk's index cannot be read: {wrong}", _AGAIN) from wrong
        self._free: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        for base in self._every:
            self._free.put(base)

    def rows(self, question: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return the rows that answer `question`; raise CaseError where the file is damaged."""
        base = self._free.get()
        try:
            return base.execute(question, values).fetchall()
        except sqlite3.Error as wrong:
            raise CaseError(f"The desk's index cannot be read: {wrong}", _AGAIN) from wrong
        finally:
            self._free.put(base)

    def close(self) -> None:
        """Let go of the file; nobody may be asking."""
        for base in self._every:
            base.close()


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    base = sqlite3.connect(uri, uri=True, check_same_thread=False, cached_statements=256)
    base.execute(f"pragma mmap_size={_MAPPED}")
    base.execute("pragma query_only=on")
    base.execute("select 1 from sqlite_schema").fetchone()
    return base
