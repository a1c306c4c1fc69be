"""The timeline: how many incidents lie in each stretch of time, and each incident as the interval in which it lies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final, Literal

import numpy as np
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from whence.model.codec import to_plain
from whence.show.phrases import plural
from whence.show.web import filters, links
from whence.show.web.filters import Filters
from whence.show.web.frame import render, view_of
from whence.show.web.library import View
from whence.show.web.narrow import Narrow, address, after_of, narrow, part
from whence.show.web.rows import IncidentLine, days, dots, incident_line
from whence.show.web.stretches import (
    Stretch,
    count_inside,
    first_inside,
    most_of,
    spans_of,
    stretches,
    window_of,
)
from whence.store.index.rows import AccountRow, Columns, Numbers
from whence.store.index.select import ORDER

BARS: Final = 250  # incidents drawn one by one; each is a link in the page
_EPOCH: Final = date(1970, 1, 1)
Kind = Literal["day", "span", "presumed"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One incident as the interval [start, end) of days in which it lies, and how that is known."""

    label: str
    href: str
    start: str
    end: str
    kind: Kind
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class TimelineData:
    """What is drawn: the days spanned ("" if nothing is dated), the stretches, and the first incidents as bars.

    `most` are the days between which most of them lie: where to begin, if a few lie far away.
    """

    first: str
    last: str
    most: tuple[str, str]
    words: str
    bins: tuple[Stretch, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a window of time shows: stretches, the numbers to draw as bars, how many there are, how many lack a date."""

    window: tuple[int, int]
    most: tuple[int, int]
    bins: tuple[Stretch, ...]
    numbers: Numbers
    total: int
    undated: int


def seen(columns: Columns, numbers: Numbers, window: tuple[int, int] | None) -> Seen | None:
    """Return what of the accounts `numbers` lies in `window`, or in all their time; None if none of them is dated."""
    spans = spans_of(columns, numbers)
    whole = window_of(spans)
    if whole is None:
        return None
    span = window or whole
    return Seen(
        window=span,
        most=most_of(spans, span),
        bins=stretches(spans, span),
        numbers=first_inside(columns, numbers, span, BARS),
        total=count_inside(spans, span),
        undated=len(numbers) - len(spans.first),
    )


def timeline_data(seen: Seen, rows: Sequence[AccountRow]) -> TimelineData:
    """Return what is drawn of `seen`, whose bars are `rows`, in order of time."""
    bars = sorted((bar(r) for r in rows if r.start), key=lambda b: (b.start, b.end, b.label, b.href))
    days = (seen.window[0], seen.window[1] + 1, seen.most[0], seen.most[1] + 1)
    first, last, low, high = (str(np.datetime64(day, "D")) for day in days)
    return TimelineData(first, last, (low, high), _words(seen, len(bars)), seen.bins, tuple(bars))


def bar(row: AccountRow) -> Bar:
    """Return the incident of `row`, which is dated, as a bar."""
    end = datetime.fromisoformat(row.end)
    first, until = (
        np.datetime64(row.start[:10], "D"),
        np.datetime64(row.end[:10], "D") + (end.time() > time.min),
    )
    kind: Kind = "presumed" if row.presumed else "day" if until - first == 1 else "span"
    when = days(row.start, row.end) + (" (presumed)" if row.presumed else "")
    told = f"{row.reports} {plural('report', row.reports)}, {dots(row.least, row.most).words}"
    words = f"{told}; somebody denies it" if row.denied else told
    return Bar(row.label, links.incident(row.id), str(first), str(until), kind, when, words)


def _words(seen: Seen, drawn: int) -> str:
    first, last = (str(np.datetime64(day, "D")) for day in seen.window)
    parts = [f"{seen.total:,} {plural('incident', seen.total)} between {first} and {last}"]
    if seen.undated:
        parts.append(f"{seen.undated:,} without a date are not drawn")
    if drawn < seen.total:
        parts.append(
            f"the first {drawn:,} in the chosen order are drawn as bars; zoom in or filter to see the others"
        )
    return "; ".join(parts) + "."


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline and its table, in order of time unless another is asked for."""

    narrow: Narrow
    source: str
    dated: bool
    lines: tuple[IncidentLine, ...]
    stretches: tuple[Stretch, ...]
    before: str
    after: str
    shown: str


def make_page(view: View, asked: Filters, after: int) -> TimelinePage:
    """Return the timeline of what is asked, with the page of its table that follows account number `after`."""
    timed = asked if asked.sort != ORDER else replace(asked, sort="oldest")
    found = view.index.select(timed.wanted(view.index))
    told = part(view, "/timeline", asked, found, after)
    all_time = seen(view.index.columns, found.numbers, None)
    return TimelinePage(
        narrow=narrow(view, "/timeline", asked, found),
        source=address("/data/timeline.json", asked.query()),
        dated=all_time is not None,
        lines=tuple(incident_line(r) for r in told.rows),
        stretches=all_time.bins if all_time else (),
        before=told.before,
        after=told.after,
        shown=told.shown,
    )


def show(request: Request) -> Response:
    """Answer with the timeline's page."""
    page = make_page(view_of(request), filters.parse(request.query_params), after_of(request))
    return render(request, "timeline.html", page)


def data(request: Request) -> Response:
    """Answer with what the timeline draws of all time, or of the days `since` to `until`."""
    index = view_of(request).index
    found = index.select(filters.parse(request.query_params).wanted(index)).numbers
    shown = seen(index.columns, found, _window(request))
    if shown is None:
        return JSONResponse(to_plain(TimelineData("", "", ("", ""), "No incident here has a date.", (), ())))
    rows = index.accounts([int(n) for n in shown.numbers])
    return JSONResponse(to_plain(timeline_data(shown, rows)))


def _window(request: Request) -> tuple[int, int] | None:
    """Return the days that the address asks for (since 1970-01-01, both inclusive), None if it asks for none."""
    try:
        first, last = (date.fromisoformat(request.query_params.get(k, "")) for k in ("since", "until"))
    except ValueError:
        return None
    return ((first - _EPOCH).days, (last - _EPOCH).days) if first <= last else None


ROUTES = (Route("/timeline", show), Route("/data/timeline.json", data))
