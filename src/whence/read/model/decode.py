"""From the network's scores to spans: the best lawful run of tags."""

from collections.abc import Sequence
from typing import Final

import numpy as np

TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_NEVER: Final = -1e4


def lawful(moves: Sequence[Sequence[float]] = ()) -> np.ndarray:
    """Return scores of one tag after another [before, after]: a span's inside follows only its own beginning or inside.

    `moves` are scores of lawful ones that were learnt with the network; without them all are alike.
    """
    table = np.zeros((len(TAGS), len(TAGS)), np.float32)
    if moves:
        table += np.array(moves, np.float32)
    for before, first in enumerate(TAGS):
        for after, second in enumerate(TAGS):
            if second[0] == "I" and first[2:] != second[2:]:
                table[before, after] = _NEVER
    return table


_START: Final = np.array([_NEVER if t[0] == "I" else 0.0 for t in TAGS], np.float32)


def best_tags(shares: np.ndarray, table: np.ndarray) -> list[int]:
    """Return the likeliest run of tags for log shares [words, tags] and the scores of one after another (Viterbi)."""
    count = len(shares)
    if not count:
        return []
    score = _START + shares[0]
    back = np.zeros((count, len(TAGS)), np.int8)
    for i in range(1, count):
        options = score[:, None] + table
        back[i] = options.argmax(0)
        score = options.max(0) + shares[i]
    tags = [int(score.argmax())]
    for i in range(count - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def tagged(tags: Sequence[int]) -> list[tuple[str, int, int]]:
    """Return the spans of a run of tags: role, first word, word after the last."""
    spans: list[tuple[str, int, int]] = []
    start, role = 0, ""
    for i, tag in enumerate([*tags, 0]):
        name = TAGS[tag] if tag >= 0 else "O"
        if role and not (name[0] == "I" and name[2:] == role):
            spans.append((role, start, i))
            role = ""
        if name[0] == "B" or (name[0] == "I" and not role):
            start, role = i, name[2:]
    return spans
