"""Who is said to have done it, in many shapes of sentence, about a country and a party that do not exist."""

from typing import Final

import pytest

from whence.read.actors import find_actors
from whence.read.blame import Scope
from whence.read.culprits import find_blames
from whence.read.triggers import find_events, find_triggers

CONTEXT: Final = (
    "President Oran Vashti rules Karvia, and the Vashti regime holds the towns. "
    "Fighters of the Red Hill Brigade hold the hills. "
)


def blamed(sentence: str) -> list[str]:
    text, start = CONTEXT + sentence, len(CONTEXT)
    scope = Scope(
        text,
        start,
        len(text),
        find_events(text, start, len(text)),
        find_triggers(text, start, len(text)),
    )
    return sorted(("not " if b.denied else "") + b.name for b in find_blames(scope, find_actors(text)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vashti gassed dozens of miners in the quarry, the bishop said.", ["Vashti regime"]),
        ("The bishops blamed the attack on the ferry on Vashti.", ["Vashti regime"]),
        ("Three neighbours blame Vashti for the attack.", ["Vashti regime"]),
        ("The government was widely blamed for the massacre.", ["government"]),
        ("The United Nations held the government responsible for the killings.", ["government"]),
        ("Evidence points to government forces.", ["government"]),
        ("All the evidence pointed to the Karvian army, the report said.", ["Karvian government"]),
        ("The attack bore the hallmarks of the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("The bombing was the work of the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("Officials attributed the bombing to the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("Officials said the Red Hill Brigade carried out the bombing.", ["Red Hill Brigade"]),
        ("Responsibility for the massacre lies with the government.", ["government"]),
        ("The government bears responsibility for the massacre.", ["government"]),
        ("The alleged use of cluster bombs by the Karvian government has been condemned.", ["Karvian government"]),
        ("The report implicated government troops in the killings.", ["government"]),
        ("Rebels laid the blame for the shelling on government troops.", ["government"]),
        ("The opposition, blaming the army for the bombing, called for calm.", ["government"]),
        ("Both sides traded blame for the shelling.", []),
        ("The government denied responsibility for the attack.", ["not government"]),
        ("The army said it had never used cluster bombs.", ["not government"]),
        ("The army said its forces did not carry out the strike.", ["not government"]),
        ("The government, which denies using cluster bombs, blamed rebels.", ["not government", "rebels"]),
        ("Vashti called the reports of an attack a fabrication.", ["not Vashti regime"]),
        ("Vashti said the mortar attack was nothing but a fabrication.", ["not Vashti regime"]),
        ("The Red Hill Brigade denied carrying out the attack.", ["not Red Hill Brigade"]),
        ("The rebels deny they were behind the bombing.", ["not rebels"]),
        ("Rebels denied the accusation.", ["not rebels"]),
        ("There is no evidence that government forces carried out the attack, the minister said.", ["not government"]),
        ("The foreign minister ruled out that the army had used gas.", ["not government"]),
        ("The Red Hill Brigade said it was behind the bombing.", ["Red Hill Brigade"]),
        ("The Red Hill Brigade said one of its fighters blew himself up at the gate.", ["Red Hill Brigade"]),
        ("The Red Hill Brigade said its fighters had carried out the attack.", ["Red Hill Brigade"]),
        ("Responsibility was claimed by the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("The attack was claimed by the Red Hill Brigade.", ["Red Hill Brigade"]),
        ("The Red Hill Brigade has claimed the attack.", ["Red Hill Brigade"]),
        ("The Red Hill Brigade claimed the suicide bombing that killed 12 people.", ["Red Hill Brigade"]),
        ("No group has claimed the attack.", ["unknown"]),
        ("No one claimed responsibility.", ["unknown"]),
        ("There was no immediate claim of responsibility for the blast.", ["unknown"]),
        ("Unidentified gunmen shot dead three people.", ["unknown"]),
        ("It was not known who fired the rockets.", ["unknown"]),
        ("Unknown assailants stormed the village.", ["unknown"]),
        ("It remains unclear who was behind the bombing.", ["unknown"]),
        ("The ministry did not say who carried out the strike.", ["unknown"]),
        ("Police have not identified the attackers.", ["unknown"]),
        ("Gunmen on motorcycles shot dead two farmers.", ["gunmen"]),
        ("Police opened fire on protesters, killing three.", ["government"]),
        ("Three protesters were shot dead by police.", ["government"]),
        ("Eleven people died under rebel shelling.", ["rebels"]),
        ("The village came under fire from rebels, and two people died.", ["rebels"]),
        ("Paramilitaries massacred 40 villagers.", ["paramilitaries"]),
        ("Twelve people died at the hands of the militia.", ["militia"]),
        ("A government sniper shot dead a woman.", ["government"]),
        ("A bomb planted by rebels killed two soldiers.", ["rebels"]),
        ("A mine laid by rebels killed two soldiers.", ["rebels"]),
        ("Government helicopters dropped barrel bombs over the vineyard.", ["government"]),
        ("The government's bombardment of the town killed two people.", ["government"]),
        ("In a raid by the air force two people were killed.", ["government"]),
        ("Twelve carters died in a suspected Red Hill Brigade attack.", ["Red Hill Brigade"]),
        ("A Red Hill Brigade suicide bomber killed twelve people.", ["Red Hill Brigade"]),
        ("The army killed 20 rebels in clashes.", ["government"]),
        ("Rebels lost 20 men in clashes with the army.", []),
        ("The army repelled a rebel attack, killing 20.", ["government"]),
        ("Rebel fire killed two.", ["rebels"]),
        ("Two neighbours say Vashti's forces fired shells filled with chlorine at the vineyard.", ["Vashti regime"]),
        ("The monks and two neighbours blame the attack on the government.", ["government"]),
        ("The government says rebels fired the rockets.", ["rebels"]),
        ("The surveyors did not say who had carried out the raid.", ["unknown"]),
        ("The surveyors will not assign blame for the raid.", []),
        ("The letter said government aircraft had twice bombed the cannery.", ["government"]),
        (
            "The Karvian military, in a letter, rejected accusations that it had used cluster bombs.",
            ["not Karvian government"]),
        (
            "Karvia's finance minister said the army had not used and would not use cluster bombs.",
            ["not government"]),
        ("Vashti, in an interview, denied that his forces were behind the attack.", ["not Vashti regime"]),
        ("State media blamed terrorists for the bombing.", ["terrorists (unnamed)"]),
        ("A terrorist suicide bomber blew himself up near the mill.", ["terrorists (unnamed)"]),
        ("A military source said terrorists were behind the blast.", ["terrorists (unnamed)"]),
        ("The ferry bombing, which no group has claimed, killed 31 people.", ["unknown"]),
        ("The Red Hill Brigade denied responsibility.", ["not Red Hill Brigade"]),
        ("Regime barrel bombs killed 12 people.", ["government"]),
        ("Barrel bombs dropped by the regime killed 12 people.", ["government"]),
        ("Twelve people died when regime barrel bombs hit a school.", ["government"]),
        ("Twelve people died when barrel bombs dropped from government helicopters hit a school.", ["government"]),
        ("Government air strikes and artillery killed 12.", ["government"]),
    ],
)  # fmt: skip
def test_the_sentence_names_who_did_it(sentence: str, expected: list[str]) -> None:
    assert blamed(sentence) == expected
