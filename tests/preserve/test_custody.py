"""The custody log: chained, append-only; a kill is told apart from tampering."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.errors import StorageFull
from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody, Line

WHEN = {"time": "2024-05-01T10:00:00+00:00", "version": "0.1.0", "actor": "desk"}


@pytest.fixture
def layout(tmp_path: Path) -> CaseLayout:
    return CaseLayout(tmp_path / "case")


def _fill(layout: CaseLayout, count: int = 4) -> list[Line]:
    custody = Custody(layout)
    return [
        custody.append("added", {"name": f"{i}.txt", "digest": f"sha256:{i}"}, **WHEN) for i in range(count)
    ]


def test_lines_come_back_as_written_and_the_chain_holds(layout: CaseLayout) -> None:
    written = _fill(layout)
    custody = Custody(layout)
    assert custody.lines() == tuple(written)
    assert custody.check() == ()
    assert [x.sequence for x in written] == [1, 2, 3, 4]
    assert [x.previous for x in written] == ["", *(x.digest for x in written[:-1])]


def test_both_origins_of_a_file_added_twice_stand_in_the_log(layout: CaseLayout) -> None:
    custody = Custody(layout)
    custody.append("added", {"digest": "sha256:a", "origin": "one/x.txt"}, **WHEN)
    custody.append("added", {"digest": "sha256:a", "origin": "two/y.txt"}, **WHEN)
    assert [x.details["origin"] for x in custody.lines()] == ["one/x.txt", "two/y.txt"]


def test_two_objects_that_write_in_turn_keep_one_chain(layout: CaseLayout) -> None:
    one, two = Custody(layout), Custody(layout)
    for writer in (one, two, one, one, two):
        writer.append("exported", {}, **WHEN)
    assert Custody(layout).check() == ()
    assert len(one.lines()) == 5


def test_names_that_utf8_cannot_carry_are_written_out(layout: CaseLayout) -> None:
    Custody(layout).append("added", {"name": "a\udcff\nb"}, **WHEN)
    assert Custody(layout).lines()[0].details == {"name": "a\\udcff\nb"}
    assert Custody(layout).check() == ()


@pytest.mark.parametrize("line", [0, 1, 3])
@pytest.mark.parametrize("change", ["edit", "drop", "reseal", "garbage", "swap", "space"])
def test_tampering_is_seen_where_it_happened(layout: CaseLayout, line: int, change: str) -> None:
    _fill(layout)
    lines = layout.custody.read_bytes().splitlines(keepends=True)
    if change == "edit":
        lines[line] = lines[line].replace(b".txt", b".TXT")
    elif change == "drop" and line < 3:
        del lines[line]
    elif change == "garbage":
        lines[line] = b"\xff\xfe nothing\n"
    elif change == "swap":
        other = (line + 1) % 4
        lines[line], lines[other] = lines[other], lines[line]
    elif change == "space":
        lines[line] = json.dumps(json.loads(lines[line])).encode() + b"\n"
    else:  # a forger who recomputes the line's own digest cannot make the next line follow it
        if line == 3:
            pytest.skip("the last line's successor does not exist yet")
        forged = Custody(CaseLayout(layout.root / "forged"))
        for i in range(line + 1):
            name = "forged.txt" if i == line else f"{i}.txt"
            forged.append("added", {"name": name, "digest": f"sha256:{i}"}, **WHEN)
        lines[line] = (layout.root / "forged" / "custody.jsonl").read_bytes().splitlines(keepends=True)[line]
    layout.custody.write_bytes(b"".join(lines))
    troubles = Custody(layout).check()
    assert troubles
    assert {t.code for t in troubles} == {"altered"}


@settings(max_examples=40)
@given(cut=st.integers(1, 200))
def test_a_torn_last_line_is_no_tampering_and_loses_no_line(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    layout = CaseLayout(tmp_path_factory.mktemp("case"))
    written = _fill(layout)
    whole = layout.custody.read_bytes()
    layout.custody.write_bytes(whole[:-cut])
    custody = Custody(layout)
    assert [t.code for t in custody.check()] == ["torn"]
    assert custody.lines() == tuple(written[:3])
    custody.append("added", {"name": "next"}, **WHEN)
    assert Custody(layout).check() == ()
    lines = Custody(layout).lines()
    assert lines[:3] == tuple(written[:3])
    assert lines[-1].details == {"name": "next"}
    if cut == 1:  # only the line feed was missing
        assert lines[3] == written[3]
    else:
        assert lines[3].event == "repaired"
        assert whole.splitlines()[3].decode().startswith(lines[3].details["fragment"])


def test_a_full_disk_leaves_the_log_as_it_was(layout: CaseLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(layout)
    before = layout.custody.read_bytes()
    custody = Custody(layout)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageFull, match="custody"):
            custody.append("added", {}, **WHEN)
    assert layout.custody.read_bytes() == before
    custody.append("added", {}, **WHEN)
    assert Custody(layout).check() == ()


def test_an_absent_log_is_empty(layout: CaseLayout) -> None:
    assert Custody(layout).lines() == ()
    assert Custody(layout).check() == ()
