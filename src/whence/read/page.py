"""The main text of a web page as parts: paragraphs, headings, quotes, lists and captions."""

import html
import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from whence.model.report import BlockKind

Part = tuple[BlockKind, str]

_DEEPEST: Final = 300  # nested elements; deeper trees overflow the C stack of recursive walks
_LARGEST: Final = 5_000_000  # characters; above it, or with more tags than this, only the plain walk is used
_MOST_TAGS: Final = 100_000
_MOST_ATTRIBUTES: Final = 2000  # of one element; 100,000 take the parser minutes (2026-11, libxml2 2.14)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>?")
_HIDDEN: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "select",
        "button",
        "form",
        "nav",
    ]
)
_UNCLOSED: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option".split()  # noqa: SIM905
)
_BREAKS: Final = frozenset(
    """
    address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main
    ol p pre section table td th tr ul
    """.split()  # noqa: SIM905 (a table reads better so)
)
_KINDS: Final[dict[str, BlockKind]] = {
    "blockquote": "quote", "figcaption": "caption", "li": "list",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_XML_KINDS: Final[dict[str, BlockKind]] = {"head": "heading", "quote": "quote", "item": "list", "p": "body"}
_THIN: Final = (
    3  # the walk wins where it finds this many times the text of an extraction under _LITTLE characters
)
_LITTLE: Final = 400


def page_parts(page: str) -> tuple[Part, ...]:
    """Return the main text of `page` part by part, furniture of the site left out as far as it can be told.

    Trafilatura (Barbaresi 2021), set to favour recall, finds the main text; where the page is too deep, too large or
    too short for it, all visible text is taken.
    """
    if len(page) > _LARGEST or page.count("<") > _MOST_TAGS or _depth(page) > _DEEPEST or _swollen(page):
        return _walked(page)
    found = _extracted(page)
    size = sum(len(t) for _, t in found)
    if size >= _LITTLE:
        return found
    walked = _walked(page)
    return walked if sum(len(t) for _, t in walked) > _THIN * size else found


def _swollen(page: str) -> bool:
    """Return whether an element has very many attributes, on which the parser's time grows with the square."""
    return any(
        len(m[3]) > _MOST_ATTRIBUTES and len(m[3].split()) > _MOST_ATTRIBUTES for m in _TAG.finditer(page)
    )


def _depth(page: str) -> int:
    """Return how deeply elements are nested, closing tags believed and elements that need none left out."""
    depth = deepest = 0
    for match in _TAG.finditer(page):
        name = match[2].lower()
        if name in _UNCLOSED or match[3].endswith("/"):
            continue
        depth = max(0, depth + (-1 if match[1] else 1))
        deepest = max(deepest, depth)
    return deepest


@cache
def _quiet() -> None:
    """Keep the extractor's remarks on odd pages off the user's terminal."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _extracted(page: str) -> tuple[Part, ...]:
    import trafilatura  # noqa: PLC0415 (slow to import; only pages need it)
    from lxml.etree import LxmlError  # noqa: PLC0415

    _quiet()
    try:
        document: Any = trafilatura.bare_extraction(
            page, favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return ()  # the extractor's own faults on odd pages; the plain walk reads them
    body = getattr(document, "body", None)
    return tuple(_parts_of(body)) if body is not None else ()


def _parts_of(body: Any) -> Iterator[Part]:
    """Yield the parts of the extractor's tree, a list's items and a quote's paragraphs one by one."""
    for element in body:
        kind = _XML_KINDS.get(str(element.tag), "body")
        inner = list(element) if element.tag in ("list", "quote", "table") else []
        inner = [e for e in inner if e.tag in ("item", "p", "row")]
        if inner and element.tag == "quote" and (element.text or "").strip():
            inner = []
        for part in inner or [element]:
            text = " ".join("".join(part.itertext()).split())
            if text:
                yield ("list" if part.tag == "item" else kind), text


def _walked(page: str) -> tuple[Part, ...]:
    """Return all visible text of `page`, parted at block elements; one pass without a tree."""
    parts: list[Part] = []
    pieces: list[str] = []
    kind: BlockKind = "body"
    hidden, at = "", 0
    for match in _TAG.finditer(page):
        closing, name = bool(match[1]), match[2].lower()
        if hidden:
            if closing and name == hidden:
                hidden, at = "", match.end()
            continue
        pieces.append(page[at : match.start()])
        at = match.end()
        if name in _BREAKS:
            _flush(parts, pieces, kind)
            kind = "body" if closing else _KINDS.get(name, kind if name in ("p", "br") else "body")
        if name in _HIDDEN and not closing and not match[3].endswith("/"):
            hidden = name
    if not hidden:
        pieces.append(page[at:])
    _flush(parts, pieces, kind)
    return tuple(parts)


def _flush(parts: list[Part], pieces: list[str], kind: BlockKind) -> None:
    raw = re.sub(r"<!(?:--)?[^<>]*>", " ", "".join(pieces))
    text = " ".join(html.unescape(raw).split())
    pieces.clear()
    if text:
        parts.append((kind, text))
