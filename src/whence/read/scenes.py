"""Which happening each sentence tells of: scenes of one report, told apart by figures, days, places and words.

Each sentence that makes a claim, or names an attack with its day or place, is compared with the scenes told before it
by the table of `happenings`; it joins the best that reaches `JOIN`, or opens a scene of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import TOLD_APART, Count, Culprit, Toponym
from whence.model.values import PRESUMED, Amount, Interval
from whence.read.draft import Draft
from whence.read.happenings import JOIN, Happening, Known, Telling, score
from whence.read.known import told_as_earlier, told_as_known
from whence.read.settings import Setting
from whence.read.signs import content_of, signs_in, told_apart
from whence.read.triggers import EventWord, find_events

_BARE: Final = re.compile(
    r"attacks?|massacres?|onslaught|aggression", re.I
)  # says nothing of how it was done
# an attack that no noun of the tables names: it sets a scene with its day or place, and tells nothing of harm
_BURST: Final = re.compile(
    r"\b(?:exploded|(?:went|gone) off|blew up|murders?|assassinations?|kidnapping|(?:was|were|been) (?:shot|ambushed|"
    r"attacked|kidnapped|murdered|assassinated))\b",
    re.I,
)
_AGO: Final = timedelta(days=2)  # news is told within so many days
_DAY: Final = timedelta(days=1)
_LENT: Final = (
    100  # days: a month or season told for a happening is handed on to its other sentences, a year is not
)
_ANEW: Final = re.compile(r"\W*(?:meanwhile|separately|elsewhere|in the meantime)\b", re.I)
_MONTH: Final = timedelta(days=31)  # what is retold without its day mostly happened within the last weeks
_YEAR: Final = timedelta(days=366)  # "previously": some time before, and how long ago nobody says
_COMPARED: Final = 60  # happenings; no report that a person reads tells of more at once
# rules of amounts, by the end that their words say
_FROM: Final = frozenset(("at least", "more than", "over"))
_UP_TO: Final = frozenset(("nearly", "up to"))
_ABOUT: Final = frozenset(("around", "about", "some", "approximately"))
_BEHIND: Final = 60  # code points from an attack to the place that it is said to have hit
_VERBATIM: Final = 60  # code points; two sentences of a report that end in so many alike tell one thing twice
_FIGURE: Final = 3  # smaller figures repeat by chance ("a child", "two people")


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
    scenes: list[Happening] = []
    home: dict[int, tuple[Happening, Telling]] = {}
    current: Happening | None = None
    again: dict[str, Happening] = {}
    for telling in tellings(report, places, found, drafts):
        known, tail = len(scenes), telling.words[-_VERBATIM:]
        current = again.get(tail) or _choose(telling, scenes, current)
        current.apart = current.apart or (
            _apart(report, places, telling) if 0 < known < len(scenes) else None
        )
        take(current, telling)
        if len(tail) == _VERBATIM:
            again[tail] = current
        home[telling.number] = (current, telling)
    by = sorted({d.sentence for d in drafts})
    numbers: dict[int, int] = {}
    for index in by:
        numbers.setdefault(id(home[index][0]), len(numbers))
    return Scenes(
        {i: numbers[id(home[i][0])] for i in by},
        {i: _with_reason(_placed(report, *home[i]), home[i][0].apart) for i in by},
    )


def _with_reason(placed: Placed, why: Reason | None) -> Placed:
    return replace(placed, reasons=(*placed.reasons, why)) if why else placed


def _apart(report: Report, places: Sequence[tuple[int, int]], telling: Telling) -> Reason | None:
    """Return the reason for which a happening that a sentence begins is another than all told before it."""
    words = told_apart(telling.words)
    if words is None:
        return None
    start = places[telling.number][0]
    span = Span.of(report.text, start + words.start(), start + words.end())
    said = f"“{words.group()}”: the report tells of it as another attack"
    return Reason(TOLD_APART, said, (Evidence(report.id, span),))


def tellings(
    report: Report, places: Sequence[tuple[int, int]], found: Sequence[Setting], drafts: Sequence[Draft]
) -> Iterator[Telling]:
    """Yield the sentences that make a claim or set a scene, in order, as they are compared."""
    by: dict[int, list[Draft]] = {}
    for draft in drafts:
        by.setdefault(draft.sentence, []).append(draft)
    for index in range(len(places)):
        telling = _telling(report, places, index, (found[index], by.get(index, ())))
        if index in by or _sets(telling):
            yield telling


def _telling(
    report: Report,
    places: Sequence[tuple[int, int]],
    number: int,
    told: tuple[Setting, Sequence[Draft]],
) -> Telling:
    (start, end), (setting, drafts) = places[number], told
    found = find_events(report.text, start, end) if not drafts else ()
    at = _at(drafts) or _told_last(setting, start, found)
    known = _known(report.text, start, at[0], end) if drafts else None
    setting = setting.since(known.start) if known and known.before == _MONTH else setting
    setting = setting.stretched(at[0])
    point, past = setting.nearest(*at), setting.long_ago(*at)
    figures = tuple(_figures(drafts))
    named = [d.event for d in drafts if d.event] or [e for e in found if not e.verb]
    burst = not drafts and _BURST.search(report.text, start, end) is not None
    events = {e.kind for e in named if not _BARE.fullmatch(report.text, e.start, e.end)}
    return Telling(
        number,
        report.text[start:end],
        setting,
        point.interval if point else None,
        Span.of(report.text, point.start, point.end) if point else None,
        past.interval if past else None,
        frozenset(f for f, exact in figures if exact),
        frozenset(f for f, _ in figures),
        frozenset(d.aspect for d in drafts) - {"responsible"},
        frozenset(events) - {"other", "campaign"},
        len(drafts),
        bool(named) or burst,
        bool(
            point
            and point.interval
            and report.published
            and point.interval.end < report.published.start - _AGO
        ),
        known,
        point in setting.earlier,
        frozenset(_culprits(drafts)),
        bool(drafts) and all(d.aspect == "responsible" for d in drafts),
        _under_title(report, places, number),
        signs_in(report.text[start:end], bool(setting.where)),
        content_of(report.text[start:end]),
        setting.where if drafts or burst else _of_attack(setting.where, found),
    )


def _of_attack(where: Iterable[Toponym], events: Sequence[EventWord]) -> tuple[Toponym, ...]:
    """The places named behind an attack: "the attack in Velky", but not "worries in Velky over the attack"."""
    return tuple(t for t in where if any(0 <= t.span.start - e.end <= _BEHIND for e in events))


def _under_title(report: Report, places: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the sentence before is the title, which is the first block if a report has one."""
    titled = bool(report.blocks) and report.blocks[0].kind == "title"
    return titled and number > 0 and places[number - 1][0] == report.blocks[0].start


