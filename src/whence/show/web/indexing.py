"""From findings to the rows of the index: everything that a list, a filter or a search needs, computed once."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from whence.model.finding import Account, AspectAccount, Findings, ValueAccount
from whence.model.report import Report
from whence.model.statement import Link
from whence.show.desk import Desk, label, make_desk, relying_on, statements_of, value_label
from whence.show.phrases import ASPECTS, EVENTS, value_words, when_words
from whence.show.safe import one_line
from whence.show.summary import headline
from whence.show.web.facets import columns_of, place_rows
from whence.show.web.questions import questions_of
from whence.store.index.rows import (
    AccountRow,
    Lead,
    OverviewRow,
    ReportRow,
    SourceRow,
    StandingRow,
    Text,
    ValueRow,
    Voice,
)
from whence.store.index.search import CLOSE, OPEN
from whence.store.index.write import Content

_MARKS: Final = str.maketrans("", "", OPEN + CLOSE)
_LEADS: Final = 3  # of each kind on the overview
_LOOKING: Final = 2  # values of an aspect that only look corroborated, in a list
_TOP: Final = 8
_VOICES: Final = 10  # tolls on the overview that look corroborated and are not
_TOLLS: Final = ("killed", "injured")  # what the headline counts


def content_of(findings: Findings, name: str, *, mask: bool) -> Content:
    """Return what the index of `findings` holds for the case called `name`; words are masked if `mask`."""
    desk = make_desk(findings, mask)
    at = {(a.incident.id, a.incident.label): i for i, a in enumerate(findings.accounts)}
    rows = tuple(account_row(desk, a) for a in desk.accounts)
    sources = _sources(desk)
    reports = _reports(desk)
    return Content(
        findings=findings,
        accounts=rows,
        records=tuple(at[a.incident.id, a.incident.label] for a in desk.accounts),
        reports=reports,
        sources=sources,
        account_of={s: desk.number(a) for s, a in desk.account_of.items()},
        resting={k: tuple(s.id for s in desk.told(ids)) for k, ids in desk.resting.items()},
        relying={r.key: tuple(relying_on(desk, r.key).items()) for r in sources},
        standing=_standing(desk),
        columns=columns_of(desk, rows),
        overview=_overview(desk, name, rows, reports),
        questions=questions_of(desk, rows),
        texts=_texts(desk, rows),
    )


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
        bool(aspect.denials), _only(desk, value),
    )  # fmt: skip


def _only(desk: Desk, value: ValueAccount) -> str:
    """Return the name of the only origin behind a value, "" where there are several or none."""
    found = value.behind.origins
    return desk.words(found[0].name) if len(found) == 1 else ""


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


def _reports(desk: Desk) -> tuple[ReportRow, ...]:
    copies = Counter(r for c in desk.findings.copies for r in (c.copy, c.original))
    ordered = sorted(
        desk.findings.reports,
        key=lambda r: (r.published.start.isoformat() if r.published else "9", desk.outlet(r), r.label, r.id),
    )
    return tuple(_report(desk, r, copies[r.id]) for r in ordered)


def _report(desk: Desk, report: Report, copies: int) -> ReportRow:
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


def _standing(desk: Desk) -> dict[str, tuple[StandingRow, ...]]:
    """Return for each source the values behind which it is an origin: alone first, what most outlets carry first."""
    found: dict[str, list[StandingRow]] = defaultdict(list)
    for account in desk.accounts:
        name = label(desk, account)
        for aspect in account.aspects:
            for i, value in enumerate(aspect.values, 1):
                behind = value.behind
                row = StandingRow(
                    account.incident.id, name, aspect.aspect, i, desk.words(value_words(value.value)),
                    value.outlets, behind.least, behind.most, len(behind.origins) == 1,
                )  # fmt: skip
                for origin in behind.origins:
                    found[origin.source].append(row)
    return {k: tuple(sorted(v, key=lambda r: (not r.alone, -r.outlets))) for k, v in found.items()}


def _sources(desk: Desk) -> tuple[SourceRow, ...]:
    behind: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for value in (v for a in desk.accounts for x in a.aspects for v in x.values):
        keys = [o.source for o in value.behind.origins]
        behind.update(keys)
        alone.update(keys if len(keys) == 1 else ())
    rows = [_source(desk, key, behind[key], alone[key]) for key in sorted(desk.findings.sources.sources)]
    return tuple(sorted(rows, key=lambda r: (-r.statements, r.name.casefold(), r.key)))


def _source(desk: Desk, key: str, behind: int, alone: int) -> SourceRow:
    source, told = desk.source(key), desk.resting.get(key, ())
    return SourceRow(
        key=key,
        name=desk.name(key),
        kind=source.kind,
        vague=source.vague,
        owner=source.owner,
        owner_name=desk.name(source.owner) if source.owner else "",
        statements=len(told),
        reports=len({desk.statements[s].report for s in told}),
        relying=len(relying_on(desk, key)),
        values=behind,
        alone=alone,
    )


def _overview(desk: Desk, name: str, rows: Sequence[AccountRow], reports: Sequence[ReportRow]) -> OverviewRow:
    found, head = desk.findings, headline(desk.findings)
    times = [r.published for r in found.reports if r.published]
    span = f"{min(t.start for t in times).date()} to {max(t.start for t in times).date()}" if times else ""
    outlets = Counter((r.outlet_key, r.outlet) for r in reports)
    languages = Counter(r.language or "unknown" for r in reports)
    return OverviewRow(
        name=one_line(name),
        reports=len(reports),
        unread=head.unread,
        outlets=len(outlets),
        sources=len(found.sources.sources),
        statements=len(found.statements),
        accounts=len(rows),
        span=span,
        languages=tuple(languages.most_common()),
        top_outlets=tuple((*k, n) for k, n in sorted(outlets.items(), key=lambda p: (-p[1], p[0]))[:_TOP]),
        headline=head.words,
        values=head.values,
        by_outlets=head.by_outlets,
        still=head.still,
        outlets_only=head.outlets_only,
        by_origins=head.by_origins,
        trouble=len(found.trouble),
        people=desk.mask.people,
        folds=len(found.sensitive),
        leads=_leads(desk, rows),
        voices=_voices(rows),
        method=tuple((k, desk.words(v)) for k, v in sorted(found.method.items())),
    )


def _voices(rows: Sequence[AccountRow]) -> tuple[Voice, ...]:
    """Return the tolls that most outlets carry and behind which fewer than two origins stand."""
    found = (
        Voice(r.n, v.aspect, v.words, v.outlets, v.least, v.most, v.origin)
        for r in rows
        for v in r.values
        if v.aspect in _TOLLS and v.words and v.outlets >= 2 and v.least < 2
    )
    return tuple(heapq.nsmallest(_VOICES, found, key=lambda v: (-v.outlets, v.n)))


def _leads(desk: Desk, rows: Sequence[AccountRow]) -> tuple[Lead, ...]:
    """Return incidents worth a look: what only looks corroborated, what is contradicted, what stands best."""
    only = sorted(
        (x for a in desk.accounts if (x := _looks(desk, a))), key=lambda x: (-x[0], x[1].incident.id)
    )
    found = [Lead(desk.number(a), words) for _, a, words in only[:_LEADS]]
    torn = sorted((r for r in rows if r.contradicted), key=lambda r: (-r.reports, r.n))
    found += [
        Lead(r.n, "Sources blame different sides or give tolls that cannot both hold.") for r in torn[:_LEADS]
    ]
    firm = sorted((r for r in rows if r.least >= 2), key=lambda r: (-r.least, -r.reports, r.n))
    found += [Lead(r.n, f"{r.least} independent origins stand behind “{r.best}”.") for r in firm[:_LEADS]]
    once: dict[int, Lead] = {}
    for lead in found:
        once.setdefault(lead.n, lead)
    return tuple(once.values())


def _looks(desk: Desk, account: Account) -> tuple[int, Account, str] | None:
    """Return how many outlets carry the value that most looks corroborated and is not, with words that say so."""
    found = [(a, v) for a in account.aspects for v in a.values if v.outlets >= 2 and v.behind.least < 2]
    if not found:
        return None
    aspect, value = max(found, key=lambda p: (p[1].outlets, value_words(p[1].value)))
    only = _only(desk, value)
    rests = f"all of it comes from {only}" if only else "it may all come from one origin"
    if not value.behind.origins:
        rests = "they stand on nobody but one another"
    said = f"{ASPECTS[aspect.aspect].lower()}: {desk.words(value_words(value.value))}"
    return value.outlets, account, f"{value.outlets} outlets carry “{said}”; {rests}."


def _texts(desk: Desk, rows: Sequence[AccountRow]) -> Iterator[Text]:
    for report in desk.findings.reports:
        for block in report.blocks:
            words = desk.mask.text(report.id, report.text, block.start, block.end)
            yield Text("report", report.id, block.start, words.translate(_MARKS))
        if not report.blocks:
            yield Text("report", report.id, 0, desk.title(report).translate(_MARKS))
    for s in desk.findings.statements:
        said = " → ".join((desk.outlet(desk.reports[s.report]), *desk.voice(s)))
        value = f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), s.report)}"
        yield Text("statement", s.id, s.span.start, f"{value} · {said}: “{desk.quote(s)}”".translate(_MARKS))
    for key, source in sorted(desk.findings.sources.sources.items()):
        names = dict.fromkeys([desk.name(key), *map(desk.words, source.aliases)])
        yield Text("source", key, 0, ", ".join(names).translate(_MARKS))
    places = {(p.name, p.country): None for r in rows for p in r.places}
    for name, country in sorted(places):
        yield Text("place", f"{name}, {country}", 0, name.translate(_MARKS))
    for row, account in zip(rows, desk.accounts, strict=True):
        told = " ".join(desk.words(w) for w in account.incident.place_words)
        yield Text("incident", str(row.n), 0, f"{row.label} {EVENTS[row.event]} {told}".translate(_MARKS))
