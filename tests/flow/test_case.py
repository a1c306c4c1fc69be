"""The case: made, opened, locked, added to, built, and what each of these refuses."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.flow import basis as basis_module
from whence.flow import clock, lock
from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.model.errors import CaseBusy, CaseError, IntegrityError, NewerCase, NotACase, UsageError
from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody

Steps = tuple[list[tuple[str, int, int]], Callable[[str, int, int], None]]


def labels(case: Case) -> list[str]:
    return [r.label for r in case.findings().reports]


def tables(case: Case) -> dict[str, bytes]:
    folder = case.layout.generation(case.generation)
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_a_new_case_opens_again_with_its_settings(tmp_path: Path) -> None:
    chosen = Settings('A "named" case\n\x7f', ("en", "fr"), mask=False, reviewer="ana")
    Case.create(tmp_path / "deep" / "case", chosen)
    again = Case.open(tmp_path / "deep" / "case")
    assert again.settings == chosen
    assert again.reviewer == "ana"
    assert [line.event for line in again.custody] == ["created"]
    with pytest.raises(UsageError, match="already"):
        Case.create(tmp_path / "deep" / "case")
    assert Case.open_or_create(tmp_path / "deep" / "case").settings == chosen
    assert Case.open_or_create(tmp_path / "other").settings.name == "other"


def test_the_reviewer_is_a_chosen_handle_and_never_the_systems_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "someone")
    monkeypatch.setenv("LOGNAME", "someone")
    monkeypatch.delenv("WHENCE_REVIEWER", raising=False)
    case = Case.create(tmp_path / "case")
    assert case.reviewer == "reviewer"
    monkeypatch.setenv("WHENCE_REVIEWER", "bo")
    assert case.reviewer == "bo"


def test_what_is_no_case_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotACase) as told:
        Case.open(tmp_path)
    assert "whence build" in told.value.hint
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotACase):
        Case.open(tmp_path / "file")
    case = Case.create(tmp_path / "case")
    with pytest.raises(NotACase, match="not been built"):
        case.findings()
    assert case.generation == ""


def test_a_newer_case_is_left_alone(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    toml = case.layout.toml
    toml.write_text(toml.read_text().replace("format = 1", "format = 2"))
    before = sorted(p for p in case.layout.root.rglob("*"))
    for opening in (Case.open, Case.open_or_create):
        with pytest.raises(NewerCase, match="format 2; this one knows up to 1"):
            opening(tmp_path / "case")
    assert sorted(p for p in case.layout.root.rglob("*")) == before


@pytest.mark.parametrize(
    "text", ["", "format = 'one'", "format = 1\nmask = 3", "format = 1\nname = ", "format = true"]
)
def test_damaged_settings_are_named(tmp_path: Path, text: str) -> None:
    Case.create(tmp_path / "case").layout.toml.write_text(text)
    with pytest.raises(CaseError, match=r"case\.toml"):
        Case.open(tmp_path / "case")


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    other = Case.open(tmp_path / "case")
    with case.writing():
        with pytest.raises(CaseBusy, match=str(os.getpid())):
            other.configure(Settings("mine"))
        case.configure(Settings("ours"))
    other.configure(Settings("mine"))
    assert Case.open(tmp_path / "case").settings.name == "mine"


def test_two_that_make_one_case_at_once_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slower of two first builds finds the case made, or busy; its custody log begins once."""
    opened = Case.open
    calls: list[Path] = []

    def late(path: Path) -> Case:
        calls.append(path)
        if len(calls) == 1:  # looked before the other began
            Case.create(path, Settings("the other's"))
            raise NotACase("nothing there", "")
        return opened(path)

    monkeypatch.setattr(Case, "open", late)
    case = Case.open_or_create(tmp_path / "case", Settings("mine"))
    assert case.settings.name == "the other's"
    assert [line.event for line in case.custody] == ["created"]
    (tmp_path / "third").mkdir()
    with lock.held(CaseLayout(tmp_path / "third").lock), pytest.raises(CaseBusy):
        Case.create(tmp_path / "third")
    assert not (tmp_path / "third" / "case.toml").exists()


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    program = (
        "import sys, time; from pathlib import Path; from whence.flow.case import Case\n"
        "with Case.open(Path(sys.argv[1])).writing():\n print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, str(case.layout.root)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(CaseBusy, match=str(holder.pid)):
        case.configure(Settings("mine"))
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert case.layout.lock.read_text().strip() == str(holder.pid)
    case.configure(Settings("mine"))


def test_reading_needs_no_lock(built: Case) -> None:
    handle = os.open(built.layout.lock, os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        assert built.findings().reports
        assert built.journal.judgements() == ()
    finally:
        os.close(handle)


def test_labels_are_stems_and_feed_ids(built: Case) -> None:
    assert labels(built) == ["evening-star", "letter", "morning-post", "vn-1", "vn-2", "vn-3"]
    found = built.findings()
    assert found.method["count: reports"] == "6"
    assert found.method["masked"] == "true"
    assert all(found.method[k] for k in ("version", "reader", "resources", "python", "code"))
    assert [t.code for t in found.trouble] == []


def test_equal_labels_are_qualified_for_all_that_have_them(built: Case, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "letter.txt").write_text("One farmer was killed in Tamar, police said on Monday.\n")
    built.add([other])
    reports = built.build().reports
    alike = [r for r in reports if r.label.startswith("letter")]
    assert sorted(r.label for r in alike) == sorted(f"letter~{r.id[:8]}" for r in alike)
    assert len(alike) == 2


def test_the_same_bytes_twice_are_one_report_with_both_arrivals(built: Case, tmp_path: Path) -> None:
    before = tables(built)
    copy = tmp_path / "elsewhere" / "a-copy.txt"
    copy.parent.mkdir()
    capture = next(c for c in built.findings().captures if b"Morning Post" in vault_bytes(built, c.digest))
    copy.write_bytes(vault_bytes(built, capture.digest))
    assert built.add([copy]) == ()
    lines = [line for line in built.custody if line.details.get("capture") == capture.digest]
    assert [line.event for line in lines] == ["added", "added"]
    assert len(built.build().captures) == len(built.findings().captures) == 4
    assert "a-copy" in labels(built)
    assert "morning-post" not in labels(built)
    assert set(before) == set(tables(built))


def vault_bytes(case: Case, digest: str) -> bytes:
    return case.layout.capture(digest).read_bytes()


def test_one_report_in_two_captures_keeps_both(built: Case, tmp_path: Path) -> None:
    feed = tmp_path / "more.jsonl"
    row = json.loads(next(vault_bytes(built, c.digest) for c in built.findings().captures if c.media_type
                          == "application/jsonl").splitlines()[0])  # fmt: skip
    other = {
        "key": "vn-9",
        "outlet": "Veldra News",
        "date": "2031-05-09",
        "body": "A bridge was damaged in Tamar.",
    }
    feed.write_text(json.dumps(other) + "\n" + json.dumps(dict(reversed(row.items()))) + "\n")
    built.add([feed], {"id": "key", "text": "body", "published": "date"})
    (report,) = (r for r in built.build().reports if r.label == "vn-1")
    assert sorted(locator for _, locator in report.captures) == ["row:1", "row:2"]
    assert len({capture for capture, _ in report.captures}) == 2


def test_the_mapping_stays_with_the_capture(built: Case) -> None:
    shutil.rmtree(built.layout.derived)
    rebuilt = Case.open(built.layout.root)
    assert "vn-3" in [r.label for r in rebuilt.build().reports]


def test_a_mapping_given_later_corrects_an_earlier_one(tmp_path: Path, pile: Path) -> None:
    case = Case.create(tmp_path / "new")
    case.add([pile / "veldra-news.jsonl"])
    (unread,) = case.build().reports
    assert (unread.label, bool(unread.unread)) == ("veldra-news", True)
    assert {t.code for t in case.findings().trouble} == {"no-text"}
    case.add([pile / "veldra-news.jsonl"], {"id": "key", "text": "body", "published": "date"})
    assert [r.label for r in case.build().reports] == ["vn-1", "vn-2", "vn-3"]
    with pytest.raises(UsageError, match="no field 'txet'"):
        case.add([pile], {"txet": "body"})


def test_adding_the_same_files_again_and_building_again_change_nothing(
    tmp_path: Path, pile: Path, steps: Steps
) -> None:
    seen, progress = steps
    case = Case.create(tmp_path / "new")
    mapping = {"id": "key", "text": "body", "published": "date"}
    case.add([pile], mapping)
    first = case.build(progress)
    assert ("Reading", 6, 6) in seen
    custody, name = Custody(case.layout).lines(), case.generation
    seen.clear()
    assert case.add([pile], mapping) == ()
    assert case.build(progress) == first
    assert (seen, case.generation, Custody(case.layout).lines()) == ([], name, custody)


def test_adding_one_report_reads_one_report(built: Case, tmp_path: Path, steps: Steps) -> None:
    seen, progress = steps
    (tmp_path / "new.txt").write_text("Five sailors were killed off Tamar on Sunday, the coast guard said.\n")
    built.add([tmp_path / "new.txt"])
    built.build(progress)
    assert [s for s in seen if s[0] in ("Opening", "Reading")] == [("Opening", 1, 1), ("Reading", 1, 1)]
    assert "new" in labels(built)


def test_what_was_read_before_a_kill_is_not_read_again(tmp_path: Path, pile: Path, steps: Steps) -> None:
    seen, progress = steps
    case = Case.create(tmp_path / "new")
    case.add([pile], {"id": "key", "text": "body", "published": "date"})

    def killed(stage: str, done: int, total: int) -> None:
        if (stage, done, total) == ("Reading", 4, 6):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        case.build(killed)
    whole = case.build(progress)
    assert ("Reading", 2, 2) in seen
    shutil.rmtree(case.layout.derived)
    assert case.build() == whole


def test_without_its_cache_the_build_is_the_same(built: Case) -> None:
    before, name = tables(built), built.generation
    shutil.rmtree(built.layout.derived)
    built.build()
    assert (tables(built), built.generation) == (before, name)


def test_a_changed_rule_reads_anew_and_a_changed_count_does_not(
    built: Case, monkeypatch: pytest.MonkeyPatch, steps: Steps
) -> None:
    """The version stays the same while somebody works on a rule: a stale reading must not pass for a fresh one."""
    real = basis_module._code
    monkeypatch.setattr(
        basis_module, "_code", lambda *rooms: real(*rooms) + ("x" if "weigh" in rooms else "")
    )
    built.build(steps[1])
    assert "Reading" not in {stage for stage, _, _ in steps[0]}
    monkeypatch.setattr(basis_module, "_code", lambda *rooms: real(*rooms) + "y")
    built.build(steps[1])
    assert ("Reading", 6, 6) in steps[0]


def test_a_torn_cache_entry_is_read_anew(built: Case, steps: Steps) -> None:
    seen, progress = steps
    before = tables(built)
    entry = sorted(p for p in (built.layout.cache / "reading").rglob("*") if p.is_file())[0]
    entry.write_bytes(entry.read_bytes()[:-10])
    built.layout.current.unlink()
    built.build(progress)
    assert ("Reading", 1, 1) in seen
    assert tables(built) == before


def test_damaged_tables_are_named_and_mended(built: Case) -> None:
    before = tables(built)
    folder = built.layout.generation(built.generation)
    (folder / "statements.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(IntegrityError) as told:
        built.findings()
    assert "whence build" in told.value.hint
    built.build()
    assert tables(built) == before
    (folder / "hops.parquet").unlink()
    with pytest.raises(NotACase):
        built.findings()
    built.build()
    assert tables(built) == before


def test_settings_are_part_of_what_a_build_depends_on(built: Case) -> None:
    name = built.generation
    built.configure(Settings(mask=False))
    assert built.build().method["masked"] == "false"
    assert built.generation != name


def test_a_language_that_the_case_does_not_want_is_not_read(built: Case) -> None:
    built.configure(Settings(languages=("fr",)))
    found = built.build()
    assert found.statements == ()
    assert all("language (en)" in r.unread for r in found.reports)
    assert all(r.text for r in found.reports)


def test_a_cases_own_knowledge_joins_the_packaged(built: Case, tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    table = tmp_path / "facts" / "sources.yaml"
    table.write_text("- {key: post-of-veldra, name: The Morning Post, kind: outlet, cite: invented}\n")
    assert built.learn(tmp_path / "facts") == ("sources.yaml",)
    built.build()
    assert "post-of-veldra" in built.findings().sources.of_outlet.values()
    assert [line.event for line in built.custody][-2:] == ["learned", "built"]
    table.write_text("- {key: x, kind: nonsense}\n")
    with pytest.raises(UsageError):
        built.learn(tmp_path / "facts")
    table.unlink()
    for name, row in {
        "places": "{name: Harwan, lat: x, lon: 3}",
        "actors": '{actor: dawn, merged: {nobody: "2017/.."}}',
        "countries": "{code: XA}",
        "public-figures": "{office: mayor}",
    }.items():
        wrong = tmp_path / "facts" / f"{name}.yaml"
        wrong.write_text(f"- {row}\n")
        with pytest.raises(UsageError):
            built.learn(tmp_path / "facts")
        wrong.unlink()
    table.write_text("- {key: x, name: X, kind: outlet, cite: invented}\n")
    table.rename(tmp_path / "facts" / "weather.yaml")
    with pytest.raises(UsageError, match="no table that Whence knows"):
        built.learn(tmp_path / "facts")


def test_exports_are_logged(built: Case) -> None:
    built.log_export("dossier", "sha256:ab")
    line = built.custody[-1]
    assert (line.event, line.details["kind"], line.details["generation"]) == (
        "exported",
        "dossier",
        built.generation,
    )
    assert Custody(CaseLayout(built.layout.root)).check() == ()


def test_custody_holds_no_path_and_no_file_name(built: Case) -> None:
    text = built.layout.custody.read_text("utf8")
    assert "morning-post" not in text
    assert "morning-post" in built.layout.custody_side.read_text("utf8")


def test_the_clock_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert clock.timestamp() == "2001-09-09T01:46:40+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "nonsense")
    assert clock.timestamp() > "2026"
