"""Admiralty codes: set by a person alone, the two axes apart, shown as theirs, and changing no count."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.flow.corrections import check_rating
from whence.model.errors import UsageError
from whence.model.rating import CODES
from whence.show import cli as edge

Run = Callable[..., tuple[int, str]]
TEXTS = {
    "a.txt": "Strike kills 14 in Dorvale\n\nVostok Herald, 3 May 2031\n\nAn air strike killed 14 people in Dorvale on "
    "2 May 2031, the Vostian Harvest Council said.\n",
    "b.txt": "Dorvale strike\n\nMarland Post, 4 May 2031\n\nThe Vostian Harvest Council said an air strike killed 14 "
    "people in Dorvale on 2 May 2031. Another 20 people were injured, doctors said.\n",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pile").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "pile" / name).write_text(text, "utf8")

    def call(*args: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            edge.cli(list(args))
        out, err = capsysbinary.readouterr()
        words = out.decode("utf8") + err.decode("utf8")
        return int(ended.value.code or 0), words if "--json" in args else " ".join(words.split())

    return call


def counts(run: Run) -> list[object]:
    rows = json.loads(run("show", "case", "--json")[1])["accounts"]
    return [{k: v for k, v in row.items() if k != "incident"} for row in rows]


def test_codes_are_shown_as_the_reviewers_and_count_nothing(run: Run, tmp_path: Path) -> None:
    assert run("build", "pile", "--case", "case")[0] in (0, 3)
    before = counts(run)
    assert before
    assert "rated the" not in run("show", "case", "1")[1] + run("show", "case", "Vostian Harvest Council")[1]
    told = json.loads(run("show", "case", "Vostian Harvest Council", "--json")[1])
    assert told["ratings"] == []
    statement = told["statements"][0]["id"]
    assert run("judge", "rate", "Vostian Harvest Council", "--source", "b", "--reviewer", "ana")[0] == 0
    assert run("judge", "rate", "Vostian Harvest Council", "--source", "D", "--reviewer", "ana")[0] == 0
    assert run("judge", "rate", "Vostian Harvest Council", "--source", "C", "--reviewer", "ben")[0] == 0
    assert run("judge", "rate", statement[:12], "--information", "2", "--reviewer", "ana")[0] == 0
    run("build", "--case", "case")
    assert counts(run) == before
    source = run("show", "case", "Vostian Harvest Council")[1]
    assert "ana rated the source D (not usually reliable)" in source
    assert "ben rated the source C (fairly reliable)" in source
    assert "rated the source B" not in source
    assert source.count("ana rated the information 2 (probably true)") == 1
    assert "ben rated the source C" in run("show", "case", "1")[1]
    assert run("dossier", "case", "-o", "d.html")[0] == 0
    page = (tmp_path / "d.html").read_text("utf8")
    assert "ben rated the source C (fairly reliable)" in page
    assert "ana rated the information 2 (probably true)" in page
    digests = [
        row["judgement"]["digest"] for row in json.loads(run("judge", "list", "--case", "case", "--json")[1])
    ]
    for digest in digests:
        assert run("judge", "undo", digest.split(":")[1][:12])[0] == 0
    run("build", "--case", "case")
    assert "rated the" not in run("show", "case", "Vostian Harvest Council")[1]


def test_the_axes_are_rated_apart(run: Run) -> None:
    run("build", "pile", "--case", "case")
    for wrong in ((), ("--source", "B", "--information", "2"), ("--source", "G"), ("--information", "0")):
        assert run("judge", "rate", "Vostian Harvest Council", *wrong)[0] == 2
    assert run("judge", "rate", "Nobody Known", "--source", "B")[0] == 1
    assert json.loads(run("judge", "list", "--case", "case", "--json")[1]) == []


@given(st.dictionaries(st.sampled_from(["reliability", "credibility", "value", "was"]), st.text(max_size=2)))
def test_only_one_code_of_one_axis_is_a_rating(details: dict[str, str]) -> None:
    axes = [a for a in CODES if a in details]
    fits = len(axes) == 1 and details[axes[0]] in CODES[axes[0]] and set(details) <= {axes[0], "was"}
    if fits:
        assert check_rating(details) == (axes[0], details[axes[0]])
    else:
        with pytest.raises(UsageError):
            check_rating(details)
