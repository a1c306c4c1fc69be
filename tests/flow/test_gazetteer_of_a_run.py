"""The gazetteer of a run: facts over the packaged cities, countries with adjectives, regions, counties, user tables."""

import gzip
import os
from dataclasses import replace
from pathlib import Path

import pytest

from whence.flow.case import Case
from whence.flow.gazetteer import Kept, load_gazetteer, place_row, read_places
from whence.flow.resources import Knowledge, knowledge
from whence.link.atlas import Atlas, distance_km
from whence.link.rows import make_arrays, make_atlas
from whence.model.errors import UsageError
from whence.store import gazetteer as store


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    folder = tmp_path_factory.mktemp("places")
    table = folder / "own.tsv"
    table.write_text(
        "id\tcountry\tname\tlat\tlon\tpopulation\tplacetype\tregion\tnames\n"
        "7\tSY\tAfrin\t36.51\t36.87\t900\tlocality\t3\tkur=Efrîna Nû\n"
        "8\tSY\tHarwan al-Misk\t35.0\t37.0\t\tlocality\t3\tara=هروان المسك\n",
        "utf8",
    )
    return load_gazetteer(replace(knowledge(), gazetteers=(table,)), folder)


@pytest.mark.parametrize(
    ("name", "key", "lat", "lon"),
    [
        ("Iraqis", "country:IQ", 33, 44),
        ("U.S.", "country:US", 40, -98),
        ("Ohio", "region:US.OH", 40, -83),
        ("Helmand", "region:AF.helmand", 31.4, 64),
        ("Middle East", "region:.middle east", 29, 44),
        ("الحسكة", "geonames:173811", 36.5, 40.75),
        ("Harwan al-Misk", "table:8", 35, 37),
    ],
)
def test_names(atlas: Atlas, name: str, key: str, lat: float, lon: float) -> None:
    place = atlas.find(name)[0]
    assert place.key == key
    assert distance_km((place.lat, place.lon), (lat, lon)) < 150
    assert place.radius_km > 0


def test_a_county_is_as_wide_as_its_state(atlas: Atlas) -> None:
    counties = atlas.find("Franklin County")
    (ohio,) = (p for p in counties if p.region == "US.OH")
    assert ohio.radius_km == atlas.find("Ohio")[0].radius_km
    assert len({p.region for p in counties}) == len(counties)


def test_a_fact_of_ours_and_a_record_of_the_table_are_one_place(atlas: Atlas) -> None:
    (afrin,) = (p for p in atlas.find("Efrîn") if p.country == "SY")
    assert afrin.key == "table:7"
    assert atlas.find("Efrîna Nû")[0] == afrin


def test_the_index_is_kept_and_found_again(atlas: Atlas, tmp_path: Path) -> None:
    load_gazetteer(knowledge(), tmp_path)
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    again = load_gazetteer(knowledge(), tmp_path)
    assert kept.stat().st_mtime_ns == before
    assert again.find("Ohio") == atlas.find("Ohio")


DUMP = "9\tHarwan\tHarwan\tHrwan\t10.0\t10.5\tP\tPPL\tXA\t\t01\t\t\t\t900\t\t\t\t\n"


def test_a_table_is_kept_with_the_case_once_and_changes_what_is_known(tmp_path: Path) -> None:
    table = tmp_path / "XA.txt.gz"
    table.write_bytes(gzip.compress(DUMP.encode(), mtime=0))
    case = Case.create(tmp_path / "case")
    before = knowledge(str(case.layout.knowledge)).digest
    assert [case.learn_places(table) for _ in range(2)] == [Kept(1, 0), Kept(1, 0)]
    knowledge.cache_clear()
    known = knowledge(str(case.layout.knowledge))
    assert known.digest != before
    assert [p.read_bytes() for p in known.gazetteers] == [table.read_bytes()]
    assert [line.details["table"] for line in case.custody if line.event == "learned"] == ["gazetteer"]
    assert load_gazetteer(known).find("Harwan")[0].key == "table:9"


def alone(table: Path) -> Atlas:
    """The places of a table and no others."""
    return make_atlas(make_arrays([place_row(r) for r in read_places(table)]))


HEAD = "id\tname\tlat\tlon\tcountry\tpopulation\tnames\n"


