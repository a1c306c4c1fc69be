"""The written specifications hold: their examples are what the program writes and takes."""

import ast
import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

from whence.flow import settings
from whence.flow.settings import Settings
from whence.journal import chain, line
from whence.journal.journal import Journal, standing
from whence.model.layout import FORMAT, CaseLayout
from whence.preserve.custody import Custody
from whence.store import tables

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "formats"


def examples(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (PAGES / page).read_text("utf8"), re.DOTALL)


def test_case_toml(tmp_path: Path) -> None:
    (text,) = examples("case.md", "toml")
    layout = CaseLayout(tmp_path)
    layout.toml.write_text(text, "utf8")
    read = settings.read(layout)
    assert settings.write_text(read) == text
    assert tomllib.loads(text).keys() == {"format", *(f.name for f in fields(Settings))}
    assert all(f"`{f.name}`" in (PAGES / "case.md").read_text("utf8") for f in fields(Settings))


def test_every_page_names_the_format_that_the_program_writes() -> None:
    for page, version in (
        ("case.md", FORMAT),
        ("journal.md", line.FORMAT),
        ("custody.md", 1),
        ("trouble.md", 1),
    ):
        assert re.search(r"^# .*, format (\d+)$", (PAGES / page).read_text("utf8"), re.M)[1] == str(version)  # type: ignore[index]


def test_every_table_is_named() -> None:
    text = (PAGES / "case.md").read_text("utf8")
    assert not [name for name in tables.NAMES if not re.search(rf"\b{name}\b", text)]


def test_the_custody_example_is_a_whole_chain(tmp_path: Path) -> None:
    log, origin = examples("custody.md", "jsonl")
    layout = CaseLayout(tmp_path)
    layout.custody.write_text(log, "utf8")
    custody = Custody(layout)
    assert custody.check() == ()
    assert [entry.event for entry in custody.lines()] == ["created", "added", "built", "erased"]
    record = json.loads(origin)
    assert line.sealed(record)
    assert custody.lines()[1].details["origin"] == record["digest"]


def test_the_journal_example_is_a_whole_chain(tmp_path: Path) -> None:
    lines, side = examples("journal.md", "jsonl")
    layout = CaseLayout(tmp_path)
    layout.journal.mkdir()
    (layout.journal / "ana.jsonl").write_text(lines, "utf8")
    (layout.journal / "ana.side.jsonl").write_text(side, "utf8")
    journal = Journal(layout)
    assert journal.check() == ()
    first, _ = journal.judgements()
    assert (first.action, first.details, first.anchors[0].span.quote) == (
        "corrected", (("value", "4 bakers"),), "three bakers",
    )  # fmt: skip
    assert standing(journal.judgements()) == ()
    assert not chain.read(layout.journal / "ana.jsonl").torn


def test_every_code_of_trouble_is_on_its_page() -> None:
    listed = set(re.findall(r"^\| [\w, ]+ \| `([a-z-]+)` \|", (PAGES / "trouble.md").read_text("utf8"), re.M))
    assert listed
    used = set()
    for room in ("preserve", "journal", "flow"):
        for path in sorted((ROOT / "src" / "whence" / room).rglob("*.py")):
            used |= {code for code in _codes(path) if code}
    assert used - listed == set()


def _codes(path: Path) -> set[str]:
    """Return the code of every trouble that the file's source makes with a literal one."""
    found = set()
    position = {"Trouble": 2, "trouble": 1, "_trouble": 1, "note": 1}
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in position and len(node.args) > position[name]:
            argument = node.args[position[name]]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.add(argument.value)
    return found
