"""What a trained network adds to the rules while one report is read: attributions, and voices that nothing else shows.

The rules propose, with their reasons; the network is heard where that was measured to help, on training reports that
it was not trained on (docs/decisions/0008-where-the-network-is-heard.md).  Every such step leaves a reason with the
network's share, rounded.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop
from whence.read.alleged import Share, weighed
from whence.read.attribution import Attribution
from whence.read.guided import guided
from whence.read.inherit import Voiced
from whence.read.model.reading import Place, Reading
from whence.read.recalled import recalls
from whence.read.stance import find_stance
from whence.read.tellings import Draft as Telling
from whence.read.tellings import Unit

TRAINED: Final = "trained"  # the rule of a voice that the network chose
TRAINED_BLAME: Final = "weighed by training"  # the rule of a culprit that the network was asked about
_TAUGHT: Final = frozenset(
    {"killed", "injured", "responsible"}
)  # aspects whose voices the network was taught
_OWN: Final = frozenset({"claimed by itself", "denied by itself"})  # rules of deeds whose doer is the root
_HARM: Final = frozenset({"killed", "injured"})
_OWN_WORD: Final = (
    0.9  # share of the outlet's own word from which a sole source is no longer taken for the source
)
_LEAD: Final = 0.8  # how much larger a voice's share must be than that of the outlet's own word


@dataclass(frozen=True, slots=True)
class Guide:
    """The network's reading of one report, beside the rules."""

    reading: Reading
    weighs: bool = True  # whether the network was taught who says a claim

    def blend(self, units: Sequence[Unit], found: Sequence[Telling]) -> list[Telling]:
        """Return the rules' attributions joined with the network's."""
        return guided(units, found, self.reading.relations())

    @property
    def blamed(self) -> Share | None:
        """How likely a party's words tell who did it; None where the network was not taught that."""
        return self.reading.blamed if self.weighs else None

    def voiced(
        self,
        report: Report,
        sentences: Sequence[Place],
        told: Sequence[Voiced],
        attributions: Sequence[Attribution],
    ) -> list[Voiced]:
        """Return the claims; one that the rules leave to the outlet has the voice that the network is sure of.

        What a writer recalls is his own, and what words mark as hearsay of nobody stays nobody's.
        """
        if not self.weighs:
            return list(told)
        chains = _chains(attributions)

        def anybodys(v: Voiced) -> bool:
            return _open(v) and not _outlets(report, sentences[v.draft.sentence], v)

        heard = [self._outlets_own(self._told(report, v)) for v in told]
        return [self._voice(report, v, chains) if anybodys(v) else v for v in heard]

    def _told(self, report: Report, v: Voiced) -> Voiced:
        """The claim with the network's word on who did it among its reasons, where it was weighed."""
        if not weighed(v.draft):
            return v
        share = self.reading.blamed(v.draft.key_start, v.draft.key_end)
        words = f"the trained reader takes these words for those of who did it (share {share:.2f})"
        evidence = Evidence(report.id, Span.of(report.text, v.draft.key_start, v.draft.key_end))
        return replace(v, reasons=(*v.reasons, Reason(TRAINED_BLAME, words, (evidence,))))

    def _outlets_own(self, v: Voiced) -> Voiced:
        """The claim without the voice of a sole source, which is little to go by, where the network is sure of none."""
        if v.draft.aspect not in _HARM or [r.rule for r in v.reasons[-1:]] != ["sole source"]:
            return v
        own, _ = self.reading.voices(v.draft.key_start, v.draft.key_end)
        return replace(v, hops=(), reasons=v.reasons[:-1]) if round(own, 3) >= _OWN_WORD else v

    def _voice(self, report: Report, v: Voiced, chains: Mapping[str, Sequence["_Told"]]) -> Voiced:
        """The claim with the voice whose words have the largest share, if it leads the outlet's own by enough."""
        own, words = self.reading.voices(v.draft.key_start, v.draft.key_end)
        shares = {
            root: round(sum(x for place, x in words if _names(told, place)), 3)
            for root, told in chains.items()
        }
        best = min(shares, key=lambda root: (-shares[root], root), default="")
        if not best or shares[best] < own + _LEAD:
            return v
        near = min(chains[best], key=lambda t: (abs(t.source[0] - v.draft.key_start), t.source))
        words_why = (
            f"the trained reader gives this claim to {near.hops[-1].voice.name} (share {shares[best]:.2f})"
        )
        evidence = Evidence(report.id, Span.of(report.text, *near.source))
        return replace(v, hops=near.hops, reasons=(*v.reasons, Reason(TRAINED, words_why, (evidence,))))


@dataclass(frozen=True, slots=True)
class _Told:
    """A chain of the report and where its root is named."""

    hops: tuple[Hop, ...]
    source: Place


def _open(v: Voiced) -> bool:
    """Whether the rules leave a claim to the outlet, as they never do with a deed that somebody claims as his own."""
    return not v.hops and v.draft.aspect in _TAUGHT and v.draft.rule not in _OWN


def _outlets(report: Report, sentence: Place, v: Voiced) -> bool:
    """Whether the sentence tells that nobody else says it: it recalls other days, or tells hearsay without a name."""
    found = find_stance(report.text, *sentence, v.draft.aspect)
    return (found is not None and found[1] == "hearsay") or recalls(report.text, *sentence, report.published)


def _chains(attributions: Sequence[Attribution]) -> dict[str, list[_Told]]:
    """The chains of a report by the folded name of who speaks in the end."""
    found: dict[str, list[_Told]] = {}
    for a in attributions:
        if a.hops and a.source:
            voice = a.hops[-1].voice
            found.setdefault(_folded(voice.refers or voice.name), []).append(_Told(a.hops, a.source))
    return found


def _folded(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower())


def _names(told: Sequence[_Told], place: Place) -> bool:
    return any(t.source[0] <= place[0] < t.source[1] for t in told)
