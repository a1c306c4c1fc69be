"""Which happening each sentence tells of: scenes of one report, told apart by day, place, and words such as "another"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import EventKind, Toponym
from whence.model.values import Interval
from whence.read.triggers import EventWord
from whence.read.when import find_times
from whence.read.where import find_places

_OTHER: Final = re.compile(
    r"^\W*(?:meanwhile|separately|elsewhere|in a (?:separate|different|related) |another |also |in (?:other|another) |"
    r"in the meantime|on another|earlier|previously)|\b(?:in (?:a|another) separate|in another|a separate|separate|"
    r"elsewhere|meanwhile|another (?:attack|strike|raid|blast|bomb\w*|explosion|shell\w*|rocket|incident|massacre|air\w*))\b",
    re.I,
)
_SAME: Final = re.compile(
    r"\b(?:the|this|that|these|those|its|latest|same)\s+(?:\w+\s+){0,2}?(?:attacks?|strikes?|raids?|blasts?|explosions?|bombings?|shelling|"
    r"bombardment|assault|incident|massacre|toll|dead|wounded|injured|victims|casualties|clashes|air ?strikes?|fighting|"
    r"airstrikes?|bomb|killed)\b|\b(?:among (?:them|the|those)|death toll|others? (?:were|was))\b",
    re.I,
)
_GENERIC: Final = frozenset("syria iraq lebanon turkey middle east north south east west".split())


@dataclass(frozen=True, slots=True)
class Setting:
    """What one sentence says of its happening: kinds of event, time, places (innermost first)."""

    event: EventWord | None
    when: Interval | None
    when_span: Span | None
    where: tuple[Toponym, ...]


@dataclass(slots=True)
class _Scene:
    """A happening as far as it has been told."""

    number: int
    kind: EventKind | None = None
    when: Interval | None = None
    places: set[str] = field(default_factory=set)


def settings(
    report: Report, sentences: Sequence[tuple[int, int]], events: Sequence[EventWord | None]
) -> tuple[Setting, ...]:
    """Return the setting of each sentence of `report`."""
    found = []
    for (start, end), event in zip(sentences, events, strict=True):
        times = [t for t in find_times(report.text, report.published, start, end) if t.interval is not None]
        point = next((t for t in times if t.interval is not None and t.interval.days <= 3), None)
        places = tuple(
            Toponym(p.name, Span.of(report.text, p.start, p.end), p.relation)
            for p in find_places(report.text, start, end)
        )
        span = Span.of(report.text, point.start, point.end) if point else None
        found.append(Setting(event, point.interval if point else None, span, places))
    return tuple(found)


def number_scenes(
    text: str, sentences: Sequence[tuple[int, int]], found: Sequence[Setting], telling: Sequence[int]
) -> dict[int, int]:
    """Return the scene of each sentence in `telling` (those that make a claim), numbered from 0 in order of telling."""
    scenes: list[_Scene] = []
    numbers: dict[int, int] = {}
    current: _Scene | None = None
    for index in telling:
        start, end = sentences[index]
        current = _choose(text[start:end], found[index], scenes, current)
        _take(current, found[index])
        numbers[index] = current.number
    return numbers


def _choose(sentence: str, setting: Setting, scenes: list[_Scene], current: _Scene | None) -> _Scene:
    if current is None:
        return _new(scenes)
    names = _names(setting)
    other = bool(_OTHER.search(sentence))
    fits = [s for s in scenes if _fits(s, setting, names)]
    if other and not _SAME.match(sentence):
        placed = [s for s in fits if names & s.places and s is not current]
        return placed[0] if placed else _new(scenes)
    if current in fits and (
        not names or names & current.places or not current.places or _SAME.search(sentence)
    ):
        return current
    placed = [s for s in fits if names & s.places]
    if placed:
        return placed[0]
    if _SAME.search(sentence) and current in fits:
        return current
    if not names and setting.when is None:
        return current
    return _new(scenes)


def _fits(scene: _Scene, setting: Setting, names: set[str]) -> bool:
    return not (setting.when and scene.when and setting.when.gap_days(scene.when) >= 1)


def _names(setting: Setting) -> set[str]:
    return {t.name.lower() for t in setting.where} - _GENERIC


def _new(scenes: list[_Scene]) -> _Scene:
    scenes.append(_Scene(len(scenes)))
    return scenes[-1]


def _take(scene: _Scene, setting: Setting) -> None:
    scene.places |= _names(setting)
    if scene.when is None:
        scene.when = setting.when
    if scene.kind is None and setting.event:
        scene.kind = setting.event.kind
