"""Parties that take part in violence, as a text names them: designators in tables, names as clean as the text allows."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

# demonym -> country; states whose forces fight abroad, or that are often a report's own country
STATES: Final = {
    "syrian": "Syria", "russian": "Russia", "turkish": "Turkey", "israeli": "Israel", "iranian": "Iran",
    "iraqi": "Iraq", "american": "United States", "us": "United States", "u.s.": "United States", "saudi": "Saudi Arabia",
    "french": "France", "british": "Britain", "jordanian": "Jordan", "lebanese": "Lebanon", "yemeni": "Yemen",
    "ukrainian": "Ukraine", "sudanese": "Sudan", "egyptian": "Egypt", "libyan": "Libya", "afghan": "Afghanistan",
    "pakistani": "Pakistan", "indian": "India", "chinese": "China", "ethiopian": "Ethiopia", "eritrean": "Eritrea",
    "emirati": "United Arab Emirates", "qatari": "Qatar", "azerbaijani": "Azerbaijan", "armenian": "Armenia",
    "burmese": "Myanmar", "colombian": "Colombia", "nigerian": "Nigeria", "malian": "Mali", "somali": "Somalia",
    "kenyan": "Kenya", "rwandan": "Rwanda", "congolese": "Congo", "georgian": "Georgia", "german": "Germany",
    "dutch": "Netherlands", "australian": "Australia", "canadian": "Canada", "belgian": "Belgium", "danish": "Denmark",
}  # fmt: skip
_COUNTRY_NAMES: Final = {v.lower(): v for v in STATES.values()} | {"washington": "United States", "moscow": "Russia",
    "ankara": "Turkey", "tehran": "Iran", "tel aviv": "Israel", "riyadh": "Saudi Arabia", "damascus": "Syria", "usa": "United States", "kremlin": "Russia"}  # fmt: skip

_ARM: Final = (
    r"(?:arab |armed |air |ground |army |defen[cs]e |security |special |coastal |combat |fighter |war|allied |military |"
    r"government |regime |state |national |republican |naval )*"
    r"(?:government|regime|army|military|forces?|troops?|soldiers?|air ?force|navy|warplanes?|planes?|jets?|aircraft|"
    r"helicopters?|gunships?|drones?|artillery|bombers?|authorities|state|police|intelligence|warships?|tanks?|occupation)"
)
# organisations known by name the world over: pattern -> the name to keep
_NAMED: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:the )?(?:so-called )?Islamic State(?: (?:of|in) Iraq and (?:Syria|the Levant|al-Sham))?(?: group| militants| fighters| \(?(?:IS|ISIS|ISIL|Daesh)\)?)*|ISIS(?:'s?)?|ISIL|Daesh|Da'?esh|\bIS\b", "IS"),
    (r"(?:Jabhat |Jabhet )?(?:al[- ])?Nusra(?:h)?(?: Front)?|Jabhat Fate?h al[- ]Sham|Fate?h al[- ]Sham(?: Front)?", "Nusra"),
    (r"Ha[yi']?[ya]?at Tahrir al[- ]Sham|Tahrir al[- ]Sham|HTS", "Hayat Tahrir al-Sham"),
    (r"[Aa]l[- ]Qae?[i']?da(?:h)?", "al-Qaeda"), (r"Hezbollah|Hizbollah|Hizbullah", "Hezbollah"),
    (r"Syrian Democratic Forces|SDF", "SDF"), (r"YPG|YPJ|(?:Kurdish )?People'?s Protection Units", "YPG"), (r"PKK", "PKK"),
    (r"Free Syrian Army|FSA", "Free Syrian Army"), (r"Syrian National Army|SNA", "Syrian National Army"),
    (r"Taliban", "Taliban"), (r"Al[- ]Shabaab", "al-Shabaab"), (r"Boko Haram", "Boko Haram"), (r"Houthis?", "Houthis"),
    (r"Hamas", "Hamas"), (r"Rapid Support Forces|RSF", "Rapid Support Forces"), (r"Wagner(?: Group)?", "Wagner Group"),
    (r"(?:US|U\.S\.|American|United States)[- ]led (?:international |global |anti-\w+ )?(?:coalition|alliance)|(?:US|U\.S\.) [Cc]oalition", "US-led coalition"),
    (r"Saudi(?:[- ]Arabia)?[- ]led (?:\w+ )?coalition", "Saudi-led coalition"), (r"NATO", "NATO"),
    (r"(?:Jaish|Jaysh|Jeish|Ahrar|Faylaq|Failaq|Liwa|Harakat|Ansar|Ajnad|Jund|Hizb|Hay'?at|Nour|Noureddin|Kata'?ib|Saraya) (?:[Aa]l[- ]|[Aa]s[- ]|[Aa]sh[- ]|[Aa]r[- ])?[A-Z][\w'-]+(?: [Aa]l[- ]?[A-Z][\w-]+)?", ""),
    (r"(?:[A-Z][\w'-]+ ){1,3}(?:Brigades?|Front|Militia|Battalion|Movement|Legion|Division|Liberation Army|Resistance)", ""),
)  # fmt: skip
_GENERIC: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:the )?(?:international |anti-\w+ |global )?coalition(?:['’]s)?(?: forces| jets| warplanes| aircraft| planes)?", "coalition"),
    (r"(?:pro-|allied )?(?:government|regime)(?:['’]s)?(?: \w+)?(?: (?:forces?|troops?|soldiers?|army|warplanes?|planes?|jets?|aircraft|helicopters?|artillery|air ?force))?", "government"),
    (r"(?:the )?(?:army|armed forces|military|air ?force|government forces|security forces)", "army"),
    (r"(?:(?:armed|moderate|syrian|islamist|syrian armed) )*(?:rebels?|opposition|insurgents?|revolutionaries)(?: (?:fighters?|forces?|groups?|factions?|gunmen|militants))*", "rebels"),
    (r"(?:(?:armed|takfiri|militant|foreign) )*terrorists?['’]?(?: (?:organi[sz]ations?|groups?|fighters?|gunmen))*", "terrorists (unnamed)"),
    (r"(?:(?:armed|islamist) )*(?:militants?|militias?|militiamen|gunmen|jihadists?|extremists?)(?: (?:groups?|fighters?))*", ""),
    (r"settlers?", "settlers"), (r"mercenaries", "mercenaries"),
)  # fmt: skip
_AREA: Final = re.compile(
    r"^[- ](?:held|controlled|run|ruled|besieged|backed|led|affiliated|linked|occupied|friendly|made|built|brokered)\b|^ (?:stronghold|territory|area|areas|positions?|bastion|territories|hands|control|lines|ranks|official|media|source|spokes\w+|state media|tv)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party at [start, end) of a text and its clean name; `adjective` marks a bare demonym ("Russian raids"),
    `arms` that the words name forces or weapons of a state."""

    start: int
    end: int
    name: str
    adjective: bool = False
    arms: bool = False


