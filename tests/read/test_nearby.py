"""What keeps long texts from costing their square, without another result."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.span import Reason, Span
from whence.model.statement import Hop, Voice
from whence.read import rulers
from whence.read.chains import Attribution, Nearby, Place, chains_for, sources
from whence.read.stance import hearsay_over

TEXT = "x" * 6000
PLACE = st.tuples(st.integers(0, 5000), st.integers(1, 900)).map(lambda p: (p[0], p[0] + p[1]))


def told(number: int, content: tuple[Place, ...], cue: Place) -> Attribution:
    voice = Voice(f"speaker {number}", "named", Span.of(TEXT, *cue), "")
    return Attribution(content, cue, cue, (Hop(voice, "states", Reason("told", "made up for a test")),))


@given(st.lists(st.tuples(st.lists(PLACE, max_size=3).map(tuple), PLACE), max_size=8), PLACE)
def test_what_governs_a_place_is_among_the_attributions_near_it(
    made: list[tuple[tuple[Place, ...], Place]], place: Place
) -> None:
    attributions = [told(i, content, cue) for i, (content, cue) in enumerate(made)]
    assert chains_for(Nearby(attributions).at(*place), *place) == chains_for(attributions, *place)


def test_an_attribution_far_away_is_not_looked_at() -> None:
    attributions = [told(0, ((0, 50),), (51, 55)), told(1, ((5000, 5050),), (5051, 5055))]
    assert Nearby(attributions).at(5010, 5020) == attributions[1:]


def test_the_text_is_searched_once_for_a_ruler_named_often(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "President Orvan spoke on Monday. The Orvan regime denied it. " * 20
    searched: list[str] = []
    look = rulers._rules

    def counted(text: str, stem: str) -> bool:
        searched.append(stem)
        return look(text, stem)

    monkeypatch.setattr(rulers, "_rules", counted)
    assert [name for *_, name in rulers.find_rulers(text, "")] == ["Orvan regime"] * 20
    assert searched == ["Orvan"]


@given(st.lists(st.tuples(st.lists(PLACE, max_size=3).map(tuple), PLACE, st.booleans()), max_size=8), PLACE)
def test_hearsay_and_speakers_are_found_among_those_near(
    made: list[tuple[tuple[Place, ...], Place, bool]], place: Place
) -> None:
    attributions = [
        replace(told(i, content, cue), hops=()) if hearsay else told(i, content, cue)
        for i, (content, cue, hearsay) in enumerate(made)
    ]
    assert hearsay_over(Nearby(attributions).at(*place), *place) == hearsay_over(attributions, *place)
    speaking = [a for a in attributions if a.source and a.source[0] <= place[0] and place[1] <= a.source[1]]
    near = Nearby(attributions, sources).at(*place)
    assert [a for a in near if a in speaking] == speaking
