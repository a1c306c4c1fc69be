"""Judgements meet the present statements: what holds, where it attaches, and what found no place any more."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.flow import corrections
from whence.journal.journal import standing
from whence.model.errors import UsageError
from whence.model.finding import SourceTable
from whence.model.judgement import Anchor, Judgement, Rulings, withdrawn_key
from whence.model.rating import Axis, Rating
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span, locate
from whence.model.statement import Statement

Pair = tuple[str, str]
_OPPOSITE: Final = {
    "same-incident": "different-incident",
    "different-incident": "same-incident",
    "same-source": "different-source",
    "different-source": "same-source",
    "dependent": "independent",
    "independent": "dependent",
}


def attach(
    judgements: Sequence[Judgement],
    reports: Sequence[Report],
    statements: Sequence[Statement],
    sources: SourceTable,
) -> Rulings:
    """Return the rulings of the judgements that stand, attached to the present statements.

    An anchor attaches to the same span, else to the most overlapping statement of the same aspect; what finds no
    place is unattached.  Later judgements overrule earlier ones on the same thing.
    """
    desk = _Attaching({r.id: r for r in reports}, _by_report(statements), sources)
    for judgement in standing(judgements):
        if not desk.apply(judgement):
            desk.unattached.append(judgement)
    return desk.rulings()


def apply(rulings: Rulings, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements with the wrong ones left out, the corrected changed and the missed added."""
    kept = [rulings.changed.get(s.id, s) for s in statements if s.id not in rulings.dropped]
    return in_order([*kept, *(s for s in rulings.added if s.id not in rulings.dropped)])


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return `statements` by report and place, each id once."""
    once = {s.id: s for s in statements}
    return tuple(sorted(once.values(), key=lambda s: (s.report, s.span.start, s.span.end, s.aspect, s.id)))


def place_of(anchor: Anchor, report: Report) -> tuple[int, int] | None:
    """Return [start, end) of `anchor` in the report's present text, or None if its words are gone.

    An anchor whose quote was destroyed, or did not come along with a copied journal, holds by its position alone,
    and that only while the text is the one it was made on.
    """
    if not anchor.span.quote:
        inside = 0 <= anchor.span.start < anchor.span.end <= len(report.text)
        same = anchor.text_digest == report.text_digest
        return (anchor.span.start, anchor.span.end) if inside and same else None
    return locate(report.text, anchor.span)


def head(report: Report) -> tuple[int, int]:
    """Return [start, end) of the head of a report with text: its first block, which is the title where it has one."""
    first = report.blocks[0] if report.blocks else None
    return (first.start, first.end) if first else (0, len(report.text))


def _by_report(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.report].append(statement)
    return found


@dataclass(slots=True)
class _Attaching:
    """One pass over the judgements: what they rest on and what they have come to so far."""

    reports: dict[str, Report]
    statements: dict[str, list[Statement]]
    sources: SourceTable
    pairs: dict[str, dict[Pair, None]] = field(default_factory=lambda: defaultdict(dict))
    retracted: set[str] = field(default_factory=set)
    verdicts: dict[str, str] = field(default_factory=dict)
    changed: dict[str, Statement] = field(default_factory=dict)
    added: dict[str, Statement] = field(default_factory=dict)
    unattached: list[Judgement] = field(default_factory=list)
    ratings: dict[tuple[Axis, str, str], str] = field(default_factory=dict)

    def apply(self, judgement: Judgement) -> bool:
        """Take `judgement` in; return whether it found its place."""
        action = judgement.action
        if action == "unsure":
            return True
        if action in ("same-incident", "different-incident"):
            return self._pair(action, [s.id if (s := self.statement(a)) else "" for a in judgement.anchors])
        if action in _OPPOSITE:
            return self._pair(action, [self.source(a) for a in judgement.anchors])
        if action == "retracted":
            keys = [self.source(a) for a in judgement.anchors]
            self.retracted |= set(filter(None, keys))
            return bool(keys) and all(keys)
        if action == "withdrawn":
            known = [a.report for a in judgement.anchors if a.report in self.reports]
            self.retracted |= set(map(withdrawn_key, known))
            return bool(known) and len(known) == len(judgement.anchors)
        if action == "missed":
            return self._missed(judgement)
        if action == "rated":
            return self._rated(judgement)
        return self._verdict(judgement)

    def rulings(self) -> Rulings:
        """Return what the judgements come to."""
        marks = {i: v for i, v in self.verdicts.items() if v != "wrong"}
        sets = {name: tuple(sorted(self.pairs[name])) for name in _OPPOSITE}
        return Rulings(
            **{name.replace("-", "_"): pairs for name, pairs in sets.items()},
            retracted=tuple(sorted(self.retracted)),
            dropped=frozenset(i for i, v in self.verdicts.items() if v == "wrong"),
            changed={i: s for i, s in sorted(self.changed.items()) if self.verdicts.get(i) == "corrected"},
            added=in_order(self.added.values()),
            marks=marks,
            unattached=tuple(self.unattached),
            ratings=tuple(
                Rating(axis, about, who, code) for (axis, about, who), code in sorted(self.ratings.items())
            ),
        )

    def statement(self, anchor: Anchor, was: str = "") -> Statement | None:
        """Return the statement that `anchor` names: of the same span, else the one that overlaps it most."""
        report = self.reports.get(anchor.report)
        place = place_of(anchor, report) if report else None
        if place is None:
            return None
        start, end = place
        found = [
            s
            for s in [*self.statements.get(anchor.report, ()), *self.added.values()]
            if s.report == anchor.report
            and anchor.aspect in ("", s.aspect)
            and s.span.start < end
            and start < s.span.end
        ]

        def fit(s: Statement) -> tuple[bool, bool, float, str]:
            shared = min(end, s.span.end) - max(start, s.span.start)
            union = max(end, s.span.end) - min(start, s.span.start)
            same = (s.span.start, s.span.end) == place
            return (not same, corrections.value_words(s.value) != was, -shared / union, s.id)

        return min(found, key=fit, default=None)

    def source(self, anchor: Anchor) -> str:
        """Return the key of the source that `anchor` names: a voice in it, else the root of the statement there.

        The head of a report, as a whole, names its outlet.
        """
        report = self.reports.get(anchor.report)
        place = place_of(anchor, report) if report else None
        if report is None or place is None:
            return ""
        if not anchor.aspect and place == head(report):
            return self.sources.of_outlet.get(report.id, "")
        voiced = [
            (-_overlap(hop.voice.span, place), hop.voice.span.end - hop.voice.span.start, key)
            for s in self.statements.get(anchor.report, ())
            for i, hop in enumerate(s.hops)
            if hop.voice.span
            and _overlap(hop.voice.span, place)
            and (key := self.sources.of_hop.get((s.id, i), ""))
        ]
        inside = [v for v in voiced if not anchor.aspect]
        if inside:
            return min(inside)[2]
        statement = self.statement(anchor)
        if statement is None:
            return ""
        root = (statement.id, len(statement.hops) - 1)
        return self.sources.of_hop.get(root) or self.sources.of_outlet.get(report.id, "")

    def _pair(self, name: str, ends: Sequence[str]) -> bool:
        if len(ends) != 2 or not all(ends) or ends[0] == ends[1]:
            return False
        pair = min(ends), max(ends)
        self.pairs[_OPPOSITE[name]].pop(pair, None)
        self.pairs[name][pair] = None
        return True

    def _verdict(self, judgement: Judgement) -> bool:
        details = dict(judgement.details)
        found = self.statement(judgement.anchors[0], details.get("was", "")) if judgement.anchors else None
        if found is None:
            return False
        if judgement.action == "corrected":
            before = self.changed.get(found.id, found)
            try:
                changed = corrections.corrected(
                    before, self.reports[found.report], details, _reason(judgement, found.span)
                )
            except UsageError:
                return False
            self.changed[found.id] = changed
            if found.id in self.added:
                self.added[found.id] = changed
        self.verdicts[found.id] = judgement.action
        return True

    def _rated(self, judgement: Judgement) -> bool:
        """Keep each reviewer's last code: another's does not take its place, for a rating is a person's."""
        details = dict(judgement.details)
        try:
            axis, code = corrections.check_rating(details)
        except UsageError:  # the code was destroyed with the side file: it can no longer be told
            return False
        if axis == "reliability":
            about = self.source(judgement.anchors[0]) if judgement.anchors else ""
        else:
            found = (
                self.statement(judgement.anchors[0], details.get("was", "")) if judgement.anchors else None
            )
            about = found.id if found else ""
        if about:
            self.ratings[axis, about, judgement.reviewer] = code
        return bool(about)

    def _missed(self, judgement: Judgement) -> bool:
        anchor = judgement.anchors[0] if judgement.anchors else None
        report = self.reports.get(anchor.report) if anchor else None
        place = place_of(anchor, report) if anchor and report else None
        if anchor is None or report is None or place is None:
            return False
        details = {"aspect": anchor.aspect, **dict(judgement.details)}
        reason = _reason(judgement, Span.of(report.text, *place))
        try:
            made = corrections.missed(report, place, details, self._neighbour(report.id, place), reason)
        except (UsageError, KeyError):  # a value was destroyed with the side file: it can no longer be told
            return False
        self.added[made.id] = made
        self.verdicts[made.id] = "missed"
        return True

    def _neighbour(self, report: str, place: tuple[int, int]) -> Statement | None:
        middle = sum(place)
        return min(
            self.statements.get(report, ()),
            key=lambda s: (abs(s.span.start + s.span.end - middle), s.id),
            default=None,
        )


def _overlap(span: Span, place: tuple[int, int]) -> int:
    return max(0, min(span.end, place[1]) - max(span.start, place[0]))


def _reason(judgement: Judgement, span: Span) -> Reason:
    evidence = Evidence(judgement.anchors[0].report, span)
    return corrections.judged(judgement.action, judgement.reviewer, judgement.why, evidence)
