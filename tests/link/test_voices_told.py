"""Voices told by a side, a seat, a kind or an office: a careful reader's answer, on sentences about made-up states."""

import pytest
from test_sources import OWN_ROWS, VOSTIA, resolve, rows

from whence.link.sources import SourceBook


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows([*rows("sources"), *rows("states"), *OWN_ROWS], rows("voices"))


@pytest.mark.parametrize(
    ("voice", "key"),
    [
        ("rebel-backer Mar", "mr-government"),
        ("Vostian health officials", "vostian health officials"),
        ("Vostian popular defence forces", "vostian popular defence forces"),
        ("a source at Harrow Governorate", "harrow governorate source"),
        ("a source at Harrow province", "harrow governorate source"),
    ],
)
def test_what_stands_by_a_states_name_may_be_another_body(book: SourceBook, voice: str, key: str) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert (source.id, source.vague) == (key, False)


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ("Dawn Front supporters on social media", "Dawn Front supporters"),
        ("the local authorities", "local authorities"),
        ("a local official", "local official"),
        ("a source in Harrow", "source (unnamed)"),
        ("the forces", "forces"),
        ("health officials", "health officials"),
        ("hospital officials", "medical source"),
    ],
)
def test_people_near_a_body_are_not_that_body(book: SourceBook, voice: str, name: str) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert (source.name, source.vague) == (name, True)


def test_a_text_that_names_no_state_is_about_the_one_whose_capital_it_names(book: SourceBook) -> None:
    told = "Shells hit the centre of Vostok City. "
    assert resolve(book, told, "state media")[0].id == "vs-state-media"
    assert resolve(book, told + "Marland sent help.", "state media")[0].id == "mr-state-media"


def test_a_word_that_spells_a_states_acronym_is_no_state(book: SourceBook) -> None:
    assert resolve(book, "Car bomb kills two in Vostia.", "state media")[0].id == "vs-state-media"
    assert resolve(book, "Troops left CAR on Monday.", "the army")[0].id == "cf-military"


def test_local_media_are_the_only_medium_of_the_state_that_the_report_names(book: SourceBook) -> None:
    named = VOSTIA + "According to VNA the shells fell at noon."
    assert resolve(book, named, "local media")[0].id == "vna"
    assert resolve(book, named, "other media reports")[0].vague
    assert resolve(book, VOSTIA + "A picture provided by VNA shows smoke.", "local media")[0].vague
    assert resolve(book, named + " The Vostok Herald reported nine.", "local media")[0].vague
    broadcast = VOSTIA + "The Vostian state broadcaster showed smoke."
    assert resolve(book, broadcast, "local media")[0].id == "vs-state-television"


def test_the_opposition_is_of_the_state_whose_bodies_the_report_names(book: SourceBook) -> None:
    text = "Marland's jets struck Vostia. Marland denied it. Marlandic jets left Marland. The Vostian army fled Vostia."
    assert resolve(book, text, "opposition officials")[0].id == "vostian opposition"


def test_a_ministry_in_a_capital_is_that_states(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA + "It was Vostia's own affair.", "The defence ministry in Mar")
    assert source.id == "mr-defence-ministry"


def test_an_acronym_is_the_only_name_of_the_report_with_its_initials(book: SourceBook) -> None:
    text = "The Harrow Nurses' Association counted nine. The HNA said so."
    assert resolve(book, text, "The HNA")[0].name == "Harrow Nurses' Association"
    two = text + " The Hill Neighbours Alliance did not."
    assert resolve(book, two, "The HNA")[0].name == "HNA"
    assert resolve(book, "The House of Arts burnt. HA said so.", "HA")[0].name == "HA"


def test_a_known_sources_paper_tells_what_the_source_tells(book: SourceBook) -> None:
    text = VOSTIA + "The Vostia Monitor counted nine. The Monitor report names two."
    assert [s.id for s in resolve(book, text, "the Monitor report", "Vostia Monitor figures")] == ["vm", "vm"]
    assert resolve(book, text, "the Harrow report")[0].id != "vm"
