"""Which reports could share passages: near duplicates by MinHash, passages by fingerprints, boilerplate left out.

Near linear: a bucket of up to ALL_PAIRS reports gives every pair; a larger one (a wire story in hundreds of outlets)
pairs each report with the HUBS first ones and its neighbour, which keeps every report tied to the others by an edge
that is verified.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.link.minhash import Hashes, Ints, band_keys, gram_hashes, signature, winnowed

GRAM: Final = 8  # words of a fingerprint: long enough that only copying or a stock text repeats it
WINDOW: Final = 8  # every shared run of GRAM + WINDOW - 1 = 15 words leaves a common fingerprint
MIN_SHARED: Final = 2  # fingerprints: one may be a quoted sentence
ALL_PAIRS: Final = 32
HUBS: Final = 4
ALIKE: Final = 0.3  # share of a signature: near duplicates count as one text when boilerplate is counted
BOILERPLATE: Final = 10  # unlike texts that hold a gram: a stock paragraph, not a copied story
HOUSE: Final = 3  # unlike texts of one outlet, and of no other: the house's own furniture


@dataclass(frozen=True, slots=True)
class Words:
    """One report as numbers: a hash a word, and which words count (not furniture)."""

    hashes: Hashes
    counted: NDArray[np.bool_]
    outlet: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of indices (lower first) that may share passages, and for each text the words that are boilerplate."""

    pairs: tuple[tuple[int, int], ...]
    boilerplate: tuple[NDArray[np.bool_], ...]


def find_candidates(texts: Sequence[Words]) -> Candidates:
    """Return the pairs of `texts` worth aligning.  The order of `texts` decides the hubs of large buckets alone."""
    if len(texts) < 2:
        return Candidates((), tuple(np.zeros(len(t.hashes), dtype=np.bool_) for t in texts))
    grams = [_counted_grams(t) for t in texts]
    alike = _near_duplicates(texts)
    stock = _stock_grams(grams, _groups(len(texts), alike), [t.outlet for t in texts])
    pairs = set(alike) | _sharing(grams, stock)
    return Candidates(
        tuple(sorted(pairs)),
        tuple(_covered(g, stock, len(t.hashes)) for g, t in zip(grams, texts, strict=True)),
    )


def _counted_grams(text: Words) -> Hashes:
    """The grams of a text; one that holds a word that does not count is 0, which is no gram."""
    grams = gram_hashes(text.hashes, GRAM)
    if len(grams):
        bad = np.convolve((~text.counted).astype(np.int64), np.ones(GRAM, dtype=np.int64), "valid") > 0
        grams[bad] = 0
    return grams


def _near_duplicates(texts: Sequence[Words]) -> list[tuple[int, int]]:
    signatures = np.stack([signature(t.hashes[t.counted]) for t in texts])
    filled = np.asarray([int(t.counted.sum()) >= GRAM for t in texts])
    keys = band_keys(signatures)
    found: set[tuple[int, int]] = set()
    for band in range(keys.shape[1]):
        found |= _bucket_pairs(keys[filled, band], np.flatnonzero(filled))
    return sorted(p for p in found if float((signatures[p[0]] == signatures[p[1]]).mean()) >= ALIKE)


def _bucket_pairs(keys: Hashes, owners: Ints) -> set[tuple[int, int]]:
    """The pairs of distinct owners that have a key in common."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[starts[1:], len(keys)]
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        pairs.update(_pairs_of([int(o) for o in np.unique(owners[start:end])]))
    return pairs


def _pairs_of(members: Sequence[int]) -> list[tuple[int, int]]:
    if len(members) <= ALL_PAIRS:
        return list(combinations(members, 2))
    hubs = [(hub, m) for hub in members[:HUBS] for m in members if m > hub]
    return hubs + list(zip(members[HUBS:], members[HUBS + 1 :], strict=False))


def _groups(count: int, pairs: Sequence[tuple[int, int]]) -> Ints:
    """The group of near duplicates that each text belongs to; only boilerplate is counted by it, nothing is linked."""
    group = list(range(count))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for a, b in pairs:
        x, y = sorted((root(a), root(b)))
        group[y] = x
    return np.asarray([root(i) for i in range(count)], dtype=np.int64)


def _stock_grams(grams: Sequence[Hashes], groups: Ints, outlets: Sequence[int]) -> Hashes:
    """The grams, sorted, that many unlike texts hold, or several unlike texts of one outlet and none of another."""
    gram, group, outlet = _flat(grams, groups, outlets)
    if not len(gram):
        return gram
    order = np.lexsort((outlet, group, gram))
    gram, group, outlet = gram[order], group[order], outlet[order]
    new_gram = np.r_[True, gram[1:] != gram[:-1]]
    new_group = new_gram | np.r_[True, group[1:] != group[:-1]]
    starts = np.flatnonzero(new_gram)
    spread = np.add.reduceat(new_group.astype(np.int64), starts)
    low, high = np.minimum.reduceat(outlet, starts), np.maximum.reduceat(outlet, starts)
    stock = (spread >= BOILERPLATE) | ((spread >= HOUSE) & (low == high) & (low >= 0))
    return np.asarray(gram[starts][stock], dtype=np.uint64)


def _flat(grams: Sequence[Hashes], groups: Ints, outlets: Sequence[int]) -> tuple[Hashes, Ints, Ints]:
    sizes = [len(g) for g in grams]
    gram = np.concatenate(grams)
    group, outlet = np.repeat(groups, sizes), np.repeat(np.asarray(outlets, dtype=np.int64), sizes)
    real = gram != 0
    return gram[real], group[real], outlet[real]


def _sharing(grams: Sequence[Hashes], stock: Hashes) -> set[tuple[int, int]]:
    """The pairs that have MIN_SHARED fingerprints in common, boilerplate not counted."""
    chosen = [g[winnowed(g, WINDOW)] for g in grams]
    chosen = [np.unique(g[(g != 0) & ~_in_sorted(g, stock)]) for g in chosen]
    keys = np.concatenate(chosen)
    owners = np.repeat(np.arange(len(grams), dtype=np.int64), [len(g) for g in chosen])
    counts: dict[tuple[int, int], int] = {}
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    ends = np.r_[starts[1:], len(keys)].astype(np.int64)
    several = ends - starts > 1
    for members, times in _equal_buckets(owners, starts[several], ends[several]).items():
        for pair in _pairs_of(members):
            counts[pair] = counts.get(pair, 0) + times
    return {pair for pair, n in counts.items() if n >= MIN_SHARED}


def _equal_buckets(owners: Ints, starts: Ints, ends: Ints) -> dict[tuple[int, ...], int]:
    """How many fingerprints each set of texts shares: copies of one story share dozens, so sets are few."""
    found: dict[tuple[int, ...], int] = {}
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        members = tuple(owners[start:end].tolist())
        found[members] = found.get(members, 0) + 1
    return found


def _in_sorted(values: Hashes, table: Hashes) -> NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(values), dtype=np.bool_)
    at = np.minimum(np.searchsorted(table, values), len(table) - 1)
    return np.asarray(table[at] == values, dtype=np.bool_)


def _covered(grams: Hashes, stock: Hashes, count: int) -> NDArray[np.bool_]:
    """Which of `count` words lie in a boilerplate gram."""
    covered = np.zeros(count, dtype=np.bool_)
    for at in np.flatnonzero(_in_sorted(grams, stock) & (grams != 0)):
        covered[at : at + GRAM] = True
    return covered
