"""Incidents: joined for reasons, never joined when incompatible, the same in any order, near linear in number."""

import random
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.cluster import cluster
from whence.link.features import WEIGHTS, PairScore, Rarity, score_pair
from whence.link.incidents import IncidentEvidence, find_incidents, link_incidents
from whence.link.nearness import kilometres
from whence.link.pairs import find_candidates
from whence.link.scenes import make_scenes
from whence.model.finding import Copy, Incident, Passage, PlaceLink, SourceTable
from whence.model.ids import content_id, digest
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, EventKind, Link, Statement, Toponym
from whence.model.values import PRESUMED, Amount, Interval, Place

START = datetime(2031, 5, 1, tzinfo=UTC)
VELKY = Place("velky", "Velky", 10.0, 20.0, 5.0, "OS")
MALY = Place("maly", "Maly", 14.0, 20.0, 5.0, "OS")
CENTRE = Place("centre", "Centre", 10.01, 20.01, 2.0, "OS")
PLACES = {p.name: p for p in (VELKY, MALY, CENTRE)}
NO_SOURCES = SourceTable({}, {}, {}, {})


def day(number: int, count: int = 1) -> Interval:
    return Interval.of_days(START + timedelta(days=number - 1), count)


@dataclass
class Pile:
    reports: dict[str, Report] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    places: list[PlaceLink] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    def tell(  # noqa: PLR0917
        self,
        report: str,
        toll: int = 12,
        when: int | Interval | None = 1,
        where: tuple[str, ...] = ("Velky",),
        event: EventKind | None = "airstrike",
        scene: int = 0,
        told: int | None = 2,
        words: str = "",
        resolve: bool = False,
    ) -> str:
        old = self.reports.get(report)
        text = old.text if old else ""
        said = f"{toll} killed {' '.join(where)} {words}".strip()
        start = len(text)
        text += said + ". "
        self.reports[report] = Report(
            report, report, text, digest(text.encode()), outlet=report, published=day(told) if told else None
        )
        toponyms = []
        for name in where:
            at = start + said.index(name)
            toponyms.append(Toponym(name, Span.of(text, at, at + len(name))))
            if resolve and name in PLACES:
                self.places.append(PlaceLink(report, at, (PLACES[name],), Reason("gazetteer", "known")))
        span = Span.of(text, start, start + len(said))
        time_told = day(when) if isinstance(when, int) else when
        made = Statement(
            content_id("statement", report, str(start)), report, span, "killed",
            Count(Amount(toll, toll, str(toll)), "people"), "states", "fact", (), event,
            when=time_told, where=tuple(toponyms), scene=scene,
        )  # fmt: skip
        self.statements.append(made)
        return made.id

    def copy(self, copy: str, original: str) -> None:
        one, other = self.reports[copy].text, self.reports[original].text
        passage = Passage(Span.of(one, 0, len(one)), Span.of(other, 0, len(other)), 40)
        self.copies.append(Copy(copy, original, (passage,), 1.0, 1.0, "known", Reason("copy", "shared")))

    def evidence(self) -> IncidentEvidence:
        return IncidentEvidence(
            tuple(self.reports.values()),
            tuple(self.statements),
            tuple(self.places),
            tuple(self.copies),
            NO_SOURCES,
        )

    def incidents(self, rulings: Rulings = NO_RULINGS) -> tuple[Incident, ...]:
        return find_incidents(self.evidence(), rulings)

    def together(self, *ids: str, rulings: Rulings = NO_RULINGS) -> bool:
        return any(set(ids) <= set(i.statements) for i in self.incidents(rulings))


def test_two_reports_of_one_day_place_and_event_are_one_incident() -> None:
    pile = Pile()
    assert pile.together(pile.tell("a"), pile.tell("b"))
    incident = pile.incidents()[0]
    assert incident.label == "Airstrike at Velky, 2031-05-01"
    assert incident.interval is not None
    assert incident.interval.start == START
    assert "same day" in incident.joined[0].words
    assert "same place +2.61" in incident.joined[0].words
    assert incident.joined[0].words.endswith("joined from 3 on)")
    assert {e.report for e in incident.joined[0].evidence} == {"a", "b"}


@pytest.mark.parametrize(
    "other",
    [
        {"when": 9, "told": 10},
        {"where": ("Maly",), "resolve": True},
        {"where": ("Ondrov",), "toll": 80},
        {"event": "execution", "toll": 90},
    ],
    ids=["another day", "a place far away", "another unknown place", "an alien event"],
)
def test_what_differs_in_kind_stays_apart(other: dict[str, Any]) -> None:
    pile = Pile()
    assert not pile.together(pile.tell("a", resolve=True), pile.tell("b", **other))


