"""Longer ways through the desk in a real browser, on the example pile: what one session's tests cannot show.

Skipped where there is no Chromium or no Playwright.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Visit, launched, opened, playing, served
from pagesof import pages_of

from whence.flow.case import Case
from whence.show.web.library import Library

Served = tuple[str, Library, dict[str, str]]
MARKET = "Airstrike at Hazrabad, 2025-03-04"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playing() as play, launched(play, "--disable-gpu") as chromium:
        yield chromium


@pytest.fixture
def desk(example: Case, tmp_path: Path) -> Iterator[Served]:
    """A served copy of the example case, to be judged in."""
    shutil.copytree(example.layout.root, tmp_path / "case")
    library = opened(Case.open(tmp_path / "case"))
    with served(library) as address:
        yield address, library, pages_of(library.case)


def generation(visit: Visit) -> str:
    """The findings that a page says it shows."""
    return visit.page.locator(".foot code", has_text=re.compile("^[0-9a-f]{16}-[0-9a-f]{16}$")).inner_text()


def told(visit: Visit) -> str:
    """What the page tells, without notices."""
    return str(visit.page.evaluate(
        "() => [...document.querySelectorAll('main > :not(.notice, #work)')].map(e => e.textContent).join('\\n')"
    ))  # fmt: skip


def rebuild(visit: Visit) -> None:
    """Press “Rebuild now” and wait until the page itself offers the newer findings; then follow."""
    visit.page.get_by_role("button", name="Rebuild now").click()
    offer = visit.page.get_by_role("button", name="Read the newer ones")
    offer.wait_for()
    assert visit.page.locator("[role=status].vh", has_text="There are newer findings.").count() == 1, (
        "read out"
    )
    offer.click()
    visit.page.get_by_text("You now read the newest findings.").first.wait_for()


def judging_as(visit: Visit, handle: str) -> None:
    """Take a handle of one's own."""
    visit.go("/review")
    visit.page.get_by_label("Another handle").fill(handle)
    visit.page.get_by_role("button", name="Change").click()
    visit.page.get_by_text(f"You judge as {handle}.").first.wait_for()


def test_the_first_page_says_which_tolls_rest_on_one_source_and_which(browser: Any, desk: Served) -> None:
    """Asked by somebody who never saw the desk: answered where one arrives, and each answer leads to its words."""
    address, library, _ = desk
    tolls = [
        v
        for a in library.case.findings().accounts
        for x in a.aspects
        if x.aspect in ("killed", "injured")
        for v in x.values
    ]
    looking = [v for v in tolls if v.outlets >= 2 and v.behind.least < 2]
    assert looking
    visit = Visit(browser, address)
    rows = visit.page.get_by_role("region", name="Tolls that rest on one source").locator("tbody tr")
    assert rows.count() == len(looking)
    told = [row.inner_text() for row in rows.all()]
    for value in looking:
        carried = [r for r in told if f"{value.outlets} outlets" in r]
        assert any(all(o.name in r for o in value.behind.origins) for r in carried)
    rows.first.get_by_role("link").click()
    visit.page.get_by_role("link", name="24 or more people").first.click()
    first = visit.page.locator(":target")
    assert "All of it comes from Marqand Rights Monitor." in first.inner_text()
    first.get_by_role("link", name="read it in its report").first.click()
    visit.page.wait_for_url("**/reports/*#s-*")
    words = visit.page.locator(":target ~ mark, .has-tip:has(:target) ~ mark").first
    assert "At least 24 people were killed" in words.inner_text()
    visit.leave()


def test_a_rebuild_changes_nothing_under_who_reads(browser: Any, desk: Served) -> None:
    address, library, pages = desk
    reader, judge = Visit(browser, address), Visit(browser, address)
    reader.go(pages["account"])
    before, first = told(reader), generation(reader)
    assert "24 or more people" in before

    judging_as(judge, "ana")
    judge.go(pages["account"])
    judge.page.get_by_role("link", name="43 people").first.click()
    judge.page.locator(":target").get_by_role("link", name="judge").click()
    judge.page.get_by_label("Why", exact=True).fill("the number is the old toll")
    judge.page.get_by_role("button", name=re.compile("^Wrong")).click()
    judge.page.get_by_text("Recorded: wrong").first.wait_for()
    rebuild(judge)
    second = generation(judge)
    assert second != first
    judge.go(pages["account"])
    judge.page.get_by_role("heading", name=MARKET, level=1).wait_for()
    assert pages["account"] in judge.page.url, "it is not named after what is wrong, and keeps its address"
    assert "43 people" not in judge.page.locator("main").inner_text(), "it holds after the rebuild"

    reader.page.reload()
    offer = reader.page.get_by_role("button", name="Read the newer ones")
    assert offer.is_visible()
    assert (told(reader), generation(reader)) == (before, first), "nothing changed but the notice"
    reader.page.get_by_role("link", name="Incidents", exact=True).click()
    reader.page.get_by_role("link", name=MARKET).first.click()
    reader.page.wait_for_url("**/incidents/*")
    assert generation(reader) == first, "links stay on the findings that one reads"
    offer.click()
    reader.page.get_by_text("You now read the newest findings.").first.wait_for()
    assert generation(reader) == second
    assert "43 people" not in reader.page.locator("main").inner_text()

    judge.go("/review")
    judge.page.keyboard.press("z")
    judge.page.get_by_text("Undone.").first.wait_for()
    rebuild(judge)
    assert generation(judge) == first, "undone, the same findings come back, byte for byte"
    judge.go(pages["account"])
    assert told(judge) == before
    for visit in (reader, judge):
        visit.leave()
    assert len(library.case.journal.judgements()) == 2, "the journal keeps both lines"


