"""Chains that a report spells out, filed so that a claim without one finds those that may be its own."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Hop
from whence.read.draft import Draft

_PARTICULAR: Final = 6  # smaller numbers of victims repeat by chance within a report
Key = tuple[object, ...]  # what donors are filed under
_POINTER: Final = re.compile(
    r"(?:he|she|it|they|who|which|sources?|correspondent|reporter|group|monitor|monitoring "
    r"group|agency|statement|report|ministry|cent(?:er|re)|official|"
    r"spokes(?:man|woman|person)|organi[sz]ation|network|director|army|report|reports|channel|tv)"
)


@dataclass(frozen=True, slots=True)
class Voiced:
    """A draft with its chain, and the reasons of a chain that it has inherited."""

    draft: Draft
    hops: tuple[Hop, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Donor:
    """A chain that the text spells out, the sentence and scene it stands in, and the draft it was given for, if any."""

    hops: tuple[Hop, ...]
    sentence: int
    scene: int
    draft: Draft | None
    span: Span
    root: str


class Row:
    """Donors of one kind by the sentence that they stand in; each look-up takes logarithmic time."""

    def __init__(self) -> None:
        self.roots: set[str] = set()
        self._at: dict[int, list[Donor]] = {}
        self._sentences: list[int] = []

    def add(self, donor: Donor) -> None:
        """File `donor` under its sentence."""
        if donor.root:
            self.roots.add(donor.root)
        if donor.sentence not in self._at:
            insort(self._sentences, donor.sentence)
        self._at.setdefault(donor.sentence, []).append(donor)

    def beside(self, sentence: int) -> tuple[Sequence[Donor], Sequence[Donor]]:
        """The donors of the next sentence before, and of the next after, that has any; () where none has."""
        low, high = bisect_left(self._sentences, sentence), bisect_right(self._sentences, sentence)
        before = self._at[self._sentences[low - 1]] if low else ()
        return before, self._at[self._sentences[high]] if high < len(self._sentences) else ()

    def nearest(self, sentence: int) -> Donor | None:
        """The donor fewest sentences away, the first in the text of equals."""
        before, after = self.beside(sentence)
        close = [*before, *self._at.get(sentence, ()), *after]
        return min(close, key=lambda d: (abs(d.sentence - sentence), d.span.start), default=None)


class Donors:
    """The donors of a report, by figure, by scene and figure, and by scene; `scenes` maps sentences to scenes."""

    def __init__(
        self,
        donors: Sequence[Donor],
        scenes: Mapping[int, int],
        aside: frozenset[int],
    ) -> None:
        self.scenes, self.aside = scenes, aside
        self._rows: dict[Key, Row] = {}
        for d in donors:
            keys: list[Key] = [(d.scene, "all"), ("all",)]
            if d.draft:
                figure = figure_of(d.draft)
                keys += [(d.scene, "told"), ("told",), (d.scene, *figure)]
            for key in keys:
                self._rows.setdefault(key, Row()).add(d)

    def row(self, key: Key) -> Row:
        """The donors filed under `key`, an empty row if there are none."""
        return self._rows.get(key) or Row()


def root_of(hops: Sequence[Hop]) -> str:
    """Who speaks in the end, "" for a voice that only points back ("the source", "he", "it")."""
    voice = hops[-1].voice
    name = re.sub(r"^(?:the|a|an|its|his|their)\s+", "", (voice.refers or voice.name).lower())
    return "" if not voice.refers and _POINTER.fullmatch(name) else name


def telling(draft: Draft) -> bool:
    """Whether the value is so particular that it means one happening wherever the report gives it."""
    return isinstance(draft.value, Count) and (draft.value.amount.lower or 0) >= _PARTICULAR


def figure_of(draft: Draft) -> Key:
    """What two drafts have in common that give the same: aspect and least number, or the party."""
    if isinstance(draft.value, Count):
        amount = draft.value.amount
        return (draft.aspect, amount if amount.lower is None else amount.lower)
    return (draft.aspect, draft.value.actor if isinstance(draft.value, Culprit) else draft.value)


def take(report: Report, v: Voiced, donor: Donor, rule: str, words: str) -> Voiced:
    """Return the claim with the donor's chain, and `words` and the donor's span as the reason."""
    reason = Reason(rule, f"{words}: {donor.hops[-1].voice.name}", (Evidence(report.id, donor.span),))
    return Voiced(v.draft, donor.hops, (*v.reasons, reason))
