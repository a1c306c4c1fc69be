"""People murdered or kidnapped in the plural without a number."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Count
from whence.read.rules import RuleReader
from whence.read.text import make_report
from whence.read.uncounted_victims import UNCOUNTED, find_uncounted


def told(text: str) -> list[tuple[str, str]]:
    return [(v.aspect, v.count.amount.words) for v in find_uncounted(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She spoke of the murder of the salt priests.", [("killed", "the salt priests")]),
        (
            "After the assassinations of the union leaders, the port closed.",
            [("killed", "the union leaders")],
        ),
        ("The kidnapping of the mayors of Kesra and Toluma went on.", [("detained", "the mayors")]),
    ],
)
def test_certain_people_are_two_or_more(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    count = next(find_uncounted(text, 0, len(text))).count
    assert (count.amount.lower, count.amount.upper, count.amount.rule) == (2, None, UNCOUNTED)


@pytest.mark.parametrize(
    "text",
    [
        "He condemned the murder of the civilians.",  # nobody in particular
        "They threatened the murder of the nuns.",
        "The killing of the shepherds would not stop.",
        "The murder of the priest shocked the town.",
    ],
)
def test_nobody_else_is_read(text: str) -> None:
    assert told(text) == []


def test_a_number_that_counts_them_goes_first() -> None:
    text = "The murder of the six salt priests shocked Kesra."
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    counts = [s.value.amount.lower for s in RuleReader().read(report) if isinstance(s.value, Count)]
    assert counts == [6]
