"""Clusters that never join what is incompatible: greedy average linkage with vetoes and rulings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from whence.link.features import JOIN, PairScore
from whence.link.pairs import Pair

AVERAGE: Final = 1.8  # what all pairs between two clusters must score on average
CORE: Final = 16  # members of a large cluster that stand for it when another is compared with it

Score = Callable[[int, int], PairScore]


@dataclass(slots=True)
class _Clusters:
    """Union-find with members; mutable while clustering runs and never seen outside."""

    home: list[int]
    members: dict[int, list[int]]
    apart: set[Pair] = field(default_factory=set)

    def join(self, first: int, second: int) -> None:
        """Put the members of two clusters into the one with the smaller number."""
        keep, gone = sorted((first, second))
        for node in self.members[gone]:
            self.home[node] = keep
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))

    def parted(self, first: int, second: int) -> bool:
        """Return whether a ruling parts any member of one from any member of the other."""
        here = (sorted(p) for p in product(self.members[first], self.members[second])) if self.apart else ()
        return any((a, b) in self.apart for a, b in here)


@dataclass(frozen=True, slots=True)
class Clustering:
    """Groups of node numbers, the pairs that joined them with their scores, and rulings that could not be kept."""

    groups: tuple[tuple[int, ...], ...]
    joined: tuple[tuple[int, int, PairScore | None], ...]
    refused: tuple[Pair, ...]


def cluster(
    size: int,
    scored: Sequence[tuple[Pair, PairScore]],
    score: Score,
    must: Sequence[Pair],
    cannot: Sequence[Pair],
) -> Clustering:
    """Group nodes 0..size-1: rulings first, then pairs from the highest score down.

    Two clusters join when the best pair scores `JOIN`, no pair between them is vetoed or ruled apart, and all pairs
    between them average `AVERAGE`.  Of rulings that contradict one another the one that parts is kept, and the
    refused one is returned.  Ties are broken by node number.
    """
    state = _Clusters(list(range(size)), {i: [i] for i in range(size)}, {(min(p), max(p)) for p in cannot})
    joined: list[tuple[int, int, PairScore | None]] = []
    refused: list[Pair] = []
    for a, b in must:
        one, other = state.home[a], state.home[b]
        if one != other and state.parted(one, other):
            refused.append((a, b))
        elif one != other:
            state.join(one, other)
            joined.append((a, b, None))
    for (a, b), found in sorted(scored, key=lambda s: (-s[1].score, s[0])):
        one, other = state.home[a], state.home[b]
        if found.score < JOIN or found.veto or one == other:
            continue
        if not state.parted(one, other) and _alike(state.members[one], state.members[other], score):
            state.join(one, other)
            joined.append((a, b, found))
    groups = tuple(tuple(state.members[i]) for i in sorted(state.members))
    return Clustering(groups, tuple(joined), tuple(refused))


def _alike(first: Sequence[int], second: Sequence[int], score: Score) -> bool:
    """Return whether all pairs between two clusters (their cores, if large) agree on average and none is vetoed.

    Two that are told of different days must be alike by themselves: a chain of days never joins its ends.
    """
    total, pairs = 0.0, 0
    for a, b in product(_core(first), _core(second)):
        found = score(min(a, b), max(a, b))
        if found.veto or (found.apart and found.score < JOIN):
            return False
        total += found.score
        pairs += 1
    return total >= AVERAGE * pairs


def _core(members: Sequence[int]) -> Sequence[int]:
    """Return at most `CORE` members, evenly spread over all of them."""
    if len(members) <= CORE:
        return members
    return [members[i * len(members) // CORE] for i in range(CORE)]
