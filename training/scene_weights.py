"""The weights by which a sentence is put to one happening of its report, fitted to reports annotated by hand.

`python -m training.scene_weights FOLDER/PART.jsonl ... [--check FOLDER/PART.jsonl ...] [--hold 1.0] [--keep MARK ...]`
prints the table
of `whence.read.happenings` as it comes out, and how well it tells happenings apart on each file.  A file has the form
of the origins gold; `PART-texts.jsonl` lies beside it.

The choice is a softmax over the happenings told so far and a new one, whose score is `JOIN`; the happenings are those
of the annotation, as far as a sentence bears a claim of it.  The weights are held to those in force by a square penalty
(a Gaussian prior), so that rare marks stay what they were set to.  Nothing is random: equal files give equal tables.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from training.descent import Floats, descend, table
from whence.model.report import Record, Report
from whence.model.statement import Count
from whence.read import happenings
from whence.read.draft import Draft
from whence.read.drafts import find_drafts
from whence.read.happenings import Happening, Telling, marks
from whence.read.headline import without_headline
from whence.read.rules import sentence_places
from whence.read.scenes import take, tellings
from whence.read.settings import find_settings
from whence.read.text import make_report

Row = dict[str, Any]
Weights = Mapping[str, float]
Choice = tuple[
    list[list[str]], int | None
]  # the marks of each happening told so far, and the number of the right one
NEW = "a new happening"  # the name under which JOIN is fitted
ROUNDS, STEPS, RATE = 2, 300, 0.05


@dataclass(frozen=True)
class Told:
    """One report: the sentences that tell of happenings, and the annotated incident of those that bear its claims."""

    tellings: tuple[Telling, ...]
    incidents: Mapping[int, str]


def load(path: Path) -> list[Told]:
    """Return the annotated reports of `path` as the reader sees them; raise OSError or ValueError if it is no gold."""
    gold = {str(row["unit_id"]): row["claims"] for row in _rows(path)}
    texts = path.with_name(f"{path.stem}-texts.jsonl")
    return [_told(_report(row), gold.get(str(row["unit_id"]), ())) for row in _rows(texts)]


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)


def _report(row: Row) -> Report:
    title, outlet, text = (str(row.get(k) or "") for k in ("title", "outlet", "text"))
    record = Record(
        "row:1", "0" * 64, "text/plain", title=title, outlet=outlet, text=text, published=row["date"]
    )
    return make_report(record)


def _told(report: Report, claims: Sequence[Row]) -> Told:
    places = sentence_places(report)
    drafts = without_headline(report, find_drafts(report, places))
    found = tellings(report, places, find_settings(report, places), drafts)
    named: dict[int, Counter[str]] = {}
    for draft in drafts:
        for claim in claims:
            if _bears(report.text, places[draft.sentence], draft, claim):
                named.setdefault(draft.sentence, Counter())[claim["incident"]] += 1
    return Told(tuple(found), {i: min(c, key=lambda k: (-c[k], k)) for i, c in named.items()})


def _bears(text: str, place: tuple[int, int], draft: Draft, claim: Row) -> bool:
    """Whether the sentence bears the annotated claim: its words and its value."""
    if draft.aspect != claim["aspect"]:
        return False
    if isinstance(draft.value, Count):
        ends = (draft.value.amount.lower, draft.value.amount.upper)
        if ends[0] != claim["lower"] and (claim["upper"] is None or ends[1] != claim["upper"]):
            return False
    words, sentence = " ".join(claim["quote"].split()), " ".join(text[slice(*place)].split())
    return bool(words) and (words in sentence or sentence in words)


def walk(told: Told, weights: Weights, choices: list[Choice] | None = None) -> dict[int, int]:
    """Put each sentence of `told` to a happening; with `choices`, by the annotation, appending each choice made.

    A choice is the marks of every happening to choose from and the number of the right one, None for a new one.
    """
    scenes: list[Happening] = []
    named: list[str | None] = []
    current: Happening | None = None
    homes = {}
    for telling in told.tellings:
        found = [marks(telling, s, s is current, n == 0) for n, s in enumerate(scenes)]
        scores = [sum(weights[m] for m in ms) for ms in found]
        right = told.incidents.get(telling.number) if choices is not None else None
        at = named.index(right) if right in named and right is not None else None
        if right is None or at is None:
            open_to = [n for n in range(len(scenes)) if right is None or named[n] is None]
            best = max(((scores[n], n) for n in open_to), default=(0.0, -1))
            at = best[1] if best[1] >= 0 and best[0] >= weights[NEW] else None
        if right is not None and choices is not None and scenes:
            choices.append((found, at))
        if at is None:
            scenes.append(Happening())
            named.append(None)
            at = len(scenes) - 1
        named[at] = right or named[at]
        current = scenes[at]
        take(current, telling)
        homes[telling.number] = at
    return homes


def fit(pile: Sequence[Told], start: Weights, hold: float, keep: Collection[str] = ()) -> dict[str, float]:
    """Return the weights that best explain the annotated choices, held to `start` by `hold`; those in `keep` stay."""
    names = sorted(start)
    prior = np.array([start[n] for n in names])
    free = np.array([float(n not in keep) for n in names])
    values = prior.copy()
    for _ in range(ROUNDS):
        choices: list[Choice] = []
        for told in pile:
            walk(told, dict(zip(names, values, strict=True)), choices)
        slope = partial(_slope, _matrices(choices, names), (prior, free), hold)
        values = descend(slope, values, STEPS, RATE)
    return dict(zip(names, values.tolist(), strict=True))


def _matrices(choices: Sequence[Choice], names: Sequence[str]) -> list[tuple[Floats, int]]:
    """One row of marks a happening to choose from, the last for a new one, and the row of the right one."""
    column = {n: i for i, n in enumerate(names)}
    made = []
    for found, right in choices:
        rows = np.zeros((len(found) + 1, len(names)))
        for row, ms in zip(rows, found, strict=False):
            for m in ms:
                row[column[m]] += 1
        rows[-1, column[NEW]] = 1
        made.append((rows, len(found) if right is None else right))
    return made


def _slope(
    matrices: Sequence[tuple[Floats, int]], table: tuple[Floats, Floats], hold: float, values: Floats
) -> Floats:
    """The slope of the negative log-likelihood with the penalty, 0 for weights that stay; a few hundred choices."""
    prior, free = table
    slope = 2 * hold * (values - prior)
    for rows, right in matrices:
        share = rows @ values
        share = np.exp(share - share.max())
        share /= share.sum()
        share[right] -= 1
        slope = slope + rows.T @ share
    return slope * free


def quality(pile: Sequence[Told], weights: Weights) -> str:
    """Return B3 and the agreement of pairs of annotated sentences of one report, as words."""
    right = found = true = 0
    precise = complete = sentences = 0.0
    for told in pile:
        homes = walk(told, weights)
        numbers = [n for n in told.incidents if n in homes]
        for n in numbers:
            mine = {m for m in numbers if homes[m] == homes[n]}
            gold = {m for m in numbers if told.incidents[m] == told.incidents[n]}
            precise += len(mine & gold) / len(mine)
            complete += len(mine & gold) / len(gold)
            sentences += 1
            right, found, true = (
                right + len(mine & gold) - 1,
                found + len(mine) - 1,
                true + len(gold) - 1,
            )
    p, r = precise / max(1, sentences), complete / max(1, sentences)
    pairs = 2 * right / max(1, found + true)
    return f"B3 {p:.3f}/{r:.3f}/{2 * p * r / max(1e-9, p + r):.3f}, pairs F1 {pairs:.3f} ({sentences:.0f} sentences)"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit to the files named and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--check", nargs="*", type=Path, default=[])
    parser.add_argument("--hold", type=float, default=1.0)
    parser.add_argument("--keep", nargs="*", default=[], help="marks whose weights stay")
    chosen = parser.parse_args(arguments)
    start = {**happenings.WEIGHTS, NEW: happenings.JOIN}
    piles = {path: load(path) for path in (*chosen.files, *chosen.check)}
    made = fit([t for path in chosen.files for t in piles[path]], start, chosen.hold, chosen.keep)
    for path, pile in piles.items():
        print(path.stem, "| in force", quality(pile, start), "| fitted", quality(pile, made))
    print(table(start, made))


if __name__ == "__main__":
    main()
