"""Erasing destroys what was asked and nothing else; verify tells intact from reproduced."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from veldra import MAPPING

from whence.flow.anchors import aim
from whence.flow.cache import Cache
from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.model.errors import UsageError
from whence.model.report import Report
from whence.preserve.vault import Vault
from whence.store import tables


def report(case: Case, label: str) -> Report:
    return next(r for r in case.findings().reports if r.label == label)


def everything(folder: Path) -> bytes:
    return b"\n".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def judge(case: Case, words: str, why: str) -> None:
    target = aim(case.findings(), words, "killed")
    case.judge("missed", [target.anchor], {"value": "12 miners"}, why)


def test_an_erased_document_is_gone_with_all_that_quotes_it(built: Case) -> None:
    judge(built, "12 miners were killed near Karsova", "the miner Odo Lenk told me")
    built.build()
    gone = report(built, "morning-post")
    capture = gone.captures[0][0]
    assert built.erase("morning-post", "its author asked for it") == gone.id
    left = everything(built.layout.root)
    for words in (b"Friday that 12 miners", b"Odo Lenk", b"morning-post"):
        assert words not in left
    assert not built.layout.capture(capture).exists()
    assert "morning-post" not in [r.label for r in built.findings().reports]
    assert len(built.findings().reports) == 5
    event = next(line for line in built.custody if line.event == "erased")
    assert event.details == {"capture": capture, "report": gone.id, "reason": "its author asked for it"}
    verdict = built.verify()
    assert verdict.intact == ()
    assert verdict.reproduced == "same"
    assert len(built.journal.judgements()) == 1


def test_erasing_one_row_of_a_feed_keeps_the_others_with_their_ids(built: Case) -> None:
    before = {r.label: r for r in built.findings().reports}
    built.erase("vn-2", "asked for")
    after = {r.label: r for r in built.findings().reports}
    assert set(before) - set(after) == {"vn-2"}
    for label in ("vn-1", "vn-3"):
        assert (after[label].id, after[label].text) == (before[label].id, before[label].text)
        assert after[label].captures != before[label].captures
    assert b"raised its toll" not in everything(built.layout.root)
    assert [line.event for line in built.custody][-4:] == ["split", "split", "erased", "built"]
    verdict = built.verify()
    assert (verdict.intact, verdict.reproduced) == ((), "same")


def test_erasing_a_row_of_a_table_keeps_the_others_with_their_ids(built: Case, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    rows = [
        f'{i},The Veldra Gazette,"On day {i}, {i} people were injured in Tamar, police said."'
        for i in range(2, 6)
    ]
    table.write_text("outlet_id,outlet,text\n" + "\n".join(rows) + "\n")
    built.add([table])
    before = {r.label: r.id for r in built.build().reports}
    assert "table-row3" in before
    built.erase("table-row2", "asked for")
    after = {r.label: r.id for r in built.findings().reports}
    assert after == {label: i for label, i in before.items() if label != "table-row2"}


def test_what_was_erased_does_not_come_back(built: Case, pile: Path, tmp_path: Path) -> None:
    built.erase("letter", "asked for")
    built.erase("vn-2", "asked for")
    refused = built.add([pile], MAPPING)
    assert sorted((t.where, t.code) for t in refused) == [
        ("letter.html", "erased"),
        ("veldra-news.jsonl", "erased"),
    ]
    rows = (pile / "veldra-news.jsonl").read_text().splitlines()
    (tmp_path / "again.jsonl").write_text(
        rows[1] + "\n" + json.dumps({"key": "n", "body": "Rain fell in Tamar."})
    )
    assert built.add([tmp_path / "again.jsonl"], MAPPING) == ()
    found = built.build()
    assert "vn-2" not in {r.label for r in found.reports}
    assert "n" in {r.label for r in found.reports}
    assert ("again.jsonl row 1", "erased") in {(t.where, t.code) for t in found.trouble}


def test_no_kind_of_cached_result_outlives_an_erasure(built: Case) -> None:
    """Also of a kind that was thought of later than erasing was."""
    gone, other = report(built, "letter"), report(built, "morning-post")
    cache = Cache(built.layout.cache)
    for one in (gone, other):
        cache.put("some later kind", one.id, "key", f"the text of {one.label}".encode())
    built.erase("letter", "asked for")
    assert cache.get("some later kind", gone.id, "key") is None
    assert cache.get("some later kind", other.id, "key") == b"the text of morning-post"
    assert b"the text of letter" not in everything(built.layout.root)


@pytest.mark.parametrize("name", ["../../../victim", "..", "/victim"])
def test_a_case_that_was_handed_on_deletes_nothing_outside_itself(
    built: Case, tmp_path: Path, name: str
) -> None:
    """Whoever hands on a case may have written any line into its custody log."""
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "letters.txt").write_text("mine")
    wanted = name if name != "/victim" else str(victim)
    with built.writing():
        for path in (wanted, "../" * 8 + str(victim).lstrip("/")):
            built._log("erased", {"capture": path, "report": path, "with": path, "reason": "x"})
    before = {r.label for r in built.findings().reports}
    assert {r.label for r in built.build().reports} == before
    assert (victim / "letters.txt").read_text() == "mine"
    assert built.layout.vault.is_dir()


class _Killed(BaseException):
    """Stands for a kill: nothing catches it."""


@pytest.mark.parametrize("step", ["derived", "judgements", "bytes", "origin", "second line"])
def test_an_erasure_that_a_kill_cut_short_is_finished_by_the_next_build(
    built: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str
) -> None:
    judge(built, "12 miners were killed near Karsova", "the miner Odo Lenk told me")
    row = json.dumps({"key": "in-two-files", "body": "Odo Lenk was hurt in Tamar, police said."}) + "\n"
    for name in ("first.jsonl", "second.jsonl"):
        (tmp_path / name).write_text(row + "\n" * (name == "second.jsonl"))
    built.add([tmp_path / "first.jsonl", tmp_path / "second.jsonl"], MAPPING)
    built.build()
    name = "in-two-files" if step == "second line" else "morning-post"
    gone = report(built, name)
    assert len(gone.captures) == (2 if step == "second line" else 1)
    _kill_at(monkeypatch, step)
    with pytest.raises(_Killed):
        built.erase(name, "asked for")
    monkeypatch.undo()
    again = Case.open(built.layout.root)
    verdict = again.verify()
    assert (verdict.intact, {t.code for t in verdict.unfinished}) == ((), {"unfinished"})
    assert name not in {r.label for r in again.build().reports}
    words = b"Odo Lenk was hurt" if step == "second line" else b"Friday that 12 miners"
    assert words not in everything(built.layout.root)
    verdict = again.verify()
    assert (verdict.intact, verdict.unfinished, verdict.reproduced) == ((), (), "same")


def _kill_at(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Kill the next erasure where it is about to do `step`."""

    def killed(*_: object, **__: object) -> None:
        raise _Killed

    places = {
        "derived": ("whence.flow.erase._destroy_derived", killed),
        "judgements": ("whence.journal.journal.Journal.forget_report", killed),
        "bytes": ("whence.preserve.vault.Vault.destroy", killed),
        "origin": ("whence.flow.arrivals.Arrivals.forget", killed),
    }
    if step != "second line":
        monkeypatch.setattr(*places[step])
        return
    real, told = Case._log, []

    def once(self: Case, event: str, details: Mapping[str, str]) -> None:
        told.append(event)
        if told.count("erased") > 1:
            raise _Killed
        real(self, event, details)

    monkeypatch.setattr(Case, "_log", once)


