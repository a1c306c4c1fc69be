"""The words of reports as numbers, and where in the text each stands: that only for the few that are compared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from whence.link.candidates import Words
from whence.link.minhash import Hashes, Ints, word_hash
from whence.model.report import Report

# What stands inside a word and tells it from no other: signs that nobody sees (soft hyphens, joiners, zero-width
# spaces), marks set over letters, which one site prints and the next leaves out, and the stroke that lengthens Arabic.
_UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_LETTERS: Final = r"[^\W_\u3040-\u30ff\u3400-\u9fff]+"
_WORD: Final = re.compile(rf"[\u3040-\u30ff\u3400-\u9fff]|{_LETTERS}(?:[{_UNSEEN}]+{_LETTERS})*")
_HIDING: Final = re.compile(f"[{_UNSEEN}\u0640]+")
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+")  # the same in ASCII, in half the time
_QUOTED: Final = re.compile(r"“[^“”]{1,800}”|\"[^\"]{1,800}\"|«[^«»]{1,800}»")


def _bare_letters() -> dict[int, str]:
    """Letters with marks -> the letter alone, one for one; Arabic letters that keyboards and sites exchange -> one."""
    latin = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    bare = {c: normalize("NFD", chr(c))[0] for c in latin if len(normalize("NFD", chr(c))) > 1}
    alike = ("أا", "إا", "آا", "ٱا", "ىي", "یي", "ةه", "کك", "ıi", "øo", "Øo", "łl", "Łl", "đd", "Đd", "İi")
    return bare | {ord(pair[0]): pair[1] for pair in alike}


_BARE: Final = _bare_letters()


class _Numbers(dict[str, int]):
    """A number for each word, given as it first comes: a look-up of a known word costs no call."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each word of a report stands in its text, [start, end) in code points, and whether it is quoted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]


def number_words(reports: Sequence[Report]) -> tuple[list[Ints], list[Words]]:
    """Return for each report its words as numbers (equal for equal words, case folded), and what candidates need."""
    numbers = _Numbers()
    own = [_numbered(report.text, numbers) for report in reports]
    table = np.asarray([word_hash(word) for word in numbers], dtype=np.uint64)
    outlets = _Numbers()
    words = [
        Words(
            _hashes(found, table),
            _counted(report, len(found)),
            outlets[report.outlet] if report.outlet else -1,
        )
        for report, found in zip(reports, own, strict=True)
    ]
    return own, words


def _numbered(text: str, numbers: _Numbers) -> Ints:
    plain = text.isascii()  # another text is folded word by word, since folding may lengthen it
    found = _PLAIN.findall(text.casefold()) if plain else _WORD.findall(text.translate(_BARE))
    folded: Iterable[str] = found if plain else map(str.casefold, found)
    if not plain and _HIDING.search(text):
        folded = (_HIDING.sub("", word) for word in folded)
    return np.fromiter(map(numbers.__getitem__, folded), dtype=np.int64, count=len(found))


def _hashes(numbers: Ints, table: Hashes) -> Hashes:
    return table[numbers] if len(numbers) else np.zeros(0, dtype=np.uint64)


def _counted(report: Report, count: int) -> NDArray[np.bool_]:
    """Which words are no furniture."""
    furniture = [(b.start, b.end) for b in report.blocks if b.kind == "furniture"]
    if not furniture:
        return np.ones(count, dtype=np.bool_)
    starts = [start for start, _ in _spans(report.text)]
    return ~np.asarray(_inside(starts, furniture), dtype=np.bool_)


def _spans(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in (_PLAIN if text.isascii() else _WORD).finditer(text)]


def lay_out(report: Report) -> Layout:
    """Return where the words of `report` stand."""
    spans = _spans(report.text)
    starts, ends = tuple(s for s, _ in spans), tuple(e for _, e in spans)
    quoted = _inside(starts, [m.span() for m in _QUOTED.finditer(report.text)])
    return Layout(starts, ends, tuple(quoted))


def _inside(places: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of the sorted `places` lie in one of the spans."""
    inside = [False] * len(places)
    at = 0
    for start, end in sorted(spans):
        while at < len(places) and places[at] < start:
            at += 1
        while at < len(places) and places[at] < end:
            inside[at] = True
            at += 1
    return inside
