"""What this machine can do in int8: multiplications of an unsigned by a signed matrix, timed in onnxruntime.

usage: python -m bench.gemm    Prints the best rate reached on one thread, in operations a second (two a product).

The graph is one MatMulInteger node whose second matrix is a constant, as in the shipped model, so that the runtime
packs it once.  It is written byte by byte after onnx.proto3, since the package `onnx` is needed for nothing else here.
"""

import sys
import time
from collections.abc import Iterable
from typing import Any, Final

import numpy as np

# rows, depth, columns: the widest products of the model on a full window, and a square that fills any cache
SIZES: Final = ((256, 384, 1536), (256, 1536, 384), (1024, 1024, 1024))
UINT8, INT8, INT32 = 2, 3, 6  # TensorProto.DataType
IR, OPSET = 8, 13
SECONDS: Final = 0.4  # a size is run so long, after three runs to warm up; the fastest run counts


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _field(tag: int, value: int | bytes | str) -> bytes:
    """One field of a protobuf message: a number, or bytes with their length."""
    if isinstance(value, int):
        return _varint(tag << 3) + _varint(value)
    body = value.encode() if isinstance(value, str) else value
    return _varint(tag << 3 | 2) + _varint(len(body)) + body


def _tensor_type(name: str, kind: int, shape: Iterable[int]) -> bytes:
    dims = b"".join(_field(1, _field(1, n)) for n in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, dims)))


def matmul_graph(rows: int, weights: np.ndarray[Any, np.dtype[np.int8]]) -> bytes:
    """Return an ONNX model that multiplies "a" [rows, depth] of uint8 by `weights` [depth, columns] of int8."""
    depth, columns = weights.shape
    node = _field(1, "a") + _field(1, "b") + _field(2, "y") + _field(4, "MatMulInteger")
    constant = _field(1, depth) + _field(1, columns) + _field(2, INT8) + _field(8, "b")
    graph = (
        _field(1, node)
        + _field(2, "gemm")
        + _field(5, constant + _field(9, weights.tobytes()))
        + _field(11, _tensor_type("a", UINT8, (rows, depth)))
        + _field(12, _tensor_type("y", INT32, (rows, columns)))
    )
    return _field(1, IR) + _field(7, graph) + _field(8, _field(1, "") + _field(2, OPSET))


def rate(rows: int, depth: int, columns: int, seconds: float = SECONDS) -> float:
    """Return operations a second of the fastest of the runs that fit into `seconds`, on one thread."""
    import onnxruntime

    rng = np.random.default_rng(7)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # within 7 bits, as quantised with reduce_range: the same products on machines with and without VNNI
    graph = matmul_graph(rows, rng.integers(-64, 64, (depth, columns), np.int8))
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    feed = {"a": rng.integers(0, 255, (rows, depth), np.uint8)}
    best, until = float("inf"), time.perf_counter() + seconds
    for _ in range(3):
        session.run(None, feed)
    while time.perf_counter() < until:
        begun = time.perf_counter()
        session.run(None, feed)
        best = min(best, time.perf_counter() - begun)
    return 2.0 * rows * depth * columns / best


def main() -> int:
    """Print the best rate over the sizes."""
    print(max(rate(*size) for size in SIZES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
