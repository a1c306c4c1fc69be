"""What the dossier's templates may use: one frozen view per thing shown, already masked, visible and in words."""

from dataclasses import dataclass, field

from whence.show.pieces import Paragraph


@dataclass(frozen=True, slots=True)
class Dots:
    """A count as dots: `full` origins that are certain, `open` ones that may be; `more` where nothing bounds it."""

    full: int
    open: int
    more: bool
    words: str
    brackets: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One voice of a chain."""

    name: str
    href: str
    said_as: str
    stance: str
    vague: bool


@dataclass(frozen=True, slots=True)
class StatementView:
    """One telling: the outlet, the chain behind it, the words, and where they stand."""

    anchor: str
    number: int
    outlet: str
    outlet_href: str
    report_href: str
    when: str
    steps: tuple[StepView, ...]
    stance: str
    kind: str
    quote: str
    fold: str
    decided: str
    ratings: tuple[str, ...]  # Admiralty codes that people set for the information
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin behind a value."""

    name: str
    href: str
    vague: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundView:
    """A reason in words and the passages it rests on, each as the report's anchor, its outlet and the quoted words."""

    words: str
    passages: tuple[tuple[str, str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class CountView:
    """Origins with their dots, their reasons, and the circles that count as nothing."""

    dots: Dots
    origins: tuple[OriginView, ...]
    why: tuple[GroundView, ...]
    circles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of an aspect."""

    anchor: str
    words: str
    count: CountView
    outlets: int
    carried: str
    statements: tuple[StatementView, ...]
    without: tuple[tuple[str, int], ...]

    @property
    def only_looks(self) -> bool:
        """Whether several outlets carry it and fewer than two origins stand behind it."""
        return self.outlets >= 2 and self.count.dots.full < 2


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two statements that differ, and how."""

    kind: str
    contradiction: bool
    words: str
    refs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AspectView:
    """One aspect of an account."""

    anchor: str
    name: str
    speaking: CountView
    values: tuple[ValueView, ...]
    denials: tuple[StatementView, ...]
    series: tuple[tuple[str, str, str, tuple[tuple[str, int], ...]], ...]
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One incident or link told back."""

    number: int
    anchor: str
    label: str
    event: str
    when: str
    where: str
    id: str
    reports: tuple[tuple[str, str], ...]
    unread: int
    campaign: bool
    parts: tuple[tuple[str, str, str], ...]  # (anchor, label, tolls) of what lies in a campaign or roundup
    clauses: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    aspects: tuple[AspectView, ...]
    joined: tuple[GroundView, ...]


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One source: what it is, whom it speaks for, who relies on it."""

    anchor: str
    name: str
    kind: str
    vague: bool
    owner: str
    owner_href: str
    aliases: tuple[str, ...]
    relying: tuple[tuple[str, str, int], ...]
    statements: tuple[tuple[str, int], ...]
    total: int
    ratings: tuple[str, ...]  # Admiralty codes that people set for the source
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with its text."""

    anchor: str
    title: str
    outlet: str
    label: str
    byline: str
    when: str
    url: str
    language: str
    credit: str
    unread: str
    digest: str
    text_digest: str
    copies: tuple[tuple[str, str, str], ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class TroubleView:
    """One row of trouble."""

    where: str
    message: str
    hint: str
    code: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page."""

    name: str
    version: str
    generation: str
    headline: str
    reports: int
    outlets: int
    values: int
    by_outlets: int
    still: int
    masked: bool
    people: int
    folds: int
    many: tuple[AccountView, ...]
    single: tuple[AccountView, ...]
    sources: tuple[SourceCard, ...]
    texts: tuple[ReportView, ...]
    unread: tuple[ReportView, ...]
    trouble: tuple[TroubleView, ...]
    method: tuple[tuple[str, str], ...] = field(default=())
