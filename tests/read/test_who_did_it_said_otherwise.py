"""Who did it in turns of phrase of agencies, courts and ministries, and the look-alikes that blame nobody."""

import pytest

from whence.read.actors import find_actors
from whence.read.blame import Scope
from whence.read.culprits import find_blames
from whence.read.homeland import home_country
from whence.read.stance import find_stance
from whence.read.triggers import find_events, find_triggers


def blamed(text: str) -> list[tuple[str, bool]]:
    scope = Scope(text, 0, len(text), find_events(text, 0, len(text)), find_triggers(text, 0, len(text)))
    return [(b.name, b.denied) for b in find_blames(scope, find_actors(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After the raid the mayor named the rebels as the culprits.", "rebels"),
        (
            "They have the blood of six nurses on their hands, and the rebels did it, he said of the blast.",
            "rebels",
        ),
        ("The rebels have the blood of six nurses on their hands.", "rebels"),
        ("After the blast suspicion quickly fell on the rebels.", "rebels"),
        ("Blame for the bombing was laid at the door of the rebels.", "rebels"),
        ("Fingers were pointed at the rebels after the blast.", "rebels"),
        ("Responsibility for the killing of the miller rests with the army.", "government"),
        ("The envoy put responsibility for the massacre on the army.", "government"),
        ("Police have identified the killers as members of the Marl Front.", "Marl Front"),
        ("The killers of the miller came from the Marl Front.", "Marl Front"),
        ("The Marl Front said its men were behind the ambush.", "Marl Front"),
        ("The Marl Front has confirmed carrying out the ambush.", "Marl Front"),
        ("Two fighters of the Marl Front were jailed on Friday for the murder of the miller.", "Marl Front"),
        ("The coalition admitted that one of its jets bombed a wedding by mistake.", "coalition"),
        ('The Marl Front said it had "mistakenly" killed four millers.', "Marl Front"),
        ("The shell that killed the miller came from army positions.", "government"),
        ("Rockets fired from an area held by the rebels hit the mill.", "rebels"),
        ("The mill came under fire from the army and two millers were killed.", "government"),
        ("Forty men died under torture in government prisons.", "government"),
        ("Cluster bombs used by the army killed two shepherds.", "government"),
        ("A massacre was committed in the town by the army.", "government"),
        ("The pilot was killed when his jet was brought down by the rebels.", "rebels"),
        ("The rebels slaughtered whole families.", "rebels"),
        ("The rebels cut the throats of six shepherds.", "rebels"),
        ("The envoy said the secret police had killed the two clerks.", "government"),
        ("The men were killed by agents of the security services.", "government"),
        ("The planes that hit the mill were believed to be Turkish.", "Turkey"),
        ("Two men were killed in a Turkish drone strike.", "Turkey"),
        ("Two men were killed in Turkish artillery fire.", "Turkey"),
        ("Soldiers loyal to the president shelled the mill.", "government"),
        ("The rebels, whose guns have stood there since May, shelled the mill.", "rebels"),
    ],
)
def test_a_party_is_blamed_in_these_words(text: str, name: str) -> None:
    assert (name, False) in blamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The government opened an inquiry into the blast that killed nine people.",
        "The authorities said nine people had died in the blast.",
        "The army sentenced ten men to death for the murder of the miller.",
        "The army sees the miller as the culprit in the murder of the nurse.",
        "The blame for the flood was laid at the door of the government.",
        "Those who died in the blast were members of the Marl Front.",
        "Nine died in a bomb attack on Turkish border guard patrols.",
        "A rocket was fired from Turkish territory, and nine people were killed.",
        "Shells fell on the market, and people fled from rebel areas.",
    ],
)
def test_whoever_only_stands_beside_a_deed_is_not_blamed(text: str) -> None:
    assert blamed(text) == []


def test_whoever_holds_another_responsible_is_not_responsible_himself() -> None:
    assert blamed("The rebels hold the army responsible for the blast.") == [("government", False)]
    assert blamed("The police named the rebels as the perpetrators of the blast.") == [("rebels", False)]


def test_what_a_relative_clause_says_of_another_party_is_that_partys() -> None:
    assert blamed("The rebels, whom the army has shelled, buried nine men.") == [("government", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The army insisted that it had nothing to do with the strike on the mill.",
        "The army distanced itself from the attack on the mill.",
        "It was not the army that shelled the mill.",
        "No army jets had struck the mill.",
        "The army says its pilots have never bombed a mill.",
        "The army called the accusation that it had shelled the mill a lie.",
    ],
)
def test_a_party_that_will_have_no_part_in_it_denies(text: str) -> None:
    assert blamed(text) == [("government", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows who fired the shell that killed the miller.",
        "Who dropped the bombs remains unknown.",
        "The identity of the attackers was not known.",
    ],
)
def test_nobody_is_known_in_these_words(text: str) -> None:
    assert blamed(text) == [("unknown", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The blast had all the hallmarks of the Marl Front.",
        "The evidence pointed to the army.",
        "Suspicion fell on the army.",
    ],
)
def test_what_only_points_to_a_party_is_hedged(text: str) -> None:
    found = find_stance(text, 0, len(text), "responsible")
    assert found is not None
    assert found[0] == "hedges"


def test_a_text_does_not_play_where_a_paper_or_a_band_has_its_name_from() -> None:
    assert home_country("Jordan Times. Raids in Syria killed nine.") == "Syrian"
    assert home_country("The Islamic State in Iraq killed nine in northern Syria.") == "Syrian"
