"""The desk: findings indexed for reading, and what a reader's words pick out of them.  Every view starts here."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from whence.model.errors import UsageError
from whence.model.finding import Account, AspectAccount, Findings, Sensitive, Source, Telling, ValueAccount
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Statement
from whence.model.values import Amount
from whence.show.mask import Mask, make_mask
from whence.show.phrases import value_words
from whence.show.safe import one_line

T = TypeVar("T")
_ID: Final = re.compile(r"[0-9a-f]{8,64}")
_PLACE: Final = re.compile(r"(.+):(\d+)-(\d+)")
_WORDINGS: Final = 3  # ways of putting one vague number that are shown


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain of telling: the source, the words that the report uses for it, and its stance."""

    source: str
    name: str
    said_as: str
    stance: str
    vague: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on which a reason rests: the report's id, `place` as LABEL:START-END (for `whence cite`), and the quote."""

    report: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason in words, passages on which it rests, and in how many more reports it rests on others."""

    words: str
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Findings with their indexes; `accounts` in reading order: most reports first, then by label."""

    findings: Findings
    mask: Mask
    accounts: tuple[Account, ...]
    numbers: Mapping[tuple[str, str], int]  # (incident id, label) -> 1-based place in `accounts`
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    incident_of: Mapping[str, str]  # statement id -> incident id
    account_of: Mapping[str, Account]  # by statement id
    by_report: Mapping[str, tuple[Statement, ...]]  # in order of place
    copied: Mapping[str, tuple[Span, ...]]  # report id -> passages that it shares with another
    folds: Mapping[str, tuple[Sensitive, ...]]
    resting: Mapping[str, tuple[str, ...]]  # source id -> ids of the statements in whose chain it stands

    def number(self, account: Account) -> int:
        """Return the account's 1-based place in reading order."""
        return self.numbers[account.incident.id, account.incident.label]

    def source(self, key: str) -> Source:
        """Return the source with id `key`, or one that is named by its id if the table lacks it."""
        return self.findings.sources.sources.get(key) or Source(key, key, "unnamed")

    def words(self, words: str, report: str = "") -> str:
        """Return words of the program or a container (about `report`, if one is named) masked and on one line."""
        return one_line(self.mask.words(words, report))

    def name(self, key: str) -> str:
        """Return the name by which people read the source `key`, masked if it is a private person's."""
        return one_line(self.mask.words(self.source(key).name))

    def outlet(self, report: Report) -> str:
        """Return the outlet's name, or the report's label where nothing names one."""
        key = self.findings.sources.of_outlet.get(report.id)
        return self.name(key) if key else one_line(self.mask.words(report.outlet or report.label))

    def title(self, report: Report) -> str:
        """Return the report's title, or its label, on one line and masked."""
        return one_line(self.mask.words(report.title or report.label, report.id))

    def chain(self, statement: Statement) -> tuple[Step, ...]:
        """Return the chain of `statement` after the outlet, nearest first, root last."""
        return tuple(self._step(statement, i) for i in range(len(statement.hops)))

    def voice(self, statement: Statement) -> tuple[str, ...]:
        """Return the names along the chain, without a hop that is the outlet itself."""
        own = self.findings.sources.of_outlet.get(statement.report)
        steps = self.chain(statement)
        return tuple(s.name for s in steps if s.source != own or own is None)

    def quote(self, statement: Statement) -> str:
        """Return the statement's words on one line, masked."""
        text = self.reports[statement.report].text
        return one_line(self.mask.text(statement.report, text, statement.span.start, statement.span.end))

    def grounds(self, reasons: Iterable[Reason], limit: int = 3) -> tuple[Ground, ...]:
        """Return `reasons` in words, each once, with up to `limit` of the passages that they rest on."""
        found: dict[str, dict[Evidence, None]] = {}
        for reason in reasons:
            found.setdefault(self.words(reason.words), {}).update(dict.fromkeys(reason.evidence))
        return tuple(self._ground(words, tuple(rests), limit) for words, rests in found.items())

    def _ground(self, words: str, rests: Sequence[Evidence], limit: int) -> Ground:
        first = {e.report: e for e in reversed(rests) if e.report in self.reports}
        shown = [e for e in rests if first.get(e.report) == e]  # one passage a report says where to look
        return Ground(words, tuple(self._passage(e) for e in shown[:limit]), max(0, len(shown) - limit))

    def _passage(self, evidence: Evidence) -> Passage:
        report, span = self.reports[evidence.report], evidence.span
        folded = [f.words for f in self.folds.get(report.id, ()) if f.span.overlaps(span)]
        quote = (
            folded[0] if folded else one_line(self.mask.text(report.id, report.text, span.start, span.end))
        )
        return Passage(report.id, f"{self.words(report.label)}:{span.start}-{span.end}", quote)

    def told(self, statements: Iterable[str]) -> tuple[Statement, ...]:
        """Return the statements with these ids that the findings hold, in order of publication, outlet and place."""
        held = [self.statements[s] for s in statements if s in self.statements]
        return tuple(sorted(held, key=self._order))

    def _order(self, s: Statement) -> tuple[str, str, str, int, str]:
        report = self.reports[s.report]
        when = report.published.start.isoformat() if report.published else "9"
        return when, self.outlet(report), report.id, s.span.start, s.id

    def ratings(self, about: str) -> tuple[str, ...]:
        """Return the codes that people set for the source or statement with id `about`, in words."""
        return tuple(one_line(r.words) for r in self.findings.ratings if r.about == about)

    def _step(self, statement: Statement, index: int) -> Step:
        hop = statement.hops[index]
        said = one_line(self.mask.words(hop.voice.name, statement.report))
        key = self.findings.sources.of_hop.get((statement.id, index), "")
        source = self.source(key) if key else None
        itself = key == self.findings.sources.of_outlet.get(
            statement.report
        )  # "our correspondent": no other source
        name = self.name(key) if key and not itself else said
        return Step(key, name, said, hop.stance, source.vague if source else hop.voice.kind != "named")


