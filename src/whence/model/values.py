"""Values that stay as imprecise as they were said: amounts, intervals of time, places with a radius."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

Precision = Literal[
    "minute", "hour", "part of day", "day", "days", "week", "month", "season", "year", "range"
]

PRESUMED: Final = "presumed: "  # opens the rule of an interval that rests on when the report was told alone

# rules of amounts (`read.amounts`) by which a number that nobody said becomes an end
RECKONED: Final = frozenset({
    "dozens", "scores", "hundreds", "thousands", "tens", "several", "many", "numerous", "a number of", "a few",
    "a handful of", "a handful", "nearly", "almost", "close to", "just under", "nearing", "approaching", "around",
    "about", "some", "approximately", "roughly", "circa", "an estimated", "estimated", "or so", "ca", "approx",
})  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A number of people or things as [lower, upper]; None is an open end; `words` is how the text put it.

    "at least 100" is [100, None], "up to 50" is [None, 50], "126" is [126, 126].  `rule` names the entry of
    the documented table ("dozens", "nearly", ...) that gave an imprecise value its ends, "" for a plain number.
    """

    lower: int | None
    upper: int | None
    words: str
    rule: str = ""

    def __post_init__(self) -> None:
        """Refuse an amount that says nothing or whose ends are crossed."""
        if self.lower is None and self.upper is None:
            raise ValueError("an amount needs at least one end")
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"crossed ends: [{self.lower}, {self.upper}]")

    @property
    def exact(self) -> bool:
        """Whether both ends are one number."""
        return self.lower is not None and self.lower == self.upper

    @property
    def reckoned(self) -> bool:
        """Whether an end is a number that the words do not give: "dozens", "nearly 90"."""
        return not self.exact and self.rule in RECKONED

    def overlaps(self, other: "Amount") -> bool:
        """Return whether one number could satisfy both."""
        low = max(self.lower or 0, other.lower or 0)
        ends = [e for e in (self.upper, other.upper) if e is not None]
        return not ends or low <= min(ends)

    def __str__(self) -> str:
        if self.exact:
            return str(self.lower)
        if self.upper is None:
            return f"{self.lower} or more"
        return f"up to {self.upper}" if self.lower is None else f"{self.lower} to {self.upper}"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Time as [start, end), aware and in UTC, with the precision that the words allow.

    "October" is 31 days with precision "month"; nothing narrows it without a reason.  `words` is how the
    text put it, `rule` how it was resolved ("weekday before publication", "anniversary minus 4 years", ...).
    """

    start: datetime
    end: datetime
    precision: Precision
    words: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        """Refuse naive times and empty intervals."""
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("interval ends must be aware (UTC)")
        if self.end <= self.start:
            raise ValueError(f"empty interval: {self.start} to {self.end}")

    @property
    def presumed(self) -> bool:
        """Whether no text gives the time: it is only what telling it as news lets one presume."""
        return self.rule.startswith(PRESUMED)

    @property
    def days(self) -> float:
        """Length in days."""
        return (self.end - self.start) / timedelta(days=1)

    def overlaps(self, other: "Interval") -> bool:
        """Return whether the two share a moment."""
        return self.start < other.end and other.start < self.end

    def gap_days(self, other: "Interval") -> float:
        """Days between the two, 0.0 if they touch or overlap."""
        gap = max(self.start, other.start) - min(self.end, other.end)
        return max(0.0, gap / timedelta(days=1))

    @classmethod
    def of_days(cls, first: datetime, count: int = 1, *, words: str = "", rule: str = "") -> "Interval":
        """Return `count` whole days from the day of `first` (its clock time is dropped)."""
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
        return cls(start, start + timedelta(days=count), "day" if count == 1 else "days", words, rule)

    def __str__(self) -> str:
        last = (self.end - timedelta(microseconds=1)).date()
        if self.precision in ("minute", "hour"):
            return self.start.strftime("%Y-%m-%d %H:%M")
        if self.start.date() == last:
            return self.start.date().isoformat()
        return f"{self.start.date().isoformat()} to {last.isoformat()}"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A record of a gazetteer: a point with a radius in kilometres inside which the place lies; never a bare pin."""

    key: str
    name: str
    lat: float
    lon: float
    radius_km: float
    country: str
    region: str = ""
    kind: str = "place"
