"""The overview: what is in the pile, how much of it only looks corroborated, and where to look next."""

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from whence.model.errors import UsageError
from whence.show.pages import Dots
from whence.show.web import links
from whence.show.web.frame import form_of, library_of, render, session_of, view_of
from whence.show.web.library import View
from whence.show.web.local import back
from whence.show.web.rows import SHORT, IncidentLine, dots, incident_line
from whence.store.index.rows import AccountRow, Voice

TROUBLE: Final = 500  # rows shown


@dataclass(frozen=True, slots=True)
class LeadView:
    """An incident to look at next, and why."""

    line: IncidentLine
    why: str


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """A toll that looks corroborated and is not: where it stands, what it says, who carries it, who is behind it."""

    href: str
    label: str
    aspect: str
    words: str
    outlets: int
    dots: Dots
    origin: str


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
    voices: tuple[VoiceLine, ...]


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
    unfolded: bool  # to the one who reads
    case_folds: bool  # to everybody else, unless they chose otherwise


def make_page(view: View) -> OverviewPage:
    """Return the overview of what the session reads."""
    o = view.overview
    told = {*(x.n for x in o.leads), *(v.n for v in o.voices)}
    rows = {r.n: r for r in view.index.accounts(sorted(told))}
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
        voices=tuple(_voice(v, rows[v.n]) for v in o.voices if v.n in rows),
    )


def _voice(voice: Voice, row: AccountRow) -> VoiceLine:
    href, counted = f"{links.incident(row.id)}#{voice.aspect}", dots(voice.least, voice.most)
    return VoiceLine(href, row.label, SHORT[voice.aspect], voice.words, voice.outlets, counted, voice.origin)


def make_method(view: View, *, case_folds: bool) -> MethodPage:
    """Return how the findings were made, with all trouble; `case_folds` is what the case's settings say."""
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
        for t in view.index.trouble(TROUBLE)
    )
    rest = view.overview.trouble - TROUBLE
    more = (
        [
            TroubleLine(
                "", f"and {rest:,} more", "All rows stand in trouble.parquet, beside the findings.", "", ""
            )
        ]
        if rest > 0
        else []
    )
    return MethodPage(facts, measured, (*trouble, *more), view.mask.on, view.unfolded, case_folds)


def show(request: Request) -> Response:
    """Answer with the overview."""
    return render(request, "overview.html", make_page(view_of(request)))


def method(request: Request) -> Response:
    """Answer with the method and the trouble."""
    folds = library_of(request).case.settings.fold
    return render(request, "method.html", make_method(view_of(request), case_folds=folds))


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


def fold_case(request: Request) -> Response:
    """Fold such passages for everybody who reads the case, or not, for a reason that the custody log keeps."""
    form, session = form_of(request), session_of(request)
    why = form.get("why", "").strip()
    if len(why) < 3:
        raise UsageError("No reason was given", "Write why; it is kept in the custody log.")
    library_of(request).case.fold(why, on=form.get("fold") == "on")
    session.unfolded = None
    session.said = "Done, and logged: so it is now for everybody who reads this case."
    return back(request)


ROUTES = (
    Route("/", show),
    Route("/method", method),
    Route("/method/mask", mask, methods=["POST"]),
    Route("/method/folds", fold, methods=["POST"]),
    Route("/method/folds/case", fold_case, methods=["POST"]),
)
