"""What is written is what is read, byte for byte the same each time."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.model.finding import (
    Account,
    AspectAccount,
    Clause,
    Copy,
    Difference,
    Findings,
    Incident,
    Origin,
    OriginCount,
    Passage,
    PersonName,
    PlaceLink,
    Sensitive,
    Source,
    SourceTable,
    Telling,
    ValueAccount,
)
from whence.model.rating import Rating
from whence.model.report import Block, Capture, Report, Trouble
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Hop, Link, Statement, Thing, Toponym, Value, Voice
from whence.model.values import Amount, Interval, Place
from whence.store import tables

TEXT = "At least 12 miners died near Karsova, the Veldran Observatory said. «Тест» مرحبا 🜁"
SPAN = Span.of(TEXT, 0, 20)
REASON = Reason("a rule", "because of the words", (Evidence("r1", SPAN),))
DAY = Interval.of_days(datetime(2031, 5, 1, tzinfo=UTC), words="Thursday", rule="weekday")
PLACE = Place("veldra/karsova", "Karsova", 1.5, -2.25, 5.0, "VD", "North", "town")
VALUES: tuple[Value, ...] = (
    Count(Amount(12, None, "at least 12", "at least"), "miners"),
    Culprit("the Northern Front", SPAN),
    Link("Veldra", "arms", "Northern Front", SPAN, SPAN),
    Thing("trucks", Amount(2, 2, "two"), SPAN),
    Thing("a school", None, SPAN),
)


def statement(identity: str, value: Value) -> Statement:
    hop = Hop(Voice("the Veldran Observatory", "named", SPAN, "Veldran Observatory"), "hedges", REASON, SPAN)
    return Statement(
        identity, "r1", SPAN, "killed", value, "hedges", "fact", (hop,), "bombing", SPAN, DAY, SPAN,
        (Toponym("Karsova", SPAN, "near"),), 3, (REASON,),
    )  # fmt: skip


def account(incident: Incident) -> Account:
    origin = Origin("obs", "Observatory", False, ("s0",), (("paper", "obs"),), (REASON,))
    count = OriginCount(1, None, (origin,), (REASON,), (("a", "b"),))
    value = ValueAccount(VALUES[0], count, ("s0",), 2, (("obs", 0),))
    aspect = AspectAccount(
        "killed", count, (value,), ("s1",), (Telling("obs", DAY, VALUES[0], ("s0",)),),
        (Difference("scope", "s0", "s1", "miners against all", (Evidence("r1", SPAN),)),),
    )  # fmt: skip
    return Account(incident, (aspect,), (Clause("Twelve or more miners.", ("s0",)),), ("r1",), 1)


def whole() -> Findings:
    report = Report(
        "r1", "paper-1", TEXT, "sha256:00", "A title", "The Paper", "A. Writer", ("Agency",), (SPAN,), SPAN, DAY, "en",
        "https://paper.example/1", (Block(0, 20, "body"),), "", (("sha256:aa", "row:1"), ("sha256:bb", "")),
    )  # fmt: skip
    incident = Incident(
        "i1", "Karsova, 1 May", "bombing", DAY, (PLACE,), ("Karsova",), ("s0", "s1"), False, (REASON,)
    )
    return Findings(
        captures=(Capture("sha256:aa", 3, "text/plain"), Capture("sha256:bb", 0, "text/html")),
        reports=(report, replace(report, id="r2", unread="no text", published=None, dateline=None)),
        statements=tuple(statement(f"s{i}", v) for i, v in enumerate(VALUES)),
        sources=SourceTable(
            {"obs": Source("obs", "Observatory", "monitor", False, "", ("VO",), (REASON,))},
            {("s0", 0): "obs", ("s1", 10): "obs", ("s1", 2): "obs"},
            {"r1": "paper"},
            {"r1": ("z", "a"), "r2": ()},
        ),
        copies=(Copy("r1", "r2", (Passage(SPAN, SPAN, 9),), 0.25, 0.123456, "unknown", REASON),),
        places=(
            PlaceLink("r1", 4, (PLACE, replace(PLACE, key="other")), REASON),
            PlaceLink("r1", 9, (), REASON),
        ),
        incidents=(incident, replace(incident, id="i2", interval=None, places=(), event="other")),
        accounts=(account(incident),),
        trouble=(Trouble("feed.csv", "read", "ragged", "row 3 has two cells too many", "look", "r1"),),
        persons=(PersonName("r1", SPAN, "A. Writer", False, REASON),),
        sensitive=(Sensitive("r1", SPAN, "a description of wounds"),),
        marks={"s1": "confirmed", "s0": "corrected"},
        method={"version": "0.1.0", "mask": "true"},
        ratings=(Rating("credibility", "s1", "ana", "2"), Rating("reliability", "monitor", "ben", "C")),
    )


def test_reading_gives_what_was_written(tmp_path: Path) -> None:
    tables.write(tmp_path, whole())
    assert tables.read(tmp_path) == whole()
    assert {p.name for p in tmp_path.iterdir()} == {f"{n}.parquet" for n in tables.NAMES}


def test_no_findings_are_findings_too(tmp_path: Path) -> None:
    nothing = Findings((), (), (), SourceTable({}, {}, {}, {}), (), (), (), (), ())
    tables.write(tmp_path, nothing)
    assert tables.read(tmp_path) == nothing


def test_equal_findings_give_equal_bytes(tmp_path: Path) -> None:
    found = whole()
    mixed = replace(
        found, marks=dict(reversed(found.marks.items())), method=dict(reversed(found.method.items()))
    )
    for name, findings in (("one", found), ("two", mixed)):
        (tmp_path / name).mkdir()
        tables.write(tmp_path / name, findings)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    assert tables.differing(tmp_path / "one", tmp_path / "two") == {}


def test_differences_are_counted_by_table(tmp_path: Path) -> None:
    found = whole()
    other = replace(found, statements=found.statements[:-1], method={**found.method, "version": "0.2.0"})
    for name, findings in (("one", found), ("two", other)):
        (tmp_path / name).mkdir()
        tables.write(tmp_path / name, findings)
    assert tables.differing(tmp_path / "one", tmp_path / "two") == {"statements": 1, "meta": 2}


def test_typed_columns_can_be_asked(tmp_path: Path) -> None:
    tables.write(tmp_path, whole())
    rows = pq.read_table(tmp_path / "statements.parquet", filters=[("lower", ">=", 12)]).to_pylist()
    assert [(r["id"], r["upper"], r["group"], r["voice"], r["where"]) for r in rows] == [
        ("s0", None, "miners", "the Veldran Observatory", "Karsova")
    ]
    assert rows[0]["when_from"] == DAY.start


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99), words, words, words)
reports = st.builds(
    Report, words, words, words, words, title=words, byline=words, unread=words,
    published=st.none() | st.builds(Interval.of_days, moments),
    credits=st.lists(words, max_size=2).map(tuple),
    dateline=st.none() | spans,
    captures=st.lists(st.tuples(words, words), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(reports, max_size=4).map(tuple),
    st.dictionaries(st.tuples(words, st.integers(0, 9)), words, max_size=4),
    st.dictionaries(words, words, max_size=3),
)
def test_any_text_survives(
    tmp_path: Path, found: tuple[Report, ...], hops: dict[tuple[str, int], str], marks: dict[str, str]
) -> None:
    findings = Findings((), found, (), SourceTable({}, hops, marks, {}), (), (), (), (), (), marks=marks)
    tables.write(tmp_path, findings)
    assert tables.read(tmp_path) == findings
