"""Numbers that stand for runs of words: shingles, MinHash signatures, LSH bands and winnowed fingerprints, in numpy.

All constants come from splitmix64 over fixed seeds, so that equal words give equal numbers on every machine.
MinHash and banding: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", ch. 3.
Winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003.
"""

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


def signature(words: Hashes) -> Hashes:
    """Return the MinHash signature (64 numbers) of the set of 4-word shingles of `words`."""
    grams = np.unique(gram_hashes(words, min(SHINGLE, max(1, len(words)))) % PRIME)
    if not len(grams):
        return np.full(SIGNATURE, PRIME, dtype=np.uint64)
    return np.asarray(
        ((_FACTOR[:, None] * grams[None, :] + _SHIFT[:, None]) % PRIME).min(axis=1), dtype=np.uint64
    )


def band_keys(signatures: Hashes) -> Hashes:
    """Return the LSH keys of signatures (n, 64) as (n, 16): two texts that share one are candidates."""
    rows = signatures.reshape(len(signatures), BANDS, ROWS)
    keys = np.broadcast_to(np.arange(BANDS, dtype=np.uint64), rows.shape[:2]).copy()
    for i in range(ROWS):
        keys = mixed(keys ^ rows[:, :, i])
    return keys


def winnowed(grams: Hashes, window: int) -> Ints:
    """Return the places of the grams chosen as fingerprints: the least of every `window` neighbours, rightmost on ties.

    Two texts that share `window` consecutive grams share a fingerprint.
    """
    if len(grams) <= window:
        return np.asarray([int(grams.argmin())] if len(grams) else [], dtype=np.int64)
    views = np.lib.stride_tricks.sliding_window_view(grams, window)[:, ::-1]
    return np.unique(np.arange(len(views)) + window - 1 - views.argmin(axis=1)).astype(np.int64)
