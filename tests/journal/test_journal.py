"""Journals: chains that hold, undo, merging by copying files, forgetting without breaking anything."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from whence.journal.journal import Journal, standing
from whence.model.errors import IntegrityError, UsageError
from whence.model.judgement import Action, Anchor, Judgement
from whence.model.layout import CaseLayout
from whence.model.span import Span

TEXT = "Residents of Karsova said that three bakers had been hurt."
ANCHOR = Anchor("r" * 64, "sha256:" + "0" * 64, Span.of(TEXT, 13, 20), "injured")


@pytest.fixture
def layout(tmp_path: Path) -> CaseLayout:
    return CaseLayout(tmp_path)


def judgement(
    second: int,
    action: Action = "confirmed",
    reviewer: str = "ana",
    why: str = "seen myself",
    undoes: str = "",
) -> Judgement:
    anchors = () if action == "undo" else (ANCHOR,)
    time = f"2031-05-01T10:00:{second:02d}+00:00"
    return Judgement(reviewer, 0, time, action, anchors, (("value", "3 bakers"),), undoes, why)


def test_what_is_appended_is_read_back(layout: CaseLayout) -> None:
    journal = Journal(layout)
    first, second = journal.append(judgement(1)), journal.append(judgement(2, "wrong"))
    assert (first.sequence, second.sequence) == (1, 2)
    assert journal.judgements() == (first, second)
    assert journal.check() == ()
    assert journal.heads() == {"ana": second.digest}


def test_the_chain_line_holds_no_word_of_text_comment_or_value(layout: CaseLayout) -> None:
    Journal(layout).append(judgement(1))
    chain = (layout.journal / "ana.jsonl").read_text("utf8")
    assert not any(word in chain for word in ("Karsova", "Residents", "seen", "bakers"))


@pytest.mark.parametrize("handle", ["", "Ana", "a b", "../ana", "a" * 41, "ana\n", "anä"])
def test_a_bad_handle_is_refused(layout: CaseLayout, handle: str) -> None:
    with pytest.raises(UsageError, match="no reviewer handle"):
        Journal(layout).append(judgement(1, reviewer=handle))
    assert Journal(layout).reviewers() == ()


def test_two_laptops_merge_by_copying_a_file(tmp_path: Path) -> None:
    here, there = CaseLayout(tmp_path / "here"), CaseLayout(tmp_path / "there")
    mine = [Journal(here).append(judgement(s)) for s in (1, 5)]
    theirs = [Journal(there).append(judgement(s, reviewer="bo")) for s in (3, 5)]
    for name in ("bo.jsonl", "bo.side.jsonl"):
        shutil.copy(there.journal / name, here.journal / name)
    assert Journal(here).judgements() == (mine[0], theirs[0], mine[1], theirs[1])
    assert Journal(here).check() == ()
    assert Journal(here).append(judgement(9, reviewer="bo")).sequence == 3


def test_a_journal_copied_without_its_side_file_still_holds_by_position(tmp_path: Path) -> None:
    here, there = CaseLayout(tmp_path / "here"), CaseLayout(tmp_path / "there")
    Journal(there).append(judgement(1))
    here.journal.mkdir(parents=True)
    shutil.copy(there.journal / "ana.jsonl", here.journal)
    (found,) = Journal(here).judgements()
    assert (found.anchors[0].span.start, found.anchors[0].span.quote, found.why) == (13, "", "")
    assert [t.code for t in Journal(here).check()] == ["side-missing"]


def test_undo_and_undoing_the_undo(layout: CaseLayout) -> None:
    journal = Journal(layout)
    first = journal.append(judgement(1))
    undo = journal.append(judgement(2, "undo", undoes=first.digest))
    assert standing(journal.judgements()) == ()
    again = journal.append(judgement(3, "undo", undoes=undo.digest))
    assert standing(journal.judgements()) == (first,)
    journal.append(judgement(4, "undo", undoes=again.digest))
    assert standing(journal.judgements()) == ()


def test_undo_holds_whatever_the_clocks_say(layout: CaseLayout) -> None:
    journal = Journal(layout)
    first = journal.append(judgement(30))
    journal.append(judgement(1, "undo", reviewer="bo", undoes=first.digest))
    assert standing(journal.judgements()) == ()


def test_a_ring_of_forged_undos_does_not_loop() -> None:
    def undo(digest: str, undoes: str) -> Judgement:
        return Judgement("ana", 1, "", "undo", (), undoes=undoes, digest=digest)

    assert standing([undo("a", "b"), undo("b", "a")]) == ()
    long = [undo(str(i + 1), str(i)) for i in range(5000)]
    target = Judgement("ana", 1, "", "confirmed", (), digest="0")
    assert standing([target, *long]) == (target,)
    assert standing([target, *long[:-1]]) == ()


def test_forgetting_destroys_the_words_and_keeps_the_chain(layout: CaseLayout) -> None:
    journal = Journal(layout)
    first, second = journal.append(judgement(1)), journal.append(judgement(2))
    journal.forget("ana", first.digest, "asked to", "2031-06-01T00:00:00+00:00")
    journal.forget("ana", first.digest)
    assert journal.check() == ()
    gone, kept = journal.judgements()
    assert (gone.digest, gone.why, gone.details, gone.anchors[0].span.quote) == (first.digest, "", (), "")
    assert kept == second
    side = (layout.journal / "ana.side.jsonl").read_text("utf8")
    assert side.count("Karsova") == 1
    assert side.count('"forgotten"') == 1


def test_everything_about_a_report_can_be_forgotten(layout: CaseLayout) -> None:
    journal = Journal(layout)
    journal.append(judgement(1))
    journal.append(judgement(2, reviewer="bo"))
    assert journal.forget_report(ANCHOR.report, "erased", "2031-06-01T00:00:00+00:00") == 2
    assert journal.forget_report("other", "erased", "") == 0
    assert all(not j.why for j in journal.judgements())
    assert journal.check() == ()


def test_a_torn_last_line_is_told_apart_from_tampering_and_mended(layout: CaseLayout) -> None:
    journal, path = Journal(layout), layout.journal / "ana.jsonl"
    first = journal.append(judgement(1))
    whole = path.read_bytes()
    journal.append(judgement(2))
    path.write_bytes(path.read_bytes()[:-40])
    assert [t.code for t in journal.check()] == ["torn"]
    assert journal.judgements() == (first,)
    again = journal.append(judgement(3))
    assert path.read_bytes().startswith(whole)
    assert again.sequence == 2
    assert journal.check() == ()


@pytest.mark.parametrize("cut", [0, 1, 7, 100])
def test_any_torn_end_is_mended(layout: CaseLayout, cut: int) -> None:
    journal, path = Journal(layout), layout.journal / "ana.jsonl"
    journal.append(judgement(1))
    path.write_bytes(path.read_bytes()[:cut])
    journal.append(judgement(2))
    assert [j.sequence for j in journal.judgements()] == [1]
    assert journal.check() == ()


def change(text: str) -> str:
    return text.replace('"action":"confirmed"', '"action":"wrong"', 1)


@pytest.mark.parametrize(
    "tamper",
    [
        change,
        lambda text: "\n".join(text.split("\n")[1:]),
        lambda text: "\n".join([text.split("\n")[1], text.split("\n")[0], *text.split("\n")[2:]]),
        lambda text: "not json\n" + text,
    ],
    ids=["changed", "first line gone", "swapped", "inserted"],
)
def test_tampering_is_seen_and_nothing_is_added_to_it(layout: CaseLayout, tamper: object) -> None:
    journal, path = Journal(layout), layout.journal / "ana.jsonl"
    for second in (1, 2, 3):
        journal.append(judgement(second))
    path.write_text(tamper(path.read_text("utf8")), "utf8")  # type: ignore[operator]
    assert "tampered" in {t.code for t in journal.check()}
    before = path.read_bytes()
    with pytest.raises(IntegrityError, match="not what it was"):
        journal.append(judgement(4))
    assert path.read_bytes() == before


def test_a_changed_comment_is_seen(layout: CaseLayout) -> None:
    journal, side = Journal(layout), layout.journal / "ana.side.jsonl"
    journal.append(judgement(1))
    side.write_text(side.read_text("utf8").replace("seen myself", "was told"), "utf8")
    assert [t.code for t in journal.check()] == ["tampered"]
    assert journal.judgements()[0].why == ""


def test_a_renamed_journal_is_seen(layout: CaseLayout) -> None:
    journal = Journal(layout)
    journal.append(judgement(1))
    for name in ("jsonl", "side.jsonl"):
        (layout.journal / f"ana.{name}").rename(layout.journal / f"bo.{name}")
    assert [t.code for t in journal.check()] == ["reviewer"]
    assert journal.judgements() == ()


def test_half_characters_in_a_comment_do_no_harm(layout: CaseLayout) -> None:
    journal = Journal(layout)
    made = journal.append(judgement(1, why="from a terminal: \udce9"))
    assert journal.judgements() == (made,)
    assert journal.check() == ()


PROGRAM = """
import sys
from pathlib import Path
from whence.journal.journal import Journal
from whence.model.judgement import Judgement
from whence.model.layout import CaseLayout
journal = Journal(CaseLayout(Path(sys.argv[1])))
for n in range(int(sys.argv[2])):
    journal.append(Judgement("ana", 0, f"{n:09d}", "confirmed", (), why="x" * 500))
    print(n, flush=True)
