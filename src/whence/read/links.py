"""Alleged links between two actors: who supports, arms, finances, trains, shelters, commands or supplies whom.

Each pattern reads one verb or noun with its subject and its object; both must be parties or proper names.  A link
"stated in passing" ("the Karvian-backed brigade") is kept, and its rule says so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.statement import Relation
from whence.read import link_words as lw
from whence.read.actors import Actor
from whence.read.groups import PERSONS
from whence.read.states import COUNTRY_NAMES, STATES

# "An index of dealings between A and B is here": it points elsewhere and asserts nothing itself
_POINTER: Final = re.compile(
    r"\b(?:is|are|can be (?:found|read|seen)|available) (?:\w+ )?(?:here|below|above)\W*$"
    r"|^\W*(?:click|read|see) \w+ (?:here|more)",
    re.I,
)
_LABEL: Final = 8  # words of a caption or a heading
_ASSERTS: Final = re.compile(
    r"[.!?…]\W*$|\b(?:is|are|was|were|has|have|had|will|says?|said)\b"
    r"|(?<![-\w])[a-z]{3,}(?:ed|es|s) (?:the|a|an|its|their|[A-Z])"
)
_FAR: Final = 8  # words between an actor and the noun of the link
_NEAR: Final = 2000  # code points on either side in which a word may show that it is no name
_REACH: Final = 12  # words between the two ends of a verb
# relations of which two names that no table and no fight has shown to be parties may still be the ends
_MATERIAL: Final = frozenset(["arms", "finances", "trains", "shelters", "trades with", "owns"])
_POLITICAL: Final = frozenset(["supports", "linked with"])  # of which one of the two must be a party
_BEFORE_OBJECT: Final = (
    r"(?:(?:the|some|several|various|many|of|groups? of|members of|fighters (?:of|from)|so-called|to)\s+)*"
    r"[\"“‘]*"
)
_APPOSED: Final = r"(?:,? an? [\w -]{0,40}?)?"
_PLACED: Final = re.compile(r"\b(?:with|of|to|by|from|in|at|for|near|against|between)\s+(?:the\s+)?$", re.I)
_OTHERS: Final = re.compile(r"\band (?:\w+ )?(?:of )?(?:them|others|some|many|tens|dozens)\b", re.I)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?", re.I)
_ADVERB: Final = r"(?:\s+(?:also|has|have|had|is|was|still|said to|reportedly|allegedly|\w+ly))*\s+"
_TITLED: Final = r"\s*,\s*(?:an?|the) [^,.;]{1,60},\s*"
# "A denied that it supplies"; "A said that it supplies"
_ITSELF: Final = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,4}?(?P<say>den(?:ied|ies)|said|says|confirmed|admitted|acknowledged)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:that\s+)?(?:it|they)\s+(?:has\s+|have\s+|had\s+|ever\s+|also\s+)*",
    re.I,
)
_DEMONYM: Final = re.compile(
    r"(?:[A-Z][a-z]+(?:ian|ish|ese|i|an|ans|ens|arab|Arab)s?|Turkmens?|Arab|Kurdish|[\s-])+"
)
_AWAY: Final = re.compile(r"\b(?:near|against|at|around|over|from|outside|towards?)\s+(?:the\s+)?$", re.I)
_SHARED: Final = re.compile(r"\s*(?:,|,? and(?: the)?|or)?\s*", re.I)

End = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """A link at [start, end): its two ends with their places, the relation, and the rule that read it.

    `denied` is set where the subject itself denies it.
    """

    start: int
    end: int
    subject: End
    relation: Relation
    object: End
    rule: str
    denied: bool = False


def find_ties(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[Tie, ...]:
    """Return the links between two parties that the sentence text[start:end] alleges, in order, each once."""
    if _POINTER.search(text, start, end) or _is_label(text, start, end):
        return ()
    inside = [a for a in actors if start <= a.start and a.end <= end]
    parties = [(a.name, a.start, a.end) for i, a in enumerate(inside) if not _qualifies(text, inside, i)]
    names = [*parties, *_names(text, start, end, parties)]
    ends = sorted(names, key=lambda e: (e[1], e[2]))
    known = {(e[1], e[2]) for e in parties}
    found = [
        *_by_verb(text, ends, known),
        *_by_noun(text, parties),
        *_parts(text, start, end, ends),
        *_passing(text, start, end),
    ]
    return _each_once([*found, *_partners(text, parties, found)])


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether the words stand alone in their line as a caption or a heading: no stop, no verb, nothing asserted."""
    alone = (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
    words = text[start:end].split()
    return alone and start > 0 and len(words) <= _LABEL and not _ASSERTS.search(text, start, end)


def _qualifies(text: str, inside: Sequence[Actor], i: int) -> bool:
    """Whether party `i` is a demonym that only qualifies the party behind it: "the Karvian rebel group Red Hill"."""
    if not inside[i].adjective or i + 1 == len(inside):
        return False
    gap = text[inside[i].end : inside[i + 1].start]
    return len(gap.split()) <= 4 and not re.search(r"[,.;:]|\b(?:and|or|in|by|of|to|for|with|against)\b", gap)


def _each_once(found: Iterable[Tie]) -> tuple[Tie, ...]:
    kept: dict[tuple[str, Relation, str], Tie] = {}
    ordered = map(_ordered, found)
    for tie in sorted(ordered, key=lambda t: (t.rule == "stated in passing", t.start, t.end, t.relation)):
        subject, target = tie.subject[0].casefold(), tie.object[0].casefold()
        if subject != target:
            kept.setdefault((subject, tie.relation, target), tie)
    return tuple(sorted(kept.values(), key=lambda t: (t.start, t.end, t.relation)))


def _ordered(tie: Tie) -> Tie:
    """`tie` with its ends by name where it has no direction, so that either order of the text is one link."""
    one, two = tie.subject, tie.object
    if tie.relation != lw.MUTUAL or one[0].casefold() <= two[0].casefold():
        return tie
    return replace(tie, subject=two, object=one)


def _names(text: str, start: int, end: int, parties: Sequence[End]) -> list[End]:
    """The proper names of the sentence that are no known parties; a number or an article is no name."""
    found = []
    for m in lw.NAME.finditer(text, start, end):
        name = _bare(m.group())
        known = any(s < m.end() and m.start() < e for _, s, e in parties)
        if not known and not _DEMONYM.fullmatch(name) and not _common(text, name, m.start()):
            found.append((COUNTRY_NAMES.get(name.lower(), name), m.start(), m.start() + len(name)))
    return found


def _common(text: str, name: str, at: int) -> bool:
    """Whether a word is capital only because a sentence begins with it: "Troops", or a word that is small elsewhere."""
    return " " not in name and (
        name.lower() in PERSONS
        or bool(re.search(rf"(?<![\w-]){re.escape(name.lower())}\b", text[max(0, at - _NEAR) : at + _NEAR]))
    )


def _bare(name: str) -> str:
    """`name` without a leading article or a trailing genitive: "the Kestrel drone" is the Kestrel drone."""
    return re.sub(r"^(?:the|a|an|its|their)\s+", "", re.sub(r"['’]s?$|-+$", "", name.strip()), flags=re.I)


def _partners(text: str, parties: Sequence[End], found: Sequence[Tie]) -> list[Tie]:
    """Give the link of a subject to those joined to it before: "A, B and C arm the rebels"."""
    shared = []
    for tie in found:
        nearest = tie.subject[1]
        for name, start, end in reversed([p for p in parties if p[2] <= tie.subject[1]]):
            if tie.rule == "stated in passing" or not _SHARED.fullmatch(text, end, nearest):
                break
            if nearest == tie.subject[1] and not re.search(r"\b(?:and|or)\b", text[end:nearest]):
                break
            nearest = start
            mate = (name, start, end)
            shared.append(Tie(start, tie.end, mate, tie.relation, tie.object, tie.rule, tie.denied))
    return shared


def _by_verb(text: str, ends: Sequence[End], known: set[tuple[int, int]]) -> list[Tie]:
    found = []
    for i, first in enumerate(ends):
        for second in ends[i + 1 :]:
            gap = text[first[2] : second[1]]
            if len(gap.split()) > _REACH:
                break
            sure = first[1:] in known and second[1:] in known
            some = first[1:] in known or second[1:] in known
            tie = _verb_between(text, gap, first, second)
            if tie and (sure or tie.relation in _MATERIAL or (some and tie.relation in _POLITICAL)):
                found.append(tie)
    return found


def _verb_between(text: str, gap: str, first: End, second: End) -> Tie | None:
    if _OTHERS.search(gap):
        return None
    before = text[max(0, first[1] - 24) : first[1]]
    placed, away = _PLACED.search(before), _AWAY.search(before)
    # "the A armed coalition" has a quality, "A armed the coalition" an object
    bare = gap.endswith("ed ") and text[second[1]].islower() and len(gap.split()) == 1
    for relation, verbs in lw.VERBS:
        active = re.fullmatch(rf"(?:['’]s)?\s+{lw.ADVERBS}(?:{verbs})\s+{_BEFORE_OBJECT}", gap, re.I)
        if (
            active
            and not (away or bare)
            and not re.search(r"\b(?:was|were|is|are|been|being)\s+\w+ed\s+$", gap)
        ):
            return Tie(first[1], second[2], first, relation, second, "verb of support")
        passive = re.fullmatch(
            rf"(?:['’´`]s)?{_APPOSED}\s+(?:forces |fighters |groups )?{lw.ADVERBS}(?:{verbs})"
            rf"(?: and [\w ]{{0,24}}?)? (?:up )?(?:directly |\w+ly )?by\s+(?:the\s+)?",
            gap,
            re.I,
        )
        if passive and not (placed and re.search(r"\band\b", gap)):
            return Tie(first[1], second[2], second, relation, first, "verb of support")
    return None


def _by_noun(text: str, parties: Sequence[End]) -> list[Tie]:
    """ "A's support for B", "cooperation between A and B", "support of A for B"."""
    found = []
    for i, first in enumerate(parties):
        for second in parties[i + 1 :]:
            gap = text[first[2] : second[1]]
            if len(gap.split()) > _FAR:
                break
            relation = _noun_between(text[max(0, first[1] - 60) : first[1]], gap)
            if not relation and _AND.fullmatch(gap) and lw.TOGETHER.match(text, second[2]):
                relation = lw.MUTUAL
            if relation:
                found.append(Tie(first[1], second[2], first, relation, second, "noun of support"))
    return found


def _noun_between(before: str, gap: str) -> Relation | None:
    """The relation of the noun that joins two parties with `gap` between them and `before` in front, if one does."""
    for relation, nouns in lw.NOUNS:
        if relation == lw.MUTUAL and re.search(r"\b(?:no|cut|severed|broke|ended)\b", gap, re.I):
            continue
        plain = rf"['’]?s?['’]?\s+(?:[\w-]+\s+){{0,2}}?{nouns}\s+(?:\w+\s+)?(?:for|to|of|with)\s+(?:(?:the|some)\s+)*"
        if re.fullmatch(plain, gap, re.I):
            return relation
        led = re.search(rf"\b{nouns}\s+(?P<of>between|of)\s+(?:the\s+)?$", before, re.I)
        if not led or (led["of"].lower() == "of" and relation != lw.MUTUAL):
            continue  # "support of A and B" is support by both
        if re.fullmatch(r"(?:\s+\w+)?\s+(?:and|with)\s+(?:the\s+)?", gap, re.I):
            return relation
    return None


def _parts(text: str, start: int, end: int, ends: Sequence[End]) -> list[Tie]:
    """ "Ostmark Optik supplies cameras for the drone programme", "drones made by Velt Aero"."""
    found = []
    for m in lw.PART.finditer(text, start, end):
        owner, denied = _supplier(text, m.start(), ends)
        name = _bare(m["object"])
        if owner and (" " in name or name[0].isupper()):  # a bare "programme" could be any
            at = m.end("object") - len(name)
            target = (name, at, m.end("object"))
            found.append(Tie(owner[1], m.end(), owner, "supplies part", target, "supplier of a part", denied))
    for m in lw.MADE_BY.finditer(text, start, end):
        name = m["subject"].rstrip(".")
        maker = (name, m.start("subject"), m.start("subject") + len(name))
        thing = (_bare(m["object"]), m.start("object"), m.end("object"))
        relation: Relation = "supplies part" if re.search(r"supplied\s+by", m.group()) else "manufactures"
        found.append(Tie(m.start(), m.end(), maker, relation, thing, "maker named"))
    return found


def _supplier(text: str, at: int, ends: Sequence[End]) -> tuple[End | None, bool]:
    """The name that is the subject of the verb at `at`, and whether it denies the deed itself."""
    for end in reversed([e for e in ends if e[2] <= at]):
        gap = text[end[2] : at]
        if re.fullmatch(_ADVERB, gap) or re.fullmatch(_TITLED, gap):
            return end, False
        itself = _ITSELF.fullmatch(gap)
        if itself:
            return end, itself["say"].lower().startswith("deni")
    return None, False


def _passing(text: str, start: int, end: int) -> list[Tie]:
    found = []
    for m in lw.BACKED.finditer(text, start, end):
        word = m["subject"]
        if word.lower() in lw.NOBODY or (m["how"] == "controlled" and m["object"][0].isupper()):
            continue
        name = STATES.get(word.lower()) or COUNTRY_NAMES.get(word.lower()) or word
        if word in ("U.S", "U.S."):
            name = "United States"
        if word == "Western":
            name = "Western countries"
        subject = (name, m.start("subject"), m.end("subject"))
        target = (m["object"].strip(), m.start("object"), m.end("object"))
        found.append(Tie(m.start(), m.end(), subject, lw.HOW[m["how"]], target, "stated in passing"))
    return found
