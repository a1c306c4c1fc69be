"""The custody log: who added, exported or erased what, when, with which version; hash-chained lines.

A line is canonical JSON and ends with a line feed.  Its digest is taken over the line without that digest,
and every line names the digest of the line before it, so that no line can be changed or taken out of the
middle unseen.  (That lines were cut off the end can only be seen against a digest noted elsewhere: an export
carries the last one.)
"""

import json
import mmap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from whence.model.codec import encode
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.preserve.storage import append_line, storage_errors, write_atomically


@dataclass(frozen=True, slots=True)
class Line:
    """One event of the custody log; `sequence` counts from 1, `previous` is "" for the first line."""

    sequence: int
    time: str
    event: str
    actor: str
    version: str
    details: Mapping[str, str]
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class _Tail:
    """Where the log ends: its size in bytes, the last line's number and digest."""

    size: int
    sequence: int
    digest: str


_WHOLE: Final = getattr(mmap, "MAP_POPULATE", 0)  # Linux brings the whole file into sight at once
_TEXTS: Final = frozenset(("time", "event", "actor", "version", "previous", "digest"))


class Custody:
    """The custody log of one case; one process writes at a time (the caller holds the case's lock)."""

    def __init__(self, layout: CaseLayout) -> None:
        self._path = layout.custody
        self._tail: _Tail | None = None

    def append(self, event: str, details: Mapping[str, str], *, time: str, version: str, actor: str) -> Line:
        """Write one line and return it; a last line that a kill left torn is first set right.

        Raise StorageFull where the disk refuses; then nothing was written.
        """
        self.repair(time=time, version=version, actor=actor)
        tail = self._end()
        line = _sealed(tail, Line(0, time, event, actor, version, details, "", ""))
        raw = _raw(line)
        append_line(self._path, raw)
        self._tail = _Tail(tail.size + len(raw), line.sequence, line.digest)
        return line

    def repair(self, *, time: str, version: str, actor: str) -> Line | None:
        """Set a torn last line right and return the line in its place; None if none is torn.

        A line that lacks only its line feed gets it; any other is replaced by one that quotes it ("repaired").
        """
        if self._tail is not None and self._tail.size == self._size():
            return None
        whole, torn = _split(self._read())
        if not torn:
            return None
        tail = _tail(whole)
        line = _parsed(torn)
        if line is None or _wrong(line, tail.sequence + 1, tail.digest):
            details = {"fragment": torn.decode("utf-8", "backslashreplace")}
            line = _sealed(tail, Line(0, time, "repaired", actor, version, details, "", ""))
        write_atomically(self._path, b"".join(whole) + _raw(line))
        self._tail = None
        return line

    def lines(self) -> tuple[Line, ...]:
        """Return every line that can be read, in the file's order; `check` says whether the chain holds."""
        parsed = (_parsed(raw) for raw in _split(self._read())[0])
        return tuple(line for line in parsed if line is not None)

    def naming(self, words: Iterable[str]) -> tuple[Line, ...]:
        """Return the lines that can be read in which any of `words` (digests, names) stands, in the file's order.

        A log of a hundred thousand lines is looked through in hundredths of a second; reading each takes seconds.
        """
        if not self._size():
            return ()
        # seen, not read: a copy of fifty megabytes costs more than looking through them
        with storage_errors(self._path), self._path.open("rb") as file, _seen(file) as data:
            starts = {at for word in words for at in _lines_with(data, word.encode("utf8"))}
            raw = [data[at : data.find(b"\n", at) + 1] for at in sorted(starts)]
        return tuple(line for line in map(_parsed, raw) if line is not None)

    def check(self) -> tuple[Trouble, ...]:
        """Return what is wrong with the log: code "altered" for a line that does not fit the chain.

        Code "torn" is a last line that a kill cut short: no sign of tampering; the next `append` mends it.
        """
        whole, torn = _split(self._read())
        found, previous = [], ""
        for number, raw in enumerate(whole, 1):
            line = _parsed(raw)
            wrong = "it is no line of a custody log" if line is None else _wrong(line, number, previous)
            if not wrong and line is not None and _raw(line) != raw:
                wrong = "it is not written in canonical form"
            if wrong:
                found.append(
                    _trouble(number, "altered", f"line {number} has been altered: {wrong}", _COMPARE)
                )
            previous = line.digest if line else ""
        if torn:
            words = f"line {len(whole) + 1} was cut short, as by a kill or a power loss"
            found.append(_trouble(len(whole) + 1, "torn", words, _NEXT))
        return tuple(found)

    def _size(self) -> int:
        return self._path.stat().st_size if self._path.exists() else 0

    def _read(self) -> bytes:
        with storage_errors(self._path):
            return self._path.read_bytes() if self._path.exists() else b""

    def _end(self) -> _Tail:
        """Return where the log ends, reading it only if it is not what this object left."""
        if self._tail is None or self._tail.size != self._size():
            self._tail = _tail(_split(self._read())[0])
        return self._tail


