"""What a doubter asks of a count is answered in the terminal: the reasons, the words, where they stand."""

from dataclasses import replace

import pytest
import showcase

from whence.model.finding import Findings, SourceTable
from whence.model.plurals import singular
from whence.model.statement import Count
from whence.model.values import Amount
from whence.show import terminal
from whence.show.commands.show import nothing
from whence.show.desk import Desk, make_desk
from whence.show.phrases import value_words


def printed(what: object, width: int = 100) -> str:
    out = terminal.console()
    out.width = width
    with out.capture() as caught:
        out.print(what)
    return caught.get()


@pytest.fixture(scope="module")
def desk() -> Desk:
    return make_desk(showcase.findings(), mask=True)


def test_every_origin_stands_with_its_reasons_and_the_words_they_rest_on(desk: Desk) -> None:
    for account in desk.accounts:
        text = printed(terminal.account_view(desk, account), 400)
        behind = [v.behind for x in account.aspects for v in x.values]
        for reason in (r for count in behind for o in count.origins for r in o.reasons):
            assert desk.words(reason.words) in text
            for evidence in reason.evidence[:1]:
                place = f"{desk.reports[evidence.report].label}:{evidence.span.start}-{evidence.span.end}"
                assert place in text


def test_a_ground_is_told_once_with_the_reports_counted_and_names_withheld(desk: Desk) -> None:
    reports = list(desk.reports.values())[:5]
    quotes = [showcase.Span.of(r.text, 0, 12) for r in reports]
    reasons = [
        showcase.Reason("told", "the text has it from X", (showcase.Evidence(r.id, q),))
        for r, q in zip(reports, quotes, strict=True)
    ]
    (ground,) = desk.grounds([*reasons, reasons[0]])
    assert (ground.words, len(ground.passages), ground.more) == ("the text has it from X", 3, 2)
    named = showcase.span("lake-1", "Adel Mansour, a baker")
    hidden = showcase.Reason("told", "words", (showcase.Evidence(showcase.rid("lake-1"), named),))
    (ground,) = desk.grounds([hidden])
    assert "Mansour" not in ground.passages[0].quote


def test_a_count_that_only_looks_like_corroboration_says_so(desk: Desk) -> None:
    views = [printed(terminal.account_view(desk, a)) for a in desk.accounts]
    values = [v for a in desk.accounts for x in a.aspects for v in x.values]
    looks = sum(v.outlets >= 2 and v.behind.least < 2 for v in values)
    assert looks
    assert sum(view.count("It looks corroborated, and is not shown to be.") for view in views) == looks


def test_views_keep_within_a_narrow_terminal(desk: Desk) -> None:
    for what in (
        terminal.accounts_table(desk, desk.accounts),
        *(terminal.account_view(desk, a) for a in desk.accounts),
    ):
        assert max(map(len, printed(what, 60).splitlines())) <= 60


@pytest.mark.parametrize(
    ("plural", "one"),
    [("people", "person"), ("children", "child"), ("women", "woman"), ("army officers", "army officer"),
     ("deputies", "deputy"), ("sheep", "sheep")],
)  # fmt: skip
def test_one_is_told_in_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert value_words(Count(Amount(1, 1, "one"), plural)) == f"1 {one}"
    assert value_words(Count(Amount(1, None, "at least one"), plural)) == f"1 or more {plural}"


def test_what_is_empty_says_what_to_do() -> None:
    bare = Findings((), (), (), SourceTable({}, {}, {}, {}), (), (), (), (), ())
    assert "whence build" in nothing(make_desk(bare, mask=True))
    held = showcase.findings()
    unread = replace(bare, reports=tuple(replace(r, unread="no text") for r in held.reports))
    assert "--trouble" in nothing(make_desk(unread, mask=True))
    assert "whence export" in nothing(make_desk(replace(bare, reports=held.reports), mask=True))


def test_numbers_taken_as_one_stay_in_sight(desk: Desk) -> None:
    held = showcase.findings()
    (first, second, *_) = (s for s in held.statements if s.span.quote.startswith("43 people"))
    near = replace(second, value=Count(Amount(44, 44, "44"), "people"))
    told = tuple(near if s.id == second.id else s for s in held.statements)
    view = make_desk(replace(held, statements=told), mask=True)
    text = printed(terminal.account_view(view, view.account_of[first.id]))
    assert "43 people —" in text
    assert "(also told as 44 people)" in text
    assert "also told as" not in printed(terminal.account_view(desk, desk.account_of[first.id]))
