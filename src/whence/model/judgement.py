"""What a person decided.  A judgement names anchors, so that it outlives every model and every rebuild."""

from dataclasses import dataclass, field
from typing import Final, Literal

from whence.model.rating import Rating
from whence.model.span import Span
from whence.model.statement import Aspect, Statement

Action = Literal[
    "same-incident", "different-incident",
    "same-source", "different-source", "dependent", "independent", "retracted", "withdrawn",
    "wrong", "confirmed", "missed", "corrected", "rated",
    "unsure", "undo",
]  # fmt: skip

_REPORT: Final = "report:"


def withdrawn_key(report: str) -> str:
    """Return the key under which a report that was withdrawn, with all that was copied from it, stands as retracted."""
    return f"{_REPORT}{report}"


def is_withdrawn_key(key: str) -> bool:
    """Return whether a key of what is retracted is that of a report."""
    return key.startswith(_REPORT)


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where in which report a judgement holds: never a statement, incident or source id.

    `aspect` is "" where the anchor names a voice or a passage rather than an assertion.
    """

    report: str
    text_digest: str
    span: Span
    aspect: Aspect | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of one reviewer's journal.

    `sequence` counts that reviewer's lines from 1; `time` is ISO 8601 UTC; `digest` is the line's own digest, by which
    an undo names it (`undoes`).  `details` holds what a correction sets ("value", "voice", "stance", "date",
    "place", "aspect", "group") or the code of a rating ("reliability", "credibility").  `why` is a
    comment; it lies in the side file and may have been destroyed.  "unsure" (of one place or a
    pair) decides nothing: it says that somebody looked.
    """

    reviewer: str
    sequence: int
    time: str
    action: Action
    anchors: tuple[Anchor, ...]
    details: tuple[tuple[str, str], ...] = ()
    undoes: str = ""
    why: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements that hold, attached to the present statements: what link and weigh obey.

    Incident pairs are of statement ids.  Source rulings are over pairs of source keys as `link.sources` resolves
    them before rulings; `retracted` holds such keys, and those of withdrawn reports (`withdrawn_key`).  `dropped`
    are ids of statements ruled wrong, `changed` maps an id to the corrected statement, `added` are statements a
    person found.  `marks` says, for a statement id, what a
    person decided of it ("confirmed", "corrected", "missed").  `ratings` are codes that people set.
    `unattached` are judgements that found no place.
    """

    same_incident: tuple[tuple[str, str], ...] = ()
    different_incident: tuple[tuple[str, str], ...] = ()
    same_source: tuple[tuple[str, str], ...] = ()
    different_source: tuple[tuple[str, str], ...] = ()
    dependent: tuple[tuple[str, str], ...] = ()
    independent: tuple[tuple[str, str], ...] = ()
    retracted: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    changed: dict[str, Statement] = field(default_factory=dict)
    added: tuple[Statement, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)
    unattached: tuple[Judgement, ...] = ()
    ratings: tuple[Rating, ...] = ()


NO_RULINGS = Rulings()
