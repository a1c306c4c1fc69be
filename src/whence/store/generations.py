"""Generations: whole sets of tables, each in its own folder, of which the file derived/CURRENT names the one to read.

A generation's name is ``<inputs>-<tables>``: the first 16 hex digits of the digest of all that a build reads, and of
the tables it wrote.  Equal inputs give equal names; no name is ever given to two contents.  A folder gets its name
by one rename after all its files are on the disk, and CURRENT is replaced by another: a kill at any moment leaves the
old findings or the new.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from whence.model.ids import content_id, digest
from whence.model.layout import CaseLayout

T = TypeVar("T")
_SUFFIX: Final = ".partial"
_ATTEMPTS: Final = 5
INDEX: Final = re.compile(r"\.?desk[-a-z]*\.sqlite(\.\d+)?(\.partial)?")


def current(layout: CaseLayout) -> str | None:
    """Return the name of the generation to read, or None if none is published (or its folder is gone)."""
    try:
        name = layout.current.read_text("ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    plain = bool(name) and "/" not in name and not name.startswith(".")
    return name if plain and layout.generation(name).is_dir() else None


def read(layout: CaseLayout, reader: Callable[[Path], T]) -> T | None:
    """Return what `reader` makes of the published folder, or None if there is none.

    Should two builds prune the folder while it is being read, the reading starts anew on the newer one.
    """
    for _ in range(_ATTEMPTS):
        name = current(layout)
        if name is None:
            return None
        try:
            return reader(layout.generation(name))
        except FileNotFoundError:
            if current(layout) == name:
                return None  # damaged: a table is missing, and only a build brings it back
    return None


def publish(layout: CaseLayout, inputs: str, write: Callable[[Path], None]) -> str:
    """Let `write` fill a fresh folder, name it by `inputs` and its content, point CURRENT to it; return its name."""
    layout.derived.mkdir(parents=True, exist_ok=True)
    fresh = layout.derived / f"{os.getpid()}{_SUFFIX}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        write(fresh)
        for file in sorted(fresh.iterdir()):
            _sync(file)
        _sync(fresh)
        name = f"{inputs[:16]}-{folder_digest(fresh)[:16]}"
        _settle(fresh, layout.generation(name))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _sync(layout.derived)
    previous = current(layout)
    _point(layout, name)
    prune(layout, keep={name, previous or name})
    return name


def folder_digest(folder: Path) -> str:
    """Return the digest (64 hex digits) of the files in `folder`, names and contents, in order of name.

    The desk's index is left out: it is made from the tables, later, and may be deleted any day.
    """
    files = sorted(p for p in folder.iterdir() if p.is_file() and not INDEX.fullmatch(p.name))
    return content_id("generation", *(part for p in files for part in (p.name, digest(p.read_bytes()))))


def prune(layout: CaseLayout, keep: set[str]) -> None:
    """Remove every generation but those in `keep`, and what killed builds left behind."""
    for folder in sorted(layout.derived.iterdir()):
        if folder.is_dir() and folder != layout.cache and folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


def _settle(fresh: Path, place: Path) -> None:
    if place.is_dir():
        if folder_digest(place) == folder_digest(fresh):
            return
        place.rename(place.with_name(f"{place.name}.damaged{_SUFFIX}"))
    fresh.rename(place)


def _point(layout: CaseLayout, name: str) -> None:
    fresh = layout.current.with_name(f".CURRENT.{os.getpid()}.tmp")
    try:
        with fresh.open("w", encoding="ascii") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(layout.current)
    finally:
        fresh.unlink(missing_ok=True)
    _sync(layout.derived)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
