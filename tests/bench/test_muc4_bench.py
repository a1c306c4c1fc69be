"""The keys are read with their alternatives, slots are scored by the guidelines, templates follow statements."""

from datetime import date
from pathlib import Path

import pytest
from bench.muc4_keys import CONFIDENCE, DATE, LOCATION, NUMBER, Fill, Item, Template, _keys, items
from bench.muc4_lands import most_named
from bench.muc4_score import Response, When, _amount, _days, _place, agreement, merged, score
from bench.muc4_templates import confidence

from whence.model.span import Reason, Span
from whence.model.statement import Culprit, Hop, Stance, Statement, Voice

SHARED = Path(__file__).parents[2].parent / "shared"
KEY = """
0.  MESSAGE: ID                     DEV-MUC3-0001 (NCCOSC)
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  - 12 JAN 91 / 11 JAN 91
3.  INCIDENT: LOCATION              OSMARA: TOLUMA (CITY): OLD MILL (NEIGHBORHOOD)
4.  INCIDENT: TYPE                  ATTACK
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / POSSIBLE: "KELVA FRONT" / "KF"
18. HUM TGT: NAME                   "ANA MORO"
20. HUM TGT: TYPE                   CIVILIAN: "ANA MORO"
21. HUM TGT: NUMBER                 1: "ANA MORO"
; a comment
                                    ? 4-: "PEASANTS" /
                                    "FARMERS"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-0002 (NCCOSC)
1.  MESSAGE: TEMPLATE               *
"""


def template() -> Template:
    return _keys(KEY)["DEV-MUC3-0001"][0]


