"""Texts that several outlets print and nobody is credited for: as whose they are counted, so that none counts twice."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final

EXACT: Final = (
    6  # so many texts at most are shared out among the fewest outlets by trying; of more, one by one
)


def counted_as(roots: Iterable[str], printed: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Return for each root the root that it is counted as.

    `printed` gives the outlets (source ids) that print each text without an author.  Such a text may be the own word
    of any of them: where one of them is a root itself, the text is counted as that; texts that one outlet prints are
    counted as one.  So the fewest authors are counted that can have written all, and one copy more never adds any.
    """
    given = frozenset(roots)
    texts = sorted(r for r in given if r in printed)
    counted = {r: r for r in given if r not in printed}
    open_texts = []
    for text in texts:
        own = sorted(printed[text] & counted.keys())
        if own:
            counted[text] = own[0]
        else:
            open_texts.append(text)
    return counted | _shared_out(open_texts, printed)


def _shared_out(texts: list[str], printed: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Count texts that one outlet may have written as the first of them, with as few outlets as can be."""
    counted: dict[str, str] = {}
    for author in _authors(texts, printed):
        own = [t for t in texts if t not in counted and author in printed[t]]
        counted |= dict.fromkeys(own, own[0]) if own else {}
    return counted


def _authors(texts: list[str], printed: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    outlets = sorted({o for t in texts for o in printed[t]})
    if len(texts) == 1:
        return tuple(outlets[:1])
    if len(texts) <= EXACT:
        tries = (c for size in range(1, len(texts) + 1) for c in combinations(outlets, size))
        return next((c for c in tries if all(not printed[t].isdisjoint(c) for t in texts)), ())
    left, chosen = set(texts), []
    while left:
        best = min(outlets, key=lambda o: (-sum(o in printed[t] for t in left), o))
        chosen.append(best)
        left -= {t for t in left if best in printed[t]}
    return tuple(chosen)
