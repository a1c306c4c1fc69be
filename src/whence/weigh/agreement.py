"""Where statements do not say the same, and of which kind the difference is, before it is called a contradiction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import cos, hypot, radians
from types import MappingProxyType
from typing import Final

from whence.model.finding import Difference, DifferenceKind
from whence.model.plurals import agreeing
from whence.model.report import Report
from whence.model.span import Evidence
from whence.model.statement import Count, Culprit, Statement, Value
from whence.model.values import Amount, Interval, Place
from whence.weigh.derivation import Derivation
from whence.weigh.origins import Settled, counts
from whence.weigh.values import (
    COALITION,
    LED,
    PART_OF,
    TOGETHER,
    WHOLE,
    actor_key,
    is_further,
    same_amount,
    scope,
    value_kind,
)

Finding = tuple[DifferenceKind, str]
ROUND: Final = 0.10  # a round number within 10 % of another may be the same number rounded
KM_A_DEGREE: Final = 111.2  # of latitude
UNKNOWN: Final = frozenset({"unknown", "unidentified", "unclear", ""})
# what every doer is, of whatever side
NOBODY_NAMED: Final = frozenset({
    "gunmen", "gunman", "assailants", "assailant", "attackers", "attacker", "perpetrators", "perpetrator", "bombers",
    "bomber", "men", "persons", "people", "somebody", "someone",
})  # fmt: skip
NARROW: Final = frozenset(
    {"civilians", "residents", "inhabitants", "citizens"}
)  # of the words for whoever was hit
LATER: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """What statements are compared by: their reports, paths, actors' keys, and the places that toponyms resolve to.

    `places` is keyed by (report id, start of the toponym) and holds gazetteer keys.  `outlets` gives the source id of
    each report's outlet, not folded with its owner's other outlets.  `spots` are the places by key.
    """

    reports: Mapping[str, Report]
    derivation: Derivation
    actors: Mapping[str, str]
    places: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    outlets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    spots: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the statement, the root it rests on, when that was told, and where.

    `places` are the keys of what its innermost toponym may mean, `around` those of all its toponyms.
    """

    statement: Statement
    root: str
    told: Interval | None
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    spots: tuple[Place, ...] = ()

    @property
    def count(self) -> Count:
        """The number given; raise TypeError where the statement gives none."""
        if not isinstance(self.statement.value, Count):
            raise TypeError(f"{type(self.statement.value).__name__} is not a count")
        return self.statement.value


def compare(first: Side, second: Side, actors: Mapping[str, str]) -> Finding | None:
    """Return the kind of difference between two sides of one aspect and how to say it, None if they agree."""
    one, other = first.statement, second.statement
    if one.stance == "denies" or other.stance == "denies":
        return _denial(first, second, actors)
    if isinstance(one.value, Count) and isinstance(other.value, Count):
        return _counts(first, second)
    if isinstance(one.value, Culprit) and isinstance(other.value, Culprit):
        return _culprits(one.value, other.value, actors)
    return None


def _denial(first: Side, second: Side, actors: Mapping[str, str]) -> Finding | None:
    """A denial contradicts the assertion of the same culprit, link or thing, and any toll that is not a part.

    That anybody at all was harmed, if that is denied, contradicts a part too.
    """
    one, other = first.statement, second.statement
    if one.stance == other.stance == "denies" or type(one.value) is not type(other.value):
        return None
    if isinstance(one.value, Count) and isinstance(other.value, Count):
        denied, told = (one.value, other.value) if one.stance == "denies" else (other.value, one.value)
        group, whole = scope(told.group), scope(denied.group)
        inside = denied.amount.upper == 0 and _is_part(told.group, denied.group)
        return ("denial", "one denies what the other says") if group == whole or inside else None
    if value_kind(one.value, actors) == value_kind(other.value, actors):
        return ("denial", "one denies what the other says")
    return None


def _is_part(group: str, whole: str) -> bool:
    """Return whether a group is a part of another one by what the words themselves say."""
    if whole.casefold() in NARROW:
        return scope(group) in PART_OF["civilians"]
    return scope(whole) == WHOLE or scope(group) in PART_OF.get(scope(whole), ())


def _culprits(one: Culprit, other: Culprit, actors: Mapping[str, str]) -> Finding | None:
    first, second = (_named(c, actors) for c in (one, other))
    if first & second or any(map(_unknown, first | second)) or _led(first, second) or _led(second, first):
        return None
    return ("rival culprit", f"one names {one.actor}, the other {other.actor}")


def _unknown(key: str) -> bool:
    """Return whether a culprit is named by words that leave open who it is: "unknown", "masked gunmen"."""
    return key in UNKNOWN or key.rsplit(" ", maxsplit=1)[-1] in NOBODY_NAMED


def _led(one: set[str], other: set[str]) -> bool:
    """Return whether `one` names a coalition and leaves open whose, where `other` says under whose lead it stands."""
    return COALITION in one and any(key.endswith(LED) for key in other)


