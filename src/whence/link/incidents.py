"""Which statements of many reports speak of one incident, or of one alleged link between two actors."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from whence.link.apart import is_other_sum, told_apart
from whence.link.cluster import LIKELY, Clustering, Limits, cluster
from whence.link.containers import with_holdings
from whence.link.feature_weights import VETO, WEIGHTS
from whence.link.features import (
    JOIN,
    NO_KIN,
    SLACK,
    Kin,
    PairScore,
    joining,
    may_be_thin,
    score_pair,
    weigh_words,
)
from whence.link.glance import Glance
from whence.link.names import fold, same_name
from whence.link.pairs import Candidates, Pair, find_candidates
from whence.link.rarity import Rarity
from whence.link.scenes import IncidentEvidence, Scene, anchor_order, make_scenes, place_key
from whence.model.finding import Incident, incident_id
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.span import Evidence, Reason
from whence.model.statement import EventKind, Link, Statement
from whence.model.values import Interval, Place

__all__ = ["Figures", "IncidentEvidence", "IncidentRun", "find_incidents", "link_incidents"]

EVENT_WORDS: Final[Mapping[EventKind, str]] = {
    "airstrike": "Airstrike", "shelling": "Shelling", "bombing": "Bombing", "ground_attack": "Ground attack",
    "chemical": "Chemical attack", "execution": "Execution", "shootdown": "Shootdown", "campaign": "Several attacks",
    "other": "Incident",
}  # fmt: skip
LABEL_PLACES: Final = 2
OTHER_SUM: Final = ("campaign and incident", VETO)
WORDS: Final = WEIGHTS["words"][0]  # what two scenes that share all words weigh by them


@dataclass(frozen=True, slots=True)
class Figures:
    """What the search for incidents compared: scenes, pairs scored, pairs that large blocks left out, pairs joined."""

    scenes: int
    compared: int
    left_out: int
    joined: int


@dataclass(frozen=True, slots=True)
class IncidentRun:
    """The incidents, and the figures of the run for the method page."""

    incidents: tuple[Incident, ...]
    figures: Figures


def find_incidents(evidence: IncidentEvidence, rulings: Rulings) -> tuple[Incident, ...]:
    """Return the incidents and alleged links that the statements speak of, in order of id."""
    return link_incidents(evidence, rulings).incidents


def link_incidents(evidence: IncidentEvidence, rulings: Rulings) -> IncidentRun:
    """Return the incidents with the figures of the search; nothing hangs on the order of the input."""
    statements = {s.id: s for s in evidence.statements}
    scenes = make_scenes(evidence, rulings)
    copies = sorted(evidence.copies, key=lambda c: (c.copy, c.original))
    candidates = find_candidates(scenes, statements, copies, evidence.kin)
    grouping = _group(scenes, candidates, rulings, evidence.kin)
    joins = _joins_by_group(grouping)
    told = [(g, [scenes[n] for n in g]) for g in grouping.groups]
    found = with_holdings(
        [
            (_incident(members, joins.get(group, ()), scenes, statements), members)
            for group, members in told
            if any(
                statements[i].kind == "fact" for m in members for i in m.statements
            )  # opinion tells of no event
        ]
    )
    links = _links(evidence, rulings)
    figures = Figures(len(scenes), len(candidates.pairs), candidates.left_out, len(grouping.joined))
    return IncidentRun(tuple(sorted([*found, *links], key=lambda i: i.id)), figures)


def compare_all(evidence: IncidentEvidence) -> Iterator[tuple[Scene, Scene, PairScore]]:
    """Yield every pair of scenes that the search compares, with its full score: what weights are fitted to."""
    scenes = make_scenes(evidence, NO_RULINGS)
    statements = {s.id: s for s in evidence.statements}
    copies = sorted(evidence.copies, key=lambda c: (c.copy, c.original))
    candidates = find_candidates(scenes, statements, copies, evidence.kin)
    rarity, shared = Rarity.of(scenes), _sharing(scenes, evidence.kin)
    for a, b in candidates.pairs.tolist():
        copied = (a, b) in candidates.copied
        yield scenes[a], scenes[b], score_pair(scenes[a], scenes[b], copied, rarity, shared(a, b))


def _sharing(scenes: Sequence[Scene], kin: Mapping[tuple[str, str], Kin]) -> Callable[[int, int], Kin]:
    """Return what the whole texts behind two scenes share, by their numbers.

    Names are shared by reports, not by scenes: they tell of two scenes as much as these are of their reports.
    """
    alone, said = Counter(s.report for s in scenes), Counter(s.report for s in scenes for _ in s.statements)
    parts = [len(s.statements) / max(1, said[s.report]) for s in scenes]

    def shared(a: int, b: int) -> Kin:
        one, other = scenes[a].report, scenes[b].report
        found = kin.get((one, other) if one <= other else (other, one), NO_KIN)
        if "own names" in found:
            found = {**found, "own names": found["own names"] * parts[a] * parts[b]}
        if "one story" in found and alone[one] == alone[other] == 1:
            found = {"only story" if name == "one story" else name: told for name, told in found.items()}
        return found

    return shared


def _group(
    scenes: Sequence[Scene],
    candidates: Candidates,
    rulings: Rulings,
    kin: Mapping[tuple[str, str], Kin],
) -> Clustering:
    rarity = Rarity.of(scenes)
    shared = _sharing(scenes, kin)
    known: dict[Pair, PairScore] = {}

    def score(a: int, b: int) -> PairScore:
        if (a, b) not in known:
            copied = (a, b) in candidates.copied
            found = score_pair(scenes[a], scenes[b], copied, rarity, shared(a, b))
            never = is_other_sum(scenes[a], scenes[b])
            known[(a, b)] = (
                replace(found, veto=True, features=(*found.features, OTHER_SUM)) if never else found
            )
        return known[(a, b)]

    for a, b in _likely(scenes, candidates, rarity):  # what cannot join is not kept
        if is_other_sum(scenes[a], scenes[b]):
            continue
        found = joining(scenes[a], scenes[b], (a, b) in candidates.copied, rarity, shared(a, b), LIKELY)
        if found is not None:
            known[(a, b)] = found
    scored = sorted(known.items())
    node = {statement: n for n, scene in enumerate(scenes) for statement in scene.statements}
    must, cannot = _pairs(rulings.same_incident, node), _pairs(rulings.different_incident, node)
    limits = Limits(must, cannot, told_apart(scenes))
    thin = frozenset(n for n, scene in enumerate(scenes) if may_be_thin(scene))
    return cluster(scored, score, [s.report for s in scenes], limits, thin)


def _likely(scenes: Sequence[Scene], candidates: Candidates, rarity: Rarity) -> Iterator[Pair]:
    """Yield the pairs that may score `LIKELY` for all that a glance tells, and all whose words or stories are one."""
    most = Glance.of(scenes, rarity).most(candidates.pairs) + SLACK
    sure = candidates.copied | candidates.kin
    kept = most + WORDS >= LIKELY
    if sure:
        kept |= np.fromiter((tuple(p) in sure for p in candidates.pairs.tolist()), dtype=np.bool_)
    for (a, b), score in zip(candidates.pairs[kept].tolist(), most[kept].tolist(), strict=True):
        if (a, b) in sure or score + weigh_words(scenes[a], scenes[b], rarity) >= LIKELY:
            yield a, b


def _pairs(ruled: Iterable[tuple[str, str]], node: Mapping[str, int]) -> list[Pair]:
    known = [(node[a], node[b]) for a, b in ruled if a in node and b in node]
    return [(min(p), max(p)) for p in known if p[0] != p[1]]


How = Literal["", "refused", "retold"]
Join = tuple[int, int, PairScore | None, How]


def _joins_by_group(grouping: Clustering) -> dict[tuple[int, ...], list[Join]]:
    """Return the joins of each group, what people ruled first: refused rulings in the groups of both sides."""
    home = {n: group for group in grouping.groups for n in group}
    joins: dict[tuple[int, ...], list[Join]] = defaultdict(list)
    for a, b in grouping.refused:
        for group in sorted({home[a], home[b]}):
            joins[group].append((a, b, None, "refused"))
    for a, b, found in grouping.joined:
        joins[home[a]].append((a, b, found, "retold" if (a, b) in grouping.retold else ""))
    return joins


def _incident(
    members: Sequence[Scene],
    joins: Iterable[Join],
    scenes: Sequence[Scene],
    statements: Mapping[str, Statement],
) -> Incident:
    told = sorted((statements[i] for s in members for i in s.statements), key=anchor_order)
    event = _event(told)
    interval = _interval(members)
    words = _place_words(told)
    return Incident(
        incident_id(told[0]),
        _label(event, _label_places(words, members), interval),
        event,
        interval,
        _places(members),
        words,
        tuple(s.id for s in told),
        all(s.container for s in members),
        tuple(_join_reason(j, scenes, statements) for j in joins),
    )


def _event(told: Sequence[Statement]) -> EventKind:
    """Return the kind of event told most often; "other" only where nothing else is told."""
    kinds = Counter(s.event for s in told if s.event is not None)
    return min(kinds, key=lambda k: (k == "other", -kinds[k], k), default="other")


def _interval(members: Sequence[Scene]) -> Interval | None:
    """Return the most precise time that is told, of equals the most often told, else what telling lets one presume."""
    told = [s.when for s in members if s.when] or [
        s.window for s in members if s.window and s.window.presumed
    ]
    times = Counter((t.days, t.start, t.end, t.precision) for t in told)
    if not times:
        return None
    _, start, end, precision = min(times, key=lambda t: (max(t[0], 1.0), -times[t], t))
    return Interval(start, end, precision)


def _place_words(told: Sequence[Statement]) -> tuple[str, ...]:
    """Return the names used for the innermost places, the most used spelling of each, most used first."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for statement in told:
        for toponym in statement.where[:1]:
            spelt[fold(toponym.name) or toponym.name][toponym.name] += 1
    ranked = sorted(spelt, key=lambda n: (-spelt[n].total(), n))
    return tuple(min(spelt[n], key=lambda w: (-spelt[n][w], w)) for n in ranked)


