"""Who is said to have done it: actors as the text names them, tied to an attack or to a harm word.

=====================  ======================================================================================
agent of the attack    "killed by A", "shells fired by A", "an air raid by A"
subject of the attack  "A killed twelve", "A's warplanes bombed the market", "A fired shells at it"
attack named after it  "A's air strikes", "the A shelling", "terrorist rocket attacks"
blamed                 "blamed A for it", "accused A", "an attack attributed to A"
named as responsible   "A was behind the attack", "A is believed to be responsible"
claimed by itself      "A claimed responsibility"; also "the attack was claimed by A"
denied by itself       "A denied the charge"
nobody known           "no group claimed it", "it was not clear who fired", "unidentified aircraft"
=====================  ======================================================================================
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whence.read.actors import VAGUE, Actor
from whence.read.blame_words import (
    BLAME,
    BLAMED_ON,
    CLAIM,
    CLAIMED_BY,
    DENIAL,
    DENIES,
    RESPONSIBLE,
    SAID_OWN,
    UNKNOWN,
    words,
)
from whence.read.claims import ACHIEVED
from whence.read.parties import COUNTRY_NAMES
from whence.read.triggers import EventWord, Trigger

_ARTICLES: Final = (
    r"\s+(?:(?:the|a|an|some|several|suspected|what (?:were|was|are|is)|likely|apparent|both|either|two|other|"
    r"unidentified|forces of|members of|fighters of|jets of|warplanes of|aircraft of|(?:the )?bombers of|"
    r"fighters from|believed to be|at least|more than|of|\d+|three|four|five|so[- ]called|many|most|all|other|dozens|"
    r"scores|hundreds|numbers?|around|about|nearly|over|almost|six|seven|eight|nine|ten|members|"
    r"[\w-]+-(?:linked|affiliated|backed|inspired|aligned|dominated)|takfiri|jihadist|extremist)\s+)*$"
)
_BY: Final = words("by", tail=_ARTICLES)
# "a town held by A", "a video published by A": the participle before "by" is no attack
_NOT_BY: Final = words(
    "held", "controlled", "run", "ruled", "captured", "seized", "occupied", "besieged", "populated", "made", "used",
    "confirmed", "reported", "supported", "backed", "led", "owned", "published", "posted", "released", "quoted",
    "dominated", "signed", "brokered", "surrounded", "inhabited", "designated", "foiled", "repelled", "aided",
    tail=r"(?:\s+\w+ly)? by" + _ARTICLES,
)  # fmt: skip
# "dozens of A stormed it": the doer is A
_SHARE: Final = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|tens|a (?:large |small )?(?:number|group|convoy|handful|squad|column)|"
    r"groups|elements|some|most|many|\w+) of (?:the |its )?(?:heavily )?(?:armed |foreign )?$",
    re.I,
)
# "killed in clashes with A"
_WITH: Final = re.compile(
    r"\b(?:in|during|amid|after) (?:[\w-]+ ){0,2}(?:clash(?:es|ing)|fighting|battles?|gun ?battles?|fire ?fights?|"
    r"confrontations?|skirmish(?:es)?|combat) (?:\w+ )?with\s+(?:(?:the|a|some|suspected|so[- ]called)\s+)*$",
    re.I,
)
# "rocket fire from A": the attack comes from its agent
_FROM: Final = re.compile(
    r"\b(?:fire|gunfire|shells?|rockets?|missiles?|mortars?|bombs?|barrage|shelling|bombardment|strikes?|raids?|"
    r"attacks?|"
    r"assault) (?:from|of)\s+(?:(?:the|a|suspected|what (?:were|was)|so[- ]called)\s+)*$",
    re.I,
)
_OBJECT: Final = words(
    "against", "on", "targeting", "targeted", "hit", "hitting", "struck", "at", "of", "killed", "killing", "kill",
    "kills", "from", "near", "with", "between", "including", "pounds", "into", "inside", "in", "by",
    "eliminat(?:ed|ing)", "target(?:s|ing)?", "injured", "wounded", "like", "than",
    tail=_ARTICLES,
)  # fmt: skip
_AFTER_VERB: Final = re.compile(
    r"\b(?!(?:Armed|So-called|During|Following|reported|said)\b)[\w-]{2,}(?:ing|"
    r"ed)\s+(?:(?:the|a|an|of|some|several)\s+)*$"
)
_SUPPOSED: Final = words(
    "believed to be", "thought to be", "likely", "apparently", "suspected to be", "presumed", "said to be", "probably",
    tail=r"\s+$",
)  # fmt: skip
# what stands behind another's deed, or was prevented, is no deed of its own
_ASIDE: Final = words(
    r"(?:backed|supported|aided|assisted|covered|accompanied) by",
    r"(?:help|support|backing|cover|aid|assistance|protection) (?:of|from)",
    "despite", "foiled", "repelled", "thwarted", "prevented", "encountered", "repulsed", "confronted", "repels", "foil",
    tail=r"[^.;\"]{0,40}$",
)  # fmt: skip
_PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got)(?:\s+(?:\w+ly|also|reported|now|then|being))*\s*$", re.I
)
_BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says?|told|claim(?:ed|s) that|claimed|announced|believes?|believed|confirmed that|"
    r"accus(?:es|ed)|alleg(?:es|ed)|declared|demand(?:ed|s)|warned|urged|(?<!-)called|reported(?! to)|when|while|"
    r"after|"
    r"before|who|whom|but|"
    r"since|if|amid|meanwhile|as|against|adding)\b",
    re.I,
)
# a gerund behind these words has the subject of the main clause: "the army entered the town after killing ten"
_CONTINUED: Final = re.compile(r"\b(?:after|before|while|by|in addition to)\s+$", re.I)
_STOP: Final = re.compile(r"\b(?:to|would|could|will|not|by|near|against|on|at|including|of)\s*$", re.I)
_APART: Final = re.compile(
    r"[\"“”;:,.]|\b(?:in|on|at|by|of|said|says|was|were|is|are|have|has|had|after|when|while|that|who|with|from|to|"
    r"targeted|against|and|or|position\w*|the|this|that|fought|fights?|battl(?:ed|ing)|like|near)\b",
    re.I,
)
# a past participle is a verb of doing only before those whom it hit: "killed twelve", not "killed while fighting"
_HAS_OBJECT: Final = re.compile(
    r"\s*(?:(?:and|or) \w+(?:ed|ing) )?[\"“]?(?:(?:at least|more than|over|up to|about|around|some|nearly|almost|"
    r"as many as|an estimated|no fewer than|close to|between|dozens|scores|hundreds|thousands|several|many|"
    r"numerous|a|an|the|one|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|his|her|its|their|all|most|both|other|another|"
    r"\d[\d,]*|"
    r"[a-z]+(?:teen|ty)(?:-\w+)?)\b|(?:[\w'’-]+\s+){0,2}(?:people|civilians|children|women|men|soldiers|fighters|"
    r"militants|residents|rebels|terrorists|troops|protesters|prisoners|guards|students|villagers|captives|"
    r"hostages)\b)",
    re.I,
)
_AND: Final = re.compile(
    r"^\W*(?:and|or|&|and its|and the|and allied|as well as|along with|alongside|together with|or its|with)\W*$",
    re.I,
)
_COUNTRIES: Final = frozenset(COUNTRY_NAMES.values())
# an attack that came to nothing, relief that was flown in
_FOILED: Final = re.compile(
    r"^\W*(?:[\w-]+ ){0,4}?(?:was|were|had been|has been) (?:repelled|foiled|thwarted|repulsed|prevented|averted)\b",
    re.I,
)
_RELIEF: Final = re.compile(r"\b(?:aid|relief|food|humanitarian|air ?drops?)\b[^.;]{0,40}$", re.I)
_ADJACENT: Final = (
    3  # words between an actor's name and the attack it qualifies ("government jets' heavy raids")
)
_SUBJECT: Final = 14  # words between a subject and its verb
_AGENT: Final = 12  # words between an attack and its agent
FIRM: Final = frozenset(
    {"blamed", "named as responsible", "claimed by itself", "denied by itself", "nobody known"}
)


@dataclass(frozen=True, slots=True)
class Blame:
    """A culprit in one sentence: the name and its place, the tie and its place, the rule; `denied` if it is denied."""

    name: str
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The sentence text[start:end] with the attacks and the harm words that it names."""

    text: str
    start: int
    end: int
    events: tuple[EventWord, ...]
    harms: tuple[Trigger, ...]


