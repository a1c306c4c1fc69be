"""Sums over many attacks or days are of a campaign; a toll told beside a long time is not."""

from datetime import UTC, datetime, timedelta

import pytest
from friday import read

from whence.model.statement import TOLD_APART
from whence.model.values import Interval
from whence.read.signs import told_apart
from whence.read.sums import find_sum

TOLD = Interval.of_days(datetime(2031, 6, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Forty people have been killed in a week of shelling across Ostravia.", 7),
        ("Shelling left 41 people dead in Pelin and Marnok over the past week.", 7),
        ("In the last ten days 70 civilians were killed by shelling.", 10),
        ("A three-week assault on Garda has left 200 dead.", 21),
        ("The month-long siege of Marnok has killed 90 people.", 30),
        ("More than 300 people have been killed since the truce collapsed.", None),
        ("At least 60 people have died so far this month.", None),
        ("The monitor documented 120 deaths in May.", None),
        (
            "In May, 298 civilians were killed by shells across Ostravia, the Union of Harbour Doctors said.",
            None,
        ),
        ("At least 30 people have been killed in the army's air campaign against Garda.", None),
        ("Five separate air raids in the north and east of Ostravia killed 25 people on Friday.", None),
    ],
)
def test_sums_are_known_with_their_length(text: str, days: int | None) -> None:
    found = find_sum(text, 0, len(text))
    assert found is not None
    assert found.length == (timedelta(days=days) if days else None)
    stretch = found.until(TOLD)
    assert (stretch.days if stretch else None) == days
    assert stretch is None or stretch.end == TOLD.end


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest attack since the truce began, killing 24 people.",
        "The strike, the worst this month, killed nine.",
        "Three days of clashes in Garda killed 40.",
        "Twelve people were killed in an air strike in May.",
        "Nine people were killed in the past 24 hours.",
        "Two civilians died in Pelin, a town that has been divided since July.",
        "Nine soldiers were killed in the offensive on Sunday.",
        "The shelling has gone on for the past week.",
        "A separate attack killed three people.",
        "Separate strikes on Marnok killed three people.",
    ],
)
def test_a_toll_told_beside_a_long_time_is_no_sum(text: str) -> None:
    assert find_sum(text, 0, len(text)) is None


def test_a_range_of_days_sums_up() -> None:
    text = "Between June 3 and June 10, 40 people were killed by shelling in Pelin."
    days = Interval.of_days(datetime(2031, 6, 3, tzinfo=UTC), 8, rule="range of days")
    assert find_sum(text, 0, len(text), [days]) is not None
    assert find_sum(text, 0, len(text), [TOLD]) is None


def test_since_a_day_that_is_more_than_three_days_past_sums_up() -> None:
    text = "Bombings have killed 31 people in Toluma and Garda since last Saturday."
    for days, summed in ((8, True), (2, False)):
        stretch = Interval.of_days(datetime(2031, 6, 2, tzinfo=UTC), days, rule="up to publication")
        assert (find_sum(text, 0, len(text), [stretch]) is not None) == summed


def test_the_story_of_a_week_is_a_campaign_and_its_days_are_not() -> None:
    first, second = read(
        "Forty people have been killed in a week of shelling across Ostravia, the Harrow Monitor said. "
        "On Monday, shelling killed six people in Marnok, the Harrow Monitor said."
    )
    assert first.event == "campaign"
    assert first.when is not None
    assert first.when.days == 7
    assert any(e.span.quote == "a week of shelling" for r in first.reasons for e in r.evidence)
    assert second.event == "shelling"
    assert first.scene != second.scene


def test_who_did_it_in_a_sum_did_it_in_the_campaign() -> None:
    told = read("Army shelling has killed 40 people in Pelin over the past week, the Harrow Monitor said.")
    assert {s.aspect for s in told} == {"killed", "responsible"}
    assert {s.event for s in told} == {"campaign"}


def test_a_second_attack_carries_the_words_that_tell_it_apart() -> None:
    told = read(
        "A car bomb killed 12 people at the cattle market in Toluma on Saturday morning, the Harrow Monitor said. "
        "Hours later a second car bomb killed seven people at the bus station in Toluma, the Harrow Monitor said."
    )
    marks = [[e.span.quote for r in s.reasons if r.rule == TOLD_APART for e in r.evidence] for s in told]
    assert marks == [[], ["a second car bomb"]]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Hours later a second car bomb killed seven people.", True),
        ("In a separate incident, gunmen shot two men.", True),
        ("Another air strike hit the mill.", True),
        ("Minutes later a second bomb killed five people.", False),
        ("A second bomb went off as rescuers arrived.", False),
        ("Another five people were killed.", False),
        ("Another attacker was shot.", False),
    ],
)
def test_what_is_plainly_another_attack(text: str, apart: bool) -> None:
    assert (told_apart(text) is not None) == apart
