"""Whoever doubts a count gets every answer from `whence show` alone: who, where it says so, and what if it is wrong."""

import json
from dataclasses import replace

import pytest
import showcase
from test_cli import Run, run  # noqa: F401  (a fixture)
from test_terminal import printed

from whence.model.finding import Copy, Findings, Passage, ValueAccount
from whence.model.statement import Count
from whence.model.values import Amount
from whence.show import terminal, terminal_one
from whence.show.desk import Desk, make_desk, pick_told, value_notes
from whence.show.falls import falls_with, met_as
from whence.show.why import why


@pytest.fixture(scope="module")
def desk() -> Desk:
    return make_desk(showcase.findings(), mask=True)


def valued(desk: Desk, words: str) -> ValueAccount:
    values = (v for a in desk.accounts for x in a.aspects for v in x.values)
    return next(
        v
        for v in values
        if isinstance(v.value, Count) and v.value.amount.words == words and v.value.group == "people"
    )


def answers(desk: Desk, statement: str) -> dict[str, str]:
    parts = why(desk, desk.statements[statement])
    return {p.asked: " ".join([*p.lines, *(g.words for g in p.grounds)]) for p in parts}


def test_a_statement_answers_every_question_with_its_words_and_place(desk: Desk) -> None:
    (first, _) = valued(desk, "43").statements
    told = answers(desk, first)
    assert list(told) == [
        "Where does it say so?", "How was it read?", "When and where, and of what?", "Who says so?",
        "What does it count as?", "What if it is misread?",
    ]  # fmt: skip
    span = desk.statements[first].span
    assert f":{span.start}-{span.end}" in told["Where does it say so?"]
    assert f"⟦{span.quote}⟧" in told["Where does it say so?"]
    assert "a speaking verb" in told["Who says so?"]
    assert "43 people [2, 2]: the origin Tamarin Monitor" in told["What does it count as?"]
    assert f"judge statement wrong {first[:12]}" in told["What if it is misread?"]


def test_a_vague_voice_is_said_to_raise_the_most_alone(desk: Desk) -> None:
    dozens = next(
        s for s in valued(desk, "At least 24").statements if "dozens" in desk.quote(desk.statements[s])
    )
    assert "it only raises the most" in answers(desk, dozens)["What does it count as?"]


def test_what_counts_as_no_origin_says_why(desk: Desk) -> None:
    denial = next(s for s in desk.statements.values() if s.stance == "denies")
    assert "a denial stands beside what it denies" in answers(desk, denial.id)["What does it count as?"]
    held = showcase.findings()
    opinions = tuple(replace(s, kind="opinion") if s.stance != "denies" else s for s in held.statements)
    other = make_desk(replace(held, statements=opinions), mask=True)
    said = next(s for s in other.statements.values() if s.stance != "denies")
    assert "read as an opinion, not as a report of fact" in answers(other, said.id)["What does it count as?"]


def copied(direction: str) -> Findings:
    held = showcase.findings()
    one, two = showcase.rid("lake-1"), showcase.rid("amsel-1")
    quote = "At least 24 people were killed"
    passage = Passage(showcase.span("amsel-1", quote), showcase.span("lake-1", quote), 6)
    copy = Copy(two, one, (passage,), 0.9, 0.4, direction, showcase.reason("shared words"))
    return replace(held, copies=(copy,))


@pytest.mark.parametrize(
    ("direction", "words"),
    [("known", "it has them from this report"), ("unknown", "who has them from whom is not shown")],
)
def test_who_else_prints_the_words_is_named_with_the_direction(direction: str, words: str) -> None:
    desk = make_desk(copied(direction), mask=True)
    told = next(s for s in desk.by_report[showcase.rid("lake-1")] if s.aspect == "killed")
    said = answers(desk, told.id)["Who else prints these words?"]
    assert "Amsel Gazette, amsel-1:" in said
    assert words in said


def test_what_falls_with_a_source_comes_with_lost_corroborations_first(desk: Desk) -> None:
    falls = falls_with(desk, "monitor")
    assert [(f.before, f.after, f.uncorroborates) for f in falls] == [(2, 1, True)]
    assert "43 people" in falls[0].words
    view = printed(terminal_one.source_view(desk, desk.source("monitor")), 200)
    assert (
        "If it falls: 1 value would have fewer origins; 1 would lose corroboration, 0 would have no origin"
        in view
    )


def test_who_falls_is_named_as_the_tellings_name_it() -> None:
    held = showcase.findings()
    sources = dict(held.sources.sources)
    sources["health"] = replace(sources["health"], owner="state")
    desk = make_desk(replace(held, sources=replace(held.sources, sources=sources)), mask=True)
    value = valued(desk, "43")
    assert met_as(desk, value, "state") == "Keld health office (counted as Vesharan state)"
    assert met_as(desk, value, "monitor") == "Tamarin Monitor"
    origin = replace(value.behind.origins[0], source="copies:x", name="one text printed by two papers")
    shared = replace(value, behind=replace(value.behind, origins=(origin,)))
    assert met_as(desk, shared, "copies:x") == "one text printed by two papers"


