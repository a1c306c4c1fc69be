"""The nouns that reports count: people and things, singular to plural, and the words that stand around them."""

from typing import Final

from whence.read.callings import CALLINGS, MEN_AND_WOMEN
from whence.read.kin import KIN
from whence.read.numerals import Token, word_list, word_set


def _pairs(regular: str, irregular: str) -> dict[str, str]:
    table = {word: plural(word) for word in word_list(regular)}
    return table | dict(pair.split("=") for pair in word_list(irregular))


def plural(noun: str) -> str:
    """Return the regular English plural of a lower-case noun."""
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "o", "u"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


PEOPLE: Final = (
    KIN
    | {w: plural(w) for w in CALLINGS}
    | MEN_AND_WOMEN
    | _pairs(
        "civilian fighter militant terrorist soldier rebel insurgent jihadist jihadi extremist gunner "
        "sniper bomber attacker assailant officer commander general colonel captain major lieutenant "
        "sergeant guard conscript recruit mercenary combatant trooper pilot crew policeman teacher student "
        "pupil doctor nurse medic paramedic rescuer volunteer worker journalist reporter photographer "
        "activist protester demonstrator resident villager inhabitant citizen local national "
        "foreigner refugee migrant evacuee passenger pilgrim worshipper shopper farmer shepherd driver "
        "merchant trader employee official leader cleric imam priest engineer adviser advisor expert "
        "prisoner detainee hostage captive inmate victim casualty survivor patient boy girl infant baby "
        "toddler kid teenager minor youth adult elder twin orphan neighbour neighbor "
        "family household member man-at-arms peacekeeper marine sailor paratrooper guerrilla militia "
        "militiaman loyalist defector deserter suspect operative agent spy aid-worker contractor athlete "
        "footballer player lawyer judge mayor minister diplomat spokesman corpse body martyr hero returnee "
        "squatter firefighter fireman responder helper observer monitor fatality death injury soul tourist "
        "actor singer artist writer blogger peasant labourer laborer miner beekeeper baker "
        "commando infiltrator separatist supremacist mutineer "
        "porter waiter tailor barber butcher mechanic plumber weaver clerk blacksmith potter diver carter",
        "child=children woman=women man=men person=people people=people personnel=personnel troop=troops "
        "policeman=policemen policewoman=policewomen gunman=gunmen militiaman=militiamen "
        "cameraman=cameramen fireman=firemen fisherman=fishermen serviceman=servicemen "
        "servicewoman=servicewomen infantryman=infantrymen spokesman=spokesmen businessman=businessmen "
        "tribesman=tribesmen mujahid=mujahideen staff=staff police=police life=lives "
        "schoolchild=schoolchildren newborn=newborns elderly=elderly "
        "fedai=fedayeen",
    )
)
THINGS: Final = _pairs(
    "missile rocket shell mortar bomb grenade mine round bullet cartridge projectile munition warhead "
    "explosive tank vehicle truck car bus van ambulance lorry pickup motorcycle motorbike bulldozer "
    "excavator trailer tanker helicopter plane jet warplane drone gunship bomber ship boat vessel "
    "launcher howitzer gun cannon rifle pistol machine-gun weapon ammunition crate box barrel canister "
    "cylinder container shipment convoy belt vest device house home building apartment school hospital "
    "clinic mosque church bakery market shop store warehouse factory bridge tunnel depot base "
    "checkpoint post outpost position camp tent shelter site village town city district neighbourhood "
    "neighborhood hectare acre tree cow ton tonne sack bag litre liter raid strike airstrike sortie "
    "attack blast explosion clash battle interceptor battery radar generator pump mill silo library "
    "museum well granary orchard barge ferry train wagon carriage tractor plant refinery pipeline dam "
    "power-station phone laptop computer document passport flag uniform helmet jacket optic scope "
    "antenna turbine engine part component",
    "aircraft=aircraft ied=ieds apc=apcs kalashnikov=kalashnikovs mlrs=mlrs sheep=sheep cattle=cattle "
    "livestock=livestock knife=knives ammunition=ammunition kit=kits rpg=rpgs uav=uavs manpads=manpads "
    "atgm=atgms",
)
SINGULAR: Final = PEOPLE | THINGS
PLURAL: Final = {plural: plural for plural in sorted(set(SINGULAR.values()))}
# A noun right after a counted singular is the head: "a car bomb attack" counts no car and no bomb.
HEADS: Final = word_set(
    "attack attacks raid raids strike strikes blast blasts explosion explosions factory factories depot "
    "depots group groups force forces agency agencies crew crews squad squads unit units cell cells "
    "network networks camp camps base bases leader leaders position positions site sites station "
    "stations fire launchers launcher plant programme program team teams organisation organization "
    "council ministry minister army wing field militia militias coalition alliance faction factions "
    "brigade brigades battalion movement party stronghold town village city area areas territory "
    "bastion rule control side lines offensive advance assault siege operation operations campaign war "
    "fighting source sources channel newspaper website statement report killing killings trade aid "
    "hospital school office center centre club union hospital's body bodies barrage bombardment bombing "
    "bombings tube system systems production commander commanders spokesman spokeswoman chief official "
    "officials driver drivers pilot pilots deal agreement toll count death deaths"
)
# Neither noun nor modifier: where the walk from a number to its noun ends.
STOPS: Final = word_set(
    "a an the and or but nor in on at by from to with for near inside outside over under after before "
    "during since until while when where as is are was were be been being has have had do does did will "
    "would could can may might must should who whom which that what including include includes included "
    "among amongst between across around along against into onto upon through throughout without within "
    "if than then there here this these those it its they them their he him his she her we us our you "
    "your i not no yet also all both each every either neither so because due per via amid despite plus "
    "minus about above below up down out off back away only just even later earlier ago today yesterday "
    "tomorrow tonight overnight said says say told tells adding added reported reports according citing "
    "claims claimed died die dies killed kill kills killing wounded wound wounds wounding injured "
    "injure injures injuring hurt hurting dead missing fled flee came come comes went go goes left "
    "leave leaves hit hits hitting struck strikes striking fell fall falls took take takes landed lands "
    "became lie lay remain remained remains seized captured arrested detained displaced destroyed "
    "damaged rescued pulled buried monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december one two three four "
    "five six seven eight nine ten eleven twelve dozens scores hundreds thousands several many some"
)
# Participles in -ed that stand before a noun; any other word in -ed ends the walk.
PARTICIPLES: Final = word_set(
    "armed unarmed armoured armored masked hooded suspected alleged unidentified trapped besieged "
    "retired so-called sealed loaded guided unguided unexploded mechanised mechanized rigged newly- "
    "trained abandoned related married naturalised disabled aged starved uniformed seasoned wanted "
    "skilled allied foreign-backed trained untrained red"
)
HARMED: Final = word_set("dead killed wounded injured hurt missing slain martyred displaced captured")
OTHERS: Final = word_set("other others more additional further extra new fresh separate different such")
DETERMINERS: Final = word_set("the its their his her our those these them whom us all")
# Third-person verbs that look like a plural noun.
VERBS_IN_S: Final = word_set(
    "says reports claims leaves hits kills wounds injures strikes targets attacks rocks shakes enters "
    "rises reaches continues remains begins ends seeks vows calls urges warns denies confirms accuses "
    "advances seizes takes includes this thus plus versus across perhaps always towards its his"
)
# What is measured, not counted.
MEASURES: Final = word_set(
    "percent percentage pct cent km kms kilometre kilometres kilometer kilometers mile miles metre "
    "metres meter meters m cm mm inch inches foot feet ft yard yards kg kilo kilos kilogram kilograms "
    "gram grams year years yr yrs month months week weeks day days night nights hour hours hrs minute "
    "minutes mins second seconds sec decade decades century centuries degree degrees celsius dollar "
    "dollars usd euro euros pound pounds sterling lira liras rouble roubles ruble rubles dinar dinars "
    "cents am pm gmt utc est edt bst local o'clock hrs knots kph mph megawatt megawatts mw kw kilowatts "
    "caliber calibre times points point odd views comments shares tweets likes votes seats goals gmt"
)
FRACTIONS: Final = word_set("third thirds quarter quarters fifth fifths tenth tenths half halves")
KINSHIP_GROUPS: Final = frozenset({"family", "household", "group", "crew", "team", "total", "record"})


