"""Names of places cut to what is a place."""

import pytest

from whence.read.where import PlaceMention
from whence.read.where_trim import trimmed


@pytest.mark.parametrize(
    ("text", "name", "want"),
    [
        ("Harwan said so. A raid on Harwans Velky killed two.", "Harwans Velky", ["Harwan", "Velky"]),
        ("Harwan said so. A raid on Harwans towns killed two.", "Harwans", ["Harwan"]),
        ("A raid on Harwans towns killed two.", "Harwans", ["Harwans"]),
        ("A raid on Osmarian Velky killed two.", "Osmarian Velky", ["Velky"]),
        ("A raid on rebel-held Velky Osmarian activists said.", "Velky Osmarian", ["Velky"]),
        ("He was in Saudi Arabia then.", "Saudi Arabia", ["Saudi Arabia"]),
        ("Gas Attack Kills 30", "Gas", []),
        ("Shells hit the Old City of Velky.", "Old City", ["Old City"]),
        ("A US strike killed two.", "US", []),
        ("Two were killed in the US on Friday.", "US", ["US"]),
        ("President Oran Dorin spoke. They turned on Dorin.", "Dorin", []),
        ("The Dorin regime fell. They wrote to al-Dorin's men.", "al-Dorin's", []),
        ("The Dorin regime fell. Osmara Dorin said.", "Osmara Dorin", ["Osmara"]),
        ("President Dorin spoke. Two died in Dorin.", "Dorin", ["Dorin"]),
        ("President Harwan Dalim of Osmara spoke.", "Osmara", ["Osmara"]),
        ("The capital Velky was shelled. Capital Velky was quiet.", "Capital Velky", ["Velky"]),
    ],
)
def test_trimmed(text: str, name: str, want: list[str]) -> None:
    at = text.index(name)
    found = list(trimmed(text, PlaceMention(at, at + len(name), name, "in")))
    assert [m.name for m in found] == want
    assert all(text[m.start : m.end] == m.name for m in found)
