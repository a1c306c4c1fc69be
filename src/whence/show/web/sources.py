"""Sources: who they are, who owns them, what they say, who relies on them, and how often they stand alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.model.rating import CODES
from whence.model.report import Report
from whence.model.span import Reason
from whence.model.statement import Aspect
from whence.show.desk import Desk
from whence.show.pages import Dots
from whence.show.phrases import ASPECTS
from whence.show.web import links
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.rows import dots
from whence.show.web.telling import (
    PASSAGES,
    REASONS,
    GroundView,
    TellingView,
    Told,
    by_place,
    ground_views,
    telling,
)
from whence.store.index.rows import SourceRow, StandingRow
from whence.store.index.select import Wanted
from whence.store.index.write import source_id

SIZE: Final = 100
_TOLD: Final = 20
_RELYING: Final = 24
SORTS: Final = {
    "statements": "most statements",
    "alone": "most often alone",
    "relying": "most relied on",
    "name": "by name",
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the list."""

    address: str
    href: str
    name: str
    kind: str
    vague: bool
    owner: str
    owner_href: str
    statements: int
    reports: int
    relying: int
    values: int
    alone: int


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """One page of the list of sources."""

    total: int
    lines: tuple[SourceLine, ...]
    kinds: tuple[tuple[str, str, int, bool], ...]  # (address, kind, how many, chosen)
    sorts: tuple[tuple[str, str, bool], ...]
    kind: str
    words: str
    before: str
    after: str
    shown: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """A value of an incident behind which the source is an origin."""

    incident: str
    href: str
    aspect: str
    words: str
    dots: Dots
    outlets: int
    alone: bool


@dataclass(frozen=True, slots=True)
class RelyingView:
    """A source whose reports carry this one."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source."""

    line: SourceLine
    aliases: tuple[str, ...]
    owned: tuple[tuple[str, str], ...]
    why: tuple[GroundView, ...]
    relying: tuple[RelyingView, ...]
    relying_more: int
    standing: tuple[StandingView, ...]
    standing_more: int
    tellings: tuple[TellingView, ...]
    before: str
    after: str
    shown: str
    judged: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]  # Admiralty codes for a source, with what they mean
    others: tuple[str, ...]  # names of sources that it could be the same as


def source_line(row: SourceRow) -> SourceLine:
    """Return the source as a line."""
    return SourceLine(
        source_id(row.key), links.source(row.key), row.name, row.kind, row.vague, row.owner_name,
        links.source(row.owner), row.statements, row.reports, row.relying, row.values, row.alone,
    )  # fmt: skip


def make_list(view: View, kind: str, words: str, sort: str, start: int) -> SourcesPage:
    """Return one page of the list: sources of a kind, whose name has these words, in an order."""
    index = view.index
    among = index.found_sources(words) if words else None
    found = index.select_sources(
        Wanted({"kind": (kind,) if kind else ()}, order=sort or "statements", among=among)
    )
    rows = index.sources_at([int(n) for n in found.numbers[start : start + SIZE]])
    total, end = len(found.numbers), start + len(rows)
    base = _query(kind, words, sort)
    return SourcesPage(
        total=total,
        lines=tuple(source_line(r) for r in rows),
        kinds=tuple(
            (
                f"/sources?{_query('' if c.key == kind else c.key, words, sort)}",
                c.words,
                c.count,
                c.key == kind,
            )
            for c in found.facets.get("kind", ())
        ),
        sorts=tuple((k, said, k == sort) for k, said in SORTS.items()),
        kind=kind,
        words=words,
        before=f"/sources?{base}&start={max(0, start - SIZE)}" if start else "",
        after=f"/sources?{base}&start={end}" if end < total else "",
        shown=f"{start + 1:,} to {end:,} of {total:,}" if rows else "",
    )


