"""What an attacker does, beyond the words that say what happened: the verbs and nouns by which a deed is somebody's.

============  =======================================================================================================
harsh         a verb that hurts or wrecks by itself: "torched", "rammed", "inflicted heavy losses", "left ten dead"
at it         a light verb with a deed behind it: "led the assault", "kept up the shelling", "took part in the raid"
by doing      a gerund: "answered by bombing the camp"
deed          a noun: "crackdown", "army fire", "the killing"
gain          a verb of taking ("seized", "advanced on", "drove them out"): a deed only where people died by it
============  =======================================================================================================
"""

import re
from collections.abc import Sequence
from typing import Final

from whence.read.triggers import EventWord

_ACT: Final = (
    r"(?:air ?strikes?|strikes?|raids?|attacks?|assaults?|bombings?|bombardments?|shelling|offensives?|"
    r"massacres?|sorties|"
    r"crackdowns?|ambush(?:es)?|incursions?|invasion|killings?|executions?|barrages?|onslaught|siege|"
    r"operations?|shootings?|"
    r"bombs?|shells|rockets|missiles|mortars?|drones?|grenades?|fire|mines|explosives|gas|chemical|"
    r"atrocit(?:y|ies)|crimes?|"
    r"aggression|slaughter|campaign)"
)
_THE: Final = r"(?=\s+(?:[\w’'-]+\s+){0,5}?" + _ACT + r"\b)"
_HARSH: Final = (
    r"strafed|strafing|ramm(?:ed|ing)|torch(?:ed|ing)|razed|razing|set(?:ting)? (?:fire to|ablaze|alight)|"
    r"burn(?:ed|t) down|"
    r"hammer(?:ed|ing)|pummel?l(?:ed|ing)|batter(?:ed|ing)|mow(?:ed|ing) down|invad(?:ed|es|ing)|"
    r"wip(?:ed|ing) out|open(?:s|ing) fire|raid(?:s|ing)|blast(?:ed|ing)|stabb(?:ed|ing)|poison(?:ed|ing)|"
    r"br(?:ought|ings?|inging) down(?= by\b|(?: [\w-]+){1,4}? (?:(?:war)?planes?|jets?|"
    r"(?:air)?liners?|helicopters?|aircraft|drones?)\b)|"
    r"rampag(?:ed|ing)|shoots? dead|decapitat(?:ed|es|ing)|"
    r"(?:sli|cu)t(?:s|ting)? (?:the |their |his )?throats?(?: of)?|"
    r"(?:inflict(?:ed|s|ing)|deal(?:t|s|ing)?|giv(?:e|es|ing)|gave|caus(?:ed|es|ing)|impos(?:ed|es|ing))"
    r"(?=\s+(?:[\w-]+\s+){0,5}?(?:casualties|losses|deaths|injuries)\b)|"
    r"(?:leav(?:es|ing)|left)(?! behind)(?=\s+(?:[\w’'-]+\s+){1,7}?(?:dead|killed|slain|wounded|injured)\b)|"
    r"(?:set off|trigger(?:ed|s|ing)|plant(?:ed|s|ing)|hurl(?:ed|s|ing)|lobb(?:ed|ing)|"
    r"rain(?:ed|ing)|"
    r"unleash(?:ed|es|ing)|threw|thrown|throwing|sprayed|spraying|sow(?:ed|ing))" + _THE
)
_USED: Final = (
    r"(?:us(?:ed|es|ing)|employ(?:ed|ing))(?=\s+[\"“]?(?:[\w-]+\s+){0,4}?[\"“]?(?:gas|sarin|chlorine|chemicals?|poison|"
    r"toxic|nerve|mustard|napalm|"
    r"phosphorus|cluster|barrel|incendiary|thermobaric|vacuum|lethal|live|excessive)\b)|gass(?:ed|es|ing)|"
    r"la(?:id|ying) (?=(?:[\w-]+ )?(?:mines?|ambush|explosives|booby))"
)
_AT_IT: Final = (
    r"(?:perform(?:ed|s|ing)|undert(?:ook|akes?|aking|aken)|execut(?:ed|es|ing)|pursu(?:ed|es?|ing)|"
    r"press(?:ed|es|ing)?(?: on| ahead)?"
    r"(?: with)?|continu(?:ed|es?|ing)|maintain(?:ed|s|ing)?|ke(?:pt|eps?|eping) up|le(?:d|ads?|ading)|"
    r"spearhead(?:ed|s|ing)|"
    r"(?:took|takes?|taken|taking) part in|participat(?:ed|es?|ing) in|join(?:ed|s|ing)?|ma(?:de|kes?|king)|"
    r"initiat(?:ed|es?|ing)|"
    r"beg[au]n|beginning|start(?:ed|s|ing)|(?:deliver|renew|resum|escalat|intensif|stepp|conduct|launch|"
    r"mount|stag|wag|commit(?!ted to\b)|"
    r"perpetrat)\w*(?: up)?)" + _THE
)
_BY_DOING: Final = re.compile(
    r"\b(?:by|began|started|kept|continued|resumed|stopped|(?:ha[sd]|have) been|was|were|is|are|after|"
    r"before|while|through)"
    r"\s+(?:\w+ly\s+)?(?P<deed>bombing|shelling|killing|striking|attacking|storming|raiding|targeting|"
    r"pounding|hitting|"
    r"bombarding|firing|launching|dropping|carrying out)(?!\s+(?:of|by|in|on|campaigns?|raids?|runs?)\b)",
    re.I,
)
# "went on to shell the town": an infinitive that says what was done
_WENT_ON: Final = re.compile(
    r"\b(?:continu(?:ed|es|ing)|beg[au]n|begins|started|starts|proceeded|managed|went on|goes on|tr(?:ied|ying)|"
    r"attempt(?:ed|ing)|us(?:ed|ing) \w+(?: \w+)?)"
    r"(?: (?:on|over|in|through|for)(?: \w+){1,3}?| \w+ly)? to "
    r"(?P<deed>bomb|shell|pound|strike|hit|target|attack|bombard|storm|raid|fire|kill)\b",
    re.I,
)
_NOUN: Final = (
    r"crackdowns?|killings|killing of|murders?|atrocit(?:y|ies)|carnage|rampage|pogroms?|lynchings?|arson|"
    r"slaughter|genocide|"
    r"advance|push(?!\s+to\b)|purge|gunshots?|(?:sniper )?shots|bullets|grenades?|(?:explosive )?rounds|suicide cars?|"
    r"combat flights|torture|"
    r"(?<!open )(?<!opened )(?<!opening )(?<!set )(?<!on )(?<!caught )(?<!friendly )(?<!cease-)(?<!cease )fire"
    r"(?!\s+(?:department|brigade|service|engine|truck|fighter|crew|exchange|at|on|broke|from the)\w*\b)|"
    r"use of(?=\s+(?:[\w-]+\s+){0,3}(?:gas|chlorine|sarin|nerve|mustard|cluster|"
    r"barrel|chemicals?|agents?|weapons|munitions|bombs|napalm|phosphorus|"
    r"force))"
)
_GAIN: Final = re.compile(
    r"\b(?:advanc(?:ed|es|ing) (?:on|in|into|against|towards?)|(?:re)?captur(?:ed|es|ing)|seiz(?:ed|es|ing)|"
    r"retook|retaking|overr(?:an|unning)|"
    r"(?:took|taking|gained|gaining|established) (?:\w+ )?(?:over|control)|drove|driv(?:en|ing)|push(?:ed|"
    r"es|ing)|forc(?:ed|ing)|"
    r"expel(?:led|ling)|oust(?:ed|ing)|dislodg(?:ed|ing)|storm(?:ed|ing)|entered|entering)\b",
    re.I,
)
_VERB: Final = re.compile(rf"\b(?:{_HARSH}|{_USED}|{_AT_IT})", re.I)
_DEED: Final = re.compile(rf"\b(?:{_NOUN})\b", re.I)


def find_deeds(text: str, start: int, end: int, events: Sequence[EventWord]) -> tuple[EventWord, ...]:
    """Return `events` of text[start:end] with the further deeds there, in order, none over another."""
    doing = [
        (m.start("deed"), m.end("deed")) for p in (_BY_DOING, _WENT_ON) for m in p.finditer(text, start, end)
    ]
    gerunds = dict(doing)
    found = [
        EventWord(e.start, gerunds[e.start], e.kind, verb=True) if e.start in gerunds else e for e in events
    ]
    found += [
        EventWord(s, e, "other", verb=True) for s, e in doing if not any(f.start <= s < f.end for f in found)
    ]
    for verb, pattern in ((True, _VERB), (False, _DEED)):
        for m in pattern.finditer(text, start, end):
            if not any(e.start < m.end() and m.start() < e.end for e in found):
                found.append(EventWord(m.start(), m.end(), "other", verb))
    return tuple(sorted(found, key=lambda e: e.start))


def find_gains(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return where text[start:end] tells of fighting or taking, which is a deed only where people died by it."""
    return tuple(m.span() for m in _GAIN.finditer(text, start, end))
