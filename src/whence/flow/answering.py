"""The second half of reading with an endpoint: questions about reports that are texts already, and their statements.

Sending is the parent's, and only where an `Asker` was handed in; what became of the answers is worked out in children,
like all reading.  A report one of whose questions has no answer is not read, which is told, and the others go on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final

from whence.flow import stages
from whence.flow.answers import NO_COST, Answers, Cost, Exchange
from whence.flow.basis import Basis
from whence.flow.cache import Cache
from whence.flow.sandbox import Outcome, Pool
from whence.flow.stages import Reading
from whence.model.codec import decode, encode
from whence.model.ids import content_id
from whence.model.layout import CaseLayout
from whence.model.report import Trouble
from whence.read.llm.prompt import Question

if TYPE_CHECKING:
    from whence.flow.asking import Asker

Progress = Callable[[str, int, int], None]
OPEN: Final = frozenset(("unasked", "unanswered"))  # what an asker may still mend
_BATCH: Final = 500  # reports on their way to children at once
_UNASKED: Final = "no endpoint was asked about it"
_ASK: Final = "Ask about it with: whence build --reader endpoint"
_LATER: Final = "What was answered is kept; ask again with: whence build --reader endpoint"
_WORDS: Final[Mapping[str, str]] = {
    "form": "of a form that is none",
    "quote": "with a quote that is not in the text",
    "value": "with words that are not in their quote",
    "number": "without one number that can be read",
    "voice": "with a voice or its cue not in the text",
    "stance": "with a doubt or denial for which no words stand",
    "name": "fuller name of a voice that is not in the text (its statement is kept)",
}


@dataclass(slots=True)
class Answering:
    """Turns readings that are texts alone into readings with statements, by what an endpoint answered or answers."""

    layout: CaseLayout
    basis: Basis
    cache: Cache
    pool: Pool
    progress: Progress
    asker: "Asker | None" = None
    troubles: list[Trouble] = field(default_factory=list)

    def run(self, read: Mapping[str, Reading], where: Callable[[str], str]) -> dict[str, Reading]:
        """Return `read` with statements; `where` names a report for people.  `troubles` then holds what went wrong."""
        known = {r: self._known(r, reading) for r, reading in read.items()}
        done = {r: reading for r, reading in known.items() if reading is not None}
        fresh = {r: reading for r, reading in sorted(read.items()) if r not in done}
        wanted, failed = self._wanted(fresh, where)
        done |= failed
        kept = self._kept(wanted)
        self._ask(wanted, kept)
        whole = [r for r in wanted if all(q.id in kept[r] and kept[r][q.id].answer for q in wanted[r])]
        done |= self._hear({r: (fresh[r], kept[r]) for r in whole}, where)
        for report in sorted(wanted.keys() - done.keys()):
            done[report] = self._unread(fresh[report], wanted[report], kept[report], where(report))
        for report, reading in sorted(done.items()):
            self.troubles += _dropped(reading, where(report))
        return {r: done[r] for r in read}

    def _wanted(
        self, fresh: Mapping[str, Reading], where: Callable[[str], str]
    ) -> tuple[dict[str, tuple[Question, ...]], dict[str, Reading]]:
        """Return the questions about each report, cut in children, and the readings of those where that failed."""
        wanted: dict[str, tuple[Question, ...]] = {}
        failed: dict[str, Reading] = {}
        for report, outcome in self._each(stages.ask_about, {r: (encode(g),) for r, g in fresh.items()}):
            if outcome.value is None:
                failed[report] = self._failed(fresh[report], outcome, {}, where(report))
            else:
                wanted[report] = decode(tuple[Question, ...], outcome.value.decode("utf8"))
        return wanted, failed

    def _each(
        self, function: Callable[..., bytes], work: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[str, Outcome]]:
        """Yield what became of `function` for each report of `work`, with few of them on their way at once."""
        reports = list(work)
        for at in range(0, len(reports), _BATCH):
            part = reports[at : at + _BATCH]
            yield from zip(part, self.pool.map(function, [work[r] for r in part]), strict=True)

    def _known(self, report: str, reading: Reading) -> Reading | None:
        """Return the reading of an earlier build, or that of a report about which nothing is to be asked."""
        if reading.report.unread:
            return reading
        body = self.cache.get("heard", report, self._key(reading))
        return None if body is None else decode(Reading, body.decode("utf8"))

    def _key(self, reading: Reading) -> str:
        return content_id("heard", self.basis.digest, encode(reading))

    @property
    def _answers(self) -> Answers:
        return Answers(self.layout, self.basis.model, self.basis.endpoint)

    def _kept(self, wanted: Mapping[str, Sequence[Question]]) -> dict[str, dict[str, Exchange]]:
        """Return by report what is kept of each question."""
        pairs = {r: [self._answers.get(r, q.id) for q in asked] for r, asked in wanted.items()}
        return {r: {e.question: e for e in found if e is not None} for r, found in pairs.items()}

    def _ask(self, wanted: Mapping[str, Sequence[Question]], kept: Mapping[str, dict[str, Exchange]]) -> None:
        """Ask what has no answer, if there is an asker; each answer is kept the moment it is there."""
        lacking = {
            r: [q for q in asked if q.id not in kept[r] or not kept[r][q.id].answer]
            for r, asked in wanted.items()
        }
        work = [(r, q) for r, asked in lacking.items() for q in asked]
        if self.asker is None or not work:
            return
        reports = sorted({r for r, _ in work})
        size = sum(q.characters for _, q in work)
        self.asker.open(len(reports), len(work), size, content_id("reports", *reports))
        for done, (report, question) in enumerate(work, 1):
            exchange = self.asker.ask(question)
            if exchange is not None:
                self._answers.put(report, exchange)
                kept[report][question.id] = exchange
            self.progress(f"Asking {self.asker.endpoint.host}", done, len(work))

    def _hear(
        self, whole: Mapping[str, tuple[Reading, Mapping[str, Exchange]]], where: Callable[[str], str]
    ) -> dict[str, Reading]:
        """Return the readings that the answers make, worked out in children; failures are told."""
        ground = self.basis
        work = {
            report: (encode(reading), encode(tuple(kept.values())), ground.model, ground.endpoint)
            for report, (reading, kept) in whole.items()
        }
        found: dict[str, Reading] = {}
        for report, outcome in self._each(stages.hear, work):
            self.progress("Checking answers", len(found) + 1, len(work))
            reading, kept = whole[report]
            if outcome.value is None:
                found[report] = self._failed(reading, outcome, kept, where(report))
            else:
                found[report] = decode(Reading, outcome.value.decode("utf8"))
                self.cache.put("heard", report, self._key(reading), outcome.value)
        return found

    def _failed(
        self, reading: Reading, outcome: Outcome, kept: Mapping[str, Exchange], where: str
    ) -> Reading:
        message = f"{where}: {outcome.words}"
        self.troubles.append(Trouble(where, "read", outcome.code, message, "", reading.report.id))
        return _without(reading, f"reading it failed: {outcome.words}", kept)

    def _unread(
        self, reading: Reading, asked: Sequence[Question], kept: Mapping[str, Exchange], where: str
    ) -> Reading:
        """Return the reading of a report that has no whole answer: not read, which is not nothing found."""
        faults = [(i, kept[q.id].fault) for i, q in enumerate(asked, 1) if q.id in kept and kept[q.id].fault]
        if not faults:
            words = f"{where}: {_UNASKED}"
            self.troubles.append(Trouble(where, "read", "unasked", words, _ASK, reading.report.id))
            return _without(reading, _UNASKED, kept)
        number, fault = faults[0]
        part = f" on part {number} of {len(asked)}" if len(asked) > 1 else ""
        reason = f"the endpoint gave no answer{part}: {fault}"
        message = f"{where}: {reason}"
        self.troubles.append(Trouble(where, "read", "unanswered", message, _LATER, reading.report.id))
        return _without(reading, reason, kept)


def cost_of(exchanges: Mapping[str, Exchange]) -> Cost:
    """Return what all of `exchanges` took."""
    return reduce(add, (e.cost for e in exchanges.values()), NO_COST)


def counts(readings: Sequence[Reading]) -> dict[str, str]:
    """Return what asking about `readings` took and what was dropped of the answers, for the method of the findings."""
    cost = reduce(add, (r.cost for r in readings), NO_COST)
    lost = sum(n for r in readings for what, n in r.dropped if what != "name")
    told = {
        "requests sent": str(cost.requests),
        "requests repeated": str(cost.repeats),
        "tokens sent": str(cost.tokens_in),
        "tokens received": str(cost.tokens_out),
        "seconds waited": f"{cost.seconds:g}",
        "statements dropped": str(lost),
    }
    return {f"count: endpoint {name}": n for name, n in told.items()}


def _without(reading: Reading, reason: str, kept: Mapping[str, Exchange]) -> Reading:
    return replace(reading, report=replace(reading.report, unread=reason), cost=cost_of(kept))


def _dropped(reading: Reading, where: str) -> list[Trouble]:
    """Return the trouble of a report of whose answers something was dropped, or to which there was no answer at all."""
    report = reading.report
    found = []
    if reading.dropped:
        listed = "; ".join(f"{n} {_WORDS[what]}" for what, n in reading.dropped)
        words = f"{where}: of what the model said was dropped: {listed}"
        hint = "The rest of its answer was kept. A model that often makes up words is a poor reader."
        found.append(Trouble(where, "read", "dropped", words, hint, report.id))
    if reading.silent:
        words = f"{where}: the model found nothing in it; Whence's own rules find {reading.silent} statements"
        hint = "Read it yourself: a text can talk a model into silence. --reader rules cannot be talked to."
        found.append(Trouble(where, "read", "silent", words, hint, report.id))
    return found
