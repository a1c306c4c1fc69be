"""What the network says of a whole text: its windows' scores laid back on the text's own places."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

import numpy as np

from whence.read.model.decode import best_tags, tagged
from whence.read.model.session import Network, Scores
from whence.read.model.windows import Window

Place = tuple[int, int]  # code points [start, end)
_LATE: Final = 64  # cues found last, among which one of an overlapping window is looked for
# One speaker may say two things; the share of a span's links from which a cue beside the best one has it too.
# These four were set on PolNeAR's development part.
_SHARED: Final = {"source": 0.15, "content": 0.3}
_SURE: Final = 0.6  # share of a content beside others of its cue
_LONE: Final = 0.5  # share of the best content of a cue, below which the cue attributes nothing
_MOST: Final = 8  # words kept as voices of a word
_LEAST: Final = 0.001  # share below which a word is nobody's voice
_GAP: Final = 4  # code points
_BLAMED: Final = 2  # the column of the claims that is about who did it
_LETTERS: Final = re.compile(r"\w")
_LEAD: Final = re.compile(r"[\s,;:.—–-]+")
_TRAIL: Final = re.compile(r"(?:[\s,;:—–-]|\s(?:and|but))+$")
_APART: Final = -50.0  # a score that no link has


@dataclass(frozen=True, slots=True)
class Part:
    """A span of the text with its role (source, cue, content) and the mean share of its tags."""

    role: str
    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Relation:
    """A cue with the sources and contents that hang on it, in the order of the text; sources may be missing.

    A cue without content attributes nothing and is no relation.
    """

    cue: Part
    sources: tuple[Part, ...]
    contents: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What is kept of one window: the places of its words, its parts with the cues they hang on, and voices.

    `voices` are the `_MOST` likeliest words for each word's voice, as rows [1+w, most], with their shares beside them:
    the whole table would make a long text's memory.  `blamed` [1+w] is the share of each word as that of who did it.
    """

    own: int  # where the stretch begins that no window before has read
    starts: "array[int]"
    ends: "array[int]"
    parts: tuple[tuple[Part, tuple[Part, ...]], ...]
    voices: np.ndarray
    shares: np.ndarray
    blamed: np.ndarray

    def words(self, start: int, end: int) -> range:
        """The rows (from 1) of the words that [start, end) touches."""
        return range(bisect_right(self.ends, start) + 1, bisect_left(self.starts, end) + 1)


class Reading:
    """The scores of all windows of one text; every look-up is by the text's code points."""

    def __init__(self, network: Network, text: str) -> None:
        """Read `text`, window by window; what is kept grows with its words alone, by some 60 bytes each."""
        self._text = text
        self._read = [_kept(w, network.score(w), network.table) for w in network.windows(text)]
        self._begins = [r.own for r in self._read]

    def relations(self) -> tuple[Relation, ...]:
        """Return the attributions of the text, in the order of their cues."""
        cues: dict[Place, Part] = {}
        hung: dict[Place, list[Part]] = {}
        for part, near in (found for read in self._read for found in read.parts):
            if part.role == "cue":
                cues.setdefault(_known(cues, part), part)
            for cue in near:
                hung.setdefault(_known(cues, cue), []).append(part)
                cues.setdefault(_known(cues, cue), cue)
        made = (_relation(self._text, cues[k], hung[k]) for k in sorted(hung))
        return tuple(r for r in made if r.contents)

    def voices(self, start: int, end: int) -> tuple[float, list[tuple[Place, float]]]:
        """Return how likely the outlet itself says the claim at [start, end), and the words of others with theirs."""
        read = self._at(start)
        rows = read.words(start, end) if read else range(0)
        if read is None or not rows:
            return 0.0, []
        sums = np.zeros(len(read.starts) + 1)
        for row in rows:
            np.add.at(sums, read.voices[row], read.shares[row] / len(rows))
        named = [i for i in np.flatnonzero(sums >= _LEAST).tolist() if i]
        return float(sums[0]), [((read.starts[i - 1], read.ends[i - 1]), float(sums[i])) for i in named]

    def blamed(self, start: int, end: int) -> float:
        """Return how likely the party named at [start, end) is told to have done what happened, rounded."""
        read = self._at(start)
        rows = read.words(start, end) if read else range(0)
        return round(max((float(read.blamed[i]) for i in rows), default=0.0), 3) if read else 0.0

    def _at(self, place: int) -> _Read | None:
        """The window in whose own stretch `place` stands."""
        index = bisect_right(self._begins, place) - 1
        return self._read[max(index, 0)] if self._read else None


