"""How much a word, a place or a kind of event tells in one pile: what is rare in it tells more."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from whence.link.crowd import Crowd
from whence.link.scenes import Scene
from whence.model.statement import EventKind

RARE_KIND: Final = (
    0.4,
    0.8,
)  # a shared kind of event weighs 0.4 and 0.8 more for each tenth that it is rarer
BUSY: Final = 0.35  # how fast a place that is told of in many weeks loses weight


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a content word or a place name tells in this pile.

    `count` is in how many scenes a word stands, `weeks` in how many different weeks a place is told of (a place that
    is hit week after week says less about which incident is meant than one that is named once), `kinds` how many
    scenes are of each kind of event.  `weights` and `sizes` keep what words and sets of words weigh, `rare` what kinds
    of event do: pairs repeat them.  `crowd` has the places that are told of day by day.
    """

    scenes: int
    count: Mapping[str, int]
    weeks: Mapping[str, int]
    kinds: Mapping[EventKind, int]
    crowd: Crowd = field(default_factory=Crowd)
    weights: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    sizes: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)
    rare: dict[frozenset[EventKind], float] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, scenes: Iterable[Scene]) -> "Rarity":
        """Count words and places over `scenes`."""
        kept = tuple(scenes)
        seen: dict[str, set[int]] = defaultdict(set)
        for scene in kept:
            week = scene.window.start.toordinal() // 7 if scene.window else 0
            for name in place_keys(scene, scene.inner | scene.outer):
                seen[name].add(week)
        words = Counter(w for s in kept for w in s.words)
        kinds = Counter(e for s in kept for e in s.events)
        return cls(len(kept), words, {n: len(w) for n, w in seen.items()}, kinds, Crowd.of(kept))

    def weight(self, word: str) -> float:
        """Return the inverse document frequency of a word, smoothed so that small piles keep some."""
        found = self.weights.get(word)
        if found is None:
            found = self.weights[word] = math.log(1 + (self.scenes + 1) / (self.count.get(word, 0) + 1))
        return found

    def size(self, words: frozenset[str]) -> float:
        """Return what `words` weigh together."""
        found = self.sizes.get(words)
        if found is None:
            found = self.sizes[words] = sum(self.weight(w) for w in sorted(words))
        return found

    def likeness(self, first: Scene, second: Scene) -> float:
        """Return how much two scenes' words have in common, in [0, 1]."""
        if first.words.isdisjoint(second.words):
            return 0.0
        shared = sum(self.weight(w) for w in sorted(first.words & second.words))
        larger = math.sqrt(self.size(first.words) * self.size(second.words))
        return shared / larger if larger else 0.0

    def kind(self, both: frozenset[EventKind]) -> float:
        """Return how much it tells that two scenes share these kinds of event: rarer ones more, 1.0 for one in six."""
        found = self.rare.get(both)
        if found is None:
            fewest = min((self.kinds.get(e, 1) for e in both - {"other", "campaign"}), default=1)
            found = RARE_KIND[0] + RARE_KIND[1] * math.log10(max(1.0, self.scenes / fewest))
            self.rare[both] = found
        return found

    def telling(self, names: Iterable[str]) -> float:
        """Return how much the most telling of `names` says, 1.0 for a place told of in one week alone."""
        fewest = min((self.weeks.get(n, 1) for n in names), default=1)
        return 1 / (1 + BUSY * math.log2(max(1, fewest)))


def place_keys(scene: Scene, names: Iterable[str]) -> frozenset[str]:
    """Return the places' keys in the gazetteer, the name itself where it is unknown or stands for several places."""
    points = scene.points
    if not points:
        return frozenset(names)
    return frozenset([p[0].key if len(p := points.get(n, ())) == 1 else n for n in names])
