"""What a denial leaves as it is: an event in a clause that says what something else is not due to."""

import pytest

from whence.model.report import Block, Report
from whence.read.rules import RuleReader


def stances(text: str) -> set[str]:
    held = Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))
    return {str(s.stance) for s in RuleReader().read(held) if s.aspect == "killed"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister denied that the new tax was linked to the murder of eight tailors.", "states"),
        ("A spokesman denied that he resigned because of the raid that killed nine people.", "states"),
        ("The minister denied that eight tailors were murdered.", "denies"),
        ("The army denied killing nine people.", "denies"),
    ],
)
def test_what_is_denied_is_the_link_and_not_the_dead(text: str, stance: str) -> None:
    assert stances(text) == {stance}
