"""MUC-4's scoring of slots: a point for a right fill, half a point for a partly right one (`scoring-guidelines.v7`).

Recall is points over the fills of the key, precision points over the fills given.  Templates of a text are paired, best
first, where their types agree at least in part (ATTACK stands for any) and a perpetrator, a thing or a victim, or the
category of the victims, agrees too.  Where the guidelines let a person decide, these rules do:
- location: right if the country is and the innermost place of the key is among those given (of a stretch between two
  places: both, or else half); half for the country alone, or for the place in another country;
- date: half for a day inside the key's range, or for "on or before" the key's last day, as the guidelines list;
- number: right if it is the key's and is said of the same target; half for one end of a range or for "about" it, and
  half for the right number of a target told in other words;
- strings agree if they share a word that says something (a surname, a noun).
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from bench.muc4_keys import (
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    INDIVIDUAL,
    KIND,
    LOCATION,
    NAME,
    NUMBER,
    ORGANISATION,
    THING,
    TYPE,
    Fill,
    Item,
    Template,
)

SLOTS: Final = {"type": TYPE, "date": DATE, "location": LOCATION, "number": NUMBER, "confidence": CONFIDENCE}
_SMALL: Final = frozenset(
    ("the", "a", "an", "of", "and", "his", "her", "their", "its", "for", "in", "other", "others", "two", "three", "de",
     "la", "el", "del", "los", "las", "y", "san", "members", "group", "national", "former")
)  # fmt: skip
_PEOPLE: Final = frozenset(
    ("people", "persons", "person", "civilians", "dead", "wounded", "injured", "casualties", "victims")
)
_FORMATS: Final = ("%d %b %y", "%d %B %y")


@dataclass(frozen=True, slots=True)
class When:
    """From `first` to `last`; "on or before `last`" where `first` is None."""

    first: date | None
    last: date


@dataclass(frozen=True, slots=True)
class Response:
    """One template made by the program; numbers and confidences with what they are said of."""

    kind: str
    date: When | None
    country: str
    place: tuple[str, ...]
    victims: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()
    individuals: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """Points, fills of the key and fills given, of matched templates; and of all."""

    points: float = 0.0
    possible: int = 0
    actual: int = 0
    missing: int = 0
    spurious: int = 0


@dataclass(slots=True)
class Scores:
    """The tallies of each slot, and how many templates there were."""

    slots: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in SLOTS})
    texts: int = 0
    keys: int = 0
    optional: int = 0
    said: int = 0
    pairs: int = 0

    def all_templates(self, slot: str) -> str:
        """Return recall / precision in per cent over all templates."""
        t = self.slots[slot]
        return f"{_percent(t.points, t.possible + t.missing)} / {_percent(t.points, t.actual + t.spurious)}"

    def matched(self, slot: str) -> str:
        """Return recall / precision in per cent over the templates matched."""
        t = self.slots[slot]
        return f"{_percent(t.points, t.possible)} / {_percent(t.points, t.actual)}"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "-"


def score(read: Iterable[tuple[Item, Sequence[Response]]]) -> Scores:
    """Return the scores of all texts with what was made of them."""
    scores = Scores()
    for item, said in read:
        scores.texts += 1
        scores.keys += len(item.templates)
        scores.optional += sum(t.optional for t in item.templates)
        scores.said += len(said)
        _score_text(scores, item.templates, said)
    return scores


def _score_text(scores: Scores, keys: Sequence[Template], said: Sequence[Response]) -> None:
    left, free = list(keys), list(said)
    pairs = sorted(
        ((agreement(k, r), -i, -j) for i, k in enumerate(keys) for j, r in enumerate(said)), reverse=True
    )
    for worth, i, j in pairs:
        key, response = keys[-i], said[-j]
        if worth <= 0 or not any(k is key for k in left) or not any(r is response for r in free):
            continue
        left = [k for k in left if k is not key]
        free = [r for r in free if r is not response]
        scores.pairs += 1
        for name, tally in scores.slots.items():
            points, possible, actual = SCORED[name](key, response)
            tally.points, tally.possible = tally.points + points, tally.possible + possible
            tally.actual += actual
    for name, tally in scores.slots.items():
        tally.missing += sum(len(_required(k.fills(SLOTS[name]))) for k in left if not k.optional)
        tally.spurious += sum(_given(name, r) for r in free)


def agreement(key: Template, response: Response) -> float:
    """Return how well the two fit; 0 where the guidelines allow no match."""
    kind = _type(key, response)[0]
    if not kind:
        return 0.0
    held = (
        _shares(key.words(ORGANISATION), [n for n, _ in response.organisations]),
        _shares(key.words(INDIVIDUAL), response.individuals),
        _shares(key.words(THING), response.things),
        _shares((*key.words(NAME), *key.words(DESCRIPTION)), [s for _, s in response.victims]),
        bool(set(key.words(KIND)) & set(response.kinds)),
    )
    if not any(held):
        return 0.0
    return (
        kind
        + sum(held)
        + sum(SCORED[name](key, response)[0] for name in ("date", "location", "number", "confidence"))
    )


def _required(fills: Sequence[Fill]) -> list[Fill]:
    return [f for f in fills if not f.optional]


def _given(name: str, response: Response) -> int:
    given = {
        "number": len(response.victims),
        "confidence": len(response.organisations),
        "date": int(response.date is not None),
    }
    return given.get(name, 1)


def _type(key: Template, response: Response) -> tuple[float, int, int]:
    fills = key.fills(TYPE)
    right = any(response.kind in f.values for f in fills)
    return (1.0 if right else 0.5 if response.kind == "ATTACK" and fills else 0.0), len(fills), 1


def _date(key: Template, response: Response) -> tuple[float, int, int]:
    fills = key.fills(DATE)
    if response.date is None or not fills:
        return 0.0, len(_required(fills)), int(response.date is not None)
    return max((_days(v, response.date) for f in fills for v in f.values), default=0.0), 1, 1


def _days(value: str, said: When) -> float:
    """The points of `said` for one alternative of the key: a day, two days with a dash between, or "- day"."""
    parts = [p.strip() for p in value.split("-")]
    days = [_day(p) for p in parts if p]
    if not days or days[-1] is None:
        return 0.0
    last = days[-1]
    first = None if len(parts) > 1 and not parts[0] else days[0]
    if (first, last) == (said.first, said.last):
        return 1.0
    if said.first is None:
        return 0.5 if said.last == last else 0.0
    if first == last:
        return 0.5 if last in (said.first, said.last) else 0.0
    inside = (first is None or first <= said.first) and said.last <= last
    return 0.5 if inside else 0.0


def _day(text: str) -> date | None:
    for shape in _FORMATS:
        try:
            return datetime.strptime(text.title(), shape).date()
        except ValueError:
            continue
    return None


def _location(key: Template, response: Response) -> tuple[float, int, int]:
    fills = key.fills(LOCATION)
    if not fills:
        return 0.0, 0, 1
    return max(_place(v, response) for f in fills for v in f.values), len(_required(fills)), 1


def _place(value: str, response: Response) -> float:
    country, *names = [part.strip() for part in re.sub(r"\([^()]*\)?", "", value).split(":")]
    same = country == response.country
    if not names:
        return (0.5 if response.place else 1.0) if same else 0.0
    ends = [n.strip() for n in names[-1].split(" - ")]
    given = {_bare(p) for p in response.place}
    hits = sum(_bare(e) in given for e in ends)
    if same and hits == len(ends):
        return 1.0
    return 0.5 if same or (hits == len(ends)) else 0.0


def _bare(name: str) -> str:
    words = [
        w for w in re.findall(r"[\w']+", name.lower()) if w not in ("city", "department", "province", "the")
    ]
    return " ".join(words)


def _number(key: Template, response: Response) -> tuple[float, int, int]:
    fills, given = list(key.fills(NUMBER)), list(response.victims)
    points = 0.0
    for worth, i, j in sorted(
        ((_amount(f, v), -i, -j) for i, f in enumerate(fills) for j, v in enumerate(given)), reverse=True
    ):
        if worth and fills[-i] is not _TAKEN and given[-j] is not _GONE:
            points += worth
            fills[-i], given[-j] = _TAKEN, _GONE
    possible = len(_required(key.fills(NUMBER)))
    return points, max(possible, math.ceil(points)), len(given)


_TAKEN: Final = Fill(())
_GONE: Final = ("", "")


def _amount(fill: Fill, said: tuple[str, str]) -> float:
    number, string = said
    tagged = _shares(fill.strings, [string]) or _any_people(fill.strings, string)
    if number in fill.values:
        return 1.0 if tagged else 0.5
    plain = number.lstrip("~").split("-")[0] if number not in ("PLURAL", "") else ""
    ends = {e for v in fill.values for e in re.split(r"[-~]", v) if e}
    return 0.5 if plain and plain in ends and number.isdigit() else 0.0


def _any_people(strings: Sequence[str], said: str) -> bool:
    """Whether both only say that they are people."""
    return said.lower() in _PEOPLE and any(_words(s) & _PEOPLE for s in strings)


def _confidence(key: Template, response: Response) -> tuple[float, int, int]:
    fills, given = list(key.fills(CONFIDENCE)), list(response.organisations)
    points = 0.0
    for name, sure in given:
        best = max(((_surely(f, name, sure), -i) for i, f in enumerate(fills)), default=(0.0, 0))
        if best[0]:
            points += best[0]
            del fills[-best[1]]
    return points, len(_required(key.fills(CONFIDENCE))), len(given)


def _surely(fill: Fill, name: str, sure: str) -> float:
    if sure in fill.values:
        return 1.0 if _shares(fill.strings, [name]) else 0.5
    return (
        0.5
        if sure == "SUSPECTED OR ACCUSED" and "SUSPECTED OR ACCUSED BY AUTHORITIES" in fill.values
        else 0.0
    )


def _words(text: str) -> frozenset[str]:
    """The words of a string that say something, plurals as singulars."""
    found = {w.lower() for w in re.findall(r"[\w']+", text)}
    return frozenset(_singular(w) for w in found - _SMALL) | (found & _PEOPLE)


def _singular(word: str) -> str:
    if word in ("children", "women", "men"):
        return {"children": "child", "women": "woman", "men": "man"}[word]
    return word.removesuffix("'s").removesuffix("s") if len(word) > 3 else word


def _shares(key: Iterable[str], said: Iterable[str]) -> bool:
    known = frozenset(w for k in key for w in _words(k))
    return any(_words(s) & known for s in said)


SCORED: Final[dict[str, Callable[[Template, Response], tuple[float, int, int]]]] = {
    "type": _type, "date": _date, "location": _location, "number": _number, "confidence": _confidence,
}  # fmt: skip


def merged(made: Sequence[Response]) -> tuple[Response, ...]:
    """Return `made` with those joined that differ in no filler of type, date, place and perpetrator, as MUC has it."""
    whole: dict[tuple[str, When | None, str, str], Response] = {}
    for one in made:
        at = (one.kind, one.date, one.country, one.place[0] if one.place else "")
        before = whole.get(at)
        whole[at] = one if before is None else _both(before, one)
    return tuple(whole.values())


def _both(one: Response, other: Response) -> Response:
    def union(a: tuple, b: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(dict.fromkeys((*a, *b)))

    return Response(
        one.kind, one.date, one.country, union(one.place, other.place), union(one.victims, other.victims),
        union(one.kinds, other.kinds), union(one.things, other.things), union(one.organisations, other.organisations),
        union(one.individuals, other.individuals),
    )  # fmt: skip