@pytest.mark.parametrize(
    "other",
    [
        {"toll": 15, "when": 2},
        {"toll": 20},
        {"where": ("Welky",)},
        {"when": None},
        {"event": "shelling"},
        {"where": ("Centre", "Velky")},
        {"when": day(1, 2)},
    ],
    ids=[
        "a day later",
        "another toll",
        "another spelling",
        "no day",
        "kindred event",
        "a district",
        "two days",
    ],
)
def test_what_differs_in_telling_is_joined(other: dict[str, Any]) -> None:
    pile = Pile()
    assert pile.together(pile.tell("a"), pile.tell("b", **other))


def test_resolved_places_join_under_other_names() -> None:
    pile = Pile()
    assert pile.together(pile.tell("a", resolve=True), pile.tell("b", where=("Centre",), resolve=True))
    assert {p.key for p in pile.incidents()[0].places} == {"velky", "centre"}


def test_copied_words_join_though_the_day_was_read_otherwise() -> None:
    pile = Pile()
    first, second = pile.tell("a", when=1, told=2), pile.tell("b", when=8, told=9)
    assert not pile.together(first, second)
    pile.copy("b", "a")
    assert pile.together(first, second)


def test_a_chain_of_days_never_joins_its_ends() -> None:
    pile = Pile()
    told = [pile.tell(f"r{d}", when=d, told=d + 1) for d in range(1, 9)]
    for one, other in product(told, told):
        if abs(told.index(one) - told.index(other)) > 1:
            assert not pile.together(one, other)


def test_scenes_that_one_report_tells_apart_stay_apart() -> None:
    pile = Pile()
    first = pile.tell("a", toll=12, where=("Velky",))
    second = pile.tell("a", toll=40, where=("Ondrov",), scene=1)
    pile.tell("b", toll=12, where=("Velky",))
    assert not pile.together(first, second)
    assert len(pile.incidents()) == 2


def test_a_campaign_is_a_container_beside_its_incidents() -> None:
    pile = Pile()
    week = pile.tell("a", toll=135, event="campaign", when=day(1, 7))
    single = pile.tell("b", toll=12, when=3)
    assert not pile.together(week, single)
    assert [i.container for i in sorted(pile.incidents(), key=lambda i: i.event)] == [False, True]


def test_rulings_win_over_everything() -> None:
    pile = Pile()
    first, second = pile.tell("a"), pile.tell("b")
    third = pile.tell("c", when=20, where=("Maly",), event="execution", told=21)
    assert not pile.together(first, second, rulings=Rulings(different_incident=((first, second),)))
    assert pile.together(first, third, rulings=Rulings(same_incident=((first, third),)))
    joined = [r.rule for i in pile.incidents(Rulings(same_incident=((first, third),))) for r in i.joined]
    assert "ruling" in joined


def test_a_ruling_parts_statements_of_one_scene() -> None:
    pile = Pile()
    first, second = pile.tell("a", toll=12), pile.tell("a", toll=30)
    assert pile.together(first, second)
    assert not pile.together(first, second, rulings=Rulings(different_incident=((first, second),)))


def test_rulings_that_contradict_are_reported_and_stay_apart() -> None:
    pile = Pile()
    first, second, third = pile.tell("a"), pile.tell("b"), pile.tell("c")
    rulings = Rulings(same_incident=((first, second), (second, third)), different_incident=((first, third),))
    assert pile.together(first, second, rulings=rulings)
    assert not pile.together(first, third, rulings=rulings)
    assert any("another ruling parts them" in r.words for i in pile.incidents(rulings) for r in i.joined)


def test_dropped_statements_are_in_no_incident() -> None:
    pile = Pile()
    first, second = pile.tell("a"), pile.tell("b")
    found = pile.incidents(Rulings(dropped=frozenset({first})))
    assert [i.statements for i in found] == [(second,)]


def test_links_are_grouped_by_subject_relation_and_object() -> None:
    pile = Pile()
    for report in ("a", "b", "c"):
        pile.tell(report)
    base = pile.statements
    s = Span(0, 1, "x")
    pairs = [("Ostrava", "the Front"), ("the Ostrava", "Front"), ("Ostrava", "the League")]
    links = [
        replace(b, id=f"link{n}", aspect="link", value=Link(one, "arms", other, s, s))
        for n, (b, (one, other)) in enumerate(zip(base, pairs, strict=True))
    ]
    pile.statements = links
    found = pile.incidents()
    assert sorted(len(i.statements) for i in found) == [1, 2]
    assert "Ostrava — arms — the Front" in {i.label for i in found}


