"""What is retold without its day is put to the one known incident that it fits, and to none where two fit."""

from typing import Final

import pytest

from whence.link.cluster import FEW, cluster
from whence.link.features import PairScore

VETO: Final = -99.0


def scored(*features: tuple[str, float]) -> PairScore:
    return PairScore(
        round(sum(w for _, w in features if w > VETO), 6), any(w <= VETO for _, w in features), features
    )


@pytest.mark.parametrize(
    ("rival", "groups"), [(0.2, ((0, 1, 2, 6), (3, 4, 5))), (1.9, ((0, 1, 2), (3, 4, 5), (6,)))]
)
def test_only_one_known_incident_may_fit(rival: float, groups: tuple[tuple[int, ...], ...]) -> None:
    """Node 6 is retold; of two incidents told by three reports each, it joins the first if the other fits less."""

    def score(a: int, b: int) -> PairScore:
        if b == 6:
            return scored(("retold", 0.3), ("same place", 1.8 if a < 3 else rival))
        return scored(("same day", 4.0 if (a < 3) == (b < 3) else -4.0))

    pairs = [((a, b), score(a, b)) for a in range(7) for b in range(a + 1, 7)]
    made = cluster(pairs, score, tuple("abcdefg"))
    assert made.groups == groups
    assert bool(made.retold) == (len(groups) == 2)


def test_one_misread_day_keeps_no_large_groups_apart() -> None:
    """Nine tellings of one attack, of which one gives another day: all are joined."""

    def score(a: int, b: int) -> PairScore:
        wrong = b == 8 and a in (0, 1)
        return scored(
            ("days apart", -2.0) if wrong else ("same day", 1.6), ("same place", 1.5 if b - a == 4 else 2.8)
        )

    met = [(a, b) for a in range(9) for b in range(a + 1, 9) if (a < 4) == (b < 4)]
    made = cluster([(p, score(*p)) for p in [*met, (0, 4)]], score, tuple("abcdefghi"))
    assert FEW * 4 * 5 > 2
    assert made.groups == (tuple(range(9)),)


def test_two_groups_of_different_days_stay_apart() -> None:
    def score(a: int, b: int) -> PairScore:
        apart = (a < 4) != (b < 4) and (a, b) != (0, 4)
        return scored(("days apart", -2.0) if apart else ("same day", 1.6), ("same place", 4.5))

    pairs = [((a, b), score(a, b)) for a in range(8) for b in range(a + 1, 8)]
    made = cluster(pairs, score, tuple("abcdefgh"))
    assert made.groups == ((0, 1, 2, 3), (4, 5, 6, 7))


def test_what_is_told_of_a_year_waits_for_what_is_told_of_days() -> None:
    """Node 4 tells of a year and likes node 0 best: it breaks up no incident of which the days are told."""

    def score(a: int, b: int) -> PairScore:
        if b == 4:
            return scored(("told of the past", -1.0), ("same place", 6.0 if a == 0 else 2.0))
        return scored(("same day", 3.5))

    pairs = [((a, b), score(a, b)) for a in range(5) for b in range(a + 1, 5)]
    assert cluster(pairs, score, tuple("abcde")).groups == ((0, 1, 2, 3, 4),)


@pytest.mark.parametrize(("fit", "joined"), [(2.6, True), (0.3, False)])
def test_a_retelling_fits_the_members_that_tell_as_much(fit: float, joined: bool) -> None:
    """Node 6 agrees with half of an incident and has nothing to compare with the other half."""

    def score(a: int, b: int) -> PairScore:
        if b == 6:
            return scored(("retold", 0.2), ("same place", (2.8 if a == 0 else fit) if a < 3 else -0.9))
        return scored(("same day", 4.0))

    pairs = [((a, b), score(a, b)) for a in range(7) for b in range(a + 1, 7)]
    made = cluster(pairs, score, tuple("abcdefg"))
    assert (len(made.groups) == 1) is joined


@pytest.mark.parametrize(("tellers", "joined"), [("abcdddf", True), ("abcdefg", False)])
def test_what_two_reports_tell_is_a_rival(tellers: str, joined: bool) -> None:
    """Node 6 fits what three reports tell, and as well what nodes 3 to 5 tell: of one report or of several."""

    def score(a: int, b: int) -> PairScore:
        if b == 6:
            return scored(("retold", 0.3), ("same place", 1.9))
        return scored(("same day", 4.0 if (a < 3) == (b < 3) else -4.0))

    pairs = [((a, b), score(a, b)) for a in range(7) for b in range(a + 1, 7)]
    made = cluster(pairs, score, tuple(tellers))
    assert any({0, 6} <= set(g) for g in made.groups) is joined
