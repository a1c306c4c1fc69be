"""Whose word a sentence without a speaker is: each report is about a fictional country."""

import sys
from types import FrameType

import pytest

from whence.model.report import Block, Report
from whence.model.statement import Count, Statement
from whence.read import inherit, rules
from whence.read.rules import RuleReader


def read(body: str) -> list[Statement]:
    text = f"News of the day\n\n{body}"
    blocks = (Block(0, 15, "title"), Block(17, len(text), "body"))
    found = Report("r", "r", text, "", title="News of the day", outlet="Veritas", blocks=blocks)
    return list(RuleReader().read(found))


def voices(body: str, number: int) -> list[str]:
    (found,) = [
        s
        for s in read(body)
        if isinstance(s.value, Count) and s.value.amount.lower == number and s.aspect == "killed"
    ]
    return [h.voice.name for h in found.hops]


def test_the_figure_that_a_source_gives_elsewhere_is_the_sources() -> None:
    body = "Nine people were killed in a raid on Velgrad on Monday. The monitor said nine people were killed there."
    assert {tuple(h.voice.name for h in s.hops) for s in read(body) if s.aspect == "killed"} == {
        ("The monitor",)
    }


def test_who_counts_more_than_the_report_has_told_is_not_its_source() -> None:
    body = "Gunmen killed 16 guards in a raid on Velgrad prison on Monday. An activist said 20 guards were killed."
    assert voices(body, 16) == []
    assert voices(body, 20) == ["An activist"]


def test_a_part_of_what_was_told_may_be_its_sources() -> None:
    body = "Sixteen guards were killed in a raid on Velgrad prison on Monday. An activist said nine guards were killed."
    assert voices(body, 16) == ["An activist"]


def test_who_denies_speaks_by_his_whole_phrase() -> None:
    body = (
        "A raid killed nine people in Velgrad on Monday."
        " The General Command of the Armed Forces denied that the army had bombed the town."
    )
    denials = [s for s in read(body) if s.stance == "denies"]
    assert {h.voice.name for s in denials for h in s.hops} == {"The General Command of the Armed Forces"}


def test_local_media_are_the_medium_that_the_report_names_next() -> None:
    body = (
        "Sixteen guards were killed in Velgrad on Monday, local media reported."
        " Vale Television said the fire was out. A witness said that smoke rose."
    )
    assert voices(body, 16) == ["Vale Television"]
    assert voices(body.replace("Vale Television", "The mayor"), 16) == ["local media"]


def test_the_one_voice_of_a_report_tells_what_opens_it() -> None:
    body = "Sixteen guards were killed in Velgrad on Monday. A police source said that the fire was out."
    assert voices(body, 16) == ["A police source"]
    assert voices(body + " Residents said that it rained.", 16) == []


def chain(body: str, number: int) -> list[str]:
    return [h.voice.refers or h.voice.name for s in read(body) if isinstance(s.value, Count) for h in s.hops
            if s.value.amount.lower == number]  # fmt: skip


def test_a_mediums_word_is_that_of_the_one_source_that_it_quotes() -> None:
    told = (
        "Sixteen guards were killed in Velgrad on Monday, NANA news agency reported. Rain fell in the north."
    )
    quoted = " NANA quoted a police source as saying that houses burned."
    assert chain(told + quoted, 16) == ["NANA news agency", "a police source"]
    assert chain(told, 16) == ["NANA news agency"]
    other = " NANA quoted a military source as saying that tanks left."
    assert chain(told + quoted + other, 16) == ["NANA news agency"]
    assert chain(told.replace(" Rain fell in the north.", "") + quoted + other, 16)[1:] == ["a police source"]


def test_who_denies_a_deed_lends_no_toll() -> None:
    body = "Sixteen guards were killed in a raid on Velgrad on Monday. The army denied the raid that killed 16 guards."
    assert {h.voice.name for s in read(body) if s.span.start < 60 for h in s.hops} == set()


def work(monkeypatch: pytest.MonkeyPatch, days: int) -> int:
    """How many calls the inheriting of voices makes for a report of `days` happenings, half of them attributed."""
    calls = 0

    def count(frame: FrameType, kind: str, _: object) -> None:
        nonlocal calls
        calls += kind in ("call", "c_call")

    def counted(*arguments: object) -> list[inherit.Voiced]:
        sys.setprofile(count)
        try:
            return inherit.inherit(*arguments)  # type: ignore[arg-type]
        finally:
            sys.setprofile(None)

    monkeypatch.setattr(rules, "inherit", counted)
    told = "A medic said {n} guards were killed in Velgrad. Some {m} farmers were killed there."
    read(" ".join(told.format(n=10 + i, m=1000 + i) for i in range(days)))
    return calls


def test_the_work_grows_with_the_report_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    few = work(monkeypatch, 40)
    assert few > 0
    assert work(monkeypatch, 160) < 6 * few
