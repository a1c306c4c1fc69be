"""Speech that goes on: quotations over paragraphs, voices over sentences, hearsay over what it is about."""

import pytest

from whence.model.report import Block, Report
from whence.model.statement import Aspect, Count, Statement
from whence.read.blocks import split_blocks
from whence.read.rules import RuleReader
from whence.read.stance import stance_of


def read(
    *paragraphs: str, title: str = "News of the day", outlet: str = "Meridia Gazette"
) -> list[Statement]:
    text = "\n\n".join((title, *paragraphs))
    head = Block(0, len(title), "title")
    blocks = (head, *(b for b in split_blocks(text) if b.start > len(title)))
    return list(RuleReader().read(Report("r", "r", text, "", title=title, outlet=outlet, blocks=blocks)))


def chain(statements: list[Statement], number: int) -> list[str]:
    (found,) = [
        s
        for s in statements
        if isinstance(s.value, Count) and number in (s.value.amount.lower, s.value.amount.upper)
    ]
    return [h.voice.refers or h.voice.name for h in found.hops]


def test_paragraphs_quoted_without_marks_are_the_speakers_until_the_writer_goes_on() -> None:
    found = read(
        "A former driver told the Velgrad Post:",
        "We lost everything that night. The shells killed 11 men of our street. …",
        "Another 14 men were killed in the market.",
        "They killed 17 men at the bridge on the next day.",
        "Meanwhile, 19 men were killed in Port Vale in a raid on Friday.",
    )
    assert [chain(found, n) for n in (11, 14, 17)] == [["the Velgrad Post", "A former driver"]] * 3
    assert chain(found, 19) == []


def test_a_marked_quotation_goes_on_in_the_next_paragraph() -> None:
    found = read(
        "Ana Berg, a nurse in Velgrad, said: “The shells killed 11 men of our street.”",
        "“They killed 17 men at the bridge on the next day, and nobody came.”",
    )
    assert chain(found, 11) == chain(found, 17) == ["Ana Berg"]


def test_hearsay_before_a_colon_hedges_the_paragraph_that_it_opens() -> None:
    (found,) = read(
        "There were claims that a convoy of trucks:",
        "carried 1,200 mortar shells to the rebels.",
    )
    assert (found.aspect, found.stance) == ("materiel", "hedges")


def test_another_attack_in_the_next_sentence_is_the_outlets_own_word() -> None:
    found = read(
        "A police source said a rocket killed 11 people in Velgrad. Another rocket killed 14 people in Port Vale."
    )
    assert chain(found, 11) == ["A police source"]
    assert chain(found, 14) == []


def test_what_the_writer_recalls_of_other_years_is_his_own() -> None:
    found = read(
        "A monitor said a raid killed 11 people in Velgrad. In March 2011 a raid there killed 14 people."
    )
    assert chain(found, 11)
    assert chain(found, 14) == []


def test_a_figure_of_the_headline_has_the_headlines_voice_in_the_body() -> None:
    found = read(
        "A raid killed 28 people in Velgrad on Monday.",
        title="Raid kills 28 in Velgrad: Norland Rights Monitor",
    )
    assert chain(found, 28) == ["Norland Rights Monitor"]


def test_the_source_behind_a_medium_is_named_for_the_same_figure() -> None:
    found = read(
        "Shells killed 11 people in Velgrad on Monday, NANA News Agency reported.",
        "A police source told NANA News Agency that 11 people were killed in Velgrad.",
    )
    assert {tuple(h.voice.name for h in s.hops) for s in found if s.aspect == "killed"} == {
        ("NANA News Agency", "A police source")
    }


def test_the_speaker_behind_a_quotation_is_the_name_at_the_end() -> None:
    found = read('"A blast killed 11 people" in the home town of President Omar Berg said Talal Daw.')
    assert chain(found, 11) == ["Talal Daw"]


@pytest.mark.parametrize(
    ("words", "aspect", "stance"),
    [
        ("Jets believed to be Ostian killed ten people", "killed", "states"),
        ("Jets believed to be Ostian killed ten people", "responsible", "hedges"),
        ("Suspected army raids killed ten people", "killed", "states"),
        ("Suspected army raids killed ten people", "responsible", "hedges"),
        ("Ten people were feared dead after the army bombed the town", "killed", "hedges"),
        ("Ten people were feared dead after the army bombed the town", "responsible", "states"),
        ("The army allegedly killed ten people", "killed", "hedges"),
        ("There are reports that ten people were killed", "killed", "hedges"),
        ("The army is the likely maker of the gas attack that killed ten people", "killed", "states"),
        ("The base was allegedly used for a gas attack that killed ten people", "killed", "states"),
        ("The army allegedly has struck the camp killing ten people", "killed", "states"),
        ("The army allegedly has struck the camp killing ten people", "responsible", "hedges"),
        ("It’s claimed that ten people were killed", "killed", "hedges"),
        ("The claim that the army killed ten lacks credibility", "responsible", "denies"),
        ("An army source did not deny that ten people were killed", "killed", "states"),
        ("The army rejected a plea to end the raids that killed ten people", "killed", "states"),
        ("The army rejected the claim that it killed ten people", "responsible", "denies"),
    ],
)
def test_doubt_reaches_what_it_is_about(words: str, aspect: Aspect, stance: str) -> None:
    assert stance_of(words, 0, len(words), (), aspect)[0] == stance
