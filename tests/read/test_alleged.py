"""What is alleged in earnest and what is recalled in passing; rulers and home countries, in invented sentences."""

import pytest

from whence.model.report import Block, Report
from whence.read.actors import find_actors
from whence.read.alleged import NOWHERE, in_earnest
from whence.read.draft import Draft
from whence.read.drafts import find_drafts
from whence.read.homeland import home_country
from whence.read.rulers import find_rulers
from whence.read.rules import RuleReader, _places
from whence.read.triggers import find_events, main_event


def earnest(text: str, rule: str, distance: int) -> bool:
    event = main_event(find_events(text, 0, len(text)))
    draft = Draft(0, 1, "responsible", None, 0, 1, 0, rule, event)  # type: ignore[arg-type]
    return in_earnest(text, (0, len(text)), draft, distance)


@pytest.mark.parametrize(
    ("text", "rule", "distance", "meant"),
    [
        ("The army shelled the town.", "subject of the attack", 0, True),
        ("The army shelled the town on Friday.", "subject of the attack", 3, True),
        ("The army repeatedly shelled the town.", "subject of the attack", 2, False),
        ("The army offensive has gone on for months.", "attack named after it", 1, False),
        ("Rebels denied it.", "denied by itself", NOWHERE, True),
        ("The army has been bombing the valley since last year.", "subject of the attack", 2, False),
        ("The army destroyed two vehicles.", "subject of the attack", 2, False),
        ("A strike carried out by the army hit the town.", "agent of the attack", 2, True),
        ("The army launched air strikes in the valleys in March.", "subject of the attack", 2, False),
    ],
)
def test_points_tell_an_allegation_from_a_mention(text: str, rule: str, distance: int, meant: bool) -> None:
    assert earnest(text, rule, distance) is meant


def report(text: str) -> Report:
    return Report("r", "", text, "", language="en", blocks=(Block(0, len(text), "body"),))


def test_the_words_of_a_paper_that_cites_others_are_no_news_without_harm_or_day() -> None:
    text = "Nine carters died under shelling by rebels, a doctor said. The army bombed the road. It rained all day."
    blamed = {s.value.actor for s in RuleReader().read(report(text)) if s.aspect == "responsible"}
    assert blamed == {"rebels"}


def test_who_cites_nobody_tells_his_own_news() -> None:
    text = "The army bombed the school. The roof fell in. The army bombed the road."
    drafts = find_drafts(report(text), _places(report(text)))
    assert any(d.aspect == "responsible" for d in drafts)
    assert any(s.aspect == "responsible" for s in RuleReader().read(report(text)))


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
