"""The graph: alleged links between actors with direction and origins, or sources and who relies on them."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from whence.model.codec import to_plain
from whence.show.pages import Dots
from whence.show.phrases import plural
from whence.show.web import filters, links
from whence.show.web.filters import Filters
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.narrow import Narrow, address, after_of, narrow, part
from whence.show.web.rows import days, dots, incident_line
from whence.store.index.read import Index
from whence.store.index.rows import AccountRow, SourceRow
from whence.store.index.write import source_id

LINKS: Final = 120  # links drawn at once; more lie over one another
SOURCES: Final = 40  # sources on whose word most stands, of which
RELIANCES: Final = 60  # the most frequent reliances are drawn
RELIED: Final = 500  # of each source, the most frequent ones
CARRIERS: Final = 6  # named in the table beside each source
_MUTUAL: Final = "linked with"  # the one relation that has no direction
_WIDEST: Final = 6


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a source: how often links lead from it and to it; `chosen` if the reader asked for it."""

    id: str
    name: str
    href: str
    words: str
    gives: int
    given: int
    vague: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """One link from node `tail` to node `head`; `width` 0 (no origin stands behind it) to 6."""

    tail: str
    head: str
    href: str
    words: str
    sentence: str
    width: int
    directed: bool
    denied: bool
    contradicted: bool


@dataclass(frozen=True, slots=True)
class GraphData:
    """What the graph draws: nodes in order of their links, edges, and in words how much of all that is."""

    words: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def links_data(rows: Sequence[AccountRow], total: int, chosen: Iterable[str]) -> GraphData:
    """Return the links between actors that `rows` tell of, which are the first of `total`."""
    edges = tuple(_link(r) for r in rows)
    names: dict[str, str] = {}
    for row in rows:
        names.setdefault(row.subject.casefold(), row.subject)
        names.setdefault(row.object.casefold(), row.object)
    wanted = frozenset(chosen)
    hrefs = {key: _actor_href(key) for key in names}
    vague = frozenset(key for key, name in names.items() if name.islower())  # "fighters": nobody says which
    nodes = _nodes(edges, names, hrefs, vague, wanted)
    words = f"{total:,} alleged {plural('link', total)} between actors"
    cut = f"; the first {len(edges):,} in the chosen order are drawn" if len(edges) < total else ""
    return GraphData(f"{words}{cut}.", nodes, edges)


def _link(row: AccountRow) -> Edge:
    count = dots(row.least, row.most)
    against = ["somebody denies it"] if row.denied else []
    against += ["sources contradict one another"] if row.contradicted else []
    told = f"{count.words}, {row.outlets} {plural('outlet', row.outlets)}"
    return Edge(
        tail=row.subject.casefold(),
        head=row.object.casefold(),
        href=links.incident(row.id),
        words=f"{row.relation} {count.brackets}" + (" · denied" if row.denied else ""),
        sentence="; ".join([f"{row.subject} {row.relation} {row.object}: {told}", *against]),
        width=min(row.least, _WIDEST),
        directed=row.relation != _MUTUAL,
        denied=row.denied,
        contradicted=row.contradicted,
    )


def _actor_href(key: str) -> str:
    return "/graph?" + urlencode({"actor": key})


def sources_data(sources: Sequence[SourceRow], relying: Sequence[tuple[str, str, int]]) -> GraphData:
    """Return who relies on whom: `relying` as (source, the one who carries its word, statements)."""
    held = {s.key: s for s in sources}
    kept = sorted((r for r in relying if r[0] in held and r[1] in held), key=lambda r: (-r[2], r[0], r[1]))
    most = kept[0][2] if kept else 1
    edges = tuple(_reliance(held[a], held[b], n, most) for a, b, n in kept[:RELIANCES])
    names = {source_id(key): s.name for key, s in held.items()}
    hrefs = {source_id(key): links.source(key) for key in held}
    vague = frozenset(source_id(key) for key, s in held.items() if s.vague)
    counted = f"{len(edges):,} of {len(kept):,} reliances between {len(held):,} sources"
    words = f"{counted}; an arrow leads to who tells it on."
    return GraphData(words, _nodes(edges, names, hrefs, vague, frozenset()), edges)


def _reliance(source: SourceRow, other: SourceRow, count: int, most: int) -> Edge:
    told = f"{count:,} {plural('statement', count)}"
    return Edge(
        tail=source_id(source.key),
        head=source_id(other.key),
        href=links.source(source.key),
        words=told,
        sentence=f"{other.name} has {told} from {source.name}",
        width=max(1, round(_WIDEST * math.sqrt(count / most))),
        directed=True,
        denied=False,
        contradicted=False,
    )


