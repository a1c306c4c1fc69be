"""Sums over a war, an offensive or a season: told in passing, they are no toll of a happening."""

import re
from typing import Final

from whence.model.values import Amount

_WAR: Final = (
    r"(?:(?:\w+[- ]){0,3}(?:conflict|war|uprising|revolt|revolution|crisis|rebellion|"
    r"insurgency|bloodshed|violence|hostilities))"
)
_MONTHS: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WAR_TOTAL: Final = re.compile(
    rf"\bsince (?:the (?:start|beginning|outbreak|onset|eruption) of )?(?:the |its |a |this )?{_WAR}\b|"
    rf"\b{_WAR} (?:that |which )?(?:has|have|had|is|was)?\s*(?:so far |already |also )?(?:left|"
    rf"killed|claimed|cost|killing|estimated to have)|"
    rf"\bsince (?:\w+ )?(?:19|20)\d\d\b|\bsince {_MONTHS} (?:19|20)\d\d|"
    rf"\b(?:during|throughout|over|in) (?:the |its )?(?:past |last "
    rf")?(?:\w+[- ])?(?:years?|year-long|decade)\b.{{0,40}}{_WAR}|"
    rf"\b(?:killed|dead|died|lives|deaths)\b.{{0,40}}\b(?:in|during|throughout|by|of|from) (?:the |this |that |its )?"
    rf"(?:\w+[- ]){{0,3}}(?:war|conflict|uprising|revolt|revolution|civil war)\b|\bin the "
    rf"(?:past|last) (?:\w+ )?(?:years|months)\b",
    re.I,
)
# killed "in the 30-month war", "so far in the war", "the toll in the Osmaran conflict": the whole of it
_DEATHS: Final = r"\b(?:killed|dead|died|deaths?|lives|lost|lose|toll|casualties)\b"
_WHOLE_WAR: Final = re.compile(
    rf"{_DEATHS}(?:(?!\b(?:worst|deadliest|bloodiest|since|day|days|attack|strike|incident)\b)[^.;]){{0,60}}?"
    r"\b(?:in|during|throughout|over) (?:[\w'’-]+ ){0,2}?[\w-]+[- ](?:year|month)s?[- ](?:long |old )?(?:civil )?"
    r"(?:war|conflict|uprising|revolt|insurgency)\b|"
    rf"\bso far\b.{{0,40}}{_DEATHS}.{{0,60}}\bin the (?:\w+ )?(?:civil )?(?:war|conflict|uprising|revolt|insurgency)\b|"
    r"\btoll\b.{0,60}\bin the (?:\w+ )?(?:civil )?(?:war|conflict|uprising|revolt|insurgency)\b",
    re.I,
)
# a sum over an offensive or a month is told in passing, unless it is the story
_RUNNING: Final = re.compile(
    r"\bsince\b.{0,90}\b(?:began|begun|started|starting|launched|erupted|broke out|collapsed|"
    r"declared|beginning|start|onset|outbreak|intensified|took effect|renewed|resumed)\b"
    rf"|^\W*since\b|\bsince (?:then|that|(?:\d+ )?{_MONTHS}|last|early|late|mid)\b"
    # over weeks; what happened in the last few days is one fight
    r"|\b(?:over|in|during) the (?:past|last|previous) (?:(?:several |few |\w+ )?(?:weeks|"
    r"months|years|week|month|year)|(?:1[3-9]|[2-9]\d|\d{3}) days)\b"
    # "in a week of raids", "a month of infighting", "the first six months of 2031"
    r"|\b(?:an?|one|two|three|four|five|six|several) (?:days?|weeks?|months?|years?) of (?:[\w-]+ ){0,2}"
    r"(?:fighting|infighting|clashes|battles|bombing|bombardment|shelling|raids|(?:air)?strikes|attacks|violence|unrest)\b"
    r"|\b(?:in|for|during|over) the (?:first|last|final|past) (?:\w+ )?(?:months?|weeks?|half|quarter) of\b"
    r"|\bso far (?:this|in the) (?:year|month)\b|(?<!earlier )(?<!later )(?<!attack )\bthis (?:year|month)\b",
    re.I,
)
# "the city, which has been divided since July": there the time tells of the city
_OF_A_PLACE: Final = re.compile(
    r"\b(?:that|which|who|where) (?:(?:has|have|had) been|is|was|are|were) (?:\w+ ){1,3}$|\b\w+[- ]held $",
    re.I,
)
_WAR_SIZED: Final = 100  # from here on a sum in words of war is the war's; a smaller one is a battle's
_LARGE_HURT: Final = 15_000  # one blast may hurt thousands
_LARGE: Final = 3000  # a single happening that kills more is told of otherwise; sums over a war are larger


def is_war_total(text: str, start: int, end: int, amount: Amount, *, hurt: bool = False) -> bool:
    """Return whether `amount` in the sentence text[start:end] is a sum over a whole war; `hurt` if it is of injured."""
    size = max(amount.lower or 0, amount.upper or 0)
    if size >= (_LARGE_HURT if hurt else _LARGE) or _WHOLE_WAR.search(text, start, end):
        return True
    return size >= _WAR_SIZED and bool(_WAR_TOTAL.search(text, start, end))


def is_running(text: str, start: int, end: int) -> bool:
    """Return whether the sentence text[start:end] sums up an offensive, a month or a year."""
    return any(
        not _OF_A_PLACE.search(text, start, found.start()) for found in _RUNNING.finditer(text, start, end)
    )
