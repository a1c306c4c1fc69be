"""What people are called by what they do: the words by which reports count them, singular."""

from typing import Final

from whence.read.numerals import word_list

CALLINGS: Final = word_list(
    "civilian citizen resident villager inhabitant local fighter militant rebel insurgent jihadist "
    "terrorist extremist combatant soldier officer conscript guard inmate jailer warder peshmerga staffer "
    "comrade bystander shopper guest technician contractor diplomat official mayor councillor governor "
    "commander leader general colonel rescuer volunteer journalist reporter correspondent activist doctor "
    "nurse pharmacist patient student pupil teacher worker employee driver pilot prisoner detainee "
    "hostage worshipper worshiper mourner protester demonstrator passenger pilgrim martyr casualty member "
    "operative mercenary bomber attacker sniper aid-worker firefighter farmer shepherd imam cleric priest "
    "judge lawyer engineer adviser advisor peacekeeper marine sailor recruit cadet peasant labourer "
    "laborer legislator lawmaker senator deputy nun bishop guerrilla guerilla subversive trafficker "
    "bodyguard follower assassin seafarer relief-worker rancher politician magistrate prosecutor "
    "ambassador consul defector returnee evacuee migrant asylum-seeker foreigner national neighbour "
    "neighbor tourist trader photographer ally loyalist supporter partisan separatist ringleader emir "
    "adult artist assailant athlete baker blogger captain captive commando deserter elder footballer "
    "gunner infiltrator lieutenant merchant miner minister musician orphan paratrooper player responder "
    "sergeant singer suspect survivor teenager trooper youth visitor customer spectator commuter motorist "
    "cyclist pedestrian vendor shopkeeper traveller traveler electrician carpenter herder hunter monk "
    "preacher voter reservist aide assistant associate accomplice "
    "reveller trainee trainer instructor porter waiter tailor barber butcher mechanic plumber "
    "weaver clerk builder blacksmith potter diver carter colleague friend taxi-driver bus-driver "
    "truck-driver beekeeper stallholder caretaker cleaner cook gardener jesuit friar pastor rabbi missionary"
)
MEN_AND_WOMEN: Final = {  # plurals in -men and -women
    calling: calling[: -len("man")] + "men"
    for calling in word_list("airman fisherman cameraman watchman businesswoman")
}
