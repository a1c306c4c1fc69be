"""The desk's pages and index as the pile grows: server time of each page, its weight, and what the index costs.

The smallest pile is the example, the middle one the 670 articles' findings told twice, the largest (a million
statements, `python -m bench desk --statements=1000000`) the same told as often as it takes (`bench.recombined`).
Rows are kept in desk.json with the day and version they are of, so that the page tells all sizes whatever was run.

usage: python -m bench desk [--statements=N] [--in=DIR] [--write]
    --statements=N   measure a pile of about so many statements too, and keep its rows (1,000,000: 5 GB of disk)
    --in=DIR         where piles and indexes are made, and found again by the next run; else a temporary folder
    --write          put the table into docs/benchmarks.md, beside what stands there of other parts
"""

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from bench import desk_pages, paint
from bench.desk_pages import Timing
from bench.process import build_case
from bench.recombined import Recombined
from bench.section import Gate, Section, data_digest
from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.show.web.library import Library
from whence.store import generations

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).with_name("desk.json")
SIZES = (0, 10_000)  # statements; 0: the example as it is
AIM = 0.060  # seconds of server time at the 95th percentile
HELD = 2 * AIM  # what the gate holds: a busy machine is no fault of the page
WEIGHT = 400_000  # bytes of a page without the map's


@dataclass(frozen=True, slots=True)
class Made:
    """What making an index took, in a process of its own: processor and wall seconds, peak MB, and its size in MB."""

    processor: float
    seconds: float
    peak_mb: float
    size_mb: float


@dataclass(frozen=True, slots=True)
class Size:
    """Everything measured of one pile."""

    statements: int
    reports: int
    accounts: int
    day: str
    made: Made
    pages: tuple[Timing, ...]
    paints: tuple[paint.Paint, ...]


def make_index(case: Path) -> Made:
    """Open the newest generation, which makes its index, and return what that took; a process measures it once."""
    begun, worked = time.perf_counter(), time.process_time()
    view = Library(case).open_newest()
    took = time.process_time() - worked, time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = Case.open(case).layout.index(view.generation, mask=view.mask.on).stat().st_size
    return Made(round(took[0], 1), round(took[1], 1), round(peak), round(size / 1e6, 1))


def pile(source: Path, folder: Path, statements: int) -> Path:
    """Return a case of about so many statements made of the case at `source`, found again if it is there."""
    generation = Case.open(source).layout.generation(Case.open(source).generation)
    held = pq.read_metadata(generation / "statements.parquet").num_rows
    copies = max(1, round(statements / held))
    place = folder / f"desk-{copies}"
    if not (place / "case.toml").exists():
        case = Case.create(place, Settings("bench"))
        write = partial(Recombined(generation).write, copies=copies)
        name = generations.publish(case.layout, f"{copies:016x}", write)
        desk_pages.log_captures(
            case, name, copies * pq.read_metadata(generation / "reports.parquet").num_rows
        )
    return place


def measure(case: Path) -> Size:
    """Return what is measured of the case at `case`; its index is made if it has none, else what that took is read."""
    note = case / "made.json"
    if note.exists():
        made = Made(**json.loads(note.read_text("utf8")))
    else:
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            made = alone.apply(make_index, (case,))
        note.write_text(json.dumps(asdict(made)), "utf8")
    library = Library(case)
    library.open_newest()
    told = library.view().overview
    pages = desk_pages.measure(library)
    day = datetime.now(UTC).date().isoformat()
    return Size(told.statements, told.reports, told.accounts, day, made, pages, paint.measure(library))


def kept() -> dict[str, Size]:
    """Return the last rows that were kept, by what size was asked for."""
    plain = json.loads(KEPT.read_text("utf8")) if KEPT.exists() else {}
    return {asked: _read(row) for asked, row in plain.items()}


