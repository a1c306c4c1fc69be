"""Rows of the index as pages read them.  Words in them are masked already and stand on one line."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.int32]]
NEVER = np.iinfo(np.int32).max  # a day in a column of days where no date is given


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place that an incident may have happened at: a point with a radius in kilometres, never a bare pin."""

    name: str
    lat: float
    lon: float
    radius_km: float
    country: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """The best supported value of one aspect, or one that several outlets carry though fewer than two origins stand.

    `origin` names the only origin behind it, "" where there are several or none; `others` counts further values of
    the aspect beside its best.
    """

    aspect: str
    words: str
    outlets: int
    least: int
    most: int | None
    others: int
    denied: bool
    origin: str = ""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in a list.

    `n` is its number in reading order, `start` and `end` ISO 8601 or "".  `presumed` marks a time that only telling
    it as news lets one presume.  Several `places` are one of which nobody knows which.  `least` and `most` count the
    origins behind its best supported value (`most` None: unbounded), `best` is that value in words with its aspect.
    `subject`, `relation` and `object` are set for links between actors alone.
    """

    n: int
    id: str
    label: str
    event: str
    container: bool
    link: bool
    start: str
    end: str
    presumed: bool
    places: tuple[PlaceRow, ...]
    reports: int
    statements: int
    outlets: int
    least: int
    most: int | None
    best: str
    best_aspect: str
    best_outlets: int
    denied: bool
    contradicted: bool
    judged: bool
    values: tuple[ValueRow, ...] = ()
    subject: str = ""
    relation: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in a list; `when` in words, `captures` as (digest, locator)."""

    id: str
    title: str
    outlet: str
    outlet_key: str
    when: str
    language: str
    unread: str
    statements: int
    copies: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source in a list.

    `statements` stand on its word, in `reports` reports; `relying` counts the other sources whose reports carry it;
    `values` are the values of incidents behind which it is an origin, `alone` those behind which it is the only one.
    """

    key: str
    name: str
    kind: str
    vague: bool
    owner: str
    owner_name: str
    statements: int
    reports: int
    relying: int
    values: int
    alone: int
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One value behind which a source is an origin: of which account, and how it stands; `place` counts from 1."""

    incident: str
    label: str
    aspect: str
    place: int
    words: str
    outlets: int
    least: int
    most: int | None
    alone: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of the review queue, the most consequential first (`rank` 1).

    `kind` is "statement", "incidents" or "sources"; `first` and `second` name what it is about (statement ids or
    source keys; `second` is "" for a statement).  `why` says in words what the answer would change, `stake` how much.
    `places` are (report id, start, end) of the statements, by which answers are known again.
    """

    rank: int
    kind: str
    first: str
    second: str
    why: str
    stake: int
    account: int = 0
    places: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """An incident to look at next: its account's number and why."""

    n: int
    why: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A toll that looks corroborated and is not: of which account, what it says, who carries it, who is behind it.

    `origin` names the only origin, "" where there is none or they are vague and may be one.
    """

    n: int
    aspect: str
    words: str
    outlets: int
    least: int
    most: int | None
    origin: str


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """What the whole pile comes to: counts, the span of time in words, the headline's figures and sentence."""

    name: str
    reports: int
    unread: int
    outlets: int
    sources: int
    statements: int
    accounts: int
    span: str
    languages: tuple[tuple[str, int], ...]
    top_outlets: tuple[tuple[str, str, int], ...]  # (source key, name, reports)
    headline: str
    values: int
    by_outlets: int
    still: int
    outlets_only: int
    by_origins: int
    trouble: int
    people: int
    folds: int
    leads: tuple[Lead, ...]
    method: tuple[tuple[str, str], ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to part the accounts: its values as (key, words), and which account has which.

    `accounts` and `codes` are parallel and in order of code: account number `accounts[i]` has value `codes[i]`; an
    account may have several.
    """

    name: str
    values: tuple[tuple[str, str], ...]
    accounts: Numbers
    codes: Numbers


@dataclass(frozen=True, slots=True)
class Columns:
    """What accounts (or sources) are filtered and sorted by, held as arrays: position i is number i + 1.

    `first` and `last` are days since 1970-01-01 (NEVER where no date is given).  `orders` gives, for the name of each
    order, all numbers in that order.
    """

    first: Numbers
    last: Numbers
    orders: dict[str, Numbers] = field(default_factory=dict)
    facets: dict[str, Facet] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spots:
    """Which account may have happened where: account number `accounts[i]` at the place with code `codes[i]`.

    `several[i]` is 1 where the account may have happened at other places too.  The place with code `c` lies within
    `radius[c]` metres of `lat[c]`, `lon[c]` (hundred-thousandths of a degree).
    """

    accounts: Numbers
    codes: Numbers
    several: Numbers
    lat: Numbers
    lon: Numbers
    radius: Numbers
