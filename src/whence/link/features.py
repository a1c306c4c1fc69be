"""Whether two scenes are one incident: the features that hold of them, and the score that their weights add up to.

`JOIN` is where two scenes are taken for one.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from whence.link.feature_weights import (
    APART,
    BY_DAY,
    BY_PLACE,
    OTHER_DAYS,
    THIN,
    UNDER_COPY,
    UNDER_KIN,
    VETO,
    WEIGHTS,
)
from whence.link.names import same_name
from whence.link.nearness import gap, namesake
from whence.link.outlines import may_be_same
from whence.link.rarity import Rarity, place_keys
from whence.link.scenes import Scene
from whence.link.targets import KINDRED, targets
from whence.model.statement import EventKind
from whence.model.values import Interval, Place

Tolls = frozenset[tuple[str, int]]
Kin = Mapping[str, float]
"""What the whole texts behind two scenes share, each feature with how much it tells, in [0, 1]."""

NO_KIN: Final[Kin] = MappingProxyType({})
JOIN: Final = 3.0
NEAR_KM: Final = 10.0
FAR_KM: Final = 100.0  # beyond this, and beyond both radii, two resolved places are not one place
ONE_KM: Final = 3.0  # two records so near are one place under two names
LAG_DAYS: Final = 1.0
FRESH_DAYS: Final = 7.0  # news is told within less; what may have happened longer ago is retold
STALE_DAYS: Final = 10.0
DAYS: Final = 4.0  # a longer time is a week, month or year, into which much falls
FEW_DAYS: Final = 4.0
MANY_DAYS: Final = 45.0
LARGE: Final = 5
CLOSE: Final = 1.25
KEPT: Final = 1 << 17  # comparisons remembered: pairs of names, tolls and kinds repeat
MOST_BY_TIME: Final = max(WEIGHTS[n][0] for n in ("same day", "overlapping days", "fits publication"))
SLACK: Final = 0.001  # what rounding may add to a sum
MOST_BY_PLACE: Final = max(WEIGHTS[n][0] for n in BY_PLACE)
BY_NUMBER: Final = frozenset({"same toll", "alike toll"})  # weighed by how rare the number is
ALIEN: Final = frozenset({"chemical", "shootdown", "execution"})


@dataclass(frozen=True, slots=True)
class PairScore:
    """How alike two scenes are, whether they can never be one, and by which features."""

    score: float
    veto: bool
    features: tuple[tuple[str, float], ...]

    @property
    def apart(self) -> bool:
        """Whether the two are told of different days."""
        return any(name in APART for name, _ in self.features)

    @property
    def thin(self) -> bool:
        """Whether one of the two is told thinly: without its day or without its place."""
        return any(name in THIN for name, _ in self.features)

    @property
    def never(self) -> bool:
        """Whether something else than their days forbids that the two are ever one."""
        return any(weight <= VETO and name not in BY_DAY for name, weight in self.features)

    @property
    def words(self) -> str:
        """The features as a sentence, the strongest first."""
        ranked = sorted(self.features, key=lambda f: (-abs(f[1]), f[0]))
        return "; ".join(WEIGHTS[name][1] for name, _ in ranked)


def score_pair(first: Scene, second: Scene, copied: bool, rarity: Rarity, kin: Kin = NO_KIN) -> PairScore:
    """Return how alike two scenes are; `copied` says that verified copied passages hold statements of both.

    `kin` is what the whole texts behind them share (`link.stories`), by names of features and how much each tells.
    """
    time, place = _time(first, second), _place(first, second)
    names = _names((time, place, _rest(first, second)), copied, kin)
    return _summed(_weighed(first, second, names, rarity, kin), weigh_words(first, second, rarity))


def joining(
    first: Scene,
    second: Scene,
    copied: bool,
    rarity: Rarity,
    kin: Kin = NO_KIN,
    least: float = JOIN,
) -> PairScore | None:
    """Return the score of two scenes if it may join them, None if not; what cannot reach that is not looked into.

    The same as `score_pair` for those that join.  Most pairs that meet in a block fall by their words, kinds and
    tolls, which are cheap to compare, or then by their times: names of places are the costly part.
    """
    rest, words = _weighed(first, second, _rest(first, second), rarity), weigh_words(first, second, rarity)
    most = SLACK + words + sum([w for _, w in rest])
    bare = not copied and not kin
    if bare and most + MOST_BY_TIME + MOST_BY_PLACE < least:
        return None
    time = _time(first, second)
    most += sum([WEIGHTS[name][0] for name in time])
    if bare and most + MOST_BY_PLACE < least:
        return None
    place = _place(first, second)
    if bare and most + sum([WEIGHTS[name][0] for name in place]) < least:
        return None
    if bare:
        found = _weighed(first, second, time + place, rarity) + rest
    else:
        names = _names((time, place, [name for name, _ in rest]), copied, kin)
        found = _weighed(first, second, names, rarity, kin)
    if any(w <= VETO for _, w in found) or sum([w for _, w in found]) + words + SLACK < least:
        return None
    score = _summed(found, words)
    return None if score.score < least else score


def may_be_thin(scene: Scene) -> bool:
    """Return whether a pair with this scene may be thin by it: it tells no day, a longer time or no place."""
    return scene.when is None or scene.when.days > DAYS or not scene.inner


def _rest(first: Scene, second: Scene) -> list[str]:
    return [name for judge in JUDGES for name in judge(first, second)]


def _names(judged: tuple[list[str], ...], copied: bool, kin: Kin) -> list[str]:
    names = [name for part in judged for name in part]
    if copied:
        names = [n for n in names if n not in UNDER_COPY] + ["copied"]
    if "same persons" in kin:
        names = [n for n in names if n not in UNDER_KIN]
    told = kin.keys() if OTHER_DAYS.isdisjoint(names) else kin.keys() - {"own names"}
    return names + sorted(told)


def _weighed(
    first: Scene, second: Scene, names: Iterable[str], rarity: Rarity, kin: Kin = NO_KIN
) -> list[tuple[str, float]]:
    """Return the features with their weights, each by how much it tells in this pile."""
    found = []
    for name in names:
        told = kin.get(name, 1.0)
        if name in BY_PLACE:
            told = rarity.telling(_shared_places(first, second))
        elif name == "same event":
            told = rarity.kind(first.events & second.events)
        elif name in BY_NUMBER:
            firm = first.tolls & second.tolls - (first.vague | second.vague)
            told = _rare_number(max((n for _, n in firm or first.tolls & second.tolls), default=0))
        found.append((name, round(WEIGHTS[name][0] * told, 6)))
        if name == "within" and (several := rarity.crowd.several(first, second)) > 1:
            found.append(("one of several", round(WEIGHTS["one of several"][0] * math.log2(several), 6)))
    return found


def weigh_words(first: Scene, second: Scene, rarity: Rarity) -> float:
    """Return what the words weigh that two scenes have in common."""
    return round(WEIGHTS["words"][0] * rarity.likeness(first, second), 6)


def _summed(found: Sequence[tuple[str, float]], words: float) -> PairScore:
    features = tuple((name, weight) for name, weight in (*found, ("words", words)) if weight)
    veto = any(weight <= VETO for _, weight in features)
    return PairScore(round(sum(w for _, w in features if w > VETO), 6), veto, features)


def _shared_places(first: Scene, second: Scene) -> frozenset[str]:
    """Return what two scenes have in common of places; where names are but near, those of the busier of the two."""
    one, other = place_keys(first, first.inner), place_keys(second, second.inner)
    if not one.isdisjoint(other):
        return one & other
    wide, wider = one | place_keys(first, first.outer), other | place_keys(second, second.outer)
    return wide & wider or one | other


def _time(first: Scene, second: Scene) -> list[str]:
    if first.window is None or second.window is None:
        return []
    if first.when is not None and second.when is not None:
        return _told_times(first, second, first.when, second.when)
    if _before(first, second) or _before(second, first):
        return ["told before"]
    gap = first.window.gap_days(second.window)
    if first.window.overlaps(second.window):
        longest = max(first.window.days, second.window.days)
        return [
            "fits publication"
            if longest <= FRESH_DAYS
            else "retold"
            if longest <= MANY_DAYS
            else "told of the past"
        ]
    untold = first.when is None and second.when is None
    if gap < LAG_DAYS:
        return ["next news" if untold else "near publication"]
    if gap > STALE_DAYS:
        return ["old news" if untold else "stale"]
    return ["other news" if untold else "misses publication"]


def _before(first: Scene, second: Scene) -> bool:
    """Return whether `first` was published before `second` is said to have happened."""
    told, when = first.published, second.when
    return told is not None and when is not None and told.end + timedelta(days=LAG_DAYS) < when.start


def _told_times(first: Scene, second: Scene, one: Interval, other: Interval) -> list[str]:
    if one.overlaps(other):
        longest = max(one.days, other.days)
        return ["same day" if longest <= 1.0 else "overlapping days" if longest <= DAYS else "within weeks"]
    gap = one.gap_days(other)
    if gap < LAG_DAYS:
        return ["next date" if first.dated and second.dated else "next day"]
    late = second if one < other else first
    if gap < 2 * LAG_DAYS and _on_publication(late):
        return ["told late"]
    return ["days apart" if gap < FEW_DAYS else "weeks apart" if gap < MANY_DAYS else "months apart"]


def _on_publication(scene: Scene) -> bool:
    """Return whether the time given is the day of publication, which may be the day of telling."""
    return scene.when is not None and scene.published is not None and scene.when.overlaps(scene.published)


def _place(first: Scene, second: Scene) -> list[str]:
    if not first.inner or not second.inner:
        shared = (first.inner | first.outer) & (second.inner | second.outer)
        return ["same area"] if shared else ["place not told"]
    if first.inner & second.inner or _spelt_alike(first, second):
        return ["same place"]
    if _inside(first, second):
        return ["within"]
    return [_distance(first, second)]


def _inside(first: Scene, second: Scene) -> bool:
    """Return whether a text names the place of one as what the other's lies in, in whatever spelling."""
    if first.inner & second.outer or second.inner & first.outer:
        return True
    pairs = [(a, b) for a in first.inner for b in second.outer]
    return any(alike(a, b) for a, b in (*pairs, *((b, a) for a in first.outer for b in second.inner)))