def _named(culprit: Culprit, actors: Mapping[str, str]) -> set[str]:
    """Return the keys of all actors that one culprit names: "the army and its allies" names the army too."""
    return set(TOGETHER.split(actor_key(culprit.actor, actors)))


def _counts(first: Side, second: Side) -> Finding | None:
    one, other = first.count, second.count
    if one.part != other.part:
        both = one if one.part else other
        return (
            "scope",
            f"{_say(one)} against {_say(other)}: {both.amount} covers killed and injured together",
        )
    if is_further(first.statement) or is_further(second.statement):
        return None  # "two more died" is no toll
    if scope(one.group) != scope(other.group):
        return _parts(first, second)
    if same_amount(one.amount, other.amount):
        return None
    if first.root == second.root and first.statement.report == second.statement.report:
        return None  # one source in one report: parts of one toll that the text tells apart
    for rule in (_group, _place, _date, _update, _rounding, _spread, _later):
        found = rule(first, second)
        if found is not None:
            return found
    return ("contradiction", f"{_say(one)} against {_say(other)}")


def _parts(first: Side, second: Side) -> Finding | None:
    """A part of the dead is no difference, unless it is more than the whole."""
    for whole, part in ((first.count, second.count), (second.count, first.count)):
        if (
            _is_part(part.group, whole.group)
            and whole.amount.upper is not None
            and (part.amount.lower or 0) > whole.amount.upper
        ):
            later = _later(first, second)
            return later or ("contradiction", f"{_say(part)} are more than {_say(whole)}")
    return None


def _group(first: Side, second: Side) -> Finding | None:
    """Civilians are a part of all people: fewer civilians than people is a matter of scope."""
    for part, whole in ((first.count, second.count), (second.count, first.count)):
        wide = scope(whole.group) == WHOLE and whole.group.casefold() not in NARROW
        narrow = part.group.casefold() in NARROW and wide
        if narrow and (part.amount.lower or 0) <= _top(whole.amount):
            return ("scope", f"{_say(part)} against {_say(whole)}: not the same group is counted")
    return None


def _place(first: Side, second: Side) -> Finding | None:
    if first.places and second.places and not _one_place(first, second):
        return ("place", f"{_say(first.count)} against {_say(second.count)}: told of different places")
    return None


def _one_place(first: Side, second: Side) -> bool:
    """Return whether two sides may speak of one place: one names the other's too, or they lie within one another."""
    named = first.places & second.places or first.places & second.around or second.places & first.around
    return bool(named) or any(_touch(a, b) for a in first.spots for b in second.spots)


def _touch(one: Place, other: Place) -> bool:
    """Return whether the circles of two places meet; a degree of longitude shrinks with the cosine of the latitude."""
    north = (one.lat - other.lat) * KM_A_DEGREE
    east = (one.lon - other.lon) * KM_A_DEGREE * cos(radians((one.lat + other.lat) / 2))
    return hypot(north, east) <= one.radius_km + other.radius_km


def _date(first: Side, second: Side) -> Finding | None:
    a, b = first.statement.when, second.statement.when
    if a is None or b is None or a.presumed or b.presumed:
        return None  # a time that no text gives parts nothing
    if a.start.date() > _last_day(b) or b.start.date() > _last_day(a):
        return ("date", f"{_say(first.count)} on {a} against {_say(second.count)} on {b}")
    return None


def _last_day(interval: Interval) -> date:
    return (interval.end - timedelta(microseconds=1)).date()


def _update(first: Side, second: Side) -> Finding | None:
    """One source that tells another number in another report has updated it."""
    if first.root != second.root:
        return None
    known = first.told is not None and second.told is not None and first.told != second.told
    when = "at different times" if known else "and nothing shows which it gave first"
    return ("time of telling", f"one source gave {_say(first.count)} and {_say(second.count)}, {when}")


def _rounding(first: Side, second: Side) -> Finding | None:
    low, high = sorted((_number(first.count.amount), _number(second.count.amount)))
    is_round = any(_number(c.amount) % 10 == 0 or not c.amount.exact for c in (first.count, second.count))
    if low >= 10 and is_round and high - low <= ROUND * high:
        return ("rounding", f"{_say(first.count)} and {_say(second.count)} may be one number, rounded")
    return None


def _spread(first: Side, second: Side) -> Finding | None:
    if first.count.amount.overlaps(second.count.amount):
        return ("spread", f"{_say(first.count)} and {_say(second.count)} can both hold")
    return None


def _later(first: Side, second: Side) -> Finding | None:
    """A toll that is higher and was told on a later day may have risen."""
    if first.told is None or second.told is None:
        return None
    sides = sorted(
        ((first.told.start, _number(first.count.amount)), (second.told.start, _number(second.count.amount)))
    )
    (early, fewer), (late, more) = sides
    if late - early >= LATER and more > fewer:
        return (
            "time of telling",
            f"{_say(first.count)} and {_say(second.count)} were told on different days",
        )
    return None


