"""Our own gold on real reports: claims tied to the words that carry them, for the heads that weigh claims and voices.

The gold names a quote, a value and a voice; training needs the very words.  They are found with the reader's own
tools: the number of people with that value in the quote (nearest to a word of the harm), the party of that name, the
voice's words nearest to the quote.  A claim whose words are not found is left out, and its stretch is not trained on.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.spans import STANCES, Claim, Document, Place
from whence.model.report import Record, Report
from whence.read.actors import Actor, find_actors
from whence.read.groups import Group, find_groups
from whence.read.text import make_report
from whence.read.triggers import find_triggers

_STANCE = {"hedged": "hedges"}


def load(folder: Path, part: str) -> tuple[list[Document], list[tuple[str, Place]]]:
    """Return the reports of `part` ("train" or "dev") with their claims, and the claims whose words were not found."""
    gold = {str(row["unit_id"]): row["claims"] for row in _rows(folder / f"{part}.jsonl")}
    documents, lost = [], []
    for row in _rows(folder / f"{part}-texts.jsonl"):
        report = as_report(row)
        found, missing = _aligned(report.text, gold.get(report.label, []))
        documents.append(Document(report.label, report.text, None, tuple(found)))
        lost += [(report.label, place) for place in missing]
    return documents, lost


def as_report(row: dict) -> Report:
    """Return a row of the reports as the product reads it."""
    fields = {k: str(row.get(k) or "") for k in ("title", "outlet", "text")}
    return make_report(Record("row:1", "0" * 64, "text/plain", label=str(row["unit_id"]), **fields))


def _rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def _aligned(text: str, rows: Sequence[dict]) -> tuple[list[Claim], list[Place]]:
    claims, missing = [], []
    actors = find_actors(text)
    for row in rows:
        quotes = list(_places(text, row["quote"]))
        for quote in quotes:
            key = _culprit(row, quote, actors) if row["aspect"] == "responsible" else _group(text, row, quote)
            voices = _voices(text, row, quote)
            if key is None or voices is None:
                missing.append(quote)
                continue
            stance = _STANCE.get(row["stance"], row["stance"])
            claims.append(Claim(key, row["aspect"], voices, stance if stance in STANCES else "states"))
    return claims, missing


def _places(text: str, words: str) -> Iterator[Place]:
    """Where the words stand, whatever the spaces between them."""
    parts = [re.escape(w) for w in words.split()]
    if parts:
        for m in re.finditer(r"\s+".join(parts), text):
            yield m.start(), m.end()


def _group(text: str, row: dict, quote: Place) -> Place | None:
    """The number of people with the row's value, the nearest to a word of the harm."""
    triggers = [t for t in find_triggers(text, *quote) if t.aspect == row["aspect"] or t.part]
    fitting = [g for g in find_groups(text, *quote) if _same(g, row)]
    if fitting:
        best = min(fitting, key=lambda g: (min((_gap(g, t) for t in triggers), default=0), g.start))
        return best.start, best.end
    if row["lower"] == 1 and triggers:
        return triggers[0].start, triggers[0].end
    return None


def _gap(a: object, b: object) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _same(group: Group, row: dict) -> bool:
    low, high = group.amount.lower, group.amount.upper
    lower, upper = row["lower"], row["upper"]
    if lower is not None and low is not None:
        return abs(low - lower) <= 0.05 * max(low, lower)
    return upper is not None and high is not None and abs(high - upper) <= 0.05 * max(high, upper)


def _culprit(row: dict, quote: Place, actors: Sequence[Actor]) -> Place | None:
    """The party in the quote whose name shares most words with the row's."""
    wanted = _words(row["actor"] or "")
    inside = [a for a in actors if a.start >= quote[0] and a.end <= quote[1]]
    scored = [
        (len(wanted & _words(a.name)) / max(1, len(wanted | _words(a.name))), -a.start, a) for a in inside
    ]
    best = max(scored, key=lambda s: s[:2], default=None)
    return (best[2].start, best[2].end) if best and best[0] > 0 else None


def _words(name: str) -> set[str]:
    return {re.sub(r"n$", "", w) for w in re.findall(r"[a-z]+", name.lower())} - {"the", "forces", "force"}


def _voices(text: str, row: dict, quote: Place) -> tuple[Place, ...] | None:
    """The voice's words nearest to the quote, () for the outlet's own word, None where they are not found."""
    if not row["voice"]:
        return ()
    middle = (quote[0] + quote[1]) / 2
    found = list(_places(text, row["voice_quote"] or ""))
    inside = [p for p in found if quote[0] <= p[0] < quote[1]] or found
    if not inside:
        return None
    return (min(inside, key=lambda p: abs((p[0] + p[1]) / 2 - middle)),)
