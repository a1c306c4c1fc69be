"""Quotations of a text: where quoted speech begins and ends, over paragraphs, with lost or straight marks."""

import re
from typing import Final

LONGEST: Final = 4000  # code points; a mark without its partner must not swallow the rest of a report
_MARK: Final = re.compile(r"[\"“”„«»]|''|``")
_OPENS: Final = frozenset("“„«`")
_CLOSES: Final = frozenset("»”")


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the quotations of `text` in [start, end) with their marks, in order and not overlapping.

    A mark opens if it stands before a word and not after one, by its own shape or by the spaces around it.  A new
    opening mark at the start of a paragraph continues a quotation that was not closed in the one before.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, stop):
        role = _role(text, match, open_now=opened is not None)
        if opened is not None and match.start() - opened > LONGEST:
            opened = None
        if role == "open" and (opened is None or not _continues(text, opened, match.start())):
            opened = match.start()
        elif role == "close" and opened is not None:
            found.append((opened, match.end()))
            opened = None
    return tuple(found)


def _role(text: str, match: re.Match[str], *, open_now: bool) -> str:
    """Return "open" or "close" for a mark."""
    mark = match.group()[0]
    left = text[match.start() - 1] if match.start() else " "
    right = text[match.end()] if match.end() < len(text) else " "
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "close"
    before, behind = left.isalnum() or left in ".,!?…;:)", right.isalnum() or right in "[('$£€#…"
    if behind and not before:
        return "open"
    if before and not behind:
        return "close"
    return "close" if open_now else "open"


def _continues(text: str, opened: int, at: int) -> bool:
    """Return whether the mark at `at` opens a further paragraph of the quotation that began at `opened`."""
    gap = text[max(opened, at - 3) : at]
    return "\n" in gap
