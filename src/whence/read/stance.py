"""How surely something is said: stated, hedged or denied, by the words of the clause and of its chain."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop, Stance
from whence.read import lexicon as lex

_NOT: Final = r"(?:was|were|is|are|had|has|have|did|does|do|could|would) ?n[o’']t (?:been )?(?:\w+ )?"
_DEEDS: Final = (
    r"(?:responsible|behind|involved|to blame|carry|carried|conduct|conducted|kill|killed|target"
    r"|targeted|attack|attacked"
    r"|bomb|bombed|strike|struck|hit|use|used|cause|caused|launch|launched|fire|fired|hurt|harmed"
    r"|injured|wounded|any)"
)
_FATE: Final = r"(?:killed|dead|injured|wounded|hurt|harmed|hit|targeted|affected|involved|responsible)"
_TABLE: Final[tuple[tuple[Stance, str, tuple[str, ...]], ...]] = (
    (
        "denies",
        "negated claim",
        (
            (
                rf"\b(?:no|not a single|neither|none of the|nobody|no one) (?:\w+ ){{0,3}}?(?:was|were"
                rf"|is|are|been) {_FATE}\b"
            ),
            r"\bno (?:\w+ ){0,2}?(?:casualties|deaths|fatalities|injuries|victims|losses)\b",
            r"\bwithout (?:any |causing )?(?:casualties|losses|injuries|deaths)\b",
            rf"\b{_NOT}{_DEEDS}\b",
            (
                r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed"
                r"|ing)|rebut(?:s|ted)?)\b"
            ),
            (
                r"\b(?:totally|completely|entirely|absolutely|simply) (?:false|untrue)\b|\b(?:baseless"
                r"|fabricated|no basis)\b"
            ),
            r"\bnothing to do with\b|\bnever (?:killed|targeted|attacked|bombed|struck|used|carried|hit)\b",
        ),
    ),
    (
        "hedges",
        "hedging adverb",
        (
            r"\b(?:" + "|".join(sorted(lex.HEDGE_ADVERBS - {"likely"})) + r")\b",
            r"\b(?:most|very) likely\b|\b(?:was|were|are|is) likely\b(?! to\b)",
            r"\blikely (?:carried|conducted|fired|caused|by)\b",
        ),
    ),
    (
        "hedges",
        "hedging adjective",
        (
            (
                rf"\b(?:{'|'.join(sorted(lex.HEDGE_ADJECTIVES))})\b(?! (?:terroris|milit|jihad|member"
                rf"|fighter|extrem))"
            ),
        ),
    ),
    (
        "hedges",
        "hedging verb",
        (
            r"\b(?:may|might|could) (?:well |also )?(?:have|be)\b",
            r"\b(?:it )?(?:seems?|seemed|appears?|appeared) (?:to|that|as)\b",
            (
                r"\b(?:is|are|was|were|been|be) (?:\w+ly )?(?:believed|thought|feared|suspected"
                r"|presumed|rumou?red|alleged|said"
                r"|understood|claimed)\b(?! (?:by|on|in a))"
            ),
            r"\b(?:strongly |also )?suggest(?:s|ed|ing)? (?:that\b|(?:the )?[A-Z])",
            r"\b(?:feared|presumed|believed) (?:dead|killed|wounded|injured|missing|to)\b|\bestimated to\b",
        ),
    ),
    (
        "hedges",
        "hearsay",
        (
            r"\breported (?:dead|killed|wounded|injured|missing|to have)\b",
            r"\bit (?:is|was|has|had) (?:(?:also|been|widely) ){0,2}(?:reported|claimed|alleged|rumou?red) that\b",
        ),
    ),
    (
        "hedges",
        "not verified",
        (
            (
                r"\b(?:could|can) ?not (?:be |immediately |independently )+"
                r"(?:verif\w+|confirm\w*|corroborat\w+|determin\w+|establish\w*)"
            ),
            (
                r"\bunable to (?:independently )?verify\b"
                r"|\bcould ?n[’']t (?:be )?(?:\w+ly )?(?:verif\w+|confirm\w*)"
            ),
            (
                r"\bnot (?:been |yet been )?(?:independently )?(?:verified|confirmed)\b|\bunconfirmed\b"
                r"|\bunverified\b"
            ),
            (
                r"\b(?:un|not )(?:clear|known|certain) (?:whether|if|who|which)\b|\bnot know (?:whether"
                r"|if|who|which)\b"
            ),
            r"\b(?:initial|early|preliminary|conflicting) (?:reports?|information)\b|\ba reported \w+",
        ),
    ),
)
_RULES: Final = tuple((stance, name, re.compile("|".join(p), re.IGNORECASE)) for stance, name, p in _TABLE)


def find_stance(text: str, start: int, end: int) -> tuple[Stance, str, int, int] | None:
    """Return (stance, rule, start, end) of the first words that hedge or deny, else None."""
    for stance, name, pattern in _RULES:
        match = pattern.search(text, start, end)
        if match:
            return stance, name, match.start(), match.end()
    return None


def stance_of(text: str, start: int, end: int, hops: Sequence[Hop]) -> tuple[Stance, Reason | None]:
    """Return how surely the clause [start, end) is said through the chain `hops`, and why if it is not plainly stated.

    The root's denial decides; then a denial in the clause's own words; then any hedge in the chain or in the words.
    The evidence of the reason carries no report id ("") when the words of the clause decide: the caller knows it.
    """
    if hops and hops[-1].stance == "denies":
        return "denies", hops[-1].reason
    found = find_stance(text, start, end)
    if found and found[0] == "denies":
        return "denies", _reason(text, found)
    for hop in reversed(hops):
        if hop.stance == "hedges":
            return "hedges", hop.reason
    if found is None or (found[1] == "hearsay" and hops):
        return "states", None  # "were reported killed, X said": the one who reports is named
    return "hedges", _reason(text, found)


def _reason(text: str, found: tuple[Stance, str, int, int]) -> Reason:
    _, name, start, end = found
    words = text[start:end]
    return Reason(name, f"“{words}” in the clause itself", (Evidence("", Span.of(text, start, end)),))
