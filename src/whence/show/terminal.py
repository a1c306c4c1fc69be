"""Accounts, sources and trouble told in a terminal.  Everything from a report passes `show.safe` first."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from whence.model.finding import Account, AspectAccount, OriginCount, Source, Telling, ValueAccount
from whence.model.report import Trouble
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.show.desk import Desk, at_stake, label, relying_on, resting_on, series_of, value_label
from whence.show.phrases import (
    ASPECTS,
    DIFFERENCES,
    EVENTS,
    origin_brackets,
    origin_words,
    plural,
    value_words,
    when_words,
    where_words,
)
from whence.show.safe import one_line

JOINED = 3  # pairs of reports whose joining is told
LONG = 40  # tellings or statements shown of one value or source; the rest is counted
TOP = 12  # accounts and trouble rows printed after a build; the rest is counted


def console(*, error: bool = False) -> Console:
    """Return a console that never guesses markup, emoji or highlights in the words of others."""
    return Console(stderr=error, markup=False, emoji=False, highlight=False, soft_wrap=False)


def progress_bar(on: Console) -> Progress:
    """Return a progress display for stages, shown on `on` (standard error) and gone when it ends."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    return Progress(*columns, TimeElapsedColumn(), console=on, transient=True)


def accounts_table(desk: Desk, accounts: Sequence[Account]) -> RenderableType:
    """Return the accounts as a list: number, label, reports, and the first values of each aspect."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold", expand=True)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("Incident", ratio=4, overflow="fold")
    table.add_column("Reports", justify="right", no_wrap=True)
    table.add_column("Values [origins: least, most]", ratio=6, overflow="fold")
    for account in accounts:
        lines = [_aspect_line(desk, a) for a in account.aspects]
        number, reports = str(desk.number(account)), str(len(account.reports))
        table.add_row(number, Text(label(desk, account)), reports, Text("\n".join(lines)))
    return table


def _aspect_line(desk: Desk, aspect: AspectAccount) -> str:
    shown = [f"{_value(desk, v)} {origin_brackets(v.behind)}" for v in aspect.values[:3]]
    more = f"; {len(aspect.values) - 3} more" if len(aspect.values) > 3 else ""
    denied = "; denied" if aspect.denials else ""
    return f"{aspect.aspect}: {'; '.join(shown) or 'no value'}{more}{denied}"


def account_view(desk: Desk, account: Account) -> RenderableType:
    """Return one account in full."""
    incident = account.incident
    where = desk.words(where_words(incident))
    head = Text(label(desk, account), style="bold")
    facts = f"{EVENTS[incident.event]} · {where} · {when_words(incident.interval)} · id {incident.id[:12]}"
    told = f"told by {len(account.reports)} {plural('report', len(account.reports))}"
    if account.unread:
        told += f"; {account.unread} that could not be read may bear on it"
    parts: list[RenderableType] = [head, Text(f"{facts}\n{told}", style="dim")]
    for aspect in account.aspects:
        parts += [Text(), *_aspect_view(desk, aspect)]
    return Group(*parts, *_joined(desk, incident.joined))


def _joined(desk: Desk, joined: Sequence[Reason]) -> list[RenderableType]:
    """Say why the reports are taken to speak of one incident, for the pairs that fit best."""
    if not joined:
        return []
    left = len(joined) - JOINED
    lines = _grounds(desk, joined[:JOINED])
    lines += [Text(f"and {left} more {plural('pair', left)} of reports", style="dim")] if left > 0 else []
    return [
        Text(),
        Text("Why these reports are taken to speak of one incident:", style="bold"),
        _indent(lines, 2),
    ]


def _aspect_view(desk: Desk, aspect: AspectAccount) -> list[RenderableType]:
    count = aspect.speaking
    speaking = f"{ASPECTS[aspect.aspect]}: {origin_words(count)} speaking of it {origin_brackets(count)}"
    parts: list[RenderableType] = [Text(speaking, style="bold underline")]
    for value in aspect.values:
        parts += _value_view(desk, value)
    if aspect.denials:
        parts.append(
            _indent(
                [Text("Denied:", style="bold"), *(_telling(desk, s) for s in desk.told(aspect.denials))], 2
            )
        )
    if series_of(aspect):
        parts.append(
            _indent(
                [
                    Text("One source over time, counted once:", style="bold"),
                    *_series(desk, series_of(aspect)),
                ],
                2,
            )
        )
    parts += _differences(desk, aspect)
    return parts


def _value_view(desk: Desk, value: ValueAccount) -> list[RenderableType]:
    outlets = f"carried by {value.outlets} {plural('outlet', value.outlets)}"
    behind = f"{origin_words(value.behind)} behind it {origin_brackets(value.behind)}"
    lines: list[RenderableType] = [
        Text.assemble((value_label(desk, value), "bold"), f" — {outlets}, {behind}")
    ]
    if value.outlets >= 2 and value.behind.least < 2:
        lines.append(_indent([Text("It looks corroborated, and is not shown to be.", style="yellow")], 2))
    lines += [_indent([line], 2) for line in _origin_lines(desk, value.behind)]
    lines += [_indent([Text(_without(desk, value), style="dim")], 2)] if at_stake(value) else []
    told = desk.told(value.statements)
    lines.append(_indent([Text(f"{len(told)} {plural('telling', len(told))}:", style="bold")], 2))
    lines += [_indent([_telling(desk, s)], 4) for s in told[:LONG]]
    lines += [_indent([_rest(len(told) - LONG)], 4)] if len(told) > LONG else []
    return [_indent(lines, 2), Text()]


def _without(desk: Desk, value: ValueAccount) -> str:
    parts = (
        f"without {desk.name(k)}, {left} {'remains' if left == 1 else 'remain'}"
        for k, left in at_stake(value)
    )
    return f"If one falls: {'; '.join(parts)}."


def _rest(number: int) -> Text:
    return Text(f"and {number} more; --json gives all of them", style="dim")


def _origin_lines(desk: Desk, count: OriginCount) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for origin in count.origins:
        mark = "● " if not origin.vague else "○ vague, alone: " if len(count.origins) == 1 else "○ perhaps "
        rated = "".join(f" · {words}" for words in desk.ratings(origin.source))
        lines.append(Text(f"{mark}{desk.words(origin.name)}{rated}"))
        lines.append(_indent(_grounds(desk, origin.reasons), 4))
    reasons = [r for r in count.reasons if r.rule != "circle" or not count.circles]  # the circles stand below
    if reasons:
        lines += [Text(f"Why {origin_brackets(count)}:"), _indent(_grounds(desk, reasons), 4)]
    rings = (" → ".join(desk.name(k) for k in (*ring, ring[0])) for ring in count.circles)
    lines += [Text(f"circle, counted as nothing: {ring}") for ring in rings]
    return lines


def _grounds(desk: Desk, reasons: Sequence[Reason]) -> list[RenderableType]:
    """Reasons, each with the words on which it rests and where they stand."""
    lines: list[RenderableType] = []
    for ground in desk.grounds(reasons):
        lines.append(Text(ground.words, style="dim"))
        lines += [
            _indent([Text(f"{p.place} “{one_line(p.quote, 120)}”", style="dim")], 2) for p in ground.passages
        ]
        if ground.more:
            more = f"and in {ground.more} more {plural('report', ground.more)}"
            lines.append(_indent([Text(more, style="dim")], 2))
    return lines


def _telling(desk: Desk, s: Statement) -> RenderableType:
    report = desk.reports[s.report]
    # a step's stance is told where it is not the whole statement's, which stands at the end
    steps = "".join(
        f" ← {step.name}{_stance(step.stance) if step.stance != s.stance else ''}" for step in desk.chain(s)
    )
    when = f" {when_words(report.published)}" if report.published else ""
    mark = desk.findings.marks.get(s.id, "")
    decided = f" · a person marked it {mark}" if mark else ""
    kind = "" if s.kind == "fact" else f" ({s.kind})"
    decided += "".join(f" · {rated}" for rated in desk.ratings(s.id))
    words = Text(
        f"{desk.outlet(report)}{steps}{_stance(s.stance)}{kind}{when} · {s.id[:12]}{decided}\n", style=""
    )
    words.append(f"“{one_line(desk.quote(s), 240)}”", style="italic")
    return words


def _stance(stance: str) -> str:
    return "" if stance == "states" else f" ({stance})"


def _series(desk: Desk, series: Iterable[Telling]) -> list[RenderableType]:
    return [
        Text(f"{desk.name(t.source)}, {when_words(t.told)}: {desk.words(value_words(t.value))}")
        for t in series
    ]


def _differences(desk: Desk, aspect: AspectAccount) -> list[RenderableType]:
    if not aspect.differences:
        return []
    lines: list[RenderableType] = [Text("Differences:", style="bold")]
    lines += [Text(f"{DIFFERENCES[d.kind]}: {desk.words(d.words)}") for d in aspect.differences[:TOP]]
    if len(aspect.differences) > TOP:
        lines.append(_rest(len(aspect.differences) - TOP))
    return [_indent(lines, 2)]


def source_view(desk: Desk, source: Source) -> RenderableType:
    """Return a source: who it is, what it says, and who relies on it."""
    said = resting_on(desk, source.id)
    kind = f"{source.kind}{', vague' if source.vague else ''}"
    lines: list[RenderableType] = [
        Text(desk.name(source.id), style="bold"),
        Text(f"{kind} · id {desk.mask.words(source.id)}"),
    ]
    if source.owner:
        lines.append(Text(f"speaks for {desk.name(source.owner)}: counted as one with it"))
    if source.aliases:
        lines.append(Text("also written: " + ", ".join(desk.words(a) for a in source.aliases[:TOP])))
    lines += [Text(rated) for rated in desk.ratings(source.id)]
    lines += [Text(f"why: {desk.words(r.words)}", style="dim") for r in source.reasons]
    relying = relying_on(desk, source.id)
    if relying:
        names = (f"{desk.name(k)} ({n})" for k, n in list(relying.items())[:TOP])
        lines += [Text(), Text("Who relies on it, in how many statements: " + ", ".join(names))]
    lines += [
        Text(),
        Text(f"{len(said)} {plural('statement', len(said))} rest on it or are its own:", style="bold"),
    ]
    lines += [_indent([_telling(desk, s)], 2) for s in said[:LONG]]
    if len(said) > LONG:
        lines.append(_rest(len(said) - LONG))
    return Group(*lines)


def trouble_view(
    troubles: Sequence[Trouble], desk: Desk | None = None, *, everything: bool = False
) -> RenderableType:
    """Return the rows of trouble: where, what, and what to do."""
    clean = desk.mask.words if desk else (lambda words: words)
    lines: list[RenderableType] = [
        Text(f"{len(troubles)} {plural('thing', len(troubles))} to know about:", style="bold")
    ]
    for t in troubles if everything else troubles[:TOP]:
        hint = f" → {one_line(clean(t.hint))}" if t.hint else ""
        message = one_line(clean(t.message.removeprefix(f"{t.where}: ")), 200)
        lines.append(Text(f"  {one_line(clean(t.where), 60)}: {message} ({t.code}){hint}"))
    if len(troubles) > TOP and not everything:
        lines.append(
            Text(f"  and {len(troubles) - TOP} more; 'whence show --trouble' lists all", style="dim")
        )
    return Group(*lines)


def _value(desk: Desk, value: ValueAccount) -> str:
    return desk.words(value_words(value.value))


def _indent(lines: Sequence[RenderableType], by: int) -> RenderableType:
    return Padding(Group(*lines), (0, 0, 0, by))
