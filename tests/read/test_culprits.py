"""Who is said to have done it, in invented sentences; the parties are invented where they are named."""

import pytest

from whence.read.actors import find_actors
from whence.read.blame import Scope
from whence.read.culprits import find_blames
from whence.read.homeland import home_country
from whence.read.triggers import find_events, find_triggers, main_event


def blames(text: str) -> list[tuple[str, str, bool]]:
    scope = Scope(text, 0, len(text), find_events(text, 0, len(text)), find_triggers(text, 0, len(text)))
    return [(b.name, b.rule, b.denied) for b in find_blames(scope, find_actors(text))]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        (
            "Nine people were killed in Karvian government air strikes.",
            "Karvian government",
            "attack named after it",
        ),
        ("Rebels fired shells at the market.", "rebels", "subject of the attack"),
        ("Nine people were killed by gunmen in the market.", "gunmen", "agent of the attack"),
        ("The raid was carried out by the Red Hill Brigade.", "Red Hill Brigade", "agent of the attack"),
        ("The mayor blamed rebels for the bombing.", "rebels", "blamed"),
        (
            "The Red Hill Brigade claimed responsibility for the blast.",
            "Red Hill Brigade",
            "claimed by itself",
        ),
        (
            "The Red Hill Brigade is thought to be behind the attack.",
            "Red Hill Brigade",
            "named as responsible",
        ),
        ("No group has claimed responsibility for the blast.", "unknown", "nobody known"),
        ("Eight were hurt in a terrorist grenade attack.", "terrorists (unnamed)", "attack named after it"),
    ],
)
def test_the_party_is_tied_to_the_attack(text: str, name: str, rule: str) -> None:
    assert (name, rule, False) in blames(text)


def test_a_crashed_plane_of_nobody_knows_whom_attacked_nobody() -> None:
    assert blames("An unidentified war plane crashed near the mill.") == []


def test_whose_air_war_it_is_is_the_leaders_of_a_coalition_and_no_word_like_government() -> None:
    named = {
        name
        for name, _, _ in blames("Government-led raids went on. The coalition led by Karvia bombed a mill.")
    }
    assert named == {"Karvia-led coalition"}
    named = {name for name, _, _ in blames("The rebel alliance met. Alliance fighters bombed a mill.")}
    assert not any("coalition" in name for name in named)


def test_a_denial_is_kept_as_one() -> None:
    assert blames("The Red Hill Brigade denied carrying out the attack.") == [
        ("Red Hill Brigade", "denied by itself", True)
    ]


def test_of_two_in_the_alternative_neither_alone_is_named() -> None:
    named = [name for name, _, _ in blames("Nine were killed in raids by Turkish or Russian warplanes.")]
    assert named == ["Russia or Turkey"]
    assert blames("Nine were killed in raids by Russian or Turkish warplanes.")[0][0] == "Russia or Turkey"


def test_what_was_done_together_is_each_ones_deed() -> None:
    named = {name for name, _, _ in blames("Nine were killed in raids by Turkish and Russian warplanes.")}
    assert named == {"Turkey", "Russia"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a participle before "by" that is no deed has the agent to itself
        ("A blast at a mill managed by the Red Hill Brigade killed two people.", []),
        ("Six bodies were found in a village retaken by rebels.", []),
        ("Two people died in a blaze caused by rebels.", ["rebels"]),
        # the mark of a quotation at the verb, and words of time before an infinitive
        ('The radio said rebels "killed many carters" in the lane.', ["rebels"]),
        ("Two died as rebels continued on Monday to pound the mill.", ["rebels"]),
        ("Rebels tried to shell the mill, killing two.", ["rebels"]),
        # a machine by itself is no attack; one that was brought down did nothing
        ("The army's helicopters took the two wounded to town.", []),
        ("Five dead as rebel helicopter shot down over the mill", []),
        ("People fear a possible rebel attack after two were killed.", []),
        ("Fighting between heavily armed rebels and the Red Hill Brigade left two dead.", []),
        ("Nine died, three of them rebels who executed a plan to flee.", []),
        # whose aircraft they are thought to be
        ("Jets believed to belong to the Red Hill Brigade struck the mill.", ["Red Hill Brigade"]),
        (
            "Planes thought to be from the US-led coalition against the Red Hill Brigade hit it.",
            ["US-led coalition"],
        ),
        ("US-led air strikes killed two people.", ["US-led coalition"]),
        ("A bomber from the Red Hill Brigade blew himself up.", ["Red Hill Brigade"]),
        ('Shells fired by "rebels" - its term for farmers - hit a mill.', ["rebels"]),
        (
            "Two died in mutual shelling between the Red Hill Brigade and rebels.",
            ["Red Hill Brigade", "rebels"],
        ),
        # whose deed the verb is
        ("The army foiled an attack launched by rebels.", []),
        ("Rebels attacked a mill being used as a store by the Red Hill Brigade.", ["rebels"]),
        (
            "A bomber of the Red Hill Brigade killed two guards and allied militia and injured ten.",
            ["Red Hill Brigade"],
        ),
        ("Once the rebel threat has been reduced or eliminated, farming will resume.", []),
        ("Men destroy rebels mill killing two", []),
        ("Two rebel targets were hit.", []),
        ("The shells that fell on the mill came from the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("Red Hill Brigade fighters shoot dead two guards.", ["Red Hill Brigade"]),
        ("Norway rebels shelled a mill.", ["rebels"]),
        ("The mayor blamed the Americans for the raid.", ["United States"]),
        ("The Jaysh Al-Noor militia shelled a mill.", ["Jaish Al-Noor"]),
        ("The Red Hill Brigade said it had begun an offensive.", []),
        ("Of the stores held by rebels one post was among those hit on Friday.", []),
        ("The army killed ten men of a rebel group in air strikes conducted in the south.", ["government"]),
        ("Rebels who are camped in the hills shelled a mill.", ["rebels"]),
        ("The army push for a rebel enclave killed two.", ["government"]),
        # words of blame, claim and the lack of it
        ("It was not immediately clear who was responsible.", ["unknown"]),
        (
            "It was not clear who shelled the mill, but the parish accused rebels of the attack.",
            ["rebels", "unknown"],
        ),
        (
            "The envoy was on Monday quiet, but rebels were on Monday accused of shelling the mill.",
            ["rebels"],
        ),
        ("The parish blamed rebels for the incident.", ["rebels"]),
        ("The parish accused rebels and the Red Hill Brigade of hiding grain.", []),
        ("The parish accused rebels of breaking the cease-fire.", []),
        ("The Red Hill Brigade claimed to have killed two soldiers.", ["Red Hill Brigade"]),
        ("Rebels fighting the army claimed responsibility.", ["rebels"]),
        ("No known group or individual has claimed responsibility.", ["unknown"]),
        ("The parish has not yet assigned responsibility for the raid.", ["unknown"]),
        ("If rebels had not killed the guards the raid would have failed.", []),
    ],
)
def test_who_did_it_and_who_is_only_named(text: str, names: list[str]) -> None:
    assert sorted({name for name, _, _ in blames(text)}) == names


