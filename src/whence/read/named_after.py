"""Attacks that bear a party's name: "A's air strikes", "the A shelling"."""

import re
from typing import Final

from whence.read.actors import Actor
from whence.read.blame import BREAK, Blame, Scope, made, verbs_behind
from whence.read.blame_words import CONDEMNED, CONFIRMED, words

# a verb between a party's name and an attack: it did something else with it ("A condemned the raid")
_DID: Final = re.compile(
    r"\b(?!(?:armed|combined|so-called|renewed|sustained|repeated|coordinated|continued|intensified|alleged|"
    r"suspected|reported|"
    r"guided|unmanned|misguided|planned|targeted|concerted|retaliatory)\b)\w{3,}ed\b",
    re.I,
)
_APART: Final = re.compile(
    r"[\"“”;:,.]|\b(?:in|on|at|by|of|said|says|was|were|is|are|have|has|had|after|when|while|that|who|with|"
    r"from|to|"
    r"targeted|against|and|or|position\w*|the|this|that|these|those|its|their|his|her|for|between|under|"
    r"over|into|"
    r"during|before|since|until|about|than|fought|fights?|battl(?:ed|ing)|like|near|killed|wounded|injured|"
    r"died|dead|via|through|using|amid|"
    r"hurt|suffered|shot|captured|called|calls|said|says|described|deems|labell?ed|branded|detained|seized|"
    r"besieged)\b",
    re.I,
)
_ADJACENT: Final = (
    3  # words between an actor's name and the attack it qualifies ("government jets' heavy raids")
)
_MET: Final = words(
    "pound(?:ed|s|ing)?", "respond(?:ed|ing)? to", "resist(?:ed|ing)?", "withst(?:ood|anding)", "halt(?:ed|ing)?",
    "face[sd]?",
    "stop(?:ped|ping)?", "counter(?:ed|ing)?", "break(?:ing)?", "broke", "end(?:ed|ing)?", "against",
    "retaliat\\w+ (?:for|to)",
    tail=r"\s+(?:(?:an?|the|this|any|another|to|major|fresh)\s+)*$",
)  # fmt: skip


# an attack that may come
_POSSIBLE: Final = words(
    "possible", "potential", "imminent", "looming", "threatened", "planned", "expected", "feared", "eventual", "future",
    "any", "in case of",
    r"(?:possibilit(?:y|ies)|threats?|risks?|fears?|prospects?|dangers?|chances?) of"
    r"(?: (?:more|further|new|another|other))?",
    tail=r"(?: (?:an?|the))?\s+$",
)  # fmt: skip


_SPOKEN_OF: Final = ((CONFIRMED, "confirmed"), (CONDEMNED, "blamed"))  # who speaks so of "A's attack" means A


_OTHERS: Final = re.compile(r"[,.]|\b(?:was|were|is|are|been|being|by|to|that|which|and)\b", re.I)
PLATFORM: Final = re.compile(
    r"(?:(?:war|fighter)[- ]?)?(?:planes?|jets?)|combat planes?|helicopters?|gunships?|aircraft|air ?force|drones?",
    re.I,
)


# no attack does these by itself: "an advance launched last month"
_MADE: Final = re.compile(
    r"launch|conduct|stag(?:ed|ing)|mount|carr(?:y|ied)|wag(?:ed|ing)|commit|drop|fir(?:ed|ing)", re.I
)
_NEXT: Final = 6  # words between an attack and the verb by which it hits or kills


def _strikes(scope: Scope, after: int) -> bool:
    """Whether the attack that ends at `after` is the subject of what it does: "A's air strikes hit two homes"."""
    verb = next((start for start, _, _ in verbs_behind(scope, after)), None)
    if verb is None or _MADE.match(scope.text, verb):
        return False
    gap = scope.text[after:verb]
    return len(gap.split()) <= _NEXT and not (BREAK.search(gap) or _OTHERS.search(gap))


def named_after(scope: Scope, actor: Actor, before: str) -> Blame | None:
    """Return the blame of `actor` by an attack named after it, or None; `before` is the sentence up to it."""
    if _MET.search(before) or _POSSIBLE.search(before):
        return None  # an attack that somebody met, answered or ended is not what this sentence is about
    for event in scope.events:
        platform = PLATFORM.fullmatch(scope.text, event.start, event.end)  # a jet by itself is no attack
        if event.verb or platform or event.end <= actor.end:
            continue
        # "a Karvian drone strike": the party's arms may open the words of the attack
        gap = scope.text[actor.end : max(actor.end, event.start)]
        if len(gap.split()) > _ADJACENT or _APART.search(gap) or _DID.search(gap):
            continue
        if scope.text[event.start : event.end].lower() == "fighting":
            continue  # "rebels fighting the army" names no attack
        plain = "subject of the attack" if _strikes(scope, event.end) else "attack named after it"
        rule = next((r for words_of, r in _SPOKEN_OF if words_of.search(before)), plain)
        return made(actor, (event.start, event.end), rule)
    return None
