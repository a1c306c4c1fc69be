"""Coalitions at war: whether "the coalition" is one, and under whose lead the text itself says that it stands."""

import re
from collections import Counter
from typing import Final

_LEADS: Final = re.compile(
    r"\b(?!(?:Government|Opposition|Rebel|Regime|State|Army|Kurdish|Islamist|Jihadist)\b)"
    r"([A-Z][\w.]*(?: Arabian?)?)[- ][Ll]ed\b|\b[Cc]oalition led by (?:the )?([A-Z][\w.]*)"
)
_SHORT: Final = {  # the ways to say one leader -> the one that is kept
    "U.S.": "US", "American": "US", "America": "US", "United": "US", "States": "US", "Washington": "US",
    "Saudi Arabia": "Saudi", "Saudi Arabian": "Saudi",
}  # fmt: skip
_POLITICAL: Final = re.compile(
    r"(?:(?!(?:Military|The)\b)[A-Z]\w+|[Oo]pposition|[Nn]ational|[Rr]ebels?|[Jj]ihadist|[Pp]olitical)\s+$"
)
_LED: Final = re.compile(r"-led (?:\w+ ){0,2}(?:coalition|alliance)|\bcoalition led by\b")
_WARLIKE: Final = re.compile(
    r"(?:coalition|alliance)['’]?s? (?:\w+ )?(?:air|raid|strike|warplane|jet|force|aircraft|plane|bomb)", re.I
)
_STRUCK_BY: Final = re.compile(
    r"\b(?:strikes?|raids?|bomb(?:ing|ardment)|bombed|shelling) (?:[a-z]+ ){0,2}by (?:the )?$", re.I
)
# whoever owns up to raids or flies them is no party of politicians
_FLIES: Final = re.compile(
    r"(?:(?:has|had|also|later|then)\s+){0,2}(?:admitted|conceded|apologi[sz]ed|bombed|targeted|struck|"
    r"launched|killed|said its (?:air|strike|raid|war|jet|plane|force))"
)
# an alliance of states, which is at war where the text tells of its raids
_OF_STATES: Final = re.compile(r"(?:the )?(?:international|global|anti-\w+)\b", re.I)
_OF_BANDS: Final = re.compile(r"\b(?:rebel|opposition|jihadist|Islamist|insurgent) alliance\b", re.I)


def coalition_name(text: str) -> str:
    """Return what a bare "coalition" of `text` is called: by the leader that it names most, else as it is."""
    leads = Counter(_SHORT.get(m[1] or m[2], m[1] or m[2]) for m in _LEADS.finditer(text))
    if not leads:
        return "coalition"
    leader = min(leads, key=lambda name: (-leads[name], name))
    return f"{leader}-led coalition"


def is_at_war(text: str, start: int, end: int) -> bool:
    """Return whether the "coalition" at text[start:end] is an alliance at war, not a political one."""
    if _POLITICAL.search(text[max(0, start - 20) : start]):
        return False
    if text[start:end].lower().startswith("alliance") and _OF_BANDS.search(text):
        return False
    own = _WARLIKE.match(text[start : end + 24].removeprefix("the ")) or _STRUCK_BY.search(
        text[max(0, start - 50) : start]
    )
    if text[start:end].endswith("coalition") and _FLIES.match(text[end : end + 60].lstrip()):
        return True
    return bool(own or _LED.search(text) or (_OF_STATES.match(text[start:end]) and _WARLIKE.search(text)))
