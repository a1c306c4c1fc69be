"""What the dossier and the desk tell alike: counts as dots, rings of sources, and differences."""

from typing import Final

from whence.model.finding import Difference, DifferenceKind, OriginCount
from whence.show.desk import Desk
from whence.show.pages import DifferenceView, Dots
from whence.show.phrases import DIFFERENCES, range_brackets, range_words

DRAWN: Final = 12  # origins drawn one by one
# differences that leave both statements possible
_MILD: Final[frozenset[DifferenceKind]] = frozenset(
    {"rounding", "spread", "scope", "time of telling", "place", "date"}
)


def dots_of(least: int, most: int | None, drawn: int = DRAWN) -> Dots:
    """Return a count of origins (`most` None: unbounded) as dots, `drawn` of them at the most, with its words."""
    full = min(least, drawn)
    maybe = 0 if most is None else max(0, min(most, drawn) - full)
    more = most is None or most > drawn
    return Dots(full, maybe, more, range_words(least, most), range_brackets(least, most))


def circles_of(desk: Desk, count: OriginCount) -> tuple[str, ...]:
    """Return the rings of sources that cite one another and nobody else, each as the way round."""
    return tuple(" → ".join(desk.name(k) for k in (*ring, ring[0])) for ring in count.circles if ring)


def side_of(desk: Desk, statement: str) -> str:
    """Return who gives one side of a difference, and where: "the ministry, in the paper, LABEL:START-END"."""
    s = desk.statements.get(statement)
    if s is None:
        return ""
    held = desk.reports[s.report]
    voice = desk.voice(s)
    outlet = desk.outlet(held)
    who = f"{voice[-1]}, in {outlet}" if voice else outlet
    return f"{who}, {desk.words(held.label)}:{s.span.start}-{s.span.end}"


def difference_view(desk: Desk, d: Difference, refs: tuple[tuple[str, int], ...]) -> DifferenceView:
    """Return a difference in words; `refs` lead to the two statements."""
    return DifferenceView(DIFFERENCES[d.kind], d.kind not in _MILD, desk.words(d.words), refs)
