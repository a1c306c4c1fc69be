"""Scenes: what one report tells of one happening, with everything by which two of them are compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from whence.link.names import fold
from whence.model.finding import Copy, PlaceLink, SourceTable
from whence.model.judgement import Rulings
from whence.model.report import Report
from whence.model.statement import TOLD_APART, Count, Culprit, EventKind, Statement, Toponym
from whence.model.values import Interval, Place

LAG: Final = timedelta(days=2)  # news without a date tells of the last days before it was published
WIDE_KM: Final = (
    120.0  # a place of this radius (a country, a large province) tells nothing about which incident
)
SUM: Final = "campaign"  # the part of a scene that its sums are
CAMPAIGN_DAYS: Final = 3.0
CAMPAIGN_PLACES: Final = 3
NEWS_DAYS: Final = 2.0  # what happened longer before its report is not what the report's lead tells
LEAD: Final = 400  # code points of title and first sentences that may place the happenings of a report
# rules of amounts whose number is no number of the text
VAGUE: Final = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "tens", "several", "many", "a number of"}
)
WIDE: Final = frozenset({"country", "region", "area"})
NAME: Final = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,3}")
POSSESSIVE: Final = re.compile(r"['’]s?\b")
DIRECTIONS: Final = frozenset(
    f"{d}{end}" for d in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for end in ("", "ern")
) | {"central", "rural", "greater", "upper", "lower", "besieged", "countryside", "suburbs", "outskirts"}  # fmt: skip
BARE: Final = frozenset({"attack", "attacks", "massacre", "massacres", "onslaught", "aggression"})
WORD: Final = re.compile(r"[^\W\d_]{4,}")
# words that most reports of violence share, and so tell no two happenings apart
COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        """about according after against also among another attack attacks area areas been before being between both
    city civilians claimed could dead death deaths died during eight fighters first five forces four from government
    group groups have including injured into itself kill killed killing later least local many military more most
    near news nine northern official officials other over people police province reported reportedly reports rights
    said saying says seven several since some source sources southern state strike strikes such than that their them
    there these they this those three told took town under until village were when where which while will with
    women children wounded would eastern western monitor monitoring activists residents army rebels""",
    )
)


@dataclass(frozen=True, slots=True)
class IncidentEvidence:
    """What incidents are found from: reports, their statements, and what the rest of `link` concluded.

    `actors` maps the words that name an actor to the actor's key (`link.actors`); words it lacks are folded.  `kin`
    gives for pairs of reports (smaller id first) what their whole texts share and how much it tells (`link.stories`).
    """

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    places: tuple[PlaceLink, ...]
    copies: tuple[Copy, ...]
    sources: SourceTable
    actors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kin: Mapping[tuple[str, str], Mapping[str, float]] = field(default_factory=lambda: MappingProxyType({}))

    def actor(self, name: str) -> str:
        """Return the key of the actor that `name` means."""
        return self.actors.get(name) or fold(name)


@dataclass(frozen=True, slots=True)
class Scene:
    """One report's telling of one happening.

    `when` is what the text says, None if it gives no time; `window` is `when`, else the days before `published`.
    `inner` are the folded names of the innermost places, `outer` all wider ones; `points` resolves names to places.
    `tolls` are the whole numbers of killed and injured that are given, `words` what else is said.
    `dated` says that a day is written out as a full date, `bare` that nothing but "the attack" says what happened,
    `another` that its report tells of it as another than what it told before.  `container` marks a campaign: a sum.
    """

    key: tuple[str, int, str]
    statements: tuple[str, ...]
    when: Interval | None
    window: Interval | None
    published: Interval | None
    events: frozenset[EventKind]
    inner: frozenset[str]
    outer: frozenset[str]
    points: Mapping[str, tuple[Place, ...]]
    tolls: frozenset[tuple[str, int]]
    culprits: frozenset[str]
    words: frozenset[str]
    container: bool
    dated: bool = False
    bare: bool = False
    vague: frozenset[tuple[str, int]] = frozenset()
    another: bool = False

    @property
    def report(self) -> str:
        """The report's id."""
        return self.key[0]