def _places(members: Sequence[Scene]) -> tuple[Place, ...]:
    """Return the innermost places that resolve to one place alone, most told first."""
    found = Counter(p for s in members for n in s.inner if len(s.points.get(n, ())) == 1 for p in s.points[n])
    return tuple(sorted(found, key=lambda p: (-found[p], p)))


def _label_places(words: Sequence[str], members: Sequence[Scene]) -> tuple[str, ...]:
    """Return the names for a label: no country beside its towns, and no second spelling of a name."""
    wide = {n for s in members for n, found in s.points.items() if any(p.kind == "country" for p in found)}
    chosen: list[str] = []
    for word in [w for w in words if place_key(w) not in wide] or words:
        if not any(same_name(word, other) for other in chosen):
            chosen.append(word)
    return tuple(chosen[:LABEL_PLACES])


def _label(event: EventKind, places: Sequence[str], interval: Interval | None) -> str:
    where = f" at {' and '.join(places)}" if places else ""
    return f"{EVENT_WORDS[event]}{where}, {interval if interval else 'day not told'}"


def _join_reason(join: Join, scenes: Sequence[Scene], statements: Mapping[str, Statement]) -> Reason:
    a, b, found, how = join
    evidence = tuple(
        Evidence(statements[i].report, statements[i].span)
        for i in (scenes[a].statements[0], scenes[b].statements[0])
    )
    if how == "refused":
        return Reason(
            "ruling",
            "a person ruled these the same, and another ruling parts them; they stay apart",
            evidence,
        )
    if found is None:
        return Reason("ruling", "a person ruled that these are the same incident", evidence)
    if how == "retold":
        words = f"told more thinly, it fits no other incident of several reports so well: {_aloud(found)}"
        return Reason("only incident that fits", words, evidence)
    return Reason("same incident", _aloud(found), evidence)


