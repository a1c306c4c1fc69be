"""The typed columns of each table, for those who query the Parquet files; the whole value stands in `record`."""

from collections.abc import Callable
from typing import Any, Final

import pyarrow as pa

from whence.model.finding import Account, Copy, Incident, PersonName, PlaceLink, Sensitive, Source
from whence.model.report import Capture, Report, Trouble
from whence.model.statement import Count, Culprit, Link, Statement, Thing, Value
from whence.model.values import Interval

Row = tuple[Any, ...]
Columns = tuple[tuple[str, Any], ...]
_TEXT, _INT, _FLAG, _REAL = pa.string(), pa.int64(), pa.bool_(), pa.float64()
_TIME: Final = pa.timestamp("us", tz="UTC")


def _columns(*pairs: str) -> Columns:
    kinds = {"text": _TEXT, "int": _INT, "flag": _FLAG, "real": _REAL, "time": _TIME}
    return tuple((name, kinds[kind]) for name, kind in (pair.split(":") for pair in pairs))


CAPTURE: Final = _columns("digest:text", "size:int", "media_type:text")
REPORT: Final = _columns(
    "id:text", "label:text", "outlet:text", "title:text", "byline:text", "published_from:time", "published_to:time",
    "language:text", "url:text", "unread:text", "text:text",
)  # fmt: skip
STATEMENT: Final = _columns(
    "id:text", "report:text", "start:int", "end:int", "quote:text", "aspect:text", "stance:text", "kind:text",
    "lower:int", "upper:int", "group:text", "value:text", "voice:text", "event:text", "when_from:time", "when_to:time",
    "where:text", "scene:int",
)  # fmt: skip
SOURCE: Final = _columns("id:text", "name:text", "kind:text", "vague:flag", "owner:text")
COPY: Final = _columns(
    "copy:text",
    "original:text",
    "share_of_copy:real",
    "share_of_original:real",
    "direction:text",
    "rule:text",
)
PLACE: Final = _columns("report:text", "start:int", "candidates:int", "key:text", "name:text", "lat:real", "lon:real",
                        "radius_km:real", "rule:text")  # fmt: skip
INCIDENT: Final = _columns("id:text", "label:text", "event:text", "from:time", "to:time", "place:text",
                           "statements:int", "container:flag")  # fmt: skip
ACCOUNT: Final = _columns("incident:text", "reports:int", "aspects:int", "unread:int", "summary:text")
PERSON: Final = _columns("report:text", "start:int", "end:int", "name:text", "public:flag", "rule:text")
SENSITIVE: Final = _columns("report:text", "start:int", "end:int", "words:text")
TROUBLE: Final = _columns("where:text", "stage:text", "code:text", "message:text", "hint:text", "report:text")


def capture(value: Capture) -> Row:
    """Return the columns of a capture."""
    return value.digest, value.size, value.media_type


def report(value: Report) -> Row:
    """Return the columns of a report."""
    return (
        value.id, value.label, value.outlet, value.title, value.byline, *_ends(value.published), value.language,
        value.url, value.unread, value.text,
    )  # fmt: skip


def statement(value: Statement) -> Row:
    """Return the columns of a statement; `voice` is the root's name, "" where the outlet speaks itself."""
    return (
        value.id, value.report, value.span.start, value.span.end, value.span.quote, value.aspect, value.stance,
        value.kind, *_of_value(value.value), value.hops[-1].voice.name if value.hops else "", value.event,
        *_ends(value.when), "; ".join(t.name for t in value.where), value.scene,
    )  # fmt: skip


def source(value: Source) -> Row:
    """Return the columns of a source."""
    return value.id, value.name, value.kind, value.vague, value.owner


def copy(value: Copy) -> Row:
    """Return the columns of a copy."""
    shares = value.share_of_copy, value.share_of_original
    return value.copy, value.original, *shares, value.direction, value.reason.rule


def place(value: PlaceLink) -> Row:
    """Return the columns of a resolved place; key to radius are those of an only candidate."""
    only = value.candidates[0] if len(value.candidates) == 1 else None
    found = (only.key, only.name, only.lat, only.lon, only.radius_km) if only else (None,) * 5
    return value.report, value.start, len(value.candidates), *found, value.reason.rule


def incident(value: Incident) -> Row:
    """Return the columns of an incident."""
    place_ = value.places[0].name if len(value.places) == 1 else None
    ends = _ends(value.interval)
    return value.id, value.label, value.event, *ends, place_, len(value.statements), value.container


def account(value: Account) -> Row:
    """Return the columns of an account."""
    summary = " ".join(clause.words for clause in value.summary)
    return value.incident.id, len(value.reports), len(value.aspects), value.unread, summary


def person(value: PersonName) -> Row:
    """Return the columns of a person's name."""
    return value.report, value.span.start, value.span.end, value.name, value.public, value.reason.rule


def sensitive(value: Sensitive) -> Row:
    """Return the columns of a sensitive passage."""
    return value.report, value.span.start, value.span.end, value.words


def trouble(value: Trouble) -> Row:
    """Return the columns of a trouble."""
    return value.where, value.stage, value.code, value.message, value.hint, value.report


def _ends(interval: Interval | None) -> Row:
    return (interval.start, interval.end) if interval else (None, None)


_OF_VALUE: Final[dict[type, Callable[[Any], Row]]] = {
    Count: lambda v: (v.amount.lower, v.amount.upper, v.group, str(v.amount)),
    Culprit: lambda v: (None, None, None, v.actor),
    Link: lambda v: (None, None, None, f"{v.subject} {v.relation} {v.object}"),
    Thing: lambda v: (v.amount and v.amount.lower, v.amount and v.amount.upper, None, v.what),
}


def _of_value(value: Value) -> Row:
    """Return lower, upper, group and the value in words."""
    return _OF_VALUE[type(value)](value)
