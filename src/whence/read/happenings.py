"""The happenings of one report: what is told of each, and the marks by which a sentence is put to one of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from whence.model.span import Span
from whence.model.statement import EventKind, Toponym
from whence.model.values import Interval
from whence.read.settings import Setting

# mark -> weight, log-odds in spirit; fitted by training/scene_weights.py (docs/decisions/0009), rounded to one place
WEIGHTS: Final[Mapping[str, float]] = {
    "figure": 1.6,  # repeats a figure of the scene
    "same day": -0.1,  # a roundup tells of many attacks of one day
    "next day": -2.8,
    "other day": -3.9,
    "another time": -4.3,  # one is long past, the other news
    "same place": 0.3,
    "within": -0.9,  # one place is named as lying in the other
    "same area": 0.3,
    "part": -2.5,  # a place within the scene's with fewer victims: one of several attacks that were summed up
    "other place": -2.8,
    "other area": -1.5,
    "older": -3.0,  # the sentence gives a day long before the report, the scene gave none
    "back to the news": -0.9,  # the scene is long past, the sentence gives no time
    "current": 2.4,  # the scene of the sentence before
    "mentioned": 0.9,  # the same, where that sentence made no claim
    "first": 0.8,  # the scene that the report opens with
    "points back": 1.1,  # "the attack", "among the dead"
    "retold": -0.1,  # one is told as known already, the other is news
    "retold otherwise": -1.5,  # and of another kind, or but "an attack"
    "another": -3.0,  # "a separate attack", "elsewhere"
    "further": -1.6,  # "another five people", "later"
    "same kind": 0.5,
    "other kind": -0.4,
    "same culprit": -0.8,
    "other culprit": -0.8,
    "like words": 0.4,  # longer words in common
    "blame": 1.0,  # the sentence only tells who did it, next to what was told last
    "blame elsewhere": 0.8,  # the same, of a happening told before
    "further on": -0.2,  # sentences lie between
    "under the headline": 1.2,
}
JOIN: Final = 1.9
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
    r"^\W*(?:(?i:another|also|an additional|a further|earlier|previously|later|moreover|in addition|furthermore|"
    r"last (?:week|month|year)|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:others?|more))\b|"
    r"[Ii]n [A-Z][\w’'-]+ )"
)
_SAME: Final = re.compile(
    rf"\b(?:the|this|that(?! (?:\w+ )?(?:killed|wounded|injured)\b)|these|those|latest|same)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_ATTACK}s?|toll|dead|wounded|injured|"
    r"victims|casualties|fighting|killed|bombardment)\b|\b(?:among (?:them|the|those)|death "
    r"toll|others? (?:were|was))\b",
    re.I,
)
_ALIEN: Final[frozenset[EventKind]] = frozenset(("chemical", "shootdown", "execution"))
_FEWER: Final = 0.75
_SOME: Final = re.compile(r"\b(?:an?|another)\b", re.I)
_NEAR: Final = 2  # sentences; what goes on further off may be another matter
_SHARED: Final = 2  # words in common from which on two sentences are alike
_WORD: Final = re.compile(r"[a-z]{4,}")
# words that most sentences of such reports share, and so tell no two happenings apart
_COMMON: Final = frozenset(
    """
    about after against also among another area attack attacks attacked been before being between city could dead
    died during each five four from have into killed killing least local more most near nine other others over people
    province reported said says seven several since some source such than that their them there they this those three
    told town under until village were when where which while will with wounded injured wounding including eight
    """.split()  # noqa: SIM905 (a table)
)


@dataclass(frozen=True, slots=True)
class Known:
    """That a sentence tells its attack as known already: by which words, and how long before it may have happened."""

    words: str
    start: int
    before: timedelta

    @property
    def indefinite(self) -> bool:
        """Whether the words speak of "an attack", not of the one that is told."""
        return _SOME.search(self.words) is not None


@dataclass(slots=True)
class Happening:
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
    culprits: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    last: int = 0
    claims: int = 0
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence as it is compared: its words, setting, the times that date it, its figures and kinds of event.

    `number` is the sentence's place in the report; `blames` says that it only tells who did it, `led` that a headline
    goes before it; `signs` are the marks that its words alone make (`signs_in`), `content` its longer words.
    """

    number: int
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
    culprits: frozenset[str]
    blames: bool
    led: bool
    signs: tuple[str, ...]
    content: frozenset[str]


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
    names += ["figure"] * bool(telling.figures & scene.figures) + ["part"] * _part(telling, scene)
    names += _people(telling, scene) + ["like words"] * (len(telling.content & scene.words) >= _SHARED)
    return names + _place_in_text(telling, scene, current) + ["first"] * first


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
        return ["within"] if fine & scene.area or area & scene.fine else ["other place"]
    mine, theirs = fine | area, scene.fine | scene.area
    if not mine or not theirs:
        return []
    return ["same area"] if mine & theirs else ["other area"]


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


def signs_in(words: str, placed: bool) -> tuple[str, ...]:
    """Return the marks that a sentence's words alone make; `placed` says that it names a place.

    They are looked for once a sentence, not once for each happening that it is compared with.
    """
    if _OTHER.search(words):
        return ("another",)
    found = ("points back",) * bool(_SAME.search(words))
    return found + ("further",) * bool(_ALSO.search(words) and placed)


def content_of(words: str) -> frozenset[str]:
    """Return the longer words of a sentence, without those that most sentences of such reports share."""
    return frozenset(w for w in _WORD.findall(words.lower()) if w not in _COMMON)


def _kind(telling: Telling, scene: Happening) -> list[str]:
    if not telling.kinds or not scene.kinds:
        return []
    if telling.kinds & scene.kinds:
        return ["same kind"]
    return ["other kind"] if (telling.kinds | scene.kinds) & _ALIEN else []
