"""Clusters that never join what is incompatible: greedy average linkage with vetoes and rulings.

What is told by few and thinly (a retelling without day or place) is last put to the one larger cluster that it fits,
if no other fits nearly as well.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from whence.link.features import JOIN, PairScore
from whence.link.pairs import Pair

AVERAGE: Final = 1.8  # what all pairs between two clusters must score on average
FEW: Final = (
    0.2  # share of the pairs between two clusters that may be told of different days: one day was misread
)
CORE: Final = 16  # members of a large cluster that stand for it when another is compared with it
LIKELY: Final = (
    2.0  # what one pair at least must score where a small cluster is put to the only one that it fits
)
# and the better half of all pairs on average, where in most of them one side tells no day or no place to agree on
FITS: Final = 1.6
CLEAR: Final = 1.0  # by how much it must fit better than any other
KNOWN: Final = 3  # reports at least that tell what retellings are put to
RIVAL: Final = 2  # and what they might be put to instead
# times so wide that much falls into them
LOOSE: Final = frozenset({"told of the past", "within weeks", "retold"})

Score = Callable[[int, int], PairScore]
Join = tuple[int, int, PairScore | None]


@dataclass(slots=True)
class _Clusters:
    """Union-find with members; mutable while clustering runs and never seen outside.

    `ruled` gives the nodes that people parted from a node, `told` those that one report tells apart from it.
    """

    home: list[int]
    members: dict[int, list[int]]
    ruled: Mapping[int, frozenset[int]]
    told: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, size: int, ruled: Iterable[Pair], told: Iterable[Pair] = ()) -> "_Clusters":
        """Return `size` clusters of one node each."""
        return cls(list(range(size)), {i: [i] for i in range(size)}, _sides(ruled), _sides(told))

    def join(self, first: int, second: int) -> None:
        """Put the members of two clusters into the one with the smaller number."""
        keep, gone = sorted((first, second))
        for node in self.members[gone]:
            self.home[node] = keep
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))

    def parted(self, first: int, second: int, *, by_text: bool = True) -> bool:
        """Return whether a ruling, or with `by_text` a report, parts a member of one from a member of the other."""
        return self._meets(self.ruled, first, second) or (by_text and self._meets(self.told, first, second))

    def _meets(self, apart: Mapping[int, frozenset[int]], first: int, second: int) -> bool:
        if not apart:
            return False
        few, other = sorted((first, second), key=lambda c: len(self.members[c]))
        return any(self.home[n] == other for m in self.members[few] for n in apart.get(m, ()))


def _sides(pairs: Iterable[Pair]) -> dict[int, frozenset[int]]:
    """Return for each node those that stand in a pair with it."""
    sides: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        sides[a].add(b)
        sides[b].add(a)
    return {n: frozenset(found) for n, found in sides.items()}


@dataclass(frozen=True, slots=True)
class Clustering:
    """Groups of node numbers, the pairs that joined them with their scores, and rulings that could not be kept.

    `retold` are those pairs of `joined` by which a small group was put to the only larger one that it fits.
    """

    groups: tuple[tuple[int, ...], ...]
    joined: tuple[Join, ...]
    refused: tuple[Pair, ...]
    retold: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """What clusters must respect: pairs that people ruled the same or different, and that one report tells apart."""

    must: Sequence[Pair] = ()
    cannot: Sequence[Pair] = ()
    told: Sequence[Pair] = ()


NO_LIMITS: Final = Limits()


def cluster(
    scored: Sequence[tuple[Pair, PairScore]],
    score: Score,
    tellers: Sequence[str],
    limits: Limits = NO_LIMITS,
    thin: Collection[int] | None = None,
) -> Clustering:
    """Group nodes 0..len(tellers)-1, pairs from the highest score down, within `limits`.

    Two clusters join when the best pair scores `JOIN`, no pair between them is vetoed or told or ruled apart, and all
    pairs between them average `AVERAGE`; what is told of days comes together before what is told of weeks or years.
    Then whole clusters join that people ruled the same; their rulings go before what a report tells apart, and of
    rulings that contradict one another the one that parts is kept, and the refused one is returned.  `tellers` names
    each node's report; a cluster that tells no day or no place is at last put to one that `KNOWN` reports tell.  `thin`
    are the nodes of which one at least is in each pair whose score is thin, None where that is not known.  Ties are
    broken by node number.
    """
    ruled = _Clusters.of(len(tellers), limits.cannot)
    kept, refused = _ruled(ruled, limits.must)
    parted = {
        pair
        for a, b in limits.cannot
        for pair in product(ruled.members[ruled.home[a]], ruled.members[ruled.home[b]])
    }  # who is ruled the same as one of two that are parted is parted from the other
    told = [(a, b) for a, b in limits.told if ruled.home[a] != ruled.home[b]]
    ranked = sorted(scored, key=lambda s: (_loose(s[1]), -s[1].score, s[0]))
    state, joined = _greedy(_Clusters.of(len(tellers), parted, told), ranked, score)
    if not _joined_as_ruled(
        state, kept
    ):  # the machine joined each with what is parted from the other: rulings first
        state = _Clusters.of(len(tellers), parted, told)
        _joined_as_ruled(state, kept)
        state, joined = _greedy(state, ranked, score)
    retold = list(_retellings(state, ranked, score, tellers, thin))
    groups = tuple(tuple(state.members[i]) for i in sorted(state.members))
    by_ruling: list[Join] = [(a, b, None) for a, b in kept]
    return Clustering(
        groups, (*by_ruling, *joined, *retold), refused, frozenset((a, b) for a, b, _ in retold)
    )


def _loose(found: PairScore) -> bool:
    """Whether one of two is told of a week, month or year, or as known already."""
    return any(name in LOOSE for name, _ in found.features)


def _greedy(
    state: _Clusters, ranked: Sequence[tuple[Pair, PairScore]], score: Score
) -> tuple[_Clusters, list[Join]]:
    joined: list[Join] = []
    for (a, b), found in ranked:
        one, other = state.home[a], state.home[b]
        if found.score < JOIN or found.veto or one == other or state.parted(one, other):
            continue
        fit = _fit(state.members[one], state.members[other], score)
        if fit is not None and fit.average >= AVERAGE:
            state.join(one, other)
            joined.append((a, b, found))
    return state, joined


def _joined_as_ruled(state: _Clusters, must: Sequence[Pair]) -> bool:
    """Join the clusters of each pair of `must`; return False where people part a member of one from the other."""
    for a, b in must:
        one, other = state.home[a], state.home[b]
        if one != other and state.parted(one, other, by_text=False):
            return False
        if one != other:
            state.join(one, other)
    return True


def _ruled(state: _Clusters, must: Sequence[Pair]) -> tuple[list[Pair], tuple[Pair, ...]]:
    """Join what people ruled the same; return the rulings that hold, and those that another one forbids."""
    kept: list[Pair] = []
    refused: list[Pair] = []
    for a, b in must:
        one, other = state.home[a], state.home[b]
        if one != other and state.parted(one, other):
            refused.append((a, b))
            continue
        kept.append((a, b))
        if one != other:
            state.join(one, other)
    return kept, tuple(refused)


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """What the pairs between two clusters score on average, and the better half of them.

    `thin` says that in most of them one side tells no day or no place.  What is told in passing agrees with those
    members of a large cluster that tell as much, and has nothing to agree on with the rest: hence the better half.
    """

    average: float
    better: float
    thin: bool


def _fit(first: Sequence[int], second: Sequence[int], score: Score) -> _Fit | None:
    """Return how well two clusters (their cores, if large) fit; None if they are apart.

    Two that are told of different days must be alike by themselves, so that a chain of days never joins its ends;
    a few such pairs are borne, for one misread day shall not keep two large clusters apart, and twice as few that
    one report tells apart.
    """
    pairs = list(product(_core(first), _core(second)))
    found: list[PairScore] = []
    apart = 0
    for a, b in pairs:
        told = score(min(a, b), max(a, b))
        found.append(told)
        if told.veto or (told.apart and told.score < JOIN):
            apart += 1 + told.never
            if apart > FEW * len(pairs):
                return None
    thin = 2 * sum(f.thin for f in found) > len(found)
    scores = sorted((f.score for f in found), reverse=True)
    half = scores[: (len(scores) + 1) // 2]
    return _Fit(round(sum(scores) / len(scores), 6), round(sum(half) / len(half), 6), thin)


def _core(members: Sequence[int]) -> Sequence[int]:
    """Return at most `CORE` members, evenly spread over all of them."""
    if len(members) <= CORE:
        return members
    return [members[i * len(members) // CORE] for i in range(CORE)]


def _retellings(
    state: _Clusters,
    ranked: Sequence[tuple[Pair, PairScore]],
    score: Score,
    tellers: Sequence[str],
    thin: Collection[int] | None,
) -> Iterator[Join]:
    """Put what is told thinly to the larger cluster that alone it fits, the smallest first; yield the pair of each."""
    links = _links(state, ranked)
    for own in sorted(links, key=lambda c: (len(state.members[c]), c)):
        if own not in state.members:
            continue
        rivals = _rivals(state, own, links[own], tellers)
        known = [c for c in rivals if _told(state, c, tellers) >= KNOWN]
        if not any(thin is None or _may_be_thin(state.members[own], state.members[c], thin) for c in known):
            continue  # it can be put to none
        fits = {c: f for c in rivals if (f := _fit(state.members[own], state.members[c], score)) is not None}
        best = _only(fits)
        if best in known:
            state.join(own, best)
            yield rivals[best]


def _rivals(state: _Clusters, own: int, links: Mapping[int, Join], tellers: Sequence[str]) -> dict[int, Join]:
    """Return the clusters that `own` is linked with and several reports tell, each with its first pair."""
    least = max(RIVAL, _told(state, own, tellers))
    found: dict[int, Join] = {}
    for other in sorted(links):
        to = state.home[other]
        if to != own and to not in found and _told(state, to, tellers) >= least and not state.parted(own, to):
            found[to] = links[other]
    return found


def _told(state: _Clusters, home: int, tellers: Sequence[str]) -> int:
    """How many reports tell a cluster."""
    return len({tellers[n] for n in state.members[home]})


def _may_be_thin(first: Sequence[int], second: Sequence[int], thin: Collection[int]) -> bool:
    """Return whether in most pairs between two clusters one side at least may be told thinly."""
    pairs = list(product(_core(first), _core(second)))
    return 2 * sum(a in thin or b in thin for a, b in pairs) > len(pairs)


def _links(state: _Clusters, ranked: Sequence[tuple[Pair, PairScore]]) -> dict[int, dict[int, Join]]:
    """Return for each cluster those with which a pair is `LIKELY`, each with its best pair."""
    links: dict[int, dict[int, Join]] = {}
    for (a, b), found in ranked:
        one, other = state.home[a], state.home[b]
        if one != other and not found.veto and found.score >= LIKELY:
            links.setdefault(one, {}).setdefault(other, (a, b, found))
            links.setdefault(other, {}).setdefault(one, (a, b, found))
    return links


def _only(fits: Mapping[int, _Fit]) -> int | None:
    """Return the one of several clusters that another fits, if it fits none of the others nearly as well."""
    ranked = sorted(fits, key=lambda c: (-fits[c].better, c))
    if not ranked:
        return None
    best = fits[ranked[0]]
    clear = len(ranked) == 1 or best.better - fits[ranked[1]].better >= CLEAR
    return ranked[0] if clear and best.thin and best.better >= FITS else None
