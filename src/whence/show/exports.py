"""Findings as lines that other tools read: statements and accounts as JSON, statements as a table.

The formats are specified in docs/formats/export-statements.md and export-accounts.md, each with its JSON Schema.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from whence.model.finding import Account, AspectAccount, Origin, OriginCount, Source, ValueAccount
from whence.model.statement import Count, Culprit, Link, Statement, Thing, Value
from whence.model.values import Interval
from whence.show.desk import Desk, label, relying_on, resting_on
from whence.show.phrases import value_words, when_words, where_words
from whence.show.safe import one_line

FORMAT: Final = 1
Row = dict[str, Any]
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
COLUMNS: Final = (
    "report", "outlet", "title", "published", "quote", "aspect", "value", "who", "lower", "upper", "actor", "stance",
    "assertion", "voice", "root", "incident", "incident_label", "date", "place", "origins_least", "origins_most",
    "origins", "masked", "decided", "statement",
)  # fmt: skip


def statement_rows(desk: Desk) -> Iterator[Row]:
    """Yield one row a statement, in order of report label and place."""
    reports = desk.reports
    for s in sorted(
        desk.findings.statements, key=lambda s: (reports[s.report].label, s.report, s.span.start, s.id)
    ):
        yield _statement_row(desk, s)


def account_rows(desk: Desk) -> Iterator[Row]:
    """Yield one row for each aspect of each account, in reading order."""
    for account in desk.accounts:
        for aspect in account.aspects:
            yield _account_row(desk, account, aspect)


def source_row(desk: Desk, source: Source) -> Row:
    """Return a source: who it is, the statements that rest on it or are its own, and who relies on it."""
    said = resting_on(desk, source.id)
    return {
        "kind": "source",
        "format": FORMAT,
        "id": desk.words(source.id),
        "name": desk.name(source.id),
        "sort": source.kind,
        "vague": source.vague,
        "owner": desk.name(source.owner) if source.owner else None,
        "aliases": [desk.words(a) for a in source.aliases],
        "reasons": [desk.words(r.words) for r in source.reasons],
        "ratings": list(desk.ratings(source.id)),
        "relied_on_by": {desk.name(k): n for k, n in relying_on(desk, source.id).items()},
        "statements": [_statement_row(desk, s) for s in said],
    }


def json_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows as JSON lines: keys in their order, UTF-8 without escapes, lone surrogates escaped."""
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    return "".join(line.encode("utf8", "backslashreplace").decode("utf8") + "\n" for line in lines)


def csv_text(desk: Desk) -> str:
    """Return the statements as a table whose cells no spreadsheet takes for a formula (RFC 4180, every cell quoted)."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    behind = _value_of_statement(desk)
    for row in statement_rows(desk):
        flat = _flat(desk, row, behind)
        writer.writerow([cell(flat[c]) for c in COLUMNS])
    return out.getvalue()


def cell(value: object) -> str:
    """Return `value` as a cell: text that a spreadsheet could take for a formula gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    raw = " > ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = one_line(raw)
    return f"'{text}" if raw.startswith(_RISKY) or text.startswith(_RISKY) else text


def _statement_row(desk: Desk, s: Statement) -> Row:
    report = desk.reports[s.report]
    start, end, cut = _quoted(desk, s)
    table = desk.findings.sources
    row: Row = {
        "kind": "statement",
        "format": FORMAT,
        "id": s.id,
        "report": desk.mask.words(report.label),
        "report_id": report.id,
        "outlet": desk.outlet(report),
        "title": desk.title(report),
        "published": _times(report.published),
        "start": start,
        "end": end,
        "quote": report.text[start:end],
        "aspect": s.aspect,
        **_value(desk, s.value, s.report),
        "stance": s.stance,
        "assertion": s.kind,
        "voice": list(desk.voice(s)),
        "credit": [desk.name(k) for k in table.of_credit.get(s.report, ())],
        "incident": desk.incident_of.get(s.id),
        "date": _times(s.when),
        "place": [desk.words(t.name, s.report) for t in s.where],
        "masked": cut,
        "decided": desk.findings.marks.get(s.id, ""),
    }
    return row


def _quoted(desk: Desk, s: Statement) -> tuple[int, int, bool]:
    """Return the part of the statement's span to quote: all of it, or the longest part that names no one withheld.

    A part that holds the value goes before a longer one that does not, so that the quote still shows what was said.
    """
    text, start, end = desk.reports[s.report].text, s.span.start, s.span.end
    parts = desk.mask.clear_parts(s.report, start, end)
    if parts == ((start, end),):
        return start, end, False
    trimmed = [_trim(text, a, b) for a, b in parts]
    best = max(trimmed, key=lambda p: (_holds(text, p, s.value), p[1] - p[0], -p[0]), default=(start, start))
    return *best, True


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum() and text[start] not in '"“‘«($€£':
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _holds(text: str, part: tuple[int, int], value: Value) -> bool:
    start, end = part
    match value:
        case Count():
            return value.amount.words.casefold() in text[start:end].casefold()
        case Culprit() | Thing():
            return start <= value.span.start and value.span.end <= end
        case Link():
            return start <= value.subject_span.start and value.object_span.end <= end


