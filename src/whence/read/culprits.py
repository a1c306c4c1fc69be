"""Who is said to have done it: actors as the text names them, tied to an attack or to a harm word."""

import re
from dataclasses import dataclass
from typing import Final

from whence.read.actors import Actor
from whence.read.triggers import EventWord, Trigger

_PASSIVE_BEFORE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be)(?:\s+(?:\w+ly|also|reported|now|then|being))*\s*$", re.I
)
_NOT_BY: Final = re.compile(
    r"\b(?:held|controlled|run|ruled|captured|seized|occupied|besieged|populated|claimed|made|used|confirmed|reported|supported|backed|led|owned|published|posted|released|quoted|dominated|signed|brokered|surrounded|inhabited|designated)(?:\s+\w+ly)? by\s+(?:the\s+)?$",
    re.I,
)
_BY: Final = re.compile(
    r"\b(?:by|to|on|from|of)\s+(?:(?:the|a|an|some|several|unidentified|suspected|what (?:were|was|are|is)|likely|apparent|both|either|two|other|forces of|members of|fighters of|jets of|warplanes of|aircraft of|believed to be)\s+)*$",
    re.I,
)
_BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|told|when|while|after|before|who|whom|but|since|if|amid|meanwhile|as|against|and said|adding)\b",
    re.I,
)
_OBJECT: Final = re.compile(
    r"\b(?:against|on|targeting|targeted|hit|hitting|struck|at|of|killed|killing|kill|kills|from|near|with|between)\s+(?:(?:the|a|an|of|some|several|at least|more than|\d+|two|three|four|five)\s+)*$",
    re.I,
)
_AFTER_VERB: Final = re.compile(
    r"\b(?!(?:Armed|So-called|During|Following)\b)[\w-]{2,}(?:ing|ed)\s+(?:(?:the|a|an|of|some|several)\s+)*$"
)
_SUPPOSED: Final = re.compile(
    r"\b(?:believed to be|thought to be|likely|apparently|suspected to be|presumed|said to be|probably)\s+$",
    re.I,
)
_DENIES: Final = re.compile(
    r"^(?:['’]s)?\W*(?:(?:has|have|had|\w+ly|again|also|government|regime|army|military)\s+){0,3}(?:den(?:y|ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|refut(?:ed|es))\b(?!\s+(?:access|entry|aid|permission|them|him|her))",
    re.I,
)
_AND: Final = re.compile(
    r"^\W*(?:and|or|&|and its|and the|and allied|as well as|along with|alongside|together with|backed by|or its|with)\W*$",
    re.I,
)
_CLAIM: Final = re.compile(
    r"\b(?:(?:claimed|claims|claiming|took|taken|taking|assumed|accepted) (?:the |full )?(?:responsibility|credit)|said (?:it|they) (?:was|were|had been) (?:behind|responsible)|admitted)\b",
    re.I,
)
_RESPONSIBLE: Final = re.compile(
    r"\b(?:(?:is|was|were|are|be|been|being) (?:also |\w+ly |believed (?:to be )?)?(?:behind|responsible for|to blame for|blamed for|accused of|suspected of)|(?:believed )?responsible for|stood behind|(?:stands|stand) behind|were to blame|was to blame)\b",
    re.I,
)
_BLAME: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing|e)|accus(?:ed|es|ing|e)|point(?:ed|s|ing)? (?:the|a) finger at)\s+(?:\w+ )?$",
    re.I,
)
_BLAMED_ON: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing|e)\b[^.;\"]{0,80}? on|attributed (?:\w+ ){0,4}to|responsibility (?:\w+ ){0,4}(?:of|to|on|with)|work of|perpetrated by|claimed by)\s+(?:the\s+)?$",
    re.I,
)
_DENIAL: Final = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:ed|s|ing)?|dismiss(?:ed|es)|refut(?:ed|es)|did not carry out|had nothing to do|not responsible|was not behind|were not behind|no role in|not involved)\b",
    re.I,
)
_UNKNOWN: Final = re.compile(
    r"\b(?:no (?:one|group|party|organi[sz]ation|side|immediate claim)|nobody|none)\b[^.;]{0,40}?\b(?:responsibility|claimed)\b"
    r"|\bno (?:immediate )?claims? of responsibility\b|\b(?:not|un)\s?(?:immediately |yet |entirely )?(?:clear|known|certain)\b[^.;]{0,30}?\b(?:who|whose|which (?:side|party|forces|planes|aircraft)|whether (?:the|it|they))\b"
    r"|\b(?:unidentified|unknown) (?:\w+ )?(?:gunmen|assailants?|attackers?|warplanes?|aircraft|jets?|planes?|perpetrators?|group|party|militants)\b"
    r"|\bresponsibility\b[^.;]{0,30}\b(?:unclear|unknown|not (?:yet )?been claimed)\b",
    re.I,
)
_ADJACENT: Final = (
    3  # words between an actor's name and the attack it qualifies ("government jets' heavy raids")
)
_SUBJECT: Final = 14  # words between a subject and its verb


