"""Furniture is what a site says of itself; a sentence of news never is."""

from pathlib import Path

import pytest

from whence.model.report import Record, Report
from whence.read.text import make_report

SHARED = Path(__file__).parents[2].parent / "shared"
LEAD = "Ten die in Kesra\n\nA shell hit the market of the old town on Monday and killed ten people, a doctor said.\n\n"
LAST = "The army has denied that it fired on the town.\n\n"


def made(text: str) -> Report:
    return make_report(Record("", "sha256:0", "text/plain", text=text))


def furniture(text: str) -> list[str]:
    report = made(text)
    return [report.text[b.start : b.end] for b in report.blocks if b.kind == "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Support us",
        "Please donate today",
        "Subscribe to our newsletter",
        "Share this on Facebook",
        "Featured image via Wikimedia Commons",
        "Photo credit: Ana Moro",
        "Read more: Twenty die in Tal",
        "Also read: What we know of the siege",
        "Related articles",
        "Scroll to Top",
        "© 2021 Kesra Daily. All rights reserved",
        "Leave a comment",
        "Accept all cookies",
        "Tags: Kesra, market, army",
        "Click here to watch the video",
        "We rely on readers like you: please support our journalism with a monthly donation.",
        "( &",
    ],
)
def test_labels_and_appeals_are_furniture_wherever_they_stand(line: str) -> None:
    assert furniture(LEAD + line + "\n\n" + LAST.strip()) == [line]
    assert furniture(LEAD + LAST + line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Support us with weapons, the rebels told the envoy on Monday.",
        "We ask the people of Kesra to march on the town hall and to demand justice for the dead.",
        "The group said on its Telegram channel that it would follow the ceasefire.",
        "Share prices fell after the army shelled the port.",
        "Donations of blood were collected at the hospital for the wounded.",
        "You must help us, a woman shouted at the police as the injured were carried away.",
        "The video, posted on Facebook and YouTube, shows soldiers next to the bodies.",
        "The newspaper published 30 articles on the siege before its editor was arrested.",
        "Read out in court, the letter named the colonel.",
        "Related attacks killed four people in Tal on Sunday.",
        "Print shops were shut in the city as troops moved in.",
        "Photos of the blast were seen by three reporters, and the minister confirmed them.",
        "Nobody has claimed it.",
        "More on the ground is known of the second raid, officials said.",
    ],
)
def test_news_is_never_furniture(line: str) -> None:
    assert furniture(LEAD + line + "\n\n" + LAST.strip()) == []
    assert furniture(LEAD + LAST + line) == []


def test_an_appeal_takes_its_list_and_what_stands_among_it_along() -> None:
    tail = (
        "Support us\n\nWe need your help to go on with our work\n\nIf you join us for a small monthly contribution, you"
        " get:\n\n* a calmer page\n* a mug\n\nWith thanks to all our readers\n\nKesra Daily Support us"
    )
    report = made(LEAD + LAST + tail)
    assert "".join(k[0] for k in (b.kind for b in report.blocks)) == "tbb" + "f" * 7
    assert report.outlet == ""  # named but once
    again = made(LEAD + LAST + tail + "\n\nFollow Kesra Daily on Twitter")
    assert again.outlet == "Kesra Daily"


def test_furniture_on_the_same_line_as_the_report_is_cut_off() -> None:
    text = (
        "A shell hit the market of the old town on Monday and killed ten people, a doctor said. The army has denied"
        " that it fired on the town, besieged for a year. Related News Floods in Tal A new bridge | The vote"
        " Follow us on Twitter Privacy Policy"
    )
    assert furniture(text) == [text[text.index("Related News") :]]
    assert furniture(text[: text.index(" Related News")] + " M.K./Ana Moro") == ["M.K./Ana Moro"]


def test_a_tail_that_goes_on_telling_is_kept() -> None:
    text = (
        LEAD
        + "Read More than a dozen reports, the minister said, and you will know. He said that ten people had died."
    )
    assert furniture(text) == []


def test_a_text_of_nothing_but_labels_is_kept_as_text() -> None:
    report = made("Support us")
    assert [b.kind for b in report.blocks] == ["body"]


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [
        ("© 2021 The Kesra Daily. All rights reserved", "The Kesra Daily"),
        ("Copyright 2019-2021 Kesra Media Group", "Kesra Media Group"),
        ("Friends of Tal Coordination\n\nScroll to Top", "Friends of Tal Coordination"),
        ("© 2021 Kesra Daily\n\n© 2020 Tal Post", ""),
        ("Share this", ""),
    ],
)
def test_the_outlet_is_what_the_furniture_calls_itself(tail: str, outlet: str) -> None:
    assert made(LEAD + LAST + tail).outlet == outlet


@pytest.mark.skipif(not (SHARED / "data/seeds").exists(), reason="the seed texts are not here")
def test_the_real_texts_keep_their_reports_and_lose_their_furniture() -> None:
    paths = sorted((SHARED / "data/seeds").glob("0*.txt"))
    reports = [made(p.read_text("utf-8")) for p in paths]
    assert all(r.outlet for r in reports)
    for report in reports:
        last = max(i for i, b in enumerate(report.blocks) if b.kind != "furniture")
        assert last < len(report.blocks) - 1
        told = [report.text[b.start : b.end] for b in report.blocks if b.kind == "furniture"]
        assert not [t for t in told if "drone" in t or "missiles" in t or "SOHR" in t]
