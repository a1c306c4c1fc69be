"""What wires and radios write of attacks: prevented beside carried out, minutes ago, condemned, held hostage."""

from datetime import date

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Count, Statement
from whence.read.damage import find_damage
from whence.read.rules import RuleReader
from whence.read.stance import stance_of
from whence.read.text import make_report
from whence.read.things import find_driven
from whence.read.uppercase import is_common
from whence.read.when import find_times


def read(text: str, published: str = "2031-05-14") -> tuple[Statement, ...]:
    return RuleReader().read(
        make_report(Record("", digest(text.encode()), "text/plain", text=text, published=published))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off today in a Toluma hotel, and a second one was defused in the bank.", ["Toluma hotel"]),
        ("A bomb was placed in the bank but was defused.", []),
        ("A blast occurred at 2230 [0230 GMT on 12 May] in front of the salt ministry.", ["salt ministry"]),
        ("The salt school has been the target of ten bomb attacks.", ["salt school"]),
        ("The Ribera bank suffered partial damage.", ["Ribera bank"]),
    ],
)  # fmt: skip
def test_things_that_were_hit(text: str, expected: list[str]) -> None:
    assert [d.what for d in find_damage(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They demanded the return of seven kidnapped nuns.", 7),
        ("The league is also holding three nuns in the hills.", 3),
        ("The group held 12 foreign envoys hostage.", 12),
    ],
)
def test_people_held(text: str, number: int) -> None:
    (held,) = find_driven(text, 0, len(text))
    assert (held.aspect, held.count.amount.lower) == ("detained", number)


@pytest.mark.parametrize("words", ["a few minutes ago", "30 minutes ago", "a short while ago", "moments ago"])
def test_minutes_ago_is_the_day_of_publication(words: str) -> None:
    text = f"A bomb went off {words}."
    report = make_report(Record("", "x", "text/plain", text=text, published="2031-05-14"))
    (time,) = find_times(text, report.published)
    assert time.interval is not None
    assert (time.interval.start.date(), time.interval.days) == (date(2031, 5, 14), 1)


def test_the_past_few_hours_reach_into_the_day_before() -> None:
    text = "Ten towers were blown up in the past few hours."
    report = make_report(Record("", "x", "text/plain", text=text, published="2031-05-14"))
    (time,) = find_times(text, report.published)
    assert time.interval is not None
    assert time.interval.start.date() == date(2031, 5, 13)


def test_who_rejects_a_murder_denies_nothing_and_who_rejects_a_charge_does() -> None:
    condemned, denied = "All parties rejected the brutal murder of Ana Moro.", "The army rejected the charge."
    assert stance_of(condemned, 0, len(condemned), (), "killed")[0] == "states"
    assert stance_of(denied, 0, len(denied), (), "killed")[0] == "denies"


def test_an_explosion_told_without_harm_dates_what_it_did() -> None:
    told = read("Two bombs exploded in Kesra on 3 May. The blasts wounded five people in the market.")
    (injured,) = [s for s in told if isinstance(s.value, Count) and s.aspect == "injured"]
    assert injured.when is not None
    assert injured.when.start.date() == date(2031, 5, 3)


@pytest.mark.parametrize("word", ["atrocious", "strident", "roving", "annihilated", "dying", "amnesties"])
def test_rarer_words_are_no_names(word: str) -> None:
    assert is_common(word)


def test_each_of_several_bombs_hits_its_place() -> None:
    text = "Three bombs went off, one in the salt market, another at the state bank, and another in a school."
    assert [d.what for d in find_damage(text, 0, len(text))] == ["salt market", "state bank", "school"]
    text = "One of the porters slept in the school and another at the bank."
    assert find_damage(text, 0, len(text)) == ()


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("A nun was shot in the market of Kesra.", "injured"),
        ("Ana Moro was shot in the market of Kesra.", "injured"),
        ("A nun was shot dead in the market of Kesra.", "killed"),
        ("The town mourned the death of Senator Ana Moro, who was murdered by criminals.", "killed"),
    ],
)
def test_harm_in_few_words(text: str, aspect: str) -> None:
    assert {s.aspect for s in read(text) if isinstance(s.value, Count)} == {aspect}


def test_a_death_without_a_killing_is_no_harm() -> None:
    assert read("The town mourned the death of Senator Ana Moro, who was 91.") == ()


def test_a_day_on_which_something_was_told_dates_no_attack() -> None:
    told = read("The police informed the press on 3 May that they had killed five porters in Kesra.")
    (killed,) = [s for s in told if isinstance(s.value, Count)]
    assert killed.when is not None
    assert killed.when.presumed
