"""What the browser tests share: Chromium, a served case, and one reader's visit to it.

Importing this skips the module that does so where there is no Playwright or no Chromium (Debian's is looked for).
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bench import paint
from whence.flow.case import Case
from whence.show.web.library import Library

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("there is no Chromium to drive", allow_module_level=True)
QUIET = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
SOFTWARE = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # WebGL without a GPU
ROOT = Path(__file__).parents[2]
SHOTS = os.environ.get("WHENCE_SHOTS", "")  # a folder to leave pictures of every page in
REFUSED = re.compile(r"Content Security Policy|sandboxed|Blocked script")
WAIT = 60_000  # milliseconds; a busy machine is no fault


@contextmanager
def playing() -> Iterator[Any]:
    """Playwright, without which nothing can be driven."""
    with sync_api.sync_playwright() as play:
        yield play


@contextmanager
def launched(play: Any, *more: str) -> Iterator[Any]:
    """A Chromium with these arguments beside those that keep it quiet."""
    chromium = play.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *more], timeout=WAIT)
    try:
        yield chromium
    finally:
        chromium.close()


served = partial(paint.served, token="key")


def opened(case: Case) -> Library:
    """The library of a case, with its newest generation ready to read."""
    library = Library(case.layout.root)
    library.open_newest()
    return library


class Visit:
    """One reader's browser at the desk, which remembers whatever should not have happened."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address, self.wrong = address, []
        # a request that the policy refuses fails as "csp" before it leaves; whatever else is asked of others did leave
        self.asked, self.refused = set[str](), set[str]()
        self.context = browser.new_context(**context)
        self.context.set_default_timeout(WAIT)
        self.context.on("page", self._watch)
        self.page = self.context.new_page()
        self.page.goto(f"{address}/?token=key")

    def _watch(self, page: Any) -> None:
        own = (self.address, "blob:", "data:", "about:")
        page.on("request", lambda r: r.url.startswith(own) or self.asked.add(r.url))
        page.on("response", lambda r: r.url.startswith(own) or self.wrong.append(f"heard {r.url}"))
        page.on("response", lambda r: r.status >= 400 and self.wrong.append(f"{r.status} at {r.url}"))
        page.on("requestfailed", lambda r: r.failure == "csp" and self.refused.add(r.url))
        page.on("console", lambda m: m.type == "error" and self.wrong.append(f"console: {m.text}"))
        page.on("pageerror", lambda e: self.wrong.append(f"error: {e}"))
        page.on("dialog", lambda d: (self.wrong.append(f"dialog: {d.message}"), d.dismiss()))

    def go(self, path: str) -> str:
        """Open a page of the desk and return its source."""
        self.page.goto(self.address + path)
        return str(self.page.content())

    def forgive_refusals(self) -> None:
        """Forget what the browser says of refusing an original's scripts and pictures, which is the refusal itself."""
        self.wrong[:] = [w for w in self.wrong if not REFUSED.search(w)]

    def leave(self) -> None:
        """Close the browser's window; nothing may have gone wrong."""
        self.context.close()
        assert self.asked <= self.refused, self.asked - self.refused
        assert not self.wrong, self.wrong
