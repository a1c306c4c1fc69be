"""A journal's file: whole lines that each carry their own digest and the one before; a torn end told from tampering."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from whence.journal import line
from whence.journal.line import Plain

_BLOCK: Final = 65536
_REMEMBERED: Final = 20_000  # lines; some hundred bytes each


@dataclass(frozen=True, slots=True)
class Chain:
    """What a journal's file holds: lines whose digest is their own, what breaks the chain, and if its end is torn."""

    lines: tuple[Plain, ...] = ()
    broken: tuple[str, ...] = ()
    torn: bool = False


def read(path: Path) -> Chain:
    """Return the chain in the file at `path`; an absent file is an empty chain."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Chain()
    *whole, rest = data.split(b"\n")
    lines: list[Plain] = []
    broken: list[str] = []
    previous = ""
    for number, text in enumerate(whole, 1):
        entry = sealed(text)
        if entry is None:
            broken.append(f"line {number} was changed after it was written")
            continue
        if entry.get("previous") != previous or entry.get("sequence") != number:
            broken.append(f"line {number} does not follow the line before it")
        lines.append(entry)
        previous = entry["digest"]
    return Chain(tuple(lines), tuple(broken), torn=bool(rest))


@lru_cache(maxsize=_REMEMBERED)
def sealed(text: bytes) -> Plain | None:
    """Return the entry that a line's bytes hold, None if its digest is not their own; nobody may change it.

    A journal is read whole at each judgement: lines seen before are known by all their bytes, and not checked again.
    """
    entry = line.parse(text)
    return entry if entry is not None and line.sealed(entry) else None


def append(path: Path, text: bytes) -> None:
    """Add the line `text` (without its newline), and wait until it is on the disk; a torn end is cut off first."""
    new = not path.exists()
    with path.open("ab+") as file:
        handle = file.fileno()
        size = os.fstat(handle).st_size
        end = _whole(handle, size)
        if end < size:
            os.ftruncate(handle, end)
        try:
            file.write(text + b"\n")
            file.flush()
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, end)  # a full disk leaves no half line behind
            raise
    if new:
        _sync_folder(path.parent)


def _whole(handle: int, size: int) -> int:
    """Return where the last whole line of the file ends: what follows was never acknowledged to anybody."""
    end = size
    while end:
        start = max(0, end - _BLOCK)
        at = os.pread(handle, end - start, start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
