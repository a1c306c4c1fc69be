"""Statements, counts and reasons as pages show them: the chain, the words, and why, each leading to its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from whence.model.finding import OriginCount
from whence.model.judgement import Judgement
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.show.desk import Desk
from whence.show.pages import Dots, StepView
from whence.show.phrases import ASPECTS, value_words, when_words
from whence.show.safe import one_line
from whence.show.views import circles_of, dots_of
from whence.show.web import links

REASONS = 24  # shown of one thing, each with
PASSAGES = 3  # words that it rests on
Place = tuple[str, int, int, str]  # report id, start, end, aspect


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words on which a reason rests, and where they stand."""

    quote: str
    href: str
    where: str


@dataclass(frozen=True, slots=True)
class GroundView:
    """A reason, the words it rests on, and in how many more reports it rests on others."""

    words: str
    passages: tuple[WordsView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin behind a value: who, in how many statements, and why all of them are this one."""

    name: str
    href: str
    vague: bool
    statements: int
    ratings: tuple[str, ...]
    why: tuple[GroundView, ...]


@dataclass(frozen=True, slots=True)
class CountView:
    """A count of origins with its reasons; `circles` count as nothing."""

    dots: Dots
    origins: tuple[OriginView, ...]
    why: tuple[GroundView, ...]
    circles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellingView:
    """One telling: the outlet, the chain behind it, its words, and what people decided of it."""

    id: str
    number: int
    href: str
    outlet: str
    outlet_href: str
    report_href: str
    when: str
    value: str
    steps: tuple[StepView, ...]
    stance: str
    kind: str
    quote: str
    fold: str
    decided: tuple[str, ...]
    judge_href: str
    why: tuple[GroundView, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How one page names statements: their numbers on it, and judgements that wait for a build, by place."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    waiting: Mapping[Place, tuple[Judgement, ...]] = field(default_factory=dict)


def by_place(waiting: Iterable[Judgement]) -> dict[Place, tuple[Judgement, ...]]:
    """Return judgements by the places that they are about."""
    found: dict[Place, tuple[Judgement, ...]] = {}
    for judgement in waiting:
        for a in judgement.anchors:
            place = (a.report, a.span.start, a.span.end, str(a.aspect))
            found[place] = (*found.get(place, ()), judgement)
    return found


def ground_views(desk: Desk, reasons: Iterable[Reason], limit: int = PASSAGES) -> tuple[GroundView, ...]:
    """Return reasons in words, each once, with up to `limit` of the passages that each rests on."""
    found = desk.grounds(list(reasons)[: REASONS * 8], limit)
    shown = [
        GroundView(g.words, tuple(_words(desk, p.report, p.place, p.quote) for p in g.passages), g.more)
        for g in found[:REASONS]
    ]
    if len(found) > REASONS:
        shown.append(GroundView(f"and {len(found) - REASONS} more reasons", (), 0))
    return tuple(shown)


def _words(desk: Desk, report: str, place: str, quote: str) -> WordsView:
    start, _, end = place.rpartition(":")[2].partition("-")
    held = desk.reports[report]
    folded = [
        f.words for f in desk.folds.get(report, ()) if f.span.start < int(end) and int(start) < f.span.end
    ]
    shown = f"({folded[0]}: open the report to read it)" if folded else quote
    return WordsView(shown, links.passage(report, int(start), int(end)), desk.outlet(held))


def count_view(desk: Desk, count: OriginCount) -> CountView:
    """Return a count of origins with its dots, origins and reasons."""
    known = desk.findings.sources.sources
    origins = (
        OriginView(
            desk.words(o.name),
            links.source(o.source) if o.source in known else "",
            o.vague,
            len(o.statements),
            desk.ratings(o.source),
            ground_views(desk, o.reasons),
        )
        for o in count.origins
    )
    return CountView(
        dots_of(count.least, count.most),
        tuple(origins),
        ground_views(desk, count.reasons),
        circles_of(desk, count),
    )


def telling(desk: Desk, s: Statement, told: Told) -> TellingView:
    """Return one statement as a telling."""
    report = desk.reports[s.report]
    outlet = desk.findings.sources.of_outlet.get(s.report, "")
    folded = [f.words for f in desk.folds.get(s.report, ()) if f.span.overlaps(s.span)]
    return TellingView(
        id=s.id,
        number=told.numbers.get(s.id, 0),
        href=links.statement(s.report, s.id),
        outlet=desk.outlet(report),
        outlet_href=links.source(outlet),
        report_href=links.report(report.id),
        when=when_words(report.published) if report.published else "",
        value=f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), s.report)}",
        steps=steps(desk, s),
        stance=s.stance,
        kind=s.kind,
        quote=desk.quote(s),
        fold=folded[0] if folded else "",
        decided=decided(desk, s, told),
        judge_href=f"/judge?statement={s.id}",
        why=ground_views(desk, s.reasons),
    )


def steps(desk: Desk, s: Statement) -> tuple[StepView, ...]:
    """Return the chain of a statement after its outlet, nearest first, root last."""
    return tuple(
        StepView(p.name, links.source(p.source), p.said_as, p.stance, p.vague) for p in desk.chain(s)
    )


def decided(desk: Desk, s: Statement, told: Told) -> tuple[str, ...]:
    """Return what people decided of a statement: what the findings obey already, and what waits for a build."""
    mark = desk.findings.marks.get(s.id, "")
    fresh = told.waiting.get((s.report, s.span.start, s.span.end, s.aspect), ())
    words = [f"{mark} by a person"] if mark else []
    words += desk.ratings(s.id)
    return (*words, *(f"{j.action} by {one_line(j.reviewer)}, waits for a rebuild" for j in fresh))