def test_two_reviewers_are_blind_to_one_another_until_both_have_answered(browser: Any, desk: Served) -> None:
    address, library, _ = desk
    visits = {}
    for handle in ("ana", "ben"):
        visit = visits[handle] = Visit(browser, address)
        judging_as(visit, handle)
    ana, ben = visits["ana"], visits["ben"]
    ana.go("/review")
    asked = ana.page.locator("#question").inner_text()
    first = ana.page.locator(".pair, .card").first.inner_text()
    for key in ("u", "u"):
        ana.page.keyboard.press(key)
        ana.page.get_by_text("Recorded: unsure, by ana.").first.wait_for()
    assert ana.page.get_by_text("ben had answered").count() == 0

    ben.go("/review")
    page = ben.page.locator("body").inner_text()
    assert ben.page.locator("#question").inner_text() == asked
    assert ben.page.locator(".pair, .card").first.inner_text() == first
    assert "ana" not in re.findall(r"\w+", page)
    assert "0 judgements stand" in page
    assert "Agreement" not in page
    ben.page.keyboard.press("u")
    ben.page.get_by_text("ana had answered: unsure.").first.wait_for()
    row = ben.page.get_by_role("row", name=re.compile("^ana"))
    assert row.inner_text().split() == ["ana", "1", "1", "(100", "%)", "too", "alike", "to", "say"]
    no = ben.page.get_by_role("button", name=re.compile("^(Different|Wrong)")).first
    no.click()
    ben.page.get_by_text(re.compile("ana had answered: unsure")).first.wait_for()
    assert "2 1 (50 %)" in " ".join(row.inner_text().split())
    ana.go("/review")
    assert "2 1 (50 %)" in " ".join(ana.page.get_by_role("row", name=re.compile("^ben")).inner_text().split())
    assert {p.name for p in (library.path / "journal").glob("*.jsonl")} >= {"ana.jsonl", "ben.jsonl"}
    for visit in visits.values():
        visit.leave()


def test_tabs_back_and_reload_lead_where_one_was(browser: Any, desk: Served) -> None:
    address, _, pages = desk
    visit = Visit(browser, address)
    visit.go(pages["one-source"])
    with visit.context.expect_page() as other:
        visit.page.get_by_role("link", name=MARKET).click(modifiers=["Control"])
    tab = other.value
    tab.get_by_role("heading", name=MARKET, level=1).wait_for()
    assert "sort=looks" in visit.page.url
    tab.get_by_role("link", name="43 people").first.click()
    tab.wait_for_url("**#killed-*")
    tab.reload()
    assert tab.locator(":target").get_by_role("heading", name="43 people").is_visible()
    tab.locator(":target").get_by_role("link", name="read it in its report").click()
    tab.wait_for_url("**/reports/*#s-*")
    assert tab.locator(":target").is_visible()
    tab.go_back()
    tab.wait_for_url("**#killed-*")
    tab.go_back()
    tab.wait_for_url(re.compile("/incidents/[0-9a-f]+$"))
    visit.leave()


def test_without_a_script_one_finds_reads_judges_rebuilds(browser: Any, desk: Served) -> None:
    address, _, pages = desk
    visit = Visit(browser, address, java_script_enabled=False)
    page = visit.page
    page.get_by_role("link", name="Which rest on one source?").click()
    page.get_by_role("link", name=MARKET).click()
    assert page.locator("svg.derive .origin").first.is_visible(), "the drawing needs no script"
    page.get_by_role("link", name="read it in its report").first.click()
    assert page.locator("mark.states").first.is_visible()
    page.get_by_role("searchbox", name="Search").fill("refugee")
    page.get_by_role("button", name="Search").click()
    assert page.locator("mark.hit").first.is_visible()
    visit.go("/incidents")
    page.get_by_label("Words of its name").fill("Telmor")
    page.get_by_role("button", name="Show").click()
    assert "q=Telmor" in page.url
    assert page.get_by_role("link", name=re.compile("Telmor")).count() > 0
    for name in ("map", "links"):
        assert "scripts are off. The table below tells the same." in visit.go(pages[name])
        assert page.locator("table.data tbody tr").count() > 3
    visit.go("/review")
    page.get_by_label("Comment C").fill("cannot be told")
    page.get_by_role("button", name="Unsure").click()
    page.get_by_text("Recorded: unsure").first.wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone.").wait_for()
    assert page.get_by_role("button", name="Undo").count() == 0
    visit.leave()
