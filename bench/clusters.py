"""Scores of one clustering against another: B-cubed, pairs, MUC, CEAF-e and their CoNLL mean.

A clustering maps each item to the name of its cluster; both must hold the same items, and singletons count.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Labels = Mapping[str, str]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, in [0, 1]."""

    precision: float
    recall: float
    f1: float


def _score(precision: float, recall: float) -> Score:
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def groups(labels: Labels) -> list[frozenset[str]]:
    """Return the clusters as sets of items, in order of their names."""
    members: dict[str, set[str]] = defaultdict(set)
    for item, label in labels.items():
        members[label].add(item)
    return [frozenset(members[name]) for name in sorted(members)]


def _check(gold: Labels, made: Labels) -> None:
    if set(gold) != set(made):
        raise ValueError(f"{len(set(gold) ^ set(made))} items are in one clustering alone")


def b_cubed(gold: Labels, made: Labels) -> Score:
    """Average over items of how much of each one's cluster is right (Bagga and Baldwin 1998)."""
    _check(gold, made)
    met = Counter((gold[i], made[i]) for i in gold)
    gold_size, made_size = Counter(gold.values()), Counter(made.values())
    precision = sum(n * n / made_size[m] for (_, m), n in sorted(met.items()))
    recall = sum(n * n / gold_size[g] for (g, _), n in sorted(met.items()))
    return _score(_ratio(precision, len(gold)), _ratio(recall, len(gold)))


def pairwise(gold: Labels, made: Labels) -> Score:
    """Precision and recall over the pairs of items that share a cluster; no pairs at all score 0."""
    _check(gold, made)

    def pairs(sizes: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes)

    right = pairs(Counter((gold[i], made[i]) for i in gold).values())
    said, true = pairs(Counter(made.values()).values()), pairs(Counter(gold.values()).values())
    return _score(_ratio(right, said), _ratio(right, true))


def muc(gold: Labels, made: Labels) -> Score:
    """Share of the links that need not be added to either clustering (Vilain et al. 1995)."""
    _check(gold, made)

    def kept(key: Labels, response: Labels) -> float:
        parts = [(len(g), len({response[i] for i in g})) for g in groups(key)]
        return _ratio(sum(n - p for n, p in parts), sum(n - 1 for n, _ in parts))

    return _score(kept(made, gold), kept(gold, made))


def ceaf_e(gold: Labels, made: Labels) -> Score:
    """Similarity of the best one-to-one matching of clusters, phi 4 (Luo 2005)."""
    _check(gold, made)
    key, response = groups(gold), groups(made)
    place = {item: n for n, group in enumerate(response) for item in group}
    alike = np.zeros((len(key), len(response)))
    for g, group in enumerate(key):
        for r, shared in sorted(Counter(place[i] for i in group).items()):
            alike[g, r] = 2 * shared / (len(group) + len(response[r]))
    best = sum(float(alike[g, r]) for g, r in best_matching(alike))
    return _score(_ratio(best, len(response)), _ratio(best, len(key)))


def conll(gold: Labels, made: Labels) -> float:
    """Return the mean of the F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2012)."""
    return (muc(gold, made).f1 + b_cubed(gold, made).f1 + ceaf_e(gold, made).f1) / 3


def best_matching(gain: NDArray[np.float64]) -> Sequence[tuple[int, int]]:
    """Return the (row, column) pairs of the one-to-one matching with the greatest total gain.

    Shortest augmenting paths with potentials (Jonker and Volgenant 1987), cubic in the smaller side.
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((r, c) for c, r in best_matching(gain.T))
    rows, columns = gain.shape
    cost = np.zeros((rows + 1, columns + 1))
    cost[1:, 1:] = -gain
    potential, price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # row matched to each column; 0 is none
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(cost, (potential, price), owner)
    return sorted((int(owner[c]) - 1, c - 1) for c in range(1, columns + 1) if owner[c])


def _augment(
    cost: NDArray[np.float64],
    duals: tuple[NDArray[np.float64], NDArray[np.float64]],
    owner: NDArray[np.int64],
) -> None:
    """Match the row in `owner[0]` along the cheapest augmenting path; changes `duals` and `owner`."""
    potential, price = duals
    slack = np.full(cost.shape[1], np.inf)
    way = np.zeros(cost.shape[1], dtype=np.int64)
    used = np.zeros(cost.shape[1], dtype=np.bool_)
    at = 0
    while True:
        used[at] = True
        reduced = cost[owner[at]] - potential[owner[at]] - price
        better = ~used & (reduced < slack)
        slack[better], way[better] = reduced[better], at
        nearest = int(np.argmin(np.where(used, np.inf, slack)))
        step = slack[nearest]
        potential[owner[used]] += step
        price[used] -= step
        slack[~used] -= step
        at = nearest
        if owner[at] == 0:
            break
    while at:
        owner[at], at = owner[way[at]], int(way[at])
