"""What one report comes to in the crowd's fields, and the baseline that reads nothing."""

from pathlib import Path

import pytest
from bench.crowd import civilian_toll, first_province, longest_number, main_scene, outside_gold

from whence.model.ids import digest
from whence.model.report import Record
from whence.read.rules import RuleReader
from whence.read.text import make_report

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Shells killed eleven people and hurt 8 in Tamra on 21 June 2031.", 11),
        ("In 2030 about 1,200 left; a 90-year-old man stayed.", 1200),
        ("Nobody was hurt, 45 km away.", 0),
        ("June 30: nothing.", 0),
        ("The 12:30 train brought two nurses.", 2),
    ],
)
def test_the_longest_number_leaves_out_dates_ages_and_measures(text: str, number: int) -> None:
    assert longest_number(text) == number


def test_the_province_named_first() -> None:
    assert first_province("From Homs to Aleppo") == "homs"
    assert first_province("From nowhere") == "unknown"


def test_civilians_are_of_the_first_happening_and_no_fighters() -> None:
    text = (
        "A shell killed nine civilians and three soldiers in Tamra on Monday, the mayor said.\n\n"
        "Two years ago a bomb killed 40 people in Belud."
    )
    report = make_report(Record("", digest(text.encode()), "text/plain", text=text, published="2031-06-03"))
    assert civilian_toll(main_scene(RuleReader().read(report))) == 9
    assert civilian_toll([]) == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not on this machine")
def test_no_report_of_the_gold_is_measured_and_none_twice() -> None:
    rows = outside_gold(SHARED / "data" / "fakes")
    assert len({(r["unit_id"], r["text"]) for r in rows}) == len(rows) > 300
