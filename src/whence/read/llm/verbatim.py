"""Words that a model quotes, found in the text or not at all.

They are the same if they are so character for character, but for the kind and length of space, the shape of quotation
marks, apostrophes and dashes, and marks that print nothing: models write those as they please.  What is kept is always
the text's own words.  A quote never begins or ends inside a word or a number, and never runs over a paragraph.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

Place = tuple[int, int]  # code points [start, end) of a report's text
_BREAK: Final = "\x00"  # between paragraphs; no quote holds it
_SHAPES: Final = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛ʼʹ′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Finder:
    """The stretches of one piece of a text, in which quotes are looked for."""

    def __init__(self, text: str, stretches: Sequence[Place]) -> None:
        self._text = text
        folded: list[str] = []
        self._at: list[int] = []  # per folded character: its place in the text
        for start, end in stretches:
            for place, character in _folded(text, start, end):
                folded.append(character)
                self._at.append(place)
            folded.append(_BREAK)
            self._at.append(end)
        self._folded = "".join(folded)

    def find(self, quote: str, within: Place | None = None) -> tuple[Place, ...]:
        """Return every place of `quote`, in order; only those inside `within` if it is given."""
        wanted = "".join(c for _, c in _folded(unicodedata.normalize("NFC", quote))).strip()
        if not wanted or _BREAK in wanted:
            return ()
        every = (self._place(i, len(wanted)) for i in _starts(self._folded, wanted))
        return tuple(
            (s, e)
            for s, e in every
            if _whole(self._text, s, e) and (within is None or (within[0] <= s and e <= within[1]))
        )

    def nearest(self, quote: str, to: Place) -> Place | None:
        """Return the place of `quote` fewest code points from `to`, the first of equals; None if there is none."""
        return min(self.find(quote), key=lambda p: (max(to[0] - p[1], p[0] - to[1], 0), p), default=None)

    def _place(self, first: int, size: int) -> Place:
        return self._at[first], self._at[first + size - 1] + 1


def _folded(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Yield each character that counts with its place: marks in one shape, a run of space as one space."""
    spaced = False
    for place in range(start, len(text) if end is None else end):
        character = text[place]
        if character in _UNSEEN:
            continue
        space = character.isspace()
        if space and spaced:
            continue
        spaced = space
        yield place, " " if space else character.translate(_SHAPES)


def _starts(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether neither end of [start, end) cuts a word or a number ("12" in "12,000")."""
    return not _cuts(text, start) and not _cuts(text, end)


def _cuts(text: str, at: int) -> bool:
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    if before[-1] in ",." and len(before) > 1:
        return before[0].isdigit() and after[0].isdigit()
    return after[0] in ",." and len(after) > 1 and before[-1].isdigit() and after[1].isdigit()
