"""Who was killed or hurt, and how many: numbers of people tied to the harm words of one sentence."""

import re
from dataclasses import dataclass
from typing import Final

from whence.model.statement import Aspect, Count
from whence.model.values import Amount
from whence.read.groups import Group, find_groups
from whence.read.harmed import Harmed
from whence.read.totals import is_running, is_war_total
from whence.read.triggers import Trigger, find_triggers
from whence.read.unreal import ACHIEVED, is_supposed
from whence.read.whole import told_as_one

__all__ = ["ACHIEVED", "Claim", "find_counts"]

# "a destroyed building": there the participle is a quality of the thing
_QUALITY: Final = re.compile(r"\b(?:an?|the|its|their|of|from|under|in)\s*$", re.I)
# "16 porters, five of them badly" says how badly, and counts nobody apart
_STATE: Final = re.compile(
    r"\s*(?:(?:are|is|were|was|remain(?:ed|s)?|being|still|left)\s+)?(?:in\s+(?:an?\s+)?(?:\w+\s+){0,2}"
    r"(?:condition|state|danger|care)s?\b|(?:critically|seriously|severely|gravely|badly)\b|serious\b|critical\b)",
    re.I,
)
_BADLY_HURT: Final = re.compile(r"\s+(?:injured|wounded|hurt|burn(?:ed|t)|maimed)\b", re.I)
# verbs that kill people only where people stand beside them
_THINGS_TOO: Final = re.compile(r"(?:destroy|neutrali|eliminat|liquidat)\w+", re.I)
_HARMS: Final[tuple[Aspect, ...]] = ("killed", "injured")
# "many were hurt" counts nobody: a bare word of quantity without its noun is no number
_UNCOUNTED: Final = frozenset(["many", "a number of", "numerous"])
_UNKNOWN: Final = re.compile(r"\b(?:unspecified|unknown|undetermined|untold)\b", re.I)
# "58 were killed along with 140 abducted": another fate than harm
_FATE: Final = re.compile(
    r"\s+(?:(?:were|was|are|is|have|has|had|been|remain|remained|still|also|reported)\s+){0,3}(?:kidnapped|abducted|arrested|"
    r"detained|imprisoned|jailed|captured|missing|displaced|unaccounted|trapped|rescued|evacuated|freed|released)\b",
    re.I,
)
# "12 people, not 20, were killed"
_NOT_SO_MANY: Final = re.compile(r"[,(–—-] ?(?:and )?not (?:the )?$", re.I)
_NO_NUMBER: Final = frozenset(["many", "numerous"])
# "Ana Moro 27 suffered a leg wound": where its commas are lost, an age stands before what befell one
_ONE_EACH: Final = re.compile(r"\ban?\s(?:[\w-]+\s){0,2}(?:wound|injury)$", re.I)
_THEM: Final = re.compile(r"\s+them\b")
_OF_THEM: Final = re.compile(r"\s+of (?:them|whom|these|those|the (?:wounded|injured|victims))\b")
_OF_THE: Final = re.compile(r"\bof (?:the|those|his|her|its|their)(?: [\w-]+)? $", re.I)
_DIED_BEHIND: Final = re.compile(
    r"(?: (?:\w+ly|later|also|then|since|has|have|had))* (?:died|perished|succumbed)\b"
)
_SHORT: Final = 24  # code points in which "of the seventeen" stands
_UNHARMED: Final = re.compile(
    r"\b(?P<who>no one|no-one|nobody|no people|none)\s+"
    r"(?:(?:was|were|is|has been|had been|have been|got)\s+(?:\w+ly\s+)?"
    r"(?P<deed>killed or \w+|injured or \w+|killed|injured|wounded|hurt|harmed)|(?P<died>died|perished))\b",
    re.I,
)
_OF_HARM: Final[dict[Aspect, tuple[str, ...]]] = {
    "killed": ("killed", "harmed", "died", "perished"),
    "injured": ("injured", "wounded", "hurt", "harmed"),
}
_NOBODY: Final = re.compile(r"\b(?:no|nil|zero|without) (?:[\w-]+ )?(?:casualties|victims|losses)\b", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """A count tied to a harm word: text[start:end] spans the group and its trigger."""

    start: int
    end: int
    aspect: Aspect
    count: Count
    group: Group
    trigger: Trigger


def find_counts(text: str, start: int, end: int, *, lede: bool = True) -> tuple[Claim, ...]:
    """Return who is said to be killed or hurt in the sentence text[start:end].

    Sums over a war are left out; sums over an offensive too, unless they stand in the `lede`.
    """
    triggers = tuple(t for t in find_triggers(text, start, end) if not _died_of_it(text, t))
    if not triggers and not _NOBODY.search(text, start, end) and not _UNHARMED.search(text, start, end):
        return ()
    sentence = Harmed(text, start, end, find_groups(text, start, end), triggers)
    found = {(c.group.start, c.aspect): c for c in _unharmed(sentence)}
    for trigger in triggers:
        told = [g for g in sentence.groups_of(trigger) if _counts(sentence, trigger, g)]
        for group in told_as_one(text, told):
            for aspect in _HARMS if trigger.part else (trigger.aspect,):
                claim = _claim(trigger, group, aspect)
                found.setdefault((group.start, aspect), claim)
    if not lede and is_running(text, start, end):
        return ()
    kept = [
        c
        for c in found.values()
        if not is_war_total(text, start, end, c.count.amount, hurt=c.aspect == "injured")
    ]
    return tuple(sorted(kept, key=lambda c: (c.group.start, c.aspect)))


def _died_of_it(text: str, t: Trigger) -> bool:
    """Whether the harm word only says of which wounded some died: "two of the ten wounded have died"."""
    wounded = t.aspect == "injured" and _OF_THE.search(text, max(0, t.start - _SHORT), t.start) is not None
    return wounded and _DIED_BEHIND.match(text, t.end) is not None


def _claim(trigger: Trigger, group: Group, aspect: Aspect) -> Claim:
    count = Count(group.amount, group.noun, trigger.part)
    return Claim(min(trigger.start, group.start), max(trigger.end, group.end), aspect, count, group, trigger)


def _past_of_them(text: str, at: int) -> int:
    found = _OF_THEM.match(text, at)
    return found.end() if found else at


def _counts(s: Harmed, t: Trigger, group: Group) -> bool:
    """Whether the group gives a number of those whom the trigger harms."""
    if _THINGS_TOO.fullmatch(s.text, t.start, t.end) and (
        not group.named or _QUALITY.search(s.text, s.start, t.start)
    ):
        return False
    if (
        group.amount.rule in _NO_NUMBER
        or _UNKNOWN.search(group.amount.words)
        or (group.amount.rule in _UNCOUNTED and not group.named and not _some_of_them(s.text, group))
        or (group.amount.upper != 1 and _ONE_EACH.search(s.text, t.start, t.end))
    ):
        return False
    if is_supposed(s.text[s.start : group.start]) or _NOT_SO_MANY.search(s.text, s.start, group.start):
        return False
    inside = [h for h in s.triggers if group.start <= h.start and h.end <= group.end]
    if inside and t.aspect not in (h.aspect for h in inside):
        return False
    after = _past_of_them(s.text, group.end)
    state = _STATE.match(s.text, after)
    badly = state is not None and (after > group.end or not _BADLY_HURT.match(s.text, state.end()))
    return not badly and not _FATE.match(s.text, after)


def _some_of_them(text: str, group: Group) -> bool:
    """Whether the group is "a number of them", those whom the text named before."""
    return group.amount.rule == "a number of" and _THEM.match(text, group.end) is not None


def _unharmed(s: Harmed) -> list[Claim]:
    """Return the claims of "no casualties", "nobody was killed": nobody killed, nobody hurt; a hope claims none."""
    found = []
    for match in _UNHARMED.finditer(s.text, s.start, s.end):
        if is_supposed(s.text[s.start : match.start()]):
            continue
        deed = (match["deed"] or match["died"]).lower()
        group = Group(match.start(), match.end("who"), Amount(0, 0, match["who"], "none"), "people", True)
        trigger = Trigger(match.end() - len(deed), match.end(), "killed", "passive")
        found += [_claim(trigger, group, a) for a in _HARMS if " or " in deed or deed in _OF_HARM[a]]
    for group in s.groups:
        supposed = is_supposed(s.text[s.start : group.start])
        if group.amount.upper == 0 and not supposed and _NOBODY.match(s.text, group.start, group.end):
            trigger = Trigger(group.start, group.end, "killed", "passive", "of killed or injured")
            found += [_claim(trigger, group, aspect) for aspect in _HARMS]
    return found
