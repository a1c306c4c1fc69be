"""Comma-separated tables: the delimiter, rows of the wrong length, and quotes that never close."""

import csv
from collections.abc import Iterator
from typing import Final

_DELIMITERS: Final = ",;\t|"
_RESTARTS: Final = 20  # times that reading starts anew after a quote that never closes; each costs a pass

Wrong = tuple[str, str]  # (code, words)
Cells = dict[str, str]


def delimiter(header: str) -> str:
    """Return the delimiter that stands most often outside quotes in the first line; a comma if none does."""
    outside = "".join(header[:10_000].split('"')[::2])
    return max(_DELIMITERS, key=lambda d: (outside.count(d), -_DELIMITERS.index(d)))


def read_table(text: str) -> Iterator[tuple[int, Cells | None, Wrong | None]]:
    """Yield (row number, cells by column name, what is wrong) for every row after the first, which names them.

    A row may be usable and in trouble at once (it ends early).  A row with more cells than columns is not used:
    nobody can say which cell is which.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    if not lines:
        return
    mark = delimiter(lines[0])
    columns: list[str] | None = None
    for row, (cells, wrong) in enumerate(_rows(lines, mark), 0):
        if columns is None:
            columns = [c.strip() for c in cells or []]
            doubled = sorted({c for c in columns if columns.count(c) > 1})
            if wrong or doubled:
                words = (
                    wrong[1] if wrong else f"columns of one name: {', '.join(doubled)}; the last one counts"
                )
                yield row, None, ("bad-row", words)
        elif cells is None:
            yield row, None, wrong
        else:
            yield row, *_fitted(columns, cells, wrong)


def _fitted(columns: list[str], cells: list[str], wrong: Wrong | None) -> tuple[Cells | None, Wrong | None]:
    """Return the cells under their columns' names, and what is wrong with their number."""
    if len(cells) > len(columns):
        words = (
            f"the row has {len(cells)} cells for {len(columns)} columns; an unquoted delimiter in the text?"
        )
        return None, wrong or ("ragged", words)
    if len(cells) < len(columns):
        words = f"the row ends after {len(cells)} of {len(columns)} cells; the others are taken as empty"
        wrong = wrong or ("ragged", words)
    return dict(zip(columns, cells, strict=False)), wrong


def _rows(lines: list[str], mark: str) -> Iterator[tuple[list[str] | None, Wrong | None]]:
    """Yield the cells of each row, or what is wrong; after a quote that never closes go on with the next line."""
    limit = csv.field_size_limit(2**31 - 1)  # a global of the csv module; put back below
    try:
        start, restarts = 0, 0
        while start < len(lines):
            rest = iter(lines[start:]) if start else iter(lines)
            broken = None
            for cells, first, wrong in _parsed(rest, mark):
                if wrong is not None and wrong[0] == "unclosed":
                    broken = start + first
                    yield None, ("truncated", wrong[1])
                elif cells or wrong:
                    yield cells, wrong
            if broken is None or restarts >= _RESTARTS:
                return
            start, restarts = broken + 1, restarts + 1
    finally:
        csv.field_size_limit(limit)


def _parsed(rest: Iterator[str], mark: str) -> Iterator[tuple[list[str] | None, int, Wrong | None]]:
    """Yield (cells, index of the row's first line, what is wrong) until the lines end."""
    reader = csv.reader((line + "\n" for line in rest), delimiter=mark, strict=True)
    first = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = "unexpected end" in str(error)
            words = "a quote is opened and never closed" if unclosed else f"the row cannot be read ({error})"
            yield None, first, ("unclosed" if unclosed else "bad-row", words)
        else:
            yield cells if any(c.strip() for c in cells) else None, first, None
        first = reader.line_num
