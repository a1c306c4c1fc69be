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
    ("An uncle, an aunt and a niece were killed.", [("killed", 3, 3, "people")]),
    ("An uncle an aunt and a niece were killed.", [("killed", 3, 3, "people")]),
    ("The mine killed a colonel as well as seven of his men.", [("killed", 8, 8, "men")]),
    ("Her brother and 16 other rebels were killed on the ferry.", [("killed", 17, 17, "rebels")]),
    ("One aunt and her nephew have died since a mine tore up the road.", [("killed", 2, 2, "people")]),
    ("A further 31 pupils and a male cook were injured.", [("injured", 32, 32, "people")]),
    ("A mine killed a driver and three others.", [("killed", 4, 4, "people")]),
    ("Smoke killed the six cousins and their grandmother.", [("killed", 7, 7, "people")]),
    (
        "A small girl, a small boy and two women drowned or were killed.",
        [("killed", 2, 2, "children"), ("killed", 2, 2, "women")],
    ),
    ("A foreman and several other porters were killed.", [("killed", 4, None, "porters")]),
    ("The mine killed a colonel and at least six others.", [("killed", 7, None, "people")]),
    ("Shells hurt a ploughman and two horsewomen.", [("injured", 3, 3, "people")]),
    # groups that reports count apart stay apart
    (
        "A woman and several other people drowned or were killed.",
        [("killed", 1, 1, "women"), ("killed", 3, None, "people")],
    ),
    (
        "Two women and 13 boys drowned or were shot dead.",
        [("killed", 2, 2, "women"), ("killed", 13, 13, "children")],
    ),
    ("Shells killed a woman and four boys.", [("killed", 1, 1, "women"), ("killed", 4, 4, "children")]),
    (
        "Shells killed six girls and 17 others.",
        [("killed", 6, 6, "children"), ("killed", 17, 17, "people")],
    ),
    ("A nurse and girl were stoned to death.", [("killed", 1, 1, "nurses"), ("killed", 1, 1, "children")]),
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
        "The blast killed four people including a cook.",
        [("killed", 4, 4, "people"), ("killed", 1, 1, "cooks")],
    ),
    (
        "The raid killed nine villagers including a nurse and her three patients.",
        [("killed", 9, 9, "villagers"), ("killed", 1, 1, "nurses"), ("killed", 3, 3, "patients")],
    ),
    (
        "Rockets killed eight people including three women and left 36 others injured.",
        [("killed", 8, 8, "people"), ("killed", 3, 3, "women"), ("injured", 36, 36, "people")],
    ),
    (
        "Five people were killed including two porters and 51 others were injured.",
        [("killed", 5, 5, "people"), ("killed", 2, 2, "porters"), ("injured", 51, 51, "people")],
    ),
    (
        "Shells injured 16 porters, five of them badly.",
        [("injured", 16, 16, "porters")],
    ),
    ("Two of the five guards were killed.", [("killed", 2, 2, "guards")]),
    ("Five out of seven guards were killed.", [("killed", 5, 5, "guards")]),
    ("The clash killed one of its commanders.", [("killed", 1, 1, "commanders")]),
    ("They shot down a plane, killing its pilot.", [("killed", 1, 1, "pilots")]),
    (
        "47 people, mostly farmers and shepherds, suffered from burning eyes and breathing difficulties.",
        [("injured", 47, 47, "people")],
    ),
    (
        "Bodies of two guards and several injured civilians were brought in.",
        [("killed", 2, 2, "guards"), ("injured", 3, None, "civilians")],
    ),
    (
        "The toll reached 6 in addition to 14 injured people.",
        [("killed", 6, 6, "people"), ("injured", 14, 14, "people")],
    ),
    ("The first toll also included 73 injured.", [("injured", 73, 73, "people")]),
    ("The toll, which stood at 20 on Monday, rose to 25.", [("killed", 25, 25, "people")]),
    ("At least four died and scores are unaccounted for.", [("killed", 4, None, "people")]),
    ("The pit held 170 corpses of villagers.", [("killed", 170, 170, "people")]),
    (
        "Rebels killed 19 guards in addition to injuring 26 others.",
        [("killed", 19, 19, "guards"), ("injured", 26, 26, "people")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_belong_to_their_whole_and_to_one_kind_of_harm(text: str, expected: list[Claim]) -> None:
    assert counts(text) == expected


WAYS: list[tuple[str, list[Claim]]] = [
    (
        "The quarrel ended with the killing of one guard and the injury of 23 porters.",
        [("killed", 1, 1, "guards"), ("injured", 23, 23, "porters")],
    ),
    ("The mines claimed 26 lives in June.", [("killed", 26, 26, "people")]),
    ("The mines claimed 26 civilian lives in June.", [("killed", 26, 26, "civilians")]),
    ("The mayor corrected to 31 its toll from the ferry.", [("killed", 31, 31, "people")]),
    (
        "Mines killed nine people, which raised to 70 the number of dead on that road.",
        [("killed", 9, 9, "people"), ("killed", 70, 70, "people")],
    ),
    ("The group counted 58 dead along with 140 kidnapped.", [("killed", 58, 58, "people")]),
    (
        "Those killed included eight guards and nine cooks.",
        [("killed", 8, 8, "guards"), ("killed", 9, 9, "cooks")],
    ),
    ("The army killed 15 guards and injured others in Velgrad.", [("killed", 15, 15, "guards")]),
    (
        "The death toll in the valley has climbed to 64 people including 37 villagers.",
        [("killed", 64, 64, "people"), ("killed", 37, 37, "villagers")],
    ),
    (
        "Four nuns were among 22 pilgrims killed.",
        [("killed", 4, 4, "nuns"), ("killed", 22, 22, "pilgrims")],
    ),
    (
        "The number of Lake League and army men killed at the fords rose to 52.",
        [("killed", 52, 52, "people")],
    ),
    (
        "Thirteen men were killed among them a nurse and three pupils while 29 others were injured.",
        [
            ("killed", 13, 13, "men"),
            ("killed", 1, 1, "nurses"),
            ("killed", 3, 3, "pupils"),
            ("injured", 29, 29, "people"),
        ],
    ),
    ("Six cooks were thought to be killed at the mill.", [("killed", 6, 6, "cooks")]),
    ("36 deserters were tracked down and executed.", [("killed", 36, 36, "deserters")]),
    ("27 people were killed, four of them women.", [("killed", 27, 27, "people"), ("killed", 4, 4, "women")]),
    ('State radio said "tens of guards" had been killed.', [("killed", 20, None, "guards")]),
    ("Scores more suffered from sore eyes.", [("injured", 40, None, "people")]),
    ("The victims mostly women included 18 villagers.", [("killed", 18, 18, "villagers")]),
    (
        "They killed a Namarian and wounded two Osmarans.",
        [("killed", 1, 1, "people"), ("injured", 2, 2, "people")],
    ),
    ("The blast hit a Namarian jet and killed one guard.", [("killed", 1, 1, "guards")]),
    (
        "The blast killed 10 visitors and injured a shopkeeper.",
        [("killed", 10, 10, "visitors"), ("injured", 1, 1, "shopkeepers")],
    ),
    ("Soldiers blew up a number of boats that belonged to the Namari terrorists.", []),
    # commas lost, as in texts that were copied badly
    (
        "Those killed included eight guards nine cooks and two drivers.",
        [("killed", 8, 8, "guards"), ("killed", 9, 9, "cooks"), ("killed", 2, 2, "drivers")],
    ),
    (
        "The blast has killed three nurses injured 11 others and left a wall in ruins.",
        [("killed", 3, 3, "nurses"), ("injured", 11, 11, "people")],
    ),
    ("Mines killed seven divers officials said.", [("killed", 7, 7, "divers")]),
    ("Shells killed 12 residents said.", [("killed", 12, 12, "people")]),
    ("Shells killed 12 activists said the mayor.", [("killed", 12, 12, "activists")]),
    (
        "Mines killed eight porters wounding scores more volunteers said.",
        [("killed", 8, 8, "porters"), ("injured", 40, None, "people")],
    ),
    ("Mines killed 22 others two volunteers have said.", [("killed", 22, 22, "people")]),
    (
        "Blasts hit the town killing nine Velgrad Governor Ana Moro told a paper.",
        [("killed", 9, 9, "people")],
    ),
    ("A raid killed 46 people a war monitor and a doctor said.", [("killed", 46, 46, "people")]),
    ("A car bomb wounded 58 people in a rebel-held quarter.", [("injured", 58, 58, "people")]),
    ("A plane dropped four cluster bombs killing six herders.", [("killed", 6, 6, "herders")]),
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
        "Let us hope the bridge has no victims.",
        "The mayor hoped that nobody was hurt.",
        "We hope that 20 people were not killed.",
        "More than 200 people could be killed if the dam breaks.",
        "Up to 50 people would die if the siege goes on.",
        "If 10 people are killed every day, the town will be empty.",
        "Nobody knows whether 12 people were killed.",
        "The plan was to kill 100 soldiers.",
        "They failed to kill any of the 30 guards.",
        "Many were killed.",
        '"We carried dead men, wounded men" one baker told a paper.',
        '"I saw the dead, I saw the hurt" a baker told a paper.',
        "An unknown number of guards were killed.",
        "A nurse carries a wounded cook.",
        "Firemen led a nun out of a destroyed mill.",
        "The pupils aged from six to 11 and nurses were killed.",
        "The number of victims might rise since two cellars are flooded.",
        "At least 40 reporters were killed in the 15-month war.",
    ],
)
def test_what_did_not_happen_or_counts_nobody_is_no_claim(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The strike may have killed 20 people.",
        "At least 20 people are feared dead.",
        "Twenty people are thought to have been killed.",
        "He asked if they knew that 20 people had been killed.",
        "Snipers killed 20 people in the valley that has had two mayors since autumn.",
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
