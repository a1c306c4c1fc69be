"""Reports from records: what is read of a text, exact places, and nothing that raises."""

import json
import unicodedata
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.report import Record, Report
from whence.read.text import make_report

SHARED = Path(__file__).parents[2].parent / "shared"


def report(text: str = "", **fields: str) -> Report:
    return make_report(Record("", "sha256:0", "text/plain", text=text, label="x", **fields))


def page(html: str, **fields: str) -> Report:
    return report(html=html, **fields)


def kinds(made: Report) -> list[tuple[str, str]]:
    return [(b.kind, made.text[b.start : b.end]) for b in made.blocks]


def _check(made: Report) -> None:
    """Hold what every report must keep, whatever it was made of."""
    assert [b.start for b in made.blocks] == sorted(b.start for b in made.blocks)
    for one, two in zip(made.blocks, made.blocks[1:], strict=False):
        assert one.end <= two.start
    for block in made.blocks:
        assert 0 <= block.start < block.end <= len(made.text)
        assert made.text[block.start : block.end].strip() == made.text[block.start : block.end]
    for span in (*made.credit_spans, *((made.dateline,) if made.dateline else ())):
        assert made.text[span.start : span.end] == span.quote
    made.text.encode("utf-8")


_PIECES = st.sampled_from(
    ["\n", "\n\n", " ", ". ", "Ten died", "AFP", "-- Reuters", "KESRA (AFP) - ", "5 May 2021", "Read more:", "* item",
     "Support us", "> quote", "e\u0301", "(Source: X)", "\x00", "\ud800", "By Ana Moro", "“", "Tags:", "_â_",
     "© 2020 Kesra Daily"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    parts=st.lists(_PIECES | st.text(max_size=8), max_size=14),
    title=st.sampled_from(["", "Ten died", "5 May 2021"]),
)
def test_offsets_are_exact_whatever_the_text(parts: list[str], title: str) -> None:
    made = report("".join(parts), title=title, outlet="Kesra Daily")
    _check(made)
    covered = "".join(made.text[b.start : b.end] for b in made.blocks)
    lost = set("".join(made.text.split())) - set("".join(covered.split()))
    assert not {c for c in lost if c.isalnum()}


@settings(max_examples=80, deadline=None)
@given(data=st.text(alphabet=st.sampled_from("<>/p div=\"'abc&;!-\n") | st.characters(), max_size=200))
def test_offsets_are_exact_whatever_the_page(data: str) -> None:
    _check(page(data))


def test_the_title_goes_before_the_body_unless_the_body_says_it() -> None:
    made = report("A shell hit the market.\n\nTen people died.", title="Ten die in Kesra market")
    assert made.text == "Ten die in Kesra market\n\nA shell hit the market.\n\nTen people died."
    assert kinds(made)[0] == ("title", "Ten die in Kesra market")
    body = "Tue 4 May 2021 Ten die in Kesra's market. A shell hit the market on Monday."
    made = report(body, title="Ten die in Kesras market")
    assert made.text == body
    assert kinds(made) == [
        ("furniture", "Tue 4 May 2021"),
        ("title", "Ten die in Kesra's market"),
        ("body", "A shell hit the market on Monday."),
    ]
    assert str(made.published) == "2021-05-04"


def test_a_site_name_after_the_title_does_not_double_it() -> None:
    made = report(
        "Ten people die in Kesra market A shell hit it.", title="Ten people die in Kesra market - Kesra Daily"
    )
    assert [k for k, _ in kinds(made)] == ["title", "body"]


def test_paragraphs_headings_lists_and_quotes() -> None:
    text = (
        "Ten die in Kesra\n\nA shell hit the market and killed ten.\n\nMore shells\n\nA doctor told the"
        " radio:\n\nWe saw ten dead.\n\nHurt were:\n\n* two boys\n* a woman\n\n> Nobody helped us.\n\nThe army hid."
    )
    assert [k for k, _ in kinds(report(text))] == [
        "title", "body", "heading", "body", "quote", "body", "list", "list", "quote", "body",
    ]  # fmt: skip


def test_single_line_breaks_part_paragraphs_unless_wrapped_by_hand() -> None:
    lines = "The army shelled the market in Kesra on Monday.\nTen people died there, a doctor said.\nNobody was held."
    assert len(report(lines).blocks) == 3
    wrapped = "The army shelled the market in the old town of\nKesra on Monday, and ten people died there, as\na doctor"
    assert len(report(wrapped).blocks) == 1


def test_a_page_gives_its_paragraphs_without_its_furniture() -> None:
    long = (
        "A shell hit the market of the old town on Monday and ten people died, a doctor at the hospital said. "
        * 3
    )
    html = f"""<html><body><nav><a href=/>Home</a><a href=/w>World</a></nav><article><h1>Ten die in Kesra</h1>
    <p>{long}</p><h2>More shells</h2><p>{long}</p><blockquote>
    <p>Nobody helped us at all, said one of them.</p></blockquote>
    <ul><li>two boys from the old town</li><li>a woman</li></ul></article>
    <script>var x = "killed";</script></body></html>"""
    made = page(html, title="Ten die in Kesra")
    found = kinds(made)
    assert ("title", "Ten die in Kesra") in found
    assert ("quote", "Nobody helped us at all, said one of them.") in found
    assert [k for k, t in found if t == "More shells"] == ["heading"]
    assert "var x" not in made.text
    assert "Home" not in made.text


def test_a_short_page_is_read_whole() -> None:
    assert page("<p>Ten people died in Kesra &amp; Tal.</p>").text == "Ten people died in Kesra & Tal."
    assert page("<p>Ten <b>people</b> died.<p>Nobody came.").text.split("\n\n") == [
        "Ten people died.",
        "Nobody came.",
    ]


def test_deep_pages_are_read_without_a_tree() -> None:
    begun = perf_counter()
    made = page("<div>" * 100_000 + "<p>Ten people died in Kesra.</p>" + "</div>" * 100_000)
    assert made.text == "Ten people died in Kesra."
    assert perf_counter() - begun < 10


def test_elements_with_very_many_attributes_are_read_without_a_tree() -> None:
    begun = perf_counter()
    many = " ".join(f'a{i}="{i}"' for i in range(100_000))
    assert page(f"<p {many}>Ten people died in Kesra.</p>").text == "Ten people died in Kesra."
    assert perf_counter() - begun < 10


@pytest.mark.parametrize(
    "piece", ["<p>a</p>", "<a '", "<!--", "&#x", "<b", '<p title="', "a<br>", "<script>", "]]>"]
)
def test_hostile_pages_take_time_in_proportion(piece: str) -> None:
    begun = perf_counter()
    _check(page(piece * (600_000 // len(piece))))
    assert perf_counter() - begun < 20


@pytest.mark.parametrize(
    "piece", ["Ten died. ", "\n", "a", "AFP ", ".", "* a\n", "By ", "(", "Read more\n", "A "]
)
def test_hostile_texts_take_time_in_proportion(piece: str) -> None:
    begun = perf_counter()
    _check(report(piece * (1_000_000 // len(piece))))
    assert perf_counter() - begun < 20


def test_fifty_megabytes_of_one_line_are_read() -> None:
    begun = perf_counter()
    made = report("Ten people died in Kesra on Monday, a doctor said. " * (50 * 2**20 // 51))
    assert made.language == "en"
    assert perf_counter() - begun < 30


@pytest.mark.parametrize(
    ("text", "language", "unread"),
    [
        ("", "", "no text found"),
        ("123 -- 456", "", "no text found"),
        ("قتل عشرة أشخاص في غارة جوية على المدينة يوم الثلاثاء بحسب طبيب في المستشفى", "ar", "language ar"),
        (
            "Au moins dix personnes ont été tuées mardi dans le marché, selon un médecin de la ville.",
            "fr",
            "language fr",
        ),
        ("Ten people died in the market of the old town on Monday, a doctor said.", "en", ""),
        ("Ten died.", "en", ""),
    ],
)
def test_what_cannot_be_read_says_why(text: str, language: str, unread: str) -> None:
    made = report(text)
    assert made.language == language
    assert made.unread.startswith(unread)
    assert bool(made.unread) == bool(unread)


def test_a_mixed_text_goes_by_its_larger_part() -> None:
    english = "Ten people died in the market of the old town on Monday, a doctor said. " * 4
    assert report(english + "\n\nقتل عشرة أشخاص في غارة جوية على المدينة").unread == ""


def test_the_text_is_composed_and_broken_characters_are_shown() -> None:
    made = report("Cafe\u0301 hit.\r\nTwo\u00a0died\x07 there\u00ad, it was said \ud800.")
    assert made.text == "Café hit.\nTwo\u00a0died  there\u00ad, it was said \ufffd."


@given(
    parts=st.lists(
        st.sampled_from(
            ["Ten died. ", "\x80", "\x90_\xe2", "\u200b", "\u202e", "\u00ad", "\ufeff", "\n\n", "\x85", "é"]
        )
        | st.characters(
            exclude_categories=["Cs"], exclude_characters="".join(map(chr, (*range(9), *range(14, 32), 127)))
        ),
        max_size=20,
    )
)
def test_whatever_stands_in_the_source_stands_in_the_text(parts: list[str]) -> None:
    def bare(text: str) -> str:
        return "".join(unicodedata.normalize("NFC", text).split())

    source = "".join(parts)
    assert bare(report(source).text) == bare(source)


def test_a_report_is_known_by_its_own_bytes() -> None:
    one = make_report(Record("row:1", "sha256:a", "text/csv", text="Ten died."))
    two = make_report(Record("row:9", "sha256:a", "text/csv", text="Ten died.", label="other"))
    assert one.id == two.id
    assert one.id != make_report(Record("row:1", "sha256:b", "text/csv", text="Ten died.")).id


@pytest.mark.skipif(
    not (SHARED / "data/fakes/reports.jsonl").exists(), reason="the real reports are not here"
)
def test_real_reports_are_all_read_and_keep_their_places() -> None:
    for line in (SHARED / "data/fakes/reports.jsonl").read_text("utf-8").splitlines()[::10]:
        row = json.loads(line)
        made = report(row["text"], title=row["title"], outlet=row["outlet"], published=row["date"])
        _check(made)
        assert made.unread == ""
        assert made.published is not None
        furniture = sum(b.end - b.start for b in made.blocks if b.kind == "furniture")
        assert furniture < 0.8 * len(made.text)
        assert any(b.kind == "title" for b in made.blocks)
