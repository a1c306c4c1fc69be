"""The desk in a real browser: the flows that people go through, and that nothing else is asked, run or shown.

Skipped where there is no Chromium (Debian's is looked for) or no Playwright.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import Visit, launched, opened, playing, served
from deskcase import make_case
from showcase import rid

from whence.show.web.library import Library
from whence.store.index.write import source_id

Served = tuple[str, Library]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served case: its address and its library."""
    library = opened(make_case(tmp_path_factory.mktemp("browser") / "case"))
    with served(library) as address:
        yield address, library


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playing() as play, launched(play, "--disable-gpu") as chromium:
        yield chromium


@pytest.fixture
def visit(browser: Any, desk: Served) -> Iterator[Visit]:
    made = Visit(browser, desk[0])
    yield made
    made.leave()


def test_from_the_overview_to_the_very_words(visit: Visit) -> None:
    page = visit.page
    assert "token" not in page.url
    page.get_by_role("link", name="Which rest on one source?").click()
    page.wait_for_url("**/incidents?support=*support=outlets*")
    page.get_by_role("link", name="air strike, Keld, 2024-03-05").click()
    page.get_by_role("heading", name="air strike, Keld, 2024-03-05").wait_for()
    page.get_by_role("link", name="read it in its report").first.click()
    page.wait_for_url(re.compile(r"/reports/[0-9a-f]+#s-[0-9a-f]+"))
    number = page.locator(".num.ref").first
    number.focus()
    tip = page.locator(".has-tip").first.locator(".tip")
    assert tip.is_visible()
    assert "Tamarin Monitor" in tip.inner_text()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.go_back()
    page.get_by_role("heading", name="air strike, Keld, 2024-03-05").wait_for()


def test_a_question_is_answered_and_undone_with_keys_alone(visit: Visit, desk: Served) -> None:
    page = visit.page
    visit.go("/review")
    subject = "form[action^='/judge/'] input[type=hidden]:not([name=csrf])"
    first = page.locator(subject).evaluate_all("found => found.map(f => f.value)")
    before = len(desk[1].case.journal.judgements())
    page.keyboard.press("c")
    page.keyboard.type("seen with u and r")  # letters typed into the comment are no answers
    page.keyboard.press("Tab")
    page.keyboard.press("u")
    page.get_by_role("status").filter(has_text="Recorded: unsure").first.wait_for()
    made = desk[1].case.journal.judgements()
    assert len(made) == before + 1
    assert made[-1].why == "seen with u and r"
    page.keyboard.press("z")
    page.get_by_role("status").filter(has_text="Undone").first.wait_for()
    assert page.locator(subject).evaluate_all("found => found.map(f => f.value)") == first


def test_a_filter_stands_in_the_address_and_can_be_gone_back_from(visit: Visit) -> None:
    page = visit.page
    visit.go("/incidents")
    page.get_by_label("Order").select_option("newest")  # sends itself
    page.wait_for_url("**sort=newest**")
    page.reload()
    assert page.get_by_label("Order").input_value() == "newest"
    page.go_back()
    page.wait_for_url("**/incidents")
    page.keyboard.press("/")
    page.keyboard.type("Keld")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Keld")
    assert page.locator("mark.hit").count() > 0


def test_a_hostile_report_and_its_original_do_nothing(visit: Visit) -> None:
    visit.go(f"/reports/{rid('hostile-1')}")
    visit.page.get_by_text("The original, beside it").click()
    frame = visit.page.frame_locator("iframe.original")
    frame.get_by_text("Two people were injured.").wait_for()
    visit.page.wait_for_timeout(300)
    visit.forgive_refusals()


@pytest.mark.parametrize(
    "path",
    ["/", "/incidents", "/reports", "/sources", "/review", "/search?q=Keld", "/map", "/timeline", "/graph"],
)
def test_pages_break_no_rule_of_their_own_policy(visit: Visit, path: str) -> None:
    visit.go(path)
    visit.page.wait_for_load_state("networkidle")
    # reflow at 320 CSS pixels, which is 1280 at 400 % (WCAG 1.4.10): only tables and drawings may scroll sideways
    visit.page.set_viewport_size({"width": 320, "height": 640})
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"{wide} pixels"


def test_without_a_script_one_can_read_and_judge(browser: Any, desk: Served) -> None:
    plain = Visit(browser, desk[0], java_script_enabled=False)
    page = plain.page
    plain.go(f"/sources/{source_id('monitor')}")
    page.get_by_role("link", name="judge").first.click()
    page.get_by_label("Why").fill("read twice")
    page.get_by_role("button", name=re.compile("^Right")).click()
    page.get_by_text("Recorded: confirmed").first.wait_for()
    assert desk[1].case.journal.judgements()[-1].why == "read twice"
    plain.leave()


def test_review_fits_a_narrow_page_after_an_answer_too(visit: Visit) -> None:
    page = visit.page
    visit.go("/review")
    page.keyboard.press("u")
    page.get_by_role("status").filter(has_text="Recorded: unsure").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.keyboard.press("z")
    page.get_by_role("status").filter(has_text="Undone").first.wait_for()
    assert wide <= 320, f"{wide} pixels"
