"""Signatures and fingerprints of many texts at once are those of each text alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.minhash import PRIME, SIGNATURE, mixed, signatures, winnowed

NUMBERS = st.lists(st.lists(st.integers(0, 2**64 - 1), max_size=30), max_size=8)
FEW = st.lists(st.lists(st.integers(0, 5), max_size=30), max_size=8)  # ties


def flat(texts: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    values = np.asarray([n for text in texts for n in text], dtype=np.uint64)
    return values, np.asarray([len(text) for text in texts], dtype=np.int64)


def constants() -> tuple[list[int], list[int]]:
    """Factors and shifts, made anew by their definition."""
    numbers = [int(n) for n in mixed(np.arange(2 * SIGNATURE, dtype=np.uint64))]
    prime = int(PRIME)
    return [n % (prime - 1) + 1 for n in numbers[:SIGNATURE]], [n % prime for n in numbers[SIGNATURE:]]


@settings(max_examples=40, deadline=None)
@given(NUMBERS)
def test_a_signature_holds_the_least_of_each_permutation(texts: list[list[int]]) -> None:
    found, prime = signatures(*flat(texts)), int(PRIME)
    for text, signed in zip(texts, found, strict=True):
        for factor, shift, least in zip(*constants(), signed, strict=True):
            assert int(least) == min(((factor * (n % prime) + shift) % prime for n in text), default=prime)


@settings(max_examples=60, deadline=None)
@given(st.one_of(NUMBERS, FEW), st.integers(1, 9))
def test_fingerprints_are_the_least_of_every_window_of_one_text(texts: list[list[int]], window: int) -> None:
    chosen = {int(i) for i in winnowed(*flat(texts), window)}
    wanted, start = set(), 0
    for text in texts:
        if len(text) <= window:
            wanted |= {start + text.index(min(text))} if text else set()
        else:
            for at in range(len(text) - window + 1):
                least = min(text[at : at + window])
                wanted.add(start + max(i for i in range(at, at + window) if text[i] == least))
        start += len(text)
    assert chosen == wanted
