"""Armed parties that no table knows, in invented sentences about an invented country."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.actors import find_actors
from whence.read.armed import begins_at, mentions, proven_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen of the Sons of the Reef stormed the jail.", "Sons of the Reef"),
        ("Nine men were executed by the Hawks of the Marsh.", "Hawks of the Marsh"),
        ("The Lions of Velgrad claimed responsibility for the blast.", "Lions of Velgrad"),
        ("The armed group Red Dawn entered the town.", "Red Dawn"),
        ("Black Reef militants fired at the bus.", "Black Reef"),
        ("Soldiers loyal to the Free Marsh Guard fled.", "Free Marsh Guard"),
    ],
)
def test_a_sentence_proves_a_party(text: str, name: str) -> None:
    assert proven_names(text) in ((name,), ())
    assert name in [a.name for a in find_actors(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A report by the Velgrad Rights Observatory said so.",
        "The Karvian Red Crescent attacked the delay in aid.",
        "Members of the Harbour Council met on Monday.",
        "The shop was attacked by thieves.",
        "The General Hospital of Velgrad received nine bodies.",
    ],
)
def test_bodies_that_speak_or_help_are_no_armed_parties(text: str) -> None:
    assert proven_names(text) == ()


@pytest.mark.parametrize("people", ["Kenyan", "Norwegian", "Sri Lankan"])
def test_what_is_called_after_a_state_is_no_band_unless_it_says_so(people: str) -> None:
    assert proven_names(f"Nine were executed by the {people} Marsh Rangers.") == ()
    assert proven_names(f"Nine were executed by the {people} Marsh Brigade.") == (f"{people} Marsh Brigade",)


def test_a_proven_name_counts_wherever_it_stands() -> None:
    text = "Fighters of the Sons of the Reef took the hill. A trader paid the Sons of the Reef."
    assert [text[s:e] for s, e, _ in mentions(text)] == ["Sons of the Reef", "Sons of the Reef"]


def test_the_phrase_begins_with_the_fighters() -> None:
    text = "On Monday gunmen of the Sons of the Reef came."
    assert text[begins_at(text, text.index("Sons")) :].startswith("gunmen of the")


def test_the_group_is_the_party_named_last() -> None:
    text = "Black Reef militants took the town. On Sunday the jihadist group claimed to have downed a plane."
    assert [a.name for a in find_actors(text)][-1] == "Black Reef"


@given(st.text(alphabet="The Sons of Reef killed by, fighters.", max_size=200))
def test_any_text_gives_places_in_order(text: str) -> None:
    found = mentions(text)
    assert all(text[s:e] == name for s, e, name in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
