"""Whatever a document does to its worker costs that document alone."""

import signal
import threading

import nasty
import pytest

from whence.flow import worker
from whence.flow.sandbox import Limits, Outcome, Pool

QUICK = Limits(seconds=1.5, memory=1 << 30)


def test_results_come_in_the_order_of_the_work_whoever_did_it() -> None:
    words = [f"w{i}" for i in range(40)]
    seen: list[int] = []
    with Pool(3) as pool:
        outcomes = pool.map(nasty.work, [(w,) for w in words], seen.append)
        assert 1 < pool.starts <= 3
    assert [o.value for o in outcomes] == [w.encode() * 2 for w in words]
    assert seen == list(range(1, 41))


@pytest.mark.parametrize(
    ("what", "code", "words"),
    [
        ("raise", "failed", "ValueError: a bad document"),
        ("exit", "crashed", "status 7"),
        ("segfault", "crashed", signal.SIGSEGV.name),
        ("memory", "memory", "more memory"),
        ("hang", "timeout", "6 seconds, most of them spent waiting"),
        ("deep", "failed", "nested too deeply"),
    ],
)
def test_a_bad_document_is_told_and_its_neighbours_are_done(what: str, code: str, words: str) -> None:
    with Pool(2, QUICK) as pool:
        before, bad, after = pool.map(nasty.work, [("a",), (what,), ("b",)])
    assert (before.value, after.value) == (b"aa", b"bb")
    assert (bad.value, bad.code) == (None, code)
    assert words in bad.words


def test_longer_work_has_more_time_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(seconds=2.0, growth=3.0, longest=7.0)
    assert [limits.allowed(size) for size in (0, 1_000_000, 9_000_000)] == [2.0, 5.0, 7.0]
    monkeypatch.setattr(worker, "PATIENCE", 100)  # whatever else this machine does
    with Pool(1, Limits(seconds=0.1, growth=60.0, memory=1 << 30)) as pool:
        late, done = pool.map(nasty.busy, [(0.5, b""), (0.5, b"x" * 100_000)])
    assert (late.code, late.words) == ("late", "it was not done within 0.1 seconds of the processor")
    assert done.value == b"done"


def test_what_a_document_prints_does_not_reach_the_protocol() -> None:
    with Pool(1) as pool:
        assert pool.map(nasty.work, [("print",), ("b",)]) == [Outcome(b"printprint"), Outcome(b"bb")]


def test_a_child_that_dies_idle_is_replaced_without_losing_work() -> None:
    with Pool(1) as pool:
        pool.map(nasty.work, [("a",)])
        pool._children[0]._process.kill()
        pool._children[0]._process.wait()
        assert pool.map(nasty.work, [("b",)]) == [Outcome(b"bb")]


def test_a_child_is_renewed_after_its_share_of_work() -> None:
    with Pool(1, Limits(pieces=2)) as pool:
        assert len(pool.map(nasty.work, [("a",)] * 5)) == 5
        assert pool.starts == 3


def test_few_documents_start_one_child() -> None:
    with Pool(8) as pool:
        pool.map(nasty.work, [("a",)] * 7)
        assert pool.starts == 1


def test_large_answers_and_no_work() -> None:
    with Pool(1) as pool:
        assert pool.map(nasty.work, []) == []
        (outcome,) = pool.map(nasty.big, [(5_000_000,)])
    assert outcome.value == b"y" * 5_000_000


def test_children_start_while_threads_run() -> None:
    """Forking with threads alive warns from Python 3.12 on, and warnings are errors here."""
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        with Pool(1) as pool:
            assert pool.map(nasty.work, [("a",)])[0].value == b"aa"
    finally:
        stop.set()
        other.join()
