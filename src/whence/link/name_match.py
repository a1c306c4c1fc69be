"""Whether two names are one person's or one organisation's: parts paired, what is left over weighed, reasons for all.

A score of `MAY_BE` or more says that the names may be one's: worth a person's look.  Only `ONE` and more, spellings of
every part in whatever order, joins sources by itself (link/merging.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from whence.link.name_likeness import Likeness, likeness, voicing_key
from whence.link.name_parts import Name, NameKind, Part, cut_name, glued
from whence.link.name_words import NameWords
from whence.model.span import Reason

MAY_BE: Final = 0.7
ONE: Final = 0.9
# What each finding costs; set by hand on one half of the dev pairs of bench/names.py, 2026-11.
CHAIN: Final = 0.1  # a name is no surer than its weakest part and this
CONTRADICTED: Final = (
    0.5  # what is left of the score where parts on both sides have no partner, or numbers differ
)
ALONE: Final = 0.88  # two names of one part each that are not even spelled as they sound: "Araby", "Arabiya"
SOUNDS_ALIKE: Final = 0.95
ONE_PART: Final = 0.6  # one part alone, where the other name has more
EXTRA: Final = {"inner": 0.03, "outer": 0.08, "common": 0.12, "general": 0.12, "telling": 0.4}
ORDER: Final = {"telling": 0.03, "common": 0.12}
FORM: Final = {"one": 0.02, "both": 0.05}
ACRONYM: Final = 0.75
CORE: Final = 5  # letters of an organisation's telling words, fewer than which bear no missing word
WEAK: Final = 0.5


_ROMANISED: Final = frozenset({"another romanisation", "another script"})


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How surely two names are one's, in [0, 1], and why: at least one reason for any score above 0."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def whole(self) -> bool:
        """Whether neither name has a part that the other lacks."""
        return all(r.rule not in ("only in one", "contradiction", "one part") for r in self.reasons)


@dataclass(frozen=True, slots=True)
class _Link:
    """Parts [at, at + wide) of the first name paired with [to, to + broad) of the second."""

    at: int
    wide: int
    to: int
    broad: int
    like: Likeness
    first: Part
    second: Part

    @property
    def weight(self) -> float:
        """How much it counts: what is common, general or an initial tells less."""
        return WEAK if self.first.weak or self.second.weak else 1.0


def match_names(a: str, b: str, kind: NameKind, words: NameWords) -> NameMatch:
    """Return how surely `a` and `b`, of any script, are names of one person or organisation, with reasons."""
    return match_cut(cut_name(a, kind, words), cut_name(b, kind, words), kind, words)


def match_cut(a: Name, b: Name, kind: NameKind, words: NameWords) -> NameMatch:
    """Return the same for names already cut; symmetric in `a` and `b`."""
    if (b.written, b.parts) < (a.written, a.parts):
        a, b = b, a
    if not a.parts or not b.parts:
        return NameMatch(0.0, ())
    if kind == "organisation" and (initials := _initials(a, b) or _initials(b, a)):
        return initials
    links = _paired(a, b, words)
    if not links:
        return NameMatch(0.0, ())
    left = _left(a.parts, {i for x in links for i in range(x.at, x.at + x.wide)})
    other = _left(b.parts, {j for x in links for j in range(x.to, x.to + x.broad)})
    weigh = _Weighing(a, b, links, left, other)
    return weigh.person() if kind == "person" else weigh.organisation()


def _paired(a: Name, b: Name, words: NameWords) -> list[_Link]:
    """The best links that share no part; two parts are taken as one only where that leaves fewer without a partner."""
    single = list(_singles(a, b, words))
    kept = _best(single)
    if len(kept) < min(len(a.parts), len(b.parts)):
        kept = _best([*single, *_glued_links(a, b, words)])
    return sorted(kept, key=lambda x: x.at)


def _best(links: Iterable[_Link]) -> list[_Link]:
    """The likest first, then the longest, then those nearest in order."""
    every = [x for x in links if x.like.score > 0]
    every.sort(key=lambda x: (-x.like.score, -len(x.first.text), abs(x.at - x.to), x.at, x.to))
    kept: list[_Link] = []
    taken: set[int] = set()
    used: set[int] = set()
    for x in every:
        here, there = set(range(x.at, x.at + x.wide)), set(range(x.to, x.to + x.broad))
        if not here & taken and not there & used:
            kept.append(x)
            taken |= here
            used |= there
    return kept


def _singles(a: Name, b: Name, words: NameWords) -> Iterator[_Link]:
    scripts = (a.script, b.script)
    for i, first in enumerate(a.parts):
        for j, second in enumerate(b.parts):
            yield _Link(i, 1, j, 1, likeness(first, second, words, scripts), first, second)


def _glued_links(a: Name, b: Name, words: NameWords) -> Iterator[_Link]:
    scripts = (a.script, b.script)
    for i, first in enumerate(a.parts):
        for j, second in enumerate(b.parts):
            for wide, broad, x, y in (
                (2, 1, _with_next(a.parts, i), second),
                (1, 2, first, _with_next(b.parts, j)),
            ):
                if x and y and voicing_key(x.text) == voicing_key(y.text):
                    yield _Link(i, wide, j, broad, _sure(likeness(x, y, words, scripts)), x, y)


def _with_next(parts: Sequence[Part], at: int) -> Part | None:
    return glued(parts[at], parts[at + 1]) if at + 1 < len(parts) else None


def _sure(like: Likeness) -> Likeness:
    """Two words written as one must be spelled or romanised alike: a slip on top of it is too much to assume."""
    return like if like.score >= ONE or like.rule in _ROMANISED else Likeness(0.0, "")


def _left(parts: Sequence[Part], taken: set[int]) -> tuple[tuple[int, Part], ...]:
    return tuple((i, p) for i, p in enumerate(parts) if i not in taken)


def _initials(short: Name, long: Name) -> NameMatch | None:
    """An acronym and words that begin with its letters, in order; likeness of letters never links an acronym."""
    acronyms = [p for p in short.parts if p.acronym]
    rest = [p for p in short.parts if not p.acronym]
    if len(acronyms) != 1 or not all(p.weak for p in rest) or len(long.parts) < len(acronyms[0].text):
        return None
    letters = "".join(p.text[0] for p in long.parts)
    if len(acronyms[0].text) < 3 or letters != acronyms[0].text:
        return None
    told = f'"{short.written}" has the initials of the words of "{long.written}"'
    return NameMatch(ACRONYM, (Reason("initials", told),))


@dataclass(frozen=True, slots=True)
class _Weighing:
    """Two names with their links and what is left over on each side."""

    a: Name
    b: Name
    links: list[_Link]
    left: tuple[tuple[int, Part], ...]
    other: tuple[tuple[int, Part], ...]

    def person(self) -> NameMatch:
        """Persons: all parts of the shorter name need partners; sons and fathers keep their places."""
        score, reasons = self._linked()
        full = [x for x in self.links if x.like.rule != "initial" and not x.first.initial]
        telling = any(not (x.first.weak or x.second.weak) for x in full)
        if self.left and self.other:
            score, reasons = score * CONTRADICTED, [*reasons, self._contradiction()]
        elif self._changed_places():
            score, reasons = score * CONTRADICTED, [*reasons, self._say("son and father", "change places")]
        elif not full or (len(self.links) == 1 and (self.left or self.other)):
            score, reasons = min(score, ONE_PART), [*reasons, self._say("one part", "is all that they share")]
        elif self.left or self.other:
            cost, why = self._extras(telling)
            score, reasons = score - cost, [*reasons, why]
        if self._turned():
            cost = ORDER["telling" if telling else "common"]
            score, reasons = score - cost, [*reasons, self._say("order", "are told in another order")]
        return _made(score, reasons)

    def organisation(self) -> NameMatch:
        """Organisations: numbers and telling words must agree; a general word or a region may be left out."""
        score, reasons = self._linked()
        core = sum(len(x.first.text) for x in self.links if not x.first.weak)
        extra = [p for _, p in (*self.left, *self.other)]
        if (self.left and self.other) or any(p.number for p in extra):
            score, reasons = score * CONTRADICTED, [*reasons, self._contradiction()]
        elif extra:
            general = all(p.weak for p in extra) and core >= CORE
            cost = sum(EXTRA["general" if general else "telling"] for _ in extra)
            score, reasons = score - cost, [*reasons, self._only_one(extra)]
        if self._turned():
            score, reasons = (
                score - ORDER["telling"],
                [*reasons, self._say("order", "are told in another order")],
            )
        if self.a.form != self.b.form:
            both = bool(self.a.form and self.b.form)
            words = "name two legal forms" if both else "are told once with a legal form and once without"
            score -= FORM["both" if both else "one"]
            reasons.append(self._say("legal form", words))
        return _made(score, reasons)

    def _linked(self) -> tuple[float, list[Reason]]:
        weights = [x.weight for x in self.links]
        mean = sum(x.like.score * w for x, w in zip(self.links, weights, strict=True)) / sum(weights)
        weakest = min(x.like.score for x in self.links)
        told = [
            Reason(x.like.rule, f'"{x.first.text}" and "{x.second.text}" {x.like.words}') for x in self.links
        ]
        aside = sorted({*self.a.aside, *self.b.aside})
        if aside and self.a.aside != self.b.aside:
            told.append(Reason("set aside", f"{', '.join(aside)}: tells no name from another"))
        alone = len(self.a.parts) == len(self.b.parts) == 1 and weakest < SOUNDS_ALIKE
        return min(mean, weakest + CHAIN, ALONE if alone else 1.0), told

    def _changed_places(self) -> bool:
        """Whether a part is the father's in one name and the bearer's own in the other, both naming fathers."""
        if not (self.a.fathered and self.b.fathered):
            return False
        crossed = [x for x in self.links if x.first.father != x.second.father]
        return {x.first.father for x in crossed} == {True, False}

    def _turned(self) -> bool:
        places = [x.to for x in self.links]
        return places != sorted(places)

    def _extras(self, telling: bool) -> tuple[float, Reason]:
        """What the parts cost that only one name has: less between the others than at an end."""
        extra, size = (self.left, len(self.a.parts)) if self.left else (self.other, len(self.b.parts))
        cost = sum(EXTRA["inner" if 0 < i < size - 1 else "outer"] for i, _ in extra)
        cost += 0.0 if telling and not any(p.general for _, p in extra) else EXTRA["common"]
        return cost, self._only_one([p for _, p in extra])

    def _only_one(self, extra: Sequence[Part]) -> Reason:
        names = ", ".join(f'"{p.text}"' for p in extra)
        return Reason("only in one", f"{names}: only one of the names has it")

    def _contradiction(self) -> Reason:
        names = " and ".join(
            ", ".join(f'"{p.text}"' for _, p in side) or "nothing" for side in (self.left, self.other)
        )
        return Reason("contradiction", f"{names}: each name has what the other lacks")

    def _say(self, rule: str, words: str) -> Reason:
        return Reason(rule, f'"{self.a.written}" and "{self.b.written}" {words}')


def _made(score: float, reasons: Sequence[Reason]) -> NameMatch:
    return NameMatch(round(min(1.0, max(0.0, score)), 6), tuple(reasons))
