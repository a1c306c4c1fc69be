"""No page reads through a whole table: every question that pages ask is answered by an index."""

import re
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from whence.show.web.library import Library
from whence.store.index.door import Reading, Row

sys.path.insert(0, str(Path(__file__).parents[1] / "show"))
from deskcase import make_case, visitor

# read whole once, when the index is opened, or always small: what could not be read, and what the case withholds
WHOLE = {"meta", "dictionary", "numbers", "facet", "withheld", "trouble", "question"}
ORDERED = "USING INDEX listed_unread"  # in the order of the list: read up to its limit
PAGES = ("/", "/incidents", "/incidents?q=Keld&event=airstrike&sort=newest", "/sources", "/sources?q=a*&sort=alone",
         "/reports", "/reports?start=2", "/reports?unread=1", "/search?q=Keld", "/search?q=Keld&kind=statement&start=1",
         "/review", "/review?question=1", "/map", "/timeline", "/graph", "/graph?show=sources", "/method",
         "/data/map.json", "/data/timeline.json", "/data/graph.json", "/data/graph.json?show=sources")  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Sequence[Any]]]:
    """An index without statistics, and every question that its pages asked with the values of one asking."""
    case = make_case(tmp_path_factory.mktemp("plans") / "case")
    questions: dict[str, Sequence[Any]] = {}
    plainly = Reading.rows

    def noting(self: Reading, question: str, values: Sequence[Any] = ()) -> list[Row]:
        questions.setdefault(re.sub(r"\?(,\?)+", "?", question), values)
        return plainly(self, question, values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reading, "rows", noting)
        library = Library(case.layout.root)
        library.open_newest()
        client, index = visitor(library), library.view().index
        accounts = [f"/incidents/{r.id}" for r in index.accounts([1, 2, 3])]
        reports = [f"/reports/{r.id}" for r in index.reports_page(0, 9)[0]]
        sources = re.findall(r"/sources/[0-9a-f]{16}", client.get("/sources").text)[:9]
        judged = [
            f"/judge?statement={s}" for r in index.reports_page(0, 1)[0] for s in index.statements_in(r.id)
        ]
        for path in (*PAGES, *accounts, *reports, *sources, *judged, f"/incidents/{'0' * 64}"):
            assert client.get(path).status_code in (200, 404), path
    path = shutil.copy(case.layout.index(case.generation, mask=True), case.layout.root / "plain.sqlite")
    with sqlite3.connect(path) as base:
        base.execute("drop table sqlite_stat1")  # of a dozen rows: told so, SQLite reads all of them
    return Path(path), questions


def plan(base: sqlite3.Connection, question: str, values: Sequence[Any]) -> list[str]:
    marks = question.count("?")
    given = [*values, *[""] * marks][:marks]
    return [str(row[3]) for row in base.execute(f"explain query plan {question}", given)]


def test_no_question_reads_through_a_table(asked: tuple[Path, dict[str, Sequence[Any]]]) -> None:
    path, questions = asked
    base = sqlite3.connect(path)
    assert len(questions) > 30
    found = {
        (question, step)
        for question, values in questions.items()
        for step in plan(base, question, values)
        if (scan := re.match(r"SCAN (\w+)\b(?! VIRTUAL)", step))
        and scan[1] not in WHOLE
        and ORDERED not in step
    }
    base.close()
    assert found == set()


def test_the_check_sees_a_table_that_is_read_through(asked: tuple[Path, dict[str, Sequence[Any]]]) -> None:
    base = sqlite3.connect(asked[0])
    steps = plan(base, "select record from statement where start = ?", [1])
    base.close()
    assert [step for step in steps if step.startswith("SCAN statement")]