@pytest.mark.parametrize(
    "text",
    [
        "Nine carters died in air strikes on a mill held by rebels.",
        "The shells hit a checkpoint of the army.",
        "The video was published by the Red Hill Brigade.",
        "The town is ruled by the Red Hill Brigade.",
        "Forces backed by Russian warplanes entered the town.",
    ],
)
def test_who_holds_or_suffers_is_no_culprit(text: str) -> None:
    assert blames(text) == []


def test_a_general_word_beside_a_name_is_the_name() -> None:
    names = [
        a.name for a in find_actors("Militants from the Red Hill Brigade and Islamic State fighters met.")
    ]
    assert names == ["Red Hill Brigade", "IS"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jeish al-Islam fired at a ferry.", "Jaish al-Islam"),
        ("The Army of Conquest fired at a ferry.", "Jaish al-Fatah"),
        ("Nureddin al-Zinki fired at a ferry.", "Nour al-Din al-Zenki"),
        ("The Dara al-Lanur brigade fired at a ferry.", "Dara al-Lanur brigade"),
        ("Port Vale NANA-Terrorist groups fired at a ferry.", "terrorists (unnamed)"),
    ],
)
def test_one_party_has_one_name_however_it_is_spelt(text: str, name: str) -> None:
    assert [a.name for a in find_actors(text)] == [name]


@pytest.mark.parametrize(
    ("deed", "names"),
    [
        ("the Egyptian army and police shot at them", ["Egypt", "Egypt"]),
        ("the Egyptian military and intelligence services arm them", ["Egypt", "Egypt"]),
        ("Egyptian jets and the police shot at them", ["Egypt", "Sudanese government"]),
        ("Egyptian jets and Sudanese troops shot at them", ["Egypt", "Sudanese government"]),
    ],
)
def test_arms_that_are_named_together_are_of_one_state(deed: str, names: list[str]) -> None:
    found = find_actors(f"Fighting went on in northern Sudan. Witnesses said {deed}.")
    assert [a.name for a in found] == names


def test_the_country_in_which_a_text_plays_gives_bare_government_its_name() -> None:
    text = (
        "Fighting went on in northern Sudan. The government said its army advanced. Egyptian jets flew over."
    )
    assert home_country(text) == "Sudanese"
    assert [a.name for a in find_actors(text)] == ["Sudanese government", "Sudanese government", "Egypt"]


def test_the_most_telling_word_names_the_event() -> None:
    text = "The attack with a car bomb"
    event = main_event(find_events(text, 0, len(text)))
    assert event is not None
    assert event.kind == "bombing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen of the Sons of the Reef stormed the jail killing 16 guards.",
            [("Sons of the Reef", "subject of the attack", False)],
        ),
        (
            "Fifteen soldiers were killed in clashes with the Red Hill Brigade.",
            [],
        ),
        (
            "The defence ministry denied that its aircraft had bombed the town.",
            [("government", "denied by itself", True)],
        ),
        ("The defence ministry denied that any soldiers had been killed.", []),
        ("Four rebels were killed while fighting in Velgrad.", []),
        ("Jets hit a mill held by rebels killing ten people.", []),
        ("It was unclear whether rebels or gunmen carried out the attack.", [("unknown", "nobody known", False)]),
        (
            "Mortar fire from rebels hurt 33 weavers.",
            [("rebels", "agent of the attack", False)],
        ),
    ],
)  # fmt: skip
def test_doers_are_told_from_those_done_to(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert blames(text) == expected


def test_a_raid_of_those_who_seize_is_no_air_raid() -> None:
    on_foot = main_event(find_events("Thirty officers were detained in a raid on the barracks.", 0, 56))
    flown = main_event(find_events("Nine people were killed in a raid on the market.", 0, 48))
    assert on_foot is not None
    assert flown is not None
    assert (on_foot.kind, flown.kind) == ("ground_attack", "airstrike")
