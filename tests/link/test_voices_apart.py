"""Voices that name a body and are not it: close to it, quoted by it, against it, once of it; another of its kind."""

from typing import Any

import pytest
from test_sources import OWN_ROWS, resolve, rows

from whence.link.sources import SourceBook

TEXT = (
    "In Vostia the Vostian army shelled a mill near Namar. The Vostia Monitor and the Dawn Front spoke of it."
)
ROWS: list[dict[str, Any]] = [
    *OWN_ROWS,
    {"key": "help", "name": "Help International", "kind": "organisation", "country": "MR", "aliases": ["Help"],
     "cite": "made up"},
    {"key": "dawn-paper", "name": "Dawn", "kind": "outlet", "country": "MR", "cite": "made up"},
]  # fmt: skip


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows(ROWS, rows("voices"))


@pytest.mark.parametrize(
    ("voice", "kind"),
    [
        ("a source close to the Vostia Monitor", "source (unnamed)"),
        ("activists linked to the Dawn Front", "activists"),
        ("a doctor quoted by the Vostia Monitor", "doctor"),
        ("a resident who spoke to the Vostia Monitor", "residents"),
        ("villagers living under the Dawn Front", "residents"),
        ("a website affiliated with the Dawn Front", "website"),
        ("a militia allied with the Vostian army", "militia"),
        ("supporters of the Dawn Front", "supporters"),
        ("a rival of the Dawn Front", "rivals"),
        ("a defector from the Vostian army", "deserters"),
        ("a former Dawn Front cook", "former cook"),
    ],
)
def test_who_is_told_by_a_body_is_not_that_body(book: SourceBook, voice: str, kind: str) -> None:
    (source,) = resolve(book, TEXT, voice)
    assert (source.id, source.vague) == (kind, True)
    assert any(voice in r.words for r in source.reasons)


@pytest.mark.parametrize(
    ("voice", "key"),
    [
        ("an activist with the Vostia Monitor", "vm"),
        ("Namar TV, close to the Dawn Front,", "namar tv"),
        ("forces loyal to the Vostian government", "vs-government"),
        ("the head of the Vostia Monitor", "vm"),
        ("the former Dawn Front", "front"),
    ],
)
def test_who_speaks_for_it_still_does(book: SourceBook, voice: str, key: str) -> None:
    assert [s.id for s in resolve(book, TEXT, voice)] == [key]


@pytest.mark.parametrize("voice", ["another monitor", "other monitors", "another Mar-based monitor"])
def test_another_of_a_kind_is_not_the_one_that_the_report_names(book: SourceBook, voice: str) -> None:
    (source,) = resolve(book, TEXT, voice)
    assert source.id != "vm"
    assert resolve(book, TEXT, "the monitor")[0].id == "vm"


def test_a_short_name_at_the_end_of_a_longer_one_is_not_meant(book: SourceBook) -> None:
    assert resolve(book, TEXT, "the Organisation for Social Help")[0].id == "organisation for social help"
    assert resolve(book, TEXT, "Namar-based Help")[0].id == "help"
    assert resolve(book, TEXT, "Dawn Front-affiliated accounts")[0].id not in ("dawn-paper", "front")


def test_bodies_whose_names_end_alike_are_not_one(book: SourceBook) -> None:
    names = [
        "the Namar Network for Human Rights",
        "Harrow Centre for Human Rights",
        "the Hill League for Women's Rights",
        "the Committee of Human Rights and Freedom",
    ]
    found = resolve(book, TEXT, *names)
    assert [s.name for s in found] == [n.removeprefix("the ") for n in names]
    assert [s.kind for s in found] == ["organisation"] * 4
    (person,) = resolve(book, TEXT, "human rights activist Karim Dallo")
    assert (person.id, person.kind) == ("karim dallo", "person")


@pytest.mark.parametrize(
    "voice",
    ["the Kurdish-led Dawn Front", "the Sunni-dominated Dawn Front", "the Marlandic-backed Dawn Front"],
)
def test_whose_a_known_body_is_said_to_be_changes_nothing(book: SourceBook, voice: str) -> None:
    assert resolve(book, TEXT, voice)[0].id == "front"
    assert resolve(book, TEXT, "the Kurdish Dawn Front")[0].id != "front"


def test_the_head_of_a_body_that_is_described_speaks_for_it(book: SourceBook) -> None:
    assert resolve(book, TEXT, "the Mar-based monitor's head")[0].id == "vm"
