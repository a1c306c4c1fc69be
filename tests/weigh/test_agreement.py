"""Differences are typed as a person would type them: a table of cases by hand."""

from dataclasses import dataclass
from typing import Any

import pytest
from weigh_pile import Pile, day, people

from whence.model.span import Span
from whence.model.statement import Count, Link, Statement, Thing, Value
from whence.model.values import Amount, Interval
from whence.weigh.agreement import Side, compare

ACTORS = {
    "the Front": "front",
    "the Front and the League": "front and league",
    "the army": "army",
    "army units": "army",
    "the air force": "army",
    "the coalition": "coalition",
    "the Vostian-led coalition": "vostian led coalition",
    "the Marlandic-led coalition": "marlandic led coalition",
}


@dataclass(frozen=True)
class Said:
    """One side: what, by which root, told on which day, in which report, of which day and place."""

    value: Value | str
    root: str = "Monitor"
    told: int | None = 1
    report: str = ""
    when: int | None = None
    place: str = ""
    stance: str = "states"


def n(number: int, group: str = "people", part: str = "") -> Count:
    return Count(Amount(number, number, str(number)), group, part)


def least(number: int, group: str = "people") -> Count:
    return Count(Amount(number, None, f"at least {number}", "at least"), group)


def most(number: int, group: str = "people") -> Count:
    return Count(Amount(None, number, f"up to {number}", "up to"), group)


def among(low: int, high: int, group: str = "people") -> Count:
    return Count(Amount(low, high, f"{low} to {high}", "range"), group)


def side(said: Said, number: int) -> Side:
    pile = Pile()
    report = pile.report(said.report or f"r{number}", f"Daily {number}", said.told)
    more: dict[str, Any] = {"stance": said.stance, "when": day(said.when) if said.when else None}
    if isinstance(said.value, str):
        pile.blame(report, said.value, **more)
    else:
        pile.say(report, said.value, aspect=_aspect(said.value), **more)
    statement: Statement = pile.statements[0]
    told: Interval | None = pile.reports[report].published
    return Side(statement, said.root, told, frozenset({said.place} - {""}))


def _aspect(value: Value) -> str:
    return "link" if isinstance(value, Link) else "damage" if isinstance(value, Thing) else "killed"


S = Span(0, 1, "x")
ARMS = Link("Ostrava", "arms", "the Front", S, S)
FUNDS = Link("Ostrava", "finances", "the Front", S, S)
BRIDGE, MILL = Thing("a bridge", None, S), Thing("a mill", None, S)
OTHER = "Ministry"

