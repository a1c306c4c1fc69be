"""The command line says what is wrong and what to do, with the documented codes, and no control character."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import showcase

from whence.flow.case import Case
from whence.flow.review import attach
from whence.model.errors import WhenceError
from whence.show import cli as edge
from whence.show.commands.common import find_case

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    monkeypatch.chdir(tmp_path)
    Case.create(tmp_path / "case")
    monkeypatch.setattr(Case, "findings", lambda self: showcase.findings())

    def call(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            edge.cli(list(args))
        out, err = capsysbinary.readouterr()
        return int(ended.value.code or 0), out.decode("utf8"), err.decode("utf8")

    return call


def test_show_lists_accounts_and_tells_one(run: Run) -> None:
    code, out, _ = run("show")
    assert code == 0
    assert "air strike, Keld" in out
    code, out, _ = run("show", "case", "1")
    assert (code, "1 to 3 origins behind it [1, 3]" in out) == (0, True)
    assert run("show", "keld")[1] == run("show", "1")[1]


def test_show_tells_a_source(run: Run) -> None:
    _, out, _ = run("show", "Tamarin Monitor")
    assert "Who relies on it" in out
    data = json.loads(run("show", "monitor", "--json")[1])
    assert data["relied_on_by"] == {"Lakeside News": 2, "Amsel Gazette": 1, "Orlan Wire": 1}


@pytest.mark.parametrize("args", [(), ("--summary",), ("1",), ("--trouble",)])
def test_show_speaks_json(run: Run, args: tuple[str, ...]) -> None:
    assert json.loads(run("show", *args, "--json")[1])


def test_the_headline_counts_outlets_and_origins(run: Run) -> None:
    head = json.loads(run("show", "--summary", "--json")[1])
    assert (head["claims"], head["values"], head["by_outlets"], head["by_origins"], head["outlets_only"]) == (
        8,
        4,
        2,
        1,
        1,
    )


def test_no_control_character_reaches_the_terminal(run: Run) -> None:
    for args in (("show",), ("show", "2"), ("show", "--trouble"), ("show", "case", "hostile")):
        _, out, err = run(*args)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + err)


def test_names_are_withheld_unless_asked_for(run: Run) -> None:
    masked, clear = run("show", "1")[1], run("show", "1", "--no-mask")[1]
    assert "Mansour" not in masked
    assert "Adel Mansour" in clear


def test_an_ambiguous_or_unknown_name_is_answered_with_a_list_or_a_hint(run: Run) -> None:
    code, _, err = run("show", "a")
    assert code == 1
    assert "could be" in err
    code, _, err = run("show", "Atlantis")
    assert code == 1
    assert "hint:" in err
    assert "Traceback" not in err


def test_exports_are_files_and_are_told_to_the_custody_log(run: Run, tmp_path: Path) -> None:
    code, out, err = run("export", "--to", "accounts", "-o", "a.jsonl")
    assert (code, out) == (0, "")
    assert "lines written" in err
    assert json.loads((tmp_path / "a.jsonl").read_text("utf8").splitlines()[0])["kind"] == "account"
    assert run("export", "--to", "csv", "--bom", "-o", "a.csv")[0] == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    log = (tmp_path / "case" / "custody.jsonl").read_text("utf8")
    assert log.count('"exported"') == 2
    assert run("export", "--to", "statements")[1].count("\n") == len(showcase.findings().statements)


def test_a_dossier_is_written_whole(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("dossier", "-o", "d.html")
    assert (code, "3 accounts, 9 reports" in out) == (0, True)
    assert (tmp_path / "d.html").read_text("utf8").rstrip().endswith("</html>")
    assert run("dossier", "-o", str(tmp_path))[0] == 1


def test_a_citation_quotes_and_locates(run: Run) -> None:
    statement = next(
        s for s in showcase.findings().statements if s.span.quote.startswith("43 people were killed in")
    )
    found = json.loads(run("cite", statement.id[:10], "--json")[1])
    assert (found["quote"], found["outlet"]) == ("43 people were killed in Keld", "Orlan Wire")
    assert found["digest"].startswith("sha256:")
    assert "“43 people”" in run("cite", f"orlan-1:{statement.span.start}-{statement.span.start + 9}")[1]
    assert run("cite", "orlan-1:5-99999")[0] == run("cite", "ffffffffff")[0] == 1


def test_judgements_are_kept_listed_and_undone(run: Run) -> None:
    a, b = (s for s in showcase.findings().statements if s.span.quote.startswith("43 people"))
    assert run("judge", "incident", "same", "1", "2", "--why", "one day")[0] == 0
    assert run("judge", "sources", "retracted", "Tamarin Monitor")[0] == 0
    assert run("judge", "sources", "dependent", "Keld health office", "monitor", "--reviewer", "ann")[0] == 0
    assert run("judge", "statement", "corrected", a.id[:9], "--value", "34")[0] == 0
    assert run("judge", "statement", "wrong", b.id[:9])[0] == 0
    passage = "hostile-1:" + "{0.start}-{0.end}".format(showcase.span("hostile-1", "Two people"))
    assert run("judge", "missed", passage, "--aspect", "killed", "--value", "2")[0] == 0
    rows = json.loads(run("judge", "list", "--json")[1])
    actions = sorted(r["judgement"]["action"] for r in rows)
    assert actions == ["corrected", "dependent", "missed", "retracted", "same-incident", "wrong"]
    assert {r["judgement"]["reviewer"] for r in rows} == {"reviewer", "ann"}
    digest = rows[0]["judgement"]["digest"].split(":")[-1]
    assert run("judge", "undo", digest[:12])[0] == 0
    assert "(undone)" in run("judge", "list")[1]


def test_an_outlet_that_only_cites_others_can_be_judged(run: Run) -> None:
    """Lakeside News says nothing in its own word: the head of a report of its stands for it."""
    assert run("judge", "sources", "retracted", "Lakeside News")[0] == 0
    (row,) = json.loads(run("judge", "list", "--json")[1])
    (anchor,) = row["judgement"]["anchors"]
    held = showcase.findings()
    rulings = attach(
        Case.open(Path("case")).journal.judgements(), held.reports, held.statements, held.sources
    )
    assert (anchor["aspect"], rulings.retracted) == ("", ("lakeside",))


def test_misuse_of_judge_is_refused(run: Run) -> None:
    statement = showcase.findings().statements[0].id
    assert run("judge", "statement", "corrected", statement)[0] == 2
    assert run("judge", "statement", "wrong", statement, "--value", "3")[0] == 2
    assert run("judge", "sources", "same", "monitor")[0] == 2
    assert run("judge", "incident", "same", "1", "1")[0] == 1
    assert run("judge", "missed", "nowhere", "--aspect", "killed", "--value", "1")[0] == 1


def test_there_is_no_trace_and_there_is_a_hint(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, _, err = run("show", "not/a/case")
    assert code == 1
    assert "no case" in err
    assert "hint:" in err

    def broken(self: Case) -> None:
        raise RuntimeError("odd \x1b[31m")

    monkeypatch.setattr(Case, "findings", broken)
    code, _, err = run("show")
    assert (code, "Traceback" in err, "\x1b" in err) == (1, False, False)
    with pytest.raises(RuntimeError):
        edge.cli(["--debug", "show"])


@pytest.mark.parametrize(
    ("code", "hint"), [(errno.ENOSPC, "Free some space"), (errno.EISDIR, "Check the path")]
)
def test_what_the_disk_refuses_is_told_with_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch, code: int, hint: str
) -> None:
    def refused(self: Case) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Case, "findings", refused)
    status, _, told = run("show", "case")
    assert (status, os.strerror(code) in told, hint in told) == (1, True, True)


def test_an_interrupt_ends_cleanly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Case) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Case, "findings", stop)
    code, _, err = run("show")
    assert (code, "Stopped" in err, "Traceback" in err) == (130, True, False)


def test_the_case_is_found_or_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WhenceError, match="no case here"):
        find_case(None)
    Case.create(tmp_path / "one")
    assert find_case(None).name == "one"
    Case.create(tmp_path / "two")
    with pytest.raises(WhenceError, match="2 cases here: one, two"):
        find_case(None)
    Case.create(tmp_path / "case")
    assert find_case(None) == tmp_path / "case"
    assert find_case("x") == Path("x")


def test_the_docs_name_every_command_and_every_exit_code() -> None:
    doc = (ROOT / "docs" / "command-line.md").read_text("utf8")
    for name in edge.COMMANDS:
        assert f"| `whence {name}` |" in doc
    codes = {int(c) for c in re.findall(r"^\| (\d+) \|", doc, re.MULTILINE)}
    names = ("DONE", "FAULT", "MISSPELT", "TROUBLE", "NOT_INTACT", "NOT_REPRODUCED", "INTERRUPTED")
    assert codes == {getattr(edge, n) for n in names}


def whence(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "whence", *args], capture_output=True, check=False, **options
    )  # type: ignore[call-overload, no-any-return]


def test_help_imports_nothing_heavy() -> None:
    heavy = ("rich", "pyarrow", "jinja2", "numpy", "lxml", "yaml")
    code = (
        "import sys\nfrom whence.show.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_misspelt_command_and_a_poor_terminal(tmp_path: Path) -> None:
    assert whence("biuld").returncode == 2
    done = whence(
        "show", "кейс/", cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    command = f"{sys.executable} -m whence --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=tmp_path)
    assert done.stderr == b""