@pytest.mark.parametrize("moment", ["bytes", "line"])
def test_an_addition_that_a_kill_cut_short_is_finished(
    built: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, moment: str
) -> None:
    new = tmp_path / "new.txt"
    new.write_text("Six bakers were injured in Tamar, police said.\n")

    def killed(*_: object, **__: object) -> None:
        raise _Killed

    place = "whence.preserve.vault.Vault.put" if moment == "bytes" else "whence.flow.case.Case._log"
    monkeypatch.setattr(place, killed)
    with pytest.raises(_Killed):
        built.add([new])
    monkeypatch.undo()
    again = Case.open(built.layout.root)
    verdict = again.verify()
    assert verdict.intact == ()
    assert [t.code for t in verdict.unfinished] == (["unfinished"] if moment == "line" else [])
    if moment == "bytes":
        assert again.add([new]) == ()
    assert "new" in {r.label for r in again.build().reports}
    verdict = again.verify()
    assert (verdict.intact, verdict.unfinished, verdict.reproduced) == ((), (), "same")


def test_words_about_an_erased_report_that_a_copied_journal_brings_back_are_destroyed(built: Case) -> None:
    judge(built, "12 miners were killed near Karsova", "the miner Odo Lenk told me")
    side = built.layout.journal / "reviewer.side.jsonl"
    kept = side.read_bytes()
    built.erase("morning-post", "asked for")
    side.write_bytes(kept)
    assert {t.code for t in built.verify().unfinished} == {"unfinished"}
    built.build()
    assert b"Odo Lenk" not in everything(built.layout.root)
    assert built.verify().unfinished == ()


