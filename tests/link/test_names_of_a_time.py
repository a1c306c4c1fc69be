"""Who bore a name when: acronyms of two bodies, renames and mergers with dates, and what no date decides."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sources import rows

from whence.link.actors import ActorBook, resolve_actors
from whence.link.sources import SourceBook, resolve_sources
from whence.link.terms import Term, merged_at
from whence.model.errors import UsageError
from whence.model.finding import Source
from whence.model.judgement import NO_RULINGS
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, Culprit, Hop, Statement, Voice
from whence.model.values import Amount, Interval

OWN: list[dict[str, Any]] = [
    {"state": "VS", "name": "Vostia", "names": [], "adjectives": ["Vostian"], "capital": ["Vostok City"]},
    {"state": "MR", "name": "Marland", "names": [], "adjectives": ["Marlandic"], "capital": ["Mar"]},
    {"key": "dawn", "name": "Dawn Front", "kind": "party", "country": "VS", "to": "2017-01",
     "merged": {"union": "2017-01-20/.."}, "aliases": ["Jabhat al-Fajr"], "cite": "made up"},
    {"key": "hill", "name": "Hill Brigade", "kind": "party", "country": "VS",
     "merged": {"union": "2017-01/2017-07"}, "cite": "made up"},
    {"key": "union", "name": "Vostian Union Front", "kind": "party", "country": "VS", "from": "2017-01",
     "aliases": ["VUF"], "cite": "made up"},
    {"key": "council", "name": "Vostian National Council", "kind": "party", "country": "VS", "from": "2011",
     "dated": {"VNC": "2011/2012-10"}, "cite": "made up"},
    {"key": "coalition", "name": "Vostian National Coalition", "kind": "party", "country": "VS", "from": "2012-11",
     "aliases": ["VNC"], "cite": "made up"},
    {"key": "wire", "name": "Wire Vostia", "kind": "state media", "country": "VS", "role": "state-news-agency",
     "to": "2015", "cite": "made up"},
    {"key": "relief", "name": "Relief Without Fences", "kind": "organisation", "country": "MR", "aliases": ["RWF"],
     "cite": "made up"},
    {"key": "rangers", "name": "Rural Wardens Force", "kind": "party", "country": "VS", "aliases": ["RWF"],
     "cite": "made up"},
]  # fmt: skip


@pytest.fixture(scope="module")
def book() -> SourceBook:
    return SourceBook.from_rows(OWN, rows("voices"))


def of_day(day: str) -> Interval | None:
    return Interval.of_days(datetime.fromisoformat(day)) if day else None


def told(book: SourceBook, voice: str, day: str, text: str = "", outlet: str = "") -> Source:
    text = text or f"In Vostia the Vostian army shelled a mill, {voice} said."
    report = Report("r", "r", text, "", outlet=outlet, published=of_day(day))
    at = text.index(voice)
    hop = Hop(
        Voice(voice, "named", Span.of(text, at, at + len(voice))), "states", Reason("told", "it says so")
    )
    said = Statement(
        "s",
        "r",
        Span.of(text, 0, 2),
        "killed",
        Count(Amount(3, 3, "three"), "people"),
        "states",
        "fact",
        (hop,),
    )
    table = resolve_sources([report], [said], book, NO_RULINGS)
    return table.sources[table.of_hop[("s", 0)]]


@pytest.mark.parametrize(
    ("voice", "day", "key"),
    [
        ("the Dawn Front", "2016-12-31", "dawn"),
        ("the Dawn Front", "2017-01-19", "dawn"),
        ("the Dawn Front", "2017-01-20", "union"),
        ("Jabhat al-Fajr", "2019-03-02", "union"),
        ("the Dawn Front", "", "dawn"),
        ("the Hill Brigade", "2016-05-01", "hill"),
        ("the Hill Brigade", "2017-01-31", "hill"),  # of the month itself no day is known
        ("the Hill Brigade", "2017-04-01", "union"),
        ("the Hill Brigade", "2017-08-01", "hill"),
        ("the Vostian Union Front", "2018-01-01", "union"),
    ],
)
def test_a_body_is_what_it_had_become_when_the_report_was_published(
    book: SourceBook, voice: str, day: str, key: str
) -> None:
    found = told(book, voice, day)
    assert found.id == key
    changed = [r.words for r in found.reasons if r.rule == "its name then"]
    assert bool(changed) == (key == "union" and "Union" not in voice)
    assert all(words.startswith(f'"{voice}" is') and "was Vostian Union Front" in words for words in changed)
    assert all("2017-01" in words for words in changed), "the time that the table tells"


@pytest.mark.parametrize(
    ("day", "key"), [("2012-03-01", "council"), ("2012-11-20", "coalition"), ("2014-01-01", "coalition")]
)
def test_an_acronym_is_the_body_s_that_bore_it_then(book: SourceBook, day: str, key: str) -> None:
    assert told(book, "the VNC", day).id == key


def test_an_acronym_is_no_body_s_that_was_founded_later(book: SourceBook) -> None:
    assert told(book, "VUF", "2018-01-01").id == "union"
    early = told(book, "VUF", "2010-01-01")
    assert early.id != "union"
    assert early.name == "VUF"
    assert (
        told(book, "the Vostian Union Front", "2010-01-01").id == "union"
    )  # the full name is still its name


def test_an_acronym_that_the_report_explains_otherwise_is_not_the_known_body_s(book: SourceBook) -> None:
    text = "The Valley Users Forum (VUF) met in Vostia. Ten mills burned, VUF said."
    assert told(book, "VUF", "2018-01-01", text).name == "Valley Users Forum"
    spelt = "The Vostia Union Front (VUF) met in Vostia. Ten mills burned, VUF said."
    assert told(book, "VUF", "2018-01-01", spelt).id == "union"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In Vostia, in the Vostian hills, mills burned, RWF said.", "rangers"),
        ("In Marland and its Marlandic towns mills burned, RWF said.", "relief"),
    ],
)
def test_of_an_acronym_of_two_bodies_the_report_s_state_decides(
    book: SourceBook, text: str, key: str
) -> None:
    assert told(book, "RWF", "2018-01-01", text).id == key


def test_the_group_is_the_one_that_an_acronym_of_two_bodies_means_here(book: SourceBook) -> None:
    text = "In Marland and its Marlandic towns mills burned. RWF came at noon, the group said."
    assert told(book, "the group", "2018-01-01", text).id == "relief"


def test_an_acronym_that_nothing_tells_apart_is_neither_s(book: SourceBook) -> None:
    text = "Vostian and Marlandic officials met. Mills burned in Vostia and in Marland, RWF said."
    found = told(book, "RWF", "2018-01-01", text)
    assert (found.id, found.name) == ("rwf", "RWF")


def test_a_name_that_is_spelt_like_the_key_of_another_source_is_not_that_one() -> None:
    own = [*OWN[:2], {**OWN[-2], "key": "rwf"}, OWN[-1]]
    text = "Vostian and Marlandic officials met. Mills burned in Vostia and in Marland, RWF said."
    assert told(SourceBook.from_rows(own, rows("voices")), "RWF", "2018-01-01", text).id == "rwf (other)"


def test_an_agency_that_was_closed_is_no_longer_its_state_s(book: SourceBook) -> None:
    assert told(book, "the state news agency", "2015-06-01").id == "wire"
    assert told(book, "the state news agency", "2016-06-01").id == "vs-state-news-agency"


def test_an_outlet_is_what_it_had_become(book: SourceBook) -> None:
    report = Report("r", "r", "Mills burned.", "", outlet="Dawn Front", published=of_day("2018-01-01"))
    assert resolve_sources([report], [], book, NO_RULINGS).of_outlet == {"r": "union"}


def owners(book: SourceBook, *outlets: tuple[str, str]) -> dict[str, str]:
    reports = [
        Report(f"r{i}", f"r{i}", "Mills burned.", "", outlet=name, published=of_day(day))
        for i, (name, day) in enumerate(outlets)
    ]
    table = resolve_sources(reports, [], book, NO_RULINGS)
    return {key: source.owner for key, source in table.sources.items()}


def test_what_a_body_said_before_and_after_its_renaming_is_one_mouth_s(book: SourceBook) -> None:
    before, after = ("Dawn Front", "2016-05-01"), ("Dawn Front", "2018-05-01")
    assert owners(book, before, after) == {"dawn": "union", "union": ""}
    assert owners(book, before) == {"dawn": ""}, "nothing is folded into what the pile does not name"
    hill = ("Hill Brigade", "2016-05-01")
    assert owners(book, before, hill, after) == {"dawn": "union", "hill": "", "union": ""}, "it left again"
    both = [
        row if row["key"] != "hill" else {**row, "merged": {"union": "2017-01/.."}}
        for row in OWN
        if "key" in row
    ]
    apart = owners(SourceBook.from_rows([*OWN[:2], *both], rows("voices")), before, hill, after)
    assert apart == {"dawn": "", "hill": "", "union": ""}, "before they merged they were two"


@pytest.mark.parametrize(
    "row",
    [
        {"merged": {"nobody": "2017-01/.."}},
        {"merged": {"own": "2017-01/.."}},
        {"merged": {"union": "2017-01"}},
        {"merged": {"union": "spring"}},
        {"merged": ["union"]},
        {"dated": {"OW": 2017}},
        {"from": "2017-13"},
        {"from": "2018", "to": "2017-05"},
    ],
)
def test_wrong_dates_are_named(row: dict[str, Any]) -> None:
    own = {"key": "own", "name": "Own", "kind": "party", "cite": "made up", **row}
    with pytest.raises(UsageError, match="own"):
        SourceBook.from_rows([*OWN, own], [])


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_what_surely_holds_may_hold_and_a_day_is_before_within_or_after(a: date, b: date, day: date) -> None:
    for cut in (4, 7, 10):
        term = Term(*sorted((a.isoformat()[:cut], b.isoformat()[:cut])))
        when = Interval.of_days(datetime(day.year, day.month, day.day, tzinfo=UTC))
        assert not term.holds(when) or term.may_hold(when)
        assert [term.begins_after(when), term.may_hold(when), term.ended_before(when)].count(True) == 1
    assert not Term().holds(None)
    assert Term().may_hold(None)


def test_a_circle_of_mergers_ends() -> None:
    table = {"a": {"b": Term("2001")}, "b": {"a": Term("2001")}}
    assert merged_at(table, "a", of_day("2005-01-01")) == "b"


ACTORS = [
    {"actor": "dawn", "name": "Dawn Front", "aliases": ["DF"]},
    {"actor": "hill", "name": "Hill Brigade", "merged": {"dawn": "2017-01/2017-07"}},
    {"actor": "old fox", "name": "Fox Army", "to": "2005", "aliases": ["FA"]},
    {"actor": "new fox", "name": "Fox Alliance", "from": "2010", "aliases": ["FA"]},
    {"words": "forces", "list": ["fighters"]},
]  # fmt: skip


def blamed(number: int, name: str, published: str, when: str = "") -> tuple[Report, Statement]:
    text = f"{name} burned a mill."
    report = Report(f"r{number}", f"r{number}", text, "", published=of_day(published))
    span = Span.of(text, 0, len(name))
    return report, Statement(
        f"s{number}", report.id, span, "responsible", Culprit(name, span), "states", "fact", when=of_day(when)
    )


@pytest.mark.parametrize(
    ("name", "published", "when", "key"),
    [
        ("Hill Brigade fighters", "2017-04-01", "", "dawn"),
        ("Hill Brigade fighters", "2017-04-01", "2016-03-01", "hill"),  # it acted before it merged
        ("Hill Brigade", "2018-04-01", "2017-05-05", "dawn"),
        ("Hill Brigade", "2018-04-01", "", "hill"),
        ("Hill Brigade and DF", "2017-04-01", "", "dawn"),
        ("Hill Brigade", "", "", "hill"),
        ("FA", "2004-01-01", "", "old fox"),
        ("FA", "2011-01-01", "", "new fox"),
        ("FA", "2011-01-01", "2003-01-01", "old fox"),
    ],
)
def test_an_actor_is_what_it_was_when_it_acted(name: str, published: str, when: str, key: str) -> None:
    report, said = blamed(1, name, published, when)
    assert resolve_actors([report], [said], ActorBook.from_rows(ACTORS), SourceBook.from_rows([], [])) == {
        name: key
    }


def test_an_actor_named_before_and_after_its_merger_stays_itself() -> None:
    before, after = blamed(1, "Hill Brigade", "2016-04-01"), blamed(2, "Hill Brigade", "2017-04-01")
    keys = resolve_actors(
        [before[0], after[0]],
        [before[1], after[1]],
        ActorBook.from_rows(ACTORS),
        SourceBook.from_rows([], []),
    )
    assert keys == {"Hill Brigade": "hill"}


def test_an_actor_merged_into_nobody_is_named() -> None:
    with pytest.raises(UsageError, match="merged into 'nobody'"):
        ActorBook.from_rows([{"actor": "hill", "merged": {"nobody": "2017/.."}}])
