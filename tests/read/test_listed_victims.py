"""People listed beside a person who came to harm by name or office."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Count
from whence.read.groups import find_groups
from whence.read.listed_victims import beside
from whence.read.named_victims import find_victims
from whence.read.rules import RuleReader
from whence.read.text import make_report


def killed(text: str) -> list[tuple[str, int]]:
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    found = [
        s.value for s in RuleReader().read(report) if isinstance(s.value, Count) and s.aspect == "killed"
    ]
    return sorted((c.group, c.amount.lower or 0) for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Raiders have killed the mayor of Toluma, as well as two peasants.",
            [("mayors", 1), ("peasants", 2)],
        ),
        (
            "The fires claimed the lives of mayoral hopeful Ana Moro, a senior police officer, and a judge.",
            [("judges", 1), ("officers", 1), ("people", 1)],
        ),
        ("A judge and senator Ana Moro were murdered last week.", [("judges", 1), ("senators", 1)]),
    ],
)
def test_who_is_listed_with_a_name_is_counted(text: str, expected: list[tuple[str, int]]) -> None:
    assert killed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Men killed Ana Moro, and two porters fled to Kesra.",  # they do something themselves
        "Men killed Ana Moro, a judge, in Kesra.",  # it is she
        "Men killed Ana Moro when two porters and a cook came by.",
    ],
)
def test_who_is_not_of_the_list_is_not_counted(text: str) -> None:
    (victim,) = (v for v in find_victims(text, 0, len(text)) if v.aspect == "killed")
    assert beside(text, victim, find_groups(text, 0, len(text))) == ()
