"""The time of a claim whose own sentence gives no day: what other sentences lend it, and what they do not."""

import pytest
from friday import read

from whence.model.statement import Statement


def last_claim(text: str, aspect: str = "killed") -> Statement:
    return [s for s in read(text) if s.aspect == aspect][-1]


def first_and_last_day(text: str, aspect: str = "killed") -> tuple[int, int]:
    when = last_claim(text, aspect).when
    assert when is not None
    return when.start.day, when.end.day - 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A pump house burnt in an arson attack on Tuesday. The attack killed four people in Velky.", 6, 6),
        # the assault of Monday led up to the news
        ("Shells killed 14 bakers in Velky. The assault on Velky began on Monday.", 8, 9),
        # what was told on Tuesday had happened by then
        (
            "A raid killed 14 bakers in Velky on Thursday. On Tuesday the navy said six divers died in the raid.",
            5,
            6,
        ),
        # the year in which the mill was opened is no time of the shelling
        (
            "A raid damaged the mill, which was opened in 2028. The shells also killed three people in Velky.",
            8,
            9,
        ),
    ],
    ids=["lent", "led up to it", "told before", "a year"],
)
def test_which_times_are_handed_on(text: str, first: int, last: int) -> None:
    assert first_and_last_day(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Raids on Velky have killed 54 people over the past week.", 1, 9),
        ("Raids on Velky have killed 54 people over the past 24 hours.", 8, 9),
        ("Raids have killed 54 people in Velky since Saturday.", 3, 9),
        ("Shells killed 54 people in Velky in May, the monitor said on Thursday.", 1, 9),
        ("Shells killed two people in Velky on Thursday. The raids have killed 54 people in the past ten days.", 28, 9),
    ],
    ids=["week", "a day", "since", "month", "beside a day"],
)  # fmt: skip
def test_a_stretch_of_time_is_the_time_of_what_is_counted_in_it(text: str, first: int, last: int) -> None:
    claim = last_claim(text)
    assert first_and_last_day(text) == (first, last)
    assert claim.when is not None
    assert claim.when_span is not None
    assert not claim.when.presumed


def test_a_stretch_far_from_the_claim_does_not_date_it() -> None:
    market = "a market of mills and tanneries where bread is sold by the stone bridge, " * 4
    text = f"Shells killed 54 people in Velky, {market}as it was sold every morning since Saturday."
    assert first_and_last_day(text) == (8, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shells killed two people in Velky before the May 20 poll.", 8, 9),
        ("A ferry burns off Velky May 2 2031 (Oster Wire and agencies) Shells killed two people in Velky.", 8, 9),
        ("The dam authority said “shells killed two people at Velky dam today”.", 8, 9),
        ("Shells killed two people in Velky today.", 9, 9),
        ("The raids, which began on Tuesday and continued on Wednesday, killed two people in Velky.", 6, 7),
        ("Shells killed two people in Velky over the weekend.", 3, 4),
        ("Shells killed two people in Velky last Thursday.", 1, 1),
        ("Shells killed two people in Velky last Wednesday.", 7, 7),
        ("On Wednesday the monitor raised to 54 the toll of people killed in Velky the previous day.", 6, 6),
        ("Shells killed two people in Velky a day earlier.", 7, 8),
        ("On Wednesday a league claimed responsibility for the raid on Velky that killed 54 people.", 6, 7),
    ],
    ids=[
        "to come", "caption", "quoted today", "today", "two days", "weekend", "last, yesterday", "last", "previous",
        "earlier", "claimed",
    ],
)  # fmt: skip
def test_the_day_of_a_claim(text: str, first: int, last: int) -> None:
    assert first_and_last_day(text) == (first, last)


def test_what_follows_an_older_day_may_be_of_then() -> None:
    before = "The dam at Velky was taken on May 2. The next village had a market. "
    killed = last_claim(f"{before}Shells killed 14 people there.")
    assert first_and_last_day(f"{before}Shells killed 14 people there.") == (2, 9)
    assert killed.when is not None
    assert killed.when.presumed
    assert any("May 2" in r.words for r in killed.reasons)


def test_what_follows_a_stretch_is_of_it_too() -> None:
    text = "Raids killed 54 people in Morava over the past week. The raids killed 14 bakers at their ovens."
    assert first_and_last_day(text) == (1, 9)
    claim = last_claim(text)
    assert claim.when is not None
    assert claim.when.presumed


def test_what_is_begun_anew_is_news() -> None:
    text = "The dam at Velky was taken on May 2. Meanwhile shells killed 14 people in Maly."
    assert first_and_last_day(text) == (8, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shells have killed 14 people in Velky since the truce of the guilds ended on Monday.", 5, 9),
        ("Shells have killed 14 people since the first raid killed two in Velky on Monday.", 5, 5),
    ],
)
def test_since_something_happened_is_the_stretch_since_then(text: str, first: int, last: int) -> None:
    assert first_and_last_day(text) == (first, last)


@pytest.mark.parametrize(
    ("attack", "first", "last"),
    [
        ("launch pad for a raid that left 54 people dead", 8, 9),
        ("launch pad for the raid that left 54 people dead", 8, 8),
    ],
)
def test_another_attack_that_is_known_does_not_take_the_day_of_the_news(
    attack: str, first: int, last: int
) -> None:
    text = f"Jets struck Velky on Thursday, killing six people. The Velky airfield was the {attack}."
    assert first_and_last_day(text) == (first, last)


def test_a_month_beside_the_claim_goes_before_a_day_further_off() -> None:
    text = "Raids killed 37 people in Velky in March, to the dismay of the guilds; boats left the harbour on Tuesday."
    when = last_claim(text).when
    assert when is not None
    assert (when.start.month, when.end.month) == (3, 4)
