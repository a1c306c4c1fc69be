"""Accounts, sources and trouble told in a terminal.  Everything from a report passes `show.safe` first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from whence.model.finding import Account, AspectAccount, Origin, OriginCount, Telling, ValueAccount
from whence.model.report import Trouble
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.show.desk import Desk, Ground, Step, at_stake, label, series_of, value_label, value_notes
from whence.show.falls import met_as
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
from whence.show.sums import NOT_ONE, parts_of, sums_over
from whence.show.views import side_of
from whence.show.where import NAMES, places_of

JOINED = 3  # pairs of reports whose joining is told, and ways by which an origin's word came
MOUTHS = 2  # of a telling that nobody relays: the outlet and the origin
LONG = 40  # tellings or statements shown of one value or source; the rest is counted
TOP = 12  # accounts and trouble rows printed after a build; the rest is counted
LEGEND: Final = (
    "[least, most] origins: ● is somebody named; ○ is a vague voice, which may be one of them, so that it raises only "
    "the most.\nCopies, relays and what one source tells again are one origin. Who doubts a telling: "
    "whence show [CASE] ID, its id"
)


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


def account_view(desk: Desk, account: Account, only: str = "") -> RenderableType:
    """Return one account in full, or of it the aspects and values whose words hold `only`."""
    incident = account.incident
    where = desk.words(where_words(incident))
    head = Text(label(desk, account), style="bold")
    facts = f"{EVENTS[incident.event]} · {where} · {when_words(incident.interval)} · id {incident.id[:12]}"
    told = f"told by {len(account.reports)} {plural('report', len(account.reports))}"
    if account.unread:
        told += f"; {account.unread} that could not be read may bear on it"
    parts: list[RenderableType] = [head, Text(f"{facts}\n{told}\n{LEGEND}", style="dim")]
    parts += _sums(desk, account)
    parts += [] if only else _in_short(desk, account)
    shown = [x for a in account.aspects if (x := narrowed(desk, a, only))]
    for aspect in shown:
        parts += [Text(), *_aspect_view(desk, aspect)]
    if only and not shown:
        parts += [Text(), Text(f"Nothing in this account is told as “{one_line(only)}”.")]
    rest = [] if only else [*_places(desk, account), *_reports(desk, account)]
    return Group(*parts, *rest, *_joined(desk, incident.joined))


def _sums(desk: Desk, account: Account) -> list[RenderableType]:
    """Say what lies in a sum, or in which sums an incident lies."""
    lines: list[RenderableType] = [Text(NOT_ONE)] if account.incident.container else []
    for asked, found in (
        ("Told one by one of the same days and places:", parts_of(desk, account)),
        ("Lies in:", sums_over(desk, account)),
    ):
        rows = [Text(f"{p.number}  {p.label}{f': {p.told}' if p.told else ''}") for p in found[:TOP]]
        rows += [Text(f"and {len(found) - TOP} more", style="dim")] if len(found) > TOP else []
        lines += [Text(asked, style="bold"), indent(rows, 2)] if rows else []
    return [Text(), *lines] if lines else []


def _places(desk: Desk, account: Account) -> list[RenderableType]:
    """List the names that tell where it was, each with the place it is taken for or those it may be, and why."""
    told = places_of(desk, account)
    lines: list[RenderableType] = []
    for t in told[:NAMES]:
        lines += [Text(f"{t.name} ({t.times}): {t.place}"), indent([Text(t.why, style="dim")], 2)]
    left = len(told) - NAMES
    lines += [Text(f"and {left} more {plural('name', left)}", style="dim")] if left > 0 else []
    return (
        [Text(), Text("Where, by the names of the texts:", style="bold"), indent(lines, 2)] if lines else []
    )


def _reports(desk: Desk, account: Account) -> list[RenderableType]:
    """List the reports of an account, in order of publication."""
    held = [desk.reports[r] for r in account.reports if r in desk.reports]
    held.sort(key=lambda r: (r.published.start.isoformat() if r.published else "9", desk.outlet(r), r.id))
    lines = [
        Text(f"{desk.words(r.label)} · {desk.outlet(r)} · {when_words(r.published)} · {desk.title(r)}")
        for r in held
    ]
    left = [rest_of(len(lines) - LONG)] if len(lines) > LONG else []
    return [Text(), Text("The reports:", style="bold"), indent([*lines[:LONG], *left], 2)]


def _in_short(desk: Desk, account: Account) -> list[RenderableType]:
    """Tell the account back in a few sentences, as the dossier does."""
    lines = [Text(desk.words(c.words)) for c in account.summary[:TOP]]
    left = len(account.summary) - TOP
    lines += (
        [Text(f"and {left} more {plural('sentence', left)} in the dossier", style="dim")] if left > 0 else []
    )
    return [Text(), Text("In short:", style="bold"), indent(lines, 2)] if lines else []


def narrowed(desk: Desk, aspect: AspectAccount, only: str) -> AspectAccount | None:
    """Return of an aspect the values whose words hold `only`, all of it where its own name does; None for none."""
    wanted = only.casefold().strip()
    if wanted in ASPECTS[aspect.aspect].casefold() or wanted == aspect.aspect:
        return aspect
    values = tuple(v for v in aspect.values if wanted in value_label(desk, v).casefold())
    told = {s for v in values for s in v.statements}
    differing = tuple(d for d in aspect.differences if {d.first, d.second} & told)
    return replace(aspect, values=values, denials=(), series=(), differences=differing) if values else None


def _joined(desk: Desk, joined: Sequence[Reason]) -> list[RenderableType]:
    """Say why the reports are taken to speak of one incident, for the pairs that fit best."""
    if not joined:
        return []
    left = len(joined) - JOINED
    lines = grounds_of(desk, joined[:JOINED])
    lines += [Text(f"and {left} more {plural('pair', left)} of reports", style="dim")] if left > 0 else []
    return [
        Text(),
        Text("Why these reports are taken to speak of one incident:", style="bold"),
        indent(lines, 2),
    ]


def _aspect_view(desk: Desk, aspect: AspectAccount) -> list[RenderableType]:
    count = aspect.speaking
    speaking = f"{ASPECTS[aspect.aspect]}: {origin_words(count)} speaking of it {origin_brackets(count)}"
    parts: list[RenderableType] = [Text(speaking, style="bold underline")]
    for value in aspect.values:
        parts += _value_view(desk, value)
    if aspect.denials:
        parts.append(
            indent(
                [Text("Denied:", style="bold"), *(telling_of(desk, s) for s in desk.told(aspect.denials))], 2
            )
        )
    if series_of(aspect):
        parts.append(
            indent(
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
        Text.assemble((desk.words(value_words(value.value)), "bold"), f" — {outlets}, {behind}")
    ]
    lines += [indent([Text(f"({notes})", style="dim")], 2)] if (notes := value_notes(desk, value)) else []
    if value.outlets >= 2 and value.behind.least < 2:
        lines.append(indent([Text("It looks corroborated, and is not shown to be.", style="yellow")], 2))
    lines += [indent([line], 2) for line in _origin_lines(desk, value.behind)]
    lines += [indent([Text(_without(desk, value), style="dim")], 2)] if at_stake(value) else []
    told = desk.told(value.statements)
    lines.append(indent([Text(f"{len(told)} {plural('telling', len(told))}:", style="bold")], 2))
    lines += [indent([telling_of(desk, s)], 4) for s in told[:LONG]]
    lines += [indent([rest_of(len(told) - LONG)], 4)] if len(told) > LONG else []
    return [indent(lines, 2), Text()]


def _without(desk: Desk, value: ValueAccount) -> str:
    parts = (
        f"without {met_as(desk, value, k)}, {left} {'remains' if left == 1 else 'remain'}"
        for k, left in at_stake(value)
    )
    return f"If one falls, at the least: {'; '.join(parts)}."


def rest_of(number: int) -> Text:
    """Return how many more there are."""
    return Text(f"and {number} more; --json gives all of them", style="dim")


def _origin_lines(desk: Desk, count: OriginCount) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for origin in count.origins:
        mark = "● " if not origin.vague else "○ vague, alone: " if len(count.origins) == 1 else "○ perhaps "
        rated = "".join(f" · {words}" for words in desk.ratings(origin.source))
        lines.append(Text(f"{mark}{desk.words(origin.name)}{rated}"))
        lines.append(indent([*_relays(desk, origin), *grounds_of(desk, origin.reasons)], 4))
    reasons = [r for r in count.reasons if r.rule != "circle" or not count.circles]  # the circles stand below
    if reasons:
        lines += [Text(f"Why {origin_brackets(count)}:"), indent(grounds_of(desk, reasons), 4)]
    rings = (" → ".join(desk.name(k) for k in (*ring, ring[0])) for ring in count.circles)
    lines += [Text(f"circle, counted as nothing: {ring}") for ring in rings]
    return lines


def _relays(desk: Desk, origin: Origin) -> list[Text]:
    """Say over whom an origin's word came, where others stand between it and an outlet."""
    ways = dict.fromkeys(chain[1:-1] for chain in origin.chains if len(chain) > MOUTHS)
    told = ["by way of " + " ← ".join(desk.name(k) for k in way) for way in ways]
    return [Text(words, style="dim") for words in told[:JOINED]]