def _spelt_alike(first: Scene, second: Scene) -> bool:
    return any(alike(a, b) for a in first.inner for b in second.inner)


def alike(first: str, second: str) -> bool:
    """Return whether two folded place names are spellings of one."""
    return first == second or (may_be_same(first, second) and _one_name(first, second))


@lru_cache(maxsize=KEPT)
def _one_name(first: str, second: str) -> bool:
    """Return whether two names are one (pure; cached because pairs that may be one repeat)."""
    return same_name(first, second) is not None


def _distance(first: Scene, second: Scene) -> str:
    """Judge by resolved places; names that nobody knows are other places unless they are spelt alike."""
    pairs = [(p, q) for p in points_of(first) for q in points_of(second)]
    if not pairs:
        return "other place name"
    nearest, reach, holds = min(gap(p, q) for p, q in pairs)
    if nearest <= ONE_KM and not holds:
        return "same place"
    if holds:
        return "within"
    if nearest <= NEAR_KM:
        return "neighbours"
    if any(namesake(p, q) or namesake(q, p) for p, q in pairs):
        return "namesake"
    return "places apart" if nearest > FAR_KM + reach else "other place"


def points_of(scene: Scene) -> list[Place]:
    """Return the places that the innermost names of a scene may be."""
    return [p for name in sorted(scene.inner) for p in scene.points.get(name, ())]


