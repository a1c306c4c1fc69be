"""Origins are counted by the rules of the design, one test a rule."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from weigh_pile import Pile, people

from whence.model.codec import encode
from whence.model.finding import OWNER_FACT
from whence.model.judgement import Rulings, withdrawn_key
from whence.model.span import Reason
from whence.weigh.account import make_accounts


def test_two_papers_that_quote_one_monitor_have_one_origin() -> None:
    pile = Pile()
    for name in ("a", "b"):
        pile.say(pile.report(name, f"Daily {name}"), people(12), "Monitor")
    aspect = pile.aspect()
    assert (aspect.speaking.least, aspect.speaking.most) == (1, 1)
    assert [o.name for o in aspect.speaking.origins] == ["Monitor"]
    assert aspect.values[0].outlets == 2
    assert aspect.speaking.origins[0].chains == (("Daily a", "Monitor"), ("Daily b", "Monitor"))
    assert all(r.evidence for r in aspect.speaking.origins[0].reasons if r.rule == "told")


def test_an_unattributed_claim_is_the_credited_agencys_word() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A", credit="Wire"), people(12))
    pile.say(pile.report("b", "Daily B"), people(12), "Wire")
    assert pile.count() == (1, 1)
    rules = {r.rule for o in pile.aspect().speaking.origins for r in o.reasons}
    assert {"credit", "told", "same mouth"} <= rules


def test_an_outlets_own_word_is_an_origin() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12))
    pile.say(pile.report("b", "Daily B"), people(12))
    assert pile.count() == (2, 2)


def test_a_copy_that_dropped_the_attribution_takes_the_originals_root() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12))
    assert pile.count() == (2, 2)
    pile.copy("b", "a")
    assert pile.count() == (1, 1)
    copied = [r for r in pile.aspect().speaking.origins[0].reasons if r.rule == "copied"]
    assert {e.report for e in copied[0].evidence} == {"a", "b"}


def test_a_copy_of_another_value_at_the_same_spot_is_no_relay() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(40))
    pile.copy("b", "a", share=0.1)
    roots = {o.source for o in pile.aspect().speaking.origins}
    assert "Monitor" in roots
    assert len(roots) == 2


def test_a_text_printed_by_three_outlets_without_credit_is_one_origin() -> None:
    pile = Pile()
    for name in ("a", "b", "c"):
        pile.say(pile.report(name, f"Daily {name}"), people(12))
    pile.copy("b", "a", known=False)
    pile.copy("c", "b", known=False)
    assert pile.count() == (1, 1)
    assert pile.aspect().speaking.origins[0].name == "one text printed by Daily a, Daily b, Daily c"


def test_a_chain_of_copies_is_followed_to_its_source() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12))
    pile.say(pile.report("c", "Daily C"), people(12))
    pile.copy("b", "a")
    pile.copy("c", "b")
    assert pile.count() == (1, 1)
    assert ("Daily C", "Daily B", "Daily A", "Monitor") in pile.aspect().speaking.origins[0].chains


def test_copies_in_a_ring_end() -> None:
    pile = Pile()
    for name in ("a", "b"):
        pile.say(pile.report(name, f"Daily {name}"), people(12))
    pile.copy("b", "a")
    pile.copy("a", "b")
    assert pile.count() == (1, 1)


def test_common_owners_are_one_mouth() -> None:
    pile = Pile()
    pile.source("State media")
    pile.source("State TV", owner="State media")
    pile.source("State agency", owner="State media")
    pile.say(pile.report("a", "Daily A"), people(12), "State TV")
    pile.say(pile.report("b", "Daily B"), people(12), "State agency")
    assert pile.count() == (1, 1)
    assert "owner" in {r.rule for r in pile.aspect().speaking.origins[0].reasons}
    assert pile.aspect().speaking.origins[0].name == "State media"


def test_the_reason_says_what_the_fact_of_the_owner_rests_on() -> None:
    pile = Pile()
    pile.source("State media")
    pile.source("State TV", owner="State media")
    fact = Reason(
        OWNER_FACT, "speaks for State media: An almanac, looked up 2031-05-01 at almanac.example/tv"
    )
    pile.sources["State TV"] = replace(pile.sources["State TV"], reasons=(fact,))
    pile.say(pile.report("a", "Daily A"), people(12), "State TV")
    words = [r.words for r in pile.aspect().speaking.origins[0].reasons if r.rule == "owner"]
    assert words == [
        "State TV speaks for State media (An almanac, looked up 2031-05-01 at almanac.example/tv)"
    ]


def test_one_mouth_of_an_owner_is_called_by_its_own_name() -> None:
    pile = Pile()
    pile.source("State media")
    pile.source("State TV", owner="State media")
    pile.say(pile.report("a", "Daily A"), people(12), "State TV")
    pile.say(pile.report("b", "Daily B"), people(12), "State TV")
    assert pile.aspect().speaking.origins[0].name == "State TV"


def test_vague_voices_widen_and_never_settle() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "residents")
    assert pile.count() == (1, 1)
    pile.say(pile.report("b", "Daily B"), people(12), "residents")
    assert pile.count() == (1, 1)
    pile.say(pile.report("c", "Daily C"), people(12), "activists")
    assert pile.count() == (1, 2)
    pile.say(pile.report("d", "Daily D"), people(12), "Monitor")
    assert pile.count() == (1, 3)


def test_a_circle_is_named_and_counts_as_nothing() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12), "Daily A")
    aspect = pile.aspect()
    assert (aspect.speaking.least, aspect.speaking.most) == (0, 0)
    assert aspect.speaking.circles == (("Daily A", "Daily B"),)
    assert aspect.values[0].behind.least == 0
    assert any("cite one another" in c.words for c in pile.account().summary)


def test_a_circle_of_three_is_found_and_an_outside_leg_breaks_it() -> None:
    pile = Pile()
    for one, other in (("A", "B"), ("B", "C"), ("C", "A")):
        pile.say(pile.report(one, f"Daily {one}"), people(12), f"Daily {other}")
    assert pile.aspect().speaking.circles == (("Daily A", "Daily B", "Daily C"),)
    pile.say(pile.report("D", "Daily C"), people(12), "Monitor")
    aspect = pile.aspect()
    assert aspect.speaking.circles == ()
    assert [o.name for o in aspect.speaking.origins] == ["Monitor"]


def test_a_cited_outlet_that_has_it_from_a_monitor_is_a_relay() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12), "Monitor")
    assert pile.count() == (1, 1)
    assert "relay" in {r.rule for o in pile.aspect().speaking.origins for r in o.reasons}


def test_a_relay_of_another_value_is_not_followed() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(90), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12), "Monitor")
    assert pile.count() == (2, 2)


def test_speaking_and_behind_are_two_counts() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(30), "Ministry")
    aspect = pile.aspect()
    assert aspect.speaking.least == 2
    assert [v.behind.least for v in aspect.values] == [1, 1]


def test_denials_opinions_and_appeals_make_no_origin() -> None:
    pile = Pile()
    pile.blame(pile.report("a", "Daily A"), "Army", "Monitor")
    denial = pile.blame(pile.report("b", "Daily B"), "Army", "Ministry", stance="denies")
    pile.blame(pile.report("c", "Daily C"), "Army", kind="opinion")
    pile.blame(pile.report("d", "Daily D"), "Army", kind="appeal")
    aspect = pile.aspect()
    assert (aspect.speaking.least, aspect.speaking.most) == (1, 1)
    assert aspect.denials == (denial,)


def test_a_retracted_source_falls_with_all_that_stood_on_it() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Agency", "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12), "Ministry")
    assert pile.count() == (2, 2)
    fallen = Rulings(retracted=("Monitor",))
    assert pile.count(fallen) == (1, 1)
    assert pile.count(Rulings(retracted=("Agency",))) == (1, 1)
    words = " ".join(r.words for r in pile.aspect(fallen).speaking.reasons)
    assert "1 statement stood on Monitor, which was retracted" in words
    assert len(pile.aspect(fallen).values[0].statements) == 2


def test_rulings_fold_and_unfold() -> None:
    pile = Pile()
    pile.source("State media")
    pile.source("State TV", owner="State media")
    pile.say(pile.report("a", "Daily A"), people(12), "State TV")
    pile.say(pile.report("b", "Daily B"), people(12), "State media")
    assert pile.count() == (1, 1)
    assert pile.count(Rulings(independent=(("State TV", "State media"),))) == (2, 2)
    pile.say(pile.report("c", "Daily C"), people(12), "Monitor")
    assert pile.count() == (2, 2)
    assert pile.count(Rulings(dependent=(("Monitor", "State TV"),))) == (1, 1)


def test_outlets_ruled_independent_are_not_copies() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12))
    pile.say(pile.report("b", "Daily B"), people(12))
    pile.copy("b", "a")
    assert pile.count() == (1, 1)
    assert pile.count(Rulings(independent=(("Daily A", "Daily B"),))) == (2, 2)


def test_what_remains_without_each_source() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12), "Monitor")
    pile.say(pile.report("c", "Daily C"), people(12), "Agency", "Ministry")
    assert dict(pile.aspect().values[0].without) == {"Monitor": 1, "Agency": 1, "Ministry": 1, "Daily C": 1}


def test_a_statement_ruled_wrong_is_gone() -> None:
    pile = Pile()
    wrong = pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12), "Ministry")
    assert pile.count(Rulings(dropped=frozenset({wrong}))) == (1, 1)


names = st.sampled_from(["Monitor", "Ministry", "residents", "Daily 1", "Daily 2", "Agency", ""])
telling = st.tuples(st.integers(0, 5), st.integers(1, 4), names, names)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(telling, min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4),
    st.randoms(use_true_random=False),
)
def test_counts_are_bounded_and_do_not_hang_on_order(
    told: list[tuple[int, int, str, str]], copied: list[tuple[int, int]], order: random.Random
) -> None:
    pile = Pile()
    for number in range(6):
        pile.report(f"r{number}", f"Daily {number % 3}", told=number + 1)
    for report, value, one, other in told:
        pile.say(f"r{report}", people(value * 10), *[n for n in (one, other) if n])
    for one, other in sorted({(a, b) for a, b in copied if a != b}):
        pile.copy(f"r{one}", f"r{other}", known=one > other)
    accounts = make_accounts(pile.linked())
    for value in (v for a in accounts[0].aspects for v in a.values):
        assert 0 <= value.behind.least <= (value.behind.most or 0) <= len(value.statements) * 2
        assert accounts[0].aspects[0].speaking.least >= value.behind.least
        assert all(left <= value.behind.least for _, left in value.without)
    for shuffled in (pile.statements, pile.copies):
        order.shuffle(shuffled)
    pile.reports = dict(sorted(pile.reports.items(), key=lambda _: order.random()))
    incident = accounts[0].incident
    again = make_accounts(pile.linked(incidents=(incident,)))
    assert [encode(a) for a in again] == [encode(a) for a in accounts]


def test_what_an_outlet_cites_falls_with_the_source_that_outlet_had_it_from() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12), "Agency", "Monitor")
    assert pile.count() == (1, 1)
    for gone in ("Monitor", "Agency", "Daily B"):
        aspect = pile.aspect(Rulings(retracted=(gone,)))
        assert (aspect.speaking.least, aspect.speaking.most) == (0, 0)
        words = " ".join(r.words for r in aspect.speaking.reasons)
        assert f"2 statements stood on {gone}, which was retracted" in words
    assert dict(pile.aspect().values[0].without)["Agency"] == 0


def test_a_ring_stands_on_the_own_word_of_one_of_it() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12), "Daily A")
    pile.say(pile.report("c", "Daily A"), people(12))
    aspect = pile.aspect()
    assert aspect.speaking.circles == ()
    assert [o.name for o in aspect.speaking.origins] == ["Daily A"]


def test_who_cites_the_other_for_another_number_turns_in_no_circle() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(30), "Daily A")
    aspect = pile.aspect()
    assert aspect.speaking.circles == ()
    assert [v.behind.least for v in aspect.values] == [1, 1]


def test_an_outlet_that_cites_itself_gives_its_own_word() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily A")
    pile.say(pile.report("b", "Daily A"), people(12), "Agency", "Daily A")
    aspect = pile.aspect()
    assert aspect.speaking.circles == ()
    assert [o.name for o in aspect.speaking.origins] == ["Daily A"]


def test_a_text_of_nobody_is_not_counted_beside_an_outlet_that_prints_it() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12))
    pile.say(pile.report("b", "Daily B"), people(12))
    pile.copy("b", "a", known=False)
    pile.say(pile.report("c", "Daily A"), people(12))
    assert pile.count() == (1, 1)
    words = [r.words for r in pile.aspect().speaking.origins[0].reasons if r.rule == "same mouth"]
    assert any("may be Daily A's own" in w for w in words)


def test_texts_of_nobody_count_as_the_fewest_outlets_that_can_have_written_them() -> None:
    pile = Pile()
    for one, other in ("ab", "bc", "de"):
        for outlet in (one, other):
            pile.say(pile.report(one + other + outlet, f"Daily {outlet}"), people(12))
        pile.copy(f"{one}{other}{one}", f"{one}{other}{other}", known=False)
    assert pile.count() == (2, 2)


def test_a_report_that_was_withdrawn_falls_with_all_that_was_copied_from_it() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B"), people(12), "Monitor")
    pile.say(pile.report("c", "Daily C"), people(12))
    pile.say(pile.report("d", "Daily A", told=2), people(12))
    pile.copy("b", "a")
    pile.copy("c", "b")
    assert pile.count() == (2, 2)
    gone = Rulings(retracted=(withdrawn_key("a"),))
    aspect = pile.aspect(gone)
    assert [o.name for o in aspect.speaking.origins] == ["Daily A"]  # its other report stands
    words = [r.words for r in aspect.speaking.reasons if r.rule == "retracted"]
    assert words == ["3 statements stood on a report of Daily A, which was withdrawn"]
    assert pile.count(Rulings(retracted=(withdrawn_key("c"),))) == (2, 2)


def test_what_cites_an_outlet_falls_with_its_only_report_of_it() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Daily B")
    pile.say(pile.report("b", "Daily B"), people(12))
    assert pile.count(Rulings(retracted=(withdrawn_key("b"),))) == (0, 0)
    pile.say(pile.report("c", "Daily B"), people(12))
    assert pile.count(Rulings(retracted=(withdrawn_key("b"),))) == (1, 1)
