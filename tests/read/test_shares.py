"""Shares of a number as groups of their own: invented sentences about an invented country."""

import pytest

from whence.read.claims import find_counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire hurt 40 cooks, half of them women.", [(40, 40, "cooks"), (20, 20, "women")]),
        ("Fire hurt at least 31 cooks, a third of them women.", [(31, None, "cooks"), (10, None, "women")]),
        (
            "Fire hurt 60 cooks, more than two-thirds of whom were women.",
            [(60, 60, "cooks"), (40, None, "women")],
        ),
        ("Fire hurt 60 to 80 cooks, a quarter of them women.", [(60, 80, "cooks"), (15, 20, "women")]),
        ("Fire hurt at least 31 cooks, less than half of them women.", [(31, None, "cooks")]),
        ("Fire hurt 40 cooks, half of them badly.", [(40, 40, "cooks")]),
        ("Fire hurt 40 cooks, most of them women.", [(40, 40, "cooks")]),
    ],
)
def test_a_share_is_counted_of_the_number_before_it(
    text: str, expected: list[tuple[int, int | None, str]]
) -> None:
    found = find_counts(text, 0, len(text))
    assert [(c.count.amount.lower, c.count.amount.upper, c.count.group) for c in found] == expected


def test_a_share_of_nobody_named_is_no_group() -> None:
    text = "Half of them women, they were hurt."
    assert find_counts(text, 0, len(text)) == ()
