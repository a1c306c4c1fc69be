"""The reader that asks: every claim of an answer is held against the text, and what does not stand there is counted.

What happened where and when, and which claims are of one happening, Whence's own tables say, as for every reader.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from whence.model.codec import encode
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Statement
from whence.read.actors import find_actors
from whence.read.headline import without_headline
from whence.read.llm.answer import Fault, parse
from whence.read.llm.claims import RULE, Read, Sieve
from whence.read.llm.pieces import pieces, places
from whence.read.llm.prompt import Question, prompt_digest, questions
from whence.read.llm.verbatim import Finder
from whence.read.scenes import Scenes, find_scenes
from whence.read.settings import find_settings

Ask = Callable[[Question], str]
"""Gives the content of the answer to a question: out of what is kept, or over a door that the caller owns."""

NAME: Final = "endpoint"


class Unanswered(ValueError):  # noqa: N818  (as the others of the tree: what it is, not that it is an error)
    """A question has no answer that can be read, so that its report is not read."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What an endpoint's answers on one report come to: the statements, and what was dropped by what was wrong.

    To the names of `Sieve.dropped` comes "form": statements that lack the form of the schema.
    """

    statements: tuple[Statement, ...]
    dropped: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EndpointReader:
    """Reads by asking the model `model` at `endpoint` (how people name it) through `ask`."""

    ask: Ask
    model: str
    endpoint: str
    name: str = NAME

    @property
    def version(self) -> str:
        """The prompt's digest with the names of model and endpoint."""
        return f"{prompt_digest()[:12]} {self.model} at {self.endpoint}"

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for one that is not read; raise Unanswered."""
        return self.hear(report).statements

    def hear(self, report: Report) -> Heard:
        """Return what `report` states with what was dropped of the answers; raise Unanswered if one is none."""
        if report.unread:
            return Heard((), ())
        sieve = Sieve(report, places(report), find_actors(report.text))
        read: list[Read] = []
        for piece, question in zip(pieces(report), questions(report), strict=True):
            answer = parse(self.ask(question))
            if isinstance(answer, Fault):
                raise Unanswered(f"the answer cannot be read: {answer.words}")
            sieve.dropped["form"] += answer.misfits
            read += sieve.keep(answer.claims, Finder(report.text, piece.stretches))
        statements = self._statements(report, sieve, read)
        return Heard(statements, _counted(sieve.dropped))

    def _statements(self, report: Report, sieve: Sieve, read: list[Read]) -> tuple[Statement, ...]:
        unique = list(dict.fromkeys(r.draft for r in read))
        drafts = without_headline(report, unique)
        kept = set(drafts)
        scenes = find_scenes(report, sieve.places, find_settings(report, sieve.places), drafts)
        made = {s.id: s for s in (self._statement(report, r, scenes) for r in read if r.draft in kept)}
        return tuple(sorted(made.values(), key=lambda s: (s.span.start, s.span.end, s.aspect, s.id)))

    def _statement(self, report: Report, read: Read, scenes: Scenes) -> Statement:
        draft, event = read.draft, read.draft.event
        placed = scenes.placed[draft.sentence]
        key = Evidence(report.id, Span.of(report.text, draft.key_start, draft.key_end))
        why = Reason(RULE, f"{self.model} read it so; the words stand in the text", (key,))
        return Statement(
            id=_id(report, read),
            report=report.id,
            span=Span.of(report.text, draft.start, draft.end),
            aspect=draft.aspect,
            value=draft.value,
            stance=read.stance,
            kind=read.kind,
            hops=read.hops,
            event=event.kind if event else None,
            event_span=Span.of(report.text, event.start, event.end) if event else None,
            when=placed.when,
            when_span=placed.when_span,
            where=placed.where,
            scene=scenes.of[draft.sentence],
            reasons=(why, *read.reasons, *placed.reasons),
        )


def _id(report: Report, read: Read) -> str:
    draft = read.draft
    root = read.hops[-1].voice.name if read.hops else ""
    places = str(draft.start), str(draft.end), str(draft.key_start)
    return content_id("statement", report.id, draft.aspect, *places, encode(draft.value), root)


def _counted(dropped: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((what, n) for what, n in dropped.items() if n))
