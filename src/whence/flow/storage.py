"""Writing that survives a kill, and the disk's refusals by name."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from whence.model.errors import CaseError, StorageFull

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED: Final = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def troubles_named() -> Iterator[None]:
    """Turn the operating system's refusals inside the block into StorageFull or CaseError with what to do next."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno in _FULL:
            raise StorageFull(
                f"The disk is full: {wrong.strerror}",
                "Free some space and run the same command again; what was kept so far is whole.",
            ) from wrong
        if wrong.errno in _REFUSED:
            raise CaseError(
                f"The case cannot be written to: {wrong.strerror}: {wrong.filename}",
                "Check the permissions of the folder and whether its disk is mounted read-only.",
            ) from wrong
        raise


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader, or a kill, finds all of it or what was there before."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` as durable as the files' contents."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append_line(path: Path, line: bytes) -> None:
    """Append one line (without its newline) to `path` and wait until it is on the disk; drop a torn last line."""
    with path.open("ab+") as file:
        _drop_torn(file.fileno(), file.tell())
        file.seek(0, os.SEEK_END)
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _drop_torn(handle: int, size: int) -> None:
    """Cut `handle`'s file after its last newline: what follows was never acknowledged to anybody."""
    end = size
    while end:
        start = max(0, end - 65536)
        at = os.pread(handle, end - start, start).rfind(b"\n")
        if at >= 0:
            end = start + at + 1
            break
        end = start
    if end < size:
        os.ftruncate(handle, end)
