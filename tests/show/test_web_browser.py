"""The desk in a real browser: the flows that people go through, and that nothing else is asked, run or shown.

Skipped where there is no Chromium (Debian's is looked for) or no Playwright.
"""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from deskcase import make_case
from showcase import rid

from whence.show.web.app import make_app
from whence.show.web.library import Library
from whence.store.index.write import source_id

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("there is no Chromium to drive", allow_module_level=True)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
SHOTS = os.environ.get("WHENCE_SHOTS", "")  # a folder to leave pictures of every page in
WAIT = 60_000  # milliseconds; a busy machine is no fault


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Library]]:
    """A served case: its printed address and its library."""
    library = Library(make_case(tmp_path_factory.mktemp("browser") / "case").layout.root)
    library.open_newest()
    config = uvicorn.Config(None, host="127.0.0.1", port=0, log_config=None, access_log=False, lifespan="off")
    listening = config.bind_socket()
    port = listening.getsockname()[1]
    config.app = make_app(library, "key", port)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}", library
    server.should_exit = True
    thread.join(20)
    listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=WAIT)
        yield chromium
        chromium.close()


class Visit:
    """One reader's browser at the desk, which remembers whatever should not have happened."""

    def __init__(self, browser, address: str, *, script: bool = True) -> None:  # type: ignore[no-untyped-def]
        self.address, self.wrong = address, []
        context = browser.new_context(java_script_enabled=script)
        context.set_default_timeout(WAIT)
        self.page = context.new_page()
        own = (address, "blob:", "data:")
        # a request that the policy refuses fails as "csp" before it leaves; whatever else goes elsewhere did leave
        self.page.on("response", lambda r: r.url.startswith(own) or self.wrong.append(f"heard {r.url}"))
        self.page.on(
            "requestfailed",
            lambda r: (
                r.url.startswith(own)
                or r.failure == "csp"
                or self.wrong.append(f"asked {r.url}: {r.failure}")
            ),
        )
        self.page.on("console", lambda m: m.type == "error" and self.wrong.append(f"console: {m.text}"))
        self.page.on("pageerror", lambda e: self.wrong.append(f"error: {e}"))
        self.page.on("dialog", lambda d: (self.wrong.append(f"dialog: {d.message}"), d.dismiss()))
        self.page.goto(f"{address}/?token=key")

    def go(self, path: str, name: str = "") -> str:
        self.page.goto(self.address + path)
        if SHOTS and name:
            self.page.screenshot(path=Path(SHOTS) / f"{name}.png")
        return str(self.page.content())


@pytest.fixture
def visit(browser: object, desk: tuple[str, Library]) -> Iterator[Visit]:
    made = Visit(browser, desk[0])
    yield made
    assert made.wrong == []
    made.page.context.close()


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


def test_a_question_is_answered_and_undone_with_keys_alone(visit: Visit, desk: tuple[str, Library]) -> None:
    page = visit.page
    visit.go("/review", "review")
    subject = "form[action^='/judge/'] input[type=hidden]:not([name=csrf])"
    first = page.locator(subject).evaluate_all("found => found.map(f => f.value)")
    before = len(desk[1].case.journal.judgements())
    page.keyboard.press("c")
    page.keyboard.type("seen with u and r")  # letters typed into the comment are no answers
    page.keyboard.press("Tab")
    page.keyboard.press("u")
    page.get_by_role("status").filter(has_text="Recorded: unsure").wait_for()
    made = desk[1].case.journal.judgements()
    assert len(made) == before + 1
    assert made[-1].why == "seen with u and r"
    page.keyboard.press("z")
    page.get_by_role("status").filter(has_text="Undone").wait_for()
    assert page.locator(subject).evaluate_all("found => found.map(f => f.value)") == first


def test_a_filter_stands_in_the_address_and_can_be_gone_back_from(visit: Visit) -> None:
    page = visit.page
    visit.go("/incidents", "incidents")
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
    visit.go(f"/reports/{rid('hostile-1')}", "hostile")
    visit.page.get_by_text("The original, beside it").click()
    frame = visit.page.frame_locator("iframe.original")
    frame.get_by_text("Two people were injured.").wait_for()
    visit.page.wait_for_timeout(300)
    # what the browser says of refusing the original's script and picture is the refusal itself
    visit.wrong[:] = [
        w for w in visit.wrong if not re.search(r"Content Security Policy|sandboxed|Blocked script", w)
    ]


@pytest.mark.parametrize(
    "path",
    ["/", "/incidents", "/reports", "/sources", "/review", "/search?q=Keld", "/map", "/timeline", "/graph"],
)
def test_pages_break_no_rule_of_their_own_policy(visit: Visit, path: str) -> None:
    visit.go(path, path.strip("/").partition("?")[0] or "overview")
    visit.page.wait_for_load_state("networkidle")
    # reflow at 320 CSS pixels, which is 1280 at 400 % (WCAG 1.4.10): only tables and drawings may scroll sideways
    visit.page.set_viewport_size({"width": 320, "height": 640})
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"{wide} pixels"


def test_without_a_script_one_can_read_and_judge(browser: object, desk: tuple[str, Library]) -> None:
    plain = Visit(browser, desk[0], script=False)
    page = plain.page
    plain.go(f"/sources/{source_id('monitor')}")
    page.get_by_role("link", name="judge").first.click()
    page.get_by_label("Why").fill("read twice")
    page.get_by_role("button", name=re.compile("^Right")).click()
    page.get_by_text("Recorded: confirmed").wait_for()
    assert desk[1].case.journal.judgements()[-1].why == "read twice"
    assert plain.wrong == []
    page.context.close()
