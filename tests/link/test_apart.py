"""What one report tells apart stays apart, a sum is no happening, and rulings join and part whole incidents."""

from dataclasses import replace
from datetime import timedelta

from test_incidents import START, Pile, day

from whence.link.apart import is_other_sum
from whence.link.scenes import make_scenes
from whence.model.finding import PlaceLink
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.span import Reason
from whence.model.statement import TOLD_APART
from whence.model.values import Interval, Place

MORNING = Interval(START + timedelta(hours=2), START + timedelta(hours=12), "part of day")
EVENING = Interval(START + timedelta(hours=13), START + timedelta(hours=24), "part of day")


def _two_bombings(pile: Pile) -> tuple[str, str]:
    pile.tell("b", toll=12)
    pile.tell("c", toll=7)
    return pile.tell("a", toll=12), pile.tell("a", toll=7, scene=1)


def test_two_attacks_of_one_day_that_a_report_tells_apart_are_two() -> None:
    pile = Pile()
    first, second = _two_bombings(pile)
    assert pile.together(first, second)
    why = Reason(TOLD_APART, "a second bomb")
    pile.statements[-1] = replace(pile.statements[-1], reasons=(why,))
    assert not pile.together(first, second)
    assert sorted(len(i.statements) for i in pile.incidents()) == [2, 2]


def test_parts_of_a_day_that_do_not_meet_tell_two_attacks_apart() -> None:
    pile = Pile()
    first = pile.tell("a", toll=12, when=MORNING)
    second = pile.tell("a", toll=7, when=EVENING, scene=1)
    pile.tell("b", toll=12)
    assert not pile.together(first, second)


def test_a_person_may_say_that_what_a_report_tells_apart_is_one() -> None:
    pile = Pile()
    first = pile.tell("a", toll=12, when=MORNING)
    second = pile.tell("a", toll=7, when=EVENING, scene=1)
    assert pile.together(first, second, rulings=Rulings(same_incident=((first, second),)))


def test_whole_incidents_are_one_where_a_person_says_so() -> None:
    pile = Pile()
    here = [pile.tell(name, toll=9, when=3) for name in "abc"]
    there = [pile.tell(name, toll=6, when=20, told=21, where=("Maly",), event="shelling") for name in "def"]
    assert pile.together(*here)
    assert pile.together(*there)
    rulings = Rulings(same_incident=((here[0], there[0]),))
    assert pile.together(*here, *there, rulings=rulings)
    joined = [r for i in pile.incidents(rulings) for r in i.joined]
    assert joined[0].rule == "ruling"


def test_who_is_one_with_what_was_parted_is_parted_too() -> None:
    pile = Pile()
    a, b, c = (pile.tell(name) for name in "abc")
    rulings = Rulings(same_incident=((a, b),), different_incident=((b, c),))
    assert pile.together(a, b, rulings=rulings)
    assert not pile.together(a, c, rulings=rulings)
    assert not any("another ruling" in r.words for i in pile.incidents(rulings) for r in i.joined)


def test_rulings_hold_where_the_machine_would_join_across_them() -> None:
    pile = Pile()
    a, d = pile.tell("a", when=3), pile.tell("d", when=3)
    b, e = (pile.tell(name, when=20, told=21, where=("Maly",), event="shelling") for name in "be")
    rulings = Rulings(same_incident=((a, b),), different_incident=((d, e),))
    assert pile.together(a, b, rulings=rulings)
    assert not pile.together(d, e, rulings=rulings)


def test_a_sum_never_joins_a_day_though_all_else_is_alike() -> None:
    pile = Pile()
    week = pile.tell("a", toll=12, event="campaign", when=day(1, 7), words="market square burning mill")
    single = pile.tell("b", toll=12, event="campaign", when=day(1, 7), words="market square burning mill")
    assert pile.together(week, single)
    pile.statements[-1] = replace(pile.statements[-1], event="airstrike", when=day(1))
    assert not pile.together(week, single)


def test_a_sum_in_the_scene_of_a_day_is_a_scene_of_its_own() -> None:
    pile = Pile()
    week = pile.tell("a", toll=40, event="campaign", when=day(1, 7))
    single = pile.tell("a", toll=12)
    assert not pile.together(week, single)


def test_a_month_and_a_week_are_no_sums_over_the_same() -> None:
    pile = Pile()
    for name, days in (("a", 30), ("b", 7), ("c", 6)):
        pile.tell(name, toll=40, event="campaign", when=day(1, days))
    month, week, nearly = make_scenes(pile.evidence(), NO_RULINGS)
    assert is_other_sum(month, week)
    assert not is_other_sum(week, nearly)


def _label_of(pile: Pile, statement: str) -> str:
    return next(i.id for i in pile.incidents() if statement in i.statements)


def test_a_campaign_holds_what_is_told_one_by_one_of_its_days_and_places() -> None:
    pile = Pile()
    inside = pile.tell("b", toll=12, when=3)
    pile.tell("c", toll=5, when=3, where=("Ondrov",))  # another place, told by another report
    pile.tell("d", toll=8, when=20, told=21)  # another day
    week = pile.tell("a", toll=135, event="campaign", when=day(1, 7), told=8)
    beside = pile.tell("a", toll=4, when=5, where=("Maly",), scene=1, told=8)
    found = next(i for i in pile.incidents() if week in i.statements)
    assert found.container
    assert found.holds == tuple(sorted(_label_of(pile, s) for s in (inside, beside)))
    assert not any(i.holds for i in pile.incidents() if not i.container)


def test_a_sum_over_a_country_holds_what_happened_in_it() -> None:
    pile = Pile()
    inside = pile.tell("b", toll=12, when=3, resolve=True)
    week = pile.tell("a", toll=135, event="campaign", when=day(1, 7), where=("Ostravia",), told=8)
    land = Place("os", "Ostravia", 10.0, 20.0, 300.0, "OS", kind="country")
    start = pile.statements[-1].where[0].span.start
    pile.places.append(PlaceLink("a", start, (land,), Reason("gazetteer", "known")))
    found = next(i for i in pile.incidents() if week in i.statements)
    assert found.holds == (_label_of(pile, inside),)


def test_a_sum_over_no_known_time_holds_what_its_own_reports_tell() -> None:
    pile = Pile()
    pile.tell("b", toll=12, when=3)
    week = pile.tell("a", toll=135, event="campaign", when=None, told=None)
    beside = pile.tell("a", toll=4, when=5, where=("Maly",), scene=1, told=None)
    found = next(i for i in pile.incidents() if week in i.statements)
    assert found.holds == (_label_of(pile, beside),)
