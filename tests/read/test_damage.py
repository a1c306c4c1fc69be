"""Things destroyed, damaged and attacked, in invented sentences."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.read.damage import find_damage
from whence.read.rules import RuleReader
from whence.read.text import make_report


def told(text: str) -> list[tuple[str, int | None, str]]:
    return [(d.what, d.amount.lower if d.amount else None, d.rule) for d in find_damage(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders burned the offices of the Salt Board and the Harbour Bank.", ["offices", "Harbour Bank"]),
        ("They set most of the town's public buildings on fire.", ["town's public buildings"]),
        ("A blast wrecked at least 10 power transmission towers.", ["power transmission towers"]),
        ("The airstrip at Tolva, 5 km north of the town of Kesra, was almost completely destroyed.", ["airstrip"]),
        ("Shops, banks and vehicles were damaged.", ["Shops", "banks", "vehicles"]),
        ("Fishermen attacked canneries and warehouses, two of which were destroyed.", ["warehouses"]),
        ("Although the huts were burned to the ground, no one was injured.", ["huts"]),
    ],
)  # fmt: skip
def test_what_was_destroyed_is_read_on_both_sides_of_its_verb(text: str, expected: list[str]) -> None:
    assert [d[0] for d in told(text)] == expected
    assert {d[2] for d in told(text)} == {"damage"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in front of the Osmaran embassy.", "Osmaran embassy"),
        ("The attack on the SHB [Salt and Harbour Board] premises was the third.", "SHB premises"),
        ("Men on horseback hurled petrol bombs at the customs headquarters.", "customs headquarters"),
        ("The rebels fired at the mayor's car.", "mayor's car"),
    ],
)
def test_what_was_attacked_is_told_without_what_became_of_it(text: str, expected: str) -> None:
    assert told(text) == [(expected, None, "attacked")]


@pytest.mark.parametrize(
    "text",
    [
        "They threatened to destroy houses.",
        "Police defused a bomb planted in front of the embassy.",
        "People in the market were hit by shrapnel.",
        "Planes attacked rebel positions near the airport.",
        "Police raided a house and arrested six men.",
        "Inspectors found two missiles in the hangar.",
        "Doctors attacked hospital staff in a letter.",
        "If shells hit the school, pupils will be sent home.",
    ],
)
def test_what_was_not_hit(text: str) -> None:
    assert told(text) == []


def test_a_thing_destroyed_and_attacked_is_told_once_as_destroyed() -> None:
    assert told("In an attack on the bakery the bakery was destroyed.")[-1] == ("bakery", None, "damage")
    assert told("Two bombs went off and destroyed two telephone junction boxes.") == [
        ("telephone junction boxes", 2, "damage")
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The depot was blown up, though there were no casualties.", "states"),
        ("Although the huts were burned to the ground, no one was injured.", "states"),
        ("The army denied that the hospital was hit.", "denies"),
    ],
)
def test_that_nobody_was_hurt_denies_no_damage(text: str, stance: str) -> None:
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    assert [s.stance for s in RuleReader().read(report) if s.aspect == "damage"] == [stance]


@pytest.mark.parametrize("said", ["said", "told reporters", "has confirmed"])
def test_who_speaks_behind_the_place_that_was_hit_was_not_hit(said: str) -> None:
    text = f"The attack on the police station in Garda on Friday, the interior ministry {said}, killed seven officers."
    assert [d.what for d in find_damage(text, 0, len(text))] == ["police station"]
