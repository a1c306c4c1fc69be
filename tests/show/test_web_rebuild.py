"""The whole way on a real, small case: judge, rebuild, see it hold; undo, rebuild, see it gone."""

import time
from pathlib import Path

import pytest
from deskcase import post, visitor
from starlette.testclient import TestClient

from whence.flow.case import Case
from whence.show.web.library import Library

TEXT = (
    "Shelling kills {n} in Alvena\n\nALVENA, 5 March 2031 (Harbour Wire) - Shelling killed {n} people in the "
    "town of Alvena on Tuesday, the {who} said.\n"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("rebuild")
    for i, (n, who) in enumerate((("12", "health office"), ("19", "town council"))):
        (folder / f"report-{i}.txt").write_text(TEXT.format(n=n, who=who))
    case = Case.create(folder / "case")
    case.add([folder / "report-0.txt", folder / "report-1.txt"])
    case.build()
    made = Library(case.layout.root)
    made.open_newest()
    return made


def rebuilt(client: TestClient, library: Library) -> None:
    before = library.newest
    assert post(client, "/rebuild", back="/").status_code == 303
    for _ in range(600):
        if not library.progress.doing:
            break
        time.sleep(0.1)
    assert library.progress.wrong == ""
    assert library.newest != before
    post(client, "/newest", back="/")


def test_a_judgement_holds_over_rebuilds_and_is_gone_when_undone(library: Library) -> None:
    client = visitor(library)
    index = library.view().index
    report = next(r for r in index.reports_page(0, 9)[0] if "12" in r.title)
    sid = next(
        s for s in index.statements_in(report.id) if "12 people" in client.get(f"/judge?statement={s}").text
    )
    page = client.get("/").text
    assert "waits for a rebuild" not in page
    post(client, "/judge/statement", statement=sid, verdict="corrected", value="14", why="misprint")
    assert "1 judgement waits for a rebuild" in client.get("/").text
    rebuilt(client, library)
    after = client.get(f"/reports/{report.id}").text
    assert "Killed: 14 people" in after
    assert "corrected by a person" in after
    assert "waits for a rebuild" not in client.get("/").text
    digest = library.case.journal.judgements()[0].digest
    post(client, "/judge/undo", digest=digest)
    assert "1 judgement waits for a rebuild" in client.get("/").text
    rebuilt(client, library)
    assert "Killed: 12 people" in client.get(f"/reports/{report.id}").text
    assert "waits for a rebuild" not in client.get("/").text


def test_a_rebuild_that_cannot_be_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    client = visitor(library)
    with library.case.writing():
        post(client, "/rebuild", back="/")
        for _ in range(100):
            if not library.progress.doing:
                break
            time.sleep(0.1)
    page = client.get("/").text
    assert "The rebuild did not finish:" in page
    assert "is writing to" in page
    assert "Wait until it has finished" in page


def test_the_case_is_verified_beside_the_desks_index(library: Library) -> None:
    path: Path = library.case.layout.index(library.case.generation, mask=True)
    assert path.is_file()
    assert library.case.verify().intact == ()