@pytest.mark.parametrize(
    ("name", "reason"), [("nothing", "why"), ("letter", " "), ("", "why"), ("vn", "why")]
)
def test_an_erasure_that_is_not_clear_is_refused(built: Case, name: str, reason: str) -> None:
    before = everything(built.layout.vault)
    with pytest.raises(UsageError):
        built.erase(name, reason)
    assert everything(built.layout.vault) == before


def test_a_whole_case_is_intact_and_reproduced(built: Case) -> None:
    judge(built, "12 miners were killed near Karsova", "read it twice")
    built.build()
    before = everything(built.layout.root)
    verdict = built.verify()
    assert (verdict.intact, verdict.reproduced, verdict.differing, verdict.stale) == ((), "same", {}, False)
    assert everything(built.layout.root) == before


def test_not_built_and_stale_are_told(built: Case, tmp_path: Path) -> None:
    fresh = Case.create(tmp_path / "fresh")
    assert fresh.verify().reproduced == "not built"
    built.configure(Settings(mask=False))
    verdict = built.verify()
    assert (verdict.intact, verdict.reproduced, verdict.stale) == ((), "differs", True)
    assert verdict.differing == {"meta": 2}


def codes(case: Case) -> set[tuple[str, str]]:
    return {(t.stage, t.code) for t in case.verify().intact}


def test_altered_and_missing_bytes(built: Case) -> None:
    first, second = (built.layout.capture(c.digest) for c in built.findings().captures[:2])
    first.chmod(0o644)
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()
    built.layout.manifest(f"sha256:{second.name}").unlink()
    assert codes(built) == {("preserve", "altered"), ("verify", "missing")}
    assert len(built.findings().reports) == 6


def test_an_altered_custody_log(built: Case) -> None:
    log = built.layout.custody
    log.write_text(log.read_text("utf8").replace('"actor":"reviewer"', '"actor":"somebody"', 1), "utf8")
    assert ("preserve", "altered") in codes(built)


def test_a_custody_line_that_lost_its_origin(built: Case) -> None:
    lines = built.layout.custody_side.read_text("utf8").splitlines()
    built.layout.custody_side.write_text("\n".join(lines[1:]) + "\n", "utf8")
    assert codes(built) == {("verify", "side-missing")}


def test_a_capture_that_nobody_logged(built: Case) -> None:
    Vault(built.layout).put(b"slipped in", "text/plain")
    assert codes(built) == {("verify", "unlogged")}


def test_a_journal_cut_short_is_seen_by_what_custody_remembers(built: Case) -> None:
    for words in ("12 miners were killed near Karsova", "Residents told The Morning Post"):
        judge(built, words, "")
    built.build()
    path = built.layout.journal / "reviewer.jsonl"
    path.write_text(path.read_text("utf8").splitlines()[0] + "\n", "utf8")
    assert built.journal.check() == ()
    assert codes(built) == {("verify", "cut")}
    path.unlink()
    assert ("verify", "cut") in codes(built)


def test_altered_tables_are_told_apart_from_another_result(built: Case) -> None:
    folder = built.layout.generation(built.generation)
    found = built.findings()
    forged = replace(found, reports=tuple(replace(r, text=f"x{r.text}") for r in found.reports))
    tables.write(folder, forged)
    assert {("verify", "altered"), ("verify", "quote")} <= codes(built)
    verdict = built.verify()
    assert verdict.reproduced == "differs"
    assert verdict.differing == {"reports": 12}
    (folder / "reports.parquet").write_bytes(b"no table")
    assert codes(built) == {("verify", "altered")}
    assert built.verify().differing == {"all": 1}
    built.build()
    assert built.verify().intact == ()