CASES: list[tuple[str, Said, Said, str | None]] = [
    # agreement
    ("equal tolls", Said(n(12)), Said(n(12), OTHER), None),
    ("equal at least", Said(least(12)), Said(least(12), OTHER), None),
    ("exact meets at least", Said(n(12)), Said(least(12), OTHER), None),
    ("within five per cent", Said(n(100)), Said(n(104), OTHER), None),
    ("people and persons", Said(n(12)), Said(n(12, "persons"), OTHER), None),
    ("people and civilians, one number", Said(n(12)), Said(n(12, "civilians"), OTHER), None),
    ("equal children", Said(n(5, "children")), Said(n(5, "minors"), OTHER), None),
    ("two bounds above", Said(most(50)), Said(most(50), OTHER), None),
    # time of telling
    ("a source raises its toll", Said(n(24), told=1), Said(n(43), told=2), "time of telling"),
    ("a source lowers its toll", Said(n(43), told=1), Said(n(24), told=2), "time of telling"),
    ("a source makes it exact", Said(least(100), told=1), Said(n(126), told=2), "time of telling"),
    ("another source, a day later, more", Said(n(24), told=1), Said(n(43), OTHER, told=2), "time of telling"),
    ("another source, five days later, more", Said(n(24), told=1), Said(n(43), OTHER, told=6), "time of telling"),
    ("the later one first", Said(n(43), OTHER, told=2), Said(n(24), told=1), "time of telling"),
    ("children raised", Said(n(5, "children"), told=1), Said(n(9, "children"), told=3), "time of telling"),
    ("later children outgrow it", Said(n(20), told=1), Said(n(30, "children"), OTHER, 3), "time of telling"),
    ("dozens, then a number below", Said(least(24), told=1), Said(n(21), told=2), "time of telling"),
    # scope
    ("civilians fewer than people", Said(n(20, "civilians")), Said(n(30), OTHER), "scope"),
    ("people more than civilians, other order", Said(n(30), OTHER), Said(n(20, "civilians")), "scope"),
    ("civilians against the dead", Said(n(20, "civilians")), Said(n(35, "dead"), OTHER), "scope"),
    ("civilians below at least", Said(n(20, "civilians")), Said(least(30), OTHER), "scope"),
    ("killed against killed or injured", Said(n(20)), Said(n(60, part="of killed or injured"), OTHER), "scope"),
    ("killed or injured first", Said(n(60, part="of killed or injured")), Said(n(20), OTHER), "scope"),
    # parts are no difference
    ("children of people", Said(n(5, "children")), Said(n(30), OTHER), None),
    ("women of people", Said(n(5, "women")), Said(n(30), OTHER), None),
    ("fighters of people", Said(n(12, "fighters")), Said(n(30), OTHER), None),
    ("children and women", Said(n(5, "children")), Said(n(7, "women"), OTHER), None),
    ("children of civilians", Said(n(5, "children")), Said(n(7, "civilians"), OTHER), None),
    ("soldiers and fighters", Said(n(5, "soldiers")), Said(n(70, "fighters"), OTHER), None),
    ("children of at least", Said(n(50, "children")), Said(least(30), OTHER), None),
    ("one report tells parts", Said(n(5), report="r"), Said(n(12), report="r"), None),
    # place and date
    ("other places", Said(n(12), place="p1"), Said(n(30), OTHER, place="p2"), "place"),
    ("one place", Said(n(12), place="p1"), Said(n(30), OTHER, place="p1"), "contradiction"),
    ("one place unknown", Said(n(12), place="p1"), Said(n(30), OTHER), "contradiction"),
    ("equal tolls of other places", Said(n(12), place="p1"), Said(n(12), OTHER, place="p2"), None),
    ("other days", Said(n(12), when=1), Said(n(30), OTHER, when=2), "date"),
    ("one day", Said(n(12), when=1), Said(n(30), OTHER, when=1), "contradiction"),
    ("one source on other days", Said(n(12), when=1, told=1), Said(n(30), when=2, told=2), "date"),
    # rounding
    ("round number above", Said(n(100)), Said(n(108), OTHER), "rounding"),
    ("round number below", Said(n(110)), Said(n(102), OTHER), "rounding"),
    ("nearly seventy", Said(among(60, 70)), Said(n(64), OTHER), "rounding"),
    ("no round number", Said(n(87)), Said(n(94), OTHER), "contradiction"),
    ("small numbers are not rounded", Said(n(8)), Said(n(9), OTHER), "contradiction"),
    # spread
    ("at least and more", Said(least(20)), Said(n(45), OTHER), "spread"),
    ("up to and fewer", Said(most(50)), Said(n(20), OTHER), "spread"),
    ("two lower bounds", Said(least(20)), Said(least(50), OTHER), "spread"),
    ("range holds number", Said(among(20, 40)), Said(n(33), OTHER), "spread"),
    ("ranges meet", Said(among(20, 40)), Said(among(35, 60), OTHER), "spread"),
    ("at least, above", Said(least(50)), Said(n(20), OTHER), "contradiction"),
    ("ranges apart", Said(among(20, 30)), Said(among(50, 60), OTHER), "contradiction"),
    ("up to, below", Said(most(10)), Said(n(20), OTHER), "contradiction"),
    # contradiction
    ("other tolls, one day", Said(n(12)), Said(n(40), OTHER), "contradiction"),
    ("more, told earlier", Said(n(40), told=1), Said(n(12), OTHER, told=2), "contradiction"),
    ("undated", Said(n(12), told=None), Said(n(40), OTHER, told=None), "contradiction"),
    ("one undated", Said(n(12), told=None), Said(n(40), OTHER, told=2), "contradiction"),
    ("more civilians than people", Said(n(40, "civilians")), Said(n(12), OTHER), "contradiction"),
    ("more children than people", Said(n(40, "children")), Said(n(12), OTHER), "contradiction"),
    ("other numbers of children", Said(n(5, "children")), Said(n(9, "children"), OTHER), "contradiction"),
    ("hedged is still said", Said(n(12), stance="hedges"), Said(n(40), OTHER), "contradiction"),
    # culprits
    ("rival culprits", Said("the army"), Said("the Front", OTHER), "rival culprit"),
    ("one culprit in other words", Said("the army"), Said("army units", OTHER), None),
    ("one culprit by key", Said("the army"), Said("the air force", OTHER), None),
    ("an unknown culprit is no rival", Said("unknown"), Said("the Front", OTHER), None),
    ("one of two culprits", Said("the Front and the League"), Said("the Front", OTHER), None),
    ("a coalition of no leader", Said("the coalition"), Said("the Vostian-led coalition", OTHER), None),
    ("two coalitions", Said("the Marlandic-led coalition"), Said("the Vostian-led coalition", OTHER), "rival culprit"),
    ("a coalition and an army", Said("the coalition"), Said("the army", OTHER), "rival culprit"),
    ("an article makes no rival", Said("Guard"), Said("the Guard", OTHER), None),
    # denials
    ("a culprit is denied", Said("the army", stance="denies"), Said("army units", OTHER), "denial"),
    ("the denial second", Said("the army", OTHER), Said("the army", stance="denies"), "denial"),
    ("another culprit is denied", Said("the Front", stance="denies"), Said("the army", OTHER), None),
    ("two denials", Said("the army", stance="denies"), Said("the army", OTHER, stance="denies"), None),
    ("a toll is denied", Said(n(12), stance="denies"), Said(n(40), OTHER), "denial"),
    ("denied children, told people", Said(n(5, "children"), stance="denies"), Said(n(40), OTHER), None),
    ("a link is denied", Said(ARMS, stance="denies"), Said(ARMS, OTHER), "denial"),
    ("another link is denied", Said(FUNDS, stance="denies"), Said(ARMS, OTHER), None),
    ("damage is denied", Said(BRIDGE, stance="denies"), Said(BRIDGE, OTHER), "denial"),
    ("other damage is denied", Said(MILL, stance="denies"), Said(BRIDGE, OTHER), None),
    # things and links do not contradict one another
    ("two things", Said(BRIDGE), Said(MILL, OTHER), None),
    ("two links", Said(ARMS), Said(FUNDS, OTHER), None),
]  # fmt: skip