def _kept(window: Window, scores: Scores, table: np.ndarray) -> _Read:
    """What is kept of a window's scores."""
    starts, ends = (
        array("i", places) for places in zip(*((w.start, w.end) for w in window.words), strict=True)
    )
    top = np.argsort(-scores.voices, axis=1, kind="stable")[:, :_MOST]
    read = _Read(
        starts[window.context],
        starts,
        ends,
        (),
        top.astype(np.int16),
        np.exp(np.take_along_axis(scores.voices, top, axis=1)).astype(np.float32),
        scores.claims[:, _BLAMED].astype(np.float32),
    )
    return replace(read, parts=tuple(_parts(read, scores, table)))


def _parts(read: _Read, scores: Scores, table: np.ndarray) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """The spans of a window's own stretch, each with the cues that it hangs on (a cue hangs on none)."""
    shares = scores.tags[1:]
    tags = best_tags(shares, table)
    found: list[tuple[Part, int]] = []
    for role, first, last in tagged(tags):
        share = float(np.exp(np.mean([shares[i, tags[i]] for i in range(first, last)])))
        found.append((Part(role, read.starts[first], read.ends[last - 1], round(share, 3)), first + 1))
    cues = [part for part, _ in found if part.role == "cue"]
    for part, row in found:
        if part.end <= read.own:
            continue
        hangs = part.role != "cue" and cues
        yield part, tuple(_linked(read, scores.links[row], cues, _SHARED[part.role])) if hangs else ()


def _linked(read: _Read, links: np.ndarray, cues: Sequence[Part], least: float) -> list[Part]:
    """The cue to whose words the span's first word points most strongly, and others with a share of `least` or more."""
    best = np.array(
        [max((float(links[i]) for i in read.words(c.start, c.end)), default=_APART) for c in cues]
    )
    shares = np.exp(best - best.max())
    shares = np.round(shares / shares.sum(), 3)
    return [c for i, c in enumerate(cues) if shares[i] >= least or i == int(shares.argmax())]


def _known(cues: dict[Place, Part], part: Part) -> Place:
    """The key of a cue that an overlapping window has found already, else the part's own."""
    place = (part.start, part.end)
    if place in cues or not cues:
        return place
    late = islice(reversed(cues), _LATE)
    return next((k for k in late if k[0] < part.end and part.start < k[1]), place)


def _relation(text: str, cue: Part, hung: Sequence[Part]) -> Relation:
    parts = sorted(hung, key=lambda p: (p.start, p.end))
    contents = _joined(text, [p for p in parts if p.role == "content"])
    best = max((p.share for p in contents), default=0.0)
    trimmed = (_trimmed(text, p) for p in contents if p.share >= max(_LONE, min(_SURE, best)))
    return Relation(
        cue, tuple(p for p in parts if p.role == "source"), tuple(p for p in trimmed if p.start < p.end)
    )


def _joined(text: str, contents: Sequence[Part]) -> list[Part]:
    """Contents of one cue with nothing but marks between them are one: a quotation of several sentences."""
    out: list[Part] = []
    for part in contents:
        last = out[-1] if out else None
        if last and part.start - last.end <= _GAP and not _LETTERS.search(text, last.end, part.start):
            out[-1] = replace(last, end=part.end, share=min(last.share, part.share))
        else:
            out.append(part)
    return out


def _trimmed(text: str, part: Part) -> Part:
    """A content without the marks and the conjunction that lead into what stands around it."""
    lead, trail = _LEAD.match(text, part.start, part.end), _TRAIL.search(text, part.start, part.end)
    start = lead.end() if lead else part.start
    return replace(part, start=start, end=max(start, trail.start() if trail else part.end))
