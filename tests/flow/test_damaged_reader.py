"""A reader that cannot start is told once, with what to do; it is no fault of every single report."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from whence.flow import readers, stages
from whence.flow.case import Case
from whence.flow.sandbox import Outcome, Pool, Work
from whence.model.errors import UsageError


@pytest.fixture
def fresh() -> Iterator[None]:
    readers.network.cache_clear()
    yield
    readers.network.cache_clear()


@pytest.mark.parametrize("data", [b"", b"no model", b"\x08\x07" * 5000])
def test_a_damaged_model_says_what_to_do(data: bytes, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "packaged_bytes", lambda _: data)
    with pytest.raises(UsageError, match=r"reader\.onnx of this installation is damaged") as told:
        readers.network()
    assert "--reader rules" in told.value.hint


@pytest.mark.parametrize("name", ["rules", "trained"])
def test_every_reader_of_this_installation_can_start(name: str) -> None:
    assert stages.ready(name) == b""


def test_a_build_stops_before_it_calls_every_report_unreadable(
    tmp_path: Path, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapped = Pool.map

    def failing(
        pool: Pool,
        function: Callable[..., bytes],
        work: Sequence[Work],
        done: Callable[[int], None] | None = None,
    ) -> list[Outcome]:
        if function is stages.ready:
            return [Outcome(None, "failed", "ValueError: this is no reader's model")]
        assert function is not stages.read_record
        return mapped(pool, function, work, done)

    monkeypatch.setattr(Pool, "map", failing)
    case = Case.create(tmp_path / "case")
    case.add([pile])
    with pytest.raises(UsageError, match="cannot start here: ValueError: this is no reader's model") as told:
        case.build()
    assert "--reader rules" in told.value.hint
    assert not case.generation
