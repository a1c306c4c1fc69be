"""Attributions that the trained network finds, joined with those of the rules.

The network knows where a speech begins and ends and who speaks in sentences no pattern foresaw; the rules know
chains, credits, hearsay and headlines.  Where both find an attribution, the rules' speaker stands (they know what is
apposition and what is the name) and the contents are added up; what only the network finds is added if its words can
attribute and somebody is there to speak.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whence.read import lexicon as lex
from whence.read import phrases
from whence.read.cues import Cue, Side
from whence.read.model.reading import Part, Relation
from whence.read.phrases import Phrase
from whence.read.segment import Word
from whence.read.tellings import Draft, Unit, merged

_SURE: Final = 0.6  # mean share of the tags of a cue below which the network is not heard
_FIRM: Final = 0.9  # share from which a cue counts although the word is in no list of ours


def guided(units: Sequence[Unit], found: Sequence[Draft], relations: Sequence[Relation]) -> list[Draft]:
    """Return the rules' drafts with the network's contents, and the drafts that only the network finds."""
    out = list(found)
    starts = [u.start for u in units]
    for relation in relations:
        number = bisect_right(starts, relation.cue.start) - 1
        if number < 0 or relation.cue.share < _SURE or units[number].title:
            continue
        same = [i for i, d in enumerate(out) if d.unit == number and _meets(d.place, relation.cue)]
        if same:
            out[same[0]] = _widened(out[same[0]], relation)
        else:
            out += _new(number, units[number], relation, out)
    return sorted(out, key=lambda d: (d.unit, d.cue.start))


def _meets(place: tuple[int, int], part: Part) -> bool:
    return place[0] < part.end and part.start < place[1]


def _widened(draft: Draft, relation: Relation) -> Draft:
    """The rules' draft with the network's content added, where it is sure of one.

    What the rules take for content stays: without commas the network stops early as often as the rules run on.
    """
    sure = [(p.start, p.end) for p in relation.contents if p.share >= _SURE]
    if not sure or draft.cue.kind not in ("verb", "according"):
        return draft
    return replace(draft, content=merged([*draft.content, *sure]))


def _new(number: int, unit: Unit, relation: Relation, found: Sequence[Draft]) -> list[Draft]:
    """A draft that only the network finds: its speaker must stand in the same sentence and be able to speak."""
    first, last = _words(unit, relation.cue)
    content = tuple((p.start, p.end) for p in relation.contents if p.share >= _SURE)
    if first >= last or not content or not _attributes(unit.words[first:last], relation.cue.share):
        return []
    for source in relation.sources:
        begin, end = _words(unit, source)
        if source.share < _SURE or begin >= end or (begin < last and first < end):
            continue
        speaker = _phrase(unit.words, begin, end)
        if speaker is None or any(d.unit == number and _taken(d, speaker) for d in found):
            continue
        side: Side = "before" if begin < first else "after"
        resume = last if side == "before" else max(last, end)
        verb = next((w.lower for w in reversed(unit.words[first:last]) if w.lower in lex.LEMMA), "")
        cue = Cue("verb", first, last, speaker, side, verb=verb, resume=resume)
        return [Draft(number, unit.words, cue, content)]
    return []


def _taken(draft: Draft, speaker: Phrase) -> bool:
    """Whether the rules have this speaker already, for a cue of the same sentence."""
    source = draft.cue.source
    return source is not None and source.start < speaker.end and speaker.start < source.end


def _words(unit: Unit, part: Part) -> tuple[int, int]:
    """The words of the sentence that a span touches."""
    inside = [i for i, w in enumerate(unit.words) if w.start < part.end and part.start < w.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _attributes(words: Sequence[Word], share: float) -> bool:
    """Whether the cue's words tell that something was said; wants and fears are no tellings."""
    lower = [w.lower for w in words]
    if any(w in lex.VERBS or w in lex.LEMMA for w in lower):
        return True
    return share >= _FIRM and lower[0] in ("according", "per", "citing", "quoting")


def _phrase(words: Sequence[Word], begin: int, end: int) -> Phrase | None:
    """The speaker among the words [begin, end): with its apposition, if the rules can tell one, else as it stands."""
    if words[begin].lower in lex.PERSONAL:
        return Phrase(begin, begin + 1, begin, begin + 1)
    found = phrases.after(words, begin, end)
    if found is None or found.end < end - 1:
        back = phrases.before(words, end, begin)
        found = back if back is not None and (found is None or back.start <= found.start) else found
    return found if found is not None and phrases.is_speaker(words, found) else None
