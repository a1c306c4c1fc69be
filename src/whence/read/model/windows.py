"""Windows: stretches of a text short enough for the network, cut where a reader would pause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from whence.read.model.pieces import Word, words_of

LENGTH: Final = 384  # wordpieces, as in training
_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_PIECE: Final = 20_000  # code points of one paragraph tokenised at a time, so that memory stays bounded
_MARK: Final = "[unused1]"  # stands between paragraphs


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one or more paragraphs; `breaks` are the numbers of words before which a paragraph begins.

    The first `context` words were read already in the window before: they help to read the others.
    """

    words: tuple[Word, ...]
    breaks: frozenset[int]
    context: int = 0


@dataclass(frozen=True, slots=True)
class Tensors:
    """What the network takes: pieces [n], features [n, 3], and the place of each word's first piece [1 + words].

    The first of `firsts` is the window's opening mark, which stands for "nobody" and "nothing".
    """

    pieces: np.ndarray
    features: np.ndarray
    firsts: np.ndarray


def windows_of(text: str, tokenizer: Tokenizer, length: int = LENGTH, overlap: int = 0) -> Iterator[Window]:
    """Yield the windows of `text` in order, whole paragraphs together, each at most `length` wordpieces long.

    With `overlap`, each window after the first begins with the last sentences of the one before, up to so many
    wordpieces: whoever spoke there may still be speaking.
    """
    kept: list[Word] = []
    breaks: set[int] = set()
    used, context = 2, 0
    for paragraph in _paragraphs(text, tokenizer):
        for part in _parts(paragraph, length - 3 - overlap):
            size = sum(len(w.pieces) for w in part) + 1
            if kept and used + size > length:
                yield Window(tuple(kept), frozenset(breaks), context)
                kept, breaks = _tail(kept, breaks, overlap)
                context = len(kept)
                used = 2 + sum(len(w.pieces) for w in kept) + len(breaks)
            breaks.add(len(kept))
            kept += part
            used += size
    if kept:
        yield Window(tuple(kept), frozenset(breaks), context)


def _tail(words: list[Word], breaks: set[int], room: int) -> tuple[list[Word], set[int]]:
    """The last whole sentences of a window that fit in `room` wordpieces, and the paragraphs that begin in them."""
    used, cut = 0, len(words)
    for i in range(len(words) - 1, -1, -1):
        used += len(words[i].pieces) + (i in breaks)
        if used > room:
            break
        if i in breaks or (words[i].place == 2 and words[i].shape != 6):
            cut = i
    return words[cut:], {b - cut for b in breaks if b >= cut}


def tensors_of(window: Window, tokenizer: Tokenizer) -> Tensors:
    """Return the window as the numbers that the network takes."""
    opening, closing, mark = (_number(tokenizer, t) for t in ("[CLS]", "[SEP]", _MARK))
    pieces, features, firsts = [opening], [(0, 0, 0)], [0]
    for i, word in enumerate(window.words):
        if i and i in window.breaks:
            pieces.append(mark)
            features.append((0, 0, 0))
        firsts.append(len(pieces))
        pieces += word.pieces
        features += [(word.shape, word.quote, word.place)] * len(word.pieces)
    pieces.append(closing)
    features.append((0, 0, 0))
    return Tensors(np.array(pieces, np.int64), np.array(features, np.int64), np.array(firsts, np.int64))


def _paragraphs(text: str, tokenizer: Tokenizer) -> Iterator[list[Word]]:
    for match in _PARAGRAPH.finditer(text):
        for start in range(match.start(), match.end(), _PIECE):
            words = words_of(text, start, min(start + _PIECE, match.end()), tokenizer)
            if words:
                yield words


def _parts(words: Sequence[Word], budget: int) -> Iterator[Sequence[Word]]:
    """A paragraph too long for one window, cut after the last stop that fits, else where the room ends."""
    while sum(len(w.pieces) for w in words) > budget:
        used, fit, cut = 0, 0, 0
        while used + len(words[fit].pieces) <= budget:
            used += len(words[fit].pieces)
            fit += 1
            if fit > 5 and fit < len(words) and words[fit].place == 2 and words[fit].shape != 6:
                cut = fit
        yield words[: cut or fit or 1]
        words = words[cut or fit or 1 :]
    if words:
        yield words


def _number(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise ValueError(f"the tokenizer has no {token}: it is not the one this model was trained with")
    return int(number)
