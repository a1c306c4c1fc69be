"""Who says what in plain text files, with offsets in the files as they are: what public benchmarks score."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.model.errors import UsageError
from whence.model.ids import content_id, digest
from whence.model.report import Block, Report

Ends = list[list[int]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """NFC text of a raw text, and the bounds of the stretches that normalise apart from one another in both."""

    text: str
    raw: tuple[int, ...]
    nfc: tuple[int, ...]

    def back(self, start: int, end: int) -> list[int]:
        """Return the raw code points that hold the NFC code points [start, end)."""
        first = bisect_right(self.nfc, start) - 1
        last = bisect_left(self.nfc, end)
        return [self.raw[first], self.raw[last]]


def align(raw: str) -> Alignment:
    """Return the NFC of `raw` with the bounds by which offsets are mapped back."""
    raws, nfcs, at, stretch = [0], [0], 0, ""
    for i, c in enumerate(raw):
        if stretch and _apart(stretch, c):
            at += len(unicodedata.normalize("NFC", stretch))
            raws.append(i)
            nfcs.append(at)
            stretch = ""
        stretch += c
    text = unicodedata.normalize("NFC", raw)
    return Alignment(text, (*raws, len(raw)), (*nfcs, len(text)))


def _apart(stretch: str, c: str) -> bool:
    if stretch.isascii() and c.isascii():
        return True
    if unicodedata.combining(c):
        return False
    normal = unicodedata.normalize
    return normal("NFC", stretch + c) == normal("NFC", stretch) + normal("NFC", c)


def read_folder(folder: Path, reader: str = "trained") -> Iterator[dict[str, Any]]:
    """Yield for each .txt file of `folder`, by name, its attributions; raise UsageError if there are none."""
    files = sorted(path for path in folder.glob("*.txt") if path.is_file())
    if not files:
        raise UsageError(f"There are no .txt files in {folder}", "Give the folder that holds the texts.")
    read = read_text if reader == "rules" else read_trained
    for path in files:
        # bytes are decoded here: reading as text would fold line ends and shift every offset after them
        yield read(path.stem, path.read_bytes().decode("utf8", "replace"))


def read_trained(name: str, raw: str) -> dict[str, Any]:
    """Return the attributions that the trained network finds in one text, with offsets in `raw`."""
    from whence.flow.readers import network  # noqa: PLC0415  (cold start)
    from whence.read.model.reading import Reading  # noqa: PLC0415

    aligned = align(raw)
    rows = []
    for found in Reading(network(), aligned.text).relations() if aligned.text else ():
        parts = {"source": found.sources, "cue": (found.cue,), "content": found.contents}
        rows.append({role: [aligned.back(p.start, p.end) for p in told] for role, told in parts.items()})
    return {"report": name, "attributions": rows}


def read_text(name: str, raw: str) -> dict[str, Any]:
    """Return the attributions that the rules find in one text, nearest hop of each, with offsets in `raw`."""
    from whence.read.attribution import find_attributions  # noqa: PLC0415  (cold start)

    aligned = align(raw)
    report = _report(name, aligned.text)
    rows = []
    for found in find_attributions(report) if aligned.text else ():
        hop = found.hops[0] if found.hops else None
        rows.append(
            {
                "source": [aligned.back(s.start, s.end) for s in (hop.voice.span if hop else None,) if s],
                "cue": [aligned.back(s.start, s.end) for s in (hop.cue if hop else None,) if s],
                "content": [aligned.back(start, end) for start, end in found.content],
            }
        )
    return {"report": name, "attributions": rows}


def _report(name: str, text: str) -> Report:
    raw = digest(text.encode("utf8", "surrogatepass"))
    return Report(content_id("report", raw), name, text, raw, language="en", blocks=tuple(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[Block]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(at, at + len(line), "body")
        at += len(line) + 1
