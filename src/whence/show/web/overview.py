"""The overview: what is in the pile, how much of it only looks corroborated, and where to look next."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.model.errors import UsageError
from whence.show.web import links
from whence.show.web.frame import form_of, library_of, render, session_of, view_of
from whence.show.web.library import View
from whence.show.web.local import back
from whence.show.web.rows import IncidentLine, incident_line


@dataclass(frozen=True, slots=True)
class LeadView:
    """An incident to look at next, and why."""

    line: IncidentLine
    why: str


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The overview, in words and figures."""

    name: str
    headline: str
    reports: int
    unread: int
    outlets: int
    statements: int
    accounts: int
    span: str
    values: int
    by_outlets: int
    still: int
    outlets_only: int
    languages: tuple[tuple[str, int], ...]
    top_outlets: tuple[tuple[str, str, int], ...]  # (address, name, reports)
    sources: int
    trouble: int
    folds: int
    people: int
    questions: int
    leads: tuple[LeadView, ...]


@dataclass(frozen=True, slots=True)
class TroubleLine:
    """One row of trouble: where, what, and what to do."""

    where: str
    message: str
    hint: str
    code: str
    href: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How the findings were made, and what could not be read."""

    facts: tuple[tuple[str, str], ...]
    measured: tuple[tuple[str, str], ...]
    trouble: tuple[TroubleLine, ...]
    masked: bool
    unfolded: bool


def make_page(view: View) -> OverviewPage:
    """Return the overview of what the session reads."""
    o = view.overview
    rows = {r.n: r for r in view.index.accounts([lead.n for lead in o.leads])}
    return OverviewPage(
        name=o.name,
        headline=o.headline,
        reports=o.reports,
        unread=o.unread,
        outlets=o.outlets,
        statements=o.statements,
        accounts=o.accounts,
        span=o.span,
        values=o.values,
        by_outlets=o.by_outlets,
        still=o.still,
        outlets_only=o.outlets_only,
        languages=o.languages,
        top_outlets=tuple((links.source(key), name, n) for key, name, n in o.top_outlets),
        sources=o.sources,
        trouble=o.trouble,
        folds=o.folds,
        people=o.people,
        questions=view.index.question_count(),
        leads=tuple(LeadView(incident_line(rows[x.n]), x.why) for x in o.leads if x.n in rows),
    )


def make_method(view: View) -> MethodPage:
    """Return how the findings were made, with all trouble."""
    measured = tuple(
        (k.removeprefix("measured: "), v) for k, v in view.overview.method if k.startswith("measured: ")
    )
    facts = tuple((k, v) for k, v in view.overview.method if not k.startswith("measured: "))
    trouble = (
        TroubleLine(
            view.mask.words(t.where),
            view.mask.words(t.message.removeprefix(f"{t.where}: ")),
            view.mask.words(t.hint),
            t.code,
            links.report(t.report) if t.report else "",
        )
        for t in view.index.trouble()
    )
    return MethodPage(facts, measured, tuple(trouble), view.mask.on, view.unfolded)


def show(request: Request) -> Response:
    """Answer with the overview."""
    return render(request, "overview.html", make_page(view_of(request)))


def method(request: Request) -> Response:
    """Answer with the method and the trouble."""
    return render(request, "method.html", make_method(view_of(request)))


def mask(request: Request) -> Response:
    """Withhold or show the names of private persons in the whole case, for a reason that the custody log keeps."""
    form, library = form_of(request), library_of(request)
    why = form.get("why", "").strip()
    if len(why) < 3:
        raise UsageError("No reason was given", "Write why; it is kept in the custody log.")
    if library.progress.doing:
        raise UsageError("Something is under way", "Wait until it has finished, then try again.")
    library.case.mask(why, on=form.get("mask") == "on")
    library.remask()
    session_of(request).said = "Done, and logged. The pages follow in a moment."
    return back(request)


def fold(request: Request) -> Response:
    """Fold passages that may hurt to read, or let them stand open, for this session."""
    session = session_of(request)
    session.unfolded = form_of(request).get("fold") == "off"
    session.said = (
        "Such passages now stand open to you." if session.unfolded else "Such passages are folded again."
    )
    return back(request)


ROUTES = (
    Route("/", show),
    Route("/method", method),
    Route("/method/mask", mask, methods=["POST"]),
    Route("/method/folds", fold, methods=["POST"]),
)
