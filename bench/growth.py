"""Cost of a report in linking and weighing as the pile grows: the statements of the 670 articles, recombined.

Each made report is one article's statements told again months or years later in other places: its days are moved
by whole weeks and its place names carry the number of their copy, so that each copy of the pile holds as many
incidents as the pile, and none joins another's.  Reading is left out: it is done report by report.
"""

import gc
import resource
import tempfile
import time
from dataclasses import replace
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
from whence.weigh.account import Linked, make_accounts

SIZES = (1_000, 10_000)
APART = timedelta(weeks=1)
GROWTH = 2.0  # held; the aim is 1.3, on a quiet machine


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


def measure(found: Findings, size: int) -> tuple[float, int, int, int]:
    """Return seconds, incidents, pairs compared and pairs left out of linking and weighing `size` reports."""
    reports, statements, table = pile(found, size)
    gc.collect()
    gc.freeze()  # the collector would walk the whole pile again and again, which is no cost of linking
    begun = time.perf_counter()
    evidence = IncidentEvidence(reports, statements, (), (), table)
    run = link_incidents(evidence, NO_RULINGS)
    accounts = make_accounts(Linked(reports, statements, table, (), (), run.incidents, (), {}), NO_RULINGS)
    spent = time.perf_counter() - begun
    gc.unfreeze()
    if not accounts:
        raise AssertionError("nothing was weighed")
    return spent, len(run.incidents), run.figures.compared, run.figures.left_out


def run(shared: Path) -> Section:
    """Link and weigh 1,000 and 10,000 recombined reports and compare the cost of one."""
    feed = shared / "data" / "fakes" / "reports.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        build_case(Path(folder) / "case", feed)
        found = Case.open(Path(folder) / "case").findings()
    rows: list[tuple[str, ...]] = []
    costs: list[float] = []
    for size in SIZES:
        spent, incidents, compared, left_out = measure(found, size)
        costs.append(1000 * spent / size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append((
            f"{size:,}", f"{spent:.1f}", f"{costs[-1]:.2f}", f"{incidents:,}", f"{compared:,}",
            f"{left_out:,}", f"{peak:.0f}",
        ))  # fmt: skip
    return Section(
        "Growth of linking and weighing (statements of the 670 articles, recombined)",
        "python -m bench growth",
        data_digest([feed]),
        ("reports", "seconds", "milliseconds a report", "incidents", "pairs compared", "left out", "peak MB"),
        tuple(rows),
        (
            Gate(
                f"cost of a report at {SIZES[-1]:,} over {SIZES[0]:,}",
                round(costs[-1] / costs[0], 2),
                GROWTH,
                True,
            ),
        ),
        notes=(
            "Reading, finding copies and looking up places are left out; the places of the copies are in no gazetteer.",
        ),
    )
