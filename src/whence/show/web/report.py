"""One report: its text as preserved with what it states marked in it, the original beside it, digest and custody."""

import re
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.flow.originals import Original, original
from whence.model.errors import UsageError, WhenceError
from whence.model.finding import Findings
from whence.model.report import Report
from whence.show.desk import Desk
from whence.show.phrases import ASPECTS, value_words, when_words
from whence.show.pieces import Paragraph, Ref, paragraphs
from whence.show.web import copied, links
from whence.show.web.frame import form_of, library_of, render, session_of, view_of
from whence.show.web.library import Library, View
from whence.show.web.telling import TellingView, Told, by_place, telling

SIZE: Final = 100
_PLACE: Final = re.compile(r"(\d{1,9})-(\d{1,9})")
# an original is data: nothing in it runs, loads, submits or leaves, wherever it is opened
SANDBOX: Final = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
_SHOWN: Final = ("text/html", "text/plain", "image/png", "image/jpeg", "image/gif", "image/webp")


@dataclass(frozen=True, slots=True)
class NoteView:
    """What stands beside a mark in the text: the statement, its chain, and the account it belongs to."""

    telling: TellingView
    account_href: str
    number: int


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One line of the custody log that names the report's bytes."""

    time: str
    event: str
    actor: str
    version: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, ready to be read."""

    id: str
    href: str
    title: str
    outlet: str
    outlet_href: str
    label: str
    byline: str
    when: str
    url: str
    language: str
    credit: tuple[tuple[str, str], ...]
    unread: str
    withheld: bool  # the whole text is: no name was looked for in it
    names: int
    unmasked: bool
    paragraphs: tuple[Paragraph, ...]
    notes: dict[str, NoteView]  # by the anchor of the statement
    copies: tuple[copied.CopyView, ...]
    captures: tuple[tuple[str, str], ...]
    text_digest: str
    custody: tuple[CustodyLine, ...]
    original: str  # address, "" where its bytes are not kept or names in them are withheld
    sought: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report in the list."""

    href: str
    title: str
    outlet: str
    when: str
    statements: int
    copies: int
    unread: str
    language: str


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """One page of the list of reports."""

    total: int
    unread_only: bool
    lines: tuple[ReportLine, ...]
    before: str
    after: str
    shown: str


def make_page(view: View, library: Library, report: Report, at: str, unmasked: frozenset[str]) -> ReportPage:
    """Return the report with its statements marked; `at` ("START-END") marks a passage."""
    found = view.index.slice(view.index.statements_in(report.id), [report.id], copies=True)
    others = {r for c in found.copies for r in (c.copy, c.original)}
    desk = view.desk(_with_reports(view, found, others))
    hidden = bool(report.unread) and view.mask.on and report.id not in unmasked
    people = view.index.people_of(report.id)
    sources = desk.findings.sources
    return ReportPage(
        id=report.id,
        href=links.report(report.id),
        title=desk.title(report),
        outlet=desk.outlet(report),
        outlet_href=links.source(sources.of_outlet.get(report.id, "")),
        label=desk.words(report.label),
        byline=desk.words(report.byline, report.id),
        when=when_words(report.published),
        url=desk.words(report.url, report.id),
        language=report.language,
        credit=tuple((desk.name(k), links.source(k)) for k in sources.of_credit.get(report.id, ())),
        unread=desk.words(report.unread),
        withheld=hidden,
        names=len(view.mask.hidden.get(report.id, ())) or sum(not p.public for p in people),
        unmasked=report.id in unmasked or not view.mask.on,
        paragraphs=() if hidden else paragraphs(desk, report, _refs(desk, view, report), _place(at, report)),
        notes=_notes(desk, view, report),
        copies=copied.copies(desk, (c for c in found.copies if report.id in (c.copy, c.original))),
        captures=report.captures,
        text_digest=report.text_digest,
        custody=_custody(library, report),
        original=_original(view, report, unmasked),
        sought=_place(at, report) is not None,
    )


def _with_reports(view: View, found: Findings, others: set[str]) -> Findings:
    more = view.index.slice([], others - {r.id for r in found.reports})
    table = found.sources
    table.sources.update(more.sources.sources)
    table.of_outlet.update(more.sources.of_outlet)
    return type(found)(
        **{n: getattr(found, n) for n in found.__dataclass_fields__ if n not in ("reports", "sensitive")},
        reports=(*found.reports, *more.reports),
        sensitive=(*found.sensitive, *more.sensitive),
    )


def _refs(desk: Desk, view: View, report: Report) -> dict[str, Ref]:
    mine = desk.by_report.get(report.id, ())
    accounts = {
        r.n: r for r in view.index.accounts(sorted(set(view.index.account_of(s.id for s in mine).values())))
    }
    where = view.index.account_of(s.id for s in mine)
    refs = {}
    for i, s in enumerate(mine, 1):
        href = links.incident(accounts[where[s.id]].id) if s.id in where else ""
        words = f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), report.id)}"
        refs[s.id] = Ref(f"s-{s.id}", href, i, words)
    return refs


