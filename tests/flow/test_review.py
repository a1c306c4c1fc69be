"""Judgements attach to what is there now, change what link and weigh see, and are never dropped."""

from dataclasses import replace

import pytest

from whence.flow.anchors import aim, aim_at
from whence.flow.corrections import check_request, parse_date, parse_value, value_words
from whence.flow.review import apply, attach
from whence.model.errors import UsageError
from whence.model.finding import Findings, SourceTable
from whence.model.ids import digest
from whence.model.judgement import Action, Anchor, Judgement, Rulings
from whence.model.report import Block, Report
from whence.model.span import Reason, Span
from whence.model.statement import Aspect, Count, Culprit, Hop, Link, Statement, Thing, Value, Voice
from whence.model.values import Amount

TEXT = (
    "The observatory said 12 miners and 2 guards were killed near Karsova. "
    "Residents blamed the army for the shelling. Three bakers were hurt in Tamar on Friday."
)
REASON = Reason("a rule", "for a test")


def report(text: str = TEXT, identity: str = "r1", label: str = "post") -> Report:
    return Report(identity, label, text, digest(text.encode()))


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def statement(
    identity: str, words: str, aspect: Aspect, value: Value, voice: str = "", of: Report | None = None
) -> Statement:
    of = of or report()
    hops = (Hop(Voice(voice, "collective", span(voice, of.text)), "states", REASON),) if voice else ()
    return Statement(identity, of.id, span(words, of.text), aspect, value, "states", "fact", hops, scene=1)


FIRST = TEXT[: TEXT.index(" Residents")]
MINERS = statement("s-miners", FIRST, "killed", Count(Amount(12, 12, "12"), "miners"), "The observatory")
GUARDS = statement("s-guards", FIRST, "killed", Count(Amount(2, 2, "2"), "guards"), "The observatory")
BLAME = statement(
    "s-blame", "Residents blamed the army for the shelling.", "responsible", Culprit("the army", span("the army")),
    "Residents",
)  # fmt: skip
ALL = (MINERS, GUARDS, BLAME)
SOURCES = SourceTable(
    {},
    {("s-miners", 0): "observatory", ("s-guards", 0): "observatory", ("s-blame", 0): "residents"},
    {"r1": "post"},
    {},
)


def anchor(of: Statement | Span, aspect: Aspect | None = None, text: str = TEXT) -> Anchor:
    place = of if isinstance(of, Span) else of.span
    return Anchor(
        "r1", digest(text.encode()), place, aspect or (of.aspect if isinstance(of, Statement) else "")
    )


def judged(action: Action, *anchors: Anchor, number: int = 1, why: str = "", **details: str) -> Judgement:
    return Judgement(
        "ana", number, f"2031-05-01T00:00:{number:02d}+00:00", action, anchors, tuple(sorted(details.items())), "", why,
        f"sha256:{number:064d}",
    )  # fmt: skip


def ruled(*judgements: Judgement, text: str = TEXT, statements: tuple[Statement, ...] = ALL) -> Rulings:
    return attach(judgements, (report(text),), statements, SOURCES)


def test_wrong_takes_out_the_very_statement_that_was_meant() -> None:
    rulings = ruled(judged("wrong", anchor(GUARDS), was="2 guards"))
    assert rulings.dropped == {"s-guards"}
    assert [s.id for s in apply(rulings, ALL)] == ["s-miners", "s-blame"]
    assert rulings.marks == {}


def test_confirmed_marks_and_changes_nothing() -> None:
    rulings = ruled(judged("confirmed", anchor(BLAME)))
    assert rulings.marks == {"s-blame": "confirmed"}
    assert set(apply(rulings, ALL)) == set(ALL)


def test_the_latest_verdict_on_a_statement_holds() -> None:
    assert (
        ruled(judged("wrong", anchor(BLAME)), judged("confirmed", anchor(BLAME), number=2)).dropped
        == frozenset()
    )
    undo = replace(judged("undo", number=2), undoes=f"sha256:{1:064d}")
    assert ruled(judged("wrong", anchor(BLAME)), undo) == ruled()


def test_a_correction_sets_value_voice_stance_date_and_place_and_says_so() -> None:
    details = {
        "value": "at least 15 guards", "voice": "The observatory > Residents", "stance": "hedges", "date": "2031-04",
        "place": "Tamar", "was": "2 guards",
    }  # fmt: skip
    rulings = ruled(judged("corrected", anchor(GUARDS), why="I was there", **details))
    changed = rulings.changed["s-guards"]
    assert isinstance(changed.value, Count)
    assert (changed.value.amount.lower, changed.value.amount.upper, changed.value.group) == (
        15,
        None,
        "guards",
    )
    assert [h.voice.name for h in changed.hops] == ["The observatory", "Residents"]
    assert [h.voice.span for h in changed.hops] == [span("The observatory"), span("Residents")]
    assert changed.stance == "hedges"
    assert changed.when is not None
    assert (changed.when.days, changed.when.precision) == (30.0, "month")
    assert [(t.name, t.span) for t in changed.where] == [("Tamar", span("Tamar"))]
    assert changed.reasons[-1].words == "ana judged it corrected: I was there"
    assert rulings.marks == {"s-guards": "corrected"}
    assert changed in apply(rulings, ALL)
    assert GUARDS not in apply(rulings, ALL)


