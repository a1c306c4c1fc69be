"""Who speaks for a body without its name, and who names nobody: spokesmen, a state's people, powers, page furniture."""

import pytest
from test_sources import OWN_ROWS, VOSTIA, resolve, rows

from whence.link.sources import SourceBook


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows([*rows("sources"), *rows("states"), *OWN_ROWS], rows("voices"))


def test_a_spokesman_speaks_for_the_body_that_opens_the_sentence_before(book: SourceBook) -> None:
    text = (
        VOSTIA
        + " The Vostian Defence Ministry condemned the raid. Spokesman Talal Dari said ten people died."
    )
    (source,) = resolve(book, text, "Spokesman Talal Dari")
    assert source.id == resolve(book, text, "the Vostian Defence Ministry")[0].id
    assert any("follows on a sentence about" in r.words for r in source.reasons)


def test_a_spokesman_after_nobody_stays_himself(book: SourceBook) -> None:
    text = VOSTIA + " Three shells hit the mill in Harrow. Spokesman Talal Dari said ten people died."
    (source,) = resolve(book, text, "Spokesman Talal Dari")
    assert (source.kind, source.vague) == ("person", False)


def test_a_body_in_the_middle_of_the_sentence_before_is_not_his(book: SourceBook) -> None:
    text = (
        VOSTIA
        + " Rebels shelled a post of the Vostian Defence Ministry. Spokesman Talal Dari said ten people died."
    )
    assert resolve(book, text, "Spokesman Talal Dari")[0].kind == "person"


def test_a_states_people_are_not_its_government(book: SourceBook) -> None:
    people, side, state = resolve(book, VOSTIA, "Vostians", "the Vostians", "Vostia")
    assert (people.name, people.vague) == ("residents", True)
    assert side.id == state.id
    assert not state.vague


@pytest.mark.parametrize(
    "voice", ["Western powers", "world powers", "the West", "the international community"]
)
def test_powers_are_one_vague_kind(book: SourceBook, voice: str) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert (source.name, source.vague) == ("states", True)


@pytest.mark.parametrize("voice", ["Much", "Most", "Slideshow", "Infographic", "Related Dari"])
def test_quantities_and_furniture_name_nobody(book: SourceBook, voice: str) -> None:
    assert resolve(book, VOSTIA, voice)[0].vague


def test_an_official_channel_is_a_medium_and_no_official(book: SourceBook) -> None:
    (source,) = resolve(book, VOSTIA, "the Vostian government's official television")
    assert source.kind == "state media"
    assert resolve(book, VOSTIA, "a Vostian official")[0].kind != "state media"


def test_a_number_between_a_state_and_its_channel_makes_it_another_channel(book: SourceBook) -> None:
    state, other = resolve(book, VOSTIA, "Vostian television", "Vostian Channel 7 television")
    assert state.kind == "state media"
    assert other.id != state.id


def test_an_army_without_its_state_is_of_the_state_that_the_report_is_about(book: SourceBook) -> None:
    text = (
        "Vostia denied it. Vostian planes hit Harrow, rebels in Vostia said. A raid in Vostia in May, the "
        "Marlandic army said, hit nothing. The army denied any involvement."
    )
    assert "marlandic" not in resolve(book, text, "The army")[0].name.lower()


def test_whose_action_is_named_is_no_army_named(book: SourceBook) -> None:
    text = "Vostia agreed to avert Marlandic military action. Marland and Vostia met. The army denied any involvement."
    assert "marlandic" not in resolve(book, text, "The army")[0].name.lower()
    plain = "Vostia met Marland. The Marlandic military said so to Vostia. The army denied any involvement."
    assert resolve(book, plain, "The army")[0].name == "Marlandic military"


def test_who_was_hurt_is_a_vague_kind(book: SourceBook) -> None:
    assert resolve(book, VOSTIA, "Dozens of casualties")[0].vague


def test_a_people_before_a_calling_makes_no_second_person(book: SourceBook) -> None:
    told = resolve(book, VOSTIA, "Archbishop Talal Dari", "Druze Archbishop Talal Dari", "Talal Dari")
    assert len({s.id for s in told}) == 1


def test_a_body_of_no_table_bears_the_name_that_is_told_most(book: SourceBook) -> None:
    text = VOSTIA + " The Harrow Relief Council of the Lower Lake, the Harrow Relief Council said."
    told = resolve(book, text, "Harrow Relief Council", "the Harrow Relief Council", "Harrow Relief Council")
    assert {s.name for s in told} == {"Harrow Relief Council"}
