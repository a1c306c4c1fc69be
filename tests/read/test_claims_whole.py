"""Lists told as one, parts and instances, harm that did not happen: invented sentences about an invented country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.claims import find_counts

Claim = tuple[str, int | None, int | None, str]


def counts(text: str) -> list[Claim]:
    found = find_counts(text, 0, len(text))
    return [(c.aspect, c.count.amount.lower, c.count.amount.upper, c.count.group) for c in found]


ONE_GROUP: list[tuple[str, list[Claim]]] = [
    ("A father, a mother and a son were killed.", [("killed", 3, 3, "people")]),
    ("A father a mother and a son were killed.", [("killed", 3, 3, "people")]),
    ("The shell killed a commander as well as five of his men.", [("killed", 6, 6, "men")]),
    ("His son and 12 other militants were killed in a tunnel.", [("killed", 13, 13, "militants")]),
    ("One mother and her child have died after a bomb hit them.", [("killed", 2, 2, "people")]),
    ("Another 27 students and a female teacher were injured.", [("injured", 28, 28, "people")]),
    ("A mine killed a driver and three others.", [("killed", 4, 4, "people")]),
    ("Shells killed the four siblings and their father.", [("killed", 5, 5, "people")]),
    (
        "A little boy, a little girl and two women were killed.",
        [("killed", 2, 2, "children"), ("killed", 2, 2, "women")],
    ),
    # groups that reports count apart stay apart
    ("Ten children and five women were killed.", [("killed", 10, 10, "children"), ("killed", 5, 5, "women")]),
    ("Shells killed a woman and nine children.", [("killed", 1, 1, "women"), ("killed", 9, 9, "children")]),
    (
        "Shells killed nine children and 14 others.",
        [("killed", 9, 9, "children"), ("killed", 14, 14, "people")],
    ),
    ("A woman and child were killed.", [("killed", 1, 1, "women"), ("killed", 1, 1, "children")]),
    (
        "Ten Namari fighters were killed along with one Harwani fighter.",
        [("killed", 10, 10, "fighters"), ("killed", 1, 1, "fighters")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE_GROUP)
def test_a_list_of_kin_or_companions_is_one_group(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


PARTS: list[tuple[str, list[Claim]]] = [
    (
        "The blast killed six people including a nurse.",
        [("killed", 6, 6, "people"), ("killed", 1, 1, "nurses")],
    ),
    (
        "The raid killed six civilians including a woman and her four children.",
        [("killed", 6, 6, "civilians"), ("killed", 1, 1, "women"), ("killed", 4, 4, "children")],
    ),
    (
        "Rockets killed three people including two women and left 29 others injured.",
        [("killed", 3, 3, "people"), ("killed", 2, 2, "women"), ("injured", 29, 29, "people")],
    ),
    (
        "Four people were killed including three children and 43 others were injured.",
        [("killed", 4, 4, "people"), ("killed", 3, 3, "children"), ("injured", 43, 43, "people")],
    ),
    (
        "Shells injured 10 others, four of them in a critical condition.",
        [("injured", 10, 10, "people")],
    ),
    ("Two of the five guards were killed.", [("killed", 2, 2, "guards")]),
    ("Five out of seven guards were killed.", [("killed", 5, 5, "guards")]),
    ("The clash killed one of its commanders.", [("killed", 1, 1, "commanders")]),
    ("They shot down a plane, killing its pilot.", [("killed", 1, 1, "pilots")]),
    (
        "33 people, mostly women and children, suffered from breathing difficulties.",
        [("injured", 33, 33, "people")],
    ),
    (
        "Bodies of two guards and several injured civilians were brought in.",
        [("killed", 2, 2, "guards"), ("injured", 3, None, "civilians")],
    ),
    (
        "The toll reached 3 in addition to 8 injured people.",
        [("killed", 3, 3, "people"), ("injured", 8, 8, "people")],
    ),
    ("The initial toll also included 55 injured.", [("injured", 55, 55, "people")]),
    ("The toll, which stood at 20 on Monday, rose to 25.", [("killed", 25, 25, "people")]),
    ("At least three were killed and dozens were unaccounted for.", [("killed", 3, None, "people")]),
    ("The grave held 230 corpses of villagers.", [("killed", 230, 230, "people")]),
    (
        "Rebels killed 27 guards in addition to injuring 30 others.",
        [("killed", 27, 27, "guards"), ("injured", 30, 30, "people")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_belong_to_their_whole_and_to_one_kind_of_harm(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


WAYS: list[tuple[str, list[Claim]]] = [
    (
        "The bomb led to the killing of one guard and the injury of 40 others.",
        [("killed", 1, 1, "guards"), ("injured", 40, 40, "people")],
    ),
    ("The raids claimed 17 lives overnight.", [("killed", 17, 17, "people")]),
    ("The raids claimed 17 civilian lives overnight.", [("killed", 17, 17, "civilians")]),
    ("The monitor updated to 18 its toll for Monday.", [("killed", 18, 18, "people")]),
    (
        "Shells killed 12 people, bringing to 45 the number killed in a day.",
        [("killed", 12, 12, "people"), ("killed", 45, 45, "people")],
    ),
    ("The group counted 66 dead along with 119 kidnapped.", [("killed", 66, 66, "people")]),
    (
        "Those killed included six women and five children.",
        [("killed", 6, 6, "women"), ("killed", 5, 5, "children")],
    ),
    ("The army killed 15 guards and injured others in Velgrad.", [("killed", 15, 15, "guards")]),
    (
        "The death toll from the raid has risen to 82 people including 58 civilians.",
        [("killed", 82, 82, "people"), ("killed", 58, 58, "civilians")],
    ),
    (
        "Six children were among 19 villagers killed.",
        [("killed", 6, 6, "children"), ("killed", 19, 19, "villagers")],
    ),
    (
        "The number of Sun Front and rebel fighters killed in battles has risen to 39.",
        [("killed", 39, 39, "people")],
    ),
    (
        "Eleven men were killed among them a child and two women while 44 others were injured.",
        [
            ("killed", 11, 11, "men"),
            ("killed", 1, 1, "children"),
            ("killed", 2, 2, "women"),
            ("injured", 44, 44, "people"),
        ],
    ),
    ("Three guards were said to be killed in the town.", [("killed", 3, 3, "guards")]),
    ("41 rebels were rounded up and executed.", [("killed", 41, 41, "rebels")]),
    ("34 people were killed, six of them women.", [("killed", 34, 34, "people"), ("killed", 6, 6, "women")]),
    ('State radio said "tens of guards" had been killed.', [("killed", 20, None, "guards")]),
    ("Dozens more suffered respiratory problems.", [("injured", 24, None, "people")]),
    ("The victims mostly women included 25 villagers.", [("killed", 25, 25, "villagers")]),
    (
        "They killed a Namarian and wounded two Osmarans.",
        [("killed", 1, 1, "people"), ("injured", 2, 2, "people")],
    ),
    ("The blast hit a Namarian jet and killed one guard.", [("killed", 1, 1, "guards")]),
    (
        "The blast killed 10 visitors and injured a shopkeeper.",
        [("killed", 10, 10, "visitors"), ("injured", 1, 1, "shopkeepers")],
    ),
    ("The army destroyed a number of hideouts of the Namari terrorists.", []),
    # commas lost, as in texts that were copied badly
    (
        "Those killed included six women five children and two men.",
        [("killed", 6, 6, "women"), ("killed", 5, 5, "children"), ("killed", 2, 2, "men")],
    ),
    (
        "The attack has killed two patients injured eight others and left a wall in ruins.",
        [("killed", 2, 2, "patients"), ("injured", 8, 8, "people")],
    ),
    ("Shells killed four civilians residents said.", [("killed", 4, 4, "civilians")]),
    ("Shells killed 12 residents said.", [("killed", 12, 12, "people")]),
    ("Shells killed 12 activists said the mayor.", [("killed", 12, 12, "activists")]),
    (
        "Shells killed five people wounding dozens more observers said.",
        [("killed", 5, 5, "people"), ("injured", 24, None, "people")],
    ),
    ("Shells killed 14 others local activists have reported.", [("killed", 14, 14, "people")]),
    (
        "Blasts hit the town killing seven Velgrad Governor Ana Moro told a paper.",
        [("killed", 7, 7, "people")],
    ),
    ("A raid killed 32 people a war monitor and a doctor said.", [("killed", 32, 32, "people")]),
    ("A car bomb wounded 37 people in a rebel-held quarter.", [("injured", 37, 37, "people")]),
    ("A plane dropped two cluster bombs killing three villagers.", [("killed", 3, 3, "villagers")]),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_ways_of_telling_with_and_without_commas(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


NOBODY: list[tuple[str, list[Claim]]] = [
    ("No one was killed but three were hurt.", [("killed", 0, 0, "people"), ("injured", 3, 3, "people")]),
    ("None of the 12 passengers was hurt.", [("injured", 0, 0, "passengers")]),
    ("Not a single civilian was killed.", [("killed", 0, 0, "civilians")]),
    ("Nobody has been killed or hurt.", [("injured", 0, 0, "people"), ("killed", 0, 0, "people")]),
    ("Nobody was harmed.", [("injured", 0, 0, "people"), ("killed", 0, 0, "people")]),
]


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_nobody_is_a_number_too(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We hope there are not many victims.",
        "We hope that 20 people were not killed.",
        "More than 200 people could be killed if the dam breaks.",
        "Up to 50 people would die if the siege goes on.",
        "If 10 people are killed every day, the town will be empty.",
        "It is not known whether 12 people were killed.",
        "The plan was to kill 100 soldiers.",
        "They failed to kill any of the 30 guards.",
        "Many were killed.",
        '"There were dead people, wounded people" one child told a paper.',
        "An unknown number of guards were killed.",
        "A man carries an injured girl.",
        "Rescuers took a live baby from a destroyed building.",
        "The children aged from four to 10 and women were killed.",
        "The number of victims might rise as many people are under the rubble.",
        "At least 23 reporters were killed in the 30-month war.",
    ],
)
def test_what_did_not_happen_or_counts_nobody_is_no_claim(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The strike may have killed 20 people.",
        "At least 20 people are feared dead.",
        "Twenty people are believed to have been killed.",
        "He asked if they knew that 20 people had been killed.",
        "Rebel fire killed 20 people in the town that has been divided since July.",
    ],
)
def test_what_may_have_happened_is_a_claim(text: str) -> None:
    assert [lower for _, lower, _, _ in counts(text)] == [20]


KIN = ["a father", "a mother", "a son", "an uncle", "a grandfather"]


@given(st.lists(st.sampled_from(KIN), min_size=2, max_size=5, unique=True), st.sampled_from([", ", " "]))
def test_a_family_named_one_by_one_counts_its_members(members: list[str], comma: str) -> None:
    names = comma.join(members[:-1]) + " and " + members[-1]
    (found,) = counts(f"The mayor of Velgrad said {names} were killed on Monday.")
    assert found == ("killed", len(members), len(members), "people")


@given(st.integers(2, 500), st.integers(2, 500))
def test_harm_of_one_kind_never_takes_the_number_of_the_other(dead: int, hurt: int) -> None:
    expected = {("killed", dead), ("injured", hurt)}
    for text in (
        f"{dead} people were killed and {hurt} others were injured in Velgrad.",
        f"Shells fell on Velgrad killing {dead} people injuring {hurt} others.",
        f"{dead} killed {hurt} injured in Velgrad",
        f"The raid left {dead} dead and {hurt} wounded.",
        f"The toll rose to {dead} in addition to {hurt} injured people.",
    ):
        assert {(aspect, lower) for aspect, lower, _, _ in counts(text)} == expected, text
