"""The cluster scores against cases worked by hand and against one another."""

from itertools import permutations

import numpy as np
import pytest
from bench.clusters import b_cubed, best_matching, ceaf_e, conll, muc, pairwise
from hypothesis import given
from hypothesis import strategies as st

# gold {a b c} {d e f g}; made {a b} {c d} {e f g}
GOLD = dict(zip("abcdefg", "1112222", strict=True))
MADE = dict(zip("abcdefg", "xxyyzzz", strict=True))


def test_muc_by_hand() -> None:
    # gold {a,b,c} falls into 2 parts, {d,e,f,g} into 2: (3-2 + 4-2) / (2+3) = 3/5
    # made {a,b} 1 part, {c,d} 2 parts, {e,f,g} 1 part: (1 + 0 + 2) / (1+1+2) = 3/4
    assert muc(GOLD, MADE) == pytest.approx((0.75, 0.6, 2 / 3))


def test_b_cubed_by_hand() -> None:
    # precision: a b 1, c d 1/2, e f g 1 -> 6/7; recall: a b 2/3, c 1/3, d 1/4, e f g 3/4 -> 50/84
    precision, recall = 6 / 7, (2 / 3 * 2 + 1 / 3 + 1 / 4 + 3 / 4 * 3) / 7
    assert b_cubed(GOLD, MADE)[:2] == pytest.approx((precision, recall))


def test_ceaf_e_by_hand() -> None:
    # phi4: {abc}-{ab} 4/5, {defg}-{efg} 6/7, {abc}-{cd} 2/5, {defg}-{cd} 2/6; best 4/5 + 6/7
    best = 4 / 5 + 6 / 7
    assert ceaf_e(GOLD, MADE)[:2] == pytest.approx((best / 3, best / 2))


def test_pairs_by_hand() -> None:
    assert pairwise(GOLD, MADE)[:2] == pytest.approx((4 / 5, 4 / 9))


def test_conll_is_the_mean() -> None:
    three = [f(GOLD, MADE).f1 for f in (muc, b_cubed, ceaf_e)]
    assert conll(GOLD, MADE) == pytest.approx(sum(three) / 3)


def test_unequal_items_are_refused() -> None:
    with pytest.raises(ValueError, match="1 items"):
        b_cubed({"a": "1", "b": "1"}, {"a": "x"})


def test_singletons_alone_have_no_links() -> None:
    alone = {"a": "1", "b": "2"}
    assert muc(alone, alone).f1 == 0.0
    assert b_cubed(alone, alone).f1 == ceaf_e(alone, alone).f1 == 1.0


labels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12)


@given(labels)
def test_scores_lie_in_bounds_and_swap_with_their_arguments(drawn: list[tuple[int, int]]) -> None:
    gold = {str(i): str(g) for i, (g, _) in enumerate(drawn)}
    made = {str(i): str(m) for i, (_, m) in enumerate(drawn)}
    for measure in (muc, b_cubed, ceaf_e, pairwise):
        there, back = measure(gold, made), measure(made, gold)
        assert there[:2] == pytest.approx(back[1::-1])
        assert all(0 <= x <= 1 + 1e-9 for x in there)
    assert b_cubed(gold, gold).f1 == pytest.approx(1)
    assert ceaf_e(gold, gold).f1 == pytest.approx(1)


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 10**6))
def test_the_matching_is_the_best_of_all(rows: int, columns: int, seed: int) -> None:
    gain = np.random.default_rng(seed).integers(0, 9, (rows, columns)) / 3
    found = best_matching(gain)
    wide = gain if rows <= columns else gain.T
    best = max(
        sum(wide[r, c] for r, c in enumerate(order))
        for order in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert len({r for r, _ in found}) == len({c for _, c in found}) == min(rows, columns)
    assert sum(gain[r, c] for r, c in found) == pytest.approx(best)
