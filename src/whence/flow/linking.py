"""The global stages in their order: copies, sources, people's rulings, places, incidents, accounts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.flow import review
from whence.flow.environment import cache_folder
from whence.flow.gather import Gathered, Progress
from whence.flow.gazetteer import load_gazetteer
from whence.flow.resources import Knowledge
from whence.link.actors import ActorBook, resolve_actors
from whence.link.atlas import Atlas
from whence.link.book import SourceBook
from whence.link.copies import find_copies
from whence.link.incidents import Figures, IncidentEvidence, link_incidents
from whence.link.merging import obey, ruled_ids
from whence.link.places import resolve_places
from whence.link.sources import resolve_sources
from whence.link.stories import find_stories
from whence.model.finding import Findings, Incident, incident_id
from whence.model.judgement import NO_RULINGS, Judgement, Rulings
from whence.model.statement import Statement
from whence.weigh.account import Linked, make_accounts

STAGES: Final = (
    "Finding copies", "Resolving sources", "Resolving places", "Finding incidents", "Counting origins",
    "Writing the findings",
)  # fmt: skip


def begin(number: int, progress: Progress) -> None:
    """Tell that the global stage `number` of `STAGES` begins."""
    progress(STAGES[number], number, len(STAGES))


@dataclass(frozen=True, slots=True)
class Concluded:
    """Findings, the rulings they obey (for what found no place), and what the search for incidents compared."""

    findings: Findings
    rulings: Rulings
    figures: Figures


@dataclass(frozen=True, slots=True)
class Facts:
    """What the world is known by: sources, armed actors, places."""

    book: SourceBook
    actors: ActorBook
    places: Atlas


def facts_of(knowledge: Knowledge) -> Facts:
    """Return the facts in `knowledge`; raise UsageError where a row of the case's own makes none."""
    return Facts(
        SourceBook.from_rows(
            knowledge.rows("sources", "states"), knowledge.rows("voices"), knowledge.rows("names")
        ),
        ActorBook.from_rows(knowledge.rows("actors", "states", "sources")),
        load_gazetteer(knowledge, cache_folder()),
    )


def conclude(
    gathered: Gathered, judgements: Sequence[Judgement], facts: Facts, progress: Progress
) -> Concluded:
    """Return what the gathered readings come to, with an empty method."""
    reports = tuple(r.report for r in gathered.readings)
    read = review.in_order(s for r in gathered.readings for s in r.statements)
    begin(0, progress)
    copies = find_copies(reports, facts.book.agencies)
    begin(1, progress)
    sources = resolve_sources(reports, read, facts.book, NO_RULINGS)
    rulings = review.attach(judgements, reports, read, sources)
    statements = review.apply(rulings, read)
    same = ruled_ids(sources.sources, rulings)
    if statements != read:
        sources = resolve_sources(reports, statements, facts.book, NO_RULINGS)
    sources = obey(sources, rulings)
    begin(2, progress)
    places = resolve_places(reports, statements, facts.places)
    begin(3, progress)
    actors = resolve_actors(reports, statements, facts.actors, facts.book)
    stories = find_stories(reports, [p for r in gathered.readings for p in r.persons])
    evidence = IncidentEvidence(reports, statements, places, copies, sources, actors, stories.kin)
    searched = link_incidents(evidence, rulings)
    incidents = searched.incidents
    begin(4, progress)
    unread = tuple(r for r in reports if r.unread)
    linked = Linked(reports, statements, sources, copies, places, incidents, unread, actors)
    findings = Findings(
        captures=gathered.captures, reports=reports, statements=statements, sources=sources, copies=copies,
        places=places, incidents=incidents, accounts=make_accounts(linked, rulings), trouble=gathered.troubles,
        persons=tuple(sorted(p for r in gathered.readings for p in r.persons)),
        sensitive=tuple(sorted(s for r in gathered.readings for s in r.sensitive)),
        marks=dict(sorted(rulings.marks.items())),
        former=_former(read, rulings, incidents),
        ratings=tuple(sorted(replace(r, about=same.get(r.about, r.about)) for r in rulings.ratings)),
    )  # fmt: skip
    return Concluded(findings, rulings, searched.figures)


def _former(read: Iterable[Statement], rulings: Rulings, incidents: Iterable[Incident]) -> dict[str, str]:
    """Return for each incident that was named after a statement ruled wrong a statement that leads to it now.

    That is the nearest one of the same report that an incident holds; a cited address must not die of a judgement.
    """
    held = {s for i in incidents for s in i.statements}
    beside: dict[str, list[Statement]] = defaultdict(list)
    gone = []
    for s in read:
        if s.id in rulings.dropped:
            gone.append(s)
        elif s.id in held:
            beside[s.report].append(s)
    return {
        incident_id(s): min(beside[s.report], key=lambda o: (abs(o.span.start - s.span.start), o.id)).id
        for s in gone
        if beside[s.report]
    }
