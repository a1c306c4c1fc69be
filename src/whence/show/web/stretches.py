"""Stretches of time and how many incidents lie in each: surely, where the whole interval does, and at most."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np

from whence.store.index.rows import NEVER, Columns, Numbers

Unit = Literal["day", "week", "month", "year", "decade"]
MOST: Final = 120  # stretches drawn; more are too narrow to be told apart
_STEPS: Final[dict[Unit, tuple[str, int]]] = {
    "day": ("M8[D]", 1), "week": ("M8[D]", 7), "month": ("M8[M]", 1), "year": ("M8[Y]", 1), "decade": ("M8[Y]", 10),
}  # fmt: skip
FEW: Final = 0.02  # of all, at each end: they may lie far off
_CHUNK: Final = 20_000
_MONDAY: Final = 4  # day 4 after 1970-01-01, a Thursday
Days = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From day `start` up to, not including, day `end` (ISO 8601): `within` incidents surely, `may` at most."""

    start: str
    end: str
    words: str
    within: int
    may: int


@dataclass(frozen=True, slots=True)
class Spans:
    """First and last days (since 1970-01-01, both inclusive) of the accounts that have a date, in no order."""

    first: Numbers
    last: Numbers


def spans_of(columns: Columns, numbers: Numbers) -> Spans:
    """Return the days of the dated accounts among `numbers`."""
    wanted = np.zeros(len(columns.first), dtype=bool)
    wanted[numbers - 1] = True
    wanted &= columns.first != NEVER
    return Spans(columns.first[wanted], columns.last[wanted])


def window_of(spans: Spans) -> tuple[int, int] | None:
    """Return the first and last day of all; None if none is dated."""
    return (int(spans.first.min()), int(spans.last.max())) if len(spans.first) else None


def count_inside(spans: Spans, window: tuple[int, int]) -> int:
    """Return how many may lie within the window (both days inclusive)."""
    return int(np.count_nonzero((spans.first <= window[1]) & (spans.last >= window[0])))


def first_inside(columns: Columns, numbers: Numbers, window: tuple[int, int], most: int) -> Numbers:
    """Return the first `most` of `numbers` whose accounts may lie within the window, in the same order."""
    found: list[Numbers] = []
    for at in range(0, len(numbers), _CHUNK):
        if sum(map(len, found)) >= most:
            break
        some = numbers[at : at + _CHUNK]
        first, last = columns.first[some - 1], columns.last[some - 1]
        found.append(some[(first != NEVER) & (first <= window[1]) & (last >= window[0])])
    return np.concatenate(found)[:most] if found else numbers[:0]


def most_of(spans: Spans, window: tuple[int, int]) -> tuple[int, int]:
    """Return the days between which all but a few at each end lie, or the window if that shows little more of it."""
    low = _reached(np.clip(spans.first, *window) - window[0], FEW) + window[0]
    high = _reached(np.clip(spans.last, *window) - window[0], 1 - FEW) + window[0]
    return (low, high) if (high - low) * 2 < window[1] - window[0] and low <= high else window


def _reached(days: Numbers, share: float) -> int:
    """Return the first day by which that share of all has come."""
    return int(np.searchsorted(np.cumsum(np.bincount(days)), share * len(days)))


def stretches(spans: Spans, window: tuple[int, int]) -> tuple[Stretch, ...]:
    """Return the calendar's stretches over the window, with how many lie in each."""
    unit, edges = _edges(window)
    start, end, size = int(edges[0]), int(edges[-1]), len(edges) - 1
    place = np.repeat(
        np.arange(size), np.diff(edges)
    )  # the stretch of each day: quicker than a search for each account
    near = (spans.first < end) & (spans.last >= start)
    first, last = spans.first[near], spans.last[near]
    low, high = (place[np.clip(days, start, end - 1) - start] for days in (first, last))
    whole = (low == high) & (first >= start) & (last < end)
    within = np.bincount(low[whole], minlength=size)
    steps = np.bincount(low, minlength=size + 1) - np.bincount(high + 1, minlength=size + 1)
    may = np.cumsum(steps)
    ends = [str(np.datetime64(int(e), "D")) for e in edges]
    return tuple(
        Stretch(ends[i], ends[i + 1], _words(unit, ends[i], ends[i + 1]), int(within[i]), int(may[i]))
        for i in range(size)
    )


def _edges(window: tuple[int, int]) -> tuple[Unit, Days]:
    """Return the finest unit of which no more than MOST cover the window, and the days at which its stretches meet."""
    for unit, (kind, size) in _STEPS.items():
        low, high = (np.datetime64(day, "D").astype(kind).astype(np.int64) for day in window)
        shift = _MONDAY if unit == "week" else 0
        start, stop = (low - shift) // size, (high - shift) // size + 1
        if stop - start <= MOST or unit == "decade":
            marks = np.arange(start, stop + 1) * size + shift
            return unit, marks.astype(kind).astype("M8[D]").astype(np.int64)
    raise AssertionError("the last unit covers every window")


def _words(unit: Unit, start: str, end: str) -> str:
    last = str(np.datetime64(end, "D") - np.timedelta64(1, "D"))
    cut = {"day": 10, "month": 7, "year": 4}.get(unit)
    return start[:cut] if cut else f"{start[:4]} to {last[:4]}" if unit == "decade" else f"{start} to {last}"