def find_blames(scope: Scope, actors: Sequence[Actor]) -> tuple[Blame, ...]:
    """Return who is said in the sentence to have done it, in order; one blame for each actor."""
    inside = [a for a in actors if scope.start <= a.start and a.end <= scope.end]
    found: dict[str, Blame] = {}
    for actor in inside:
        blame = _blame(scope, actor, inside)
        if blame:
            found.setdefault(actor.name, blame)
    _share(scope.text, inside, found)
    unknown = UNKNOWN.search(scope.text, scope.start, scope.end)
    if unknown and re.search(r"\b(?:whether|if|wh(?:o|ose|ich))\b", unknown.group(), re.I):
        # "it was not clear whether A or B did it" blames neither
        found = {k: b for k, b in found.items() if b.start < unknown.start()}
    if unknown and (scope.events or "responsib" in unknown.group().lower()):
        found.setdefault("unknown", Blame("unknown", *unknown.span(), *unknown.span(), "nobody known"))
    return tuple(sorted(_named_first(scope.text, found), key=lambda b: (b.start, b.name)))


def _named_first(text: str, found: Mapping[str, Blame]) -> list[Blame]:
    """Return the blames without general words where the sentence names the party ("rebels of the Red Hill Brigade")."""
    blames = sorted(found.values(), key=lambda b: (b.start, b.name))
    named = [b for b in blames if b.name not in VAGUE and b.name != "unknown" and b.name[0].isupper()]
    groups = [
        b for b in named if not b.name.endswith((" government", " regime")) and b.name not in _COUNTRIES
    ]
    kept = []
    for b in blames:
        joined = any(_AND.match(text[min(b.end, n.end) : max(b.start, n.start)]) for n in groups)
        if b.name not in VAGUE or not groups or joined:
            kept.append(b)
    return kept


