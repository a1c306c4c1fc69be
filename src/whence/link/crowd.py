"""How many places a pile tells of inside a wider one on the same days: which of them a bare town means is then open.

"A blast in the city" is the blast in its one quarter that is told of that day; where ten quarters are, it may be any.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from whence.link.atlas import distance_km
from whence.link.scenes import Scene
from whence.model.values import Place

MOST_DAYS: Final = 9.0  # of a longer time no day is the one that is told of


@dataclass(frozen=True, slots=True)
class Crowd:
    """The innermost places that are told of day by day.

    `inside` maps the name of a wider place and a day to the places that texts name as lying in it, `spots` a day to
    where its places lie.  `near` keeps which of them lie in a place: pairs of scenes repeat it.
    """

    inside: Mapping[tuple[str, date], frozenset[str]] = field(default_factory=dict)
    spots: Mapping[date, Mapping[str, Place]] = field(default_factory=dict)
    near: dict[tuple[Place, date], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, scenes: Iterable[Scene]) -> "Crowd":
        """Note the places of `scenes`."""
        inside: dict[tuple[str, date], set[str]] = defaultdict(set)
        spots: dict[date, dict[str, Place]] = defaultdict(dict)
        for scene in scenes:
            for day in _days(scene):
                for name in sorted(scene.inner):
                    spots[day].update((name, place) for place in scene.points.get(name, ())[:1])
                for wider in scene.outer:
                    inside[wider, day] |= scene.inner
        return cls({key: frozenset(names) for key, names in inside.items()}, dict(spots))

    def several(self, first: Scene, second: Scene) -> int:
        """Return how many places are told of, on days of both, inside the wider place of the two."""
        days = sorted(_days(first) & _days(second))
        named = (first.inner & second.outer) | (second.inner & first.outer)
        if named:
            return max(len(self._union(self.inside.get((n, d), frozenset()) for d in days)) for n in named)
        points = [p for s in (first, second) for n in sorted(s.inner) for p in s.points.get(n, ())]
        if not points:
            return 0
        widest = max(points, key=lambda p: (p.radius_km, p.key))
        return len(self._union(self._within(widest, d) for d in days))

    def _within(self, wide: Place, day: date) -> frozenset[str]:
        found = self.near.get((wide, day))
        if found is None:
            here = (wide.lat, wide.lon)
            found = self.near[wide, day] = frozenset(
                name
                for name, p in self.spots.get(day, {}).items()
                if p.radius_km < wide.radius_km and distance_km(here, (p.lat, p.lon)) <= wide.radius_km
            )
        return found

    @staticmethod
    def _union(found: Iterable[frozenset[str]]) -> frozenset[str]:
        return frozenset[str]().union(*found)


def _days(scene: Scene) -> frozenset[date]:
    """Return the days that a scene may be of; none where its time is long or unknown."""
    if scene.window is None or scene.window.days > MOST_DAYS:
        return frozenset()
    start = scene.window.start
    return frozenset((start + timedelta(days=n)).date() for n in range(math.ceil(scene.window.days)))
