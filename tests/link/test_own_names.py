"""Names that only the reports of one story bear: what they join, and what they leave apart; a made-up country."""

from datetime import UTC, datetime, timedelta

import pytest

from whence.link.feature_weights import WEIGHTS
from whence.link.incidents import IncidentEvidence, find_incidents
from whence.link.stories import OWN, SMALL, find_stories
from whence.model.finding import SourceTable
from whence.model.ids import content_id
from whence.model.judgement import NO_RULINGS
from whence.model.report import Block, Report
from whence.model.span import Span
from whence.model.statement import Count, Statement, Toponym
from whence.model.values import Amount, Interval

FIRST = datetime(2031, 3, 2, tzinfo=UTC)
NIGHT = (
    "A baker was shot dead behind the Kestrel mill on Tanner Row. The police of Veshara seek a Dorn Halvik."
)
NEXT = "The baker shot dead near Tanner Row had quarrelled, neighbours of the Kestrel mill said of a Dorn Halvik."
AGAIN = (
    "A driver was found dead in Arbo. The police of Veshara seek nobody, a spokesman said on Friday in Arbo."
)


def day(number: int) -> Interval:
    return Interval.of_days(FIRST + timedelta(days=number))


def report(name: str, body: str, published: int) -> Report:
    return Report(name, name, body, "", published=day(published), blocks=(Block(0, len(body), "body"),))


def pile(size: int = 38) -> list[Report]:
    """Return the two reports of one story among `size` that tell of other things."""
    others = [
        report(f"f{n:02}", f"In town the {n}th market of Pel{'o' * n} opened near Sund{'a' * n} Hall.", n)
        for n in range(size)
    ]
    return [report("a", NIGHT, 0), report("b", NEXT, 2), *others]


def told(of: Report, toll: int, when: int | None, place: str, scene: int = 0) -> Statement:
    start = of.text.index("dead")
    at = of.text.index(place)
    where = (Toponym(place, Span.of(of.text, at, at + len(place))),)
    return Statement(
        content_id("statement", of.id, str(scene)), of.id, Span.of(of.text, start, start + 4), "killed",
        Count(Amount(toll, toll, str(toll)), "people"), "states", "fact",
        when=None if when is None else day(when), where=where, scene=scene,
    )  # fmt: skip


def together(first: Statement, second: Statement, *others: Statement, own: bool = True) -> bool:
    reports = pile()
    kin = find_stories(reports, []).kin
    if not own:
        kin = {pair: {n: t for n, t in shared.items() if n != "own names"} for pair, shared in kin.items()}
    evidence = IncidentEvidence(
        tuple(reports), (first, second, *others), (), (), SourceTable({}, {}, {}, {}), kin=kin
    )
    found = find_incidents(evidence, NO_RULINGS)
    return any({first.id, second.id} <= set(i.statements) for i in found)


def test_names_that_only_one_story_bears_are_its_own() -> None:
    stories = find_stories(pile(), [])
    assert stories.groups == (("a", "b"),)
    assert stories.own == {("a", "b"): 1.0}
    assert stories.kin["a", "b"] == {"one story": 1.0, "own names": 1.0}


def test_a_name_that_another_report_bears_is_not_the_storys_own() -> None:
    """Veshara stands in a third report: what is left are fewer than all, and with each more report less."""
    elsewhere = [report(f"e{n}", f"At night in {name} the market of Sund opened.", 5) for n, name in enumerate(
        ("Kestrel", "Halvik", "Dorn")
    )]  # fmt: skip
    found = [find_stories([*pile(), *elsewhere[:n]], []).own["a", "b"] for n in range(4)]
    assert found == sorted(found, reverse=True)
    assert found[3] == pytest.approx(round(2 / OWN, 6))


def test_what_a_small_pile_has_to_itself_tells_little() -> None:
    few = find_stories(pile(2), [])
    assert few.groups == (("a", "b"),)
    assert few.own["a", "b"] < 0.25
    assert find_stories(pile(2 * SMALL), []).own["a", "b"] == 1.0


def test_misread_places_part_no_story_with_names_of_its_own() -> None:
    a, b = pile()[:2]
    first, second = told(a, 1, None, "Veshara"), told(b, 1, None, "Kestrel")
    assert together(first, second)
    assert not together(first, second, own=False)


def test_days_that_are_told_apart_stay_apart_whatever_names_are_shared() -> None:
    """A village is hit again within days, and nobody else writes of it."""
    a, b = pile()[:2]
    assert together(told(a, 4, 0, "Tanner Row"), told(b, 4, 0, "Tanner Row"))
    assert not together(told(a, 4, -7, "Tanner Row"), told(b, 9, 0, "Tanner Row"))


def test_names_are_the_reports_and_count_for_a_telling_by_its_part_of_them() -> None:
    a, b = pile()[:2]
    first, second = told(a, 1, None, "Veshara"), told(b, 1, None, "Kestrel")
    beside = [told(b, n, None, "Tanner Row", scene=n) for n in range(2, 7)]
    assert not together(first, second, *beside)


def test_the_reason_tells_no_name() -> None:
    a, b = pile()[:2]
    statements = (told(a, 1, None, "Veshara"), told(b, 1, None, "Kestrel"))
    evidence = IncidentEvidence(
        tuple(pile()), statements, (), (), SourceTable({}, {}, {}, {}), kin=find_stories(pile(), []).kin
    )
    (incident,) = find_incidents(evidence, NO_RULINGS)
    assert WEIGHTS["own names"][1] in incident.joined[0].words
    assert not any(name in incident.joined[0].words for name in ("Halvik", "Dorn", "Kestrel"))


def test_the_order_of_reports_changes_nothing() -> None:
    assert find_stories(pile(), []).own == find_stories(pile()[::-1], []).own
