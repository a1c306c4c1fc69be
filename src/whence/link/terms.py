"""When a body was what, or had a name: days as far as a table knows them, compared with the time of a report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from whence.model.values import Interval

OPEN: Final = ".."  # an end of a term that nothing tells, as ISO 8601-2 writes it
_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time from `start` to `end`, both included: ISO dates cut as far as known ("2017-01"), "" if open."""

    start: str = ""
    end: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no date, and crossed ends."""
        for day in filter(None, (self.start, self.end)):
            if not _DATE.fullmatch(day):
                raise ValueError(f"{day!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
        common = min(len(self.start), len(self.end))
        if self.start[:common] > self.end[:common]:
            raise ValueError(f"{self.start!r} is after {self.end!r}")

    @classmethod
    def of(cls, text: str) -> "Term":
        """Return the term written as "2017-01/2017-07", an open end as ".."; raise ValueError for anything else."""
        start, slash, end = text.partition("/")
        if not slash:
            raise ValueError(f"{text!r} is no term (from/to, with .. for an open end)")
        return cls(start if start != OPEN else "", end if end != OPEN else "")

    def begins_after(self, told: Interval | None) -> bool:
        """Return whether all of `told` lies before the term; False where either is not known."""
        last = (told.end - timedelta(microseconds=1)).date().isoformat() if told else ""
        return bool(last) and last[: len(self.start)] < self.start

    def ended_before(self, told: Interval | None) -> bool:
        """Return whether all of `told` lies after the term; False where either is not known."""
        return (
            told is not None and bool(self.end) and told.start.date().isoformat()[: len(self.end)] > self.end
        )

    def may_hold(self, told: Interval | None) -> bool:
        """Return whether some of `told` may lie in the term: yes, where nothing speaks against it."""
        return not self.begins_after(told) and not self.ended_before(told)

    def holds(self, told: Interval | None) -> bool:
        """Return whether all of `told` lies in the term, to the day: what a changed identity must rest on.

        A term known to the month alone holds from the month after its first, and to the one before its last: in
        the months themselves nobody can tell.
        """
        if told is None:
            return False
        first, last = told.start.date().isoformat(), (told.end - timedelta(microseconds=1)).date().isoformat()
        begun = not self.start or _past(first, self.start)
        return begun and (not self.end or _past(self.end, last))

    def __str__(self) -> str:
        return f"{self.start or OPEN}/{self.end or OPEN}"


ALWAYS: Final = Term()


def _past(day: str, other: str) -> bool:
    """Whether `day` is after `other` as far as both are known; a whole day is past itself."""
    common = min(len(day), len(other))
    return day[:common] > other[:common] or (len(day) == len(other) == len("2000-01-01") and day == other)


def merged_at(merged: Mapping[str, Mapping[str, Term]], key: str, told: Interval | None) -> str:
    """Return what the body `key` was a part of, or went on as, at `told`; itself where nothing says otherwise.

    `merged` gives for a body the bodies that it was merged or renamed into, each with the time.
    """
    seen = {key}
    while True:
        into = sorted(k for k, term in merged.get(key, {}).items() if k not in seen and term.holds(told))
        if len(into) != 1:
            return key
        key = into[0]
        seen.add(key)
