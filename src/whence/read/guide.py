"""What a trained network adds to the rules while one report is read: which claims hold, and who makes them.

The rules propose, with their reasons; the network weighs.  It drops a number that it takes for no toll, adds one that
no pattern foresaw, and names the voice of a claim where the rules chose another with less in favour.  Every such step
leaves a reason with the network's share, rounded.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Aspect, Count, Culprit, Hop
from whence.read.actors import Actor, find_actors
from whence.read.attribution import Attribution
from whence.read.draft import Draft
from whence.read.groups import Group, find_groups
from whence.read.guided import guided
from whence.read.inherit import Voiced
from whence.read.model.reading import Place, Reading
from whence.read.tellings import Draft as Telling
from whence.read.tellings import Unit
from whence.read.triggers import find_events, main_event

_OWN: Final = frozenset({"claimed by itself", "denied by itself"})  # rules of deeds whose doer is the root
HARMS: Final[tuple[Aspect, ...]] = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Weights:
    """From which share the network is heard; set on training reports that the network was not trained on.

    `keep` and `add` are shares of a claim, by aspect: below the first the rules' claim is dropped, from the second one
    that the rules did not see is added.  The others are added to the share of the voice that the rules chose: told in
    the sentence itself, inherited from another, or nobody's (the outlet's own).
    """

    keep: Mapping[str, float]
    add: Mapping[str, float]
    told: float
    inherited: float
    own: float


WEIGHTS: Final = Weights(
    keep={"killed": 0.1, "injured": 0.1, "responsible": 0.1},
    add={"killed": 0.8, "injured": 0.8, "responsible": 0.8},
    told=0.6,
    inherited=0.3,
    own=0.3,
)


@dataclass(frozen=True, slots=True)
class Guide:
    """The network's reading of one report, beside the rules."""

    reading: Reading
    weights: Weights = WEIGHTS
    weighs: bool = True  # whether the network was taught to weigh claims

    def blend(self, units: Sequence[Unit], found: Sequence[Telling]) -> list[Telling]:
        """Return the rules' attributions joined with the network's."""
        return guided(units, found, self.reading.relations())

    def drafts(self, report: Report, places: Sequence[Place], found: Sequence[Draft]) -> list[Draft]:
        """Return the rules' drafts that hold, and those that the network alone finds, in the order of the text."""
        if not self.weighs:
            return list(found)
        kept = [d for d in found if self._holds(d)]
        actors = find_actors(report.text)
        by_sentence: dict[int, list[Draft]] = {}
        for d in found:
            by_sentence.setdefault(d.sentence, []).append(d)
        for index, (start, end) in enumerate(places):
            known = by_sentence.get(index, [])
            kept += self._counts(report.text, index, start, end, known)
            kept += self._culprits(report.text, index, start, end, (known, actors))
        return sorted(kept, key=lambda d: (d.sentence, d.start, d.end, d.aspect))

    def voiced(
        self, report: Report, told: Sequence[Voiced], attributions: Sequence[Attribution]
    ) -> list[Voiced]:
        """Return the claims with the voices that weigh most; of a claim with several voices by the rules they stay."""
        if not self.weighs:
            return list(told)
        chains = _chains(attributions)
        voices = Counter(id(v.draft) for v in told)
        return [
            self._voice(report, v, chains) if voices[id(v.draft)] == 1 and _weighed(v) else v for v in told
        ]

    def _holds(self, draft: Draft) -> bool:
        least = self.weights.keep.get(draft.aspect)
        return least is None or self.reading.claim(draft.aspect, draft.key_start, draft.key_end) >= least

    def _counts(self, text: str, index: int, start: int, end: int, found: Sequence[Draft]) -> list[Draft]:
        """The numbers of people of one sentence that only the network takes for tolls."""
        new = []
        for group in find_groups(text, start, end):
            for aspect in HARMS:
                share = self.reading.claim(aspect, group.start, group.end)
                if share >= self.weights.add[aspect] and not _taken(found, aspect, group.start, group.end):
                    new.append(_count(text, index, (start, end), group, aspect))
        return new

    def _culprits(
        self, text: str, index: int, start: int, end: int, known: tuple[Sequence[Draft], Sequence[Actor]]
    ) -> list[Draft]:
        """The parties of one sentence that only the network takes for those who did it."""
        found, actors = known
        new = []
        for actor in actors:
            if not start <= actor.start < end:
                continue
            share = self.reading.claim("responsible", actor.start, actor.end)
            if share >= self.weights.add["responsible"] and not _taken(
                found, "responsible", actor.start, actor.end
            ):
                value = Culprit(actor.name, Span.of(text, actor.start, actor.end))
                event = main_event(find_events(text, start, end))
                new.append(
                    Draft(
                        actor.start,
                        actor.end,
                        "responsible",
                        value,
                        actor.start,
                        actor.end,
                        index,
                        "trained",
                        event,
                    )
                )
        return new

    def _voice(self, report: Report, v: Voiced, chains: Mapping[str, list["_Telling"]]) -> Voiced:
        own, words = self.reading.voices(v.draft.key_start, v.draft.key_end)
        shares = {root: sum(x for place, x in words if _inside(place, told)) for root, told in chains.items()}
        shares[""] = own
        chosen = root_of(v.hops)
        bonus = self.weights.own if not v.hops else self.weights.inherited if v.reasons else self.weights.told
        scored = {root: share + (bonus if root == chosen else 0.0) for root, share in shares.items()}
        scored.setdefault(chosen, bonus)
        best = min(scored, key=lambda root: (-round(scored[root], 3), root != chosen, root))
        if best == chosen:
            return v
        return self._given(report, v, chains.get(best, []), round(shares[best], 2))

    def _given(self, report: Report, v: Voiced, told: Sequence["_Telling"], share: float) -> Voiced:
        """The claim with another voice, for the reason that the network gives it so large a share."""
        if not told:
            words = f"the trained reader takes this for the outlet's own word (share {share})"
            return replace(v, hops=(), reasons=(Reason("trained", words, ()),))
        near = min(told, key=lambda t: (abs(t.source[0] - v.draft.key_start), t.source))
        words = f"the trained reader gives this claim to {near.hops[-1].voice.name} (share {share})"
        evidence = Evidence(report.id, Span.of(report.text, *near.source))
        return replace(v, hops=near.hops, reasons=(Reason("trained", words, (evidence,)),))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A chain of the report and where its root is named."""

    hops: tuple[Hop, ...]
    source: Place


def root_of(hops: Sequence[Hop]) -> str:
    """Return the folded name of who speaks in the end, "" for the outlet."""
    if not hops:
        return ""
    voice = hops[-1].voice
    return re.sub(r"^(?:the|a|an)\s+", "", (voice.refers or voice.name).lower())


def _chains(attributions: Sequence[Attribution]) -> dict[str, list[_Telling]]:
    """The chains of a report by their roots."""
    found: dict[str, list[_Telling]] = {}
    for a in attributions:
        if a.hops and a.source:
            found.setdefault(root_of(a.hops), []).append(_Telling(a.hops, a.source))
    return found


def _weighed(v: Voiced) -> bool:
    """Whether the network was taught who says such claims; of a deed that somebody claims or denies as his own, not."""
    return v.draft.aspect in (*HARMS, "responsible") and v.draft.rule not in _OWN


def _inside(place: Place, told: Sequence[_Telling]) -> bool:
    return any(t.source[0] <= place[0] < t.source[1] for t in told)


def _taken(found: Sequence[Draft], aspect: str, start: int, end: int) -> bool:
    return any(d.aspect == aspect and d.key_start < end and start < d.key_end for d in found)


def _count(text: str, index: int, sentence: Place, group: Group, aspect: Aspect) -> Draft:
    event = main_event(find_events(text, *sentence))
    value = Count(group.amount, group.noun)
    return Draft(group.start, group.end, aspect, value, group.start, group.end, index, "trained", event)
