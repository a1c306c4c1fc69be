"""Web pages: what their head says of them.  The page itself is kept as text for the reading room.

The head is read by patterns that cannot cross a tag's end, not by a parser: linear, without entities that expand,
external documents or nesting.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from whence.model.ids import digest
from whence.model.report import Record
from whence.preserve.formats.encoding import decode
from whence.preserve.formats.opening import Opened, field, notes_as_troubles, stem

_ATTRIBUTE: Final = re.compile(r"""([a-zA-Z:_-]{1,40})\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s"'<>]+)""")
_META: Final = re.compile(r"<meta\s([^<>]*)>", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\s([^<>]*)>", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title(?:\s[^<>]*)?>([^<]*)", re.IGNORECASE)
_LINKED_DATA: Final = re.compile(r"<script\s[^<>]*application/ld\+json[^<>]*>", re.IGNORECASE)
_BYLINE: Final = re.compile(
    r"""<(?:p|div|span|address)\s[^<>]{0,500}class\s?=\s?["']?[^"'<>]{0,200}\bbyline\b[^<>]{0,300}>([^<]{2,200})<""",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_STATEMENTS: Final = 20  # linked-data scripts looked at

# Where a page says what, best first.
_PROPERTIES: Final = {
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title"),
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate",
        "publish-date", "dc.date.issued", "dc.date", "dcterms.created", "date", "parsely-pub-date",
        "sailthru.date", "citation_publication_date",
    ),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "citation_author"),
    "url": ("og:url",),
}  # fmt: skip
_ARTICLES: Final = ("Article", "BlogPosting", "LiveBlogPosting", "Report")


def open_html(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:  # noqa: ARG001 (an opener's shape)
    """Return the one record of a web page."""
    text, notes = decode(data, charset(data))
    record = Record(
        locator="",
        own_digest=digest(data),
        media_type="text/html",
        html=text,
        label=stem(name),
        notes=notes,
        **head_fields(text),
    )
    return (record,), notes_as_troubles(name, notes)


def charset(data: bytes) -> str:
    """Return the encoding that the first kilobytes of a page declare, "" if none."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else ""


def head_fields(page: str) -> dict[str, str]:
    """Return outlet, title, published, byline and url as far as the page's metadata give them."""
    metas = _metas(page)
    linked = _linked(page)
    found = {name: next((metas[p] for p in keys if metas.get(p)), "") for name, keys in _PROPERTIES.items()}
    for name, value in linked.items():
        found[name] = found[name] or value
    if found["byline"].startswith(("http://", "https://")):
        found["byline"] = linked.get("byline", "")
    found["byline"] = _printed_byline(page, found["byline"]) or found["byline"]
    found["url"] = _canonical(page) or found["url"]
    found["title"] = found["title"] or _title(page, found["outlet"])
    return {k: field(v) for k, v in found.items() if v.strip()}


def _attributes(inside: str) -> dict[str, str]:
    return {k.lower(): html.unescape(v.strip("\"'")) for k, v in _ATTRIBUTE.findall(inside)}


def _metas(page: str) -> dict[str, str]:
    """Return the content of every meta tag by its lower-case name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for inside in _META.findall(page):
        attributes = _attributes(inside)
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.setdefault(key.lower(), attributes.get("content", ""))
    return found


def _printed_byline(page: str, author: str) -> str:
    """Return the byline as the page prints it, if it names `author`: there agencies are credited, "" if it does not."""
    match = _BYLINE.search(page)
    line = field(html.unescape(match[1])) if match else ""
    line = re.sub(r"^by\s", "", line, flags=re.IGNORECASE)
    return line if author.casefold() in line.casefold() else ""


def _canonical(page: str) -> str:
    links = (_attributes(inside) for inside in _LINK.findall(page))
    return next((a.get("href", "") for a in links if a.get("rel", "").lower() == "canonical"), "")


def _title(page: str, outlet: str) -> str:
    """Return the title element without the outlet's name, which pages append or put first."""
    match = _TITLE.search(page)
    title = field(html.unescape(match[1])) if match else ""
    if not outlet:
        return title
    parts = re.split(r" (?:[-–—|·:»]|::) ", title)
    kept = [p for p in parts if p.strip().casefold() != outlet.strip().casefold()]
    return title if not kept or len(kept) == len(parts) else " - ".join(kept)


def _linked(page: str) -> dict[str, str]:
    """Return the fields that the page's linked data (schema.org articles) give."""
    for article in _articles(page):
        pairs = {
            "title": article.get("headline"),
            "published": article.get("datePublished"),
            "byline": article.get("author"),
            "outlet": article.get("publisher"),
        }
        found = {name: ", ".join(_names(value)) for name, value in pairs.items()}
        return {name: value for name, value in found.items() if value}
    return {}


def _articles(page: str) -> Iterator[dict[str, Any]]:
    for count, match in enumerate(_LINKED_DATA.finditer(page)):
        end = page.find("</", match.end())
        if count >= _STATEMENTS or end < 0:
            return
        try:
            data = json.loads(page[match.end() : end])
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if any(str(k).endswith(_ARTICLES) for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield item


def _items(data: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a linked-data document: itself, its list, or its graph."""
    if isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        data = graph if isinstance(graph, list) else []
    if isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))


def _names(value: object) -> list[str]:
    """Return the names in a linked-data value: a text, an object with a name, or a list of either."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _names(value.get("name")) if not isinstance(value.get("name"), dict) else []
    if isinstance(value, list):
        return [n for item in value[:10] if isinstance(item, str | dict) for n in _names(item)]
    return []
