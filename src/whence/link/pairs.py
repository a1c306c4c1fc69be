"""Which pairs of scenes are compared: those that meet in a block, never all of them."""

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.link.names import skeleton
from whence.link.scenes import Scene
from whence.model.finding import Copy, Passage
from whence.model.span import Span
from whence.model.statement import Statement

BLOCK: Final = (
    120  # scenes of one block that are compared with one another; a larger block is cut by its neighbours
)
SPREAD_DAYS: Final = 9  # a time of more days than this is blocked by place and event alone
COVER: Final = 0.5  # part of a content span that a passage must hold
LARGE: Final = 5
RARE: Final = frozenset({"chemical", "shootdown"})
DAILY: Final = frozenset(
    {"day", "toll", "event", "cell"}
)  # blocks of one day; in others one side must be loose in time

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of scene numbers to compare, those joined by copied words, and how many pairs large blocks left out.

    `pairs` has a row for each pair, the smaller number first, in order; `kin` are those whose reports tell one story.
    """

    pairs: NDArray[np.int64]
    copied: frozenset[Pair]
    left_out: int
    kin: frozenset[Pair] = frozenset()


def find_candidates(
    scenes: Sequence[Scene],
    statements: Mapping[str, Statement],
    copies: Sequence[Copy],
    kin: Collection[tuple[str, str]] = (),
) -> Candidates:
    """Return the pairs of `scenes` (by position) that share a block or a copied passage, or whose reports are `kin`.

    A block larger than `BLOCK` is compared in order of time with its next neighbours only, so that the work stays
    near linear; what that leaves out is counted.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        for key in dict.fromkeys(_keys(scene)):
            blocks[key].append(number)
    loose = frozenset(n for n, scene in enumerate(scenes) if _loose(scene))
    size, left_out = max(1, len(scenes)), 0
    met = array("q")  # a pair as one number: millions of pairs of numbers would fill the memory
    for key, members in blocks.items():
        if len(members) > 1:
            pairs, missed = _within(members, scenes)
            left_out += missed
            if key[0] in DAILY:
                met.extend([a * size + b for a, b in pairs])
            elif not loose.isdisjoint(members):
                met.extend([a * size + b for a, b in pairs if a in loose or b in loose])
    copied, akin = _copied_pairs(scenes, statements, copies), _kin_pairs(scenes, kin)
    met.extend([a * size + b for a, b in copied | akin])
    both = np.divmod(np.unique(np.array(met, dtype=np.int64)), size)
    return Candidates(np.stack(both, axis=1), copied, left_out, akin)


