"""The desk's pages and index as the pile grows: server time of each page, its weight, and what the index costs.

The bigger piles are the 670 articles' findings told again under other ids: each copy holds as many incidents as the
pile, and none joins another's; sources and outlets are the same, so that their pages grow with the pile.
"""

import re
import resource
import statistics
import tempfile
import time
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from bench.process import build_case
from bench.section import Gate, Section, data_digest
from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.model.codec import decode, encode
from whence.model.finding import Findings, SourceTable
from whence.model.ids import content_id
from whence.show.web.app import make_app
from whence.show.web.library import Library
from whence.store import generations, tables
from whence.store.index.write import source_id

COPIES = (1, 2)  # 5.6 and 11 thousand statements
ROUNDS = 15
AIM = 0.060  # seconds of server time at the 95th percentile
WEIGHT = 400_000  # bytes of a page without the map's
_ID = re.compile(r'"([0-9a-f]{64})"')


def copied(findings: Findings, copies: int) -> Findings:
    """Return `copies` of the findings side by side, each under ids of its own."""
    text = encode(findings)
    parts = [decode(Findings, _ID.sub(partial(_renamed, k), text)) for k in range(copies)]
    table = SourceTable(
        findings.sources.sources,
        {key: v for p in parts for key, v in p.sources.of_hop.items()},
        {key: v for p in parts for key, v in p.sources.of_outlet.items()},
        {key: v for p in parts for key, v in p.sources.of_credit.items()},
    )
    joined: dict[str, Any] = {f.name: tuple(v for p in parts for v in getattr(p, f.name)) for f in fields(Findings)
              if f.name not in ("sources", "marks", "method", "captures", "trouble")}  # fmt: skip
    return replace(findings, sources=table, captures=(), trouble=(), marks={}, **joined)


def _renamed(copy: int, match: re.Match[str]) -> str:
    return f'"{content_id("copy", str(copy), match[1])}"' if copy else match[0]


def measure(findings: Findings, copies: int, folder: Path) -> list[tuple[str, float, float, int]]:
    """Return (page, median seconds, 95th percentile, bytes) for each page, and the index as the first row."""
    case = Case.create(folder / f"case-{copies}", Settings("bench"))
    generations.publish(case.layout, "be" * 32, partial(tables.write, findings=copied(findings, copies)))
    library = Library(case.layout.root)
    start = time.process_time()
    view = library.open_newest()
    spent = time.process_time() - start
    size = case.layout.index(view.generation, mask=True).stat().st_size
    client = TestClient(make_app(library, "bench", 8000), base_url="http://127.0.0.1:8000")
    client.get("/?token=bench")
    rows = [("index", spent, spent, size)]
    for name, path in _pages(library):
        times, weight = [], 0
        for _ in range(ROUNDS):
            before = time.process_time()
            answer = client.get(path)
            times.append(time.process_time() - before)
            weight = len(answer.content)
            assert answer.status_code == 200, path
        rows.append((name, statistics.median(times), statistics.quantiles(times, n=20)[-1], weight))
    return rows


def _pages(library: Library) -> list[tuple[str, str]]:
    index = library.view().index
    largest, middle = (r.id for r in index.accounts([1, index.overview.accounts // 8]))
    report = max(index.reports_page(0, 600)[0], key=lambda r: r.statements)
    source = source_id(index.sources()[0].key)
    return [
        ("overview", "/"), ("incidents", "/incidents"),
        ("incidents, filtered", "/incidents?event=airstrike&support=outlets&sort=newest"),
        ("account, largest", f"/incidents/{largest}"), ("account", f"/incidents/{middle}"),
        ("report with most statements", f"/reports/{report.id}"), ("sources", "/sources"),
        ("source most relied on", f"/sources/{source}"), ("search, common words", "/search?q=killed"),
        ("search, phrase", '/search?q="the market"'), ("review", "/review"), ("map", "/map"),
        ("timeline", "/timeline"), ("links", "/graph"),
    ]  # fmt: skip


def run(shared: Path) -> Section:
    """Measure every page at each size."""
    pile = shared / "data" / "fakes" / "reports.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        build_case(Path(folder) / "built", pile)
        findings = Case.open(Path(folder) / "built").findings()
        return section(findings, data_digest([pile]), Path(folder))


def section(findings: Findings, digest: str, folder: Path) -> Section:
    """Return the table of the pages over copies of the findings."""
    rows, gates = [], []
    for copies in COPIES:
        measured = measure(findings, copies, folder)
        number = f"{copies * len(findings.statements):,}"
        for name, middle, high, weight in measured:
            rows.append(
                (number, name, f"{middle * 1000:.0f} ms", f"{high * 1000:.0f} ms", f"{weight / 1000:,.0f} kB")
            )
        pages = [m for m in measured if m[0] not in ("index", "account, largest")]
        gates += [
            Gate(
                f"slowest page at {number}, median in seconds",
                # of 15 requests p95 is the worst, which one collection of garbage makes
                round(max(m[1] for m in pages), 3),
                2 * AIM,
                ceiling=True,
            ),
            Gate(f"heaviest page at {number}, bytes", max(m[3] for m in pages), WEIGHT, ceiling=True),
        ]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return Section(
        title="The desk",
        command="python -m bench desk",
        data=digest,
        header=("statements", "page", "median", "p95", "weight"),
        rows=tuple(rows),
        gates=tuple(gates),
        notes=(
            f"Processor time in the server, {ROUNDS} times each; the aim is p95 under {AIM * 1000:.0f} ms.",
            "The index's row is the time to make it once for a generation, and its size.",
            f"Peak memory of the whole measurement: {peak:.1f} GB; making an index holds all findings at once.",
        ),
    )
