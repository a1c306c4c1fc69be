"""From captures to reports and what they state: every document in a child, every result kept for the next build."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from whence.flow import stages
from whence.flow.arrivals import Arrival, Arrivals, in_force
from whence.flow.basis import Basis
from whence.flow.cache import Cache
from whence.flow.readers import ENDPOINT, WITHOUT
from whence.flow.sandbox import Outcome, Pool
from whence.flow.stages import Opened, Reading
from whence.flow.tombstones import erased
from whence.model.codec import decode, encode
from whence.model.errors import IntegrityError, UsageError
from whence.model.ids import content_id, digest
from whence.model.layout import CaseLayout
from whence.model.report import Capture, Record, Report, Trouble
from whence.preserve.vault import Vault

if TYPE_CHECKING:
    from whence.flow.asking import Asker

Progress = Callable[[str, int, int], None]
RETRIED: Final = frozenset(
    ("timeout", "crashed", "memory")
)  # may come of a busy machine: tried again each build
_LATE: Final = "late"  # comes of the report itself: tried again when the reader or the limits change
_UNREAD: Final = "reading it failed: "
_FEW: Final = (
    8  # reports that one child reads; with more children what is needed later would only take memory
)
_TOLD: Final = 1000  # kept readings that are taken in in about a second
_OF_A_FEED: Final = re.compile(r"-row\d+$")  # a row that an erasure made a capture of its own keeps its label
_SPLIT: Final = (
    "The bytes are kept; the rest was read. If the document is long, split it into the texts that it holds."
)
_HINT: Final = "The bytes are kept; the rest of the pile was read. Report it if the document is a common one."


@dataclass(frozen=True, slots=True)
class Entry:
    """A record without its content: where it lies, what it is called, and the digest of all its fields."""

    locator: str
    own_digest: str
    label: str
    fields: str

    @property
    def report(self) -> str:
        """The id of the report that the record makes."""
        return content_id("report", self.own_digest)


@dataclass(frozen=True, slots=True)
class Index:
    """The records of a capture, and the troubles with it: what the cache keeps of opening it."""

    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that reading documents one by one gave; reports sorted by label and id, statements by report and place."""

    captures: tuple[Capture, ...]
    readings: tuple[Reading, ...]
    troubles: tuple[Trouble, ...]


