"""What falls with a source: by which names a reader has met it, and which counts would be lower without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.finding import Account, ValueAccount
from whence.show.desk import Desk, label, value_label
from whence.show.phrases import ASPECTS

CORROBORATION = 2  # origins from which on one is said to corroborate another


@dataclass(frozen=True, slots=True)
class Fall:
    """A value that would have fewer origins: in which account, what is told, and the least before and after."""

    account: int
    words: str
    before: int
    after: int

    @property
    def uncorroborates(self) -> bool:
        """Whether two origins or more stand behind the value now, and fewer would."""
        return self.before >= CORROBORATION > self.after


def counts_as(desk: Desk, key: str) -> str:
    """Return the id of the source that `key` is counted as: its last owner, else itself."""
    seen = [key]
    while (owner := desk.source(seen[-1]).owner) and owner not in seen:
        seen.append(owner)
    return seen[-1]


def met_as(desk: Desk, value: ValueAccount, key: str) -> str:
    """Return the name under which the tellings of a value show the source `key`, and as what it is counted.

    A count names owners ("state media"), its tellings those who speak for them ("the agency"): a reader knows the
    latter.
    """
    own = next((desk.words(o.name) for o in value.behind.origins if o.source == key), "")
    if key not in desk.findings.sources.sources:
        return own or desk.name(key)  # a text that several print, known by its origin's name
    known = dict.fromkeys(desk.name(k) for k in _spoken(desk, value) if counts_as(desk, k) == key)
    if not known or desk.name(key) in known:
        return desk.name(key)
    return f"{' and '.join(known)} (counted as {desk.name(key)})"


def _spoken(desk: Desk, value: ValueAccount) -> Iterator[str]:
    table = desk.findings.sources
    for s in desk.told(value.statements):
        keys = (
            table.of_outlet.get(s.report, ""),
            *(table.of_hop.get((s.id, i), "") for i in range(len(s.hops))),
        )
        yield from (k for k in keys if k)


def falls_with(desk: Desk, key: str) -> tuple[Fall, ...]:
    """Return what would have fewer origins without the source `key` or what it counts as, lost corroborations first."""
    root = counts_as(desk, key)
    found = [fall for account in desk.accounts for fall in _in_account(desk, account, root)]
    return tuple(sorted(found, key=lambda f: (not f.uncorroborates, f.after == 0, f.account, f.words)))


def _in_account(desk: Desk, account: Account, key: str) -> Iterator[Fall]:
    for aspect in account.aspects:
        for value in aspect.values:
            left = dict(value.without).get(key, value.behind.least)
            if left < value.behind.least:
                words = (
                    f"{label(desk, account)} · {ASPECTS[aspect.aspect].lower()}: {value_label(desk, value)}"
                )
                yield Fall(desk.number(account), words, value.behind.least, left)
