"""Every kind of bad input: a clear word for each, the rest goes on, nothing is lost, the case still opens."""

import errno
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nasty
import pytest
from veldra import TEXTS, write_pile

from whence.flow import build as building
from whence.flow import sandbox, stages, worker
from whence.flow.anchors import aim
from whence.flow.case import Case
from whence.model.errors import StorageFull
from whence.model.finding import Findings
from whence.model.report import Report, Trouble

GOOD = "Nine farmers were killed near Tamar on Monday, the police said.\n"


def write_bad(folder: Path) -> None:
    """Write one file for each kind of bad content."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 400)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    (folder / "truncated.jsonl").write_text(
        json.dumps({"id": "t1", "text": GOOD}) + '\n{"id": "t2", "text": "Nine far'
    )
    (folder / "truncated.html").write_text(f"<html><body><article><p>{GOOD * 5}</p><p>Two more were hurt wh")
    (folder / "latin1.txt").write_bytes(
        "Der Bürgermeister von Kärsova sprach über die Brücke.\n".encode("latin-1") * 8
    )
    (folder / "lying.html").write_bytes(
        b'<html><head><meta charset="utf-16"></head><body><p>'
        + ("Café bombed, " + GOOD).encode()
        + b"</p></body></html>"
    )
    (folder / "one-line.txt").write_bytes(b"Nine farmers were killed near Tamar. " * (50_000_000 // 37))
    (folder / "nested.html").write_text("<html><body>" + "<div><b>" * 50_000 + GOOD + "</body></html>")
    (folder / "nested.jsonl").write_text("[" * 100_000 + "\n" + json.dumps({"id": "n1", "text": GOOD}) + "\n")
    (folder / "ragged.csv").write_text(
        f'id,outlet,text\nr1,Star,"{GOOD.strip()}"\nr2,Star\nr3,Star,{GOOD.strip()}, again,x,y\n'
    )
    (folder / "twice.jsonl").write_text(
        "".join(json.dumps({"id": "same", "text": GOOD + str(n)}) + "\n" for n in (1, 2))
    )
    (folder / "no-text.html").write_text("<html><head></head><body><script>1</script></body></html>")
    (folder / "no-fields.csv").write_text("a,b\n1,2\n")
    (folder / "climb.jsonl").write_text(json.dumps({"id": "../../../etc/passwd", "text": GOOD}) + "\n")
    (folder / "half.jsonl").write_text(
        '{"id": "half", "title": "\\ud800 hurt", "text": "Nine \\udfff farmers died."}\n'
    )
    (folder / "name with\na newline\x1b[31m.txt").write_text(GOOD + "It rained.")


def write_odd(folder: Path, outside: Path) -> None:
    """Make the links, pipes and folders that are no reports."""
    (folder / "loop").symlink_to(folder / "loop2")
    (folder / "loop2").symlink_to(folder / "loop")
    (folder / "round").mkdir()
    (folder / "round" / "and-round").symlink_to(folder, target_is_directory=True)
    outside.write_text("Nobody gave this file to Whence.")
    (folder / "climbs-out.txt").symlink_to(outside)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Case, tuple[Trouble, ...], Findings]]:
    root = tmp_path_factory.mktemp("bad")
    folder = write_pile(root / "pile")
    write_bad(folder)
    write_odd(folder, root / "outside.txt")
    case = Case.create(root / "case")
    refused = case.add([folder], {})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(building, "LIMITS", sandbox.Limits(seconds=20.0))
        yield case, refused, case.build()


def reports(found: Findings) -> dict[str, Report]:
    return {r.label: r for r in found.reports}


def codes(found: Findings, name: str) -> set[str]:
    return {t.code for t in found.trouble if name in t.where}


def test_the_good_files_are_read_beside_the_bad(bad: tuple[Case, Any, Findings]) -> None:
    good = reports(bad[2])
    assert all(good[name.partition(".")[0]].unread == "" for name in TEXTS)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.txt", "empty"),
        ("binary.txt", "unsupported"),
        ("photo.jpg", "unsupported"),
        ("truncated.jsonl", "truncated"),
        ("latin1.txt", "encoding"),
        ("nested.jsonl", "bad-row"),
        ("ragged.csv", "ragged"),
        ("twice.jsonl", "duplicate-id"),
        ("no-fields.csv", "no-text"),
    ],
)
def test_bad_content_is_a_row_of_trouble(bad: tuple[Case, Any, Findings], name: str, code: str) -> None:
    found = [t for t in bad[2].trouble if name in t.where]
    assert code in {t.code for t in found}
    assert all(t.message and t.hint for t in found)


@pytest.mark.parametrize(
    ("label", "unread"),
    [
        ("t1", False), ("truncated", False), ("r1", False), ("n1", False), ("../../../etc/passwd", False),
        ("half", False), ("lying", False), ("binary", True), ("photo", True), ("no-text", True), ("no-fields", True),
    ],
)  # fmt: skip
def test_what_could_be_read_is_and_what_could_not_says_so(
    bad: tuple[Case, Any, Findings], label: str, unread: bool
) -> None:
    report = reports(bad[2])[label]
    assert bool(report.unread) == unread, report.unread
    if not unread:
        assert "farmers" in report.text


@pytest.mark.parametrize("label", ["one-line", "nested"])
def test_monsters_are_read_or_named_and_hold_nobody_up(bad: tuple[Case, Any, Findings], label: str) -> None:
    report = reports(bad[2])[label]
    assert "farmers" in report.text or report.unread


def test_equal_ids_are_both_kept_and_told_apart(bad: tuple[Case, Any, Findings]) -> None:
    same = [label for label in reports(bad[2]) if label.startswith("same~")]
    assert len(same) == 2


def test_names_are_made_printable(bad: tuple[Case, Any, Findings]) -> None:
    (label,) = (name for name in reports(bad[2]) if name.startswith("name with"))
    assert label.isprintable()
    assert all(t.where.isprintable() for t in (*bad[1], *bad[2].trouble))


@pytest.mark.parametrize(
    ("name", "code"),
    [("loop", "unreadable"), ("and-round", "loop"), ("climbs-out.txt", "outside"), ("dangling.txt", "unreadable"),
     ("pipe.txt", "special")],
)  # fmt: skip
def test_what_is_no_file_of_the_pile_is_refused_by_name(
    bad: tuple[Case, tuple[Trouble, ...], Any], name: str, code: str
) -> None:
    (found,) = (t for t in bad[1] if t.where.endswith(f"/{name}"))
    assert found.code == code
    assert found.hint


def test_what_was_refused_is_seen_after_the_fact_and_under_no_path(
    bad: tuple[Case, tuple[Trouble, ...], Findings],
) -> None:
    lasting = {t for t in bad[1] if t.code != "loop"}
    assert lasting
    assert lasting <= set(bad[2].trouble)
    assert {t.where.partition("/")[0] for t in lasting} == {"pile"}
    assert str(bad[0].layout.root.parent) not in bad[0].layout.refused.read_text()


def test_a_refusal_goes_when_its_file_or_folder_is_added_again(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "lost.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    case = Case.create(tmp_path / "case")
    case.add([tmp_path / "pile", tmp_path / "pipe.txt"])
    assert [(t.where, t.code) for t in case.build().trouble] == [
        ("pile/lost.txt", "unreadable"),
        ("pipe.txt", "special"),
    ]
    assert "pile/lost.txt" in case.findings().trouble[0].message
    (tmp_path / "pipe.txt").unlink()
    (tmp_path / "pipe.txt").write_text(GOOD)
    (tmp_path / "pile" / "nowhere.txt").write_text(GOOD + "Again.\n")
    assert case.add([tmp_path / "pipe.txt"]) == ()
    assert [t.where for t in case.build().trouble] == ["pile/lost.txt"]
    assert case.add([tmp_path / "pile"]) == ()
    assert case.build().trouble == ()


def test_a_path_that_is_not_there_is_told_and_not_remembered(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    (refused,) = case.add([tmp_path / "pille"])
    assert (refused.where, refused.code) == (str(tmp_path / "pille"), "unreadable")
    assert case.build().trouble == ()
    case.layout.refused.write_text("no json\n[1]\n")
    assert case.build().trouble == ()


def test_nothing_outside_was_taken_in(bad: tuple[Case, Any, Findings]) -> None:
    case = bad[0]
    assert all(b"Nobody gave" not in case.layout.capture(c.digest).read_bytes() for c in bad[2].captures)


def test_the_case_is_whole_afterwards(bad: tuple[Case, Any, Findings]) -> None:
    again = Case.open(bad[0].layout.root)
    assert again.findings() == bad[2]
    assert again.build() == bad[2]


def test_an_unreadable_file_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_pile(tmp_path / "pile")
    real = os.open

    def refuse(path: Any, *arguments: Any, **named: Any) -> int:
        if str(path).endswith("letter.html"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)  # chmod 0 keeps nothing from root
    case = Case.create(tmp_path / "case")
    (refused,) = case.add([folder])
    assert (refused.code, "permission denied" in refused.message) == ("unreadable", True)
    assert len(case.custody) == 4


@pytest.mark.parametrize("what", ["raise", "hang", "segfault", "memory", "spin"])
def test_a_document_that_breaks_the_reader_costs_itself_alone(
    built: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(stages, "read_record", nasty.reading)
    monkeypatch.setattr(building, "LIMITS", sandbox.Limits(seconds=3.0, memory=1 << 30))
    monkeypatch.setattr(worker, "PATIENCE", 100 if what == "spin" else 3)  # whatever else this machine does
    (tmp_path / "nasty.txt").write_text(f"Do this: {what}\n")
    (tmp_path / "kind.txt").write_text(GOOD)
    built.add([tmp_path / "nasty.txt", tmp_path / "kind.txt"])
    found = built.build()
    assert reports(found)["kind"].unread == ""
    broken = reports(found)["nasty"]
    assert broken.unread.startswith("reading it failed")
    assert "Do this" in broken.text
    (trouble,) = (t for t in found.trouble if t.stage == "read")
    assert (
        trouble.code
        == {
            "raise": "failed",
            "hang": "timeout",
            "segfault": "crashed",
            "memory": "memory",
            "spin": "late",
        }[what]
    )
    assert (trouble.where, trouble.report) == ("nasty.txt", broken.id)
    if what == "spin":
        again = built.build()
        assert again == found, "what is late by itself is not tried again for nothing"
    monkeypatch.undo()
    if what == "spin":  # the limits are others now, which the next build that has anything to do finds out
        (tmp_path / "more.txt").write_text(GOOD.replace("12", "13") + "Nothing else is known.\n")
        built.add([tmp_path / "more.txt"])
    healed = built.build()
    assert bool(reports(healed)["nasty"].unread) == (what == "raise"), (
        "what may come of a busy machine is tried again"
    )


def limited(case: Case, limit: int, work: str) -> subprocess.CompletedProcess[str]:
    """Run `work` on the case in a process that may write no file beyond `limit` bytes."""
    program = (
        "import resource, sys; from pathlib import Path; from whence.flow.case import Case\n"
        "from whence.model.errors import StorageFull\n"
        "case = Case.open(Path(sys.argv[1]))\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "try:\n"
        f"    {work}\n"
        "except StorageFull as full:\n"
        "    print(full, '|', full.hint)\n"
    )
    command = [sys.executable, "-c", program, str(case.layout.root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_full_disk_while_building_leaves_the_old_findings(built: Case, tmp_path: Path) -> None:
    before = built.findings()
    (tmp_path / "new.txt").write_text(GOOD)
    built.add([tmp_path / "new.txt"])
    done = limited(built, 3000, "case.build()")
    assert "disk is full" in done.stdout, done.stderr
    assert "Free some space" in done.stdout
    assert Case.open(built.layout.root).findings() == before
    assert "new" in reports(built.build())
    assert built.verify().intact == ()


def test_a_full_disk_while_adding_keeps_what_was_added(built: Case, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(GOOD * 400)
    done = limited(built, 20_000, f"case.add([Path({str(tmp_path / 'large.txt')!r})])")
    assert "large" not in reports(built.build())
    assert "full" in (done.stdout + done.stderr).lower() or "too large" in (done.stdout + done.stderr).lower()
    built.add([tmp_path / "large.txt"])
    assert "large" in reports(built.build())
    assert built.verify().intact == ()


def test_no_space_for_a_judgement_leaves_no_half_line(built: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    anchor = aim(built.findings(), "Residents told The Morning Post").anchor
    built.judge("retracted", [anchor])

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StorageFull) as told:
            built.judge("retracted", [anchor])
    assert told.value.hint
    assert len(built.journal.judgements()) == 1
    assert built.journal.check() == ()
    built.judge("retracted", [anchor])
    assert [j.sequence for j in built.journal.judgements()] == [1, 2]


KILLED = """
import sys
from pathlib import Path
from whence.flow.case import Case
case = Case.open(Path(sys.argv[1]))
print("started", flush=True)
case.add([Path(sys.argv[2])])
case.build()
"""


def moments() -> Iterator[float]:
    chance = random.Random(20261121)
    return (chance.random() * 2.5 for _ in range(12))


def test_a_kill_at_any_moment_leaves_a_case_that_opens(built: Case, tmp_path: Path) -> None:
    pile = tmp_path / "more"
    pile.mkdir()
    before = len(built.findings().reports)
    for number, moment in enumerate(moments()):
        (pile / f"more-{number}.txt").write_text(
            f"{number + 2} farmers were killed near Tamar, police said.\n"
        )
        command = [sys.executable, "-c", KILLED, str(built.layout.root), str(pile)]
        program = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(moment)
        program.kill()
        program.wait()
        program.stdout.close()
        found = Case.open(built.layout.root).findings()
        assert before <= len(found.reports) <= 6 + number + 1
        before = len(found.reports)
    built.add([pile])
    assert len(built.build().reports) == 6 + 12
    verdict = built.verify()
    assert {t.code for t in verdict.intact} == set()
    assert verdict.reproduced == "same"
