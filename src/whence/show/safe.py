"""Text of strangers made safe to show: control characters and reordering marks become visible, nothing else changes."""

import re
from typing import Final

# C0 but for tab and newline, DEL, C1, the marks that open, close, override or isolate a direction of writing, lone
# surrogates, the byte-order mark, zero-width spaces and operators, and the tags that hide whole sentences.  Joiners,
# soft hyphens and the plain direction marks stay: Arabic, Persian and long words need them.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
_SPACE: Final = re.compile(r"\s+")


def visible(text: str) -> str:
    """Return `text` with every character that could act on a terminal or reorder a line shown as its code point."""
    return _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, limit: int = 0) -> str:
    """Return `text` visible and on one line, cut to `limit` characters with an ellipsis (0: not cut)."""
    flat = visible(_SPACE.sub(" ", text)).strip()
    return flat if not limit or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
