"""Homonyms told apart by the report's other places, or left open; unknown names get no pin."""

import pytest

from whence.link.places import resolve_places
from whence.link.rows import PlaceRow, from_facts, from_regions, make_arrays, make_atlas
from whence.model.errors import UsageError
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
    PlaceRow("t2", ("Toluma",), 30.0, 30.1, "XB", population=30_000),
    PlaceRow("r2", ("Toluma province",), 30.0, 30.1, "XB", kind="region", radius_km=60.0),
    PlaceRow("c2", ("Tolum",), 30.0, 31.0, "XB", kind="country", radius_km=300.0),
]
ROWS += [PlaceRow("c1", ("Marland",), 60.0, 60.0, "XC", kind="country", radius_km=300.0)]
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


def linked(text: str, *names: str, relation: str = "in") -> list[PlaceLink]:
    where = tuple(Toponym(n, Span.of(text, at := text.index(n), at + len(n)), relation) for n in names)
    whole = Span.of(text, 0, len(text))
    said = Statement("s", "r", whole, "damage", Thing("x", None, whole), "states", "fact", where=where)
    return list(resolve_places([Report("r", "r", text, "")], [said], ATLAS))


def test_a_name_that_is_known_only_far_from_where_the_text_puts_it_gets_no_pin() -> None:
    quld, _ = linked("A mill burned in Quld, Toluma province, on Sunday.", "Quld", "Toluma province")
    assert (keys(quld), quld.reason.rule) == ([], "unlikely place")
    assert "Toluma province follows it" in quld.reason.words
    quld, _ = linked("A mill burned in Quld, Toluma.", "Quld", "Toluma")
    assert keys(quld) == [], "the province of that name"


def test_what_is_wide_itself_or_only_compared_is_in_nothing_that_follows() -> None:
    tolum, _ = linked("Mills burned in Tolum, Marland.", "Tolum", "Marland")
    assert keys(tolum) == ["c2"]
    quld, _ = linked("They call it the Quld of Toluma province.", "Quld", "Toluma province")
    assert keys(quld) == ["q1"]


def test_the_next_name_of_a_list_is_not_where_the_one_before_lies() -> None:
    for text in ("Mills burned in Quld, Toluma and Misk.", "Mills burned in Misk, Quld, Toluma."):
        quld = next(x for x in linked(text, "Quld", "Toluma", "Misk") if x.start == text.index("Quld"))
        assert keys(quld) == ["q1"]


def test_the_province_of_a_town_s_name_tells_homonyms_apart() -> None:
    harwan, _ = linked("A mill burned in Harwan, Toluma.", "Harwan", "Toluma")
    assert keys(harwan) == ["h2"]
    assert harwan.reason.rule == "its region follows"


@pytest.mark.parametrize(
    ("text", "relation", "km"),
    [
        ("90 km east of Quld", "east of", 90.0),
        ("some 30 miles (48 km) from Quld", "from", 48.27),
        ("12.5km outside the town of Quld", "near", 12.5),
        ("3 kilometres from Quld", "near", 10.0),
        ("a 20-kilometre drive to the mill, west of Quld", "west of", 25.0),
        ("at a loss of 40 miles of road in Quld", "in", 0.0),
        ("9000 km from Quld", "from", 0.0),
    ],
)
def test_a_told_distance_widens_the_radius_and_moves_nothing(text: str, relation: str, km: float) -> None:
    (link,), (plain,) = linked(text, "Quld", relation=relation), links("Quld")
    (place,), (alone,) = link.candidates, plain.candidates
    assert place.radius_km == pytest.approx(alone.radius_km + km)
    assert (place.lat, place.lon) == (alone.lat, alone.lon)
    assert ("away widens it" in link.reason.words) == (km not in (0.0, 25.0))


def test_near_widens_the_radius() -> None:
    (near,), (plain,) = links("Harwan", relation="near"), links("Harwan")
    assert near.candidates[0].radius_km == plain.candidates[0].radius_km + 10


def test_a_lost_comma_and_another_script() -> None:
    assert keys(links("Misk Tolum")[0]) == ["m2"]
    assert keys(links("هروان")[0]) == ["h1"]
    assert keys(links("eastern Harwan")[0]) == ["h1"]


FACT = {"name": "Harwan", "lat": 1, "lon": 3}


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"lat": 1, "lon": 3}, "name"),
        (FACT | {"lat": "x"}, "as numbers"),
        (FACT | {"lat": None}, "as numbers"),
        (FACT | {"lat": 99}, "no point on earth"),
        (FACT | {"lat": float("nan")}, "no point on earth"),
        (FACT | {"radius": 0}, "no point on earth"),
        (FACT | {"radius": float("inf")}, "no point on earth"),
        (FACT | {"kind": 3}, "kind"),
        (FACT | {"country": "Tolum"}, "country"),
        (FACT | {"also": "Harwun"}, "also"),  # else each letter would be a name
    ],
)
def test_a_fact_that_is_no_place_is_named(row: dict[str, object], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        from_facts([row])
    (place,) = from_facts([FACT])
    assert (place.lat, place.lon, place.radius_km) == (1.0, 3.0, 4.0)


def test_two_places_of_one_name_in_one_country_both_stay() -> None:
    far, near = FACT | {"lat": 5}, FACT | {"lat": 1.01, "kind": "village"}
    both = from_facts([FACT, far])
    assert [(p.lat, p.lon) for p in both] == [(1.0, 3.0), (5.0, 3.0)]
    assert len({p.key for p in both}) == 2
    (place,) = from_facts([FACT, near])  # a case's own row in place of a packaged one
    assert (place.lat, place.kind) == (1.01, "village")
    assert len(from_facts([FACT, far, far])) == 2


@pytest.mark.parametrize(
    "row",
    [
        {"regions": {"Toluma": [1, 2, 3]}},
        {"country": "XA", "regions": {"Toluma": [1]}},
        {"country": "XA", "regions": 5},
        {"country": "XA", "regions": {"Toluma": [1, 2, -3]}},
    ],
)
def test_regions_that_are_none_are_named(row: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"region|Toluma"):
        from_regions([row], {})
