"""Campaigns and roundups: the incidents that lie in a sum, and the sums in which an incident lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.finding import Account
from whence.show.desk import Desk, label
from whence.show.phrases import value_words

NOT_ONE = (
    "A sum over several happenings, not one: it neither bears out nor contradicts the toll of any of them."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One incident beside a sum: its account's number and id, its label, and what is told of killed and injured."""

    number: int
    incident: str
    label: str
    told: str


def parts_of(desk: Desk, account: Account) -> tuple[Part, ...]:
    """Return the incidents that lie in a sum, in order of time; () of what is no sum."""
    held = set(account.incident.holds)
    return tuple(_parts(desk, held)) if held else ()


def sums_over(desk: Desk, account: Account) -> tuple[Part, ...]:
    """Return the sums in which an incident lies, in order of time."""
    own = account.incident.id
    return tuple(_parts(desk, {a.incident.id for a in desk.accounts if own in a.incident.holds}))


def _parts(desk: Desk, wanted: set[str]) -> Iterator[Part]:
    found = [a for a in desk.accounts if a.incident.id in wanted]
    for a in sorted(found, key=_order):
        tolls = (
            f"{desk.words(value_words(x.values[0].value))} {x.aspect}"
            for x in a.aspects
            if x.aspect in ("killed", "injured") and x.values
        )
        yield Part(desk.number(a), a.incident.id, label(desk, a), ", ".join(tolls))


def _order(account: Account) -> tuple[str, str]:
    when = account.incident.interval
    return (when.start.isoformat() if when else "~", account.incident.id)
