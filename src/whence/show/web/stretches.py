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


def window_of(columns: Columns, numbers: Numbers) -> tuple[int, int] | None:
    """Return the first and last day (since 1970-01-01) of the dated accounts among `numbers`; None if none is."""
    dated = columns.first[numbers - 1] != NEVER
    if not dated.any():
        return None
    return int(columns.first[numbers - 1][dated].min()), int(columns.last[numbers - 1][dated].max())


def inside(columns: Columns, numbers: Numbers, window: tuple[int, int]) -> Numbers:
    """Return those of `numbers` whose accounts may lie within the window (both days inclusive), in the same order."""
    first, last = columns.first[numbers - 1], columns.last[numbers - 1]
    kept: Numbers = numbers[(first != NEVER) & (first <= window[1]) & (last >= window[0])]
    return kept


def stretches(columns: Columns, numbers: Numbers, window: tuple[int, int]) -> tuple[Stretch, ...]:
    """Return the calendar's stretches over the window, with how many of the accounts `numbers` lie in each."""
    unit, edges = _edges(window)
    held = inside(columns, numbers, (int(edges[0]), int(edges[-1]) - 1)) - 1
    first, last = columns.first[held], columns.last[held]
    low = np.clip(np.searchsorted(edges, first, "right") - 1, 0, len(edges) - 2)
    high = np.clip(np.searchsorted(edges, last, "right") - 1, 0, len(edges) - 2)
    whole = (low == high) & (first >= edges[0]) & (last < edges[-1])
    within = np.bincount(low[whole], minlength=len(edges) - 1)
    steps = np.zeros(len(edges), dtype=np.int64)
    np.add.at(steps, low, 1)
    np.add.at(steps, high + 1, -1)
    may = np.cumsum(steps)[:-1]
    ends = [str(np.datetime64(int(e), "D")) for e in edges]
    return tuple(
        Stretch(ends[i], ends[i + 1], _words(unit, ends[i], ends[i + 1]), int(within[i]), int(may[i]))
        for i in range(len(edges) - 1)
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
