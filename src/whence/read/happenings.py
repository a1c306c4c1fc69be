"""The happenings of one report: what is told of each, and the marks by which a sentence is put to one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from whence.model.span import Reason, Span
from whence.model.statement import EventKind, Toponym
from whence.model.values import Interval
from whence.read.settings import Setting

# mark -> weight, log-odds in spirit; fitted by training/scene_weights.py (docs/decisions/0009), rounded to one place
WEIGHTS: Final[Mapping[str, float]] = {
    "figure": 1.5,  # repeats a figure of the scene
    "rough figure": 1.0,  # the same, one of them "at least" or "around" so many
    "completes": 0.4,  # one tells of dead, the other of injured alone
    "same day": 0.0,  # a roundup tells of many attacks of one day
    "next day": -2.6,
    "other day": -4.0,
    "another time": -4.3,  # one is long past, the other news
    "same place": 0.3,
    "within": -1.4,  # one place is named as lying in the other
    "same area": 0.6,
    "part": -2.5,  # a place within the scene's with fewer victims: one of several attacks that were summed up
    "other place": -2.6,
    "a quarter": -1.6,  # the same, but one is called a quarter or street: it may lie in the other
    "placed anew": -0.7,  # the scene has named no place yet
    "other area": -1.8,
    "older": -3.0,  # the sentence gives a day long before the report, the scene gave none
    "back to the news": -0.9,  # the scene is long past, the sentence gives no time
    "current": 2.5,  # the scene of the sentence before
    "mentioned": 1.3,  # the same, where that sentence made no claim
    "first": 0.9,  # the scene that the report opens with
    "points back": 1.1,  # "the attack", "among the dead"
    "retold": 0.1,  # one is told as known already, the other is news
    "retold otherwise": -1.2,  # and of another kind, or but "an attack"
    "another": -2.5,  # "a separate attack", "elsewhere"
    "further": -1.3,  # "another five people", "later"
    "day first": -0.4,  # begins with its day, as the parts of a roundup do
    "place first": -0.4,
    "quoted": 0.4,  # begins with a quotation: somebody speaks of what was told
    "same kind": 0.2,
    "other kind": -0.2,
    "other weapon": -0.7,  # shells there, a bomb here
    "same culprit": -1.0,
    "other culprit": -0.8,
    "like words": 0.5,  # longer words in common
    "blame": 1.3,  # the sentence only tells who did it, next to what was told last
    "blame elsewhere": 1.0,  # the same, of a happening told before
    "further on": -0.3,  # sentences lie between
    "under the headline": 1.5,
    "lead refined": 0.7,  # the first sentence told it of a wider or other place, the next one may be more precise
}
JOIN: Final = 2.1
_ALIEN: Final[frozenset[EventKind]] = frozenset(("chemical", "shootdown", "execution"))
_WEAPONS: Final[frozenset[EventKind]] = frozenset(("airstrike", "shelling", "bombing"))
_FEWER: Final = 0.75
_SOME: Final = frozenset(("a", "an", "another"))
_NEAR: Final = 2  # sentences; what goes on further off may be another matter
_ELSEWHERE: Final = frozenset(("a quarter", "other place", "other area", "within"))
_SHARED: Final = 2  # words in common from which on two sentences are alike


@dataclass(frozen=True, slots=True)
class Known:
    """That a sentence tells its attack as known already: by which words, and how long before it may have happened."""

    words: str
    start: int
    before: timedelta

    @property
    def indefinite(self) -> bool:
        """Whether the words speak of "an attack", not of the one that is told."""
        return not _SOME.isdisjoint(self.words.casefold().split())


@dataclass(slots=True)
class Happening:
    """A happening as far as it has been told; `sentences` are those that make a claim of it."""

    when: Interval | None = None
    span: Span | None = None
    told: Interval | None = None
    past: Interval | None = None
    where: tuple[Toponym, ...] = ()
    fine: set[str] = field(default_factory=set)
    area: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    figures: set[tuple[str, int]] = field(default_factory=set)
    rough: set[tuple[str, int]] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    kinds: set[EventKind] = field(default_factory=set)
    culprits: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    last: int = 0
    claims: int = 0
    sentences: int = 0
    known: Known | None = None
    apart: Reason | None = None  # why it is another than all that were told before it


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence as it is compared: its words, setting, the times that date it, its figures and kinds of event.

    `number` is the sentence's place in the report; `blames` says that it only tells who did it, `led` that a headline
    goes before it; `signs` are the marks that its words alone make (`read/signs.py`), `content` its longer words.
    `rough` has its figures with those told as "at least" or "around" so many, `counted` what it counts, `places` those
    that it may give to its happening.
    """

    number: int
    words: str
    setting: Setting
    when: Interval | None
    span: Span | None
    past: Interval | None
    figures: frozenset[tuple[str, int]]
    rough: frozenset[tuple[str, int]]
    counted: frozenset[str]
    kinds: frozenset[EventKind]
    claims: int
    attack: bool
    older: bool
    known: Known | None
    before: bool
    culprits: frozenset[str]
    blames: bool
    led: bool
    signs: tuple[str, ...]
    content: frozenset[str]
    places: tuple[Toponym, ...] = ()


