"""The words that say that people came to harm, and the words that say what happened: tables, compiled once."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from whence.model.statement import Aspect, EventKind

Shape = Literal["active", "passive", "either", "after", "among", "toll"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A harm word at [start, end): `shape` says where its people stand.

    "active": to its right; "passive": to its left; "either": the sentence decides; "after": right behind it
    ("bodies of N"); "among": a part of those harmed, on either side; "toll": the last number in "rose from A to B".
    `part` is as in `whence.model.statement.Count`.
    """

    start: int
    end: int
    aspect: Aspect
    shape: Shape
    part: str = ""


_KILLED: Final = (
    r"killed|slain|executed|beheaded|massacred|slaughtered|murdered|assassinated|martyred|"
    r"gunned down|lynched|crucified|shot dead|shot to death|shot and killed|burned to death|hacked to death|stabbed to "
    r"death|stoned to death|shot to death|"
    r"fatally (?:shot|wounded|stabbed|injured)|beaten to death|tortured to death|hanged|electrocuted|crushed to "
    r"death"
)
_KILLING: Final = (
    r"kill(?:s|ing)?|executing|executes|execute|beheading|massacring|slaughtering|murdering|"
    r"assassinating|martyring|gunning down|"
    r"(?:burn|stab|beat|hack|crush|shoot|club|stone)(?:n?ed|s|ing)?(?= [^.;,]{1,40} to death\b)"
)
_BOUNDED: Final = (
    r"(?:at least |as many as |up to |more than |over |about |around |some |nearly |almost |the )?"
)
_NUMBER: Final = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds"
    r"|several)"
)
_DIED: Final = (
    # who carries "her dead girl" is not dead
    r"died|perished|(?<!\bhis )(?<!\bher )(?<!\btheir )dead|"
    r"dies|die|(?<!is )(?<!are )(?<!was )(?<!were )(?<!the )(?<!a )dying|"
    r"lost (?:their|his|her) li(?:fe|ves)|succumbed"
)
_LIVES: Final = (
    r"(?:claim|cost|tak|took)(?:ed|ing|en|s|e|es)? (?:the )?(?:life|lives) of|"
    # "took more than 60 lives"; "the blast claimed nine and hurt 21"
    rf"(?:claim(?:ed|ing|s)|took|tak(?:es|ing|en)|costs?|costing)(?= {_BOUNDED}(?:[\w-]+ ){{1,3}}lives\b)|"
    rf"claim(?:ed|ing|s)(?= {_BOUNDED}{_NUMBER}"
    r"(?: (?:of )?(?:[\w-]+ )?(?:people|civilians|soldiers|victims|children))?"
    r"(?:\s*[.,;]|\s*$|\s(?:and|in|on|including|near|when|among)\b))|"
    r"(?:loss|killings?|slayings?|deaths?|murders?|murderers|killers|assassins|massacre|"
    r"martyrdom|slaughter|executions?|assassinations?|beheadings?|lynchings?) of|left dead|bodies of|"
    r"(?<!mutilation of the )(?<!desecration of the )body of|corpses of|remains of"
)
_HURT: Final = (
    r"wounded|injured|maimed|hurt|(?:received|suffered|sustained|suffering|with) "
    r"(?:an? (?:[\w-]+ ){0,2}(?:wound|injury)|(?:\w+ )?(?:wounds|injuries|burns))|(?:suffer(?:ed|ing)?|experienc(?:ed|"
    r"ing)) (?:from )?(?:\w+ ){0,2}(?:difficult\w+|problems|"
    r"suffocation|asphyxiation|choking|burns|symptoms|(?:burning|sore|red|streaming|watery|irritated) eyes|nausea|"
    r"vomiting|dizziness|convulsions|seizures|fractures|concussions?|poisoning|smoke inhalation)"
)
# whoever "was shot" is hit; how badly, and whether he lives, is not told
_SHOT: Final = r"(?<=was )shot|(?<=were )shot|(?<=been )shot"
# whoever is brought to a hospital or treated there came to harm
_TREATED: Final = (
    r"hospitali[sz]ed|(?:taken|rushed|transferred|evacuated|admitted|transported|brought|sent|airlifted) to "
    r"(?:[\w-]+ ){0,4}?(?:hospitals?|clinics?)|treated for|"
    r"(?:received|receiving|given|transferred for|evacuated for) (?:medical )?treatment|"
    r"transferred to (?:[\w-]+ ){0,4}?for treatment"
)
_HURTING: Final = (
    rf"wound(?:s|ing|(?= {_BOUNDED}{_NUMBER}\b))|injur(?:es|ing|e)|hurting|maiming|injuries (?:to|of|among)|"
    r"wounding of|"
    rf"(?:sen(?:t|ds?|ding)|put(?:s|ting)?)(?= {_BOUNDED}{_NUMBER} (?:[\w-]+ ){{0,2}}(?:to|in) (?:the )?hospitals?\b)"
)
_BOTH: Final = (
    rf"(?:{_KILLED}|{_KILLING}|dead|died) (?:and|or|and/or) (?:{_HURT}|{_HURTING}|injury)|(?:{_HURT}|"
    rf"{_HURTING}) (?:and|or) (?:{_KILLED}|{_KILLING})"
)

