"""What narrows a view of incidents, on whatever page: facets, filters that are on, and where one stands in the list."""

from dataclasses import dataclass, replace
from typing import Final

from starlette.requests import Request

from whence.show.web.filters import FACETS, Filters
from whence.show.web.library import View
from whence.store.index.rows import AccountRow
from whence.store.index.select import ORDER, Counted, Selection

SHOWN: Final = 12  # values of a facet before the rest is folded
SIZE: Final = 50  # rows of one page of a table
_ORDERED: Final = (
    "support",
    "contradicted",
    "origins",
    "judged",
)  # facets whose values have an order of their own
_OPEN: Final = ("support", "contradicted", "event")


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: its words, how many there would be, and the address that puts it in or takes it out."""

    words: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet with its values, the most frequent first; `rest` are folded, `more` are not told."""

    name: str
    open: bool
    values: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is on, and the address without it."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Narrow:
    """How the incidents of a page at `path` are narrowed; `query` says the same in an address, `hidden` in a form."""

    path: str
    total: int
    every: int
    query: str
    chips: tuple[Chip, ...]
    facets: tuple[FacetView, ...]
    hidden: tuple[tuple[str, str], ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a table: its rows, the addresses before and after it ("" where there is none), where it stands."""

    rows: tuple[AccountRow, ...]
    before: str
    after: str
    shown: str


def address(path: str, query: str) -> str:
    """Return the address of `path` with a query string, which may be empty."""
    return f"{path}?{query}" if query else path


def narrow(
    view: View, path: str, asked: Filters, found: Selection, without: frozenset[str] = frozenset()
) -> Narrow:
    """Return how the page at `path` is narrowed to what was `found` by what was `asked`; not by facets `without`."""
    hidden = [*asked.chosen, ("q", asked.words), ("sort", "" if asked.sort == ORDER else asked.sort)]
    return Narrow(
        path=path,
        total=len(found.numbers),
        every=view.overview.accounts,
        query=asked.query(),
        chips=_chips(path, asked, found),
        facets=_facets(path, asked, found, without),
        hidden=tuple((k, v) for k, v in hidden if v),
        first=asked.first,
        last=asked.last,
    )


def part(view: View, path: str, asked: Filters, found: Selection, after: int) -> Part:
    """Return the page of the table that follows account number `after` (0: the first)."""
    numbers, start, before = found.page(after, SIZE)
    last, total = start + len(numbers) - 1, len(found.numbers)
    return Part(
        rows=view.index.accounts(numbers),
        before="" if before < 0 else _page(path, asked, before),
        after=_page(path, asked, numbers[-1]) if numbers and last < total else "",
        shown=f"{start:,} to {last:,} of {total:,}" if numbers else "",
    )


def after_of(request: Request) -> int:
    """Return the account number after which the page of the table begins, as the address says; 0 if it says none."""
    after = request.query_params.get("after", "")
    return int(after) if after.isdecimal() and len(after) < 10 else 0


def _page(path: str, asked: Filters, after: int) -> str:
    return address(path, asked.query(after=str(after)) if after else asked.query()) + "#table"


def _facets(path: str, asked: Filters, found: Selection, without: frozenset[str]) -> tuple[FacetView, ...]:
    views = []
    for name, title in FACETS.items():
        if name in without:
            continue
        counted = _sorted(name, found.facets.get(name, ()))
        values = tuple(
            FacetValue(c.words, c.count, c.chosen, address(path, asked.toggled(name, c.key).query()))
            for c in counted
        )
        chosen = any(v.chosen for v in values)
        if len(values) > 1 or chosen:
            views.append(
                FacetView(
                    title, chosen or name in _OPEN, values[:SHOWN], values[SHOWN:], found.more.get(name, 0)
                )
            )
    return tuple(views)


def _sorted(name: str, counted: tuple[Counted, ...]) -> list[Counted]:
    """Return what is chosen first, then the most frequent; years in order, and what has an order of its own."""
    if name == "year":
        return sorted(counted, key=lambda c: c.key)
    if name in _ORDERED:
        return list(counted)
    return sorted(counted, key=lambda c: (not c.chosen, -c.count, c.words.casefold()))


def _chips(path: str, asked: Filters, found: Selection) -> tuple[Chip, ...]:
    words = {(f, c.key): c.words for f, counted in found.facets.items() for c in counted}
    on = [(f"{FACETS[f]}: {words.get((f, k), k)}", asked.toggled(f, k)) for f, k in asked.chosen]
    on += [(f"from {asked.first}", replace(asked, first=""))] if asked.first else []
    on += [(f"to {asked.last}", replace(asked, last=""))] if asked.last else []
    on += [(f"“{asked.words}”", replace(asked, words=""))] if asked.words else []
    return tuple(Chip(said, address(path, without.query())) for said, without in on)
