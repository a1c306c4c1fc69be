"""The pages of the desk asked for as readers ask: other filters, depths, accounts and words each time."""

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from unittest.mock import patch

from starlette.testclient import TestClient

from whence.flow.case import Case
from whence.model.ids import content_id
from whence.show.web.app import make_app
from whence.show.web.filters import SORTS
from whence.show.web.library import Library
from whence.store.index.read import Index
from whence.store.index.select import Wanted
from whence.store.index.write import source_id

LEAST = 15  # requests of a page: where there is but one address, it is asked for so often
SPREAD = 24  # accounts, reports and sources asked for
WORDS = ("killed", "syrian", "helicopter", "castello", "amputated", "killed civilians", "market -aleppo")
PHRASES = ('"the market"', '"of the"', '"barrel bombs"', '"human rights" helicopter')
BEGINNINGS = ("hosp*", "ki*", "bomb* market")


@dataclass(frozen=True, slots=True)
class Timing:
    """Processor seconds of one page's requests, and the weight in bytes of the heaviest answer.

    `unbounded` pages are as large as what they tell: no gate holds them.
    """

    page: str
    requests: int
    median: float
    p95: float
    slowest: float
    weight: int
    unbounded: bool = False


def client_of(library: Library) -> TestClient:
    """Return a browser with a session at the desk."""
    client = TestClient(make_app(library, "bench", 8000), base_url="http://127.0.0.1:8000")
    client.get("/?token=bench")
    return client


def measure(library: Library) -> tuple[Timing, ...]:
    """Return the timing of every page, each asked for at many addresses."""
    client, index = client_of(library), library.view().index
    for warm in ("/", "/incidents", "/sources", "/map", "/timeline", "/graph", "/review", "/search?q=a"):
        client.get(warm)  # templates and the file's first pages
    found = [_timed(client, page, tuple(paths)) for page, paths in _pages(index)]
    return (*found, _judged(client, index))


