"""Which scenes can never be one incident, however alike: told apart by one report, or a sum beside what it sums up."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from whence.link.pairs import Pair
from whence.link.scenes import Scene
from whence.model.values import Interval

HALF: Final = 0.5  # of all days that two sums cover: what both must cover to be sums over the same
DAY: Final = 1.0


def told_apart(scenes: Sequence[Scene]) -> list[Pair]:
    """Return the pairs of scenes (by number) that one report tells as two happenings.

    It says that the second is another, or gives the two parts of a day, or days, that do not meet.
    """
    of: dict[str, list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        of[scene.report].append(number)
    return [
        (a, b)
        for numbers in of.values()
        for a, b in combinations(numbers, 2)
        if scenes[b].another or _at_other_times(scenes[a].when, scenes[b].when)
    ]


def _at_other_times(one: Interval | None, other: Interval | None) -> bool:
    """Return whether two times are parts of one day that do not meet."""
    if one is None or other is None or "part of day" not in (one.precision, other.precision):
        return False
    return max(one.days, other.days) <= DAY and not one.overlaps(other)


def is_other_sum(first: Scene, second: Scene) -> bool:
    """Return whether one of two scenes is a sum and the other is not, or is a sum over quite another time."""
    if first.container != second.container:
        return True
    if not first.container or first.when is None or second.when is None:
        return False
    both = min(first.when.end, second.when.end) - max(first.when.start, second.when.start)
    all_days = max(first.when.end, second.when.end) - min(first.when.start, second.when.start)
    return both < HALF * all_days
