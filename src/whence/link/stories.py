"""Which reports tell one story, by whole texts: the persons, names and words they share, and when they came out.

Evidence about reports, not about statements: it helps where the reader found nothing to compare ("man admits to
shooting his friend", months after) and where dates mislead (a court date in a follow-up).  Shared persons are compared
as folded names and never shown: reasons say how many are shared, not who.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType
from typing import Final

from whence.link.cluster import cluster
from whence.link.features import PairScore
from whence.link.names import fold
from whence.model.finding import PersonName
from whence.model.report import Report
from whence.model.span import Reason
from whence.model.values import Interval

# feature -> (weight, words).  The weights add up; `cluster` joins at 3.0.  "words", "names" and "persons" are
# multiplied by how much is shared: a cosine in [0, 1], and for persons the sum of how rare each shared one is.
WEIGHTS: Final[Mapping[str, tuple[float, str]]] = {
    "persons": (1.8, "the same private persons are named in both"),
    "names": (7.0, "places and other names in common"),
    "words": (10.0, "words in common"),
    "same days": (1.0, "published within some days of one another"),
    "months apart": (-1.0, "published more than a month apart"),
    "seasons apart": (-2.5, "published more than four months apart"),
}
SAME_DAYS: Final = 3.0
MONTH_DAYS: Final = 31.0
SEASON_DAYS: Final = 120.0
MOST_PERSONS: Final = 2.0  # a list of victims is one sign, not twenty
OWN: Final = 3  # names that stand in the reports of one story alone: more tell no more
SMALL: Final = 20  # a story of one report in so many is small enough for names of its own to be no chance
RARE: Final = 30  # reports that a name may stand in and still bring two of them together
SHARED: Final = 2  # rare names two reports must share to be compared; one shared person is enough
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NAME: Final = re.compile(
    r"(?<![.!?:;\"“”'‘’(] )(?<=\S )[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
)  # opens no sentence
_POSSESSIVE: Final = re.compile(r"['’]s?$")

Pair = tuple[str, str]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as what it is compared by; `names` and `words` map terms to weights of a unit vector."""

    report: str
    published: Interval | None
    persons: frozenset[str]
    names: Weights
    words: Weights