@dataclass(slots=True)
class Gathering:
    """One gathering: where from, with which children and cache, and what it found so far.

    `idle` is what the caller needs later, done here while a child gets ready to read a few reports.
    """

    layout: CaseLayout
    basis: Basis
    cache: Cache
    pool: Pool
    progress: Progress
    troubles: list[Trouble] = field(default_factory=list)
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    came: dict[str, Arrival] = field(default_factory=dict)
    asker: "Asker | None" = None
    idle: Callable[[], object] | None = None

    def run(self) -> Gathered:
        """Open every capture and read every report that the cache does not know."""
        captures = Vault(self.layout).captures()
        past = Arrivals(self.layout).by_capture()
        came = self.came = {c.digest: in_force(past.get(c.digest, []), c.digest) for c in captures}
        indexes = self._indexes()
        _, gone = erased(self.layout)
        places: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for capture, index in sorted(indexes.items()):
            self.troubles += index.troubles
            for entry in index.entries:
                if entry.report in gone:
                    self.troubles.append(_gone(self._where(capture, entry)))
                else:
                    places[entry.report].append((capture, entry))
        read = self._readings(places)
        if self.basis.reader == ENDPOINT:
            read = self._answered(read, places)
        labels = _labels({r: _label(found, came) for r, found in places.items()})
        readings = [_placed(read[r], labels[r], places[r]) for r in places]
        readings += _unopened(captures, indexes, came)
        ordered = sorted(readings, key=lambda r: (r.report.label, r.report.id))
        return Gathered(captures, tuple(ordered), tuple(sorted(set(self.troubles))))

    def _indexes(self) -> dict[str, Index]:
        found: dict[str, Index] = {}
        for capture, arrival in self.came.items():
            body = self.cache.get("opened", _subject(capture), self._opened_key(arrival))
            if body is not None:
                found[capture] = decode(Index, body.decode("utf8"))
        missing = [c for c in self.came if c not in found]
        for capture, (index, whole) in self._open(missing).items():
            found[capture] = index
            if whole:
                key = self._opened_key(self.came[capture])
                self.cache.put("opened", _subject(capture), key, encode(index).encode("utf8"))
        return found

    def _open(self, captures: Sequence[str]) -> dict[str, tuple[Index, bool]]:
        """Open captures in children, remember their records, and say of each whether it could be opened."""
        found: dict[str, tuple[Index, bool]] = {}
        for part in _batches(captures):
            held = [(c, d) for c, d in ((c, self._bytes(c, found)) for c in part) if d is not None]
            work = [(d, self.came[c].name, dict(self.came[c].mapping)) for c, d in held]
            outcomes = self.pool.map(
                stages.open_capture, work, self._counter("Opening", len(found), len(captures))
            )
            for (capture, _), outcome in zip(held, outcomes, strict=True):
                found[capture] = self._opened(capture, self.came[capture].name, outcome)
        return found

    def _bytes(self, capture: str, found: dict[str, tuple[Index, bool]]) -> bytes | None:
        """Return a capture's bytes; None if they are not what they were, which is noted and stops nothing."""
        try:
            return Vault(self.layout).get(capture)
        except IntegrityError as wrong:
            trouble = Trouble(self.came[capture].name, "open", "altered", str(wrong), wrong.hint)
            found[capture] = Index((), (trouble,)), False
            return None

    def _opened(self, capture: str, name: str, outcome: Outcome) -> tuple[Index, bool]:
        if outcome.value is None:
            return Index((), (_failed(name, "open", outcome, ""),)), False
        opened = decode(Opened, outcome.value.decode("utf8"))
        for record in opened.records:
            self.records[capture, record.locator] = record
        return Index(tuple(_entry(r) for r in opened.records), opened.troubles), True

    def _readings(self, places: dict[str, list[tuple[str, Entry]]]) -> dict[str, Reading]:
        """Return what each report gave, from the cache or read now."""
        found: dict[str, Reading] = {}
        kept: dict[str, bytes] = {}
        missing: dict[str, tuple[str, Entry]] = {}
        for report, where in places.items():
            capture, entry = min(where, key=lambda w: (w[1].fields, w[0], w[1].locator))
            body = self.cache.get("reading", report, self._reading_key(entry))
            late = self.cache.get(_LATE, report, self._late_key(entry)) if body is None else None
            if late is not None:
                found[report] = self._late(report, self._where(capture, entry), late)
            elif body is None:
                missing[report] = capture, entry
            else:
                kept[report] = body
        forgotten = sorted({c for c, e in missing.values() if (c, e.locator) not in self.records})
        self._open(forgotten)

        def take() -> None:
            for number, (report, body) in enumerate(kept.items()):
                if number % _TOLD == _TOLD - 1:
                    self.progress("Taking in what was read before", number, len(kept))
                found[report] = decode(Reading, body.decode("utf8"))
            kept.clear()
            if self.idle and 0 < len(missing) <= _FEW:
                self.idle()

        if missing and self.basis.reader != ENDPOINT:
            self._make_ready(take)
        take()
        return found | self._read(missing)

    def _late(self, report: str, where: str, kept: bytes) -> Reading:
        """Return what is kept of a report that was late by itself, and note that once more."""
        reading = decode(Reading, kept.decode("utf8"))
        outcome = Outcome(None, _LATE, reading.report.unread.removeprefix(_UNREAD))
        self.troubles.append(_failed(where, "read", outcome, report))
        return reading

    def _answered(
        self, read: dict[str, Reading], places: dict[str, list[tuple[str, Entry]]]
    ) -> dict[str, Reading]:
        """Return the readings with what an endpoint answered, or answers, about them."""
        from whence.flow.answering import Answering  # noqa: PLC0415  (few cases ask anybody)

        asked = Answering(self.layout, self.basis, self.cache, self.pool, self.progress, self.asker)
        told = asked.run(
            read, lambda report: self._where(*min(places[report], key=lambda w: (w[0], w[1].locator)))
        )
        self.troubles += asked.troubles
        return told

    def _read(self, missing: dict[str, tuple[str, Entry]]) -> dict[str, Reading]:
        found: dict[str, Reading] = {}
        for part in _batches(list(missing)):
            work = [self._work(*missing[r]) for r in part]
            arguments = [
                (record, self.basis.languages, self.basis.knowledge, self.basis.reader) for record in work
            ]
            counter = self._counter("Reading", len(found), len(missing))
            keep = partial(self._keep, found, [(r, missing[r][1]) for r in part])
            outcomes = self.pool.map(stages.read_record, arguments, counter, each=keep)
            for report, record, outcome in zip(part, work, outcomes, strict=True):
                if outcome.value is None:
                    found[report] = self._unread(report, self._where(*missing[report]), record, outcome)
                    if outcome.code == _LATE:
                        kept = encode(found[report]).encode("utf8")
                        self.cache.put(_LATE, report, self._late_key(missing[report][1]), kept)
        return found

    def _keep(
        self, found: dict[str, Reading], part: Sequence[tuple[str, Entry]], number: int, outcome: Outcome
    ) -> None:
        """Keep a reading as soon as it is there: a kill then costs the reports that are being read, and no more."""
        report, entry = part[number]
        if outcome.value is not None:
            self.cache.put("reading", report, self._reading_key(entry), outcome.value)
            found[report] = decode(Reading, outcome.value.decode("utf8"))

    def _make_ready(self, meanwhile: Callable[[], None]) -> None:
        """Raise UsageError where the reader cannot work at all: it is no fault of every single report.

        The child that tries it goes on to read, so that nothing is loaded twice; `meanwhile` is done while it loads.
        """
        (tried,) = self.pool.map(stages.ready, [(self.basis.reader,)], meanwhile=meanwhile)
        if tried.code == "failed":
            raise UsageError(f"The reader {self.basis.reader!r} cannot start here: {tried.words}", WITHOUT)

    def _where(self, capture: str, entry: Entry) -> str:
        row = entry.locator.replace(":", " ")
        return f"{self.came[capture].name} {row}".strip()

    def _work(self, capture: str, entry: Entry) -> Record:
        return replace(self.records.pop((capture, entry.locator)), label="", locator="")

    def _unread(self, report: str, where: str, record: Record, outcome: Outcome) -> Reading:
        """Return a report that says why it was not read, with its text if that can be had."""
        self.troubles.append(_failed(where, "read", outcome, report))
        (again,) = self.pool.map(stages.text_alone, [(record, self.basis.languages)])
        reason = _UNREAD + outcome.words
        if again.value is None:
            return _without_text(report, "", reason)
        reading = decode(Reading, again.value.decode("utf8"))
        return replace(reading, report=replace(reading.report, unread=reading.report.unread or reason))

    def _counter(self, stage: str, before: int, total: int) -> Callable[[int], None]:
        return lambda done: self.progress(stage, before + done, total)

    def _opened_key(self, arrival: Arrival) -> str:
        parts = (arrival.name, *(part for pair in arrival.mapping for part in pair))
        return content_id("opened", self.basis.digest, *parts)

    def _reading_key(self, entry: Entry) -> str:
        return content_id("reading", self.basis.digest, entry.fields)

    def _late_key(self, entry: Entry) -> str:
        return content_id("late", self._reading_key(entry), repr(self.pool.limits))