_PLACED: Final = r"(?:in|northern|southern|eastern|western|central|across|throughout|inside|war-torn|northeastern|northwestern)"
_POWERS: Final = (
    r"(?:government|regime|rebels?|opposition|civil|conflict|war|(?:arab )?army|armed forces|troops|soldiers|capital|"
    r"civilians?|people|city|town|citizens|refugees|revolution|province)"
)


def home_country(text: str) -> str:
    """Return the demonym of the country in which `text` plays, as "Syrian"; "" if it names none of the table.

    A country named as a place weighs most, then its people and powers at home, then any mention of its name.
    """
    found: Counter[str] = Counter()
    for key, country in STATES.items():
        noun, demonym = re.escape(country), re.escape(key.title() if len(key) > 2 else key.upper())
        found[key] += 3 * len(re.findall(rf"\b{_PLACED} {noun}s?\b(?!-)", text))
        found[key] += len(re.findall(rf"\b{noun}(?:s|['’]s)?\b(?!-)", text))
        found[key] += 2 * len(re.findall(rf"\b{demonym} {_POWERS}\b", text, re.I))
    best = min(found.items(), key=lambda item: (-item[1], item[0]))
    return best[0].title() if best[1] else ""


_RULER: Final = re.compile(
    r"\b([A-Z][a-z]+)['’]?s?['’]? (?:(?:\w+ )?(?:regime|air ?force|forces|army|troops|warplanes|jets|helicopters)|government)\b"
)


