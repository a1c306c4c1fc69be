"""Names of one bearer, and of two: parts paired, what is left over weighed, every score with its reasons."""

from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from whence.link.name_match import MAY_BE, ONE, match_names
from whence.link.name_parts import cut_name
from whence.link.name_words import NameWords
from whence.link.spellings import join_names
from whence.model.errors import UsageError

RESOURCES = Path(__file__).parents[2] / "src" / "whence" / "resources"
Kind = Literal["person", "organisation"]


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((RESOURCES / f"{name}.yaml").read_text("utf8"))
    return loaded


WORDS = NameWords.from_rows([*rows("names"), *rows("states")])

ONE_PERSON = [
    ("Karim Dallo", "KARIM DALLO"), ("Karim Dallo", "Dr. Karim Dallo"), ("Karim Dallo", "كريم دالو"),
    ("Karim Dallo", "Dallo, Karim"), ("Abd al-Rahman Tolvi", "Abdurrahman Tolvi"), ("Jon-ha Reth", "Jonha Reth"),
    ("Orlan Velk Tarso", "Orlan Tarso"), ("Karim bin Yusuf Dallo", "Karim ibn Yousef Dallo"),
    ("Orlan Orlan Velk", "Orlan Velk"), ("Mahmoud Tolvi", "Mahmud Tolvi"),
]  # fmt: skip
MAYBE_ONE_PERSON = [
    ("K. Dallo", "Karim Dallo"), ("Bill Orvane", "William Orvane"), ("Juan Orvane", "John Orvane"),
    ("Orlan Velk", "Orlan Verk"), ("Ahmad Khalid Hassan", "Ahmad Hassan"), ("Ahmad Hasan", "Hasan Ahmad"),
    ("Wasil Tekrov", "Vasil Dekrov"),
]  # fmt: skip
TWO_PERSONS = [
    ("Karim Dallo", "Yusuf Dallo"), ("Karim Dallo", "Karim Tarso"), ("K. Dallo", "Y. Dallo"), ("Dallo", "Karim Dallo"),
    ("Karim bin Yusuf", "Yusuf bin Karim"), ("Karim Yusuf Dallo", "Karim Hamza Dallo"), ("한지우", "한지민"),
    ("Ali Tarso", "Eli Dallo"), ("Viktor Velk", "Vladimir Velk"), ("Hassan Velk", "Hussein Velk"),
]  # fmt: skip
ONE_BODY = [
    ("Tolvi Steel Ltd.", "TOLVI STEEL LIMITED"),
    ("Tolvi Steel GmbH", "Tolvi Steel Gesellschaft mit beschränkter Haftung"),
    ("The Vostian Harvest Organisation", "Vostian Harvest Organization"), ("OOO Tolvi", "Tolvi o.o.o."),
    ("First Orvane Bank", "1st Orvane Bank"), ("Orvane Bank Int'l", "Orvane International Bank"),
    ("U.S. Tolvi Council", "United States Tolvi Council"), ("T.O.V. Partners", "TOV Partners"),
]  # fmt: skip
MAYBE_ONE_BODY = [
    ("Orvane Rescue Tarso", "ORT"), ("Orvantex Steel", "Orvamtex Steel"), ("Orvane", "Orvane Holdings Europe"),
]  # fmt: skip
TWO_BODIES = [
    ("Tolvi Fund II", "Tolvi Fund III"), ("Tolvi Fund", "Tolvi Fund II"), ("Tolvi Railway", "Tolvi Railroad"),
    ("Bank of Orvane (Chad)", "Bank of Orvane (Mali)"), ("TVP", "TVB"), ("YPT", "Yapet"), ("Tolvi Steel", "Tolvi Oil"),
    ("Management Company", "Orvane Management Company"), ("TVC International", "TVC Company"),
    ("Tolvi 2007-A1", "Tolvi 2007-A2"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "pairs", "least", "below"),
    [
        ("person", ONE_PERSON, ONE, 1.01),
        ("person", MAYBE_ONE_PERSON, MAY_BE, ONE), ("person", TWO_PERSONS, 0.0, MAY_BE),
        ("organisation", ONE_BODY, ONE, 1.01), ("organisation", MAYBE_ONE_BODY, MAY_BE, ONE),
        ("organisation", TWO_BODIES, 0.0, MAY_BE),
    ],
    ids=["one person", "perhaps one person", "two persons", "one body", "perhaps one body", "two bodies"],
)  # fmt: skip
def test_the_tables(kind: Kind, pairs: list[tuple[str, str]], least: float, below: float) -> None:
    scores = {(a, b): match_names(a, b, kind, WORDS).score for a, b in pairs}
    assert {pair: s for pair, s in scores.items() if not least <= s < below} == {}


def test_every_score_has_its_reasons() -> None:
    match = match_names("Dr K. Yusuf Dalo", "Karim Dallo", "person", WORDS)
    assert {r.rule for r in match.reasons} == {"initial", "same sound", "set aside", "only in one"}
    assert all(r.words for r in match.reasons)
    apart = match_names("Karim bin Yusuf", "Yusuf bin Karim", "person", WORDS)
    assert "son and father" in {r.rule for r in apart.reasons}


def test_an_organisation_is_cut_from_its_legal_form() -> None:
    cut = cut_name("PT. Tolvi & Orvane Sdn. Bhd.", "organisation", WORDS)
    assert [p.text for p in cut.parts] == ["tolvi", "orvane"]
    assert cut.form == "joint stock"


def test_names_join_the_only_fuller_one_and_never_through_a_third() -> None:
    names = [
        "Karim Dallo",
        "Karim Yusuf Dallo",
        "Orlan Velk",
        "Orlan Reza Velk",
        "Orlan Tavi Velk",
        "Velk Orlan",
    ]
    joins = join_names({n: n for n in names}, "person", WORDS)
    assert {k: v[0] for k, v in joins.items()} == {
        "Karim Dallo": "Karim Yusuf Dallo",
        "Velk Orlan": "Orlan Velk",
    }
    assert "yusuf" in joins["Karim Dallo"][1].words
    backwards = join_names({n: n for n in reversed(names)}, "person", WORDS)
    assert backwards == joins
    spelt = join_names({"a": "Mehmet Tolvi", "b": "Muhammad Tolvi", "c": "Mahmoud Tolvi"}, "person", WORDS)
    assert {k: v[0] for k, v in spelt.items()} == {"b": "a"}


def test_a_wrong_row_is_named() -> None:
    for row in ({"list": "heroes", "words": ["x"]}, {"form": "limited", "also": "ltd"}):
        with pytest.raises(UsageError, match=r"names row"):
            NameWords.from_rows([row])


_ODD = st.text(max_size=24) | st.lists(
    st.sampled_from(
        ["Karim", "bin", "al", "Dallo", "K.", "Abd", "II", "Ltd", "TVP", "دالو", "Dr", "한지우", "of"]
    ),
    max_size=6,
).map(" ".join)


@given(_ODD, _ODD, st.sampled_from(["person", "organisation"]))
def test_any_names_match_alike_both_ways(a: str, b: str, kind: Kind) -> None:
    match = match_names(a, b, kind, WORDS)
    assert 0 <= match.score <= 1
    assert bool(match.reasons) or not match.score
    assert match_names(b, a, kind, WORDS) == match
