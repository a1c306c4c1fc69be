"""The whole rule reader on invented reports: values, voices, scenes, spans, and the same result each time."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.ids import content_id, digest
from whence.model.report import Block, Report
from whence.model.statement import Count, Culprit, Link, Statement
from whence.model.values import Interval
from whence.read.rules import RuleReader


def report(title: str, *paragraphs: str, unread: str = "") -> Report:
    text = "\n\n".join([title, *paragraphs])
    blocks, at = [], 0
    for kind, part in zip(["title", *["body"] * len(paragraphs)], [title, *paragraphs], strict=True):
        blocks.append(Block(at, at + len(part), kind))  # type: ignore[arg-type]
        at += len(part) + 2
    return Report(
        id=content_id("report", digest(text.encode())),
        label="r",
        text=text,
        text_digest=digest(text.encode()),
        title=title,
        outlet="Velgrad Times",
        published=Interval.of_days(datetime(2019, 5, 14, tzinfo=UTC)),
        language="en",
        blocks=tuple(blocks),
        unread=unread,
    )


def counts(found: tuple[Statement, ...], aspect: str) -> set[tuple[int | None, str]]:
    return {
        (s.value.amount.lower, s.value.group)
        for s in found
        if s.aspect == aspect and isinstance(s.value, Count)
    }


MARKET = report(
    "Air raid kills nine in Velgrad market",
    "Karvian government jets killed nine people on Monday in the town of Velgrad, the Ostland Rights Monitor said. "
    "Another 14 people were wounded in the raid.",
    "Separately, a car bomb killed three soldiers in the town of Marsk on Tuesday, a police source said.",
)


def test_values_spans_and_voices() -> None:
    found = RuleReader().read(MARKET)
    assert {(9, "people"), (3, "soldiers")} <= counts(found, "killed")
    assert (14, "people") in counts(found, "injured")
    for s in found:
        assert MARKET.text[s.span.start : s.span.end] == s.span.quote
        assert s.reasons
        assert s.report == MARKET.id
    nine = next(s for s in found if isinstance(s.value, Count) and s.value.amount.lower == 9)
    assert "Ostland Rights Monitor" in nine.hops[-1].voice.name
    assert nine.event == "airstrike"
    assert nine.when is not None
    assert nine.when.start.day == 13


def test_the_culprit_has_the_voice_of_its_sentence() -> None:
    blamed = [s for s in RuleReader().read(MARKET) if isinstance(s.value, Culprit)]
    assert [s.value.actor for s in blamed if isinstance(s.value, Culprit)] == ["Karvian government"]
    assert all(s.hops for s in blamed)


def test_two_happenings_are_two_scenes() -> None:
    found = RuleReader().read(MARKET)
    scene = {s.value.amount.lower: s.scene for s in found if isinstance(s.value, Count)}
    assert scene[9] == scene[14] != scene[3]


def test_a_headline_that_the_lede_repeats_is_no_second_telling() -> None:
    found = RuleReader().read(MARKET)
    nine = [s for s in found if isinstance(s.value, Count) and s.value.amount.lower == 9]
    assert len(nine) == 1
    assert nine[0].span.start > len(MARKET.title)


def test_an_inherited_voice_gives_its_reason() -> None:
    found = RuleReader().read(MARKET)
    wounded = next(s for s in found if s.aspect == "injured")
    if wounded.hops:
        assert {"sole source", "same figure", "sole report"} & {r.rule for r in wounded.reasons} or all(
            h.reason.rule for h in wounded.hops
        )


def test_an_unsourced_report_has_no_voice() -> None:
    found = RuleReader().read(
        report("Blast in Marsk", "A blast killed four people in the town of Marsk on Monday.")
    )
    assert [(s.aspect, s.hops) for s in found] == [("killed", ())]


def test_links_are_read_with_their_ends() -> None:
    found = RuleReader().read(
        report("Arms", "The Turkish army has been arming rebels for years, a monitor said.")
    )
    link = next(s.value for s in found if isinstance(s.value, Link))
    assert (link.subject, link.relation, link.object) == ("Turkish government", "arms", "rebels")


def test_furniture_and_unread_reports_say_nothing() -> None:
    whole = report("Blast", "A blast killed four people in Marsk.")
    assert RuleReader().read(report("Blast", "A blast killed four people in Marsk.", unread="language")) == ()
    bare = Report(
        **{f: getattr(whole, f) for f in Report.__slots__}
        | {"blocks": (Block(0, len(whole.text), "furniture"),)}
    )
    assert RuleReader().read(bare) == ()


def test_reading_twice_gives_the_same() -> None:
    assert RuleReader().read(MARKET) == RuleReader().read(MARKET)
    ids = [s.id for s in RuleReader().read(MARKET)]
    assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for s in RuleReader().read(report("Title of it", text)):
        assert s.span.quote
