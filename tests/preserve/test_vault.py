"""The vault keeps bytes once, whole, and checks them when read."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.errors import IntegrityError, StorageFull
from whence.model.ids import digest
from whence.model.layout import CaseLayout
from whence.preserve.storage import TEMPORARY
from whence.preserve.vault import Vault


@pytest.fixture
def layout(tmp_path: Path) -> CaseLayout:
    return CaseLayout(tmp_path / "case")


def test_put_then_get_gives_the_same_bytes(layout: CaseLayout) -> None:
    vault = Vault(layout)
    capture = vault.put(b"ten died", "text/plain")
    assert capture.digest == digest(b"ten died")
    assert capture.size == 8
    assert vault.get(capture.digest) == b"ten died"
    assert vault.check(capture.digest) is None


@settings(max_examples=25)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_kept(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    vault = Vault(CaseLayout(tmp_path_factory.mktemp("case")))
    assert vault.get(vault.put(data, "").digest) == data


def test_the_same_bytes_are_kept_once_and_read_only(layout: CaseLayout) -> None:
    vault = Vault(layout)
    first = vault.put(b"x", "text/plain")
    again = vault.put(b"x", "text/html")
    assert again == first
    assert vault.captures() == (first,)
    path = layout.capture(first.digest)
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name, path.name + ".json"]


def test_captures_are_sorted(layout: CaseLayout) -> None:
    vault = Vault(layout)
    kept = {vault.put(bytes([i]), "text/plain") for i in range(20)}
    assert vault.captures() == tuple(sorted(kept))


def _alter(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def test_altered_and_missing_bytes_are_told_apart_and_restored_by_adding_again(layout: CaseLayout) -> None:
    vault = Vault(layout)
    one, two = vault.put(b"one", "text/plain"), vault.put(b"two", "text/plain")
    _alter(layout.capture(one.digest), b"0ne")
    layout.capture(two.digest).unlink()
    with pytest.raises(IntegrityError, match="altered"):
        vault.get(one.digest)
    with pytest.raises(IntegrityError, match="missing"):
        vault.get(two.digest)
    codes = [t.code for t in (vault.check(one.digest), vault.check(two.digest)) if t]
    assert codes == ["altered", "missing"]
    assert vault.put(b"one", "text/plain") == one
    assert vault.put(b"two", "text/plain") == two
    assert vault.check(one.digest) is None
    assert vault.get(two.digest) == b"two"


def test_a_damaged_manifest_does_not_hide_the_bytes(layout: CaseLayout) -> None:
    vault = Vault(layout)
    kept = vault.put(b"one", "text/plain")
    _alter(layout.manifest(kept.digest), b"{")
    assert [c.digest for c in vault.captures()] == [kept.digest]
    assert vault.captures()[0].size == 3
    assert vault.put(b"one", "text/plain") == kept
    assert vault.captures() == (kept,)


def test_destroy_leaves_nothing_and_may_be_repeated(layout: CaseLayout) -> None:
    vault = Vault(layout)
    kept = vault.put(b"secret", "text/plain")
    vault.destroy(kept.digest)
    vault.destroy(kept.digest)
    assert vault.captures() == ()
    assert not [p for p in layout.vault.rglob("*") if p.is_file()]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_refusing_disk_is_named_and_leaves_no_half_file(
    layout: CaseLayout, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    vault = Vault(layout)
    before = vault.put(b"before", "text/plain")

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(StorageFull) as caught:
            vault.put(b"after", "text/plain")
    assert caught.value.hint
    assert vault.captures() == (before,)
    assert not list(layout.vault.rglob(TEMPORARY + "*"))
    assert vault.get(vault.put(b"after", "text/plain").digest) == b"after"


def test_other_errors_of_the_system_are_not_disguised(
    layout: CaseLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="input/output"):
        Vault(layout).put(b"x", "text/plain")


def test_a_killed_put_is_finished_by_the_next_and_its_leavings_are_swept(layout: CaseLayout) -> None:
    vault = Vault(layout)
    kept = vault.put(b"x", "text/plain")
    layout.manifest(kept.digest).unlink()
    (layout.capture(kept.digest).parent / (TEMPORARY + "abc")).write_bytes(b"half")
    assert vault.captures() == ()
    assert vault.put(b"x", "text/plain") == kept
    assert vault.captures() == (kept,)
    assert vault.sweep() == 1
    assert vault.sweep() == 0
