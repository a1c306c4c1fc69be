"""The pictures in the docs: of every page of the desk, of the example pile, made by `make pictures`.

That they are there, small, and told in words is checked always; making them takes Chromium, and WHENCE_SHOTS=folder.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOT, SHOTS, SOFTWARE, Visit, launched, opened, playing, served
from pagesof import pages_of
from pictures import size, smaller

from whence.flow.case import Case
from whence.show.desk import make_desk
from whence.show.dossier import render
from whence.show.web import assets
from whence.show.web.frame import SECTIONS

IMAGES = ROOT / "docs" / "images"
MANUAL = ROOT / "docs" / "desk.md"
LARGEST = 150_000  # bytes


def nothing(_visit: Visit) -> None:
    """Leave the page as it opens."""


def read_hint(visit: Visit) -> None:
    """Close the first-use hint, as whoever has read it does."""
    visit.page.locator("details.hint[open] > summary").first.click()


def drawn(visit: Visit) -> None:
    """Wait until the drawing stands there, and close the hint above it."""
    visit.page.locator("#map[data-drawn], #timeline[data-drawn], #graph[data-drawn]").wait_for()
    read_hint(visit)
    visit.page.wait_for_timeout(1500)  # labels of the map come with its next frame


def at_the_drawing(visit: Visit) -> None:
    """Scroll to who has it from whom."""
    visit.page.evaluate(
        "scrollTo(0, document.querySelector('svg.derive').getBoundingClientRect().top + scrollY - 110)"
    )


def pointed_at(visit: Visit) -> None:
    """Show the chain behind a number in the text."""
    visit.page.locator(".num.ref").nth(1).focus()


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: of which page, which section of the desk it stands for, how it is taken."""

    page: str
    section: str
    high: int = 820
    before: Callable[[Visit], None] = nothing
    wide: int = 1180
    theme: str = "light"


PICTURES = {
    "desk-overview": Picture("overview", "/", 800),
    "desk-incidents": Picture("one-source", "/incidents", 820, read_hint),
    "desk-account": Picture("account", "/incidents", 1240, read_hint),
    "desk-drawing": Picture("account", "/incidents", 880, at_the_drawing),
    "desk-without": Picture("without", "/incidents", 760),
    "desk-report": Picture("report-original", "/reports", 820, pointed_at),
    "desk-source": Picture("source", "/sources", 900),
    "desk-map": Picture("map", "/map", 900, drawn),
    "desk-timeline": Picture("timeline", "/timeline", 700, drawn),
    "desk-links": Picture("links", "/graph", 800, drawn),
    "desk-review": Picture("review", "/review", 860, read_hint),
    "desk-search": Picture("search", "/search", 700),
    "desk-phone": Picture("overview", "/", 900, nothing, 390, "dark"),
}


@pytest.fixture(scope="module")
def taken(example: Case) -> Path:
    """The folder into which pictures were taken."""
    if not SHOTS:
        pytest.skip("WHENCE_SHOTS names no folder: make pictures")
    if "maplibre-gl.mjs" not in assets.files():
        pytest.skip("npm's parts were not fetched: python web/assets.py")
    pages = pages_of(example)
    with playing() as play, launched(play, *SOFTWARE) as browser, served(opened(example)) as address:
        for name, picture in PICTURES.items():
            (Path(SHOTS) / f"{name}.png").write_bytes(
                smaller(browser, take(browser, address, pages, picture))
            )
    return Path(SHOTS)


ALONE = ".mast, nav.top, .foot, main > section:not(#accounts), #accounts > :not(article:first-of-type)"


@pytest.fixture(scope="module")
def dossier(example: Case, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(render(make_desk(example.findings(), mask=True), "Marqand", example.generation), "utf8")
    return path.as_uri()


def test_the_dossiers_picture_is_taken(dossier: str) -> None:
    """An account in the dossier, without the rest of the page."""
    if not SHOTS:
        pytest.skip("WHENCE_SHOTS names no folder: make pictures")
    with playing() as play, launched(play, "--disable-gpu") as browser:
        page = browser.new_page(viewport={"width": 1040, "height": 1250}, color_scheme="light")
        page.goto(dossier)
        page.evaluate(
            "rest => document.querySelectorAll(rest).forEach(e => { e.hidden = true; e.style.display = 'none'; })",
            ALONE,
        )
        page.evaluate("scrollTo(0, 0)")
        (Path(SHOTS) / "dossier.png").write_bytes(smaller(browser, page.screenshot()))


def take(browser: Any, address: str, pages: dict[str, str], picture: Picture) -> bytes:
    """Return one picture as Chromium gives it."""
    visit = Visit(
        browser, address, color_scheme=picture.theme, viewport={"width": picture.wide, "height": picture.high}
    )
    visit.go(pages[picture.page])
    picture.before(visit)
    made = bytes(visit.page.screenshot())
    visit.leave()
    return made


def test_pictures_are_taken(taken: Path) -> None:
    for name, picture in PICTURES.items():
        data = (taken / f"{name}.png").read_bytes()
        assert size(data) == (picture.wide, picture.high)
        assert len(data) < LARGEST


def test_every_page_of_the_desk_has_its_picture() -> None:
    shown = {p.section for p in PICTURES.values()}
    assert {href for href, _ in SECTIONS} | {"/search"} == shown
    for name in PICTURES:
        assert 5_000 < (IMAGES / f"{name}.png").stat().st_size < LARGEST


def test_every_picture_in_the_docs_is_there_and_told_in_words() -> None:
    used = set()
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf8")):
            used.add((page.parent / path).resolve())
            assert (page.parent / path).is_file(), f"{page.name}: {path}"
            assert len(words.split()) >= 5, f"{page.name}: {path} says nothing to who cannot see it"
    assert {p.resolve() for p in IMAGES.glob("*.png")} == used, "no picture is left over"
    assert {(IMAGES / f"{name}.png").resolve() for name in PICTURES} <= used
    assert all(f"images/{name}.png" in MANUAL.read_text("utf8") for name in PICTURES)
