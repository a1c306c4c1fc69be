"""What a careful reader would not forgive: sentences whose plain sense was once turned round."""

import pytest

from whence.model.report import Block, Report
from whence.model.statement import Count, Culprit
from whence.read.rules import RuleReader
from whence.read.states import CAPITALS, STATES

Found = dict[str, str]


def read(text: str) -> tuple[Found, list[tuple[str, int | None, str]]]:
    """The stance on each party, and each toll with its aspect and stance."""
    held = Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))
    told = RuleReader().read(held)
    who = {s.value.actor: str(s.stance) for s in told if isinstance(s.value, Culprit)}
    tolls = [(s.aspect, s.value.amount.lower, str(s.stance)) for s in told if isinstance(s.value, Count)]
    return who, sorted(tolls, key=str)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # whoever accuses is not the accused
        ("Rebels blamed Namaria for the air raid that killed 17 people.", {}),
        ("The rebels were blamed by the army for the death of ten villagers.", {"rebels": "states"}),
        ("The army was accused by the opposition of killing nine people.", {"government": "states"}),
        ("It is not true that the army killed nine people, the minister said.", {"government": "denies"}),
        ("The minister called the report that the army killed nine people a lie.", {"government": "denies"}),
        # "not A", "neither A nor B"
        ("The army, not the rebels, killed the twelve villagers, the bishop said.", {"government": "states"}),
        (
            "Twelve people were not killed by the army but by the rebels, the minister said.",
            {"government": "denies", "rebels": "states"},
        ),
        (
            "Neither the army nor the rebels killed the five potters, the judge found.",
            {"government": "denies", "rebels": "denies"},
        ),
        # who claims nothing neither claims nor denies
        ("Neither the army nor the rebels claimed responsibility for the bombing that killed eight.", {}),
        ("The Red Hill Brigade has not claimed responsibility for the bombing that killed eight.", {}),
        ("Three prisoners died in Orla, a lawyer said. Police said they had hanged themselves.", {}),
        # a denial ends where its speaker goes on to accuse
        (
            "The army denied the attack and said that the rebels were behind it.",
            {"government": "denies", "rebels": "states"},
        ),
        ("The army neither confirmed nor denied that it had killed five potters.", {"government": "hedges"}),
        ("Asked whether the army had killed the priests, the minister kept silent.", {"government": "hedges"}),
        ("The spokesman would not confirm that the army had killed six people.", {"government": "hedges"}),
        ("The minister said claims that the army killed twelve villagers were lies.", {"government": "denies"}),
        ("If the army killed the five potters, it must say so, the bishop said.", {}),
        # parties under the names that the text gives them
        ("The Namarian-led coalition bombed a wedding, killing 17 people.", {"Namarian-led coalition": "states"}),
        ("The coalition led by Namaria bombed a wedding, killing 17.", {"Namaria-led coalition": "states"}),
        ("Coalition warplanes bombed a wedding, killing 17 people.", {"coalition": "states"}),
        ("Officer Max Wagner shot two men dead in Velky.", {}),
        ("Wagner mercenaries shot two men dead in Velky.", {"Wagner Group": "states"}),
        ("IS IT TRUE THAT THE ARMY IS KILLING PEOPLE", {}),
        ("President Dorin's forces killed 17 people in Orla.", {"Dorin government": "states"}),
        ("King Dorin's army killed 17 people in Orla.", {"Dorin government": "states"}),
        ("The coast guard opened fire on a boat and killed two migrants.", {"government": "states"}),
    ],
)  # fmt: skip
def test_who_is_said_to_have_done_it(text: str, who: Found) -> None:
    assert read(text)[0] == who


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The army denied laying the mine that killed five children.", [("killed", 5, "states")]),
        (
            "The Red Hill Brigade denied involvement in a bombing that killed eight.",
            [("killed", 8, "states")],
        ),
        (
            "The minister rejected a call to investigate the killing of twelve villagers.",
            [("killed", 12, "states")],
        ),
        ("The minister rejected reports that twelve villagers were killed.", [("killed", 12, "denies")]),
        (
            "Twelve people were not killed by the army but by the rebels, a judge said.",
            [("killed", 12, "states")],
        ),
        ("The army claimed to have killed 50 rebels in Orla on Monday.", [("killed", 50, "states")]),
        ("Soldiers robbed two cooks and killed their guard, a nun said.", []),
        ("The Kelva Battalion killed the five potters, a colonel testified.", [("killed", 5, "states")]),
        ("Doctors said that 12 people, not 20, had been killed.", [("killed", 12, "states")]),
        ("The rebels have killed nine judges and drove 30 others from office.", [("killed", 9, "states")]),
        ("The president denied knowing of the killing of five potters.", [("killed", 5, "states")]),
        ("Police shot and killed a boy, his mother said.", [("killed", 1, "states")]),
        ("A mob lynched two men whom police suspected of theft.", [("killed", 2, "states")]),
    ],
)
def test_who_came_to_harm_and_how_surely(text: str, tolls: list[tuple[str, int | None, str]]) -> None:
    assert read(text)[1] == tolls


def test_a_pit_that_caves_in_is_no_bombing() -> None:
    held = Report("r", "", pit := "A coal mine collapsed in Orla, killing 31 miners.", "", language="en",
                  blocks=(Block(0, len(pit), "body"),))  # fmt: skip
    assert [s.event for s in RuleReader().read(held)] == [None]


def test_whoever_claims_is_the_voice() -> None:
    text = "The army claimed to have killed 50 rebels. The rebels said that they lost two men."
    held = Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))
    said = [(s.aspect, s.hops[-1].voice.name) for s in RuleReader().read(held)]
    # who claims to have killed says as well whose deed it was
    assert sorted(said) == [("killed", "The army"), ("killed", "The rebels"), ("responsible", "The army")]


def test_an_accusation_that_is_denied_stays_an_accusation() -> None:
    text = "A drone hit a tanker, killing two sailors; Chile blamed Peru, and Peru denied it."
    held = Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))
    told = [s for s in RuleReader().read(held) if isinstance(s.value, Culprit)]
    assert {(s.hops[-1].voice.name, str(s.stance)) for s in told} == {("Chile", "states"), ("Peru", "denies")}


def test_nobody_is_no_voice() -> None:
    text = "No group has claimed responsibility for the blast, which killed six people."
    held = Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))
    assert not any(s.hops for s in RuleReader().read(held))


def test_no_continent_has_a_government() -> None:
    assert read("European troops killed six people in Orla.")[0] == {"European troops": "states"}


def test_every_capital_stands_for_a_state_of_the_table() -> None:
    """Seats of power are kept for all states alike, not for some."""
    assert set(CAPITALS.values()) <= set(STATES.values())
    assert {"london", "paris", "moscow", "white house", "kremlin", "downing street", "tehran"} <= set(
        CAPITALS
    )
