"""Children that do the work on documents, so that a raising, hanging or crashing one costs itself alone.

A pool of worker programs (`whence.flow.worker`), each with a memory limit, gets one piece of work at a time with a
deadline.  Children are started as programs, never forked: forking a process that has threads can deadlock, and
Python warns of it.  One thread and one selector serve all.
"""

import os
import pickle
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from whence.flow import clock, environment, worker

_CHUNK: Final = 1 << 20
_PER_CHILD: Final = (
    8  # pieces of work below which another child costs more to start than it saves (2026-11, 2 cores)
)
Work = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may take: `seconds` of the processor and `memory` bytes; `pieces` before a fresh child.

    Each million bytes of the work allow `growth` seconds more, up to `longest` altogether.  By the clock it may take
    `worker.PATIENCE` times as long, as others may use the processor too.
    """

    seconds: float = 60.0
    memory: int = 3 << 30
    pieces: int = 5000
    growth: float = 0.0
    longest: float = 900.0

    def allowed(self, size: int) -> float:
        """Return the seconds of the processor that work of `size` bytes may take."""
        return min(self.longest, self.seconds + self.growth * size / 1e6)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece of work: its `value`, or the short `code` and the `words` of what went wrong.

    Codes: "failed" (it raised), "memory", "late" (it used up its seconds of the processor), "timeout" (by the clock:
    it waited, or others used the processor), "crashed".
    """

    value: bytes | None
    code: str = ""
    words: str = ""


class Pool:
    """Up to `size` children, started when there is work for them; a context manager that ends them."""

    def __init__(self, size: int | None = None, limits: Limits | None = None) -> None:
        self._size = max(1, size or os.cpu_count() or 1)
        self.limits = limits or Limits()
        self._children: list[_Child] = []
        self.starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End every child."""
        for child in self._children:
            child.end()
        self._children.clear()

    def map(
        self,
        function: Callable[..., bytes],
        work: Sequence[Work],
        done: Callable[[int], None] | None = None,
        meanwhile: Callable[[], None] | None = None,
        each: Callable[[int, Outcome], None] | None = None,
    ) -> list[Outcome]:
        """Return what became of `function(*arguments)` for each arguments of `work`, in order.

        `function` must be importable by name; `done` is called with the number finished so far, `meanwhile` once,
        when the children are at work: what the parent does then costs no time of its own.  `each` gets every
        outcome with its number in `work` as soon as it is there.
        """
        outcomes: dict[int, Outcome] = {}
        waiting = iter(enumerate(work))
        with selectors.DefaultSelector() as ready:
            for _ in range(min(self._size, 1 + len(work) // _PER_CHILD)):
                self._give(ready, self._idle(), waiting, function)
            if meanwhile:
                meanwhile()
            while ready.get_map():
                for child, number, outcome in self._finished(ready):
                    outcomes[number] = outcome
                    if each:
                        each(number, outcome)
                    if done:
                        done(len(outcomes))
                    self._give(ready, child, waiting, function)
        return [outcomes[i] for i in range(len(outcomes))]

    def _give(
        self,
        ready: selectors.BaseSelector,
        child: "_Child",
        waiting: Iterator[tuple[int, Work]],
        function: Callable[..., bytes],
    ) -> None:
        """Hand the next piece of work to `child` and listen to it; nothing is left to do if there is none."""
        for number, arguments in waiting:
            request = pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)
            if not child.fit():
                child = self._replaced(child)
            try:
                child.take(number, request)
            except BrokenPipeError:  # it died idle, of something else than this work
                child = self._replaced(child)
                child.take(number, request)
            ready.register(child.replies, selectors.EVENT_READ, child)
            return

    def _finished(self, ready: selectors.BaseSelector) -> Iterator[tuple["_Child", int, Outcome]]:
        """Wait until a child answers, dies or is late; yield each with what became of its work."""
        busy: list[_Child] = [key.data for key in ready.get_map().values()]
        patience = max(0.0, min(c.deadline for c in busy) - clock.monotonic())
        heard = {key.data for key, _ in ready.select(patience)}
        for child in busy:
            number = child.number
            outcome = child.hear() if child in heard else None
            if outcome is None and clock.monotonic() >= child.deadline:
                outcome = child.stop()
            if outcome is not None:
                ready.unregister(child.replies)
                child.number = -1
                yield child, number, outcome

    def _idle(self) -> "_Child":
        """Return a child that has nothing to do, started if all have."""
        for child in self._children:
            if child.number < 0:
                return child
        return self._started()

    def _started(self) -> "_Child":
        self.starts += 1
        child = _Child(self.limits)
        self._children.append(child)
        return child

    def _replaced(self, child: "_Child") -> "_Child":
        child.end()
        self._children.remove(child)
        return self._started()


class _Child:
    """One worker program and the piece of work (`number`, -1 for none) that it is at."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603  (this very Python and our own file)
            [sys.executable, "-P", worker.__file__],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=dict(environment.for_children()), bufsize=0,
        )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self.replies = self._process.stdin, self._process.stdout
        self._buffer = bytearray()
        self._pieces = 0
        self.number = -1
        self.deadline = 0.0
        self._seconds = 0.0
        self._send(pickle.dumps((sys.path, limits.memory), pickle.HIGHEST_PROTOCOL))

    def fit(self) -> bool:
        """Return whether the child lives and has not done its share of work."""
        return self._process.poll() is None and self._pieces < self._limits.pieces

    def take(self, number: int, request: bytes) -> None:
        """Begin the piece of work `number`; raise BrokenPipeError if the child is dead."""
        self._seconds = self._limits.allowed(len(request))
        self._send(request)
        self.number = number
        self._pieces += 1
        self.deadline = clock.monotonic() + self._seconds * worker.PATIENCE

    def hear(self) -> Outcome | None:
        """Read what has come; return the outcome once it is whole, or once the child is dead."""
        part = os.read(self.replies.fileno(), _CHUNK)
        if not part:
            return self._dead()
        self._buffer += part
        head = 1 + worker.LENGTH.size
        if len(self._buffer) < head:
            return None
        (size,) = worker.LENGTH.unpack_from(self._buffer, 1)
        if len(self._buffer) < head + size:
            return None
        status, payload = bytes(self._buffer[:1]), bytes(self._buffer[head : head + size])
        self._buffer.clear()
        if status == worker.DONE:
            return Outcome(payload)
        code, _, words = payload.decode("utf8", "replace").partition("\n")
        return Outcome(None, code, words)

    def stop(self) -> Outcome:
        """Kill the child over a piece of work that is late by the clock."""
        self._process.kill()
        self._process.wait()
        waited = f"{round(self._seconds * worker.PATIENCE, 1):g}"
        return Outcome(
            None, "timeout", f"it was not done within {waited} seconds, most of them spent waiting"
        )

    def end(self) -> None:
        """End the child and close its pipes."""
        self._process.kill()
        self._process.wait()
        self._requests.close()
        self.replies.close()

    def _send(self, data: bytes) -> None:
        whole = memoryview(worker.REQUEST.pack(len(data), self._seconds) + data)
        while whole:
            whole = whole[self._requests.write(whole) or 0 :]

    def _dead(self) -> Outcome:
        status = self._process.wait()
        if status == -signal.SIGPROF:
            return Outcome(
                None, "late", f"it was not done within {round(self._seconds, 1):g} seconds of the processor"
            )
        if status >= 0:
            return Outcome(None, "crashed", f"the worker ended with status {status}")
        name = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
        return Outcome(None, "crashed", f"the worker was ended by {name}")