def make_desk(findings: Findings, mask: bool) -> Desk:
    """Return the desk over `findings`, with names of private persons masked if `mask`."""
    accounts = sorted(
        findings.accounts,
        key=lambda a: (-len(a.reports), a.incident.container, a.incident.label, a.incident.id),
    )
    return Desk(
        findings,
        make_mask(findings, mask),
        tuple(accounts),
        {(a.incident.id, a.incident.label): i for i, a in enumerate(accounts, 1)},
        {r.id: r for r in findings.reports},
        {s.id: s for s in findings.statements},
        {s: i.id for i in findings.incidents for s in i.statements},
        {s: a for a in accounts for s in a.incident.statements},
        _grouped(
            (s.report, s) for s in sorted(findings.statements, key=lambda s: (s.span.start, s.span.end, s.id))
        ),
        _grouped(
            pair
            for c in findings.copies
            for p in c.passages
            for pair in ((c.copy, p.copy), (c.original, p.original))
        ),
        _grouped((f.report, f) for f in sorted(findings.sensitive)),
        _grouped((key, s.id) for s in findings.statements for key in _standing(findings, s)),
    )


def _standing(findings: Findings, s: Statement) -> list[str]:
    """Return the sources on whose word `s` stands: those of its chain, else its outlet."""
    table = findings.sources
    keys = (
        {table.of_hop.get((s.id, i), "") for i in range(len(s.hops))}
        if s.hops
        else {table.of_outlet.get(s.report, "")}
    )
    return sorted(keys - {""})


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    out: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        out[key].append(value)
    return {k: tuple(v) for k, v in out.items()}


def statements_of(account: AspectAccount) -> tuple[str, ...]:
    """Return every statement id of an aspect's account, denials included, each once."""
    ids = [s for v in account.values for s in v.statements]
    return tuple(dict.fromkeys([*ids, *account.denials]))


def series_of(aspect: AspectAccount) -> tuple[Telling, ...]:
    """Return the tellings of sources that told more than once: one telling alone is no series."""
    times = Counter(t.source for t in aspect.series)
    return tuple(t for t in aspect.series if times[t.source] > 1)


def value_label(desk: Desk, value: ValueAccount) -> str:
    """Return the value in words, with its notes behind it in brackets."""
    words, notes = desk.words(value_words(value.value)), value_notes(desk, value)
    return f"{words} ({notes})" if notes else words


def value_notes(desk: Desk, value: ValueAccount) -> str:
    """Return other numbers that were taken as one with a value, and the words of which its number was made; or "".

    Where words such as "dozens" gave a number, nobody said it.
    """
    if not isinstance(value.value, Count):
        return ""
    told = [(s, s.value) for s in desk.told(value.statements) if isinstance(s.value, Count)]
    put = dict.fromkeys(desk.words(v.amount.words, s.report) for s, v in told if _reckoned(v.amount))
    said = ", ".join(f"“{w}”" for w in list(put)[:_WORDINGS])
    own = _number(value.value)
    others = dict.fromkeys(desk.words(value_words(v)) for _, v in told if _number(v) != own)
    also = f"also told as {', '.join(others)}" if others else ""
    return "; ".join(x for x in (also, f"in the texts {said}" if said else "") if x)


def _reckoned(amount: Amount) -> bool:
    """Return whether an end of the amount is a number that its words do not give ("dozens", "nearly 90")."""
    figures = amount.words.replace(",", "")
    return not amount.exact and any(
        str(e) not in figures for e in (amount.lower, amount.upper) if e is not None
    )


def _number(count: Count) -> int | None:
    """Return the number that "24", "at least 24" and "up to 24" share."""
    return count.amount.upper if count.amount.lower is None else count.amount.lower