def _notes(desk: Desk, view: View, report: Report) -> dict[str, NoteView]:
    mine = desk.by_report.get(report.id, ())
    told = Told({s.id: i for i, s in enumerate(mine, 1)}, by_place(view.waiting))
    refs = _refs(desk, view, report)
    return {f"s-{s.id}": NoteView(telling(desk, s, told), refs[s.id].href, told.numbers[s.id]) for s in mine}


def _place(at: str, report: Report) -> tuple[int, int] | None:
    match = _PLACE.fullmatch(at)
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if 0 <= start < end <= len(report.text) else None


def _custody(library: Library, report: Report) -> tuple[CustodyLine, ...]:
    digests = {digest for digest, _ in report.captures}
    return tuple(
        CustodyLine(line.time, line.event, line.actor, line.version)
        for line in library.case.custody_of([report.id, *sorted(digests)])
        if digests & set(line.details.values()) or line.details.get("report") == report.id
    )


def _original(view: View, report: Report, unmasked: frozenset[str]) -> str:
    """Return the address of the original; while names are withheld, only of a report in which none was found."""
    if not report.captures:
        return ""
    named = any(not p.public for p in view.index.people_of(report.id)) or bool(report.unread)
    feed = any(locator for _, locator in report.captures)
    open_to_all = not view.mask.on or report.id in unmasked or not (named or feed)
    return f"{links.report(report.id)}/original" if open_to_all else ""


def _report(request: Request, view: View) -> Report:
    report = view.index.report(request.path_params["report"])
    if report is None:
        raise HTTPException(404)
    return report


def show(request: Request) -> Response:
    """Answer with one report."""
    view = view_of(request)
    report = _report(request, view)
    at = request.query_params.get("at", "")
    page = make_page(view, library_of(request), report, at, session_of(request).unmasked)
    return render(request, "report.html", page)


def send_original(request: Request) -> Response:
    """Answer with the preserved bytes of one report, in a sandbox; refuse while they would show withheld names."""
    view = view_of(request)
    report = _report(request, view)
    if not _original(view, report, session_of(request).unmasked):
        raise HTTPException(403, "Names in this report are withheld. Its page says how to see them.")
    try:
        found = original(library_of(request).case.layout, report)
    except WhenceError as wrong:
        raise HTTPException(404, f"The bytes cannot be shown: {wrong}") from wrong
    return _sandboxed(found)


def _sandboxed(found: Original) -> Response:
    headers = {"content-security-policy": SANDBOX}
    kind = found.media_type.partition(";")[0].strip().lower()
    if kind == "application/xhtml+xml":
        kind = "text/html"
    if kind not in _SHOWN:
        headers["content-disposition"] = "attachment; filename=original"
        return Response(found.data, headers=headers, media_type="application/octet-stream")
    charset = "; charset=utf-8" if found.decoded and kind.startswith("text/") else ""
    return Response(found.data, headers={**headers, "content-type": kind + charset})


def unmask(request: Request) -> Response:
    """Show the names in one report to this session, for a reason that the custody log keeps."""
    view = view_of(request)
    report = _report(request, view)
    why = form_of(request).get("why", "").strip()
    if len(why) < 3:
        raise UsageError(
            "No reason was given", "Write why you need to see the names; it is kept in the custody log."
        )
    library_of(request).case.log_unmasking(report.id, why)
    session = session_of(request)
    session.unmasked |= {report.id}
    session.said = (
        "Names in this report are shown to you until the desk is stopped. The custody log says so, and why."
    )
    return RedirectResponse(links.report(report.id), 303)


def list_page(view: View, start: int, *, unread: bool) -> ReportsPage:
    """Return one page of the list of reports, in order of publication."""
    rows, total = view.index.reports_page(start, SIZE, unread=unread)
    base = "/reports?unread=1&start=" if unread else "/reports?start="
    end = start + len(rows)
    return ReportsPage(
        total=total,
        unread_only=unread,
        lines=tuple(
            ReportLine(
                links.report(r.id), r.title, r.outlet, r.when, r.statements, r.copies, r.unread, r.language
            )
            for r in rows
        ),
        before=f"{base}{max(0, start - SIZE)}" if start else "",
        after=f"{base}{end}" if end < total else "",
        shown=f"{start + 1:,} to {end:,} of {total:,}" if rows else "",
    )


def show_list(request: Request) -> Response:
    """Answer with one page of the list of reports."""
    given = request.query_params.get("start", "")
    start = int(given) if given.isdecimal() and len(given) < 10 else 0
    unread = bool(request.query_params.get("unread"))
    return render(request, "reports.html", list_page(view_of(request), start, unread=unread))


ROUTES = (
    Route("/reports", show_list),
    Route("/reports/{report}", show),
    Route("/reports/{report}/original", send_original),
    Route("/reports/{report}/unmask", unmask, methods=["POST"]),
)
