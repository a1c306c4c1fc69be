"""The dossier asks for nothing, runs nothing, leaks no withheld name, and every link on it leads somewhere."""

import base64
import hashlib
import re

import pytest
import showcase
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from whence.model.finding import PersonName, Sensitive
from whence.model.report import Block, Report
from whence.model.span import Reason, Span
from whence.show.desk import make_desk
from whence.show.dossier import render
from whence.show.pieces import paragraphs
from whence.show.safe import visible


@pytest.fixture(scope="module")
def page() -> str:
    return render(make_desk(showcase.findings(), mask=True), "Keld & <co>", "g1")


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_every_link_leads_somewhere_and_every_id_is_alone(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    hrefs = tree.xpath("//@href")
    assert hrefs
    assert all(h.startswith("#") and h[1:] in set(ids) for h in hrefs)


def test_nothing_is_asked_for_and_nothing_runs(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//script|//link|//img|//iframe|//object|//embed|//form|//base|//@src|//@style")
    assert not [a for a in tree.xpath("//@*") if a.attrname.startswith("on")]
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = tree.xpath("//style")[0].text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_words_stay_words(page: str, tree: html.HtmlElement) -> None:
    assert "Keld &amp; &lt;co&gt;" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    shown = tree.xpath("//article[@class='report']//h3/text()")
    assert any(t.startswith("</script><img src=x onerror=alert(1)>") and "⟨U+202E⟩" in t for t in shown)


def test_no_withheld_name_is_anywhere_on_the_page(page: str) -> None:
    assert "mansour" not in page.lower()
    assert page.count("[name withheld]") >= 4
    open_page = render(make_desk(showcase.findings(), mask=False), "Keld", "g1")
    assert "Adel Mansour, a baker" in re.sub(r"<[^>]+>", "", open_page)
    assert "[name withheld" not in open_page


def test_a_sensitive_passage_is_folded_behind_neutral_words(tree: html.HtmlElement) -> None:
    (fold,) = tree.xpath("//article[@class='report']//details[@class='fold']")
    assert fold.xpath("string(summary)") == "describes injuries or bodies"
    assert "Charred bodies" in fold.text_content()
    assert not fold.xpath(".//@id")  # an anchor inside a fold could not be reached
    outside = "".join(tree.xpath("//article[@class='report']//text()[not(ancestor::details)]"))
    assert "Charred bodies" not in outside


def test_why_reports_are_one_incident_stands_with_the_words_it_rests_on(tree: html.HtmlElement) -> None:
    rests = tree.xpath("//article[@class='account']//a[@class='rests']")
    quotes = [a.text_content() for a in rests]
    assert "43 people were killed in Keld" in quotes
    assert "describes injuries or bodies" in quotes, "a graphic passage stays folded where it is a reason"
    reports = {a.get("href"): a.text_content() for a in rests}
    assert all(
        "43 people" in tree.get_element_by_id(h[1:]).text_content() for h, q in reports.items() if "43" in q
    )


def test_both_counts_denials_circles_series_and_the_unread_are_told(tree: html.HtmlElement) -> None:
    words = " ".join(tree.text_content().split())
    for told in (
        "2 to 4 origins speaking of it [2, 4]", "2 origins [2, 2]", "1 to 3 origins [1, 3]",
        "Looks corroborated; is not shown to be: 3 outlets carry it", "One source over time",
        "Lakeside News → Amsel Gazette → Lakeside News", "43 people against 9 people", "at least 1 origin",
        "a person: confirmed", "Not read: the reader does not know Arabic", "without Tamarin Monitor, 1 remains",
        "repeats Lakeside News", "no text was found", "sha256:abc",
    ):  # fmt: skip
        assert told in words, told
    denial = tree.get_element_by_id("a1-responsible-denied").text_content()
    assert "denied that its jets struck Keld" in denial


def test_a_statement_and_its_words_lead_to_one_another(tree: html.HtmlElement) -> None:
    value = tree.get_element_by_id("a1-killed-1")
    (anchor,) = {
        h
        for h in value.xpath(".//p[@class='to']/a/@href")
        if "43 people were killed in Keld" in tree.get_element_by_id(h[1:]).getnext().text_content()
    }
    ref = tree.get_element_by_id(anchor[1:])
    assert ref.get("href") == "#a1-killed-1"
    assert ref.getnext().tag == "mark"


def test_headings_landmarks_and_labels_are_there(tree: html.HtmlElement) -> None:
    assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1
    assert tree.xpath("//a[@class='skip']/@href") == ["#accounts"]
    assert tree.xpath("//nav/@aria-label")
    ids = set(tree.xpath("//@id"))
    assert all(i in ids for i in tree.xpath("//@aria-labelledby"))


def test_a_text_that_was_not_read_is_left_out_where_names_are_withheld(page: str) -> None:
    assert showcase.ARABIC not in page
    assert "no name in it could be withheld" in page
    clear = html.document_fromstring(render(make_desk(showcase.findings(), mask=False), "Keld", "g1"))
    (shown,) = clear.xpath("//div[@lang='ar']/div[@dir='auto']")
    assert shown.text_content().strip() == showcase.ARABIC


def test_equal_findings_give_equal_pages(page: str) -> None:
    assert render(make_desk(showcase.findings(), mask=True), "Keld & <co>", "g1") == page


@settings(max_examples=60)
@given(st.text(alphabet="abc \n\u202eא", min_size=1, max_size=60), st.data())
def test_each_character_is_shown_once_whatever_overlaps(text: str, data: st.DataObject) -> None:
    def spans(n: int) -> list[Span]:
        pairs = data.draw(
            st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=n)
        )
        return [Span.of(text, min(p), max(p)) for p in pairs if p[0] != p[1]]

    base = showcase.findings()
    rid = "r" * 64
    report = Report(rid, "x", text, "sha256:0", blocks=(Block(0, len(text), "body"),))
    persons = tuple(PersonName(rid, s, f"Name {i}", False, Reason("t", "t")) for i, s in enumerate(spans(2)))
    folds = tuple(Sensitive(rid, s, "describes") for s in spans(2))
    findings = type(base)(base.captures, (report,), (), base.sources, (), (), (), (), (), persons, folds)
    desk = make_desk(findings, mask=True)
    shown = "".join(p.text for para in paragraphs(desk, report, {}) for run in para.runs for p in run.pieces)
    assert shown == (visible(desk.mask.text(rid, text)) if text.strip() else "")
