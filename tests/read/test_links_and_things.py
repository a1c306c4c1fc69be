"""Links between parties, weapons, damage, displaced and detained, in invented sentences."""

import pytest

from whence.read.actors import find_actors
from whence.read.links import find_ties
from whence.read.things import find_driven, find_things


def ties(text: str) -> list[tuple[str, str, str, str]]:
    found = find_ties(text, 0, len(text), find_actors(text))
    return [(t.subject[0], t.relation, t.object[0], t.rule) for t in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Turkish army has been arming rebels for years.", ("Turkish government", "arms", "rebels")),
        (
            "Russia supplied weapons to the Red Hill Brigade in northern Sudan.",
            ("Russia", "arms", "Red Hill Brigade"),
        ),
        (
            "The Red Hill Brigade is funded by Russia in Sudan, in southern Sudan.",
            ("Russia", "finances", "Red Hill Brigade"),
        ),
        ("Russia trained the Red Hill Brigade in southern Sudan.", ("Russia", "trains", "Red Hill Brigade")),
        (
            "There was cooperation between Russia and the Red Hill Brigade in southern Sudan.",
            ("Russia", "supports", "Red Hill Brigade"),
        ),
        ("The drones made by Velt Aero flew over.", ("Velt Aero", "manufactures", "drones")),
        (
            "Ostmark Optik supplies cameras for the drone programme.",
            ("Ostmark Optik", "supplies part", "drone programme"),
        ),
    ],
)
def test_a_link_is_read_with_its_direction(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [t[:3] for t in ties(text)]


def test_a_link_in_passing_says_so() -> None:
    assert ("Russia", "supports", "fighters", "stated in passing") in ties(
        "Russian-backed fighters left the town."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Russia.",
        "Russia and rebels signed a truce.",
        "Rebels left the town.",
        "Rebels link up with IS.",
    ],
)
def test_enemies_and_neighbours_are_no_link(text: str) -> None:
    assert ties(text) == []


def things(text: str) -> list[tuple[str, str, int | None]]:
    found = find_things(text, 0, len(text))
    return [(t.aspect, t.what, t.amount.lower if t.amount else None) for t in found]


def test_a_list_of_weapons_keeps_each_number() -> None:
    text = "Three trucks held 1,000 mortar shells, 50,000 machine gun rounds and 30 rockets."
    assert things(text) == [
        ("materiel", "mortar shells", 1000),
        ("materiel", "machine gun rounds", 50000),
        ("materiel", "rockets", 30),
    ]


def test_damage_is_read_from_both_sides_of_its_verb() -> None:
    assert things("Twelve houses were destroyed.") == [("damage", "houses", 12)]
    assert things("The strike damaged two schools.") == [("damage", "schools", 2)]
    assert things("They threatened to destroy houses.") == []


def test_displaced_and_detained_are_counts() -> None:
    fled = find_driven("Some 3,000 people fled the town.", 0, 32)
    assert [(d.aspect, d.count.group) for d in fled] == [("displaced", "people")]
    held = find_driven("Police arrested 14 protesters.", 0, 30)
    assert [(d.aspect, d.count.amount.lower) for d in held] == [("detained", 14)]
    assert find_driven("The floods could displace 400 people.", 0, 37) == ()
