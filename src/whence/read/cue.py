"""A cue of attribution: words of a sentence that make somebody a speaker, with the phrase that names the speaker."""

from dataclasses import dataclass
from typing import Literal

from whence.read.phrases import Phrase

CueKind = Literal["verb", "according", "hearsay", "passive"]

Side = Literal["before", "after", "none"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words [start, end) of a sentence that attribute, and who speaks by them.

    `source` is None where the words name nobody; `inherits` says that the speaker is then the one before ("adding
    that").  `more` are further speakers coordinated with the source.  `media` are those it was told to or was carried
    by, nearest to the outlet first.  `side` is where the source stands.
    """

    kind: CueKind
    start: int
    end: int
    source: Phrase | None = None
    side: Side = "none"
    more: tuple[Phrase, ...] = ()
    media: tuple[Phrase, ...] = ()
    inherits: bool = False
    verb: str = ""
    resume: int = (
        0  # the first word after the cue and what belongs to it (addressee, "in a statement", a weekday)
    )