def at_stake(value: ValueAccount) -> tuple[tuple[str, int], ...]:
    """Return the sources whose fall would leave a corroborated value with fewer origins, and how many remain."""
    return tuple(
        (key, left) for key, left in value.without if value.behind.least >= 2 and left < value.behind.least
    )


def resting_on(desk: Desk, key: str) -> tuple[Statement, ...]:
    """Return the statements in whose chain source `key` stands, or which are its own word as an outlet."""
    return desk.told(desk.resting.get(key, ()))


def relying_on(desk: Desk, key: str) -> dict[str, int]:
    """Return for each source whose reports stand on source `key` how many statements of theirs do."""
    counts: dict[str, int] = defaultdict(int)
    table = desk.findings.sources
    for sid in desk.resting.get(key, ()):
        s = desk.statements[sid]
        chain = [table.of_hop.get((s.id, i), "") for i in range(len(s.hops))]
        if key in chain:
            outlet = table.of_outlet.get(s.report, "")
            for before in {outlet, *chain[: chain.index(key)]} - {key, ""}:
                counts[before] += 1
    return dict(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))


def pick_account(desk: Desk, words: str) -> Account | None:
    """Return the account that `words` pick: its number, a prefix of its id, or words of its label; None if none."""
    if words.isdecimal() and 1 <= int(words) <= len(desk.accounts):
        return desk.accounts[int(words) - 1]
    by_id = [a for a in desk.accounts if len(words) >= 4 and a.incident.id.startswith(words.lower())]
    named = by_id or [a for a in desk.accounts if _has_words(label(desk, a), words)]
    exact = [a for a in named if label(desk, a).casefold() == words.casefold()]
    return _only(exact or named, words, [f"{desk.number(a)}  {label(desk, a)}" for a in named])


def pick_source(desk: Desk, words: str) -> Source | None:
    """Return the source that `words` pick: its id, its name or an alias, or words of its name; None if none."""
    sources = sorted(desk.findings.sources.sources.values(), key=lambda s: s.id)
    low = words.casefold()
    exact = [
        s for s in sources if low in {s.id.casefold(), s.name.casefold(), *(a.casefold() for a in s.aliases)}
    ]
    near = exact or [s for s in sources if _has_words(s.name, words)]
    return _only(near, words, [f"{s.id}  {desk.name(s.id)}" for s in near])


def pick_statement(desk: Desk, prefix: str) -> Statement:
    """Return the one statement whose id starts with `prefix`; raise UsageError."""
    return _by_prefix([(s.id, s) for s in desk.findings.statements], prefix, "statement")


def pick_report(desk: Desk, words: str) -> Report:
    """Return the one report with label `words`, or whose id starts with it; raise UsageError."""
    labelled = [r for r in desk.findings.reports if r.label == words]
    if len(labelled) == 1:
        return labelled[0]
    return _by_prefix([(r.id, r) for r in desk.findings.reports], words, "report")


def pick_told(desk: Desk, words: str) -> tuple[Report | None, tuple[Statement, ...]]:
    """Return the report that `words` name exactly and which of its statements are meant; None if they name none.

    `words` are the beginning of a statement's id (8 digits or more), a place as LABEL:START-END, or a report's label.
    """
    if _ID.fullmatch(words.lower()):
        found = [s for s in desk.findings.statements if s.id.startswith(words.lower())]
        if len(found) == 1:
            return desk.reports[found[0].report], (found[0],)
    place = _PLACE.fullmatch(words)
    labelled = [r for r in desk.findings.reports if r.label == (place[1] if place else words)]
    if len(labelled) != 1:
        return None, ()
    told = desk.by_report.get(labelled[0].id, ())
    if place is None:
        return labelled[0], told
    start, end = int(place[2]), int(place[3])
    return labelled[0], tuple(s for s in told if s.span.start < end and start < s.span.end)


def label(desk: Desk, account: Account) -> str:
    """Return the account's label on one line, masked."""
    return one_line(desk.mask.words(account.incident.label)) or "incident without a name"


def _by_prefix(rows: Sequence[tuple[str, T]], prefix: str, what: str) -> T:
    found = [row for key, row in rows if prefix and key.startswith(prefix.lower())]
    if len(found) != 1:
        raise UsageError(
            f"{len(found) or 'No'} {what}s begin with {prefix!r}",
            "Give more of the id; 'whence show CASE NUMBER' and 'whence export' print ids.",
        )
    return found[0]


def _has_words(text: str, words: str) -> bool:
    have = re.findall(r"\w+", text.casefold())
    return bool(words.strip()) and all(
        any(h.startswith(w) for h in have) for w in re.findall(r"\w+", words.casefold())
    )


def _only(found: Sequence[T], words: str, lines: Sequence[str]) -> T | None:
    if len(found) > 1:
        listed = "\n  ".join(lines[:12]) + ("\n  …" if len(lines) > 12 else "")
        raise UsageError(
            f"{words!r} could be {len(found)} things:\n  {listed}", "Give its number, or more words."
        )
    return found[0] if found else None
