"""What the command line asks of the user before a report leaves the machine, and what it says of it."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from whence.flow.answers import Cost
from whence.flow.asking import PATIENCE, Plan
from whence.flow.case import Case
from whence.flow.endpoint import Endpoint
from whence.flow.settings import Settings
from whence.model.errors import UsageError
from whence.model.finding import Findings, SourceTable
from whence.read.llm import chain, pieces
from whence.show import cli as edge
from whence.show.commands.build import command
from whence.show.commands.sending import Sending, cost_line, plan_lines

NONE = Sending(None, None, None, None, None)
LOCAL = Settings(reader="endpoint", endpoint="http://localhost:11434/v1", model="tiny")
FAR = replace(LOCAL, endpoint="https://models.example/v1")


class Terminal:
    """Standard input with somebody at it, or nobody."""

    def __init__(self, there: bool, says: str = "") -> None:
        self.there, self.lines = there, [says + "\n"]

    def isatty(self) -> bool:
        return self.there

    def readline(self, *_: object) -> str:
        return self.lines.pop(0) if self.lines else ""


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(False))


def test_this_machine_needs_no_more_than_the_flag() -> None:
    asker = NONE.asker(LOCAL)
    assert (asker.endpoint.name, asker.model, asker.key, asker.seconds) == (
        LOCAL.endpoint,
        "tiny",
        "",
        PATIENCE,
    )
    assert replace(NONE, timeout=7.0).asker(LOCAL).seconds == 7.0


def test_another_machine_needs_its_name() -> None:
    with pytest.raises(UsageError, match=r"models\.example is another machine") as wrong:
        NONE.asker(FAR)
    assert wrong.value.hint.endswith("--send-to models.example")
    assert replace(NONE, send_to="Models.example").asker(FAR).endpoint.host == "models.example"


@pytest.mark.parametrize("chosen", [FAR, LOCAL])
@pytest.mark.parametrize("host", ["models.example.org", "example", "", "https://models.example"])
def test_the_name_must_be_the_very_one(host: str, chosen: Settings) -> None:
    with pytest.raises(UsageError, match="but the endpoint is at"):
        replace(NONE, send_to=host).asker(chosen)


@pytest.mark.parametrize(("answer", "sent"), [("y", True), ("n", False), ("", False)])
def test_somebody_at_the_terminal_is_asked(
    answer: str, sent: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(True, answer))
    if sent:
        assert NONE.asker(FAR)
    else:
        with pytest.raises(UsageError, match="Nothing was sent"):
            NONE.asker(FAR)
    told = capsys.readouterr().err
    assert "Reports would be sent to https://models.example/v1." in told
    assert "the names of private persons" in told
    assert "can read all of it, keep it and hand it on" in told
    assert "not encrypted" not in told


def test_a_key_comes_from_a_variable_and_goes_to_nobody_by_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VELDRA_KEY", " sk-0451 ")
    named = replace(NONE, key_from="VELDRA_KEY")
    assert named.asker(LOCAL).key == "sk-0451"
    assert replace(named, send_to="models.example").asker(FAR).key == "sk-0451"
    with pytest.raises(UsageError, match="plain http"):
        replace(named, send_to="models.example").asker(replace(FAR, endpoint="http://models.example/v1"))


@pytest.mark.parametrize("value", ["", "  ", "sk-\u00e9", "sk\r\nX: y"])
def test_a_variable_that_holds_no_key(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VELDRA_KEY", value)
    with pytest.raises(UsageError, match="holds no key"):
        replace(NONE, key_from="VELDRA_KEY").asker(LOCAL)


def test_a_key_given_by_mistake_is_not_repeated() -> None:
    with pytest.raises(UsageError) as wrong:
        replace(NONE, key_from="sk-veldra-0451").asker(LOCAL)
    assert "sk-veldra" not in f"{wrong.value}{wrong.value.hint}"


@pytest.mark.parametrize("field", ["endpoint", "model", "send_to", "key_from", "timeout"])
def test_without_the_reader_endpoint_its_options_mean_nothing(field: str) -> None:
    given: Any = {field: 3.0 if field == "timeout" else "x"}
    with pytest.raises(UsageError, match=f"--{field.replace('_', '-')} is about an endpoint"):
        replace(NONE, **given).settings(Settings(reader="rules"))


def test_the_case_keeps_address_and_model() -> None:
    sending = replace(NONE, endpoint="http://LOCALHOST:8000/v1/", model="large")
    kept = sending.settings(Settings(reader="endpoint"))
    assert (kept.endpoint, kept.model) == ("http://localhost:8000/v1", "large")
    assert NONE.settings(kept) == kept
    with pytest.raises(UsageError, match="no endpoint to ask, or no model"):
        NONE.asker(Settings(reader="endpoint", model="large"))


def test_what_leaves_the_machine_is_told_with_its_size() -> None:
    near = plan_lines(Plan(Endpoint.parse(LOCAL.endpoint), "tiny", 12, 1300, 45120))
    assert near[0] == (
        "Sending to http://localhost:11434/v1 (this machine), model tiny: "
        "12 reports in 1,300 questions, 45,120 characters."
    )
    assert len(near) == 2
    far = plan_lines(Plan(Endpoint.parse("http://10.0.0.7:8000/v1"), "ti\x1bny", 1, 1, 1))
    assert "(another machine)" in far[0]
    assert "\x1b" not in far[0]
    assert "another machine" in far[2]
    assert "not encrypted" in far[3]


def test_what_it_took_is_told() -> None:
    assert cost_line(Cost(1200, 3, 45000, 900, 61.26)) == (
        "Asked 1,200 times (3 of them again): 45,000 tokens sent, 900 received, 61 seconds."
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Case.create(tmp_path / "case")
    return tmp_path / "case"


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as ended:
        edge.cli(list(args))
    return int(ended.value.code or 0)


def test_the_command_sends_only_where_the_flag_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def build(self: Case, progress: object = None, asker: object = None) -> Findings:
        asked.append(asker)
        return replace(empty, trouble=())

    empty = Findings((), (), (), SourceTable({}, {}, {}, {}), (), (), (), (), ())
    monkeypatch.setattr(Case, "build", build)
    assert run("build", "--reader", "endpoint", "--endpoint", "http://localhost:1/v1", "--model", "tiny") == 0
    assert "Asked 0 times" in capsys.readouterr().err
    kept = Case.open(folder).settings
    assert (kept.reader, kept.endpoint, kept.model) == ("endpoint", "http://localhost:1/v1", "tiny")
    assert run("build") == 0
    assert "Asked" not in capsys.readouterr().err
    assert run("build", "--reader", "endpoint", "--json") == 0
    assert json.loads(capsys.readouterr().out)["accounts"] == []
    assert [a is not None for a in asked] == [True, False, True]


def test_the_command_refuses_before_anything_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "case.toml").read_bytes()
    given = ("--reader", "endpoint", "--endpoint", "https://models.example/v1", "--model", "tiny")
    assert run("build", *given) == 1
    assert "--send-to models.example" in capsys.readouterr().err
    assert (folder / "case.toml").read_bytes() == before
    assert run("build", "--endpoint", "http://localhost:1/v1") == 1
    assert "--reader endpoint" in capsys.readouterr().err


def test_the_docs_name_every_option_and_the_limits_that_hold() -> None:
    docs = Path(__file__).parents[2] / "docs"
    listed = (docs / "command-line.md").read_text("utf8")
    for option in command.params:
        for name in option.opts:
            if name.startswith("--"):
                assert name in listed or name == "--json"
    page = (docs / "endpoint.md").read_text("utf8")
    for limit in (pieces.PIECE, chain._FAR, chain._APART, int(PATIENCE)):
        assert f"{limit:,}" in page
