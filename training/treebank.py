"""CoNLL-U as GUM writes it: the text rebuilt, words with their places, dependencies and discourse units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = re.compile(r"(?P<label>[\w-]+):(?P<unit>\d+)->(?P<to>\d+):(?P<level>\d+)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word at text[start:end] (code points); `head` is its governor's place in the document, None for a root.

    Words inside a contraction whose parts do not spell it ("won't" is "wo" + "n't", but some are not so simple) all
    have the place of the whole contraction.
    """

    start: int
    end: int
    form: str
    upos: str
    xpos: str
    feats: str
    head: int | None
    relation: str
    unit: int
    sentence: int
    block: int


@dataclass(frozen=True, slots=True)
class Bond:
    """A discourse relation: `unit` depends on unit `to`; of what hangs on one unit, lower `level`s are nearer to it.

    The first bond that a unit names is the one of the tree (`primary`); others are eRST's secondary edges.
    """

    label: str
    unit: int
    to: int
    level: int
    primary: bool


@dataclass(frozen=True, slots=True)
class Treebanked:
    """A document: its text, its words in order, and the bonds between its discourse units."""

    id: str
    text: str
    tokens: tuple[Token, ...]
    bonds: tuple[Bond, ...]


@dataclass(slots=True)
class _Row:
    fields: list[str]
    sentence: int
    block: int

    def misc(self, name: str) -> str:
        """Return what the last column says under `name`, "" if nothing."""
        found = re.search(rf"(?:^|\|){name}=([^|]*)", self.fields[9])
        return found[1] if found else ""


def read(path: Path) -> Treebanked:
    """Return the document of one file; raise ValueError where a line has not ten fields."""
    rows = list(_rows(path.read_text(encoding="utf8").splitlines()))
    text, places = _laid(rows)
    words = [(row, place) for row, place in zip(rows, places, strict=True) if row.fields[0].isdigit()]
    tokens, bonds = [], []
    first: dict[int, int] = {}
    unit = 0
    for i, (row, _) in enumerate(words):
        first.setdefault(row.sentence, i)
    for row, place in words:
        told = row.misc("Discourse")
        if told:
            unit += 1
            bonds += _bonds(told)
        tokens.append(_token(row, place, unit, first[row.sentence]))
    return Treebanked(path.stem, text, tuple(tokens), tuple(bonds))


def _rows(lines: Sequence[str]) -> Iterator[_Row]:
    """Words and contractions (not the empty nodes of enhanced graphs), each with its sentence and paragraph."""
    sentence, block = 0, 0
    for number, line in enumerate(lines, 1):
        if line.startswith("# newpar"):
            block += not line.startswith("# newpar_block")
        elif not line.strip():
            sentence += 1
        elif not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != 10:
                raise ValueError(f"line {number} has {len(fields)} fields, not ten")
            if "." not in fields[0]:
                yield _Row(fields, sentence, block)


def _laid(rows: Sequence[_Row]) -> tuple[str, list[tuple[int, int]]]:
    """Rebuild the text: one line for each paragraph, spaces as the file says; and the place of each row in it."""
    text, places = "", []
    last: _Row | None = None
    inside: list[tuple[int, int]] = []  # places of the words of the contraction that is open
    for row in rows:
        if row.fields[0].isdigit() and inside:
            places.append(inside.pop(0))
            continue
        if last is not None:
            text += "\n" if row.block != last.block else "" if last.misc("SpaceAfter") == "No" else " "
        places.append((len(text), len(text) + len(row.fields[1])))
        text += row.fields[1]
        if "-" in row.fields[0]:
            inside = _parts(row, rows[len(places) :], places[-1])
        last = row
    return text, places


def _parts(whole: _Row, following: Sequence[_Row], place: tuple[int, int]) -> list[tuple[int, int]]:
    low, high = (int(n) for n in whole.fields[0].split("-"))
    forms = [row.fields[1] for row in following[: high - low + 1]]
    if "".join(forms) != whole.fields[1]:
        return [place] * len(forms)
    starts = [place[0] + sum(map(len, forms[:i])) for i in range(len(forms))]
    return [(start, start + len(form)) for start, form in zip(starts, forms, strict=True)]


def _token(row: _Row, place: tuple[int, int], unit: int, first: int) -> Token:
    _, form, _, upos, xpos, feats, head, relation, *_ = row.fields
    governor = None if head == "0" else first + int(head) - 1
    return Token(*place, form, upos, xpos, feats, governor, relation, unit, row.sentence, row.block)


def _bonds(told: str) -> Iterator[Bond]:
    """The tree's bond comes first; the root of the tree names no bond there."""
    for i, part in enumerate(told.split(";")):
        found = _UNIT.match(part)
        if found:
            yield Bond(found["label"], int(found["unit"]), int(found["to"]), int(found["level"]), not i)
