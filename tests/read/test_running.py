"""Attacks that go on for days: what is counted of them fell anywhere in the stretch that the words name."""

import pytest
from friday import FRIDAY, read
from hypothesis import given
from hypothesis import strategies as st

from whence.model.statement import Count
from whence.model.values import Interval
from whence.read.running import find_running


def days(text: str, toll: int) -> str:
    """The days given to the count `toll` of `text`, published on Friday 2031-05-09."""
    found = [s for s in read(text) if isinstance(s.value, Count) and s.value.amount.lower == toll]
    assert found[0].when is not None
    return str(found[0].when)


@pytest.mark.parametrize(
    ("text", "toll", "want"),
    [
        (
            "Gunboats fired on the Velky docks on Thursday for the tenth day in a row and killed 30 porters.",
            30,
            "2031-04-29 to 2031-05-08",
        ),
        (
            "Over 120 porters are dead as guns shelled Velky for the fifth consecutive day.",
            120,
            "2031-05-04 to 2031-05-09",
        ),
        ("The three-week assault on Velky has left 300 people dead.", 300, "2031-04-18 to 2031-05-09"),
        (
            "The harbour office counted 84 people killed over a four-day stretch of shelling in Velky.",
            84,
            "2031-05-05 to 2031-05-09",
        ),
        (
            "The guild said at least 24 porters died in two days of clashes on the Velky quay.",
            24,
            "2031-05-07 to 2031-05-09",
        ),
        (
            "The clinic said less than 24 hours of street fighting in Velky left 38 porters dead.",
            38,
            "2031-05-08 to 2031-05-09",
        ),
    ],
)
def test_a_stretch_runs_up_to_the_day_that_is_told(text: str, toll: int, want: str) -> None:
    assert days(text, toll) == want


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jets pounded the town of Velky on Thursday for a second day, killing 30 porters.", "2031-05-08"),
        ("A bomb killed 30 porters in Velky on Thursday amid a five-year war.", "2031-05-08"),
        ("A bomb killed 30 porters in Velky on Thursday, as a two-day fair opened.", "2031-05-08"),
        ("A bomb killed 30 porters and a two-day-old baby in Velky on Thursday.", "2031-05-08"),
    ],
)
def test_what_is_no_running_attack_leaves_the_day(text: str, day: str) -> None:
    assert days(text, 30) == day


@given(
    st.text(max_size=200),
    st.sampled_from(["for the third day running", "a six-week siege", "in 40 days of raids"]),
)
def test_anything_may_stand_around_it(noise: str, words: str) -> None:
    text = f"{noise} {words} {noise}"
    published = Interval.of_days(FRIDAY)
    for found in find_running(text, 0, len(text), (), published):
        assert found.interval is not None
        assert 1 < found.interval.days <= 46
        assert found.interval.end == published.end
        assert found.role == "span"
    assert not list(find_running(text, 0, len(text), (), None))
