"""Two answers, never mixed: is the case intact, and do its findings come out the same here and now?

Intact: bytes, manifest, custody and journal chains, quotes in their texts.  That must hold everywhere.  Reproduced:
a build from the bytes into another folder gives the stored tables.  On another processor or version it may not, which
is counted, and never called tampering.
"""

import dataclasses
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from whence.flow.arrivals import Arrivals
from whence.flow.basis import basis
from whence.flow.build import findings_of, inputs_digest
from whence.flow.cache import Cache
from whence.flow.erase import unfinished
from whence.flow.settings import Settings
from whence.flow.tombstones import erased
from whence.journal.journal import Journal
from whence.model.errors import IntegrityError
from whence.model.finding import Findings
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.model.span import Evidence, Span
from whence.preserve.custody import Custody
from whence.preserve.vault import Vault
from whence.store import generations, tables

Reproduced = Literal["same", "differs", "not built"]
_COPY = "Compare with a copy of the case, or an exported one."
_CUT_SHORT: Final = frozenset(("torn", "unfinished"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with the case (`intact` is empty if nothing is), and whether the findings come out the same.

    `differing` counts, by table, the rows that only one of the two builds has; `stale` says that captures, judgements
    or settings changed since the build, so that a difference is to be expected.  `unfinished` is what a command that
    was cut short left undone: no tampering, and the next build finishes it.
    """

    intact: tuple[Trouble, ...]
    reproduced: Reproduced
    differing: dict[str, int] = field(default_factory=dict)
    stale: bool = False
    unfinished: tuple[Trouble, ...] = ()


def verify(layout: CaseLayout, settings: Settings) -> Verdict:
    """Check the case at `layout` and rebuild it elsewhere; changes nothing."""
    found = {*_captures(layout), *_custody(layout), *_journals(layout)}
    undone = {t for t in found if t.code in _CUT_SHORT}
    found -= undone
    name = generations.current(layout)
    if name is None:
        return Verdict(tuple(sorted(found)), "not built", unfinished=tuple(sorted(undone)))
    folder = layout.generation(name)
    found |= set(_tables(folder, name))
    ground, judgements = basis(layout, settings), Journal(layout).judgements()
    stale = not name.startswith(inputs_digest(layout, ground, judgements)[:16] + "-")
    with tempfile.TemporaryDirectory(prefix="whence-verify-") as temporary:
        fresh = Path(temporary) / "tables"
        fresh.mkdir()
        again = findings_of(layout, ground, judgements, Cache(Path(temporary) / "cache"), lambda *_: None)
        tables.write(fresh, again)
        differing = _differing(folder, fresh)
    same: Reproduced = "differs" if differing else "same"
    return Verdict(tuple(sorted(found)), same, differing, stale, tuple(sorted(undone)))


def _differing(stored: Path, fresh: Path) -> dict[str, int]:
    try:
        return tables.differing(stored, fresh)
    except (IntegrityError, FileNotFoundError):
        return {"all": 1}


def _captures(layout: CaseLayout) -> Iterator[Trouble]:
    vault = Vault(layout)
    for capture in vault.captures():
        trouble = vault.check(capture.digest)
        if trouble:
            yield trouble


def _custody(layout: CaseLayout) -> Iterator[Trouble]:
    custody, arrivals = Custody(layout), Arrivals(layout)
    yield from custody.check()
    held = {c.digest for c in Vault(layout).captures()}
    gone, _ = erased(layout)
    came = [line for line in custody.lines() if line.event in ("added", "split")]
    logged = {line.details.get("capture", "") for line in came}
    for capture in sorted(logged - held - gone):
        yield _trouble(capture, "missing", "the custody log says it was added, but the vault has it no more")
    for capture in sorted(held - logged):
        if arrivals.by_capture().get(capture):
            yield _undone(capture, "it was kept, and a kill came before the custody log could say so")
        else:
            yield _trouble(capture, "unlogged", "the vault holds it, but no custody line says how it came")
    for tombstone in unfinished(layout):
        yield _undone(
            f"report {tombstone.report[:12]}", "its erasure was cut short, and something of it is left"
        )
    for line in came:
        origin = line.details.get("origin", "")
        if not arrivals.whole(origin):
            where = f"custody.jsonl:{line.sequence}"
            yield _trouble(
                where, "side-missing", "the record of where the capture came from is gone or was changed"
            )


def _journals(layout: CaseLayout) -> Iterator[Trouble]:
    """Yield what is wrong with the journals, and each that lacks a line that a custody line remembers."""
    journal = Journal(layout)
    yield from journal.check()
    present = {j.digest for j in journal.judgements()}
    remembered: dict[str, dict[str, None]] = defaultdict(dict)
    for line in Custody(layout).lines():
        for key, head in line.details.items():
            if line.event == "built" and key.startswith("journal:"):
                remembered[key.partition(":")[2]][head] = None
    for reviewer, heads in sorted(remembered.items()):
        if set(heads) - present:
            words = "it lacks judgements that an earlier build was made with"
            yield _trouble(f"journal/{reviewer}.jsonl", "cut", words)


def _tables(folder: Path, name: str) -> Iterator[Trouble]:
    """Yield what is wrong with the published tables: changed since they were written, or quoting what is not there."""
    where = f"derived/{name}"
    if generations.folder_digest(folder)[:16] != name.partition("-")[2]:
        yield _trouble(where, "altered", "the tables are not what the build wrote")
    try:
        findings = tables.read(folder)
    except (IntegrityError, FileNotFoundError) as wrong:
        yield _trouble(where, "altered", f"the tables cannot be read: {wrong}")
        return
    yield from misquoted(findings)


def misquoted(findings: Findings) -> Iterator[Trouble]:
    """Yield each report whose text is not what its digest says, and each quote that is not where it should be."""
    texts = {r.id: r.text for r in findings.reports}
    labels = {r.id: r.label for r in findings.reports}
    for report in findings.reports:
        if digest(report.text.encode("utf8")) != report.text_digest:
            yield _trouble(report.label, "altered", "its text is not what it was when it was read")
    for where, report_id, span in _quotes(findings):
        if texts.get(report_id, "")[span.start : span.end] != span.quote:
            label = labels.get(report_id, report_id)
            words = f"{where}: the quote is not in the text at {span.start}-{span.end}"
            yield _trouble(f"{label}:{span.start}-{span.end}", "quote", words)


def _quotes(findings: Findings) -> Iterator[tuple[str, str, Span]]:
    for copy in findings.copies:
        for passage in copy.passages:
            yield "a copied passage", copy.copy, passage.copy
            yield "a copied passage", copy.original, passage.original
    kinds = (
        ("a statement", findings.statements),
        ("a name", findings.persons),
        ("a passage", findings.sensitive),
    )
    for words, values in kinds:
        for value in values:
            yield from ((words, report, span) for report, span in _spans(value, value.report))
    for report in findings.reports:
        yield from (("the report", owner, span) for owner, span in _spans(report, report.id))
    for told in (*findings.accounts, *findings.incidents):
        yield from (("an account", owner, span) for owner, span in _spans(told, "") if owner)


def _spans(value: object, report: str) -> Iterator[tuple[str, Span]]:
    """Yield (report id, span) for every span inside `value`; evidence names its own report."""
    if isinstance(value, Span):
        yield report, value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part, report)
    elif dataclasses.is_dataclass(value):
        owner = value.report if isinstance(value, Evidence) else report
        for part in dataclasses.fields(value):
            yield from _spans(getattr(value, part.name), owner)


def _undone(where: str, message: str) -> Trouble:
    return Trouble(where, "verify", "unfinished", f"{where}: {message}", "'whence build' finishes it.")


def _trouble(where: str, code: str, message: str) -> Trouble:
    return Trouble(where, "verify", code, f"{where}: {message}", _COPY)
