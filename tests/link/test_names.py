"""Names: one under many spellings, and different ones kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.link.names import closeness, fold, same_name, skeleton

SAME = [
    ("Raqqa", "ar-Raqqah"), ("Raqa", "الرقة"), ("Deir ez-Zor", "Deir al-Zour"), ("Deir ez-Zor", "Deir Ezzor"),
    ("Hasakah", "Hesekê"), ("Afrin", "Efrîn"), ("Afrin", "عفرين"), ("Douma", "Дума"), ("Douma", "دوما"),
    ("Maarat al-Numan", "Maaret al-Nu'man"), ("Khan Sheikhoun", "خان شيخون"), ("Homs", "Hims"), ("Daraa", "Deraa"),
    ("YPG", "ypg"), ("Mohammad bin Salman", "Muhammed bin Selman"), ("the Golan", "Golan"),
]  # fmt: skip
OTHER = [
    ("Homs", "Hama"), ("YPG", "YPJ"), ("Iraq", "Iran"), ("Syria", "Syrian"), ("Brigade 46", "Brigade 47"),
    ("Hassan", "Hussein"), ("Ahmad", "Mohammed"), ("", "Homs"), ("Kobani", "Ain al-Arab"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a: str, b: str) -> None:
    reason = same_name(a, b)
    assert reason
    assert reason.words


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_different_names_stay_apart(a: str, b: str) -> None:
    assert same_name(a, b) is None


def test_folding_gives_plain_latin() -> None:
    assert [fold(n) for n in ("ar-Raqqah", "Efrîn", "Şırnak", "الباب")] == [
        "raqqah",
        "efrin",
        "shirnak",
        "bab",
    ]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names(a: str, b: str) -> None:
    assert fold(fold(a)).isascii()
    assert skeleton(a).isascii()
    assert closeness(a, b) == closeness(b, a)
    assert (same_name(a, b) is None) == (same_name(b, a) is None)