def _aloud(found: PairScore) -> str:
    """Return what speaks for and against one incident, each with its weight, the heaviest first, and their sum."""
    ranked = sorted(found.features, key=lambda f: (-abs(f[1]), f[0]))
    said = (f"{WEIGHTS[name][1]} {weight:+.2f}".replace("-", "−") for name, weight in ranked)
    return f"{'; '.join(said)} (score {found.score:.2f}, joined from {JOIN:.0f} on)"


def _links(evidence: IncidentEvidence, rulings: Rulings) -> list[Incident]:
    """Group the statements that one actor stands in one relation to another."""
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in sorted(evidence.statements, key=anchor_order):
        link = statement.value
        if isinstance(link, Link) and statement.id not in rulings.dropped:
            groups[(evidence.actor(link.subject), link.relation, evidence.actor(link.object))].append(
                statement
            )
    asserted = [k for k in sorted(groups) if any(s.kind == "fact" for s in groups[k])]
    return [_link(groups[k]) for k in asserted]


def _link(told: Sequence[Statement]) -> Incident:
    value = told[0].value
    label = f"{value.subject} — {value.relation} — {value.object}" if isinstance(value, Link) else "link"
    return Incident(incident_id(told[0]), label, "other", None, (), (), tuple(s.id for s in told))
