"""The worker program: does one piece of work at a time for `whence.flow.sandbox`, within limits, and may die of it.

Requests are length-prefixed pickles from the parent, which is trusted; replies are plain bytes, since what a hostile
document did to this process must not reach the parent as code.  Imports nothing of Whence, so that it starts in
milliseconds; the function that comes with a request brings its own imports.
"""

import os
import pickle
import resource
import signal
import struct
import sys
from typing import Any, BinaryIO

LENGTH = struct.Struct("<Q")
REQUEST = struct.Struct("<Qd")  # how many bytes follow, and the seconds of the processor for the work
DONE, FAILED = b"+", b"-"
PATIENCE = 4  # times these seconds that work may take by the clock: others use the processor, too


def read_exactly(stream: BinaryIO, size: int) -> bytes:
    """Return `size` bytes of `stream`; raise EOFError if it ends before."""
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def receive(stream: BinaryIO) -> tuple[Any, float]:
    """Return the next request and its seconds of the processor; raise EOFError when the parent is gone."""
    size, seconds = REQUEST.unpack(read_exactly(stream, REQUEST.size))
    return pickle.loads(read_exactly(stream, size)), seconds  # noqa: S301  (from the parent alone)


def confine(memory: int) -> None:
    """Limit the process to `memory` bytes of data, without core files; keyboard interrupts are the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def perform(request: Any, seconds: float) -> tuple[bytes, bytes]:
    """Return the status and payload of one piece of work: (function, arguments) that gives bytes.

    Past `seconds` of the processor the kernel ends the process by SIGPROF, which the parent understands.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)
    # outlives no parent: one that was killed stops nobody
    signal.setitimer(signal.ITIMER_REAL, 2 * PATIENCE * seconds + 5)
    try:
        function, arguments = request
        return DONE, function(*arguments)
    except MemoryError:
        return FAILED, b"memory\nit needs more memory than a document may have"
    except RecursionError:
        return FAILED, b"failed\nit is nested too deeply"
    except Exception as wrong:  # noqa: BLE001  (the run loop: one bad document never stops a run)
        return FAILED, f"failed\n{type(wrong).__name__}: {wrong}".encode("utf8", "backslashreplace")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Serve the parent until it closes the pipe."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)  # a parser that prints must not speak into the protocol
    try:
        (path, memory), _ = receive(requests)
        sys.path[:] = path
        confine(memory)
        while True:
            status, payload = perform(*receive(requests))
            replies.write(status + LENGTH.pack(len(payload)) + payload)
            replies.flush()
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main()
