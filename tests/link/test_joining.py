"""The short way to a pair's score gives what the long way gives, for every pair that may join."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.features import JOIN, SLACK, joining, may_be_thin, score_pair, weigh_words
from whence.link.glance import Glance
from whence.link.rarity import Rarity
from whence.link.scenes import Scene
from whence.model.values import Interval, Place

_FIRST = datetime(2031, 5, 1, tzinfo=UTC)
_PLACES = {
    "old marowitsa": (Place("t:4", "Old Marowitsa", 40.6, 20.5, 30.0, "VO", "dallen"),),
    "old marovitza": (),
    "harrow": (Place("t:1", "Harrow", 40.0, 20.0, 2.0, "VO"),),
    "harow": (),
    "velky": (Place("t:2", "Velky", 40.05, 20.0, 2.0, "VO"),),
    "dallen": (Place("t:3", "Dallen", 47.0, 29.0, 2.0, "VO"),),
}
_days = st.integers(0, 60).map(lambda n: Interval.of_days(_FIRST + timedelta(days=n), 1 + n % 3))
_some = st.one_of(st.none(), _days)


@st.composite
def _scenes(draw: st.DrawFn) -> Scene:
    def few(of: list[str] | list[tuple[str, int]]) -> frozenset:  # type: ignore[type-arg]
        return frozenset(draw(st.lists(st.sampled_from(of), max_size=3)))

    when, published = draw(_some), draw(_some)
    inner = few(list(_PLACES))
    return Scene(
        (draw(st.sampled_from(["a", "b", "c"])), draw(st.integers(0, 3)), ""),
        (),
        when,
        when or published,
        published,
        few(["airstrike", "shelling", "chemical", "campaign", "other"]),
        inner,
        few(["velky", "vostia"]) - inner,
        {name: _PLACES[name] for name in sorted(inner)},
        few([("killed", 5), ("killed", 40), ("injured", 7)]),
        few(["army", "rebels"]),
        few(["clinic", "convoy", "bakery", "funeral", "cellar"]),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
        few([("killed", 5), ("injured", 7)]),
    )


@settings(max_examples=400, deadline=None)
@given(
    st.lists(_scenes(), min_size=2, max_size=6),
    st.booleans(),
    st.sampled_from(
        [
            {},
            {"one story": 1.0},
            {"only story": 1.0},
            {"same persons": 1.0},
            {"one story": 1.0, "own names": 0.4},
        ]
    ),
)
def test_what_joins_has_its_full_score_and_nothing_else_has_one(
    scenes: list[Scene], copied: bool, kin: dict[str, float]
) -> None:
    rarity = Rarity.of(scenes)
    first, second = scenes[:2]
    whole = score_pair(first, second, copied, rarity, kin)
    expected = whole if whole.score >= JOIN and not whole.veto else None
    assert joining(first, second, copied, rarity, kin) == expected


@settings(max_examples=600, deadline=None)
@given(st.lists(_scenes(), min_size=2, max_size=6))
def test_a_glance_never_tells_less_than_the_full_score(scenes: list[Scene]) -> None:
    rarity = Rarity.of(scenes)
    pairs = np.array([(i, j) for i in range(len(scenes)) for j in range(len(scenes)) if i != j])
    for (a, b), most in zip(pairs.tolist(), Glance.of(scenes, rarity).most(pairs).tolist(), strict=True):
        whole = score_pair(scenes[a], scenes[b], False, rarity)
        words = weigh_words(scenes[a], scenes[b], rarity)
        assert whole.veto or whole.score <= most + words + SLACK


@settings(max_examples=300, deadline=None)
@given(st.lists(_scenes(), min_size=2, max_size=2))
def test_two_that_tell_day_and_place_are_no_thin_pair(scenes: list[Scene]) -> None:
    whole = score_pair(scenes[0], scenes[1], False, Rarity.of(scenes))
    assert not whole.thin or any(map(may_be_thin, scenes))


def test_a_glance_refuses_what_shares_a_day_and_a_number_alone() -> None:
    day = Interval.of_days(_FIRST)
    tolls = frozenset({("killed", 7)})

    def scene(report: str, name: str) -> Scene:
        return Scene(
            (report, 0, ""), (), day, day, None, frozenset({"airstrike"}), frozenset({name}), frozenset(), {}, tolls,
            frozenset(), frozenset({report}), False,
        )  # fmt: skip

    scenes = [scene("a", "harrow"), scene("b", "dallen"), scene("c", "harow")]
    rarity = Rarity.of(scenes)
    apart, same = Glance.of(scenes, rarity).most(np.array([(0, 1), (0, 2)])).tolist()
    assert apart < JOIN < same
    assert round(apart, 6) == score_pair(scenes[0], scenes[1], False, rarity).score


def test_no_pairs_are_no_trouble() -> None:
    assert Glance.of((), Rarity.of(())).most(np.zeros((0, 2), dtype=np.int64)).tolist() == []
