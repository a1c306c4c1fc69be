"""One source, one statement or one report told in the terminal, for whoever asks who that is, or where it says so."""

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from whence.model.finding import Source
from whence.model.report import Report
from whence.model.statement import Statement
from whence.show.desk import Desk, relying_on, resting_on
from whence.show.falls import Fall, falls_with
from whence.show.phrases import plural, when_words
from whence.show.terminal import LONG, TOP, grounds_in, indent, rest_of, telling_of
from whence.show.why import Part, title, why

KNOWN_BY: Final = 24  # reasons shown of a source; it may bear a hundred names


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
    lines += [Text(f"why: {desk.words(r.words)}", style="dim") for r in source.reasons[:KNOWN_BY]]
    left = len(source.reasons) - KNOWN_BY
    lines += [Text(f"and {left} more such {plural('reason', left)}", style="dim")] if left > 0 else []
    relying = relying_on(desk, source.id)
    if relying:
        names = (f"{desk.name(k)} ({n})" for k, n in list(relying.items())[:TOP])
        lines += [Text(), Text("Who relies on it, in how many statements: " + ", ".join(names))]
    lines += _falls(falls_with(desk, source.id))
    lines += [
        Text(),
        Text(f"{len(said)} {plural('statement', len(said))} rest on it or are its own:", style="bold"),
    ]
    lines += [indent([telling_of(desk, s)], 2) for s in said[:LONG]]
    if len(said) > LONG:
        lines.append(rest_of(len(said) - LONG))
    return Group(*lines)


def _falls(falls: Sequence[Fall]) -> list[RenderableType]:
    """Say what would be left of each count if the source were wrong."""
    if not falls:
        return []
    lost, bare = sum(f.uncorroborates for f in falls), sum(not f.after for f in falls)
    values = f"{len(falls)} {plural('value', len(falls))} would have fewer origins"
    words = f"If it falls: {values}; {lost} would lose corroboration, {bare} would have no origin left."
    lines: list[RenderableType] = [Text(), Text(words, style="bold")]
    lines += [indent([Text(f"{f.before} → {f.after}  {f.account} {f.words}")], 2) for f in falls[:TOP]]
    lines += [indent([rest_of(len(falls) - TOP)], 2)] if len(falls) > TOP else []
    hint = "To see the counts without it: whence judge sources retracted NAME --why …, then whence build"
    return [*lines, indent([Text(hint, style="dim")], 2)]


def statement_view(desk: Desk, s: Statement) -> RenderableType:
    """Return one statement taken apart: every question that can be asked of it, with its answer."""
    lines: list[RenderableType] = [Text(title(desk, s), style="bold"), Text(f"statement {s.id}", style="dim")]
    for part in why(desk, s):
        lines += [Text(), *_part(part)]
    return Group(*lines)


def _part(part: Part) -> list[RenderableType]:
    answer = [Text(line) for line in part.lines]
    return [Text(part.asked, style="bold"), indent([*answer, *grounds_in(part.grounds)], 2)]


def report_view(desk: Desk, report: Report, told: Sequence[Statement]) -> RenderableType:
    """Return what was read in a report: each of `told` with the account in which it counts."""
    when = when_words(report.published) if report.published else "no date of publication"
    lines: list[RenderableType] = [
        Text(desk.title(report), style="bold"),
        Text(
            f"{desk.outlet(report)} · {when} · {desk.words(report.label)} · id {report.id[:12]}", style="dim"
        ),
    ]
    if report.unread:
        lines.append(Text(f"not read: {desk.words(report.unread)}"))
    lines += [Text(), Text(f"{len(told)} {plural('statement', len(told))}:", style="bold")]
    for s in told:
        account = desk.account_of.get(s.id)
        of = f"incident {desk.number(account)}" if account else "no incident"
        lines.append(indent([Text(f"{title(desk, s)} · {of}"), telling_of(desk, s)], 2))
    return Group(*lines)
