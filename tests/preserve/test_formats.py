"""Opening captures: fields found, and every kind of bad input named while the rest goes on."""

import json
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model.ids import digest
from whence.model.report import Record, Trouble
from whence.preserve.formats import SUFFIXES, media_type, open_records


def opened(data: bytes | str, name: str, **mapping: str) -> tuple[tuple[Record, ...], tuple[Trouble, ...]]:
    return open_records(data if isinstance(data, bytes) else data.encode(), name, mapping)


def one(data: bytes | str, name: str, **mapping: str) -> Record:
    records, troubles = opened(data, name, **mapping)
    assert not troubles
    (record,) = records
    return record


def codes(data: bytes | str, name: str, **mapping: str) -> list[str]:
    return [t.code for t in opened(data, name, **mapping)[1]]


def test_a_whole_file_is_labelled_by_its_stem_and_known_by_its_bytes() -> None:
    record = one("Ten died in Kesra.", "report.of.may.txt")
    assert (record.label, record.locator) == ("report.of.may", "")
    assert record.own_digest == digest(b"Ten died in Kesra.")
    assert record.text == "Ten died in Kesra."


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_nothing_in_a_file_raises(suffix: str, data: bytes) -> None:
    opened(data, "x" + suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("<>\"'=,;:\n{}[]-# ameta/") | st.characters(), max_size=200))
def test_no_text_raises(suffix: str, text: str) -> None:
    records, _ = opened(text.encode("utf-8", "surrogatepass"), "x" + suffix)
    for record in records:
        (record.text + record.html + record.title).encode("utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"text\x00\x01\x02\x03\x04\x05\x06", "binary"),
    ],
)
def test_binary_files_are_named_whatever_they_are_called(data: bytes, words: str) -> None:
    records, (trouble,) = opened(data, "report.txt")
    assert records == ()
    assert trouble.code == "unsupported"
    assert words in trouble.message
    assert "kept" in trouble.message


def test_empty_and_unknown_files_say_what_to_do() -> None:
    assert codes(b" \n\t ", "x.txt") == ["empty"]
    _, (trouble,) = opened("Ten died.", "x.rtf")
    assert trouble.code == "unsupported"
    assert ".jsonl" in trouble.hint


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("<!DOCTYPE html><html><p>a", "text/html"),
        ("From: a@b.example\nSubject: x\n\nbody", "message/rfc822"),
        ('{"id": "1", "text": "x"}\n', "application/jsonl"),
        ("just words", "application/octet-stream"),
    ],
)
def test_files_without_an_ending_are_known_by_their_first_bytes(data: str, kind: str) -> None:
    assert media_type("noending", data.encode()) == kind
    assert bool(opened(data, "noending")[0]) == (kind != "application/octet-stream")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zahl: über".encode("utf-8-sig"), "Zahl: über"),
        ("Zahl: über".encode("utf-16"), "Zahl: über"),
        ("plain words in wide letters".encode("utf-16-le"), "plain words in wide letters"),
        ("Ten died — “all” of them".encode(), "Ten died — “all” of them"),
    ],
)
def test_encodings_are_found(data: bytes, text: str) -> None:
    assert opened(data, "x.txt")[0][0].text == text


def test_unstated_and_mixed_encodings_are_noted_and_never_repaired_in_silence() -> None:
    latin = "Die Zahl der Toten ist höher, größer als zunächst für möglich gehalten wurde. " * 5
    records, troubles = opened(latin.encode("cp1252"), "x.txt")
    assert records[0].text == latin
    assert [t.code for t in troubles] == ["encoding"]
    mixed = ("für über " * 20).encode() + b"\xff" + b" end"
    records, troubles = opened(mixed, "x.txt")
    assert records[0].text.endswith("\ufffd end")
    assert [t.code for t in troubles] == ["encoding"]
    assert one("mojibake stays: Ã¼ber", "x.txt").text == "mojibake stays: Ã¼ber"


