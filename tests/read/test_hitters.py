"""Who burned, attacked or kidnapped, in invented sentences."""

import pytest

from whence.model.ids import digest
from whence.model.report import Record
from whence.model.statement import Culprit
from whence.read.hitters import HITTER
from whence.read.rules import RuleReader
from whence.read.text import make_report


def blamed(text: str) -> list[tuple[str, str]]:
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text))
    return [
        (s.value.actor, s.reasons[0].rule) for s in RuleReader().read(report) if isinstance(s.value, Culprit)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels overpowered the guards and burned the archive's offices.", [("rebels", HITTER)]),
        ("Guerrillas today machine-gunned the bus.", [("guerrillas", HITTER)]),
        ("The town hall was burned down on Sunday by rebels.", [("rebels", HITTER)]),
        ("The kidnapping of brewer Ana Moro by guerrillas was not announced.", [("guerrillas", HITTER)]),
        ("Hamas kidnapped the mayor of Toluma.", [("Hamas", HITTER)]),
    ],
)  # fmt: skip
def test_who_is_told_to_have_damaged_or_kidnapped(text: str, expected: list[tuple[str, str]]) -> None:
    assert blamed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels plan to burn the town hall.",
        "A school run by Hamas was burned.",
        "Boys broke the windows of a school and burned a shop managed by Hamas.",
        "The army destroyed an armoured vehicle.",
    ],
)
def test_who_is_not(text: str) -> None:
    assert blamed(text) == []
