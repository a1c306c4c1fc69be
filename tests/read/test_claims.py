"""Who was killed or hurt, and how many, in invented sentences about an invented country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.claims import find_counts

CASES = [
    (
        "The attack killed 13 guards and 6 inmates.",
        [("killed", 13, 13, "guards"), ("killed", 6, 6, "inmates")],
    ),
    (
        "Clashes killed 37 fighters of one brigade as well as 12 soldiers.",
        [("killed", 37, 37, "fighters"), ("killed", 12, 12, "soldiers")],
    ),
    (
        "Mines killed 28 people on the road to Velgrad on Monday six of them pupils.",
        [("killed", 28, 28, "people"), ("killed", 6, 6, "pupils")],
    ),
    ("No soldier was killed in Velgrad.", [("killed", 0, 0, "soldiers")]),
    ("The mayor denied that any soldiers had been killed.", [("killed", 0, 0, "soldiers")]),
    ("No casualties were reported.", [("injured", 0, 0, "people"), ("killed", 0, 0, "people")]),
    ("A family of six died.", [("killed", 6, 6, "people")]),
    ("The navy was able to kill 48 insurgents.", [("killed", 48, 48, "insurgents")]),
    ("The number of victims in the mine is at least 35.", [("killed", 35, None, "people")]),
    ("15 fighter planes were destroyed.", []),
    ("The blast killed two people and many were wounded.", [("killed", 2, 2, "people")]),
    ("Shells killed 12 people in Velgrad.", [("killed", 12, 12, "people")]),
    ("At least 12 people were killed in Velgrad on Monday.", [("killed", 12, None, "people")]),
    ("Velgrad strike: 12 killed", [("killed", 12, 12, "people")]),
    ("A blast left nine dead and 14 wounded.", [("killed", 9, 9, "people"), ("injured", 14, 14, "people")]),
    (
        "The brawl killed four people and wounded 27.",
        [("killed", 4, 4, "people"), ("injured", 27, 27, "people")],
    ),
    (
        "17 villagers killed 52 others injured in Velgrad",
        [("killed", 17, 17, "villagers"), ("injured", 52, 52, "people")],
    ),
    (
        "Shells fell on the market killing one man injuring three others.",
        [("killed", 1, 1, "men"), ("injured", 3, 3, "people")],
    ),
    (
        "41 people including nine pupils were killed.",
        [("killed", 41, 41, "people"), ("killed", 9, 9, "pupils")],
    ),
    (
        "Eight people were killed including five porters.",
        [("killed", 8, 8, "people"), ("killed", 5, 5, "porters")],
    ),
    (
        "The shelling killed three nurses and their six patients.",
        [("killed", 3, 3, "nurses"), ("killed", 6, 6, "patients")],
    ),
    ("The death toll rose from 26 to 58 on Sunday.", [("killed", 58, 58, "people")]),
    ("The blast claimed the lives of four soldiers.", [("killed", 4, 4, "soldiers")]),
    (
        "Among the dead on the ferry to Velgrad were a cook and a girl.",
        [("killed", 1, 1, "cooks"), ("killed", 1, 1, "children")],
    ),
    ("The brigade lost three fighters.", [("killed", 3, 3, "fighters")]),
    ("Rescuers pulled out the bodies of five workers.", [("killed", 5, 5, "workers")]),
    ("The army executed 11 prisoners.", [("killed", 11, 11, "prisoners")]),
    ("A small boy was killed by a mine.", [("killed", 1, 1, "children")]),
    (
        "81 people were killed and scores more hurt.",
        [("killed", 81, 81, "people"), ("injured", 40, None, "people")],
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
        "The war has killed more than 90,000 people since June 2027.",
        "More than 700 carters have been killed since the revolt began.",
        "Twelve strikes hit the town of Velgrad.",
        "The convoy of 20 trucks left at noon.",
        "They threatened to kill 12 hostages.",
        "The death toll could rise once divers reach the hold.",
        "He was 34 years old and had lived there for 12 years.",
    ],
)
def test_what_is_no_count_of_victims_gives_none(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "At least 143 miners have been killed since the offensive began.",
        "The clinic counted 143 dead in the first three months of 2031.",
        "Rivals have killed 143 miners in two weeks of fighting.",
        "Rivals have killed 143 miners over the past 30 days.",
    ],
)
def test_a_sum_over_an_offensive_counts_only_where_it_is_the_story(text: str) -> None:
    assert [c.count.amount.lower for c in find_counts(text, 0, len(text), lede=True)] == [143]
    assert find_counts(text, 0, len(text), lede=False) == ()


def test_a_sum_over_a_few_days_is_of_one_fight() -> None:
    text = "Rivals have killed 143 miners over the past three days."
    assert [c.count.amount.lower for c in find_counts(text, 0, len(text), lede=False)] == [143]


@given(st.text(alphabet='0123456789 killed wounded people and were was the a, ."', max_size=200))
def test_any_text_gives_groups_inside_it(text: str) -> None:
    for claim in find_counts(text, 0, len(text)):
        assert 0 <= claim.start <= claim.group.start < claim.group.end <= claim.end <= len(text)
