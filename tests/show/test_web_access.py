"""Everybody can read the desk and the dossier: axe over every page, keys alone, large type, small windows, paper.

Skipped where there is no Chromium; the checks by axe also where axe-core can be neither found nor fetched from npm.
"""

import re
from collections.abc import Iterator
from typing import Any

import axe
import pytest
from browsing import SOFTWARE, Visit, launched, opened, playing, served
from pagesof import NAMES, pages_of
from starlette.routing import Route

from whence.flow.case import Case
from whence.show.desk import make_desk
from whence.show.dossier import render
from whence.show.web.app import PAGES
from whence.show.web.library import Library

Desk = tuple[str, dict[str, str]]
FETCHED = {"/reports/{report}/original": "a report's own bytes"}  # answered, but no page of ours
OPEN = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
# what has the focus: its tag and name, whether that can be seen, and where it stands among all elements
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), inner = at.querySelector("rect, path");
  const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const stroked = inner && /gr-|tl-/.test(at.getAttribute("class") ?? "");
  const box = at.getBoundingClientRect(), top = document.querySelector(".top");
  const stuck = getComputedStyle(top).position === "sticky" && !top.contains(at);
  const under = stuck && box.bottom <= top.getBoundingClientRect().bottom;
  return { what: at.outerHTML.slice(0, 90), seen: Boolean(ringed || stroked), under: under && !at.matches(".skip"),
           place: [...document.querySelectorAll("*")].indexOf(at) };
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playing() as play, launched(play, *SOFTWARE) as chromium:
        yield chromium


@pytest.fixture(scope="module")
def library(example: Case) -> Library:
    return opened(example)


@pytest.fixture(scope="module")
def desk(example: Case, library: Library) -> Iterator[Desk]:
    with served(library) as address:
        yield address, pages_of(example)


@pytest.fixture(scope="module")
def script() -> str:
    return axe.source()


@pytest.fixture(scope="module")
def visit(browser: Any, desk: Desk) -> Iterator[Visit]:
    made = Visit(browser, desk[0], reduced_motion="reduce")
    yield made
    made.forgive_refusals()
    made.wrong[:] = [w for w in made.wrong if "404" not in w]  # the page that is not here
    made.leave()


