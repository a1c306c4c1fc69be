"""What the whole pile comes to, counted as its parts come by: figures, headline, and where to look next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

from whence.model.finding import Account, Findings
from whence.show.desk import Desk
from whence.show.phrases import ASPECTS, value_words
from whence.show.safe import one_line
from whence.show.summary import Headline, headline
from whence.show.web.index_rows import only_origin
from whence.store.index.rows import AccountRow, Lead, OverviewRow, ReportRow, Voice

_LEADS: Final = 3  # of each kind on the overview
_TOP: Final = 8
_KEPT: Final = 200  # candidates before all but the best are let go
_VOICES: Final = 10  # tolls on the overview that look corroborated and are not
_TOLLS: Final = ("killed", "injured")  # what the headline counts
_TORN: Final = "Sources blame different sides or give tolls that cannot both hold."


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """An account to look at: the smaller the better."""

    order: tuple[int, ...]
    tie: str
    n: int
    why: str


class _Best:
    """The best few candidates of one kind."""

    def __init__(self) -> None:
        self._found: list[_Candidate] = []

    def add(self, candidate: _Candidate) -> None:
        """Take in a candidate; those that cannot be among the best are dropped now and then."""
        self._found.append(candidate)
        if len(self._found) > _KEPT:
            self._found = sorted(self._found)[:_LEADS]

    def leads(self) -> list[Lead]:
        """Return the best of those taken in, best first."""
        return [Lead(c.n, c.why) for c in sorted(self._found)[:_LEADS]]


class Tally:
    """Counts over reports and accounts, each told of once."""

    def __init__(self) -> None:
        self._head = Headline(*(0 for _ in fields(Headline)))
        self._outlets: Counter[tuple[str, str]] = Counter()
        self._languages: Counter[str] = Counter()
        self._times: tuple[datetime, datetime] | None = None
        self._statements = self._accounts = self._people = self._folds = 0
        self._looks, self._torn, self._firm = _Best(), _Best(), _Best()
        self._voices: list[Voice] = []

    def add_reports(self, desk: Desk, rows: Iterable[ReportRow]) -> None:
        """Count the reports of a desk, which holds all their statements and no account."""
        found = desk.findings
        self._add_head(found)
        self._statements += len(found.statements)
        self._folds += len(found.sensitive)
        for row in rows:
            self._outlets[row.outlet_key, row.outlet] += 1
            self._languages[row.language or "unknown"] += 1
        for report in found.reports:
            self._people += len({h.label for h in desk.mask.hidden.get(report.id, ())})
            if report.published:
                start = report.published.start
                first, last = self._times or (start, start)
                self._times = min(first, start), max(last, start)

    def add_account(self, desk: Desk, account: Account, row: AccountRow) -> None:
        """Count one account, and note it where it is worth a look."""
        self._accounts += 1
        if looks := _looks(desk, account, row):
            self._looks.add(looks)
        if row.contradicted:
            self._torn.add(_Candidate((-row.reports, row.n), "", row.n, _TORN))
        if row.least >= 2:
            why = f"{row.least} independent origins stand behind “{row.best}”."
            self._firm.add(_Candidate((-row.least, -row.reports, row.n), "", row.n, why))
        fresh = [v for v in row.values if v.aspect in _TOLLS and v.words and v.outlets >= 2 and v.least < 2]
        if fresh:
            self._voices += (
                Voice(row.n, v.aspect, v.words, v.outlets, v.least, v.most, v.origin) for v in fresh
            )
            self._voices = sorted(self._voices, key=lambda v: (-v.outlets, v.n))[:_VOICES]

    def add_values(self, accounts: Findings) -> None:
        """Count the values of accounts; `accounts` are findings that hold nothing else."""
        self._add_head(accounts)

    def _add_head(self, part: Findings) -> None:
        more = headline(part)
        added = (getattr(self._head, f.name) + getattr(more, f.name) for f in fields(Headline))
        self._head = Headline(*added)

    def overview(
        self, name: str, counts: tuple[int, int], method: tuple[tuple[str, str], ...]
    ) -> OverviewRow:
        """Return the sum for the case called `name`; `counts` are its sources and rows of trouble."""
        head, outlets = self._head, self._outlets
        sources, trouble = counts
        span = f"{self._times[0].date()} to {self._times[1].date()}" if self._times else ""
        return OverviewRow(
            name=one_line(name),
            reports=self._languages.total(),
            unread=head.unread,
            outlets=len(outlets),
            sources=sources,
            statements=self._statements,
            accounts=self._accounts,
            span=span,
            languages=tuple(sorted(self._languages.items(), key=lambda p: (-p[1], p[0]))),
            top_outlets=tuple(
                (*k, n) for k, n in sorted(outlets.items(), key=lambda p: (-p[1], p[0]))[:_TOP]
            ),
            headline=head.words,
            values=head.values,
            by_outlets=head.by_outlets,
            still=head.still,
            outlets_only=head.outlets_only,
            by_origins=head.by_origins,
            trouble=trouble,
            people=self._people,
            folds=self._folds,
            leads=self._leads(),
            voices=tuple(self._voices),
            method=method,
        )

    def _leads(self) -> tuple[Lead, ...]:
        """Return incidents worth a look: what only looks corroborated, what is contradicted, what stands best."""
        once: dict[int, Lead] = {}
        for lead in (lead for best in (self._looks, self._torn, self._firm) for lead in best.leads()):
            once.setdefault(lead.n, lead)
        return tuple(once.values())


def _looks(desk: Desk, account: Account, row: AccountRow) -> _Candidate | None:
    """Return the value that most outlets carry though fewer than two origins stand behind it, in words."""
    found = [(a, v) for a in account.aspects for v in a.values if v.outlets >= 2 and v.behind.least < 2]
    if not found:
        return None
    aspect, value = max(found, key=lambda p: (p[1].outlets, value_words(p[1].value)))
    only = only_origin(desk, value)
    rests = f"all of it comes from {only}" if only else "it may all come from one origin"
    if not value.behind.origins:
        rests = "they stand on nobody but one another"
    said = f"{ASPECTS[aspect.aspect].lower()}: {desk.words(value_words(value.value))}"
    why = f"{value.outlets} outlets carry “{said}”; {rests}."
    return _Candidate((-value.outlets,), row.id, row.n, why)
