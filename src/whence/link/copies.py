"""Which reports copy which: shared passages verified word by word, with direction where something shows it.

Candidates come from `candidates`, passages from `align`.  No edge follows from two others: each is verified itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from whence.link.align import Match, find_passages, seeds_of
from whence.link.candidates import Words, find_candidates
from whence.link.direction import Agencies, find_direction
from whence.link.minhash import word_hash
from whence.model.finding import Copy, Passage
from whence.model.report import Report
from whence.model.span import Span

# A text is a copy from 40 shared words of its own that are in no quotation (two sentences; one quoted statement in two
# reports has none), or from 20 such words where they are three tenths of the shorter text (short wire items).
MIN_WORDS: Final = 40
MIN_WORDS_SHORT: Final = 20
MIN_SHARE: Final = 0.3
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_QUOTED: Final = re.compile(r"“[^“”]{1,800}”|\"[^\"]{1,800}\"|«[^«»]{1,800}»")


@dataclass(frozen=True, slots=True)
class _Text:
    """A report's words: where each stands, its number, and whether it counts and lies outside quotations."""

    report: Report
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: list[int]
    quoted: tuple[bool, ...]
    words: Words


def find_copies(reports: Sequence[Report], agencies: Agencies = frozenset()) -> tuple[Copy, ...]:
    """Return every pair of reports that shares verified passages, sorted by (copy, original).

    `agencies` are names of outlets that are news agencies: of two reports alike of one day, theirs is the original.
    Furniture blocks and boilerplate (stock paragraphs of many unlike reports) count neither as shared nor as own words.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    texts = _numbered(ordered)
    candidates = find_candidates([t.words for t in texts])
    masked = [_masked(t, boilerplate) for t, boilerplate in zip(texts, candidates.boilerplate, strict=True)]
    seeds: dict[int, dict[tuple[int, ...], list[int]]] = {}
    copies = []
    for a, b in candidates.pairs:
        if b not in seeds:
            seeds[b] = seeds_of(masked[b])
        found = find_passages(masked[a], masked[b], seeds[b])
        copy = _copy(_Pair(texts[a], texts[b], masked[a], masked[b], found), agencies) if found else None
        if copy:
            copies.append(copy)
    return tuple(sorted(copies, key=lambda c: (c.copy, c.original)))


def _numbered(reports: Sequence[Report]) -> list[_Text]:
    numbers: dict[str, int] = {}
    hashes: list[int] = []
    outlets: dict[str, int] = {}
    texts = []
    for report in reports:
        found = list(_WORD.finditer(report.text.casefold() if report.text.isascii() else report.text))
        own = []
        for m in found:
            word = m.group() if report.text.isascii() else m.group().casefold()
            number = numbers.get(word)
            if number is None:
                number = numbers[word] = len(numbers)
                hashes.append(word_hash(word))
            own.append(number)
        outlet = outlets.setdefault(report.outlet, len(outlets)) if report.outlet else -1
        texts.append(_text(report, found, own, outlet))
    table = np.asarray(hashes, dtype=np.uint64)
    return [_with_hashes(t, table) for t in texts]


def _text(report: Report, found: Sequence[re.Match[str]], numbers: list[int], outlet: int) -> _Text:
    starts, ends = tuple(m.start() for m in found), tuple(m.end() for m in found)
    furniture = _inside(starts, [(b.start, b.end) for b in report.blocks if b.kind == "furniture"])
    quoted = _inside(starts, [m.span() for m in _QUOTED.finditer(report.text)])
    words = Words(np.zeros(0, dtype=np.uint64), ~np.asarray(furniture, dtype=np.bool_), outlet)
    return _Text(report, starts, ends, numbers, tuple(quoted), words)


def _with_hashes(text: _Text, table: np.ndarray[tuple[int, ...], np.dtype[np.uint64]]) -> _Text:
    own = table[text.numbers] if text.numbers else np.zeros(0, dtype=np.uint64)
    words = Words(own, text.words.counted, text.words.outlet)
    return _Text(text.report, text.starts, text.ends, text.numbers, text.quoted, words)


def _inside(places: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of the sorted `places` lie in one of the spans."""
    inside = [False] * len(places)
    at = 0
    for start, end in sorted(spans):
        while at < len(places) and places[at] < start:
            at += 1
        while at < len(places) and places[at] < end:
            inside[at] = True
            at += 1
    return inside


def _masked(text: _Text, boilerplate: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[int]:
    """The words as numbers, -1 for those that are equal to nothing: furniture and boilerplate."""
    counted = (text.words.counted & ~boilerplate).tolist()
    return [n if ok else -1 for n, ok in zip(text.numbers, counted, strict=True)]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts with what they share."""

    first: _Text
    second: _Text
    first_words: list[int]
    second_words: list[int]
    matches: tuple[Match, ...]


def _copy(pair: _Pair, agencies: Agencies) -> Copy | None:
    """The copy that the pair is, None if what they share is too little."""
    first = {i + k for m in pair.matches for i, _, n in m.runs for k in range(n)}
    second = {j + k for m in pair.matches for _, j, n in m.runs for k in range(n)}
    share = (_share(first, pair.first_words), _share(second, pair.second_words))
    told = min(sum(not pair.first.quoted[i] for i in first), sum(not pair.second.quoted[j] for j in second))
    if told < MIN_WORDS_SHORT or (told < MIN_WORDS and max(share) < MIN_SHARE):
        return None
    direction, second_is_original, reason = find_direction(pair.first.report, pair.second.report, agencies)
    passages = tuple(sorted(_passage(pair, m, second_is_original) for m in pair.matches))
    a, b = (pair.first, pair.second) if second_is_original else (pair.second, pair.first)
    shares = share if second_is_original else share[::-1]
    return Copy(a.report.id, b.report.id, passages, shares[0], shares[1], direction, reason)


def _share(matched: set[int], words: list[int]) -> float:
    return round(len(matched) / max(1, sum(w >= 0 for w in words)), 6)


def _passage(pair: _Pair, match: Match, second_is_original: bool) -> Passage:
    first = Span.of(
        pair.first.report.text, pair.first.starts[match.first[0]], pair.first.ends[match.first[1] - 1]
    )
    second = Span.of(
        pair.second.report.text, pair.second.starts[match.second[0]], pair.second.ends[match.second[1] - 1]
    )
    return Passage(first, second, match.words) if second_is_original else Passage(second, first, match.words)
