"""A report in pieces that fit a question: whole sentences, without furniture, in the order of the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.read.segment import sentences

PIECE: Final = (
    8_000  # code points: some 2,000 tokens of English, so that text, rules and answer fit 8,192 tokens
)
_HUGE: Final = 1_500  # code points; no sentence written by a person is longer
_READ: Final = frozenset(("title", "heading", "body", "quote", "list", "caption"))
Place = tuple[int, int]  # code points [start, end) of a report's text


@dataclass(frozen=True, slots=True)
class Piece:
    """Stretches of a report's text, each of one block."""

    stretches: tuple[Place, ...]

    def text(self, report: Report) -> str:
        """Return what is sent of `report`: the stretches, a blank line between them."""
        return "\n\n".join(report.text[start:end] for start, end in self.stretches)


def places(report: Report) -> tuple[Place, ...]:
    """Return the sentences of all content of `report`; one that never ends comes in parts."""
    return tuple(p for block in _blocks(report) for p in block)


def pieces(report: Report) -> tuple[Piece, ...]:
    """Return `report` in pieces of at most `PIECE` code points; () if it has no content."""
    found: list[list[Place]] = []
    size = PIECE
    for block in _blocks(report):
        opened = False
        for start, end in block:
            if size + end - start > PIECE:
                found.append([])
                size, opened = 0, False
            first = found[-1].pop()[0] if opened else start
            found[-1].append((first, end))
            size, opened = size + end - start, True
    return tuple(Piece(tuple(stretches)) for stretches in found)


def _blocks(report: Report) -> Iterator[tuple[Place, ...]]:
    for block in report.blocks:
        if block.kind in _READ:
            whole = sentences(report.text, block.start, block.end)
            parts = tuple(
                (at, min(at + _HUGE, end)) for start, end in whole for at in range(start, end, _HUGE)
            )
            if parts:
                yield parts
