"""How surely something is said: stated, hedged or denied, by the words of the clause and of its chain."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop, Stance
from whence.read import lexicon as lex

_TABLE: Final[tuple[tuple[Stance, str, str], ...]] = (
    (
        "denies",
        "negated claim",
        r"\b(?:no|not a single|neither|none of the) (?:\w+ ){0,3}?(?:was|were|is|are|has been|have been|had been|died|dead)\b"
        r"|\bno (?:\w+ ){0,2}?(?:casualties|deaths|fatalities|injuries|victims|losses)\b"
        r"|\bwithout (?:any |causing )?(?:casualties|losses|injuries|deaths)\b"
        r"|\b(?:was|were|is|are|had|has|have|did|does|do|could|would) ?n[o’']t (?:been )?(?:\w+ )?(?:responsible|behind|involved|"
        r"to blame|carry|carried|conduct|conducted|kill|killed|target|targeted|attack|attacked|bomb|bombed|strike|struck|hit|"
        r"use|used|responsib\w*|cause|caused|launch|launched|fire|fired|hurt|harmed|injured|wounded|any)\b"
        r"|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted)?)\b"
        r"|\bnothing to do with\b|\bnever (?:killed|targeted|attacked|bombed|struck|used|carried|hit)\b|\bnobody was\b|\bno one was\b",
    ),
    (
        "hedges",
        "hedging adverb",
        r"\b(?:"
        + "|".join(sorted(lex.HEDGE_ADVERBS - {"likely", "maybe"}))
        + r"|most likely|very likely|maybe)\b",
    ),
    (
        "hedges",
        "hedging adjective",
        r"\b(?:"
        + "|".join(sorted(lex.HEDGE_ADJECTIVES))
        + r")\b(?! (?:terroris|milit|jihad|member|fighter|extrem))",
    ),
    (
        "hedges",
        "hedging verb",
        r"\b(?:may|might|could) (?:well )?(?:have|be|also have)\b|\b(?:it )?(?:seems?|seemed|appears?|appeared) (?:to|that|as)\b"
        r"|\b(?:is|are|was|were|been|be) (?:\w+ly )?(?:believed|thought|feared|suspected|presumed|rumou?red|alleged|said|reported|"
        r"understood|claimed)\b(?! (?:by|on|in a))"
        r"|\b(?:reported|feared|presumed|believed) (?:dead|killed|wounded|injured|missing)\b",
    ),
    (
        "hedges",
        "not verified",
        r"\b(?:could|can) ?not (?:be |immediately |independently )+(?:verif\w+|confirm\w*)|\bunable to (?:independently )?verify\b"
        r"|\bcould ?n[’']t (?:be )?(?:\w+ly )?(?:verif\w+|confirm\w*)|\bnot (?:been |yet been )?(?:independently )?(?:verified|confirmed)\b"
        r"|\bunconfirmed\b|\bunverified\b",
    ),
)
_RULES: Final = tuple((stance, name, re.compile(pattern, re.IGNORECASE)) for stance, name, pattern in _TABLE)


def find_stance(text: str, start: int, end: int) -> tuple[Stance, str, int, int] | None:
    """Return (stance, rule, start, end) of the first words in [start, end) that hedge or deny, None if there are none."""
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
    return ("hedges", _reason(text, found)) if found else ("states", None)


def _reason(text: str, found: tuple[Stance, str, int, int]) -> Reason:
    _, name, start, end = found
    words = text[start:end]
    return Reason(name, f"“{words}” in the clause itself", (Evidence("", Span.of(text, start, end)),))
