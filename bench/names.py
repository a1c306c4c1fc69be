"""Retrieval of Latin name parts by Arabic ones (R@1, R@5), and the pairs of the name bench that `same_name` joins.

usage: python bench/names.py [FOLDER]    FOLDER holds arabic-latin-parts-dev.csv and name-bench-dev.csv
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from whence.link.names import bare_skeleton, same_name, skeleton, sound

SHARED = Path(__file__).parents[2] / "shared" / "data" / "names"


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


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    first, five, queries = retrieval(folder / "arabic-latin-parts-dev.csv")
    print(f"arabic-latin parts (dev half, {queries} queries): R@1 {first:.3f}, R@5 {five:.3f}")
    precision, recall, f1 = pairs(folder / "name-bench-dev.csv")
    print(f"name bench (dev half): precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    main()
