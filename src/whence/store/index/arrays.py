"""Columns of numbers in the index: whole arrays in one row each, and the words of facets beside them."""

import numpy as np

from whence.store.index.door import Asking, Filling
from whence.store.index.rows import Columns, Facet, Numbers, Spots

_SPOTS = ("accounts", "codes", "several", "lat", "lon", "radius")


def put_columns(base: Filling, of: str, columns: Columns) -> None:
    """Put the columns of what is called `of` ("account", "source")."""
    numbers = {"first": columns.first, "last": columns.last}
    numbers |= {f"order {name}": order for name, order in columns.orders.items()}
    for name, facet in sorted(columns.facets.items()):
        rows = ((f"{of} {name}", i, *pair) for i, pair in enumerate(facet.values))
        base.put("facet", rows, "????")
        numbers |= {f"facet {name} accounts": facet.accounts, f"facet {name} codes": facet.codes}
    _put(base, of, numbers)


def put_spots(base: Filling, spots: Spots) -> None:
    """Put which account may have happened where."""
    _put(base, "spot", {name: getattr(spots, name) for name in _SPOTS})


def _put(base: Filling, of: str, numbers: dict[str, Numbers]) -> None:
    rows = ((f"{of} {name}", data.astype("<i4").tobytes()) for name, data in sorted(numbers.items()))
    base.put("numbers", rows, "??")


def columns_of(base: Asking, of: str) -> Columns:
    """Return the columns of what is called `of`."""
    arrays = _arrays(base, of)
    values: dict[str, list[tuple[str, str]]] = {}
    asked = "select name, key, words from facet where name >= ? and name < ? order by name, code"
    for name, key, words in base.rows(asked, (f"{of} ", f"{of}!")):
        values.setdefault(name.removeprefix(f"{of} "), []).append((key, words))
    facets = {
        name: Facet(name, tuple(rows), arrays[f"facet {name} accounts"], arrays[f"facet {name} codes"])
        for name, rows in values.items()
    }
    orders = {n.removeprefix("order "): a for n, a in arrays.items() if n.startswith("order ")}
    return Columns(arrays["first"], arrays["last"], orders, facets)


def spots_of(base: Asking) -> Spots:
    """Return which account may have happened where."""
    found = _arrays(base, "spot")
    return Spots(*(found[name] for name in _SPOTS))


def _arrays(base: Asking, of: str) -> dict[str, Numbers]:
    rows = base.rows("select name, data from numbers where name >= ? and name < ?", (f"{of} ", f"{of}!"))
    return {name.removeprefix(f"{of} "): np.frombuffer(data, dtype="<i4") for name, data in rows}
