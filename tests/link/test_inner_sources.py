"""Voices inside a body, of two kinds at once, or in words that only describe a name; about made-up states."""

import pytest
from test_sources import OWN_ROWS, VOSTIA, resolve, rows

from whence.link.sources import SourceBook


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows([*rows("sources"), *rows("states"), *OWN_ROWS], rows("voices"))


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ("a source in the Vostian militia", "Vostian militia source"),
        ("a source within the town council", "town council source"),
        ("a source in Harrow", "source (unnamed)"),
        ("Local and medical sources", "local sources"),
        ("Security and local sources", "security source"),
        ("an activist network", "activists"),
        ("the activist-run Harrow News network", "Harrow News"),
    ],
)
def test_an_unnamed_source_is_told_by_the_body_or_its_first_kind(
    book: SourceBook, voice: str, name: str
) -> None:
    (source,) = resolve(book, VOSTIA, voice)
    assert source.name == name


def test_an_official_of_a_known_monitor_is_the_monitor(book: SourceBook) -> None:
    text = VOSTIA + "The Vostia Monitor counted nine. A driver died, the Monitor official said."
    assert resolve(book, text, "the Monitor official")[0].id == "vm"
    assert resolve(book, text, "the Harrow official")[0].id != "vm"


def test_who_sits_on_a_bodys_committee_speaks_for_the_body(book: SourceBook) -> None:
    text = VOSTIA + "Member of the Dawn Fronts political committee Talal Dari said so. Dari told more."
    assert resolve(book, text, "Talal Dari")[0].id == "front"


def test_the_news_outlet_is_the_only_one_that_the_report_names(book: SourceBook) -> None:
    text = VOSTIA + "A reporter of the Vostok Herald died, the news outlet said."
    assert resolve(book, text, "the news outlet")[0].id == "herald"


def test_a_surname_with_its_article_is_the_person_whom_the_report_introduced(book: SourceBook) -> None:
    text = VOSTIA + "The UN resident representative in Vostia Talal al-Dari spoke. Al-Dari said more."
    (source,) = resolve(book, text, "Al-Dari")
    assert source.name == "United Nations"