def find_actors(text: str) -> tuple[Actor, ...]:
    """Return the parties that `text` names, in order, none inside another."""
    home = home_country(text)
    found: list[Actor] = []
    for actor in (
        *_states(text, home),
        *_named(text),
        *_rulers(text),
        *_countries(text, home),
        *_generic(text, home),
    ):
        if not any(a.start < actor.end and actor.start < a.end for a in found) and not _AREA.match(
            text[actor.end : actor.end + 16]
        ):
            found.append(actor)
    return _told_apart(text, sorted(found, key=lambda a: a.start))


_APPOSED: Final = re.compile(
    r"^[\s\"“”'(]*(?:(?:group|groups|organi[sz]ations?|members|fighters|militants|of|from|the|so-called|affiliated|linked|belonging|loyal|allied|"
    r"to|with|known as|called|named)[\s\"“”'(]*)*$",
    re.I,
)


def _told_apart(text: str, found: list[Actor]) -> tuple[Actor, ...]:
    """Join a general word to the name beside it: "terrorists from the Red Brigade", "the Red Brigade militants"."""
    kept: list[Actor] = []
    for actor in found:
        last = kept[-1] if kept else None
        general = actor.name in _VAGUE or actor.name.split()[-1] in _VAGUE_HEADS
        if (
            last
            and last.name in _VAGUE | {last.name for _ in (0,) if last.name.split()[-1] in _VAGUE_HEADS}
            and not general
            and not actor.arms
            and not actor.adjective
            and _APPOSED.match(text[last.end : actor.start])
        ):
            kept[-1] = Actor(last.start, actor.end, actor.name)
        elif (
            last
            and general
            and not last.adjective
            and last.name not in _VAGUE
            and not text[last.end : actor.start].strip(" -")
        ):
            kept[-1] = Actor(last.start, actor.end, last.name, last.adjective, last.arms)
        else:
            kept.append(actor)
    return tuple(kept)


_VAGUE: Final = frozenset({"terrorists (unnamed)", "rebels", "mercenaries", "militants", "gunmen"})
_VAGUE_HEADS: Final = frozenset(
    [
        "militant",
        "militants",
        "militia",
        "militias",
        "militiamen",
        "gunmen",
        "jihadist",
        "jihadists",
        "extremist",
        "extremists",
        "group",
        "groups",
        "fighters",
    ]
)


def _states(text: str, home: str) -> list[Actor]:
    found = []
    words = "|".join(sorted((re.escape(k) for k in STATES), key=len, reverse=True))
    for m in re.finditer(rf"(?<![\w-])({words})(?![\w-])(?: ((?:{_ARM})\b))?", text, re.I):
        if (
            not m[1][0].isupper()
            or (m[1].lower() == "us" and m[1] != "US")
            or re.match(
                r"[- ]led\b|[- ](?:[Nn]ational |[Oo]pposition )?(?:[Cc]oalition|[Cc]ouncil|[Oo]bservatory|[Nn]etwork|[Cc]ivil|[Aa]rab News|[Dd]emocratic|[Nn]ational Army|[Oo]pposition|[Rr]ebel|[Aa]ctivist)",
                text[m.end() : m.end() + 24],
            )
        ):
            continue
        country = STATES[m[1].lower()]
        if m[1].lower() == home.lower():
            if m[2] is None:
                following = re.match(
                    r" (?:air|raid|strike|bomb|shell|missile|rocket|artillery|barrel|aerial|or |and )",
                    text[m.end() :],
                    re.I,
                )
                if following is None:
                    continue
            found.append(Actor(m.start(), m.end(), f"{home} government", m[2] is None, m[2] is not None))
        else:
            found.append(Actor(m.start(), m.end(), country, m[2] is None, m[2] is not None))
    for m in re.finditer(
        rf"\b(?!(?:The|A|An|This|These|Those|Pro|Anti|Other|All|Some|Several)\b)([A-Z][a-z]+(?:ian|ean|ese|ish|i|an))\b (?=(?:{_ARM})\b)({_ARM})\b",
        text,
    ):
        found.append(Actor(m.start(), m.end(), f"{m[1]} government", False, True))
    return found


