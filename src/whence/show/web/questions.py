"""The review queue: what a person could decide, ordered by how much of what is told hangs on the answer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whence.model.finding import Account, Origin, ValueAccount
from whence.show.desk import Desk, at_stake
from whence.show.phrases import ASPECTS, value_words
from whence.store.index.rows import AccountRow, QuestionRow

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


def questions_of(desk: Desk, rows: Sequence[AccountRow]) -> tuple[QuestionRow, ...]:
    """Return the questions, the most consequential first, each pair and statement once."""
    drafts = [*_of_values(desk), *_of_contradictions(desk), *_of_neighbours(desk, rows)]
    drafts.sort(key=lambda d: (-d.stake, d.account, d.kind, d.first, d.second))
    once: dict[tuple[str, frozenset[str]], _Draft] = {}
    for draft in drafts:
        once.setdefault((draft.kind, frozenset((draft.first, draft.second))), draft)
    return tuple(
        QuestionRow(rank, d.kind, d.first, d.second, d.why, d.stake, d.account)
        for rank, d in enumerate(list(once.values())[:_MOST], 1)
    )


def _of_values(desk: Desk) -> Iterator[_Draft]:
    for account in desk.accounts:
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


def _of_contradictions(desk: Desk) -> Iterator[_Draft]:
    for account in desk.accounts:
        n, weight = desk.number(account), min(99, len(account.reports))
        for aspect in account.aspects:
            for d in aspect.differences:
                if (
                    d.kind in ("contradiction", "rival culprit")
                    and {d.first, d.second} <= desk.statements.keys()
                ):
                    why = f"They differ ({desk.words(d.words)}). Of two incidents, nothing is contradicted."
                    yield _Draft(_CONTRADICTION + weight, "incidents", d.first, d.second, why, n)


def _of_neighbours(desk: Desk, rows: Sequence[AccountRow]) -> Iterator[_Draft]:
    """Ask whether two incidents of one kind at one place within a day of each other are one."""
    spots: dict[tuple[str, str, str], list[AccountRow]] = defaultdict(list)
    for row in rows:
        if row.start and not row.container and not row.link and len(row.places) == 1:
            spots[row.event, row.places[0].name, row.places[0].country].append(row)
    for group in spots.values():
        ordered = sorted(group, key=lambda r: (r.start, r.n))
        for one, other in pairwise(ordered):
            first, second = desk.accounts[one.n - 1].incident, desk.accounts[other.n - 1].incident
            near = first.interval and second.interval and first.interval.gap_days(second.interval) <= 1
            told = desk.told(first.statements)[:1], desk.told(second.statements)[:1]
            if near and all(told):
                why = (
                    "One kind, one place, a day or less apart: if they are one, their origins count together."
                )
                stake = _SAME + min(99, one.reports + other.reports)
                yield _Draft(stake, "incidents", told[0][0].id, told[1][0].id, why, one.n)


def _alike(one: str, other: str) -> bool:
    first, second = (set(re.findall(r"\w{4,}", name.casefold())) for name in (one, other))
    return bool(first & second)
