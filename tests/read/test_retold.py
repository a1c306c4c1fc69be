"""Figures told twice in one report, through the whole reader: invented reports from an invented country."""

import pytest

from whence.model.report import Record, Report
from whence.model.span import Reason
from whence.model.statement import Count, Hop, Statement, Voice
from whence.read.claims import find_counts
from whence.read.draft import Draft
from whence.read.inherit import Voiced
from whence.read.retold import without_retellings
from whence.read.rules import RuleReader
from whence.read.text import make_report

MONITOR = Hop(Voice("the Kesra Monitor", "named"), "states", Reason("beside", "its words stand beside it"))


def killed(title: str, *paragraphs: str) -> list[Statement]:
    text = "\n\n".join((title, *paragraphs))
    report = make_report(
        Record(
            "", "sha256:0", "text/plain", text=text, title=title, outlet="Kesra Daily", published="2031-06-03"
        )
    )
    return [s for s in RuleReader().read(report) if s.aspect == "killed" and isinstance(s.value, Count)]


def figures(found: list[Statement]) -> list[tuple[int | None, str, str]]:
    return [
        (s.value.amount.lower, s.value.group, s.hops[-1].voice.name if s.hops else "")
        for s in found
        if isinstance(s.value, Count)
    ]


def test_a_recap_with_another_word_for_the_same_people_is_no_second_toll() -> None:
    found = killed(
        "Raid on Velgrad",
        "An air raid on the town of Velgrad killed 14 members of the Sun Brigade on Monday, the Kesra Monitor said.",
        "The bodies of the 14 fighters were buried in Velgrad, the Kesra Monitor said.",
    )
    assert [f[:2] for f in figures(found)] == [(14, "members")]
    again = [r for r in found[0].reasons if r.rule == "told again"]
    assert len(again) == 1
    assert "14 fighters" in again[0].evidence[0].span.quote


def test_a_further_figure_of_the_same_size_is_told_apart() -> None:
    found = killed(
        "Raids on Velgrad",
        "An air raid on the town of Velgrad killed 14 soldiers on Monday, the Kesra Monitor said.",
        "Another 14 guards were killed in the town of Velgrad, the Kesra Monitor said.",
    )
    assert [f[:2] for f in figures(found)] == [(14, "soldiers"), (14, "guards")]


def test_two_sources_for_one_figure_stay_two() -> None:
    found = killed(
        "Raid on Velgrad",
        "An air raid on the town of Velgrad killed 14 fighters on Monday, the Kesra Monitor said.",
        "The Namari army said it had killed 14 militants in the raid on Velgrad.",
    )
    assert len({voice for _, _, voice in figures(found)}) == 2


def _told(report: Report, sourced: str, bare: str) -> list[Voiced]:
    """Two tellings of one figure, whose words stand in `report`: the first with a source, the second without."""
    found = []
    for number, (words, hops) in enumerate(((sourced, (MONITOR,)), (bare, ()))):
        start = report.text.index(words)
        (claim,) = find_counts(report.text, start, start + len(words))
        place = (claim.group.start, claim.group.end, number, "count")
        found.append(Voiced(Draft(claim.start, claim.end, claim.aspect, claim.count, *place), hops))
    return found


@pytest.mark.parametrize(
    ("bare", "scenes", "left"),
    [
        ("The raid left dozens of people dead.", {0: 0, 1: 0}, 1),
        ("The raid left dozens of people dead.", {0: 0, 1: 1}, 2),  # of another happening
        ("The raid left dozens of farmers dead.", {0: 0, 1: 0}, 2),  # of others
    ],
)
def test_a_figure_without_a_source_is_told_again_by_a_source_of_its_happening(
    bare: str, scenes: dict[int, int], left: int
) -> None:
    sourced = "Dozens of people were killed in the raid."
    report = Report("r", "", f"{sourced} {bare}", "", language="en")
    kept = without_retellings(report, _told(report, sourced, bare), scenes)
    assert len(kept) == left
    assert [r.rule for r in kept[0].reasons] == ["told again"] * (2 - left)


def test_small_figures_repeat_by_chance() -> None:
    found = killed(
        "Raids on Velgrad",
        "Shells killed two soldiers in the town of Velgrad on Monday, the Kesra Monitor said.",
        "A mine killed two people in the town of Velgrad, the Kesra Monitor said.",
    )
    assert [f[:2] for f in figures(found)] == [(2, "soldiers"), (2, "people")]


def test_a_headline_that_adds_up_several_happenings_is_no_toll_of_one() -> None:
    found = killed(
        "Ten killed in attacks on Velgrad and Marsk",
        "Four people were killed by shells in the town of Velgrad on Monday, a police source said.",
        "On Saturday six people were killed by a car bomb in the town of Marsk, a police source said.",
    )
    assert {f[0] for f in figures(found)} == {4, 6}


def test_a_headline_whose_figure_the_body_does_not_add_up_to_stays() -> None:
    found = killed(
        "Eleven killed in attacks on Velgrad and Marsk",
        "Four people were killed by shells in the town of Velgrad on Monday, a police source said.",
        "On Saturday six people were killed by a car bomb in the town of Marsk, a police source said.",
    )
    assert {f[0] for f in figures(found)} == {4, 6, 11}