@dataclass(frozen=True, slots=True)
class Blame:
    """A culprit in one sentence: the actor's name and place, what ties it, and where the tie lies; `denied` is set
    where the sentence says that it was not so."""

    name: str
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str
    denied: bool = False


def find_blames(
    text: str,
    start: int,
    end: int,
    actors: tuple[Actor, ...],
    events: tuple[EventWord, ...],
    harms: tuple[Trigger, ...],
) -> tuple[Blame, ...]:
    """Return who is said in the sentence text[start:end] to have done it, in order; one blame for each actor."""
    found: dict[str, Blame] = {}
    inside = [a for a in actors if start <= a.start and a.end <= end]
    for actor in inside:
        blame = _blame(text, start, end, actor, inside, events, harms)
        if blame:
            known = found.get(actor.name)
            found[actor.name] = blame if known is None else known
    _share(text, inside, found)
    unknown = _UNKNOWN.search(text, start, end)
    if unknown:
        found.setdefault("unknown", Blame("unknown", *unknown.span(), *unknown.span(), "nobody known"))
    return tuple(sorted(found.values(), key=lambda b: (b.start, b.name)))


def _share(text: str, inside: list[Actor], found: dict[str, Blame]) -> None:
    """Give what is said of one of two coordinated actors to the other: "Karvian or Ostian aircraft"."""
    for first, second in zip(inside, inside[1:], strict=False):
        if not _AND.match(text[first.end : second.start]):
            continue
        for known, other in ((first, second), (second, first)):
            blame = found.get(known.name)
            tied = blame and (blame.start, blame.end) == (known.start, known.end)
            if blame and tied and other.name not in found:
                found[other.name] = _made(other, blame.cue_start, blame.cue_end, blame.rule, blame.denied)


def _blame(
    text: str,
    start: int,
    end: int,
    actor: Actor,
    actors: list[Actor],
    events: tuple[EventWord, ...],
    harms: tuple[Trigger, ...],
) -> Blame | None:
    before, after = text[start : actor.start], text[actor.end : end]
    denies = _DENIES.match(after)
    if denies:
        return _made(actor, actor.end, actor.end + denies.end(), "denied by itself", True)
    claim = _CLAIM.search(after)
    if (
        claim
        and len(after[: claim.start()].split()) <= 8
        and not re.search(r"\bno (?:one|group)\b", before[-40:])
    ):
        return _made(actor, actor.end + claim.start(), actor.end + claim.end(), "claimed by itself")
    blamed = _RESPONSIBLE.match(after.lstrip()) or _RESPONSIBLE.search(after[:60])
    if blamed and not _BREAK.search(after[: blamed.start()]):
        return _made(
            actor, actor.end, actor.end + blamed.end(), "named as responsible", _denied(text, start, end)
        )
    for pattern in (_BLAME, _BLAMED_ON):
        m = pattern.search(_strip_article(before))
        if m and (events or harms):
            return _made(
                actor, start + m.start(), start + m.end(), "blamed", _denied(text, start, actor.start)
            )
    return (
        _agent(text, start, actor, events, harms)
        or _subject(text, start, end, actor, actors, events, harms)
        or _qualifier(text, start, end, actor, events)
    )


