"""Who was killed or hurt, and how many, in invented sentences about an invented country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.claims import find_counts

CASES = [
    (
        "The attack killed 16 guards and 9 inmates.",
        [("killed", 16, 16, "guards"), ("killed", 9, 9, "inmates")],
    ),
    (
        "Clashes killed 37 fighters of one brigade as well as 12 soldiers.",
        [("killed", 37, 37, "fighters"), ("killed", 12, 12, "soldiers")],
    ),
    (
        "Shells killed 22 people in the village of Velgrad on Monday seven of them children.",
        [("killed", 22, 22, "people"), ("killed", 7, 7, "children")],
    ),
    ("No soldier was killed in Velgrad.", [("killed", 0, 0, "soldiers")]),
    ("The mayor denied that any soldiers had been killed.", [("killed", 0, 0, "soldiers")]),
    ("No casualties were reported.", [("injured", 0, 0, "people"), ("killed", 0, 0, "people")]),
    ("A family of six died.", [("killed", 6, 6, "people")]),
    ("The army was able to kill 35 insurgents.", [("killed", 35, 35, "insurgents")]),
    ("The number of victims is at least 70.", [("killed", 70, None, "people")]),
    ("15 fighter planes were destroyed.", []),
    ("The blast killed two people and many were wounded.", [("killed", 2, 2, "people")]),
    ("Shells killed 12 people in Velgrad.", [("killed", 12, 12, "people")]),
    ("At least 12 people were killed in Velgrad on Monday.", [("killed", 12, None, "people")]),
    ("Velgrad strike: 12 killed", [("killed", 12, 12, "people")]),
    ("A blast left nine dead and 14 wounded.", [("killed", 9, 9, "people"), ("injured", 14, 14, "people")]),
    (
        "The raid killed six people and wounded 19.",
        [("killed", 6, 6, "people"), ("injured", 19, 19, "people")],
    ),
    (
        "13 villagers killed 43 others injured in Velgrad",
        [("killed", 13, 13, "villagers"), ("injured", 43, 43, "people")],
    ),
    (
        "Shells fell on the market killing one man injuring three others.",
        [("killed", 1, 1, "men"), ("injured", 3, 3, "people")],
    ),
    (
        "23 people including eight children were killed.",
        [("killed", 23, 23, "people"), ("killed", 8, 8, "children")],
    ),
    (
        "Seven people were killed including two women.",
        [("killed", 7, 7, "people"), ("killed", 2, 2, "women")],
    ),
    (
        "The shelling killed two women and their seven children.",
        [("killed", 2, 2, "women"), ("killed", 7, 7, "children")],
    ),
    ("The death toll rose from 24 to 43 on Tuesday.", [("killed", 43, 43, "people")]),
    ("The blast claimed the lives of four soldiers.", [("killed", 4, 4, "soldiers")]),
    (
        "Among the dead in the town of Velgrad were a woman and a child.",
        [("killed", 1, 1, "women"), ("killed", 1, 1, "children")],
    ),
    ("The brigade lost three fighters.", [("killed", 3, 3, "fighters")]),
    ("Rescuers pulled out the bodies of five workers.", [("killed", 5, 5, "workers")]),
    ("The army executed 11 prisoners.", [("killed", 11, 11, "prisoners")]),
    ("A little boy was killed by a mine.", [("killed", 1, 1, "children")]),
    (
        "67 people were killed and dozens more injured.",
        [("killed", 67, 67, "people"), ("injured", 24, None, "people")],
    ),
]


def counts(text: str) -> list[tuple[str, int | None, int | None, str]]:
    found = find_counts(text, 0, len(text))
    return [(c.aspect, c.count.amount.lower, c.count.amount.upper, c.count.group) for c in found]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_people_are_tied_to_the_words_of_harm(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    assert counts(text) == expected


def test_one_number_for_both_kinds_of_harm_says_so() -> None:
    found = find_counts("The strike killed or wounded 30 people.", 0, 39)
    assert {(c.aspect, c.count.part) for c in found} == {
        ("killed", "of killed or injured"),
        ("injured", "of killed or injured"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed more than 210,000 people since March 2011.",
        "More than 500 people have been killed since the uprising began.",
        "Twelve strikes hit the town of Velgrad.",
        "The convoy of 20 trucks left at noon.",
        "They threatened to kill 12 hostages.",
        "The death toll could rise because many are missing.",
        "He was 34 years old and had lived there for 12 years.",
    ],
)
def test_what_is_no_count_of_victims_gives_none(text: str) -> None:
    assert counts(text) == []


def test_a_sum_over_an_offensive_counts_only_where_it_is_the_story() -> None:
    text = "At least 127 people have been killed since the offensive began."
    assert [c.count.amount.lower for c in find_counts(text, 0, len(text), lede=True)] == [127]
    assert find_counts(text, 0, len(text), lede=False) == ()


@given(st.text(alphabet='0123456789 killed wounded people and were was the a, ."', max_size=200))
def test_any_text_gives_groups_inside_it(text: str) -> None:
    for claim in find_counts(text, 0, len(text)):
        assert 0 <= claim.start <= claim.group.start < claim.group.end <= claim.end <= len(text)