def test_two_corrections_add_up() -> None:
    first = judged("corrected", anchor(BLAME), value="the Northern Front")
    second = judged("corrected", anchor(BLAME), number=2, stance="denies")
    changed = ruled(first, second).changed["s-blame"]
    assert isinstance(changed.value, Culprit)
    assert (changed.value.actor, changed.stance, changed.hops[0].stance) == (
        "the Northern Front",
        "denies",
        "denies",
    )


def test_a_missed_statement_is_added_with_its_neighbours_scene() -> None:
    found = span("Three bakers were hurt in Tamar on Friday.")
    rulings = ruled(judged("missed", anchor(found, "injured"), value="3 bakers", voice="Residents"))
    (added,) = rulings.added
    assert (added.span, added.aspect, added.scene, added.stance) == (found, "injured", 1, "states")
    assert isinstance(added.value, Count)
    assert (str(added.value.amount), added.value.group) == ("3", "bakers")
    assert rulings.marks == {added.id: "missed"}
    assert added in apply(rulings, ALL)
    assert (
        ruled(judged("missed", anchor(found, "injured"), value="3 bakers", voice="Residents", number=9))
        .added[0]
        .id
        == added.id
    )


def test_a_missed_statement_can_be_judged_again() -> None:
    found = anchor(span("Three bakers were hurt in Tamar on Friday."), "injured")
    rulings = ruled(judged("missed", found, value="3 bakers"), judged("wrong", found, number=2))
    assert not [s for s in apply(rulings, ALL) if s.aspect == "injured"]


def test_pairs_of_incidents_and_of_sources() -> None:
    rulings = ruled(
        judged("same-incident", anchor(MINERS), anchor(BLAME)),
        judged("different-source", anchor(span("The observatory")), anchor(span("Residents")), number=2),
        judged("retracted", anchor(span("Residents")), number=3),
    )
    ((one, other),) = rulings.same_incident
    assert {one, other} & {"s-miners", "s-guards"}
    assert "s-blame" in (one, other)
    assert rulings.different_source == (("observatory", "residents"),)
    assert rulings.retracted == ("residents",)


def test_a_later_opposite_ruling_replaces_the_earlier() -> None:
    ends = anchor(span("The observatory")), anchor(span("Residents"))
    rulings = ruled(judged("dependent", *ends), judged("independent", *reversed(ends), number=2))
    assert (rulings.dependent, rulings.independent) == ((), (("observatory", "residents"),))


def test_a_statement_stands_for_its_root_and_an_outlet_for_itself() -> None:
    bare = replace(BLAME, id="s-bare", hops=())
    rulings = ruled(judged("retracted", anchor(MINERS)), judged("retracted", anchor(BLAME), number=2),
                    statements=(MINERS, bare))  # fmt: skip
    assert rulings.retracted == ("observatory", "post")


def test_the_head_of_a_report_stands_for_its_outlet_even_where_it_names_a_voice() -> None:
    titled = replace(
        report(), blocks=(Block(0, len(FIRST), "title"), Block(len(FIRST) + 1, len(TEXT), "body"))
    )
    whole = Anchor("r1", titled.text_digest, span(FIRST))
    voice = Anchor("r1", titled.text_digest, span("The observatory"))
    judgements = (judged("retracted", whole), judged("dependent", whole, voice, number=2))
    rulings = attach(judgements, (titled,), ALL, SOURCES)
    assert (rulings.retracted, rulings.dependent) == (("post",), (("observatory", "post"),))


def test_anchors_move_with_their_words_when_the_text_shifts() -> None:
    shifted = "KARSOVA -- " + TEXT
    moved = tuple(
        replace(s, span=Span.of(shifted, s.span.start + 11, s.span.end + 11), hops=())
        for s in (MINERS, BLAME)
    )
    rulings = ruled(judged("wrong", anchor(BLAME)), text=shifted, statements=moved)
    assert rulings.dropped == {"s-blame"}


def test_an_anchor_takes_the_most_overlapping_statement_of_its_aspect() -> None:
    wider = replace(BLAME, id="wider", span=span("near Karsova. Residents blamed the army"))
    narrow = replace(BLAME, id="narrow", span=span("blamed the army for the shelling"))
    other = replace(MINERS, id="other", span=BLAME.span)
    assert ruled(judged("wrong", anchor(BLAME)), statements=(wider, narrow, other)).dropped == {"narrow"}


