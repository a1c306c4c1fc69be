"""Groups of people with a number: "at least 12 civilians", "three cooks and an old baker", "16 others", "six"."""

import re
from dataclasses import dataclass
from typing import Final

from whence.model.values import Amount
from whence.read.alone import find_alone
from whence.read.amounts import AmountMention, find_amounts
from whence.read.callings import CALLINGS, MEN_AND_WOMEN
from whence.read.counted import HEADS, THINGS, plural
from whence.read.kin import KIN
from whence.read.numerals import word_set
from whence.read.shares import find_shares, share_of

# the text's own noun -> the plural by which it is kept; what is in no table is no group of people
_IRREGULAR: Final = {
    "person": "people", "people": "people", "persons": "people", "individual": "people", "individuals": "people",
    "others": "people", "victim": "people", "victims": "people", "deaths": "people", "fatalities": "people",
    "killings": "people", "murders": "people",
    "lives": "people",
    "injuries": "people", "bodies": "people", "corpses": "people", "forces": "forces", "ones": "people",
    "child": "children", "children": "children", "kid": "children", "kids": "children", "minor": "children",
    "minors": "children", "infant": "children", "infants": "children", "baby": "children", "babies": "children",
    "toddler": "children", "toddlers": "children", "boy": "children", "boys": "children", "girl": "children",
    "girls": "children", "schoolchildren": "children", "schoolgirls": "children", "schoolboys": "children",
    "youngster": "children", "youngsters": "children", "woman": "women", "women": "women", "man": "men", "men": "men",
    "newborn": "children", "newborns": "children", "policewoman": "police officers", "policewomen": "police officers",
    "businessman": "businessmen", "businessmen": "businessmen", "fireman": "firefighters", "firemen": "firefighters",
    "infantryman": "soldiers", "servicewoman": "soldiers", "servicewomen": "soldiers",
    "seaman": "sailors", "seamen": "sailors", "gunman": "gunmen", "gunmen": "gunmen", "policeman": "police officers",
    "policemen": "police officers",
    "serviceman": "soldiers", "servicemen": "soldiers", "militiaman": "militiamen", "militiamen": "militiamen",
    "tribesman": "tribesmen", "tribesmen": "tribesmen", "crewman": "crew members",
    "crewmen": "crew members", "personnel": "personnel",
    "troops": "soldiers", "medic": "medical staff", "medics": "medical staff", "staff": "staff", "crew": "crew members",
    "paramedic": "medical staff", "paramedics": "medical staff", "jihadis": "jihadists", "jihadi": "jihadists",
    "elderly": "elderly people", "mujahideen": "fighters", "refugee": "refugees",
    "families": "families", "infantrymen": "soldiers", "countrymen": "people",
}  # fmt: skip
PERSONS: Final = {
    **_IRREGULAR,
    **KIN,
    **{many: many for many in KIN.values()},
    **{w: plural(w) for w in CALLINGS},
    **{plural(w): plural(w) for w in CALLINGS},
    **MEN_AND_WOMEN,
    **{many: many for many in MEN_AND_WOMEN.values()},
    "casualties": "people", "casualty": "people", "martyr": "people", "martyrs": "people",
    "police": "police officers",
    "element": "fighters", "elements": "fighters",
}  # fmt: skip
# words that end a noun phrase: behind them no head noun of the same phrase can follow
_STOPS: Final = word_set(
    "in on at by from to for with without near when while after before as since until during over under into "
    "inside outside around between against who whom whose which that and or but including among mostly was "
    "were is are be been being have has had died killed wounded injured hurt said says reported sustained "
    "suffered received where amid following due because it he she they we his "
    "killing injuring wounding leaving causing targeting hitting destroying claiming two three four five six seven "
    "eight nine ten eleven twelve twenty thirty forty fifty dozens scores hundreds several many"
)
# "four of them children", "three of its fighters": the words between an amount and its noun that are no modifiers
_LINKS: Final = frozenset(["of", "the", "them", "its", "their", "his", "her", "these", "those", "whom"])
_ALONE_NEXT: Final = _STOPS | word_set(
    "more dead late early today yesterday monday tuesday wednesday thursday friday saturday sunday this last "
    "some others other overnight also per wound wounds wounding injures injuring kill kills killing"
)
# names of peoples and faiths in the plural stand for people: "40 Kenyans", "dozens of Druzes"
_PEOPLES: Final = re.compile(
    r"(?:[A-Z][a-z]+ians|[A-Z][a-z]{2,}ans|[A-Z][a-z]+(?:[lqnbmdkht]|sh)is|[A-Z][a-z]{2,}ites|[A-Z][a-z]+ese|Turkmens?|"
    r"Protestants|Catholics|Muslims|Hindus|Sikhs|Buddhists|Jews|Chechens|Kurds|Arabs|Turks|Druzes?|Sunnis|Shias|Swedes|Danes|Finns|Poles|Serbs|Croats|Afghans|Uzbeks|Tajiks)$"
)
# behind these a word for one person only qualifies a thing: "15 fighter planes", "two personnel carriers"
_THINGS: Final = word_set(
    "haven calm safety peace quiet ease "
    "plane planes jet jets aircraft bombers carrier carriers position positions base bases vehicle vehicles "
    "attack attacks camp camps areas neighbourhoods targets houses homes buildings groups tank tanks"
)
# "killing its pilot", "his son and 12 others": one person by what he is to somebody
_WHOSE: Final = re.compile(
    rf"\b(?:his|her|its|their)\s+(?=(?:[\w-]+ )?(?:{'|'.join(KIN)}|child|baby|pilot|co-pilot|"
    r"driver|bodyguard|commander|leader|chief|deputy)\b)",
    re.I,
)
_ARTICLE: Final = re.compile(r"\b(?:an?|another|the)\s+(?=(?:[\w'’-]+\s+){0,3}?[\w'’-]+)", re.I)
_WORD: Final = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")
_MODIFIERS: Final = (
    6  # words that may stand between an amount and its noun ("14 suspected foreign IS group fighters")
)


