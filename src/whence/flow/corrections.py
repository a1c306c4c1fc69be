"""What a person corrects or adds, as statements: "value", "group", "voice", "stance", "date", "place", "aspect"."""

import re
import typing
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from whence.model.codec import encode
from whence.model.errors import UsageError
from whence.model.ids import content_id
from whence.model.judgement import Action, Anchor
from whence.model.rating import CODES, Axis
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import (
    Aspect,
    Count,
    Culprit,
    Hop,
    Link,
    Relation,
    Stance,
    Statement,
    Thing,
    Toponym,
    Value,
    Voice,
)
from whence.model.values import Amount, Interval
from whence.read.amounts import find_amounts

DETAILS: Final = frozenset(
    ("value", "group", "voice", "stance", "date", "place", "aspect", "was", "reliability", "credibility")
)
_ACTIONS: Final = typing.get_args(Action)
_PAIRS: Final = frozenset(
    ("same-incident", "different-incident", "same-source", "different-source", "dependent", "independent")
)
_ASPECTS: Final = typing.get_args(Aspect)
_STANCES: Final = typing.get_args(Stance)
_RELATIONS: Final = typing.get_args(Relation)
_COUNTED: Final = frozenset(("killed", "injured", "displaced", "detained"))
_DATE: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def check_request(action: str, anchors: Sequence[Anchor], details: Mapping[str, str]) -> None:
    """Raise UsageError, with what to do, if a judgement of this action, anchors and details could never hold."""
    if action not in _ACTIONS or action == "undo":
        raise UsageError(f"There is no judgement {action!r}", f"Choose one of: {', '.join(_ACTIONS[:-1])}.")
    wanted = 2 if action in _PAIRS or (action == "unsure" and len(anchors) == 2) else 1
    if len(anchors) != wanted:
        raise UsageError(
            f"{action!r} is about {wanted} place(s), not {len(anchors)}", "Name each by its anchor."
        )
    unknown = sorted(set(details) - DETAILS)
    if unknown:
        raise UsageError(
            f"Nothing is called {unknown[0]!r}", f"What can be set: {', '.join(sorted(DETAILS))}."
        )
    if action == "corrected" and not set(details) - {"was"}:
        raise UsageError(
            "A correction needs to say what is right", "Give value, voice, stance, date or place."
        )
    if action == "rated":
        check_rating(details)
    if action in ("missed", "corrected"):
        _check_details(action, anchors[0], details)


def check_rating(details: Mapping[str, str]) -> tuple[Axis, str]:
    """Return the axis and code that a rating sets; raise UsageError unless it is one code of one axis."""
    named = [axis for axis in CODES if axis in details]
    if len(named) != 1 or set(details) - {named[0], "was"}:
        raise UsageError("A rating is of a source or of one statement", "Rate the two axes one by one.")
    code = details[named[0]]
    if code not in CODES[named[0]]:
        known = ", ".join(f"{c} {words}" for c, words in CODES[named[0]].items())
        raise UsageError(f"There is no {named[0]} {code!r}", f"Choose one of: {known}.")
    return named[0], code


def _check_details(action: str, anchor: Anchor, details: Mapping[str, str]) -> None:
    aspect = _aspect(details.get("aspect") or anchor.aspect)
    if action == "missed" and aspect is None:
        raise UsageError("A missed statement needs an aspect", f"One of: {', '.join(_ASPECTS)}.")
    if action == "missed" and not details.get("value"):
        raise UsageError("A missed statement needs a value", "For example: at least 12 civilians.")
    if details.get("aspect") and aspect is None:
        raise UsageError(f"There is no aspect {details['aspect']!r}", f"One of: {', '.join(_ASPECTS)}.")
    if details.get("stance", "states") not in _STANCES:
        raise UsageError(f"There is no stance {details['stance']!r}", f"One of: {', '.join(_STANCES)}.")
    if details.get("date"):
        parse_date(details["date"])
    if details.get("value") and aspect is not None:
        parse_value(aspect, details["value"], details.get("group", ""), anchor.span)


def parse_value(aspect: Aspect, words: str, group: str, span: Span) -> Value:
    """Return the value that `words` give for `aspect`; raise UsageError if they give none."""
    if aspect in _COUNTED:
        amount, noun = _amount(words)
        return Count(amount, group or noun or "people")
    if aspect == "responsible":
        return Culprit(words, span)
    if aspect == "link":
        return _link(words, span)
    first = next((m for m in find_amounts(words) if m.start == 0 and words[m.end :].strip()), None)
    return Thing(words[first.end :].strip(), first.amount, span) if first else Thing(words, None, span)


def parse_date(words: str) -> Interval:
    """Return the interval of "2031-05-01", "2031-05" or two of them joined by "/"; raise UsageError otherwise."""
    first, _, last = words.partition("/")
    start, end = _days(first, words), _days(last or first, words)
    if end[1] <= start[0]:
        raise UsageError(f"{words!r} ends before it begins", "Write the earlier day first.")
    precision = "range" if last else ("day" if len(first.strip()) == 10 else "month")
    return Interval(start[0], end[1], precision, words, "judgement")  # type: ignore[arg-type]


