"""Which statements came by copying: verified passages between reports, and the groups of reports they make."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.finding import Copy, Passage
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Statement
from whence.weigh.values import same_value

GROUP_SHARE: Final = 0.4  # of the shorter text's own words: from here on a report as a whole counts as a copy
SAME_SPOT: Final = 0.3  # intersection over union of two contents once one is mapped into the other's report


@dataclass(frozen=True, slots=True)
class Twin:
    """The statement in another report of which a statement is a verified copy, and the passage that shows it."""

    statement: str
    passage: Passage
    copy: Copy
    known: bool


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports that are one text: `head` is the report that all others come from, "" where nothing shows it."""

    head: str
    members: tuple[str, ...]


def mapped(span: Span, here: Span, there: Span) -> tuple[int, int]:
    """Return where `span`, which overlaps `here`, lies in the passage `there` that was copied from or to `here`."""
    scale = (there.end - there.start) / (here.end - here.start)
    start, end = max(span.start, here.start), min(span.end, here.end)
    return there.start + round((start - here.start) * scale), there.start + round((end - here.start) * scale)


def covers(passage: Span, content: Span) -> bool:
    """Return whether a passage holds at least half of a content span."""
    return (
        2 * (min(passage.end, content.end) - max(passage.start, content.start)) >= content.end - content.start
    )


def same_spot(first: Span, here: Span, second: Span, there: Span) -> bool:
    """Return whether `first` (in `here`) and `second` (in `there`) are one stretch of a shared passage."""
    start, end = mapped(first, here, there)
    shared = min(end, second.end) - max(start, second.start)
    return shared > 0 and shared >= SAME_SPOT * (max(end, second.end) - min(start, second.start))


def find_twins(
    statements: Sequence[Statement], copies: Sequence[Copy], actors: Mapping[str, str]
) -> dict[str, tuple[Twin, ...]]:
    """Return, for each statement id, the equal statements of other reports that it shares a verified passage with."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: (s.span.start, s.id)):
        by_report[statement.report].append(statement)
    found: dict[str, list[Twin]] = defaultdict(list)
    for copy in sorted(copies, key=lambda c: (c.copy, c.original)):
        for passage in copy.passages:
            ours = [s for s in by_report[copy.copy] if covers(passage.copy, s.span)]
            theirs = [s for s in by_report[copy.original] if covers(passage.original, s.span)] if ours else []
            for one, other in _pairs(ours, theirs, passage, actors):
                known = copy.direction == "known"
                found[one.id].append(Twin(other.id, passage, copy, known))
                if not known:
                    found[other.id].append(Twin(one.id, passage, copy, known))
    return {i: tuple(twins) for i, twins in found.items()}


def _pairs(
    ours: Sequence[Statement], theirs: Sequence[Statement], passage: Passage, actors: Mapping[str, str]
) -> list[tuple[Statement, Statement]]:
    return [
        (one, other)
        for one in ours
        for other in theirs
        if one.aspect == other.aspect
        and (one.stance == "denies") == (other.stance == "denies")
        and same_spot(one.span, passage.copy, other.span, passage.original)
        and same_value(one.value, other.value, actors)
    ]


def copy_reason(twin: Twin, names: Mapping[str, str]) -> Reason:
    """Return why a statement is a relay of its twin, with the shared words in both reports."""
    words = twin.passage.words
    other = names.get(twin.copy.original, "") or "another report"
    said = (
        f"{words} words are copied from {other}" if twin.known else f"{words} words are shared word for word"
    )
    return Reason(
        "copied",
        said,
        (Evidence(twin.copy.copy, twin.passage.copy), Evidence(twin.copy.original, twin.passage.original)),
    )


def group_copies(copies: Sequence[Copy]) -> dict[str, CopyGroup]:
    """Return, for each report that is largely a copy or copied, the group of reports that are one text."""
    parent: dict[str, str] = {}

    def find(report: str) -> str:
        parent.setdefault(report, report)
        while parent[report] != report:
            parent[report] = report = parent[parent[report]]
        return report

    strong = [c for c in copies if max(c.share_of_copy, c.share_of_original) >= GROUP_SHARE]
    for copy in strong:
        first, second = sorted((find(copy.copy), find(copy.original)))
        parent[second] = first
    members: dict[str, list[str]] = defaultdict(list)
    for report in sorted(parent):
        members[find(report)].append(report)
    derived = {c.copy for c in strong if c.direction == "known"}
    unsure = {r for c in strong if c.direction == "unknown" for r in (c.copy, c.original)}
    groups: dict[str, CopyGroup] = {}
    for reports in members.values():
        heads = [r for r in reports if r not in derived]
        head = heads[0] if len(heads) == 1 and heads[0] not in unsure else ""
        groups |= dict.fromkeys(reports, CopyGroup(head, tuple(reports)))
    return groups


def passages_over(statement: Statement, copies: Sequence[Copy]) -> tuple[Evidence, ...]:
    """Return the spans, in this report and the other, of the first verified passage that holds the statement."""
    for copy in copies:
        for passage in copy.passages:
            here, there, other = (
                (passage.copy, passage.original, copy.original)
                if copy.copy == statement.report
                else (passage.original, passage.copy, copy.copy)
            )
            if covers(here, statement.span):
                return (Evidence(statement.report, here), Evidence(other, there))
    return ()
