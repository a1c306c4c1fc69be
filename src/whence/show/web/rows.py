"""Accounts as rows of a list: one wording for overview, incidents, sources, search and review."""

from dataclasses import dataclass
from datetime import date, timedelta

from whence.show.pages import Dots
from whence.show.views import dots_of
from whence.show.web import links
from whence.store.index.rows import AccountRow, ValueRow

_DOTS = 6
SHORT = {
    "killed": "killed", "injured": "injured", "responsible": "blamed", "displaced": "displaced",
    "detained": "detained", "materiel": "materiel", "damage": "damage", "link": "link",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BestLine:
    """The best supported value of one aspect, for a list."""

    aspect: str
    words: str
    dots: Dots
    outlets: int
    others: int
    denied: bool
    origin: str
    looks: bool  # two outlets or more carry it, fewer than two origins stand behind it


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One account in a list: where it leads, what it is, and its best supported values."""

    n: int
    href: str
    label: str
    what: str
    when: str
    presumed: bool
    where: str
    reports: int
    outlets: int
    best: tuple[BestLine, ...]
    tags: tuple[tuple[str, str], ...]


def incident_line(row: AccountRow) -> IncidentLine:
    """Return the account as a line."""
    tags = [("campaign or roundup", "")] if row.container else []
    tags += [("contradicted", "strong")] if row.contradicted else []
    tags += [("denied", "denies")] if row.denied else []
    tags += [("judged", "person")] if row.judged else []
    return IncidentLine(
        n=row.n,
        href=links.incident(row.id),
        label=row.label,
        what=links.event(row),
        when=days(row.start, row.end),
        presumed=row.presumed,
        where=_where(row),
        reports=row.reports,
        outlets=row.outlets,
        best=tuple(_best(v) for v in row.values),
        tags=tuple(tags),
    )


def _best(value: ValueRow) -> BestLine:
    return BestLine(
        SHORT[value.aspect],
        value.words,
        dots(value.least, value.most),
        value.outlets,
        value.others,
        value.denied,
        value.origin,
        value.outlets >= 2 and value.least < 2,
    )


def dots(least: int, most: int | None) -> Dots:
    """Return a count of origins as dots with its words."""
    return dots_of(least, most, _DOTS)


def days(start: str, end: str) -> str:
    """Return the days from `start` up to `end` (exclusive, both ISO 8601) in words."""
    if not start:
        return "no date given"
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    if end[11:19] == "00:00:00":  # ends at midnight: the day before is the last one inside
        last -= timedelta(days=1)
    return first.isoformat() if last <= first else f"{first} to {last}"


def _where(row: AccountRow) -> str:
    names = list(dict.fromkeys(p.name for p in row.places))
    if len(names) > 2:
        return f"one of {len(names)} places"
    return " or ".join(names)
