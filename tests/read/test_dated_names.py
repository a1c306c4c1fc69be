"""Speakers whose names begin with a day or a part of one, and days that stand before a name."""

import pytest

from whence.model.report import Report
from whence.read.attribution import find_attributions


def voices(text: str) -> list[str]:
    return [hop.voice.name for found in find_attributions(Report("r", "r", text, "")) for hop in found.hops]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Dawn Front said on Friday that two of its cooks were killed.", "The Dawn Front"),
        ("Ten people died, the Sunday Echo reported.", "the Sunday Echo"),
        ("Ten people died, according to the Sunday Echo.", "the Sunday Echo"),
        ("Evening Herald said ten people were killed.", "Evening Herald"),
        ("On Sunday Namar TV said ten people died.", "Namar TV"),
        ("In Harwan Tuesday VNA said ten people died.", "VNA"),
        ("On Tuesday morning Namar TV said ten people died.", "Namar TV"),
        ("At dawn Karim Dallo said ten people died.", "Karim Dallo"),
        ("May Berg said ten people died.", "Berg"),
    ],
)
def test_a_time_belongs_to_a_name_where_it_opens_one(text: str, voice: str) -> None:
    assert voices(text) == [voice]
