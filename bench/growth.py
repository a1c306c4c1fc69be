"""Cost of a report in linking and weighing as the pile grows: the statements of the 670 articles, recombined.

Each made report is one article's statements told again months or years later in other places: its days are moved
by whole weeks and its place names carry the number of their copy, so that each copy of the pile holds as many
incidents as the pile, and none joins another's.  Reading is left out: it is done report by report.  Each size is
measured in a process of its own, with the garbage collector held back as a build holds it back.

usage: python -m bench growth [--full]   (--full measures 100,000 reports too, minutes, and keeps the row for the page)
"""

import datetime
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from bench.process import build_case
from bench.section import Gate, Section, data_digest
from whence.flow.case import Case
from whence.link.incidents import IncidentEvidence, link_incidents
from whence.model.finding import Findings, SourceTable
from whence.model.ids import content_id
from whence.model.judgement import NO_RULINGS
from whence.model.report import Report
from whence.model.statement import Statement
from whence.model.values import Interval
from whence.store.pause import collector_paused
from whence.weigh.account import Linked, make_accounts

SIZES = (1_000, 10_000)
FULL = 100_000
KEPT = Path(__file__).with_name("growth.json")  # the last row of FULL, with the day it was measured
APART = timedelta(weeks=1)
GROWTH = 2.0  # held; the aim is 1.3, on a quiet machine
MEMORY_MB = 8_000
FULLER = (
    f"Milliseconds of the processor.  {FULL:,} reports are measured by `python -m bench growth --full` alone; each "
    "copy of the pile lies a week after the one before, so that days grow fuller with the pile."
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What linking and weighing one pile took: wall and processor seconds, and the peak memory of the process in MB."""

    size: int
    seconds: float
    processor: float
    incidents: int
    compared: int
    left_out: int
    peak_mb: float
    day: str

    @property
    def each(self) -> float:
        """Milliseconds of the processor for one report."""
        return 1000 * self.processor / self.size

    @property
    def row(self) -> tuple[str, ...]:
        """The row of the page."""
        return (
            f"{self.size:,}", f"{self.seconds:.1f}", f"{self.each:.2f}", f"{self.incidents:,}", f"{self.compared:,}",
            f"{self.left_out:,}", f"{self.peak_mb:,.0f}", self.day,
        )  # fmt: skip


def moved(interval: Interval | None, copy: int) -> Interval | None:
    """Return `interval` so many weeks later as the copy's number."""
    if interval is None:
        return None
    return replace(interval, start=interval.start + copy * APART, end=interval.end + copy * APART)


def report_copy(report: Report, copy: int) -> Report:
    """Return the report told again."""
    return replace(report, id=f"{report.id}-{copy}", published=moved(report.published, copy))


def statement_copy(statement: Statement, copy: int) -> Statement:
    """Return the statement told again, of other places."""
    where = tuple(replace(t, name=f"{t.name} {_letters(copy)}") for t in statement.where)
    return replace(
        statement,
        id=content_id("statement", statement.id, str(copy)),
        report=f"{statement.report}-{copy}",
        when=moved(statement.when, copy),
        where=where,
    )


def _letters(number: int) -> str:
    """The number in consonants: names are compared by them, and digits are no part of a name."""
    return "".join("bdfgklmnrs"[int(d)] * 2 for d in str(number))


def pile(found: Findings, size: int) -> tuple[tuple[Report, ...], tuple[Statement, ...], SourceTable]:
    """Return `size` reports with their statements and sources, made of copies of the findings."""
    reports: list[Report] = []
    statements: list[Statement] = []
    hops: dict[tuple[str, int], str] = {}
    outlets: dict[str, str] = {}
    credited: dict[str, tuple[str, ...]] = {}
    told: dict[str, list[Statement]] = {r.id: [] for r in found.reports}
    for statement in found.statements:
        told[statement.report].append(statement)
    for number in range(size):
        copy, at = divmod(number, len(found.reports))
        old = found.reports[at]
        new = report_copy(old, copy)
        reports.append(new)
        outlets[new.id] = found.sources.of_outlet.get(old.id, "")
        credited[new.id] = found.sources.of_credit.get(old.id, ())
        for statement in told[old.id]:
            made = statement_copy(statement, copy)
            statements.append(made)
            for i in range(len(statement.hops)):
                if key := found.sources.of_hop.get((statement.id, i)):
                    hops[made.id, i] = key
    table = SourceTable(found.sources.sources, hops, {k: v for k, v in outlets.items() if v}, credited)
    return tuple(reports), tuple(statements), table


def measure(found: Findings, size: int) -> Cost:
    """Return what linking and weighing `size` reports costs, in this process."""
    reports, statements, table = pile(found, size)
    with collector_paused():  # as a build does
        begun, worked = time.perf_counter(), time.process_time()
        evidence = IncidentEvidence(reports, statements, (), (), table)
        run = link_incidents(evidence, NO_RULINGS)
        accounts = make_accounts(
            Linked(reports, statements, table, (), (), run.incidents, (), {}), NO_RULINGS
        )
        seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    if not accounts:
        raise AssertionError("nothing was weighed")
    figures, peak = run.figures, peak_mb()
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return Cost(size, seconds, processor, len(run.incidents), figures.compared, figures.left_out, peak, today)


def peak_mb() -> float:
    """Return the most memory that this process has held, in MB.

    `ru_maxrss` would count what the parent held when it started this process: it outlives exec(2) on Linux.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    held = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return (held[0] if held else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def _measured_alone(found: Findings, size: int) -> Cost:
    """The cost in a fresh process: neither memory nor caches of another size count."""
    with multiprocessing.get_context("spawn").Pool(1) as alone:
        return alone.apply(measure, (found, size))


def kept() -> Cost | None:
    """Return the last cost of FULL that was kept, None if there is none."""
    return Cost(**json.loads(KEPT.read_text(encoding="utf8"))) if KEPT.exists() else None


def gates(costs: Sequence[Cost]) -> tuple[Gate, ...]:
    """Return the growth over the smallest pile for each larger one of the same day, and the memory of the largest."""
    first, *larger = costs
    grown = [
        Gate(
            f"cost of a report at {c.size:,} over {first.size:,}", round(c.each / first.each, 2), GROWTH, True
        )
        for c in larger
        if c.day == first.day
    ]
    memory = [
        Gate(f"MB at {c.size:,} reports", round(c.peak_mb), MEMORY_MB, True) for c in larger if c.size == FULL
    ]
    return (*grown, *memory)


def run(shared: Path) -> Section:
    """Link and weigh 1,000 and 10,000 recombined reports, with --full 100,000 too, and compare the cost of one."""
    feed = shared / "data" / "fakes" / "reports.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        build_case(Path(folder) / "case", feed)
        found = Case.open(Path(folder) / "case").findings()
    costs = [_measured_alone(found, size) for size in SIZES]
    if "--full" in sys.argv:
        full = _measured_alone(found, FULL)
        KEPT.write_text(json.dumps(asdict(full), indent=1) + "\n", encoding="utf8")
    if last := kept():
        costs.append(last)
    return Section(
        "Growth of linking and weighing (statements of the 670 articles, recombined)",
        "python -m bench growth",
        data_digest([feed]),
        (
            "reports", "seconds", "milliseconds a report", "incidents", "pairs compared", "left out", "peak MB",
            "measured",
        ),
        tuple(cost.row for cost in costs),
        gates(costs),
        notes=(
            "Reading, finding copies and looking up places are left out; the places of the copies are in no gazetteer.",
            FULLER,
        ),
    )  # fmt: skip
