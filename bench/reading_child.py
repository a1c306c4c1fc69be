"""One measured process: `python -m bench.reading_child WHAT SHARED NUMBER OF`, WHAT being first, reports or pieces.

`first` reads one report and prints nothing else; `reports` and `pieces` take every OF-th of the sampled reports from
NUMBER on, warm up, wait for a line on standard input, and print what they did as JSON: units, seconds.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from whence.flow.readers import MODEL, network, reader
from whence.model.ids import digest
from whence.model.report import Record
from whence.read.text import make_report

EVERY: Final = 5  # reports read of so many: enough for a rate, and soon done on a slow machine
RESOURCES: Final = Path(__file__).parents[1] / "src" / "whence" / "resources"


def texts(shared: Path, number: int = 0, of: int = 1) -> list[dict[str, Any]]:
    """Return every `of`-th row from `number` on, of every fifth of the FA-KES reports."""
    lines = (shared / "data" / "fakes" / "reports.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines[::EVERY][number::of]]


def read(row: dict[str, Any]) -> int:
    """Read one row as a build would, and return how many statements it gives."""
    own = digest(json.dumps(row, sort_keys=True).encode())
    record = Record(
        "",
        own,
        "text/plain",
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["date"],
    )
    return len(reader().read(make_report(record)))


def shipped() -> bool:
    """Return whether a network is in the packaged resources."""
    return (RESOURCES / MODEL).is_file()


def run_network(text: str) -> int:
    """Run the network alone on a text, window by window as the reader does; return how many wordpieces it took."""
    runs = network()
    count = 0
    for window in runs.windows(text):
        runs.score(window)
        count += 2 + sum(len(w.pieces) for w in window.words)
    return count


def main() -> int:
    """Do what the command line says."""
    what, shared, number, of = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    if what == "first":
        return 0 if read(texts(shared)[0]) >= 0 else 1
    rows = texts(shared, number, of)
    pieces = what == "pieces"
    do: Callable[[dict[str, Any]], int] = (lambda row: run_network(row["text"])) if pieces else read
    for row in rows[:5]:
        do(row)
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    counts = [do(row) for row in rows]
    spent = time.perf_counter() - begun
    print(json.dumps({"units": sum(counts) if pieces else len(rows), "seconds": spent}), flush=True)
    sys.stdin.readline()  # the parent looks at this process's memory before it ends
    return 0


if __name__ == "__main__":
    sys.exit(main())
