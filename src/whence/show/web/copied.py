"""Passages that two reports of an account share word for word, aligned side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.finding import Copy, Passage
from whence.model.report import Report
from whence.show.desk import Desk
from whence.show.safe import one_line
from whence.show.web import links

_MOST = 8  # pairs of reports
_PASSAGES = 3  # of one pair, the longest
_LONG = 700  # code points of a passage


@dataclass(frozen=True, slots=True)
class SharedView:
    """One shared passage in both reports."""

    words: int
    copy: str
    copy_href: str
    original: str
    original_href: str
    fold: str


@dataclass(frozen=True, slots=True)
class CopyView:
    """Two reports that share text: who, how much, why it is a copy, and the passages."""

    copy: str
    copy_href: str
    original: str
    original_href: str
    verb: str
    share: str
    why: str
    passages: tuple[SharedView, ...]
    more: int


def copies(desk: Desk, found: Iterable[Copy]) -> tuple[CopyView, ...]:
    """Return the pairs that share most, with their longest passages; both reports must be on the desk."""
    held = [c for c in found if c.copy in desk.reports and c.original in desk.reports]
    ordered = sorted(held, key=lambda c: (-sum(p.words for p in c.passages), c.copy, c.original))
    return tuple(_copy(desk, c) for c in ordered[:_MOST])


def _copy(desk: Desk, copy: Copy) -> CopyView:
    one, other = desk.reports[copy.copy], desk.reports[copy.original]
    passages = sorted(copy.passages, key=lambda p: (-p.words, p))
    return CopyView(
        desk.outlet(one),
        links.report(one.id),
        desk.outlet(other),
        links.report(other.id),
        "repeats" if copy.direction == "known" else "shares text with",
        f"{copy.share_of_copy:.0%} of the one's own words, {copy.share_of_original:.0%} of the other's",
        desk.words(copy.reason.words),
        tuple(_passage(desk, one, other, p) for p in passages[:_PASSAGES]),
        max(0, len(passages) - _PASSAGES),
    )


def _passage(desk: Desk, one: Report, other: Report, p: Passage) -> SharedView:
    folded = [f.words for f in desk.folds.get(one.id, ()) if f.span.overlaps(p.copy)]
    return SharedView(
        p.words,
        one_line(desk.mask.text(one.id, one.text, p.copy.start, p.copy.end), _LONG),
        links.passage(one.id, p.copy.start, p.copy.end),
        one_line(desk.mask.text(other.id, other.text, p.original.start, p.original.end), _LONG),
        links.passage(other.id, p.original.start, p.original.end),
        folded[0] if folded else "",
    )
