"""Names of persons: what is caught is measured on our own labelled paragraphs, and the figures stand in the docs."""

from itertools import pairwise
from pathlib import Path

import pytest
from bench.masking import measure
from hypothesis import given
from hypothesis import strategies as st

from whence.model.report import Report
from whence.read.persons import find_persons

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def report(text: str, byline: str = "") -> Report:
    return Report("r1", "r1", text, "sha256:0", byline=byline)


def test_most_private_names_are_caught_and_most_masks_are_right() -> None:
    got = measure()
    assert got["caught"][0] / got["caught"][1] >= 0.9
    assert got["right"][0] / got["right"][1] >= 0.9
    assert got["left clear"][0] / got["left clear"][1] >= 0.85


def test_the_documented_figures_are_the_measured_ones() -> None:
    doc = (ROOT / "docs/masking.md").read_text("utf8")
    for name, (part, whole) in measure().items():
        assert f"| {name} | {part} of {whole} |" in doc, (
            f"docs/masking.md should say {name}: {part} of {whole}"
        )


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Mayor Ruta Balan said the bridge was gone.", True),
        (
            '"It was aimed at homes" said Ruta Balan the Harrow National Council\'s (HNC) vice-president.',
            True,
        ),
        ("Leading opposition figure Ruta Balan said on Monday that 40 had died.", True),
        ("Senior hospital nurse Ruta Balan said on Monday that 40 had died.", False),
        ("Ruta Balan, the mayor of Dorn, said the bridge was gone.", True),
        ("Ruta Balan director of the Lake Observatory said the bridge was gone.", True),
        ("Ruta Balan, head of the Dorn hospital, said the bridge was gone.", False),
        ("Ruta Balan, a nurse, said the bridge was gone.", False),
        ("The minister said a nurse named Ruta Balan had died.", False),
    ],
)
def test_an_office_makes_a_name_public(text: str, public: bool) -> None:
    found = find_persons(report(text), frozenset())
    assert [(f.span.quote, f.public) for f in found] == [("Ruta Balan", public)]


def test_a_name_before_a_kunya_is_withheld_with_it() -> None:
    text = "Forty died, according to media activist Harun Abu Salma, who filmed it. The Orlan Brigade Abu Salma left."
    assert next(p.span.quote for p in find_persons(report(text), frozenset())) == "Harun Abu Salma"


def test_a_surname_alone_follows_the_full_name() -> None:
    text = "Adel Mansour fled. Mansour has four children. They live in Mansour."
    found = find_persons(report(text), frozenset())
    assert [(f.span.start, f.name) for f in found] == [(0, "Adel Mansour"), (19, "Adel Mansour")]


def test_a_shared_surname_alone_is_masked() -> None:
    text = "Governor Omar Mansour spoke. Adel Mansour, a baker, wept. Mansour left."
    found = find_persons(report(text), frozenset())
    assert [f.public for f in found] == [True, False, False]


def test_an_author_is_public() -> None:
    found = find_persons(report("Adel Mansour saw the smoke.", byline="By Adel Mansour"), frozenset())
    assert [f.public for f in found] == [True]


@pytest.mark.parametrize(
    "text",
    ["Human Rights Forum said so.", "He went to Khalid Street.", "Smoke rose over Omar Market and Saint Orlan Bridge.",
     "The Vesharan Army said on Monday.", "Lake Television reported from Upper Dorn."],
)  # fmt: skip
def test_places_and_organisations_are_no_persons(text: str) -> None:
    assert find_persons(report(text), frozenset()) == ()


@given(st.text(max_size=400))
def test_any_text_gives_ordered_exact_spans(text: str) -> None:
    found = find_persons(report(text), frozenset({"Anton Veyra"}))
    assert all(text[f.span.start : f.span.end] == f.span.quote for f in found)
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "The army killed Okwar Dolwin and two of his brothers in Dorn, residents said.",
        "The police chief of Dorn said Okwar Dolwin was detained at a checkpoint.",
        "Gunmen kidnapped Okwar Dolwin near the house of the governor.",
        "The mother of Okwar Dolwin was hurt in Dorn.",
        "Okwar Dolwin's husband, a colonel, said that four had died.",
        "Okwar Dolwin, a clerk at the council of Dorn, said that four had died.",
        "Okwar Dolwin, not his real name, told of four dead.",
        "Four had died, said hospital director Okwar Dolwin.",
        "Four had died, said the director of the hospital in Dorn, Okwar Dolwin.",
        "It was the army that killed four people in Dorn, Okwar Dolwin alleged.",
    ],
)
def test_a_name_that_no_table_has_is_known_by_what_is_told_of_persons_only(text: str) -> None:
    found = find_persons(report(text), frozenset())
    assert [(f.span.quote, f.public) for f in found] == [("Okwar Dolwin", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors Without Borders said that four had died.",
        "The group Harrow Bleeding Quietly said that four had died.",
        "The shell killed four in Upper Dorn and two in Velky.",
        "Lake Dorn was hit on Monday.",
        "Fourteen Civilians Dead in Dorn.",
        "The Lake Front's fighters were killed in Upper Dorn.",
    ],
)
def test_what_is_no_person_is_taken_for_none(text: str) -> None:
    assert find_persons(report(text), frozenset()) == ()