def test_the_id_is_that_of_the_first_members_anchor() -> None:
    pile = Pile()
    pile.tell("b")
    alone = pile.incidents()[0].id
    pile.tell("c")
    assert pile.incidents()[0].id == alone


def test_two_links_told_in_one_span_have_ids_of_their_own() -> None:
    pile = Pile()
    pile.tell("a")
    (base,) = pile.statements
    s = Span(0, 1, "x")
    pairs = [("Ostrava", "the Front"), ("Ostrava", "the League")]
    pile.statements = [
        replace(base, id=f"link{n}", aspect="link", value=Link(one, "arms", other, s, s))
        for n, (one, other) in enumerate(pairs)
    ]
    found = pile.incidents()
    assert len(found) == len({i.id for i in found}) == 2


def test_no_day_is_made_up() -> None:
    pile = Pile()
    pile.tell("a", when=None)
    assert pile.incidents()[0].interval is None
    assert "day not told" in pile.incidents()[0].label


toll_st, day_st, place_st = (
    st.integers(1, 30),
    st.integers(1, 5),
    st.sampled_from(["Velky", "Maly", "Centre", "Ondrov"]),
)
telling_st = st.tuples(st.integers(0, 6), toll_st, day_st, place_st, st.booleans(), st.integers(0, 2))


