"""The codec: one text for one value, whichever way it is written, and the value back from it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.codec import decode, encode, to_plain


@dataclass(frozen=True, slots=True)
class Leaf:
    words: str
    number: int | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Other:
    type_: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    one: Leaf | Other | None
    pair: tuple[str, int]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """What JSON by itself would write otherwise: sets have no order, and keys of tables are no texts."""

    kinds: frozenset[str]
    by_pair: dict[tuple[str, int], Leaf]
    named: dict[str, Leaf]


_words = st.text(max_size=6)
_leaves = st.builds(
    Leaf, _words, st.none() | st.integers(-9, 9), st.floats(-1, 1, allow_nan=False).map(lambda f: round(f, 3))
)
_others = st.builds(Other, _words, st.datetimes(timezones=st.just(UTC)))
_trees = st.builds(
    Tree,
    st.lists(_leaves, max_size=3).map(tuple),
    st.none() | _leaves | _others,
    st.tuples(_words, st.integers()),
    st.booleans(),
)
_tables = st.builds(
    Tables,
    st.frozensets(_words, max_size=4),
    st.dictionaries(st.tuples(_words, st.integers(0, 9)), _leaves, max_size=3),
    st.dictionaries(_words, _leaves, max_size=3),
)


@given(_trees | _tables)
def test_the_text_is_that_of_the_plain_data_and_gives_the_value_back(value: Tree | Tables) -> None:
    text = encode(value)
    plain = json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == plain
    assert decode(type(value), text) == value


@given(st.lists(_trees | _tables, max_size=3).map(tuple))
def test_tuples_and_tables_of_values_are_written_as_their_plain_data(
    values: tuple[Tree | Tables, ...],
) -> None:
    for whole in (values, {"of": values}):
        assert json.loads(encode(whole)) == json.loads(json.dumps(to_plain(whole)))


@pytest.mark.parametrize(
    "text",
    [
        '{"words":7}',
        '{"words":"a","number":"7"}',
        '{"type":"Other","words":"a"}',
        '{"words":"a","share":"0.5"}',
        "[]",
    ],
)
def test_what_is_no_value_of_the_type_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(Leaf, text)


def test_a_whole_number_is_a_share_and_what_is_not_known_is_passed_over() -> None:
    assert decode(Leaf, '{"words":"a","share":1,"later":[2]}') == Leaf("a", None, 1.0)


def test_a_tuple_of_texts_takes_texts_alone() -> None:
    with pytest.raises(ValueError, match="is not of"):
        decode(tuple[str, ...], '["a",1]')
    assert decode(tuple[str, ...], '["a","b"]') == ("a", "b")
