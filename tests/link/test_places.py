"""Homonyms told apart by the report's other places, or left open; unknown names get no pin."""

from whence.link.places import resolve_places
from whence.link.rows import PlaceRow, make_arrays, make_atlas
from whence.model.finding import PlaceLink
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Statement, Thing, Toponym

ROWS = [
    PlaceRow("h1", ("Harwan", "هروان"), 10.0, 10.0, "XA", population=200_000),
    PlaceRow("m1", ("Misk",), 10.1, 10.1, "XA", population=900),
    PlaceRow("h2", ("Harwan",), 30.1, 30.0, "XB", population=700),
    PlaceRow("m2", ("Misk",), 30.0, 30.0, "XB", population=900),
    PlaceRow("q1", ("Quld",), 10.0, 10.4, "XA", population=400),
    PlaceRow("j2", ("Jarash",), 30.2, 30.2, "XB", population=9_000),
    PlaceRow("l2", ("Lower Quarry",), 30.3, 30.2, "XB", population=9_000),
    PlaceRow("r2", ("Toluma province",), 30.0, 30.1, "XB", kind="region", radius_km=60.0),
    PlaceRow("c2", ("Tolum",), 30.0, 31.0, "XB", kind="country", radius_km=300.0),
]
ATLAS = make_atlas(make_arrays(ROWS))


def links(*names: str, relation: str = "in") -> list[PlaceLink]:
    text = " ".join(names)
    where, at = [], 0
    for name in names:
        where.append(Toponym(name, Span.of(text, at, at + len(name)), relation))
        at += len(name) + 1
    whole = Span.of(text, 0, len(text))
    statement = Statement(
        "s", "r", whole, "damage", Thing("x", None, whole), "states", "fact", where=tuple(where)
    )
    return list(resolve_places([Report("r", "r", text, "")], [statement], ATLAS))


def keys(link: PlaceLink) -> list[str]:
    return [p.key for p in link.candidates]


def test_a_homonym_near_another_named_place() -> None:
    misk, _ = links("Misk", "Harwan")
    assert keys(misk) == ["m1"]
    assert misk.reason.rule in ("near other places", "country of the others")
    assert len(misk.reason.evidence) >= 1


def test_a_homonym_whose_country_is_named() -> None:
    misk, _ = links("Misk", "Tolum")
    assert keys(misk) == ["m2"]
    assert misk.reason.rule == "its region follows"
    assert "Tolum" in misk.reason.words
    assert [e.span.quote for e in misk.reason.evidence] == ["Misk", "Tolum"]


def test_what_follows_goes_before_what_is_well_known() -> None:
    assert keys(links("Harwan")[0]) == ["h1"]
    assert keys(links("Harwan", "Tolum")[0]) == ["h2"]
    assert keys(links("Harwan Tolum")[0]) == ["h2"], "a lost comma"


def test_a_small_place_in_another_country_than_all_the_others_gets_no_pin() -> None:
    (quld, *_) = links("Quld", "Jarash", "Lower Quarry", "Tolum")
    assert (keys(quld), quld.reason.rule) == ([], "unlikely place")
    assert keys(links("Quld", "Jarash")[0]) == ["q1"], "too few others to doubt it"


def test_a_homonym_alone_stays_open() -> None:
    (misk,) = links("Misk")
    assert keys(misk) == ["m1", "m2"]
    assert misk.reason.rule == "homonyms left open"


def test_an_unknown_name_gets_no_pin() -> None:
    (link,) = links("Nowherestead")
    assert (link.candidates, link.reason.rule) == ((), "unknown place")


def test_near_widens_the_radius() -> None:
    (near,), (plain,) = links("Harwan", relation="near"), links("Harwan")
    assert near.candidates[0].radius_km == plain.candidates[0].radius_km + 10


def test_a_lost_comma_and_another_script() -> None:
    assert keys(links("Misk Tolum")[0]) == ["m2"]
    assert keys(links("هروان")[0]) == ["h1"]
    assert keys(links("eastern Harwan")[0]) == ["h1"]
