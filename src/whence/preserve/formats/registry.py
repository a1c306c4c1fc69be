"""Which format a capture is in, by its name's ending and by its first bytes, and the one door through which all open.

A new format is one module with an opener, one row in the table and, where files come without an ending, a sniffer.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from whence.preserve.formats.encoding import binary_kind
from whence.preserve.formats.feeds import open_csv, open_jsonl
from whence.preserve.formats.html import open_html
from whence.preserve.formats.mail import open_mail
from whence.preserve.formats.opening import Opened, Opener, trouble
from whence.preserve.formats.plain import open_markdown, open_text

_FORMATS: Final[Mapping[str, tuple[str, Opener]]] = {
    ".txt": ("text/plain", open_text),
    ".text": ("text/plain", open_text),
    ".md": ("text/markdown", open_markdown),
    ".markdown": ("text/markdown", open_markdown),
    ".html": ("text/html", open_html),
    ".htm": ("text/html", open_html),
    ".xhtml": ("text/html", open_html),
    ".eml": ("message/rfc822", open_mail),
    ".jsonl": ("application/jsonl", open_jsonl),
    ".ndjson": ("application/jsonl", open_jsonl),
    ".csv": ("text/csv", open_csv),
    ".tsv": ("text/csv", open_csv),
}
SUFFIXES: Final = tuple(sorted(_FORMATS))

# First bytes that tell a format where the name's ending does not.
_SNIFFERS: Final = (
    (re.compile(rb"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,50})?<(?:!doctype\s+html|html)[\s>]", re.I), ".html"),
    (
        re.compile(
            rb"(?:(?:return-path|received|from|date|subject|message-id|mime-version|to):[^\n]+\r?\n)", re.I
        ),
        ".eml",
    ),
    (re.compile(rb"\s{0,20}\{\"[^\n]*\}\s*(?:\n\s*\{\"|$)"), ".jsonl"),
)


def media_type(name: str, data: bytes) -> str:
    """Return the media type of a capture by its file's name, else by its first bytes."""
    suffix = _suffix(name, data)
    return _FORMATS[suffix][0] if suffix else "application/octet-stream"


def open_records(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:
    """Return the records in `data` and the troubles with it; never raise for what the bytes hold.

    `name` is the file's name; `mapping` gives the file's own name for a field of ours ({"text": "body"}).
    """
    if not data.strip():
        return (), (
            trouble(name, "empty", "the file holds nothing", "Get the file again from where it came."),
        )
    kind = binary_kind(data)
    suffix = _suffix(name, data)
    if kind and (suffix or kind != "binary data"):
        words = f"the file is {kind}, which this version does not read; its bytes are kept"
        return (), (trouble(name, "unsupported", words, f"Read now: {_SUPPORTED}."),)
    if not suffix:
        ending = PurePosixPath(name).suffix
        words = f"files {f'ending in {ending!r}' if ending else 'without an ending'} are not read; the bytes are kept"
        return (), (
            trouble(name, "unsupported", words, f"Read now: {_SUPPORTED}. Rename it if it is one of these."),
        )
    return _FORMATS[suffix][1](data, name, mapping)


_SUPPORTED: Final = " ".join(SUFFIXES)


def _suffix(name: str, data: bytes) -> str:
    """Return the known ending under which to open a capture, "" if neither name nor bytes tell one."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in _FORMATS:
        return ending
    head = data[:4096]
    return next((suffix for pattern, suffix in _SNIFFERS if pattern.match(head)), "")
