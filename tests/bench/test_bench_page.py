"""One part of the bench takes its place in the page, and the others stay."""

import pytest
from bench.__main__ import replaced
from bench.section import Section, markdown


def section(title: str, cell: str) -> Section:
    return Section(title, "python -m bench x", "sha256:0", ("a",), ((cell,),))


def test_a_part_takes_its_place_and_the_others_stay() -> None:
    old = [section(t, "old") for t in ("One", "Two", "Three")]
    page = "# What is measured\n\nWritten.\n\n" + "\n".join(markdown(s) for s in old)
    new = replaced(page, [section("Two", "new"), section("Three", "newest")])
    expected = [section("One", "old"), section("Two", "new"), section("Three", "newest")]
    assert new == "# What is measured\n\nWritten.\n\n" + "\n".join(markdown(s) for s in expected)
    with pytest.raises(ValueError, match="Four"):
        replaced(page, [section("Four", "new")])
