"""Selections agree with counting by hand, whatever is asked."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.store.index.rows import NEVER, Columns, Facet
from whence.store.index.select import MOST, Wanted, select

KEYS = ("red", "green", "blue")
ACCOUNTS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(KEYS)), st.sampled_from(("a", "b")), st.one_of(st.none(), st.integers(0, 20))
    ),
    min_size=1,
    max_size=12,
)


def columns(accounts: list[tuple[set[str], str, int | None]]) -> Columns:
    def facet(name: str, keys: tuple[str, ...], having: list[list[str]]) -> Facet:
        pairs = [(n, keys.index(k)) for n, ks in enumerate(having, 1) for k in ks]
        pairs.sort(key=lambda p: p[1])
        numbers = [np.array([p[i] for p in pairs], dtype=np.int32) for i in (0, 1)]
        return Facet(name, tuple((k, k.upper()) for k in keys), *numbers)

    days = np.array([NEVER if day is None else day for _, _, day in accounts], dtype=np.int32)
    orders = {"reports": np.arange(1, len(accounts) + 1, dtype=np.int32)}
    orders["backwards"] = orders["reports"][::-1].copy()
    colours = facet("colour", KEYS, [sorted(c) for c, _, _ in accounts])
    return Columns(
        days,
        days,
        orders,
        {"colour": colours, "kind": facet("kind", ("a", "b"), [[k] for _, k, _ in accounts])},
    )


@given(
    ACCOUNTS,
    st.sets(st.sampled_from(KEYS)),
    st.sets(st.sampled_from(("a", "b"))),
    st.one_of(st.none(), st.integers(0, 20)),
)
def test_what_is_found_and_counted_is_what_is_there(
    accounts: list[tuple[set[str], str, int | None]], colours: set[str], kinds: set[str], first: int | None
) -> None:
    wanted = Wanted({"colour": tuple(colours), "kind": tuple(kinds)}, first=first, order="backwards")
    found = select(columns(accounts), wanted)

    def fits(row: tuple[set[str], str, int | None], *, colour: bool = True, kind: bool = True) -> bool:
        day = first is None or (row[2] is not None and row[2] >= first)
        return (
            day
            and (not colour or not colours or bool(row[0] & colours))
            and (not kind or not kinds or row[1] in kinds)
        )

    assert list(found.numbers) == [n for n in range(len(accounts), 0, -1) if fits(accounts[n - 1])]
    for c in found.facets["colour"]:
        assert c.count == sum(c.key in row[0] for row in accounts if fits(row, colour=False))
    for c in found.facets["kind"]:
        assert c.count == sum(c.key == row[1] for row in accounts if fits(row, kind=False))
        assert c.chosen == (c.key in kinds)


@given(st.integers(1, 60), st.integers(1, 9))
def test_pages_follow_one_another_without_gap(total: int, size: int) -> None:
    found = select(columns([(set(), "a", None)] * total), Wanted(order="backwards"))
    seen: list[int] = []
    after, starts = 0, []
    while True:
        numbers, start, before = found.page(after, size)
        if not numbers:
            break
        assert start == len(seen) + 1
        assert (before == -1) == (not seen)
        if seen:
            assert found.page(before, size)[0] == tuple(starts[-1])
        starts.append(numbers)
        seen += numbers
        after = numbers[-1]
    assert seen == list(range(total, 0, -1))


def test_a_page_after_something_that_is_not_there_is_the_first() -> None:
    found = select(columns([(set(), "a", None)] * 3), Wanted())
    assert found.page(99, 2) == ((1, 2), 1, -1)


def test_of_many_values_those_with_most_accounts_are_told_and_the_chosen() -> None:
    having = [n for n in range(1, 301) for _ in range(1 + (n % 7 == 0))]
    numbers = np.array(range(1, len(having) + 1), dtype=np.int32)
    values = tuple((f"k{n}", f"K{n}") for n in range(1, 301))
    facet = Facet("many", values, numbers, np.array([n - 1 for n in having], dtype=np.int32))
    days = np.zeros(len(having), dtype=np.int32)
    held = Columns(days, days, {"reports": numbers}, {"many": facet})
    plain = select(held, Wanted())
    told = plain.facets["many"]
    assert len(told) == MOST
    assert sum(c.count == 2 for c in told) == 300 // 7
    assert len(told) + plain.more["many"] == 300
    chosen = select(held, Wanted({"many": ("k300",)}))
    assert [c.key for c in chosen.facets["many"] if c.chosen] == ["k300"]
    assert len(chosen.numbers) == 1
