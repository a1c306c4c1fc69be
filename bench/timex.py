"""Time expressions with their values on TimeBank and AQUAINT (TempEval-3's cleaned files), spans our own.

usage: python -m bench timex    Every third document, by name, is only measured; the others are tuned on.
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from lxml import etree

from bench.section import Gate, Section, data_digest
from whence.model.values import Interval
from whence.read.timex import Timex, find_timexes
from whence.read.timex_pattern import Kind

HELD = 3


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its name, publication, text, and the gold expressions."""

    name: str
    published: Interval
    text: str
    gold: tuple[Timex, ...]


def documents(path: Path) -> Iterator[Document]:
    """Yield the documents of the archive in order of name."""
    with tarfile.open(path) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".tml")), key=lambda m: m.name)
        for member in members:
            source = archive.extractfile(member)
            if source:
                yield read_document(member.name, source.read())


def read_document(name: str, data: bytes) -> Document:
    """Return the document in TimeML `data`."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    day = re.match(r"\d{4}-\d\d-\d\d", created.get("value", "") if created is not None else "")
    start = datetime.fromisoformat(day[0] if day else "1998-01-01").replace(tzinfo=UTC)
    body = root.find(".//TEXT")
    pieces: list[str] = []
    gold: list[Timex] = []
    if body is not None:
        _walk(body, pieces, gold)
    return Document(name, Interval(start, start + timedelta(days=1), "day"), "".join(pieces), tuple(gold))


def _walk(node: "etree._Element", pieces: list[str], gold: list[Timex]) -> None:
    begin = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        kind, value = cast("Kind", node.get("type", "DATE")), str(node.get("value", ""))
        gold.append(Timex(begin, sum(map(len, pieces)), kind, value))


def match(gold: tuple[Timex, ...], said: tuple[Timex, ...]) -> list[tuple[Timex, Timex]]:
    """Pair expressions that overlap, each once, in order."""
    pairs, left = [], list(said)
    for one in gold:
        other = next((s for s in left if s.start < one.end and one.start < s.end), None)
        if other:
            pairs.append((one, other))
            left.remove(other)
    return pairs


def score(docs: list[Document]) -> dict[str, float]:
    """Return F1 of spans (relaxed, strict), of values, and how many values and types are right among the matched."""
    gold = said = relaxed = strict = value = kind = 0
    for doc in docs:
        found = find_timexes(doc.text, doc.published)
        pairs = match(doc.gold, found)
        gold, said, relaxed = gold + len(doc.gold), said + len(found), relaxed + len(pairs)
        strict += sum((g.start, g.end) == (s.start, s.end) for g, s in pairs)
        value += sum(g.value == s.value for g, s in pairs)
        kind += sum(g.kind == s.kind for g, s in pairs)
    f1 = {
        name: 2 * n / max(1, gold + said)
        for name, n in (("relaxed", relaxed), ("strict", strict), ("value", value))
    }
    return {**f1, "type": kind / max(1, relaxed), "gold": gold, "said": said}


def split(docs: list[Document]) -> tuple[list[Document], list[Document]]:
    """Return the documents tuned on, and those only measured."""
    return [d for i, d in enumerate(docs) if i % HELD], [d for i, d in enumerate(docs) if i % HELD == 0]


def run(shared: Path) -> Section:
    """Score both parts."""
    path = shared / "data" / "timex" / "tbaq-cleaned.tar.gz"
    title, command = "Time expressions (TimeBank, AQUAINT)", "python -m bench timex"
    if not path.is_file():
        return Section(title, command, "absent", ("measure",), ())
    tuned, held = (score(part) for part in split(list(documents(path))))
    names = (
        ("value F1", "value", "0.78"),
        ("span F1, overlapping", "relaxed", ""),
        ("span F1, exact", "strict", ""),
        ("type right, of the overlapping", "type", ""),
    )
    rows = tuple((label, f"{tuned[key]:.3f}", f"{held[key]:.3f}", aim) for label, key, aim in names)
    return Section(
        title,
        command,
        data_digest([path]),
        ("measure", "two thirds (tuned on)", "one third (measured)", "aim"),
        rows,
        (Gate("value F1, measured third", round(held["value"], 3), 0.77),),
        ("Known on the platinum set: recognizers-text 0.553, SUTime 0.674, HeidelTime 0.776 (published).",),
    )