def _read(row: dict[str, object]) -> Size:
    pages = tuple(Timing(**t) for t in row["pages"])  # type: ignore[attr-defined]
    paints = tuple(paint.Paint(**p) for p in row["paints"])  # type: ignore[attr-defined]
    return Size(**{**row, "made": Made(**row["made"]), "pages": pages, "paints": paints})  # type: ignore[arg-type]


def run(shared: Path) -> Section:
    """Measure every page at each size that is asked for; tell those that were measured before too."""
    asked = _arguments(sys.argv[1:])
    feed = shared / "data" / "fakes" / "reports.jsonl"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.folder or temporary)
        cases = {str(n): _case(n, folder, feed) for n in dict.fromkeys((*SIZES, *asked.statements))}
        found = kept() | {n: measure(c) for n, c in cases.items()}
    KEPT.write_text(json.dumps({n: asdict(s) for n, s in found.items()}, indent=1) + "\n", "utf8")
    return section(tuple(sorted(found.values(), key=lambda s: s.statements)), data_digest([feed]))


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--statements", type=int, action="append", default=[])
    parser.add_argument("--in", dest="folder", default="")
    return parser.parse_known_args(given)[0]


def _case(statements: int, folder: Path, feed: Path) -> Path:
    if not statements:
        place, pile_ = folder / "example", ROOT / "examples" / "pile"
        if not (place / "case.toml").exists():
            build_case(place, pile_, "--knowledge", str(ROOT / "examples" / "knowledge"))
        return place
    source = folder / "articles"
    if not (source / "case.toml").exists():
        build_case(source, feed)
    return pile(source, folder, statements)


def section(sizes: Sequence[Size], digest: str) -> Section:
    """Return the table of the pages at each size."""
    rows = [row for size in sizes for row in _rows(size)]
    return Section(
        title="The desk",
        command="python -m bench desk",
        data=digest,
        header=("statements", "page", "requests", "median", "p95", "slowest", "weight", "measured"),
        rows=tuple(rows),
        gates=tuple(gate for size in sizes for gate in _gates(size)),
        notes=NOTES,
    )


def _rows(size: Size) -> list[tuple[str, ...]]:
    told = f"{size.statements:,}"
    made = size.made
    rows: list[tuple[str, ...]] = [
        (told, "index, made once", "1", f"{made.processor:,.1f} s", "", f"{made.peak_mb:,.0f} MB at most",
         f"{made.size_mb:,.1f} MB", size.day)
    ]  # fmt: skip
    rows += [
        (told, t.page, str(t.requests), *(f"{s * 1000:.0f} ms" for s in (t.median, t.p95, t.slowest)),
         f"{t.weight / 1000:,.0f} kB", size.day)
        for t in size.pages
    ]  # fmt: skip
    rows += [
        (told, f"{p.page}, in Chromium: first paint, largest paint", str(p.requests), f"{p.first:.0f} ms",
         f"{p.largest:.0f} ms", "", f"{p.transferred / 1000:,.0f} kB first, {p.again / 1000:,.0f} kB then", size.day)
        for p in size.paints
    ]  # fmt: skip
    return rows


def _gates(size: Size) -> list[Gate]:
    told = f"at {size.statements:,}"
    pages = [t for t in size.pages if not t.unbounded]
    slowest = round(max(t.p95 for t in pages), 3)
    return [
        Gate(f"slowest page {told}, 95th percentile in seconds", slowest, HELD, ceiling=True),
        Gate(
            f"heaviest page {told} but the map's data, bytes",
            max(t.weight for t in pages if t.page != "map, what is drawn"),
            WEIGHT,
            ceiling=True,
        ),
    ]


NOTES = (
    f"Processor time in the server; the aim is p95 under {AIM * 1000:.0f} ms.",
    "Each request of a page is another one: other filters, orders and depths, other accounts, reports and words.",
    "The largest account, which thousands of statements can make as large as they like, is held by no gate.",
    "The index's row: processor seconds, peak memory of the process that made it, and the size of the file.",
    "A million statements are measured by `python -m bench desk --statements=1000000` alone; those rows are kept.",
)