def test_what_finds_no_place_is_listed_and_never_dropped() -> None:
    gone = judged("wrong", anchor(BLAME))
    elsewhere = judged("wrong", replace(anchor(BLAME), report="r9"), number=2)
    nothing = judged("confirmed", anchor(span("Three bakers"), "injured"), number=3)
    same = judged("same-incident", anchor(BLAME), anchor(BLAME), number=4)
    assert ruled(gone, text="Another text altogether.", statements=()).unattached == (gone,)
    assert ruled(elsewhere, nothing, same).unattached == (elsewhere, nothing, same)


def test_an_anchor_without_its_words_holds_by_position_while_the_text_is_the_same() -> None:
    bare = replace(anchor(BLAME), span=Span(BLAME.span.start, BLAME.span.end, ""))
    assert ruled(judged("wrong", bare)).dropped == {"s-blame"}
    assert ruled(judged("wrong", bare), text=TEXT + " More.").unattached
    forgotten = judged("missed", replace(bare, aspect="killed"))
    assert ruled(forgotten).unattached == (forgotten,)


@pytest.mark.parametrize(
    ("aspect", "words", "wanted"),
    [
        ("killed", "12", "12 people"),
        ("killed", "at least 100 civilians", "100 or more civilians"),
        ("injured", "10-20", "10 to 20 people"),
        ("responsible", "the army", "the army"),
        ("link", "Veldra arms the Northern Front", "Veldra arms the Northern Front"),
        ("materiel", "3 trucks", "3 trucks"),
        ("damage", "a school", "1 school"),
        ("damage", "the school in Tamar", "the school in Tamar"),
    ],
)
def test_values_are_read_from_words(aspect: Aspect, words: str, wanted: str) -> None:
    assert value_words(parse_value(aspect, words, "", BLAME.span)) == wanted


def test_kinds_of_value() -> None:
    assert isinstance(parse_value("link", "A trades with B", "", BLAME.span), Link)
    assert isinstance(parse_value("damage", "a school", "", BLAME.span), Thing)


@pytest.mark.parametrize(
    ("words", "first", "days"),
    [
        ("2031-05-01", "2031-05-01", 1),
        ("2031-12", "2031-12-01", 31),
        ("2031-05-01/2031-05-03", "2031-05-01", 3),
    ],
)
def test_dates(words: str, first: str, days: float) -> None:
    interval = parse_date(words)
    assert (interval.start.date().isoformat(), interval.days, interval.rule) == (first, days, "judgement")


@pytest.mark.parametrize("words", ["", "May", "2031-13", "2031-02-30", "2031-05-02/2031-05-01", "0000-01-01"])
def test_dates_that_are_none(words: str) -> None:
    with pytest.raises(UsageError):
        parse_date(words)


@pytest.mark.parametrize(
    ("action", "anchors", "details", "message"),
    [
        ("nonsense", 1, {}, "no judgement"),
        ("undo", 0, {}, "no judgement"),
        ("same-incident", 1, {}, "2 place"),
        ("wrong", 2, {}, "1 place"),
        ("wrong", 1, {"colour": "red"}, "colour"),
        ("corrected", 1, {"was": "2 guards"}, "what is right"),
        ("corrected", 1, {"stance": "shouts"}, "no stance"),
        ("corrected", 1, {"value": "happy returns"}, "no number"),
        ("corrected", 1, {"aspect": "weather"}, "no aspect"),
        ("corrected", 1, {"date": "soon"}, "no date"),
        ("missed", 1, {}, "needs a value"),
    ],
)
def test_requests_that_make_no_sense_are_refused(
    action: str, anchors: int, details: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        check_request(action, [anchor(MINERS)] * anchors, details)


def findings() -> Findings:
    other = report("The army denied it. The army denied it.", "r2" + "0" * 62, "star")
    table = SourceTable({}, {}, {}, {})
    hexed = tuple(replace(s, id=f"{i:x}" * 64) for i, s in enumerate(ALL, 10))
    return Findings((), (report(), other), hexed, table, (), (), (), (), ())


def test_pointing_at_a_statement_a_place_and_a_quote() -> None:
    found = findings()
    miners, guards, blame = found.statements
    assert aim(found, "cccccccc") == aim_at(found, blame)
    assert aim(found, "aaaaaa").was == "12 miners"
    start, end = blame.span.start, blame.span.end
    assert aim(found, f"post:{start}-{end}").statement == blame
    bare = aim(found, f"post:{miners.span.start}-{miners.span.end}")
    assert (bare.statement, bare.anchor.span, bare.anchor.aspect) == (None, guards.span, "")
    assert aim(found, "Three bakers", "injured").anchor == Anchor(
        "r1", digest(TEXT.encode()), span("Three bakers"), "injured"
    )


@pytest.mark.parametrize(
    "words", ["", "no such words", "post:0-9999", "post:5-5", "The army denied", "dddddd"]
)
def test_pointing_at_nothing_or_at_two_places_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        aim(findings(), words)
