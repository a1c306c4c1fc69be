"""Who holds a public office, told with and without the commas that archives lose; in doubt a name stays private."""

import pytest

from whence.model.report import Report
from whence.read.persons import find_persons

PUBLIC = [
    "The provincial governor of Harrow Samira Dallo told reporters that the bridge was gone.",
    "Health director for Harrow Samira Dallo said five had died.",
    "Director of Harrow Health Directorate Dr. Samira Dallo said five had died.",
    "Minister of health in the Vesharan interim government Samira Dallo said five had died.",
    "Secretary-General of the Lake Coalition Samira Dallo sent a letter to the rescuers.",
    "Nobody claimed the blast but Samira Dallo a spokeswoman for the Dawn of Lakes militant group denied it.",
    '"We saw it" said Samira Dallo a Member of Parliament for Dorn.',
    '"It is a crime" Samira Dallo Executive Director of the World Water Office said.',
    "Samira Dallo the governor of Dorn a district by the lake told the Harrow Gazette that four had died.",
    "Samira Dallo, a spokeswoman for the Lake Front, said nobody was hurt.",
    "The shell killed Samira Dallo, a commander of the Lake Front, on Monday.",
    "The raid killed Samira Dallo a field commander of the Lake Front and two guards.",
    "Judge Samira Dallo ordered his release.",
    "A spokeswoman for the Civil Defence Samira Dallo said six were under the rubble.",
    "Four died according to the mayor of Upper Dorn Samira Dallo.",
    "The governor, Samira Dallo, said five had died.",
    "They met Samira Dallo, the Lake Council's vice-president, on Monday.",
    "They met Samira Dallo, a ministry of defence spokeswoman, on Monday.",
    "Samira Dallo, 54, director general of the health ministry, said five had died.",
    "Samira Dallo, who heads the Lake Front, denied it.",
    "The foreign ministers of Dorn and Velky, Adel Karim and Samira Dallo, met.",
]
PRIVATE = [
    "Samira Dallo a local activist said regime forces shelled Dorn.",
    "Samira Dallo a nurse said five had died.",
    "Samira Dallo a leader of the strike said five had died.",
    "Samira Dallo a local official in Dorn said five had died.",
    "Samira Dallo, the head of the Civil Defence in Dorn, said five had died.",
    "Civil defence official Samira Dallo said five had died.",
    "Samira Dallo director of the field hospital said five had died.",
    "Head of the Dorn Media Center Samira Dallo said that the town was lost.",
    "Samira Dallo, head nurse in eastern Harrow, said five had died.",
    "Samira Dallo a general practitioner of Upper Dorn said five had died.",
    "The shell killed Samira Dallo the head of the council said.",
    "The shell killed Samira Dallo, the head of the council said.",
    "The raid killed Samira Dallo a spokesman for the army said on Monday.",
    "According to the director of the Lake Observatory Samira Dallo was among the dead.",
    "According to the director of the Lake Observatory, Samira Dallo was among the dead.",
    "Relatives told the head of the Dorn Council Samira Dallo had died at the well.",
    "Police held the driver of the governor of Harrow Samira Dallo since Monday, relatives said.",
    "They spoke of the governor and Samira Dallo said that her house was gone.",
    "The commander of the brigade shot Samira Dallo, 40, at her door.",
    "A spokesman for the Lake Front Samira Dallo a teacher had criticised fled.",
    "Samira Dallo told the commander of the brigade to leave.",
    "Director Samira Dallo of the Dorn clinic said five had died.",
    "Head Nurse Samira Dallo said five had died.",
    "Deputy head teacher Samira Dallo said five had died.",
    "Samira Dallo, cousin of the foreign minister, said five had died.",
    "Samira Dallo, a cook for the governor, was shot.",
    "Samira Dallo, gardener to the mayor of Dorn, was shot.",
    "Samira Dallo, killed by the commander of the Lake Brigade, was 19.",
    "Samira Dallo, according to the mayor of Dorn, was killed.",
    "Samira Dallo, the governor of Dorn said, was killed.",
    "Samira Dallo - the mayor said - was killed.",
    "Samira Dallo, a clerk in the prosecutor's office, is missing.",
    "Samira Dallo, a student at the King Orlo university, is missing.",
    "Samira Dallo, 34, was killed, the governor of Dorn said.",
    "They killed Samira Dallo, a spokesman for the council confirmed.",
    "They killed Samira Dallo the head of the council announced.",
    "The dead were Samira Dallo, the head of the Dorn council and two nurses.",
    "The mayor, Samira Dallo and two nurses were killed.",
    "The head of the council, Samira Dallo's uncle, said five had died.",
    "Jailed by the president, Samira Dallo died in her cell.",
    "After a quarrel with the governor, Samira Dallo was jailed.",
    "The army hit the house of the commander, Samira Dallo and her children died.",
    "The leaders met Minister Adel Karim and Samira Dallo.",
    "Samira Dallo, a leader of the protests in Dorn, said five had died.",
    "Samira Dallo, director of the medical centre in Dorn, said five had died.",
    "One of those killed was Samira Dallo head of Dorn's medical centre.",
    "Samira Dallo, head of Radio Dorn, was shot.",
    "Samira Dallo, who leads prayers in the village, was killed.",
    "Samira Dallo, who runs a small stall in the market, was killed.",
    "Soldiers Samira Dallo and Adel Karim of the general staff were killed.",
]


def verdicts(text: str) -> dict[str, bool]:
    found = find_persons(Report("r1", "r1", text, "sha256:0"), frozenset())
    return {p.span.quote: p.public for p in found}


@pytest.mark.parametrize("text", PUBLIC)
def test_who_speaks_in_an_office_is_public(text: str) -> None:
    assert verdicts(text).get("Samira Dallo") is True


@pytest.mark.parametrize("text", PRIVATE)
def test_who_holds_none_or_may_hold_none_stays_private(text: str) -> None:
    assert verdicts(text).get("Samira Dallo") is False


def test_an_acronym_after_a_name_is_no_part_of_it() -> None:
    assert list(verdicts('"It must stop" said Samira Dallo LRW deputy director.')) == ["Samira Dallo"]


def test_a_body_that_follows_an_office_is_no_person() -> None:
    assert verdicts("He was a commander in the Lower Marsh Wars and left.") == {}


@pytest.mark.parametrize(
    "calling", [", a baker,", " a local activist", " a nurse", ", a general practitioner,"]
)
@pytest.mark.parametrize(
    "office", ["The head of the Lake Council", "A spokesman for the Dawn of Lakes militant group"]
)
def test_a_private_calling_right_after_the_name_goes_before_a_body_told_before_it(
    office: str, calling: str
) -> None:
    assert verdicts(f"{office} Samira Dallo told the Gazette that she was well.").get("Samira Dallo") is True
    assert verdicts(f"{office} Samira Dallo{calling} said she was well.").get("Samira Dallo") is False