def test_front_matter_and_header_lines_become_fields() -> None:
    text = '---\ntitle: "Ten die in Kesra"\nsource: Kesra Daily\ndate: 2021-05-04\ntags: [a, b]\n---\nThe text.\n'
    record = one(text, "a.md")
    assert (record.title, record.outlet, record.published) == (
        "Ten die in Kesra",
        "Kesra Daily",
        "2021-05-04",
    )
    assert record.text.strip() == "The text."
    record = one("Outlet: Kesra Daily\nDate: 4 May 2021\nBy: Ana Moro\n\nThe text: it is here.\n", "a.txt")
    assert (record.outlet, record.published, record.byline) == ("Kesra Daily", "4 May 2021", "Ana Moro")
    assert record.text == "The text: it is here.\n"
    assert (
        one("origin: X\n\nBody", "a.txt", outlet="origin").text == "origin: X\n\nBody"
    )  # one line is no head
    assert one("---\norigin: X\n---\nBody", "a.md", outlet="origin").outlet == "X"


@pytest.mark.parametrize(
    "text", ["KESRA: ten died\nDate: unknown\n\nmore", "---\nnever closed\n\nx", "Date: today\n\nx", "a: b"]
)
def test_what_only_looks_like_a_head_stays_in_the_text(text: str) -> None:
    assert one(text, "a.txt").text == text


def test_markdown_is_reduced_to_its_words() -> None:
    text = "# Ten die #\n\nSee **the** [monitor](http://m.example/x_y_z) and ![a picture](p.png).\n\n> quoted\n\n* item"
    assert one(text, "a.md").text == "Ten die\n\nSee the monitor and a picture.\n\n> quoted\n\n* item"


PAGE = """<!doctype html><html><head><title>Ten die in Kesra &amp; beyond | Kesra Daily</title>
<meta property="og:site_name" content="Kesra Daily"><meta name=author content='Ana Moro'>
<meta content="2021-05-04T10:00:00+02:00" property="article:published_time">
<link rel="canonical" href="https://kesra.example/a?b=1&amp;c=2"></head><body><p>Ten died.</p></body></html>"""


def test_a_page_tells_its_fields() -> None:
    record = one(PAGE, "a.html")
    assert record.title == "Ten die in Kesra & beyond"
    assert (record.outlet, record.byline) == ("Kesra Daily", "Ana Moro")
    assert record.published == "2021-05-04T10:00:00+02:00"
    assert record.url == "https://kesra.example/a?b=1&c=2"
    assert record.html == PAGE


def test_linked_data_tell_what_the_head_does_not() -> None:
    article = {
        "@type": "ReportageNewsArticle",
        "headline": "Ten die",
        "datePublished": "2021-05-04",
        "author": [{"name": "Ana Moro"}, {"name": "Bo Lind"}],
        "publisher": {"@type": "Organization", "name": "Kesra Daily"},
    }
    for data in (article, [article], {"@graph": [{"@type": "WebSite"}, article]}):
        page = f'<script type="application/ld+json">{json.dumps(data)}</script><p>x</p>'
        record = one(page, "a.html")
        assert (record.title, record.outlet, record.published) == ("Ten die", "Kesra Daily", "2021-05-04")
        assert record.byline == "Ana Moro, Bo Lind"


def test_a_page_in_the_encoding_it_declares() -> None:
    page = '<meta charset="windows-1251"><p>Погибли люди</p>'.encode("cp1251")
    assert "Погибли" in opened(page, "a.html")[0][0].html


MAIL = """From: "Kesra Monitor" <news@kesra.example>
Date: Tue, 04 May 2021 10:00:00 +0200
Subject: =?utf-8?b?VGVuIGRpZWQg4oCTIHVwZGF0ZQ==?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=XX

--XX
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Ten died in K=E9sra.
--XX
Content-Type: application/pdf
Content-Disposition: attachment; filename="list of dead.pdf"

JVBERi0=
--XX
Content-Type: message/rfc822

From: someone@else.example

inner text
--XX--
"""


def test_a_message_tells_its_fields_and_names_what_it_carries() -> None:
    (record,), troubles = opened(MAIL, "a.eml")
    assert record.text == "Ten died in Késra."
    assert (record.outlet, record.title) == ("Kesra Monitor", "Ten died – update")
    assert record.published == "Tue, 04 May 2021 10:00:00 +0200"
    assert [t.code for t in troubles] == ["attachment", "attachment"]
    assert "list of dead.pdf" in troubles[0].message


