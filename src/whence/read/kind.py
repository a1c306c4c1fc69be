"""Whether a clause tells a fact, gives an opinion, or appeals for something to be done."""

import re
from collections.abc import Sequence
from typing import Final

from whence.model.report import Block
from whence.model.statement import StatementKind

_APPEAL: Final = re.compile(
    r"\b(?:we|you|they|governments?|nations?|states?|everyone|everybody|the world|the (?:international )?community|all of us)"
    r" (?:must|should|need to|have to|has to|ought to)\b"
    r"|\b(?:must|should|needs? to|has to|have to) (?:now |immediately |finally |also )?(?:be (?:held|brought|stopped|punished|prosecuted|"
    r"ended|lifted|taken|condemned|investigated)|stop|end|cease|act|intervene|face justice|answer for)\b"
    r"|\b(?:cannot|can not|must not|should not) be (?:allowed|tolerated|accepted)\b"
    r"|\b(?:call|calls|called|calling|appeal|appeals|appealed|appealing|urge|urges|urged|urging) (?:on|for|upon|the|all|every|to)\b"
    r"|\b(?:it is|it’s|it's) (?:time|our duty|necessary|imperative|urgent|essential)\b|\blet us\b"
    r"|\bhold\b.{0,60}\b(?:to account|accountable|responsible)\b|\b(?:demand|demands|demanded|demanding) (?:that|an|the|immediate|justice)\b",
    re.IGNORECASE,
)
_IMPERATIVE: Final = re.compile(
    r"(?:please )?(?:take|join|support|sign|act|stop|unmask|block|boycott|donate|share|help|stand|rise|march|defend|resist|mark|"
    r"address|demand|end|free|save|spread|protest|occupy|smash|fight|do not|don[’']t|never forget|call|write|send)\b"
    r"(?! (?:was|were|is|are|has|had|have|said|in|of|by)\b)",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"\b(?:will|would|could|might) (?:likely |probably |surely |certainly |never |only |soon |also |not )?(?:be|become|lead|bring|mean|"
    r"continue|succeed|fail|cause|result|have|take|come|make|help|end|face|remain|pay)\b"
    r"|\b(?:likely|bound|set|going|expected|destined|doomed) to\b|\bit may be that\b|\bif\b.{0,80}\b(?:would|will|could|may|might)\b"
    r"|\b(?:unacceptable|shameful|disgraceful|outrageous|heinous|barbaric|cowardly|despicable|inexcusable|unjustifiable|deplorable|"
    r"heroic|glorious|abhorrent|horrific|shocking|tragic|disgusting|criminal regime|evil)\b"
    r"|\b(?:I|we) (?:think|believe|feel|hope|fear|suspect|doubt)\b|\bin (?:my|our) (?:view|opinion)\b"
    r"|\b(?:is|are|was|were) (?:the|a) (?:continuation|proof|sign|symbol|expression|threat|danger|disgrace|betrayal)\b"
    r"|\bdoes ?n[o’']t bear thinking\b|\b(?:clearly|obviously|undoubtedly|of course)\b",
    re.IGNORECASE,
)
# What happened and was counted stays a fact even in heated words.
_EVENT: Final = re.compile(
    r"\b(?:killed|wounded|injured|died|dead|arrested|detained|displaced|destroyed|bombed|shelled|attacked|struck|fired)\b",
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