def _at(drafts: Sequence[Draft]) -> tuple[int, int] | None:
    """Where the first claim of a sentence stands, a tie between actors only where nothing else is claimed."""
    first = next((d for d in drafts if d.aspect != "link"), drafts[0] if drafts else None)
    return (first.start, first.end) if first else None


def _told_last(setting: Setting, start: int, events: Iterable[EventWord]) -> tuple[int, int]:
    """Where a sentence without a claim is dated: at the attack it names, or behind the "a day after" it ends with."""
    last = max((t.end for t in setting.earlier), default=start)
    named = next((e for e in events if not e.verb), None)
    return (named.start, named.end) if named and last == start else (last, last)


def _known(text: str, start: int, at: int, end: int) -> Known | None:
    for find, before in (
        (told_as_known(text, start, at, end), _MONTH),
        (told_as_earlier(text, start, end), _YEAR),
    ):
        if find:
            return Known(text[slice(*find)].strip(), find[0], before)
    return None


def _sets(telling: Telling) -> bool:
    """Whether a sentence without a claim sets a scene: it names an attack with its day, its past or its place."""
    return bool(telling.attack and (telling.when or telling.past or telling.setting.fine))


def _figures(drafts: Iterable[Draft]) -> Iterator[tuple[tuple[str, int], bool]]:
    """The figures that are told, and whether just so many are."""
    for draft in drafts:
        value = draft.value
        number = _number(value.amount) if isinstance(value, Count) else 0
        if isinstance(value, Count) and number >= _FIGURE:
            yield (draft.aspect, number), value.amount.exact


def _number(amount: Amount) -> int:
    """The number that the words say ("at least 40" and "around 40" say 40); 0 where they say none ("dozens")."""
    low, high = amount.lower or 0, amount.upper or 0
    if amount.exact or amount.rule in _FROM:
        return low
    if amount.rule in _UP_TO:
        return high
    return round((low + high) / 2) if amount.rule in _ABOUT else 0


def _culprits(drafts: Iterable[Draft]) -> Iterator[str]:
    for draft in drafts:
        if isinstance(draft.value, Culprit) and not draft.denied and draft.rule != "nobody known":
            yield draft.value.actor.casefold().removeprefix("the ")


def _choose(telling: Telling, scenes: list[Happening], current: Happening | None) -> Happening:
    """Return the scene that fits best, of equals the latest, or a new one.

    It is compared with the first and the latest `_COMPARED`, so that time stays linear in a long report.
    """
    near = range(max(1, len(scenes) - _COMPARED), len(scenes))
    scored = [
        (score(telling, scenes[n], scenes[n] is current, n == 0), n)
        for n in (*range(min(1, len(scenes))), *near)
    ]
    best = max(scored, default=(0.0, -1))
    if best[1] < 0 or best[0] < JOIN:
        scenes.append(Happening())
        return scenes[-1]
    return scenes[best[1]]


