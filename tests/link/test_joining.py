"""The short way to a pair's score gives what the long way gives, for every pair that may join."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.features import JOIN, joining, score_pair
from whence.link.rarity import Rarity
from whence.link.scenes import Scene
from whence.model.values import Interval, Place

_FIRST = datetime(2031, 5, 1, tzinfo=UTC)
_PLACES = {
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
