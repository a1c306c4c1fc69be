"""Who is said to have done it in shapes of conflict news, in invented sentences with invented parties."""

import pytest

from whence.model.span import Span
from whence.model.statement import Culprit
from whence.read.actors import find_actors
from whence.read.alleged import Setting, in_earnest
from whence.read.blame import Scope
from whence.read.culprits import find_blames
from whence.read.draft import Draft
from whence.read.homeland import home_country
from whence.read.triggers import find_events, find_triggers


def blamed(text: str) -> list[tuple[str, bool]]:
    scope = Scope(text, 0, len(text), find_events(text, 0, len(text)), find_triggers(text, 0, len(text)))
    return [(b.name, b.denied) for b in find_blames(scope, find_actors(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air strikes led by the international coalition killed six in Orvale.", "coalition"),
        ("The clinic was targeted by a radical rebel group.", "rebels"),
        ("Shells fired by regimes helicopters hit the mill.", "government"),
        ("The Sons of Marl brigade said it had killed six guards.", "Marl brigade"),
        ("The Kurdish-led forces attacked them at the ford.", "Kurdish forces"),
        ("The mill was hit by artillery from rebel forces.", "rebels"),
        ("Two bombs dropped from an army helicopter killed six.", "government"),
        ("Terrorists of the so called Red Hill Brigade shelled the mill.", "Red Hill Brigade"),
        ("Da'ish fighters killed six guards at the ford.", "IS"),
    ],
)
def test_a_party_is_the_doer_in_these_shapes(text: str, name: str) -> None:
    assert any(name in found and not denied for found, denied in blamed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Clashes among the Red Hill Brigade and the Marl Front have killed twenty people.",
        "Infighting among the terrorist groups claimed the lives of twenty men.",
        "Rebel infighting killed twenty people in Orvale.",
        "The guards inflicted losses upon terrorists and destroyed two of their trucks.",
        "The raid hit a number of militants and killed two herdsmen.",
        "The blast wiped out the Red Hill Brigade leaders and killed twelve.",
        "It was called a pretext for rebels to carpet bomb homes.",
        "It allows the rebels to shell the mill and hit homes.",
        "The rebels overran a road junction at dawn.",
        "The raid destroyed a hall being used as a mess and a store by rebels.",
        "The Red Hill Brigade named one of those slain as a miller.",
        "It was not clear who was in the car that was attacked.",
        "Residents accused the rebels of avoiding battles with the bandits.",
        "The rebels rejected to join the raid on the mill.",
    ],
)
def test_a_party_that_is_hit_or_one_of_many_or_did_no_attack_is_blamed_for_none(text: str) -> None:
    assert blamed(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Norwegian strikes hit the mill.", "subject of the attack"),
        ("A Norwegian offensive launched last month went on.", "attack named after it"),
        ("Norwegian strikes that hit the mill were condemned.", "attack named after it"),
    ],
)
def test_an_attack_that_hits_is_the_deed_of_whom_it_is_named_after(text: str, rule: str) -> None:
    scope = Scope(text, 0, len(text), find_events(text, 0, len(text)), find_triggers(text, 0, len(text)))
    assert [b.rule for b in find_blames(scope, find_actors(text))] == [rule]


def test_who_is_killed_by_the_group_is_not_the_group() -> None:
    text = "The Red Hill Brigade took the ford. Ten Hamas fighters were executed by the extremist group."
    names = [a.name for a in find_actors(text)]
    assert names == ["Red Hill Brigade", "Hamas", "Red Hill Brigade"]


def test_a_ministrys_spokesman_who_denied_the_reports_denies_for_its_state() -> None:
    assert ("Norway", True) in blamed("Norwegian Defense Ministry spokesman Dag Moe denied the reports.")


def test_the_fighting_of_a_country_in_a_headline_is_where_and_not_who() -> None:
    assert blamed("Norway fighting kills twelve guards, monitor says") == []


def test_the_only_country_that_a_text_names_is_its_home_if_the_army_is_its_own() -> None:
    assert home_country("Army units took the ford. The Norwegian Air Force bombed the mill.") == "Norwegian"
    assert home_country("The Norwegian Air Force bombed the mill. The regime was silent.") == ""
    assert home_country("Army units took the ford. Norwegian and Swedish jets bombed the mill.") == ""


@pytest.mark.parametrize(
    ("charge", "meant"), [("war crimes in the hills", False), ("shelling homes in the hills", True)]
)
def test_a_charge_of_crimes_in_general_is_of_no_one_attack(charge: str, meant: bool) -> None:
    text = f"The mayor accused rebels of {charge}."
    start = text.index("rebels")
    value = Culprit("rebels", Span.of(text, start, start + 6))
    draft = Draft(10, start + 6, "responsible", value, start, start + 6, 0, "blamed")
    assert in_earnest(text, (0, len(text)), draft, Setting(9, True, True)) is meant
