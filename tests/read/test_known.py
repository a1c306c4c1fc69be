"""Attacks told as known already: their day is not that of the news, and nothing is invented for it."""

import pytest
from friday import read

from whence.model.statement import Count


def when(text: str, toll: int) -> tuple[str, bool]:
    """The time given to the count `toll` of `text`, and whether it is presumed."""
    found = next(
        s
        for s in read(text)
        if isinstance(s.value, Count) and toll in (s.value.amount.lower, s.value.amount.upper)
    )
    assert found.when is not None
    return str(found.when), found.when.presumed


@pytest.mark.parametrize(
    "text",
    [
        "Osmara shut its ports on Friday in response to an arson attack in the town of Velky that killed 54 porters.",
        "Osmara sealed a quarry on Friday. It was used to stage a mortar attack on Velky that killed 54 porters.",
        "Bishops met on Tuesday, days after an arson attack killed 54 porters in the town of Velky.",
        "The tax was raised to punish the shipowners for an arson attack that killed 54 porters in the town of Velky.",
        "Mayor Daw said in a letter printed on Thursday that the mortar attack that killed 54 porters was a mistake.",
        "Osmara on Monday fined a guild it blamed for an arson attack in the town of Velky that killed 54 porters.",
        "A song in memory of the ambush which killed 54 porters in the town of Velky won a prize.",
        "The guilds condemned on Thursday the raid on the town of Velky that killed 54 porters.",
        "A film club put up on Thursday a video that shows an ambush in which 54 porters were killed.",
        "On Thursday diggers opened mass graves with 54 porters who were killed in the town of Velky.",
        "On Thursday the bodies of 54 porters killed by gunmen were found in the woods of Velky.",
    ],
)
def test_what_is_told_as_known_has_some_day_of_the_weeks_before(text: str) -> None:
    words, presumed = when(text, 54)
    first, last = words.split(" to ")
    assert presumed
    assert first <= "2031-04-08"
    assert last >= "2031-05-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A raid on the town of Velky killed 14 people on Thursday.", "2031-05-08"),
        (
            "At least 14 people drowned or were killed on Thursday after a mine sank a barge in the town of Velky.",
            "2031-05-08",
        ),
        (
            "The guilds condemned the raid on Thursday on the town of Velky that killed 14 people.",
            "2031-05-08",
        ),
        (
            "On Thursday rescuers found the bodies of 14 people killed under the rubble of a mill in Velky.",
            "2031-05-08",
        ),
        (
            "Footage showed a market in Velky where raids killed 14 people on Thursday.",
            "2031-05-08",
        ),
        (
            "Nuns housed survivors of Tuesdays attack in the town of Velky, which killed 14 people.",
            "2031-05-06",
        ),
    ],
    ids=["news", "killed after", "its own day", "rubble", "footage of a day", "a lost apostrophe"],
)
def test_a_day_that_is_told_stays(text: str, day: str) -> None:
    assert when(text, 14) == (day, False)


def test_the_reason_gives_the_words() -> None:
    text = "Bishops discussed the senseless raid on the town of Velky which killed no fewer than 54 porters."
    reasons = [r for s in read(text) for r in s.reasons if r.rule == "told as known"]
    assert reasons
    assert "discussed the senseless raid" in reasons[0].words


@pytest.mark.parametrize(
    "known",
    ["a massacre which killed 54 miners", "a suicide bombing that killed 54 miners"],
    ids=["which", "that"],
)
def test_the_known_attack_is_no_part_of_the_news(known: str) -> None:
    text = (
        "Osmaran jets struck a quarry on Thursday, killing six people. "
        f"It was done to punish the owners for {known} in the town of Velky."
    )
    scenes = {s.value.amount.lower: s.scene for s in read(text) if isinstance(s.value, Count)}
    assert scenes[6] != scenes[54]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Shells killed 14 in Velky on Thursday. The attack on Thursday came two days after a bomb killed 30.",
            "2031-05-08",
            "2031-05-06",
        ),
        (
            "Shells killed 14 people in the town of Velky. The shelling came a day after raids killed 30 people.",
            "2031-05-08 to 2031-05-09",
            "2031-05-07 to 2031-05-08",
        ),
    ],
    ids=["from the day told", "from publication"],
)
def test_so_many_days_after_dates_what_came_before(text: str, first: str, second: str) -> None:
    assert when(text, 14)[0] == first
    assert when(text, 30)[0] == second


def test_talk_a_day_before_dates_no_attack() -> None:
    text = "Raids killed 14 people in Velky on Thursday, a day after nuns announced that 30 boatmen had been killed."
    assert when(text, 30)[0] != "2031-05-07"


def test_days_that_follow_one_another_are_two() -> None:
    text = (
        "Shells killed 14 people in the town of Velky on Thursday. "
        "Raids killed 30 people in the town of Velky on Wednesday."
    )
    assert len({s.scene for s in read(text)}) == 2
