"""The review queue: one question at a time, the one that would change most first, answered with one key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.flow.waiting import holding
from whence.model.errors import UsageError
from whence.model.ids import content_id
from whence.model.judgement import Judgement
from whence.model.statement import Statement
from whence.show.desk import Desk
from whence.show.safe import one_line, visible
from whence.show.web import links
from whence.show.web.agreement import AgreementView, agreements, answers
from whence.show.web.frame import form_of, library_of, render, session_of, view_of
from whence.show.web.judging import source_anchors
from whence.show.web.library import View
from whence.show.web.rows import IncidentLine, incident_line
from whence.show.web.sources import SourceLine, source_line
from whence.show.web.telling import TellingView, Told, by_place, telling
from whence.store.index.rows import QuestionRow

_BATCH: Final = 50
_AROUND: Final = 280  # code points shown on either side of the statement
_MINE: Final = 15


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a question: a telling with the words around it and its incident, or a source."""

    telling: TellingView | None
    before: str
    after: str
    incident: IncidentLine | None
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question: what is asked, why the answer matters, and what to look at."""

    rank: int
    key: str
    kind: str
    why: str
    first: SideView
    second: SideView | None
    first_id: str
    second_id: str


@dataclass(frozen=True, slots=True)
class MineView:
    """One of the reader's own judgements."""

    digest: str
    time: str
    action: str
    about: str
    href: str
    why: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The queue as one reviewer sees it."""

    reviewer: str
    total: int
    judged: int
    skipped: int
    question: QuestionView | None
    mine: tuple[MineView, ...]
    agreements: tuple[AgreementView, ...]
    last: str


def make_page(
    view: View, held: Sequence[Judgement], skipped: frozenset[str], last: str, rank: int = 0
) -> ReviewPage:
    """Return the queue for the view's reviewer: question `rank`, or the first that they have not answered (0)."""
    mine = [j for j in held if j.reviewer == view.reviewer]
    row = _row(view, rank) if rank else _next(view, held, skipped)
    return ReviewPage(
        reviewer=view.reviewer,
        total=view.index.question_count(),
        judged=len(mine),
        skipped=len(skipped),
        question=_question(view, row) if row else None,
        mine=tuple(_mine(view, j) for j in mine[: -_MINE - 1 : -1]),
        agreements=agreements(held, view.reviewer),
        last=last if any(j.digest == last for j in mine) else "",
    )


def _row(view: View, rank: int) -> QuestionRow:
    found = view.index.questions(rank - 1, 1)
    if not found or found[0].rank != rank:
        raise HTTPException(404)
    return found[0]


def _next(view: View, held: Sequence[Judgement], skipped: frozenset[str]) -> QuestionRow | None:
    """Return the first question that the reviewer has neither answered nor passed over."""
    done = answers(held, view.reviewer)
    after = 0
    while batch := view.index.questions(after, _BATCH):
        after = batch[-1].rank
        for row in batch:
            if key_of(row) in skipped:
                continue
            about = _about(view, row) if row.kind == "sources" else frozenset(row.places)
            if about and (row.kind, about) not in done:
                return row
    return None


def _about(view: View, row: QuestionRow) -> frozenset[tuple[str, int, int]]:
    try:
        anchors = source_anchors(view, (row.first, row.second))
    except (UsageError, KeyError):
        return frozenset()  # nothing in the texts names it: there is no place for a judgement to hold at
    return frozenset((a.report, a.span.start, a.span.end) for a in anchors)


def key_of(row: QuestionRow) -> str:
    """Return what names a question for as long as its generation is read."""
    return content_id("question", row.kind, row.first, row.second)[:16]


def _question(view: View, row: QuestionRow) -> QuestionView:
    if row.kind == "sources":
        sources = view.index.source_rows((row.first, row.second))
        sides = [SideView(None, "", "", None, source_line(sources[k])) for k in (row.first, row.second)]
    else:
        ids = [s for s in (row.first, row.second) if s]
        desk = view.desk(view.index.slice(ids))
        numbers = view.index.account_of(ids)
        lines = {r.n: incident_line(r) for r in view.index.accounts(sorted(set(numbers.values())))}
        sides = [_side(view, desk, desk.statements[s], lines.get(numbers.get(s, 0))) for s in ids]
    second = sides[1] if len(sides) > 1 else None
    ids = [s.source.address if s.source else i for s, i in zip(sides, (row.first, row.second), strict=False)]
    return QuestionView(
        row.rank, key_of(row), row.kind, row.why, sides[0], second, ids[0], ids[1] if second else ""
    )


def _side(view: View, desk: Desk, s: Statement, incident: IncidentLine | None) -> SideView:
    text = desk.reports[s.report].text
    start, end = max(0, s.span.start - _AROUND), min(len(text), s.span.end + _AROUND)
    folded = any(f.span.start < end and start < f.span.end for f in desk.folds.get(s.report, ()))
    before = "" if folded else one_line(desk.mask.text(s.report, text, start, s.span.start))
    after = "" if folded else one_line(desk.mask.text(s.report, text, s.span.end, end))
    if start and before:
        before = "… " + before.partition(" ")[2]
    if end < len(text) and after:
        after = after.rpartition(" ")[0] + " …"
    return SideView(telling(desk, s, Told({}, by_place(view.waiting))), before, after, incident, None)


def _mine(view: View, j: Judgement) -> MineView:
    quotes = [one_line(view.mask.words(a.span.quote, a.report), 80) for a in j.anchors]
    first = j.anchors[0] if j.anchors else None
    return MineView(
        digest=j.digest,
        time=j.time[:16].replace("T", " "),
        action=j.action,
        about=" | ".join(q for q in quotes if q),
        href=links.passage(first.report, first.span.start, first.span.end) if first else "",
        why=visible(view.mask.words(j.why)),
    )


def show(request: Request) -> Response:
    """Answer with the question asked for, or the next one."""
    view, session = view_of(request), session_of(request)
    given = request.query_params.get("question", "")
    rank = int(given) if given.isdecimal() and len(given) < 7 else 0
    held = holding(library_of(request).case.layout)
    return render(request, "review.html", make_page(view, held, session.skipped, session.last, rank))


def skip(request: Request) -> Response:
    """Pass over a question for this session; nothing is recorded."""
    session = session_of(request)
    session.skipped |= {form_of(request).get("key", "")[:300]}
    return RedirectResponse("/review", 303)


def again(request: Request) -> Response:
    """Bring back what was passed over."""
    session_of(request).skipped = frozenset()
    return RedirectResponse("/review", 303)


ROUTES = (
    Route("/review", show),
    Route("/review/skip", skip, methods=["POST"]),
    Route("/review/again", again, methods=["POST"]),
)
