"""A reader that cannot start is told once, with what to do; it is no fault of every single report."""

import hashlib
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
    recorded = f"{hashlib.sha256(data).hexdigest()}  {readers.MODEL}\n".encode()
    shipped = {readers.MODEL: data, readers.RECORDED: recorded}
    monkeypatch.setattr(readers, "packaged_bytes", shipped.__getitem__)
    with pytest.raises(UsageError, match=r"reader\.onnx of this installation is damaged") as told:
        readers.network()
    assert "--reader rules" in told.value.hint


@pytest.mark.parametrize("recorded", ["0" * 64 + "  reader.onnx", ""])
def test_another_model_than_the_one_recorded_is_not_read_with(
    recorded: str, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = {readers.MODEL: b"another", readers.RECORDED: recorded.encode()}
    monkeypatch.setattr(readers, "packaged_bytes", shipped.__getitem__)
    readers.reader.cache_clear()
    found = hashlib.sha256(b"another").hexdigest()
    for load in (readers.network, lambda: readers.reader("trained")):
        with pytest.raises(UsageError, match=rf"reader\.onnx .* {found}, but reader\.onnx\.sha256") as told:
            load()
        assert "Install Whence again" in told.value.hint


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
        meanwhile: Callable[[], None] | None = None,
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
