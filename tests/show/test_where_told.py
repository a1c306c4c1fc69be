"""Where an account says that it was: places with radius, alternatives left open, names that no table has."""

from dataclasses import replace

import showcase

from whence.model.finding import Account, PlaceLink
from whence.model.span import Reason, Span
from whence.model.statement import Toponym
from whence.model.values import Place
from whence.show.desk import Desk, make_desk
from whence.show.terminal import account_view, console
from whence.show.where import places_of

UPPER = Place("1", "Upper Tarn", 10.0, 20.0, 3.0, "VE", "Harrow")
LOWER = Place("2", "Lower Tarn", 11.0, 21.0, 2.5, "VE", "Keld")


def _told(*candidates: Place) -> tuple[Desk, Account]:
    """The showcase pile with one statement that tells of "Tarn", which resolves to `candidates`."""
    held = showcase.findings()
    account = make_desk(held, mask=True).accounts[0]
    first = account.incident.statements[0]
    statements = tuple(
        replace(s, where=(Toponym("Tarn", Span(s.span.start, s.span.start + 4, "Tarn", "", "")),))
        if s.id == first
        else replace(s, where=())
        for s in held.statements
    )
    said = next(s for s in statements if s.id == first)
    link = PlaceLink(said.report, said.span.start, candidates, Reason("place", "nothing tells which"))
    desk = make_desk(replace(held, statements=statements, places=(link,)), mask=True)
    return desk, desk.accounts[0]


def test_one_place_is_told_with_its_point_and_radius() -> None:
    (told,) = places_of(*_told(UPPER))
    assert (told.name, told.place) == ("Tarn", "Upper Tarn, Harrow, VE (10.000, 20.000, within 3 km)")


def test_homonyms_that_nothing_decides_are_told_as_alternatives() -> None:
    (told,) = places_of(*_told(UPPER, LOWER))
    assert told.place.startswith("left open, one of 2 places: Upper Tarn")
    assert "Lower Tarn, Keld, VE (11.000, 21.000, within 2.5 km)" in told.place


def test_a_name_in_no_table_says_so() -> None:
    (told,) = places_of(*_told())
    assert told.place == "in no table of places: not on the map"


def test_the_account_in_the_terminal_tells_where_and_why() -> None:
    shown = console()
    with shown.capture() as seen:
        shown.print(account_view(*_told(UPPER, LOWER)))
    words = " ".join(seen.get().split())
    assert "Where, by the names of the texts: Tarn (1): left open, one of 2 places" in words
    assert "nothing tells which" in words
