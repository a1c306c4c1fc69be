"""One line of a journal and its side record: what stays for ever, and what can be destroyed.

The chain line holds no word of a report or of a reviewer: positions, digests and the action alone.  Quotes, details
and the comment lie in the side record, whose digest the chain line carries; a salt keeps short comments from being
guessed from it.  docs/formats/journal.md specifies both.
"""

import json
import typing
from dataclasses import replace
from typing import Any, Final

from whence.model.ids import digest
from whence.model.judgement import Action, Anchor, Judgement
from whence.model.span import Span
from whence.model.statement import Aspect

FORMAT: Final = 1
Plain = dict[str, Any]
_ACTIONS: Final = typing.get_args(Action)
_ASPECTS: Final = ("", *typing.get_args(Aspect))


def canonical(data: Plain) -> str:
    """Return the canonical JSON of `data`: sorted keys, no spaces."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(data: Plain) -> Plain:
    """Return `data` with its own digest under "digest"."""
    bare = {k: v for k, v in data.items() if k != "digest"}
    return {**bare, "digest": digest(canonical(bare).encode("utf8", "surrogatepass"))}


def sealed(data: Plain) -> bool:
    """Return whether the digest that `data` carries is its own."""
    return bool(seal(data)["digest"] == data.get("digest"))


def side_record(judgement: Judgement, salt: str) -> Plain:
    """Return the destroyable part of `judgement`, sealed."""
    quotes = [[a.span.quote, a.span.prefix, a.span.suffix] for a in judgement.anchors]
    details = [list(pair) for pair in judgement.details]
    return seal({"details": details, "format": FORMAT, "quotes": quotes, "salt": salt, "why": judgement.why})


def chain_line(judgement: Judgement, side: str, previous: str) -> Plain:
    """Return the lasting part of `judgement`, sealed; `side` and `previous` are digests ("" before the first line)."""
    anchors = [
        {
            "aspect": a.aspect,
            "end": a.span.end,
            "report": a.report,
            "start": a.span.start,
            "text_digest": a.text_digest,
        }
        for a in judgement.anchors
    ]
    return seal(
        {
            "action": judgement.action, "anchors": anchors, "format": FORMAT, "previous": previous,
            "reviewer": judgement.reviewer, "sequence": judgement.sequence, "side": side, "time": judgement.time,
            "undoes": judgement.undoes,
        }
    )  # fmt: skip


def parse(text: bytes) -> Plain | None:
    """Return the JSON object that `text` is, or None."""
    try:
        data = json.loads(text.decode("utf8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def judgement_of(data: Plain, side: Plain | None) -> Judgement | None:
    """Return the judgement of a chain line and its side record (None if destroyed), or None if it is no judgement."""
    try:
        anchors = tuple(_anchor(a) for a in data["anchors"])
        made = Judgement(
            reviewer=data["reviewer"], sequence=int(data["sequence"]), time=str(data["time"]), action=data["action"],
            anchors=anchors, undoes=str(data["undoes"]), digest=data["digest"],
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None
    if made.action not in _ACTIONS:
        return None
    return _with_side(made, side) if side else made


def _anchor(data: Plain) -> Anchor:
    if data["aspect"] not in _ASPECTS:
        raise ValueError(f"unknown aspect {data['aspect']!r}")
    return Anchor(
        data["report"], data["text_digest"], Span(int(data["start"]), int(data["end"]), ""), data["aspect"]
    )


def _with_side(made: Judgement, side: Plain) -> Judgement:
    quotes = side.get("quotes", [])
    if len(quotes) != len(made.anchors):
        return made
    anchors = tuple(
        replace(a, span=Span(a.span.start, a.span.end, *q)) for a, q in zip(made.anchors, quotes, strict=True)
    )
    details = tuple((str(k), str(v)) for k, v in side.get("details", []))
    return replace(made, anchors=anchors, details=details, why=str(side.get("why", "")))