@pytest.fixture(scope="module")
def dossier(example: Case, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(render(make_desk(example.findings(), mask=True), "Marqand", example.generation), "utf8")
    return path.as_uri()


def settled(visit: Visit) -> None:
    """Wait until what a script draws stands there, or has said that it cannot be drawn."""
    for name in ("#map", "#timeline", "#graph"):
        if visit.page.locator(name).count():
            visit.page.locator(f"{name}[data-drawn], {name}.failed, {name} .empty").first.wait_for()


def test_every_page_is_looked_at(desk: Desk) -> None:
    routes = {
        r.path for page in PAGES for r in page.ROUTES if isinstance(r, Route) and "GET" in (r.methods or ())
    }
    shown = {r for r in routes if not r.startswith("/data/")} - FETCHED.keys()
    paths = [p.partition("?")[0] for p in desk[1].values()]
    missed = {r for r in shown if not any(re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", r), p) for p in paths)}
    assert not missed


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_wrong(visit: Visit, desk: Desk, script: str, name: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    for theme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        visit.go(desk[1][name])
        settled(visit)
        visit.page.evaluate(OPEN)  # what is folded away is looked at too
        assert axe.violations(visit.page, script) == [], theme
    visit.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_dossier(
    browser: Any, dossier: str, script: str, theme: str
) -> None:
    page = browser.new_page(color_scheme=theme)
    page.goto(dossier)
    page.evaluate(OPEN)
    page.evaluate(
        "document.querySelectorAll('article').forEach(a => { a.style.contentVisibility = 'visible'; })"
    )
    assert axe.violations(page, script) == []
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_in_large_type(visit: Visit, desk: Desk, name: str) -> None:
    """At 1280 pixels and 200 or 400 %, only tables and drawings may scroll sideways, each in its own frame."""
    visit.go(desk[1][name])
    settled(visit)
    for unfold in ("0", OPEN):
        visit.page.evaluate(unfold)
        for wide in (640, 320):
            visit.page.set_viewport_size({"width": wide, "height": 800})
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= wide, unfold
    visit.page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("wide", [640, 320])
def test_the_dossier_loses_nothing_in_large_type(browser: Any, dossier: str, wide: int) -> None:
    page = browser.new_page(viewport={"width": wide, "height": 800})
    page.goto(dossier)
    page.evaluate(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    page.close()


@pytest.mark.parametrize(
    "name", ["overview", "incidents", "account", "report-original", "map", "timeline", "links", "review"]
)
def test_the_tab_key_goes_through_a_page_in_order_and_out_of_it(browser: Any, desk: Desk, name: str) -> None:
    made = Visit(browser, desk[0], reduced_motion="reduce")
    made.go(desk[1][name])
    settled(made)
    assert made.page.evaluate("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex <= 0)")
    places, stops = (
        [],
        made.page.locator("a, button, input, select, textarea, summary, [tabindex='0'], iframe").count(),
    )
    for _ in range(stops + 2):
        made.page.keyboard.press("Tab")
        at = made.page.evaluate(FOCUS)
        if at is None:
            break
        assert at["seen"], f"the focus cannot be seen on {at['what']}"
        assert not at["under"], f"the head hides {at['what']}"
        places.append(at["place"])
    else:
        pytest.fail("the Tab key does not lead out of the page")
    assert places == sorted(set(places)), "in the order of the page, each once"
    made.leave()


def test_one_may_skip_to_the_page(browser: Any, desk: Desk) -> None:
    made = Visit(browser, desk[0])
    made.page.keyboard.press("Tab")
    skip = made.page.get_by_role("link", name="Skip to the page")
    box = skip.bounding_box()
    assert box["y"] >= 0, "it shows when it has the focus"
    made.page.keyboard.press("Enter")
    made.page.keyboard.press("Tab")
    assert made.page.evaluate("document.activeElement.closest('main') !== null")
    made.leave()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_its_landmarks_and_its_name(visit: Visit, desk: Desk, name: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.go(desk[1][name])
    roles = ("banner", "main", "contentinfo", "search")
    assert all(visit.page.get_by_role(r).count() for r in roles)  # type: ignore[arg-type]
    assert visit.page.get_by_role("navigation", name="Pages").count() == 1
    assert visit.page.get_by_role("heading", level=1).count() == 1
    title, _, rest = visit.page.title().partition(" · ")
    assert title.strip()
    assert rest == "Marqand, spring 2025 · Whence"


def test_what_was_done_is_read_out(browser: Any, desk: Desk) -> None:
    made = Visit(browser, desk[0])
    made.go("/method")
    made.page.get_by_role("button", name="Let them stand open to me").click()
    told = "Such passages now stand open to you."
    made.page.locator("[role=status].vh", has_text=told).wait_for(state="attached")
    assert made.page.locator("p.notice", has_text=told).is_visible()
    made.leave()


def test_a_phone_shows_the_list_before_its_filters(browser: Any, desk: Desk) -> None:
    made = Visit(browser, desk[0], viewport={"width": 375, "height": 800})
    for path in ("/incidents", "/sources"):
        made.go(path)
        assert not made.page.get_by_label("Order").is_visible()
        made.page.get_by_text("Filter and order").click()
        assert made.page.get_by_label("Order").is_visible()
    made.page.set_viewport_size({"width": 1280, "height": 800})
    made.go("/incidents")
    assert made.page.get_by_label("Order").is_visible(), "beside the list where there is room"
    made.leave()


def test_arabic_words_run_from_right_to_left(browser: Any, desk: Desk) -> None:
    made = Visit(browser, desk[0])
    made.go(desk[1]["report-arabic"])
    assert made.page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    made.page.get_by_label("Why do you need to see it?").fill("to find a translator")
    made.page.get_by_role("button", name="Show the text").click()
    text = made.page.locator("article.text .p").first
    text.wait_for()
    assert text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert made.page.locator("article.text").get_attribute("lang") == "ar"
    made.leave()


def test_states_hedges_and_denials_differ_without_colour(browser: Any, desk: Desk) -> None:
    """In forced colours and in print, where grounds are gone: each has a line of its own, and its word beside it."""
    made = Visit(browser, desk[0], forced_colors="active")
    made.go("/reports")
    styles = made.page.evaluate(
        """() => ["states", "hedges", "denies"].map(c => { const m = document.createElement("mark"); m.className = c;
        document.querySelector("main").append(m); const s = getComputedStyle(m);
        return [s.textDecorationStyle, s.borderBlockEndStyle].join(" "); })"""
    )
    assert len(set(styles)) == 3
    made.go(desk[1]["overview"])
    words, ground = made.page.locator("main .btn.primary").first.evaluate(
        "b => [getComputedStyle(b).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert words != ground, "the system lays the page's ground behind words"
    made.go(desk[1]["account"])
    full, hollow = (
        made.page.locator(f".dots i.{c}").first.evaluate(
            "e => [parseFloat(getComputedStyle(e).borderTopWidth), getComputedStyle(e).borderTopStyle]"
        )
        for c in ("f", "o")
    )
    assert full[0] > 3 > hollow[0]
    assert full[1] != hollow[1]
    made.leave()


def test_paper_shows_words_reasons_and_where_they_stand(browser: Any, desk: Desk) -> None:
    made = Visit(browser, desk[0])
    made.go(desk[1]["account"])
    made.page.emulate_media(media="print")
    told = made.page.locator(".value blockquote")
    assert all(told.nth(i).is_visible() for i in range(told.count())), "nothing told stays folded away"
    for hidden in (".top", "form", ".hint", "button", ".tabs"):
        assert not made.page.locator(hidden).first.is_visible(), f"{hidden} is no use on paper"
    assert desk[1]["account"] in made.page.locator(".printed").inner_text()
    sources = made.page.locator(".sourced a").first
    assert sources.get_attribute("href") in sources.evaluate("a => getComputedStyle(a, '::after').content")
    dot = made.page.locator(".dots i.f").first.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)")
    assert dot > 3, "a filled dot is filled by its border: paper leaves grounds out"
    made.go(desk[1]["report"])
    made.page.emulate_media(media="print")
    assert made.page.get_by_text(re.compile("sha256:[0-9a-f]{64}")).first.is_visible()
    assert not made.page.locator("details.fold > div").first.is_visible(), (
        "what may hurt stays folded on paper"
    )
    made.leave()


def test_the_dossier_reads_well_on_paper(browser: Any, dossier: str) -> None:
    page = browser.new_page()
    page.goto(dossier)
    page.emulate_media(media="print")
    assert page.locator(".account blockquote").first.is_visible()
    assert page.get_by_text(re.compile("sha256:[0-9a-f]{64}")).first.is_visible()
    assert page.locator(".dots i.f").first.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") > 3
    marks = page.evaluate(
        """() => ["states", "hedges", "denies"].map(c => { const m = document.querySelector("mark." + c);
        const s = m && getComputedStyle(m); return s && [s.textDecorationStyle, s.borderBlockEndStyle].join(" "); })"""
    )
    assert len(set(marks)) == 3, "each has a line of its own"
    page.close()
