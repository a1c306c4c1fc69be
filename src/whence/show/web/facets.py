"""What accounts can be filtered and sorted by, as arrays over all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np

from whence.model.finding import Account
from whence.model.statement import Culprit, Link
from whence.model.values import Place
from whence.show.desk import Desk
from whence.show.phrases import ASPECTS, EVENTS
from whence.store.gazetteer import packaged_countries
from whence.store.index.rows import NEVER, AccountRow, Columns, Facet, Numbers, PlaceRow
from whence.store.index.write import source_id

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DAY: Final = timedelta(days=1)
_TEARING: Final = ("contradiction", "rival culprit", "denial")
_WORDS: Final[dict[str, dict[str, str]]] = {
    "kind": {"incident": "incidents", "campaign": "campaigns and roundups", "link": "links between actors"},
    "origins": {"0": "no origin", "1": "1 origin", "2": "2 origins", "3": "3 origins or more"},
    "support": {
        "outlets": "looks corroborated, rests on one",
        "maybe": "looks corroborated, may rest on one",
        "origins": "two origins or more behind one value",
        "single": "carried by one outlet",
    },
    "contradicted": {
        "contradiction": "numbers that cannot both hold",
        "rival culprit": "different sides are blamed",
        "denial": "somebody denies it",
        "none": "nothing against it",
    },
    "judged": {"yes": "judged by a person", "no": "not judged yet"},
}
Pairs = Callable[[Desk, Account, AccountRow], Iterable[tuple[str, str]]]


def place_rows(desk: Desk, places: Sequence[Place]) -> tuple[PlaceRow, ...]:
    """Return the places that an incident may have happened at."""
    return tuple(PlaceRow(desk.words(p.name), p.lat, p.lon, p.radius_km, p.country) for p in places)


def columns_of(desk: Desk, rows: Sequence[AccountRow]) -> Columns:
    """Return the arrays by which the accounts of `rows` (in reading order) are filtered, counted and sorted."""
    return Columns(
        _array(_day(r.start) for r in rows),
        _array(_day(r.end, last=True) for r in rows),
        {name: _order(rows, key) for name, key in ORDERS.items()},
        {name: _facet(name, pairs, desk, rows) for name, pairs in _FACETS.items()},
    )


def _array(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, dtype=np.int32)


def _day(moment: str, *, last: bool = False) -> int:
    if not moment:
        return int(NEVER)
    at = datetime.fromisoformat(moment) - (timedelta(microseconds=1) if last else timedelta(0))
    return (at - _EPOCH) // _DAY


ORDERS: Final[dict[str, Callable[[AccountRow], tuple[object, ...]]]] = {
    "reports": lambda r: (r.n,),
    "newest": lambda r: (not r.start, [-ord(c) for c in r.start], r.n),
    "oldest": lambda r: (not r.start, r.start, r.n),
    "origins": lambda r: (-r.least, -(r.most or 99), r.n),
    "looks": lambda r: (-max((v.outlets for v in r.values if v.outlets >= 2 > v.least), default=0), r.n),
    "contradicted": lambda r: (not r.contradicted, not r.denied, r.n),
}


def _order(rows: Sequence[AccountRow], key: Callable[[AccountRow], tuple[object, ...]]) -> Numbers:
    return _array(r.n for r in sorted(rows, key=key))


def _facet(name: str, pairs: Pairs, desk: Desk, rows: Sequence[AccountRow]) -> Facet:
    words: dict[str, str] = {}
    having: dict[str, list[int]] = defaultdict(list)
    for account, row in zip(desk.accounts, rows, strict=True):
        for key, said in dict(pairs(desk, account, row)).items():
            words.setdefault(key, said)
            having[key].append(row.n)
    keys = list(_WORDS.get(name, ())) or sorted(
        having, key=lambda k: (-len(having[k]), words[k].casefold(), k)
    )
    keys = [k for k in keys if k in having]
    accounts = _array(n for k in keys for n in having[k])
    codes = _array(code for code, k in enumerate(keys) for _ in having[k])
    return Facet(name, tuple((k, words[k]) for k in keys), accounts, codes)


def _named(name: str, keys: Iterable[str]) -> list[tuple[str, str]]:
    return [(k, _WORDS[name][k]) for k in keys]


def _kind(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return _named("kind", ["link" if row.link else "campaign" if row.container else "incident"])


def _event(_desk: Desk, account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return [] if row.link else [(account.incident.event, EVENTS[account.incident.event])]


def _place(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return [(f"{p.name}, {p.country}", f"{p.name} ({p.country})") for p in row.places]


def _country(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    names = packaged_countries()
    return [
        (p.country, str(names[p.country]["name"]) if p.country in names else p.country) for p in row.places
    ]


def _actor(desk: Desk, account: Account, _row: AccountRow) -> list[tuple[str, str]]:
    values = [v.value for a in account.aspects for v in a.values]
    names = [v.actor for v in values if isinstance(v, Culprit)]
    names += [x for v in values if isinstance(v, Link) for x in (v.subject, v.object)]
    said = [desk.words(n) for n in names]
    return [(n.casefold(), n) for n in said if n]


def _outlet(desk: Desk, account: Account, _row: AccountRow) -> list[tuple[str, str]]:
    keys = {desk.findings.sources.of_outlet.get(r, "") for r in account.reports} - {""}
    # the key is a folded name: where the name is withheld, its address stands for it
    return [(k if desk.words(k) == k else source_id(k), desk.name(k)) for k in sorted(keys)]


def _aspect(_desk: Desk, account: Account, _row: AccountRow) -> list[tuple[str, str]]:
    return [(a.aspect, ASPECTS[a.aspect].lower()) for a in account.aspects]


def _origins(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return _named("origins", [str(min(row.least, 3))])


def _support(_desk: Desk, account: Account, _row: AccountRow) -> list[tuple[str, str]]:
    values = [v for a in account.aspects for v in a.values]
    found = [
        ("outlets", any(v.outlets >= 2 and v.behind.most in (0, 1) for v in values)),
        ("maybe", any(v.outlets >= 2 and v.behind.least < 2 and v.behind.most not in (0, 1) for v in values)),
        ("origins", any(v.behind.least >= 2 for v in values)),
        ("single", all(v.outlets < 2 for v in values)),
    ]
    return _named("support", [k for k, holds in found if holds])


def _contradicted(_desk: Desk, account: Account, row: AccountRow) -> list[tuple[str, str]]:
    kinds = {d.kind for a in account.aspects for d in a.differences}
    found = [k for k in _TEARING if k in kinds or (k == "denial" and row.denied)]
    return _named("contradicted", found or ["none"])


def _judged(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return _named("judged", ["yes" if row.judged else "no"])


def _year(_desk: Desk, _account: Account, row: AccountRow) -> list[tuple[str, str]]:
    return [(row.start[:4], row.start[:4])] if row.start else []


_FACETS: Final[dict[str, Pairs]] = {
    "kind": _kind,
    "support": _support,
    "origins": _origins,
    "contradicted": _contradicted,
    "event": _event,
    "aspect": _aspect,
    "year": _year,
    "country": _country,
    "place": _place,
    "actor": _actor,
    "outlet": _outlet,
    "judged": _judged,
}
