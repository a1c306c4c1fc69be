"""The gazetteer of a run: facts over the packaged cities, countries with adjectives, regions, counties, user tables."""

from pathlib import Path

import pytest

from whence.flow.gazetteer import load_gazetteer
from whence.flow.resources import knowledge
from whence.link.atlas import Atlas, distance_km


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
    return load_gazetteer(knowledge(), folder, (table,))


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
