"""The hand-made graph multiplies as numpy does, and a measured process says what it did."""

import sys
from pathlib import Path

import numpy as np
import pytest
from bench.gemm import matmul_graph
from bench.process import measured
from bench.reading import core_numbers, pinned, together

SHARED = Path(__file__).parents[2].parent / "shared"


def test_the_graph_multiplies() -> None:
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    rng = np.random.default_rng(3)
    first, second = rng.integers(0, 255, (5, 300), np.uint8), rng.integers(-64, 64, (300, 7), np.int8)
    session = runtime.InferenceSession(matmul_graph(5, second), providers=["CPUExecutionProvider"])
    assert (session.run(None, {"a": first})[0] == first.astype(int) @ second.astype(int)).all()


def test_a_child_is_kept_on_the_cores_it_was_given() -> None:
    core = core_numbers()[0]
    with pinned([core]):
        run = measured([sys.executable, "-c", "import os; print(sorted(os.sched_getaffinity(0)))"])
    assert run.stdout.strip() == f"[{core}]"
    assert core_numbers() != [core] or len(core_numbers()) == 1


def test_a_child_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended early"):
        together("reports", tmp_path, core_numbers()[:1])
