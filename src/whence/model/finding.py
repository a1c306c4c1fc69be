"""What the machine concluded: sources, copies, incidents, origins and accounts.  Never mixed with what was said."""

from dataclasses import dataclass, field
from typing import Final, Literal

from whence.model.ids import content_id
from whence.model.rating import Rating
from whence.model.report import Capture, Report, Trouble
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Aspect, EventKind, Statement, Value
from whence.model.values import Interval, Place

SourceKind = Literal[
    "outlet", "agency", "monitor", "official", "military", "party", "state media", "organisation", "person",
    "witnesses", "media", "unnamed",
]  # fmt: skip
Direction = Literal["known", "unknown"]
DifferenceKind = Literal[
    "time of telling",
    "scope",
    "place",
    "date",
    "rounding",
    "spread",
    "denial",
    "rival culprit",
    "contradiction",
]

# rule of the reason that tells what the table of sources rests on where it says that one speaks for another
OWNER_FACT: Final = "owner fact"


@dataclass(frozen=True, slots=True)
class Source:
    """What voices resolve to.  `vague` sources widen an origin count and never settle it.

    `id` comes from the content: the key of a known source ("sohr"), else the folded name, for a vague source its
    kind alone ("activists"), for an outlet that names nobody the outlet.  `owner` is the id of the source that speaks
    through it ("" if its own).  `reasons` say what the resolution rests on.
    """

    id: str
    name: str
    kind: SourceKind
    vague: bool = False
    owner: str = ""
    aliases: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Every source, and which one each voice, outlet and credit resolves to.

    `of_hop` is keyed by (statement id, hop index), `of_outlet` by report id, `of_credit` by report id.
    """

    sources: dict[str, Source]
    of_hop: dict[tuple[str, int], str]
    of_outlet: dict[str, str]
    of_credit: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch that two reports share, verified word by word, as spans of each."""

    copy: Span
    original: Span
    words: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Report `copy` shares verified passages with report `original`.

    `share_of_copy` and `share_of_original` are the parts of each one's own words that are shared, in [0, 1].  Where
    `direction` is "unknown" nothing shows which is older or credited, and the two are in order of id.
    """

    copy: str
    original: str
    passages: tuple[Passage, ...]
    share_of_copy: float
    share_of_original: float
    direction: Direction
    reason: Reason


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """What a toponym resolves to: one place, several that it may be, or none that is known."""

    report: str
    start: int
    candidates: tuple[Place, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Incident:
    """What statements of many reports speak of.

    `id` comes from its first member's anchor.  `container` marks a campaign or roundup: a sum over many happenings,
    not one; `holds` are the ids of the incidents that lie in it.  `places` are resolved places (empty if none),
    `place_words` the words used.  `joined` gives, for each report pair that was joined, the reason.
    """

    id: str
    label: str
    event: EventKind
    interval: Interval | None
    places: tuple[Place, ...]
    place_words: tuple[str, ...]
    statements: tuple[str, ...]
    container: bool = False
    joined: tuple[Reason, ...] = ()
    holds: tuple[str, ...] = ()


def incident_id(first: Statement) -> str:
    """Return the id of the incident whose first member is `first`; made of any other member, it is an older address."""
    # the statement's own id tells apart two links of one span, and outlasts a correction of its value
    return content_id(
        "incident", first.report, str(first.span.start), str(first.span.end), first.aspect, first.id
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of telling: the source, whether it is vague, the statements that rest on it, and why they fold to it.

    `source` is a source id; `name` what people read.  An outlet's own word, or a group of copies without a credit, is
    an origin too.  `chains` are the distinct chains of source ids (nearest outlet first, root last).
    """

    source: str
    name: str
    vague: bool
    statements: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins: at least `least`, at most `most` (None if it cannot be bounded), and why.

    `circles` are rings of sources that cite one another and nobody else; they count as nothing.
    """

    least: int
    most: int | None
    origins: tuple[Origin, ...]
    reasons: tuple[Reason, ...]
    circles: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements that do not say the same, and of which kind the difference is."""

    kind: DifferenceKind
    first: str
    second: str
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One step of a source's series over time: what it gave, when it told it, in which statements."""

    source: str
    told: Interval | None
    value: Value
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueAccount:
    """One value or one culprit of an incident, with the origins behind it: the only count called corroboration.

    `outlets` is how many outlets carry it, which is what a reader would count without Whence.
    """

    value: Value
    behind: OriginCount
    statements: tuple[str, ...]
    outlets: int
    without: tuple[tuple[str, int], ...] = ()  # (source id, least that remains if that source falls)


@dataclass(frozen=True, slots=True)
class AspectAccount:
    """All that is said of one aspect of an incident, with the origins speaking of it (denials left out)."""

    aspect: Aspect
    speaking: OriginCount
    values: tuple[ValueAccount, ...]
    denials: tuple[str, ...]
    series: tuple[Telling, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the neutral summary, and the statements it rests on."""

    words: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The incident (or the link between two actors) told back: every value, its origins, and what contradicts it.

    `unread` counts the reports that could not be read and could bear on it.
    """

    incident: Incident
    aspects: tuple[AspectAccount, ...]
    summary: tuple[Clause, ...]
    reports: tuple[str, ...]
    unread: int = 0


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name in a report; `public` if the text gives a public office or role, or the resources know it.

    Names that are not public are masked by default wherever people read; this is not anonymisation.
    """

    report: str
    span: Span
    name: str
    public: bool
    reason: Reason


@dataclass(frozen=True, slots=True, order=True)
class Sensitive:
    """A passage that may hurt to read, folded behind the neutral `words` until a reader opens it."""

    report: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Findings:
    """One generation: everything that a build concluded, as the desk and the exports read it."""

    captures: tuple[Capture, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    sources: SourceTable
    copies: tuple[Copy, ...]
    places: tuple[PlaceLink, ...]
    incidents: tuple[Incident, ...]
    accounts: tuple[Account, ...]
    trouble: tuple[Trouble, ...]
    persons: tuple[PersonName, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)  # statement id -> what a person decided of it
    method: dict[str, str] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()  # Admiralty codes that people set, sorted
    # addresses that a judgement took away -> a statement near
    former: dict[str, str] = field(default_factory=dict)
