"""The stages that work on one document: pure functions run in children, each giving canonical JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import Final

from whence.flow import resources
from whence.flow.answers import NO_COST, Cost, Exchange
from whence.flow.readers import ENDPOINT, reader
from whence.model.codec import decode, encode
from whence.model.finding import PersonName, Sensitive
from whence.model.ids import content_id, digest
from whence.model.report import Block, Record, Report, Trouble
from whence.model.statement import Statement

VERSION: Final = (
    "1"  # of this file's stages; raise it when their results change for other reasons than a room's
)
LONGEST: Final = 10_000_000  # code points of one record; a novel has a million


@dataclass(frozen=True, slots=True)
class Opened:
    """What a capture holds."""

    records: tuple[Record, ...]
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one record gave; the report bears no label and no captures yet: they come from the pile, not from it.

    With an endpoint: what was `dropped` of its answers, what they cost, and how many statements the rules find where
    it found none (`silent`).
    """

    report: Report
    statements: tuple[Statement, ...] = ()
    persons: tuple[PersonName, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()
    cost: Cost = NO_COST
    silent: int = 0


def open_capture(data: bytes, name: str, mapping: Mapping[str, str]) -> bytes:
    """Return the `Opened` of a capture's bytes, encoded."""
    from whence.preserve.formats import open_records  # noqa: PLC0415  (cold start)

    records, troubles = open_records(data, name, mapping)
    return _encoded(Opened(tuple(_whole(r) for r in records), troubles))


def read_record(record: Record, languages: tuple[str, ...], knowledge: str, by: str = "") -> bytes:
    """Return the `Reading` of a record by the reader `by`, encoded; `knowledge` is the folder of the case's tables."""
    from whence.read.persons import find_persons  # noqa: PLC0415  (cold start)
    from whence.read.sensitive import find_sensitive  # noqa: PLC0415  (cold start)
    from whence.read.uppercase import cased, requoted  # noqa: PLC0415  (cold start)

    report = _report(record, languages)
    public = resources.knowledge(knowledge).public_names()
    statements = () if report.unread or by == ENDPOINT else reader(by).read(report)
    seen = cased(report)
    persons, sensitive = find_persons(seen, public), find_sensitive(seen)
    if seen is not report:
        persons, sensitive = requoted(persons, report.text), requoted(sensitive, report.text)
    return _encoded(Reading(report, statements, persons, sensitive))


def ready(by: str) -> bytes:
    """Return b"" if the reader `by` can read here; raise whatever it raises on a short text, if it cannot."""
    text = "The ministry said that two people were killed."
    reader(by).read(Report("", "", text, "", language="en", blocks=(Block(0, len(text), "body"),)))
    return b""


def ask_about(reading: str) -> bytes:
    """Return the questions about the report of an encoded `Reading`, encoded."""
    from whence.read.llm.prompt import questions  # noqa: PLC0415  (cold start)

    return _encoded(questions(decode(Reading, reading).report))


def hear(reading: str, exchanges: str, model: str, endpoint: str) -> bytes:
    """Return a `Reading` with the statements that the answers among `exchanges` make of it, all encoded."""
    from whence.read.llm.reader import EndpointReader  # noqa: PLC0415  (cold start)

    told = decode(Reading, reading)
    kept = decode(tuple[Exchange, ...], exchanges)
    answers = {e.question: e.answer for e in kept}
    heard = EndpointReader(lambda question: answers[question.id], model, endpoint).hear(told.report)
    silent = 0 if heard.statements else len(reader("rules").read(told.report))
    cost = reduce(add, (e.cost for e in kept), NO_COST)
    return _encoded(
        replace(told, statements=heard.statements, dropped=heard.dropped, cost=cost, silent=silent)
    )


def text_alone(record: Record, languages: tuple[str, ...]) -> bytes:
    """Return the `Reading` of a record that the reader fails on: its text, searchable and copy-checked."""
    return _encoded(Reading(_report(record, languages)))


def _report(record: Record, languages: tuple[str, ...]) -> Report:
    if len(record.text) + len(record.html) > LONGEST:
        reason = f"it is longer than {LONGEST:,} characters, which no report is; split it and add the parts"
        return Report(content_id("report", record.own_digest), "", "", digest(b""), unread=reason)
    from whence.read.text import make_report  # noqa: PLC0415  (cold start: trafilatura)

    report = replace(make_report(replace(record, label="", locator="")), label="", captures=())
    if report.unread or not report.language or report.language in languages:
        return report
    return replace(report, unread=f"its language ({report.language}) is not among the case's")


def _whole(record: Record) -> Record:
    """Return `record` without half characters, which no text file can hold."""
    fields = {
        name: getattr(record, name) for name in ("text", "html", "label", "title", "outlet", "byline", "url")
    }
    return replace(record, **{k: v.encode("utf8", "replace").decode("utf8") for k, v in fields.items()})


def _encoded(value: object) -> bytes:
    return encode(value).encode("utf8")
