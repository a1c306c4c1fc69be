"""How far reviewers agree on what both have answered: share and Cohen's kappa (Cohen 1960)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.model.judgement import Judgement

Place = tuple[str, int, int]
Subject = tuple[str, frozenset[Place]]
_FAMILY = {
    "same-incident": "incidents", "different-incident": "incidents",
    "same-source": "sources", "different-source": "sources", "dependent": "sources", "independent": "sources",
    "retracted": "source", "withdrawn": "report", "wrong": "statement", "confirmed": "statement",
    "corrected": "statement",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgreementView:
    """One other reviewer: how many subjects both answered, on how many they agree, and kappa (None: undefined)."""

    other: str
    both: int
    agree: int
    kappa: float | None


def places(judgement: Judgement) -> frozenset[Place]:
    """Return the places that a judgement is about."""
    return frozenset((a.report, a.span.start, a.span.end) for a in judgement.anchors)


def answers(judgements: Sequence[Judgement], reviewer: str) -> dict[Subject, str]:
    """Return a reviewer's last answer to each subject; an "unsure" counts for what it fits, a rating for none."""
    found: dict[Subject, str] = {}
    for j in judgements:
        if j.reviewer == reviewer and j.anchors and j.action != "rated":  # a code answers no question
            family = _FAMILY.get(j.action, "statement" if len(j.anchors) == 1 else "incidents")
            found[family, places(j)] = j.action
    return found


def agreements(judgements: Sequence[Judgement], reviewer: str) -> tuple[AgreementView, ...]:
    """Return the reviewer's agreement with each other one, over what both have answered alone."""
    mine = answers(judgements, reviewer)
    others = sorted({j.reviewer for j in judgements} - {reviewer})
    views = (_with(mine, answers(judgements, other), other) for other in others)
    return tuple(v for v in views if v.both)


def _with(mine: Mapping[Subject, str], theirs: Mapping[Subject, str], other: str) -> AgreementView:
    both = [(mine[s], theirs[s]) for s in mine if s in theirs]
    agree = sum(one == two for one, two in both)
    return AgreementView(other, len(both), agree, kappa(both))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of paired answers; None where chance alone would make them agree, or there are none."""
    if not pairs:
        return None
    n = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[k] * second[k] for k in first) / n**2
    observed = sum(a == b for a, b in pairs) / n
    return None if chance == 1 else round((observed - chance) / (1 - chance), 2)
