"""Times: each form of words against one day of publication, a Thursday."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.values import Interval
from whence.read.when import find_times

PUBLISHED = Interval.of_days(datetime(2016, 7, 21, tzinfo=UTC))
TABLE = [
    line.split(" | ")
    for line in """
on Friday 23 Aug 2013 | Friday 23 Aug 2013 | 2013-08-23 | point
on 5 Feb 2015 | 5 Feb 2015 | 2015-02-05 | point
July 20, 2016 | July 20, 2016 | 2016-07-20 | point
July 20 2016 | July 20 2016 | 2016-07-20 | point
on 20 July | 20 July | 2016-07-20 | point
on July 20th | July 20th | 2016-07-20 | point
on December 3 | December 3 | 2015-12-03 | point
the 3rd of May 2014 | 3rd of May 2014 | 2014-05-03 | point
2016-07-01 | 2016-07-01 | 2016-07-01 | point
5/2/2015 | 5/2/2015 | 2015-02-05 to 2015-05-02 | point
25/12/2015 | 25/12/2015 | 2015-12-25 | point
12.13.2015 | 12.13.2015 | 2015-12-13 | point
on Thursday | Thursday | 2016-07-21 | point
for Tuesday__s attack | Tuesday | 2016-07-19 | point
on Wednesday | Wednesday | 2016-07-20 | point
on Friday | Friday | 2016-07-15 | point
last Thursday | last Thursday | 2016-07-14 | point
last Monday | last Monday | 2016-07-18 | point
next Monday | next Monday | 2016-07-25 | point
on Tuesday night | Tuesday night | 2016-07-19 to 2016-07-20 | point
early on Wednesday | early on Wednesday | 2016-07-19 to 2016-07-20 | point
Wednesday evening | Wednesday evening | 2016-07-20 | point
today | today | 2016-07-21 | point
yesterday | yesterday | 2016-07-20 | point
the day before yesterday | the day before yesterday | 2016-07-19 | point
tomorrow | tomorrow | 2016-07-22 | point
tonight | tonight | 2016-07-21 to 2016-07-22 | point
overnight | overnight | 2016-07-20 to 2016-07-21 | point
last night | last night | 2016-07-20 to 2016-07-21 | point
this morning | this morning | 2016-07-21 | point
earlier this week | earlier this week | 2016-07-18 to 2016-07-21 | point
last week | last week | 2016-07-11 to 2016-07-17 | point
this month | this month | 2016-07-01 to 2016-07-31 | point
last month | last month | 2016-06-01 to 2016-06-30 | point
this year | this year | 2016-01-01 to 2016-12-31 | background
two days ago | two days ago | 2016-07-19 | point
10 days ago | 10 days ago | 2016-07-11 | point
a few days ago | a few days ago | 2016-07-14 to 2016-07-19 | point
over the past few days | the past few days | 2016-07-14 to 2016-07-21 | span
in recent days | recent days | 2016-07-14 to 2016-07-21 | span
a week ago | a week ago | 2016-07-11 to 2016-07-17 | point
three months ago | three months ago | 2016-04-01 to 2016-04-30 | point
five years ago | five years ago | 2011-01-01 to 2011-12-31 | background
since March 2011 | March 2011 | 2011-03-01 to 2016-07-21 | background
since Tuesday | Tuesday | 2016-07-19 to 2016-07-21 | span
since 2011 | 2011 | 2011-01-01 to 2016-07-21 | background
since mid-September | mid-September | 2015-09-10 to 2016-07-21 | background
until March 2016 | March 2016 | 2016-03-01 to 2016-03-31 | background
in August | August | 2015-08-01 to 2015-08-31 | point
in May | May | 2016-05-01 to 2016-05-31 | point
late October | late October | 2015-10-21 to 2015-10-31 | point
early June | early June | 2016-06-01 to 2016-06-10 | point
mid-July | mid-July | 2016-07-10 to 2016-07-20 | point
in March 2011 | March 2011 | 2011-03-01 to 2011-03-31 | point
for three days | three days | None | background
over the past five years | the past five years | 2011-07-22 to 2016-07-21 | background
within the past 24 hours | the past 24 hours | 2016-07-20 to 2016-07-21 | span
over the past two days | the past two days | 2016-07-19 to 2016-07-21 | span
a five-year-old war | five-year-old | None | background
two days later | two days later | None | background
20 Kanun al-Thani 2014 | 20 Kanun al-Thani 2014 | 2014-01-20 | point
5 Shubat | 5 Shubat | 2016-02-05 | point
12 Adhar 2015 | 12 Adhar 2015 | 2015-03-12 | point
3 Nisan | 3 Nisan | 2016-04-03 | point
9 Ayyar 2015 | 9 Ayyar 2015 | 2015-05-09 | point
1 Haziran 2014 | 1 Haziran 2014 | 2014-06-01 | point
4 Tammuz 2016 | 4 Tammuz 2016 | 2016-07-04 | point
8 Aylul 2013 | 8 Aylul 2013 | 2013-09-08 | point
2 Tishrin al-Awwal 2013 | 2 Tishrin al-Awwal 2013 | 2013-10-02 | point
2 Tishrin al-Thani 2013 | 2 Tishrin al-Thani 2013 | 2013-11-02 | point
2 Kanun al-Awwal 2013 | 2 Kanun al-Awwal 2013 | 2013-12-02 | point
3 Rêbendan 2018 | 3 Rêbendan 2018 | 2018-01-03 | point
19 Gulan 2014 | 19 Gulan 2014 | 2014-05-19 | point
15 Tebax 2015 | 15 Tebax 2015 | 2015-08-15 | point
4 Temmuz 2016 | 4 Temmuz 2016 | 2016-07-04 | point
5 شباط 2016 | 5 شباط 2016 | 2016-02-05 | point
from Monday to Wednesday | Monday to Wednesday | 2016-07-18 to 2016-07-20 | point
3-5 May | 3-5 May | 2016-05-03 to 2016-05-05 | point
May 3-5 2016 | May 3-5 2016 | 2016-05-03 to 2016-05-05 | point
May 30 to June 2 | May 30 to June 2 | 2016-05-30 to 2016-06-02 | point
in 2013 | 2013 | 2013-01-01 to 2013-12-31 | background
the summer of 2014 | the summer of 2014 | 2014-06-01 to 2014-08-31 | background
last winter | last winter | 2015-12-01 to 2016-02-29 | background
in the 1980s | the 1980s | 1980-01-01 to 1989-12-31 | background
on the 5th | the 5th | 2016-07-05 | point
on the 25th | the 25th | 2016-06-25 | point
""".strip().splitlines()
]
NONE = [
    "he may go",
    "in recent years",
    "they march",
    "Adar said",
    "20 people",
    "Nisan fled",
    "on the 5th floor",
    "31 June",
    "the sun set",
]


@pytest.mark.parametrize(("text", "words", "interval", "role"), TABLE)
def test_the_table(text: str, words: str, interval: str, role: str) -> None:
    (found,) = find_times(text, PUBLISHED)
    assert (text[found.start : found.end], str(found.interval), found.role) == (words, interval, role)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


def test_an_anniversary_gives_the_day_and_the_day_it_remembers() -> None:
    day, first = find_times("March 9, the 7th anniversary of the siege", PUBLISHED)
    assert (str(day.interval), day.role) == ("2016-03-09", "point")
    assert (str(first.interval), first.role) == ("2009-03-09", "background")
    assert first.interval
    assert first.interval.rule == "anniversary minus 7 years"


@pytest.mark.parametrize(
    "text", ["on Friday", "July 20", "yesterday", "in August", "two weeks ago", "on the 5th"]
)
def test_without_publication_nothing_is_invented(text: str) -> None:
    (found,) = find_times(text, None)
    assert found.interval is None


PIECES = "May 5 2016 on Friday last the 3 days ago since - / to".split()  # noqa: SIM905


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            ["May", "5", "2016", "on", "Friday", "last", "the", "3", "days", "ago", "since", "-", "/", "to"]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_text(text: str) -> None:
    last = 0
    for m in find_times(text, PUBLISHED):
        assert last <= m.start < m.end <= len(text)
        last = m.end


def test_the_anniversary_of_a_day_that_is_told_remembers_that_day() -> None:
    told, day = find_times(
        f"the 10th anniversary of the raid on March 9, {PUBLISHED.start.year - 10}", PUBLISHED
    )
    assert told.interval
    assert day.interval
    assert (told.interval.start, told.interval.end) == (day.interval.start, day.interval.end)
    assert told.interval.rule == "the day of the anniversary"
    held = find_times(
        f"on the 10th anniversary of the raid, held on March 9, {PUBLISHED.start.year}", PUBLISHED
    )
    assert [m.interval.start.year for m in held if m.interval] == [
        PUBLISHED.start.year - 10,
        PUBLISHED.start.year,
    ]


@pytest.mark.parametrize("text", ["on 3 Rezber 1401", "on 15 Tammuz 5780", "12 Adar, 5781"])
def test_a_day_of_another_calendar_is_left_unresolved(text: str) -> None:
    assert [m.interval for m in find_times(f"It fell {text}.", PUBLISHED)] == [None]


def test_a_count_after_a_day_is_no_year() -> None:
    (day,) = find_times("On 3 Shubat 300 mills burned.", PUBLISHED)
    assert day.interval is not None


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "Kanoun al-Thani|Kanun Thani|Çile|Ocak|کانوونی دووەم"),
        (2, "Shubat|Reşemî|Şubat|شوبات"),
        (5, "Ayyar|Iyar|Gulan|Mayıs|ئایار"),
        (6, "Haziran|Huzairan|Pûşper|حوزەیران"),
        (7, "Tammouz|Tamouz|Tîrmeh|Temmuz|تەمموز"),
        (9, "Aylul|Ayloul|Îlon|Eylül|ئەیلوول"),
        (10, "Tishreen Awwal|Teshreen al-Awal|Cotmeh|Ekim|تشرینی یەکەم"),
        (11, "Tishrin al-Thani|Tishreen Thani|Mijdar|Kasım"),
        (12, "Kanoun al-Awal|Kanoun Awwal|Berfanbar|Befranbar|Aralık"),
    ],
)
def test_months_as_the_region_calls_them(month: int, names: str) -> None:
    for name in names.split("|"):
        (day,) = find_times(f"On 5 {name} 2015 ten mills burned.", PUBLISHED)
        assert day.interval is not None, name
        assert (day.interval.start.month, day.interval.start.day) == (month, 5), name
        assert find_times(f"It stood in {name}.", PUBLISHED) == (), f"{name} alone may be a given name"
