"""Names that a text gives to persons, papers and bodies name no place in it."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.read.not_places import find_not_places, is_no_place
from whence.read.rules import sentence_places
from whence.read.settings import find_settings
from whence.read.text import make_report


def no_places(text: str, *names: str) -> list[bool]:
    known = find_not_places(text)
    return [is_no_place(text, text.rindex(n), text.rindex(n) + len(n), known) for n in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Ana Moro spoke. Men fired at the gate of Moro.", "Moro"),
        ("Gen Velky left. A bomb went off in front of the car of Velky.", "Velky"),
        ("The newspaper La Ribera printed it. A bomb hit the office of La Ribera.", "La Ribera"),
        ("The Salt Workers Union (Sawok) met. Raiders burned the hall of Sawok.", "Sawok"),
        ("Sawok [Salt Workers Union] met. Raiders burned the hall of Sawok.", "Sawok"),
    ],
)
def test_a_name_given_to_a_person_or_body_is_no_place(text: str, name: str) -> None:
    assert no_places(text, name) == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ana Toluma spoke. Ten died in Toluma.", "Toluma"),  # a surname that is a town's name as well
        ("Mayor Ana Toluma spoke. Ten died, from Toluma province to the sea.", "Toluma"),
        ("The mayor of Kesra spoke. Ten died on the road to Kesra.", "Kesra"),
        ("The head of the army (Kesra) spoke. Ten died on the road to Kesra.", "Kesra"),
    ],
)
def test_a_town_stays_one(text: str, name: str) -> None:
    assert no_places(text, name) == [False]


def test_a_person_sets_no_scene() -> None:
    text = "President Ana Moro spoke on Monday. The murder of Moro came after an attack in Kesra."
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    where = [t.name for s in find_settings(report, sentence_places(report)) for t in s.where]
    assert where == ["Kesra"]
