"""Materiel that was moved, seized, found or supplied, damage to things, and people displaced or detained."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from whence.model.statement import Count
from whence.model.values import Amount
from whence.read.amounts import find_amounts
from whence.read.damage import find_damage
from whence.read.groups import Group, find_groups
from whence.read.triggers import EventWord, find_triggers, main_event

_ARMS: Final = (
    r"(?:weapons?|arms|ammunition|missiles?|rockets?|rocket launchers?|launchers?|mortars?|"
    r"mortar shells?|shells?|rounds|"
    r"machine[- ]guns?|guns?|rifles?|mines?|land ?mines|grenades?|explosives?|explosive (?:devices?|belts?)|bombs?|"
    r"armou?red vehicles|tanks?|drones?|UAVs?|trucks?|vehicles?|howitzers?|artillery pieces?|helicopters?|"
    r"anti-(?:tank|aircraft) [\w-]+|munitions?|detonators?|bullets|cartridges|warheads?|weaponry|"
    r"containers?|casings?|boxes|bags)"
)
_MOVED: Final = re.compile(
    r"\b(?:seiz(?:ed|es|ing)|captur(?:ed|es|ing)|confiscat(?:ed|es|ing)|found|discover(?:ed|s|ing)|transport(?:ed|s|"
    r"ing)|"
    r"smuggl(?:ed|es|ing)|ship(?:ped|s|ping)|deliver(?:ed|s|ing)|suppl(?:ied|ies|ying)|sent|sending|sends|sold|"
    r"selling|"
    r"provid(?:ed|es|ing)|carr(?:ied|ying)(?! out)|register(?:ed|s)|transfer(?:red|s|ring)|intercept(?:ed|s|ing)|"
    r"recover(?:ed|s|ing)|load(?:ed|ing)|receiv(?:ed|ing)|inventory of|list(?:ed|s)|contain(?:ed|ing|s)|held|"
    r"stor(?:ed|ing)|"
    r"handed over|unearthed|dug up|hid(?:den|ing)?|bought|purchas(?:ed|ing)|import(?:ed|ing))\b",
    re.I,
)
# words that name attacks elsewhere and weapons in a list of them
_ARMS_ALONE: Final = re.compile(
    rf"(?:{_ARMS}|artillery|aircraft|jets?|(?:war)?planes?|gunships?|projectiles?|gas canisters?|booby[- ]traps?|"
    r"(?:rocket|mortar|missile|artillery|tank)[- ](?:shell|round)s?|(?:chemical|gas|sarin|chlorine|mustard gas|"
    r"poison gas|nerve (?:agent|gas))(?: (?:weapons?|shells?))?|(?:barrel|car|cluster|suicide)[- ]?bombs?|IEDs?|"
    r"(?:suicide|explosive) (?:belt|vest|charge)s?|carry\w*|fir(?:ed|es|ing))",
    re.I,
)
_ARMS_NOUN: Final = re.compile(rf"\b{_ARMS}\b", re.I)
# words between a number and the weapons that it counts
_KIND: Final = (
    r"(?:(?!(?:and|the|in|on|by|from|who|that|which|were|was|killed|injured|wounded|people|civilians?|children|women|"
    r"others?|an?|to|with|\w+ing)\b)[\w'’./()-]+\s+)"
)
_NUMBERED: Final = re.compile(rf"\s*{_KIND}{{0,5}}?({_ARMS}(?:[ -]{_ARMS})*)\b", re.I)
# behind these a weapon's name only qualifies a place or a deed: "six arms depots", "rocket attacks"
_NOT_ARMS: Final = re.compile(
    r"[- ](?:depots?|dumps?|facilit\w+|factor\w+|embargo|stockpiles?|warehouses?|storage|attacks?|strikes?|blasts?|"
    r"fire|"
    r"explosions?|launch(?:es)?|plants?|stores?|laden|inspectors?|programmes?|programs?|positions?|use|experts?|"
    r"bombings?)\b",
    re.I,
)
_FLED: Final = re.compile(
    r"\b(?:displac(?:ed|es|ing|ement of)|fl(?:ed|ee|eeing)|uprooted|evacuat(?:ed|ing|ion of)|"
    r"forced (?:from|to (?:leave|flee))|"
    r"driven (?:from|out of)|left homeless|homeless|made refugees|took refuge|sought refuge|"
    r"left their homes|expelled|deported)\b",
    re.I,
)
_HELD: Final = re.compile(
    r"\b(?:arrest(?:ed|s|ing|(?= (?:at least |over |some |more than |nearly )?(?:\d+|two|three|four|five|six|seven|"
    r"eight|nine|ten|dozens|scores|hundreds|several)\b))|(?:still|being) held(?= by\b)|held (?:captive|prisoner)|"
    r"detain(?:ed|s|ing)|abduct(?:ed|s|ing)|kidnapp?(?:ed|s|ing)|"
    r"imprison(?:ed|s|ing)|jail(?:ed|ing)|"
    r"captur(?:ed|es|ing)|taken (?:prisoner|hostage|captive|into custody)|rounded up|held "
    r"hostage|in custody|behind bars|"
    r"(?:prisoners?|inmates?|detainees?|hostages?|captives?)\s+(?:held|of)|seized|"
    r"(?:is|are|was|were|been) (?:still |also )?holding|"
    r"h(?:eld|old|olds|olding)(?= (?:[\w-]+ ){1,8}(?:hostages?|captive)\b))\b",
    re.I,
)
_CLAUSE: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|told|when|while|after|before|but|who|which|where|since)\b", re.I
)
_THREAT: Final = re.compile(r"\b(?:could|would|may|might|threaten\w*|will|to)\s+(?:be\s+)?$", re.I)
_WAR: Final = 1_000_000  # no single happening drives out so many; such sums are a whole war's
_NEAR: Final = 7  # words between a verb and the thing or people it speaks of
_TRANSITIVE: Final = re.compile(
    r"displac|uproot|evacuat|expel|deport|driven|forced|arrest|detain|abduct|kidnap|captur|seiz", re.I
)
_WHO_WAS: Final = re.compile(r",? (?:who|that) (?:was|were|has been|have been|had been)(?: \w+ly| also)? ")
_TAKEN: Final = re.compile(r"abducted|kidnapp?ed", re.I)
_APPOSED: Final = re.compile(r"[A-Z][\w’'-]*[a-z],\s{1,2}$")
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|are|is|have|has|had)\s+(?:\w+\s+){0,2}$", re.I)


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing at [start, end) with its number, tied to the verb at [cue_start, cue_end) by the pattern `rule`."""

    aspect: Literal["materiel", "damage"]
    what: str
    amount: Amount | None
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str = "materiel"