_TABLE: Final[tuple[tuple[str, Aspect, Shape, str], ...]] = (
    (
        (
            r"death toll|toll of (?:the )?dead|(?<![Aa] )(?<!large )(?<!unknown )number of (?:victims|martyrs|deaths|"
            r"fatalities|dead|bodies)|(?<![Aa] )(?<!large )(?<!unknown )number (?:of (?:[\w-]+ ){0,6}?)?(?:(?:who|"
            r"that) (?:have|had|"
            r"has|were|was|are) (?:been )?)?(?:killed|martyred|dead|deaths|martyrs|fatalities)|toll"
        ),
        "killed",
        "toll",
        "",
    ),
    (r"number of (?:people |those |civilians )?(?:wounded|injured)", "injured", "toll", ""),
    (
        (
            r"among (?:the |those )?(?:[\w-]+ )?(?:dead|killed|deaths|fatalities|slain|martyrs|bodies|"
            r"casualties|victims)|(?:the )?(?:dead|victims|fatalities|those killed)(?=(?: [\w-]+){1,8}? included?\b)|"
            r"the (?:civilians|soldiers|fighters|victims) include[sd]?|(?:the "
            r")?(?:dead|fatalities|victims|casualties|martyrs|those killed|death toll|toll) (?:also "
            r")?(?:include[sd]?|were|comprise[sd]?)"
        ),
        "killed",
        "among",
        "",
    ),
    (
        (
            r"among (?:the |those )?(?:wounded|injured)|(?:the )?(?:wounded|injured) (?:also "
            r")?include[sd]?"
        ),
        "injured",
        "among",
        "",
    ),
    (_BOTH, "killed", "either", "of killed or injured"),
    (_LIVES, "killed", "after", ""),
    (r"(?:injury|wounding|injuring|maiming) of", "injured", "after", ""),
    (
        (
            r"lost(?! (?:their|his|her|its|control|contact|ground|a lot))|loses|losing(?= (?:at least "
            r"|more than |over )?(?:\d|\w+ (?:of its |of their )?\w*(?:fighter|militant|soldier|"
            r"member|men)))"
        ),
        "killed",
        "after",
        "",
    ),
    (r"f(?:ell|all|allen) (?:as )?(?:martyrs?|victims?)", "killed", "passive", ""),
    (r"deaths|fatalities|killings|murders|martyrs|corpses|(?:dead )?bodies", "killed", "passive", ""),
    (_KILLED, "killed", "either", ""),
    (_KILLING, "killed", "active", ""),
    (_DIED, "killed", "passive", ""),
    (
        (
            r"destroy(?:ed|ing|s)?|neutrali[sz](?:ed|ing|es?)|eliminat(?:ed|ing|es?)|liquidat(?:ed|"
            r"ing)"
        ),
        "killed",
        "either",
        "",
    ),
    (_HURT, "injured", "either", ""),
    (_SHOT, "injured", "passive", ""),
    (_TREATED, "injured", "passive", ""),
    (r"injuries", "injured", "passive", ""),
    (_HURTING, "injured", "active", ""),
)
_COMPILED: Final = tuple((re.compile(rf"\b(?:{p})\b", re.I), a, s, part) for p, a, s, part in _TABLE)


def find_triggers(text: str, start: int, end: int) -> tuple[Trigger, ...]:
    """Return the harm words in text[start:end], in order; of two that overlap the earlier row of the table stays."""
    found: list[Trigger] = []
    for pattern, aspect, shape, part in _COMPILED:
        for m in pattern.finditer(text, start, end):
            if not any(t.start < m.end() and m.start() < t.end for t in found):
                found.append(Trigger(m.start(), m.end(), aspect, shape, part))
    return tuple(sorted(found, key=lambda t: t.start))


