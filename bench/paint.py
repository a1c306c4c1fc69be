"""When a reader sees something: first and largest paint in headless Chromium, over the server as it is started."""

import contextlib
import importlib.util
import shutil
import statistics
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import uvicorn

from whence.show.web.app import make_app
from whence.show.web.library import Library

ROUNDS = 5
SETTLED = 400  # milliseconds without another paint
TOKEN = "bench"  # a key for a server that ends with the measurement
_OBSERVE = """
  const seen = globalThis.seen = { first: 0, largest: 0 };
  const watch = (type, tell) =>
    new PerformanceObserver((l) => l.getEntries().forEach(tell)).observe({ type, buffered: true });
  watch("paint", (e) => { if (e.name === "first-contentful-paint") seen.first = e.startTime; });
  watch("largest-contentful-paint", (e) => { seen.largest = e.startTime; });
"""
_SENT = "() => performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0)"


@dataclass(frozen=True, slots=True)
class Paint:
    """Medians in milliseconds after the request, and bytes transferred at the first visit and with a warm cache."""

    page: str
    requests: int
    first: float
    largest: float
    transferred: int
    again: int


def measure(library: Library) -> tuple[Paint, ...]:
    """Return the paints of overview, incidents and an account; none where there is no Chromium or no Playwright."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None or importlib.util.find_spec("playwright") is None:
        return ()
    from playwright.sync_api import sync_playwright  # only for this measurement

    index = library.view().index
    account = index.accounts([max(1, index.overview.accounts // 8)])[0].id
    pages = {"overview": "/", "incidents": "/incidents", "account": f"/incidents/{account}"}
    with served(library) as address, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        found = tuple(_paint(browser, address, page, path) for page, path in pages.items())
        browser.close()
    return found


def _paint(browser: Any, address: str, page: str, path: str) -> Paint:
    context = browser.new_context()
    context.add_init_script(_OBSERVE)
    tab = context.new_page()
    context.request.get(f"{address}/?token={TOKEN}", max_redirects=0)  # enters, and fetches nothing else
    sizes, seen = [], []
    for _ in range(ROUNDS):
        tab.goto(address + path, wait_until="load")
        tab.wait_for_timeout(SETTLED)
        seen.append(tab.evaluate("() => globalThis.seen"))
        sizes.append(int(tab.evaluate(_SENT)))
    context.close()
    first, largest = (statistics.median(s[k] for s in seen) for k in ("first", "largest"))
    return Paint(page, ROUNDS, round(first, 1), round(largest, 1), sizes[0], sizes[-1])


@contextlib.contextmanager
def served(library: Library, token: str = TOKEN) -> Iterator[str]:
    """Serve the library from a thread as `whence serve` does, and yield its address; `token` is the key to it."""
    config = uvicorn.Config(None, host="127.0.0.1", port=0, log_config=None, access_log=False, lifespan="off")  # type: ignore[arg-type]
    listening = config.bind_socket()
    port = int(listening.getsockname()[1])
    config.app = make_app(library, token, port)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
