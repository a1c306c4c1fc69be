"""What is alleged in earnest and what is recalled in passing; rulers and home countries, in invented sentences."""

import pytest

from whence.model.report import Block, Report
from whence.read.actors import find_actors
from whence.read.alleged import NOWHERE, Setting, in_earnest
from whence.read.draft import Draft
from whence.read.homeland import home_country
from whence.read.rulers import find_rulers
from whence.read.rules import RuleReader
from whence.read.triggers import find_events, main_event


def earnest(text: str, rule: str, distance: int, told: bool, share: float | None = None) -> bool:
    event = main_event(find_events(text, 0, len(text)))
    party = text.index("army") + 4 if "army" in text else 1
    draft = Draft(0, party, "responsible", None, 0, party, 0, rule, event)  # type: ignore[arg-type]
    return in_earnest(text, (0, len(text)), draft, Setting(distance, told, True, share))


@pytest.mark.parametrize(
    ("text", "rule", "distance", "told", "meant"),
    [
        ("The army shelled the hill.", "subject of the attack", 0, False, True),
        ("The army shelled the hill.", "subject of the attack", 1, False, True),
        ("The army shelled the hill.", "subject of the attack", 3, True, True),
        ("The army shelled the hill.", "subject of the attack", 3, False, False),
        ("The army shelled homes on Friday.", "subject of the attack", 3, False, True),
        ("The army repeatedly shelled the hill.", "subject of the attack", 1, False, False),
        ("The army offensive has gone on for months.", "attack named after it", 0, False, False),
        ("The army offensive was told of.", "attack named after it", 1, True, False),
        ("Rebels denied it.", "denied by itself", NOWHERE, False, True),
        ("The army was accused of shelling homes.", "named as responsible", 3, False, True),
        ("The army was repeatedly accused of it.", "named as responsible", 3, False, False),
        ("The army has been bombing the valley since last year.", "subject of the attack", 1, True, False),
        ("The army destroyed two vehicles.", "subject of the attack", 1, False, False),
        ("A strike carried out by the army hit the town.", "agent of the attack", 1, False, True),
        (
            "The army launched air strikes in the valleys in March 1994.",
            "subject of the attack",
            0,
            False,
            False,
        ),
    ],
)
def test_points_tell_an_allegation_from_a_mention(
    text: str, rule: str, distance: int, told: bool, meant: bool
) -> None:
    assert earnest(text, rule, distance, told) is meant


@pytest.mark.parametrize(
    ("text", "rule", "distance", "share", "meant"),
    [
        (
            "The army shelled the hill.",
            "subject of the attack",
            0,
            0.02,
            False,
        ),  # three points, and four against
        ("The army shelled the hill.", "subject of the attack", 0, 0.1, True),
        ("The army shelled the hill.", "subject of the attack", 3, 0.9, True),
        ("The army shelled the hill.", "subject of the attack", 3, 0.4, False),
        ("The army offensive has gone on for months.", "attack named after it", 0, 0.9, False),
        ("Rebels denied it.", "denied by itself", NOWHERE, 0.0, True),
    ],
)
def test_a_networks_share_counts_beside_the_points(
    text: str, rule: str, distance: int, share: float, meant: bool
) -> None:
    assert earnest(text, rule, distance, told=False, share=share) is meant


def report(text: str) -> Report:
    return Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))


def blamed(text: str) -> set[str]:
    return {s.value.actor for s in RuleReader().read(report(text)) if s.aspect == "responsible"}


def test_what_a_paper_that_cites_others_recalls_far_from_any_harm_is_no_news() -> None:
    text = "Nine carters died under shelling by rebels, a doctor said. It rained. The army bombed the road. It dried."
    assert blamed(text) == {"rebels"}


def test_who_cites_nobody_tells_his_own_news() -> None:
    assert blamed("The army bombed the road. The road was closed. It rained.") == {"government"}


def test_a_ruler_stands_for_his_state_where_he_is_blamed_or_denies() -> None:
    text = (
        "Forces loyal to President Oran Vashti fled. They blamed the raid on Vashti. Vashti spoke to farmers."
    )
    found = find_rulers(text, "")
    assert [(text[a:b], name) for a, b, name in found] == [("Vashti", "Vashti government")]


def test_a_weekday_or_a_town_is_no_ruler() -> None:
    text = "On Friday regime troops besieged Dar Selim. People live in Dar Selim. Selim government offices were hit."
    assert find_rulers(text, "") == []


def test_a_country_named_once_is_not_where_a_text_plays() -> None:
    assert home_country("Aid came by ship, and Egypt sent doctors.") == ""
    assert home_country("Fighting went on in northern Egypt.") == "Egyptian"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drug cartel hitmen fired.", ["drug cartel hitmen"]),
        ("Karvian-backed militants fired.", ["Karvian-backed militants"]),
        ("Karvian militias fired.", ["Karvian militias"]),
        ("Police officers fired.", ["government"]),
        ("The Red Hill Brigade fired. The jihadists left.", ["Red Hill Brigade", "Red Hill Brigade"]),
        ("The Red Hill Brigade said its militants fired.", ["Red Hill Brigade", "Red Hill Brigade"]),
    ],
)
def test_parties_have_clean_names(text: str, names: list[str]) -> None:
    assert [a.name for a in find_actors(text)] == names


def test_whose_rebels_they_are_is_part_of_the_phrase_for_any_state() -> None:
    for people in ("Kenyan", "Sri Lankan", "Norwegian"):
        (rebels,) = find_actors(f"Armed {people} rebels fired.")
        assert (rebels.name, rebels.start, rebels.end) == ("rebels", 0, len(f"Armed {people} rebels"))