@dataclass(frozen=True, slots=True)
class EventWord:
    """What happened, at [start, end): its kind, and whether the word is a verb that takes the attacker as subject."""

    start: int
    end: int
    kind: EventKind
    verb: bool


# earlier rows win where two overlap; the verbs take an attacker as their subject
_NOUNS: Final[tuple[tuple[str, EventKind], ...]] = (
    (
        (
            r"(?:chemical(?! (?:plants?|factor(?:y|ies)|industr\w+|compan\w+|works|complex|stores?|warehouses?))|"
            r"gas|sarin|chlorine|nerve (?:agent|gas)|poison gas|toxic gas|mustard gas)(?: "
            r"weapons?)?(?: (?:attacks?|strikes?|shells?|bombing))?"
        ),
        "chemical",
    ),
    (
        (
            r"(?:car|truck|suicide|roadside|vehicle|motorcycle|bus)[- ](?:car[- ])?bomb(?:s|er|ers|"
            r"ing|ings)?|bomb-laden|booby[- ]trap\w*|explosive (?:device|belt|vest|charge)s?|land "
            r"?mines?|(?<!coal )(?<!gold )(?<!iron )(?<!copper )(?<!salt )(?<!diamond )(?<!tin )(?<!silver )"
            r"(?!mines?['’]?s? (?:workers?|owners?|operators?|shafts?|collapse\w*|managers?"
            r"|flooded))mines?|IEDs?|explosions?|blasts?|suicide (?:attack(?:er)?s?|vest|belt)|"
            r"bombings?(?= (?:in|at|outside|near))|(?<!barrel )(?<!cluster )(?<!fire)(?<!petrol )(?<!air )(?<!-)"
            r"bombs?(?= (?:(?:had|has|have) )?(?:killed|kills|wounded|injured|exploded|went off|ripped|tore|"
            r"detonated)\b)"
        ),
        "bombing",
    ),
    (
        (
            r"air[- ]?(?:strike|raid|attack|assault|bombardment|campaign)s?|air force (?:strike|raid|"
            r"attack|bombardment)s?|aerial (?:\w+ )?(?:attack|bombardment|bombing|raid|strike|"
            r"campaign)s?|barrel[- ]?bomb\w*|(?:war|fighter)[- ]?(?:plane|jet)s?|jets?|warplanes?|"
            r"combat planes?|helicopters?|gunships?|aircraft|air ?force|drone strikes?|drones?|"
            r"cluster bombs?|bombing raids?|sorties?|planes|raids?|bombing campaign|bombing"
        ),
        "airstrike",
    ),
    (
        (
            r"(?:rocket|mortar|missile|artillery|shell|tank)(?:ry)?[- ](?:shell|attack|fire|strike|"
            r"round|bombardment|barrage|shelling|salvo)(?:s|ing)?|shelling|rockets?|mortars?|"
            r"artillery|missiles?|bombardments?|shells?|gas canisters?|cannon fire|barrages?|"
            r"projectiles?"
        ),
        "shelling",
    ),
    (
        (
            r"beheadings?|(?<!planning and )(?:mass |field |summary )?executions?"
            r"(?! of (?:(?:an?|the|this|that|its|their|such|all) )?(?:[\w-]+ )?(?:operations?|missions?|plans?"
            r"|orders?|tasks?|projects?|attacks?|(?:air ?)?strikes?|warrants?)\b)|firing squad"
        ),
        "execution",
    ),
    (r"shoot-?down|downing", "shootdown"),
    (r"strikes?", "airstrike"),
    (
        (
            r"clashes|fighting|battles?|gun ?battles?|ambush(?:es)?|offensive|assaults?|snip(?:er|"
            r"ing)\w*|shootings?|gunfire|infiltration|attacks?|storming|incursion|operations?|"
            r"massacres?|onslaught|aggression|counter-?attack|crossfire|shoot-?outs?"
        ),
        "ground_attack",
    ),
)
_VERBS: Final[tuple[tuple[str, EventKind], ...]] = (
    (r"shot down|shoots down|shooting down|downed", "shootdown"),
    (r"beheaded|beheads?|executed|executes?|executing|crucified|beheading", "execution"),
    (
        r"gassed|us(?:ed|es|ing)(?= (?:\w+ ){0,2}(?:chemical|poison|toxic|nerve|sarin|chlorine) )",
        "chemical",
    ),
    (r"detonat(?:ed|es|ing)|bl(?:ew|own|ows?|owing) (?:up|himself|herself|themselves|itself)", "bombing"),
    (
        r"bomb(?:ed|s|ing)|(?:dropp(?:ed|ing)|drops)(?! (?:[\w-]+ ){0,3}(?:leaflets|flyers|aid|food|supplies)\b)",
        "airstrike",
    ),
    (
        (
            r"shell(?:ed|s|ing)|rocketed|fir(?:ed|es|ing)|pound(?:ed|s|ing)|bombard(?:ed|s|ing)|"
            r"launch(?:ed|es|ing)"
        ),
        "shelling",
    ),
    (
        (
            r"target(?:ed|s|ing)|hit|hits|hitting|struck|strikes?|striking|attack(?:ed|s|ing)|raided|"
            r"storm(?:ed|s|ing)|ambushed|assaulted|opened fire|shot|carried out|carries out|carrying "
            r"out|conducted|perpetrated|committed(?! to\b)|staged|infiltrated|destroyed|destroys?|destroying|"
            r"slammed|eliminated|mounted|waged|"
            r"(?:deliver(?:ed|s|ing)|intensif(?:ied|ies|ying)|stepp(?:ed|ing) up|renew(?:ed|ing)|resum(?:ed|ing)|"
            r"escalat(?:ed|ing)|returned to|us(?:ed|ing))(?= (?:[\w-]+ ){0,4}(?:bombardment|shelling|air ?strikes?|"
            r"raids?|"
            r"attacks?|bombing|strikes?|barrel bombs?|cluster bombs?|incendiary))"
        ),
        "other",
    ),
)


