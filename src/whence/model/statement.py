"""What a source said: voices, the chain by which it came, and the value it gave."""

from dataclasses import dataclass
from typing import Final, Literal

from whence.model.span import Reason, Span
from whence.model.values import Amount, Interval

Stance = Literal["states", "hedges", "denies"]
StatementKind = Literal["fact", "opinion", "appeal"]
VoiceKind = Literal["named", "collective", "unnamed"]
Aspect = Literal["killed", "injured", "responsible", "displaced", "detained", "materiel", "damage", "link"]
Relation = Literal[
    "supports", "linked with", "arms", "finances", "trains", "shelters", "trades with", "commands",
    "part of", "manufactures", "supplies part", "owns",
]  # fmt: skip
EventKind = Literal[
    "airstrike",
    "shelling",
    "bombing",
    "ground_attack",
    "chemical",
    "execution",
    "shootdown",
    "campaign",
    "other",
]

# rule of the reason by which a report tells of an attack as another than those that it told before
TOLD_APART: Final = "told apart"

OF_REPORTS: Final = (
    "reports of others"  # rule of a stance: the speaker speaks of what others, unnamed, have reported
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as the text names it.

    `name` is the words themselves ("the Velgrad-based monitor", "a source at Velgrad Harbour Office"); `refers` is
    the fuller name that the same report gives for the same speaker ("Syrian Observatory for Human Rights"), or "".
    `span` is None only for a speaker that the container names outside the text (a byline field).
    """

    name: str
    kind: VoiceKind
    span: Span | None = None
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: a voice, the words that make it a speaker, and how surely it speaks there."""

    voice: Voice
    stance: Stance
    reason: Reason
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place as the text names it, not yet resolved; `relation` is "in", "near", "west of", "countryside of", ..."""

    name: str
    span: Span
    relation: str = "in"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of which group: killed, injured, displaced or detained.

    `group` is the text's own word, singular or plural folded to plural ("civilians", "children", "fighters"),
    "people" where it names none.  `part` is "" or "of killed or injured", where one number covers both.
    """

    amount: Amount
    group: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Culprit:
    """Who is said to have done it, as named; "unknown" where the text says that nobody knows."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """An alleged link between two actors, as named, read "subject relation object"."""

    subject: str
    relation: Relation
    object: str
    subject_span: Span
    object_span: Span


@dataclass(frozen=True, slots=True)
class Thing:
    """Materiel (`what` was moved, seized, found) or damage (`what` was hit or destroyed), with its number if given."""

    what: str
    amount: Amount | None
    span: Span


Value = Count | Culprit | Link | Thing


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion at one place of a report: what, by whom, how surely.

    `span` is the content, at most a sentence.  `hops` is the chain after the outlet, nearest first, root last; empty
    when the outlet says it in its own voice and nothing in the document shows where it has it from.  `stance` is the
    root's, hedged if any hop hedges.  `event` and `event_span` are the trigger of what happened, `when` and `where`
    what the text says of its time and place (`where` innermost first).  `scene` numbers the happenings that one
    report tells of: statements of one report with equal scene speak of one incident.
    """

    id: str
    report: str
    span: Span
    aspect: Aspect
    value: Value
    stance: Stance
    kind: StatementKind
    hops: tuple[Hop, ...] = ()
    event: EventKind | None = None
    event_span: Span | None = None
    when: Interval | None = None
    when_span: Span | None = None
    where: tuple[Toponym, ...] = ()
    scene: int = 0
    reasons: tuple[Reason, ...] = ()