def _number(amount: Amount) -> int:
    return amount.lower if amount.lower is not None else amount.upper or 0


def _top(amount: Amount) -> float:
    return float("inf") if amount.upper is None else amount.upper


def _say(count: Count) -> str:
    return f"{count.amount} {agreeing(count.group, count.amount.lower, count.amount.upper)}".strip()


def find_differences(
    statements: Sequence[Statement],
    groups: Sequence[tuple[Value, Sequence[Statement]]],
    settled: Settled,
    context: Context,
) -> tuple[Difference, ...]:
    """Return the typed differences inside one aspect of one incident, each pair of values and kind once.

    Of each root only its last word is compared with other roots'; its earlier ones are its updates.  `groups` part
    the asserted statements by value; denials are found in `statements`.
    """
    number = {s.id: i for i, (_, members) in enumerate(groups) for s in members}
    words = _last_words(statements, settled, context)
    together = _named_together(statements, settled, context)
    found: dict[tuple[object, ...], Difference] = {}
    for first, second in [*_updates(words), *_rivals(words), *_denials(statements, words, context)]:
        verdict = compare(first, second, context.actors)
        pair = sorted((first, second), key=lambda s: (number.get(s.statement.id, -1), s.statement.id))
        if verdict is None or (verdict[0] == "rival culprit" and _joint(pair, together, context)):
            continue
        key = (verdict[0], *(number.get(s.statement.id, s.statement.id) for s in pair))
        found.setdefault(key, _difference(verdict, pair))
    return tuple(sorted(found.values(), key=lambda d: (d.kind, d.first, d.second)))


def _side(statement: Statement, root: str, context: Context) -> Side:
    report = context.reports.get(statement.report)
    keys = [context.places.get((statement.report, t.span.start), frozenset()) for t in statement.where]
    places, around = frozenset().union(*keys[:1]), frozenset().union(*keys)
    spots = tuple(context.spots[k] for k in sorted(places) if k in context.spots)
    return Side(statement, root, report.published if report else None, places, around, spots)


def _side_order(side: Side) -> tuple[str, int, str]:
    value = side.statement.value
    number = _number(value.amount) if isinstance(value, Count) else 0
    return (side.told.start.isoformat() if side.told else "", number, side.statement.id)


def _last_words(
    statements: Sequence[Statement], settled: Settled, context: Context
) -> dict[tuple[str, ...], list[Side]]:
    """Return the sides by root and by what they count (group, or culprit), in order of telling."""
    words: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    for statement in statements:
        path = settled.paths.get(statement.id)
        if path is None or not counts(statement) or is_further(statement):
            continue
        for root in path.roots:
            value = statement.value
            of = (
                (value.group.casefold(), value.part)
                if isinstance(value, Count)
                else value_kind(value, context.actors)
            )
            words[(root, *of)].append(_side(statement, root, context))
    return {k: sorted(words[k], key=_side_order) for k in sorted(words)}


def _updates(words: Mapping[tuple[str, ...], list[Side]]) -> list[tuple[Side, Side]]:
    return [pair for sides in words.values() for pair in pairwise(sides)]


def _rivals(words: Mapping[tuple[str, ...], list[Side]]) -> list[tuple[Side, Side]]:
    last = [sides[-1] for sides in words.values()]
    return [(a, b) for a, b in combinations(last, 2) if a.root != b.root]


def _denials(
    statements: Sequence[Statement], words: Mapping[tuple[str, ...], list[Side]], context: Context
) -> list[tuple[Side, Side]]:
    asserted = [side for sides in words.values() for side in sides]
    denials = [_side(s, "", context) for s in statements if s.stance == "denies"]
    return [(denial, side) for denial in denials for side in asserted]


def _named_together(
    statements: Sequence[Statement], settled: Settled, context: Context
) -> frozenset[tuple[str, frozenset[str]]]:
    """Return (root, pair of culprits) wherever one root names both in one report: they are not rivals to it."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in statements:
        path = settled.paths.get(statement.id)
        if path and isinstance(statement.value, Culprit):
            for root in path.roots:
                named[(root, statement.report)].add(actor_key(statement.value.actor, context.actors))
    pairs = [(root, frozenset(p)) for (root, _), keys in named.items() for p in combinations(sorted(keys), 2)]
    return frozenset(pairs)


def _joint(pair: Sequence[Side], together: frozenset[tuple[str, frozenset[str]]], context: Context) -> bool:
    values = [s.statement.value for s in pair]
    keys = frozenset(actor_key(v.actor, context.actors) for v in values if isinstance(v, Culprit))
    return any((side.root, keys) in together for side in pair)


def _difference(verdict: Finding, pair: Sequence[Side]) -> Difference:
    first, second = (s.statement for s in pair)
    evidence = (Evidence(first.report, first.span), Evidence(second.report, second.span))
    return Difference(verdict[0], first.id, second.id, verdict[1], evidence)
