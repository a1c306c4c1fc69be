"""Named victims as news wires tell them: titles, ranks, those beside them, offices; invented sentences."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.read.named_victims import find_victims
from whence.read.rules import RuleReader
from whence.read.text import make_report
from whence.read.things import find_driven


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is grief over the murder of Dr.  Ana Moro, president of the court.", ["Dr. Ana Moro"]),
        ("The OKV told of the kidnapping of OKV deputy secretary Ana Moro in Toluma.", ["Ana Moro"]),
        ("After the assassination of senator and poet Ana Moro, shops closed.", ["Ana Moro"]),
        ("The reporter Ana Moro of a Kelvan television station was killed this morning.", ["Ana Moro"]),
        ("Baker Ana Moro and her two drivers were killed on Sunday.", ["Baker Ana Moro"]),
        ("Ana Moro, a U.S. nun, was seriously wounded today.", ["Ana Moro"]),
        ("The mayor and two bodyguards were killed.", ["The mayor"]),
        ("Gunmen murdered the judge yesterday.", ["the judge"]),
        ("Two men are linked to the murder of Ana Moro, her aunt, and a groom.", ["Ana Moro"]),
        ("They killed some 12 carters, including Ana Moro, head of their guild.", ["Ana Moro"]),
        ("They planned to murder Ana Moro.", []),
        ("The killing of the mayor of Toluma was condemned.", ["the mayor"]),
    ],
)
def test_who_came_to_harm(text: str, expected: list[str]) -> None:
    assert [v.count.amount.words for v in find_victims(text, 0, len(text))] == expected


def test_an_office_behind_a_name_is_no_second_person_taken() -> None:
    text = "Ana Moro, a member of the harbour board, was kidnapped."
    assert find_driven(text, 0, len(text)) == ()
    assert [v.count.amount.words for v in find_victims(text, 0, len(text))] == ["Ana Moro"]


def test_a_victim_by_name_is_no_place_and_a_massacre_has_one() -> None:
    text = "After the murder of Ana Moro in Toluma on Sunday, two men went to the grave of Ana Moro and were killed."
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    assert {t.name for s in RuleReader().read(report) for t in s.where} == {"Toluma"}
    assert find_victims("The massacre of Toluma was recalled.", 0, 36) == ()


def test_what_follows_a_place_is_not_said_of_it() -> None:
    text = "It was on the road to the capital Kesra with state media saying one person had been killed."
    assert find_victims(text, 0, len(text)) == ()