def take(scene: Happening, telling: Telling) -> None:
    """Add to a happening what a sentence tells of it."""
    setting = telling.setting
    if setting.area & scene.fine:  # the scene's place proves to be the wider one
        scene.area |= scene.fine & setting.area
        scene.fine -= setting.area
    scene.fine |= setting.fine - scene.area
    scene.area |= setting.area
    scene.parts |= setting.parts
    scene.figures |= telling.figures
    scene.rough |= telling.rough
    scene.counted |= telling.counted
    if telling.claims and not scene.claims:
        scene.known = telling.known
    scene.claims += telling.claims
    scene.sentences += telling.claims > 0
    scene.culprits |= telling.culprits
    scene.words |= telling.content
    scene.last = telling.number
    scene.kinds |= telling.kinds
    if scene.when is None and telling.when and not _went_before(scene, telling):
        scene.when, scene.span = telling.when, telling.span
    scene.past = scene.past or telling.past
    scene.told = scene.told or setting.told
    if not scene.where or (setting.fine and not any(t.relation == "in" for t in scene.where)):
        scene.where = telling.places or scene.where


def _went_before(scene: Happening, telling: Telling) -> bool:
    """Whether a sentence behind claims, without one of its own, gives a day older than the news: what led up to it."""
    day, published = telling.when, telling.setting.published
    older = day is not None and published is not None and day.end <= published.start - _DAY
    return older and bool(scene.claims) and not telling.claims


def _placed(report: Report, scene: Happening, telling: Telling) -> Placed:
    where = telling.setting.where or scene.where
    if telling.when:
        return Placed(telling.when, telling.span, where)
    for stretch in telling.setting.stretches:
        return Placed(stretch.interval, Span.of(report.text, stretch.start, stretch.end), where)
    when, why = _dated(report, scene, telling)
    return Placed(when, None, where, (why,) if why else ())


def _dated(report: Report, scene: Happening, telling: Telling) -> tuple[Interval | None, Reason | None]:
    """The time of a sentence that gives no day: as told for its happening, else the days before it was told."""
    known = telling.past or _told_for(scene, telling)
    if known:
        words = f"another sentence on the same happening says {known.words!r}"
        own = Reason("told as long past", f"the sentence says {known.words!r}")
        return known, own if telling.past else Reason("told for the happening", words)
    told = telling.setting.told or scene.told
    base = told or report.published
    known_by = telling.known if _another(scene, telling) else scene.known
    if known_by and base and base.days <= 1:
        return _known_before(base, known_by)
    if told:
        return _and_before(told, "the day of telling or the day before"), Reason(
            "day of telling",
            "a day is given for the telling alone: it happened on that day or the day before",
        )
    if report.published is None or report.published.days > 1:
        return None, None
    return _of_news(report.published, telling)


def _of_news(published: Interval, telling: Telling) -> tuple[Interval, Reason]:
    """The time of a sentence of which nothing tells the day: that of news, or since an older day told right before."""
    before = telling.setting.before
    news = published.start - _DAY
    older = before is not None and before.start < news and news - before.end <= _MONTH
    if before and older and not _ANEW.match(telling.words):
        rule = f"{PRESUMED}from the day told right before to publication"
        return Interval(before.start, published.end, "range", published.words, rule), Reason(
            "publication", f"no day is told, and {before.words!r} right before it: it happened then or since"
        )
    return _and_before(published, "publication or the day before"), Reason(
        "publication", "no day is told: news is of the day of publication or the day before"
    )


def _told_for(scene: Happening, telling: Telling) -> Interval | None:
    """The time that other sentences tell for the happening, as far as it can be that of this sentence.

    What was told on a day did not happen later, and a year is too wide to be handed on.
    """
    day, told = scene.when or scene.past, telling.setting.told
    if _another(scene, telling):
        return None
    if day is None or day.days > _LENT or (told and told.end <= day.start):
        return None
    return day


def _another(scene: Happening, telling: Telling) -> bool:
    """Whether the sentence speaks of "an attack" that is known already, in a happening that is told as news."""
    return bool(telling.known and not scene.known and telling.known.indefinite)


def _known_before(told: Interval, known: Known) -> tuple[Interval, Reason]:
    start, rule = told.start - known.before, f"{PRESUMED}some time before it was told as known"
    return Interval(start, told.end, "range", told.words, rule), Reason(
        "told as known", f"no day is told, and “{known.words}” tells it as known already: it may be weeks ago"
    )


def _and_before(day: Interval, rule: str) -> Interval:
    return Interval(day.start - timedelta(days=1), day.end, "days", day.words, f"{PRESUMED}{rule}")
