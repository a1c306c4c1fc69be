"""Links between parties, weapons, damage, displaced and detained, in invented sentences."""

import pytest

from whence.read.actors import find_actors
from whence.read.links import find_ties
from whence.read.things import event_beside, find_driven, find_things
from whence.read.triggers import find_events, find_triggers


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
            ("Red Hill Brigade", "linked with", "Russia"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The report lists links between Russia and the Red Hill Brigade.",
        "The report lists ties between the Red Hill Brigade and Russia.",
        "An alliance between Russia and the Red Hill Brigade was denounced.",
        "Collusion of the Red Hill Brigade with Russia was denounced.",
        "The Red Hill Brigade and Russia cooperate closely.",
        "An alliance of Russia with the Red Hill Brigade was denounced.",
        "Russia colludes with the Red Hill Brigade.",
        "The Red Hill Brigade cooperates with Russia.",
        "The Red Hill Brigade is allied with Russia.",
    ],
)
def test_a_mutual_tie_has_no_direction(text: str) -> None:
    found = [t[:3] for t in ties(f"{text} It was in southern Sudan.")]
    assert found == [("Red Hill Brigade", "linked with", "Russia")]


def test_the_support_of_two_is_no_link_of_the_two() -> None:
    assert ties("The truce had the support of Russia and the Red Hill Brigade in southern Sudan.") == []


def test_support_keeps_its_direction() -> None:
    text = "Russia sponsors the Red Hill Brigade in southern Sudan."
    assert ("Russia", "supports", "Red Hill Brigade") in [t[:3] for t in ties(text)]


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
    text = "Two barges held 700 hand grenades, 36,000 machine-gun cartridges and 45 rockets."
    assert things(text) == [
        ("materiel", "hand grenades", 700),
        ("materiel", "machine-gun cartridges", 36000),
        ("materiel", "rockets", 45),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostmark has armed the Sons of the Reef since 2021.", ("Ostmark", "arms", "Sons of the Reef")),
        ("Traders in Ostmark buy oil from the Black Reef.", ("Ostmark", "trades with", "Black Reef")),
        ("Velt Wings supplies navigation units for the Heron drone.", ("Velt Wings", "supplies part", "Heron drone")),
        ("The Heron drone is built by Velt Aero.", ("Velt Aero", "manufactures", "Heron drone")),
        ("Velt Aero, a company owned by Ostmark, grew.", ("Ostmark", "owns", "Velt Aero")),
        ("Rebels backed by Turkish jets took the town.", ("Turkey", "supports", "rebels")),
    ],
)  # fmt: skip
def test_names_that_no_table_knows_may_be_the_ends_of_a_link(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in [t[:3] for t in ties(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Four foreign companies supply parts for the programme.",
        "The army beat back rebels in the south.",
        "The Black Reef has links with Turkish intelligence and is hunted by Russian police.",
        "ISIL-controlled Velgrad was hit again.",
    ],
)
def test_what_alleges_no_link(text: str) -> None:
    assert ties(text) == []


def test_who_denies_a_link_of_its_own_is_its_subject() -> None:
    text = "Velt Optik denied that it supplies cameras for the Heron drone."
    found = find_ties(text, 0, len(text), find_actors(text))
    assert [(t.subject[0], t.object[0], t.denied) for t in found] == [("Velt Optik", "Heron drone", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed by a car bomb using old explosives.",
        "Resolutions 2118 and 2235 ban the use of chemical weapons.",
        "Rescuers dug through the remains of destroyed buildings.",
        "It is hit in strikes by Russian warplanes.",
    ],
)
def test_weapons_in_use_and_qualities_are_neither_materiel_nor_damage(text: str) -> None:
    assert things(text) == []


def test_an_inventory_keeps_each_number_with_its_weapon() -> None:
    text = (
        "Inspectors found 120 mortar shells, 14 anti-tank missiles, two rocket launchers, some 30 rifles, "
        "at least 6,000 machine-gun rounds and three crates of papers in the hangar."
    )
    assert things(text) == [
        ("materiel", "mortar shells", 120),
        ("materiel", "anti-tank missiles", 14),
        ("materiel", "rocket launchers", 2),
        ("materiel", "rifles", 29),
        ("materiel", "machine-gun rounds", 6000),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inspectors found 120 artillery shells, six mortars and two missiles in the hangar.", [None] * 3),
        ("Guards seized 40 rockets after a car bombing in Velgrad.", ["bombing"]),
    ],
)
def test_weapons_that_were_moved_are_no_attack(text: str, expected: list[str | None]) -> None:
    events = find_events(text, 0, len(text))
    happened = [event_beside(t, events, text) for t in find_things(text, 0, len(text))]
    assert [e.kind if e else None for e in happened] == expected


def test_a_body_that_was_mutilated_tells_no_death() -> None:
    told, found = "They filmed the desecration of the body of a guard.", "They found the body of a guard."
    assert [t.aspect for t in find_triggers(told, 0, len(told))] == []
    assert [t.aspect for t in find_triggers(found, 0, len(found))] == ["killed"]


def test_a_caption_and_a_pointer_assert_no_link() -> None:
    text = "News\n\nOstian-backed hill rebels\n\nAn index of dealings between the Red Hill Brigade and Hamas is here."
    assert all(not find_ties(text, *place, find_actors(text)) for place in ((6, 31), (33, len(text))))
    said = "The Ostian-backed hill rebels took the town."
    assert find_ties(said, 0, len(said), find_actors(said))


def test_what_each_box_holds_is_no_sum_and_weapons_keep_their_kind() -> None:
    text = "Barges carried six crates, each holding 30 rifles. They held 700 artillery shells and 80 hand grenades."
    assert not [t for t in find_things(text, 0, 48) if t.what.endswith("rifles")]
    assert [t.what for t in find_things(text, 49, len(text))] == ["artillery shells", "hand grenades"]
