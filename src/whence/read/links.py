"""Alleged links between two actors: who supports, arms, finances, trains, shelters, commands or supplies whom.

Each pattern reads one verb or noun with its subject and its object; both must be parties or proper names.  A link
"stated in passing" ("the Karvian-backed brigade") is kept, and its rule says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.statement import Relation
from whence.read.actors import Actor
from whence.read.parties import STATES

# the relation, its verbs (finite, participle or gerund), and the words between verb and object
_VERBS: Final[tuple[tuple[Relation, str], ...]] = (
    (
        "arms",
        (
            r"(?:arm(?:ed|s|ing)|(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|send(?:s|ing)?|sent|"
            r"ship(?:s|ped|ping)?|deliver(?:s|ed|ing)?|"
            r"smuggl(?:e|es|ed|ing)|transport(?:s|ed|ing)?|funnel(?:s|led|ling)?) (?:\w+ "
            r"){0,4}?(?:weapons?|arms|ammunition|missiles?|munitions|rockets?|guns)"
            r"(?: and [\w-]+)?(?: via \w+)? to)"
        ),
    ),
    (
        "finances",
        (
            r"(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?|bankroll(?:s|ed|ing)?|pay(?:s|ing)? the "
            r"(?:salaries|wages) of)"
        ),
    ),
    ("trains", r"(?:train(?:s|ed|ing)?)"),
    (
        "shelters",
        (
            r"(?:shelter(?:s|ed|ing)?|harbou?r(?:s|ed|ing)?|gives? (?:safe haven|sanctuary|refuge) to|"
            r"host(?:s|ed|ing)? (?:the )?(?:leaders|fighters|camps) of)"
        ),
    ),
    (
        "trades with",
        (
            r"(?:trad(?:e|es|ed|ing) (?:\w+ )?(?:in )?(?:[\w-]+ )?with|(?:buy(?:s|ing)?|bought|"
            r"purchas(?:e|es|ed|ing)) (?:\w+ ){0,2}?(?:oil|antiquities|grain|gold|cotton) from|"
            r"sell(?:s|ing)? (?:\w+ ){0,2}?(?:oil|antiquities|grain|gold|cotton) to)"
        ),
    ),
    (
        "commands",
        (
            r"(?:command(?:s|ed|ing)|direct(?:s|ed|ing)(?! (?:support|talks|link))|gives? orders to|"
            r"controls the)"
        ),
    ),
    (
        "part of",
        (
            r"(?:(?:is|are|was|were) (?:an? )?(?:part|wing|branch|affiliate|arm|member|offshoot) of|"
            r"belong(?:s|ed|ing)? to|fights? (?:with)?in the ranks of|"
            r"(?:is|are|was|were) (?:affiliated|allied) (?:with|to)|(?:pledged|swore|sworn) "
            r"allegiance to|joined the ranks of)"
        ),
    ),
    ("manufactures", r"(?:manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|build(?:s|ing)?)"),
    ("owns", r"(?:own(?:s|ed|ing)?|acquired|(?:is|was) the owner of)"),
    (
        "supports",
        (
            r"(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?|aid(?:s|ed|ing)|sponsor(?:s|ed|ing)?|"
            r"cooperat(?:e|es|ed|ing)(?: together)?(?: on the ground)? with|"
            r"collaborat(?:e|es|ed|ing) with|collud(?:e|es|ed|ing) with|co-?operat(?:e|es|ed|ing) "
            r"with|provid(?:e|es|ed|ing) (?:\w+ ){0,2}(?:support|backing|aid|cover) (?:to|for))"
        ),
    ),
)
# nouns of a link: "A's support for B", "full cooperation with", "collusion between A and B"
_NOUNS: Final[tuple[tuple[Relation, str], ...]] = (
    ("arms", r"(?:arming|weapons supplies|arms (?:supplies|deliveries|shipments))"),
    ("finances", r"(?:funding|financing)"),
    ("trains", r"training"),
    ("trades with", r"(?:trade|oil trade)"),
    (
        "supports",
        (
            r"(?:(?:\w+ )?support|backing|sponsorship|cooperation|co-operation|collaboration|"
            r"collusion|alliance|links|ties)"
        ),
    ),
)
_PART: Final = re.compile(
    r"\b(?P<verb>suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|"
    r"manufactur(?:e|es|ed|ing)|mak(?:es|e|ing)|made|produc(?:e|es|ed|ing)|build(?:s|ing)?|"
    r"built)\s+"
    r"(?P<what>(?:(?:the|a|an|its|their)\s+)?(?:[\w-]+\s+){0,3}?(?:engines?|sensors?|cameras?|"
    r"optics|motors?|electronics|batteries|chips|components?|parts|antennas?|fuel pumps?|bomb "
    r"racks?|"
    r"guidance systems?|warheads?|radios?|gyroscopes?|servos?|lenses|propellers?|materials?|technology))\s+"
    r"(?:for|to|of|used in|used by)\s+(?P<object>(?:the\s+)?(?:[\w'’-]+\s+){0,5}?(?:programme|"
    r"program|drones?|missiles?|fleet|army|air force|project|industry|aircraft|UAVs?|"
    r"military)(?:\s+(?:programme|program|fleet|industry|project))?)",
    re.I,
)
_MADE_BY: Final = re.compile(
    r"\b(?P<object>(?:(?!(?:The|A|An|Some)\b)[A-Z][\w-]+\s+)*(?:combat\s+|armed\s+|attack\s+|military\s+)?(?:drones?|"
    r"missiles?|rockets?|engines?|sensors?|cameras?|tanks?|shells?|bombs?|UAVs?|weapons?|"
    r"components?))\s+"
    r"(?:(?:is|are|was|were|being)\s+)?(?:made|manufactured|built|produced|"
    r"supplied)\s+by\s+(?:the\s+)?(?P<subject>[A-Z][\w&.-]*(?:\s+(?:[A-Z][\w&.-]*|of|and))*)",
)
_NAME: Final = re.compile(r"(?:[A-Z][\w&.’'-]*)(?:\s+(?:[A-Z][\w&.’'-]*|of the|of|al-[A-Z]\w+))*")
_BACKED: Final = re.compile(
    r"\b(?P<subject>[A-Z][\w.]+)[-‐](?P<how>backed|supported|sponsored|funded|financed|armed|"
    r"trained|controlled)\s+"
    r"(?P<object>(?:(?!(?:the|a|an|and|or|in|on|of|to|by|for|from|with|at|as|is|are|was|were|"
    r"has|have|who|that|which)\b)[\w'’-]+\s+){0,4}?"
    r"(?:rebels?|militias?|jihadists?|fighters?|forces?|militants?|groups?|troops?|army|"
    r"mercenaries|units?|brigades?|coalition|factions?|proxies|gunmen|opposition|front)|"
    r"[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)"
)
_HOW: Final[dict[str, Relation]] = {
    "backed": "supports",
    "supported": "supports",
    "sponsored": "supports",
    "funded": "finances",
    "financed": "finances",
    "armed": "arms",
    "trained": "trains",
    "controlled": "commands",
}
_ADVERBS: Final = (
    r"(?:(?:has|have|had|is|are|was|were|been|also|still|be|being|to be|accused of|continues? "
    r"to|continued to|openly|directly|secretly|reportedly|allegedly|\w+ly|(?:intelligence|"
    r"secret) (?:services?|agenc\w+)|government|state|army|military|forces?|and(?: the)? [\w "
    r"]{0,30}?)\s+){0,5}"
)
_FAR: Final = 8  # words between an actor and the noun of the link
_BETWEEN: Final = re.compile(
    r"\b(?:said|says|told|when|while|after|but|against|killed|attack\w*|who|that)\b|[\"“”;:.]", re.I
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link found at [start, end): its two ends with their places, the relation, and the rule that read it."""

    start: int
    end: int
    subject: tuple[str, int, int]
    relation: Relation
    object: tuple[str, int, int]
    rule: str