@settings(max_examples=60, deadline=None)
@given(st.lists(telling_st, min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_every_statement_is_in_one_incident_and_order_changes_nothing(
    told: list[tuple[int, int, int, str, bool, int]], order: random.Random
) -> None:
    pile = Pile()
    for report, toll, when, where, resolve, scene in told:
        pile.tell(f"r{report}", toll, when, (where,), scene=scene, told=when + 1, resolve=resolve)
    found = pile.incidents()
    members = [s for i in found for s in i.statements]
    assert sorted(members) == sorted(s.id for s in pile.statements)
    for shuffled in (pile.statements, pile.places):
        order.shuffle(shuffled)
    pile.reports = dict(sorted(pile.reports.items(), key=lambda _: order.random()))
    assert pile.incidents() == found


def test_a_veto_anywhere_between_two_clusters_keeps_them_apart() -> None:
    high, veto = PairScore(9.0, False, ()), PairScore(9.0, True, ())
    table = {(0, 1): high, (1, 2): high, (0, 2): veto}
    made = cluster([((0, 1), high), ((1, 2), high)], lambda a, b: table[(a, b)], "abc")
    assert made.groups == ((0, 1), (2,))


def test_the_average_keeps_a_single_strong_pair_from_chaining() -> None:
    high, low = PairScore(4.0, False, ()), PairScore(-2.0, False, ())
    table = {(0, 1): high, (1, 2): high, (0, 2): low}
    made = cluster([((0, 1), high), ((1, 2), high)], lambda a, b: table[(a, b)], "abc")
    assert made.groups == ((0, 1), (2,))


def test_every_feature_has_words_and_every_score_its_reason() -> None:
    assert all(words for _, words in WEIGHTS.values())
    pile = Pile()
    pile.tell("a")
    pile.tell("b", toll=14, words="market")
    first, second = make_scenes(pile.evidence(), NO_RULINGS)
    found = score_pair(first, second, False, Rarity.of((first, second)))
    assert found.score == round(sum(w for _, w in found.features), 6)
    assert found == score_pair(second, first, False, Rarity.of((first, second)))


def test_distance() -> None:
    assert kilometres(VELKY, VELKY) == 0
    assert kilometres(VELKY, MALY) == pytest.approx(444.8, abs=0.5)


def test_work_grows_near_linearly() -> None:
    """Ten times the reports over ten times the days compare about ten times the pairs, in about ten times the time."""
    compared = {}
    for size in (300, 3000):
        pile = Pile()
        for number in range(size):
            place = f"Village{chr(97 + number % 23)}{chr(97 + number // 10 % 19)}stead"
            pile.tell(f"r{number:05}", 5 + number % 40, number // 10 + 1, (place,), told=number // 10 + 2)
        began = time.process_time()
        compared[size] = link_incidents(pile.evidence(), NO_RULINGS).figures.compared
        assert time.process_time() - began < 20
    assert compared[3000] < 20 * compared[300]


def test_what_a_large_block_leaves_out_is_counted() -> None:
    pile = Pile()
    for number in range(200):
        pile.tell(f"r{number:03}", 1 + number, when=1)
    evidence = pile.evidence()
    scenes = make_scenes(evidence, NO_RULINGS)
    found = find_candidates(scenes, {s.id: s for s in evidence.statements}, ())
    assert found.left_out > 0
    assert len(found.pairs) < 200 * 199 // 2
    assert link_incidents(evidence, NO_RULINGS).figures.left_out == found.left_out


def presumed(number: int) -> Interval:
    """The day before and the day of telling, as the reader presumes them."""
    return replace(day(number - 1, 2), rule="presumed: publication or the day before")


def test_a_presumed_time_parts_nothing() -> None:
    pile = Pile()
    late = pile.tell("a", toll=86, event="chemical", when=presumed(6), told=6)
    pile.tell("c", when=5, where=("Maly",))
    assert pile.together(late, pile.tell("b", toll=86, event="chemical", when=1))


@pytest.mark.parametrize(("told", "same"), [(2, True), (20, False)], ids=["told as news", "told weeks later"])
def test_news_without_a_day_is_of_the_time_it_was_published(told: int, same: bool) -> None:
    pile = Pile()
    first = pile.tell("a", toll=7, when=presumed(2), told=2)
    assert pile.together(first, pile.tell("b", toll=7, when=presumed(told), told=told)) is same


@pytest.mark.parametrize(
    ("hit", "same"), [("market stalls", True), ("clinic ward", False)], ids=["alike", "another"]
)
def test_unlike_targets_are_two_attacks(hit: str, same: bool) -> None:
    pile = Pile()
    first = pile.tell("a", toll=30, when=1, where=("Velky",), words="market crowd")
    assert pile.together(first, pile.tell("b", toll=3, when=1, where=("Velky",), words=hit)) is same


def test_a_day_that_is_told_may_be_retold_weeks_later() -> None:
    pile = Pile()
    first = pile.tell("a", toll=86, event="chemical", when=1)
    assert pile.together(first, pile.tell("b", toll=86, event="chemical", when=presumed(9), told=9))


def test_a_presumed_time_is_the_interval_where_no_day_is_told() -> None:
    pile = Pile()
    pile.tell("a", when=presumed(6), told=6)
    assert pile.incidents()[0].interval == replace(presumed(6), rule="")
    pile.tell("b", when=5, told=6)
    assert str(pile.incidents()[0].interval) == "2031-05-05"


def test_two_records_of_one_spot_are_one_place() -> None:
    pile = Pile()
    twin = Place("twin", "Welkow", 10.01, 20.0, 4.0, "OS")
    first, second = pile.tell("a", resolve=True), pile.tell("b", where=("Welkow",))
    start = pile.statements[1].where[0].span.start
    pile.places.append(PlaceLink("b", start, (twin,), Reason("gazetteer", "known")))
    assert pile.together(first, second)


def test_a_namesake_abroad_is_not_where_it_happened() -> None:
    pile = Pile()
    abroad = Place("abroad", "Ondrov", -40.0, 100.0, 3.0, "XX", kind="village")
    first, second = pile.tell("a", resolve=True), pile.tell("b", where=("Ondrov", "Velky"), resolve=True)
    start = pile.statements[1].where[0].span.start
    pile.places.append(PlaceLink("b", start, (abroad,), Reason("gazetteer", "known")))
    assert pile.together(first, second)


def known(told: int) -> Interval:
    """The month before the day `told`, as the reader gives it to what is told as known already."""
    month = day(told - 31, 32)
    return Interval(month.start, month.end, "range", "", f"{PRESUMED}some time before it was told as known")


def pile_of(*days: int) -> tuple[Pile, list[str]]:
    """Three reports of an attack on Velky for each of `days`."""
    pile = Pile()
    told = [pile.tell(f"{n}-{d}", 12 + d, when=d, told=d + 1) for d in days for n in range(3)]
    return pile, told


def test_a_retelling_joins_the_incident_that_it_may_mean() -> None:
    pile, told = pile_of(1)
    late = pile.tell("late", 13, when=known(12), told=12)
    assert pile.together(told[0], late)
    assert any("told as known already" in r.words for r in pile.incidents()[0].joined)


def test_a_retelling_of_another_place_stays_alone() -> None:
    pile, told = pile_of(1)
    assert not pile.together(told[0], pile.tell("late", 13, when=known(12), told=12, where=("Ondrov",)))


def test_what_was_told_before_an_attack_is_no_retelling_of_it() -> None:
    pile, told = pile_of(20)
    assert not pile.together(told[0], pile.tell("early", 32, when=known(12), told=12))
