"""The chain of voices of a claim: every speaker and every word of telling stands in the text, or the claim falls."""

from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop, Voice, VoiceKind
from whence.read.attribution import is_outlet
from whence.read.llm.answer import Told
from whence.read.llm.verbatim import Finder, Place

LONGEST: Final = 8  # hops; people tell of three at most
_NAME: Final = 200  # code points of a speaker; a longer one is a sentence
_FAR: Final = 2_000  # code points between a claim and a speaker who is said to have told it
_APART: Final = 400  # code points between a speaker and its own word of telling


@dataclass(frozen=True, slots=True)
class Chain:
    """The hops that stand in the text, and how many fuller names were left out because they do not."""

    hops: tuple[Hop, ...]
    unnamed: int = 0


def chain_of(report: Report, finder: Finder, chain: tuple[Told, ...], near: Place) -> Chain | str:
    """Return the hops of `chain` around the claim at `near`, without the outlet itself; else what is wrong with it.

    "voice": a speaker or its cue does not stand near the claim; "stance": a hedge or denial without words for it.
    """
    if len(chain) > LONGEST:
        return "voice"
    hops: list[Hop] = []
    unnamed = 0
    for told in chain:
        if told.stance != "states" and not told.cue.strip():
            return "stance"
        hop = _hop(report, finder, told, near)
        if hop is None:
            return "voice"
        unnamed += bool(told.stands_for.strip()) and not hop.voice.refers
        if not any(is_outlet(name, report.outlet) for name in (hop.voice.name, hop.voice.refers)):
            hops.append(hop)
    return Chain(tuple(hops), unnamed)


def _hop(report: Report, finder: Finder, told: Told, near: Place) -> Hop | None:
    place = finder.nearest(told.voice, near)
    if place is None or place[1] - place[0] > _NAME or _gap(place, near) > _FAR:
        return None
    cue = finder.nearest(told.cue, place) if told.cue.strip() else None
    if told.cue.strip() and (cue is None or _gap(cue, place) > _APART):
        return None
    fuller = finder.nearest(told.stands_for, place)
    text = report.text
    refers = text[slice(*fuller)] if fuller and fuller != place and fuller[1] - fuller[0] <= _NAME else ""
    span = Span.of(text, *place)
    said = f", by “{text[slice(*cue)]}”" if cue else ""
    reason = Reason("speaker", f"read by a model as the one who tells it{said}", (Evidence(report.id, span),))
    voice = Voice(span.quote, _kind(span.quote, refers, told.voice_kind), span, refers)
    return Hop(voice, told.stance, reason, Span.of(text, *cue) if cue else None)


def _kind(name: str, refers: str, told: VoiceKind) -> VoiceKind:
    """Return the kind that the model gives; a name that has small letters alone names nobody."""
    small = name.lower() == name and name.upper() != name
    return "unnamed" if told == "named" and small and not refers else told


def _gap(one: Place, other: Place) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
