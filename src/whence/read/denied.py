"""Denials that are not of the claim beside them.

=====================  ==========================================================================================
granted                "denied that the strike was linked to the murder of a tailor", "denied involvement in the raid"
refused                "rejected a call to investigate the killing": what is refused is no claim
of another party       "not by A but by B", "denied it and said that B did"
of people, beside it   "a depot was burned, but nobody was hurt": the depot was
by another, behind it  "A blamed B, and B denied it" is A's accusation
=====================  ==========================================================================================
"""

import re
from typing import Final

from whence.model.span import Reason
from whence.model.statement import Stance
from whence.read.inherit import Voiced

_GROUND: Final = re.compile(  # what is denied is that something else has to do with the event
    r"\b(?:(?:related|linked|connected|tied|due|owing|reactions?|responses?|retaliation) (?:to|for)|because of"
    r"|(?:involvement|participation|complicity|(?:\w+ )?role|(?:\w+ )?part) in|responsibility for"
    r"|responsible for|to blame for"
    r"|(?:being|was|were|is|are) behind"
    r"|the (?:[\w-]+ ){0,3}?(?:attack|strike|raid|bomb|bombing|blast|explosion|mine|shelling|assault"
    r"|ambush|shots|fire|crash)"
    r" (?:that|which|in which)"
    r"|(?:anything|nothing|something) to do with|in connection with|on charges of|prompted by"
    r"|aware of|knowledge of|knowing (?:of|about))\b",
    re.IGNORECASE,
)
# "rejected a call to investigate the killing": what is refused is no claim
_REFUSED: Final = re.compile(
    r"\b(?:calls?|pleas?|demands?|requests?|petitions?|appeals?|proposals?|plans?|offers?|bids?"
    r"|motions?) (?:to|for|by|from)\b",
    re.I,
)
_BUT_BY: Final = re.compile(r"\bnot (?:\w+ )?(?:by|the)\b[^.;:]{0,60}\bbut (?:by |the |an? )+", re.IGNORECASE)
# "the depot was burned, but nobody was hurt": what did not happen to people happened to things
_OF_PEOPLE: Final = re.compile(
    r"(?:no|not|nobody|none|without|neither|never)\b[^.;:]{0,40}?\b(?:casualt\w+|victims?|injur\w+|hurt|"
    r"harm\w*|wounded|kill\w+|"
    r"deaths?|dead|fatalit\w+|one)\b",
    re.I,
)
_DENIES: Final = re.compile(r"den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)", re.IGNORECASE)
_AND_SAID: Final = re.compile(
    r"\b(?:and|but) (?:\w+ )?(?:says?|said|insist\w*|claim(?:s|ed)|blam(?:es|ed)|add(?:s|ed)|told|suggest(?:s|ed)"
    r"|accus(?:es|ed))\b"
    r"|[\w,;] (?:saying|adding|claiming|insisting|blaming|accusing|suggesting|arguing)\b",
    re.IGNORECASE,
)


def denied_elsewhere(text: str, sentence: tuple[int, int], why: Reason, v: Voiced) -> Stance | None:
    """Return the stance of the claim `v` where the denial `why` is not of it, None where it is.

    `sentence` is the place of the claim's sentence in `text`.
    """
    spans = [e.span for e in why.evidence]
    before = max((s.end for s in spans if s.end <= v.draft.key_start), default=None)
    behind = [s.quote for s in spans if s.start >= v.draft.end]
    if v.hops and v.hops[-1].stance != "denies" and behind and all(_DENIES.match(q) for q in behind):
        return v.hops[-1].stance
    if v.draft.aspect == "damage" and all(_OF_PEOPLE.match(text, s.start) for s in spans):
        return v.hops[-1].stance if v.hops else "states"
    harm = v.draft.aspect != "responsible"  # a doer who denies having to do with it denies
    other = _BUT_BY.search(text, *sentence)
    if other and (harm or v.draft.key_start >= other.end()):
        return "states"
    if before is None:
        return None
    between = (_GROUND, _REFUSED, _AND_SAID) if harm else (_REFUSED, _AND_SAID)
    found = any(p.search(text, max(before, sentence[0]), v.draft.key_start) for p in between)
    return "states" if found else None