@dataclass(frozen=True, slots=True)
class Group:
    """A number of people at [start, end) of a text; `named` is False where the text gives a number and no noun."""

    start: int
    end: int
    amount: Amount
    noun: str
    named: bool


def find_groups(text: str, start: int, end: int) -> tuple[Group, ...]:
    """Return the groups of people with a number in text[start:end], in order of place."""
    found: list[Group] = []
    taken: list[tuple[int, int]] = []
    for mention in find_amounts(text, start, end):
        group = _group_at(text, mention, end)
        taken.append((mention.start, mention.end))
        if group:
            found.append(group)
    none = _none(text, start, end)
    found = [g for g in found if not any(n.start <= g.start < n.end for n in none)] + none
    found += _single(text, start, end, taken + [(g.start, g.end) for g in found])
    found += _one_of(text, start, end, found)
    for one in find_alone(text, start, end, [(g.start, g.end, g.noun) for g in found]):
        found.append(Group(one.start, one.end, Amount(1, 1, one.words), one.noun, True))
    found += _elided(text, found)
    found += _shares(text, start, end, found)
    found = [g for g in found if not _hears(text, g)]
    return tuple(_partitive(text, sorted(found, key=lambda g: (g.start, -g.end))))


_HEARERS: Final = frozenset({"correspondents", "reporters", "journalists"})


def _hears(text: str, group: Group) -> bool:
    """Whether a group is who is told ("the toll was confirmed to a reporter"), and not counted."""
    return group.noun in _HEARERS and group.amount.upper == 1 and text[: group.start].endswith("to ")


_OUT_OF: Final = re.compile(r"\s+(?:out of|of)(?:\s+(?:the|its|their|his|her|those|these))?\s+")


def _partitive(text: str, groups: list[Group]) -> list[Group]:
    """Return `groups` with "two of the five guards" as one: two guards."""
    kept: list[Group] = []
    for group in groups:
        last = kept[-1] if kept else None
        if last and group.start < last.end:
            continue
        if last and group.amount.words and _OUT_OF.fullmatch(text, last.end, group.start):
            kept[-1] = Group(last.start, group.end, last.amount, group.noun, group.named)
            continue
        kept.append(group)
    return kept


_ONE_OF: Final = re.compile(
    r"\b(?P<words>(?:at least )?one of)\s+(?:its|their|his|her|the|our|those|these)\s+(?=[\w-])", re.I
)


def _one_of(text: str, start: int, end: int, known: list[Group]) -> list[Group]:
    """Return the groups of "one of its commanders": one person of many."""
    found = []
    for match in _ONE_OF.finditer(text, start, end):
        head = _head(text, match.end(), end)
        taken = any(g.start < match.end() and match.start() < g.end for g in known)
        if head and not taken and text[: head[1]].lower().endswith("s"):
            found.append(Group(match.start(), head[1], Amount(1, 1, match["words"]), head[0], True))
    return found


_ASIDE: Final = 40  # code points between a number and its share: "40 people on a ferry, half of them boys"


