"""Identity from content: digests and ids that are the same wherever and whenever they are made."""

import hashlib
from typing import Final

ALGORITHM: Final = "sha256"


def digest(data: bytes) -> str:
    """Return the digest of `data` as ``sha256:<64 hex digits>``."""
    return f"{ALGORITHM}:{hashlib.sha256(data).hexdigest()}"


def content_id(kind: str, *fields: str) -> str:
    """Return the id (64 hex digits) of a thing of `kind` that consists of `fields`.

    Every field is length-prefixed, so that ("ab", "c") and ("a", "bc") never collide.
    """
    h = hashlib.sha256()
    for field in (kind, *fields):
        raw = field.encode("utf-8", "surrogatepass")
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()
