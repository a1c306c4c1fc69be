"""Retrieval of Latin name parts by Arabic ones (R@1, R@5), and the pairs of the name bench that `same_name` joins.

usage: python -m bench names
"""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from bench.section import Gate, Section, data_digest
from whence.link.names import bare_skeleton, same_name, skeleton, sound


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def retrieval(path: Path) -> tuple[float, float, int]:
    """R@1 and R@5 of each distinct Arabic part against all distinct Latin parts, and the number of queries."""
    table = rows(path)
    gallery = sorted({r["latin"] for r in table})
    place = {name: i for i, name in enumerate(gallery)}
    gold: dict[str, set[int]] = defaultdict(set)
    for r in table:
        gold[r["ar"]].add(place[r["latin"]])
    queries = sorted(gold)
    score = sum(
        process.cdist([f(q) for q in queries], [f(g) for g in gallery], scorer=fuzz.ratio, dtype=np.float32)
        for f in (sound, skeleton, bare_skeleton)
    )
    best = np.argsort(-np.asarray(score), axis=1, kind="stable")[:, :5]
    first = sum(int(best[i, 0]) in gold[q] for i, q in enumerate(queries))
    five = sum(bool(gold[q] & {int(x) for x in best[i]}) for i, q in enumerate(queries))
    return first / len(queries), five / len(queries), len(queries)


def pairs(path: Path) -> tuple[float, float, float]:
    """Precision, recall and F1 of `same_name` as a yes-or-no answer on the name bench."""
    table = rows(path)
    said = [same_name(r["name1"], r["name2"]) is not None for r in table]
    gold = [r["is_match"] == "true" for r in table]
    right = sum(s and g for s, g in zip(said, gold, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def run(shared: Path) -> Section:
    """Score retrieval and pairs on their dev halves."""
    folder = shared / "data" / "names"
    if not folder.is_dir():
        return Section(
            "Names across spellings and scripts", "python -m bench names", "absent", ("measure",), ()
        )
    first, five, queries = retrieval(folder / "arabic-latin-parts-dev.csv")
    precision, recall, f1 = pairs(folder / "name-bench-dev.csv")
    return Section(
        "Names across spellings and scripts (dev halves, tuned on)",
        "python -m bench names",
        data_digest(folder.glob("*-dev.csv")),
        ("measure", "reached", "aim"),
        (
            (f"Arabic to Latin name parts, {queries} queries: R@1", f"{first:.3f}", "0.60"),
            ("R@5", f"{five:.3f}", "0.88"),
            ("name bench: precision", f"{precision:.3f}", ""),
            ("name bench: recall", f"{recall:.3f}", ""),
            ("name bench: F1", f"{f1:.3f}", "0.80"),
        ),
        (
            Gate("R@1", round(first, 3), 0.71),
            Gate("R@5", round(five, 3), 0.93),
            Gate("F1", round(f1, 3), 0.58),
        ),
        ("A half's gallery is easier than the whole. `same_name` joins only what it can give a reason for.",),
    )
