"""Generations: old findings or new ones, never a mixture and never nothing, whatever happens when."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whence.model.layout import CaseLayout
from whence.store import generations


@pytest.fixture
def layout(tmp_path: Path) -> CaseLayout:
    return CaseLayout(tmp_path)


def publish(layout: CaseLayout, inputs: str, content: str) -> str:
    def write(folder: Path) -> None:
        (folder / "a").write_text(content)
        (folder / "b").write_text(content)

    return generations.publish(layout, inputs.ljust(64, "0"), write)


def content(folder: Path) -> tuple[str, str]:
    return (folder / "a").read_text(), (folder / "b").read_text()


def folders(layout: CaseLayout) -> set[str]:
    return {p.name for p in layout.derived.iterdir() if p.is_dir()}


def test_nothing_published_is_none(layout: CaseLayout) -> None:
    assert generations.current(layout) is None
    assert generations.read(layout, content) is None


def test_equal_inputs_and_content_have_one_name(layout: CaseLayout) -> None:
    first = publish(layout, "abc", "x")
    assert publish(layout, "abc", "x") == first
    assert publish(layout, "abc", "y") != first
    assert publish(layout, "abd", "x") != first
    assert first.startswith("abc" + "0" * 13 + "-")


def test_the_previous_generation_stays_until_the_next_build(layout: CaseLayout) -> None:
    names = [publish(layout, str(n), str(n)) for n in range(4)]
    assert folders(layout) == set(names[-2:])
    assert generations.current(layout) == names[-1]
    assert generations.read(layout, content) == ("3", "3")


def test_a_reader_of_the_old_generation_goes_on(layout: CaseLayout) -> None:
    old = layout.generation(publish(layout, "1", "old"))

    def slow(folder: Path) -> tuple[str, str]:
        first = (folder / "a").read_text()
        publish(layout, "2", "new") if folder == old else None
        return first, (folder / "b").read_text()

    assert generations.read(layout, slow) == ("old", "old")
    assert generations.read(layout, slow) == ("new", "new")


def test_a_reader_whose_generation_is_pruned_starts_anew(layout: CaseLayout) -> None:
    old = layout.generation(publish(layout, "1", "old"))

    def slower(folder: Path) -> tuple[str, str]:
        first = (folder / "a").read_text()
        if folder == old:
            publish(layout, "2", "newer")
            publish(layout, "3", "newest")
        return first, (folder / "b").read_text()

    assert generations.read(layout, slower) == ("newest", "newest")


def test_a_write_that_fails_leaves_the_old_findings(layout: CaseLayout) -> None:
    publish(layout, "1", "old")

    def full(folder: Path) -> None:
        (folder / "a").write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        generations.publish(layout, "2" * 64, full)
    assert generations.read(layout, content) == ("old", "old")
    assert len(folders(layout)) == 1


def test_a_damaged_generation_is_published_anew(layout: CaseLayout) -> None:
    name = publish(layout, "1", "x")
    (layout.generation(name) / "b").write_text("damaged")
    assert publish(layout, "1", "x") == name
    assert generations.read(layout, content) == ("x", "x")
    assert folders(layout) == {name}


@pytest.mark.parametrize("text", ["", "../..", "/etc", ".", "gone", "\udcff"])
def test_a_damaged_pointer_is_as_if_nothing_were_published(layout: CaseLayout, text: str) -> None:
    publish(layout, "1", "x")
    layout.current.write_bytes(text.encode("utf8", "surrogateescape"))
    assert generations.current(layout) is None
    assert generations.read(layout, content) is None


PROGRAM = """
import sys
from pathlib import Path
from whence.model.layout import CaseLayout
from whence.store import generations
layout = CaseLayout(Path(sys.argv[1]))
n = 0
while True:
    n += 1
    def write(folder):
        for name in "ab":
            (folder / name).write_text(sys.argv[2] + str(n) * 20000)
    generations.publish(layout, f"{sys.argv[2]}{n}".ljust(64, "0"), write)
    if n == 1:
        print("started", flush=True)
"""


def test_a_kill_at_any_moment_leaves_old_findings_or_new(layout: CaseLayout) -> None:
    chance = random.Random(20261121)
    for round_ in range(20):
        command = [sys.executable, "-c", PROGRAM, str(layout.root), f"{round_}x"]
        program = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(chance.random() / 50)
        program.kill()
        program.wait()
        program.stdout.close()
        found = generations.read(layout, content)
        assert found is not None
        assert found[0] == found[1]
        assert found[0].startswith(f"{round_}x")
    publish(layout, "last", "last")
    assert len(folders(layout)) == 2
