"""What the parts of names are: honorifics, particles, short forms, legal forms, words that say little.  From tables."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from whence.link.names import fold, sound
from whence.model.errors import UsageError

Row = Mapping[str, Any]
Words = tuple[str, ...]
LISTS: Final = (
    "honorifics", "suffixes", "fathers", "particles", "compounds", "common", "small", "generic", "regions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameWords:
    """The tables of `resources/names.yaml`, folded.  `forms` and `honorifics` hold runs of words.

    `spelled` gives for a spelling the given names that it is of, `short` the full names that it is short for,
    `tongues` the groups of languages' forms that it is in; `regions` are the words that tell where, of states too.
    """

    honorifics: frozenset[Words] = frozenset()
    suffixes: frozenset[str] = frozenset()
    fathers: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    forms: Mapping[Words, str] = field(default_factory=dict)
    words: Mapping[Words, Words] = field(default_factory=dict)
    spelled: Mapping[str, frozenset[str]] = field(default_factory=dict)
    short: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tongues: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> "NameWords":
        """Build the tables from rows of `names.yaml` and `states.yaml`; raise UsageError that names a wrong row."""
        every = list(rows)
        lists = {name: frozenset[str]() for name in LISTS}
        for row in every:
            if "list" in row:
                lists[_list_name(row)] |= frozenset(_texts(row, "words"))
        forms = {_run(w): str(row["form"]) for row in every if "form" in row for w in _texts(row, "also")}
        words = {_run(w): _run(row["word"]) for row in every if "word" in row for w in _texts(row, "also")}
        return cls(
            honorifics=frozenset(map(_run, lists["honorifics"])),
            common=frozenset(sound(w) for w in lists["common"]),
            regions=_folded(lists["regions"]) | _of_states(every),
            forms=forms,
            words=words,
            spelled=_short(every, "spelled"),
            short=_short(every, "short"),
            tongues=_tongues(every),
            **{
                name: _folded(lists[name])
                for name in ("suffixes", "fathers", "particles", "compounds", "small", "generic")
            },
        )

    def known_given(self, part: str) -> bool:
        """Return whether `part` (folded) is itself a name in these tables, and so no slip of the pen for another."""
        return (
            sound(part) in self.common or part in self.spelled or part in self.short or part in self.tongues
        )

    def frequent(self, part: str) -> bool:
        """Return whether `part` (folded) is a name that many share, in whatever spelling."""
        names = {part, *self.spelled.get(part, ())}
        return any(sound(n) in self.common for n in names)

    def general(self, part: str) -> bool:
        """Return whether `part` (folded) is a word of general sense or a region, which is never nearly another."""
        return part in self.generic or part in self.regions


def _list_name(row: Row) -> str:
    if row["list"] not in LISTS:
        raise UsageError(f"names row {row['list']!r}: unknown list", f"Lists are {', '.join(LISTS)}.")
    return str(row["list"])


def _texts(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v for v in value):
        raise UsageError(f"names row {dict(row)}: {name} must be a list of texts", "Correct the row.")
    return tuple(value)


def _run(words: str) -> Words:
    return tuple(re.findall(r"[a-z0-9]+|&", fold(words) or words))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w) or w for w in words)


def _of_states(rows: Iterable[Row]) -> frozenset[str]:
    """The single words of the names, adjectives and capitals of states."""
    fields = ("names", "adjectives", "capital")
    told = [w for row in rows if "state" in row for w in (row["name"], *(x for f in fields for x in row[f]))]
    return frozenset(part for w in told for part in fold(w).split() if len(part) > 2)


def _short(rows: Iterable[Row], name: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in rows:
        if name in row:
            for form in _texts(row, "also"):
                table.setdefault(fold(form), set()).add(fold(str(row[name])))
    return {form: frozenset(full) for form, full in table.items()}


def _tongues(rows: Iterable[Row]) -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, row in enumerate(r for r in rows if "tongues" in r):
        for form in _texts(row, "tongues"):
            table.setdefault(fold(form), set()).add(number)
    return {form: frozenset(groups) for form, groups in table.items()}
