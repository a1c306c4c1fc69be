"""Spans survive edits; amounts and intervals refuse nonsense; ids do not collide; the codec gives back what it took."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.codec import decode, encode
from whence.model.ids import content_id, digest
from whence.model.span import Evidence, Reason, Span, locate
from whence.model.statement import Count, Culprit, Hop, Statement, Voice
from whence.model.values import Amount, Interval

TEXT = "The monitor said 24 were killed. Later the monitor said 43 were killed."


def test_a_span_is_found_again_after_the_text_moved() -> None:
    span = Span.of(TEXT, TEXT.rindex("the monitor"), TEXT.rindex("the monitor") + len("the monitor"))
    moved = "An added line.\n" + TEXT
    start, end = locate(moved, span) or (0, 0)
    assert (start, moved[start:end]) == (span.start + 15, "the monitor")


def test_a_span_without_its_context_falls_back_to_the_nearest_quote() -> None:
    span = Span(60, 65, "said", "x", "y")
    assert locate(TEXT, span) == (TEXT.rindex("said"), TEXT.rindex("said") + 4)
    assert locate("nothing here", span) is None


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_span_is_always_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert locate(text, Span.of(text, start, end)) == (start, end)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 999), (5, 4)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="does not lie"):
        Span.of(TEXT, start, end)


def test_amounts_keep_their_open_ends() -> None:
    at_least, up_to = Amount(100, None, "at least 100"), Amount(None, 50, "up to 50")
    assert not at_least.overlaps(up_to)
    assert Amount(40, 60, "about 50").overlaps(up_to)
    assert (str(at_least), str(up_to), str(Amount(7, 7, "seven"))) == ("100 or more", "up to 50", "7")
    with pytest.raises(ValueError, match="crossed"):
        Amount(5, 4, "")
    with pytest.raises(ValueError, match="at least one end"):
        Amount(None, None, "many")


def test_an_interval_knows_its_days_and_gaps() -> None:
    a = Interval.of_days(datetime(2025, 3, 4, 17, tzinfo=UTC))
    b = Interval.of_days(datetime(2025, 3, 6, tzinfo=UTC), 3)
    assert (a.days, b.days, a.gap_days(b), b.gap_days(a), a.overlaps(b)) == (1.0, 3.0, 1.0, 1.0, False)
    assert (str(a), str(b)) == ("2025-03-04", "2025-03-06 to 2025-03-08")
    with pytest.raises(ValueError, match="aware"):
        Interval(datetime(2025, 1, 1), datetime(2025, 1, 2), "day")


def test_ids_are_length_prefixed() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert digest(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def statement() -> Statement:
    span = Span.of(TEXT, 17, 31)
    reason = Reason("cue", "said", (Evidence("r", span),))
    hop = Hop(
        Voice("The monitor", "named", Span.of(TEXT, 0, 11), "Rights Monitor"),
        "states",
        reason,
        Span.of(TEXT, 12, 16),
    )
    when = Interval.of_days(datetime(2025, 3, 4, tzinfo=UTC))
    return Statement(
        "i",
        "r",
        span,
        "killed",
        Count(Amount(24, 24, "24"), "people"),
        "states",
        "fact",
        (hop,),
        when=when,
        reasons=(reason,),
    )


def test_the_codec_gives_back_what_it_took() -> None:
    one = statement()
    assert decode(Statement, encode(one)) == one
    assert encode(decode(Statement, encode(one))) == encode(one)
    culprit = Culprit("army", Span.of(TEXT, 0, 3))
    assert encode(culprit) == encode(decode(Culprit, encode(culprit)))


def test_the_codec_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError):
        encode(object())
    with pytest.raises(ValueError, match="not a Count"):
        decode(Count, '{"type":"Culprit","actor":"x"}')
    with pytest.raises(ValueError, match="none of"):
        decode(Statement, encode(statement()).replace('"states"', '"shouts"'))