def holds(first: Said, second: Said, kind: str | None) -> None:
    """Hold that the two differ as `kind`, in either order, and that a difference says why."""
    one, other = side(first, 1), side(second, 2)
    for pair in ((one, other), (other, one)):
        found = compare(*pair, ACTORS)
        assert (found[0] if found else None) == kind
        assert found is None or found[1]


@pytest.mark.parametrize(("first", "second", "kind"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_difference(first: Said, second: Said, kind: str | None) -> None:
    holds(first, second, kind)


def test_the_table_is_large_enough_and_holds_every_kind() -> None:
    kinds = {c[3] for c in CASES}
    assert len(CASES) >= 60
    assert kinds >= {
        "time of telling",
        "scope",
        "place",
        "date",
        "rounding",
        "spread",
        "denial",
        "rival culprit",
    }


def test_each_pair_of_values_differs_once_and_carries_both_spans() -> None:
    pile = Pile()
    for number in range(6):
        pile.say(
            pile.report(f"r{number}", f"Daily {number}"), people(12 if number % 2 else 40), f"Voice {number}"
        )
    found = pile.aspect().differences
    assert [d.kind for d in found] == ["contradiction"]
    assert len(found[0].evidence) == 2
    assert {e.report for e in found[0].evidence} <= set(pile.reports)


def test_only_the_last_word_of_a_source_is_held_against_others() -> None:
    pile = Pile()
    for told, toll in enumerate((24, 43, 112, 126), start=1):
        pile.say(pile.report(f"m{told}", "Daily A", told), people(toll), "Monitor")
    pile.say(pile.report("s", "Daily B", 4), people(60), "Ministry")
    found = pile.aspect().differences
    assert sorted(d.kind for d in found) == ["contradiction", *["time of telling"] * 3]
    told = next(d for d in found if d.kind == "contradiction")
    assert "126" in told.words
    assert "60" in told.words


def test_one_source_that_names_two_culprits_together_has_no_rivals() -> None:
    pile = Pile()
    report = pile.report("a", "Daily A")
    pile.blame(report, "the army", "Monitor")
    pile.blame(report, "the navy", "Monitor")
    pile.blame(pile.report("b", "Daily B"), "the navy", "Ministry")
    assert pile.aspect().differences == ()


def test_denials_stand_beside_what_they_deny() -> None:
    pile = Pile()
    claim = pile.blame(pile.report("a", "Daily A"), "the army", "Monitor")
    denial = pile.blame(pile.report("b", "Daily B"), "the army", "Ministry", stance="denies")
    aspect = pile.aspect()
    assert [(d.kind, {d.first, d.second}) for d in aspect.differences] == [("denial", {claim, denial})]
