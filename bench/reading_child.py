"""One measured process: `python -m bench.reading_child WHAT SHARED NUMBER OF`, WHAT being first, reports or pieces.

`first` reads one report and prints nothing else; `reports` and `pieces` take every OF-th report from NUMBER on, warm
up, wait for a line on standard input, and print what they did as JSON: units, seconds.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from whence.flow.readers import reader
from whence.model.ids import digest
from whence.model.report import Record
from whence.read.text import make_report

MODEL: Final = Path(__file__).parents[1] / "src" / "whence" / "read" / "model"


def texts(shared: Path, number: int = 0, of: int = 1) -> list[dict[str, Any]]:
    """Return every `of`-th row of the FA-KES reports from `number` on."""
    lines = (shared / "data" / "fakes" / "reports.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines[number::of]]


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


def shipped() -> tuple[Path, Path] | None:
    """Return the files of the shipped network and its tokenizer, None where there is none (yet)."""
    network, words = sorted(MODEL.glob("*.onnx")), sorted(MODEL.glob("*tokenizer*.json"))
    return (network[0], words[0]) if network and words else None


def runner(files: tuple[Path, Path]) -> Callable[[str], int]:
    """Return what runs the network on a text, window by window on one thread, and says how many wordpieces it took."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    from whence.read.model.windows import tensors_of, windows_of

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(files[0]), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(files[1]))
    asked = [i.name for i in session.get_inputs()]

    def run(text: str) -> int:
        count = 0
        for window in windows_of(text, tokenizer):
            t = tensors_of(window, tokenizer)
            given = {
                "pieces": t.pieces, "features": t.features, "firsts": t.firsts, "mask": np.ones_like(t.pieces)
            }  # fmt: skip
            session.run(None, {name: given[name][None] for name in asked})
            count += len(t.pieces)
        return count

    return run


def main() -> int:
    """Do what the command line says."""
    what, shared, number, of = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    if what == "first":
        return 0 if read(texts(shared)[0]) >= 0 else 1
    rows = texts(shared, number, of)
    files = shipped()
    network = runner(files) if what == "pieces" and files else None
    do: Callable[[dict[str, Any]], int] = (lambda r: network(r["text"])) if network else read
    for row in rows[:5]:
        do(row)
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    counts = [do(row) for row in rows]
    spent = time.perf_counter() - begun
    print(json.dumps({"units": sum(counts) if network else len(rows), "seconds": spent}), flush=True)
    sys.stdin.readline()  # the parent looks at this process's memory before it ends
    return 0


if __name__ == "__main__":
    sys.exit(main())
