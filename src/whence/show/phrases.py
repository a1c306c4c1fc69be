"""How values, counts and times are put into words: one wording for terminal, dossier, exports and citations."""

import re
from typing import Final

from whence.model.finding import DifferenceKind, Incident, OriginCount
from whence.model.plurals import agreeing
from whence.model.statement import Aspect, Count, Culprit, Link, Thing, Value
from whence.model.values import Amount, Interval

ASPECTS: Final[dict[Aspect, str]] = {
    "killed": "Killed", "injured": "Injured", "responsible": "Who is said to have done it", "displaced": "Displaced",
    "detained": "Detained", "materiel": "Materiel", "damage": "Damage", "link": "Links between actors",
}  # fmt: skip
DIFFERENCES: Final[dict[DifferenceKind, str]] = {
    "time of telling": "told at another time", "scope": "counts another group", "place": "speaks of another place",
    "date": "gives another date", "rounding": "rounded", "spread": "estimates that overlap or lie close",
    "denial": "denied", "rival culprit": "blames another", "contradiction": "contradiction",
}  # fmt: skip
EVENTS: Final[dict[str, str]] = {
    "airstrike": "air strike", "shelling": "shelling", "bombing": "bombing", "ground_attack": "ground attack",
    "chemical": "chemical attack", "execution": "execution", "shootdown": "aircraft shot down", "campaign": "campaign",
    "other": "event",
}  # fmt: skip


def value_words(value: Value) -> str:
    """Return the value in words: "24 or more people", "Northern Front", "A supplies part B", "3 to 5 trucks"."""
    match value:
        case Count():
            group = agreeing(value.group, value.amount.lower, value.amount.upper)
            both = ", killed or injured together" if value.part else ""
            return " ".join(x for x in (amount_words(value.amount), group) if x) + both
        case Culprit():
            return value.actor
        case Link():
            return f"{value.subject} {value.relation} {value.object}"
        case Thing():
            return value.what if value.amount is None else f"{amount_words(value.amount)} {value.what}"


def amount_words(amount: Amount) -> str:
    """Return the amount in words with thousands set apart: "2,000,000 or more"."""
    return re.sub(r"\d+", lambda m: f"{int(m[0]):,}", str(amount))


def origin_words(count: OriginCount) -> str:
    """Return the count in words: "no origin", "1 origin", "1 to 3 origins", "at least 2 origins"."""
    return range_words(count.least, count.most)


def range_words(low: int, high: int | None) -> str:
    """Return how many origins there are, from `low` to `high` (None: nothing bounds it), in words."""
    if high is None:
        return f"at least {low} {plural('origin', low)}"
    if high == 0:
        return "no origin"
    if low == high:
        return f"{low} {plural('origin', low)}"
    return f"{low} to {high} origins"


def origin_brackets(count: OriginCount) -> str:
    """Return the count as an interval: "[1, 3]", "[1, ?]" where nothing bounds it."""
    return range_brackets(count.least, count.most)


def range_brackets(low: int, high: int | None) -> str:
    """Return how many origins there are as an interval."""
    return f"[{low}, {'?' if high is None else high}]"


def plural(word: str, number: int) -> str:
    """Return `word`, with an s unless `number` is one."""
    return word if number == 1 else f"{word}s"


def when_words(interval: Interval | None) -> str:
    """Return the interval as days, "no date given" if there is none."""
    return "no date given" if interval is None else str(interval)


def where_words(incident: Incident) -> str:
    """Return the incident's places: resolved names, else the words used, else "no place given"."""
    names = list(dict.fromkeys(p.name for p in incident.places)) or list(incident.place_words)
    if len(names) > 3:
        return ", ".join(names[:3]) + f" and {len(names) - 3} more"
    return ", ".join(names) or "no place given"
