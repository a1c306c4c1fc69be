"""Who tells of a deed has not done it, whom a denier blames he does not acquit, and who is told is not counted."""

import pytest
from friday import read

from whence.model.statement import OF_REPORTS, Count, Culprit


def blamed(text: str) -> dict[str, str]:
    return {s.value.actor: s.stance for s in read(text) if isinstance(s.value, Culprit)}


def counted(text: str) -> list[tuple[str, int | None, int | None, str]]:
    found = [(s.aspect, s.value) for s in read(text)]
    return sorted((a, v.amount.lower, v.amount.upper, v.group) for a, v in found if isinstance(v, Count))


@pytest.mark.parametrize(
    "text",
    [
        "The army was behind a gas attack in Harrow that the rebels claim killed hundreds, the ministry said.",
        "Rebel groups have accused the army of firing gas shells at Harrow and killing as many as 130 people.",
        "The rebels have blamed the army for shelling Harrow on Monday, killing ten people.",
    ],
)
def test_who_tells_of_a_deed_has_not_done_it(text: str) -> None:
    assert list(blamed(text)) == ["government"]


def test_who_did_something_else_first_still_did_it() -> None:
    assert "rebels" in blamed("The rebels took the village of Harrow on Monday, killing ten people.")


@pytest.mark.parametrize(
    "text",
    [
        "Vostia denies involvement, and suggests that rebels were responsible for the attack on Harrow.",
        "The army denied any involvement however blaming the rebels for the attack on Harrow that killed ten people.",
        "The army denied the charge saying the rebels were behind the attack on Harrow that killed ten people.",
    ],
)
def test_whom_a_denier_blames_he_does_not_acquit(text: str) -> None:
    assert blamed(text)["rebels"] == "states"


def test_what_a_denier_says_of_a_depot_is_not_denied() -> None:
    told = read("The rebels denied any responsibility saying army air strikes hit a depot in Harrow.")
    assert [s.stance for s in told if s.aspect == "damage"] == ["states"]


def test_a_denial_without_more_stays_one() -> None:
    assert (
        blamed("The army denied on Monday that the army was behind the attack on Harrow.")["government"]
        == "denies"
    )


@pytest.mark.parametrize("verb", ["surpassed", "exceeded", "surpasses"])
def test_what_is_surpassed_is_a_lower_end(verb: str) -> None:
    assert counted(f"The death toll of the attack in Harrow {verb} 130 people.") == [
        ("killed", 130, None, "people")
    ]


def test_who_carries_the_dead_is_not_among_them() -> None:
    assert counted("A father carried his dead girl out of the clinic in Harrow.") == []
    assert counted("A father lay dead in the clinic in Harrow.") == [("killed", 1, 1, "fathers")]


def test_who_is_told_of_a_toll_is_not_counted() -> None:
    text = (
        "The death toll was confirmed to a NANA correspondent after the bombing in Harrow killed ten people."
    )
    assert counted(text) == [("killed", 10, 10, "people")]


def test_who_brings_relief_is_not_the_monitor_that_was_named() -> None:
    text = (
        "The raids killed 20 people, the humanitarian organisation said. The Vale Observatory said planes hit Harrow. "
        "“Twenty people died,” the Lake Relief Society said."
    )
    voices = {
        h.voice.refers for s in read(text) for h in s.hops if h.voice.name == "the humanitarian organisation"
    }
    assert voices == {"Lake Relief Society"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry is looking into reports that ten people were killed in Harrow on Monday.",
        "The Council said it seeks clarity on reports suggesting that shells killed ten people in Harrow.",
        "The envoy was shocked by reports that ten people were killed in Harrow, his office said.",
    ],
)
def test_who_speaks_of_reports_does_not_make_them(text: str) -> None:
    told = [s for s in read(text) if isinstance(s.value, Count)]
    assert told
    assert all(s.stance == "hedges" and any(r.rule == OF_REPORTS for r in s.reasons) for s in told)


def test_what_is_only_reported_is_hearsay_of_another_kind() -> None:
    told = read("It was reported that ten people were killed in Harrow on Monday.")
    assert not any(r.rule == OF_REPORTS for s in told for r in s.reasons)


def test_who_cannot_tell_which_of_two_did_it_says_so_himself() -> None:
    told = read(
        "The Vale Observatory could not determine whether the strikes were by the army or by Marlandic jets."
    )
    assert not any(r.rule == OF_REPORTS for s in told for r in s.reasons)
