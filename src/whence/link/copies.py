"""Which reports copy which: shared passages verified word by word, with direction where something shows it.

Candidates come from `candidates`, passages from `align`.  No edge follows from two others: each is verified itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

import numpy as np

from whence.link.align import Match, find_passages, seeds_of
from whence.link.candidates import find_candidates
from whence.link.copies_words import Layout, lay_out, number_words
from whence.link.direction import Agencies, find_direction
from whence.model.finding import Copy, Passage
from whence.model.report import Report
from whence.model.span import Span

# A text is a copy from 40 shared words of its own that are in no quotation (two sentences; one quoted statement in two
# reports has none), or from 20 such words where they are three tenths of the shorter text (short wire items).
MIN_WORDS: Final = 40
MIN_WORDS_SHORT: Final = 20
MIN_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports with the words that each has of its own (neither furniture nor boilerplate) and what they share."""

    first: Report
    second: Report
    own: tuple[int, int]
    matches: tuple[Match, ...]


def find_copies(reports: Sequence[Report], agencies: Agencies = frozenset()) -> tuple[Copy, ...]:
    """Return every pair of reports that shares verified passages, sorted by (copy, original).

    `agencies` are names of outlets that are news agencies: of two reports alike of one day, theirs is the original.
    Furniture blocks and boilerplate (stock paragraphs of many unlike reports) count neither as shared nor as own words.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    pairs = _pairs(ordered)
    compared = {r.id: r for pair in pairs for r in (pair.first, pair.second)}
    layouts = {key: lay_out(report) for key, report in sorted(compared.items())}
    found = (_copy(pair, layouts[pair.first.id], layouts[pair.second.id], agencies) for pair in pairs)
    return tuple(sorted((c for c in found if c), key=lambda c: (c.copy, c.original)))


def _pairs(reports: Sequence[Report]) -> list[_Pair]:
    """The pairs of reports that share passages."""
    numbers, words = number_words(reports)
    candidates = find_candidates(words)
    own: dict[int, list[int]] = {}  # the words as numbers, -1 for those that are equal to nothing
    for i in sorted({i for pair in candidates.pairs for i in pair}):
        own[i] = np.where(words[i].counted & ~candidates.boilerplate[i], numbers[i], -1).tolist()
    counts = {i: sum(w >= 0 for w in found) for i, found in own.items()}
    pairs = []
    for second, members in groupby(sorted(candidates.pairs, key=itemgetter(1)), key=itemgetter(1)):
        seeds = seeds_of(own[second])  # made once and then dropped: those of a large pile fill the memory
        for first, _ in members:
            if matches := find_passages(own[first], own[second], seeds):
                pairs.append(_Pair(reports[first], reports[second], (counts[first], counts[second]), matches))
    return pairs


def _copy(pair: _Pair, first: Layout, second: Layout, agencies: Agencies) -> Copy | None:
    """The copy that the pair is, None if what they share is too little; where the words of each stand is given."""
    here = {i + k for m in pair.matches for i, _, n in m.runs for k in range(n)}
    there = {j + k for m in pair.matches for _, j, n in m.runs for k in range(n)}
    share = (_share(here, pair.own[0]), _share(there, pair.own[1]))
    told = min(sum(not first.quoted[i] for i in here), sum(not second.quoted[j] for j in there))
    if told < MIN_WORDS_SHORT or (told < MIN_WORDS and max(share) < MIN_SHARE):
        return None
    direction, second_is_original, reason = find_direction(pair.first, pair.second, agencies)
    passages = [
        (_span(pair.first, first, m.first), _span(pair.second, second, m.second), m) for m in pair.matches
    ]
    if second_is_original:
        told_there = tuple(sorted(Passage(a, b, m.words) for a, b, m in passages))
        return Copy(pair.first.id, pair.second.id, told_there, *share, direction, reason)
    told_here = tuple(sorted(Passage(b, a, m.words) for a, b, m in passages))
    return Copy(pair.second.id, pair.first.id, told_here, *share[::-1], direction, reason)


def _share(matched: set[int], own: int) -> float:
    return round(len(matched) / max(1, own), 6)


def _span(report: Report, layout: Layout, words: tuple[int, int]) -> Span:
    """The stretch of the report from the first to the last of `words` [first, last)."""
    return Span.of(report.text, layout.starts[words[0]], layout.ends[words[1] - 1])
