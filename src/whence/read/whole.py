"""Lists that tell of one group: a family one by one, "a baker and 16 others", "a colonel and seven of his men".

Women, children, civilians and fighters beside one another are counts of their own ("ten children and five women");
kin and helpers are not: who reads "an uncle, an aunt and a niece died" has read that three were killed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whence.model.values import Amount
from whence.read.groups import Group
from whence.read.kin import KIN
from whence.read.numerals import word_set

_KIN: Final = frozenset(KIN) | frozenset(KIN.values())
_APART: Final = word_set(  # groups that reports count apart
    "women children men civilians fighters soldiers militants rebels people terrorists gunmen officers jihadists "
    "insurgents"
)
_CHILDREN: Final = word_set("child children baby babies")  # kin where they stand beside kin
_COMPANIONS: Final = re.compile(r"(?:[\w-]+ )*others?\b|[\w-]+ of (?:his|her|its|their)\b", re.I)
_ASIDE: Final = re.compile(r"\b(?:including|include[sd]?|among|of them|of whom|counting|namely)\b", re.I)
_MOST: Final = 12  # members of a list that names them


def told_as_one(text: str, chain: Sequence[Group]) -> tuple[Group, ...]:
    """Return `chain`, the groups of one harm word in order, with the members of one list of kin or others added up."""
    groups = _twins(chain)
    if (
        len(groups) < 2
        or len(groups) > _MOST
        or not all(g.amount.exact for g in groups[:-1])
        or _part(text, groups)
    ):
        return tuple(groups)
    first, last = groups[0], groups[-1]
    if not last.amount.exact:
        return _with_others(text, groups)
    words = [_noun(text, g) for g in groups]
    if any(w in _KIN for w in words) and all(w in _KIN | _CHILDREN for w in words):
        return (_sum(text, groups, "people"),)
    if len(words) == 2 and words[0] in ("man", "woman") and words[1] in _KIN:  # "a man and his wife"
        return (_sum(text, groups, "people"),)
    if len(groups) > 2 or 1 not in (first.amount.upper, last.amount.upper) or first.noun in _APART:
        return tuple(groups)
    if _COMPANIONS.match(text, last.start):
        return (_sum(text, groups, last.noun if last.named else "people"),)
    trades = all(g.named and g.noun not in _APART and _noun(text, g) not in _KIN for g in groups)
    return (_sum(text, groups, "people"),) if trades else tuple(groups)


def _with_others(text: str, groups: Sequence[Group]) -> tuple[Group, ...]:
    """One person and an open number of his like: "a foreman and several other porters" are four and more."""
    first, last = groups[0], groups[-1]
    open_ended = last.amount.lower is not None and last.amount.upper is None
    alone = len(groups) == 2 and first.amount.upper == 1 and first.noun not in _APART
    if not (open_ended and alone and _COMPANIONS.match(text, last.start)):
        return tuple(groups)
    least = (last.amount.lower or 0) + 1
    amount = Amount(least, None, text[first.start : last.end], last.amount.rule)
    return (Group(first.start, last.end, amount, last.noun if last.named else "people", True),)


def _twins(chain: Sequence[Group]) -> list[Group]:
    """Single people of one kind side by side: "a small girl, a small boy" are two children."""
    kept: list[Group] = []
    for group in chain:
        last = kept[-1] if kept else None
        single = group.amount.upper == 1 == group.amount.lower
        alike = last is not None and last.noun == group.noun and last.named and group.named
        if last and single and alike and (last.amount.upper == 1 or last.amount.rule == "sum"):
            size = (last.amount.upper or 0) + 1
            kept[-1] = Group(
                last.start, group.end, Amount(size, size, last.amount.words, "sum"), group.noun, True
            )
        else:
            kept.append(group)
    return kept


def _noun(text: str, group: Group) -> str:
    return str(re.findall(r"[\w'-]+", text[group.start : group.end])[-1]).lower()


def _part(text: str, groups: Sequence[Group]) -> bool:
    """Whether one group is said to be a part of the one before it."""
    return any(_ASIDE.search(text[a.end : b.end]) for a, b in pairwise(groups))


def _sum(text: str, groups: Sequence[Group], noun: str) -> Group:
    size = sum(g.amount.upper or 0 for g in groups)
    start, end = groups[0].start, groups[-1].end
    return Group(start, end, Amount(size, size, text[start:end], "sum"), noun, True)
