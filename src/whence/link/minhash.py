"""Numbers that stand for runs of words: shingles, MinHash signatures, LSH bands and winnowed fingerprints, in numpy.

All constants come from splitmix64 over fixed seeds, so that equal words give equal numbers on every machine.
MinHash and banding: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", ch. 3.
Winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Ints = NDArray[np.int64]

SIGNATURE: Final = 64
BANDS: Final = (
    16  # of 4 rows: pairs that share half of their shingles meet with 0.64, those with 0.7 with 0.99
)
ROWS: Final = SIGNATURE // BANDS
SHINGLE: Final = 4
PART: Final = 1 << 15  # shingles hashed at once: 256 KiB, which a core keeps near
PRIME: Final = np.uint64((1 << 31) - 1)  # products of two numbers below it stay below 2**62


def mixed(values: Hashes) -> Hashes:
    """Return the splitmix64 finaliser of each number: every bit of the result depends on every bit given."""
    out = values + np.uint64(0x9E3779B97F4A7C15)
    out = (out ^ (out >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    out = (out ^ (out >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(out ^ (out >> np.uint64(31)), dtype=np.uint64)


_FACTOR: Final = mixed(np.arange(SIGNATURE, dtype=np.uint64)) % (PRIME - np.uint64(1)) + np.uint64(1)
_SHIFT: Final = mixed(np.arange(SIGNATURE, 2 * SIGNATURE, dtype=np.uint64)) % PRIME


def word_hash(word: str) -> int:
    """Return the 64-bit number that stands for `word`."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def gram_hashes(words: Hashes, size: int) -> Hashes:
    """Return one number for each run of `size` words, in order; none if there are fewer words."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    out = np.zeros(count, dtype=np.uint64)
    for i in range(size):
        out = mixed(out ^ words[i : i + count])
    return out


def signatures(grams: Hashes, sizes: Ints) -> Hashes:
    """Return the MinHash signatures (n, 64) of n sets of shingles, `sizes` of which stand in `grams` one after another.

    A set of none has the prime everywhere.
    """
    found = np.full((len(sizes), SIGNATURE), PRIME, dtype=np.uint64)
    filled = np.flatnonzero(sizes)
    starts = (np.cumsum(sizes) - sizes)[filled]
    for first, last in _parts(starts):
        begin, end = int(starts[first]), int(starts[last]) if last < len(starts) else len(grams)
        part = grams[begin:end] % PRIME
        places = starts[first:last] - begin
        for row in range(SIGNATURE):
            least = np.minimum.reduceat(_residues(part * _FACTOR[row] + _SHIFT[row]), places)
            found[filled[first:last], row] = least
    return found


def _parts(starts: Ints) -> Iterator[tuple[int, int]]:
    """Cut sets that begin at `starts` into runs [first, last) of about PART grams, which a core's cache holds."""
    first = 0
    while first < len(starts):
        last = int(np.searchsorted(starts, starts[first] + PART))
        last = max(first + 1, min(last, len(starts)))
        yield first, last
        first = last


def _residues(values: Hashes) -> Hashes:
    """Return the values, each below PRIME squared, modulo PRIME; in place, without a division (PRIME is 2**31 - 1)."""
    folded = values & PRIME
    values >>= np.uint64(31)
    folded += values
    np.subtract(folded, PRIME, out=values)  # wraps round to a huge number where it is below PRIME already
    np.minimum(folded, values, out=folded)
    return folded


def band_keys(signatures: Hashes) -> Hashes:
    """Return the LSH keys of signatures (n, 64) as (n, 16): two texts that share one are candidates."""
    rows = signatures.reshape(len(signatures), BANDS, ROWS)
    keys = np.broadcast_to(np.arange(BANDS, dtype=np.uint64), rows.shape[:2]).copy()
    for i in range(ROWS):
        keys = mixed(keys ^ rows[:, :, i])
    return keys


def winnowed(grams: Hashes, sizes: Ints, window: int) -> Ints:
    """Return the places of the grams chosen as fingerprints: the least of every `window` neighbours, rightmost on ties.

    `sizes` grams of each text stand in `grams` one after another; of a text with no more than a window of them the
    first least one is chosen.  Two texts that share `window` consecutive grams share a fingerprint.
    """
    ends = np.cumsum(sizes)
    starts = ends - sizes
    best = np.arange(len(grams), dtype=np.int64)
    reach = 1  # how many neighbours, from each place on, `best` is the least of
    while reach < window:
        step = min(reach, window - reach)
        left, right = best[:-step], best[step:]
        best = np.where(grams[right] <= grams[left], right, left)
        reach += step
    owner = np.repeat(np.arange(len(sizes)), sizes)[: len(best)]
    inside = (np.arange(len(best)) + window <= ends[owner]) & (sizes[owner] > window)
    short = [int(a + grams[a:e].argmin()) for a, e in zip(starts, ends, strict=True) if 0 < e - a <= window]
    picked = best[inside]  # never falls, as windows move on
    fresh = picked[np.r_[True, picked[1:] != picked[:-1]][: len(picked)]]
    return np.sort(np.r_[fresh, np.asarray(short, dtype=np.int64)]).astype(np.int64)
