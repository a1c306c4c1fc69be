"""Writing to the case folder so that a kill or a full disk never leaves half a file under its name."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from whence.model.errors import StorageFull

TEMPORARY: Final = ".part-"  # prefix of files still being written; a kill may leave one behind, harmless

_FORBIDDEN: Final = (
    "You may not write there: change the permissions, or choose another case folder with --case."
)
_HINTS: Final = {
    errno.ENOSPC: "The disk is full: free some space and run the command again; nothing kept so far is lost.",
    errno.EDQUOT: "Your disk quota is used up: free some space and run the command again; nothing is lost.",
    errno.EROFS: "The disk is mounted read-only: choose another case folder with --case, or remount it.",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
}


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals to write at `path` into StorageFull with a hint."""
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0)
        if hint is None:
            raise
        raise StorageFull(f"cannot write {path}: {error.strerror}", hint) from error


def write_atomically(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Write `data` to `path` whole or not at all; raise StorageFull where the disk refuses."""
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def append_line(path: Path, data: bytes) -> None:
    """Append `data` to `path` and wait until the disk has it; raise StorageFull if it refuses."""
    with storage_errors(path):
        new = not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            before = file.seek(0, os.SEEK_END)
            try:
                written = file.write(data)
                while written < len(data):
                    written += file.write(data[written:])
                os.fsync(file.fileno())
            except OSError:
                file.truncate(before)
                raise
        if new:
            sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder`."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