def _nodes(
    edges: Sequence[Edge],
    names: dict[str, str],
    hrefs: dict[str, str],
    vague: frozenset[str],
    chosen: frozenset[str],
) -> tuple[Node, ...]:
    gives, given = Counter(e.tail for e in edges), Counter(e.head for e in edges)
    ordered = sorted(
        (k for k in names if gives[k] + given[k]), key=lambda k: (-gives[k] - given[k], names[k], k)
    )
    return tuple(
        Node(
            id=key,
            name=names[key],
            href=hrefs[key],
            words=f"{names[key]}: {gives[key]} from it, {given[key]} to it",
            gives=gives[key],
            given=given[key],
            vague=key in vague,
            chosen=key in chosen,
        )
        for key in ordered
    )


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One alleged link of the table: who, what, to whom, and the account that tells it."""

    subject: str
    subject_href: str
    relation: str
    object: str
    object_href: str
    href: str
    when: str
    dots: Dots
    outlets: int
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReliesLine:
    """One source of the table: how much stands on its word, how often on it alone, and who carries it how often."""

    name: str
    href: str
    kind: str
    statements: int
    values: int
    alone: int
    carried: tuple[tuple[str, str, int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class GraphPage:
    """The graph and its table: links between actors, or with `of_sources` who relies on whom (not filtered)."""

    of_sources: bool
    narrow: Narrow
    source: str
    drawn: int
    lines: tuple[LinkLine, ...]
    sources: tuple[ReliesLine, ...]
    before: str
    after: str
    shown: str


def make_page(view: View, asked: Filters, after: int) -> GraphPage:
    """Return the graph of links that are asked for, with the page of its table after account number `after`."""
    found = view.index.select(_links_alone(asked).wanted(view.index))
    told = part(view, "/graph", asked, found, after)
    return GraphPage(
        of_sources=False,
        narrow=narrow(view, "/graph", asked, found, frozenset({"kind", "event", "place", "country"})),
        source=address("/data/graph.json", asked.query()),
        drawn=LINKS,
        lines=tuple(_line(r) for r in told.rows),
        sources=(),
        before=told.before,
        after=told.after,
        shown=told.shown,
    )


def sources_page(view: View) -> GraphPage:
    """Return the graph of who relies on whom, over the whole pile."""
    held = view.index.sources_at(range(1, SOURCES + 1))
    names = {s.key: s.name for s in held}
    names |= {
        k: r.name for k, r in view.index.source_rows({k for _, k, _ in _relying(view.index, held)}).items()
    }
    return GraphPage(
        of_sources=True,
        narrow=Narrow("/graph", len(held), view.overview.sources, "", (), (), (), "", ""),
        source="/data/graph.json?show=sources",
        drawn=SOURCES,
        lines=(),
        sources=tuple(_relies(s, view.index.relying(s.key, CARRIERS), names) for s in held),
        before="",
        after="",
        shown="",
    )


def _links_alone(asked: Filters) -> Filters:
    kept = tuple(p for p in asked.chosen if p[0] != "kind")
    return replace(asked, chosen=(*kept, ("kind", "link")))


def _line(row: AccountRow) -> LinkLine:
    return LinkLine(
        subject=row.subject,
        subject_href=_actor_href(row.subject.casefold()),
        relation=row.relation,
        object=row.object,
        object_href=_actor_href(row.object.casefold()),
        href=links.incident(row.id),
        when=days(row.start, row.end) if row.start else "",
        dots=dots(row.least, row.most),
        outlets=row.outlets,
        tags=incident_line(row).tags,
    )


def _relies(source: SourceRow, relying: Sequence[tuple[str, int]], names: dict[str, str]) -> ReliesLine:
    told = [(names.get(k, k), links.source(k), n) for k, n in relying]
    return ReliesLine(
        source.name,
        links.source(source.key),
        source.kind + (", vague" if source.vague else ""),
        source.statements,
        source.values,
        source.alone,
        tuple(told),
        source.relying - len(told),
    )


def _relying(index: Index, sources: Iterable[SourceRow]) -> list[tuple[str, str, int]]:
    return [(s.key, other, n) for s in sources for other, n in index.relying(s.key, RELIED)]


def show(request: Request) -> Response:
    """Answer with the graph's page."""
    view = view_of(request)
    if request.query_params.get("show") == "sources":
        return render(request, "graph.html", sources_page(view))
    page = make_page(view, filters.parse(request.query_params), after_of(request))
    return render(request, "graph.html", page)


def data(request: Request) -> Response:
    """Answer with what the graph draws."""
    index = view_of(request).index
    if request.query_params.get("show") == "sources":
        held = index.sources_at(range(1, SOURCES + 1))
        return JSONResponse(to_plain(sources_data(held, _relying(index, held))))
    asked = filters.parse(request.query_params)
    found = index.select(_links_alone(asked).wanted(index)).numbers
    rows = index.accounts([int(n) for n in found[:LINKS]])
    chosen = [key for name, key in asked.chosen if name == "actor"]
    return JSONResponse(to_plain(links_data(rows, len(found), chosen)))


ROUTES = (Route("/graph", show), Route("/data/graph.json", data))
