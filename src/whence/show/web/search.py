"""Search: words, phrases and beginnings of words, over reports, statements, sources, places and incidents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.show.safe import visible
from whence.show.web import links
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.store.index.rows import ReportRow
from whence.store.index.search import CAP, CLOSE, OPEN, Found, Hit

SIZE: Final = 30
_FEW: Final = 5
_AROUND: Final = 160  # characters shown on either side of the first found word
KINDS: Final = {
    "incident": "Incidents and links",
    "statement": "Statements",
    "report": "Reports",
    "source": "Sources",
    "place": "Places",
}


@dataclass(frozen=True, slots=True)
class HitView:
    """One thing found: where it leads, what it is of, and the words around what was found (with the index's marks)."""

    href: str
    title: str
    words: str
    fold: str


@dataclass(frozen=True, slots=True)
class KindView:
    """What was found of one kind."""

    kind: str
    name: str
    count: str
    ranked: bool
    hits: tuple[HitView, ...]
    more: str
    before: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search and what it found; `kind` is set where one kind alone is shown."""

    typed: str
    kind: str
    tabs: tuple[tuple[str, str, str, bool], ...]  # (address, name, count, chosen)
    kinds: tuple[KindView, ...]
    nothing: bool


def make_page(view: View, typed: str, kind: str, start: int) -> SearchPage:
    """Return what is found by what was typed: a few of every kind, or one page of one kind."""
    found = {
        k: view.index.found(k, typed, start if k == kind else 0, SIZE if k == kind else _FEW) for k in KINDS
    }
    shown = [kind] if kind else [k for k in KINDS if found[k].count]
    tabs = [(f"/search?{urlencode({'q': typed})}", "Everything", "", not kind)]
    tabs += [
        (f"/search?{urlencode({'q': typed, 'kind': k})}", name, _count(found[k]), k == kind)
        for k, name in KINDS.items()
    ]
    return SearchPage(
        typed,
        kind,
        tuple(tabs) if typed else (),
        tuple(_kind(view, k, found[k], typed, start if kind else -1) for k in shown),
        bool(typed) and not any(f.count for f in found.values()),
    )


def _count(found: Found) -> str:
    return f"{CAP:,}+" if found.count > CAP else f"{found.count:,}"


def _kind(view: View, kind: str, found: Found, typed: str, start: int) -> KindView:
    hits = _hits(view, kind, found.hits)
    end = max(0, start) + len(found.hits)
    base = f"/search?{urlencode({'q': typed, 'kind': kind})}"
    more = f"{base}&start={end if start >= 0 else 0}" if found.count > end else ""
    before = f"{base}&start={max(0, start - SIZE)}" if start > 0 else ""
    return KindView(kind, KINDS[kind], _count(found), found.ranked, hits, more, before)


def _hits(view: View, kind: str, hits: tuple[Hit, ...]) -> tuple[HitView, ...]:
    if kind in ("report", "statement"):
        return _in_reports(view, kind, hits)
    if kind == "incident":
        rows = {str(r.n): r for r in view.index.accounts([int(h.key) for h in hits])}
        return tuple(
            HitView(links.incident(rows[h.key].id), rows[h.key].label, h.words, "")
            for h in hits
            if h.key in rows
        )
    if kind == "source":
        sources = view.index.source_rows([h.key for h in hits])
        return tuple(
            HitView(links.source(h.key), sources[h.key].name, h.words, "") for h in hits if h.key in sources
        )
    return tuple(HitView(f"/incidents?{urlencode({'place': h.key})}", h.key, h.words, "") for h in hits)


def _in_reports(view: View, kind: str, hits: tuple[Hit, ...]) -> tuple[HitView, ...]:
    """Return hits in the texts, each leading to its very place; what is folded or withheld there is so here."""
    of = (
        dict(view.index.reports_of([h.key for h in hits]))
        if kind == "statement"
        else {h.key: h.key for h in hits}
    )
    rows = view.index.report_rows(set(of.values()))
    folds = {} if view.unfolded else view.index.folds(set(of.values()))
    return tuple(_in_report(view, kind, h, rows[of[h.key]], folds) for h in hits if of.get(h.key) in rows)


def _in_report(
    view: View, kind: str, hit: Hit, row: ReportRow, folds: Mapping[str, tuple[tuple[int, int, str], ...]]
) -> HitView:
    if row.unread and view.mask.on:
        return HitView(
            links.report(row.id),
            f"{row.outlet}: {row.title}",
            "",
            "in a text that could not be read and is withheld",
        )
    where = links.statement(row.id, hit.key)
    end = hit.at + len(hit.words.replace(OPEN, "").replace(CLOSE, ""))
    if kind == "report":
        # lengths differ where a name is withheld: the passage then begins at its paragraph
        start = _unmasked(view, row.id, hit.at, hit.words.find(OPEN))
        stop = _unmasked(view, row.id, hit.at, hit.words.find(CLOSE) - 1)
        where, end = links.passage(row.id, start, max(stop, start + 1)), hit.at + len(hit.words)
    fold = next((w for s, e, w in folds.get(row.id, ()) if s < end and hit.at < e), "")
    return HitView(where, f"{row.outlet}: {row.title}", _around(hit.words), fold)


def _unmasked(view: View, report: str, begin: int, offset: int) -> int:
    """Return the code point of the report's text at `offset` in what is shown of it from `begin`."""
    at, shown = begin, 0
    for hidden in view.mask.hidden.get(report, ()):
        if hidden.end <= begin:
            continue
        plain = max(0, hidden.start - at)
        if shown + plain >= offset:
            break
        shown += plain + len(hidden.label)
        at = hidden.end
        if shown > offset:
            return hidden.start
    return at + max(0, offset - shown)


def _around(words: str) -> str:
    """Return the words around the first that was found, cut at spaces."""
    first = max(0, words.find(OPEN))
    start, end = max(0, first - _AROUND), first + 2 * _AROUND
    cut = words[start:end]
    if cut.count(OPEN) > cut.count(CLOSE):
        cut += CLOSE
    if start:
        cut = "…" + cut.partition(" ")[2]
    return visible(cut) + ("…" if end < len(words) else "")


def show(request: Request) -> Response:
    """Answer with what was found."""
    query = request.query_params
    given = query.get("start", "")
    start = int(given) if given.isdecimal() and len(given) < 7 else 0
    kind = query.get("kind", "")
    page = make_page(view_of(request), query.get("q", "").strip()[:300], kind if kind in KINDS else "", start)
    return render(request, "search.html", page)


ROUTES = (Route("/search", show),)