def test_rows_that_are_no_places_are_passed_over_and_counted(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text(
        "\ufeff" + HEAD + "1\tHarwan\t35\t36\tsy\tinf\tara=هروان|eng=" + "x" * 300 + "\n"
        "2\tNowhere\tnan\t36\n3\tBeyond\t95\t500\n4\tNull\t0\t0\n\tNameless\t10\t10\n5\t\t10\t10\n6\tShort\t10\n"
        "7\tFar\tinf\t-inf\n8\tRed\x1b[31m\u202eTown\t10\t10\tElsewhere\t-5\n9\tVast\t11\t11\tSY\t1e30\n",
        "utf8",
    )
    case = Case.create(tmp_path / "case")
    assert case.learn_places(table) == Kept(3, 7)
    harwan, red, vast = read_places(table)
    assert (harwan["key"], harwan["country"], harwan["population"]) == ("1", "SY", 0)
    assert harwan["names"] == ["Harwan", "هروان"]
    assert (red["names"], red["country"], red["population"]) == (["Red[31mTown"], "", 0)
    assert vast["population"] == 2_000_000_000
    places = alone(table).find("Red[31mTown")
    assert [p.radius_km > 0 for p in (*places, *alone(table).find("Vast"))] == [True, True]


def test_a_meta_file_of_who_s_on_first_is_read(tmp_path: Path) -> None:
    table = tmp_path / "whosonfirst-data-locality-latest.csv"
    table.write_text(
        "deprecated,geom_latitude,geom_longitude,id,iso_country,lbl_latitude,lbl_longitude,name,placetype,superseded_by\n"
        'uuuu,35.0,36.0,1,SY,35.1,36.1,"Harwan, Upper",locality,[]\n'
        ",35.5,36.5,2,SY,,,Misk,locality,\n"
        "2019-05-01,35.5,36.5,3,SY,,,Gone,locality,\n"
        ",35.5,36.5,4,SY,,,Renamed,locality,85678\n",
        "utf8",
    )
    found = [(r["key"], r["names"], r["lat"], r["country"]) for r in read_places(table)]
    assert found == [("1", ["Harwan, Upper"], 35.1, "SY"), ("2", ["Misk"], 35.5, "SY")]


def test_records_whose_keys_are_long_stay_apart_and_are_always_called_the_same(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text(HEAD + f"{'k' * 60}1\tHarwan\t35\t36\n{'k' * 60}2\tHarwan\t10\t11\n", "utf8")
    found = [alone(table).find("Harwan") for _ in range(2)]
    assert len({p.key for p in found[0]}) == 2
    assert found[0] == found[1]


def test_a_dump_s_districts_are_coded_as_the_packaged_places_are(tmp_path: Path) -> None:
    table = tmp_path / "US.txt"
    table.write_text(DUMP.replace("XA\t\t01", "US\t\tOH"), "utf8")
    assert [(r["country"], r["region"]) for r in read_places(table)] == [("US", "US.OH")]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tsv")
    with pytest.raises(UsageError, match=r"pipe\.tsv is no file"):
        Case.create(tmp_path / "case").learn_places(tmp_path / "pipe.tsv")


def test_a_table_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_ROWS", 10)
    table = tmp_path / "large.tsv"
    table.write_text(HEAD + "1\tHarwan\t35\t36\n" * 10, "utf8")
    with pytest.raises(UsageError, match="more than 10 rows"):
        Case.create(tmp_path / "case").learn_places(table)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no table\n",
        b"\x1f\x8bbroken",
        b"\xff\xfe\x00",
        b"name\tlat\tlon\nX\tx\ty\n",
        b"id;name;lat;lon\n1;Harwan;35;36\n",
        b'id,name,lat,lon\n1,"Harwan,35,36\n',
        b"name\tlat\tlon\nHarwan\t35\t36\n",  # without ids all rows would be one
        b"id\tname\tlat\tlon\n1\tcaf\xe9\t35\t36\n",
        b"id\tname\tlat\tlon\n1\tHarwan\tnan\t36\n",
        b"PK\x03\x04rest of an archive",
        gzip.compress(DUMP.encode() * 20)[:40],
        gzip.compress(b"x" * 2_000_000),
    ],
)
def test_what_is_no_table_is_refused_and_not_kept(tmp_path: Path, data: bytes) -> None:
    table = tmp_path / "wrong.tsv"
    table.write_bytes(data)
    case = Case.create(tmp_path / "case")
    with pytest.raises(UsageError, match=r"wrong\.tsv"):
        case.learn_places(table)
    assert not case.layout.gazetteers.exists()


def test_a_case_with_facts_of_its_own_leaves_the_shared_index_alone(tmp_path: Path) -> None:
    plain = knowledge()
    row = ("places.yaml", b"- {name: Ostra, lat: 1.0, lon: 2.0, radius: 5, kind: town}\n")
    own = Knowledge({**plain.tables, "places": (row, *plain.tables["places"])}, "own")
    load_gazetteer(plain, tmp_path)
    (shared,) = tmp_path.iterdir()
    before = shared.stat().st_mtime_ns
    load_gazetteer(own, tmp_path)
    load_gazetteer(plain, tmp_path)
    assert shared.stat().st_mtime_ns == before
    assert len(list(tmp_path.iterdir())) == 2
