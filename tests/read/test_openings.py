"""One-paragraph reports: what runs into the first sentence, or stands between sentences, is cut from them."""

import pytest

from whence.model.report import Record, Report
from whence.read.text import make_report

LEDE = "A shell hit the market of the old town on Monday and killed ten people, a doctor told reporters."
REST = "The army denied on Tuesday that it had fired at all, and the mayor asked for calm in the town."


def made(text: str, title: str = "Ten die in Kesra market") -> Report:
    return make_report(Record("", "sha256:0", "text/plain", text=text, title=title, outlet="Kesra Daily"))


def pieces(report: Report) -> list[tuple[str, str]]:
    return [(b.kind, report.text[b.start : b.end]) for b in report.blocks if b.kind != "title"]


@pytest.mark.parametrize(
    ("glued", "kind"),
    [
        ("(updated 0915 03.05.2021) Get short URL 0 77", "furniture"),
        ("Get short URL 91", "furniture"),
        ("World 1110 02.06.2021Get short URL Topic War in the North (17) 0 8", "furniture"),
        ("Print Tweet Views 458", "furniture"),
        ("2037 UTC+3", "furniture"),
        ("SEND https://kesra.example/9x2W", "furniture"),
        ("Ana Moro.", "furniture"),
        ("A man walks past burning tyres in Kesra, May 4 2021 (Orsa Photo)", "caption"),
    ],
)
def test_what_is_glued_to_the_lede_is_cut_off(glued: str, kind: str) -> None:
    assert pieces(made(f"{glued} {LEDE} {REST}")) == [(kind, glued), ("body", f"{LEDE} {REST}")]


@pytest.mark.parametrize(
    "text",
    [
        f"Ten Die. {LEDE}",
        f"The Army Denied. {LEDE}",
        f"{LEDE} He had tweeted https links. {REST}",
        f"At 2037 hours a rocket fell on the town, and two died (Orsa and Tal were hit as well). {REST}",
        f"{LEDE} Tags were found on the bodies of the dead soldiers. {REST}",
        f"{LEDE} Writing by candle light, she said ten had died. {REST}",
        f"{LEDE} The © sign stood on the film that showed the dead. {REST}",
    ],
)
def test_a_report_is_not_cut(text: str) -> None:
    assert pieces(made(text)) == [("body", text)]


def test_a_standfirst_said_twice_is_a_paragraph_of_its_own() -> None:
    standfirst = LEDE.rstrip(".")
    report = made(f"{standfirst} {LEDE} {REST}")
    assert pieces(report) == [("body", standfirst), ("body", f"{LEDE} {REST}")]


def test_tags_after_a_standfirst_end_where_a_sentence_opens() -> None:
    report = made(f"{LEDE} Tags Kesra Northern Front Tal {REST}")
    assert pieces(report) == [("body", LEDE), ("furniture", "Tags Kesra Northern Front Tal"), ("body", REST)]


def test_captions_between_sentences_are_captions() -> None:
    caption = "© OPA Photo Ana Moro Kesra Market Reopens After Shelling of Old Town"
    assert pieces(made(f"{LEDE} {caption} {REST}")) == [("body", LEDE), ("caption", caption), ("body", REST)]
    assert pieces(made(f"{LEDE} {REST} {caption}"))[-1] == ("caption", caption)


def test_who_wrote_it_is_no_sentence() -> None:
    signed = "Reporting by Ana Moro in Orsa; Additional reporting by Ben Tal; editing by Eva Lind"
    assert pieces(made(f"{LEDE} {REST} {signed}")) == [("body", f"{LEDE} {REST}"), ("furniture", signed)]


def test_wrecks_at_the_edges_of_a_paragraph_are_cut_off() -> None:
    wreck = "_\x90_\xe2\x90\x90_\xe2"
    report = made(f"{wreck} {LEDE} {wreck}\n\n{REST}")
    assert [t for k, t in pieces(report) if k == "body"] == [LEDE, REST]


def test_the_name_of_the_site_after_the_title_is_cut_off() -> None:
    title = "Ten people die in Kesra market | Kesra Daily"
    report = made(
        f"Last updated 4 May 2021 Ten people die in Kesra market_\xbe | Kesra Daily - {LEDE}", title
    )
    assert [t for k, t in pieces(report) if k == "body"] == [LEDE]


def test_tags_after_the_report_are_cut_off() -> None:
    assert pieces(made(f"{LEDE} {REST} Tags shelling Kesra Northern Front"))[-1] == (
        "furniture",
        "Tags shelling Kesra Northern Front",
    )
