"""The vault: bytes kept under their digest, written once, read-only, checked whenever they are read."""

import json
from collections.abc import Iterator
from typing import Final

from whence.model.codec import encode
from whence.model.errors import IntegrityError
from whence.model.ids import ALGORITHM, digest
from whence.model.layout import CaseLayout
from whence.model.report import Capture, Trouble
from whence.preserve.storage import TEMPORARY, storage_errors, write_atomically

_READ_ONLY: Final = 0o444
_UNKNOWN: Final = "application/octet-stream"


class Vault:
    """The captures of one case.  Many may read while one writes (the caller holds the case's lock)."""

    def __init__(self, layout: CaseLayout) -> None:
        self._layout = layout

    def put(self, data: bytes, media_type: str) -> Capture:
        """Keep `data` and return its capture; the same bytes are kept once, and damaged ones are made whole.

        The bytes are on the disk before their manifest line: a capture without one was never finished.
        Raise StorageFull where the disk refuses.
        """
        name = digest(data)
        path, manifest = self._layout.capture(name), self._layout.manifest(name)
        if not path.is_file() or path.stat().st_size != len(data) or digest(path.read_bytes()) != name:
            write_atomically(path, data, mode=_READ_ONLY)
        kept = self._manifest(name)
        if kept is not None and kept.size == len(data):
            return kept
        capture = Capture(name, len(data), media_type or _UNKNOWN)
        write_atomically(manifest, (encode(capture) + "\n").encode(), mode=_READ_ONLY)
        return capture

    def get(self, digest_: str) -> bytes:
        """Return the bytes with that digest; raise IntegrityError if they are gone or not what they were."""
        path = self._layout.capture(digest_)
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise IntegrityError(f"{digest_} is missing from the vault", _RESTORE) from error
        if digest(data) != digest_:
            raise IntegrityError(f"{digest_} has been altered in the vault", _RESTORE)
        return data

    def captures(self) -> tuple[Capture, ...]:
        """Return every finished capture, sorted by digest."""
        return tuple(sorted(self._captures()))

    def check(self, digest_: str) -> Trouble | None:
        """Return what is wrong with the bytes of that digest, or None if they are what they were."""
        try:
            self.get(digest_)
        except IntegrityError as error:
            code = "missing" if not self._layout.capture(digest_).exists() else "altered"
            return Trouble(digest_, "preserve", code, str(error), error.hint)
        except OSError as error:
            return Trouble(digest_, "preserve", "unreadable", f"{digest_}: {error.strerror}", _RESTORE)
        return None

    def destroy(self, digest_: str) -> None:
        """Remove the bytes with that digest and their manifest line for good; do nothing if they are gone."""
        for path in (self._layout.manifest(digest_), self._layout.capture(digest_)):
            with storage_errors(path):
                path.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove what killed writes left half-written and return how many such files there were."""
        parts = sorted(self._layout.vault.glob(f"{ALGORITHM}/*/*/{TEMPORARY}*"))
        for part in parts:
            with storage_errors(part):
                part.unlink(missing_ok=True)
        return len(parts)

    def _captures(self) -> Iterator[Capture]:
        for path in self._layout.vault.glob(f"{ALGORITHM}/*/*/*.json"):
            name = f"{ALGORITHM}:{path.stem}"
            capture = self._manifest(name)
            if capture is None:  # a damaged manifest must not hide the bytes beside it
                bytes_ = self._layout.capture(name)
                capture = Capture(name, bytes_.stat().st_size if bytes_.exists() else 0, _UNKNOWN)
            yield capture

    def _manifest(self, name: str) -> Capture | None:
        try:
            line = json.loads(self._layout.manifest(name).read_text("utf-8"))
            return Capture(name, int(line["size"]), str(line["media_type"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None


_RESTORE: Final = "Add the original file again to restore it, or restore the case folder from a copy."
