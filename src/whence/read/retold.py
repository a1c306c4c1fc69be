"""Figures that a report tells more than once: the telling that names its own source stands, the others lead to it.

A lede gives without a source what its source says further down, a recap gives it with another word for the same
people ("14 fighters", "14 members of the group"): that is no second toll.  A headline that adds up what its body
tells place by place is no toll of a happening.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count
from whence.read.inherit import Voiced
from whence.read.numerals import PLURALS, word_set

_ARMED: Final = word_set(
    "fighters militants terrorists gunmen rebels insurgents jihadists extremists combatants soldiers personnel "
    "officers troops pilots airmen forces members guards guerrillas"
)
_PLAIN: Final = word_set("civilians citizens residents locals villagers inhabitants")
_PARTICULAR: Final = 6  # smaller figures repeat by chance within a report
_SEVERAL: Final = 2  # single people repeat by chance within a happening too
_MORE: Final = re.compile(r"\b(?:another|also|further|more|additional|separate)\b", re.I)
_BEFORE: Final = len("additional ")
_SOURCED: Final = "source behind"  # the rule of a chain whose medium the sentence names itself
_ADDED: Final = 3  # values of the body that a headline adds up, at most
_LOOKED: Final = 50  # tellings of one figure that are compared
_SHORT: Final = 12  # a shorter title could stand in a text by chance
_SUMMED: Final = 12  # values of the body that are looked at


def without_retellings(report: Report, told: Sequence[Voiced], scenes: Mapping[int, int]) -> list[Voiced]:
    """Return `told` without the retellings of a figure; what stands has a reason that leads to each of them.

    `scenes` maps sentences to scenes.
    """
    left_out: dict[int, list[Voiced]] = {}
    dropped: set[int] = set()
    for alike in _by_figure(report, told):
        for at, i in enumerate(alike):
            for j in alike[at + 1 :]:
                if not {i, j} & dropped and _retells(told[j], told[i], scenes):
                    dropped.add(j)
                    left_out.setdefault(i, []).append(told[j])
    sums = _headline_sums(report, told, scenes)
    return [
        _with_reasons(report, v, left_out.get(i, ()))
        for i, v in enumerate(told)
        if i not in dropped and i not in sums
    ]


def _by_figure(report: Report, told: Sequence[Voiced]) -> list[list[int]]:
    """Return the places in `told` of each figure that is told more than once: those with a source of their own first.

    Of a figure that a text repeats without end only the first are looked at, so that time stays linear.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for i, v in enumerate(told):
        value = v.draft.value
        if isinstance(value, Count) and not _MORE.search(_around(report, v)):
            key = (v.draft.aspect, value.amount.lower, value.amount.upper, value.part)
            found.setdefault(key, []).append(i)
    rows = [row[:_LOOKED] for row in found.values() if len(row) > 1]
    return [
        sorted(row, key=lambda i: (not _own(told[i]), not told[i].hops, told[i].draft.start, i))
        for row in rows
    ]


def _around(report: Report, v: Voiced) -> str:
    """The words of the claim with the one before it: "another 14 guards"."""
    return report.text[max(0, v.draft.start - _BEFORE) : v.draft.end]


def _own(v: Voiced) -> bool:
    """Whether the claim names its source itself."""
    return bool(v.hops) and all(r.rule == _SOURCED for r in v.reasons)


def _retells(v: Voiced, first: Voiced, scenes: Mapping[int, int]) -> bool:
    """Whether `v` tells again what `first` tells, whose figure is the same."""
    a, b = v.draft.value, first.draft.value
    if not isinstance(a, Count) or not isinstance(b, Count) or v.draft.aspect != first.draft.aspect:
        return False
    if _unsourced(v, first, scenes):
        return True
    if a.amount.rule in PLURALS or max(a.amount.lower or 0, a.amount.upper or 0) < _PARTICULAR:
        return False  # "dozens" are told of every attack
    if v.draft.sentence == first.draft.sentence or not _alike(a.group, b.group) or not _own(first):
        return False
    if not v.hops:
        return v.draft.start < first.draft.start
    same = scenes[v.draft.sentence] == scenes[first.draft.sentence] and _root(v) == _root(first)
    return same and a.group != b.group


def _unsourced(v: Voiced, first: Voiced, scenes: Mapping[int, int]) -> bool:
    """Whether `v` gives without a source what `first` gives with one, of the same happening."""
    a, b = v.draft.value, first.draft.value
    if not isinstance(a, Count) or not isinstance(b, Count) or not _alike(a.group, b.group):
        return False
    if max(a.amount.lower or 0, a.amount.upper or 0) < _SEVERAL or v.draft.sentence == first.draft.sentence:
        return False
    same = scenes[v.draft.sentence] == scenes[first.draft.sentence]
    return same and not v.hops and bool(first.hops)


def _alike(a: str, b: str) -> bool:
    """Whether two words may name one group of people."""
    return a == b or any(a in kind and b in kind for kind in (_ARMED | {"people"}, _PLAIN | {"people"}))


def _root(v: Voiced) -> str:
    voice = v.hops[-1].voice
    return re.sub(r"^(?:the|an?|its)\s+", "", (voice.refers or voice.name).lower())


def _with_reasons(report: Report, v: Voiced, again: Sequence[Voiced]) -> Voiced:
    if not again:
        return v
    spans = [Span.of(report.text, a.draft.start, a.draft.end) for a in again]
    found = tuple(Evidence(report.id, s) for s in spans)
    return replace(
        v, reasons=(*v.reasons, Reason("told again", "the report tells the same figure again", found))
    )


def _headline_sums(report: Report, told: Sequence[Voiced], scenes: Mapping[int, int]) -> frozenset[int]:
    """The places in `told` of the headline's figures that only add up what the body tells of several happenings."""
    ranges = _headlines(report)
    counts = [(i, v, v.draft.value.amount) for i, v in enumerate(told) if isinstance(v.draft.value, Count)]
    inside = {i for i, v, _ in counts if any(s <= v.draft.start < e for s, e in ranges)}
    body: dict[str, set[tuple[int, int]]] = {}
    for i, v, amount in counts:
        if i not in inside and amount.exact:
            body.setdefault(v.draft.aspect, set()).add((scenes[v.draft.sentence], amount.upper or 0))
    parts = {aspect: sorted(figures)[:_SUMMED] for aspect, figures in body.items()}
    return frozenset(
        i
        for i, v, amount in counts
        if i in inside and amount.exact and _adds_up(amount.upper or 0, parts.get(v.draft.aspect, ()))
    )


def _adds_up(total: int, body: Sequence[tuple[int, int]]) -> bool:
    """Whether `total` is no figure of the body (scene, figure) but the sum of some of several scenes."""
    if any(n == total for _, n in body):
        return False
    for size in range(2, _ADDED + 1):
        for part in combinations(body, size):
            if len({s for s, _ in part}) == size and sum(n for _, n in part) == total:
                return True
    return False


def _headlines(report: Report) -> list[tuple[int, int]]:
    """Where the headline stands: as a block of its own, and printed again before the body."""
    found = [(b.start, b.end) for b in report.blocks if b.kind == "title"]
    at = report.text.find(report.title) if len(report.title) >= _SHORT else -1
    return [*found, (at, at + len(report.title))] if at >= 0 else found
