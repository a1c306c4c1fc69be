"""Writing the index of one generation: every table filled in order, so that equal findings give equal files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from whence.model.codec import encode
from whence.model.finding import Findings, incident_id
from whence.model.ids import content_id
from whence.store.index.door import Filling, Row, filling, pack
from whence.store.index.rows import (
    AccountRow,
    Columns,
    OverviewRow,
    QuestionRow,
    ReportRow,
    SourceRow,
    StandingRow,
    Text,
)
from whence.store.index.schema import KINDS, SEARCH, TABLES, VERSION


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that goes into the index beside the findings; tuples are in the order in which pages show them.

    `accounts` holds the rows in reading order; `resting` per source key its statement ids in order of telling;
    `relying` per source key (other key, statements); `standing` per source key the values behind which it is an origin;
    `account_of` per statement id its account's number; `records` for each row its account's place in the findings.
    """

    findings: Findings
    accounts: tuple[AccountRow, ...]
    records: tuple[int, ...]
    reports: tuple[ReportRow, ...]
    sources: tuple[SourceRow, ...]
    account_of: dict[str, int]
    resting: dict[str, tuple[str, ...]]
    relying: dict[str, tuple[tuple[str, int], ...]]
    standing: dict[str, tuple[StandingRow, ...]]
    columns: Columns
    overview: OverviewRow
    questions: tuple[QuestionRow, ...] = ()
    texts: Iterable[Text] = field(default_factory=tuple)


def write(path: Path, content: Content, stamp: str) -> None:
    """Write the index of `content` to `path`, whole or not at all; `stamp` tells what it was made from."""
    with filling(path) as base:
        base.run(TABLES)
        for kind in KINDS:
            base.run(SEARCH.format(kind=kind))
        _meta(base, content, stamp)
        _accounts(base, content)
        _reports(base, content)
        _statements(base, content)
        _sources(base, content)
        _columns(base, content.columns)
        _questions(base, content.questions)
        _texts(base, content.texts)


def _meta(base: Filling, content: Content, stamp: str) -> None:
    rows = [("version", VERSION), ("stamp", stamp), ("overview", encode(content.overview))]
    base.put("meta", rows, 2)
    found = content.findings
    base.put("trouble", ((i, encode(t)) for i, t in enumerate(found.trouble)), 2)
    base.put("mark", sorted(found.marks.items()), 2)
    base.put("rating", ((r.about, encode(r)) for r in found.ratings), 2)
    base.put("capture", ((c.digest, encode(c)) for c in found.captures), 2)


def _accounts(base: Filling, content: Content) -> None:
    accounts = content.findings.accounts
    pairs = zip(content.accounts, content.records, strict=True)
    base.put("account", ((r.n, r.id, encode(r), pack(encode(accounts[at]))) for r, at in pairs), 4)
    known: dict[int, int] = {}
    for s in content.findings.statements:  # any member may once have been the first, after which it was named
        if s.id in content.account_of:
            known.setdefault(alias(incident_id(s)), content.account_of[s.id])
    base.put("alias", sorted(known.items()), 2)


def alias(identity: str) -> int:
    """Return the short key of an incident's id: its first 15 hex digits as a number."""
    return int(identity[:15], 16)


def source_id(key: str) -> str:
    """Return what addresses a source: 16 hex digits, since its key is a folded name and would give it away."""
    return content_id("source", key)[:16]


def _reports(base: Filling, content: Content) -> None:
    found = content.findings
    records = {r.id: r for r in found.reports}
    rows = (
        (r.id, i, int(bool(r.unread)), encode(r), pack(encode(records[r.id])))
        for i, r in enumerate(content.reports)
    )
    base.put("report", rows, 5)
    base.put("role", _roles(found), 4)
    base.put("copy", _copies(found), 3)
    base.put("person", ((p.report, pack(encode(p))) for p in found.persons), 2)
    base.put("sensitive", ((s.report, pack(encode(s))) for s in sorted(found.sensitive)), 2)


def _roles(found: Findings) -> Iterator[Row]:
    for report, source in sorted(found.sources.of_outlet.items()):
        yield report, "outlet", 0, source
    for report, sources in sorted(found.sources.of_credit.items()):
        yield from ((report, "credit", i, source) for i, source in enumerate(sources))


def _copies(found: Findings) -> Iterator[Row]:
    numbers = count()
    for copy in found.copies:
        record = pack(encode(copy))
        yield copy.copy, next(numbers), record
        yield copy.original, next(numbers), record


def _statements(base: Filling, content: Content) -> None:
    found = content.findings
    ordered = sorted(found.statements, key=lambda s: (s.report, s.span.start, s.span.end, s.id))
    base.put(
        "statement",
        (
            (s.id, i, s.report, content.account_of.get(s.id, 0), pack(encode(s)))
            for i, s in enumerate(ordered)
        ),
        5,
    )
    base.put("hop", ((s, i, source) for (s, i), source in sorted(found.sources.of_hop.items())), 3)


def _sources(base: Filling, content: Content) -> None:
    known = content.findings.sources.sources
    base.put(
        "source",
        (
            (r.key, source_id(r.key), i, encode(r), pack(encode(known[r.key])))
            for i, r in enumerate(content.sources)
        ),
        5,
    )
    base.put(
        "resting", ((k, i, s) for k, ids in sorted(content.resting.items()) for i, s in enumerate(ids)), 3
    )
    base.put(
        "relying",
        ((k, i, *pair) for k, pairs in sorted(content.relying.items()) for i, pair in enumerate(pairs)),
        4,
    )
    rows = ((k, i, encode(r)) for k, found in sorted(content.standing.items()) for i, r in enumerate(found))
    base.put("standing", rows, 3)


def _columns(base: Filling, columns: Columns) -> None:
    numbers = {"first": columns.first, "last": columns.last}
    numbers |= {f"order {name}": order for name, order in columns.orders.items()}
    for name, facet in sorted(columns.facets.items()):
        base.put("facet", ((name, i, *pair) for i, pair in enumerate(facet.values)), 4)
        numbers |= {f"facet {name} accounts": facet.accounts, f"facet {name} codes": facet.codes}
    base.put("numbers", ((name, data.astype("<i4").tobytes()) for name, data in sorted(numbers.items())), 2)


def _questions(base: Filling, questions: Iterable[QuestionRow]) -> None:
    base.put("question", ((q.rank, encode(q), q.first, q.second) for q in questions), 4)


def _texts(base: Filling, texts: Iterable[Text]) -> None:
    for text in texts:
        base.put(f"find_{text.kind}", [(text.words, text.key, text.at)], 3)
