"""From findings to single rows of the index: everything that a list or a search needs of one account or report."""

from collections.abc import Iterator
from typing import Final

from whence.model.finding import Account, AspectAccount, Source, ValueAccount
from whence.model.report import Report
from whence.model.statement import Link, Statement
from whence.show.desk import Desk, label, statements_of, value_label
from whence.show.mask import Mask
from whence.show.phrases import ASPECTS, EVENTS, value_words, when_words
from whence.show.safe import one_line
from whence.show.web.facets import place_rows
from whence.store.index.rows import AccountRow, ReportRow, SourceRow, StandingRow, ValueRow
from whence.store.index.search import CLOSE, OPEN

_MARKS: Final = str.maketrans("", "", OPEN + CLOSE)
_LOOKING: Final = 2  # values of an aspect that only look corroborated, in a list
Words = tuple[str, int]  # words to search, and where they begin


def account_row(desk: Desk, account: Account) -> AccountRow:
    """Return the account as one row of a list."""
    incident, best = account.incident, best_value(account)
    interval = incident.interval
    link = next((v.value for a in account.aspects for v in a.values if isinstance(v.value, Link)), None)
    kinds = {d.kind for a in account.aspects for d in a.differences}
    return AccountRow(
        n=desk.number(account),
        id=incident.id,
        label=label(desk, account),
        event=incident.event,
        container=incident.container,
        link=link is not None,
        start=interval.start.isoformat() if interval else "",
        end=interval.end.isoformat() if interval else "",
        presumed=bool(interval and interval.presumed),
        places=place_rows(desk, incident.places),
        reports=len(account.reports),
        statements=len(incident.statements),
        outlets=len({desk.findings.sources.of_outlet.get(r, r) for r in account.reports}),
        least=best[1].behind.least if best else 0,
        most=best[1].behind.most if best else 0,
        best=value_label(desk, best[1]) if best else "",
        best_aspect=best[0].aspect if best else "",
        best_outlets=best[1].outlets if best else 0,
        denied=any(a.denials for a in account.aspects),
        contradicted=bool(kinds & {"contradiction", "rival culprit"}),
        judged=judged(desk, account),
        values=tuple(r for a in account.aspects for r in _values(desk, a)),
        subject=desk.words(link.subject) if link else "",
        relation=link.relation if link else "",
        object=desk.words(link.object) if link else "",
    )


def _values(desk: Desk, aspect: AspectAccount) -> tuple[ValueRow, ...]:
    """Return the best supported value of an aspect and those that only look corroborated."""
    if not aspect.values:
        return (ValueRow(aspect.aspect, "", 0, 0, 0, 0, denied=bool(aspect.denials)),)
    best, *rest = aspect.values
    looking = sorted(
        (v for v in rest if v.outlets >= 2 and v.behind.least < 2),
        key=lambda v: (v.behind.most not in (0, 1), -v.outlets),
    )
    others = len(rest)
    first = _value(desk, aspect, best, others)
    return (first, *(_value(desk, aspect, v, 0) for v in looking[:_LOOKING]))


def _value(desk: Desk, aspect: AspectAccount, value: ValueAccount, others: int) -> ValueRow:
    return ValueRow(
        aspect.aspect, value_label(desk, value), value.outlets, value.behind.least, value.behind.most, others,
        bool(aspect.denials), only_origin(desk, value),
    )  # fmt: skip


def only_origin(desk: Desk, value: ValueAccount) -> str:
    """Return the name of the only origin behind a value (and that it is vague); "" where there are several or none."""
    found = value.behind.origins
    if len(found) != 1:
        return ""
    return desk.words(found[0].name) + (" (vague)" if found[0].vague else "")


def best_value(account: Account) -> tuple[AspectAccount, ValueAccount] | None:
    """Return the aspect and value with most origins at the least, of equals the one that most outlets carry."""
    found = [(a, v) for a in account.aspects for v in a.values]
    return max(found, key=lambda p: (p[1].behind.least, p[1].outlets), default=None)


def judged(desk: Desk, account: Account) -> bool:
    """Return whether a person decided anything about one of the account's statements, or that they belong together."""
    told = [s for a in account.aspects for s in statements_of(a)]
    return any(s in desk.findings.marks for s in told) or any(
        r.rule == "ruling" for r in account.incident.joined
    )


def report_row(desk: Desk, report: Report, copies: int) -> ReportRow:
    """Return a report as one row of a list; it shares text with so many others."""
    return ReportRow(
        id=report.id,
        title=desk.title(report),
        outlet=desk.outlet(report),
        outlet_key=desk.findings.sources.of_outlet.get(report.id, ""),
        when=when_words(report.published),
        language=report.language,
        unread=desk.words(report.unread),
        statements=len(desk.by_report.get(report.id, ())),
        copies=copies,
    )


def standing_rows(desk: Desk, account: Account) -> Iterator[tuple[str, StandingRow]]:
    """Yield each value of an account with each source that is an origin behind it."""
    name = label(desk, account)
    for aspect in account.aspects:
        for i, value in enumerate(aspect.values, 1):
            behind = value.behind
            row = StandingRow(
                account.incident.id, name, aspect.aspect, i, desk.words(value_words(value.value)),
                value.outlets, behind.least, behind.most, len(behind.origins) == 1,
            )  # fmt: skip
            for origin in behind.origins:
                yield origin.source, row


def source_row(
    source: Source, name: str, owner_name: str, counts: tuple[int, int, int, int, int]
) -> SourceRow:
    """Return a source as one row of a list; `counts` as `Writing.sources` gives them."""
    statements, reports, relying, values, alone = counts
    return SourceRow(
        source.id, name, source.kind, source.vague, source.owner, owner_name,
        statements, reports, relying, values, alone,
    )  # fmt: skip


def report_words(desk: Desk, report: Report) -> Iterator[Words]:
    """Yield what is searched in a report: its blocks, or its title where it has none."""
    for block in report.blocks:
        yield desk.mask.text(report.id, report.text, block.start, block.end).translate(_MARKS), block.start
    if not report.blocks:
        yield desk.title(report).translate(_MARKS), 0


def statement_words(desk: Desk, s: Statement) -> Words:
    """Return what is searched of a statement: what it says, who says it, and its words."""
    said = " → ".join((desk.outlet(desk.reports[s.report]), *desk.voice(s)))
    value = f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), s.report)}"
    return f"{value} · {said}: “{desk.quote(s)}”".translate(_MARKS), s.span.start


def source_words(mask: Mask, name: str, source: Source) -> str:
    """Return what is searched of a source: its names."""
    aliases = (one_line(mask.words(a)) for a in source.aliases)
    return ", ".join(dict.fromkeys([name, *aliases])).translate(_MARKS)


def place_words(name: str) -> str:
    """Return what is searched of a place."""
    return name.translate(_MARKS)


def account_words(desk: Desk, account: Account, row: AccountRow) -> str:
    """Return what is searched of an account: its label, what happened, and where in the texts' words."""
    told = " ".join(desk.words(w) for w in account.incident.place_words)
    return f"{row.label} {EVENTS[row.event]} {told}".translate(_MARKS)
