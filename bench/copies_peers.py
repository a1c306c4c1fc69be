"""Near duplicate finders that copies are measured beside, each in a process of a venv made for them in bench/out.

datasketch (MIT) and rensa (MIT) are fetched from the package index on first use; no part of Whence needs them.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PINNED = ("datasketch==2.0.0", "rensa==0.5.0", "numpy==2.4.6", "scipy==1.17.1")
HOME = Path(__file__).parent / "out" / "peers"
CHILD = Path(__file__).parent / "copies_peer.py"
# 0.5 is what near duplicates are commonly sought at; at 0.1 a text of which a fifth is copied may still be met
SETTINGS = (("datasketch", 0.5), ("datasketch", 0.1), ("rensa", 0.5), ("rensa", 0.1))


@dataclass(frozen=True, slots=True)
class Found:
    """What one program found at one threshold: pairs of positions, wall time and processor time in seconds."""

    name: str
    threshold: float
    pairs: frozenset[tuple[int, int]]
    seconds: float
    processor: float

    @property
    def label(self) -> str:
        return f"{self.name} {self.threshold:g}"


def find_with_peers(texts: Sequence[str]) -> tuple[Found, ...]:
    """Return what each program finds among `texts`; raise OSError if they cannot be installed or run."""
    python = _installed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(list(texts)), encoding="utf8")
        return tuple(_find(python, name, path, threshold) for name, threshold in SETTINGS)


def _find(python: Path, name: str, texts: Path, threshold: float) -> Found:
    told = json.loads(_output([str(python), str(CHILD), name, str(texts), str(threshold)]))
    pairs = frozenset((int(a), int(b)) for a, b in told["pairs"])
    return Found(name, threshold, pairs, float(told["seconds"]), float(told["processor"]))


def _installed() -> Path:
    """The interpreter of the peers' venv, which is made if it is not there or not of these versions."""
    python, stamp = HOME / "bin" / "python", HOME / "pinned"
    if not stamp.exists() or stamp.read_text(encoding="utf8") != "\n".join(PINNED):
        print("bench: fetching datasketch and rensa into bench/out/peers", file=sys.stderr, flush=True)
        venv.create(HOME, clear=True, with_pip=True)
        _output([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINNED])
        stamp.write_text("\n".join(PINNED), encoding="utf8")
    return python


def _output(command: list[str]) -> str:
    """What `command` writes; raise OSError with its last words if it fails."""
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
    except subprocess.TimeoutExpired as late:
        raise OSError(f"{Path(command[0]).name} took longer than half an hour") from late
    if ran.returncode:
        raise OSError((ran.stderr.strip().splitlines() or ["no reason given"])[-1])
    return ran.stdout
