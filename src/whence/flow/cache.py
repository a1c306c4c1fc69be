"""What reading one document gave, kept so that adding one report costs one report.  May be deleted any day.

An entry lies at ``<kind>/<first two of subject>/<subject>/<key>``: the subject (a report, a capture) is what an
erasure names, the key covers everything else that the result depends on.  A subject keeps its newest entry alone.
The first line is the digest of the rest, so that a torn or altered entry is none.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from whence.model.ids import digest


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries in `folder`."""

    folder: Path

    def get(self, kind: str, subject: str, key: str) -> bytes | None:
        """Return the entry, or None if there is none or it is damaged."""
        try:
            head, _, body = self._path(kind, subject, key).read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        return body if digest(body).encode("ascii") == head else None

    def put(self, kind: str, subject: str, key: str, body: bytes) -> None:
        """Keep `body` as the one entry of `subject`."""
        path = self._path(kind, subject, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        for older in path.parent.iterdir():
            older.unlink()
        fresh = path.with_name(
            f".{os.getpid()}.tmp"
        )  # not synced: an entry that a power cut tears is found out
        try:
            fresh.write_bytes(digest(body).encode("ascii") + b"\n" + body)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)  # on a full disk half an entry would stay

    def forget(self, subject: str) -> None:
        """Destroy every entry of `subject`, of whatever kind: one that nobody remembered would outlive an erasure."""
        for kind in sorted(self.folder.iterdir()) if subject and self.folder.is_dir() else ():
            shutil.rmtree(self._path(kind.name, subject, "").parent, ignore_errors=True)

    def _path(self, kind: str, subject: str, key: str) -> Path:
        return self.folder / kind / subject[:2] / subject / (key or "-")