def noun_after(words: tuple[Token, ...], at: int, single: bool) -> tuple[str, int, int] | None:
    """Return (plural group, first token, token after) of the noun that a number before token `at` counts.

    `single` says that the number is one, whose noun is singular.  The group is "" where the text names none
    ("28 others", "10 of the dead"); None means that no noun was found.
    """
    at = past_age(words, _past_others(words, at))
    if at < len(words) and words[at].lower == "of":
        if at + 1 < len(words) and words[at + 1].lower in ("them", "whom", "us"):
            return None
        at = _past_determiners(words, at + 1)
    if at < len(words) and words[at].lower in HARMED:
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if following not in (SINGULAR if single else PLURAL):
            return None
        at += 1
    return _walk(words, at, single)


def past_age(words: tuple[Token, ...], at: int) -> int:
    """Return the token after an age before a noun ("a 12-year-old boy"), `at` itself if there is none."""
    pieces = [t.lower for t in words[at : at + 5]]
    if len(pieces) == 5 and pieces[1:] in (
        ["-", unit, "-", "old"] for unit in ("year", "month", "week", "day")
    ):
        return at + 5
    return at


def _past_others(words: tuple[Token, ...], at: int) -> int:
    while at < len(words) and words[at].lower in OTHERS:
        at += 1
    return at


