"""Accounts: order of values, series over time, summaries, and what was not read."""

import re
from dataclasses import replace

import pytest
from weigh_pile import Pile, day, people

from whence.model.finding import OriginCount
from whence.model.span import Span
from whence.model.statement import Count, Link, Thing
from whence.model.values import Amount
from whence.weigh.account import make_accounts
from whence.weigh.summary import amount_words, number_word, origins_words
from whence.weigh.values import group_values, near, same_value, scope


def test_updates_of_one_source_are_a_series_with_one_origin() -> None:
    pile = Pile()
    for told, toll in ((3, 112), (1, 24), (4, 126), (2, 43)):
        pile.say(pile.report(f"r{told}", f"Daily {told}", told), people(toll), "Monitor")
    aspect = pile.aspect()
    assert (aspect.speaking.least, aspect.speaking.most) == (1, 1)
    assert [s.value.amount.lower for s in aspect.series if isinstance(s.value, Count)] == [24, 43, 112, 126]
    assert [s.told for s in aspect.series] == [day(1), day(2), day(3), day(4)]


def test_equal_neighbours_are_one_step_and_parts_are_none() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A", 1), people(24), "Monitor")
    pile.say("a", people(5, "children"), "Monitor")
    pile.say(pile.report("b", "Daily B", 2), people(24), "Monitor")
    assert [len(s.statements) for s in pile.aspect().series] == [2]


def test_values_come_by_origins_then_statements() -> None:
    pile = Pile()
    for number in range(4):
        pile.say(pile.report(f"a{number}", f"Daily {number}"), people(12), "Monitor")
    for voice in ("Ministry", "Hospital"):
        pile.say(pile.report(voice, f"Paper {voice}"), people(30), voice)
    values = pile.aspect().values
    assert [
        (v.value.amount.lower, v.behind.least, v.outlets) for v in values if isinstance(v.value, Count)
    ] == [
        (30, 2, 2),
        (12, 1, 4),
    ]


def test_summary_counts_in_words_and_rests_on_statements() -> None:
    pile = Pile()
    for number, toll in enumerate((20, 30, 50, 90, 130)):
        pile.say(pile.report(f"r{number}", f"Daily {number}"), people(toll), f"Voice {number}")
    denial = pile.blame("r0", "the army", "Ministry", stance="denies")
    pile.blame("r1", "the army", "Monitor")
    account = pile.account()
    words = [c.words for c in account.summary]
    assert words[0] == "Five origins give between 20 and 130 killed."
    assert "One origin names the army as responsible." in words
    said = next(c for c in account.summary if c.words == "Ministry denies that the army did it.")
    assert said.statements == (denial,)
    known = {s.id for s in pile.statements}
    assert all(c.statements and set(c.statements) <= known for c in account.summary)
    assert not any(re.search(r"\b(true|truth|fact|lie|false|really|proven)\b", w) for w in words)


def test_summary_says_how_many_outlets_carry_one_origin() -> None:
    pile = Pile()
    for name in "abc":
        pile.say(pile.report(name, f"Daily {name}"), people(12), "Monitor")
    assert pile.account().summary[0].words == "One origin gives 12 people killed; three outlets carry it."


def test_links_are_told_back() -> None:
    pile = Pile()
    span = Span(0, 1, "x")
    pile.say(
        pile.report("a", "Daily A"),
        Link("Ostrava", "arms", "the Front", span, span),
        "Monitor",
        aspect="link",
    )
    assert pile.account().summary[0].words == "One origin says that Ostrava arms the Front."


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 1, ("One origin", True)),
        (0, 0, ("No origins", False)),
        (2, 2, ("Two origins", False)),
        (1, 3, ("Between one and three origins", False)),
        (1, None, ("At least one origin", True)),
        (4, None, ("At least four origins", False)),
        (14, 14, ("14 origins", False)),
    ],
)
def test_counts_in_words(least: int, most: int | None, words: tuple[str, bool]) -> None:
    assert origins_words(OriginCount(least, most, (), ())) == words


def test_amounts_in_words() -> None:
    said = [(126, 126), (100, None), (None, 50), (60, 70), (1500, 1500)]
    assert [amount_words(Amount(low, high, "")) for low, high in said] == [
        "126", "at least 100", "up to 50", "60 to 70", "1,500",
    ]  # fmt: skip
    assert number_word(12) == "twelve"
    assert number_word(13) == "13"


