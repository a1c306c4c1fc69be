"""A journal's side file: comments, details and quotes, which may be destroyed without breaking the chain."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whence.journal import chain, line
from whence.journal.line import Plain


@dataclass(frozen=True, slots=True)
class SideFile:
    """The side file at `path`: one sealed record, or tombstone, a line, in no order that matters."""

    path: Path

    def append(self, record: Plain) -> None:
        """Add `record` and wait until it is on the disk."""
        chain.append(self.path, line.canonical(record).encode("utf8", "surrogatepass"))

    def read(self) -> dict[str, Plain]:
        """Return the whole records by digest; tombstones, torn and changed lines left out."""
        whole = (chain.sealed(text) for text in self._texts())
        return {r["digest"]: r for r in whole if r is not None and "digest" in r}

    def tombstones(self) -> frozenset[str]:
        """Return the digests of the records that were destroyed."""
        return frozenset(str(r["forgotten"]) for r in self._lines() if "forgotten" in r)

    def forget(self, digest: str, reason: str, time: str) -> None:
        """Replace the record with `digest` by a tombstone that says when and why."""
        if digest in self.tombstones():
            return
        tombstone = line.canonical({"forgotten": digest, "reason": reason, "time": time})
        kept = [line.canonical(r) for r in self._lines() if r.get("digest") != digest]
        self._replace("\n".join([*kept, tombstone]) + "\n")

    def check(self, lines: Sequence[Plain]) -> Iterator[tuple[str, str]]:
        """Yield (code, words) for each chain line whose side record is gone without a tombstone, or was changed."""
        known, gone = self.read(), self.tombstones()
        changed = {str(r["digest"]) for r in self._lines() if "digest" in r and not line.sealed(r)}
        for entry in lines:
            side = str(entry.get("side", ""))
            if side in changed:
                yield "tampered", f"the comment of line {entry['sequence']} was changed after it was written"
            elif side not in known and side not in gone:
                yield "side-missing", f"the comment and quotes of line {entry['sequence']} are not here"

    def _lines(self) -> Iterator[Plain]:
        entries = (line.parse(text) for text in self._texts())
        yield from (entry for entry in entries if entry is not None)

    def _texts(self) -> list[bytes]:
        try:
            return self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return []

    def _replace(self, text: str) -> None:
        fresh = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            with fresh.open("wb") as file:
                file.write(text.encode("utf8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        finally:
            fresh.unlink(missing_ok=True)