def grounds_of(desk: Desk, reasons: Sequence[Reason]) -> list[RenderableType]:
    """Return reasons, each with the words on which it rests and where they stand."""
    return grounds_in(desk.grounds(reasons))


def grounds_in(grounds: Iterable[Ground]) -> list[RenderableType]:
    """Return grounds as lines: the reason, then each passage with its place."""
    lines: list[RenderableType] = []
    for ground in grounds:
        lines.append(Text(ground.words, style="dim"))
        lines += [
            indent([Text(f"{p.place} “{one_line(p.quote, 120)}”", style="dim")], 2) for p in ground.passages
        ]
        if ground.more:
            more = f"and in {ground.more} more {plural('report', ground.more)}"
            lines.append(indent([Text(more, style="dim")], 2))
    return lines


def telling_of(desk: Desk, s: Statement) -> RenderableType:
    """Return one telling: outlet, chain, stance, day, id, and its words."""
    report = desk.reports[s.report]
    # a step's stance is told where it is not the whole statement's, which stands at the end
    steps = "".join(
        f" ← {step.name}{_stance(step.stance) if step.stance != s.stance else ''}{_said_as(step)}"
        for step in desk.chain(s)
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


def _said_as(step: Step) -> str:
    """Return the text's own words for a source that has another name, in quotes."""
    return "" if step.said_as.casefold() in _plain(step.name) else f" “{step.said_as}”"


def _plain(name: str) -> tuple[str, str]:
    return name.casefold(), f"the {name.casefold()}"


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
    for d in aspect.differences[:TOP]:
        lines.append(Text(f"{DIFFERENCES[d.kind]}: {desk.words(d.words)}"))
        sides = [side for side in (side_of(desk, d.first), side_of(desk, d.second)) if side]
        lines.append(indent([Text(side, style="dim") for side in sides], 2))
    if len(aspect.differences) > TOP:
        lines.append(rest_of(len(aspect.differences) - TOP))
    return [indent(lines, 2)]


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


def indent(lines: Sequence[RenderableType], by: int) -> RenderableType:
    """Return lines set in by `by` columns."""
    return Padding(Group(*lines), (0, 0, 0, by))