def _timed(client: TestClient, page: str, paths: tuple[str, ...]) -> Timing:
    rounds = paths * -(-LEAST // len(paths))
    times, weights = [], []
    for path in rounds:
        before = time.process_time()
        answer = client.get(path)
        times.append(time.process_time() - before)
        weights.append(len(answer.content))
        if answer.status_code != 200:
            raise AssertionError(f"{path}: {answer.status_code}")
    return timing(page, times, max(weights))


def timing(page: str, times: Sequence[float], weight: int) -> Timing:
    """Return the timing that these seconds make."""
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    middle, slowest = statistics.median(times), max(times)
    figures = round(middle, 5), round(p95, 5), round(slowest, 5)
    return Timing(page, len(times), *figures, weight, "largest" in page)


def _spread(total: int, many: int = SPREAD) -> list[int]:
    """Return numbers from 1 to `total`, evenly spread, but for the largest accounts at the beginning."""
    return sorted(
        {max(2, 1 + round(i * (total - 1) / many)) for i in range(1, many + 1)} & set(range(1, total + 1))
    )


def _pages(index: Index) -> Iterator[tuple[str, Iterable[str]]]:
    yield "overview", ["/"]
    yield "incidents", ["/incidents", *(f"/incidents?sort={s}" for s in SORTS)]
    yield "incidents, filtered", _filtered(index)
    yield "incidents, deep in the list", _deep(index)
    yield "account, largest", [f"/incidents/{index.accounts([1])[0].id}"]
    yield "account", (f"/incidents/{r.id}" for r in index.accounts(_spread(index.overview.accounts)))
    size = index.overview.reports
    reports = [r for n in _spread(size) for r in index.reports_page(n - 1, 1)[0]]
    yield "report", (f"/reports/{r.id}" for r in reports)
    largest = max(
        (r for n in (0, size // 2) for r in index.reports_page(n, 400)[0]), key=lambda r: r.statements
    )
    yield "report with most statements", [f"/reports/{largest.id}"]
    yield "reports", [f"/reports?start={n}" for n in _spread(size)]
    yield from _of_sources(index)
    for name, typed in (("words", WORDS), ("phrases", PHRASES), ("beginnings", BEGINNINGS)):
        yield f"search, {name}", (f"/search?q={w}" for w in typed)
    kinds = ("statement", "report")
    yield "search, deep", (f"/search?q=killed&kind={k}&start={n}" for k, n in product(kinds, (30, 600)))
    yield "review", ["/review", *(f"/review?question={n}" for n in _spread(index.question_count()))]
    yield from _drawings(index)


def _of_sources(index: Index) -> Iterator[tuple[str, Iterable[str]]]:
    total = index.overview.sources
    lists = ("sort=alone", "sort=name", "kind=person", "q=syria*", f"start={total // 2}")
    deep = f"/sources?kind=unnamed&sort=relying&start={total // 9}"
    yield "sources", ["/sources", *(f"/sources?{x}" for x in lists), deep]
    first = index.sources_at([1])[0]
    yield (
        "source most relied on",
        [f"/sources/{source_id(first.key)}{more}" for more in ("", f"?start={first.statements // 2}")],
    )
    yield "source", (f"/sources/{source_id(r.key)}" for r in index.sources_at(_spread(total)))


def _filters(index: Index) -> list[str]:
    """Return filters as readers choose them: by the facets' own values, frequent and rare, one and two at a time."""
    facets = index.select(Wanted()).facets
    some = {f: [facets[f][i].key for i in (0, len(facets[f]) // 2, -1)] for f in facets if facets[f]}
    one = [f"{f}={key}" for f, keys in some.items() for key in dict.fromkeys(keys)]
    two = [
        f"{f}={some[f][0]}&{g}={some[g][0]}"
        for f, g in (("event", "outlet"), ("support", "place"))
        if f in some and g in some
    ]
    days = ["from=2015&to=2016-06", "from=2017-03-01&to=2017-03-31"]
    return [*one, *two, *days, "q=hospital", "q=air*"]


def _filtered(index: Index) -> list[str]:
    return [f"/incidents?{f}" for f in _filters(index)]


def _deep(index: Index) -> list[str]:
    """Return pages a quarter, a half and nearly the whole way down the list, in several orders."""
    found = []
    for sort in ("reports", "newest", "looks"):
        numbers = index.select(Wanted(order=sort)).numbers
        found += [
            f"/incidents?sort={sort}&after={numbers[int(len(numbers) * share)]}"
            for share in (0.25, 0.5, 0.98)
        ]
    return found


def _drawings(index: Index) -> Iterator[tuple[str, Iterable[str]]]:
    some = ["", *_filters(index)[::4]]
    for name, page, data in (
        ("map", "/map", "/data/map.json"),
        ("timeline", "/timeline", "/data/timeline.json"),
    ):
        yield name, (f"{page}?{f}" for f in some)
        yield f"{name}, what is drawn", (f"{data}?{f}" for f in some)
    yield "timeline, a year of it", ["/data/timeline.json?since=2016-01-01&until=2016-12-31"]
    yield "links", ["/graph", "/graph?sort=origins", "/graph?show=sources"]
    yield "links, what is drawn", ["/data/graph.json", "/data/graph.json?show=sources"]


def _judged(client: TestClient, index: Index) -> Timing:
    """Return how long it takes from an answer in the review to the next question, and to see the answer held."""
    token = client.get("/").text.split('"X-CSRF": "')[1].split('"')[0]
    times, weight = [], 0
    statements = [s for n in _spread(index.overview.accounts, LEAST) for s in _first(index, n)]
    for sid in statements[:LEAST]:
        before = time.process_time()
        sent = {"csrf": token, "statement": sid, "verdict": "confirmed", "back": "/review"}
        answer = client.post("/judge/statement", data=sent, headers={"origin": "http://127.0.0.1:8000"})
        held = client.get(f"/judge?statement={sid}")
        times.append(time.process_time() - before)
        weight = max(weight, len(answer.content) + len(held.content))
        if answer.status_code != 200 or "waits for a rebuild" not in held.text:
            raise AssertionError(f"the judgement of {sid} does not hold: {answer.status_code}")
    return timing("judgement, the next question, and the judgement seen", times, weight)


def _first(index: Index, number: int) -> Sequence[str]:
    return index.account(number).incident.statements[:1]


def log_captures(case: Case, generation: str, many: int) -> None:
    """Write a custody log as long as one file a report makes it, without waiting for the disk at each line."""
    with (
        case.layout.custody.open("ab", buffering=0) as log,
        patch("whence.preserve.custody.append_line", lambda _path, raw: log.write(raw)),
        case.writing(),
    ):
        for number in range(many):
            digest = f"sha256:{content_id('bench', str(number))}"
            case._log("added", {"capture": digest, "origin": digest, "size": "4000"})
        case._log("built", {"generation": generation, "reports": str(many)})