def make_scenes(evidence: IncidentEvidence, rulings: Rulings) -> tuple[Scene, ...]:
    """Return the scenes of all statements but links between actors, in order; dropped statements are left out.

    Statements of one report and one scene number are one scene, except where a person ruled two of them apart: then
    the second stands alone.  A sum over a campaign is a scene beside those of which it tells.
    """
    reports = {r.id: r for r in evidence.reports}
    points = _points(evidence.places)
    grouped: dict[tuple[str, int, str], list[Statement]] = defaultdict(list)
    numbers = {s.id: (s.report, s.scene) for s in evidence.statements}
    alone = {b for a, b in rulings.different_incident if a in numbers and numbers[a] == numbers.get(b)}
    for statement in sorted(evidence.statements, key=anchor_order):
        if statement.aspect != "link" and statement.id not in rulings.dropped:
            part = statement.id if statement.id in alone else SUM if statement.event == "campaign" else ""
            grouped[(statement.report, statement.scene, part)].append(statement)
    made = [_scene(k, grouped[k], reports.get(k[0]), (points, evidence)) for k in sorted(grouped)]
    return _placed_by_lead(made, reports)


def _points(links: Sequence[PlaceLink]) -> dict[tuple[str, int], tuple[Place, ...]]:
    """Return the candidates of each toponym that lie where its report or the pile is at home.

    A village of like name in a country that the report does not speak of is a homonym, not a place of the news.
    """
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for link in links:
        for country in {p.country for p in link.candidates[:1]}:
            named[link.report][country] += 1
    pile = Counter(max(c, key=lambda k: (c[k], k)) for c in named.values())
    usual = {max(pile, key=lambda k: (pile[k], k))} if pile else set()
    known = {r: usual | {p.country for p in wide} for r, wide in _wide_places(links).items()}
    return {
        (k.report, k.start): tuple(
            p for p in k.candidates if p.country in known.get(k.report, usual) or p.kind in WIDE
        )
        for k in links
    }


