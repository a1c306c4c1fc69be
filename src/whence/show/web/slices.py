"""A desk over a part of the findings, as every page and every row of the index is made from one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from whence.model.finding import Account, Findings, OriginCount
from whence.model.span import Reason
from whence.show.desk import Desk, make_desk
from whence.show.mask import Mask


def desk_over(findings: Findings, mask: Mask, accounts: Iterable[tuple[int, Account]] = ()) -> Desk:
    """Return the desk over a slice of the findings, with these accounts under their numbers."""
    told = tuple(accounts)
    incidents = tuple(a.incident for _, a in told)
    made = make_desk(replace(findings, accounts=tuple(a for _, a in told), incidents=incidents), mask=False)
    return replace(made, mask=mask, numbers={(a.incident.id, a.incident.label): n for n, a in told})


def counts_of(account: Account) -> Iterator[OriginCount]:
    """Yield every count of origins in an account."""
    for aspect in account.aspects:
        yield aspect.speaking
        yield from (v.behind for v in aspect.values)


def statements_of(account: Account) -> tuple[str, ...]:
    """Return the ids of all statements of an account, its members first, each once."""
    inside = [s for a in account.aspects for v in a.values for s in v.statements]
    denials = [s for a in account.aspects for s in a.denials]
    return tuple(dict.fromkeys([*account.incident.statements, *inside, *denials]))


def sources_of(account: Account) -> frozenset[str]:
    """Return the keys of all sources on whose word the account stands, or that it would stand without."""
    counts = tuple(counts_of(account))
    keys = {o.source for c in counts for o in c.origins}
    keys |= {k for c in counts for o in c.origins for chain in o.chains for k in chain}
    keys |= {k for a in account.aspects for v in a.values for k, _ in v.without}
    return frozenset(keys | {k for c in counts for ring in c.circles for k in ring})


def reasons_of(account: Account) -> Iterator[Reason]:
    """Yield every reason that an account gives."""
    yield from account.incident.joined
    for count in counts_of(account):
        yield from count.reasons
        for origin in count.origins:
            yield from origin.reasons