def _value(desk: Desk, value: Value, report: str = "") -> Row:
    """The value's fields; those that its aspect has no use for are null."""
    row: Row = dict.fromkeys(
        ("who", "part", "lower", "upper", "actor", "what", "subject", "relation", "object")
    )
    match value:
        case Count():
            row |= {"who": value.group, "part": value.part or None}
            row |= {"lower": value.amount.lower, "upper": value.amount.upper}
        case Culprit():
            row |= {"actor": desk.words(value.actor, report)}
        case Link():
            row |= {
                "subject": desk.words(value.subject, report),
                "relation": value.relation,
                "object": desk.words(value.object, report),
            }
        case Thing():
            row |= {"what": desk.words(value.what, report)}
            if value.amount is not None:
                row |= {"lower": value.amount.lower, "upper": value.amount.upper}
    return row


def _account_row(desk: Desk, account: Account, aspect: AspectAccount) -> Row:
    incident = account.incident
    return {
        "kind": "account",
        "format": FORMAT,
        "incident": incident.id,
        "label": label(desk, account),
        "event": incident.event,
        "date": _times(incident.interval),
        "place": [
            desk.words(p) for p in dict.fromkeys([*(p.name for p in incident.places), *incident.place_words])
        ],
        "campaign": incident.container,
        "holds": list(incident.holds),
        "reports": sorted(
            desk.mask.words(desk.reports[r].label) for r in account.reports if r in desk.reports
        ),
        "unread": account.unread,
        "aspect": aspect.aspect,
        **_count(desk, aspect.speaking),
        "values": [_value_row(desk, v) for v in aspect.values],
        "denials": list(aspect.denials),
        "differences": [
            {
                "kind": d.kind,
                "first": d.first,
                "second": d.second,
                "words": desk.words(d.words),
            }
            for d in aspect.differences
        ],
    }


def _value_row(desk: Desk, v: ValueAccount) -> Row:
    row = _value(desk, v.value) | _count(desk, v.behind)
    return row | {"outlets": v.outlets, "statements": list(v.statements)}


def _count(desk: Desk, count: OriginCount) -> Row:
    return {
        "least": count.least,
        "most": count.most,
        "origins": [origin_name(desk, o) for o in count.origins],
        "circles": [[desk.name(k) for k in ring] for ring in count.circles],
    }


def origin_name(desk: Desk, origin: Origin) -> str:
    """Return an origin's name; of an outlet that speaks in its own word the name by which the pile calls it.

    The pile's name is a feed's field or a page's masthead: what a reader of the export can join with the pile.
    """
    if (origin.source,) not in origin.chains:
        return desk.mask.words(origin.name)
    outlets = desk.findings.sources.of_outlet
    own = (desk.reports[s.report] for s in desk.told(origin.statements) if not s.hops)
    # an outlet that an owner speaks through stands under the owner's key by its own name
    names = Counter(
        r.outlet
        for r in own
        if r.outlet and origin.name == desk.source(outlets.get(r.id, origin.source)).name
    )
    return desk.mask.words(min(names, key=lambda n: (-names[n], n), default=origin.name))


def _times(interval: Interval | None) -> Row | None:
    if interval is None:
        return None
    ends = {"start": interval.start.isoformat(), "end": interval.end.isoformat()}
    return {**ends, "precision": interval.precision}


def _value_of_statement(desk: Desk) -> dict[str, ValueAccount]:
    values = (v for a in desk.accounts for aspect in a.aspects for v in aspect.values)
    return {s: v for v in values for s in v.statements}


def _flat(desk: Desk, row: Row, behind: Mapping[str, ValueAccount]) -> Row:
    """The row of a table: what is nested is put into words, and the value's count of origins stands beside it."""
    s = desk.statements[row["id"]]
    report, value = desk.reports[s.report], behind.get(s.id)
    account = desk.account_of.get(s.id)
    number = desk.number(account) if account else 0
    return {
        **row,
        "statement": s.id,
        "published": when_words(report.published) if report.published else "",
        "value": desk.words(value_words(s.value), s.report),
        "root": (row["voice"] or [row["outlet"]])[-1],
        "incident": number or "",
        "incident_label": label(desk, account) if account else "",
        "date": when_words(s.when or (account.incident.interval if account else None)),
        "place": desk.words(where_words(account.incident)) if account else ", ".join(row["place"]),
        "origins_least": value.behind.least if value else "",
        "origins_most": value.behind.most if value else "",
        "origins": [origin_name(desk, o) for o in value.behind.origins] if value else "",
    }


WRITERS: Final[dict[str, Callable[[Desk], str]]] = {
    "statements": lambda desk: json_lines(statement_rows(desk)),
    "accounts": lambda desk: json_lines(account_rows(desk)),
    "csv": csv_text,
}