@dataclass(frozen=True, slots=True)
class Stories:
    """Groups of two or more report ids that tell one story, and the scores of the pairs that were compared.

    `own` maps pairs of one story to how much names tell that both have and no report outside the story, in (0, 1].
    """

    groups: tuple[tuple[str, ...], ...] = ()
    scores: Mapping[Pair, PairScore] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[Pair, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def kin(self) -> Mapping[Pair, Mapping[str, float]]:
        """What the pairs of reports that tell one story share, and how much each tells, in [0, 1].

        "one story" for all of them, "same persons" where both name some, "own names" as `own` says.
        """
        home = {report: group for group in self.groups for report in group}
        return {
            pair: self._shared(pair)
            for pair in sorted(self.scores)
            if home.get(pair[0], 0) == home.get(pair[1])
        }

    def _shared(self, pair: Pair) -> Mapping[str, float]:
        shared = {"one story": 1.0}
        if "persons" in dict(self.scores[pair].features):
            shared["same persons"] = 1.0
        if pair in self.own:
            shared["own names"] = self.own[pair]
        return MappingProxyType(shared)

    def why(self, first: str, second: str) -> Reason | None:
        """Return why two reports tell one story; None where they were not compared or are in no common group."""
        pair = (first, second) if first < second else (second, first)
        if pair not in self.scores or not any(first in g and second in g for g in self.groups):
            return None
        found = self.scores[pair]
        ranked = sorted(found.features, key=lambda f: (-abs(f[1]), f[0]))
        words = "; ".join(WEIGHTS[name][1] for name, _ in ranked)
        return Reason("one story", f"{words} (score {found.score:.2f})")


def find_stories(reports: Sequence[Report], persons: Iterable[PersonName]) -> Stories:
    """Return the groups of `reports` that tell one story; `persons` are the names found in them.

    Persons in public office are left out: an official speaks of many events.  Near linear: two reports are compared
    only if they share a person or some rare names.
    """
    profiles = make_profiles(reports, persons)
    rarity = Counter(p for profile in profiles for p in profile.persons)
    number = {profile.report: n for n, profile in enumerate(profiles)}
    known: dict[Pair, PairScore] = {}

    def score(a: int, b: int) -> PairScore:
        pair = (profiles[a].report, profiles[b].report)
        if pair not in known:
            known[pair] = score_profiles(profiles[a], profiles[b], rarity)
        return known[pair]

    pairs = [(number[a], number[b]) for a, b in candidate_pairs(profiles)]
    nobody = [""] * len(profiles)  # no story outtells another: nothing is put to it on less than its score
    found = cluster([(p, score(*p)) for p in pairs], score, nobody)
    groups = tuple(tuple(profiles[n].report for n in g) for g in found.groups if len(g) > 1)
    return Stories(groups, MappingProxyType(known), MappingProxyType(_own_names(groups, profiles)))


def make_profiles(reports: Sequence[Report], persons: Iterable[PersonName]) -> tuple[Profile, ...]:
    """Return the profiles of `reports` in order of id; terms count by how rare they are among all of them."""
    ordered = sorted(reports, key=lambda r: r.id)
    named: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        folded = fold(person.name)
        if not person.public and " " in folded:
            named[person.report].add(folded)
    words = _weighted([_words(r) for r in ordered])
    names = _weighted([_names(r) for r in ordered])
    return tuple(
        Profile(r.id, r.published, frozenset(named[r.id]), n, w)
        for r, n, w in zip(ordered, names, words, strict=True)
    )


def _readable(report: Report, *without: str) -> str:
    kept = (b for b in report.blocks if b.kind not in ("furniture", *without))
    return "\n".join(report.text[b.start : b.end] for b in kept)


def _words(report: Report) -> Counter[str]:
    return Counter(w.casefold() for w in _WORD.findall(_readable(report)))


def _names(report: Report) -> Counter[str]:
    """Count capitalised words inside sentences; titles are left out, where every word may have a capital."""
    found = (_POSSESSIVE.sub("", m) for m in _NAME.findall(_readable(report, "title", "heading")))
    return Counter(fold(n) or n.casefold() for n in found)


def _weighted(counts: Sequence[Counter[str]]) -> list[Weights]:
    """Return each count as a unit vector of log frequency times inverse document frequency."""
    spread = Counter(term for count in counts for term in count)
    rare = {t: math.log((len(counts) + 1) / (n + 0.5)) for t, n in spread.items()}
    made: list[Weights] = []
    for count in counts:
        raw = {t: (1 + math.log(count[t])) * rare[t] for t in sorted(count)}
        size = math.sqrt(sum(x * x for x in raw.values()))
        made.append({t: x / size for t, x in raw.items()} if size else {})
    return made


def candidate_pairs(profiles: Sequence[Profile]) -> tuple[Pair, ...]:
    """Return the pairs of reports that share a person or `SHARED` rare names, in order."""
    holders: dict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for term in (*(f"person {p}" for p in sorted(profile.persons)), *sorted(profile.names)):
            holders[term].append(profile.report)
    met: Counter[Pair] = Counter()
    for term, reports in holders.items():
        if 1 < len(reports) <= RARE:
            times = SHARED if term.startswith("person ") else 1
            for pair in combinations(reports, 2):
                met[pair] += times
    return tuple(sorted(pair for pair, times in met.items() if times >= SHARED))


def score_profiles(first: Profile, second: Profile, rarity: Mapping[str, int]) -> PairScore:
    """Return how surely two reports tell one story; `rarity` is in how many reports each person is named."""
    shared = sorted(first.persons & second.persons)
    persons = sum(1 / (1 + math.log2(max(1.0, rarity[p] / 2))) for p in shared)
    amounts = {
        "persons": min(MOST_PERSONS, persons),
        "names": _cosine(first.names, second.names),
        "words": _cosine(first.words, second.words),
        **dict.fromkeys(_apart(first.published, second.published), 1.0),
    }
    found = tuple((n, round(WEIGHTS[n][0] * a, 6)) for n, a in amounts.items() if a)
    return PairScore(round(sum(w for _, w in found), 6), False, found)


def _own_names(groups: Sequence[Sequence[str]], profiles: Sequence[Profile]) -> dict[Pair, float]:
    """Return for pairs of one story how much the names tell that no report outside the story has.

    Full are `OWN` names and a story of one report in `SMALL`: what two of three reports have to themselves is chance.
    """
    names = {p.report: p.names.keys() for p in profiles}
    bearers = Counter(n for profile in profiles for n in profile.names)
    found: dict[Pair, float] = {}
    for group in groups:
        inside = Counter(n for report in group for n in names[report])
        own = {n for n, times in inside.items() if times == bearers[n]}
        apart = min(1.0, math.log(len(profiles) / len(group)) / math.log(SMALL))
        for a, b in combinations(sorted(group), 2):
            told = round(apart * min(1.0, len(own & names[a] & names[b]) / OWN), 6)
            if told:
                found[a, b] = told
    return found


def _cosine(first: Weights, second: Weights) -> float:
    small, large = sorted((first, second), key=len)
    return math.fsum(x * large[t] for t, x in small.items() if t in large)


def _apart(first: Interval | None, second: Interval | None) -> tuple[str, ...]:
    if first is None or second is None:
        return ()
    gap = first.gap_days(second)
    if gap <= SAME_DAYS:
        return ("same days",)
    return ("seasons apart",) if gap > SEASON_DAYS else ("months apart",) if gap > MONTH_DAYS else ()
