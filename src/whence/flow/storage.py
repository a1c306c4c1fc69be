"""The disk's refusals by name, wherever in the program they come up."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
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
