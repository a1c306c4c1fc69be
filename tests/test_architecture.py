"""Imports go one way, and each outside thing has one door."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "whence"
MAY = {
    "model": set(),
    "preserve": {"model"},
    "journal": {"model"},
    "store": {"model"},
    "read": {"model"},
    "link": {"model"},
    "weigh": {"model"},
    "resources": set(),
    "flow": {"model", "preserve", "journal", "store", "read", "link", "weigh", "resources"},
    "show": {"model", "flow", "store"},
}
# outside thing -> the files that may import it; pure rooms import none of them
DOORS = {
    "time": {"flow/clock.py"},
    "sqlite3": {"store/index/door.py"},
    "duckdb": set(),
    "socket": set(),
    "urllib.request": set(),
    "http.client": {"flow/endpoint.py"},
    "ssl": {"flow/endpoint.py"},
    "requests": set(),
    "onnxruntime": {"read/model/session.py"},
    "huggingface_hub": set(),
    "torch": set(),
    "subprocess": {"flow/sandbox.py"},
    "multiprocessing": set(),
    "importlib.resources": {"flow/resources.py"},
}
PURE = ("model", "read", "link", "weigh")
IMPURE = {"os", "pathlib", "time", "io", "shutil", "tempfile", "random", "sys"}
ALLOWED_IMPURE = {("model/layout.py", "pathlib")}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found |= {node.module} | {f"{node.module}.{a.name}" for a in node.names}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    relative = path.relative_to(ROOT)
    room = relative.parts[0]
    names = imported(path)
    if room in MAY:
        rooms = {n.split(".")[1] for n in names if n.startswith("whence.")} & set(MAY)
        assert rooms <= MAY[room] | {room}
    for thing, doors in DOORS.items():
        if any(n == thing or n.startswith(thing + ".") for n in names):
            assert str(relative) in doors, (
                f"{relative} reaches for {thing}; its door is {sorted(doors) or 'nowhere'}"
            )
    if room in PURE:
        reached = {n for n in names if n.split(".")[0] in IMPURE} - {
            m for f, m in ALLOWED_IMPURE if f == str(relative)
        }
        assert not {n for n in reached if (str(relative), n.split(".")[0]) not in ALLOWED_IMPURE}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_clock_and_the_environment_are_read_in_flow_alone(path: Path) -> None:
    relative = str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Attribute):
            clocks = isinstance(node.value, ast.Name) and node.value.id == "clock"  # through the door
            if node.attr in {"now", "utcnow", "today"} and not clocks:
                assert relative == "flow/clock.py", f"{relative}:{node.lineno} reads the clock"
            if node.attr in {"environ", "getenv"}:
                assert relative == "flow/environment.py", f"{relative}:{node.lineno} reads the environment"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text("utf8").splitlines()) <= 450, "split it by noun"
    assert path.name != "utils.py"