def _share(text: str, inside: Sequence[Actor], found: dict[str, Blame]) -> None:
    """Give what is said of one of two coordinated actors to the other: "Karvian or Ostian aircraft"."""
    for first, second in pairwise(inside):
        if not _AND.match(text[first.end : second.start]):
            continue
        for known, other in ((first, second), (second, first)):
            blame = found.get(known.name)
            if blame and (blame.start, blame.end) == (known.start, known.end) and other.name not in found:
                cue = blame.cue_start, blame.cue_end
                found[other.name] = Blame(other.name, other.start, other.end, *cue, blame.rule, blame.denied)


def _blame(scope: Scope, actor: Actor, inside: Sequence[Actor]) -> Blame | None:
    stated = _stated(scope, actor)
    if stated or not (scope.events or scope.harms):
        return stated
    before = scope.text[scope.start : actor.start]
    if _ASIDE.search(before) or _RELIEF.search(before) or _FOILED.match(scope.text[actor.end : scope.end]):
        return None
    return _agent(scope, actor, before) or _subject(scope, actor, before, inside) or _qualifier(scope, actor)


def _made(actor: Actor, cue: tuple[int, int], rule: str, *, denied: bool = False) -> Blame:
    return Blame(actor.name, actor.start, actor.end, *cue, rule, denied)


def _stated(scope: Scope, actor: Actor) -> Blame | None:
    """The blame that words of blame, claim or denial spell out."""
    before, after = scope.text[scope.start : actor.start], scope.text[actor.end : scope.end]
    denies = DENIES.match(after)
    if denies:
        return _made(actor, (actor.end, actor.end + denies.end()), "denied by itself", denied=True)
    claim = CLAIM.search(after)
    if claim and len(after[: claim.start()].split()) <= 8 and not _BREAK.search(after[: claim.start()]):
        return _made(actor, (actor.end + claim.start(), actor.end + claim.end()), "claimed by itself")
    own = _own_deed(scope, actor, after)
    if own:
        return own
    claimed = CLAIMED_BY.search(before)
    if claimed:
        return _made(actor, (scope.start + claimed.start(), actor.start), "claimed by itself")
    named = RESPONSIBLE.search(after[:60])
    if named and not _BREAK.search(after[: named.start()]):
        denied = bool(DENIAL.search(scope.text, scope.start, actor.end + named.end()))
        return _made(actor, (actor.end, actor.end + named.end()), "named as responsible", denied=denied)
    for pattern in (BLAME, BLAMED_ON):
        m = pattern.search(re.sub(r"\b(?:the|an?)\s+$", "", before, flags=re.I))
        if m and (scope.events or scope.harms):
            return _made(actor, (scope.start + m.start(), scope.start + m.end()), "blamed")
    return None


def _own_deed(scope: Scope, actor: Actor, after: str) -> Blame | None:
    """What a party says, or denies, that it did itself."""
    said = SAID_OWN.match(after)
    if said is None or re.search(r"\b(?:was|were|been) $", said.group()):
        return None
    at = actor.end + said.end()
    verb = next((e for e in _verbs(scope, at) if e[0] - at <= 1), None)
    if verb is None:
        return None
    denied = said["say"].lower().startswith("deni")
    return _made(actor, (at, verb[1]), "denied by itself" if denied else "claimed by itself", denied=denied)


