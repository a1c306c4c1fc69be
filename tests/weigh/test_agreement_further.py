"""Further cases by hand of what is a difference, of which kind, and what is none."""

from dataclasses import replace
from datetime import timedelta

import pytest
from test_agreement import BRIDGE, Said, among, holds, least, most, n, side
from weigh_pile import Pile, day, people

from whence.model.values import PRESUMED, Amount, Interval
from whence.weigh.agreement import compare

OTHER = "Ministry"

CASES: list[tuple[str, Said, Said, str | None]] = [
    # agreement
    ("dead and killed people", Said(n(12, "dead")), Said(n(12, "people"), OTHER), None),
    ("victims and martyrs, one number", Said(n(31, "victims")), Said(n(31, "martyrs"), OTHER), None),
    ("nobody and nobody", Said(n(0)), Said(n(0), OTHER), None),
    ("at least, and just so many", Said(least(100)), Said(n(102), OTHER), None),
    ("one range twice", Said(among(20, 30)), Said(among(20, 30), OTHER), None),
    ("militants and rebels counted", Said(n(9, "militants")), Said(n(9, "rebels"), OTHER), None),
    ("one source, one report, two numbers", Said(n(7), report="r"), Said(n(12), report="r"), None),
    # parts
    ("journalists of civilians", Said(n(2, "journalists")), Said(n(12, "civilians"), OTHER), None),
    ("soldiers and civilians", Said(n(3, "soldiers")), Said(n(12, "civilians"), OTHER), None),
    ("more soldiers than civilians", Said(n(30, "soldiers")), Said(n(12, "civilians"), OTHER), None),
    ("more women than civilians", Said(n(30, "women")), Said(n(12, "civilians"), OTHER), "contradiction"),
    ("children where nobody is said to be dead", Said(n(5, "children")), Said(n(0), OTHER), "contradiction"),
    ("children above an upper end", Said(n(60, "children")), Said(most(50), OTHER), "contradiction"),
    ("children within an upper end", Said(n(40, "children")), Said(most(50), OTHER), None),
    # scope
    ("civilians fewer than victims", Said(n(20, "civilians")), Said(n(35, "victims"), OTHER), "scope"),
    ("residents fewer than fatalities", Said(n(20, "residents")), Said(n(35, "fatalities"), OTHER), "scope"),
    ("civilians and residents", Said(n(20, "civilians")), Said(n(35, "residents"), OTHER), "contradiction"),
    ("equal together and apart", Said(n(60)), Said(n(60, part="of killed or injured"), OTHER), "scope"),
    # time of telling
    ("own toll of two reports of one day", Said(n(12)), Said(n(24)), "time of telling"),
    ("own toll without dates", Said(n(12), told=None), Said(n(24), told=None), "time of telling"),
    ("own rounding later", Said(n(104), told=1), Said(n(112), told=3), "time of telling"),
    ("two days later, one more", Said(n(12), told=1), Said(n(13), OTHER, told=3), "time of telling"),
    ("at least, outgrown a day later", Said(among(10, 20), told=1), Said(n(33), OTHER, 2), "time of telling"),
    # date and place
    ("days that share a day", Said(n(12), when=1), Said(n(30), OTHER, when=1), "contradiction"),
    ("other date goes before a later telling", Said(n(12), told=1, when=1), Said(n(30), OTHER, 4, when=3), "date"),
    ("other place goes before a later telling", Said(n(12), place="a"), Said(n(30), OTHER, 4, place="b"), "place"),
    # rounding
    ("round thousand", Said(n(1000)), Said(n(1090), OTHER), "rounding"),
    ("the upper part of a range", Said(among(80, 90)), Said(n(89), OTHER), "spread"),
    ("too far for rounding", Said(n(100)), Said(n(120), OTHER), "contradiction"),
    ("ten and eleven", Said(n(10)), Said(n(11), OTHER), "rounding"),
    # spread
    ("at least few and up to many", Said(least(10)), Said(most(60), OTHER), "spread"),
    ("at least and a range", Said(least(10)), Said(among(30, 60), OTHER), "spread"),
    ("up to, above a range", Said(most(90)), Said(among(30, 60), OTHER), "spread"),
    ("range below at least", Said(among(5, 8)), Said(least(30), OTHER), "contradiction"),
    # contradiction
    ("nobody and some", Said(n(0)), Said(n(12), OTHER), "contradiction"),
    ("fewer, told much later", Said(n(30), told=1), Said(n(12), OTHER, told=9), "contradiction"),
    ("one told on part of the same day", Said(n(7), told=2), Said(n(12), OTHER, told=2), "contradiction"),
    # culprits
    ("gunmen may be of any side", Said("masked gunmen"), Said("the Front", OTHER), None),
    ("a suicide bomber is of some side", Said("a suicide bomber"), Said("the Front", OTHER), None),
    ("one of an open and a named pair", Said("the army and the Front"), Said("the army", OTHER), None),
    ("two pairs without a common one", Said("the Front and the League"), Said("the army", OTHER), "rival culprit"),
    # denials
    ("nobody was killed, they deny", Said(n(0), stance="denies"), Said(n(12), OTHER), "denial"),
    ("nobody at all, and a child", Said(n(0), stance="denies"), Said(n(1, "children"), OTHER), "denial"),
    ("no civilians, and a child", Said(n(0, "civilians"), stance="denies"), Said(n(1, "children"), OTHER), "denial"),
    ("no civilians, and soldiers", Said(n(0, "civilians"), stance="denies"), Said(n(9, "soldiers"), OTHER), None),
    ("no children, and people", Said(n(0, "children"), stance="denies"), Said(n(9), OTHER), None),
    ("twelve are denied, a child is told", Said(n(12), stance="denies"), Said(n(1, "children"), OTHER), None),
    ("a denied toll and damage", Said(n(12), stance="denies"), Said(BRIDGE, OTHER), None),
    ("a denied culprit and an open one", Said("the army", stance="denies"), Said("unknown", OTHER), None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "kind"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_difference(first: Said, second: Said, kind: str | None) -> None:
    holds(first, second, kind)


def test_parts_of_one_day_and_presumed_times_make_no_other_date() -> None:
    one, other = side(Said(n(12), when=1), 1), side(Said(n(30), OTHER, when=1), 2)
    start = day(1).start
    morning = Interval(start + timedelta(hours=2), start + timedelta(hours=12), "part of day")
    evening = Interval(start + timedelta(hours=13), start + timedelta(hours=24), "part of day")
    presumed = replace(day(3), rule=f"{PRESUMED}publication or the day before")
    for a, b in ((morning, evening), (day(1), presumed), (presumed, day(9))):
        first = replace(one, statement=replace(one.statement, when=a))
        second = replace(other, statement=replace(other.statement, when=b))
        found = compare(first, second, {})
        assert found is not None
        assert found[0] == "contradiction"


def test_every_difference_of_an_account_carries_the_spans_of_both_sides() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A", 1), people(12), "Monitor")
    pile.say(pile.report("b", "Daily B", 2), people(24), "Monitor")
    pile.say(pile.report("c", "Daily C", 2), people(90), "Ministry")
    pile.say(pile.report("d", "Daily D", 2), people(0), "Army", stance="denies")
    by_id = {s.id: s for s in pile.statements}
    found = pile.aspect().differences
    assert {d.kind for d in found} == {"time of telling", "contradiction", "denial"}
    for d in found:
        sides = [by_id[d.first], by_id[d.second]]
        assert [(e.report, e.span) for e in d.evidence] == [(s.report, s.span) for s in sides]


def test_sources_that_agree_differ_in_nothing() -> None:
    pile = Pile()
    for number, group in enumerate(("people", "civilians", "dead", "victims")):
        pile.say(
            pile.report(f"r{number}", f"Daily {number}", number + 1), people(12, group), f"Voice {number}"
        )
    pile.say("r0", people(3, "children"), "Voice 0")
    pile.blame("r1", "unknown", "Voice 1")
    assert all(not a.differences for a in pile.account().aspects)


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 40
    assert Amount(0, 0, "no", "none").exact
