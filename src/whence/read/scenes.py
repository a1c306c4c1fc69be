"""Which happening each sentence tells of: scenes of one report, told apart by figures, days, places and words.

A sentence that makes a claim belongs to a scene told of before if it repeats one of its figures, points back ("the
attack"), or names one of its places and no other day; to a new scene if it names another day or another place, or
says so ("separately", "another strike"); else to the scene of the sentence before it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, Toponym
from whence.model.values import Interval
from whence.read.draft import Draft
from whence.read.when import find_times
from whence.read.where import find_places

_ATTACK: Final = (
    r"(?:attack|strike|raid|blast|bomb\w*|explosion|shell\w*|rocket|incident|massacre|air\w*|"
    r"assault|clash\w*|barrage|mortar)"
)
_OTHER: Final = re.compile(
    rf"^\W*(?:meanwhile|separately|elsewhere|in a (?:separate|different|related)|in (?:other|"
    rf"another)|in the meantime)\b|"
    rf"\b(?:in (?:a|another) separate|a separate|elsewhere|another (?:\w+ )?{_ATTACK})\b",
    re.I,
)
_ALSO: Final = re.compile(r"^\W*(?:another|also|earlier|previously|later|last (?:week|month|year))\b", re.I)
_SAME: Final = re.compile(
    rf"\b(?:the|this|that|these|those|latest|same)\s+(?:\w+\s+){{0,2}}?(?:{_ATTACK}s?|toll|dead|wounded|injured|"
    r"victims|casualties|fighting|killed|bombardment)\b|\b(?:among (?:them|the|those)|death "
    r"toll|others? (?:were|was))\b",
    re.I,
)
_POINT: Final = timedelta(days=3)  # a wider interval dates no single happening
_AGO: Final = 4.0  # days before publication from which a dated happening is another one than the news
_FIGURE: Final = 3  # smaller figures repeat by chance ("a child", "two people")


@dataclass(frozen=True, slots=True)
class Setting:
    """What one sentence says of its happening: when, and where (innermost first)."""

    when: Interval | None
    when_span: Span | None
    where: tuple[Toponym, ...]
    past: Interval | None = None

    @property
    def names(self) -> frozenset[str]:
        """The places named, folded."""
        return frozenset(re.sub(r"^(?:al|el)[- ]", "", t.name.lower()) for t in self.where)


@dataclass(slots=True)
class _Scene:
    """A happening as far as it has been told."""

    number: int
    when: Interval | None = None
    past: Interval | None = None
    places: set[str] = field(default_factory=set)
    figures: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Scenes:
    """The scene of each sentence that makes a claim, and the time of each scene with the reason for it."""

    of: Mapping[int, int]
    when: Mapping[int, tuple[Interval, Reason]]


def find_settings(report: Report, places: Sequence[tuple[int, int]]) -> tuple[Setting, ...]:
    """Return the setting of each sentence of `report`."""
    return tuple(_setting(report, start, end) for start, end in places)


def _setting(report: Report, start: int, end: int) -> Setting:
    times = [
        t
        for t in find_times(report.text, report.published, start, end)
        if t.interval and t.role != "background"
    ]
    point = next((t for t in times if t.interval and t.interval.end - t.interval.start <= _POINT), None)
    wide = next((t.interval for t in times if t.interval and t.role == "point" and t is not point), None)
    found = find_places(report.text, start, end)
    where = tuple(Toponym(p.name, Span.of(report.text, p.start, p.end), p.relation) for p in found)
    span = Span.of(report.text, point.start, point.end) if point else None
    past = (
        wide
        if wide and report.published and wide.end < report.published.start - timedelta(days=_AGO)
        else None
    )
    return Setting(point.interval if point else None, span, where, None if point else past)


def find_scenes(
    report: Report, places: Sequence[tuple[int, int]], found: Sequence[Setting], drafts: Sequence[Draft]
) -> Scenes:
    """Return the scene of each sentence that makes a claim, numbered from 0 in order of telling."""
    scenes: list[_Scene] = []
    of: dict[int, int] = {}
    current: _Scene | None = None
    for index in sorted({d.sentence for d in drafts}):
        start, end = places[index]
        figures = _figures(d for d in drafts if d.sentence == index)
        current = _choose(report.text[start:end], found[index], figures, scenes, current)
        _take(current, found[index], figures)
        of[index] = current.number
    return Scenes(of, {s.number: dated for s in scenes if (dated := _dated(report, s))})


def _figures(drafts: Iterable[Draft]) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for draft in drafts:
        value = draft.value
        if isinstance(value, Count) and value.amount.exact and (value.amount.lower or 0) >= _FIGURE:
            found.add((draft.aspect, value.amount.lower or 0))
    return found


def _choose(
    sentence: str,
    setting: Setting,
    figures: set[tuple[str, int]],
    scenes: list[_Scene],
    current: _Scene | None,
) -> _Scene:
    if current is None:
        return _new(scenes)
    fits = [s for s in scenes if _fits(s, setting)]
    repeated = [s for s in fits if figures & s.figures and not _OTHER.search(sentence)]
    if repeated:
        return max(repeated, key=lambda s: (len(figures & s.figures), s.number))
    placed = [s for s in fits if setting.names & s.places]
    if _OTHER.search(sentence) or (_ALSO.match(sentence) and setting.names):
        apart = [s for s in placed if s is not current]
        return apart[0] if apart and not _OTHER.search(sentence) else _new(scenes)
    if current in fits and (
        not setting.names or setting.names & current.places or not current.places or _SAME.search(sentence)
    ):
        return current
    if placed:
        return placed[0]
    return current if setting.past is None and setting.when is None and not setting.names else _new(scenes)


def _fits(scene: _Scene, setting: Setting) -> bool:
    if setting.when and scene.when:
        return setting.when.gap_days(scene.when) < 1
    if setting.past:
        return scene.past is not None and scene.past.overlaps(setting.past)
    return scene.past is None or setting.when is None


def _new(scenes: list[_Scene]) -> _Scene:
    scenes.append(_Scene(len(scenes)))
    return scenes[-1]


def _take(scene: _Scene, setting: Setting, figures: set[tuple[str, int]]) -> None:
    scene.places |= setting.names
    scene.figures |= figures
    scene.when = scene.when or setting.when
    scene.past = scene.past or setting.past


def _dated(report: Report, scene: _Scene) -> tuple[Interval, Reason] | None:
    """The time of a scene: as told, else the day of publication and the one before for what is told as news."""
    if scene.when or scene.past:
        when = scene.when or scene.past
        assert when is not None
        return when, Reason(
            "told for the happening", f"another sentence on the same happening says {when.words!r}"
        )
    if report.published is None or report.published.days > 1:
        return None
    start = report.published.start - timedelta(days=1)
    when = Interval(
        start, report.published.end, "days", report.published.words, "publication or the day before"
    )
    return when, Reason("publication", "no day is told: news is of the day of publication or the day before")
