"""Speakers in texts that lost their commas: whose words ran into a name, a place or a clause before them."""

import pytest

from whence.model.report import Block, Report
from whence.read.attribution import chain_for, find_attributions
from whence.read.rules import RuleReader


def report(body: str, title: str = "") -> Report:
    text = f"{title}\n\n{body}" if title else body
    blocks = (Block(0, len(title), "title"), Block(len(title) + 2, len(text), "body")) if title else ()
    return Report("r", "", text, "", title=title, outlet="Meridia Gazette", blocks=blocks)


def chain(body: str, quote: str) -> list[str]:
    r = report(body)
    start = r.text.index(quote)
    return [h.voice.name for h in chain_for(find_attributions(r), start, start + len(quote))]


@pytest.mark.parametrize(
    ("body", "quote", "want"),
    [
        (
            "Mayor Ana Berg came to the quay. We miss the six ferrymen killed in Port Vale Berg said.",
            "six ferrymen",
            ["Berg"],
        ),
        (
            "Ana Berg our correspondent in east Velgrad reported that ten people had died.",
            "ten people",
            ["Ana Berg"],
        ),
        ("According to the Observatory Ostia has lost ten men.", "lost ten men", ["the Observatory"]),
        (
            "Six smugglers died including one of the pilots who is nicknamed Old Daw the source confirmed.",
            "Six smugglers died",
            ["the source"],
        ),
        ("Harbour and media sources said that ten people died.", "ten people died", ["media sources"]),
        (
            "The brawl was between the Dawn Front which is hiring divers and carters the Velm Monitor said.",
            "The brawl",
            ["the Velm Monitor"],
        ),
        (
            "Raids killed 20 in the Dar area of Harrow Velm Live Network (VLN) reported.",
            "Raids killed 20",
            ["Velm Live Network"],
        ),
        (
            "According to the militia group Namar more than 30 rebels died.",
            "30 rebels",
            ["the militia group Namar"],
        ),
        ("US officials said that ten people died.", "ten people", ["US officials"]),
        (
            "The Inspectorate of Mines in west Harrow said ten died.",
            "ten died",
            ["The Inspectorate of Mines in west Harrow"],
        ),
        ("The raids killed according to the latest toll 44 people.", "44 people", []),
        (
            "The monitor put losses low while local historian Omar Daw placed the death toll of the mutiny at 64.",
            "toll of the mutiny at 64",
            ["local historian Omar Daw"],
        ),
    ],
)
def test_the_speaker_is_told_from_what_ran_into_him(body: str, quote: str, want: list[str]) -> None:
    assert chain(body, quote)[-1:] == want


@pytest.mark.parametrize(
    "sentence",
    [
        "Jets are believed responsible for the raid on a mill held by Dawn Front fighters which killed ten people.",
        "Barges were thought to be held by Dawn Front fighters when ten people died.",
        "A massive blast claimed by the Dawn Front killed ten people.",
    ],
)
def test_who_is_told_of_behind_by_is_no_speaker(sentence: str) -> None:
    assert chain(sentence, "ten people") == []


def test_one_source_may_be_the_sources_told_of_before() -> None:
    r = report("Military sources told NANA that the camp fell. Ten men died according to the source.")
    start = r.text.index("Ten men died")
    hops = chain_for(find_attributions(r), start, start + 12)
    assert hops[-1].voice.refers == "Military sources"


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("The army said that the raid hit the town causing no injuries.", "states"),
        ("A raid killed ten people. It was not known who carried out the raid, the monitor said.", "states"),
        (
            "A raid killed ten people. It was unclear whether the army carried out the raid, the monitor said.",
            "hedges",
        ),
    ],
)
def test_what_is_said_firmly_although_nothing_is_known(body: str, stance: str) -> None:
    firm = [
        s
        for s in RuleReader().read(report(body, "News of the day"))
        if s.aspect in ("killed", "injured", "responsible")
    ]
    told = {s.stance for s in firm if s.aspect == "responsible"} or {s.stance for s in firm}
    assert told == {stance}
