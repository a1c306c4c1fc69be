"""Plain text and Markdown: header lines or front matter become fields, the rest is the text."""

import re
from collections.abc import Mapping
from typing import Final

from whence.model.ids import digest
from whence.model.report import Record
from whence.preserve.formats.encoding import decode
from whence.preserve.formats.markdown import readable
from whence.preserve.formats.opening import Opened, field, notes_as_troubles, stem

# What people call the fields of a document's head.
_NAMES: Final = {
    "id": "id",
    "title": "title", "headline": "title", "subject": "title",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "publication": "outlet", "site": "outlet",
    "newspaper": "outlet", "agency": "outlet",
    "published": "published", "date": "published", "pubdate": "published", "published at": "published",
    "publication date": "published", "time": "published", "datetime": "published",
    "byline": "byline", "author": "byline", "authors": "byline", "by": "byline",
    "url": "url", "link": "url", "canonical": "url", "permalink": "url",
}  # fmt: skip
_LINE: Final = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:[ \t]*(.*)")
_MOST: Final = 40  # lines of a head
_FENCES: Final = ("---", "...")


def open_text(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:
    """Return the one record of a plain text file."""
    return _open(data, name, mapping, markdown=False)


def open_markdown(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:
    """Return the one record of a Markdown file, links and pictures reduced to their text."""
    return _open(data, name, mapping, markdown=True)


def _open(data: bytes, name: str, mapping: Mapping[str, str], *, markdown: bool) -> Opened:
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields, body = split_head(text, mapping)
    record = Record(
        locator="",
        own_digest=digest(data),
        media_type="text/markdown" if markdown else "text/plain",
        text=readable(body) if markdown else body,
        label=stem(name),
        notes=notes,
        **{k: v for k, v in fields.items() if k != "id"},
    )
    return (record,), notes_as_troubles(name, notes)


def split_head(text: str, mapping: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return the fields of the head of `text` (fenced by "---", or two or more header lines) and the rest.

    Header lines without a fence count only if every line up to the first blank one is a known field.
    """
    names = _NAMES | {theirs.lower(): ours for ours, theirs in mapping.items()}
    lines = text[: 1 << 16].split("\n", _MOST + 2)[: _MOST + 2]
    fenced = lines[0].strip() == "---"
    close = _close(lines, fenced=fenced)
    if close is None:
        return {}, text
    pairs = [_pair(line) for line in lines[1 if fenced else 0 : close]]
    known = {names[k]: field(v) for k, v in reversed(pairs) if k in names and v}
    strangers = any(k not in names for k, _ in pairs)
    if not fenced and (strangers or len(known) < 2):
        return {}, text
    used = sum(len(line) + 1 for line in lines[: close + 1])
    return known, text[used:]


def _close(lines: list[str], *, fenced: bool) -> int | None:
    """Return the index of the line that ends the head: its closing fence, or the first blank line."""
    for index, line in enumerate(lines[1:], 1):
        bare = line.strip()
        if bare in _FENCES if fenced else not bare:
            return index
    return None


def _pair(line: str) -> tuple[str, str]:
    """Return (name in lower case, value without quotes) of a header line, ("", line) if it is none."""
    match = _LINE.fullmatch(line.strip())
    if match is None:
        return "", line
    value = match[2].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return match[1].lower().replace("_", " ").replace("-", " ").strip(), value
