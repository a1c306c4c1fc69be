"""Scenes of one report: what belongs together, what is told apart, and the time each sentence gets."""

from itertools import groupby

import pytest
from friday import read


def scenes(text: str) -> list[int]:
    """The scene of each sentence that makes a claim, in order."""
    return [next(g).scene for _, g in groupby(read(text), key=lambda s: s.span.start)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Shells killed 14 people in the town of Velky on Thursday. Another 30 people were wounded in the attack.",
            [0, 0],
        ),
        (
            (
                "Shells killed 14 people in the town of Velky on Thursday. "
                "Separately, a car bomb killed six people in the town of Maly."
            ),
            [0, 1],
        ),
        (
            (
                "Shells killed 14 people in the town of Velky on Thursday. "
                "A raid on the town of Velky killed 11 people on Monday."
            ),
            [0, 1],
        ),
        (
            (
                "Shells killed 14 people in Morava province on Thursday. "
                "The shells fell on the town of Velky in Morava province, the monitor said, killing 14."
            ),
            [0, 0],
        ),
        (
            (
                "Shells killed 25 people in Morava province on Thursday. "
                "Six people were killed in the village of Velky in Morava province."
            ),
            [0, 1],
        ),
        (
            (
                "Shells killed 14 people in the town of Velky on Thursday. "
                "In the city of Maly a car bomb wounded eight people."
            ),
            [0, 1],
        ),
        (
            (
                "Shells killed at least 40 people in the city of Velky. "
                "The shells hit the Mill neighbourhood and killed some 40 people, the monitor said."
            ),
            [0, 0],
        ),
        (
            (
                "A rocket killed three people in the town of Velky. "
                "Rebels positioned in the town of Maly fired the rocket, killing three people, the army said."
            ),
            [0, 0],
        ),
        (
            (
                "Shells killed 14 people in the town of Velky on Thursday. "
                "In 2028 a mine in the town of Velky killed 310 people. "
                "The shells on Thursday also wounded 14 children in the town of Velky."
            ),
            [0, 1, 0],
        ),
    ],
    ids=[
        "points back",
        "separately",
        "another day",
        "refined",
        "a part of a sum",
        "a place and a weapon of its own",
        "a quarter and roughly the figure",
        "where the rebels stood",
        "long ago",
    ],
)
def test_which_sentences_tell_of_one_happening(text: str, want: list[int]) -> None:
    assert scenes(text) == want


def test_a_sentence_without_a_claim_sets_the_scene() -> None:
    text = "The guilds met over the arson attack of May 3 in Velky. The attack killed 54 people."
    (killed,) = [s for s in read(text) if s.aspect == "killed"]
    assert killed.when is not None
    assert killed.when.start.day == 3
    assert [t.name for t in killed.where] == ["Velky"]
    assert any(r.rule == "told for the happening" for r in killed.reasons)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shells killed 14 people in Velky.", 8, 9),
        ("Shells killed 14 people in Velky, the monitor said on Thursday.", 7, 8),
    ],
)
def test_a_presumed_time_says_so(text: str, first: int, last: int) -> None:
    (killed,) = [s for s in read(text) if s.aspect == "killed"]
    assert killed.when is not None
    assert killed.when.presumed
    assert (killed.when.start.day, killed.when.end.day - 1) == (first, last)


def test_a_day_that_is_told_is_not_presumed() -> None:
    (killed,) = [s for s in read("Shells killed 14 people in Velky on Thursday.") if s.aspect == "killed"]
    assert killed.when is not None
    assert not killed.when.presumed