def _wide_places(links: Sequence[PlaceLink]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for link in links:
        found[link.report] += [p for p in link.candidates[:1] if p.kind in ("country", "region")]
    return found


def _placed_by_lead(scenes: Sequence[Scene], reports: Mapping[str, Report]) -> tuple[Scene, ...]:
    """Give scenes without a place the places that their report's title and lead name, as far as the pile knows them.

    News often names the place in the headline and the toll in a later sentence.
    """
    points = _usual_points(scenes)
    known = points.keys() or {name for scene in scenes for name in scene.inner}
    lead = {r: _lead_places(reports[r], known) for r in sorted({s.report for s in scenes}) if r in reports}
    return tuple(_led(s, lead.get(s.report, frozenset()), points) for s in scenes)


def _is_news(scene: Scene) -> bool:
    """Return whether a scene may be what its report's lead tells: not of one day that is some days past."""
    if scene.published is None or scene.when is None or scene.when.days > NEWS_DAYS:
        return True
    return scene.when.gap_days(scene.published) <= NEWS_DAYS


def _usual_points(scenes: Iterable[Scene]) -> dict[str, tuple[Place, ...]]:
    """Return for each name the places that most scenes take it for, of equals the first by key."""
    found: dict[str, Counter[tuple[Place, ...]]] = defaultdict(Counter)
    for scene in scenes:
        for name, places in scene.points.items():
            found[name][places] += 1
    return {name: min(c, key=lambda p: (-c[p], p)) for name, c in sorted(found.items())}


def _led(scene: Scene, lead: frozenset[str], points: Mapping[str, tuple[Place, ...]]) -> Scene:
    if scene.inner or not lead or not _is_news(scene):
        return scene
    precise = frozenset(n for n in lead if not _wide(points.get(n, ())))
    inner = precise - scene.outer or precise
    known = {n: points[n] for n in sorted(lead) if n in points}
    return replace(scene, inner=inner, outer=scene.outer | (lead - inner), points={**known, **scene.points})


def _lead_places(report: Report, known: Collection[str]) -> frozenset[str]:
    found = []
    for match in NAME.finditer(report.text, 0, LEAD):
        parts = match.group().split()
        spans = [" ".join(parts[i:j]) for i in range(len(parts)) for j in range(len(parts), i, -1)]
        found += [f for f in map(place_key, spans) if f in known][:1]
    return frozenset(found)


def anchor_order(statement: Statement) -> tuple[str, int, int, str, str]:
    """Return the key that orders statements by where they stand."""
    return (statement.report, statement.span.start, statement.span.end, statement.aspect, statement.id)


def _scene(
    key: tuple[str, int, str],
    statements: Sequence[Statement],
    report: Report | None,
    known: tuple[Mapping[tuple[str, int], tuple[Place, ...]], IncidentEvidence],
) -> Scene:
    points, evidence = known
    when = _when(statements)
    inner, outer, located = _places(statements, points)
    events = frozenset(s.event for s in statements if s.event is not None)
    campaign = "campaign" in events or (
        when is not None and when.days > CAMPAIGN_DAYS and len(inner) > CAMPAIGN_PLACES
    )
    return Scene(
        key,
        tuple(s.id for s in statements),
        when,
        when or _presumed(statements) or _before_publication(report),
        report.published if report else None,
        events,
        inner,
        outer,
        located,
        _tolls(statements),
        frozenset(
            evidence.actor(s.value.actor)
            for s in statements
            if isinstance(s.value, Culprit) and s.stance != "denies"
        ),
        _words(statements, inner | outer),
        campaign,
        any(s.when is not None and s.when.precision == "day" and not s.when.rule for s in statements),
        _bare(statements),
        _tolls(s for s in statements if _vague(s)) - _tolls(s for s in statements if not _vague(s)),
        any(r.rule == TOLD_APART for s in statements for r in s.reasons),
    )


def _vague(statement: Statement) -> bool:
    """Return whether a number stands for a word without one ("dozens")."""
    value = statement.value
    return isinstance(value, Count) and value.amount.rule in VAGUE


def _bare(statements: Iterable[Statement]) -> bool:
    """Return whether every word for what happened leaves open how it was done."""
    words = {s.event_span.quote.casefold() for s in statements if s.event_span}
    return bool(words) and words <= BARE


def _when(statements: Iterable[Statement]) -> Interval | None:
    """Return the shortest time that is told; of equals the most often told, then the earliest."""
    told = (s.when for s in statements if s.when and not s.when.presumed)
    times = Counter((t.days, t.start, t.end, t.precision) for t in told)
    if not times:
        return None
    _, start, end, precision = min(times, key=lambda t: (t[0] > 1, t[0] if t[0] > 1 else 0, -times[t], t))
    return Interval(start, end, precision)


def _presumed(statements: Iterable[Statement]) -> Interval | None:
    """Return the earliest time that telling lets one presume, None if the statements give none."""
    return min((s.when for s in statements if s.when and s.when.presumed), default=None)


def _before_publication(report: Report | None) -> Interval | None:
    if report is None or report.published is None:
        return None
    return Interval(report.published.start - LAG, report.published.end, "days")


def _places(
    statements: Iterable[Statement], points: Mapping[tuple[str, int], tuple[Place, ...]]
) -> tuple[frozenset[str], frozenset[str], dict[str, tuple[Place, ...]]]:
    inner: set[str] = set()
    outer: set[str] = set()
    known: dict[str, tuple[Place, ...]] = {}
    for statement in statements:
        named = [(place_key(t.name), _resolved(statement, t, points), t.relation) for t in statement.where]
        named = [n for n in named if n[0]]
        known |= {name: places for name, places, _ in named if places}
        precise = _innermost([n for n in named if not _wide(n[1])])
        inner |= precise
        outer.update(name for name, _, _ in named if name not in precise)
    return frozenset(inner), frozenset(outer - inner), known


def _innermost(named: Sequence[tuple[str, tuple[Place, ...], str]]) -> set[str]:
    """Return the first name, and if nobody knows that the first that is known; a dateline only where all else fails.

    "In Velky near Maly" is at Velky; where Velky is unknown, Maly still tells roughly where.
    """
    inside = [n for n in named if n[2] != "dateline"] or list(named)
    known = [n[0] for n in inside if n[1]]
    return {n[0] for n in inside[:1]} | set(known[:1])


def place_key(name: str) -> str:
    """Return a place name folded and without "eastern", "rural" and the like, by which spellings are compared."""
    words = fold(POSSESSIVE.sub("", name)).split()
    kept = [w for w in words if w not in DIRECTIONS]
    return " ".join(kept or words)


def _resolved(
    statement: Statement, toponym: Toponym, points: Mapping[tuple[str, int], tuple[Place, ...]]
) -> tuple[Place, ...]:
    return points.get((statement.report, toponym.span.start), ())


def _wide(places: Sequence[Place]) -> bool:
    return bool(places) and (places[0].kind == "country" or min(p.radius_km for p in places) >= WIDE_KM)


def _tolls(statements: Iterable[Statement]) -> frozenset[tuple[str, int]]:
    numbers = set()
    for statement in statements:
        value = statement.value
        if (
            isinstance(value, Count)
            and statement.aspect in ("killed", "injured")
            and statement.stance != "denies"
        ):
            end = value.amount.lower if value.amount.lower is not None else value.amount.upper
            numbers.add((statement.aspect, end or 0))
    return frozenset(numbers)


def _words(statements: Iterable[Statement], places: frozenset[str]) -> frozenset[str]:
    """Return the content words of what is said, without place names (which are compared as places)."""
    said = {w.casefold() for s in statements for w in WORD.findall(s.span.quote)}
    named = {part for place in places for part in place.split()}
    return frozenset(said - COMMON - named)
