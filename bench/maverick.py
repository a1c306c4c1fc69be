"""Coded reports of electoral violence in Kenya (MAVERICK, dev) to events, by the product's own pair scores.

A row is one source's version of one event, in fields.  A thin adapter makes of each source a report and of each row a
scene with statements, toponyms and resolved places; then `link.incidents` runs as in a build.  The rows of one source
are that source's own list of different events, which goes in as rulings that part them.
"""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from bench.clusters import Labels, b_cubed, pairwise
from bench.section import Gate, Section, data_digest
from whence.link.incidents import IncidentEvidence, find_incidents
from whence.model.finding import PlaceLink, SourceTable
from whence.model.ids import content_id
from whence.model.judgement import Rulings
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Aspect, Count, Culprit, EventKind, Statement, Thing, Toponym, Value
from whence.model.values import Amount, Interval, Place

Row = Mapping[str, str]

# Kilometres around the point by the coders' precision: a country, a county, a town, a part of one, a quarter, a house.
RADIUS = {"1": 300.0, "2": 40.0, "3": 6.0, "4": 3.0, "5": 1.5, "6": 0.5}
ARMED = re.compile(
    r"shooting|stabbing|remote violence", re.IGNORECASE
)  # no kind of ours is a riot or a brawl
TOLLS: tuple[tuple[Aspect, str], ...] = (("killed", "deaths"), ("injured", "injuries"))
SOURCE = re.compile(r"^(?P<outlet>.*?) \((?P<day>\d{4}-\d\d-\d\d)\) (?P<title>.*)$", re.DOTALL)
COUNTRY = "Kenya"
NOT_SAID = Reason("coded", "the coders' field")


@dataclass(slots=True)
class Page:
    """The text of one report while it is written: a line a row, every name at a place of its own."""

    text: str

    def write(self, words: str, end: str = ". ") -> Span:
        """Append `words` and return where they stand (without context: the text is not finished)."""
        start = len(self.text)
        self.text += words + end
        return Span(start, start + len(words), words)


