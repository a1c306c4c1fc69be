"""Finds near duplicates with another program's MinHash and LSH, as its documentation shows; run in its own venv.

usage: python copies_peer.py datasketch|rensa TEXTS.json THRESHOLD > RESULT.json

Reads a list of texts and writes the seconds that it took from texts to pairs, and the pairs of positions.  Needs
nothing of Whence.  Words and their runs are those that Whence takes (four words); 128 permutations are what both
recommend.  A pair is kept whose signatures agree in THRESHOLD of their places: LSH alone promises candidates.
"""

import importlib
import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PERMUTATIONS = 128
SHINGLE = 4
WORD = re.compile(r"[a-z0-9]+")  # the generated texts are ASCII
Pairs = set[tuple[int, int]]


def shingles(text: str) -> list[str]:
    """Return the runs of four words of a text, each once."""
    words = WORD.findall(text.lower())
    return sorted({" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)})


def by_datasketch(texts: list[str], threshold: float) -> Pairs:
    """Return the pairs that datasketch finds."""
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    sets = ([shingle.encode() for shingle in shingles(text)] for text in texts)
    made = datasketch.MinHash.bulk(sets, num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for number, sketch in enumerate(made):
            session.insert(number, sketch, check_duplication=False)
    met = ((number, sorted(index.query(sketch))) for number, sketch in enumerate(made))
    return agreeing(met, made, threshold)


def by_rensa(texts: list[str], threshold: float) -> Pairs:
    """Return the pairs that rensa finds; it leaves the number of bands to its user: the one nearest the threshold."""
    rensa = importlib.import_module("rensa")
    divisors = [b for b in range(1, PERMUTATIONS + 1) if PERMUTATIONS % b == 0]
    bands = min(divisors, key=lambda b: abs((1 / b) ** (b / PERMUTATIONS) - threshold))
    index = rensa.RMinHashLSH(threshold, PERMUTATIONS, bands)
    made = []
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(shingles(text))
        made.append(sketch)
        index.insert(number, sketch)
    met = ((number, index.query(sketch)) for number, sketch in enumerate(made))
    return agreeing(met, made, threshold)


def agreeing(met: Iterable[tuple[int, list[int]]], made: list[Any], threshold: float) -> Pairs:
    """Return the pairs that met whose signatures agree as much as asked for."""
    return {
        (number, other)
        for number, others in met
        for other in others
        if number < other and made[number].jaccard(made[other]) >= threshold
    }


def main() -> None:
    """Measure one program at one threshold."""
    name, texts, threshold = sys.argv[1:]
    loaded: list[str] = json.loads(Path(texts).read_text(encoding="utf8"))
    begun, worked = time.perf_counter(), time.process_time()
    pairs = {"datasketch": by_datasketch, "rensa": by_rensa}[name](loaded, float(threshold))
    spent = {"seconds": time.perf_counter() - begun, "processor": time.process_time() - worked}
    json.dump({**spent, "pairs": sorted(pairs)}, sys.stdout)


if __name__ == "__main__":
    main()