_COMPARE: Final = (
    "Compare custody.jsonl with a copy or an exported case: what was recorded there can be shown."
)
_NEXT: Final = "The next build sets it right and quotes what was left of it; no other line is affected."


def _split(data: bytes) -> tuple[list[bytes], bytes]:
    """Return the whole lines (with their line feed) and what a kill left of a last one, b"" if nothing."""
    *lines, rest = data.split(b"\n")
    return [line + b"\n" for line in lines], rest


def _seen(file: BinaryIO) -> mmap.mmap:
    return mmap.mmap(file.fileno(), 0, flags=mmap.MAP_SHARED | _WHOLE, prot=mmap.PROT_READ)


def _lines_with(data: mmap.mmap, word: bytes) -> Iterator[int]:
    """Yield where each whole line begins that holds `word`."""
    at = data.find(word)
    while word and at >= 0:
        end = data.find(b"\n", at)
        if end < 0:
            return  # a torn last line
        yield data.rfind(b"\n", 0, at) + 1
        at = data.find(word, end)


def _tail(whole: list[bytes]) -> _Tail:
    last = _parsed(whole[-1]) if whole else None
    return _Tail(sum(map(len, whole)), len(whole), last.digest if last else "")


def _sealed(tail: _Tail, line: Line) -> Line:
    """Return `line` as the one after `tail`: numbered, chained, and with its own digest."""
    details = {_clean(k): _clean(v) for k, v in sorted(line.details.items())}
    texts = {name: _clean(getattr(line, name)) for name in ("time", "event", "actor", "version")}
    chained = replace(line, sequence=tail.sequence + 1, previous=tail.digest, details=details, **texts)
    return replace(chained, digest=_own_digest(chained))


def _clean(text: str) -> str:
    """Return `text` with what UTF-8 cannot carry (undecodable bytes of file names) written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fields(line: Line) -> dict[str, object]:
    texts = {name: getattr(line, name) for name in _TEXTS}
    return {"sequence": line.sequence, "details": dict(line.details), **texts}


def _own_digest(line: Line) -> str:
    fields = _fields(line)
    del fields["digest"]
    return digest(encode(fields).encode())


def _raw(line: Line) -> bytes:
    return (encode(_fields(line)) + "\n").encode()


def _parsed(raw: bytes) -> Line | None:
    """Return the line that `raw` is, or None if it has not the shape of one."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.keys() != _TEXTS | {"sequence", "details"}:
        return None
    details = data["details"]
    texts = [data[name] for name in _TEXTS]
    if not isinstance(details, dict) or not isinstance(data["sequence"], int):
        return None
    if not all(isinstance(v, str) for v in [*texts, *details.values()]):
        return None
    return Line(**data)


def _wrong(line: Line, number: int, previous: str) -> str:
    """Return what about `line` does not fit its place in the chain, "" if all does."""
    if line.digest != _own_digest(line):
        return "its digest is not that of its content"
    if line.previous != previous:
        return "it does not follow the line before it"
    return "" if line.sequence == number else f"it is numbered {line.sequence}"


def _trouble(number: int, code: str, message: str, hint: str) -> Trouble:
    return Trouble(f"custody.jsonl:{number}", "preserve", code, message, hint)
