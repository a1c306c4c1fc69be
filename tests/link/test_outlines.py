"""Outlines refuse pairs of names without comparing them, and never a pair that comparing finds to be one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.names import same_name
from whence.link.outlines import Outlines, may_be_same

_WORDS = (
    "harrow",
    "velkystead",
    "velkistaed",
    "dallen",
    "dalen",
    "ad",
    "old",
    "marowitsa",
    "marovitza",
    "12",
    "port",
)
_spelt = st.text(alphabet="aeioukhtswyv ", min_size=1, max_size=10).map(str.strip).filter(bool)
_names = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join),
    st.lists(_spelt, min_size=1, max_size=2).map(" ".join),
)


@settings(max_examples=600, deadline=None)
@given(st.lists(_names, min_size=2, max_size=6, unique=True))
def test_no_spelling_of_a_name_is_refused(names: list[str]) -> None:
    outlines = Outlines.of(names)
    first = names[0]
    for other in names[1:]:
        if same_name(first, other) is not None:
            assert may_be_same(first, other)
            assert outlines.group[first] == outlines.group[other] or {first, other} <= outlines.long


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        ("harrow", "harow", True),
        ("port dallen", "port dalen", True),
        ("portdallen", "port dallen", True),
        ("northvelkystead", "northvelkysteads", True),
        ("harrow", "dallen", False),
        ("port harrow", "port dallen", False),
    ],
)
def test_other_names_are_refused(first: str, second: str, may: bool) -> None:
    assert may_be_same(first, second) is may
    assert (same_name(first, second) is not None) is may
