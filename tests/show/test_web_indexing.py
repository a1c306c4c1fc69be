"""The index is made a slice at a time, and is the same whatever a slice holds."""

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from deskcase import findings

from whence.model.finding import Findings
from whence.model.report import Trouble
from whence.show.desk import make_desk, relying_on
from whence.show.summary import headline
from whence.show.web import indexing, questions
from whence.show.web.indexing import make_index
from whence.store import tables
from whence.store.index.read import Index
from whence.store.index.select import Wanted


def made(folder: Path, found: Findings, *, mask: bool = True) -> Path:
    """The index of findings that went through their tables."""
    folder.mkdir(parents=True, exist_ok=True)
    tables.write(folder, found)
    path = folder / "desk.sqlite"
    make_index(path, partial(tables.stream, folder), "Keld", mask=mask, stamp="now")
    return path


def dumped(path: Path) -> list[str]:
    base = sqlite3.connect(path)
    lines = [line for line in base.iterdump() if "sqlite_stat" not in line]
    base.close()
    return lines


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_size_of_a_slice_changes_nothing(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = dumped(made(tmp_path / "whole", findings()))
    monkeypatch.setattr(indexing, "_REPORTS", size)
    monkeypatch.setattr(indexing, "_ACCOUNTS", size)
    monkeypatch.setattr(tables, "_BATCH", size)
    sliced = dumped(made(tmp_path / "sliced", findings()))
    # full text is written as often as a slice ends; what it finds is the same
    plain = [[line for line in lines if "find_" not in line] for lines in (whole, sliced)]
    assert plain[0] == plain[1]
    for kind in ("report", "statement", "source", "place", "incident"):
        one, other = (
            Index(tmp_path / n / "desk.sqlite").found(kind, "k*", 0, 50) for n in ("whole", "sliced")
        )
        assert set(one.hits) == set(other.hits), kind


def test_equal_findings_give_equal_files(tmp_path: Path) -> None:
    one, other = (made(tmp_path / name, findings()).read_bytes() for name in ("one", "other"))
    assert one == other


def test_the_index_agrees_with_the_desk_over_all_findings(tmp_path: Path) -> None:
    found = findings()
    index, desk = Index(made(tmp_path, found)), make_desk(found, mask=True)
    rows = index.accounts(range(1, len(desk.accounts) + 1))
    assert [r.id for r in rows] == [a.incident.id for a in desk.accounts]
    assert [index.account(r.n) for r in rows] == list(desk.accounts)
    assert index.overview.headline == headline(found).words
    assert index.overview.people == desk.mask.people
    every = index.sources_at(index.select_sources(Wanted(order="name")).numbers.tolist())
    assert {r.key for r in every} == set(found.sources.sources)
    for row in every:
        told = tuple(s.id for s in desk.told(desk.resting.get(row.key, ())))
        assert index.resting(row.key, 0, 999) == told
        assert dict(index.relying(row.key, 999)) == relying_on(desk, row.key)
        assert (row.name, row.statements, row.relying) == (
            desk.name(row.key),
            len(told),
            len(relying_on(desk, row.key)),
        )
    held = index.slice([s.id for s in found.statements])
    assert set(held.statements) == set(found.statements)


def test_only_the_best_questions_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "all", findings())
    every = Index(path).questions(0, 999)
    monkeypatch.setattr(questions, "_MOST", 2)
    few = Index(made(tmp_path / "few", findings())).questions(0, 999)
    assert len(every) > 2
    assert [(q.kind, q.first, q.second) for q in few] == [(q.kind, q.first, q.second) for q in every[:2]]


def test_what_is_masked_is_masked_in_the_index_too(tmp_path: Path) -> None:
    hidden, shown = (made(tmp_path / str(mask), findings(), mask=mask) for mask in (True, False))
    forms = Index(hidden).withheld()
    assert forms
    assert Index(shown).withheld() == ()
    assert not any(
        Index(hidden).found(k, f'"{f}"', 0, 9).count
        for f in forms
        if " " in f
        for k in ("report", "statement")
    )
    assert any(Index(shown).found("report", f'"{f}"', 0, 9).count for f in forms)


def test_much_trouble_is_told_in_part(tmp_path: Path) -> None:
    rows = tuple(Trouble(f"file-{i:04}", "open", "damaged", "It cannot be opened.") for i in range(7))
    index = Index(made(tmp_path, replace(findings(), trouble=rows)))
    assert index.trouble(3) == rows[:3]
    assert index.trouble() == rows
