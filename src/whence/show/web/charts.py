"""The toll over time by source, as a drawing that needs no script: when each source told which number."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from whence.model.finding import AspectAccount, Telling
from whence.model.statement import Count
from whence.show.desk import Desk
from whence.show.phrases import value_words, when_words
from whence.show.web import links

_LEFT, _TOP, _WIDE, _HIGH = 46, 14, 560, 190
_SHAPES: Final = ("circle", "square", "triangle", "diamond", "cross")
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One telling: when and what, in words, with its place in the drawing (None: it has no date)."""

    when: str
    what: str
    hrefs: tuple[tuple[str, int], ...]
    x: int | None
    y: int
    up: int  # how far an open upper end, or a range, reaches up from y
    open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One source's tellings: its name, the shape of its marks, its steps, and the path between them."""

    name: str
    href: str
    shape: str
    steps: tuple[Step, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Series:
    """All sources' tellings of one aspect; `ticks` are (y, number), `dates` (x, day)."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[int, str], ...]
    dates: tuple[tuple[int, str], ...]
    width: int
    height: int
    drawn: bool


def series(desk: Desk, aspect: AspectAccount, numbers: dict[str, int]) -> Series | None:
    """Return the series of a toll; None where fewer than two tellings are left to compare."""
    told = [t for t in aspect.series if isinstance(t.value, Count)][:_MOST]
    if len(told) < 2:
        return None
    high = max(_number(t.value) for t in told)
    times = [t.told.start for t in told if t.told]
    first, last = (min(times), max(times)) if times else (datetime(1970, 1, 1, tzinfo=UTC),) * 2
    lines = []
    for i, key in enumerate(dict.fromkeys(t.source for t in told)):
        steps = tuple(_step(desk, t, (first, last), high, numbers) for t in told if t.source == key)
        known = key in desk.findings.sources.sources
        dated = [s for s in steps if s.x is not None]
        path = "".join(f"{'L' if j else 'M'}{s.x} {s.y}" for j, s in enumerate(dated))
        lines.append(
            Line(desk.name(key), links.source(key) if known else "", _SHAPES[i % len(_SHAPES)], steps, path)
        )
    drawn = len({s.x for line in lines for s in line.steps if s.x is not None}) > 1
    marks = sorted({0, high, high // 2})
    ticks = tuple((_y(n, high), f"{n:,}") for n in marks)
    dates = tuple({_x(t, first, last): t.date().isoformat() for t in (first, last)}.items())
    return Series(tuple(lines), ticks, dates, _LEFT + _WIDE + 40, _TOP + _HIGH + 34, drawn)


def _step(
    desk: Desk, told: Telling, span: tuple[datetime, datetime], high: int, numbers: dict[str, int]
) -> Step:
    value = told.value
    number = _number(value)
    amount = value.amount if isinstance(value, Count) else None
    top = amount.upper if amount and amount.upper is not None else number
    x = _x(told.told.start, *span) if told.told else None
    held = {s.id: s for s in desk.told(told.statements)}
    hrefs = tuple((links.statement(s.report, s.id), numbers.get(s.id, 0)) for s in held.values())
    up = _y(number, high) - _y(min(top, high), high)
    return Step(
        when_words(told.told), desk.words(value_words(value)), hrefs, x, _y(number, high), up,
        bool(amount and amount.upper is None),
    )  # fmt: skip


def _number(value: object) -> int:
    if not isinstance(value, Count):
        return 0
    low, high = value.amount.lower, value.amount.upper
    return low if low is not None else high or 0


def _x(moment: datetime, first: datetime, last: datetime) -> int:
    whole = (last - first).total_seconds() or 1.0
    return _LEFT + 10 + round((moment - first).total_seconds() / whole * (_WIDE - 20))


def _y(number: int, high: int) -> int:
    return _TOP + _HIGH - round(number / max(1, high) * _HIGH)