def _batches(items: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    """Yield `items` in parts, so that only so many documents are in memory on their way to a child."""
    return (items[i : i + size] for i in range(0, len(items), size))


def _subject(capture: str) -> str:
    return capture.partition(":")[2]


def _entry(record: Record) -> Entry:
    bare = replace(record, label="", locator="")
    return Entry(record.locator, record.own_digest, record.label, digest(encode(bare).encode("utf8")))


def _label(found: Sequence[tuple[str, Entry]], came: dict[str, Arrival]) -> str:
    """Return the report's label: the feed's id or the file's stem; of several the first in order."""
    return min(_own_label(entry, came[capture].name) for capture, entry in found)


def _own_label(entry: Entry, name: str) -> str:
    stem = PurePosixPath(name).stem or name
    if entry.locator == "row:1" and _OF_A_FEED.search(stem) and entry.label in ("", entry.locator):
        return stem
    if entry.locator and entry.label in ("", entry.locator):
        return f"{stem}-{entry.locator.replace(':', '')}"
    return entry.label or stem


def _labels(wanted: dict[str, str]) -> dict[str, str]:
    """Return a label for each report id; labels that several reports want are qualified for all of them."""
    holders: dict[str, list[str]] = defaultdict(list)
    for report, label in wanted.items():
        holders[label].append(report)
    return {r: label if len(holders[label]) == 1 else f"{label}~{r[:8]}" for r, label in wanted.items()}


def _placed(reading: Reading, label: str, where: Sequence[tuple[str, Entry]]) -> Reading:
    captures = tuple(sorted((capture, entry.locator) for capture, entry in where))
    return replace(reading, report=replace(reading.report, label=label, captures=captures))


def _unopened(
    captures: Sequence[Capture], indexes: dict[str, Index], came: dict[str, Arrival]
) -> Iterable[Reading]:
    """Yield an unread report for each capture that holds something, but nothing that could be opened."""
    for capture in captures:
        index = indexes[capture.digest]
        troubles = [t for t in index.troubles if t.code != "empty"]
        if not index.entries and troubles:
            report = content_id("report", capture.digest)
            name = came[capture.digest].name
            reading = _without_text(report, PurePosixPath(name).stem or name, troubles[0].message)
            yield replace(reading, report=replace(reading.report, captures=((capture.digest, ""),)))


def _without_text(report: str, label: str, reason: str) -> Reading:
    return Reading(Report(report, label, "", digest(b""), unread=reason))


def _failed(where: str, stage: str, outcome: Outcome, report: str) -> Trouble:
    hint = _SPLIT if outcome.code in (_LATE, "timeout") else _HINT
    return Trouble(where, stage, outcome.code, f"{where}: {outcome.words}", hint, report)


def _gone(where: str) -> Trouble:
    words = f"{where}: this report was erased from the case; it is not read, though a file brought it again"
    return Trouble(where, "open", "erased", words, "Take it out of the file, or erase the file as well.")