def _event(first: Scene, second: Scene) -> tuple[str, ...]:
    return compare_events(first.events, second.events, first.bare or second.bare)


@lru_cache(maxsize=KEPT)
def compare_events(first: frozenset[EventKind], second: frozenset[EventKind], bare: bool) -> tuple[str, ...]:
    """Return what two sets of kinds of event are to one another; where bare words tell one, another says nothing."""
    one, other = first - {"other", "campaign"}, second - {"other", "campaign"}
    if not one or not other:
        return ()
    if one & other:
        return ("same event",)
    if any(frozenset((a, b)) in KINDRED for a in one for b in other):
        return ("kindred event",)
    if bare:
        return ()
    return ("alien event",) if (one | other) & ALIEN else ("other event",)


def _toll(first: Scene, second: Scene) -> tuple[str, ...]:
    shared = first.tolls & second.tolls
    if shared and shared <= first.vague | second.vague:
        return ("alike toll",)
    return _tolls(first.tolls, second.tolls)


@lru_cache(maxsize=KEPT)
def _tolls(first: Tolls, second: Tolls) -> tuple[str, ...]:
    """Compare the numbers of each kind, where none is shared by the largest: parts of a toll are smaller."""
    if first & second:
        return ("same toll",)
    tops = [(max(a), max(b)) for a, b in _by_aspect(first, second)]
    if any(min(t) >= LARGE and max(t) <= CLOSE * min(t) for t in tops):
        return ("close toll",)
    if not tops:
        return ()
    return ("far toll",) if all(max(t) > 4 * max(1, min(t)) for t in tops) else ("other toll",)


@cache
def _rare_number(number: int) -> float:
    """Return how much it tells that two tolls are one number: larger ones are rarer, round ones less so."""
    rounded = 0.4 if number >= 20 and number % 10 == 0 else 0.0
    return round(0.3 + 0.9 * math.log10(max(1, number)) - rounded, 6)


def _by_aspect(first: Tolls, second: Tolls) -> list[tuple[list[int], list[int]]]:
    pairs = []
    for aspect in ("killed", "injured"):
        one = [n for a, n in first if a == aspect]
        other = [n for a, n in second if a == aspect]
        if one and other:
            pairs.append((one, other))
    return pairs


def _culprit(first: Scene, second: Scene) -> tuple[str, ...]:
    return () if first.culprits.isdisjoint(second.culprits) else ("same culprit",)


def _target(first: Scene, second: Scene) -> tuple[str, ...]:
    one, other = targets(first.words), targets(second.words)
    if not one or not other:
        return ()
    return ("same target",) if one & other else ("other target",)


def _same_report(first: Scene, second: Scene) -> tuple[str, ...]:
    if first.report != second.report:
        return ()
    apart = first.inner and second.inner and not first.inner & second.inner
    if apart and (_spelt_alike(first, second) or _inside(first, second)):
        return ("same report",)
    return ("same report, other place",) if apart else ("same report",)


def _container(first: Scene, second: Scene) -> tuple[str, ...]:
    return ("campaign and incident",) if first.container != second.container else ()


JUDGES: Final[tuple[Callable[[Scene, Scene], tuple[str, ...]], ...]] = (
    _event,
    _toll,
    _culprit,
    _target,
    _same_report,
    _container,
)