def _shares(text: str, start: int, end: int, known: list[Group]) -> list[Group]:
    """Return the groups of "half of them children", of the number right before."""
    found = []
    for match in find_shares(text, start, end):
        before = [g for g in known if match.start() - _ASIDE <= g.end <= match.start()]
        head = _head(text, match.end(), end)
        amount = share_of(max(before, key=lambda g: g.end).amount, match) if before and head else None
        if head and amount:
            found.append(Group(match.start(), head[1], amount, head[0], True))
    return found


_ELIDED: Final = re.compile(
    r"\s+and\s+(?P<noun>(?:little |young |elderly |(?:young|old|eld)(?:er|est) )?"
    rf"(?:child|woman|man|boy|girl|baby|infant|{'|'.join(KIN)}))\b(?!-)",
    re.I,
)


def _elided(text: str, known: list[Group]) -> list[Group]:
    """Return the second of "a woman and child", "his father and elder brother", whose article is left out."""
    found = []
    for group in known:
        match = _ELIDED.match(text, group.end)
        if match and group.amount.upper == 1 and group.named:
            noun = PERSONS[match["noun"].split()[-1].lower()]
            found.append(Group(match.start("noun"), match.end(), Amount(1, 1, match["noun"]), noun, True))
    return found


# "killed 12 residents said": where the comma is lost, those who say it are none of the twelve
_TELLERS: Final = word_set(
    "activists residents officials doctors rescuers volunteers workers locals journalists rebels villagers observers "
    "correspondents officers commanders"
) | {"medical staff"}
_TELL: Final = re.compile(
    r"\s+(?:(?:have|has|had)\s+)?(?:said|say|says|told|reported|report|added|claimed)\b(?!\s+(?:the|an?|[A-Z]))"
)


def _tells(text: str, at: int, end: int) -> bool:
    """Whether a verb of telling stands right behind the noun that ends at `at`, and its subject not behind it."""
    return bool(_TELL.match(text, at, end))


_MATERIAL: Final = frozenset(THINGS.values()) - frozenset(PERSONS.values())
# "eight injured people": those who speak in headlines are left out ("20 wounded activists")
_HURT_FIRST: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?:injured|wounded)(?=\s+(?:people|persons?|civilians?|soldiers?|fighters?|children|women|men|students?"
    r"|victims?|citizens?|passengers?|patients?|villagers|troops|policemen|militants|terrorists)\b)",
    re.I,
)


def _group_at(text: str, mention: AmountMention, end: int) -> Group | None:
    if mention.noun.lower() in _MATERIAL:
        return None
    hurt = _HURT_FIRST.match(text, mention.end, end)
    head = _head(text, hurt.end() if hurt else mention.end, end, many=mention.amount.upper != 1)
    if head and head[0] in _TELLERS and _tells(text, head[1], end):
        head = None
    if head:
        return Group(mention.start, head[1], mention.amount, head[0], True)
    if mention.noun == "people" and mention.noun_start == mention.noun_end:  # "a family of six"
        return Group(mention.start, mention.end, mention.amount, "people", True)
    if text[mention.start : mention.end].lower() in ("a", "an"):
        return None  # the noun is no person's
    if (
        mention.noun and mention.noun.lower() not in _ALONE_NEXT and not _tells(text, mention.noun_end, end)
    ) or (text[mention.start : mention.end].isdecimal() and mention.end - mention.start > 3):
        return None
    return Group(mention.start, mention.end, mention.amount, "people", False)


# "a ploughman", "two horsewomen": a trade in -man is a person's where no table knows it
_TRADE: Final = re.compile(r"(?P<stem>[a-z]{3,})(?P<sex>wo)?m[ae]n")
_NO_TRADE: Final = word_set(
    "human humane woman women omen specimen regimen abdomen acumen talisman ottoman german roman"
)


def _by_trade(word: str) -> str | None:
    """The plural of a small-letter word in -man or -men that is a person's trade, else None."""
    found = _TRADE.fullmatch(word)
    if found is None or word in _NO_TRADE:
        return None
    return f"{found['stem']}{found['sex'] or ''}men"


_HEADS_OF: Final = word_set("heads chiefs all most some both")  # people, before "of": "28 heads of the group"
_PLURALS: Final = frozenset(PERSONS.values())
_NAME_NEXT: Final = re.compile(r"\s+(?!Killed|Dead|Died|Slain|Injured|Wounded|Hurt)[A-Z][a-z]+\s+[A-Z][a-z]")
_WHOLE: Final = frozenset(  # plurals that qualify no other noun for people
    {w for w in PERSONS if w.endswith("s")} | {"people", "women", "men", "children"}
) - {"forces", "troops", "families"}


_MEMBERS: Final = frozenset({"member", "members"})
_EITHER: Final = frozenset(
    ["local", "national", "police"]
)  # people where no noun follows: "a local radio station"


def _describes(text: str, word: str, at: int, end: int) -> bool:
    """Whether the word that ends at `at` is the adjective of what follows; "a national Ana Moro" is a person."""
    following = _WORD.match(text, at + 1, end) if word in _EITHER and text[at : at + 1] == " " else None
    if following is None or (word == "national" and following.group()[0].isupper()):
        return False
    return following.group() not in _STOPS | _ALONE_NEXT


def _head(text: str, start: int, end: int, *, many: bool = False) -> tuple[str, int] | None:
    """Return the group's plural and where its noun ends, if a noun for people closes the phrase from `start`.

    `many` says that the phrase counts more than one: "seven Governor Ana Moro" are no seven governors.
    """
    last: tuple[str, int] | None = None
    at, whole, heads, before = start, False, False, ""
    for count, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group().lower()
        gap = text[at : match.start()]
        if count > _MODIFIERS or (gap.strip(" \t\n\"'“”‘’") and gap.strip() != "-"):
            break
        noun = (
            PERSONS.get(word)
            or _by_trade(match.group())
            or ("people" if _PEOPLES.match(match.group()) else None)
        )
        if (last and word in _THINGS) or (word == "of" and count and last is None and not heads):
            return None  # "15 fighter planes", "a number of boats of the rebels"
        if noun and not _describes(text, word, match.end(), end):
            title = (
                match.group()[0].isupper() and word not in _PLURALS and _NAME_NEXT.match(text, match.end())
            )
            if whole or (
                many and title
            ):  # "seven divers officials said": a comma was lost, and the speakers are no victims
                break
            if word in _MEMBERS and before == "service":
                noun = "soldiers"  # "two service members"
            last = (last[0] if last and noun == "people" else noun, match.end())  # "civilian lives"
            whole = word in _WHOLE
        elif (
            last
            or (word in _STOPS and word not in _LINKS and not match.group().isupper())
            or (word[0].isdigit() and "year" not in word)
        ):
            break
        at, heads, before = match.end(), word in _HEADS_OF, word
    return last


_NONE: Final = re.compile(
    r"\b(?:no|not a single|not one|(?:none|neither) of (?:the|its|their|those)"
    r"(?:\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozen))?)\s+(?=[\w-])",
    re.I,
)
_ANY: Final = re.compile(r"\bany\s+(?=[\w-])", re.I)
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|without|no (?:reports?|evidence|proof|indication))\b", re.I
)


