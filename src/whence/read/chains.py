"""Chains of telling: what an attribution is, and which chain governs a stretch of text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.statement import Hop

Place = tuple[int, int]  # code points [start, end)
_ADJUNCT: Final = 120  # code points between cue and content: "told the agency in a letter on Sunday that"
_STRETCH: Final = 1000  # code points


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that a report attributes: the stretches of text, who speaks, by which words, and the chain.

    All places are code points of the report's text.  `hops` runs from the hop nearest to the outlet to the root; it is
    empty where words show hearsay without naming anybody ("reportedly", "there are claims that").
    """

    content: tuple[Place, ...]
    source: Place | None
    cue: Place | None
    hops: tuple[Hop, ...]


def contents(attribution: Attribution) -> Sequence[Place]:
    """Return where the content of an attribution stands."""
    return attribution.content


def sources(attribution: Attribution) -> Sequence[Place]:
    """Return where the source of an attribution is named, if it is."""
    return (attribution.source,) if attribution.source else ()


class Nearby:
    """Attributions found by the places of their contents (or sources), so that time stays linear in a text's length."""

    def __init__(
        self,
        attributions: Sequence[Attribution],
        places: Callable[[Attribution], Sequence[Place]] = contents,
    ) -> None:
        """Note in which stretches of the text each of `attributions` has its `places`."""
        self._all = attributions
        self._in: dict[int, list[int]] = {}
        for number, attribution in enumerate(attributions):
            touched = {n for start, end in places(attribution) for n in _stretches(start, end)}
            for stretch in touched:
                self._in.setdefault(stretch, []).append(number)

    def at(self, start: int, end: int) -> list[Attribution]:
        """Return, in their order, the attributions that may have a place in the text [start, end)."""
        found = {number for n in _stretches(start, end) for number in self._in.get(n, ())}
        return [self._all[number] for number in sorted(found)]


def _stretches(start: int, end: int) -> range:
    """The numbers of the stretches of `_STRETCH` code points that [start, end) touches."""
    return range(start // _STRETCH, max(start, end - 1) // _STRETCH + 1)


def overlap(content: Sequence[Place], start: int, end: int) -> int:
    """Return how many code points of [start, end) the stretches cover."""
    return sum(max(0, min(end, e) - max(start, s)) for s, e in content)


def chains_for(attributions: Sequence[Attribution], start: int, end: int) -> tuple[tuple[Hop, ...], ...]:
    """Return every chain that governs the text [start, end): one for each speaker to whom it is attributed.

    An attribution governs if its content covers at least half of the text; of nested ones the innermost does, and
    all of its kind with the same cue ("state media and a monitor said") count.
    """
    fitting = [a for a in attributions if _governs(a, start, end)]
    if not fitting:
        return ()
    best = min(fitting, key=_rank)
    same = [a for a in fitting if a.cue == best.cue and a.content == best.content]
    return tuple(dict.fromkeys(a.hops for a in same))


def _governs(attribution: Attribution, start: int, end: int) -> bool:
    """Return whether the content covers half of [start, end), not counting the attribution's own words in it."""
    covered = overlap(attribution.content, start, end)
    if not covered:
        return False
    own = [p for p in (attribution.source, attribution.cue) if p is not None]
    low, high = (min(p[0] for p in own), max(p[1] for p in own)) if own else (start, start)
    nearest = min((s for s, _ in attribution.content if s >= high), default=high)
    if nearest - high <= _ADJUNCT:
        high = max(high, nearest)
    free = [(low, high)] if high > low else []
    rest = (end - start) - overlap(free, start, end)
    return covered * 2 >= rest


def _rank(attribution: Attribution) -> tuple[int, int, int]:
    """Order attributions from the innermost: the longest chain, then the shortest content."""
    size = sum(e - s for s, e in attribution.content)
    return (-len(attribution.hops), size, attribution.content[0][0] if attribution.content else 0)


def chain_for(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Hop, ...]:
    """Return the chain that governs the text [start, end), nearest hop first; () if none does or none is named.

    Of several speakers joined by "and" this is the first of the text; `chains_for` gives all.
    """
    chains = chains_for(attributions, start, end)
    return chains[0] if chains else ()
