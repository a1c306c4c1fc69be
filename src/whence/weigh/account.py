"""Accounts: each incident told back with every value, its origins, and what contradicts it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from whence.model.finding import Account, AspectAccount, Copy, Incident, PlaceLink, SourceTable, ValueAccount
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.report import Report
from whence.model.span import Evidence, Reason
from whence.model.statement import Aspect, Statement, Value
from whence.weigh.agreement import Context, find_differences
from whence.weigh.derivation import Derivation, derive
from whence.weigh.origins import Settled, count_origins, counts, settle, without_each
from whence.weigh.series import find_series
from whence.weigh.summary import summarise
from whence.weigh.values import amount_of, group_values, value_order

ASPECTS: Final[tuple[Aspect, ...]] = (
    "killed", "injured", "responsible", "displaced", "detained", "materiel", "damage", "link",
)  # fmt: skip
BEARING: Final = timedelta(days=14)  # an unread report this long after an incident may still speak of it


@dataclass(frozen=True, slots=True)
class Linked:
    """What `link` concluded, as `weigh` reads it.

    `unread` are the reports that could not be read.  `actors` maps the words that name an actor to the actor's key
    (`link.actors`); words that it lacks stand for themselves.
    """

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    sources: SourceTable
    copies: tuple[Copy, ...] = ()
    places: tuple[PlaceLink, ...] = ()
    incidents: tuple[Incident, ...] = ()
    unread: tuple[Report, ...] = ()
    actors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class _Unread:
    """Unread reports by when they were published: an incident counts those that may speak of it by two look-ups."""

    undated: int
    starts: tuple[datetime, ...]
    ends: tuple[datetime, ...]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> "_Unread":
        dated = [r.published for r in reports if r.published is not None]
        return cls(
            len(reports) - len(dated),
            tuple(sorted(i.start for i in dated)),
            tuple(sorted(i.end for i in dated)),
        )

    def bearing(self, incident: Incident) -> int:
        """Return how many may speak of the incident: published during or soon after it, or undated."""
        if incident.interval is None:
            return self.undated + len(self.starts)
        begun = bisect_left(self.starts, incident.interval.end + BEARING)
        over = bisect_right(self.ends, incident.interval.start)
        return self.undated + begun - over


def make_accounts(linked: Linked, rulings: Rulings = NO_RULINGS) -> tuple[Account, ...]:
    """Return one account for each incident, in the order of the incidents; ids and order do not hang on the input's."""
    statements = {s.id: s for s in linked.statements if s.id not in rulings.dropped}
    derivation = derive(
        linked.reports, tuple(statements.values()), linked.sources, linked.copies, rulings, linked.actors
    )
    reports = {r.id: r for r in linked.reports}
    places = {(p.report, p.start): frozenset(c.key for c in p.candidates) for p in linked.places}
    spots = {c.key: c for p in linked.places for c in p.candidates}
    context = Context(reports, derivation, linked.actors, places, linked.sources.of_outlet, spots)
    unread = _Unread.of(linked.unread)
    return tuple(
        _account(
            incident,
            [statements[i] for i in incident.statements if i in statements],
            context,
            rulings,
            unread,
        )
        for incident in sorted(linked.incidents, key=_incident_order)
    )


def _incident_order(incident: Incident) -> tuple[str, str]:
    return (incident.interval.start.isoformat() if incident.interval else "~", incident.id)


def _account(
    incident: Incident, statements: Sequence[Statement], context: Context, rulings: Rulings, unread: _Unread
) -> Account:
    by_aspect: dict[Aspect, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        by_aspect[statement.aspect].append(statement)
    aspects = tuple(_aspect(a, by_aspect[a], context, rulings) for a in ASPECTS if by_aspect[a])
    return Account(
        incident,
        aspects,
        summarise(aspects, {s.id: s for s in statements}, context),
        tuple(sorted({s.report for s in statements})),
        unread.bearing(incident),
    )


def _aspect(
    aspect: Aspect, statements: Sequence[Statement], context: Context, rulings: Rulings
) -> AspectAccount:
    told = [s for s in statements if s.stance != "denies"]
    groups = group_values(told, context.actors)
    settled = settle(told, [members for _, members in groups], context.derivation, rulings)
    values = [_value(value, members, settled, context) for value, members in groups]
    ordered = sorted(
        values, key=lambda v: (-v.behind.least, -len(v.statements), value_order(v.value, context.actors))
    )
    return AspectAccount(
        aspect,
        count_origins(told, settled, context.derivation),
        tuple(ordered),
        tuple(s.id for s in statements if s.stance == "denies"),
        find_series(told, settled, context.reports, context.derivation),
        find_differences(statements, groups, settled, context),
    )


def _value(value: Value, members: Sequence[Statement], settled: Settled, context: Context) -> ValueAccount:
    derivation: Derivation = context.derivation
    outlets = {context.outlets.get(s.report) or s.report for s in members if counts(s)}
    behind = count_origins(members, settled, derivation)
    return ValueAccount(
        value,
        replace(behind, reasons=(*behind.reasons, *_rounded(members))),
        tuple(s.id for s in members),
        len(outlets),
        without_each(members, settled, derivation),
    )


def _rounded(members: Sequence[Statement]) -> tuple[Reason, ...]:
    """Say which numbers were taken as one value, with the words of each."""
    first: dict[str, Statement] = {}
    for statement in members:
        amount = amount_of(statement.value)
        if amount is not None:
            first.setdefault(str(amount), statement)
    if len(first) < 2:
        return ()
    evidence = tuple(Evidence(s.report, s.span) for s in first.values())
    return (Reason("one value", f"{', '.join(sorted(first))} are taken as one value", evidence),)