def find_ties(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[Tie, ...]:
    """Return the links between two parties that the sentence text[start:end] alleges, in order, each once."""
    inside = [a for a in actors if start <= a.start and a.end <= end]
    found = [
        *_by_verb(text, inside),
        *_by_noun(text, inside),
        *_parts(text, start, end, inside),
        *_passing(text, start, end),
    ]
    kept: dict[tuple[str, Relation, str], Tie] = {}
    for tie in sorted(found, key=lambda t: (t.rule == "stated in passing", t.start, t.end, t.relation)):
        if tie.subject[0].lower() != tie.object[0].lower():
            kept.setdefault((tie.subject[0].lower(), tie.relation, tie.object[0].lower()), tie)
    return tuple(sorted(kept.values(), key=lambda t: (t.start, t.end, t.relation)))


def _end(actor: Actor) -> tuple[str, int, int]:
    return actor.name, actor.start, actor.end


def _by_verb(text: str, inside: Sequence[Actor]) -> list[Tie]:
    found = []
    for first in inside:
        for second in (a for a in inside if a.start >= first.end):
            gap = text[first.end : second.start]
            if len(gap.split()) > _FAR + 4:
                break
            found += _verb_between(gap, first, second)
    return found


def _verb_between(gap: str, first: Actor, second: Actor) -> list[Tie]:
    for relation, verbs in _VERBS:
        active = re.fullmatch(
            (
                rf"(?:['’]s)?\s+{_ADVERBS}(?:{verbs})\s+(?:(?:the|some|several|various|many|of|groups? of|"
                rf"members of|so-called|to)\s+)*[\"“‘]*"
            ),
            gap,
            re.I,
        )
        if active and not re.search(r"\b(?:was|were|is|are|been|being)\s+\w+ed\s+$", gap):
            return [Tie(first.start, second.end, _end(first), relation, _end(second), "verb of support")]
        passive = re.fullmatch(
            rf"(?:['’´`]s)?\s+(?:forces |fighters |groups )?{_ADVERBS}(?:{verbs})"
            rf"(?: and [\w ]{{0,24}}?)? (?:up )?(?:directly |\w+ly )?by\s+(?:the\s+)?",
            gap,
            re.I,
        )
        if passive:
            return [Tie(first.start, second.end, _end(second), relation, _end(first), "verb of support")]
    return []


def _by_noun(text: str, inside: Sequence[Actor]) -> list[Tie]:
    """ "A's support for B", "cooperation between A and B", "support of A for B"."""
    found = []
    for first in inside:
        for second in (a for a in inside if a.start >= first.end):
            gap = text[first.end : second.start]
            if len(gap.split()) > _FAR:
                break
            for relation, nouns in _NOUNS:
                if re.fullmatch(
                    (
                        rf"['’]?s?['’]?\s+(?:[\w-]+\s+){{0,2}}?{nouns}\s+(?:\w+\s+)?(?:for|to|of|with)\s+(?:(?:the|"
                        rf"some)\s+)*"
                    ),
                    gap,
                    re.I,
                ):
                    found.append(
                        Tie(first.start, second.end, _end(first), relation, _end(second), "noun of support")
                    )
                    break
                before = re.search(
                    rf"\b{nouns}\s+(?:between|of)\s+(?:the\s+)?$", text[: first.start][-60:], re.I
                )
                if before and re.fullmatch(r"(?:\s+\w+)?\s+(?:and|with)\s+(?:the\s+)?", gap, re.I):
                    found.append(
                        Tie(first.start, second.end, _end(first), relation, _end(second), "noun of support")
                    )
                    break
    return found


def _parts(text: str, start: int, end: int, inside: Sequence[Actor]) -> list[Tie]:
    """ "Ostmark Optik supplies cameras for the drone programme", "drones made by Velt Aero"."""
    found = []
    for m in _PART.finditer(text, start, end):
        owner = _name_before(text, start, m.start(), inside)
        if owner:
            target = (m["object"], m.start("object"), m.end("object"))
            found.append(Tie(owner[1], m.end(), owner, "supplies part", target, "supplier of a part"))
    for m in _MADE_BY.finditer(text, start, end):
        maker = (m["subject"], m.start("subject"), m.end("subject"))
        thing = (m["object"], m.start("object"), m.end("object"))
        relation: Relation = "supplies part" if re.search(r"supplied\s+by", m.group()) else "manufactures"
        found.append(Tie(m.start(), m.end(), maker, relation, thing, "maker named"))
    return found


def _name_before(text: str, start: int, at: int, inside: Sequence[Actor]) -> tuple[str, int, int] | None:
    """The proper name that is the subject of the verb at `at`."""
    near = [
        m
        for m in _NAME.finditer(text, start, at)
        if len(text[m.end() : at].split()) <= 4 and not _BETWEEN.search(text[m.end() : at])
    ]
    actor = next((a for a in reversed(inside) if a.end <= at and len(text[a.end : at].split()) <= 3), None)
    if actor:
        return _end(actor)
    return (near[-1].group(), near[-1].start(), near[-1].end()) if near else None


def _passing(text: str, start: int, end: int) -> list[Tie]:
    found = []
    for m in _BACKED.finditer(text, start, end):
        subject = (STATES.get(m["subject"].lower(), m["subject"]), m.start("subject"), m.end("subject"))
        target = (m["object"].strip(), m.start("object"), m.end("object"))
        found.append(Tie(m.start(), m.end(), subject, _HOW[m["how"]], target, "stated in passing"))
    return found
