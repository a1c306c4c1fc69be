"""Times as TIMEX3 values, in sentences of our own told on Friday 20 November 2026."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.values import Interval
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
    ("The report has 2000 people in it.", ""),
    ("On the 20th anniversary they sang.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_the_table(text: str, expected: str) -> None:
    assert " ".join(f"{t.kind} {t.value}" for t in find_timexes(text, TODAY)) == expected


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