@dataclass(frozen=True, slots=True)
class Driven:
    """A number of people displaced or detained."""

    aspect: Literal["displaced", "detained"]
    count: Count
    group: Group
    cue_start: int
    cue_end: int


def find_things(text: str, start: int, end: int) -> tuple[Moved, ...]:
    """Return the weapons that the sentence says were moved or found, and the things it says were damaged."""
    found: dict[tuple[str, int], Moved] = {}
    for cue in _MOVED.finditer(text, start, end):
        for thing in _arms(text, end, cue):
            found.setdefault((thing.aspect, thing.start), thing)
    for hit in find_damage(text, start, end):
        thing = Moved(
            "damage", hit.what, hit.amount, hit.start, hit.end, hit.cue_start, hit.cue_end, hit.rule
        )
        found.setdefault((thing.aspect, thing.start), thing)
    return tuple(sorted(found.values(), key=lambda t: (t.start, t.aspect)))


def event_beside(thing: Moved, events: Sequence[EventWord], text: str) -> EventWord | None:
    """Return the attack that the sentence tells beside `thing`; weapons that were moved are none themselves."""
    if thing.aspect == "damage":
        return main_event(tuple(events))
    return main_event(tuple(e for e in events if not _ARMS_ALONE.fullmatch(text, e.start, e.end)))


def _arms(text: str, end: int, cue: re.Match[str]) -> list[Moved]:
    """The list of weapons that follows the verb, each with its number; without a number the first one alone."""
    stop = _CLAUSE.search(text, cue.end(), end)
    edge = stop.start() if stop and not re.match(r"[\"“”:]", stop.group()) else end
    found = []
    each = False
    for mention in find_amounts(text, cue.end(), edge):
        noun = _NUMBERED.match(text, mention.end, edge)
        if (
            noun
            and not _NOT_ARMS.match(text, noun.end(1))
            and not any(
                mention.end <= o.start < noun.start(1) for o in find_amounts(text, mention.end, noun.start(1))
            )
        ):
            if _EACH.search(text, max(0, cue.start() - 16), mention.start):
                each = True  # what each box holds is no sum
                continue
            what = _with_kind(text, mention.end, noun)
            found.append(Moved("materiel", what, mention.amount, mention.start, noun.end(1), *cue.span()))
    if found or each:
        return found
    plain = _ARMS_NOUN.search(text, cue.end(), edge)
    if (
        plain
        and not _NOT_ARMS.match(text, plain.end())
        and len(text[cue.end() : plain.start()].split()) <= 3
        and plain.group().lower() not in ("vehicles", "bags", "boxes", "containers", "rounds", "vehicle")
    ):
        return [Moved("materiel", plain.group(), None, plain.start(), plain.end(), *cue.span())]
    return []


