"""Which pairs of scenes cannot join, told at a glance: from a few numbers of each scene, for all pairs at once.

In a large pile most pairs that meet in a block share a day and a number and nothing else.  What is reckoned here for a
pair is never less than what comparing its two scenes in full comes to, words in common apart; so what falls short is
not compared further, and nothing that could join is lost.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache, reduce
from operator import or_
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from whence.link.atlas import EARTH_KM
from whence.link.feature_weights import VETO, WEIGHTS
from whence.link.features import (
    CLOSE,
    DAYS,
    FEW_DAYS,
    FRESH_DAYS,
    KEPT,
    LAG_DAYS,
    LARGE,
    MANY_DAYS,
    NEAR_KM,
    STALE_DAYS,
    compare_events,
    points_of,
)  # fmt: skip
from whence.link.outlines import Outlines
from whence.link.rarity import Rarity, place_keys
from whence.link.scenes import Scene
from whence.link.targets import targets
from whence.model.statement import EventKind
from whence.model.values import Interval

Ints = NDArray[np.int64]
Marks = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Steps = Sequence[tuple[float, tuple[str, ...]]]

_Value = TypeVar("_Value", bound=Hashable)

PART: Final = 1 << 16  # pairs reckoned at once: the columns of so many stay in the processor's cache
MARKS: Final = (
    64  # bits of a mark; names whose numbers are equal modulo 64 are taken for one, which refuses less
)
SPARE_KM: Final = 1.0  # what rounding may take from a distance
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
_DAY: Final = timedelta(days=1) // _TICK
_NEVER: Final = 1 << 62


def _most(*names: str) -> float:
    """The largest weight of the features that may hold."""
    return max(WEIGHTS[name][0] for name in names)


ELSEWHERE: Final = _most("namesake", "other place", "places apart")
AREA: Final = _most("same area", "place not told")
# what holds up to how many days: of the longer of two times that meet, else of the gap between them
MEETING: Final[Steps] = ((1.0, ("same day",)), (DAYS, ("overlapping days",)), (math.inf, ("within weeks",)))
FITTING: Final[Steps] = (
    (FRESH_DAYS, ("fits publication",)), (MANY_DAYS, ("retold",)), (math.inf, ("told of the past",)),
)  # fmt: skip
PARTED: Final[Steps] = (
    (LAG_DAYS, ("next day", "next date")), (FEW_DAYS, ("told late", "days apart")), (MANY_DAYS, ("weeks apart",)),
    (math.inf, ("months apart",)),
)  # fmt: skip
MISSING: Final[Steps] = (
    (LAG_DAYS, ("near publication",)), (STALE_DAYS, ("misses publication",)), (math.inf, ("stale",)),
)  # fmt: skip
UNTOLD: Final[Steps] = (
    (LAG_DAYS, ("next news",)), (STALE_DAYS, ("other news",)), (math.inf, ("old news",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Where:
    """Places of each scene: marks and long words of its innermost names and of all names, where they lie, how telling.

    `only` is the number of the one innermost place, another number for each scene that has none or several.  `box`
    holds the least and the greatest of three coordinates in km, `reach` the largest radius.
    """

    named: Flags
    only: Ints
    inner: Marks
    wide: Marks
    long_inner: Flags
    long_wide: Flags
    located: Flags
    box: Floats
    reach: Floats
    telling: Floats
    only_telling: Floats

    @classmethod
    def of(cls, scenes: Sequence[Scene], rarity: Rarity) -> "_Where":
        outlines = Outlines.of({n for s in scenes for n in (*s.inner, *s.outer)})
        bits = {name: 1 << number % MARKS for name, number in outlines.group.items()}
        inner = [_marked(bits, s.inner) for s in scenes]
        boxes = [_box(s) for s in scenes]
        keys = [place_keys(s, s.inner) for s in scenes]
        number = _numbered(k for several in keys for k in several)
        only = [number[next(iter(k))] if len(k) == 1 else -1 - i for i, k in enumerate(keys)]
        wide = [k | place_keys(s, s.outer) for k, s in zip(keys, scenes, strict=True)]
        return cls(
            np.array([bool(s.inner) for s in scenes], dtype=np.bool_),
            np.array(only, dtype=np.int64),
            np.array(inner, dtype=np.uint64),
            np.array(
                [m | _marked(bits, s.outer) for m, s in zip(inner, scenes, strict=True)], dtype=np.uint64
            ),
            np.array([not outlines.long.isdisjoint(s.inner) for s in scenes], dtype=np.bool_),
            np.array([not outlines.long.isdisjoint(s.inner | s.outer) for s in scenes], dtype=np.bool_),
            np.array([b is not None for b in boxes], dtype=np.bool_),
            np.array([b[:6] if b else (0.0,) * 6 for b in boxes], dtype=np.float64).reshape(-1, 6),
            np.array([b[6] if b else 0.0 for b in boxes], dtype=np.float64),
            np.array([rarity.telling(k) for k in wide], dtype=np.float64),
            np.array([rarity.telling(k) for k in keys], dtype=np.float64),
        )

    def most(self, a: Ints, b: Ints) -> Floats:
        """What the places of each pair weigh at most."""
        met = _meet(self.inner, self.inner, a, b) | (self.long_inner[a] & self.long_inner[b])
        within = _meet(self.inner, self.wide, a, b) | _meet(self.wide, self.inner, a, b)
        within |= (self.long_inner[a] & self.long_wide[b]) | (self.long_wide[a] & self.long_inner[b])
        both = self.located[a] & self.located[b]
        apart = np.maximum(self.box[a, :3] - self.box[b, 3:], self.box[b, :3] - self.box[a, 3:]).max(axis=1)
        near = both & (apart <= np.maximum(NEAR_KM, np.maximum(self.reach[a], self.reach[b])) + SPARE_KM)
        telling = np.where(
            self.only[a] == self.only[b],
            self.only_telling[a],
            np.maximum(self.telling[a], self.telling[b]),
        )
        known = np.select(
            (met | near, within, both),
            (_most("same place") * telling, _most("within") * telling, np.full(len(a), ELSEWHERE)),
            _most("other place name"),
        )
        return np.where(self.named[a] & self.named[b], known, AREA)


@dataclass(frozen=True, slots=True)
class _When:
    """Times of each scene in microseconds: whether its text tells when, the start and end of that or of news, its news.

    `known` says whether there is any; `news` is a day after the end of publication, `due` the start of what is told:
    what lies between them was published before it happened.
    """

    told: Flags
    known: Flags
    start: Ints
    end: Ints
    news: Ints
    due: Ints

    @classmethod
    def of(cls, scenes: Sequence[Scene]) -> "_When":
        windows = [_ticks(s.window) for s in scenes]
        news = [_ticks(s.published)[1] + int(LAG_DAYS * _DAY) if s.published else _NEVER for s in scenes]
        due = [_ticks(s.when)[0] if s.when else -_NEVER for s in scenes]
        return cls(
            np.array([s.when is not None for s in scenes], dtype=np.bool_),
            np.array([s.window is not None for s in scenes], dtype=np.bool_),
            np.array([w[0] for w in windows], dtype=np.int64),
            np.array([w[1] for w in windows], dtype=np.int64),
            np.array(news, dtype=np.int64),
            np.array(due, dtype=np.int64),
        )

    def most(self, a: Ints, b: Ints) -> Floats:
        """What the times of each pair weigh at most."""
        gap = np.maximum(self.start[a], self.start[b]) - np.minimum(self.end[a], self.end[b])
        longest = np.maximum(self.end[a] - self.start[a], self.end[b] - self.start[b])
        told = np.where(gap < 0, _step(longest, MEETING), _step(gap, PARTED))
        missed = np.where(self.told[a] | self.told[b], _step(gap, MISSING), _step(gap, UNTOLD))
        before = (self.news[a] < self.due[b]) | (self.news[b] < self.due[a])
        news = np.where(before, VETO, np.where(gap < 0, _step(longest, FITTING), missed))
        found = np.where(self.told[a] & self.told[b], told, news)
        return np.where(self.known[a] & self.known[b], found, 0.0)


@dataclass(frozen=True, slots=True)
class _What:
    """What is told of each scene: its report, kinds of event (by number), tolls, who did it, what was hit.

    `tops` has the most killed and injured, -1 where none is told; `alike` what two sets of kinds weigh, not told by
    bare words and told by them.
    """

    report: Ints
    events: Ints
    alike: Floats
    bare: Flags
    container: Flags
    tops: Ints
    tolls: Marks
    culprits: Marks
    targets: Marks

    @classmethod
    def of(cls, scenes: Sequence[Scene], rarity: Rarity) -> "_What":
        reports, kinds = _numbered(s.report for s in scenes), _numbered(s.events for s in scenes)
        numbers = _bits(t for s in scenes for t in sorted(s.tolls))
        actors = _bits(c for s in scenes for c in sorted(s.culprits))
        hit = [targets(s.words) for s in scenes]
        things = _bits(t for h in hit for t in sorted(h))
        return cls(
            np.array([reports[s.report] for s in scenes], dtype=np.int64),
            np.array([kinds[s.events] for s in scenes], dtype=np.int64),
            np.array([[[_kind(e, o, bare, rarity) for o in kinds] for e in kinds] for bare in (False, True)]),
            np.array([s.bare for s in scenes], dtype=np.bool_),
            np.array([s.container for s in scenes], dtype=np.bool_),
            np.array([_tops(s) for s in scenes], dtype=np.int64).reshape(-1, 2),
            np.array([_marked(numbers, s.tolls) for s in scenes], dtype=np.uint64),
            np.array([_marked(actors, s.culprits) for s in scenes], dtype=np.uint64),
            np.array([_marked(things, h) for h in hit], dtype=np.uint64),
        )

    def most(self, a: Ints, b: Ints) -> Floats:
        """What kinds, tolls, culprits and targets of each pair weigh at most, and telling them apart in one report."""
        bare = (self.bare[a] | self.bare[b]).astype(np.int64)
        found = self.alike[bare, self.events[a], self.events[b]] + self._tolls(a, b)
        found += np.where(_meet(self.culprits, self.culprits, a, b), _most("same culprit"), 0.0)
        hit = (self.targets[a] != 0) & (self.targets[b] != 0)
        same = _meet(self.targets, self.targets, a, b)
        found += np.where(hit, np.where(same, _most("same target"), _most("other target")), 0.0)
        found += np.where(self.report[a] == self.report[b], _most("same report"), 0.0)
        return found + np.where(self.container[a] != self.container[b], _most("campaign and incident"), 0.0)

    def _tolls(self, a: Ints, b: Ints) -> Floats:
        low, high = np.minimum(self.tops[a], self.tops[b]), np.maximum(self.tops[a], self.tops[b])
        close = ((low >= LARGE) & (high <= CLOSE * low)).any(axis=1)
        both = low >= 0
        far = both.any(axis=1) & (~both | (high > 4 * np.maximum(1, low))).all(axis=1)
        unlike = np.where(far, _most("far toll"), np.where(both.any(axis=1), _most("other toll"), 0.0))
        shared = np.minimum(
            self.tops[a].max(axis=1), self.tops[b].max(axis=1)
        )  # no number that both give is larger
        same = _most("same toll") * (0.3 + 0.9 * np.log10(np.maximum(1, shared)))
        return np.where(
            _meet(self.tolls, self.tolls, a, b),
            np.maximum(same, _most("alike toll")),
            np.where(close, _most("close toll"), unlike),
        )


@dataclass(frozen=True, slots=True)
class Glance:
    """A few numbers of each scene, by which pairs of them (by position) are looked at before they are compared."""

    where: _Where
    when: _When
    what: _What

    @classmethod
    def of(cls, scenes: Sequence[Scene], rarity: Rarity) -> "Glance":
        """Take the numbers from `scenes`."""
        return cls(_Where.of(scenes, rarity), _When.of(scenes), _What.of(scenes, rarity))

    def most(self, pairs: Ints) -> Floats:
        """Return for each row of `pairs` (n x 2) what its two scenes score at most, words in common left out.

        That holds where no words are copied and nothing is known of the whole texts.
        """
        parts = [pairs[i : i + PART] for i in range(0, len(pairs), PART)]
        found = [
            self.where.most(a, b) + self.when.most(a, b) + self.what.most(a, b)
            for a, b in (p.T for p in parts)
        ]
        return np.concatenate(found) if found else np.zeros(0)


def _meet(first: Marks, second: Marks, a: Ints, b: Ints) -> Flags:
    met: Flags = (first[a] & second[b]) != 0
    return met


def _step(length: Ints, steps: Steps) -> Floats:
    """The largest weight of what holds up to the first number of days that each length does not exceed."""
    return np.select([length <= days * _DAY for days, _ in steps], [_most(*names) for _, names in steps])


def _numbered(values: Iterable[_Value]) -> Mapping[_Value, int]:
    found: dict[_Value, int] = {}
    for value in values:
        found.setdefault(value, len(found))
    return found


def _bits(values: Iterable[_Value]) -> Mapping[_Value, int]:
    """A bit for each value; values that share one are taken for one, which refuses less."""
    return {value: 1 << number % MARKS for value, number in _numbered(values).items()}


def _marked(bits: Mapping[_Value, int], values: Iterable[_Value]) -> int:
    return reduce(or_, map(bits.__getitem__, values), 0)


def _tops(scene: Scene) -> tuple[int, int]:
    killed = max((n for a, n in scene.tolls if a == "killed"), default=-1)
    return killed, max((n for a, n in scene.tolls if a == "injured"), default=-1)


def _ticks(interval: Interval | None) -> tuple[int, int]:
    if interval is None:
        return 0, 0
    return (interval.start - _EPOCH) // _TICK, (interval.end - _EPOCH) // _TICK


def _kind(first: frozenset[EventKind], second: frozenset[EventKind], bare: bool, rarity: Rarity) -> float:
    """What two sets of kinds of event weigh."""
    told = {"same event": rarity.kind(first & second)}
    return sum(WEIGHTS[name][0] * told.get(name, 1.0) for name in compare_events(first, second, bare))


def _box(scene: Scene) -> tuple[float, ...] | None:
    """The least and greatest coordinates in km of a scene's points as seen from the earth's centre, and their reach.

    What is apart along one axis is at least as far apart on the ground.
    """
    points = points_of(scene)
    if not points:
        return None
    axes = tuple(zip(*(_coordinates(p.lat, p.lon) for p in points), strict=True))
    return (*map(min, axes), *map(max, axes), max(p.radius_km for p in points))


@lru_cache(maxsize=KEPT)
def _coordinates(lat: float, lon: float) -> tuple[float, float, float]:
    north, east = math.radians(lat), math.radians(lon)
    flat = EARTH_KM * math.cos(north)
    return flat * math.cos(east), flat * math.sin(east), EARTH_KM * math.sin(north)
