"""Runs the command line as a user would; measures wall time and the memory of the whole process tree."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

WHENCE = (sys.executable, "-m", "whence")
SAMPLE_S = 0.05  # a sample every 50 ms misses no build that is worth measuring


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    peak_mb: float
    stdout: str
    stderr: str
    code: int


def _watch(process: "psutil.Process", stop: threading.Event, peak: list[float]) -> None:
    while not stop.wait(SAMPLE_S):
        total = 0
        try:
            family = [process, *process.children(recursive=True)]
        except psutil.Error:
            return
        for member in family:
            try:
                total += member.memory_info().rss
            except psutil.Error:
                continue
        peak[0] = max(peak[0], total / 2**20)


def whence(*args: str, ok: Sequence[int] = (0, 3)) -> Run:
    """Run `whence ARGS`; raise RuntimeError unless it exits with one of `ok`."""
    run = measured([*WHENCE, *args])
    if run.code not in ok:
        raise RuntimeError(f"whence {' '.join(args)} exited {run.code}: {run.stderr[-2000:]}")
    return run


def measured(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run `command`, with `environment` added to this process's, and return its wall time and peak memory."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
    ) as child:
        stop, peak = threading.Event(), [0.0]
        watcher = threading.Thread(target=_watch, args=(psutil.Process(child.pid), stop, peak))
        watcher.start()
        out, err = child.communicate()
        stop.set()
        watcher.join()
    return Run(time.perf_counter() - start, peak[0], out, err, child.returncode)


def build_case(case: Path, feed: Path, *options: str) -> Run:
    """Build a case from `feed`, whose fields are named as in the FA-KES files."""
    return whence(
        "build", str(feed), "--case", str(case), "--map", "id=unit_id", "--map", "published=date", *options
    )
