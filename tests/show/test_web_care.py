"""What may hurt to read is folded, for one reader or for the whole case, and the custody log keeps why."""

from dataclasses import replace
from pathlib import Path

import pytest
from deskcase import findings, make_case, post, visitor
from starlette.testclient import TestClient

from whence.flow.case import Case
from whence.model.finding import Sensitive
from whence.model.span import Span
from whence.show.commands.common import open_desk
from whence.show.web.library import Library

WORDS = "describes injuries or bodies"


def hurting(path: Path) -> tuple[Case, str]:
    """A case in which the first statement's words are such a passage, and the address of its report."""
    found = findings()
    told = found.statements[0]
    span = Span(told.span.start, told.span.end, told.span.quote, "", "")
    case = make_case(path, replace(found, sensitive=(Sensitive(told.report, span, WORDS),)))
    return case, f"/reports/{told.report}"


@pytest.fixture
def served(tmp_path: Path) -> tuple[Case, str, Library]:
    case, address = hurting(tmp_path / "case")
    library = Library(case.layout.root)
    library.open_newest()
    return case, address, library


def folded(client: TestClient, address: str) -> bool:
    return f"<summary>{WORDS}</summary>" in client.get(address).text


def test_one_reader_may_open_them_to_themselves_alone(served: tuple[Case, str, Library]) -> None:
    _, address, library = served
    one, other = visitor(library), visitor(library)
    assert folded(one, address)
    assert post(one, "/method/folds", fold="off").status_code == 303
    assert not folded(one, address)
    assert folded(other, address)
    assert library.case.settings.fold


def test_a_case_lets_them_stand_open_for_a_reason_and_folds_them_again(
    served: tuple[Case, str, Library],
) -> None:
    case, address, library = served
    one, other = visitor(library), visitor(library)
    assert post(one, "/method/folds/case", fold="off", why=" ").status_code == 400
    assert folded(one, address)
    assert post(one, "/method/folds/case", fold="off", why="all readers are trained").status_code == 303
    assert not folded(one, address)
    assert not folded(other, address)
    last = library.case.custody[-1]
    assert (last.event, last.details["reason"]) == ("unfolded", "all readers are trained")
    assert "not folded in this case" in other.get("/method").text
    assert not open_desk(Case.open(case.layout.root)).folds, "the dossier follows"
    # who finds it hard to bear folds them for themselves
    assert post(other, "/method/folds", fold="on").status_code == 303
    assert folded(other, address)
    assert not folded(one, address)
    assert post(one, "/method/folds/case", fold="on", why="a class reads it").status_code == 303
    assert folded(one, address)
    assert library.case.custody[-1].event == "folded"
    assert open_desk(Case.open(case.layout.root)).folds