def _compile(table: tuple[tuple[str, EventKind], ...]) -> tuple[tuple[re.Pattern[str], EventKind], ...]:
    return tuple((re.compile(rf"\b(?:{p})\b", re.I), kind) for p, kind in table)


_EVENT_NOUNS: Final = _compile(_NOUNS)
_EVENT_VERBS: Final = _compile(_VERBS)


def find_events(text: str, start: int, end: int) -> tuple[EventWord, ...]:
    """Return the words in text[start:end] that name an attack, in order; a noun keeps a verb of equal place away."""
    found: list[EventWord] = []
    for verb, table in ((False, _EVENT_NOUNS), (True, _EVENT_VERBS)):
        for pattern, kind in table:
            for m in pattern.finditer(text, start, end):
                if not any(e.start < m.end() and m.start() < e.end for e in found):
                    found.append(EventWord(m.start(), m.end(), kind, verb))
    return tuple(sorted((_on_foot(text, start, end, e) for e in found), key=lambda e: e.start))


_RAID: Final = re.compile(r"raids?", re.I)
_AIR: Final = re.compile(
    r"\b(?:air\w*|aerial|war ?planes?|jets?|planes?|helicopters?|drones?|bomb\w*|missiles?|strikes?|sorties?)\b",
    re.I,
)
_SEIZING: Final = re.compile(
    r"\b(?:detain\w*|arrest\w*|round(?:ed|ing) up|captur\w+|seiz\w+|police\w*|agents?|commandos?|gunmen|troops|"
    r"soldiers|"
    r"search\w*|freed|prisoners?|kidnapp\w+|abduct\w+|special forces|house-to-house)\b",
    re.I,
)


def _on_foot(text: str, start: int, end: int, event: EventWord) -> EventWord:
    """`event`, as a ground attack if it is a raid of those who seize people and nothing in the sentence flies."""
    if not _RAID.fullmatch(text, event.start, event.end) or _AIR.search(text, start, end):
        return event
    return replace(event, kind="ground_attack") if _SEIZING.search(text, start, end) else event


_RANK: Final[dict[EventKind, int]] = {
    "shootdown": 0,
    "chemical": 1,
    "execution": 2,
    "bombing": 3,
    "airstrike": 4,
    "shelling": 5,
    "ground_attack": 6,
    "other": 7,
    "campaign": 8,
}


def main_event(events: tuple[EventWord, ...]) -> EventWord | None:
    """Return the most telling of `events` (a car bomb, not an attack; nouns before verbs), the first of equals."""
    return min(events, key=lambda e: (_RANK[e.kind], e.verb, e.start), default=None)
