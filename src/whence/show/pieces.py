"""A report's text cut into pieces for the page: what is stated, copied, withheld or folded, each character once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.model.report import Block, Report
from whence.show.desk import Desk
from whence.show.safe import visible


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a statement begins: its anchor on the page, where its account stands, and what it says in a few words."""

    anchor: str
    href: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under one set of marks; `refs` are the statements that begin with it."""

    text: str
    refs: tuple[Ref, ...] = ()
    stance: str = ""  # of the statement it belongs to, "" where it belongs to none
    copied: bool = False
    withheld: bool = False
    sought: bool = False  # lies in the passage that the reader asked for

    @property
    def plain(self) -> bool:
        """Whether nothing marks it."""
        return not (self.refs or self.stance or self.copied)


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces shown together; `fold` are the neutral words behind which they are folded, "" if they are not."""

    pieces: tuple[Piece, ...]
    fold: str = ""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Statements that begin inside: their anchors must stand outside a fold, or no link would reach them."""
        return tuple(r for p in self.pieces for r in p.refs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the report."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Everything that lies on one report's text, as (start, end, payload)."""

    stated: tuple[tuple[int, int, str], ...]
    copied: tuple[tuple[int, int], ...]
    withheld: tuple[tuple[int, int, str], ...]
    folds: tuple[tuple[int, int, str], ...]
    begins: Mapping[int, tuple[Ref, ...]]
    sought: tuple[int, int] = (0, 0)

    def bounds(self, start: int, end: int) -> list[int]:
        """Return every place in [start, end] at which a mark begins or ends, sorted."""
        places = {p for span in self.copied for p in span} | set(self.begins) | set(self.sought)
        for first, last, _ in (*self.stated, *self.withheld, *self.folds):
            places |= {first, last}
        inside = {p for p in places if start < p < end and not any(s < p < e for s, e, _ in self.withheld)}
        return sorted({start, end} | inside)


def paragraphs(
    desk: Desk, report: Report, refs: Mapping[str, Ref], sought: tuple[int, int] | None = None
) -> tuple[Paragraph, ...]:
    """Return the report's text in paragraphs; `refs` by statement id for those that the page anchors.

    Code points in `sought` ([start, end)) are marked as what the reader looked for.
    """
    marks = replace(_marks(desk, report, refs), sought=sought or (0, 0))
    blocks = report.blocks or ((Block(0, len(report.text), "body"),) if report.text else ())
    return tuple(_paragraph(report.text, b, marks) for b in blocks if report.text[b.start : b.end].strip())


def _marks(desk: Desk, report: Report, refs: Mapping[str, Ref]) -> _Marks:
    mine = desk.by_report.get(report.id, ())
    begins: dict[int, tuple[Ref, ...]] = {}
    hidden = desk.mask.hidden.get(report.id, ())
    for s in mine:
        if s.id in refs:
            at = next((h.start for h in hidden if h.start < s.span.start < h.end), s.span.start)
            begins[at] = (*begins.get(at, ()), refs[s.id])
    return _Marks(
        tuple((s.span.start, s.span.end, s.stance) for s in mine),
        tuple((p.start, p.end) for p in desk.copied.get(report.id, ())),
        tuple((h.start, h.end, h.label) for h in hidden),
        tuple((f.span.start, f.span.end, f.words) for f in desk.folds.get(report.id, ())),
        begins,
    )


def _paragraph(text: str, block: Block, marks: _Marks) -> Paragraph:
    bounds = marks.bounds(block.start, block.end)
    runs: list[tuple[str, list[Piece]]] = []
    for start, end in pairwise(bounds):
        fold = _payload(marks.folds, start)
        if not runs or runs[-1][0] != fold:
            runs.append((fold, []))
        runs[-1][1].append(_piece(text, start, end, marks, block.start))
    return Paragraph(block.kind, tuple(Run(tuple(pieces), fold) for fold, pieces in runs))


def _piece(text: str, start: int, end: int, marks: _Marks, first: int) -> Piece:
    label = _payload(marks.withheld, start)
    shown = text[start:end]
    if label:  # a name that began in an earlier piece is not shown twice
        begins = any(s == start for s, _, _ in marks.withheld) or start == first
        shown = label if begins else ""
    stances = [stance for s, e, stance in marks.stated if s <= start < e]
    stance = next((x for x in ("denies", "hedges", "states") if x in stances), "")
    copied = any(s <= start < e for s, e in marks.copied)
    sought = marks.sought[0] <= start < marks.sought[1]
    return Piece(visible(shown), marks.begins.get(start, ()), stance, copied, bool(label), sought)


def _payload(spans: Sequence[tuple[int, int, str]] | Iterable[tuple[int, int, str]], at: int) -> str:
    return next((payload for s, e, payload in spans if s <= at < e), "")