def _named(text: str) -> list[Actor]:
    found = []
    for pattern, name in _NAMED:
        for m in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w])", text):
            found.append(Actor(m.start(), m.end(), name or m.group()))
    return found


def _rulers(text: str) -> list[Actor]:
    """ "Assad regime", "Assads air force": a state named by its ruler."""
    found = []
    for m in _RULER.finditer(text):
        if not re.search(
            rf"\b{m[1].removesuffix('s')}['’]?s?['’]? (?:regime|government)\b|\bPresident (?:\w+ )?(?:\w+[- ])?{m[1].removesuffix('s')}",
            text,
        ):
            continue
        if m[1].lower() in (
            "the",
            "this",
            "that",
            "its",
            "their",
            "pro",
            "allied",
            "army",
            "air",
            "security",
            "armed",
            "military",
            "government",
            "regime",
            "interior",
            "defence",
            "defense",
            "special",
            "joint",
            "ground",
            "coalition",
            "state",
            "some",
            "when",
            "while",
            "after",
            "other",
            "kurdish",
            "opposition",
            "rebel",
            "democratic",
            "both",
        ):
            continue
        name = (
            m[1][:-1]
            if m[1].endswith("s")
            and "'" not in m.group()
            and "’" not in m.group()
            and text.count(m[1][:-1] + " ")
            else m[1]
        )
        found.append(Actor(m.start(), m.end(), f"{name} regime", False, True))
    return found


_CAPITALS: Final = frozenset(
    {"moscow", "ankara", "tehran", "tel aviv", "riyadh", "damascus", "washington", "kremlin"}
)
_SPEAKS: Final = re.compile(
    r"\s+(?:(?:has|have|had|also|\w+ly)\s+){0,2}(?:den(?:y|ied|ies)|reject|dismiss)", re.I
)


def _countries(text: str, home: str) -> list[Actor]:
    found = []
    for key, country in _COUNTRY_NAMES.items():
        for m in re.finditer(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text, re.I):
            if not m.group()[0].isupper() or (key in _CAPITALS and not _SPEAKS.match(text[m.end() :])):
                continue
            if country != STATES.get(home.lower(), ""):
                found.append(Actor(m.start(), m.end(), country, False, True))
            elif _SPEAKS.match(text[m.end() :]):
                found.append(Actor(m.start(), m.end(), f"{home} government", False, True))
    return found


def _of_war(text: str, start: int, end: int) -> bool:
    """Whether a bare "coalition" is an alliance at war, not a political one that the text names too."""
    if re.search(r"(?:[A-Z]\w+|[Oo]pposition|[Nn]ational)\s+$", text[max(0, start - 20) : start]):
        return False
    warlike = re.compile(
        r"(?:coalition|alliance)['’]?s? (?:\w+ )?(?:air|raid|strike|warplane|jet|force|aircraft|plane|bomb)",
        re.I,
    )
    return bool(
        re.search(r"-led (?:\w+ ){0,2}(?:coalition|alliance)", text)
        or warlike.match(text[start : end + 24].removeprefix("the "))
    )


def _generic(text: str, home: str) -> list[Actor]:
    coalition = (
        "US-led coalition"
        if re.search(r"\b(?:US|U\.S\.|American)[- ]led\b", text, re.I) or "Saudi" not in text
        else "Saudi-led coalition"
    )
    names = {
        "coalition": coalition,
        "government": f"{home} government".strip(),
        "army": f"{home} government".strip(),
    }
    found = []
    for pattern, name in _GENERIC:
        for m in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w])", text, re.I):
            if name == "coalition" and not _of_war(text, m.start(), m.end()):
                continue
            found.append(
                Actor(
                    m.start(),
                    m.end(),
                    names.get(name, name) or m.group().lower(),
                    False,
                    name in ("government", "army"),
                )
            )
    return found
