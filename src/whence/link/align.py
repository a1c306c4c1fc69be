"""Passages that two texts share, word by word: maximal equal runs, joined over small rewordings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

SEED: Final = 5  # equal words in a row from which a run is grown; fewer and stock phrases are seeds
MIN_RUN: Final = 6  # a run this long or longer may be part of a passage
MAX_GAP: Final = 8  # words that may be reworded, put in or left out inside a passage
MIN_PASSAGE: Final = 12  # words of the shortest passage kept: a clause, not a phrase
CANDIDATES: Final = 8  # places tried for one seed: repeated phrases would make the search quadratic

Run = tuple[int, int, int]  # place in the one text, place in the other, words


@dataclass(frozen=True, slots=True)
class Match:
    """A passage: words [start, end) of each text, and how many of them are equal in order."""

    first: tuple[int, int]
    second: tuple[int, int]
    words: int
    runs: tuple[Run, ...]


def seeds_of(words: Sequence[int]) -> dict[tuple[int, ...], list[int]]:
    """Return where each run of SEED words stands in `words`; negative words stand for nothing and are in no seed."""
    table: dict[tuple[int, ...], list[int]] = defaultdict(list)
    whole = min(words, default=0) >= 0
    for i, seed in enumerate(_seeds(words)):
        if whole or min(seed) >= 0:
            table[seed].append(i)
    return dict(table)


def _seeds(words: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(words[i:] for i in range(SEED)), strict=False)


def find_passages(
    first: Sequence[int], second: Sequence[int], seeds: dict[tuple[int, ...], list[int]]
) -> tuple[Match, ...]:
    """Return the passages that `first` shares with `second`, in the order of `first`; `seeds` are those of `second`.

    Words are numbers, equal for equal words; a negative word is equal to none (furniture, boilerplate).
    """
    return tuple(m for m in _joined(_runs(first, second, seeds)) if m.words >= MIN_PASSAGE)


def _runs(first: Sequence[int], second: Sequence[int], seeds: dict[tuple[int, ...], list[int]]) -> list[Run]:
    runs: list[Run] = []
    end, diagonal = 0, 0  # what lies before `end` is in a run, or was tried
    for at, places in [(i, seeds[s]) for i, s in enumerate(_seeds(first)) if s in seeds]:
        if at < end:
            continue
        near = sorted(places, key=lambda j: (abs(j - at - diagonal), j))[:CANDIDATES]
        length, _, place = max((_length(first, second, at, j), -k, j) for k, j in enumerate(near))
        back = _length_back(first, second, at, place, runs[-1][0] + runs[-1][2] if runs else 0)
        if length + back >= MIN_RUN:
            runs.append((at - back, place - back, length + back))
            diagonal = place - at
        end = at + length
    return runs


def _length(first: Sequence[int], second: Sequence[int], i: int, j: int) -> int:
    n, end = 0, min(len(first) - i, len(second) - j)
    while n < end and first[i + n] == second[j + n] >= 0:
        n += 1
    return n


def _length_back(first: Sequence[int], second: Sequence[int], i: int, j: int, stop: int) -> int:
    n = 0
    while i - n > stop and j - n > 0 and first[i - n - 1] == second[j - n - 1] >= 0:
        n += 1
    return n


def _joined(runs: Sequence[Run]) -> list[Match]:
    groups: list[list[Run]] = []
    for run in runs:
        if groups:
            i, j, n = groups[-1][-1]
            if run[0] - i - n <= MAX_GAP and 0 <= run[1] - j - n <= MAX_GAP:
                groups[-1].append(run)
                continue
        groups.append([run])
    return [_match(group) for group in groups]


def _match(group: Sequence[Run]) -> Match:
    (i, j, _), (k, m, n) = group[0], group[-1]
    return Match((i, k + n), (j, m + n), sum(r[2] for r in group), tuple(group))