_EACH: Final = re.compile(r"\beach (?:of (?:them|which) )?(?:\w+ing |holding |with |had |held )?$", re.I)
_WEAPON_KIND: Final = re.compile(
    r"(?:(?:artillery|mortar|rocket|heavy|light|hand|tank|anti-tank|anti-aircraft|machine[- ]gun|machine|gun|metal"
    r"|steel|mortar-shell|sniper|assault|surface-to-air|ballistic|cruise|guided|barrel|cluster|land)\s+)+$",
    re.I,
)


def _with_kind(text: str, start: int, noun: re.Match[str]) -> str:
    """The weapons' noun with the words that tell its kind: "artillery shells", "heavy machine-gun rounds"."""
    kind = _WEAPON_KIND.search(text, start, noun.start(1))
    return text[kind.start() : noun.end(1)] if kind else noun[1]


def find_driven(text: str, start: int, end: int) -> tuple[Driven, ...]:
    """Return how many people the sentence says were displaced or detained."""
    found: dict[tuple[str, int], Driven] = {}
    groups = find_groups(text, start, end)
    for aspect, pattern in (("displaced", _FLED), ("detained", _HELD)):
        for cue in pattern.finditer(text, start, end):
            group = _nearest(text, cue, groups)
            if not group or _THREAT.search(text[start : cue.start()]) or _passed_over(text, cue, group):
                continue
            kind: Literal["displaced", "detained"] = "displaced" if aspect == "displaced" else "detained"
            found.setdefault(
                (kind, group.start), Driven(kind, Count(group.amount, group.noun), group, *cue.span())
            )
    return tuple(sorted(found.values(), key=lambda d: (d.group.start, d.aspect)))


def _passed_over(text: str, cue: re.Match[str], group: Group) -> bool:
    """Whether the number is no number of people driven or held: a base's, the dead's, or a sum over a war.

    "Ana Moro, a member of the board, was kidnapped": the office only says who she is.
    """
    if group.amount.words.lower() in ("a", "an") and _APPOSED.search(
        text, max(0, group.start - 40), group.start
    ):
        return True
    if not group.named and re.match(r"captur|seiz", cue.group(), re.I):
        return True
    low, high = min(group.end, cue.end()), max(group.start, cue.start())
    if group.start < cue.start() < group.end:
        return False
    if low < high and find_triggers(text, low, high):
        return True
    return (group.amount.lower or group.amount.upper or 0) >= _WAR


def _nearest(text: str, cue: re.Match[str], groups: tuple[Group, ...]) -> Group | None:
    """Those whom the word qualifies ("seven kidnapped nuns"), the people right behind the verb, else its subject."""
    around = next((g for g in groups if g.start < cue.start() and cue.end() < g.end), None)
    if around and _TAKEN.match(cue.group()):
        return around
    right = next((g for g in groups if g.start >= cue.end()), None)
    if (
        right
        and len(text[cue.end() : right.start].split()) <= 3
        and not _CLAUSE.search(text, cue.end(), right.start)
        and not re.search(r"\b(?:by|in|from|to|with)\b", text[cue.end() : right.start], re.I)
    ):
        return right
    left = next((g for g in reversed(groups) if g.end <= cue.start()), None)
    if left and _WHO_WAS.fullmatch(text, left.end, cue.start()):
        return left
    if left is None or _CLAUSE.search(text, left.end, cue.start()):
        return None
    gap = text[left.end : cue.start()]
    if _TRANSITIVE.match(cue.group()) and len(gap.split()) > 1 and not _PASSIVE.search(gap):
        return None  # "killed 300 and displaced half the town": the verb has another object
    return left if len(text[left.end : cue.start()].split()) <= _NEAR + 3 else None
