"""What stands on one line with a report's first words or between its sentences, and is none of them.

Feeds often hold a page as one paragraph: times of change, counters, tags, names of writers, captions and a standfirst
said twice run into the first sentence, whose span and voice then hold what nobody said.  Each cut is a row of a table;
a cut is made only where the shape is that of an interface or a caption, never by what the words mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from whence.model.report import Block
from whence.read import lexicon as lex
from whence.read.blocks import carve, trimmed
from whence.read.segment import WRECK

_HEAD: Final = 700  # characters of a block in which its opening is looked for
_DATE: Final = r"\d{1,2}\.\d{1,2}\.\d{4}"
_COUNTS: Final = r"(?:\s{0,2}\d{1,6}(?![\w.,:%-]))"
# Parts of interfaces that hold a counter, a time of change or an address; a report begins after the last of them.
_ANCHOR: Final = re.compile(
    rf"""(?: \(updated\s(?:at\s)?[\d:.]{{3,5}}\s{{1,2}}{_DATE}\)
    | Get\sshort\sURL{_COUNTS}{{0,3}}
    | (?<=Get\sshort\sURL\s)Topic\s[^.!?]{{3,80}}\(\d{{1,4}}\){_COUNTS}{{0,3}}
    | Print\s(?:Tweet|Email)(?:\sViews{_COUNTS})?
    | (?<!\w)\d{{1,2}}:?\d\d\s(?:UTC|GMT|KSA)(?:[+-]\d{{1,2}})?(?!\w)
    | (?:SEND|Share|Tweet)\shttps?\S{{1,80}} )""",
    re.VERBOSE,
)
_STOP: Final = re.compile(r"[.!?][\"”’)]?\s")
_PLAIN_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
# A sentence of two or three names before the report's first one is its writer ("Ana Moro. A shell hit").
_WRITER: Final = re.compile(r"(?:[A-Z][\w'’-]+\s){1,2}[A-Z][\w'’-]+\.\s(?=[\"“'‘]?[A-Z0-9])")
_NO_NAME: Final = re.compile(
    r"\b(?:On|In|At|By|From|Since|The|A|An|No|Not|Many|Dozens|Hundreds|Thousands|All|More|Killed|Dead|Dies?|Wounded|Hurt|Injured|Attacks?"
    r"|Strikes?|Hits?|Bombed|Shelled|It|He|She|They|We|This|That)\b"
)
# "On Oct. 23, a mill burned", "Army Gen. Ana Moro said": the stop ends no sentence
_SHORTENED: Final = re.compile(
    rf"\b(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|{'|'.join(sorted(lex.TITLES))})\.\s$"
)
_TAGS: Final = re.compile(r"(?<=[.!?\"”’)]\s)Tags\s(?=[A-Z])")
_CAPTION: Final = re.compile(
    r"\((?:(?:[A-Z][\w/.-]{1,20}\s){0,3}(?:[Pp]hoto|PHOTO|[Ii]mage|[Ff]ile)(?:\s(?:by\s)?[A-Z][\w'’/.-]{1,20}){0,3}"
    r"|[A-Z][\w.-]{1,20}/[A-Z][\w/ .-]{1,30})\)"
)
_CAPTION_WORDS: Final = 60
_PICTURE: Final = re.compile(r"©\s?(?=[A-Z])")
_SIGNED: Final = re.compile(
    r"[(\[]?(?:[Aa]dditional\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting)\sby\s"
    r"(?:[A-Z][\w'’.-]*|and|in|by|for|editing|writing|reporting|additional|[,;&]|\s){2,80}[.)\]]{0,2}\s{0,4}$"
)
_TAIL: Final = 400
_REPEATED: Final = 40  # characters that no two sentences share by chance
_OPENS: Final = frozenset(
    """
    the a an at in on after as when while this these some several dozens scores hundreds thousands more two three four
    five six seven eight nine ten according
    """.split()  # noqa: SIM905 (a table reads better so)
)
_NEAR: Final = 5  # words from the one that opens a sentence to its first in small letters
_SMALL: Final = frozenset("of the in to for and by on at with from as a an over after into".split())  # noqa: SIM905

Piece = Block | None


def cut_openings(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with what stands glued to the first sentence of the body as blocks of their own."""
    out = tuple(blocks)
    for cut in _CUTS:
        first = next((b for b in out if b.kind == "body"), None)
        piece = cut(text, first) if first is not None else None
        if first is not None and piece is not None and trimmed(text, piece.end, first.end)[0] < first.end:
            out = carve(text, out, piece)
    return _halved(text, out)


