"""Paragraphs, headings, lists and quotes of a plain text, as spans that cover all that is readable."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from whence.model.report import Block, BlockKind

_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n\s*")
_BULLET: Final = re.compile(r"(?:[*•·▪◦‣–-]|\(?\d{1,2}[.)])[ \t]+\S")
_ENDS: Final = (".", "!", "?", ":", ";", ",", "…", '"', "”", "’", "'", ")", "]", "»")
_HEADING_WORDS: Final = 12  # a heading is a short line; headlines of news run to about this
_WRAP: Final = 120  # columns: lines longer than this were never wrapped by hand
_MARKS: Final = '“"„«'
_LONGEST_QUOTE: Final = 5  # paragraphs without marks that one is taken to be quoted with
_SELF: Final = re.compile(r"\b(?:I|[Ww]e|us|me|[Mm]y|[Oo]ur|ours|myself|ourselves)\b")
# With these words a writer takes up his own text again.
_WRITER: Final = re.compile(
    r"(?:indeed|meanwhile|however|but|yet|also|moreover|furthermore|nevertheless|still|earlier|later|since|although|while"
    r"|despite|according|and in|more evidence|other evidence|last (?:week|month|year)|for (?:example|instance|its part)"
    r"|in (?:addition|contrast|response|total|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:19|20)\d\d)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|the (?:report|statement|article|interview|claims?|allegations?))\b",
    re.IGNORECASE,
)
_VOICE: Final = re.compile(
    r"\b(?:said|says|told|claimed|reported(?:ly)?|alleged(?:ly)?|according to)\b", re.IGNORECASE
)
# Verbs after which a colon opens what was said.
_SAYS: Final = re.compile(
    r"\b(?:said|says|say|told|wrote|writes|stated|states|reported|reports|added|tweeted|posted|declared|announced"
    r"|explained|recalled|warned|according|quoted|claims?|claimed|reads?|that|statement|as follows)\b",
    re.IGNORECASE,
)


def split_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text in order: body, heading, list or quote.

    Blank lines part paragraphs; single line breaks do too unless the lines look wrapped by hand.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _PARAGRAPH.finditer(text):
        spans += _lines(text, at, match.start())
        at = match.end()
    spans += _lines(text, at, len(text))
    return _with_kinds(text, spans)


def trimmed(text: str, start: int, end: int, extra: str = "") -> tuple[int, int]:
    """Return [start, end) without space (and the characters of `extra`) at either side."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return start, end


def carve(text: str, blocks: Iterable[Block], piece: Block) -> tuple[Block, ...]:
    """Return `blocks` with `piece` cut out of those that it overlaps and put in as a block of its own."""
    if piece.start >= piece.end:
        return tuple(blocks)
    kept = [piece]
    for block in blocks:
        if block.end <= piece.start or block.start >= piece.end:
            kept.append(block)
            continue
        for start, end in ((block.start, piece.start), (piece.end, block.end)):
            left, right = trimmed(text, start, end) if start < end else (0, 0)
            if left < right:
                kept.append(Block(left, right, block.kind))
    return tuple(sorted(kept))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of one chunk between blank lines: itself if wrapped by hand, else its lines."""
    spans, at = [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        left, right = trimmed(text, at, stop)
        if left < right:
            spans.append((left, right))
        at = stop + 1
    if len(spans) < 2 or not _wrapped(text, spans):
        return spans
    return _joined(text, spans)


def _wrapped(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether lines look broken by hand: of one width, and most broken in the middle of a sentence."""
    full = spans[:-1]
    widths = [b - a for a, b in full]
    widest = max(widths)
    if widest > _WRAP:
        return False
    middle = sum(1 for _, b in full if not text[b - 1 : b].endswith(_ENDS) or text[b - 1] == ",")
    wide = sum(1 for w in widths if w >= 0.6 * widest)
    return widest >= 40 and 2 * middle > len(full) and 3 * wide >= 2 * len(full)


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return wrapped lines as one span, begun anew at every bullet."""
    found = [spans[0]]
    for start, end in spans[1:]:
        if _BULLET.match(text, start, end):
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end)
    return found


def _with_kinds(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for index, (start, end) in enumerate(spans):
        last = index + 1 == len(spans)
        blocks.append(Block(start, end, _kind(text, (start, end), blocks, last=last)))
    return tuple(blocks)


def _kind(text: str, span: tuple[int, int], before: Sequence[Block], *, last: bool) -> BlockKind:
    start, end = span
    if text[start] == ">":
        return "quote"
    if _BULLET.match(text, start, end):
        return "list"
    heading = not last and _is_heading(text, start, end)
    if before and not heading and (_opens_quote(text, before[-1], span) or _goes_on(text, before, span)):
        return "quote"
    return "heading" if heading else "body"


def _is_heading(text: str, start: int, end: int) -> bool:
    """Return whether a line is short and ends without a stop, or with a single question mark."""
    if end - start > 120 or len(text[start:end].split()) > _HEADING_WORDS or text[start].islower():
        return False
    asks = text[end - 1] == "?" and text[start:end].count("?") == 1
    return asks or not text[start:end].endswith(_ENDS)


def _opens_quote(text: str, before: Block, span: tuple[int, int]) -> bool:
    """Return whether the block after `before` is what its words announce ("The mayor told the radio:")."""
    start, end = span
    if text[end - 1] == ":":
        return False
    if before.kind != "body" or text[before.end - 1] != ":":
        return False
    return (
        text[start].islower()
        or _SAYS.search(text, max(before.start, before.end - 90), before.end) is not None
    )


def _goes_on(text: str, before: Sequence[Block], span: tuple[int, int]) -> bool:
    """Return whether a paragraph goes on with a quotation that no marks enclose, in the paragraphs before it.

    A cut ("…") at a paragraph's end goes on; after it, or where the one quoted speaks of himself, so does what follows
    until the writer's own words show: a connective, a voice of its own, a colon, a mark of quotation.
    """
    start, end = span
    if before[-1].kind != "quote" or text[end - 1] == ":" or text[start] in _MARKS or text[start] == ">":
        return False
    if text[before[-1].end - 1] == "…" or text[before[-1].end - 3 : before[-1].end] == "...":
        return True
    opened = next((i for i in range(len(before) - 1, -1, -1) if before[i].kind != "quote"), -1) + 1
    told = text[before[opened].start : before[-1].end]
    if text[before[opened].start] in _MARKS + ">" or len(before) - opened >= _LONGEST_QUOTE:
        return False
    personal = _SELF.search(told) is not None or "…" in told
    return personal and not _WRITER.match(text, start, end) and not _VOICE.search(text, start, end)
