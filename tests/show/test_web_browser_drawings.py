"""Map, timeline and graph in a real browser: drawn under the policy, reached by keys, kept in the address.

Skipped where there is no Chromium, no Playwright, or where npm's parts were not fetched.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import SOFTWARE, Visit, launched, playing
from test_web_browser import Served, desk

from whence.show.web import assets

assert desk, "the served case is a fixture here too"
if "maplibre-gl.mjs" not in assets.files():
    pytest.skip("npm's parts were not fetched: python web/assets.py", allow_module_level=True)


@pytest.fixture(scope="module")
def play() -> Iterator[Any]:
    with playing() as made:
        yield made


@pytest.fixture(scope="module")
def chromium(play: Any) -> Iterator[Any]:
    with launched(play, *SOFTWARE) as made:
        yield made


@pytest.fixture
def visitor(chromium: Any, desk: Served) -> Iterator[Visit]:
    made = Visit(chromium, desk[0])
    yield made
    made.leave()


def test_the_map_is_drawn_and_leads_to_the_account(visitor: Visit) -> None:
    page = visitor.page
    visitor.go("/map")
    page.locator("#map[data-drawn='1']").wait_for()
    assert "1 of 3" in page.locator("#map-told").inner_text()
    page.get_by_role("button", name="show Keld on the map").click()
    panel = page.get_by_role("region", name="At the chosen place")
    assert "somewhere within 5 km" in panel.inner_text()
    page.wait_for_url(re.compile(r"/map#at=\d+(\.\d+)?/"))
    panel.get_by_role("link", name="air strike, Keld, 2024-03-05").click()
    page.get_by_role("heading", name="air strike, Keld, 2024-03-05").wait_for()
    page.go_back()
    page.locator("#map[data-drawn='1']").wait_for()
    assert "#at=" in page.url


def test_the_timeline_is_walked_with_keys_and_remembered(visitor: Visit) -> None:
    page = visitor.page
    visitor.go("/timeline")
    page.locator("#timeline[data-drawn='1']").wait_for()
    bars = page.get_by_role("region", name="Incidents as bars over time")
    bars.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile(r"#at=\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"))
    page.keyboard.press("0")
    kept = page.get_by_role("link", name="Keep to the stretch in view")
    assert re.search(r"from=2024-03-0\d&to=2024-03-0\d", kept.get_attribute("href"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="air strike, Keld, 2024-03-05").wait_for()


def test_a_link_is_reached_and_followed_with_keys(visitor: Visit) -> None:
    page = visitor.page
    visitor.go("/graph")
    page.locator("#graph[data-drawn='1']").wait_for()
    page.get_by_role("region", name="Drawing of the links").focus()
    page.keyboard.press("Tab")
    told = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert told.startswith("Norwind Bearings supplies part Vesharan Rocket Works: ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/*")


def test_who_relies_on_whom_is_drawn(visitor: Visit) -> None:
    visitor.go("/graph?show=sources")
    visitor.page.locator("#graph[data-drawn]").wait_for()
    assert visitor.page.locator(".gr-node").count() > 1


def test_the_map_follows_a_change_to_the_dark(visitor: Visit) -> None:
    page = visitor.page
    visitor.go("/map")
    page.locator("#map[data-drawn='1']").wait_for()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(500)
    assert visitor.wrong == []


def test_without_webgl_the_map_says_so_and_the_table_stays(play: Any, desk: Served) -> None:
    with launched(play, "--disable-gpu", "--disable-3d-apis") as bare:
        made = Visit(bare, desk[0])
        made.go("/map")
        made.page.get_by_text("its WebGL is switched off").wait_for()
        assert made.page.get_by_role("link", name="air strike, Keld, 2024-03-05").is_visible()
