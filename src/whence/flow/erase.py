"""Erasing a report: its bytes and all that quotes it, while every chain stays whole.

Bytes are never rewritten.  To erase one row of a feed, the feed's capture is destroyed and every other row becomes a
capture of its own: the row's canonical JSON, from which its report gets the id it had (docs/formats/custody.md).
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import PurePosixPath

from whence.flow import answers, clock
from whence.flow.arrivals import Arrival, Arrivals, in_force
from whence.flow.cache import Cache
from whence.flow.intake import Keeper
from whence.flow.sandbox import Pool
from whence.flow.tombstones import EVENT, Tombstone, tombstones
from whence.journal.journal import Journal
from whence.model.errors import IntegrityError, UsageError
from whence.model.finding import Findings
from whence.model.layout import CaseLayout
from whence.model.report import Report
from whence.preserve.formats import media_type
from whence.preserve.formats.encoding import decode
from whence.preserve.formats.feeds import canonical
from whence.preserve.formats.tables import read_table
from whence.preserve.vault import Vault
from whence.store import generations

Log = Callable[[str, Mapping[str, str]], None]


def erase(layout: CaseLayout, findings: Findings, name: str, reason: str, log: Log) -> str:
    """Erase the report called `name` (label, or the first six or more digits of its id) and return its id.

    The custody lines (the tombstones) come first; what a kill then leaves undone, `finish` does.  Raises UsageError if
    there is no such report, or no reason.
    """
    if not reason.strip():
        raise UsageError(
            "An erasure needs a reason", "Give --reason TEXT; it stays in the custody log for good."
        )
    report = find_report(findings, name)
    rows: dict[str, set[str]] = {}
    for capture, locator in report.captures:
        rows.setdefault(capture, set()).add(locator)
    kept = {capture: _keep_others(layout, capture, erased, log) for capture, erased in sorted(rows.items())}
    for capture, others in kept.items():
        rows_kept = str(others) if any(rows[capture]) else ""
        beside = " ".join(c for c in kept if c != capture)
        details = {
            "capture": capture,
            "report": report.id,
            "reason": reason,
            "rows kept": rows_kept,
            "with": beside,
        }
        log(EVENT, {k: v for k, v in details.items() if v})
    _destroy(layout, Tombstone(report.id, frozenset(kept), reason))
    return report.id


def finish(layout: CaseLayout) -> bool:
    """Destroy what the custody log calls erased and a kill left behind; return whether there was anything."""
    undone = unfinished(layout)
    for tombstone in undone:
        _destroy(layout, tombstone)
    return bool(undone)


def unfinished(layout: CaseLayout) -> tuple[Tombstone, ...]:
    """Return the tombstones whose bytes, side data or judgements' words are still here."""
    known = tombstones(layout)
    if not known:
        return ()
    held = {c.digest for c in Vault(layout).captures()}
    told = Arrivals(layout).by_capture()
    quoted = {a.report for j in Journal(layout).judgements() for a in j.anchors if a.span.quote}
    return tuple(
        t
        for t in known
        if t.captures & held
        or any(told.get(c) for c in t.captures)
        or t.report in quoted
        or answers.held(layout, t.report)
    )


def _destroy(layout: CaseLayout, tombstone: Tombstone) -> None:
    """Destroy what is derived, then what people said of the report, then the bytes and where they came from."""
    _destroy_derived(layout, tombstone)
    answers.forget(layout, tombstone.report)
    now = clock.timestamp()
    Journal(layout).forget_report(tombstone.report, tombstone.reason, now)
    for capture in sorted(tombstone.captures):
        Vault(layout).destroy(capture)
        Arrivals(layout).forget(capture, tombstone.reason, now)


def find_report(findings: Findings, name: str) -> Report:
    """Return the report with this label or id prefix; raise UsageError if it is not one."""
    found = [r for r in findings.reports if r.label == name]
    if not found and len(name) >= 6:
        found = [r for r in findings.reports if r.id.startswith(name)]
    if len(found) != 1:
        raise UsageError(
            f"{len(found) or 'No'} reports are called {name!r}", "Give the label, or more of its id."
        )
    return found[0]


def split_rows(data: bytes, kind: str, gone: Collection[str]) -> bytes:
    """Return a JSON list of [row number, row] for every row of a feed but those at the locators `gone`.

    Runs in a child.  Rows that are no rows (too many cells) cannot be told apart from their neighbours and go too.
    """
    text, _ = decode(data)
    found = _table_rows(text) if kind == "text/csv" else _line_rows(text)
    rows = [[number, row] for number, row in found if f"row:{number}" not in gone]
    return json.dumps(rows).encode("ascii")


def _table_rows(text: str) -> Iterator[tuple[int, str]]:
    for number, cells, _ in read_table(text):
        if cells is not None:
            yield number, canonical(cells).decode("utf8", "replace")


def _line_rows(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            data = None
        if isinstance(data, dict):
            yield number, canonical(data).decode("utf8", "surrogatepass")
        elif line.strip():
            yield number, line


def _keep_others(layout: CaseLayout, capture: str, gone: Collection[str], log: Log) -> int:
    """Make captures of the rows that stay, and return how many they are; none if the capture is one document."""
    keeper = Keeper(layout, log)
    came = in_force(keeper.arrivals.by_capture().get(capture, []), capture)
    if "" in gone:
        return 0
    data = Vault(layout).get(capture)
    with Pool(1) as pool:
        (outcome,) = pool.map(split_rows, [(data, media_type(came.name, data), sorted(gone))])
    if outcome.value is None:
        raise IntegrityError(
            f"The rows of {came.name} could not be told apart: {outcome.words}",
            "Nothing was erased; erase the whole feed by leaving the case and building a new one without it.",
        )
    rows = json.loads(outcome.value)
    stem = PurePosixPath(came.name).stem
    for number, row in rows:
        arrival = Arrival("", f"{stem}-row{number}.jsonl", "", came.mapping)
        keeper.keep(row.encode("utf8", "surrogatepass"), arrival, "split")
    return len(rows)


def _destroy_derived(layout: CaseLayout, tombstone: Tombstone) -> None:
    """Destroy every generation, and what the cache holds of the report and of the captures it lay in."""
    if not layout.derived.is_dir():
        return
    layout.current.unlink(missing_ok=True)
    generations.prune(layout, keep=set())
    cache = Cache(layout.cache)
    cache.forget(tombstone.report)
    for capture in sorted(tombstone.captures):
        cache.forget(capture.partition(":")[2])
