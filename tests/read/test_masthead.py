"""The lines above a plain text: outlet, date and byline are read from them, and the headline is the title."""

import pytest

from whence.model.report import Record, Report
from whence.preserve.formats import open_records
from whence.read.text import make_report

BODY = "A shell hit the market of the old town on Monday and killed ten people, a doctor told reporters."


def made(text: str, **fields: str) -> Report:
    return make_report(Record("", "sha256:0", "text/plain", text=text, **fields))


def said(report: Report) -> tuple[str, str, str]:
    return report.outlet, str(report.published or ""), report.title


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("Kesra Daily\n4 May 2021\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("Kesra Daily\n\n4 May 2021\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("KESRA DAILY\nTuesday, 4 May 2021\nShell hits market\n\n", "KESRA DAILY", "Shell hits market"),
        ("Free Talia\nMay 4, 2021\n\nShell hits market\n\n", "Free Talia", "Shell hits market"),
        ("4 May 2021\nKesra Daily\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("Kesra Daily | 4 May 2021\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("Kesra Daily, 4 May 2021\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("Shell hits market\nKesra Daily - 4 May 2021\n\n", "Kesra Daily", "Shell hits market"),
        ("Kesra Daily\n4 May 2021\nBy Ana Moro\n\nShell hits market\n\n", "Kesra Daily", "Shell hits market"),
        ("Shell hits market\n4 May 2021\n\n", "", "Shell hits market"),
        ("Shell Hits Kesra Market\n4 May 2021\n\n", "", "Shell Hits Kesra Market"),
        ("Orsa, 4 May 2021\n\nShell hits market\n\n", "", "Shell hits market"),
    ],
)
def test_a_masthead_gives_outlet_and_day_and_leaves_the_headline(head: str, outlet: str, title: str) -> None:
    report = made(head + BODY + "\n\n" + "The army denied it.")
    assert said(report) == (outlet, "2021-05-04", title)
    kinds = {report.text[b.start : b.end]: b.kind for b in report.blocks}
    assert kinds[title] == "title"
    assert [k for t, k in kinds.items() if "2021" in t] == ["furniture"]
    assert kinds[BODY] == "body"


def test_the_container_s_outlet_goes_first_and_the_printed_date() -> None:
    report = made(
        f"Kesra Daily\n4 May 2021\n\nShell hits market\n\n{BODY}", outlet="Tal Post", published="2021-05-06"
    )
    assert said(report) == ("Tal Post", "2021-05-04", "Shell hits market")


def test_one_paragraph_below_a_headline_is_a_body() -> None:
    report = made(f"Kesra Daily\n4 May 2021\n\nShell hits market\n\n{BODY}")
    assert [b.kind for b in report.blocks] == ["furniture", "furniture", "title", "body"]


def test_a_date_inside_a_sentence_is_no_masthead() -> None:
    report = made(f"On 4 May 2021 the market was hit.\n\n{BODY}\n\nThe army denied it.")
    assert report.outlet == ""
    assert report.published is None


def test_a_telex_names_its_agency_and_day() -> None:
    report = made(f"TAL, Talia, 4 May 2021 (Orsa Press Agency) -\n\n{BODY}")
    assert said(report) == ("Orsa Press Agency", "2021-05-04", "")
    assert report.credits == ("Orsa Press Agency",)
    assert [b.kind for b in report.blocks] == ["furniture", "body"]
    assert made(f"TAL, 4 May 2021 (OPA) - {BODY}").outlet == "OPA"
    assert made(f"TAL, Talia (Orsa Press Agency) - {BODY}", outlet="Kesra Daily").outlet == "Kesra Daily"


def test_header_lines_become_fields() -> None:
    data = (
        f"Outlet: Kesra Daily\nDate: 4 May 2021\nTitle: Shell hits market\nBy: Ana Moro\n\n{BODY}\n".encode()
    )
    (record,), _ = open_records(data, "x.txt", {})
    report = make_report(record)
    assert said(report) == ("Kesra Daily", "2021-05-04", "Shell hits market")
    assert report.byline == "Ana Moro"
