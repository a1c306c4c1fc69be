"""Marks that the words of one sentence make."""

import pytest

from whence.read.signs import content_of, signs_in


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Another 30 people were wounded in the attack.", ("points back", "further")),
        ("Separately, a mine killed two.", ("another",)),
        ("Meanwhile in Maly a mine killed two.", ("another",)),
        ("On Sunday a mine killed two.", ("day first",)),
        ("In the southern city of Maly a mine killed two.", ("place first",)),
        ("“The dead are many,” he said.", ("points back", "quoted")),
        ("A mine killed two.", ()),
    ],
)
def test_signs(words: str, want: tuple[str, ...]) -> None:
    assert signs_in(words, placed=True) == want


def test_content_words_are_the_longer_ones_that_not_every_report_has() -> None:
    assert content_of("The bakery was hit in an attack; four people died") == {"bakery"}
