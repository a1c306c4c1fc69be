"""Every page tells what the findings hold, at addresses that can be cited, and without a script."""

import re
from pathlib import Path

import pytest
from deskcase import findings, make_case, post, publish, visitor
from showcase import rid
from starlette.testclient import TestClient

from whence.flow.case import Case
from whence.model.errors import NotACase
from whence.model.finding import Findings, SourceTable, incident_id
from whence.show.web.library import Library
from whence.store.index.write import source_id


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library(make_case(tmp_path_factory.mktemp("pages") / "case").layout.root)
    made.open_newest()
    return made


@pytest.fixture
def client(library: Library) -> TestClient:
    return visitor(library)


@pytest.fixture
def account(library: Library) -> str:
    return f"/incidents/{library.view().index.accounts([1])[0].id}"


def text(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.text


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_the_overview_says_what_only_looks_corroborated(client: TestClient) -> None:
    page = words(text(client, "/"))
    assert "2 look corroborated, being carried by two or more outlets; 1 of them still is" in page
    assert "3 outlets carry “killed: 24 or more people”; it may all come from one origin." in page
    assert "1 report : kept and compared for copies" in page


def test_incidents_are_filtered_counted_and_sorted_by_address(client: TestClient) -> None:
    page = text(client, "/incidents")
    assert page.count("<tr data-row>") == 3
    assert 'href="/incidents?kind=link"' in page
    only = text(client, "/incidents?kind=link")
    assert only.count("<tr data-row>") == 1
    assert "Norwind Bearings" in only
    assert 'aria-label="Remove filter Kind: links between actors"' in only
    assert text(client, "/incidents?event=airstrike&kind=link").count("<tr data-row>") == 0
    assert "No account fits all of these filters" in text(client, "/incidents?event=airstrike&kind=link")
    assert text(client, "/incidents?from=2024-03&to=2024").count("<tr data-row>") == 1
    assert text(client, "/incidents?to=2023").count("<tr data-row>") == 0
    assert text(client, "/incidents?q=Norwind").count("<tr data-row>") == 1
    assert "No account fits" in text(client, "/incidents?q=Nor")  # whole words, unless Nor*
    assert text(client, "/incidents?q=Nor*").count("<tr data-row>") == 1


@pytest.mark.parametrize(
    "query", ["from=never", "after=x", "after=99999", "sort=evil", "unknown=1", "place=", "from=9999-99"]
)
def test_a_strange_address_is_no_error(client: TestClient, query: str) -> None:
    text(client, f"/incidents?{query}")


def test_an_account_tells_values_origins_reasons_and_words(client: TestClient, account: str) -> None:
    page = text(client, account)
    told = words(page)
    assert "Two origins say 43 people were killed in Keld on 5 March 2024." in told
    assert "2 outlets · 2 origins [2, 2]" in told.replace(" ", " ").replace("  ", " ")
    assert "1 to 3 origins [1, 3]" in told
    assert "Looks corroborated: 3 outlets carry it." in told
    assert "contradiction" in told
    assert "43 people against 9 people" in told
    assert "Keld health office" in told
    assert 'class="rivals"' in page
    assert "denied" in told
    for href in re.findall(r'href="(/reports/[^"#?]+)', page):
        assert client.get(href).status_code == 200


def test_the_derivation_is_drawn_without_a_script(client: TestClient, account: str) -> None:
    page = text(client, account)
    assert "<script>" not in page
    assert not re.search(r"\son\w+=|\sstyle=", page)


def test_a_toll_over_time_is_drawn_and_told(client: TestClient, account: str) -> None:
    page = text(client, account)
    assert "Over time, by source" in page
    assert re.search(r'<svg class="chart".*?<path class="way" d="M\d+ \d+L\d+ \d+"', page, re.DOTALL)
    assert "24 or more people" in page


def test_copied_passages_stand_side_by_side(client: TestClient, account: str) -> None:
    page = text(client, account).split('id="copies"')[1]
    assert page.count("people were killed when government jets struck a market in Keld") == 2
    assert "repeats" in page


def test_what_if_a_source_is_wrong(client: TestClient, account: str) -> None:
    page = words(text(client, f"{account}/without?source={source_id('monitor')}"))
    assert "Killed 43 people 2 2 1" in page
    assert client.get(f"{account}/without?source=nobody").status_code == 404


def test_older_addresses_and_statements_lead_to_the_account(client: TestClient, account: str) -> None:
    found = findings()
    member = next(s for s in found.statements if s.report == rid("health-1"))
    for old in (member.id, incident_id(member)):
        answer = client.get(f"/incidents/{old}")
        assert (answer.status_code, answer.headers["location"]) == (303, account)
    assert client.get(f"/incidents/{'0' * 64}").status_code == 404
    assert "Search for its words" in client.get("/incidents/none").text


def test_a_report_marks_its_statements_and_leads_on(client: TestClient, account: str) -> None:
    page = text(client, f"/reports/{rid('state-1')}")
    assert re.search(r'<mark class="denies">denied that its jets struck Keld', page)
    assert f'href="{account}"' in page
    denial = page.split('class="tip"')[1].split("</span></span>")[0]
    assert "Vesharan Army" in denial
    assert "denied" in denial
    assert "sha256:" in page


def test_a_passage_can_be_cited(client: TestClient) -> None:
    page = text(client, f"/reports/{rid('orlan-1')}?at=22-37")
    assert '<span id="at"></span>' in page
    assert "Tamarin Monitor" in words(page.split('<mark class="at">')[1].split("</mark></mark>")[0])
    for strange in ("at=9-1", "at=0-999999", "at=x", "at=-1-3"):
        assert '<mark class="at">' not in text(client, f"/reports/{rid('orlan-1')}?{strange}")


def test_what_hurts_to_read_is_folded_everywhere(client: TestClient) -> None:
    for path in (f"/reports/{rid('lake-1')}", "/search?q=charred"):
        page = text(client, path)
        at = re.sub(r"</?mark[^>]*>", "", page).lower().index("charred bodies")
        before = re.sub(r"</?mark[^>]*>", "", page).lower()[:at]
        assert before.rindex('<details class="fold">') > before.rfind("</details>"), path
        assert "describes injuries or bodies" in page


def test_what_is_folded_stands_open_to_who_asks_for_it(library: Library) -> None:
    client, address = visitor(library), f"/reports/{rid('lake-1')}"
    post(client, "/method/folds", fold="off", back="/method")
    assert 'class="fold"' not in text(client, address) + text(client, "/search?q=charred")
    post(client, "/method/folds", fold="on")
    assert 'class="fold"' in text(client, address)
    assert 'class="fold"' in text(visitor(library), address)


def test_a_report_that_was_not_read_is_withheld_until_somebody_says_why(library: Library) -> None:
    client, address = visitor(library), f"/reports/{rid('tayf')}"
    page = text(client, address)
    assert "Not read:" in page
    assert "قتل" not in page
    assert "قتل" not in text(client, "/search?q=كلد")
    post(client, f"{address}/unmask", why="I read Arabic")
    assert re.search(r'lang="ar".*dir="auto">قتل', text(client, address), re.DOTALL)


def test_sources_tell_who_relies_on_them_and_how_often_alone(client: TestClient) -> None:
    assert "Tamarin Monitor" in text(client, "/sources")
    page = words(text(client, f"/sources/{source_id('monitor')}"))
    assert "statements stand on its word, in 3 reports 4" in page
    assert "Orlan Wire" in page
    army = words(text(client, f"/sources/{source_id('army')}"))
    assert "Speaks for Vesharan state : the two count as one" in army
    assert client.get("/sources/none").status_code == 404


def test_search_finds_words_phrases_and_beginnings_and_leads_to_the_place(client: TestClient) -> None:
    page = text(client, '/search?q="rebels shelled"')
    href = re.search(r'href="(/reports/[^"]+\?at=(\d+)-(\d+))#at"', page)
    assert href
    target = text(client, href[1])
    assert words(target.split('<mark class="at">')[1]).strip().startswith("rebels")
    assert "Nothing in the pile has these words together" in text(client, '/search?q="shelled rebels"')
    assert "Sources" in text(client, "/search?q=Tamar*&kind=source")
    assert "/incidents?place=Keld" in text(client, "/search?q=Keld&kind=place")


def test_found_words_after_a_withheld_name_lead_to_their_own_place(client: TestClient) -> None:
    page = text(client, "/search?q=beside&kind=report")
    href = re.search(r'href="(/reports/[^"]+)#at"', page)
    assert href
    assert text(client, href[1].replace("&amp;", "&")).split('<mark class="at">')[1].count("beside") >= 1


@pytest.mark.parametrize(
    "path", ["/", "/incidents", "/reports", "/sources", "/review", "/search?q=Keld", "/method"]
)
def test_pages_are_whole(client: TestClient, path: str) -> None:
    page = text(client, path)
    assert page.count("<h1") == 1
    assert 'lang="en"' in page
    assert 'class="skip"' in page
    assert not re.search(r"<[^>]*\s(on\w+|style)=|<script>", page)
    assert not re.search(r'(?:src|href)="https?://', page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for control in re.findall(r'<(?:input|select|textarea)[^>]*\sid="([^"]+)"', page):
        assert f'for="{control}"' in page


def test_an_empty_case_says_what_to_do_next(tmp_path: Path) -> None:
    nothing = Findings((), (), (), SourceTable({}, {}, {}, {}), (), (), (), (), ())
    library = Library(make_case(tmp_path / "case", nothing).layout.root)
    library.open_newest()
    client = visitor(library)
    assert "whence build" in text(client, "/")
    for path in ("/incidents", "/reports", "/sources", "/review", "/map", "/timeline", "/graph"):
        assert 'class="empty"' in text(client, path), path


def test_a_case_that_was_never_built_says_so(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    with pytest.raises(NotACase) as told:
        Library(case.layout.root).open_newest()
    assert "whence build" in told.value.hint


def test_readers_stay_on_their_findings_until_they_change(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case")
    library = Library(case.layout.root)
    library.open_newest()
    early = visitor(library)
    assert "air strike, Keld" in early.get("/incidents").text
    found = findings()
    publish(case, Findings((), found.reports, (), found.sources, (), (), (), (), ()))
    publish(
        case, Findings((), found.reports[:2], (), found.sources, (), (), (), (), ())
    )  # the first is pruned
    library.open_newest()
    page = early.get("/incidents").text
    assert "air strike, Keld" in page
    assert "There are newer findings" in page
    assert "air strike, Keld" not in visitor(library).get("/incidents").text
    assert post(early, "/newest", back="/incidents").headers["location"] == "/incidents"
    assert "air strike, Keld" not in early.get("/incidents").text


def test_names_show_where_the_case_says_so(tmp_path: Path) -> None:
    library = Library(make_case(tmp_path / "case", mask=False).layout.root)
    library.open_newest()
    client = visitor(library)
    assert "Adel Mansour" in text(client, f"/reports/{rid('lake-1')}")
    assert "Names of private persons are shown in this case" in text(client, "/")