def make_page(view: View, key: str, start: int) -> SourcePage:
    """Return one source with its tellings from the `start`-th; raise HTTPException 404 where there is none."""
    row = view.index.source_rows([key]).get(key)
    if row is None:
        raise HTTPException(404)
    told = view.index.resting(key, start, _TOLD)
    desk = _desk(view, key, told)
    source = desk.source(key)
    relying = view.index.relying(key, _RELYING)
    names = view.index.source_rows([k for k, _ in relying])
    numbers = Told({s: start + i for i, s in enumerate(told, 1)}, by_place(view.waiting))
    end = start + len(told)
    base = f"{links.source(key)}?start="
    return SourcePage(
        line=source_line(row),
        aliases=tuple(a for a in map(desk.words, source.aliases[:_TOLD]) if a != row.name),
        owned=tuple((links.source(r.key), r.name) for r in view.index.owned(key, _RELYING)),
        why=ground_views(desk, source.reasons),
        relying=tuple(RelyingView(names[k].name, links.source(k), n) for k, n in relying if k in names),
        relying_more=max(0, row.relying - _RELYING),
        standing=tuple(map(_standing, view.index.standing(key, _RELYING))),
        standing_more=max(0, row.values - _RELYING),
        tellings=tuple(telling(desk, s, numbers) for s in desk.told(told)),
        before=f"{base}{max(0, start - _TOLD)}" if start else "",
        after=f"{base}{end}" if end < row.statements else "",
        shown=f"{start + 1:,} to {end:,} of {row.statements:,}" if told else "",
        judged=(*desk.ratings(key), *_judged(desk, view, key)),
        codes=tuple(CODES["reliability"].items()),
        others=_others(view, row),
    )


def _desk(view: View, key: str, told: Sequence[str]) -> Desk:
    """Return the desk over these statements and the words on which it rests that they are of this source.

    Hundreds of reports may name it: those whose words are shown are opened, the others are only there to be counted.
    """
    grouped = _by_words(view.index.sources_named([key])[key].reasons)
    held = frozenset(view.index.held(r for reports in grouped for r in reports))
    told_of = [[r for r in reports if r in held][:PASSAGES] for reports in grouped[:REASONS]]
    found = view.index.slice(told, {r for reports in told_of for r in reports}, [key])
    stubs = (Report(i, "", "", "") for i in sorted(held - {r.id for r in found.reports}))
    return view.desk(replace(found, reports=(*found.reports, *stubs)))


def _by_words(reasons: Iterable[Reason]) -> list[list[str]]:
    """Return for each reason's words the ids of the reports that it rests on, in order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for reason in reasons:
        found[reason.words].update(dict.fromkeys(e.report for e in reason.evidence))
    return [list(reports) for reports in found.values()]


def _standing(row: StandingRow) -> StandingView:
    said: Aspect = next(a for a in ASPECTS if a == row.aspect)
    return StandingView(
        row.label,
        f"{links.incident(row.incident)}#{row.aspect}-{row.place}",
        ASPECTS[said],
        row.words,
        dots(row.least, row.most),
        row.outlets,
        row.alone,
    )


def _judged(desk: Desk, view: View, key: str) -> tuple[str, ...]:
    """Return what waits to be taken in about the source: judgements whose first words are its name."""
    names = {a.casefold() for a in (desk.source(key).name, *desk.source(key).aliases)}
    return tuple(
        f"{j.action} by {j.reviewer}{': ' + desk.words(j.why) if j.why else ''}, waits for a rebuild"
        for j in view.waiting
        if any(not a.aspect and a.span.quote.casefold() in names for a in j.anchors)
    )


def _others(view: View, row: SourceRow) -> tuple[str, ...]:
    words = [w for w in row.name.split() if len(w) > 3]
    found: dict[int, None] = {}
    for word in words[:4]:
        found |= dict.fromkeys(view.index.found_sources(f'"{word}"', 20).tolist())
    rows = view.index.sources_at(list(found)[:31])
    return tuple(sorted({r.name for r in rows if r.key != row.key}, key=str.casefold))


def _query(kind: str, words: str, sort: str) -> str:
    return urlencode([(k, v) for k, v in (("kind", kind), ("q", words), ("sort", sort)) if v])


def _start(request: Request) -> int:
    given = request.query_params.get("start", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def show_list(request: Request) -> Response:
    """Answer with one page of the list of sources."""
    query = request.query_params
    sort = query.get("sort", "")
    page = make_list(
        view_of(request), query.get("kind", ""), query.get("q", "").strip()[:200], sort if sort in SORTS else "",
        _start(request),
    )  # fmt: skip
    return render(request, "sources.html", page)


def show(request: Request) -> Response:
    """Answer with one source."""
    view = view_of(request)
    page = make_page(view, view.index.source_key(request.path_params["source"]) or "", _start(request))
    return render(request, "source.html", page)


ROUTES = (Route("/sources", show_list), Route("/sources/{source}", show))
