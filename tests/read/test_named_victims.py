"""Single people who came to harm, told by name or office, and who is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Count
from whence.read.named_victims import find_victims
from whence.read.rules import RuleReader
from whence.read.text import make_report


def told(text: str) -> list[tuple[str, str]]:
    return [(v.aspect, v.count.amount.words) for v in find_victims(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Ana Moro was shot dead at her home.", [("killed", "Ana Moro")]),
        ("Ana Moro, the mayor of Toluma, was kidnapped on Monday.", [("detained", "Ana Moro")]),
        ("Meanwhile, judge Pavel Orten, a member of the court, was assassinated.", [("killed", "Pavel Orten")]),
        ("Ana Moro, 32, Pavel Orten and Lena Dorv were killed.",
         [("killed", "Ana Moro"), ("killed", "Pavel Orten"), ("killed", "Lena Dorv")]),
        ("The murder of harbour pilot Pavel Orten shocked Toluma.", [("killed", "Pavel Orten")]),
        ("He blamed them for murdering Lena Dorv, a nurse.", [("killed", "Lena Dorv")]),
        ("The governor of Osmara was wounded.", [("injured", "The governor")]),
        ("Lena Dorv, abducted on 3 May, was released.", [("detained", "Lena Dorv")]),
        ("Pavel Orten died when soldiers fired at his car.", [("killed", "Pavel Orten")]),
        ("Pavel Orten died in his sleep.", []),
        ("They threatened to kill Pavel Orten.", []),
        ("The bell was cast by Ana Moro, who was stabbed to death in June.", [("killed", "Ana Moro")]),
        ("The murder of Labour Minister Ana Moro was condemned.", [("killed", "Ana Moro")]),
        ("A bomb took the life of candidate Ana Moro.", [("killed", "Ana Moro")]),
        ("The gunmen shot Senator Ana Moro dead.", [("killed", "Ana Moro")]),
        ("Ana Moro's murder shocked the town.", [("killed", "Ana Moro")]),
        ("Among the dead was Ana Moro.", [("killed", "Ana Moro")]),
        ("Orten died and Dorv was seriously injured.", [("killed", "Orten"), ("injured", "Dorv")]),
        # lists: each of them is told
        (
            "Lena Dorv, Ivo Maren and Ana Salt died when a mine exploded.",
            [("killed", "Lena Dorv"), ("killed", "Ivo Maren"), ("killed", "Ana Salt")],
        ),
        (
            "Gunmen murdered Lena Dorv, lawyer Ivo Maren and Ana Salt in Toluma.",
            [("killed", "Lena Dorv"), ("killed", "Ivo Maren"), ("killed", "Ana Salt")],
        ),
        ("Gunmen killed Lena Dorv and Ivo Maren fled.", [("killed", "Lena Dorv")]),
        ("Gunmen killed Lena Dorv, Toluma police said.", [("killed", "Lena Dorv")]),
        ("In Toluma, Lena Dorv was shot dead.", [("killed", "Lena Dorv")]),
        # an article by hyphen is part of the name
        ("Samir al-Dorvi was martyred at dawn.", [("killed", "Samir al-Dorvi")]),
        ("The murder of Lena Dorv shocked the town.", [("killed", "Lena Dorv")]),
        ("In Kesra reporter Lena Dorv of the weekly Kesra Post was shot dead.", [("killed", "Lena Dorv")]),
        ("The blast left 30 injured a local source told Kesra News.", []),
        ("The band claimed to have executed Lena Dorv a cook.", [("killed", "Lena Dorv")]),
        ("The band wants to execute Lena Dorv.", []),
        ("Lena Dorv was among those killed.", [("killed", "Lena Dorv")]),
        ("Lena Dorv was one of the six killed.", [("killed", "Lena Dorv")]),
        ("Kelva's execution of prisoners was condemned.", []),
        ("Sunday's killing shook the town.", []),
        ("He was killed in Toluma.", []),
        ("Groups operating in Osmara and Kelva were killed in clashes.", []),
        ("One of the mutineers was killed.", []),
        ("Dozens were injured Saturday.", []),
        ("The rebels were killed.", []),
        ("The murder of the Osmarans goes on.", []),
        ("Kelva Front was blown up in the polls.", []),
    ],
)  # fmt: skip
def test_victims(text: str, victims: list[tuple[str, str]]) -> None:
    assert told(text) == victims


def test_a_role_before_the_name_is_the_group() -> None:
    text = "Gunmen shot dead journalist Lena Dorv."
    (victim,) = find_victims(text, 0, len(text))
    assert victim.count.group == "journalists"
    assert text[victim.start : victim.end] == "Lena Dorv"


def test_the_reader_tells_them_once_and_not_beside_a_number() -> None:
    text = "Gunmen killed Lena Dorv in Toluma on Monday, police said. Four people were killed in Kesra."
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text, published="2031-06-03"))
    killed = [
        s.value for s in RuleReader().read(report) if s.aspect == "killed" and isinstance(s.value, Count)
    ]
    assert [(v.amount.words, v.amount.lower) for v in killed] == [("Lena Dorv", 1), ("Four", 4)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two nuns, Lena Dorv and Ana Salt, were shot dead in Toluma.", ["Two"]),
        ("Gunmen shot dead two nuns, Lena Dorv and Ana Salt.", ["two"]),
        ("A nun, Lena Dorv, and Ivo Maren were shot dead.", ["A", "Ivo Maren"]),
    ],
)
def test_names_that_a_number_counts_are_told_once(text: str, words: list[str]) -> None:
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text, published="2031-06-03"))
    told = [s.value for s in RuleReader().read(report) if isinstance(s.value, Count)]
    assert sorted(v.amount.words for v in told) == sorted(words)


@given(st.text(alphabet="AaBb ,.wasked killed of in The\n", max_size=200))
def test_places_are_exact_whatever_the_text(text: str) -> None:
    for victim in find_victims(text, 0, len(text)):
        assert 0 <= victim.cue_start <= victim.start < victim.end <= len(text)
        assert " ".join(text[victim.start : victim.end].split()) == victim.count.amount.words