def score(telling: Telling, scene: Happening, current: bool, first: bool) -> float:
    """Return how well a sentence fits a happening: the sum of its marks' weights, rounded to 6 places."""
    return round(sum(WEIGHTS[m] for m in marks(telling, scene, current, first)), 6)


def marks(telling: Telling, scene: Happening, current: bool, first: bool) -> list[str]:
    """Return the marks that hold of a sentence and a happening told before it.

    `current` says that the sentence before told of it, `first` that the report opens with it.
    """
    names = [
        *_time(telling, scene),
        *_place(telling.setting, scene),
        *telling.signs,
        *_kind(telling, scene),
    ]
    names += ["another"] * (telling.before and "same day" not in names) + _retold(telling, scene)
    names += _figures(telling, scene) + ["part"] * _part(telling, scene) + _people(telling, scene)
    names += ["like words"] * (len(telling.content & scene.words) >= _SHARED)
    after_lead = current and first and scene.sentences == 1 and telling.claims > 0
    refined = "part" not in names and not _ELSEWHERE.isdisjoint(names)
    names += ["lead refined"] * (after_lead and refined)
    return names + _place_in_text(telling, scene, current) + ["first"] * first


def _figures(telling: Telling, scene: Happening) -> list[str]:
    """Marks of what is counted: a figure of the scene, roughly one, or what it has not counted yet."""
    names = ["figure"] * bool(telling.figures & scene.figures)
    names += ["rough figure"] * bool(not names and telling.rough & scene.rough)
    apart = telling.counted and scene.counted and telling.counted.isdisjoint(scene.counted)
    return names + ["completes"] * bool(apart)


def _people(telling: Telling, scene: Happening) -> list[str]:
    """Marks of who is blamed: a report that blames another party mostly tells of another attack."""
    if not telling.culprits or not scene.culprits:
        return []
    return ["same culprit" if telling.culprits & scene.culprits else "other culprit"]


def _place_in_text(telling: Telling, scene: Happening, current: bool) -> list[str]:
    """Marks of where the sentence stands: next to what was told of the happening last, or further on."""
    if not current:
        return ["blame elsewhere"] * telling.blames
    far = telling.number - scene.last > _NEAR
    names = ["current" if scene.claims else "mentioned"] + ["further on"] * far
    return names + ["blame"] * telling.blames + ["under the headline"] * telling.led


def _time(telling: Telling, scene: Happening) -> list[str]:
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


def _place(setting: Setting, scene: Happening) -> list[str]:
    fine, area = setting.fine, setting.area
    if fine and scene.fine:
        if fine & scene.fine:
            return ["same place"]
        if fine & scene.area or area & scene.fine:
            return ["within"]
        return ["a quarter" if _one_is_a_part(setting, scene) else "other place"]
    mine, theirs = fine | area, scene.fine | scene.area
    if not mine or not theirs:
        return ["placed anew"] * bool(fine and scene.claims)
    return ["same area"] if mine & theirs else ["other area"]


def _one_is_a_part(setting: Setting, scene: Happening) -> bool:
    """Whether one of two places is called a quarter, street or the like, and the other is not: it may lie in it."""
    if setting.parts and scene.parts:
        return False
    return bool(setting.fine & setting.parts or scene.fine & scene.parts)


def _retold(telling: Telling, scene: Happening) -> list[str]:
    if not telling.claims or telling.kinds & scene.kinds:
        return []
    mixed = (telling.known is None) != (scene.known is None) if scene.claims else telling.known is not None
    other = (telling.kinds and scene.kinds) or (telling.known and telling.known.indefinite)
    return ["retold otherwise" if other else "retold"] * mixed


def _part(telling: Telling, scene: Happening) -> bool:
    """Whether a sentence tells of a place inside the scene's, and of clearly fewer victims than the scene has."""
    inside = telling.setting.fine - scene.fine and telling.setting.area & (scene.fine | scene.area)
    if not inside or telling.figures & scene.figures:
        return False
    most = dict(sorted(scene.figures))
    return any(n < _FEWER * most.get(aspect, 0) for aspect, n in telling.figures)


def _kind(telling: Telling, scene: Happening) -> list[str]:
    if not telling.kinds or not scene.kinds:
        return []
    if telling.kinds & scene.kinds:
        return ["same kind"]
    if (telling.kinds | scene.kinds) & _ALIEN:
        return ["other kind"]
    return ["other weapon"] * bool(telling.kinds & _WEAPONS and scene.kinds & _WEAPONS)
