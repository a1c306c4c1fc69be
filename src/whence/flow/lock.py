"""One writer a case: a lock that the system lets go of when its holder dies, so that no stale lock ever stays."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whence.model.errors import CaseBusy


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock at `path` for the block; raise CaseBusy if another process (or caller) holds it.

    The file stays behind with the holder's process number, for the message alone; what locks is flock(2).
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
            raise CaseBusy(
                f"Another process (number {holder}) is writing to {path.parent}",
                "Wait until it has finished, then try again.",
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(handle)
