"""Publication dates in the ways that containers and date lines write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.ids import digest
from whence.model.report import Record
from whence.read.published import date_at, parse_published, settled
from whence.read.text import make_report


@pytest.mark.parametrize(
    ("value", "shown", "precision"),
    [
        ("2021-05-04", "2021-05-04", "day"),
        ("2021/05/04", "2021-05-04", "day"),
        ("2021-05-04T10:30:00+02:00", "2021-05-04 08:30", "minute"),
        ("2021-05-04T23:30:00Z", "2021-05-04 23:30", "minute"),
        ("2021-05-04 10:30", "2021-05-04", "day"),
        ("Tue, 04 May 2021 23:30:00 -0500", "2021-05-05 04:30", "minute"),
        ("Tue May 4 2021", "2021-05-04", "day"),
        ("4 May 2021", "2021-05-04", "day"),
        ("Tuesday 4th of May, 2021 22:33", "2021-05-04", "day"),
        ("May 4, 2021", "2021-05-04", "day"),
        ("Sept. 4, 2021", "2021-09-04", "day"),
        ("27/09/2013", "2013-09-27", "day"),
        ("09/27/2013", "2013-09-27", "day"),
        ("19.07.2016", "2016-07-19", "day"),
        ("03.04.2021", "2021-04-03", "day"),
        ("03/04/2021", "2021-03-04 to 2021-04-03", "range"),
        ("10/10/2021", "2021-10-10", "day"),
        ("May 2021", "2021-05-01 to 2021-05-31", "month"),
        ("1620120600", "2021-05-04 09:30", "minute"),
        ("1620120600000", "2021-05-04 09:30", "minute"),
        ("Published on: 4 May 2021", "2021-05-04", "day"),
    ],
)
def test_dates_are_understood(value: str, shown: str, precision: str) -> None:
    found = parse_published(value)
    assert found is not None
    assert (str(found), found.precision) == (shown, precision)
    assert found.rule


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "31 June 2021", "2021-13-40", "Oct", "99/99/2021", "from 4 May 2021 to 9 May 2021"],
)
def test_what_names_no_day_gives_none(value: str) -> None:
    assert parse_published(value) is None


def test_an_ambiguous_date_says_so() -> None:
    found = parse_published("03/04/2021")
    assert found is not None
    assert "either" in found.rule


@given(st.text(alphabet=st.sampled_from("0123456789/-.: TZ+Mayjun") | st.characters(), max_size=40))
def test_no_value_raises(value: str) -> None:
    found = parse_published(value)
    assert found is None or found.start < found.end


def test_a_date_is_read_at_its_place() -> None:
    text = "Kesra, 4 May 2021: ten died"
    found = date_at(text, 7)
    assert found is not None
    assert text[7 : found[0]] == "4 May 2021"
    assert date_at(text, 0) is None


def _shown(field: str, head: str, *, html: bool = False) -> str:
    words = f"{head} Two dead in Velgrad market blast - A bomb in Velgrad killed two people on Friday."
    body = {"html": f"<p>{words}</p>"} if html else {"text": words}
    return str(
        make_report(Record("", digest(words.encode()), "text/plain", published=field, **body)).published
    )


@pytest.mark.parametrize(
    ("field", "head", "shown"),
    [
        ("2021-05-30", "Published May 7 2021 -", "2021-05-07"),
        ("2021-01-02", "Fri May 7 2021", "2021-05-07"),
        ("2021-11-02", "27-05-2021", "2021-05-27"),
        ("2021-11-02", "07-05-2021", "2021-05-07"),  # with dashes the day is printed first
        ("2021-07-05", "07-05-2021", "2021-07-05"),  # unless the field shows that it is not
        ("2021-11-02", "07/05/2021", "2021-11-02"),  # nobody knows which day that is
        ("2021-09-16", "6-09-2021", "2021-09-16"),  # it seems to have lost a figure
        ("2021-05-06", "Last updated at May 072021 -", "2021-05-06"),
        ("2021-04-20", "Last updated at May 072021 -", "2021-05-07"),
        ("2021-05-20", "Last updated at May 072021 -", "2021-05-07"),
        ("2021-05-07T22:30:00Z", "8 May 2021 -", "2021-05-07 22:30"),
    ],
)
def test_a_date_line_is_believed_before_the_field_that_contradicts_it(
    field: str, head: str, shown: str
) -> None:
    assert _shown(field, head) == shown


def test_a_page_says_itself_when_it_was_published() -> None:
    assert _shown("2021-05-30", "Published May 7 2021 -", html=True) == "2021-05-30"


def test_a_text_is_not_older_than_what_it_speaks_of() -> None:
    field, printed = parse_published("2021-05-30"), parse_published("7 May 2016")
    told = settled(field, printed, "7 May 2016 was the day. A report of 2019 named the dead.", "7 May 2016")
    assert told == field


def test_a_printed_day_says_what_it_was_believed_before() -> None:
    told = settled(parse_published("2021-05-30"), parse_published("7 May 2021"), "", "7 May 2021")
    assert told is not None
    assert told.rule.endswith("its file says 2021-05-30")
