"""The journals of a case: one hash chain a reviewer, merged by (time, reviewer, sequence), never rebuilt."""

import fcntl
import os
import re
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from whence.journal import chain, line
from whence.journal.line import Plain
from whence.journal.side import SideFile
from whence.model.errors import IntegrityError, UsageError
from whence.model.judgement import Judgement
from whence.model.layout import CaseLayout
from whence.model.report import Trouble

HANDLE: Final = re.compile(r"[a-z0-9_-]{1,40}")
_SIDE: Final = ".side.jsonl"


class Journal:
    """Every reviewer's journal in one case folder."""

    def __init__(self, layout: CaseLayout) -> None:
        self._folder = layout.journal

    def append(self, judgement: Judgement) -> Judgement:
        """Add `judgement` to its reviewer's chain and return it with sequence and digest.

        Both files are on the disk when this returns.  Raises UsageError for a handle that is none, IntegrityError if
        the chain was tampered with (a torn last line is mended instead).
        """
        self._refuse_bad_handle(judgement.reviewer)
        path = self._path(judgement.reviewer)
        with _locked(path):
            known = chain.read(path)
            if known.broken:
                raise IntegrityError(
                    f"{path.name} is not what it was: {known.broken[0]}",
                    "Run 'whence verify', then restore the file from a copy; nothing was added.",
                )
            side = line.side_record(judgement, secrets.token_hex(16))
            numbered = replace(judgement, sequence=len(known.lines) + 1)
            previous = known.lines[-1]["digest"] if known.lines else ""
            made = line.chain_line(numbered, side["digest"], previous)
            self._side(judgement.reviewer).append(side)
            chain.append(path, line.canonical(made).encode("utf8", "surrogatepass"))
        return replace(numbered, digest=made["digest"])

    def reviewers(self) -> tuple[str, ...]:
        """Return the handles that have a journal, sorted."""
        found = self._folder.glob("*.jsonl") if self._folder.is_dir() else ()
        names = (p.name.removesuffix(".jsonl") for p in found if not p.name.endswith(_SIDE))
        return tuple(sorted(n for n in names if HANDLE.fullmatch(n)))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every judgement of every reviewer by (time, reviewer, sequence), undone ones too."""
        found = (j for reviewer in self.reviewers() for j in self._of(reviewer))
        return tuple(sorted(found, key=lambda j: (j.time, j.reviewer, j.sequence)))

    def heads(self) -> dict[str, str]:
        """Return for each reviewer the digest of the chain's last line, which a custody line may remember."""
        chains = ((r, chain.read(self._path(r)).lines) for r in self.reviewers())
        return {r: lines[-1]["digest"] for r, lines in chains if lines}

    def check(self) -> tuple[Trouble, ...]:
        """Return what is wrong with the chains and side files: torn, tampered with, or missing."""
        found: list[Trouble] = []
        for reviewer in self.reviewers():
            path, side = self._path(reviewer), self._side(reviewer)
            known = chain.read(path)
            found += (_trouble(path, "tampered", words) for words in known.broken)
            found += (_trouble(path, "reviewer", w) for w in _foreign(known.lines, reviewer))
            if known.torn:
                found.append(
                    _trouble(path, "torn", "the last line was never finished; the next judgement mends it")
                )
            found += (_trouble(side.path, code, words) for code, words in side.check(known.lines))
        return tuple(sorted(found))

    def forget(self, reviewer: str, digest: str, reason: str = "", time: str = "") -> None:
        """Destroy the comment, details and quotes of the judgement with `digest`, leaving a tombstone.

        The chain stays whole.  Raises UsageError if there is no such judgement.
        """
        self._refuse_bad_handle(reviewer)
        path = self._path(reviewer)
        with _locked(path):
            sides = [entry["side"] for entry in chain.read(path).lines if entry["digest"] == digest]
            if not sides:
                raise UsageError(f"{reviewer} has no judgement {digest}", "'whence judge list' shows them.")
            self._side(reviewer).forget(sides[0], reason, time)

    def forget_report(self, report: str, reason: str, time: str) -> int:
        """Destroy the side data of every judgement that is about `report` (an id); return how many."""
        about = [j for j in self.judgements() if any(a.report == report for a in j.anchors)]
        for judgement in about:
            self.forget(judgement.reviewer, judgement.digest, reason, time)
        return len(about)

    def _of(self, reviewer: str) -> Iterator[Judgement]:
        sides = self._side(reviewer).read()
        for entry in chain.read(self._path(reviewer)).lines:
            made = _remembered(entry, sides.get(str(entry.get("side", ""))))
            if made is not None and made.reviewer == reviewer:
                yield made

    def _path(self, reviewer: str) -> Path:
        return self._folder / f"{reviewer}.jsonl"

    def _side(self, reviewer: str) -> SideFile:
        return SideFile(self._folder / f"{reviewer}{_SIDE}")

    @staticmethod
    def _refuse_bad_handle(reviewer: str) -> None:
        if not HANDLE.fullmatch(reviewer):
            raise UsageError(
                f"{reviewer!r} is no reviewer handle",
                "Use 1 to 40 of a-z, 0-9, _ and -; choose one that does not name you if you need not be named.",
            )


_SEEN: Final[dict[tuple[str, str], Judgement | None]] = {}
_MOST: Final = 20_000


def _remembered(entry: Plain, side: Plain | None) -> Judgement | None:
    """Return the judgement of a line and its side record, made once: both are sealed, their digests say all."""
    key = str(entry["digest"]), str(side["digest"]) if side else ""
    if key not in _SEEN:
        if len(_SEEN) >= _MOST:
            _SEEN.clear()
        _SEEN[key] = line.judgement_of(entry, side)
    return _SEEN[key]


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold, in order, without undos: an undo that was itself undone undoes nothing."""
    undoers: dict[str, list[str]] = defaultdict(list)
    for judgement in judgements:
        if judgement.action == "undo":
            undoers[judgement.undoes].append(judgement.digest)
    holds = _holding(undoers)
    return tuple(j for j in judgements if j.action != "undo" and holds.get(j.digest, True))


def _holding(undoers: dict[str, list[str]]) -> dict[str, bool]:
    """Return for each undone digest whether it holds after all: if no undo of it holds.

    Digests cannot form a ring (each line's digest covers what it undoes); should a forged file contain one, the
    members met twice count as holding, so that nothing is lost and nothing loops.
    """
    holds: dict[str, bool] = {}
    for start in sorted(undoers):
        stack, open_ = [start], set[str]()
        while stack:
            top = stack[-1]
            waiting = [u for u in undoers.get(top, ()) if u not in holds and u not in open_ and u != top]
            open_.add(top)
            if waiting:
                stack.extend(waiting)
                continue
            holds[top] = not any(holds.get(u, True) for u in undoers.get(top, ()))
            stack.pop()
    return holds


def _foreign(lines: Sequence[line.Plain], reviewer: str) -> Iterator[str]:
    others = sorted({str(entry.get("reviewer")) for entry in lines} - {reviewer})
    if others:
        yield f"it holds lines of {', '.join(others)}; a journal is named after its reviewer"


def _trouble(path: Path, code: str, message: str) -> Trouble:
    hint = "" if code == "torn" else "Restore the file from a copy, or ask the reviewer for theirs."
    return Trouble(f"journal/{path.name}", "journal", code, message, hint)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold this journal alone: several programs may add to one journal, each whole line after the other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
