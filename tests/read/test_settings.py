"""When and where a sentence is set: times of events told apart from times of telling, places from seats and names."""

from datetime import UTC, datetime

import pytest

from whence.model.ids import digest
from whence.model.report import Report
from whence.model.values import Interval
from whence.read.segment import sentences
from whence.read.settings import Setting, find_settings

FRIDAY = datetime(2031, 5, 9, tzinfo=UTC)


def settings_of(text: str) -> tuple[Setting, ...]:
    report = Report("r", "r", text, digest(text.encode()), published=Interval.of_days(FRIDAY))
    return find_settings(report, sentences(text, 0, len(text)))


def days(text: str) -> list[int]:
    return [t.interval.start.day for t in settings_of(text)[0].times if t.interval]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Shells killed nine people in Velky on Tuesday.", [6]),
        ("Shells killed nine people in Velky, the Oster Monitor said on Thursday.", []),
        ("The Oster Monitor said late on Thursday shells had killed nine people.", []),
        ("On Wednesday the Oster Monitor said that nine had been killed on Tuesday.", [6]),
        ("On Thursday the death toll rose to nine.", []),
        ("In a statement issued on Thursday the League blamed the army for Tuesday's raid.", [6]),
        ("9 May 2031 Shells hit Velky.", []),
        ("Footage put up by nobody, released by the Oster film club on Thursday, showed nine dead.", []),
        (
            "On Thursday the monitor, which counts the dead in Velky, quoted a miller as saying nine had died.",
            [],
        ),
        ("The mayor repeated his denial on Thursday.", []),
        ("Before the May 5 raid on Maly, shells also killed nine people in Velky on May 2.", [2]),
        ("A ship that was due to bring flour on Thursday waited after a raid that killed nine.", []),
        ("The league that lost nine men on Tuesday was expected to meet on Friday.", [6]),
        ("Nobody has returned since Tuesday's shelling of Velky.", [6]),
    ],
)
def test_the_day_of_the_event_is_not_the_day_of_telling(text: str, want: list[int]) -> None:
    assert days(text) == want


def test_the_day_of_telling_is_kept_beside() -> None:
    (setting,) = settings_of("Nine were killed, the Oster Monitor said on Thursday.")
    assert setting.told is not None
    assert setting.told.start.day == 8


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("In 2028 a gas attack on Velky killed dozens.", 2028),
        ("In January 2030 a raid on Velky killed dozens.", 2030),
        ("The town has been besieged since 2028.", None),
        ("On Tuesday, three years after the fighting of 2028, a raid killed six.", None),
    ],
)
def test_what_happened_long_ago(text: str, past: int | None) -> None:
    found = settings_of(text)[0].long_ago(0, len(text))
    assert (found.interval.start.year if found and found.interval else None) == past


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("Shells killed nine people in the town of Velky in Morava province.", {"velky"}),
        ("Shells killed nine people in the Osmaran town of Velky in Osmara.", {"velky"}),
        ("Shells killed nine people in eastern Osmara, an Osmaran official said.", set()),
        ("A source at Maly Police Command said shells had hit the town of Velky.", {"velky"}),
        ("Fighters of the Sons of the Ridge shelled the village of Velky.", {"velky"}),
        ("The minister said in Lissen that shells had hit the town of Velky.", {"velky"}),
    ],
)
def test_the_place_of_the_event(text: str, fine: set[str]) -> None:
    assert settings_of(text)[0].fine == fine