def _past_determiners(words: tuple[Token, ...], at: int) -> int:
    while at < len(words) and (words[at].lower in DETERMINERS or words[at].lower in OTHERS):
        at += 1
    return at


def _ends_walk(token: Token) -> bool:
    if token.text in "\"'“”‘’-":
        return False
    if not token.word or (token.lower in STOPS and token.text not in ("May", "March", "US")):
        return True
    return len(token.lower) > 4 and token.lower.endswith("ed") and token.lower not in PARTICIPLES


def _walk(words: tuple[Token, ...], at: int, single: bool) -> tuple[str, int, int] | None:
    loose: tuple[str, int, int] | None = None
    for i in range(at, min(at + 7, len(words))):
        token = words[i]
        if _ends_walk(token):
            break
        hyphen = words[i - 1].text == "-" and words[i - 1].end == token.start and i > at
        glued = i + 1 < len(words) and words[i + 1].text == "-" and words[i + 1].start == token.end
        if not glued and (found := _table_noun(words, i, single)):
            return found
        if (
            loose is None
            and not single
            and not glued
            and not hyphen
            and i - at < 4
            and _looks_plural(token, i == at)
        ):
            loose = (token.text if token.text[0].isupper() else token.lower, i, i + 1)
    return loose


def _table_noun(words: tuple[Token, ...], i: int, single: bool) -> tuple[str, int, int] | None:
    lower = words[i].lower
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if lower in PLURAL and not (single and lower not in SINGULAR):
        return _coordinated(words, i)
    if single and lower in SINGULAR and following not in SINGULAR and following not in HEADS:
        return SINGULAR[lower], i, i + 1
    return None


def _coordinated(words: tuple[Token, ...], i: int) -> tuple[str, int, int]:
    """The noun at token `i`, with the second of "women and children" where no number stands between."""
    lower = words[i].lower
    if i + 2 < len(words) and words[i + 1].lower in ("and", "or"):
        second = words[i + 2].lower
        if lower in PEOPLE.values() and second in PLURAL and second in PEOPLE.values():
            return f"{PLURAL[lower]} {words[i + 1].lower} {second}", i, i + 3
    return PLURAL[lower], i, i + 1


def _looks_plural(token: Token, first: bool) -> bool:
    if len(token.text) < 4 or not token.lower.endswith("s") or token.lower.endswith(("ss", "us", "is's")):
        return False
    if token.text[0].isupper() and not first:
        return False
    return token.lower not in VERBS_IN_S and not token.lower.endswith("'s")
