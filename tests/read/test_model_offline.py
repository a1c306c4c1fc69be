"""The model reader asks no network: nothing opens a socket, and the hub's client that came along is never loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = Path(__file__).parents[2] / "src" / "whence" / "resources" / "reader.onnx"

# Runs in a child of its own: an audit hook cannot be taken off again.  The hook sees what Python does; what a native
# library opens by itself is seen among the process's open files, where the system shows them.
WATCHED = """
import json, os, sys

reached = []

def watch(event, args):
    if event.startswith("socket.") and event != "socket.gethostname":
        reached.append(event)
        raise PermissionError(event)
    if event == "open" and isinstance(args[0], str) and "huggingface" in args[0]:
        reached.append(args[0])

sys.addaudithook(watch)

def sockets():
    try:
        paths = [os.path.join("/proc/self/fd", name) for name in os.listdir("/proc/self/fd")]
    except OSError:
        return set()
    links = [os.readlink(path) for path in paths if os.path.islink(path)]
    return {link for link in links if link.startswith("socket:")}

before = sockets()
exec(sys.argv[1])
clients = ("huggingface_hub", "hf_xet", "requests", "httpx", "httpx2", "torch")
loaded = [m for m in clients if m in sys.modules]
opened = sorted(sockets() - before)
print(json.dumps({"loaded": loaded, "reached": reached, "sockets": opened, "told": told}))
"""
READ = """
from pathlib import Path
from whence.model.report import Block, Report
from whence.read.trained import TrainedReader
text = "The ministry of Orvania said on Monday that 12 people were killed when a shell hit the mill in Tesk."
blocks = (Block(0, len(text), "body"),)
report = Report("r", "r", text, "", title="Shell hits mill", outlet="Veritas", language="en", blocks=blocks)
found = TrainedReader(Path(sys.argv[2]).read_bytes()).read(report)
told = [s.__class__.__name__ for s in found]
"""


def child(work: str, *arguments: str) -> dict[str, list[str]]:
    """What a process that does `work` loaded, reached for and left open; raises if it did not come to its end."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "HUGGING", "TRANSFORMERS"))}
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, work, *arguments],
        capture_output=True, text=True, check=False, timeout=60, env=clean,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return dict(json.loads(ended.stdout.splitlines()[-1]))


def test_the_watch_sees_a_socket_and_a_loaded_client() -> None:
    found = child("told = []\nimport huggingface_hub")
    assert "huggingface_hub" in found["loaded"]
    found = child("told = []\nimport socket\ntry:\n    socket.socket()\nexcept PermissionError:\n    pass")
    assert found["reached"] == ["socket.__new__"]


def test_the_runtime_loads_no_hub_client_and_opens_no_socket() -> None:
    found = child("import onnxruntime, tokenizers\nimport whence.read.model.session\ntold = []")
    assert found == {"loaded": [], "reached": [], "sockets": [], "told": []}


def test_reading_a_report_loads_no_hub_client_and_opens_no_socket() -> None:
    if not MODEL.exists():
        pytest.skip("no model is packaged here; `make train` writes one")
    found = child(READ, str(MODEL))
    assert found["told"], "nothing was read: the watch saw nothing worth seeing"
    assert found | {"told": []} == {"loaded": [], "reached": [], "sockets": [], "told": []}
