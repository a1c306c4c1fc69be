"""Which numbers are one value though they are not one number, and which places are one place: cases by hand."""

import pytest
from weigh_pile import Pile, people

from whence.model.finding import PlaceLink
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import OF_REPORTS, Count, Toponym
from whence.model.values import Amount, Place
from whence.weigh.values import same_amount

SOME_80 = Amount(76, 84, "some 80", "some")
NEARLY_90 = Amount(80, 90, "nearly 90", "nearly")
EXACT = {n: Amount(n, n, str(n)) for n in (80, 84, 86, 90, 500)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SOME_80, EXACT[80], True),
        (SOME_80, NEARLY_90, False),
        (NEARLY_90, EXACT[86], False),
        (NEARLY_90, NEARLY_90, True),
        (Amount(500, 1300, "between 500 and 1,300", "between"), EXACT[500], True),
        (Amount(80, None, "at least 80", "at least"), EXACT[80], True),
    ],
    ids=str,
)
def test_rough_numbers_are_one_value_only_where_they_name_one_number(
    one: Amount, other: Amount, same: bool
) -> None:
    assert same_amount(one, other) is same
    assert same_amount(other, one) is same


def test_two_rough_tolls_corroborate_nothing() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), Count(SOME_80, "people"), "Ministry")
    pile.say(pile.report("b", "Daily B"), Count(NEARLY_90, "people"), "Monitor")
    assert [v.behind.least for v in pile.aspect().values] == [1, 1]


TOWN = Place("town", "Harrow", 10.0, 20.0, 3.0, "Vostia")
QUARTER = Place("quarter", "Lower Harrow", 10.02, 20.0, 1.0, "Vostia")
FAR = Place("far", "Namar", 11.0, 20.0, 3.0, "Vostia")


def place_differences(first: tuple[Place, ...], second: tuple[Place, ...]) -> list[str]:
    """The kinds of difference between 12 people told of `first` and 30 told of `second`, innermost places first."""
    pile, links = Pile(), []
    for key, number, where in (("a", 12, first), ("b", 30, second)):
        report = pile.report(key, f"Daily {key}")
        names = tuple(Toponym(p.name, Span(60 + 9 * i, 64 + 9 * i, p.name)) for i, p in enumerate(where))
        pile.say(report, people(number), f"Voice {key}", where=names)
        links += [
            PlaceLink(report, t.span.start, (p,), Reason("gazetteer", "one record"))
            for t, p in zip(names, where, strict=True)
        ]
    return [d.kind for d in pile.account(places=tuple(links)).aspects[0].differences]


def test_a_quarter_is_no_other_place_than_its_town() -> None:
    assert place_differences((QUARTER,), (TOWN,)) == ["contradiction"]
    assert place_differences((TOWN,), (FAR,)) == ["place"]


def test_who_names_the_others_place_too_speaks_of_it() -> None:
    assert place_differences((FAR, TOWN), (TOWN,)) == ["contradiction"]


def test_what_covers_the_injured_too_says_so_with_both_numbers() -> None:
    pile = Pile()
    pile.say(
        pile.report("a", "Daily A"), Count(Amount(40, 40, "40"), "people", "of killed or injured"), "Ministry"
    )
    pile.say(pile.report("b", "Daily B"), people(1, "children"), "Monitor")
    (difference,) = pile.aspect().differences
    assert difference.words == "40 people against 1 child: 40 covers killed and injured together"


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        (("residents",), "1 kind of vague voice and nobody named: one origin at the least"),
        (
            ("residents", "medics"),
            "2 kinds of vague voices that may or may not be one another and nobody named: one origin at the least",
        ),
        (("residents", "Ministry"), "1 kind of vague voice that may or may not be one of the others"),
    ],
)
def test_the_reason_of_a_vague_count_says_what_it_may_be(voices: tuple[str, ...], words: str) -> None:
    pile = Pile()
    for voice in voices:
        pile.say(pile.report(voice, f"Daily {voice}"), people(12), voice)
    assert words in [r.words for r in pile.aspect().values[0].behind.reasons]


def test_who_asks_about_reports_is_no_origin_of_them() -> None:
    pile = Pile()
    pile.say(pile.report("a", "Daily A"), people(12), "Ministry")
    words = Span(10, 20, "reports")
    asked = Reason(OF_REPORTS, "“reports that” in the clause itself", (Evidence("b", words),))
    pile.say(pile.report("b", "Daily B"), people(12), "Council", reasons=(asked,))
    (value,) = pile.aspect().values
    assert (value.behind.least, value.behind.most) == (1, 2)
    (perhaps,) = (o for o in value.behind.origins if o.vague)
    assert perhaps.name == "reports of others"
    assert asked.evidence in [r.evidence for r in perhaps.reasons]
    assert dict(value.without)["Council"] == 1
