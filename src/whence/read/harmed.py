"""Which groups of people a harm word speaks of: its subject or object, the parts of it, the last number of a toll."""

import re
from dataclasses import dataclass, replace

from whence.read.groups import Group
from whence.read.harm_joints import (
    AND,
    APPOSED,
    ARTICLES,
    ASIDE,
    AUXILIARY,
    BREAK,
    CLAUSE,
    COLON,
    COORDINATED,
    EXPECTED,
    FAR,
    HIS_OBJECT,
    INCLUDING,
    JOIN,
    JOINED,
    KIN,
    LISTS,
    LOOK,
    NAME_FIRST,
    NEAR,
    NUMBER_BEFORE,
    OTHER_DEED,
    OWN_OBJECT,
    PART_OF,
    PARTS,
    QUALIFYING,
    QUOTE_ENDS,
    RISEN,
    SAID_SO,
    SPEAKS,
    SUBJECT,
    TITLED_NAME,
    TOLL_AT,
    TOLL_FAR,
    TOLL_STOP,
    VERB,
    WHO,
)
from whence.read.triggers import Trigger
from whence.read.unreal import is_meant, is_to_come


def _words(text: str) -> int:
    return len(text.split())


@dataclass(frozen=True, slots=True)
class Harmed:
    """The sentence text[start:end] with its groups and harm words, and the search for which belong together."""

    text: str
    start: int
    end: int
    groups: tuple[Group, ...]
    triggers: tuple[Trigger, ...]

    def groups_of(self, t: Trigger) -> tuple[Group, ...]:
        """Return the groups that the trigger speaks of."""
        own = tuple(g for g in self.groups if g.start < t.end and t.start < g.end)
        if own and (t.shape in ("passive", "after") or t.start > own[0].start):
            return own
        if t.shape == "toll":
            return self._toll(t)
        if t.shape == "among":
            return self._among(t) or self._left(t, NEAR) or own
        if t.shape == "after":
            return self._right(t, NEAR)
        if t.shape == "active":
            meant = is_meant(self.text[max(self.start, t.start - LOOK) : t.start], self.text[t.start : t.end])
            return () if meant else self._right(t, NEAR)
        return self._of_verb(t)

    def _of_verb(self, t: Trigger) -> tuple[Group, ...]:
        """The groups of a verb that may be active or passive: "killed", "died", "were hurt"."""
        before = self.text[max(self.start, t.start - LOOK) : t.start]
        if is_to_come(before):
            return ()
        if AUXILIARY.search(before) and not before.rstrip().endswith("IS") and not self._has_done(before, t):
            return self._left(t, FAR) + self._parts(t)
        either = t.shape == "either" and not self._right(t, NEAR)
        shared = COORDINATED.search(self.text, max(self.start, t.start - LOOK), t.start) if either else None
        if shared:
            return self._left(replace(t, start=shared.start("aux")), FAR) + self._parts(t)
        if t.shape == "passive":
            return self._left(t, NEAR + 2) + self._parts(t) or self._right(t, 0)
        return self._right_or_left(t)

    def _has_done(self, before: str, t: Trigger) -> bool:
        """Whether a perfect infinitive tells the deed of its subject: "claimed to have killed 50"."""
        return t.shape == "either" and before.rstrip().endswith("to have")

    def _right_or_left(self, t: Trigger) -> tuple[Group, ...]:
        if QUALIFYING.search(self.text, self.start, t.start):
            return ()
        second = OWN_OBJECT.match(self.text, t.end)
        left = tuple(
            g
            for g in (() if HIS_OBJECT.match(self.text, t.end) else self._left(t, NEAR))
            if not (self._done_with(g, t) or (second and AND.fullmatch(self.text, g.end, t.start)))
        )
        right = self._right(t, NEAR)
        if right and not self._claimed_by_other(right[0], t):
            included = bool(JOIN.search(self.text[t.end : right[0].start]))
            return left + right if left and included else right
        return left + self._parts(t) if left else ()

    def _parts(self, t: Trigger) -> tuple[Group, ...]:
        """The groups behind a trigger that its subject includes: "were killed including two porters"."""
        for group in self.groups:
            if group.start < t.end or self._speaks(group):
                continue
            gap = self._between(t.end, group.start)
            part = group.named and PART_OF.match(self.text, group.start)
            opened = part or PARTS.search(gap) or (group.named and COLON.fullmatch(gap))
            if (
                opened
                and _words(gap) <= (FAR if part else JOINED)
                and not self._other_between(t.end, group.start)
                and not self._claimed_by_other(group, t)
            ):
                return self._extend_right(group, t)
            return ()
        return ()

    def _among(self, t: Trigger) -> tuple[Group, ...]:
        """The part of the dead behind "among the dead at the mill were": the first group behind the verb."""
        for verb in LISTS.finditer(self.text, t.start, self.end):
            if BREAK.search(self._between(t.end, max(t.end, verb.end())).removesuffix(verb.group())):
                return ()
            first = next((g for g in self.groups if g.start >= verb.end()), None)
            if first is None or self._hurt(first, t):
                return ()
            if _words(self.text[verb.end() : first.start]) <= 2:
                return self._extend_right(first, t)
        return ()

    def _toll(self, t: Trigger) -> tuple[Group, ...]:
        if EXPECTED.search(self.text[t.end : self.end]):
            return ()
        near = [g for g in self.groups if t.end <= g.start and self._in_reach(t, g)]
        near = [g for g in near if not TOLL_STOP.search(self.text[t.end : g.start])]
        near = [g for g in near if not self._hurt(g, t)]
        new = [g for g in near if not NUMBER_BEFORE.search(self.text[t.end : g.start])]
        to = [g for g in new if TOLL_AT.search(self.text[t.end : g.start])]
        risen = [g for g in to if RISEN.search(self.text[t.end : g.start])]
        first = (risen or to or new)[:1] or self._toll_before(t)
        return self._extend_right(first[0], t) if first and self._part_follows(first[0]) else tuple(first)

    def _in_reach(self, t: Trigger, group: Group) -> bool:
        gap = self.text[t.end : group.start]
        return _words(gap) <= (TOLL_FAR + CLAUSE if RISEN.search(gap) else TOLL_FAR)

    def _toll_before(self, t: Trigger) -> list[Group]:
        """The new value before the word: "corrected to 31 its toll", "brings to 70 the number of dead"."""
        left = [g for g in self.groups if g.end <= t.start]
        if not left or not re.fullmatch(r"\s*(?:the|its|their|his)\s*", self.text[left[-1].end : t.start]):
            return []
        return left[-1:] if re.search(r"\bto\s+$", self.text[self.start : left[-1].start]) else []

    def _hurt(self, group: Group, own: Trigger) -> bool:
        """Whether another kind of harm stands right behind the group: "the toll includes 73 injured"."""
        after = next((t for t in self.triggers if t.start >= group.end), None)
        near = after is not None and not self.text[group.end : after.start].strip()
        return after is not None and near and after.aspect != own.aspect

    def _part_follows(self, whole: Group) -> bool:
        """Whether the next group is a part of `whole`: "54, 12 of them cooks"."""
        after = next((g for g in self.groups if g.start >= whole.end), None)
        gap = self.text[whole.end : after.start] if after else ""
        opened = INCLUDING.search(gap) or COLON.fullmatch(gap)
        return after is not None and bool(PART_OF.match(self.text, after.start) or opened)

    def _left(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        """The groups before the trigger: the nearest one and those joined to it."""
        chain: list[Group] = []
        edge = t.start
        for group in reversed([g for g in self.groups if g.end <= t.start]):
            gap = self.text[group.end : edge]
            if chain:
                lost = not gap.strip() and self._single(group) and self._single(chain[-1])
                joined = (lost or JOIN.search(gap)) and _words(gap) <= JOINED and not BREAK.search(gap)
                loose = limit != FAR and (not group.named or bool(ASIDE.search(gap)))
                if (
                    not joined
                    or loose
                    or VERB.search(gap)
                    or self._part_of_other(group, t)
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

    def _part_of_other(self, group: Group, own: Trigger) -> bool:
        """Whether the group is a part of those whom a harm word before it speaks of: "killed, including two"."""
        before = [t for t in self.triggers if t.end <= group.start and t is not own]
        gap = self.text[before[-1].end : group.start] if before else ""
        return bool(PARTS.search(gap)) and _words(gap) <= JOINED

    def _done_with(self, group: Group, t: Trigger) -> bool:
        """Whether the group is what another verb has done, and `t` begins anew: "killed 11 and hurt others"."""
        anew = re.match(r"\W*(?:and|or|while|but)\b", self.text[group.end : t.start], re.I)
        return anew is not None and self._object_of_other(group, t)

    def _reaches(self, gap: str, limit: int) -> bool:
        gap = TITLED_NAME.sub("x", gap) if limit == FAR else gap
        gap = APPOSED.sub(" ", gap.lstrip('"”')).replace(" said to ", " ")
        gap = " " if gap == " said " else gap  # "two people said killed in clashes"
        bare, who = AUXILIARY.sub("", gap), WHO.match(gap) is not None
        if _words(bare) > limit + (CLAUSE if limit == FAR and who else 0):
            return False
        if limit == FAR and not who and SUBJECT.search(bare):
            return False
        return (
            limit == FAR and not re.search(r"[\"“”;]|\b(?:said|says|when|while)\b", gap)
        ) or not BREAK.search(gap)

    def _right(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        for group in self.groups:
            if group.start < t.end:
                continue
            gap = self.text[t.end : group.start]
            gap = gap if self._quote_ends(t, group) else gap.rstrip('"“ ')
            gap = " " if NAME_FIRST.fullmatch(gap + " ") and self._single(group) else gap
            if _words(gap) > limit or BREAK.search(gap) or self._other_between(t.end, group.start):
                return ()
            if re.match(r"\W*and\b", gap, re.I):  # "three killed and dozens missing" begins anew
                return ()
            if (
                re.search(r"\b(?:in|on|at|near|by|during|for|within|from|under|over|about|around)\b", gap)
                and _words(gap) < 6
                and t.shape != "among"
            ):
                return ()
            if self._claimed_by_other(group, t) or ("," in gap and self._speaks(group)):
                return ()
            return self._extend_right(group, t)
        return ()

    def _between(self, start: int, end: int) -> str:
        """The words between a whole and its part, without who says so."""
        return SAID_SO.sub(" ", self.text[start:end])

    def _quote_ends(self, t: Trigger, group: Group) -> bool:
        """Whether a quotation ends between the trigger and the group; a word in quotation marks of its own is none."""
        alone = self.text[self.start : t.start].endswith(('"', "“"))
        return not alone and QUOTE_ENDS.search(self.text, t.start, group.start) is not None

    def _extend_right(self, first: Group, t: Trigger) -> tuple[Group, ...]:
        chain = [first]
        for group in self.groups:
            if group.start < chain[-1].end:
                continue
            gap = self._between(chain[-1].end, group.start)
            part = PART_OF.match(self.text, group.start) and _words(gap) <= FAR
            alone = self._single(group) and self._single(chain[-1])
            counted = group.named and chain[-1].named and group.amount.exact
            article = self.text[group.start : group.end].lower().startswith(ARTICLES)
            lost = not gap.strip() and (alone or (counted and not article))
            listed = group.named and COLON.fullmatch(gap) is not None
            joined = part or lost or listed or (JOIN.search(gap) and _words(gap) <= JOINED)
            broken = (BREAK.search(gap) and not listed) or OTHER_DEED.search(gap) or not joined
            speaks = "," in gap and self._speaks(group)
            if (
                broken
                or speaks
                or self._other_between(chain[-1].end, group.start)
                or self._claimed_by_other(group, t)
            ):
                break
            chain.append(group)
        return tuple(chain)

    def _single(self, group: Group) -> bool:
        """Whether the group is one person by article, and no speaker: "a man a witness said"."""
        return self.text[group.start : group.end].lower().startswith(ARTICLES) and not SPEAKS.match(
            self.text, group.end, self.end
        )

    def _speaks(self, group: Group) -> bool:
        """Whether the group is one person who tells of the harm: "and killed their guard, a nun said"."""
        alone = self.text[group.start : group.end].lower().startswith((*ARTICLES, *KIN))
        return alone and SPEAKS.match(self.text, group.end, self.end) is not None

    def _other_between(self, start: int, end: int) -> bool:
        return any(start <= t.start < end for t in self.triggers)

    def _has_object(self, t: Trigger, group: Group, own: Trigger) -> bool:
        """Whether each of two verbs has its own people behind it: "killed three injured 11", a comma being lost."""
        return not self.text[own.end : group.start].strip() and any(
            not self.text[t.end : g.start].strip() for g in self.groups if g.start >= t.end
        )

    def _claimed_by_other(self, group: Group, own: Trigger) -> bool:
        """Whether another harm word stands right behind the group: "killed six and 20 were wounded"."""
        for t in self.triggers:
            if t.start < group.end or t is own or t.shape in ("active", "after", "toll", "among"):
                continue
            gap = self.text[group.end : t.start]
            between = any(group.end <= g.start < t.start for g in self.groups)
            if between or self._has_object(t, group, own):
                return False
            if (
                t.start > own.end
                and (_words(gap) <= 1 or (bool(AUXILIARY.search(gap)) and _words(gap) <= 7))
                and not JOIN.search(gap)
            ):
                return True
            break
        return False
