"""Which reports tell one story: made-up news of a made-up country."""

from datetime import UTC, datetime

import pytest

from whence.link.stories import WEIGHTS, find_stories, make_profiles
from whence.model.finding import PersonName
from whence.model.report import Block, Report
from whence.model.span import Reason, Span
from whence.model.values import Interval


def report(name: str, title: str, body: str, day: str) -> Report:
    text = f"{title}\n\n{body}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 2, len(text), "body"))
    published = Interval.of_days(datetime.fromisoformat(day).replace(tzinfo=UTC))
    return Report(name, name, text, "", title=title, published=published, blocks=blocks)


def person(of: Report, name: str, *, public: bool = False) -> PersonName:
    start = of.text.index(name)
    return PersonName(of.id, Span.of(of.text, start, start + len(name)), name, public, Reason("", ""))


FILLER = [
    report("f1", "Harvest late in Orlan", "Farmers near the town of Pelo say rain delayed the harvest.", "2031-03-02"),
    report("f2", "Bridge opens", "The new bridge over the river Senna opened to traffic.", "2031-03-03"),
    report("f3", "School strike", "Teachers at a school in Dorvik walked out over unpaid wages.", "2031-03-04"),
]  # fmt: skip
NIGHT = report(
    "a", "Man shot dead at petrol station",
    "A man was shot dead at the Kestrel petrol station on Harbour Road in Veshara. "
    "Relatives named him as Tomas Rellin.",
    "2031-03-02",
)  # fmt: skip
COURT = report(
    "b", "Cousin admits killing",
    "A cousin of Tomas Rellin told the court in Veshara that he fired by mistake at the Kestrel station.",
    "2031-05-20",
)  # fmt: skip
OTHER = report(
    "c", "Man shot dead at petrol station",
    "A man was shot dead at a petrol station on Mill Lane in Arbo. Relatives named him as Piet Hask.",
    "2031-03-03",
)  # fmt: skip


def test_a_follow_up_months_later_is_told_by_the_person_it_names() -> None:
    pile = [NIGHT, COURT, OTHER, *FILLER]
    found = find_stories(pile, [person(r, "Tomas Rellin") for r in (NIGHT, COURT)])
    assert found.groups == (("a", "b"),)
    unnamed = find_stories(pile, [])
    assert found.scores["a", "b"].score - unnamed.scores["a", "b"].score == pytest.approx(
        WEIGHTS["persons"][0]
    )
    assert ("months apart", WEIGHTS["months apart"][0]) in found.scores["a", "b"].features


def test_two_like_happenings_of_one_week_stay_two() -> None:
    pile = [NIGHT, OTHER, *FILLER]
    names = [person(NIGHT, "Tomas Rellin"), person(OTHER, "Piet Hask")]
    assert find_stories(pile, names).groups == ()


def test_an_official_named_in_both_ties_nothing() -> None:
    named = [person(r, "Tomas Rellin", public=True) for r in (NIGHT, COURT)]
    pile = [NIGHT, COURT, OTHER, *FILLER]
    assert find_stories(pile, named).scores == find_stories(pile, []).scores


def test_the_reason_never_names_the_person() -> None:
    found = find_stories([NIGHT, COURT, OTHER, *FILLER], [person(r, "Tomas Rellin") for r in (NIGHT, COURT)])
    why = found.why("b", "a")
    assert why is not None
    assert "the same private persons" in why.words
    assert "Rellin" not in why.words
    assert why.evidence == ()
    assert found.why("a", "c") is None


def test_the_order_of_input_changes_nothing() -> None:
    pile = [NIGHT, COURT, OTHER, *FILLER]
    named = [person(r, "Tomas Rellin") for r in (NIGHT, COURT)]
    assert find_stories(pile, named) == find_stories(pile[::-1], named[::-1])


def test_titles_and_sentence_openers_are_no_names() -> None:
    (profile,) = make_profiles([NIGHT], [])
    assert {"kestrel", "harbour", "veshara"} <= set(profile.names)
    assert not {"man", "a", "relatives"} & set(profile.names)


def test_nothing_and_one_report_are_no_story() -> None:
    assert find_stories([], []).groups == ()
    assert find_stories([NIGHT], []).groups == ()


def test_kin_says_what_two_reports_of_one_story_share() -> None:
    pile = [NIGHT, COURT, OTHER, *FILLER]
    named = find_stories(pile, [person(r, "Tomas Rellin") for r in (NIGHT, COURT)])
    shared = find_stories(pile, []).kin
    assert {name for found in shared.values() for name in found} == {"one story", "own names"}
    assert named.kin == {("a", "b"): {**shared["a", "b"], "same persons": 1.0}}