def test_unread_reports_that_could_bear_are_counted() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    base = pile.reports["a"]
    times = {"same": day(1), "soon": day(9), "later": day(28), "undated": None}
    unread = tuple(replace(base, id=k, published=t, unread="language") for k, t in times.items())
    before = replace(
        base, id="before", published=day(1).of_days(day(1).start.replace(month=4)), unread="language"
    )
    assert pile.account(unread=(*unread, before)).unread == 3


def test_values_within_rounding_are_one_and_never_chain() -> None:
    pile = Pile()
    for number, toll in enumerate((100, 100, 104, 108)):
        pile.say(pile.report(f"r{number}", f"Daily {number}"), people(toll))
    groups = group_values(pile.statements, {})
    assert [len(members) for _, members in groups] == [3, 1]
    assert near(20, 19)
    assert not near(20, 18)
    assert near(0, 0)
    assert not near(0, 1)


def test_tolls_near_one_another_are_one_value_only_where_one_rounds_the_other() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(58, "civilians"), "Health directorate")
    pile.say(pile.report("b", "Daily B"), people(61, "civilians"), "Monitor")
    pile.say(pile.report("c", "Daily C"), people(1000, "guards"), "Ministry")
    pile.say(pile.report("d", "Daily D"), people(1040, "guards"), "Party")
    assert sorted(v.behind.least for v in pile.aspect().values) == [1, 1, 2]


def test_a_group_is_the_same_group_whatever_else_its_report_counts() -> None:
    pile = Pile()
    report = pile.report("a", "Daily A")
    pile.say(report, people(16, "guards"), "Ministry")
    pile.say(report, people(20, "guards"), "Union")
    pile.say(pile.report("b", "Daily B"), people(16, "guards"), "Monitor")
    assert sorted(v.behind.least for v in pile.aspect().values) == [1, 2]


def test_a_coalition_is_the_one_whose_leader_others_name_unless_they_name_two() -> None:
    pile = Pile()
    pile.blame(pile.report("a", "Daily A"), "coalition", "Ministry")
    pile.blame(pile.report("b", "Daily B"), "Vostian led coalition", "Monitor")
    assert [len(members) for _, members in group_values(pile.statements, {})] == [2]
    pile.blame(pile.report("c", "Daily C"), "Marlandic led coalition", "Union")
    assert [len(members) for _, members in group_values(pile.statements, {})] == [1, 1, 1]


def test_children_are_never_the_whole_toll() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12, "children"), "Ministry")
    pile.say(pile.report("b", "Daily B"), people(12), "Monitor")
    assert [v.behind.least for v in pile.aspect().values] == [1, 1]
    assert scope("Civilians") == scope("people")
    assert scope("kids") == "children"
    assert not same_value(people(12, "children"), people(12), {})


def test_accounts_come_in_order_of_time_whatever_the_input() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12))
    linked = pile.linked()
    first = linked.incidents[0]
    later = replace(first, id="b", interval=day(3))
    never = replace(first, id="a", interval=None)
    for order in ((first, later, never), (never, later, first)):
        made = make_accounts(replace(linked, incidents=order))
        assert [a.incident.id for a in made] == ["i", "b", "a"]


def test_the_range_is_of_what_was_told_and_not_of_what_it_was_taken_as() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(20, upper=None), "Ministry")
    pile.say(pile.report("b", "Daily B"), people(20, upper=130), "Monitor")
    pile.say(pile.report("c", "Daily C"), people(64), "Union")
    assert pile.account().summary[0].words == "Three origins give between 20 and 130 killed."
    pile.say(pile.report("d", "Daily D"), people(150, upper=None), "Hospital")
    assert pile.account().summary[0].words == "Four origins give between 20 and 150 or more killed."


def test_a_number_of_killed_and_injured_together_is_no_end_of_the_range() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Ministry")
    pile.say(pile.report("b", "Daily B"), people(16), "Monitor")
    both = Count(Amount(60, 60, "60"), "people", "of killed or injured")
    pile.say(pile.report("c", "Daily C"), both, "Union")
    words = [c.words for c in pile.account().summary]
    assert words[0] == "Two origins give between 12 and 16 killed."
    assert "One origin gives 60 people killed or injured." in words


