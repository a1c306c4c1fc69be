"""What documents do to a worker, on purpose: run in children alone."""

import ctypes
import os
import time

from whence.flow import stages
from whence.model.report import Record


def work(what: str) -> bytes:
    if what == "exit":
        os._exit(7)
    if what == "segfault":
        ctypes.string_at(0)
    if what == "hang":
        time.sleep(60)
    if what == "spin":
        busy(60.0, b"")
    if what == "memory":
        return bytes(len(bytearray(8 << 30)))
    if what == "raise":
        raise ValueError("a bad document")
    if what == "deep":
        return deep()
    if what == "print":
        print("noise that must not reach the protocol", flush=True)
        os.write(1, b"more of it")
    return what.encode() * 2


def busy(seconds: float, padding: bytes) -> bytes:
    """Use the processor for so long; `padding` makes the work larger."""
    del padding
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return b"done"


def deep() -> bytes:
    return deep() + b"x"


def big(size: int) -> bytes:
    return b"y" * size


def reading(record: Record, languages: tuple[str, ...], knowledge: str, by: str = "") -> bytes:
    """Read as the reader does, but do what a text that begins with "Do this: " says."""
    _, found, what = record.text.partition("Do this: ")
    if found:
        work(what.strip())
    return stages.read_record(record, languages, knowledge, by)
