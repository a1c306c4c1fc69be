"""Who says what on PolNeAR's development part: exact fragments and whole relations, for the network and for the rules.

usage: python -m bench attribution
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from bench.section import Gate, Section, data_digest
from whence.flow.attributions import read_folder

HEADER = ("reader", "source", "cue", "content", "relation")
PUBLISHED = (
    ("two people among themselves", "about 78", "71", "65-68", ""),
    ("best published (a full BERT with CofeNet; on the test part)", "83.2", "75.3", "72.9", ""),
    ("aim", "82", "75", "69", "72"),
)

FLOORS = {"source": 78.0, "cue": 71.0, "content": 62.0, "relation": 65.0}  # a little under what is reached


def unpacked(shared: Path, to: Path) -> Path:
    """Unpack the corpus into `to` and return the folder of its development part."""
    with tarfile.open(shared / "data" / "polnear" / "polnear-train-dev.tar.gz") as tar:
        tar.extractall(to, filter="data")
    return to / "data" / "dev"


def scored(shared: Path, folder: Path, reader: str, to: Path) -> dict[str, float]:
    """Return exact F1 by role and the F1 of whole relations, in percent, by the shared scorer."""
    found = to / f"{reader}.jsonl"
    lines = (json.dumps(row) for row in read_folder(folder / "text", reader))
    found.write_text("\n".join(lines) + "\n", encoding="utf8")
    scorer = [
        sys.executable,
        str(shared / "bench" / "score_attribution.py"),
        str(folder),
        str(found),
        "--json",
    ]
    told = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    return dict(told["exact"]) | {"relation": told["relation_f1"]}


def run(shared: Path) -> Section:
    """Score both readers."""
    archive = shared / "data" / "polnear" / "polnear-train-dev.tar.gz"
    command = "python -m bench attribution"
    if not archive.is_file():
        return Section("Who says what", command, "absent", HEADER, ())
    with tempfile.TemporaryDirectory() as name:
        folder = unpacked(shared, Path(name))
        found = {r: scored(shared, folder, r, Path(name)) for r in ("trained", "rules")}
    rows = tuple(
        (words, *(f"{found[reader][k]:.1f}" for k in HEADER[1:]))
        for reader, words in (("trained", "the shipped network"), ("rules", "the rules alone"))
    )
    best = found["trained"]
    return Section(
        "Who says what (PolNeAR dev, exact fragments F1)",
        command,
        data_digest([archive]),
        HEADER,
        (*rows, *PUBLISHED),
        tuple(Gate(f"{k} F1", best[k], floor) for k, floor in FLOORS.items()),
        (
            (
                "The network was trained on PolNeAR's train part; on dev were set: which links count, what is trimmed. "
                "Political news of 2016, not reports on violence: the gold on reports is above."
            ),
        ),
    )
