"""More ways in which news writes how many: sentences of our own, about places that do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.amounts import find_amounts

Ends = tuple[int | None, int | None]

# the text, and the ends of each amount in it, in order
TABLE: list[tuple[str, list[Ends]]] = [
    ("As many as 45 people died", [(None, 45)]),
    ("not fewer than 15 women", [(15, None)]),
    ("a minimum of 30 guards", [(30, None)]),
    ("no less than 60 homes", [(60, None)]),
    ("in excess of 400 farmers", [(400, None)]),
    ("more than two dozen miners", [(24, None)]),
    ("at least a dozen drivers", [(12, None)]),
    ("at least three dozen drivers", [(36, None)]),
    ("well over 100 villagers", [(100, None)]),
    ("just over 100 villagers", [(100, None)]),
    ("over a thousand villagers", [(1000, None)]),
    ("more than half a million refugees", [(500_000, None)]),
    ("more than a quarter of a million people", [(250_000, None)]),
    ("less than 20 boats", [(None, 20)]),
    ("under 50 boats", [(None, 50)]),
    ("a maximum of 12 men", [(None, 12)]),
    ("at most 12 men", [(None, 12)]),
    ("no more than 12 men", [(None, 12)]),
    ("roughly 60 houses", [(57, 63)]),
    ("around 15 boys", [(15, 15)]),
    ("some 50 nurses", [(48, 52)]),
    ("about three dozen nurses", [(35, 37)]),
    ("close to 90 patients", [(80, 90)]),
    ("almost 200 patients", [(150, 200)]),
    ("nearly two dozen patients", [(19, 24)]),
    ("scores of patients", [(40, None)]),
    ("dozens more patients", [(24, None)]),
    ("dozens of others", [(24, None)]),
    ("hundreds more", [(200, None)]),
    ("hundreds of families", [(200, None)]),
    ("tens of people", [(20, None)]),
    ("several thousand farmers", [(3000, None)]),
    ("a few dozen farmers", [(36, None)]),
    ("a handful of guards", [(3, None)]),
    ("numerous guards", [(3, None)]),
    ("a small number of guards", [(3, None)]),
    ("an unknown number of guards", [(3, None)]),
    ("a pair of guards", [(2, 2)]),
    ("twin boys", []),
    ("a family of six", [(6, 6)]),
    ("a family of seven people", [(7, 7)]),
    ("a group of 14 hikers", [(14, 14)]),
    ("a crew of nine", [(9, 9)]),
    ("a pregnant woman", [(1, 1)]),
    ("an elderly man", [(1, 1)]),
    ("a three-year-old girl", [(1, 1)]),
    ("a 70-year-old farmer", [(1, 1)]),
    ("one other soldier", [(1, 1)]),
    ("another 16 soldiers", [(16, 16)]),
    ("a further 16 soldiers", [(16, 16)]),
    ("16 additional soldiers", [(16, 16)]),
    ("two more soldiers", [(2, 2)]),
    ("28 others were hurt", [(28, 28)]),
    ("22 children and six teachers were hurt", [(22, 22), (6, 6)]),
    ("nine people, three of them children", [(9, 9), (3, 3)]),
    ("nine people, including three children", [(9, 9), (3, 3)]),
    ("five women, two men and a baby", [(5, 5), (2, 2), (1, 1)]),
    ("eight killed and 17 wounded", [(8, 8), (17, 17)]),
    ("killed 11 and wounded 30", [(11, 11), (30, 30)]),
    ("between 20 and 30 fighters", [(20, 30)]),
    ("from 20 to 30 fighters", [(20, 30)]),
    ("20-30 fighters", [(20, 30)]),
    ("20–30 fighters", [(20, 30)]),
    ("two or three fighters", [(2, 3)]),
    ("seven to nine fighters", [(7, 9)]),
    ("between 2,000 and 2,800 fighters", [(2000, 2800)]),
    ("the toll rose from 12 to 19", [(19, 19)]),
    ("the toll rose to 19 from 12", [(19, 19)]),
    ("the mayor raised her toll for the fire on the coal barge of Port Vale from 26 to 58", [(58, 58)]),
    ("1.5 million people", [(1_500_000, 1_500_000)]),
    ("2m people", [(2_000_000, 2_000_000)]),
    ("15k people", [(15_000, 15_000)]),
    ("40 thousand people", [(40_000, 40_000)]),
    ("two hundred people", [(200, 200)]),
    ("one hundred people", [(100, 100)]),
    ("a hundred and ten people", [(110, 110)]),
    ("twenty-one people", [(21, 21)]),
    ("Twenty one people", [(21, 21)]),
    ("forty-five fishermen", [(45, 45)]),
    ("1 000 people", [(1000, 1000)]),
    ("the number of dead went from 20 to 30", [(30, 30)]),
    ("three quarters of a million people", [(750_000, 750_000)]),
    ("120,000 people", [(120_000, 120_000)]),
    ("12 barrels in two wagons", [(12, 12), (2, 2)]),
    ("around 30–35 wicker baskets", [(30, 35)]),
    ("eight or nine sacks of shells", [(8, 9)]),
    ("350 cartridges and 60 grenades", [(350, 350), (60, 60)]),
    ("two dozen boats two metres long", [(24, 24)]),
    ("no one was killed", []),
    ("12-year-old Omar", []),
    ("a 5-kilometre road", []),
    ("on 14 March 2020", []),
    ("at 5.30 am", []),
    ("no deaths were reported", [(0, 0)]),
    ("Omar Berg, 20, was killed", []),
    ("Boy, 4, dies after shelling", []),
    ("Ana Berg, 34, and her son Tom, 6, died", []),
    ("Omar Berg (45) was shot", []),
    ("the driver, 45, was shot", []),
    ("Omar Berg 20 was killed", []),
    ("boys aged 7 and 9 died", []),
    ("in Velgrad 20 were killed", [(20, 20)]),
    ("among the dead, 12, nine were guards", [(12, 12), (9, 9)]),
    ("a score of guards", [(20, 20)]),
    ("three score guards", [(60, 60)]),
    ("a trio of gunmen", [(3, 3)]),
    ("both men were hurt", [(2, 2)]),
    ("both guards and farmers were hurt", []),
    ("as few as three guards", [(3, None)]),
    ("20-plus guards", [(20, None)]),
    ("100 plus guards", [(100, None)]),
    (">200 people", [(200, None)]),
    ("50-odd guards", [(48, 52)]),
    ("twenty-odd guards", [(19, 21)]),
    ("~200 people", [(190, 210)]),
    ("ca. 200 people", [(190, 210)]),
    ("approx. 200 people", [(190, 210)]),
    ("1.300 people", [(1300, 1300)]),
    ("a road of 1.300 km", []),
    ("two and a half thousand people", [(2500, 2500)]),
    ("four (4) guards", [(4, 4)]),
    ("12 guards (including 3 women)", [(12, 12), (3, 3)]),
    ("half of the 40 passengers", [(20, 20)]),
    ("more than half of the 40 passengers", [(20, None)]),
    ("two-thirds of the 30 guards", [(20, 20)]),
    ("half of the 20 dead were women", [(20, 20)]),
    ("one third of the town", []),
    ("without casualties", [(0, 0)]),
    ("nil casualties", [(0, 0)]),
    ("a crowd of people", []),
    ("a busload of people", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_ways_news_counts(text: str, expected: list[Ends]) -> None:
    assert [(m.amount.lower, m.amount.upper) for m in find_amounts(text)] == expected


@given(st.integers(2, 900), st.sampled_from(["at least", "more than", "over", "up to", "", "another"]))
def test_a_number_is_read_as_it_is_written_whatever_stands_before_it(number: int, words: str) -> None:
    (found,) = find_amounts(f"The mayor of Port Vale said {words} {number} villagers were hurt.")
    lower = None if words == "up to" else number
    upper = None if words in ("at least", "more than", "over") else number
    assert (found.amount.lower, found.amount.upper) == (lower, upper)


@given(st.integers(2, 400), st.integers(1, 400))
def test_a_range_has_its_two_ends_and_a_revision_the_new_value(low: int, more: int) -> None:
    high = low + more
    for words in (
        f"between {low} and {high} villagers",
        f"{low} to {high} villagers",
        f"{low}-{high} villagers",
    ):
        (found,) = find_amounts(f"They said that {words} were hurt.")
        assert (found.amount.lower, found.amount.upper) == (low, high)
    (risen,) = find_amounts(f"The toll rose from {low} to {high}.")
    assert (risen.amount.lower, risen.amount.upper) == (high, high)


@given(st.lists(st.sampled_from([t for t, _ in TABLE]), min_size=1, max_size=4))
def test_amounts_never_overlap_and_their_words_stand_in_the_text(parts: list[str]) -> None:
    text = ". ".join(parts)
    at = 0
    for found in find_amounts(text):
        assert at <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.amount.words
        assert (
            found.amount.lower is None
            or found.amount.upper is None
            or found.amount.lower <= found.amount.upper
        )
        at = found.end
