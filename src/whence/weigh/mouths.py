"""Who speaks through whom: sources folded to their owners, and what a person ruled about that."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from whence.model.finding import OWNER_FACT, Source, SourceTable
from whence.model.judgement import Rulings
from whence.model.span import Reason
from whence.model.statement import OF_REPORTS

HEARSAY: Final = OF_REPORTS  # whoever made the reports of which a speaker only speaks


@dataclass(frozen=True, slots=True)
class Mouths:
    """The source that each source counts as, and the reason where that is another than itself."""

    sources: dict[str, Source]
    counts_as: dict[str, str]
    why: dict[str, Reason]
    independent: frozenset[frozenset[str]]

    def fold(self, source: str) -> str:
        """Return the id of the source that `source` counts as."""
        return self.counts_as.get(source, source)

    def name(self, source: str) -> str:
        """Return what people read for a source id."""
        known = self.sources.get(source)
        return known.name if known else source

    def vague(self, source: str) -> bool:
        """Return whether a source may or may not be the same as another vague one."""
        known = self.sources.get(source)
        return known.vague if known else False


def fold_mouths(table: SourceTable, rulings: Rulings) -> Mouths:
    """Fold every source to its owner, then as people ruled: "dependent" joins, "independent" parts."""
    apart = frozenset(frozenset(p) for p in rulings.independent)
    owners = {i: _owner(i, table.sources) for i in sorted(table.sources)}
    for first, second in rulings.independent:
        if owners.get(first, first) == owners.get(second, second):
            owners[first], owners[second] = first, second
    why = {i: _speaks_for(table.sources[i], _name(o, table.sources)) for i, o in owners.items() if o != i}
    groups = _joined(rulings.dependent, owners, apart)
    for source in {i for pair in rulings.dependent for i in pair} & set(groups):
        if groups[source] != source:
            why[source] = Reason(
                "ruling", f"a person ruled that {_name(source, table.sources)} depends on another source"
            )
    hearsay = Source(HEARSAY, HEARSAY, "unnamed", vague=True)
    return Mouths({**table.sources, HEARSAY: hearsay}, groups, why, apart)


def _speaks_for(source: Source, owner: str) -> Reason:
    """Say for whom a source speaks, and what that fact rests on where a table gives it."""
    facts = [r.words.partition(": ")[2] for r in source.reasons if r.rule == OWNER_FACT]
    return Reason("owner", f"{source.name} speaks for {owner}" + "".join(f" ({f})" for f in facts[:1]))


def _name(source: str, sources: dict[str, Source]) -> str:
    known = sources.get(source)
    return known.name if known else source


def _owner(source: str, sources: dict[str, Source]) -> str:
    """Follow owners to the last; a ring of owners stops at its smallest id."""
    seen = [source]
    while (known := sources.get(seen[-1])) and known.owner and known.owner != seen[-1]:
        if known.owner in seen:
            return min(seen[seen.index(known.owner) :])
        seen.append(known.owner)
    return seen[-1]


def _joined(
    pairs: Iterable[tuple[str, str]], owners: dict[str, str], apart: frozenset[frozenset[str]]
) -> dict[str, str]:
    """Return `owners` with the two sides of every pair counted as one, the smaller id standing for both."""
    groups = dict(owners)
    for first, second in sorted(pairs):
        if frozenset((first, second)) in apart:
            continue
        one, other = sorted((groups.get(first, first), groups.get(second, second)))
        groups.setdefault(first, first)
        groups.setdefault(second, second)
        groups.setdefault(other, other)
        groups = {i: one if g == other else g for i, g in groups.items()}
    return groups
