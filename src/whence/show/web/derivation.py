"""The derivation graph of a value as a drawing: origins at one side, the outlets that carry it at the other.

Layered by the longest way from an origin, ordered by the mean place of what a node stands on (Sugiyama's method with
one sweep, which is plenty for trees of telling).  Plain geometry: the template draws it, no script is needed.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whence.model.finding import OriginCount
from whence.show.desk import Desk
from whence.show.safe import one_line
from whence.show.web import links

WIDE, HIGH = 224, 34  # of a node, in pixels at the drawing's own size
_GAP, _ROW = 56, 12
_MOST: Final = 60  # nodes drawn; a value told by more is told in words


@dataclass(frozen=True, slots=True)
class Node:
    """A box: a source, how many chains end in it at the outlets' side, and what kind of place it has."""

    x: int
    y: int
    name: str
    title: str
    href: str
    kind: str  # "origin", "origin vague", "relay", "outlet"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole graph: its size, boxes, and edges as SVG paths; `words` say the same for those who do not see it."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[str, ...]
    words: str


def draw(desk: Desk, count: OriginCount) -> Drawing | None:
    """Return the drawing of a count's chains; None where there is nothing to see in it, or too much."""
    chains = sorted({chain[::-1] for o in count.origins for chain in o.chains})
    names = dict.fromkeys(k for chain in chains for k in chain)
    if len(names) < 2 or len(names) > _MOST:
        return None
    edges = sorted({pair for chain in chains for pair in pairwise(chain) if pair[0] != pair[1]})
    layers = _layers(names, edges)
    places = _places(layers, edges)
    roots, vague = {o.source for o in count.origins}, {o.source for o in count.origins if o.vague}
    tellers = {chain[-1] for chain in chains}
    said = _outlets(desk, count, tellers) | {o.source: desk.words(o.name) for o in count.origins}
    nodes = tuple(
        _node(desk, key, places[key], said.get(key, ""), _kind(key, roots, vague, tellers)) for key in places
    )
    width = max(n.x for n in nodes) + WIDE + 2
    height = max(n.y for n in nodes) + HIGH + 2
    paths = tuple(_path(places[one], places[other]) for one, other in edges)
    outlets = len(tellers)
    words = "; ".join(
        f"{said[r]} reaches {_reached(r, edges, tellers)} of {outlets} outlets"
        for r in sorted(roots & said.keys())
    )
    return Drawing(width, height, nodes, paths, words)


def _outlets(desk: Desk, count: OriginCount, tellers: set[str]) -> dict[str, str]:
    """Return what outlets that an owner folds into one are called: their own names, with the owner's behind them."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in desk.told(s for o in count.origins for s in o.statements):
        report = desk.reports[statement.report]
        for key in _upward(desk, desk.findings.sources.of_outlet.get(report.id, "")):
            found[key].add(desk.outlet(report))
    return {
        key: f"{', '.join(sorted(found[key]))} ({desk.name(key)})"
        for key in tellers & found.keys()
        if found[key] != {desk.name(key)}
    }


def _upward(desk: Desk, key: str) -> tuple[str, ...]:
    """Return a source and its owners, the nearest first; each once, should a table name owners in a ring."""
    found: list[str] = []
    while key and key not in found:
        found.append(key)
        key = desk.source(key).owner
    return tuple(found)


def _kind(key: str, roots: set[str], vague: set[str], tellers: set[str]) -> str:
    if key in roots:
        return "origin vague" if key in vague else "origin"
    return "outlet" if key in tellers else "relay"


def _reached(root: str, edges: Sequence[tuple[str, str]], tellers: set[str]) -> int:
    seen, stack = {root}, [root]
    while stack:
        at = stack.pop()
        fresh = [b for a, b in edges if a == at and b not in seen]
        seen.update(fresh)
        stack += fresh
    return len(seen & tellers)


def _layers(names: dict[str, None], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return each node's layer: the longest way from a node that stands on nothing (bounded, should one go round)."""
    layer = dict.fromkeys(names, 0)
    for _ in range(len(names)):
        moved = False
        for one, other in edges:
            if layer[other] <= layer[one] < len(names) - 1:
                layer[other], moved = layer[one] + 1, True
        if not moved:
            break
    used = {old: new for new, old in enumerate(sorted(set(layer.values())))}
    return {k: used[v] for k, v in layer.items()}


def _places(layers: dict[str, int], edges: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    columns: dict[int, list[str]] = defaultdict(list)
    for key, layer in sorted(layers.items()):
        columns[layer].append(key)
    below: Counter[str] = Counter(one for one, _ in edges)
    order: dict[str, float] = {}
    for layer in sorted(columns):
        parents = {k: [order[a] for a, b in edges if b == k and a in order] for k in columns[layer]}
        columns[layer].sort(key=lambda k: (_mean(parents[k]), -below[k], k))
        order |= {k: float(i) for i, k in enumerate(columns[layer])}
    tallest = max(len(c) for c in columns.values())
    places: dict[str, tuple[int, int]] = {}
    for layer, keys in columns.items():
        offset = (tallest - len(keys)) * (HIGH + _ROW) // 2
        places |= {k: (1 + layer * (WIDE + _GAP), 1 + offset + i * (HIGH + _ROW)) for i, k in enumerate(keys)}
    return places


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _node(desk: Desk, key: str, at: tuple[int, int], said: str, kind: str) -> Node:
    name = said or desk.name(key)
    known = key in desk.findings.sources.sources
    return Node(*at, one_line(name, 27), name, links.source(key) if known else "", kind)


def _path(one: tuple[int, int], other: tuple[int, int]) -> str:
    x, y = one[0] + WIDE, one[1] + HIGH // 2
    to_x, to_y = other[0], other[1] + HIGH // 2
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x - 6} {to_y}"
