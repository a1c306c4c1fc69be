"""Findings that change while people read: every page is of one generation, and the newer one is offered."""

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from deskcase import findings, make_case, post, publish, visitor

from whence.model.finding import Findings
from whence.show.web.library import KEPT, Library

NEWER = "There are newer findings"
_OF = re.compile(r"Findings <code>([0-9a-f-]+)</code>")
_EDITION = re.compile(r"edition (\d)")


def edition(number: int) -> Findings:
    """The showcase with titles that tell which generation they are of."""
    found = findings()
    told = (replace(r, title=f"edition {number} of {r.label}") for r in found.reports)
    return replace(found, reports=tuple(told))


class Reader:
    """One who reads on, whatever is built, and notes what does not fit together."""

    def __init__(self, library: Library, names: dict[str, str], until: threading.Event) -> None:
        self._client, self._names, self._until = visitor(library), names, until
        report = library.view().index.reports_page(0, 1)[0][0].id
        account = library.view().index.accounts([1])[0].id
        self._paths = [
            "/reports",
            f"/reports/{report}",
            f"/incidents/{account}",
            "/search?q=Keld",
            "/incidents",
            "/map",
        ]
        self.wrong: list[str] = []
        self.noticed = self.pages = 0

    def read(self) -> None:
        """Go round the pages until told to stop; go on to newer findings every third time round."""
        began, rounds = "", 0
        while not self._until.is_set() or rounds < 3:
            for path in self._paths:
                began = self._page(path, began)
            rounds += 1
            if rounds % 3 == 0:
                post(self._client, "/newest", back="/")
                began = ""

    def _page(self, path: str, began: str) -> str:
        answer = self._client.get(path)
        told = _OF.search(answer.text)
        if answer.status_code != 200 or told is None:
            self.wrong.append(f"{path}: {answer.status_code}")
            return began
        self.pages += 1
        self.noticed += NEWER in answer.text
        if began and told[1] != began:
            self.wrong.append(f"{path}: went from {began} to {told[1]} by itself")
        if not set(_EDITION.findall(answer.text)) <= {self._names[told[1]]}:
            self.wrong.append(f"{path}: {told[1]} shows other findings")
        return told[1]


def test_pages_stay_of_one_generation_while_others_land(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case", edition(1))
    library = Library(case.layout.root)
    names = {library.open_newest().generation: "1"}
    for number in range(2, KEPT + 1):  # as many as are held open: nobody is moved on
        names[publish(case, edition(number))] = str(number)
        case.layout.index(case.generation, mask=True).unlink(missing_ok=True)
    until = threading.Event()
    readers = [Reader(library, names, until) for _ in range(6)]
    threads = [threading.Thread(target=r.read) for r in readers]
    for thread in threads:
        thread.start()
    landed(library, case.layout.current, list(names))
    until.set()
    for thread in threads:
        thread.join(120)
    assert [w for r in readers for w in r.wrong] == []
    assert all(r.pages >= 18 for r in readers)
    assert any(r.noticed for r in readers)


def landed(library: Library, current: Path, generations: list[str]) -> None:
    """Let each generation that is still there become the newest, one after another."""
    for name in generations[-2:]:  # `publish` keeps two
        current.write_text(name + "\n", "ascii")
        library.open_newest()
    assert library.newest == generations[-1]


def test_who_reads_what_is_kept_no_longer_is_told(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case", edition(1))
    library = Library(case.layout.root)
    library.open_newest()
    client = visitor(library)
    assert "edition 1" in client.get("/reports").text
    for number in range(2, KEPT + 2):
        publish(case, edition(number))
        library.open_newest()
    page = client.get("/reports").text
    assert f"edition {KEPT + 1}" in page
    assert "no longer kept: these are the newest" in page


def test_a_generation_that_is_pruned_while_it_is_opened_gives_way_to_the_newest(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case", edition(1))
    library = Library(case.layout.root)
    first = case.generation
    later: list[Callable[[], str]] = [lambda: publish(case, edition(2)), lambda: publish(case, edition(3))]
    for land in later:
        land()
    assert not case.layout.generation(first).exists()
    assert library._made(case, first).generation == case.generation
