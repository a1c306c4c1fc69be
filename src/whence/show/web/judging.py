"""Recording what a person decides: each decision is one line of the reviewer's own journal, at once and for good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.flow.corrections import value_words
from whence.flow.waiting import holding, is_handle
from whence.model.errors import UsageError
from whence.model.judgement import Action, Anchor, Judgement
from whence.model.rating import CODES
from whence.show.anchors import of_source, of_statement
from whence.show.desk import Desk
from whence.show.web import links
from whence.show.web.frame import form_of, library_of, render, session_of, view_of
from whence.show.web.library import View
from whence.show.web.local import back, local
from whence.show.web.telling import TellingView, Told, by_place, telling

_PAIRS: Final[dict[str, Action]] = {
    "same": "same-incident", "different": "different-incident", "unsure": "unsure",
}  # fmt: skip
_STATEMENT: Final[dict[str, Action]] = {
    "confirmed": "confirmed", "wrong": "wrong", "corrected": "corrected", "unsure": "unsure",
}  # fmt: skip
_SOURCES: Final[dict[str, Action]] = {
    "same": "same-source", "different": "different-source", "dependent": "dependent",
    "independent": "independent", "retracted": "retracted", "unsure": "unsure",
}  # fmt: skip
_DETAILS: Final = ("value", "voice", "stance", "date", "place")
_LONGEST: Final = 2000
_SAID: Final = 30  # statements of a source looked at for words that name it


@dataclass(frozen=True, slots=True)
class JudgePage:
    """One statement to be judged, with what there is to set right."""

    telling: TellingView
    account_href: str
    back: str
    codes: tuple[tuple[str, str], ...]  # Admiralty codes for a piece of information, with what they mean


def show(request: Request) -> Response:
    """Answer with the form for one statement."""
    view = view_of(request)
    desk, sid = _statement(view, request.query_params.get("statement", ""))
    numbers = view.index.account_of([sid])
    href = links.incident(view.index.accounts([numbers[sid]])[0].id) if sid in numbers else ""
    told = telling(desk, desk.statements[sid], Told({}, by_place(view.waiting)))
    leads = local(request.query_params.get("back", told.href))
    return render(request, "judge.html", JudgePage(told, href, leads, tuple(CODES["credibility"].items())))


def judge_statement(request: Request) -> Response:
    """Record a judgement of one statement."""
    view, form = view_of(request), form_of(request)
    desk, sid = _statement(view, form.get("statement", ""))
    action = _one_of(_STATEMENT, form.get("verdict", ""))
    details = (
        {k: form[k].strip() for k in _DETAILS if form.get(k, "").strip()} if action == "corrected" else {}
    )
    details["was"] = value_words(desk.statements[sid].value)  # tells apart the statements of one sentence
    return _record(request, action, (of_statement(desk, sid),), {} if action == "unsure" else details)


def judge_incidents(request: Request) -> Response:
    """Record whether two statements speak of one incident."""
    view, form = view_of(request), form_of(request)
    ids = form.get("first", ""), _member(view, form.get("second", "").strip())
    if ids[0] == ids[1]:
        raise UsageError("Both are one and the same", "Name another incident.")
    desk = view.desk(view.index.slice(ids))
    if len(set(ids) & desk.statements.keys()) != 2:
        raise UsageError("No incident has that number or address", "Its page shows both; copy one of them.")
    action = _one_of(_PAIRS, form.get("verdict", ""))
    return _record(request, action, [of_statement(desk, i) for i in ids], {})


def judge_source(request: Request) -> Response:
    """Record what one source is to another, or that it is retracted."""
    view, form = view_of(request), form_of(request)
    action = _one_of(_SOURCES, form.get("verdict", ""))
    names = [view.index.source_key(form.get("source", "")) or ""]
    if action != "retracted":
        names.append(_named(view, form.get("other", "").strip()))
    if len(set(names)) != len(names):
        raise UsageError("Both are one and the same", "Name another source.")
    return _record(request, action, source_anchors(view, names), {})


def rate(request: Request) -> Response:
    """Record an Admiralty code for a source, or for what one statement says; the two are rated apart."""
    view, form = view_of(request), form_of(request)
    code = form.get("code", "")
    if "source" in form:
        key = view.index.source_key(form["source"]) or ""
        return _record(request, "rated", source_anchors(view, [key]), {"reliability": code})
    desk, sid = _statement(view, form.get("statement", ""))
    was = value_words(desk.statements[sid].value)
    return _record(request, "rated", (of_statement(desk, sid),), {"credibility": code, "was": was})


def undo(request: Request) -> Response:
    """Take back one of the reader's own judgements."""
    view, form = view_of(request), form_of(request)
    digest = form.get("digest", "")
    held = [j for j in holding(library_of(request).case.layout) if j.digest == digest]
    if not held or held[0].reviewer != view.reviewer:
        raise UsageError(
            "That is no standing judgement of yours", "Choose one in the list of your judgements."
        )
    library_of(request).case.undo(digest, view.reviewer, form.get("why", "")[:_LONGEST])
    session_of(request).said = "Undone. The journal keeps both lines."
    return back(request)


