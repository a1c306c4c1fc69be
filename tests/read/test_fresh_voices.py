"""Voices as fresh reports tell them: reports, numbers of people, two kinds of sources; a fictional country."""

import pytest

from whence.model.report import Block, Report
from whence.read.rules import RuleReader


def chain(body: str, aspect: str = "killed") -> list[str]:
    """Return the voices of the last claim of `body`, nearest to the outlet first."""
    text = f"News of the day\n\n{body}"
    blocks = (Block(0, 15, "title"), Block(17, len(text), "body"))
    found = RuleReader().read(
        Report("r", "r", text, "", title="News of the day", outlet="Veritas", blocks=blocks)
    )
    last = [s for s in found if s.aspect == aspect][-1]
    return [h.voice.refers or h.voice.name for h in last.hops]


@pytest.mark.parametrize(
    ("body", "voices"),
    [
        ("Shells killed nine people in Velgrad according to local reports.", ["local reports"]),
        (
            "The Velgrad Post quoted a number of villagers in the valley as saying that gunmen killed nine people.",
            ["The Velgrad Post", "a number of villagers in the valley"],
        ),
        (
            "Raids have killed nine people Radio Velgrad reported Wednesday citing an undisclosed Dravian army source.",
            ["Radio Velgrad", "an undisclosed Dravian army source"],
        ),
        ("Local and medical sources said a raid killed nine people.", ["Local and medical sources"]),
    ],
)
def test_a_voice_is_told_by_its_whole_phrase(body: str, voices: list[str]) -> None:
    assert chain(body) == voices


def test_who_is_described_behind_the_verb_speaks_not_the_place_before_it() -> None:
    body = (
        "Clashes raged in Velgrad and Osmar said the Observatory which tracks the war from abroad. "
        "It added that nine people were killed."
    )
    assert chain(body) == ["Observatory"]


def test_a_verb_of_reporting_stays_a_verb() -> None:
    assert chain("According to the army reports that raids killed nine people are false.") != [
        "the army reports"
    ]


@pytest.mark.parametrize(
    ("body", "voices"),
    [
        (
            "Guns shelled the town with the Dravian Watch reporting a new raid. It said nine people were killed.",
            ["Dravian Watch"],
        ),
        ("Nine people were killed according to a new toll from the Dravian Watch.", ["the Dravian Watch"]),
        ("The Dravian Watch counted nine people killed in Velgrad.", ["The Dravian Watch"]),
        ("Nine people were killed in a raid. Breaches of the truce recorded included twelve by jets.", []),
        ("The raid killed nine people, not counting the wounded.", []),
    ],
)
def test_who_counts_and_who_only_stands_nearby(body: str, voices: list[str]) -> None:
    assert [v.removeprefix("the ") for v in chain(body)] == [v.removeprefix("the ") for v in voices]
