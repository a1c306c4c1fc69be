"""The weights by which two reports' tellings are taken for one incident, fitted to reports annotated by hand.

`python -m training.incident_weights CASE=FOLDER/PART.jsonl ... [--check CASE=FOLDER/PART.jsonl ...] [--hold 30]`
prints the table of `whence.link.feature_weights` as it comes out.  CASE is a case built from PART-texts.jsonl
(`whence build FOLDER/PART-texts.jsonl --case CASE --map id=unit_id --map published=date`), PART.jsonl its annotation in
the form of the origins gold.

A logistic regression over the pairs of scenes that the product compares and whose annotated incidents are known; a
pair is one incident from `JOIN` on.  The weights are held to those in force by a square penalty; vetoes are no weights
and stay.  Nothing is random: equal files give equal tables.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from training.descent import Floats, descend, table
from whence.flow.case import Case
from whence.flow.linking import facts_of
from whence.flow.resources import knowledge
from whence.link.actors import resolve_actors
from whence.link.feature_weights import VETO, WEIGHTS
from whence.link.features import JOIN
from whence.link.incidents import compare_all
from whence.link.scenes import IncidentEvidence
from whence.link.stories import find_stories
from whence.model.finding import Findings
from whence.model.statement import Count, Statement

Row = dict[str, Any]
STEPS, RATE = 600, 0.03


@dataclass(frozen=True)
class Compared:
    """The features of one pair of scenes, each by how much it tells, and whether the two are one incident."""

    features: Mapping[str, float]
    same: bool


def load(case: Path, gold: Path) -> list[Compared]:
    """Return the compared pairs of a built case whose annotated incidents are known; raise UsageError for no case."""
    findings = Case.open(case).findings()
    with gold.open(encoding="utf8") as lines:
        claims = {str(row["unit_id"]): row["claims"] for row in map(json.loads, lines)}
    incidents = dict(_incidents(findings, claims))
    facts = facts_of(knowledge())
    actors = resolve_actors(findings.reports, findings.statements, facts.actors, facts.book)
    evidence = IncidentEvidence(
        findings.reports, findings.statements, findings.places, findings.copies, findings.sources,
        actors, find_stories(findings.reports, list(findings.persons)).kin,
    )  # fmt: skip
    return list(_pairs(evidence, incidents))


def _pairs(evidence: IncidentEvidence, incidents: Mapping[str, str]) -> Iterator[Compared]:
    for first, second, found in compare_all(evidence):
        one, other = _named(first.statements, incidents), _named(second.statements, incidents)
        if one and other and not any(weight <= VETO for _, weight in found.features):
            yield Compared({n: w / WEIGHTS[n][0] for n, w in found.features}, one == other)


def _named(statements: Sequence[str], incidents: Mapping[str, str]) -> str:
    """The annotated incident of most of a scene's statements, "" if none bears a claim."""
    found = Counter(incidents[s] for s in statements if s in incidents)
    return min(found, key=lambda k: (-found[k], k), default="")


def _incidents(findings: Findings, claims: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, str]]:
    """The annotated incident of each statement that bears a claim: aspect, value and words agree."""
    labels = {r.id: r.label for r in findings.reports}
    for statement in findings.statements:
        fitting = [c for c in claims.get(labels[statement.report], ()) if _bears(statement, c)]
        if fitting:
            yield statement.id, fitting[0]["incident"]


def _bears(statement: Statement, claim: Row) -> bool:
    if statement.aspect != claim["aspect"]:
        return False
    if isinstance(statement.value, Count):
        amount = statement.value.amount
        if amount.lower != claim["lower"] and (claim["upper"] is None or amount.upper != claim["upper"]):
            return False
    words, said = " ".join(claim["quote"].split()), " ".join(statement.span.quote.split())
    return bool(words) and (words in said or said in words)


def fit(pile: Sequence[Compared], hold: float) -> dict[str, float]:
    """Return the weights that best explain which pairs are one incident, held to those in force by `hold`."""
    names = sorted(n for n, (w, _) in WEIGHTS.items() if w > VETO)
    column = {n: i for i, n in enumerate(names)}
    rows = np.zeros((len(pile), len(names)))
    for row, pair in zip(rows, pile, strict=True):
        for name, told in pair.features.items():
            row[column[name]] = told
    same = np.array([float(p.same) for p in pile])
    prior = np.array([WEIGHTS[n][0] for n in names])
    values = descend(partial(_slope, rows, same, prior, hold), prior, STEPS, RATE)
    return dict(zip(names, values.tolist(), strict=True))


def _slope(rows: Floats, same: Floats, prior: Floats, hold: float, values: Floats) -> Floats:
    """The slope of the negative log-likelihood with the penalty."""
    share = 1 / (1 + np.exp(-np.clip(rows @ values - JOIN, -30, 30)))
    return rows.T @ (share - same) + 2 * hold * (values - prior)


def quality(pile: Sequence[Compared], weights: Mapping[str, float]) -> str:
    """Return how many pairs are rightly taken for one incident, as precision, recall and F1 in words."""
    taken = [sum(weights[n] * told for n, told in p.features.items()) >= JOIN for p in pile]
    right = sum(p.same and t for p, t in zip(pile, taken, strict=True))
    precision, recall = right / max(1, sum(taken)), right / max(1, sum(p.same for p in pile))
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.3f}/{recall:.3f}/{both:.3f} of {len(pile)} pairs"


def _named_pile(argument: str) -> tuple[Path, Path]:
    case, parted, gold = argument.rpartition("=")
    if not parted:
        raise argparse.ArgumentTypeError(f"{argument!r} is not CASE=FILE")
    return Path(case), Path(gold)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit to the cases named and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("piles", nargs="+", type=_named_pile)
    parser.add_argument("--check", nargs="*", type=_named_pile, default=[])
    parser.add_argument("--hold", type=float, default=30.0)
    chosen = parser.parse_args(arguments)
    start = {n: w for n, (w, _) in WEIGHTS.items() if w > VETO}
    piles = {gold: load(case, gold) for case, gold in (*chosen.piles, *chosen.check)}
    made = fit([pair for _, gold in chosen.piles for pair in piles[gold]], chosen.hold)
    for gold, pile in piles.items():
        print(gold.stem, "| in force", quality(pile, start), "| fitted", quality(pile, made))
    print(table(start, made))


if __name__ == "__main__":
    main()