def test_no_range_is_told_of_upper_ends_alone_or_of_one_number() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), Count(Amount(None, 50, "up to 50", "up to"), "people"), "Ministry")
    pile.say(pile.report("b", "Daily B"), Count(Amount(None, 30, "up to 30", "up to"), "people"), "Monitor")
    assert not any("between" in c.words for c in pile.account().summary)
    other = Pile()
    other.say(other.report("a", "Daily A"), people(50, upper=None), "Ministry")
    other.say(other.report("b", "Daily B"), Count(Amount(None, 50, "up to 50", "up to"), "people"), "Monitor")
    assert not any("between" in c.words for c in other.account().summary)


def test_words_that_no_number_says_are_told_beside_the_number() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), Count(Amount(24, None, "Dozens", "dozens"), "people"), "Ministry")
    assert pile.account().summary[0].words == (
        "One origin gives at least 24 people killed (“dozens” in the text)."
    )


def test_a_denial_of_a_number_says_which() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say("a", people(12), "Army", stance="denies")
    pile.say("a", people(0, "civilians"), "Ministry", stance="denies")
    words = [c.words for c in pile.account().summary]
    assert "Army denies that 12 people were killed." in words
    assert "Ministry denies that civilians were killed." in words


def test_a_toll_of_one_group_that_rises_is_a_series_where_no_whole_toll_is_given() -> None:
    pile = Pile()
    for told, toll in ((1, 5), (3, 7), (5, 9)):
        pile.say(pile.report(f"r{told}", f"Daily {told}", told), people(toll, "officers"), "Ministry")
    pile.say("r5", people(2, "guards"), "Ministry")
    pile.say("r1", people(3, "guards"), "Monitor")
    aspect = pile.aspect()
    assert [(t.source, str(t.value.amount)) for t in aspect.series if isinstance(t.value, Count)] == [
        ("Ministry", "5"), ("Ministry", "7"), ("Ministry", "9"),
    ]  # fmt: skip


def test_two_more_are_no_toll() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(14), "Ministry")
    pile.say(pile.report("c", "Daily C", 3), people(2), "Union")
    pile.say(pile.report("d", "Daily D", 4), people(3), "Union")
    for told, words in (("c", "two more people have died"), ("d", "another two")):
        at = next(i for i, s in enumerate(pile.statements) if s.report == told)
        old = pile.statements[at]
        amount = Amount(2, 2, "two")
        quote = replace(old.span, quote=f"In Velky {words}, the union said.")
        pile.statements[at] = replace(old, span=quote, value=Count(amount, "people"))
    aspect = pile.aspect()
    assert pile.account().summary[0].words.endswith("give between 12 and 14 killed.")
    assert [d.kind for d in aspect.differences] == ["contradiction"]
    assert {t.source for t in aspect.series} == {"Monitor", "Ministry"}


def test_parts_that_one_report_tells_are_no_end_of_the_range_and_no_step() -> None:
    pile = Pile()
    report = pile.report("a", "Daily A")
    for toll in (20, 13, 7):
        pile.say(report, people(toll), "Ministry")
    pile.say(pile.report("b", "Daily B", 2), people(26), "Ministry")
    pile.say(pile.report("c", "Daily C"), people(31), "Monitor")
    aspect = pile.aspect()
    assert pile.account().summary[0].words == "Two origins give between 20 and 31 killed."
    told = [
        str(t.value.amount) for t in aspect.series if isinstance(t.value, Count) and t.source == "Ministry"
    ]
    assert told == ["20", "26"]


def test_one_thing_is_one_value_whatever_its_article() -> None:
    pile = Pile()
    span = Span(0, 1, "x")
    for name, amount in (("a", None), ("b", Amount(1, 1, "a")), ("c", Amount(3, 3, "three"))):
        thing = Thing("hospital", amount, span)
        pile.say(pile.report(name, f"Daily {name}"), thing, f"Voice {name}", aspect="damage")
    assert sorted(v.behind.least for v in pile.aspect().values) == [1, 2]
    words = [c.words for c in pile.account().summary]
    assert "Two origins speak of damage to hospital; two outlets carry it." in words


def test_actors_take_the_article_that_a_sentence_needs() -> None:
    pile = Pile()
    pile.blame(pile.report("a", "Daily A"), "government", "Monitor")
    pile.blame(pile.report("b", "Daily B"), "rebels", "Ministry")
    words = {c.words for c in pile.account().summary}
    assert words == {
        "One origin names the government as responsible.",
        "One origin names rebels as responsible.",
    }
