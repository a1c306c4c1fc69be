"""Which of two attributions of one sentence tells the other, where both could: "X said 12 died, Y reported".

====================================  ==========================================================================
"X said 12 died, according to Y"      X tells what Y told
"people said it, according to Y"      Y tells it: people without a name are told of; and so is what X claims as
                                      its own deed, denies or admits, and what a medium Y carries
"12 died, the agency said,            the agency tells what Y told: a medium has its news from somebody
according to Y"
"X said 12 died, Y reported"          Y tells what X said: the last of two verbs frames the sentence
====================================  ==========================================================================
"""

from dataclasses import dataclass
from typing import Final

from whence.read import lexicon as lex
from whence.read.chains import Place
from whence.read.credit_names import lends
from whence.read.tellings import Draft

_MEDIA: Final = frozenset({"agency", "newspaper", "channel", "broadcaster", "station", "outlet", "website"})


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution: its draft, where cue and speaker stand, the speaker's name ("" for none), whether a crowd."""

    draft: Draft
    place: Place
    name: str
    crowd: bool


def holds(draft: Draft, place: Place) -> bool:
    """Return whether one stretch of the draft's content holds the text at `place`."""
    return any(s <= place[0] and place[1] <= e for s, e in draft.content)


def under(one: Told, other: Told) -> bool:
    """Return whether `one` is the inner of two attributions of one sentence that enclose each other."""
    if carried(other, one):
        return True
    if one.draft.unit != other.draft.unit or not holds(other.draft, one.place):
        return False
    kinds = one.draft.cue.kind, other.draft.cue.kind
    if kinds == ("verb", "verb"):
        return holds(one.draft, other.place) and one.place < other.place
    if kinds not in (("verb", "according"), ("according", "verb")):
        return False
    verb, according = (one, other) if kinds[0] == "verb" else (other, one)
    return one is not (according if _frames(according, verb) else verb)


def _frames(according: Told, verb: Told) -> bool:
    """Whether who is named after "according to" tells of who is the subject of the verb."""
    owned = lex.LEMMA.get(verb.draft.cue.verb) in ("claim", "deny", "admit")
    people = verb.draft.cue.source is not None and verb.crowd
    return owned or lends(according.name) or (people and not according.crowd)


def carried(medium: Told, speaker: Told) -> bool:
    """Return whether `medium` has it from `speaker`: "12 died, the agency said, according to Y"."""
    one, other = medium.draft, speaker.draft
    if one.unit != other.unit or (one.cue.kind, other.cue.kind) != ("verb", "according"):
        return False
    carries = lends(medium.name) or medium.name.lower() in _MEDIA
    return carries and bool(speaker.name) and not lends(speaker.name) and holds(other, medium.place)