def corrected(statement: Statement, report: Report, details: Mapping[str, str], reason: Reason) -> Statement:
    """Return `statement` (same id) with what `details` set; raise UsageError if they set nothing that can be."""
    aspect = _aspect(details.get("aspect")) or statement.aspect
    changes: dict[str, object] = {"aspect": aspect, "reasons": (*statement.reasons, reason)}
    if details.get("value"):
        changes["value"] = parse_value(aspect, details["value"], details.get("group", ""), statement.span)
    elif details.get("group") and isinstance(statement.value, Count):
        changes["value"] = replace(statement.value, group=details["group"])
    return replace(statement, **changes, **_told(statement, report, details, reason))  # type: ignore[arg-type]


def missed(
    report: Report,
    place: tuple[int, int],
    details: Mapping[str, str],
    neighbour: Statement | None,
    reason: Reason,
) -> Statement:
    """Return the statement that a person found at `place`; scene, time and place are its neighbour's unless given."""
    span = Span.of(report.text, *place)
    aspect = _aspect(details["aspect"])
    if aspect is None:
        raise UsageError(f"There is no aspect {details['aspect']!r}", f"One of: {', '.join(_ASPECTS)}.")
    value = parse_value(aspect, details["value"], details.get("group", ""), span)
    identity = content_id("missed", report.id, str(span.start), str(span.end), aspect, encode(dict(details)))
    bare = Statement(identity, report.id, span, aspect, value, "states", "fact", reasons=(reason,))
    if neighbour is not None:
        near = ("event", "event_span", "when", "when_span", "where", "scene")
        bare = replace(bare, **{name: getattr(neighbour, name) for name in near})
    return replace(bare, **_told(bare, report, details, reason))  # type: ignore[arg-type]


def _told(
    statement: Statement, report: Report, details: Mapping[str, str], reason: Reason
) -> dict[str, object]:
    """Return the fields that voice, stance, date and place set."""
    changes: dict[str, object] = {}
    stance = details.get("stance") or statement.stance
    if details.get("voice"):
        names = [n.strip() for n in details["voice"].split(">") if n.strip()]
        changes["hops"] = tuple(
            Hop(Voice(n, "named", _span(report, n, statement.span)), typing.cast("Stance", stance), reason)
            for n in names
        )
    elif details.get("stance") and statement.hops:
        *nearer, root = statement.hops
        changes["hops"] = (*nearer, replace(root, stance=typing.cast("Stance", stance)))
    if details.get("stance"):
        changes["stance"] = stance
    if details.get("date"):
        changes |= {"when": parse_date(details["date"]), "when_span": None}
    if details.get("place"):
        name = details["place"]
        changes["where"] = (Toponym(name, _span(report, name, statement.span) or statement.span),)
    return changes


def judged(action: str, reviewer: str, why: str, evidence: Evidence) -> Reason:
    """Return the reason that a person's judgement is."""
    words = f"{reviewer} judged it {action}" + (f": {why}" if why else "")
    return Reason("judgement", words, (evidence,))


def value_words(value: Value) -> str:
    """Return a value in words: what tells apart two statements of one sentence (detail "was")."""
    if isinstance(value, Count):
        return f"{value.amount} {value.group}"
    if isinstance(value, Culprit):
        return value.actor
    if isinstance(value, Link):
        return f"{value.subject} {value.relation} {value.object}"
    return f"{value.amount} {value.what}" if value.amount else value.what


def _aspect(name: str | None) -> Aspect | None:
    return typing.cast("Aspect", name) if name in _ASPECTS else None


def _amount(words: str) -> tuple[Amount, str]:
    for text in (words, f"{words} people"):  # the finder wants a noun to tell a count from a date or a label
        mentions = find_amounts(text)
        if mentions:
            noun = mentions[0].noun if text == words else ""
            return replace(mentions[0].amount, words=words), noun
    raise UsageError(f"{words!r} gives no number", "For example: 12, at least 100, 10-20, dozens.")


def _link(words: str, span: Span) -> Link:
    for relation in sorted(_RELATIONS, key=lambda r: (-len(r), r)):
        subject, found, object_ = words.partition(f" {relation} ")
        if found and subject.strip() and object_.strip():
            return Link(subject.strip(), relation, object_.strip(), span, span)
    raise UsageError(
        f"{words!r} names no link", f"Write: A RELATION B, with one of: {', '.join(_RELATIONS)}."
    )


def _days(words: str, whole: str) -> tuple[datetime, datetime]:
    """Return the first moment of the day or month `words` and the first after it."""
    match = _DATE.fullmatch(words.strip())
    year, month, day = (int(match[1]), int(match[2]), int(match[3] or 1)) if match else (0, 0, 0)
    try:
        start = datetime(year, month, day, tzinfo=UTC)
        if match and match[3]:
            return start, Interval.of_days(start).end
        return start, datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    except (ValueError, OverflowError) as wrong:
        raise UsageError(
            f"{whole!r} is no date", "Write 2031-05-01, 2031-05, or two of them joined by /."
        ) from wrong


def _span(report: Report, words: str, near: Span) -> Span | None:
    """Return where `words` stand in the report, the place nearest to `near`; None if nowhere."""
    places = [m.start() for m in re.finditer(re.escape(words), report.text)]
    if not places:
        return None
    start = min(places, key=lambda i: (abs(i - near.start), i))
    return Span.of(report.text, start, start + len(words))
