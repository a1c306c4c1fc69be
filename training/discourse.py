"""Attributions in GUM's discourse tree: which words attribute, and which words they attribute."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.treebank import Bond, Treebanked

_LABEL = "attribution"
_SPLIT = "same-unit"  # the rest of a unit that another one interrupts

_LOOSE = frozenset(
    {"cc", "mark", "punct", "discourse", "advmod"}
)  # words that open a sentence, whoever's it is


@dataclass(frozen=True, slots=True)
class Attribution:
    """The numbers of the words of an attributing unit, of what it attributes, and of all other attributing units."""

    unit: tuple[int, ...]
    content: tuple[int, ...]
    others: tuple[int, ...]


def attributions(tree: Treebanked, quoted: Sequence[bool]) -> Iterator[Attribution]:
    """Yield the attributions of a document in the order of their units; `quoted` says which words are in quotation."""
    forest = _Forest(tree)
    bonds = [b for b in tree.bonds if b.label.startswith(_LABEL)]
    units = [forest.words({b.unit, *forest.rest(b.unit)}) for b in bonds]
    insides = [_whole(b, forest, tree) - u for b, u in zip(bonds, units, strict=True)]
    for unit, inside in zip(units, insides, strict=True):
        others = set().union(*units) - unit
        above = set().union(*(u for u, i in zip(units, insides, strict=True) if unit <= i))
        content = _near(inside - (above - unit), unit, tree, quoted)
        yield Attribution(tuple(sorted(unit)), tuple(sorted(content)), tuple(sorted(others)))


class _Forest:
    """The primary bonds, by the unit that they hang on."""

    def __init__(self, tree: Treebanked) -> None:
        self._below: dict[int, list[Bond]] = defaultdict(list)
        self._upward: dict[int, Bond] = {}
        self._words: dict[int, set[int]] = defaultdict(set)
        for bond in tree.bonds:
            if bond.primary:
                self._below[bond.to].append(bond)
                self._upward[bond.unit] = bond
        for i, token in enumerate(tree.tokens):
            self._words[token.unit].add(i)

    def words(self, units: set[int]) -> set[int]:
        """Return the numbers of the words of some units."""
        return set().union(*(self._words[u] for u in units))

    def rest(self, unit: int) -> set[int]:
        """Return the other pieces of an interrupted unit."""
        return {b.unit for b in self._below[unit] if b.label.startswith(_SPLIT)}

    def before(self, unit: int) -> set[int]:
        """Return the unit that a unit is the rest of, with its other pieces; none where it is whole."""
        upward = self._upward.get(unit)
        return {upward.to} | self.rest(upward.to) if upward and upward.label.startswith(_SPLIT) else set()

    def subtree(self, unit: int) -> set[int]:
        """Return a unit with all that hangs below it."""
        return {unit}.union(*(self.subtree(b.unit) for b in self._below[unit]))

    def attributed(self, bond: Bond) -> set[int]:
        """Return the attributed unit with all that hangs on it more nearly than the attribution does.

        Where it attributes something in its turn ("according to the daily, quoting the agency, ..."), that too.
        """
        inside = {bond.to} | self.rest(bond.unit)
        for below in self._below[bond.to]:
            if below.unit != bond.unit and (below.level < bond.level or below.label.startswith(_SPLIT)):
                inside |= self.subtree(below.unit)
        onward = self._upward.get(bond.to)
        if onward and onward.label.startswith(_LABEL) and onward.to != bond.unit:
            inside |= self.attributed(onward)
        return inside


def _whole(bond: Bond, forest: _Forest, tree: Treebanked) -> set[int]:
    """The words attributed; of an interrupted unit the first piece too ("the road, he said, is shut"), if it belongs.

    It may belong to the attributing words instead: "in March, he said, ..."
    """
    inside = forest.words(forest.attributed(bond))
    piece = forest.words(forest.before(bond.to))
    belongs = any(
        tree.tokens[i].head in inside - piece and tree.tokens[i].relation not in _LOOSE for i in piece
    )
    return inside | piece if belongs else inside


def _near(inside: set[int], unit: set[int], tree: Treebanked, quoted: Sequence[bool]) -> set[int]:
    """Keep of what is attributed the words of the sentence that attributes, and quotation anywhere.

    What hangs on an attributed unit in other sentences elaborates it, but need not be the source's word, unless such a
    sentence begins in quotation: words quoted in the midst of one may be anybody's.
    """
    tokens = tree.tokens
    home = {tokens[i].sentence for i in unit}
    if not any(tokens[i].sentence in home for i in inside):
        home |= {tokens[i].sentence for i in sorted(inside)[:1]}
    first: dict[int, int] = {}
    for i, token in enumerate(tokens):
        first.setdefault(token.sentence, i)
    return {
        i for i in inside if tokens[i].sentence in home or (quoted[i] and quoted[first[tokens[i].sentence]])
    }
