"""Times as TIMEX3 values, in sentences of our own told on Friday 20 November 2026."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.values import Interval
from whence.read.holidays import easter, holiday
from whence.read.timex import find_timexes

START = datetime(2026, 11, 20, tzinfo=UTC)
TODAY = Interval(START, START + timedelta(days=1), "day")
TABLE = [
    ("They met on Tuesday.", "DATE 2026-11-17"),
    ("They will meet on Tuesday.", "DATE 2026-11-24"),
    ("The talks open on Jan. 14.", "DATE 2027-01-14"),
    ("It fell last January.", "DATE 2026-01"),
    ("It opens Monday, Nov. 23: a first.", "DATE 2026-11-23"),
    ("The siege lasted three months.", "DURATION P3M"),
    ("It took 2 1/2 hours.", "DURATION PT2H30M"),
    ("It held for several days.", "DURATION PXD"),
    ("They left two weeks ago.", "DATE 2026-W45"),
    ("Sales rose in the third quarter.", "DATE 2026-Q3"),
    ("It was quiet last summer.", "DATE 2026-SU"),
    ("He reports daily.", "SET P1D"),
    ("They march every Friday.", "SET XXXX-WXX-5"),
    ("It is closed now.", "DATE PRESENT_REF"),
    ("They fled this morning.", "TIME 2026-11-20TMO"),
    ("The tax ended in the 1980s.", "DATE 198"),
    ("They met at 5:30 p.m.", "TIME 2026-11-20T17:30"),
    ("It began in two decades of war.", "DURATION P20Y"),
    ("It has been shut since Tuesday.", "DATE 2026-11-17"),
    ("The office closed in October, and aid is due to arrive by Monday.", "DATE 2026-10 DATE 2026-11-23"),
    ("The hall, which had been due to open on Monday, burned.", "DATE 2026-11-16"),
    ("The bridge was built in April.", "DATE 2026-04"),
    ("They will vote in April.", "DATE 2027-04"),
    ("The deadline is 5 p.m., Nov. 26, he said.", "TIME 2026-11-26T17:00"),
    ("He was found on the night of Friday, Oct. 23, they said.", "DATE 2026-10-23"),
    ("In the second quarter it earned more than a year earlier.", "DATE 2026-Q2 DATE 2025-Q2"),
    ("Next year's first quarter looks better.", "DATE 2027-Q1"),
    ("For the year ended March 31 it lost.", "DURATION P1Y DATE 2026-03-31"),
    ("They met on Christmas Eve and on Good Friday.", "DATE 2025-12-24 DATE 2026-04-03"),
    ("He left in nineteen ninety-four.", "DATE 1994"),
    ("It fell over the past decade.", "DURATION P10Y"),
    ("They vote this September.", "DATE 2026-09"),
    ("The report has 2000 people in it.", ""),
    ("On the 20th anniversary they sang.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_table(text: str, expected: str) -> None:
    assert " ".join(f"{t.kind} {t.value}" for t in find_timexes(text, TODAY)) == expected


@settings(deadline=None)  # the first call compiles the patterns
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["last", "week", "3", "days", "May", "5", "p.m.", "the", "1990s"])).map(
        " ".join
    )
)
def test_any_text(text: str) -> None:
    for published in (TODAY, None):
        last = 0
        for t in find_timexes(text, published):
            assert last <= t.start < t.end <= len(text)
            assert t.value
            last = t.end


def test_holidays_that_are_reckoned() -> None:
    assert [easter(y).isoformat() for y in (1998, 2000, 2024, 2026)] == [
        "1998-04-12",
        "2000-04-23",
        "2024-03-31",
        "2026-04-05",
    ]
    assert [holiday(n, 2026).isoformat() for n in ("Thanksgiving Day", "Memorial Day", "New Year’s Eve")] == [
        "2026-11-26",
        "2026-05-25",
        "2026-12-31",
    ]
