"""Who was killed or hurt, and how many: numbers of people tied to the harm words of one sentence."""

import re
from dataclasses import dataclass
from typing import Final

from whence.model.statement import Aspect, Count
from whence.read.groups import Group, find_groups
from whence.read.triggers import Trigger, find_triggers

# words at which a clause ends, so that no subject is looked for behind them
_BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|say|saying|reported that|added|adding|told|when|while|after|before|whose|because|"
    r"but|since|if|that|amid|meanwhile|where|until|(?<!well )as(?! well| many| much))\b",
    re.I,
)
_AUXILIARY: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|being|got|get|to have|has been|have been|had been)"
    r"(?:\s+(?:\w+ly|also|reported|feared|believed|confirmed|said to be|thought to be|to be|to have been|have been|"
    r"been|either|all|both|instantly|later|shot and|then|now|among those))*\s*$",
    re.I,
)
_JOIN: Final = re.compile(
    r"\b(?:and|as well as|including|include[sd]?|among (?:them|whom)|along with|plus|with|of whom|of them|alongside|"
    r"together with|in addition to|counting|namely|or|by)\b|^\s*(?:,|--|–|—|\()|,",
    re.I,
)
_NUMBER_BEFORE: Final = re.compile(r"\bfrom\s+$|\bfrom (?:an? )?(?:earlier|initial|previous)\b[\w\s]*$", re.I)
# "were able to kill" happened
ACHIEVED: Final = re.compile(
    r"\b(?:succeed(?:ed|ing)|able|manag(?:ed|ing)|went on|continu(?:ed|ing)) to\s*$", re.I
)
# "21 civilians, eight of them children": a part that follows its whole
_PART_OF: Final = re.compile(
    r"(?:[\w-]+\s+){1,3}of\s+(?:them|whom|those|these|the (?:dead|victims|killed|wounded))\b", re.I
)
_ASIDE: Final = re.compile(r"\b(?:in addition to|besides|apart from|including)\s+$", re.I)
_HYPOTHETICAL: Final = re.compile(
    r"\b(?:would|could|will|might|can|cannot|should|to|trying to|not|no one|nobody|never|"
    r"threatened to|want(?:s|ed)? to)"
    r"(?:\s+(?:be|have|have been|also|\w+ly))?\s*$",
    re.I,
)
# verbs that kill people only where people stand beside them
_THINGS_TOO: Final = re.compile(r"(?:destroy|neutrali|eliminat|liquidat)\w+", re.I)
# a sum over a whole war is no happening
_WAR: Final = (
    r"(?:(?:\w+[- ]){0,3}(?:conflict|war|uprising|revolt|revolution|crisis|rebellion|"
    r"insurgency|bloodshed|violence|hostilities))"
)
_WAR_TOTAL: Final = re.compile(
    rf"\bsince (?:the (?:start|beginning|outbreak|onset|eruption) of )?(?:the |its |a |this )?{_WAR}\b|"
    rf"\b{_WAR} (?:that |which )?(?:has|have|had|is|was)?\s*(?:so far |already |also )?(?:left|"
    rf"killed|claimed|cost|killing|estimated to have)|"
    r"\bsince (?:\w+ )?(?:19|20)\d\d\b|\bsince (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|"
    rf"december) (?:19|20)\d\d|\b(?:during|throughout|over|in) (?:the |its )?(?:past |last "
    rf")?(?:\w+[- ])?(?:years?|year-long|decade)\b.{{0,40}}{_WAR}|"
    rf"\b(?:killed|dead|died|lives|deaths)\b.{{0,40}}\b(?:in|during|throughout|by|of|from) (?:the |this |that |its )?"
    rf"(?:\w+[- ]){{0,3}}(?:war|conflict|uprising|revolt|revolution|civil war)\b|\bin the "
    rf"(?:past|last) (?:\w+ )?(?:years|months)\b",
    re.I,
)
# a sum over an offensive or a month is told in passing, unless it is the story
_RUNNING: Final = re.compile(
    r"\bsince\b.{0,90}\b(?:began|begun|started|starting|launched|erupted|broke out|collapsed|"
    r"declared|beginning|start|onset|outbreak|intensified|took effect|renewed|resumed)\b"
    r"|^\W*since\b|\bsince (?:then|that|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|last|early|late|mid)\b"
    r"|\b(?:over|in|during) the (?:past|last|previous) (?:several |few |\w+ )?(?:days|weeks|"
    r"months|years|week|month|year)\b"
    r"|\bso far (?:this|in the) (?:year|month)\b|\bthis (?:year|month)\b",
    re.I,
)
_EXPECTED: Final = re.compile(
    (
        r"^\W*(?:\w+\W+){0,3}?(?:expected|could|may|might|likely|feared|"
        r"set)\b(?:\W+\w+){0,3}?\W+(?:rise|increase|climb|grow|higher)"
    ),
    re.I,
)
_ANAPHORIC: Final = re.compile(r"\b(?:the|those|these) (?:remaining |other |same )?$", re.I)
_HARMS: Final[tuple[Aspect, ...]] = ("killed", "injured")
# "many were hurt" counts nobody: a bare word of quantity without its noun is no number
_UNCOUNTED: Final = frozenset(["many", "a number of", "numerous"])
_LARGE: Final = 3000  # a single happening that kills more is told of otherwise; sums over a war are larger
_FAR: Final = 16  # words between a subject and its passive verb
_NEAR: Final = (
    3  # words between a group and a participle without an auxiliary, or between a verb and its object
)
_JOINED: Final = 9  # words between two groups of one list


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
    triggers = find_triggers(text, start, end)
    if not triggers and not _NOBODY.search(text, start, end):
        return ()
    sentence = _Sentence(text, start, end, find_groups(text, start, end), triggers)
    found = {(c.group.start, c.aspect): c for c in sentence.unharmed()}
    for trigger in triggers:
        for group in sentence.groups_of(trigger):
            if _THINGS_TOO.fullmatch(text, trigger.start, trigger.end) and not group.named:
                continue
            if group.amount.rule in _UNCOUNTED and not group.named:
                continue
            for aspect in _HARMS if trigger.part else (trigger.aspect,):
                claim = _claim(trigger, group, aspect)
                found.setdefault((group.start, aspect), claim)
    kept = [
        c
        for c in found.values()
        if not sentence.is_total(c) and (lede or not _RUNNING.search(text, start, end))
    ]
    return tuple(sorted(kept, key=lambda c: (c.group.start, c.aspect)))


