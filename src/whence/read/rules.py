"""The reader made of rules: tables and patterns for English news, NGO and activist text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.codec import encode
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Culprit, Hop, Statement
from whence.read.actors import find_actors
from whence.read.attribution import chains_for, find_attributions
from whence.read.claims import find_counts
from whence.read.culprits import find_blames
from whence.read.draft import Draft
from whence.read.headline import without_headline
from whence.read.inherit import Voiced, inherit
from whence.read.kind import kind_of
from whence.read.scenes import Setting, number_scenes, settings
from whence.read.segment import sentences
from whence.read.stance import stance_of
from whence.read.triggers import find_events, find_triggers, main_event

_LONG: Final = 320  # a longer sentence is cut to the clause around the claim
_LEDE: Final = 2  # sentences after the headline in which a sum over a campaign is the story itself
_READ: Final = ("title", "heading", "body", "quote", "list", "caption")


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads by rules alone; see the modules of this room for each of them."""

    name: str = "rules"
    version: str = "1"

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        if report.unread:
            return ()
        places = _sentences(report)
        drafts = without_headline(report, _drafts(report.text, places))
        attributions = find_attributions(report)
        voiced = [
            Voiced(d, hops)
            for d in drafts
            for hops in chains_for(attributions, d.key_start, d.key_end) or ((),)
        ]
        events = [main_event(find_events(report.text, s, e)) for s, e in places]
        found = settings(report, places, events)
        telling = sorted({d.sentence for d in drafts})
        numbers = number_scenes(report.text, places, found, telling)
        voiced = inherit(report, places, voiced, numbers, attributions)
        made = [
            _statement(report, places, v, found[v.draft.sentence], numbers[v.draft.sentence]) for v in voiced
        ]
        return tuple(sorted(_distinct(made), key=lambda s: (s.span.start, s.span.end, s.aspect, s.id)))


def _sentences(report: Report) -> tuple[tuple[int, int], ...]:
    """The sentences of all blocks that are content."""
    return tuple(p for b in report.blocks if b.kind in _READ for p in sentences(report.text, b.start, b.end))


def _drafts(text: str, places: Sequence[tuple[int, int]]) -> list[Draft]:
    actors = find_actors(text)
    found: list[Draft] = []
    for index, (start, end) in enumerate(places):
        events = find_events(text, start, end)
        event = main_event(events)
        counts = find_counts(text, start, end, lede=index <= _LEDE)
        for c in counts:
            found.append(
                Draft(c.start, c.end, c.aspect, c.count, c.group.start, c.group.end, index, "count", event)
            )
        harms = find_triggers(text, start, end)
        for b in find_blames(text, start, end, actors, events, harms):
            value = Culprit(b.name, Span.of(text, b.start, b.end))
            low, high = min(b.start, b.cue_start), max(b.end, b.cue_end)
            found.append(
                Draft(low, high, "responsible", value, b.start, b.end, index, b.rule, event, b.denied)
            )
    return found


def _statement(
    report: Report, places: Sequence[tuple[int, int]], v: Voiced, setting: Setting, scene: int
) -> Statement:
    draft = v.draft
    start, end = _content(places[draft.sentence], draft)
    stance, why = stance_of(report.text, *_clause(report.text, places[draft.sentence], draft), v.hops)
    if draft.denied:
        stance, why = "denies", None
    kind = kind_of(report.text, start, end, report.blocks)
    root = v.hops[-1].voice.name if v.hops else ""
    span = Span.of(report.text, start, end)
    event = draft.event
    reason = Reason(
        draft.rule,
        f"{draft.aspect} read by the rule {draft.rule!r}",
        (Evidence(report.id, Span.of(report.text, draft.start, draft.end)),),
    )
    return Statement(
        id=content_id(
            "statement",
            report.id,
            draft.aspect,
            str(start),
            str(end),
            str(draft.key_start),
            encode(draft.value),
            root,
        ),
        report=report.id,
        span=span,
        aspect=draft.aspect,
        value=draft.value,
        stance=stance,
        kind=kind,
        hops=v.hops,
        event=event.kind if event else None,
        event_span=Span.of(report.text, event.start, event.end) if event else None,
        when=setting.when or report.published,
        when_span=setting.when_span,
        where=setting.where,
        scene=scene,
        reasons=(reason, *v.reasons, *_placed(report, why)),
    )


def _placed(report: Report, why: Reason | None) -> tuple[Reason, ...]:
    """The reason with this report's id in its evidence."""
    if why is None:
        return ()
    return (replace(why, evidence=tuple(replace(e, report=e.report or report.id) for e in why.evidence)),)


_EDGE: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|told|added|but|while|whereas|although|however|after|when|before)\b", re.I
)


def _clause(text: str, sentence: tuple[int, int], draft: Draft) -> tuple[int, int]:
    """The words around the claim up to where another clause begins."""
    before = [m.end() for m in _EDGE.finditer(text, sentence[0], draft.start)]
    after = _EDGE.search(text, draft.end, sentence[1])
    return max(before, default=sentence[0]), after.start() if after else sentence[1]


def _content(sentence: tuple[int, int], draft: Draft) -> tuple[int, int]:
    start, end = sentence
    if end - start <= _LONG:
        return start, end
    return max(start, draft.start - 60), min(end, draft.end + 60)


def _distinct(made: Sequence[Statement]) -> list[Statement]:
    return list({s.id: s for s in made}.values())
