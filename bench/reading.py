"""How fast reports are read, on one core and on two, how soon the first is, and in how much memory.

usage: python -m bench reading

Each figure is of processes of its own, pinned to cores: what is read is every fifth of the 670 FA-KES reports, from
text to statements, by the reader that a build uses.  Wordpieces are those of the shipped network alone, unpadded; its
share of the machine's peak counts the products of its six layers' int8 matrices (10.6 million to a wordpiece) and
leaves out attention's own, which are not in int8.  Where no network is shipped those rows say so.
"""

import contextlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psutil

from bench.process import measured
from bench.reading_child import shipped
from bench.section import Gate, Section, data_digest
from whence.flow.readers import DEFAULT

ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
COLD_STARTS: Final = 5
PRODUCTS: Final = 6 * (
    4 * 384 * 384 + 2 * 384 * 1536
)  # multiplications a wordpiece, of a MiniLM with 6 layers
CORES: Final = (1, 2)
AIM_PIECES: Final = 6500  # a second and core
FIRST_S: Final = 1.25  # the aim is 1; 1.12 was reached on 2026-11-21, 0.90 before that day's rules
PEAK_MB: Final = 400.0


@contextlib.contextmanager
def pinned(cores: list[int]) -> Iterator[None]:
    """Keep this process, and children that it starts meanwhile, on `cores`."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def core_numbers() -> list[int]:
    """Return the cores that this process may use."""
    return (
        sorted(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else list(range(os.cpu_count() or 1))
    )


def _child(what: str, shared: Path, number: int = 0, of: int = 1) -> list[str]:
    return [sys.executable, "-m", "bench.reading_child", what, str(shared), str(number), str(of)]


def together(what: str, shared: Path, cores: list[int]) -> tuple[float, float]:
    """Return units a second of one process on each of `cores`, begun together, and the largest one's peak in MiB."""
    with contextlib.ExitStack() as stack:
        commands = [(_child(what, shared, n, len(cores)), core) for n, core in enumerate(cores)]
        children = [stack.enter_context(_begun(command, core)) for command, core in commands]
        for child in children:
            if _line(child) != "ready":
                raise RuntimeError(f"the measured process for {what} did not start")
        for child in children:
            _go(child)
        told, peak = [], 0.0
        for child in children:
            told.append(json.loads(_line(child)))
            peak = max(peak, _peak(child.pid))
    return sum(t["units"] for t in told) / max(t["seconds"] for t in told), peak


def _begun(command: list[str], core: int) -> "subprocess.Popen[str]":
    with pinned([core]):
        pipe, env = subprocess.PIPE, {**os.environ, **ONE_THREAD}
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=env)


def _go(child: "subprocess.Popen[str]") -> None:
    if child.stdin is not None:
        child.stdin.write("go\n")
        child.stdin.flush()


def _line(child: "subprocess.Popen[str]") -> str:
    line = child.stdout.readline().strip() if child.stdout else ""
    if not line:
        raise RuntimeError("a measured process ended early; what it wrote stands above")
    return line


def _peak(pid: int) -> float:
    """The most memory that the process has held, MiB; what it holds now where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    most = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
    if most:
        return most
    try:
        return float(psutil.Process(pid).memory_info().rss) / 2**20
    except psutil.Error:
        return 0.0


def first_report(shared: Path) -> float:
    """Return the median of the seconds from starting Python to the first report's statements."""
    runs = [measured(_child("first", shared), ONE_THREAD) for _ in range(COLD_STARTS)]
    if any(r.code for r in runs):
        raise RuntimeError(f"the first report could not be read: {runs[0].stderr[-2000:]}")
    return statistics.median(r.seconds for r in runs)


def gemm_peak(core: int) -> float:
    """Return int8 operations a second that onnxruntime reaches on one core; 0 where it is not installed."""
    with pinned([core]):
        run = measured([sys.executable, "-m", "bench.gemm"], ONE_THREAD)
    return float(run.stdout) if run.code == 0 else 0.0


def _network_rows(shared: Path, cores: list[int], peak: float) -> tuple[list[tuple[str, ...]], float]:
    if not shipped():
        return [("wordpieces a second", "no network is shipped: left out", "", f"{AIM_PIECES:,} a core")], 0.0
    rows: list[tuple[str, ...]] = []
    most = 0.0
    for count in CORES:
        if count > len(cores):
            continue
        speed, memory = together("pieces", shared, cores[:count])
        most = max(most, memory)
        share = f"{100 * speed * 2 * PRODUCTS / (peak * count):.0f} %" if peak else "unknown"
        label = f"wordpieces a second, {count} core{'s' if count > 1 else ''}"
        rows.append((label, f"{speed:,.0f}", f"{memory:.0f}", f"{AIM_PIECES * count:,}"))
        rows.append((f"share of the int8 peak, {count} core{'s' if count > 1 else ''}", share, "", ""))
    return rows, most


def run(shared: Path) -> Section:
    """Measure reading on one and two cores, the first report, and the int8 peak of the machine."""
    cores = core_numbers()
    rows: list[tuple[str, ...]] = []
    most = 0.0
    for count in (c for c in CORES if c <= len(cores)):
        speed, memory = together("reports", shared, cores[:count])
        most = max(most, memory)
        rows.append(
            (f"reports a second, {count} core{'s' if count > 1 else ''}", f"{speed:.1f}", f"{memory:.0f}", "")
        )
    first = first_report(shared)
    peak = gemm_peak(cores[0])
    network, memory = _network_rows(shared, cores, peak)
    most = max(most, memory)
    rows += network
    gemm = (
        f"{peak / 1e9:,.0f} thousand million operations a second" if peak else "onnxruntime is not installed"
    )
    rows.append(("int8 products of matrices, 1 core", gemm, "", ""))
    rows.append(
        (
            f"from starting Python to the first report read, median of {COLD_STARTS}",
            f"{first:.2f} s",
            "",
            "1 s",
        )
    )
    return Section(
        "Speed of reading (every fifth of the 670 FA-KES reports, text to statements)",
        "python -m bench reading",
        data_digest([shared / "data" / "fakes" / "reports.jsonl"]),
        ("what", "measured", "peak MB of a process", "aim"),
        tuple(rows),
        (
            Gate("seconds to the first report", round(first, 2), FIRST_S, ceiling=True),
            Gate("peak MB of a reading process", round(most), PEAK_MB, ceiling=True),
        ),
        notes=(
            (
                f"The reader is `{DEFAULT}`. One process a core, one thread each, pinned; on more cores than one the "
                "reports are shared out. A build adds opening, finding names, and writing (see Time and memory)."
            ),
        ),
    )