def _agent(scope: Scope, actor: Actor, before: str) -> Blame | None:
    source = _FROM.search(before)
    by = _BY.search(before) or source or (_WITH.search(before) if scope.harms else None)
    if by is None or _NOT_BY.search(before):
        return None
    # "rocket fire from A": the attack's own word opens the tie
    at = scope.start + (by.end() if by is source else by.start())
    near = [(e.end, e.start) for e in scope.events] + [(h.end, h.start) for h in scope.harms]
    last = max((n for n in near if n[0] <= at), default=None)
    if last is None:
        return _doer(scope, actor) if by is not source else None
    gap = scope.text[last[0] : at]
    if len(gap.split()) > _AGENT or re.search(r"[\"“”;]", gap):
        return None
    return _made(actor, (last[1], scope.start + by.end()), "agent of the attack")


def _doer(scope: Scope, actor: Actor) -> Blame | None:
    """The party behind "by" of a deed that no table knows, where the deed did harm: "a push by A killed ten"."""
    for start, end, harm in _verbs(scope, actor.end):
        gap = scope.text[actor.end : start]
        passive = _PASSIVE.search(gap) or re.search(r"\b(?:people|civilians|soldiers|fighters)\b", gap)
        if not harm or passive or _BREAK.search(gap) or len(gap.split()) > _SUBJECT:
            return None
        return _made(actor, (start, end), "agent of the attack")
    return None


def _subject(scope: Scope, actor: Actor, before: str, inside: Sequence[Actor]) -> Blame | None:
    if (
        (actor.adjective and not actor.arms and not _SUPPOSED.search(before))
        or _OBJECT.search(_SHARE.sub("", before))
        or _AFTER_VERB.search(before)
    ):
        return None
    for verb_start, verb_end, harm in _verbs(scope, actor.end):
        gap = _CONTINUED.sub(" ", scope.text[actor.end : verb_start])
        if len(gap.split()) > _SUBJECT or _BREAK.search(gap):
            return None
        doing = re.search(r"ing\b", scope.text[verb_start:verb_end])
        if _PASSIVE.search(gap) and not doing:
            return None
        if _STOP.search(gap) and not ACHIEVED.search(gap):
            continue
        if _between(scope.text, actor, verb_start, inside) or _shared_gerund(
            scope, actor, verb_start, verb_end
        ):
            return None
        participle = harm and scope.text[verb_start:verb_end].lower().endswith("ed")
        if participle and not _HAS_OBJECT.match(scope.text[verb_end : scope.end]):
            return None
        return _made(actor, (verb_start, verb_end), "subject of the attack")
    return None


def _between(text: str, actor: Actor, verb_start: int, inside: Sequence[Actor]) -> bool:
    """Whether another party stands nearer to the verb, and is neither this one's partner nor its description."""
    other = next((a for a in inside if actor.end <= a.start and a.end <= verb_start), None)
    if other is None:
        return False
    gap = text[actor.end : other.start]
    if re.search(r"ing\b", text[verb_start : verb_start + 12]) and re.search(r"\b(?:ha[sdv]e?|\w+ed)\b", gap):
        return False  # "A foiled B's attack, killing ten": the gerund is A's
    return not re.search(r"\b(?:and|or|which|from|in|of|alongside|with|(?:backed|aided|supported) by)\b", gap)


def _shared_gerund(scope: Scope, actor: Actor, verb_start: int, verb_end: int) -> bool:
    """Whether the verb is a gerund whose subject did something before the actor was named: "hit the A, killing ten"."""
    if not re.search(r"ing\b", scope.text[verb_start:verb_end]):
        return False
    done = [e.start for e in scope.events if e.verb] + [h.start for h in scope.harms if h.shape != "passive"]
    return any(start < actor.start for start in done)


def _verbs(scope: Scope, after: int) -> list[tuple[int, int, bool]]:
    """The words behind `after` of which an attacker is the subject: (start, end, whether it is a harm word)."""
    found = [(e.start, e.end, False) for e in scope.events if e.verb and e.start >= after]
    for h in scope.harms:
        claims = h.shape == "after" and scope.text[h.start : h.start + 2].lower() in ("cl", "ta", "to", "co")
        if h.start >= after and (h.shape in ("active", "either") or claims):
            found.append((h.start, h.end, True))
    return sorted(found)


def _qualifier(scope: Scope, actor: Actor) -> Blame | None:
    for event in scope.events:
        if event.verb or event.end <= actor.start:
            continue
        gap = scope.text[actor.end : event.start] if event.start >= actor.end else ""
        if len(gap.split()) > _ADJACENT or _APART.search(gap):
            continue
        return _made(actor, (event.start, event.end), "attack named after it")
    return None