def rows(path: Path) -> list[Row]:
    """Return the coded reports of a gzipped table."""
    with gzip.open(path, "rt", encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def actors(row: Row) -> list[tuple[str, bool]]:
    """Return the actors named, and of each whether it did violence; unknown ones are nobody."""
    found = ((row[f"actor{n}"], row[f"actor{n}_perpetrator"] == "1") for n in range(1, 7))
    return [(name, did) for name, did in found if name and not name.startswith("Unknown")]


def interval(row: Row) -> Interval:
    """Return the days of a row; where the ends are crossed, from the earlier to the later."""
    ends = sorted(datetime.fromisoformat(row[k]).replace(tzinfo=UTC) for k in ("date_start", "date_end"))
    return Interval.of_days(ends[0], (ends[1] - ends[0]) // timedelta(days=1) + 1)


def places(row: Row) -> list[Place | str]:
    """Return what the row names, innermost first: a place where it is pinned, else its bare name."""
    named = dict.fromkeys(n.strip() for n in (row["location"], row["city"]) if n.strip())
    if not row["latitude"] or row["geo_precision"] == "1":
        return [n for n in named if n != COUNTRY]
    at, radius = (float(row["latitude"]), float(row["longitude"])), RADIUS[row["geo_precision"]]
    first = next(iter(named), row["city"] or COUNTRY)
    inner = Place(f"{at[0]:.3f},{at[1]:.3f}", first, *at, radius, "KE")
    return [inner, *list(named)[1:]]


def event(row: Row) -> EventKind | None:
    """Return the kind of attack that a coded report tells of, None where its codes do not say."""
    violence = " ".join(row[f"actor{n}_violence"] for n in range(1, 7))
    return "ground_attack" if ARMED.search(violence) else None


def words(row: Row) -> str:
    """Return all that the row says in words of the matter: context, target, violence, actors."""
    violence = sorted({v for n in range(1, 7) for v in row[f"actor{n}_violence"].split("; ")})
    said = (row["event_context"], row["target"], *violence, *(name for name, _ in actors(row)))
    return " ".join(w for w in said if w and w != "Unknown") or "violence"


def values(row: Row, page: Page) -> list[tuple[Aspect, Value, Span]]:
    """Write what a row says into the page and return it as values."""
    span = page.write(words(row))
    told: list[tuple[Aspect, Value, Span]] = [("damage", Thing(span.quote.lower(), None, span), span)]
    for aspect, field in TOLLS:
        low, best, high = (int(row[f"{field}_{k}"] or 0) for k in ("low", "best", "high"))
        if best > 0:
            span = page.write(f"{best} {aspect}")
            amount = Amount(min(low or best, best), max(high, best), str(best))
            told.append((aspect, Count(amount, "people"), span))
    for name, did in actors(row):
        if did:
            span = page.write(name)
            told.append(("responsible", Culprit(name, span), span))
    return told


@dataclass(frozen=True, slots=True)
class Coded:
    """The rows as the product's nouns, and the row that each statement came from."""

    evidence: IncidentEvidence
    row_of: Mapping[str, str]


def coded(table: Sequence[Row]) -> Coded:
    """Return the evidence that the rows are; rows of one source are scenes of one report."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in table:
        by_source[row["source"]].append(row)
    reports: list[Report] = []
    statements: list[Statement] = []
    links: list[PlaceLink] = []
    row_of: dict[str, str] = {}
    for source in sorted(by_source):
        report, told, pinned = _report(source, sorted(by_source[source], key=lambda r: r["id"]))
        reports.append(report)
        statements += [s for s, _ in told]
        row_of |= {s.id: row for s, row in told}
        links += pinned
    evidence = IncidentEvidence(
        tuple(reports), tuple(statements), tuple(links), (), SourceTable({}, {}, {}, {})
    )
    return Coded(evidence, row_of)


def _report(source: str, table: Sequence[Row]) -> tuple[Report, list[tuple[Statement, str]], list[PlaceLink]]:
    match = SOURCE.match(source)
    title = match["title"] if match else source
    published = Interval.of_days(datetime.fromisoformat(match["day"]).replace(tzinfo=UTC)) if match else None
    key = content_id("report", source)
    page = Page(f"{title}\n\n")
    told: list[tuple[Statement, str]] = []
    links: list[PlaceLink] = []
    for scene, row in enumerate(table):
        where = []
        for place in places(row):
            name = place.name if isinstance(place, Place) else place
            where.append(Toponym(name, page.write(name)))
            if isinstance(place, Place):
                links.append(PlaceLink(key, where[-1].span.start, (place,), NOT_SAID))
        for aspect, value, span in values(row, page):
            name = content_id("statement", row["id"], aspect, str(span.start))
            made = Statement(
                name, key, span, aspect, value, "states", "fact",
                event=event(row), when=interval(row), where=tuple(where), scene=scene,
            )  # fmt: skip
            told.append((made, row["id"]))
    outlet = match["outlet"] if match else ""
    return (
        Report(key, key, page.text, "", title=title, outlet=outlet, published=published),
        told,
        links,
    )


def clusters(table: Sequence[Row], *, lists: bool = True) -> dict[str, str]:
    """Return for each row its incident; `lists` says whether rows of one source are ruled apart."""
    made = coded(table)
    found = find_incidents(made.evidence, Rulings(different_incident=apart(made) if lists else ()))
    return {made.row_of[s]: incident.id for incident in found for s in incident.statements}


def apart(made: Coded) -> tuple[tuple[str, str], ...]:
    """Return the pairs of rows of one source, each by its first statement: the source lists them as events apart."""
    first: dict[tuple[str, int], str] = {}
    for statement in made.evidence.statements:
        first.setdefault((statement.report, statement.scene), statement.id)
    by_report: dict[str, list[str]] = defaultdict(list)
    for (report, _), statement_id in sorted(first.items()):
        by_report[report].append(statement_id)
    return tuple(pair for members in by_report.values() for pair in combinations(members, 2))


def by_fields(table: Iterable[Row], *fields: str) -> dict[str, str]:
    """The baseline: rows whose `fields` are equal are one event."""
    return {r["id"]: repr([r[f] for f in fields]) for r in table}


def _row(name: str, gold: Labels, made: Labels) -> tuple[str, ...]:
    figures = (*b_cubed(gold, made), *pairwise(gold, made))
    return (name, *(f"{x:.3f}" for x in figures), str(len(set(made.values()))))


def run(shared: Path) -> Section:
    """Score the product's incidents and the baselines by equal fields."""
    folder = shared / "data" / "maverick"
    table = rows(folder / "kenya-reports.csv.gz")
    gold = {r["id"]: r["event_id"] for r in table}
    ours = clusters(table)
    note = (
        f"{len(table)} reports, {len(set(gold.values()))} events; the coders filled the fields knowing the groups. A "
        "source's rows are its own list of different events, and go in as rulings that part them."
    )
    fields = ("country", "date_start", "city")
    return Section(
        "Coded reports to events (MAVERICK, Kenya)",
        "python -m bench maverick",
        data_digest(folder.glob("*")),
        ("how", "B3 P", "B3 R", "B3 F1", "pairs P", "pairs R", "pairs F1", "events"),
        (
            _row("every report alone", gold, by_fields(table, "id")),
            _row("equal country, start date, city", gold, by_fields(table, *fields)),
            _row("and location", gold, by_fields(table, *fields, "location")),
            _row(
                "the product's incidents, rows of one source not ruled apart",
                gold,
                clusters(table, lists=False),
            ),
            _row("the product's incidents", gold, ours),
        ),
        (
            Gate("MAVERICK dev B3 F1", round(b_cubed(gold, ours).f1, 3), 0.88),
            Gate("MAVERICK dev pairs F1", round(pairwise(gold, ours).f1, 3), 0.60),
        ),
        (note,),
    )