def name_reviewer(request: Request) -> Response:
    """Let the session judge under a handle."""
    handle = form_of(request).get("reviewer", "").strip()
    if not is_handle(handle):
        raise UsageError(
            f"{handle!r} is no reviewer handle",
            "Use 1 to 40 of a-z, 0-9, _ and -; choose one that does not name you if you need not be named.",
        )
    session = session_of(request)
    session.reviewer, session.skipped = handle, frozenset()
    session.said = (
        f"You judge as {handle}. What others judged is hidden from you until you have answered too."
    )
    return back(request)


def source_anchors(view: View, keys: Sequence[str]) -> tuple[Anchor, ...]:
    """Return where in the texts each source is named; raise KeyError for an unknown one, UsageError for an unnamed."""
    found = []
    for key in keys:
        if not view.index.source_rows([key]):
            raise KeyError(key)
        told = view.index.resting(key, 0, _SAID)
        part = view.index.slice(told, view.index.reports_by(key, 1), [key])
        only = replace(
            part.sources, sources={key: part.sources.sources[key]}
        )  # no other may answer to its name
        found.append(of_source(view.desk(replace(part, sources=only)), key))
    return tuple(found)


def _named(view: View, words: str) -> str:
    """Return the key of the one source that is so named; raise UsageError."""
    addressed = view.index.source_key(words)
    if addressed is not None:
        return addressed
    numbers = view.index.found_sources(f'"{words}"', 200).tolist() if words else ()
    rows = {r.key: r for r in view.index.sources_at(numbers)}
    exact = [k for k, r in rows.items() if r.name.casefold() == words.casefold()]
    found = exact or list(rows)
    if len(found) != 1:
        names = ", ".join(sorted(r.name for r in rows.values())[:8])
        raise UsageError(
            f"{len(found) or 'No'} sources fit {words!r}", f"Write its whole name. {names}".strip()
        )
    return found[0]


def _member(view: View, words: str) -> str:
    """Return a statement of what is named by a statement's id, or by an account's number or address."""
    found = view.index.account_number(words.rpartition("/")[2].partition("?")[0].partition("#")[0])
    number = int(words) if words.isdecimal() and len(words) < 10 else found[0] if found else 0
    if not number or (found and words in view.index.account_of([words])):
        return words
    try:
        statements = view.index.account(number).incident.statements
    except KeyError:
        return words
    desk = view.desk(view.index.slice(statements))
    return next((s.id for s in desk.told(statements)), words)


def _statement(view: View, sid: str) -> tuple[Desk, str]:
    desk = view.desk(view.index.slice([sid]))
    if sid not in desk.statements:
        raise HTTPException(404)
    return desk, sid


def _one_of(verdicts: dict[str, Action], given: str) -> Action:
    if given not in verdicts:
        raise UsageError("No verdict was chosen", f"Choose one of: {', '.join(verdicts)}.")
    return verdicts[given]


def _record(request: Request, action: Action, anchors: Sequence[Anchor], details: dict[str, str]) -> Response:
    view, form = view_of(request), form_of(request)
    if len(set(anchors)) != len(anchors):
        raise UsageError("Both are one and the same", "Name two.")
    why = form.get("why", "").strip()[:_LONGEST]
    made = library_of(request).case.judge(action, anchors, details, why, view.reviewer)
    session = session_of(request)
    session.last = made.digest
    session.said = f"Recorded: {action}, by {view.reviewer}.{_others(request, made)}"
    return RedirectResponse(local(form.get("back", "/review")), 303)


def _others(request: Request, made: Judgement) -> str:
    """Return what others answered to the same, now that this reviewer has answered too."""
    places = {(a.report, a.span.start, a.span.end) for a in made.anchors}
    same = [
        j
        for j in holding(library_of(request).case.layout)
        if j.reviewer != made.reviewer and {(a.report, a.span.start, a.span.end) for a in j.anchors} == places
    ]
    words = sorted({f"{j.reviewer} had answered: {j.action}" for j in same})
    return f" {'; '.join(words)}." if words else ""


ROUTES = (
    Route("/judge", show),
    Route("/judge/statement", judge_statement, methods=["POST"]),
    Route("/judge/incidents", judge_incidents, methods=["POST"]),
    Route("/judge/source", judge_source, methods=["POST"]),
    Route("/judge/rate", rate, methods=["POST"]),
    Route("/judge/undo", undo, methods=["POST"]),
    Route("/reviewer", name_reviewer, methods=["POST"]),
)
