"""What accounts can be filtered and sorted by, as arrays over all of them."""

import math
from array import array
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
from whence.store.index.rows import NEVER, AccountRow, Columns, Facet, Numbers, PlaceRow, Spots
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


class Gathering:
    """The columns of accounts as they come in reading order: numbers alone are held, each word once."""

    def __init__(self) -> None:
        self._first, self._last = array("i"), array("i")
        self._orders = {name: array("q") for name in ORDERS}
        self._facets = {name: _FacetGathering(name) for name in _FACETS}
        self._spots: dict[PlaceRow, int] = {}
        self._spotted = (array("i"), array("i"), array("i"))

    def add(self, desk: Desk, account: Account, row: AccountRow) -> None:
        """Take in the next account."""
        self._first.append(_day(row.start))
        self._last.append(_day(row.end, last=True))
        for name, key in ORDERS.items():
            self._orders[name].extend(key(row))
        for name, pairs in _FACETS.items():
            self._facets[name].add(row.n, dict(pairs(desk, account, row)))
        for place in dict.fromkeys(row.places):
            told = row.n, self._spots.setdefault(place, len(self._spots)), int(len(row.places) > 1)
            for numbers, value in zip(self._spotted, told, strict=True):
                numbers.append(value)

    def columns(self) -> Columns:
        """Return the arrays by which the accounts are filtered, counted and sorted."""
        size = len(self._first)
        return Columns(
            _numbers(self._first),
            _numbers(self._last),
            {name: _order(keys, size) for name, keys in self._orders.items()},
            {name: facet.made() for name, facet in self._facets.items()},
        )

    def spots(self) -> tuple[Spots, tuple[PlaceRow, ...]]:
        """Return which account may have happened where, and the places by their codes."""
        places = tuple(self._spots)
        lat, lon = (
            array("i", (round(x * 1e5) for x in some))
            for some in ((p.lat for p in places), (p.lon for p in places))
        )
        radius = array("i", (math.ceil(p.radius_km * 1000) for p in places))
        return Spots(*map(_numbers, (*self._spotted, lat, lon, radius))), places


class _FacetGathering:
    """One facet as accounts come in."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._words: dict[str, str] = {}
        self._having: dict[str, array[int]] = {}

    def add(self, number: int, pairs: dict[str, str]) -> None:
        for key, said in pairs.items():
            if key not in self._words:
                self._words[key], self._having[key] = said, array("i")
            self._having[key].append(number)

    def made(self) -> Facet:
        words, having = self._words, self._having
        keys = list(_WORDS.get(self._name, ())) or sorted(
            having, key=lambda k: (-len(having[k]), words[k].casefold(), k)
        )
        keys = [k for k in keys if k in having]
        sizes = [len(having[k]) for k in keys]
        accounts = np.concatenate([_numbers(having[k]) for k in keys]) if keys else _numbers(array("i"))
        codes = np.repeat(np.arange(len(keys), dtype=np.int32), sizes)
        return Facet(self._name, tuple((k, words[k]) for k in keys), accounts, codes)


def _numbers(numbers: "array[int]") -> Numbers:
    return np.frombuffer(numbers, dtype=np.int32) if numbers else np.empty(0, dtype=np.int32)


def _order(keys: "array[int]", size: int) -> Numbers:
    """Return the numbers sorted by their keys, of which each has equally many, ties in reading order."""
    table = (
        np.frombuffer(keys, dtype=np.int64).reshape(size, -1) if size else np.empty((0, 1), dtype=np.int64)
    )
    return (np.lexsort(table.T[::-1]) + 1).astype(np.int32)


def _day(moment: str, *, last: bool = False) -> int:
    if not moment:
        return int(NEVER)
    at = datetime.fromisoformat(moment) - (timedelta(microseconds=1) if last else timedelta(0))
    return (at - _EPOCH) // _DAY


def _moment(row: AccountRow) -> int:
    """Return when it began in microseconds since 1970, 0 if nobody says."""
    return (datetime.fromisoformat(row.start) - _EPOCH) // timedelta(microseconds=1) if row.start else 0


# what accounts are sorted by: smaller numbers first, equal ones in reading order
ORDERS: Final[dict[str, Callable[[AccountRow], tuple[int, ...]]]] = {
    "reports": lambda r: (r.n,),
    "newest": lambda r: (not r.start, -_moment(r)),
    "oldest": lambda r: (not r.start, _moment(r)),
    "origins": lambda r: (-r.least, -(r.most or 99)),
    "looks": lambda r: (-max((v.outlets for v in r.values if v.outlets >= 2 > v.least), default=0),),
    "contradicted": lambda r: (not r.contradicted, not r.denied),
}


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
