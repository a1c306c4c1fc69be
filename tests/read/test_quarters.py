"""Parts of towns by the words around their names, and where those stood who attacked."""

import pytest

from whence.model.span import Span
from whence.model.statement import Toponym
from whence.read.quarters import quarters, stood_there


def _places(text: str, *names: str) -> list[Toponym]:
    return [Toponym(n, Span.of(text, text.index(n), text.index(n) + len(n)), "in") for n in names]


@pytest.mark.parametrize(
    ("text", "names", "want"),
    [
        ("Shells hit the Mill neighbourhood in Velky.", ("Mill", "Velky"), (True, False)),
        ("A shell fell in the district of Quay.", ("Quay",), (True,)),
        ("Shells hit the Mill and Quay neighbourhoods of Velky.", ("Mill", "Quay", "Velky"), (True, True, False)),
        ("Shells hit the neighbourhoods of Mill, Quay and Harrow.", ("Mill", "Quay", "Harrow"), (True,) * 3),
        ("Shells hit Velky and Maly.", ("Velky", "Maly"), (False, False)),
        ("A raid on Velky wounded people near Maly Square.", ("Velky", "Maly"), (False, False)),
    ],
    ids=["behind", "before", "a list that ends with it", "a list that begins with it", "none", "a capital is a name"],
)  # fmt: skip
def test_a_quarter_is_told_by_the_words_beside_it(
    text: str, names: tuple[str, ...], want: tuple[bool, ...]
) -> None:
    assert quarters(text, 0, len(text), _places(text, *names)) == want


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("Rebels positioned in the northern town of Maly fired rockets.", True),
        ("Gunmen holed up in Maly fired rockets.", True),
        ("Rockets fell in the town of Maly.", False),
    ],
)
def test_where_attackers_stood_is_not_where_it_was(text: str, stood: bool) -> None:
    assert stood_there(text, 0, text.index("Maly")) is stood
