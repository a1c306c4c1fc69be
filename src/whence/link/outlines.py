"""Which names cannot be spellings of one, told by keys: nearly all pairs of a pile's names are, without comparing them.

`names.same_name` finds two names to be one where they, or all their words, sound alike, have the same consonants, or
are long and differ by a letter or so.  For all but the last there are keys, of which two such names share one.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from whence.link.names import KEPT, LONG_NAME, fold, forms, may_be_near

_Value = TypeVar("_Value", bound=Hashable)
SHORT: Final = 2  # consonants: fewer than one more tell no two names to be one without w and y


class Outline(NamedTuple):
    """Keys, of which words or names share one that sound alike or are alike in consonants; the sound of a long one."""

    keys: frozenset[str]
    sound: str


@dataclass(frozen=True, slots=True)
class Outlines:
    """Names by groups, outside which a name has no spelling but among the `long` names (those with a long word)."""

    group: Mapping[str, int]
    long: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Outlines":
        """Group `names`; the numbers do not hang on their order."""
        found = {name: outline(name) for name in sorted(names)}
        words = {word: word.keys for _, several in found.values() for word in several}
        number = _grouped(words)
        keys = {n: (*whole.keys, tuple(number[w] for w in several)) for n, (whole, several) in found.items()}
        long = frozenset(n for n, (_, several) in found.items() if any(w.sound for w in several))
        return cls(_grouped(keys), long)


def may_be_same(a: str, b: str) -> bool:
    """Return False only where `same_name` finds nothing."""
    (one, words), (other, others) = outline(a), outline(b)
    if not one.keys.isdisjoint(other.keys):
        return True
    return len(words) == len(others) and all(_may_pair(x, y) for x, y in zip(words, others, strict=True))


def _may_pair(one: Outline, other: Outline) -> bool:
    if not one.keys.isdisjoint(other.keys):
        return True
    return bool(one.sound and other.sound) and may_be_near(one.sound, other.sound)


@lru_cache(maxsize=KEPT)
def outline(name: str) -> tuple[Outline, tuple[Outline, ...]]:
    """Return the outline of a name as a whole, and those of its words."""
    folded = fold(name)
    words = folded.split()
    whole = _outline(folded)
    return whole, tuple(map(_outline, words)) if len(words) > 1 else (whole,)


def _outline(folded: str) -> Outline:
    run, firm, bare, sound = forms(folded)
    keys = [f"run {run}"]
    keys += [f"firm {firm}"] if len(bare) >= SHORT else []
    keys += [f"bare {bare}"] if len(bare) > SHORT else []
    return Outline(frozenset(keys), sound if len(folded) >= LONG_NAME and len(bare) >= SHORT else "")


def _grouped(keyed: Mapping[_Value, Collection[Hashable]]) -> dict[_Value, int]:
    """Number the values so that those with a key in common, by however many steps, have one number."""
    home: list[int] = []
    first: dict[Hashable, int] = {}

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = number = home[home[number]]
        return number

    for number, keys in enumerate(keyed.values()):
        home.append(number)
        for key in keys:
            home[root(number)] = root(first.setdefault(key, number))
    return {value: root(number) for number, value in enumerate(keyed)}