"""


def test_several_programs_may_add_to_one_journal(layout: CaseLayout) -> None:
    command = [sys.executable, "-c", PROGRAM, str(layout.root), "15"]
    programs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [p.wait() for p in programs] == [0, 0, 0]
    journal = Journal(layout)
    assert sorted(j.sequence for j in journal.judgements()) == list(range(1, 46))
    assert journal.check() == ()


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(layout: CaseLayout) -> None:
    for round_ in range(8):
        command = [sys.executable, "-c", PROGRAM, str(layout.root), "1000000"]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        before = len(Journal(layout).judgements()) if round_ else 0
        acknowledged = [program.stdout.readline() for _ in range(3 + round_)]
        program.kill()
        acknowledged += program.stdout.readlines()
        program.wait()
        program.stdout.close()
        found = Journal(layout).judgements()
        assert len(found) >= before + sum(line.endswith("\n") for line in acknowledged)
        assert {t.code for t in Journal(layout).check()} <= {"torn"}
    Journal(layout).append(judgement(1))
    assert Journal(layout).check() == ()


def test_lines_are_canonical_json(layout: CaseLayout) -> None:
    Journal(layout).append(judgement(1, why="ж"))
    for name in ("ana.jsonl", "ana.side.jsonl"):
        (text,) = (layout.journal / name).read_text("utf8").splitlines()
        again = json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert text == again