def test_a_message_with_a_stub_of_text_is_read_as_html() -> None:
    text = MAIL.replace("application/pdf", "text/html").replace(
        'Content-Disposition: attachment; filename="list of dead.pdf"\n', ""
    )
    assert one(text.split("--XX\nContent-Type: message")[0] + "--XX--", "a.eml").html == "JVBERi0="


def test_deeply_nested_messages_are_bounded() -> None:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(5000))
    records, troubles = opened("From: a@b.example\n" + head + "\nTen died.", "a.eml")
    assert len(records) == 1
    assert [t.code for t in troubles] in (["damaged"], [])


ROWS = [
    {"id": "a", "outlet": "Kesra Daily", "text": "Ten died."},
    {"id": "b", "text": "Nine died.", "title": "T"},
]


def jsonl(rows: list[object]) -> str:
    return "".join(json.dumps(r) + "\n" for r in rows)


def test_a_feed_gives_a_record_a_row() -> None:
    records, troubles = opened(jsonl(list(ROWS)), "feed.jsonl")
    assert troubles == ()
    assert [(r.label, r.locator, r.text) for r in records] == [
        ("a", "row:1", "Ten died."),
        ("b", "row:2", "Nine died."),
    ]


def test_a_row_is_known_by_its_own_bytes_alone() -> None:
    first = opened(jsonl([ROWS[0]]), "feed.jsonl")[0][0].own_digest
    turned = {k: ROWS[0][k] for k in reversed(ROWS[0])}
    later = opened(jsonl([ROWS[1], turned]), "other.jsonl")[0][1]
    assert later.own_digest == first
    assert later.locator == "row:2"


def test_fields_of_other_names_are_mapped_and_a_missing_text_says_how() -> None:
    row = {"unit": 7, "Article": "Ten died.", "meta": {"x": 1}}
    record = one(jsonl([row]), "f.jsonl", id="unit", text="article")
    assert (record.label, record.text) == ("7", "Ten died.")
    _, (trouble,) = opened(jsonl([row]), "f.jsonl")
    assert trouble.code == "no-text"
    assert "Article" in trouble.message
    assert "--map" in trouble.hint


def test_bad_lines_are_named_by_row_and_the_rest_goes_on() -> None:
    deep = "[" * 100_000
    text = (
        jsonl([ROWS[0]])
        + f'nonsense\n[1]\n\n{deep}\n{{"id": "e", "text": ""}}\n'
        + '{"id": "g", "text": "cut'
    )
    records, troubles = opened(text, "f.jsonl")
    assert [r.label for r in records] == ["a"]
    assert [(t.where, t.code) for t in troubles] == [
        ("f.jsonl row 2", "bad-row"),
        ("f.jsonl row 3", "bad-row"),
        ("f.jsonl row 5", "bad-row"),
        ("f.jsonl row 6", "no-text"),
        ("f.jsonl row 7", "truncated"),
    ]


def test_double_ids_nul_and_half_characters_lose_no_row() -> None:
    text = '{"id":"a","text":"x\\u0000y"}\n{"id":"a","text":"lone \\ud800 half"}\n'
    records, troubles = opened(text, "f.jsonl")
    assert [r.text for r in records] == ["x\ufffdy", "lone \ufffd half"]
    assert [t.code for t in troubles] == ["damaged", "duplicate-id"]


def test_very_many_bad_rows_are_counted_not_listed() -> None:
    _, troubles = opened("x\n" * 5000, "f.jsonl")
    assert len(troubles) <= 1002
    assert troubles[-1].code == "more"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables_of_every_delimiter(mark: str) -> None:
    text = 'id;outlet;text\n1;Kesra Daily;"Ten; died\nin two lines"\n2;;Nine died\n'.replace(";", mark)
    records = opened(text, "f.csv")[0]
    assert [r.label for r in records] == ["1", "2"]
    assert records[0].text == f"Ten{mark} died\nin two lines"
    assert records[0].outlet == "Kesra Daily"