def cut_between(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with captions and signatures between sentences, and wrecks at edges, as blocks of their own."""
    out = tuple(blocks)
    for find in (_captions, _wrecks):
        for piece in tuple(p for b in out if b.kind in ("body", "quote", "caption") for p in find(text, b)):
            out = carve(text, out, piece)
    return out


def _piece(text: str, start: int, end: int, kind: str = "furniture") -> Piece:
    left, right = trimmed(text, start, end)
    if left >= right:
        return None
    return Block(left, right, "caption") if kind == "caption" else Block(left, right, "furniture")


def _anchor(text: str, block: Block) -> Piece:
    """Return the interface at the opening, up to its last part; what is before it too if that is no sentence."""
    window = text[block.start : min(block.end, block.start + _HEAD)]
    found = list(_ANCHOR.finditer(window))
    if not found:
        return None
    begin, end = found[0].start(), found[0].end()
    for match in found[1:]:
        if match.start() - end > 30:
            break
        end = match.end()
    before = window[:begin]
    start = begin if _STOP.search(before) else 0
    return _piece(text, block.start + start, block.start + end)


def _writer(text: str, block: Block) -> Piece:
    match = _WRITER.match(text, block.start, block.end)
    if match is None or _NO_NAME.search(match.group()) or _SHORTENED.search(match.group()):
        return None
    return _piece(text, *match.span())


def _tags(text: str, block: Block) -> Piece:
    """Return a list of tags between standfirst and report, as far as its end can be told."""
    match = _TAGS.search(text, block.start, min(block.end, block.start + _HEAD))
    if match is None:
        return None
    end = _next_opening(text, match.end(), min(block.end, match.end() + 250))
    return _piece(text, match.start(), end) if end is not None else None


def _caption(text: str, block: Block) -> Piece:
    """Return a caption before the first sentence: it ends with the picture's source in brackets."""
    match = _CAPTION.search(text, block.start, min(block.end, block.start + _HEAD))
    if match is None or _STOP.search(text, block.start, match.start()):
        return None
    short = len(text[block.start : match.start()].split()) <= _CAPTION_WORDS
    return _piece(text, block.start, match.end(), "caption") if short else None


def _signed(text: str, block: Block) -> Piece:
    match = _SIGNED.search(text, max(block.start, block.end - _TAIL), block.end)
    return _piece(text, match.start(), block.end) if match else None


_CUTS: Final[tuple[Callable[[str, Block], Piece], ...]] = (_anchor, _writer, _caption, _tags)


def _captions(text: str, block: Block) -> Iterator[Block]:
    """Yield the captions inside a block that begin with ©, and the line at its end that says who wrote it."""
    if block.kind == "caption":
        return
    for picture in _PICTURE.finditer(text, block.start, block.end):
        end = _next_opening(text, picture.end(), min(block.end, picture.end() + 300))
        if (
            end is None
            and block.end - picture.end() < 150
            and not _STOP.search(text, picture.end(), block.end)
        ):
            end = block.end
        piece = _piece(text, picture.start(), end, "caption") if end is not None else None
        if piece is not None:
            yield piece
    signed = _signed(text, block)
    if signed is not None and signed.start > block.start:
        yield signed


def _wrecks(text: str, block: Block) -> Iterator[Block]:
    """Yield what broken encodings left at the edges of a block."""
    for match in WRECK.finditer(text, block.start, block.end):
        if match.start() == block.start or match.end() == block.end:
            left, right = trimmed(text, *match.span())
            if left < right:
                yield Block(left, right, "furniture")


def _next_opening(text: str, start: int, end: int) -> int | None:
    """Return where a sentence opens after a run of names or a headline in capitals, None if that cannot be told.

    The sentence opens at the nearest word that often opens one before the first word in small letters.
    """
    words = list(_PLAIN_WORD.finditer(text, start, end))
    for index, word in enumerate(words):
        small = word.group()[0].islower() and word.group() not in _SMALL
        near = [w for w in words[max(1, index - _NEAR) : index] if small and _opens(w.group())]
        if near:
            return near[-1].start()
        if _STOP.match(text, word.end()):
            return None
    return None


def _opens(word: str) -> bool:
    return word[0].isupper() and word.lower() in _OPENS


def _halved(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with the first body cut in two where it begins anew with the words it began with."""
    first = next((b for b in blocks if b.kind == "body"), None)
    if first is None or first.end - first.start < 3 * _REPEATED:
        return tuple(blocks)
    opening = text[first.start : first.start + _REPEATED]
    again = text.find(opening, first.start + _REPEATED, min(first.end, first.start + 2 * _HEAD))
    if again < 0:
        return tuple(blocks)
    left, right = trimmed(text, first.start, again)
    parts = (Block(left, right, first.kind), Block(again, first.end, first.kind))
    return tuple(sorted((*(b for b in blocks if b != first), *parts)))
