"""Whether a clause tells a fact, gives an opinion, or appeals for something to be done."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.report import Block
from whence.model.statement import StatementKind

_APPEAL: Final = re.compile(
    "|".join(
        (
            (
                r"\b(?:we|you|they|governments?|nations?|states?|everyone|everybody|the world"
                r"|the (?:international )?community"
                r"|all of us) (?:must|should|need to|have to|has to|ought to)\b"
            ),
            (
                r"\b(?:must|should|needs? to|has to|have to) (?:now |immediately |finally "
                r"|also )?(?:be (?:held|brought|stopped"
                r"|punished|prosecuted|ended|lifted|taken|condemned|investigated)|stop|end|cease|act"
                r"|intervene|face justice)\b"
            ),
            r"\b(?:cannot|can not|must not|should not) be (?:allowed|tolerated|accepted)\b",
            (
                r"\b(?:call|appeal|urge)(?:s|d|ed|ing)? (?:on|for|upon|the|all|every|to)\b"
                r"|\burging (?:the|all|every)\b"
            ),
            r"\bplease\b|\bwe need (?:you|your)\b|\bneed you to\b|\blet us\b",
            r"\b(?:it is|it’s|it's) (?:time|our duty|necessary|imperative|urgent|essential)\b",
            r"\bhold\b.{0,60}\b(?:to account|accountable|responsible)\b",
            r"\bdemand(?:s|ed|ing)? (?:that|an|the|immediate|justice)\b",
        )
    ),
    re.IGNORECASE,
)
_IMPERATIVE: Final = re.compile(
    (
        r"(?:take|join|support|sign|act|stop|unmask|block|boycott|donate|share|help|stand|rise|march"
        r"|defend|resist|mark|address"
        r"|demand|end|free|save|spread|protest|occupy|smash|fight|do not|don[’']t|never forget|call|write|send)\b"
        r"(?! (?:was|were|is|are|has|had|have|said|in|of|by)\b)"
    ),
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    "|".join(
        (
            (
                r"\b(?:will|would|could|might) (?:likely |probably |surely |certainly |never |only "
                r"|soon |also |not )?(?:be|become"
                r"|lead|bring|mean|continue|succeed|fail|cause|result|have|take|come|make|help|end"
                r"|face|remain|pay)\b"
            ),
            r"\b(?:likely|bound|set|going|expected|destined|doomed) to\b|\bit may be that\b",
            r"\bif\b.{0,80}\b(?:would|will|could|may|might)\b",
            (
                r"\b(?:is|are|was|were|be|been|truly|simply|this|utterly) (?:an? |the |so |truly "
                r"|simply )?(?:unacceptable|shameful"
                r"|disgraceful|outrageous|heinous|barbaric|cowardly|despicable|inexcusable"
                r"|unjustifiable|deplorable|heroic"
                r"|glorious|abhorrent|horrific|shocking|tragic|disgusting|evil)\b"
            ),
            r"\b(?:I|we) (?:think|believe|feel|hope|fear|suspect|doubt)\b|\bin (?:my|our) (?:view|opinion)\b",
            (
                r"\b(?:is|are|was|were) (?:the|a) (?:continuation|proof|sign|symbol|expression|threat"
                r"|danger|disgrace|betrayal)\b"
            ),
            r"\bdoes ?n[o’']t bear thinking\b|\b(?:clearly|obviously|undoubtedly|of course)\b",
        )
    ),
    re.IGNORECASE,
)
# What happened and was counted stays a fact even in heated words.
_EVENT: Final = re.compile(
    (
        r"\b(?:killed|wounded|injured|died|dead|arrested|detained|displaced|destroyed|bombed|shelled"
        r"|attacked|struck|fired)\b"
    ),
    re.IGNORECASE,
)


def kind_of(text: str, start: int, end: int, blocks: Sequence[Block] = ()) -> StatementKind:
    """Return the kind of the clause [start, end): fact unless its words judge, predict or suppose, or ask for action.

    `blocks` are the report's: an imperative counts only where a sentence or block begins.
    """
    clause = text[start:end]
    body = clause.lstrip(" \n\t\"“‘'«•-–—*")
    if _APPEAL.search(clause) or (
        _IMPERATIVE.match(body) and _begins(text, start, blocks) and "!" in text[start : end + 2]
    ):
        return "appeal"
    if _OPINION.search(clause) and not _EVENT.search(clause):
        return "opinion"
    return "fact"


def _begins(text: str, start: int, blocks: Sequence[Block]) -> bool:
    """Return whether a block or a sentence begins at `start`."""
    if any(b.start == start for b in blocks):
        return True
    before = (
        text[:start].rstrip(" \"“‘'«•-–—*\t")
        if start < 200
        else text[start - 200 : start].rstrip(" \"“‘'«•-–—*\t")
    )
    return not before or before[-1] in ".!?:…\n"
