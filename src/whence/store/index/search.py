"""Full-text search: what people type, made into a question that cannot go wrong, and the passages it finds."""

import re
from dataclasses import dataclass
from typing import Final

from whence.store.index.door import Asking

OPEN, CLOSE = (
    "\ue000",
    "\ue001",
)  # stand around found words in `Hit.words`; private-use, stripped from what is indexed
CAP: Final = 1000  # from here on hits are counted no further and shown in the order of the pile
_PART: Final = re.compile(r'"([^"]*)"?|(\S+)')
_WORD: Final = re.compile(r"\w+\*?")


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found: the key of what it is of, where in it the passage begins, and its words with marks."""

    key: str
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """Hits of one kind: how many (at most CAP + 1), whether the best come first, and one page of them."""

    count: int
    ranked: bool
    hits: tuple[Hit, ...]


def question(typed: str) -> str:
    """Return FTS5's question for what was typed: words are all wanted, "..." is a phrase, a last * a prefix, - not."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for phrase, bare in _PART.findall(typed):
        text = phrase or bare
        words = _WORD.findall(text if not phrase else text.replace("*", ""))
        if not words:
            continue
        made = f'"{" ".join(w.rstrip("*") for w in words)}"' + ("*" if words[-1].endswith("*") else "")
        (unwanted if bare.startswith("-") else wanted).append(made)
    if not wanted:
        return ""
    return " ".join(wanted) if not unwanted else f"({' AND '.join(wanted)}) NOT ({' OR '.join(unwanted)})"


def find(base: Asking, kind: str, asked: str, start: int, size: int) -> Found:
    """Return the passages of `kind` that answer `asked` (as `question` made it), `size` of them from `start`."""
    table = f"find_{kind}"
    counted = f"select count(*) from (select 1 from {table} where {table} match ? limit {CAP + 1})"  # noqa: S608
    count = int(base.rows(counted, (asked,))[0][0])
    if not count:
        return Found(0, True, ())
    ranked = count <= CAP
    order = "order by rank" if ranked else ""
    rows = base.rows(
        f"select key, at, highlight({table}, 0, ?, ?) from {table} where {table} match ? {order} limit ? offset ?",  # noqa: S608
        (OPEN, CLOSE, asked, size, start),
    )
    return Found(count, ranked, tuple(Hit(str(key), int(at), str(words)) for key, at, words in rows))


def keys(base: Asking, kind: str, asked: str, most: int) -> list[int]:
    """Return the number of up to `most` (-1: all) of what of `kind` answers `asked`; each is there once."""
    table = f"find_{kind}"
    rows = base.rows(f"select rowid from {table} where {table} match ? limit ?", (asked, most))  # noqa: S608
    return [int(key) for (key,) in rows]
