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

from whence.link.minhash import PART, SHINGLE, Hashes, Ints, band_keys, gram_hashes, signatures, winnowed

GRAM: Final = 8  # words of a fingerprint: long enough that only copying or a stock text repeats it
WINDOW: Final = 8  # every shared run of GRAM + WINDOW - 1 = 15 words leaves a common fingerprint
MIN_SHARED: Final = 2  # fingerprints: one may be a quoted sentence
ALL_PAIRS: Final = 32
HUBS: Final = 4
FIRST_BITS: Final = 20  # of a hash: a table of a million flags is looked up before the sorted one is searched
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


@dataclass(frozen=True, slots=True)
class _Grams:
    """The grams of all texts, one text after another; 0 is no gram.  `sizes` has how many each text has."""

    values: Hashes
    sizes: Ints

    @property
    def owners(self) -> Ints:
        """The text of each gram."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.int64), self.sizes)


def find_candidates(texts: Sequence[Words]) -> Candidates:
    """Return the pairs of `texts` worth aligning.  The order of `texts` decides the hubs of large buckets alone."""
    if len(texts) < 2:
        return Candidates((), tuple(np.zeros(len(t.hashes), dtype=np.bool_) for t in texts))
    grams = _counted_grams(texts)
    alike = _near_duplicates(texts)
    stock = _stock_grams(
        grams, _groups(len(texts), alike), np.asarray([t.outlet for t in texts], dtype=np.int64)
    )
    pairs = set(alike) | _sharing(grams, stock)
    return Candidates(tuple(sorted(pairs)), _covered(grams, stock, [len(t.hashes) for t in texts]))


def _grams(words: Hashes, sizes: Ints, size: int) -> _Grams:
    """The grams of texts whose words stand one after another; a run that ends in the next text is none."""
    ends = np.repeat(np.cumsum(sizes), sizes)
    inside = np.arange(len(words)) + size <= ends
    every = np.concatenate(
        [gram_hashes(words[i : i + PART + size - 1], size) for i in range(0, len(words), PART)] or [words]
    )
    return _Grams(every[inside[: len(every)]], np.maximum(sizes - (size - 1), 0))


def _counted_grams(texts: Sequence[Words]) -> _Grams:
    """The grams of all texts; one that holds a word that does not count is 0, which is no gram."""
    words = np.concatenate([t.hashes for t in texts])
    sizes = np.asarray([len(t.hashes) for t in texts], dtype=np.int64)
    grams = _grams(words, sizes, GRAM)
    ends = np.cumsum(grams.sizes)
    for i in (i for i, t in enumerate(texts) if grams.sizes[i] and not t.counted.all()):
        bad = np.convolve((~texts[i].counted).astype(np.int64), np.ones(GRAM, dtype=np.int64), "valid") > 0
        grams.values[ends[i] - grams.sizes[i] : ends[i]][bad] = 0
    return grams


def _near_duplicates(texts: Sequence[Words]) -> list[tuple[int, int]]:
    counted = [t.hashes[t.counted] for t in texts]
    sizes = np.asarray([len(c) for c in counted], dtype=np.int64)
    shingles = _grams(np.concatenate(counted), sizes, SHINGLE)
    signed = signatures(shingles.values, shingles.sizes)
    filled = sizes >= GRAM
    keys = band_keys(signed)
    found: set[tuple[int, int]] = set()
    for band in range(keys.shape[1]):
        found |= _bucket_pairs(keys[filled, band], np.flatnonzero(filled))
    return sorted(p for p in found if float((signed[p[0]] == signed[p[1]]).mean()) >= ALIKE)


def _bucket_pairs(keys: Hashes, owners: Ints) -> set[tuple[int, int]]:
    """The pairs of owners that have a key in common; each owner has one key."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[starts[1:], len(keys)]
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        pairs.update(_pairs_of(owners[start:end].tolist()))
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


