"""Feeds: one report a row, as JSON lines or CSV; a bad row is named and the rest goes on."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as _field
from typing import Any, Final

from whence.model.ids import digest
from whence.model.report import Record, Trouble
from whence.preserve.formats.encoding import decode, whole
from whence.preserve.formats.opening import FIELDS, Opened, field, notes_as_troubles, trouble
from whence.preserve.formats.tables import read_table

_MOST_TROUBLES: Final = 1000  # of one file; beyond it they are counted
_DIGITS: Final = 1000  # of a number; longer ones are kept as text
_KEPT: Final = "The bytes are kept; correct the row in a copy of the file and add that."

Row = Mapping[str, Any]


@dataclass(slots=True)
class _Feed:
    """The records and troubles of one feed as its rows are read."""

    name: str
    media_type: str
    names: Mapping[str, str]
    records: list[Record] = _field(default_factory=list)
    troubles: list[Trouble] = _field(default_factory=list)
    spared: int = 0

    def note(self, row: int, code: str, message: str, hint: str = _KEPT) -> None:
        """Name a trouble with a row (1-based), or only count it if there are very many."""
        if len(self.troubles) < _MOST_TROUBLES:
            self.troubles.append(trouble(f"{self.name} row {row}", code, message, hint))
        else:
            self.spared += 1

    def take(self, row: int, data: Row) -> None:
        """Make a record of one row, or name what it lacks."""
        values = {ours: whole(_text(_value(data, theirs))) for ours, theirs in self.names.items()}
        if any("\0" in v for v in values.values()):
            self.note(row, "damaged", "the row holds NUL characters, which are shown as \ufffd")
            values = {k: v.replace("\0", "\ufffd") for k, v in values.items()}
        if not values["text"].strip() and not values["html"].strip():
            self.note(row, "no-text", _no_text(self.names, data), _MAP)
            return
        self.records.append(
            Record(
                locator=f"row:{row}",
                own_digest=digest(canonical(data)),
                media_type=self.media_type,
                text=values["text"],
                html=values["html"] if not values["text"].strip() else "",
                label=field(values["id"]) or f"row:{row}",
                title=field(values["title"]),
                outlet=field(values["outlet"]),
                url=field(values["url"]),
                published=field(values["published"]),
                byline=field(values["byline"]),
            )
        )

    def opened(self) -> Opened:
        """Return what was read, with the ids that several rows share and the troubles left out counted."""
        counts = Counter(r.label for r in self.records)
        for label in sorted(k for k, n in counts.items() if n > 1):
            rows = ", ".join(r.locator.removeprefix("row:") for r in self.records if r.label == label)
            words = f"the id {label!r} stands in rows {rows[:200]}; all are kept"
            self.troubles.append(trouble(self.name, "duplicate-id", words, "Give each row an id of its own."))
        if self.spared:
            words = f"{self.spared} more rows are in trouble"
            self.troubles.append(trouble(self.name, "more", words, _KEPT))
        return tuple(self.records), tuple(self.troubles)


_MAP: Final = "Name the field that holds the text: --map text=NAME (or --map html=NAME)."


def open_jsonl(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:
    """Return one record for each line of a JSON lines file that is an object with text or html."""
    text, notes = decode(data)
    feed = _Feed(name, "application/jsonl", _names(mapping), troubles=list(notes_as_troubles(name, notes)))
    lines = text.split("\n")
    for row, line in enumerate(lines, 1):
        if line.strip():
            _take_line(feed, row, line, last=row == len(lines))
    return feed.opened()


def open_csv(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:
    """Return one record for each row of a table whose first row names its columns."""
    text, notes = decode(data)
    feed = _Feed(name, "text/csv", _names(mapping), troubles=list(notes_as_troubles(name, notes)))
    for row, cells, wrong in read_table(text):
        if wrong:
            feed.note(row, wrong[0], wrong[1])
        if cells is not None:
            feed.take(row, cells)
    return feed.opened()


def canonical(row: Row) -> bytes:
    """Return the canonical JSON of a row, the same in whatever order its fields stand."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _names(mapping: Mapping[str, str]) -> dict[str, str]:
    return {name: mapping.get(name, name) for name in FIELDS}


def _take_line(feed: _Feed, row: int, line: str, *, last: bool) -> None:
    doubled: list[str] = []
    try:
        data = json.loads(line.lstrip("\ufeff"), parse_int=_number, object_pairs_hook=_noting(doubled))
    except (ValueError, RecursionError) as error:
        code, words = (
            ("truncated", "the last line is cut off") if last else ("bad-row", "the line is no JSON")
        )
        feed.note(row, code, f"{words} ({_reason(error)})")
        return
    if not isinstance(data, dict):
        feed.note(row, "bad-row", f"the line is no JSON object but {type(data).__name__}")
        return
    if doubled:
        names = ", ".join(sorted(set(doubled)))[:200]
        feed.note(row, "bad-row", f"fields of one name: {names}; the last one counts")
    feed.take(row, data)


def _number(digits: str) -> int | str:
    """Return a whole number, or its digits where there are more of them than Python turns into a number."""
    return int(digits) if len(digits) <= _DIGITS else digits


def _noting(doubled: list[str]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return a hook that makes objects of pairs and puts the names that stand in one object twice into `doubled`."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            doubled.extend(whole(name) for name, n in counts.items() if n > 1)
        return found

    return made


def _reason(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]


def _value(row: Row, name: str) -> object:
    """Return the row's value of the field `name`, whatever the case in which the feed writes it."""
    if name in row:
        return row[name]
    return next((v for k, v in row.items() if k.strip().casefold() == name.casefold()), None)


def _text(value: object) -> str:
    """Return a JSON value as text: lists joined, null as nothing."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(v) for v in value if not isinstance(v, list | dict))))
    return "" if isinstance(value, dict) else str(value)


def _no_text(names: Mapping[str, str], data: Row) -> str:
    missing = [names["text"], names["html"]]
    if any(m in data for m in missing):
        return f"the field {next(m for m in missing if m in data)!r} is empty"
    found = ", ".join(sorted(map(str, data)))[:300]
    return f"there is no field {missing[0]!r} or {missing[1]!r}; the row has: {found or 'nothing'}"
