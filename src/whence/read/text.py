"""From a record to a report: the readable text, its blocks, and what it says of itself.  Never raises for content."""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from whence.model.ids import content_id, digest
from whence.model.report import Block, Record, Report
from whence.model.span import Span
from whence.model.values import Interval
from whence.read.blocks import carve, split_blocks, trimmed
from whence.read.credits import Credits, find_credits
from whence.read.furniture import mark_furniture
from whence.read.heading import Head, read_head
from whence.read.language import KNOWN, language_of
from whence.read.masthead import Masthead, find_outlet, read_masthead
from whence.read.openings import cut_between, cut_openings
from whence.read.page import page_parts
from whence.read.published import parse_published, settled
from whence.read.uppercase import recased, restored
from whence.read.wirehead import WireHead, read_wire_head

VERSION: Final = "1"

_TITLE_WORDS: Final = (
    30  # of a first paragraph at most that is taken for a title; half if it ends with a stop
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def make_report(record: Record) -> Report:
    """Return the report that `record` holds; `unread` says why no statement can be looked for, "" if they can."""
    title = " ".join(clean(record.title).split())
    own, blocks = _body(record)
    text = recased(own)
    head = read_head(text, title)
    if title and head.title is None:
        text, blocks, head = _composed(title, text, blocks, head)
    mast = read_masthead(text, blocks)
    for line in mast.lines:
        blocks = carve(text, blocks, Block(*line, "furniture"))
    wire = read_wire_head(text)
    if wire:
        blocks = carve(text, blocks, Block(*trimmed(text, 0, wire.end), "furniture"))
    blocks = _headed(text, blocks, head) if title or wire else _titled(text, blocks, head)
    blocks = cut_openings(text, mark_furniture(text, blocks))
    outlet = clean(record.outlet).strip() or mast.outlet or find_outlet(text, blocks)
    credits_ = find_credits(text, blocks, head, (outlet, clean(record.byline)))
    credits_ = _wired(text, credits_, wire)
    for line in credits_.lines:
        blocks = carve(text, blocks, Block(*trimmed(text, *line), "furniture"))
    blocks = cut_between(text, blocks)
    language = language_of(_readable(text, blocks))
    title = title or next((text[b.start : b.end] for b in blocks if b.kind == "title"), "")
    outlet = outlet or credits_.telex
    published = _published(record, text, head, mast) or credits_.dated
    head = replace(head, published=published)
    return restored(_report(record, (text, title, outlet, language), blocks, (head, credits_)), own)


def _wired(text: str, credits_: Credits, wire: WireHead | None) -> Credits:
    """Return the credits with what the head of a monitored item says, where nothing else says it."""
    if wire is None:
        return credits_
    place = Span.of(text, *wire.place) if wire.place else None
    return replace(
        credits_,
        dateline=credits_.dateline or place,
        telex=credits_.telex or wire.who,
        dated=credits_.dated or wire.published,
    )


def clean(text: str) -> str:
    """Return `text` in NFC with line feeds as its only line breaks; every other code point stays.

    Only the controls of ASCII become spaces, one for one: those of Latin-1 (U+0080 to U+009F) are what is left of
    broken encodings in many feeds, and a quote must be found again in the bytes.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = text.replace("\v", "\n").replace("\f", "\n\n")
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", _HALF.sub("\ufffd", text)))


def _report(
    record: Record, words: tuple[str, str, str, str], blocks: tuple[Block, ...], said: tuple[Head, Credits]
) -> Report:
    text, title, outlet, language = words
    head, credits_ = said
    return Report(
        id=content_id("report", record.own_digest),
        label=record.label,
        text=text,
        text_digest=digest(text.encode("utf-8")),
        title=title,
        outlet=outlet,
        byline=clean(record.byline).strip() or credits_.byline,
        credits=credits_.names,
        credit_spans=credits_.spans,
        dateline=credits_.dateline,
        published=head.published,
        language=language,
        url=record.url,
        blocks=blocks,
        unread=_unread(language),
    )


def _unread(language: str) -> str:
    if not language:
        return "no text found"
    return "" if language == KNOWN else f"language {language}: the reader knows English"


def _body(record: Record) -> tuple[str, tuple[Block, ...]]:
    """Return the text without a separate title, and its blocks."""
    if record.text.strip() or not record.html.strip():
        text = clean(record.text).strip()
        return text, split_blocks(text)
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, raw in page_parts(record.html):
        part = clean(raw).strip()
        if part:
            blocks.append(Block(at, at + len(part), kind))
            pieces.append(part)
            at += len(part) + 2
    return "\n\n".join(pieces), tuple(blocks)


def _composed(
    title: str, text: str, blocks: tuple[Block, ...], head: Head
) -> tuple[str, tuple[Block, ...], Head]:
    """Return title, blank line, body, and blocks and head moved along."""
    by = len(title) + 2
    moved = tuple(Block(b.start + by, b.end + by, b.kind) for b in blocks)
    whole = f"{title}\n\n{text}" if text else title
    return whole, (Block(0, len(title), "title"), *moved), head.moved(by)


def _headed(text: str, blocks: tuple[Block, ...], head: Head) -> tuple[Block, ...]:
    """Return `blocks` with the title and the date line found in the body as blocks of their own."""
    if head.title is not None:
        blocks = carve(text, blocks, Block(*head.title, "title"))
    for place in filter(None, (head.site, head.date)):
        blocks = carve(text, blocks, Block(*trimmed(text, *place), "furniture"))
    ends = {p[1] for p in (head.title, head.site, head.date) if p}
    tidied = (_tidied(text, b, ends) for b in blocks)
    return tuple(b for b in tidied if b.start < b.end)


def _titled(text: str, blocks: tuple[Block, ...], head: Head) -> tuple[Block, ...]:
    """Return `blocks` with the first as the title where the container names none and it looks like one."""
    blocks = _headed(text, blocks, head)
    content = [b for b in blocks if b.kind != "furniture"]
    least = 2 if content and content[0].kind == "heading" else 3
    if len(content) < least or content[0].kind not in ("body", "heading"):
        return blocks
    first = content[0]
    words = text[first.start : first.end].split()
    limit = _TITLE_WORDS if text[first.end - 1] != "." else _TITLE_WORDS // 2
    if len(words) > limit or text[first.end - 1] == ":":
        return blocks
    return tuple(Block(b.start, b.end, "title") if b == first else b for b in blocks)


def _tidied(text: str, block: Block, ends: set[int]) -> Block:
    """Return a block without the marks that part it from a title or date line right before it."""
    near = max((e for e in ends if e <= block.start), default=-1)
    if near < 0 or block.start - near > 20 or text[near : block.start].strip():
        return block
    start = block.start
    while block.kind != "list" and start < block.end and (text[start].isspace() or text[start] in ".|–—:,-"):
        start += 1
    return Block(start, block.end, block.kind)


def _published(record: Record, text: str, head: Head, mast: Masthead) -> Interval | None:
    """When the report was published: a page's metadata are its outlet's own, other fields yield to a date line."""
    field, printed = parse_published(clean(record.published)), head.published or mast.published
    if record.html.strip():
        return field or printed
    line = text[slice(*head.date)] if head.date else printed.words if printed else ""
    return settled(field, printed, text, line)


def _readable(text: str, blocks: tuple[Block, ...]) -> str:
    """Return what of the text is no furniture, all of it where all is."""
    kept = "\n".join(text[b.start : b.end] for b in blocks if b.kind != "furniture")
    return kept if kept.strip() else text