def _stock_grams(grams: _Grams, groups: Ints, outlets: Ints) -> Hashes:
    """The grams, sorted, that many unlike texts hold, or several unlike texts of one outlet and none of another."""
    often = _repeated(grams.values, min(HOUSE, BOILERPLATE))
    kept = _in_sorted(grams.values, often) & (
        grams.values != 0
    )  # of millions of grams few come more than twice
    if not kept.any():
        return np.zeros(0, dtype=np.uint64)
    gram, owner = grams.values[kept], grams.owners[kept]
    group, outlet = groups[owner], outlets[owner]
    order = np.lexsort((outlet, group, gram))
    gram, group, outlet = gram[order], group[order], outlet[order]
    new_gram = np.r_[True, gram[1:] != gram[:-1]]
    new_group = new_gram | np.r_[True, group[1:] != group[:-1]]
    starts = np.flatnonzero(new_gram)
    spread = np.add.reduceat(new_group.astype(np.int64), starts)
    low, high = np.minimum.reduceat(outlet, starts), np.maximum.reduceat(outlet, starts)
    stock = (spread >= BOILERPLATE) | ((spread >= HOUSE) & (low == high) & (low >= 0))
    return np.asarray(gram[starts][stock], dtype=np.uint64)


def _repeated(values: Hashes, times: int) -> Hashes:
    """The values, sorted, that come `times` or more."""
    ranked = np.sort(values)
    return np.unique(ranked[times - 1 :][ranked[times - 1 :] == ranked[: len(ranked) - times + 1]])


def _sharing(grams: _Grams, stock: Hashes) -> set[tuple[int, int]]:
    """The pairs that have MIN_SHARED fingerprints in common, boilerplate not counted."""
    chosen = winnowed(grams.values, grams.sizes, WINDOW)
    keys, owners = grams.values[chosen], grams.owners[chosen]
    kept = (keys != 0) & _in_sorted(keys, _repeated(keys, 2)) & ~_in_sorted(keys, stock)
    keys, owners = _distinct(keys[kept], owners[kept])
    counts: dict[tuple[int, int], int] = {}
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    ends = np.r_[starts[1:], len(keys)].astype(np.int64)
    several = ends - starts > 1
    for members, times in _equal_buckets(owners, starts[several], ends[several]).items():
        for pair in _pairs_of(members):
            counts[pair] = counts.get(pair, 0) + times
    return {pair for pair, n in counts.items() if n >= MIN_SHARED}


def _distinct(keys: Hashes, owners: Ints) -> tuple[Hashes, Ints]:
    """The pairs of key and owner in order, each once."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    fresh = np.r_[True, (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])][: len(keys)]
    return keys[fresh], owners[fresh]


def _equal_buckets(owners: Ints, starts: Ints, ends: Ints) -> dict[tuple[int, ...], int]:
    """How many fingerprints each set of texts shares: copies of one story share dozens, so sets are few."""
    found: dict[tuple[int, ...], int] = {}
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        members = tuple(owners[start:end].tolist())
        found[members] = found.get(members, 0) + 1
    return found


def _in_sorted(values: Hashes, table: Hashes) -> NDArray[np.bool_]:
    """Which of the values stand in the sorted table; most that do not are known by their first bits alone."""
    found = np.zeros(len(values), dtype=np.bool_)
    if len(table):
        begun = np.zeros(1 << FIRST_BITS, dtype=np.bool_)
        begun[table >> np.uint64(64 - FIRST_BITS)] = True
        likely = np.flatnonzero(begun[values >> np.uint64(64 - FIRST_BITS)])
        at = np.minimum(np.searchsorted(table, values[likely]), len(table) - 1)
        found[likely] = table[at] == values[likely]
    return found


def _covered(grams: _Grams, stock: Hashes, counts: Sequence[int]) -> tuple[NDArray[np.bool_], ...]:
    """Which of each text's words, of which it has `counts`, lie in a boilerplate gram."""
    covered = [np.zeros(count, dtype=np.bool_) for count in counts]
    starts = np.cumsum(grams.sizes) - grams.sizes
    owners = grams.owners
    for at in np.flatnonzero(_in_sorted(grams.values, stock) & (grams.values != 0)):
        place = at - starts[owners[at]]
        covered[owners[at]][place : place + GRAM] = True
    return tuple(covered)
