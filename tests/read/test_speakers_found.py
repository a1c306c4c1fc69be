"""Who speaks, in ways of telling that fresh reports showed missing; the country does not exist."""

import pytest

from whence.model.report import Block, Report
from whence.read.attribution import chains_for, find_attributions
from whence.read.rules import RuleReader


def voices(body: str, quote: str) -> list[list[str]]:
    report = Report(id="r", label="", text=body, text_digest="", title="", outlet="Meridia Gazette")
    start = body.index(quote)
    found = chains_for(find_attributions(report), start, start + len(quote))
    return [[h.voice.refers or h.voice.name for h in chain] for chain in found]


@pytest.mark.parametrize(
    ("body", "quote", "chain"),
    [
        # people told of stand before "said" as speakers would
        ("The raid killed at least 12 civilians said the Vale Observatory.", "12 civilians", ["the Vale Observatory"]),
        ("Among the dead were nine women said Ana Berg.", "nine women", ["Ana Berg"]),
        # a speaker of its own beside "with"
        ("Shells hit the port with state media saying two people died.", "two people died", ["state media"]),
        ("The week ended with the opposition accusing the army of a raid.", "a raid", ["the opposition"]),
        # who is accused is no speaker; what was claimed is not told by who claims it
        ("Norland has blocked the talks blaming the raid on rebels.", "the raid", ["Norland"]),
        ("The blast killed 57 people and was claimed by the Dawn Front.", "57 people", []),
        # joined with what a text without commas lost
        ("The bomb hit the port a day after the council accused the army of a raid.", "a raid", ["the council"]),
        ("Tanks shot at Ostia killing four residents said a day after rights groups said 80 died.", "80 died",
         ["rights groups"]),
        ("In a related development other media outlets stated that ten died.", "ten died", ["other media outlets"]),
        ("Guards came from the south Daw said.", "Guards came", ["Daw"]),
        # nouns that belong to the speaker
        ("A war monitor said ten people died.", "ten people died", ["A war monitor"]),
        ("A medical source at the town hospital said ten died.", "ten died", ["A medical source at the town hospital"]),
        ("Omar Daw of the Vale Relief search and rescue outfit said ten died.", "ten died",
         ["Vale Relief search and rescue outfit"]),
        ("Ten died said Omar Daw of the Vale Observatory.", "Ten died", ["Vale Observatory"]),
        ("Jets hit a market in Ostia Omar Bel Daw told Vale Agency.", "Jets hit", ["Vale Agency", "Omar Bel Daw"]),
        ("Shells hit it the Doctor's Union a group of medics that runs clinics in the east said.", "Shells hit",
         ["the Doctor's Union"]),
        ("She was shot while buying bread for her mother Vale Watch said.", "She was shot", ["Vale Watch"]),
        ("Jets hit parts of Ostia said Omar Daw director of the Vale Observatory a Norland-based monitor.", "Jets hit",
         ["Vale Observatory"]),
        ("Norland Video Suspected rebel raids hit several towns.", "rebel raids", []),
        # tolls and claims
        ("A war monitor on Monday raised the death toll from the raid to 61.", "61", ["A war monitor"]),
        ("They cried, the clinic said in a statement putting the death toll at 70.", "70", ["the clinic"]),
        ("States answered the claim by activists that 640 people died.", "640 people", ["activists"]),
        ("The ministry did not say who was behind the attack.", "behind the attack", ["The ministry"]),
        # one speaker inside another's words
        ("Ana Berg said activists have documented ten dead.", "ten dead", ["Ana Berg", "activists"]),
        ("The U.N. condemned it. The U.S. says it believes jets did it.", "jets did it", ["U.S."]),
        # who is meant
        ("Ten died said Vale Observatory director Omar Daw. Six were hurt he said.", "Six were hurt",
         ["Vale Observatory"]),
        ("The Blue Helmets said eight died. The group said five were found.", "five were found", ["Blue Helmets"]),
        ("NANA news agency reported it. Ten rebels died the source added.", "Ten rebels", ["NANA news agency"]),
        ("The Vale Relief Society said two died. Two more died the charity said.", "Two more",
         ["Vale Relief Society"]),
        ("The Norland-led coalition said ten died. The alliance said six were hurt.", "six were hurt",
         ["Norland-led coalition"]),
        ("A military source told NANA that ten died. In Ostia the military source said six were hurt.", "six",
         ["NANA", "the military source"]),
    ],
)  # fmt: skip
def test_the_speaker_is_found(body: str, quote: str, chain: list[str]) -> None:
    assert [c for c in voices(body, quote) if c] == ([chain] if chain else [])


def test_how_long_somebody_waited_is_nobody() -> None:
    body = "Nobody who waited for so long may say now that he had not known. Six died."
    assert voices(body, "Six died") in ([], [[]])
    assert not [c for c in voices(body, "he had not known") if c]


def test_local_media_are_not_the_media_told_of_before() -> None:
    body = "Regime media said ten died. Six were hurt local media said. Two were freed the media said."
    assert voices(body, "Six were hurt") == [["local media"]]
    assert voices(body, "Two were freed") == [["Regime media"]]


def test_a_network_of_contacts_carries_nothing() -> None:
    body = "Six died said the Vale Observatory a group with a network of contacts inside Ostia."
    assert voices(body, "Six died") == [["the Vale Observatory"]]


def test_who_is_named_after_an_opening_without_a_name_is_the_same() -> None:
    body = "Ten died a hospital official said. Jets hit the ward Ana Berg told Vale Agency. Six were hurt she said."
    assert voices(body, "Jets hit the ward") == [["Vale Agency", "hospital official"]]
    assert voices(body, "Six were hurt") == [["Vale Agency", "hospital official"]]


def test_of_several_who_spoke_each_goes_on_alone() -> None:
    body = "The bombs hit the port, state television and news agency NANA said blaming rebels for the raids."
    assert sorted(voices(body, "rebels for the raids")) == [["news agency NANA"], ["state television"]]


def test_a_part_of_a_name_is_no_verb() -> None:
    assert voices("Jets killed nine men of the Free State group a monitor said.", "nine men") == [
        ["a monitor"]
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Norland army or rebel shelling killed ten people in Ostia a monitor said.", "hedges"),
        ("The raid was carried out either by the army or Norlandian warplanes.", "hedges"),
        ("Jets thought to belong to the Norland army struck Ostia.", "hedges"),
        ("Norland army shelling killed ten or twelve people in Ostia.", "states"),
        ("The Norland army shelled Ostia or what was left of it.", "states"),
    ],
)
def test_one_of_two_parties_is_named_without_being_sure(sentence: str, stance: str) -> None:
    report = Report(
        "r", "r", sentence, "", title="", outlet="Veritas", blocks=(Block(0, len(sentence), "body"),)
    )
    found = [s for s in RuleReader().read(report) if s.aspect == "responsible"]
    assert found
    assert {s.stance for s in found} == {stance}


def test_a_cause_that_nobody_could_confirm_leaves_the_toll_stated() -> None:
    text = "Raids left 50 people wounded according to the Observatory which could not confirm the cause."
    report = Report("r", "r", text, "", title="", outlet="Veritas", blocks=(Block(0, len(text), "body"),))
    assert [s.stance for s in RuleReader().read(report) if s.aspect == "injured"] == ["states"]
