"""Map, timeline and graph: what is uncertain is drawn so, what is cut is said, and the table tells the same."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from deskcase import make_case, visitor
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from whence.model.finding import Findings, SourceTable
from whence.show.web import graph, maps, timeline
from whence.show.web.library import Library
from whence.show.web.spots import distance, region_of, regions, spotted
from whence.show.web.stretches import MOST, count_inside, first_inside, spans_of, stretches, window_of
from whence.store.index.rows import NEVER, AccountRow, Columns, PlaceRow, SourceRow, Spots

KELD = PlaceRow("Keld", 1.0, 2.0, 5.2, "Veshara")
ORL = PlaceRow("Orl", 1.5, 2.5, 0.4, "Veshara")
PAGES = ["/map", "/timeline", "/graph", "/graph?show=sources"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    case = make_case(tmp_path_factory.mktemp("drawings") / "case")
    library = Library(case.layout.root)
    library.open_newest()
    return visitor(library)


def row(n: int, **told: object) -> AccountRow:
    plain = AccountRow(
        n=n, id=f"{n:064x}", label=f"incident {n}", event="shelling", container=False, link=False,
        start="2024-03-05T00:00:00+00:00", end="2024-03-06T00:00:00+00:00", presumed=False, places=(KELD,), reports=3,
        statements=4, outlets=2, least=1, most=2, best="24 people", best_aspect="killed", best_outlets=2, denied=False,
        contradicted=False, judged=False,
    )  # fmt: skip
    return replace(plain, **told)  # type: ignore[arg-type]


def link(n: int, subject: str, relation: str, other: str, **told: object) -> AccountRow:
    return row(n, link=True, subject=subject, relation=relation, object=other, places=(), **told)


# ── map ──


class Standing:
    """An index that holds these rows alone, as far as the map asks it."""

    def __init__(self, *rows: AccountRow) -> None:
        self._rows = {r.n: r for r in rows}
        self.columns = Columns(*(np.zeros(len(rows), dtype=np.int32) for _ in range(2)))
        codes: dict[PlaceRow, int] = {}
        pairs = [
            (r.n, codes.setdefault(p, len(codes)), int(len(r.places) > 1)) for r in rows for p in r.places
        ]
        held = [[round(p.lat * 1e5), round(p.lon * 1e5), round(p.radius_km * 1000)] for p in codes]
        told = (*zip(*pairs, strict=True), *zip(*held, strict=True))
        self.spots = Spots(*(np.array(numbers, dtype=np.int32) for numbers in told))
        self._places = dict(enumerate(codes))

    def accounts(self, numbers: Sequence[int]) -> tuple[AccountRow, ...]:
        return tuple(self._rows[n] for n in numbers)

    def places(self, codes: Sequence[int]) -> dict[int, PlaceRow]:
        return {c: self._places[c] for c in codes}


def drawn(*rows: AccountRow) -> maps.MapData:
    view = SimpleNamespace(index=Standing(*rows))
    return maps.map_data(view, np.array([r.n for r in rows], dtype=np.int32))  # type: ignore[arg-type]


def test_an_incident_at_one_of_several_places_is_drawn_at_each_and_sure_at_none() -> None:
    data = drawn(row(1), row(2, places=(KELD, ORL)), row(3, places=()))
    keld, orl = data.places
    assert (keld.name, keld.sure, keld.maybe) == ("Keld", 1, 1)
    assert (orl.name, orl.sure, orl.maybe) == ("Orl", 0, 1)
    assert [i.maybe for i in keld.incidents] == [False, True]
    assert (data.unplaced, data.drawn, data.total) == (1, 3, 3)


def test_a_radius_is_never_told_smaller_than_it_is() -> None:
    assert maps.within(KELD.radius_km) == "within 6 km"
    assert maps.within(ORL.radius_km) == "within 1 km"
    assert drawn(row(1)).places[0].radius_km == KELD.radius_km


def test_homonyms_at_different_spots_stay_two_places() -> None:
    other = replace(KELD, lat=9.0)
    assert len(drawn(row(1), row(2, places=(other,))).places) == 2


def test_a_crowded_place_names_some_and_counts_all() -> None:
    place = drawn(*(row(n) for n in range(1, 40))).places[0]
    assert place.sure == 39
    assert len(place.incidents) == maps.NAMED


SCATTERED = st.lists(
    st.tuples(st.floats(-80, 80), st.floats(-179, 179), st.floats(0.5, 60)),
    min_size=1,
    max_size=40,
    unique=True,
)


@settings(max_examples=40)
@given(SCATTERED, st.integers(0, 12))
def test_too_many_places_are_drawn_as_areas_that_hold_them_all(
    held: list[tuple[float, float, float]], several: int
) -> None:
    spots = [
        PlaceRow(f"place {i}", round(a, 5), round(b, 5), round(r, 3), "V") for i, (a, b, r) in enumerate(held)
    ]
    rows = [row(n, places=(p,)) for n, p in enumerate(spots, 1)]
    rows.append(row(len(rows) + 1, places=tuple(spots[:several])))
    index = Standing(*rows)
    found = spotted(index.spots, np.arange(1, len(rows) + 1, dtype=np.int32), len(rows))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("whence.show.web.spots.PLACES", 5)
        made = regions(index.spots, found.counts)
    assert sorted(int(c) for r in made for c in r.codes) == list(range(len(spots)))
    sure, maybe = found.within(region_of(made, len(spots)))
    assert sum(sure) == len(spots) + (len(spots[:several]) == 1)
    assert set(maybe) <= {0, 1}
    assert sum(maybe) == (
        len(
            {i for i, r in enumerate(made) for c in r.codes if c < several}
            if several > 1 < len(spots)
            else ()
        )
    )
    for region in made:
        place = index.spots
        there = place.lat[region.codes] / 1e5, place.lon[region.codes] / 1e5
        assert (distance((region.lat, region.lon), *there) + place.radius[region.codes] / 1000).max() <= (
            region.radius_km + 1e-6
        )


# ── timeline ──

DAYS = st.integers(-30000, 30000)
SPANS = st.lists(st.one_of(st.none(), st.tuples(DAYS, st.integers(0, 5000))), min_size=1, max_size=30)


def columns(spans: list[tuple[int, int] | None]) -> Columns:
    first = np.array([NEVER if s is None else s[0] for s in spans], dtype=np.int32)
    last = np.array([NEVER if s is None else s[0] + s[1] for s in spans], dtype=np.int32)
    return Columns(first, last)


def day(words: str) -> int:
    return (date.fromisoformat(words) - date(1970, 1, 1)).days


@given(SPANS)
def test_stretches_meet_and_count_what_lies_in_them(spans: list[tuple[int, int] | None]) -> None:
    held = columns(spans)
    numbers = np.arange(1, len(spans) + 1, dtype=np.int32)
    told = spans_of(held, numbers)
    window = window_of(told)
    dated = [s for s in spans if s]
    assert (window is None) == (not dated)
    if window is None:
        return
    found = stretches(told, window)
    assert all(a.end == b.start for a, b in pairwise(found))
    assert found[0].start <= str(date(1970, 1, 1) + timedelta(window[0]))
    assert len(found) <= MOST or (window[1] - window[0]) > MOST * 3650
    for stretch in found:
        low, high = day(stretch.start), day(stretch.end) - 1
        assert stretch.may == sum(a <= high and a + n >= low for a, n in dated)
        assert stretch.within == sum(low <= a and a + n <= high for a, n in dated)


@given(SPANS, DAYS, st.integers(0, 4000))
def test_a_window_counts_as_the_whole_does(
    spans: list[tuple[int, int] | None], start: int, size: int
) -> None:
    held = columns(spans)
    numbers = np.arange(1, len(spans) + 1, dtype=np.int32)
    window = (start, start + size)
    told = spans_of(held, numbers)
    kept = {int(n) for n in first_inside(held, numbers, window, 1000)}
    assert count_inside(told, window) == len(kept)
    assert kept == {i for i, s in enumerate(spans, 1) if s and s[0] <= window[1] and s[0] + s[1] >= window[0]}
    for stretch in stretches(told, window):
        low, high = day(stretch.start), day(stretch.end) - 1
        assert stretch.may == sum(s[0] <= high and s[0] + s[1] >= low for s in spans if s)
        assert stretch.within == sum(low <= s[0] and s[0] + s[1] <= high for s in spans if s)


def test_a_bar_is_as_long_as_what_is_known_is_vague() -> None:
    one = timeline.bar(row(1))
    assert (one.kind, one.start, one.end) == ("day", "2024-03-05", "2024-03-06")
    month = row(2, start="2024-03-01T00:00:00+00:00", end="2024-04-01T00:00:00+00:00")
    assert (timeline.bar(month).kind, timeline.bar(month).end) == ("span", "2024-04-01")
    hours = row(3, start="2024-03-05T22:00:00+00:00", end="2024-03-06T03:00:00+00:00")
    assert (timeline.bar(hours).kind, timeline.bar(hours).end) == ("span", "2024-03-07")
    told = timeline.bar(row(4, presumed=True))
    assert told.kind == "presumed"
    assert "(presumed)" in told.when


def test_a_few_far_away_do_not_make_all_small_and_none_is_lost() -> None:
    held = columns([(0, 0), *[(16000 + n, 0) for n in range(100)]])
    seen = timeline.seen(held, np.arange(1, 102, dtype=np.int32), None)
    assert seen is not None
    assert seen.window == (0, 16099)
    assert 16000 <= seen.most[0] <= 16005
    assert seen.most[1] >= 16095
    even = timeline.seen(columns([(n, 0) for n in range(100)]), np.arange(1, 101, dtype=np.int32), None)
    assert even is not None
    assert even.most == even.window


def test_what_is_not_drawn_is_said() -> None:
    many = [(19000 + n, 0) for n in range(timeline.BARS + 5)]
    held = columns([*many, None])
    seen = timeline.seen(held, np.arange(1, len(many) + 2, dtype=np.int32), None)
    assert seen is not None
    assert (len(seen.numbers), seen.total, seen.undated) == (timeline.BARS, len(many), 1)
    words = timeline.timeline_data(seen, [row(int(n)) for n in seen.numbers]).words
    assert "1 without a date" in words
    assert f"the first {timeline.BARS} in the chosen order" in words


# ── graph ──


def test_a_link_keeps_its_direction_its_origins_and_its_denial() -> None:
    rows = [
        link(1, "Norwind", "arms", "Ridge Guard", least=2, most=3, denied=True),
        link(2, "Ridge Guard", "linked with", "Norwind", least=0, most=0, contradicted=True),
    ]
    data = graph.links_data(rows, 2, ["norwind"])
    arms, mutual = data.edges
    assert (arms.tail, arms.head, arms.width, arms.directed, arms.denied) == (
        "norwind",
        "ridge guard",
        2,
        True,
        True,
    )
    assert "[2, 3]" in arms.words
    assert "denied" in arms.words
    assert (mutual.directed, mutual.width) == (False, 0)
    assert "contradict" in mutual.sentence
    assert {n.id: n.chosen for n in data.nodes} == {"norwind": True, "ridge guard": False}
    assert {n.id: (n.gives, n.given) for n in data.nodes} == {"norwind": (1, 1), "ridge guard": (1, 1)}


def test_an_actor_that_nobody_names_is_drawn_as_vague() -> None:
    data = graph.links_data([link(1, "Norwind", "arms", "fighters")], 1, [])
    assert {n.id: n.vague for n in data.nodes} == {"norwind": False, "fighters": True}


def test_the_most_frequent_reliances_are_drawn() -> None:
    sources = [SourceRow(str(k), f"S{k}", "outlet", False, "", "", 5, 3, 1, 2, 1) for k in range(20)]
    many = [(str(a), str(b), a * 20 + b) for a in range(20) for b in range(20) if a != b]
    data = graph.sources_data(sources, many)
    assert len(data.edges) == graph.RELIANCES
    assert min(int(e.words.split()[0].replace(",", "")) for e in data.edges) > 300
    assert f"{graph.RELIANCES} of {len(many)}" in data.words


def test_a_cut_graph_says_so() -> None:
    assert "the first 1 in the chosen order" in graph.links_data([link(1, "A", "arms", "B")], 7, []).words


def test_reliance_leads_from_the_one_who_tells() -> None:
    sources = [
        SourceRow(k, k.title(), "monitor", k == "residents", "", "", 5, 3, 1, 2, 1)
        for k in ("monitor", "paper", "residents")
    ]
    data = graph.sources_data(sources, [("monitor", "paper", 12), ("monitor", "elsewhere", 3)])
    name = {n.id: n.name for n in data.nodes}
    assert [(name[e.tail], name[e.head], e.words) for e in data.edges] == [
        ("Monitor", "Paper", "12 statements")
    ]
    assert "Paper has 12 statements from Monitor" in data.edges[0].sentence
    assert sorted(name.values()) == ["Monitor", "Paper"]


# ── the pages ──


@pytest.mark.parametrize("path", PAGES)
def test_each_page_stands_without_a_script(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<table" in answer.text
    assert "style=" not in answer.text


def test_the_map_tells_area_and_words_of_a_hostile_name_stay_words(client: TestClient) -> None:
    page = client.get("/map").text
    assert "within 5 km" in page
    assert "no place that is known" in page
    assert "<img src=x" not in page
    data = client.get("/data/map.json").json()
    assert [(p["name"], p["radius_km"], p["sure"]) for p in data["places"]] == [("Keld", 5.0, 1)]
    assert data["places"][0]["incidents"][0]["href"].startswith("/incidents/")
    assert data["unplaced"] == data["total"] - 1


def test_the_timeline_knows_its_window(client: TestClient) -> None:
    whole = client.get("/data/timeline.json").json()
    assert (whole["first"], whole["last"]) == ("2024-03-05", "2024-03-06")
    assert [b["kind"] for b in whole["bars"]] == ["day"]
    empty = client.get("/data/timeline.json?since=2020-01-01&until=2020-02-01").json()
    assert empty["bars"] == []
    assert sum(b["may"] for b in empty["bins"]) == 0
    for odd in ("since=x&until=y", "since=2024-02-01&until=2020-01-01", "since=2024-02-30&until=2024-03-01"):
        assert client.get(f"/data/timeline.json?{odd}").json()["first"] == whole["first"]


def test_the_graph_holds_links_alone_and_narrows_to_an_actor(client: TestClient) -> None:
    data = client.get("/data/graph.json").json()
    assert [(e["tail"], e["head"]) for e in data["edges"]] == [("norwind bearings", "vesharan rocket works")]
    assert "Norwind Bearings" in client.get("/graph").text
    assert "No link fits" in client.get("/graph?actor=nobody").text
    assert client.get("/data/graph.json?actor=nobody").json()["nodes"] == []


@pytest.mark.parametrize("path", ["/map", "/timeline", "/data/map.json", "/data/timeline.json"])
def test_filters_of_the_list_hold_here_too(client: TestClient, path: str) -> None:
    assert "air strike" in client.get(f"{path}?event=airstrike").text
    assert "air strike, Keld" not in client.get(f"{path}?event=shelling").text


def test_masked_names_stay_masked_in_what_is_drawn(client: TestClient) -> None:
    for path in (
        "/data/map.json",
        "/data/timeline.json",
        "/data/graph.json",
        "/data/graph.json?show=sources",
        *PAGES,
    ):
        assert "Mansour" not in client.get(path).text


def test_without_what_npm_gives_the_tables_stay(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from whence.show.web import assets

    ours = {k: v for k, v in assets.files().items() if v.parent.name != "built"}
    monkeypatch.setattr(assets, "files", lambda: ours)
    for path in PAGES:
        page = client.get(path).text
        assert "cannot be drawn" in page
        assert "<table" in page


def test_an_empty_case_says_what_to_do_next(tmp_path: Path) -> None:
    none = SourceTable({}, {}, {}, {})
    bare = Findings((), (), (), none, (), (), (), (), ())
    library = Library(make_case(tmp_path / "case", bare).layout.root)
    library.open_newest()
    browser = visitor(library)
    for path in PAGES:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        assert 'class="empty"' in answer.text, path
    assert browser.get("/data/timeline.json").json()["first"] == ""


def test_the_licences_of_what_is_borrowed_can_be_read(client: TestClient) -> None:
    from whence.show.web import assets

    if "NOTICE.txt" not in assets.files():
        pytest.skip("npm's parts were not fetched: python web/assets.py")
    found = re.search(r'href="(/static/\w+/NOTICE\.txt)"', client.get("/method").text)
    assert found
    answer = client.get(found[1])
    assert answer.headers["content-type"].startswith("text/plain")
    for name in ("htmx.org", "maplibre-gl", "world-atlas", "@dagrejs/dagre", "d3-zoom"):
        assert f"\n{name} " in answer.text
