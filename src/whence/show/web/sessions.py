"""Who reads: one session a browser, in memory alone, gone when the server ends."""

import secrets
import threading
from dataclasses import dataclass, field

MOST = 64  # sessions kept; the oldest goes first


@dataclass(slots=True)
class Session:
    """One browser's session: its CSRF token, the generation it reads, the reviewer's handle, what it may see.

    `unmasked` are the reports whose names are shown to it, `last` is the digest of its latest judgement, `skipped` the
    questions passed over; `unfolded` says whether passages that may hurt stand open to it (None: as the case says).
    """

    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    generation: str = ""
    reviewer: str = ""
    unmasked: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    last: str = ""
    unfolded: bool | None = None
    said: str = ""  # words to show once, on the next page


class Sessions:
    """The sessions of one server, by the random name that the cookie holds."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._known: dict[str, Session] = {}
        self._lock = threading.Lock()

    def get(self, name: str) -> Session | None:
        """Return the session of that name."""
        return self._known.get(name)

    def begin(self, token: str) -> str | None:
        """Return the name of a fresh session if `token` is the server's own."""
        if not secrets.compare_digest(token.encode("utf8"), self._token.encode("utf8")):
            return None
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._known[name] = Session()
            for old in list(self._known)[:-MOST]:
                del self._known[old]
        return name
