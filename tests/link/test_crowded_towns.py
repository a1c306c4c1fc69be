"""A town where several places are told of on one day: a bare mention of it may mean any of them; a made-up country."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.link.crowd import Crowd
from whence.link.feature_weights import WEIGHTS
from whence.link.features import score_pair
from whence.link.rarity import Rarity
from whence.link.scenes import Scene
from whence.model.values import Interval, Place

FIRST = datetime(2031, 5, 1, tzinfo=UTC)
TOWN = Place("t:0", "Harrow", 40.0, 20.0, 12.0, "VO")
QUARTERS = ("Velky", "Dallen", "Mirny", "Ostrov", "Sund")


def quarter(name: str) -> Place:
    return Place(f"t:{name}", name, 40.0 + 0.01 * len(name), 20.0, 1.0, "VO")


def scene(
    report: str, inner: str, outer: tuple[str, ...] = (), day: int = 0, points: tuple[Place, ...] = (), days: int = 1
) -> Scene:  # fmt: skip
    when = Interval.of_days(FIRST + timedelta(days=day), days)
    known = {p.name: (p,) for p in points}
    return Scene(
        (report, 0, ""), (), when, when, when, frozenset({"shelling"}), frozenset({inner}), frozenset(outer), known,
        frozenset(), frozenset(), frozenset(), container=False,
    )  # fmt: skip


def pile(quarters: int, day: int = 0) -> list[Scene]:
    """Return a telling of the bare town, one of its first quarter, and others of as many quarters in all."""
    told = [scene(f"q{n}", name, ("Harrow",), day if n else 0) for n, name in enumerate(QUARTERS[:quarters])]
    return [scene("town", "Harrow"), *told]


@pytest.mark.parametrize("quarters", [1, 2, 3, 5])
def test_each_quarter_told_of_that_day_is_counted_once(quarters: int) -> None:
    scenes = pile(quarters)
    again = [scene(f"again{n}", s.inner and min(s.inner), ("Harrow",)) for n, s in enumerate(scenes[1:])]
    assert Crowd.of([*scenes, *again]).several(scenes[0], scenes[1]) == quarters


def test_the_quarters_of_other_days_and_towns_are_not_counted() -> None:
    scenes = pile(4, day=3)
    assert Crowd.of(scenes).several(scenes[0], scenes[1]) == 1
    elsewhere = [scene("x", "Sund", ("Arbo",)), scene("y", "Mirny", ("Arbo",))]
    assert Crowd.of([*pile(1), *elsewhere]).several(*pile(1)[:2]) == 1


def test_a_place_is_inside_by_its_point_where_no_text_says_so() -> None:
    town = scene("town", "Harrow", points=(TOWN,))
    told = [scene(n, n, points=(quarter(n),)) for n in QUARTERS[:3]]
    far = scene("far", "Arbo", points=(Place("t:a", "Arbo", 44.0, 20.0, 1.0, "VO"),))
    assert Crowd.of([town, *told, far]).several(town, told[0]) == 3


def test_a_long_time_tells_of_no_day_and_so_of_no_crowd() -> None:
    scenes = [scene("town", "Harrow", days=40), *pile(5)[1:]]
    assert Crowd.of(scenes).several(scenes[0], scenes[1]) == 0
    assert Crowd().several(scenes[0], scenes[1]) == 0


def test_a_bare_town_tells_less_the_more_of_its_quarters_are_told_of() -> None:
    found = []
    for quarters in (1, 2, 4):
        scenes = pile(quarters)
        features = dict(score_pair(scenes[0], scenes[1], False, Rarity.of(scenes)).features)
        assert "within" in features
        found.append(features.get("one of several", 0.0))
    weight = WEIGHTS["one of several"][0]
    assert found == [0.0, weight, 2 * weight]


def test_two_tellings_of_one_quarter_do_not_mind_the_others() -> None:
    scenes = [*pile(5), scene("second", "Velky", ("Harrow",))]
    features = dict(score_pair(scenes[1], scenes[-1], False, Rarity.of(scenes)).features)
    assert "same place" in features
    assert "one of several" not in features


@given(st.lists(st.tuples(st.sampled_from(QUARTERS), st.integers(0, 2)), max_size=8))
def test_the_count_hangs_on_no_order(told: list[tuple[str, int]]) -> None:
    scenes = [*pile(1), *(scene(f"s{n}", name, ("Harrow",), d) for n, (name, d) in enumerate(told))]
    assert Crowd.of(scenes) == Crowd.of(scenes[::-1])
    count = Crowd.of(scenes).several(scenes[0], scenes[1])
    assert count == len({"Velky", *(name for name, d in told if d == 0)})
