"""Which happening each sentence tells of: scenes of one report, told apart by figures, days, places and words.

Each sentence that makes a claim, or names an attack with its day or place, is compared with the scenes told before it
by the table `WEIGHTS`; it joins the best that reaches `JOIN`, or opens a scene of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, EventKind, Toponym
from whence.model.values import PRESUMED, Interval
from whence.read.draft import Draft
from whence.read.known import told_as_earlier, told_as_known
from whence.read.settings import Setting
from whence.read.triggers import find_events

# feature -> weight; set by hand, checked on the training part of the origins gold
WEIGHTS: Final[Mapping[str, float]] = {
    "figure": 2.5,  # repeats a figure of the scene
    "same day": 0.3,  # a roundup tells of many attacks of one day
    "next day": -4.0,
    "other day": -6.0,
    "another time": -4.0,  # one is long past, the other news
    "same place": 1.5,
    "within": 0.7,  # one place is named as lying in the other
    "same area": 0.3,
    "part": -2.5,  # a place within the scene's with fewer victims: one of several attacks that were summed up
    "other place": -2.5,
    "other area": -1.0,
    "older": -2.5,  # the sentence gives a day long before the report, the scene gave none
    "back to the news": -1.0,  # the scene is long past, the sentence gives no time
    "current": 1.5,  # the scene of the sentence before
    "mentioned": 0.5,  # the same, where that sentence made no claim
    "first": 0.4,  # the scene that the report opens with
    "points back": 1.2,  # "the attack", "among the dead"
    "retold": -1.5,  # one is told as known already, the other is news, and of another kind
    "another": -5.0,  # "a separate attack", "elsewhere"
    "further": -2.0,  # "another five people", "later"
    "same kind": 0.4,
    "other kind": -0.7,
}
JOIN: Final = 1.0
_ATTACK: Final = (
    r"(?:attack|strike|raid|blast|bomb\w*|explosion|shell\w*|rocket|incident|massacre|air\w*|"
    r"assault|clash\w*|barrage|mortar)"
)
_AREA: Final = r"(?:district|neighbou?rhood|town|village|city|area|province|part|camp)s?"
_OTHER: Final = re.compile(
    rf"^\W*(?:meanwhile|separately|elsewhere|in a (?:separate|different|related)|in (?:other|another)|"
    rf"in the meantime)\b|^.{{0,40}}\b(?:meanwhile|in (?:the same|a (?:relevant|related|similar)) context)\b|"
    rf"\b(?:in (?:a|another) separate|a separate|elsewhere|(?:another|a second|a third|a similar) (?:[\w-]+ ){{0,2}}"
    rf"?{_ATTACK}|another (?:[\w-]+ )?{_AREA})\b",
    re.I,
)
_ALSO: Final = re.compile(
    r"^\W*(?:another|also|earlier|previously|later|moreover|last (?:week|month|year)|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:other|more)|in [A-Z][\w’'-]+ )\b"
)
_SAME: Final = re.compile(
    rf"\b(?:the|this|that|these|those|latest|same)\s+(?:\w+\s+){{0,2}}?(?:{_ATTACK}s?|toll|dead|wounded|injured|"
    r"victims|casualties|fighting|killed|bombardment)\b|\b(?:among (?:them|the|those)|death "
    r"toll|others? (?:were|was))\b",
    re.I,
)
_BARE: Final = re.compile(
    r"attacks?|massacres?|onslaught|aggression", re.I
)  # says nothing of how it was done
_ALIEN: Final[frozenset[EventKind]] = frozenset(("chemical", "shootdown", "execution"))
_AGO: Final = timedelta(days=2)  # news is told within so many days
_MONTH: Final = timedelta(days=31)  # what is retold without its day mostly happened within the last weeks
_YEAR: Final = timedelta(days=366)  # "previously": some time before, and how long ago nobody says
_FEWER: Final = 0.75
_FIGURE: Final = 3  # smaller figures repeat by chance ("a child", "two people")


@dataclass(frozen=True, slots=True)
class Known:
    """That a sentence tells its attack as known already: by which words, and how long before it may have happened."""

    words: str
    start: int
    before: timedelta


@dataclass(slots=True)
class _Scene:
    """A happening as far as it has been told."""

    when: Interval | None = None
    span: Span | None = None
    told: Interval | None = None
    past: Interval | None = None
    where: tuple[Toponym, ...] = ()
    fine: set[str] = field(default_factory=set)
    area: set[str] = field(default_factory=set)
    figures: set[tuple[str, int]] = field(default_factory=set)
    kinds: set[EventKind] = field(default_factory=set)
    claims: int = 0
    known: "Known | None" = None


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence as it is compared: its words, setting, the times that date it, its figures and kinds of event."""

    words: str
    setting: Setting
    when: Interval | None
    span: Span | None
    past: Interval | None
    figures: frozenset[tuple[str, int]]
    kinds: frozenset[EventKind]
    claims: int
    attack: bool
    older: bool
    known: Known | None
    before: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """Where and when the claims of one sentence are set, with the reasons for what another sentence gives."""

    when: Interval | None
    when_span: Span | None
    where: tuple[Toponym, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenes:
    """The scene of each sentence that makes a claim, and where and when that sentence is set."""

    of: Mapping[int, int]
    placed: Mapping[int, Placed]


def find_scenes(
    report: Report, places: Sequence[tuple[int, int]], found: Sequence[Setting], drafts: Sequence[Draft]
) -> Scenes:
    """Return the scene of each sentence that makes a claim, numbered from 0 in order of telling."""
    by: dict[int, list[Draft]] = {}
    for draft in drafts:
        by.setdefault(draft.sentence, []).append(draft)
    scenes: list[_Scene] = []
    home: dict[int, tuple[_Scene, _Telling]] = {}
    current: _Scene | None = None
    for index, (start, end) in enumerate(places):
        telling = _telling(report, (start, end), found[index], by.get(index, ()))
        if index not in by and not _sets(telling):
            continue
        current = _choose(telling, scenes, current)
        _take(current, telling)
        home[index] = (current, telling)
    numbers: dict[int, int] = {}
    for index in sorted(by):
        numbers.setdefault(id(home[index][0]), len(numbers))
    return Scenes(
        {i: numbers[id(home[i][0])] for i in sorted(by)},
        {i: _placed(report, *home[i]) for i in sorted(by)},
    )


def _telling(
    report: Report, sentence: tuple[int, int], setting: Setting, drafts: Sequence[Draft]
) -> _Telling:
    start, end = sentence
    at = (drafts[0].start, drafts[0].end) if drafts else _told_last(setting, start)
    known = _known(report.text, start, at[0], end) if drafts else None
    setting = setting.since(known.start) if known and known.before == _MONTH else setting
    point, past = setting.nearest(*at), setting.long_ago(*at)
    found = find_events(report.text, start, end) if not drafts else ()
    named = [d.event for d in drafts if d.event] or [e for e in found if not e.verb]
    events = {e.kind for e in named if not _BARE.fullmatch(report.text, e.start, e.end)}
    return _Telling(
        report.text[start:end],
        setting,
        point.interval if point else None,
        Span.of(report.text, point.start, point.end) if point else None,
        past.interval if past else None,
        frozenset(_figures(drafts)),
        frozenset(events) - {"other", "campaign"},
        len(drafts),
        bool(named),
        bool(
            point
            and point.interval
            and report.published
            and point.interval.end < report.published.start - _AGO
        ),
        known,
        point in setting.earlier,
    )


def _told_last(setting: Setting, start: int) -> tuple[int, int]:
    """Where a sentence without a claim is dated: where it begins, or behind the "a day after" that it ends with."""
    last = max((t.end for t in setting.earlier), default=start)
    return last, last


def _known(text: str, start: int, at: int, end: int) -> Known | None:
    for find, before in (
        (told_as_known(text, start, at, end), _MONTH),
        (told_as_earlier(text, start, end), _YEAR),
    ):
        if find:
            return Known(text[slice(*find)].strip(), find[0], before)
    return None


def _sets(telling: _Telling) -> bool:
    """Whether a sentence without a claim sets a scene: it names an attack with its day, its past or its place."""
    return bool(telling.attack and (telling.when or telling.past or telling.setting.fine))


def _figures(drafts: Iterable[Draft]) -> Iterator[tuple[str, int]]:
    for draft in drafts:
        value = draft.value
        if isinstance(value, Count) and value.amount.exact and (value.amount.lower or 0) >= _FIGURE:
            yield (draft.aspect, value.amount.lower or 0)


def _choose(telling: _Telling, scenes: list[_Scene], current: _Scene | None) -> _Scene:
    """Return the scene that fits best, of equals the latest, or a new one."""
    scored = [(round(_score(telling, s, s is current, n == 0), 6), n) for n, s in enumerate(scenes)]
    best = max(scored, default=(0.0, -1))
    if best[1] < 0 or best[0] < JOIN:
        scenes.append(_Scene())
        return scenes[-1]
    return scenes[best[1]]


def _score(telling: _Telling, scene: _Scene, current: bool, first: bool) -> float:
    names = [
        *_time(telling, scene),
        *_place(telling.setting, scene),
        *_words(telling),
        *_kind(telling, scene),
    ]
    names += ["another"] * (telling.before and "same day" not in names) + ["retold"] * _retold(telling, scene)
    names += ["figure"] * bool(telling.figures & scene.figures) + ["part"] * _part(telling, scene)
    names += ["current" if scene.claims else "mentioned"] * current + ["first"] * first
    return sum(WEIGHTS[n] for n in names)


def _time(telling: _Telling, scene: _Scene) -> list[str]:
    if telling.when and scene.when:
        if telling.when.overlaps(scene.when):
            return ["same day"]
        return ["next day"] if telling.when.gap_days(scene.when) <= 0 else ["other day"]
    if telling.past and scene.past:
        return ["same day"] if telling.past.overlaps(scene.past) else ["other day"]
    if telling.past and scene.when:
        return ["same day"] if telling.past.overlaps(scene.when) else ["another time"]
    if telling.when and scene.past:
        return ["same day"] if scene.past.overlaps(telling.when) else ["another time"]
    if scene.claims and not scene.past and (telling.past or telling.older):
        return ["another time" if telling.past else "older"]
    return ["back to the news"] if scene.past and telling.claims else []


def _place(setting: Setting, scene: _Scene) -> list[str]:
    fine, area = setting.fine, setting.area
    if fine and scene.fine:
        if fine & scene.fine:
            return ["same place"]
        return ["within"] if fine & scene.area or area & scene.fine else ["other place"]
    mine, theirs = fine | area, scene.fine | scene.area
    if not mine or not theirs:
        return []
    return ["same area"] if mine & theirs else ["other area"]


def _retold(telling: _Telling, scene: _Scene) -> bool:
    if not telling.claims or telling.kinds & scene.kinds:
        return False
    return (telling.known is None) != (scene.known is None) if scene.claims else telling.known is not None


def _part(telling: _Telling, scene: _Scene) -> bool:
    """Whether a sentence tells of a place inside the scene's, and of clearly fewer victims than the scene has."""
    inside = telling.setting.fine - scene.fine and telling.setting.area & (scene.fine | scene.area)
    if not inside or telling.figures & scene.figures:
        return False
    most = dict(sorted(scene.figures))
    return any(n < _FEWER * most.get(aspect, 0) for aspect, n in telling.figures)


def _words(telling: _Telling) -> list[str]:
    if _OTHER.search(telling.words):
        return ["another"]
    found = ["points back"] * bool(_SAME.search(telling.words))
    return found + ["further"] * bool(_ALSO.search(telling.words) and telling.setting.where)


def _kind(telling: _Telling, scene: _Scene) -> list[str]:
    if not telling.kinds or not scene.kinds:
        return []
    if telling.kinds & scene.kinds:
        return ["same kind"]
    return ["other kind"] if (telling.kinds | scene.kinds) & _ALIEN else []


def _take(scene: _Scene, telling: _Telling) -> None:
    setting = telling.setting
    if setting.area & scene.fine:  # the scene's place proves to be the wider one
        scene.area |= scene.fine & setting.area
        scene.fine -= setting.area
    scene.fine |= setting.fine - scene.area
    scene.area |= setting.area
    scene.figures |= telling.figures
    if telling.claims and not scene.claims:
        scene.known = telling.known
    scene.claims += telling.claims
    scene.kinds |= telling.kinds
    if scene.when is None and telling.when:
        scene.when, scene.span = telling.when, telling.span
    scene.past = scene.past or telling.past
    scene.told = scene.told or setting.told
    if not scene.where or (setting.fine and not any(t.relation == "in" for t in scene.where)):
        scene.where = setting.where or scene.where


def _placed(report: Report, scene: _Scene, telling: _Telling) -> Placed:
    where = telling.setting.where or scene.where
    if telling.when:
        return Placed(telling.when, telling.span, where)
    when, why = _dated(report, scene, telling)
    return Placed(when, None, where, (why,) if why else ())


def _dated(report: Report, scene: _Scene, telling: _Telling) -> tuple[Interval | None, Reason | None]:
    """The time of a sentence that gives no day: as told for its happening, else the days before it was told."""
    known = telling.past or scene.when or scene.past
    if known:
        words = f"another sentence on the same happening says {known.words!r}"
        own = Reason("told as long past", f"the sentence says {known.words!r}")
        return known, own if telling.past else Reason("told for the happening", words)
    told = telling.setting.told or scene.told
    base = told or report.published
    if scene.known and base and base.days <= 1:
        return _known_before(base, scene.known)
    if told:
        return _and_before(told, "the day of telling or the day before"), Reason(
            "day of telling",
            "a day is given for the telling alone: it happened on that day or the day before",
        )
    if report.published is None or report.published.days > 1:
        return None, None
    return _and_before(report.published, "publication or the day before"), Reason(
        "publication", "no day is told: news is of the day of publication or the day before"
    )


def _known_before(told: Interval, known: Known) -> tuple[Interval, Reason]:
    start, rule = told.start - known.before, f"{PRESUMED}some time before it was told as known"
    return Interval(start, told.end, "range", told.words, rule), Reason(
        "told as known", f"no day is told, and “{known.words}” tells it as known already: it may be weeks ago"
    )


def _and_before(day: Interval, rule: str) -> Interval:
    return Interval(day.start - timedelta(days=1), day.end, "days", day.words, f"{PRESUMED}{rule}")
