"""Which groups of people a harm word speaks of: its subject or object, the parts of it, the last number of a toll."""

import re
from dataclasses import dataclass, replace
from typing import Final

from whence.read.groups import PERSONS, Group
from whence.read.triggers import Trigger
from whence.read.unreal import is_meant, is_to_come

# words at which a clause ends, so that no subject is looked for behind them
_BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|say|saying|reported that|added|adding|told|when|while|after|before|whose|because|"
    r"but|since|if|that|amid|meanwhile|where|until|(?<!well )as(?! well| many| much))\b",
    re.I,
)
_AUXILIARY: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|being|got|get|to have|has been|have been|had been)"
    r"(?:\s+(?:\w+ly|also|reported|feared|believed|confirmed|said to be|thought to be|to be|to have been|have been|"
    r"been|either|all|both|instantly|later|shot and|then|now|left|among those|\w+ed(?: up| off| down| out)? and))*\s*$",
    re.I,
)
_JOIN: Final = re.compile(
    r"\b(?:and|as well as|including|include[sd]?|among (?:them|whom)|along with|plus|with|of whom|of them|alongside|"
    r"together with|in addition to|counting|namely|or|by|(?:was|were|is|are) among)\b|^\s*(?:,|--|–|—|\()|,",
    re.I,
)
_NUMBER_BEFORE: Final = re.compile(r"\bfrom\s+$|\bfrom (?:an? )?(?:earlier|initial|previous)\b[\w\s]*$", re.I)
_INCLUDING: Final = re.compile(r"^\W*(?:including|among (?:them|whom)|of whom)\b", re.I)
_PARTS: Final = re.compile(
    r"\b(?:including|among them|among whom|most of them|mostly|of whom|of them|include[sd]?|as well as|along with)\b",
    re.I,
)
# "18 farmers, five of them boys": a part that follows its whole
_PART_OF: Final = re.compile(
    r"(?:[\w-]+\s+){1,3}of\s+(?:them|whom|those|these|the (?:dead|victims|killed|wounded))\b", re.I
)
_ASIDE: Final = re.compile(r"\b(?:in addition to|besides|apart from|including)\s+$", re.I)
# "carries a wounded cook": there the participle tells who she is
_QUALIFYING: Final = re.compile(r"\b(?:an|a|this|his|her|its)\s*$", re.I)
# another verb between two groups ends the list: "killed eight and left 36 injured"
_VERB: Final = re.compile(
    r"\b(?:left|leaving|leaves|caus(?:ed|ing)|saw|had|arrested|captured|detained|destroyed|fled)\b", re.I
)
# "47 shepherds, mostly old men and boys, suffered burns": who they are stands between them and the verb
_APPOSED: Final = re.compile(
    r"\s*,?\s*(?:mostly|mainly|(?:most|many|some) of (?:them|whom)|including|among them|all)"
    rf"(?:,?\s+(?:and|of them|the|young|old|{'|'.join(sorted({*PERSONS, *PERSONS.values()}))})\b)+\s*,?",
    re.I,
)
_EXPECTED: Final = re.compile(
    (
        r"^\W*(?:\w+\W+){0,3}?(?:expected|could|may|might|likely|feared|"
        r"set)\b(?:\W+\w+){0,3}?\W+(?:rise|increase|climb|grow|higher)"
    ),
    re.I,
)
_TOLL_STOP: Final = re.compile(
    r"[\"”]|\b(?:said|says|told)\b|\b(?:may|might|could|(?:likely|expected|feared) to)\s+(?:\w+\s+){0,2}"
    r"(?:rise|increase|climb|grow)\b",
    re.I,
)
_LISTS: Final = re.compile(r"\b(?:was|were|is|are|include[sd]?|comprise[sd]?)\b", re.I)
# "killed 52 men, the council said, including 17 guards": who says so stands between the whole and its part
_SAID_SO: Final = re.compile(
    r"^\s*,?\s*(?:(?!(?:that|who|which|and|but|while|when)\b)[\w'’.-]+,?\s+){1,7}?(?:said|says|reported|reports)"
    r"(?:\s+(?:on\s+)?\w+day(?:\s+\w+)?)?\s*,?\s*(?=(?:and\s+)?(?:including|include[sd]?|among|of (?:whom|them))\b)",
    re.I,
)
_QUOTE_ENDS: Final = re.compile(r"\w[\"”]\s*$")  # “… wounded men” one baker said
_RISEN: Final = re.compile(
    r"\b(?:rose|risen|climbed|jumped|grew|grown|increased|went|gone|raised|revised) (?:\w+ )?to\s+$", re.I
)
_TOLL_AT: Final = re.compile(
    r"(?<!addition )\b(?:to|at|reached|is|was|stands? at|hit|of|as|become)\s+$", re.I
)
_WHO: Final = re.compile(r"\s*,?\s*(?:who|that)\b")
# "two drivers were warned and the mill was destroyed": the second verb has a subject of its own
_SUBJECT: Final = re.compile(
    r"\b(?:was|were|is|are|has|have|had)\b.*\band\s+(?:the|an?|its|their|his|her)\s+(?:[\w'’-]+\s*){1,4}$",
    re.I,
)
_CLAUSE: Final = 8  # more words where all of them tell who it was
# "were taken from the mill and shot dead": the first verb's subject is the second's
_COORDINATED: Final = re.compile(
    r"\b(?P<aux>was|were|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|ught|und|ung|wn|ut|aid|et|eft|old|ade|ought)\b"
    r"(?![^.;:\"“”]*\b(?:who|that|which|said|but|when|while)\b)[^.;:\"“”]{0,90}?,?\s+(?:and|or)(?:\s+(?:then|later|also|\w+ly))?\s*$",
    re.I,
)
_FAR: Final = 16  # words between a subject and its passive verb
_NEAR: Final = (
    3  # words between a group and a participle without an auxiliary, or between a verb and its object
)
_ARTICLES: Final = ("a ", "an ", "another ")  # a list that lost its commas: "an uncle an aunt and a niece"
_SPEAKS: Final = re.compile(
    r"\s+(?:\w+\s+){0,6}?(?:said|says|say|told|reported|reports|added|announced|testified|recalled|stated"
    r"|explained|declared)\b",
    re.I,
)
# "killed nine judges and drove 30 others from office": a verb right before a number is another deed
_OTHER_DEED: Final = re.compile(
    r"\b(?:and|or|but)\s+(?:(?:also|then|later|\w+ly)\s+)?(?!estimated|reported)"
    r"(?:\w{3,}ed|took|held|drove|sent|left|caught)\s+(?:away |off |up )?$",
    re.I,
)
_KIN: Final = ("his ", "her ", "their ", "its ")
# "robbed two cooks and killed their guard": a second verb with an object of its own
_AND: Final = re.compile(r"\s*,?\s*and(?: then| also| later)?\s*", re.I)
_OWN_OBJECT: Final = re.compile(r"\s+(?:his|her|its|their|them|him|the|an?)\b", re.I)
_JOINED: Final = 9  # words between two groups of one list


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
            return self._among(t) or self._left(t, _NEAR) or own
        if t.shape == "after":
            return self._right(t, _NEAR)
        if t.shape == "active":
            meant = is_meant(self.text[self.start : t.start], self.text[t.start : t.end])
            return () if meant else self._right(t, _NEAR)
        return self._of_verb(t)

    def _of_verb(self, t: Trigger) -> tuple[Group, ...]:
        """The groups of a verb that may be active or passive: "killed", "died", "were hurt"."""
        before = self.text[self.start : t.start]
        if is_to_come(before):
            return ()
        if _AUXILIARY.search(before) and not before.rstrip().endswith("IS") and not self._has_done(before, t):
            return self._left(t, _FAR) + self._parts(t)
        shared = _COORDINATED.search(before) if t.shape == "either" and not self._right(t, _NEAR) else None
        if shared:
            return self._left(replace(t, start=self.start + shared.start("aux")), _FAR) + self._parts(t)
        if t.shape == "passive":
            return self._left(t, _NEAR + 2) + self._parts(t) or self._right(t, 0)
        return self._right_or_left(t)

    def _has_done(self, before: str, t: Trigger) -> bool:
        """Whether a perfect infinitive tells the deed of its subject: "claimed to have killed 50"."""
        return t.shape == "either" and before.rstrip().endswith("to have")

    def _right_or_left(self, t: Trigger) -> tuple[Group, ...]:
        if _QUALIFYING.search(self.text, self.start, t.start):
            return ()
        second = _OWN_OBJECT.match(self.text, t.end)
        left = tuple(
            g
            for g in self._left(t, _NEAR)
            if not (self._done_with(g, t) or (second and _AND.fullmatch(self.text, g.end, t.start)))
        )
        right = self._right(t, _NEAR)
        if right and not self._claimed_by_other(right[0], t):
            included = bool(_JOIN.search(self.text[t.end : right[0].start]))
            return left + right if left and included else right
        return left + self._parts(t) if left else ()

    def _parts(self, t: Trigger) -> tuple[Group, ...]:
        """The groups behind a trigger that its subject includes: "were killed including two porters"."""
        for group in self.groups:
            if group.start < t.end or self._speaks(group):
                continue
            gap = self._between(t.end, group.start)
            part = group.named and _PART_OF.match(self.text, group.start)
            opened = part or _PARTS.search(gap)
            if (
                opened
                and _words(gap) <= (_FAR if part else _JOINED)
                and not self._other_between(t.end, group.start)
                and not self._claimed_by_other(group, t)
            ):
                return self._extend_right(group, t)
            return ()
        return ()

    def _among(self, t: Trigger) -> tuple[Group, ...]:
        """The part of the dead behind "among the dead at the mill were": the first group behind the verb."""
        for verb in _LISTS.finditer(self.text, t.start, self.end):
            if _BREAK.search(self._between(t.end, max(t.end, verb.end())).removesuffix(verb.group())):
                return ()
            first = next((g for g in self.groups if g.start >= verb.end()), None)
            if first is None or self._hurt(first, t):
                return ()
            if _words(self.text[verb.end() : first.start]) <= 2:
                return self._extend_right(first, t)
        return ()

    def _toll(self, t: Trigger) -> tuple[Group, ...]:
        if _EXPECTED.search(self.text[t.end : self.end]):
            return ()
        near = [g for g in self.groups if t.end <= g.start and _words(self.text[t.end : g.start]) <= 18]
        near = [g for g in near if not _TOLL_STOP.search(self.text[t.end : g.start])]
        near = [g for g in near if not self._hurt(g, t)]
        new = [g for g in near if not _NUMBER_BEFORE.search(self.text[t.end : g.start])]
        to = [g for g in new if _TOLL_AT.search(self.text[t.end : g.start])]
        risen = [g for g in to if _RISEN.search(self.text[t.end : g.start])]
        first = (risen or to or new)[:1] or self._toll_before(t)
        return self._extend_right(first[0], t) if first and self._part_follows(first[0]) else tuple(first)

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
        return after is not None and bool(_PART_OF.match(self.text, after.start) or _INCLUDING.search(gap))

    def _left(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        """The groups before the trigger: the nearest one and those joined to it."""
        chain: list[Group] = []
        edge = t.start
        for group in reversed([g for g in self.groups if g.end <= t.start]):
            gap = self.text[group.end : edge]
            if chain:
                lost = not gap.strip() and self._single(group) and self._single(chain[-1])
                joined = (lost or _JOIN.search(gap)) and _words(gap) <= _JOINED and not _BREAK.search(gap)
                loose = limit != _FAR and (not group.named or bool(_ASIDE.search(gap)))
                if (
                    not joined
                    or loose
                    or _VERB.search(gap)
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
        return bool(_PARTS.search(gap)) and _words(gap) <= _JOINED

    def _done_with(self, group: Group, t: Trigger) -> bool:
        """Whether the group is what another verb has done, and `t` begins anew: "killed 11 and hurt others"."""
        anew = re.match(r"\W*(?:and|or|while|but)\b", self.text[group.end : t.start], re.I)
        return anew is not None and self._object_of_other(group, t)

    def _reaches(self, gap: str, limit: int) -> bool:
        gap = _APPOSED.sub(" ", gap.lstrip('"”')).replace(" said to ", " ")
        bare, who = _AUXILIARY.sub("", gap), _WHO.match(gap) is not None
        if _words(bare) > limit + (_CLAUSE if limit == _FAR and who else 0):
            return False
        if limit == _FAR and not who and _SUBJECT.search(bare):
            return False
        return (
            limit == _FAR and not re.search(r"[\"“”;]|\b(?:said|says|when|while)\b", gap)
        ) or not _BREAK.search(gap)

    def _right(self, t: Trigger, limit: int) -> tuple[Group, ...]:
        for group in self.groups:
            if group.start < t.end:
                continue
            gap = self.text[t.end : group.start]
            gap = gap if self._quote_ends(t, group) else gap.rstrip('"“ ')
            if _words(gap) > limit or _BREAK.search(gap) or self._other_between(t.end, group.start):
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
        return _SAID_SO.sub(" ", self.text[start:end])

    def _quote_ends(self, t: Trigger, group: Group) -> bool:
        """Whether a quotation ends between the trigger and the group; a word in quotation marks of its own is none."""
        alone = self.text[self.start : t.start].endswith(('"', "“"))
        return not alone and _QUOTE_ENDS.search(self.text, t.start, group.start) is not None

    def _extend_right(self, first: Group, t: Trigger) -> tuple[Group, ...]:
        chain = [first]
        for group in self.groups:
            if group.start < chain[-1].end:
                continue
            gap = self._between(chain[-1].end, group.start)
            part = _PART_OF.match(self.text, group.start) and _words(gap) <= _FAR
            alone = self._single(group) and self._single(chain[-1])
            counted = group.named and chain[-1].named and group.amount.exact
            article = self.text[group.start : group.end].lower().startswith(_ARTICLES)
            lost = not gap.strip() and (alone or (counted and not article))
            joined = part or lost or (_JOIN.search(gap) and _words(gap) <= _JOINED)
            broken = _BREAK.search(gap) or _OTHER_DEED.search(gap) or not joined
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
        return self.text[group.start : group.end].lower().startswith(_ARTICLES) and not _SPEAKS.match(
            self.text, group.end, self.end
        )

    def _speaks(self, group: Group) -> bool:
        """Whether the group is one person who tells of the harm: "and killed their guard, a nun said"."""
        alone = self.text[group.start : group.end].lower().startswith((*_ARTICLES, *_KIN))
        return alone and _SPEAKS.match(self.text, group.end, self.end) is not None

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
                and (_words(gap) <= 1 or (bool(_AUXILIARY.search(gap)) and _words(gap) <= 7))
                and not _JOIN.search(gap)
            ):
                return True
            break
        return False
