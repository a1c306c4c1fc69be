"""The bench of copies: planted copies are found, and it says so where the peers cannot be had."""

from pathlib import Path

import pytest
from bench.copies_peers import Found

from bench import copies


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in (("REPORTS", 150), ("COPIES_OF_EACH_SHARE", 6), ("QUOTES", 5)):
        monkeypatch.setattr(copies, name, value)
    return monkeypatch


def test_peers_that_cannot_be_installed_are_left_out_with_the_reason(small: pytest.MonkeyPatch) -> None:
    def fails(texts: list[str]) -> tuple[Found, ...]:
        raise OSError("no index")

    small.setattr(copies, "find_with_peers", fails)
    section = copies.run(Path())
    assert any("no index" in note for note in section.notes)
    assert section.rows[-3][:4] == ("100%", "6", "1.000", "1.000")
    assert all(len(row) == len(section.header) for row in section.rows)


def test_pairs_of_a_peer_stand_beside_ours(small: pytest.MonkeyPatch) -> None:
    def finds(texts: list[str]) -> tuple[Found, ...]:
        originals, planted = range(36), range(len(texts) - 36, len(texts))
        right = frozenset(zip(originals, planted, strict=True))
        return Found("datasketch", 0.5, right, 9.0, 9.0), Found("rensa", 0.5, frozenset({(0, 1)}), 0.1, 0.1)

    small.setattr(copies, "find_with_peers", finds)
    section = copies.run(Path())
    assert section.header[-2:] == ("recall of datasketch 0.5", "recall of rensa 0.5")
    assert [row[-2:] for row in section.rows[:-1]] == [("1.000", "0.000")] * 7
    assert section.gates[-1].name.startswith("reports a second over datasketch's")
    assert section.gates[-1].held