def _claim(trigger: Trigger, group: Group, aspect: Aspect) -> Claim:
    count = Count(group.amount, group.noun, trigger.part)
    return Claim(min(trigger.start, group.start), max(trigger.end, group.end), aspect, count, group, trigger)


_NOBODY: Final = re.compile(r"\bno (?:[\w-]+ )?(?:casualties|victims|losses)\b", re.I)


def _words(text: str) -> int:
    return len(text.split())


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with its groups and harm words, and the search for which belong together."""

    text: str
    start: int
    end: int
    groups: tuple[Group, ...]
    triggers: tuple[Trigger, ...]

    def is_total(self, claim: Claim) -> bool:
        """Whether the count is a sum over the war."""
        ends = claim.group.amount
        if max(ends.lower or 0, ends.upper or 0) >= _LARGE:
            return True
        found = _WAR_TOTAL.search(self.text, self.start, self.end)
        return bool(found) and max(ends.lower or 0, ends.upper or 0) >= 100

    def unharmed(self) -> list[Claim]:
        """The claims of "no casualties": nobody killed, nobody hurt."""
        found = []
        for group in self.groups:
            if group.amount.upper == 0 and _NOBODY.match(self.text, group.start, group.end):
                trigger = Trigger(group.start, group.end, "killed", "passive", "of killed or injured")
                found += [_claim(trigger, group, aspect) for aspect in _HARMS]
        return found

    def groups_of(self, t: Trigger) -> tuple[Group, ...]:
        """Return the groups that the trigger speaks of."""
        own = tuple(g for g in self.groups if g.start < t.end and t.start < g.end)
        if own and t.shape == "passive":
            return own
        if t.shape == "toll":
            return self._toll(t)
        if t.shape == "among":
            return self._among(t) or self._left(t, _NEAR)
        if t.shape == "after":
            return self._right(t, _NEAR)
        before = self.text[self.start : t.start]
        if t.shape == "active":
            unreal = _HYPOTHETICAL.search(before) and not ACHIEVED.search(before)
            return () if unreal else self._right(t, _NEAR)
        if _AUXILIARY.search(before) and not before.rstrip().endswith("IS"):
            return self._left(t, _FAR) + self._parts(t)
        if t.shape == "passive":
            return self._left(t, _NEAR + 2) + self._parts(t) or self._right(t, 0)
        return self._right_or_left(t)

    def _right_or_left(self, t: Trigger) -> tuple[Group, ...]:
        left = self._left(t, _NEAR)
        right = self._right(t, _NEAR)
        if right and not self._claimed_by_other(right[0], t):
            included = bool(_JOIN.search(self.text[t.end : right[0].start]))
            return left + right if left and included else right
        return left + self._parts(t) if left else ()

    def _parts(self, t: Trigger) -> tuple[Group, ...]:
        """The groups behind a trigger that its subject includes: "were killed including two children"."""
        for group in self.groups:
            if group.start < t.end:
                continue
            gap = self.text[t.end : group.start]
            opened = re.search(
                (
                    r"\b(?:including|among them|among whom|most of them|mostly|of whom|of them|include[sd]?|"
                    r"as well as|along with)\b"
                ),
                gap,
                re.I,
            )
            if (
                opened
                and _words(gap) <= _JOINED
                and not self._other_between(t.end, group.start)
                and not self._claimed_by_other(group, t)
            ):
                return self._extend_right(group, t)
            return ()
        return ()

    def _among(self, t: Trigger) -> tuple[Group, ...]:
        """The part of the dead behind "among the dead in the blast were": the first group behind the verb."""
        verb = re.search(r"\b(?:was|were|is|are|include[sd]?|comprise[sd]?)\b", self.text[t.start : self.end])
        if verb is None or _BREAK.search(self.text[t.end : max(t.end, t.start + verb.start())]):
            return ()
        at = t.start + verb.end()
        first = next((g for g in self.groups if g.start >= at), None)
        if first is None or _words(self.text[at : first.start]) > 2:
            return ()
        return self._extend_right(first, t)

    def _toll(self, t: Trigger) -> tuple[Group, ...]:
        if _EXPECTED.search(self.text[t.end : self.end]):
            return ()
        near = [g for g in self.groups if t.end <= g.start and _words(self.text[t.end : g.start]) <= 18]
        near = [g for g in near if not re.search(r"\b(?:said|says|told)\b", self.text[t.end : g.start])]
        new = [g for g in near if not _NUMBER_BEFORE.search(self.text[t.end : g.start])]
        to = [
            g
            for g in new
            if re.search(r"\b(?:to|at|reached|is|was|stands? at|hit|of|as)\s+$", self.text[t.end : g.start])
        ]
        first = (to or new)[:1]
        return self._extend_right(first[0], t) if first and self._part_follows(first[0]) else tuple(first)

    def _part_follows(self, whole: Group) -> bool:
        """Whether the next group is a part of `whole`: "86, 30 of them children"."""
        after = next((g for g in self.groups if g.start >= whole.end), None)
        return after is not None and bool(_PART_OF.match(self.text, after.start))

    def _left(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        """The groups before the trigger: the nearest one and those joined to it."""
        chain: list[Group] = []
        edge = t.start
        for group in reversed([g for g in self.groups if g.end <= t.start]):
            gap = self.text[group.end : edge]
            if chain:
                joined = _JOIN.search(gap) and _words(gap) <= _JOINED and not _BREAK.search(gap)
                loose = limit != _FAR and (not group.named or bool(_ASIDE.search(gap)))
                if (
                    not joined
                    or loose
                    or self._other_between(group.start, edge)
                    or self._object_of_other(group, t)
                ):
                    break
            elif not self._reaches(gap, limit) or self._other_between(group.start, edge):
                break
            chain.append(group)
            edge = group.start
        return tuple(reversed(chain))

    def _object_of_other(self, group: Group, own: Trigger) -> bool:
        """Whether another harm word stands right before the group: "killed two people and many were wounded"."""
        for t in self.triggers:
            gap = self.text[t.end : group.start]
            if (
                t is not own
                and t.end <= group.start
                and t.shape in ("active", "either", "after")
                and not gap.strip()
            ):
                return True
        return False

    def _reaches(self, gap: str, limit: int) -> bool:
        if _words(gap) > limit:
            return False
        return (
            limit == _FAR and not re.search(r"[\"“”;]|\b(?:said|says|when|while)\b", gap)
        ) or not _BREAK.search(gap)

    def _right(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        for group in self.groups:
            if group.start < t.end:
                continue
            gap = self.text[t.end : group.start].rstrip('"“ ')
            if _words(gap) > limit or _BREAK.search(gap) or self._other_between(t.end, group.start):
                return ()
            if (
                re.search(r"\b(?:in|on|at|near|by|during|for|within|from|under|over|about|around)\b", gap)
                and _words(gap) < 6
                and t.shape != "among"
            ):
                return ()
            if self._claimed_by_other(group, t):
                return ()
            return self._extend_right(group, t)
        return ()

    def _extend_right(self, first: Group, t: Trigger) -> tuple[Group, ...]:
        chain = [first]
        for group in self.groups:
            if group.start < chain[-1].end:
                continue
            gap = self.text[chain[-1].end : group.start]
            part = _PART_OF.match(self.text, group.start) and _words(gap) <= _FAR
            joined = part or (_JOIN.search(gap) and _words(gap) <= _JOINED)
            broken = _BREAK.search(gap) or not joined
            if broken or self._other_between(chain[-1].end, group.start) or self._claimed_by_other(group, t):
                break
            chain.append(group)
        return tuple(chain)

    def _other_between(self, start: int, end: int) -> bool:
        return any(start <= t.start < end for t in self.triggers)

    def _claimed_by_other(self, group: Group, own: Trigger) -> bool:
        """Whether another harm word stands right behind the group: "killed six and 20 were wounded"."""
        for t in self.triggers:
            if t.start < group.end or t is own or t.shape in ("active", "after", "toll", "among"):
                continue
            gap = self.text[group.end : t.start]
            if (
                t.start > own.end
                and (_words(gap) <= 1 or (bool(_AUXILIARY.search(gap)) and _words(gap) <= 7))
                and not _JOIN.search(gap)
            ):
                return True
            break
        return False