def test_a_row_of_a_table_is_known_by_its_own_cells() -> None:
    short = opened("id,text\n1,Ten died\n", "f.csv")[0][0]
    long = opened("id,text\n0,None died\n1,Ten died\n", "f.csv")[0][1]
    assert short.own_digest == long.own_digest


def test_ragged_rows_are_named() -> None:
    text = "id,text,title\n1,Ten died,T\n2,Nine, or ten, died,T\n3,Eight died\n"
    records, troubles = opened(text, "f.csv")
    assert [r.label for r in records] == ["1", "3"]
    assert [(t.where, t.code) for t in troubles] == [("f.csv row 2", "ragged"), ("f.csv row 3", "ragged")]


def test_a_quote_that_never_closes_costs_its_own_row_alone() -> None:
    text = 'id,text\n1,Ten died\n2,"Nine died\n3,Eight died\n4,Seven died'
    records, troubles = opened(text, "f.csv")
    assert [r.label for r in records] == ["1", "3", "4"]
    assert [(t.where, t.code) for t in troubles] == [("f.csv row 2", "truncated")]


def test_tables_without_a_text_column_or_rows() -> None:
    assert codes("a,b\n1,2\n", "f.csv") == ["no-text"]
    assert opened("id,text\n", "f.csv") == ((), ())
    assert codes("id,id,text\n1,2,x\n", "f.csv") == ["bad-row"]


def test_a_huge_cell_is_read() -> None:
    assert len(one("id,text\n1," + "x" * 300_000, "f.csv").text) == 300_000


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".eml", ".csv", ".jsonl"])
@pytest.mark.parametrize(
    "piece", ["a" * 7, "<meta ", '"', "[a](", "{", "* ", 'a,\n"', "<title>", " ", "--\n", "\u00e9"]
)
def test_time_grows_with_length_alone(suffix: str, piece: str) -> None:
    data = ("x" + piece * (400_000 // len(piece))).encode()
    begun = perf_counter()
    opened(data, "x" + suffix)
    assert perf_counter() - begun < 10


def test_fifty_megabytes_of_one_line_are_opened() -> None:
    data = b"Ten people died in Kesra. " * (50 * 2**20 // 26)
    begun = perf_counter()
    assert one(data, "x.txt").text
    assert perf_counter() - begun < 20


def test_a_mark_of_byte_order_before_a_later_line_is_passed_over() -> None:
    line = '{"id": "%s", "text": "Ten died in Kesra."}\n'
    records, troubles = opened("\ufeff" + line % "a" + "\ufeff" + line % "b", "x.jsonl")
    assert [r.label for r in records] == ["a", "b"]
    assert not troubles


def test_fields_named_twice_are_told() -> None:
    records, troubles = opened('{"id": "a", "text": "Ten died.", "text": "Two died."}\n', "x.jsonl")
    assert [r.text for r in records] == ["Two died."]
    assert [(t.code, "text" in t.message) for t in troubles] == [("bad-row", True)]


def test_numbers_beyond_all_measure_are_text() -> None:
    row = '{"id": %s, "text": "Ten died.", "n": NaN, "m": -Infinity, "x": 1e999999}\n'
    (record,), troubles = opened(row % ("9" * 5000), "x.jsonl")
    assert record.label.startswith("999")
    assert not troubles


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html"])
def test_nul_characters_are_shown_and_told(name: str) -> None:
    (record,), troubles = opened(b"Ten died in Kes\0ra on Monday.", name)
    assert "Kes\ufffdra" in (record.text or record.html)
    assert [t.code for t in troubles] == ["encoding"]


def test_the_printed_byline_goes_before_the_bare_name() -> None:
    page = '<meta name="author" content="Ana Moro"><p class="byline top">By %s</p><p>Ten died.</p>'
    assert (
        one(page % "Ana Moro (Kesra Daily and Orsa Wire)", "x.html").byline
        == "Ana Moro (Kesra Daily and Orsa Wire)"
    )
    assert one(page % "our staff", "x.html").byline == "Ana Moro"
