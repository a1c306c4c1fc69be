"""A headline that repeats what the body says is no second telling, and feeds often print it again before the lede."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.report import Report
from whence.model.statement import Count, Culprit
from whence.read.actors import VAGUE
from whence.read.draft import Draft

_SHORT: Final = 12  # a shorter title could stand in a text by chance


def without_headline(report: Report, drafts: Sequence[Draft]) -> list[Draft]:
    """Return `drafts` without those of the headline (wherever it is printed) that the body says too."""
    ranges = _headlines(report)
    inside = [any(s <= d.key_start < e for s, e in ranges) for d in drafts]
    body = [d for d, i in zip(drafts, inside, strict=True) if not i]
    kept = [d for d, i in zip(drafts, inside, strict=True) if not i or not any(_same(d, b) for b in body)]
    return _once(kept)


def _once(drafts: list[Draft]) -> list[Draft]:
    """Return `drafts` in order, each value of a sentence once."""
    return list({(d.aspect, d.key_start, d.key_end, str(d.value)): d for d in drafts}.values())


def _headlines(report: Report) -> list[tuple[int, int]]:
    found = [(b.start, b.end) for b in report.blocks if b.kind == "title"]
    words = report.title.split()
    if len(report.title) >= _SHORT:
        pattern = r"\W*\s*".join(re.escape(w.strip("'’\"")) for w in words)
        found += [m.span() for m in re.finditer(pattern, report.text)]
    return found


def _same(head: Draft, body: Draft) -> bool:
    """Whether the headline's value is the body's, or a rounder way to say it."""
    if head.aspect != body.aspect:
        return False
    if isinstance(head.value, Count) and isinstance(body.value, Count):
        first, second = head.value.amount, body.value.amount
        if first.lower is not None and first.lower == second.lower:
            return True
        if first.exact and second.upper is not None and not second.exact and first.overlaps(second):
            return True  # "40 killed" over "about 40"
        return first.overlaps(second) and not first.exact and head.value.group == body.value.group
    if isinstance(head.value, Culprit) and isinstance(body.value, Culprit):
        named = body.value.actor[0].isupper() and not body.value.actor.endswith(("government", "regime"))
        general = head.value.actor in VAGUE or head.value.actor[0].islower()
        return head.value.actor == body.value.actor or (named and general)
    return False