def _kin_pairs(scenes: Sequence[Scene], kin: Collection[tuple[str, str]]) -> frozenset[Pair]:
    """Return the pairs of scenes whose reports tell one story."""
    of: dict[str, list[int]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        of[scene.report].append(number)
    return frozenset(_pair(a, b) for one, other in kin for a in of.get(one, ()) for b in of.get(other, ()))


def _within(members: Sequence[int], scenes: Sequence[Scene]) -> tuple[Iterable[Pair], int]:
    """Return the pairs of one block, and how many of a block that is too large were left out."""
    if len(members) <= BLOCK:
        return combinations(members, 2), 0
    ordered = sorted(members, key=lambda n: (_start(scenes[n]), n))
    near = {_pair(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 : i + BLOCK // 2]}
    return near, len(members) * (len(members) - 1) // 2 - len(near)


def _loose(scene: Scene) -> bool:
    """Return whether a scene's time is not told, or so long that its days are no blocks."""
    return scene.when is None or scene.when.days > SPREAD_DAYS


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _start(scene: Scene) -> str:
    return scene.window.start.isoformat() if scene.window else ""


def _keys(scene: Scene) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a scene: day with place or toll; place with toll, month or rare event."""
    days = _days(scene)
    names = sorted({_sound(n) for n in scene.inner | scene.outer})
    large = sorted(f"{a} {n}" for a, n in scene.tolls if n >= LARGE)
    cells = _cells(scene)
    for day in days:
        yield from (("day", day, name) for name in names)
        yield from (("toll", day, toll) for toll in large)
        yield from (("cell", day, cell) for cell in cells)
        if not names:
            yield from (("event", day, event) for event in sorted(scene.events))
    for name in sorted({_sound(n) for n in scene.inner}):
        yield from (("place and toll", name, toll) for toll in large)
        yield from (("place and month", name, month) for month in _months(scene))
        yield from (("place and event", name, event) for event in sorted(scene.events & RARE))


def _sound(name: str) -> str:
    """Return a name's consonants without those that may be long vowels, so that its spellings share a block."""
    bones = skeleton(name)
    firm = bones[:1] + "".join(c for c in bones[1:] if c not in "yw")
    return firm if len(firm) > 1 else bones or name


def _cells(scene: Scene) -> list[str]:
    """Return the squares of one degree in which the innermost places lie, in two grids half a degree apart.

    Two places within some 40 km of one another share a square of one grid at least.
    """
    points = {p for name in sorted(scene.inner) for p in scene.points.get(name, ())[:1]}
    return sorted(
        f"{grid} {math.floor(p.lat + grid / 2)} {math.floor(p.lon + grid / 2)}"
        for p in points
        for grid in (0, 1)
    )


def _months(scene: Scene) -> list[str]:
    """Return the months that a scene's time touches, at most a year of them."""
    if scene.window is None:
        return []
    last = scene.window.end - timedelta(microseconds=1)
    first = scene.window.start.year * 12 + scene.window.start.month - 1
    count = min(12, last.year * 12 + last.month - first)
    return [f"{(first + i) // 12}-{(first + i) % 12 + 1:02}" for i in range(count)]


def _days(scene: Scene) -> list[str]:
    """Return the days of a scene's window and one on either side, as ISO dates; none for long or unknown times."""
    if scene.window is None or scene.window.days > SPREAD_DAYS:
        return []
    first: date = (scene.window.start - timedelta(days=1)).date()
    last: date = (scene.window.end - timedelta(microseconds=1)).date()
    return [(first + timedelta(days=i)).isoformat() for i in range((last - first).days + 1)]


def _copied_pairs(
    scenes: Sequence[Scene], statements: Mapping[str, Statement], copies: Sequence[Copy]
) -> frozenset[Pair]:
    """Return the pairs of scenes with statements at one spot of a verified passage."""
    where: dict[str, list[tuple[Statement, int]]] = defaultdict(list)
    for number, scene in enumerate(scenes):
        where[scene.report].extend((statements[i], number) for i in scene.statements)
    pairs: set[Pair] = set()
    for copy in copies:
        if copy.copy not in where or copy.original not in where:
            continue
        for passage in copy.passages:
            pairs |= set(_met(where[copy.copy], where[copy.original], passage))
    return frozenset(pairs)


def _met(
    ours: Sequence[tuple[Statement, int]], theirs: Sequence[tuple[Statement, int]], passage: Passage
) -> Iterator[Pair]:
    inside = [(s, n) for s, n in theirs if _holds(passage.original, s.span)]
    for statement, number in ours:
        if not inside or not _holds(passage.copy, statement.span):
            continue
        for other, number_there in inside:
            if number != number_there and _same_spot(statement.span, other.span, passage):
                yield _pair(number, number_there)


def _holds(passage: Span, content: Span) -> bool:
    shared = min(passage.end, content.end) - max(passage.start, content.start)
    return shared >= COVER * (content.end - content.start)


def _same_spot(copy: Span, original: Span, passage: Passage) -> bool:
    """Whether the two contents overlap once the copy is laid over the original, stretched to its length."""
    scale = (passage.original.end - passage.original.start) / (passage.copy.end - passage.copy.start)
    start = passage.original.start + (copy.start - passage.copy.start) * scale
    end = passage.original.start + (copy.end - passage.copy.start) * scale
    return min(end, original.end) - max(start, original.start) > 0.5 * min(
        end - start, original.end - original.start
    )
