"""Walking a pile: order, links, odd names, and what is refused."""

import os
from pathlib import Path

import pytest

from whence.model.report import Trouble
from whence.preserve.files import find_files, printable, read_file


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    return folder


def _codes(troubles: tuple[Trouble, ...]) -> list[str]:
    return [t.code for t in troubles]


def test_files_come_sorted_folders_and_all(pile: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.md"):
        (pile / name).parent.mkdir(parents=True, exist_ok=True)
        (pile / name).write_text(name)
    (pile / ".DS_Store").write_text("clutter")
    found, troubles = find_files([pile])
    assert [str(p.relative_to(pile)) for p, _ in found] == ["a/b/c.txt", "a/z.txt", "b.txt", "c.md"]
    assert [n for _, n in found] == ["c.txt", "z.txt", "b.txt", "c.md"]
    assert troubles == ()


def test_a_file_named_twice_is_listed_once(pile: Path) -> None:
    (pile / "a.txt").write_text("a")
    found, _ = find_files([pile / "a.txt", pile, pile / "a.txt"])
    assert len(found) == 1


def test_loops_end_and_are_named(pile: Path) -> None:
    (pile / "a.txt").write_text("a")
    (pile / "loop").symlink_to(pile, target_is_directory=True)
    (pile / "self").symlink_to(pile / "self")
    (pile / "dead").symlink_to(pile / "nowhere")
    found, troubles = find_files([pile])
    assert [n for _, n in found] == ["a.txt"]
    assert _codes(troubles) == ["unreadable", "loop", "unreadable"]


def test_a_link_that_climbs_out_is_refused_and_one_that_stays_is_followed(pile: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (pile / "out.txt").symlink_to(tmp_path / "secret.txt")
    (pile / "up").symlink_to(tmp_path, target_is_directory=True)
    (pile / "real").mkdir()
    (pile / "real" / "a.txt").write_text("a")
    (pile / "stay.txt").symlink_to(pile / "real" / "a.txt")
    found, troubles = find_files([pile])
    assert [n for _, n in found] == ["a.txt"]
    assert _codes(troubles) == ["outside", "outside"]
    assert [n for _, n in find_files([pile / "out.txt"])[0]] == ["out.txt"]


def test_odd_names_are_made_printable(pile: Path) -> None:
    (pile / "two\nlines.txt").write_text("a")
    (Path(os.fsdecode(os.fsencode(pile) + b"/bad\xff.txt"))).write_text("b")
    found, _ = find_files([pile])
    assert [n for _, n in found] == ["bad\\xff.txt", "two\\nlines.txt"]
    assert [read_file(p, n) for p, n in found] == [b"b", b"a"]
    assert all(printable(n) == n for n in ("ünïcode عربي.txt", "a b.txt"))


def test_pipes_and_devices_are_refused_without_waiting(pile: Path) -> None:
    os.mkfifo(pile / "pipe.txt")
    found, troubles = find_files([pile, Path("/dev/null")])
    assert found == ()
    assert _codes(troubles) == ["special", "special"]
    refused = read_file(pile / "pipe.txt", "pipe.txt")
    assert isinstance(refused, Trouble)
    assert refused.code == "special"


def test_what_is_absent_forbidden_or_too_large_is_named(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _codes(find_files([pile / "none.txt"])[1]) == ["unreadable"]
    assert _codes(find_files([Path("a\0b")])[1]) == ["unreadable"]
    assert _codes(find_files([Path("x" * 5000)])[1]) == ["unreadable"]
    path = pile / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(path, "a.txt", limit=5) == b"12345"
    large = read_file(path, "a.txt", limit=4)
    assert isinstance(large, Trouble)
    assert large.code == "too-large"

    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    refused = read_file(path, "a.txt")
    assert isinstance(refused, Trouble)
    assert refused.code == "unreadable"
    assert refused.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read_is_named_and_the_rest_goes_on(pile: Path) -> None:
    (pile / "shut").mkdir(mode=0)
    (pile / "z.txt").write_text("z")
    found, troubles = find_files([pile])
    assert [n for _, n in found] == ["z.txt"]
    assert _codes(troubles) == ["unreadable"]


def test_a_case_folder_in_the_pile_is_not_searched(pile: Path) -> None:
    (pile / "case" / "vault").mkdir(parents=True)
    (pile / "case" / "case.toml").write_text("")
    (pile / "a.txt").write_text("a")
    found, troubles = find_files([pile])
    assert [n for _, n in found] == ["a.txt"]
    assert _codes(troubles) == ["case"]