def _strip_article(before: str) -> str:
    return re.sub(r"(?:\bthe|\ba|\ban)\s+$", "", before, flags=re.I)


def _made(actor: Actor, cue_start: int, cue_end: int, rule: str, denied: bool = False) -> Blame:
    return Blame(actor.name, actor.start, actor.end, cue_start, cue_end, rule, denied)


def _denied(text: str, start: int, end: int) -> bool:
    return bool(_DENIAL.search(text, start, end))


def _agent(
    text: str, start: int, actor: Actor, events: tuple[EventWord, ...], harms: tuple[Trigger, ...]
) -> Blame | None:
    """ "killed by A", "fired by A", "raids by A", "carried out by the A"."""
    before = text[start : actor.start]
    by = _BY.search(before)
    if by is None or not by.group().lower().startswith("by") or _NOT_BY.search(before):
        return None
    near = [e for e in (*events, *harms) if e.end <= start + by.start()]
    if not near:
        return None
    last = max(near, key=lambda e: e.end)
    gap = text[last.end : start + by.start()]
    if len(gap.split()) > 12 or re.search(r"[\"“”;]", gap):
        return None
    return _made(actor, last.start, start + by.end(), "agent of the attack")


def _subject(
    text: str,
    start: int,
    end: int,
    actor: Actor,
    actors: list[Actor],
    events: tuple[EventWord, ...],
    harms: tuple[Trigger, ...],
) -> Blame | None:
    """ "A killed N", "A's warplanes bombed", "A fired shells on"."""
    before = text[start : actor.start]
    if actor.adjective and not actor.arms and not _SUPPOSED.search(before):
        return None
    if _OBJECT.search(before) or _AFTER_VERB.search(before):
        return None
    verbs = [e for e in events if e.verb and e.start >= actor.end]
    verbs += [
        EventWord(h.start, h.end, "other", True)
        for h in harms
        if h.start >= actor.end and h.shape in ("active", "either", "after")
    ]
    for verb in sorted(verbs, key=lambda e: e.start):
        gap = text[actor.end : verb.start]
        if len(gap.split()) > _SUBJECT or _BREAK.search(gap):
            return None
        if _PASSIVE_BEFORE.search(gap):
            continue
        between = [a for a in actors if actor.end <= a.start and a.end <= verb.start]
        if between and not re.search(r"\b(?:and|or|who|which|from|in|of)\b", gap):
            return None
        if re.search(r"\b(?:to|would|could|will|not|by|near|against|on|at|including)\s*$", gap):
            continue
        harm = any(h.start == verb.start for h in harms)
        if (
            harm
            and text[verb.start : verb.end].lower().endswith("ed")
            and not _has_object(text, verb.end, end)
        ):
            continue
        return _made(actor, verb.start, verb.end, "subject of the attack")
    return None


def _has_object(text: str, at: int, end: int) -> bool:
    """Whether what follows a form in -ed reads as its object and not as the agent or place of a passive."""
    return not re.match(
        r"\s*(?:by|in|on|at|during|when|while|and (?:wounded|injured|\d+)|$|[.,;])", text[at:end], re.I
    )


def _qualifier(text: str, start: int, end: int, actor: Actor, events: tuple[EventWord, ...]) -> Blame | None:
    """ "government air strikes", "the coalition's raid", "regime aircraft", "terrorist rocket attacks"."""
    for event in events:
        if event.verb or event.start < actor.start:
            continue
        gap = text[actor.end : event.start] if event.start >= actor.end else ""
        if len(gap.split()) > _ADJACENT or re.search(
            r"[\"“”;:,.]|\b(?:in|on|at|by|of|said|says|was|were|is|are|have|has|had|after|when|while|that|who|with|from|to|targeted|against|and|or|position\w*)\b(?! (?:allied|russian|syrian|coalition))",
            gap,
            re.I,
        ):
            continue
        return _made(actor, event.start, event.end, "attack named after it")
    return None
