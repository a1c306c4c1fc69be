"""Feasts as times: reckoned, and within a day of the months that were proclaimed."""

from datetime import UTC, date, datetime

import pytest

from whence.model.values import Interval
from whence.read.feasts import moon_day
from whence.read.when import find_times

AUTUMN = Interval.of_days(datetime(2016, 9, 17, tzinfo=UTC))


@pytest.mark.parametrize(
    ("year", "month", "day", "kept"),
    [
        (1435, 10, 1, date(2014, 7, 28)),
        (1437, 9, 1, date(2016, 6, 6)),
        (1437, 12, 10, date(2016, 9, 12)),
        (1442, 10, 1, date(2021, 5, 13)),
        (1445, 12, 10, date(2024, 6, 16)),
    ],
)
def test_the_moon_calendar_is_right_within_a_day(year: int, month: int, day: int, kept: date) -> None:
    assert abs((moon_day(year, month, day) - kept).days) <= 1


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("on the first day of Eid", "2016-09-12 to 2016-09-14"),
        ("in the first day of Eid al-Fitr", "2016-07-06 to 2016-07-08"),
        ("during Eid al-Adha", "2016-09-12 to 2016-09-17"),
        ("on the second day of Ramadan", "2016-06-07 to 2016-06-09"),
        ("on Easter Sunday", "2016-03-27"),
        ("on Christmas Day", "2015-12-25"),
        ("on Labor Day", "2016-09-05"),
    ],
)
def test_a_feast_is_the_last_that_was_kept(text: str, interval: str) -> None:
    (found,) = find_times(f"Shells hit Velky {text}.", AUTUMN)
    assert str(found.interval) == interval


@pytest.mark.parametrize(
    "text", ["the brothers of Eid Daw fled", "an easter egg in thanksgiving", "Ramadan Daw fled"]
)
def test_names_are_no_feasts(text: str) -> None:
    assert find_times(text, AUTUMN) == ()


def test_without_publication_nobody_knows_which() -> None:
    (found,) = find_times("Shells hit Velky on Christmas Day.", None)
    assert found.interval is None
