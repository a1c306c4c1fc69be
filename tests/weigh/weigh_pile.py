"""A small pile about the fictional Republic of Ostrava, built statement by statement."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from whence.model.finding import Account, AspectAccount, Copy, Incident, Passage, Source, SourceTable
from whence.model.ids import content_id, digest
from whence.model.judgement import NO_RULINGS, Rulings
from whence.model.report import Report
from whence.model.span import Reason, Span
from whence.model.statement import Count, Culprit, Hop, Statement, Value, Voice
from whence.model.values import Amount, Interval
from whence.weigh.account import Linked, make_accounts

VAGUE = {"residents", "activists", "medics"}


def day(number: int) -> Interval:
    return Interval.of_days(datetime(2031, 5, number, tzinfo=UTC))


def people(number: int, group: str = "people", upper: int | None = -1) -> Count:
    top = number if upper == -1 else upper
    return Count(Amount(number, top, str(number)), group)


@dataclass
class Pile:
    reports: dict[str, Report] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    hops: dict[tuple[str, int], str] = field(default_factory=dict)
    copies: list[Copy] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)

    def source(self, name: str, owner: str = "") -> str:
        self.sources[name] = Source(name, name, "organisation", name in VAGUE, owner)
        return name

    def report(self, key: str, outlet: str, told: int | None = 1, credit: str = "") -> str:
        text = f"{key} of {outlet}: " + " ".join(f"word{key}{i}" for i in range(200))
        spans = (Span.of(text, 0, 3),) if credit else ()
        self.reports[key] = Report(
            key, key, text, digest(text.encode()), outlet=outlet, credits=(credit,) if credit else (),
            credit_spans=spans, published=day(told) if told else None,
        )  # fmt: skip
        for name in filter(None, (outlet, credit)):
            self.sources.get(name) or self.source(name)
        return key

    def say(self, report: str, value: Value, *voices: str, aspect: Any = "", **more: Any) -> str:
        at = 10 + 40 * sum(s.report == report for s in self.statements)
        text = self.reports[report].text
        span = Span.of(text, at, at + 30)
        kind = aspect or ("responsible" if isinstance(value, Culprit) else "killed")
        key = content_id("statement", report, str(at), kind)
        hops = tuple(
            Hop(Voice(v, "named", Span.of(text, at, at + 5)), "states", Reason("cue", "said")) for v in voices
        )
        stance = more.pop("stance", "states")
        self.statements.append(
            Statement(key, report, span, kind, value, stance, more.pop("kind", "fact"), hops, **more)
        )
        for number, voice in enumerate(voices):
            self.sources.get(voice) or self.source(voice)
            self.hops[(key, number)] = voice
        return key

    def blame(self, report: str, actor: str, *voices: str, **more: Any) -> str:
        text = self.reports[report].text
        return self.say(report, Culprit(actor, Span.of(text, 0, 4)), *voices, **more)

    def copy(self, copy: str, original: str, known: bool = True, share: float = 1.0) -> None:
        one, other = self.reports[copy].text, self.reports[original].text
        passage = Passage(Span.of(one, 5, len(one)), Span.of(other, 5, len(other)), 200)
        direction: Any = "known" if known else "unknown"
        self.copies.append(
            Copy(copy, original, (passage,), share, share, direction, Reason("copy", "shared words"))
        )

    def table(self) -> SourceTable:
        outlets = {r.id: r.outlet for r in self.reports.values()}
        return SourceTable(self.sources, self.hops, outlets, {r.id: r.credits for r in self.reports.values()})

    def linked(self, **more: Any) -> Linked:
        told = tuple(self.statements)
        incident = Incident(
            "i", "Airstrike at Velky, 2031-05-01", "airstrike", day(1), (), (), tuple(s.id for s in told)
        )
        made = Linked(
            tuple(self.reports.values()),
            told,
            self.table(),
            tuple(self.copies),
            (),
            (incident,),
            actors=self.actors,
        )
        return replace(made, **more)

    def account(self, rulings: Rulings = NO_RULINGS, **more: Any) -> Account:
        return make_accounts(self.linked(**more), rulings)[0]

    def aspect(self, rulings: Rulings = NO_RULINGS) -> AspectAccount:
        return self.account(rulings).aspects[0]

    def count(self, rulings: Rulings = NO_RULINGS) -> tuple[int, int | None]:
        speaking = self.aspect(rulings).speaking
        return speaking.least, speaking.most
