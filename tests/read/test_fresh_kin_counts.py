"""Counts of kin told without their second article, and of people dying; a fictional country."""

import pytest

from whence.read.claims import find_counts


def counts(text: str) -> list[tuple[str, int | None, str]]:
    """Return aspect, least number and group of each claim of `text`."""
    found = find_counts(text, 0, len(text))
    return sorted((c.aspect, c.count.amount.lower, c.count.group) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "His father and younger brother were killed in the raid on Velgrad.",
        "Her mother and sister died in the flood.",
        "A man and wife died in the blast.",
    ],
)
def test_kin_told_in_one_breath_are_two_people(text: str) -> None:
    assert counts(text) == [("killed", 2, "people")]


def test_a_raid_that_results_in_people_dying_killed_them() -> None:
    text = "The raid on Velgrad resulted in 56 civilians dying including 11 children."
    assert counts(text) == [("killed", 11, "children"), ("killed", 56, "civilians")]


def test_whoever_is_dying_is_not_dead() -> None:
    assert counts("Doctors said three miners were dying in the clinic.") == []