def test_the_words_of_a_vague_number_stand_with_it(desk: Desk) -> None:
    assert "in the texts “dozens”" in value_notes(desk, valued(desk, "At least 24"))
    assert value_notes(desk, valued(desk, "43")) == ""
    both = Count(Amount(36, None, "several dozen"), "people", "of killed or injured")
    assert "36 or more people, killed or injured together" in terminal.value_words(both)


def test_both_sides_of_a_difference_are_named_with_their_places(desk: Desk) -> None:
    view = printed(terminal.account_view(desk, desk.accounts[0]), 200)
    place = showcase.span("orlan-1", "43 people were killed in Keld")
    assert f"Tamarin Monitor, in Orlan Wire, orlan-1:{place.start}-{place.end}" in view
    assert "Vesharan Army, in Veshara State Television, state-1:" in view


def test_a_part_of_an_account_is_asked_for_by_its_words(desk: Desk) -> None:
    account = desk.accounts[0]
    some = printed(terminal.account_view(desk, account, "43"), 200)
    assert "43 people —" in some
    assert "24 or more" not in some.split("Why these reports")[0].replace("24 on the 5th", "")
    assert "Killed" not in printed(terminal.account_view(desk, account, "responsible"), 200)
    assert "Nothing in this account is told as" in printed(terminal.account_view(desk, account, "7,777"), 200)


def test_a_statement_is_picked_by_id_and_by_place_and_a_report_by_label(desk: Desk) -> None:
    (first, _) = valued(desk, "43").statements
    said = desk.statements[first]
    label = desk.reports[said.report].label
    for words in (first[:12], first.upper(), f"{label}:{said.span.start}-{said.span.end}"):
        assert pick_told(desk, words)[1] == (said,)
    assert pick_told(desk, label) == (desk.reports[said.report], desk.by_report[said.report])
    assert pick_told(desk, f"{label}:0-1") == (desk.reports[said.report], ())
    for words in ("no-such-label", "00000000", "tamarin"):
        assert pick_told(desk, words) == (None, ())


def test_the_command_takes_statements_places_and_reports(run: Run) -> None:  # noqa: F811
    held = showcase.findings()
    said = next(s for s in held.statements if s.span.quote.startswith("43 people were killed in Keld"))
    code, out, _ = run("show", "case", said.id[:10])
    assert (code, "Where does it say so?" in out) == (0, True)
    assert "Where does it say so?" in run("show", f"orlan-1:{said.span.start}-{said.span.end}")[1]
    assert "Monitor raises toll" in run("show", "orlan-1:0-2")[1]
    assert (
        "2 statements:" in run("show", "case", "lake-1")[1]
        or "3 statements:" in run("show", "case", "lake-1")[1]
    )
    assert [row["id"] for row in json.loads(run("show", said.id, "--json")[1])] == [said.id]


def test_what_is_folded_away_stays_so_around_a_statement_too(desk: Desk) -> None:
    told = [s for s in desk.by_report[showcase.rid("lake-1")] if "died beside him" in desk.quote(s)]
    assert desk.folds[showcase.rid("lake-1")]
    for s in told:
        shown = answers(desk, s.id)["Where does it say so?"]
        assert "died beside him" in shown
        assert "Charred bodies" not in shown


def test_an_account_is_told_in_short_first(desk: Desk) -> None:
    view = printed(terminal.account_view(desk, desk.accounts[0]), 200)
    assert (
        view.index("In short:")
        < view.index("Two origins say 43 people were killed in Keld")
        < view.index("Killed:")
    )
    assert "In short:" not in printed(terminal.account_view(desk, desk.accounts[0], "43"), 200)


def test_an_account_lists_its_reports_and_by_whom_a_word_came(desk: Desk) -> None:
    view = printed(terminal.account_view(desk, desk.accounts[0]), 200)
    listed = view.split("The reports:")[1]
    for report in (desk.reports[r] for r in desk.accounts[0].reports):
        assert f"{report.label} · {desk.outlet(report)}" in listed
    held = showcase.findings()
    value = valued(desk, "43")
    (first, *rest) = value.behind.origins
    way = replace(first, chains=(("lakeside", "orlan", "monitor"), ("lakeside", "monitor")))
    relayed = replace(value, behind=replace(value.behind, origins=(way, *rest)))
    shown = printed(terminal.Group(*terminal._origin_lines(make_desk(held, mask=True), relayed.behind)), 200)
    assert shown.count("by way of Orlan Wire") == 1


def test_who_prints_a_wire_text_is_not_said_to_know_nothing_of_its_source(desk: Desk) -> None:
    held = showcase.findings()
    (first, _) = valued(desk, "43").statements
    bare = tuple(replace(s, hops=()) if s.id == first else s for s in held.statements)
    told = answers(make_desk(replace(held, statements=bare), mask=True), first)
    assert "without a voice; it has it from Tamarin Monitor" in told["Who says so?"]
