"""The review queue: what a person could decide, ordered by how much of what is told hangs on the answer."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from whence.model.finding import Account, Origin, ValueAccount
from whence.show.desk import Desk, at_stake
from whence.show.phrases import ASPECTS, value_words
from whence.store.index.rows import QuestionRow
from whence.store.index.write import Neighbour

Places = Callable[[Iterable[str]], Mapping[str, tuple[str, int, int]]]

_MOST: Final = 5000  # questions kept
# what an answer is worth beside the number of reports that it touches: first what could undo a corroboration
_CORROBORATION, _CONTRADICTION, _SAME, _ONLY = 1000, 600, 400, 100
_LESS = 200  # names that share a word are seldom one source


@dataclass(frozen=True, slots=True)
class _Draft:
    stake: int
    kind: str
    first: str
    second: str
    why: str
    account: int


class Queue:
    """The questions as accounts come in: never more than a few thousand are held."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    def add(self, desk: Desk, accounts: Iterable[Account]) -> None:
        """Take in what could be asked about these accounts, all of which are on the desk."""
        for account in accounts:
            self._drafts += [*_of_values(desk, account), *_of_contradictions(desk, account)]
        self._thin()

    def compare(self, neighbours: Iterable[Neighbour]) -> None:
        """Take in whether neighbours of one kind and place (sorted by these, then by time) are one incident."""
        for one, other in pairwise(neighbours):
            self._drafts += _of_neighbours(one, other)
            self._thin()

    def _thin(self) -> None:
        if len(self._drafts) > 4 * _MOST:
            self._drafts = self.best()

    def best(self) -> list[_Draft]:
        """Return what to ask, the most consequential first, each pair and statement once."""
        self._drafts.sort(key=lambda d: (-d.stake, d.account, d.kind, d.first, d.second))
        once: dict[tuple[str, frozenset[str]], _Draft] = {}
        for draft in self._drafts:
            once.setdefault((draft.kind, frozenset((draft.first, draft.second))), draft)
        return list(once.values())[:_MOST]

    def questions(self, places: Places) -> tuple[QuestionRow, ...]:
        """Return the questions; `places` finds where statements stand."""
        drafts = self.best()
        at = places(s for d in drafts if d.kind != "sources" for s in (d.first, d.second) if s)
        return tuple(
            QuestionRow(
                rank, d.kind, d.first, d.second, d.why, d.stake, d.account,
                tuple(at[s] for s in (d.first, d.second) if s in at),
            )
            for rank, d in enumerate(drafts, 1)
        )  # fmt: skip


def _of_values(desk: Desk, account: Account) -> Iterator[_Draft]:
    n = desk.number(account)
    for aspect in account.aspects:
        for value in aspect.values:
            words = f"{ASPECTS[aspect.aspect].lower()}: {desk.words(value_words(value.value))}"
            yield from _of_value(desk, account, value, n, words)


def _of_value(desk: Desk, account: Account, value: ValueAccount, n: int, words: str) -> Iterator[_Draft]:
    weight = min(99, len(account.reports))
    firm = [o for o in value.behind.origins if not o.vague and o.statements]
    for origin in firm if value.behind.least == 2 else ():
        if len(origin.statements) == 1:
            why = f"If this was misread, “{words}” no longer has two origins."
            yield _Draft(_CORROBORATION + weight, "statement", origin.statements[0], "", why, n)
    # where three stand, one answer undoes no corroboration: two would have to fall
    stake = weight + (_CORROBORATION if value.behind.least == 2 else _SAME)
    for one, other in pairwise(firm):
        yield from _of_pair(desk, one, other, stake, n, words)
    if value.outlets >= 2 and value.behind.least == 1 and len(firm) == 1 and at_stake(value) == ():
        told = desk.told(firm[0].statements)
        if told:
            why = f"{value.outlets} outlets carry “{words}”; all of it stands on {desk.words(firm[0].name)}."
            yield _Draft(_ONLY + weight, "statement", told[0].id, "", why, n)


def _of_pair(desk: Desk, one: Origin, other: Origin, stake: int, n: int, words: str) -> Iterator[_Draft]:
    """Ask whether two origins of one value are one, or speak of two incidents."""
    first, second = (desk.told(o.statements)[:1] for o in (one, other))
    if not first or not second:
        return
    if first[0].report != second[0].report:
        why = f"If these are two incidents, “{words}” loses an origin in each."
        yield _Draft(stake, "incidents", first[0].id, second[0].id, why, n)
    known = desk.findings.sources.sources
    if one.source in known and other.source in known and _alike(one.name, other.name):
        why = f"If these are one source, “{words}” has one origin less."
        yield _Draft(stake - _LESS, "sources", one.source, other.source, why, n)


def _of_contradictions(desk: Desk, account: Account) -> Iterator[_Draft]:
    n, weight = desk.number(account), min(99, len(account.reports))
    for aspect in account.aspects:
        for d in aspect.differences:
            known = {d.first, d.second} <= desk.statements.keys()
            if d.kind in ("contradiction", "rival culprit") and known:
                why = f"They differ ({desk.words(d.words)}). Of two incidents, nothing is contradicted."
                yield _Draft(_CONTRADICTION + weight, "incidents", d.first, d.second, why, n)


def _of_neighbours(one: Neighbour, other: Neighbour) -> Iterator[_Draft]:
    """Ask whether two incidents of one kind at one place within a day of each other are one."""
    if one.spot == other.spot and _gap(one, other) <= timedelta(days=1) and one.first and other.first:
        why = "One kind, one place, a day or less apart: if they are one, their origins count together."
        stake = _SAME + min(99, one.reports + other.reports)
        yield _Draft(stake, "incidents", one.first, other.first, why, one.n)


def _gap(one: Neighbour, other: Neighbour) -> timedelta:
    """Return the time between the end of one and the start of the other, less than none if they overlap."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return datetime.fromisoformat(start) - datetime.fromisoformat(end)


def _alike(one: str, other: str) -> bool:
    first, second = (set(re.findall(r"\w{4,}", name.casefold())) for name in (one, other))
    return bool(first & second)
