"""Amounts: the documented table, what is no count, and properties that hold for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.amounts import find_amounts

TABLE: list[tuple[str, list[tuple[int | None, int | None, str]]]] = [
    ("At least 100 people were killed", [(100, None, "people")]),
    ("more than 100 civilians died", [(100, None, "civilians")]),
    ("over 30 fighters", [(30, None, "fighters")]),
    ("upwards of 200 refugees", [(200, None, "refugees")]),
    ("no fewer than nine villagers", [(9, None, "villagers")]),
    ("not less than 12 men", [(12, None, "men")]),
    ("20 civilians or more", [(20, None, "civilians")]),
    ("20 or more civilians", [(20, None, "civilians")]),
    ("100+ people", [(100, None, "people")]),
    ("25 soldiers at least were killed", [(25, None, "soldiers")]),
    ("dozens of fighters", [(24, None, "fighters")]),
    ("scores of soldiers", [(40, None, "soldiers")]),
    ("hundreds of people", [(200, None, "people")]),
    ("thousands of refugees", [(2000, None, "refugees")]),
    ("tens of thousands of people", [(20000, None, "people")]),
    ("hundreds of thousands of people", [(200000, None, "people")]),
    ("several dozen rockets", [(36, None, "rockets")]),
    ("several hundred fighters", [(300, None, "fighters")]),
    ("several children", [(3, None, "children")]),
    ("a few shells", [(3, None, "shells")]),
    ("many civilians", [(3, None, "civilians")]),
    ("a number of soldiers", [(3, None, "soldiers")]),
    ("a large number of fighters", [(3, None, "fighters")]),
    ("a couple of guards", [(2, 2, "guards")]),
    ("a couple of dozen men", [(24, 24, "men")]),
    ("nearly 70 people", [(60, 70, "people")]),
    ("almost 40 people", [(30, 40, "people")]),
    ("nearly 500 rebels", [(450, 500, "rebels")]),
    ("nearly 8 boys", [(7, 8, "boys")]),
    ("almost 1.2 million refugees", [(1_100_000, 1_200_000, "refugees")]),
    ("close to 1,000 houses", [(500, 1000, "houses")]),
    ("up to 50 militants", [(None, 50, "militants")]),
    ("as many as 30 wounded", [(None, 30, "")]),
    ("fewer than 20 guards", [(None, 20, "guards")]),
    ("around 40 civilians", [(38, 42, "civilians")]),
    ("about 100 houses", [(95, 105, "houses")]),
    ("some 200 tents", [(190, 210, "tents")]),
    ("approximately 10 tanks", [(10, 10, "tanks")]),
    ("an estimated 60 people", [(57, 63, "people")]),
    ("an estimated at least 60 deserters", [(60, None, "deserters")]),
    ("a child was killed", [(1, 1, "children")]),
    ("an old woman was hurt", [(1, 1, "women")]),
    ("another man died", [(1, 1, "men")]),
    ("a Harwani journalist", [(1, 1, "journalists")]),
    ("a 12-year-old boy", [(1, 1, "boys")]),
    ("one soldier died", [(1, 1, "soldiers")]),
    ("one was killed", [(1, 1, "")]),
    ("one person had drowned", [(1, 1, "people")]),
    ("a family of five", [(5, 5, "people")]),
    ("a family of 11 people", [(11, 11, "people")]),
    ("a dozen people", [(12, 12, "people")]),
    ("half a dozen men", [(6, 6, "men")]),
    ("two dozen fighters", [(24, 24, "fighters")]),
    ("half a million people", [(500_000, 500_000, "people")]),
    ("a hundred houses", [(100, 100, "houses")]),
    ("28 others", [(28, 28, "")]),
    ("another five civilians", [(5, 5, "civilians")]),
    ("30 more people", [(30, 30, "people")]),
    ("22 children and six teachers", [(22, 22, "children"), (6, 6, "teachers")]),
    ("at least 20 women and children", [(20, None, "women and children")]),
    ("between 10 and 15 people", [(10, 15, "people")]),
    ("10 to 15 people", [(10, 15, "people")]),
    ("10-15 soldiers", [(10, 15, "soldiers")]),
    ("five or six shells", [(5, 6, "shells")]),
    ("20 to 30 thousand people", [(20_000, 30_000, "people")]),
    ("rose from 26 to 58", [(58, 58, "")]),
    ("rose to 58 from 26", [(58, 58, "")]),
    ("1,200 people", [(1200, 1200, "people")]),
    ("1200 people", [(1200, 1200, "people")]),
    ("Over 1 000 civilians", [(1000, None, "civilians")]),
    ("1.2 million people", [(1_200_000, 1_200_000, "people")]),
    ("2.7 million refugees", [(2_700_000, 2_700_000, "refugees")]),
    ("180000 dead", [(180_000, 180_000, "")]),
    ("2000 civilians", [(2000, 2000, "civilians")]),
    ("one hundred and twenty-six people", [(126, 126, "people")]),
    ("three thousand five hundred refugees", [(3500, 3500, "refugees")]),
    ("two million displaced", [(2_000_000, 2_000_000, "")]),
    ("7,000 mortar grenades", [(7000, 7000, "grenades")]),
    ("three trucks", [(3, 3, "trucks")]),
    ("36,000 hunting rifle cartridges", [(36_000, 36_000, "cartridges")]),
    ("four 120mm mortars", [(4, 4, "")]),
    ("12 dead soldiers", [(12, 12, "soldiers")]),
    ("10 of the dead", [(10, 10, "")]),
    ("six of its fighters", [(6, 6, "fighters")]),
    ("seven of them", [(7, 7, "")]),
    ("35 Harwan Front militants", [(35, 35, "militants")]),
    ("two Americans", [(2, 2, "Americans")]),
    ("killed 41 including nine pupils", [(41, 41, ""), (9, 9, "pupils")]),
    ("risen to 77 19 of them pupils", [(77, 77, ""), (19, 19, "")]),
    ("no casualties were reported", [(0, 0, "casualties")]),
    ("up to a thousand pilgrims dead", [(None, 1000, "pilgrims")]),
    ("a suicide bomber killed six", [(1, 1, "bombers"), (6, 6, "")]),
]
NONE = [
    "boys aged 7", "under the age of 18", "on 5 Feb 2015", "20 July", "July 20", "July 20, 2016", "at 3:30 pm",
    "10 am", "$300 million", "300 dollars", "40% of them", "40 per cent", "60 kilometres", "120mm", "2.3-inch",
    "Resolution 1706", "Brigade 58", "Route 5", "G7", "S-300", "F-16", "+670 11 555 1234", "the third attack",
    "two-thirds of the city", "the 20th division", "one of the heaviest raids", "in 2016", "since 2011", "24/7",
    "25/12/2015", "2016-07-20", "three days", "five years", "16 hours", "two-storey", "20-year-old", "on the 5th",
    "no one came", "this one", "each one", "No. 7", "Phase 2", "Article 51", "between 5 and 9 years old",
    "300 Kenyan pounds",
]  # fmt: skip
WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_documented_table(text: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert [(m.amount.lower, m.amount.upper, m.noun) for m in find_amounts(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing(text: str) -> None:
    assert find_amounts(text) == ()


@pytest.mark.parametrize("word", sorted(WORDS))
def test_number_words(word: str) -> None:
    (found,) = find_amounts(f"They said that {word} villagers were hurt.")
    assert (found.amount.lower, found.noun) == (WORDS[word], "villagers")


def test_a_revision_names_the_value_before() -> None:
    (found,) = find_amounts("The toll rose from 26 to 58.")
    assert found.amount.rule == "revised from 26"


def test_offsets_stay_in_the_whole_text() -> None:
    text = "Twelve men. At least 20 women fled."
    (found,) = find_amounts(text, 12)
    assert text[found.start : found.end] == "At least 20" == found.amount.words
    assert text[found.noun_start : found.noun_end] == "women"


PIECES = st.sampled_from(
    [
        "a",
        "at",
        "least",
        "one",
        "two",
        "hundred",
        "and",
        "thousand",
        "of",
        "people",
        "5",
        "1,200",
        "2016",
        "-",
        "to",
        "from",
        "between",
        "nearly",
        "dozens",
        "no",
        "+",
        ".",
        "%",
        "May",
        "family",
        "million",
        "half",
        "dozen",
        "or",
        "more",
        "than",
        "civilians",
        "were",
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    last = 0
    for m in find_amounts(text):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.amount.words
        assert m.noun_start <= m.noun_end <= len(text)
        assert bool(m.noun) == (m.noun_end > m.noun_start)
        if m.amount.lower is not None and m.amount.upper is not None:
            assert m.amount.lower <= m.amount.upper
        last = m.end


@pytest.mark.parametrize(
    "piece", ["one hundred and ", "about ", "from 1 to ", "a family of ", "1 ", "twenty ", "a "]
)
def test_time_is_linear(piece: str) -> None:
    started = time.perf_counter()
    find_amounts(piece * 5000)
    assert time.perf_counter() - started < 10