def _none(text: str, start: int, end: int) -> list[Group]:
    """Return the groups of nobody: "no soldier", "not a single civilian", and "any soldiers" where that is denied."""
    found = []
    denied = _DENIED.search(text, start, end)
    for match in (
        *_NONE.finditer(text, start, end),
        *_ANY.finditer(text, denied.end() if denied else end, end),
    ):
        head = _head(text, match.end(), end)
        words = text[match.end() : head[1]] if head else ""
        if (
            head
            and len(words.split()) <= 3
            and not words.lower().endswith(("casualties", "injuries", "deaths"))
        ):
            amount = Amount(0, 0, text[match.start() : match.end()].strip(), "none")
            found.append(Group(match.start(), head[1], amount, head[0], True))
    return found


def _qualifies(text: str, at: int, end: int) -> bool:
    """Whether the noun that ends at `at` only says of which kind the next is: "a jihadist assault"."""
    following = _WORD.match(text, at + 1, end) if text[at : at + 1] == " " else None
    word = following.group() if following else ""
    return (
        word in HEADS
        and word not in PERSONS
        and not word.endswith("ing")
        and word not in ("side", "death", "fighting")
    )


def _single(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Group]:
    """Return the groups of one: "a child", "an elderly woman", "another soldier"."""
    found = []
    for match in (*_ARTICLE.finditer(text, start, end), *_WHOSE.finditer(text, start, end)):
        if match.group().strip().lower() == "the" or any(
            s < match.end() and match.start() < e for s, e in taken
        ):
            continue
        head = _head(text, match.end(), end)
        if head is None or any(s < head[1] and match.start() < e for s, e in taken):
            continue
        last = _WORD.findall(text[match.end() : head[1]])[-1].lower()
        if _qualifies(text, head[1], end):
            continue
        several = last.endswith("s") and (
            last[:-1] in PERSONS or last.endswith("ies")
        )  # "a video showing bodies"
        if (last != head[0] and not several) or last in ("staff", "personnel"):
            found.append(
                Group(
                    match.start(),
                    head[1],
                    Amount(1, 1, text[match.start() : match.end()].strip()),
                    head[0],
                    True,
                )
            )
    return found
