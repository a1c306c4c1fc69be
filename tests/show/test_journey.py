"""The whole job on the example pile through the command line: offline, to the same bytes, people's decisions kept."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from whence.show import cli as edge

EXAMPLES = Path(__file__).parents[2] / "examples"
PILE, KNOWLEDGE = EXAMPLES / "pile", EXAMPLES / "knowledge"
KINDS = ("statements", "accounts", "csv")
Run = Callable[..., tuple[int, str, str]]

# loaded by every Python that the job starts, workers too: whoever looks up a name or reaches out is told on, and
# refused.  Making a socket and binding it is let pass: urllib3, which trafilatura imports, tries ::1 so for IPv6.
NO_NETWORK = """
import sys

def refuse(event, arguments, open=open):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.bind", "socket.gethostname"):
        with open({log!r}, "a") as file:
            file.write(event + "\\n")
        raise RuntimeError("the network is cut: " + event)

sys.addaudithook(refuse)
"""


def whence(folder: Path, *args: str, ok: tuple[int, ...] = (0,), **environment: str) -> str:
    program = [sys.executable, "-m", "whence", *args]
    done = subprocess.run(
        program, cwd=folder, capture_output=True, env={**os.environ, **environment}, check=False
    )
    assert done.returncode in ok, done.stderr.decode()
    return done.stdout.decode("utf8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example case, built without network, and all that is written from it."""
    folder = tmp_path_factory.mktemp("first")
    hook = folder / "hook"
    hook.mkdir()
    log = folder / "network.log"
    (hook / "sitecustomize.py").write_text(NO_NETWORK.format(log=str(log)))
    path = os.pathsep.join(filter(None, (str(hook), os.environ.get("PYTHONPATH", ""))))
    cut = {"PYTHONPATH": path}
    probe = [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"]
    refused = subprocess.run(probe, env={**os.environ, **cut}, capture_output=True, check=False)
    assert b"the network is cut" in refused.stderr
    log.unlink()
    built = whence(
        folder, "build", str(PILE), "--case", "case", "--knowledge", str(KNOWLEDGE), ok=(3,), **cut
    )
    assert "casualty" in built
    assert "Hazrabad" in whence(folder, "show", "case", **cut)
    whence(folder, "dossier", "case", "-o", "dossier.html", **cut)
    for kind in KINDS:
        whence(folder, "export", "case", "--to", kind, "-o", kind, **cut)
    assert "Intact: yes" in whence(folder, "verify", "case", **cut)
    assert not log.exists()
    return folder


def written(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (*KINDS, "dossier.html")}


def write(run: Run, case: Path, folder: Path) -> None:
    for kind in KINDS:
        assert run("export", str(case), "--to", kind, "-o", str(folder / kind))[0] == 0
    assert run("dossier", str(case), "-o", str(folder / "dossier.html"))[0] == 0


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            edge.cli(list(args))
        out, err = capsysbinary.readouterr()
        return int(ended.value.code or 0), out.decode("utf8"), err.decode("utf8")

    return call


def test_the_whole_job_needs_no_network(first: Path) -> None:
    assert all(written(first).values())


def test_files_in_another_order_from_other_folders_give_the_same_bytes(
    first: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    files = []
    for number, path in enumerate(sorted((p for p in PILE.rglob("*") if p.is_file()), reverse=True)):
        (tmp_path / "elsewhere" / str(number)).mkdir()
        files.append(str(shutil.copy(path, tmp_path / "elsewhere" / str(number))))
    case = tmp_path / "case"
    half = len(files) // 2
    assert run("build", *files[:half], "--case", str(case), "--knowledge", str(KNOWLEDGE))[0] == 3
    assert run("build", *files[half:], "--case", str(case))[0] == 3
    write(run, case, tmp_path)
    assert written(tmp_path) == written(first)


def test_built_again_without_what_was_derived_gives_the_same_bytes(
    first: Path, run: Run, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    shutil.copytree(first / "case", case)
    shutil.rmtree(case / "derived")
    assert run("build", "--case", str(case))[0] == 3
    write(run, case, tmp_path)
    assert written(tmp_path) == written(first)


@pytest.fixture
def case(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first / "case", tmp_path / "case"))


def statements(run: Run, case: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("export", str(case), "--to", "statements")[1].splitlines()]


def accounts(run: Run, case: Path, aspect: str, word: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in run("export", str(case), "--to", "accounts")[1].splitlines()]
    return [r for r in rows if r["aspect"] == aspect and word in r["label"]]


def judge(run: Run, case: Path, *args: str) -> str:
    code, out, err = run("judge", *args, "--case", str(case))
    assert code == 0, err
    return out.split(" kept as ")[1].split()[0]


def build(run: Run, case: Path) -> str:
    code, out, err = run("build", "--case", str(case))
    assert code == 3, err  # the pile holds damaged files
    return out + err


def test_verdicts_on_statements_are_obeyed_shown_as_a_persons_and_undone(
    run: Run, case: Path, tmp_path: Path
) -> None:
    before = statements(run, case)
    told = [s for s in before if s["aspect"] == "killed" and s["lower"] and s["incident"]]
    killed = [s for s in told if s["stance"] == "states"]
    wrong, confirmed, changed = (s["id"] for s in killed[:3])
    report = killed[3]
    judge(run, case, "statement", "wrong", wrong, "--why", "a headline, not a claim")
    judge(run, case, "statement", "confirmed", confirmed)
    judge(run, case, "statement", "corrected", changed, "--value", "77", "--voice", "Hill Radio > residents",
          "--stance", "hedges", "--date", "2025-02-01", "--place", "Telmor", "--reviewer", "ana")  # fmt: skip
    passage = f"{report['report']}:{report['start']}-{report['end']}"
    judge(
        run, case, "missed", passage, "--aspect", "displaced", "--value", "at least 40", "--group", "families"
    )
    build(run, case)
    after = {s["id"]: s for s in statements(run, case)}
    assert wrong not in after
    assert after[confirmed]["decided"] == "confirmed"
    fixed = after[changed]
    assert (fixed["lower"], fixed["upper"], fixed["stance"], fixed["decided"]) == (
        77,
        77,
        "hedges",
        "corrected",
    )
    assert (fixed["voice"], fixed["place"][0]) == (["Hill Radio", "residents"], "Telmor")
    assert fixed["date"]["start"].startswith("2025-02-01")
    (added,) = (s for s in after.values() if s["decided"] == "missed")
    assert (added["aspect"], added["lower"], added["who"]) == ("displaced", 40, "families")
    write(run, case, tmp_path)
    page = written(tmp_path)["dossier.html"].decode()
    assert {f"a person: {word}" in page for word in ("confirmed", "corrected", "missed")} == {True}
    assert "corrected" in written(tmp_path)["csv"].decode()
    told = run("show", str(case), added["incident"][:12])[1]
    assert "a person marked it missed" in told
    shutil.rmtree(case / "derived")
    build(run, case)
    assert {s["id"]: s for s in statements(run, case)} == after
    for row in json.loads(run("judge", "list", "--case", str(case), "--json")[1]):
        judge(run, case, "undo", row["judgement"]["digest"][7:19])
    build(run, case)
    assert statements(run, case) == before


def test_rulings_on_incidents_join_and_part(run: Run, case: Path) -> None:
    rows = [json.loads(line) for line in run("export", str(case), "--to", "accounts")[1].splitlines()]
    incidents = list(dict.fromkeys(r["incident"] for r in rows if r["aspect"] in ("killed", "injured")))
    first, second = incidents[0], incidents[-1]
    before = statements(run, case)
    ends = [next(s["id"] for s in before if s["incident"] == i) for i in (first, second)]
    joined = judge(run, case, "incident", "same", *ends)
    build(run, case)
    home = {s["id"]: s["incident"] for s in statements(run, case)}
    assert home[ends[0]] == home[ends[1]]
    text = run("show", str(case), home[ends[0]][:12])[1]
    assert "Airstrike" in text or "attack" in text
    judge(run, case, "undo", joined)
    judge(run, case, "incident", "different", *ends)
    build(run, case)
    home = {s["id"]: s["incident"] for s in statements(run, case)}
    assert home[ends[0]] != home[ends[1]]


def corroborated(run: Run, case: Path) -> list[tuple[int, list[str]]]:
    rows = [json.loads(line) for line in run("export", str(case), "--to", "accounts")[1].splitlines()]
    return [(v["least"], v["origins"]) for r in rows for v in r["values"]]


def test_rulings_on_sources_change_the_counts_and_say_so(run: Run, case: Path) -> None:
    least, names = next((n, o) for n, o in corroborated(run, case) if n >= 2)
    judge(run, case, "sources", "dependent", names[0], names[1], "--why", "one office")
    build(run, case)
    assert (least, names) not in corroborated(run, case)
    assert "a person ruled" in run("show", str(case), "1")[1] + run("show", str(case), names[0])[1] + "".join(
        run("show", str(case), str(n))[1] for n in range(2, 8)
    )
    judge(run, case, "sources", "independent", names[0], names[1])
    build(run, case)
    assert (least, names) in corroborated(run, case)
    judge(run, case, "sources", "retracted", names[0])
    build(run, case)
    assert names[0] not in [name for _, origins in corroborated(run, case) for name in origins]


def test_sources_ruled_the_same_are_one_and_can_be_parted(run: Run, case: Path) -> None:
    least, names = next((n, o) for n, o in corroborated(run, case) if n >= 2)
    same = judge(run, case, "sources", "same", names[0], names[1])
    build(run, case)
    assert (least, names) not in corroborated(run, case)
    judge(run, case, "undo", same)
    build(run, case)
    assert (least, names) in corroborated(run, case)


def test_an_outlet_whose_reports_all_cite_others_can_be_retracted(run: Run, case: Path) -> None:
    told = [s for s in statements(run, case) if s["outlet"] == "Valley Herald"]
    assert told
    judge(run, case, "sources", "retracted", "Valley Herald")
    build(run, case)
    assert "Valley Herald" not in [name for _, origins in corroborated(run, case) for name in origins]


def test_two_reviewers_merge_by_copying_their_files(
    run: Run, case: Path, first: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(first / "case", tmp_path / "laptop" / "case"))
    killed = [s["id"] for s in statements(run, case) if s["aspect"] == "killed"]
    judge(run, case, "statement", "wrong", killed[0], "--reviewer", "ana")
    judge(run, other, "statement", "confirmed", killed[1], "--reviewer", "ben", "--why", "seen by me")
    for path in (other / "journal").iterdir():
        shutil.copy(path, case / "journal" / path.name)
    build(run, case)
    after = {s["id"]: s["decided"] for s in statements(run, case)}
    assert killed[0] not in after
    assert after[killed[1]] == "confirmed"
    listed = json.loads(run("judge", "list", "--case", str(case), "--json")[1])
    assert {row["judgement"]["reviewer"] for row in listed} == {"ana", "ben"}
    assert run("verify", str(case))[0] == 0


def test_a_judgement_on_what_is_gone_is_listed(run: Run, case: Path) -> None:
    told = next(s for s in statements(run, case) if s["aspect"] == "killed" and s["report"] != s["report_id"])
    digest = judge(run, case, "statement", "confirmed", told["id"])
    build(run, case)
    assert run("erase", str(case), told["report"], "--reason", "asked for", "--yes")[0] == 0
    rows = json.loads(run("show", str(case), "--trouble", "--json")[1])
    assert [r["where"] for r in rows if r["code"] == "unattached"] == [f"judgement {digest}"]
    assert "unattached" in build(run, case)


def test_a_path_that_could_not_be_kept_stays_in_trouble_and_dossier(
    run: Run, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "lost.txt").symlink_to("nowhere.txt")
    assert run("build", str(tmp_path / "more"), "--case", str(case))[0] == 3
    assert "more/lost.txt" in run("show", str(case), "--trouble")[1]
    write(run, case, tmp_path)
    assert "more/lost.txt" in written(tmp_path)["dossier.html"].decode()
    assert str(tmp_path) not in written(tmp_path)["dossier.html"].decode()