def response(**changes: object) -> Response:
    fields: dict[str, object] = {
        "kind": "ATTACK", "date": When(None, date(1991, 1, 12)), "country": "OSMARA", "place": ("OLD MILL",),
        "victims": (("1", "ANA MORO"),), "kinds": ("CIVILIAN",), "organisations": (("KF", "POSSIBLE"),),
    }  # fmt: skip
    return Response(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_key_is_read_with_alternatives_and_options() -> None:
    key = _keys(KEY)
    assert key["DEV-MUC3-0002"] == ()
    made = template()
    assert made.optional
    assert made.fills(DATE) == (Fill(("- 12 JAN 91", "11 JAN 91")),)
    assert made.fills(CONFIDENCE) == (Fill(("REPORTED AS FACT", "POSSIBLE"), ("KELVA FRONT", "KF")),)
    assert made.fills(NUMBER)[1] == Fill(("4-",), ("PEASANTS", "FARMERS"), True)
    assert len(made.fills(LOCATION)) == 1


@pytest.mark.parametrize(
    ("key", "first", "last", "points"),
    [
        ("26 AUG 89", 26, 26, 1.0),
        ("- 26 AUG 89", None, 26, 1.0),
        ("25 AUG 89 - 26 AUG 89", 26, 26, 0.5),
        ("- 26 AUG 89", 25, 25, 0.5),
        ("25 AUG 89 - 26 AUG 89", None, 26, 0.5),
        ("26 AUG 89", None, 26, 0.5),
        ("16 AUG 89", None, 26, 0.0),
        ("24 AUG 89 - 25 AUG 89", None, 26, 0.0),
        ("25 AUG 89", 26, 26, 0.0),
    ],
)
def test_days_are_scored_as_the_guidelines_list(
    key: str, first: int | None, last: int, points: float
) -> None:
    said = When(date(1989, 8, first) if first else None, date(1989, 8, last))
    assert _days(key, said) == points


@pytest.mark.parametrize(
    ("key", "country", "place", "points"),
    [
        ("OSMARA: TOLUMA (CITY", "OSMARA", ("TOLUMA",), 1.0),
        ("OSMARA: TOLUMA (CITY", "OSMARA", (), 0.5),
        ("OSMARA: TOLUMA (CITY", "OSMARA", ("KESRA",), 0.5),
        ("OSMARA: TOLUMA (CITY", "KELVA", ("TOLUMA",), 0.5),
        ("OSMARA: TOLUMA (CITY", "KELVA", ("KESRA",), 0.0),
        ("OSMARA", "OSMARA", (), 1.0),
        ("OSMARA", "OSMARA", ("TOLUMA",), 0.5),
        ("OSMARA: TOLUMA (CITY) - KESRA (CITY", "OSMARA", ("TOLUMA",), 0.5),
        ("OSMARA: TOLUMA (CITY) - KESRA (CITY", "OSMARA", ("TOLUMA", "KESRA"), 1.0),
    ],
)
def test_places(key: str, country: str, place: tuple[str, ...], points: float) -> None:
    assert _place(key, response(country=country, place=place)) == points


@pytest.mark.parametrize(
    ("said", "points"),
    [
        (("4-", "FARMERS"), 1.0),
        (("4-", "PRIESTS"), 0.5),
        (("4", "FARMERS"), 0.5),
        (("5", "FARMERS"), 0.0),
        (("PLURAL", "FARMERS"), 0.0),
    ],
)
def test_numbers(said: tuple[str, str], points: float) -> None:
    assert _amount(template().fills(NUMBER)[1], said) == points


def test_a_text_is_scored_slot_by_slot() -> None:
    made = score([(Item("a", "", (template(),)), (response(), response(place=("KESRA",), victims=())))])
    assert (made.keys, made.said, made.pairs) == (1, 2, 1)
    assert made.all_templates("location") == "100 / 50"
    assert made.matched("number") == "100 / 100"
    assert made.matched("confidence") == "100 / 100"


def test_templates_that_share_nothing_but_their_type_do_not_match() -> None:
    assert agreement(template(), response()) > 0
    assert agreement(template(), response(victims=(), kinds=(), organisations=())) == 0
    assert agreement(template(), response(kind="BOMBING")) == 0


def test_an_optional_template_may_be_missing() -> None:
    made = score([(Item("a", "", (template(),)), ())])
    assert made.all_templates("date") == "- / -"


def test_what_differs_in_no_slot_is_one_template() -> None:
    both = merged([response(), response(victims=(("3", "PEASANTS"),))])
    assert len(both) == 1
    assert both[0].victims == (("1", "ANA MORO"), ("3", "PEASANTS"))
    assert len(merged([response(), response(place=("KESRA",))])) == 2


@pytest.mark.parametrize(
    ("voice", "stance", "rule", "sure"),
    [
        ("", "states", "agent of the attack", "REPORTED AS FACT"),
        ("the police", "hedges", "agent of the attack", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("residents", "hedges", "agent of the attack", "SUSPECTED OR ACCUSED"),
        ("the mayor's office", "states", "blamed", "SUSPECTED OR ACCUSED"),
        ("the Kelva Front", "states", "claimed by itself", "CLAIMED OR ADMITTED"),
        ("a Kelva Front spokesman", "states", "agent of the attack", "CLAIMED OR ADMITTED"),
    ],
)
def test_confidence_follows_the_decision_tree(voice: str, stance: Stance, rule: str, sure: str) -> None:
    span = Span(0, 1, "x")
    hops = (Hop(Voice(voice, "named"), stance, Reason("r", "")),) if voice else ()
    culprit = Culprit("Kelva Front", span)
    said = Statement(
        "s", "r", span, "responsible", culprit, stance, "fact", hops=hops, reasons=(Reason(rule, ""),)
    )
    assert confidence(said) == sure


def test_the_country_named_most() -> None:
    assert most_named("PERUVIAN police in PERU; CHILE") == "PE"
    assert most_named("nowhere") == ""


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not on this machine")
def test_the_archive_has_as_many_templates_as_its_readme_says() -> None:
    archive = SHARED / "data" / "muc4" / "muc4-dev-tst1-tst2.tar.gz"
    found = items(archive, "tst1", "tst2")
    assert len(found) == 200
    assert sum(len(i.templates) for i in found) == 191
    assert all(t.fills(LOCATION) for i in found for t in i.templates)
