"""The country in which a text plays: whose government "the government" is."""

import re
from collections import Counter
from typing import Final

from whence.read.parties import ARM
from whence.read.states import STATES

_PLACED: Final = (
    r"(?:in|northern|southern|eastern|western|central|across|throughout|inside|war-torn|"
    r"northeastern|northwestern)"
)
_POWERS: Final = (
    r"(?:government|regime|rebels?|opposition|civil|conflict|war|(?:arab )?army|armed forces|troops|"
    r"soldiers|capital|"
    r"civilians?|people|city|town|citizens|refugees|revolution|province)"
)


_SETTLED: Final = 2  # points; one bare mention of a country does not say that a text plays there
# a country that acts is mostly not the one in which it is told to act
_NO_DOER: Final = r"(?<!\bby )(?<!\band )(?<!\bor )(?<!\bwith )(?<!\bagainst )"
_DOES_NOT: Final = r"(?! (?:has|have|had|said|says|will|would|and|also|beg[au]n|denie[sd]|[a-z]{3,}ed)\b)"


_NOUN: Final = "|".join(sorted((re.escape(c) for c in set(STATES.values())), key=lambda c: (-len(c), c)))
_DEMONYM: Final = "|".join(sorted((re.escape(k) for k in STATES), key=lambda k: (-len(k), k)))
# one pass over the text for each kind of mention, whatever the number of countries
# a band's or a paper's name does not tell where a text plays: "Islamic State in Karvia", "the Karvia Times"
_IN_A_NAME: Final = r"(?<!Islamic State in )(?<!Islamic State of )(?<!Times of )"
_PAPER: Final = r"(?! (?:Times|Post|News|Herald|Today|Daily|Star|Journal|Observer|Monitor|Tribune|TV)\b)"
_AS_PLACE: Final = re.compile(rf"\b(?<!Islamic State ){_PLACED} ({_NOUN})s?\b(?!-)")
_BARE: Final = re.compile(
    rf"{_NO_DOER}{_IN_A_NAME}\b({_NOUN})(?:s|['’]s)?\b(?!-){_PAPER}(?! (?i:{ARM})\b){_DOES_NOT}"
)
_AT_HOME: Final = re.compile(rf"\b({_DEMONYM}) {_POWERS}\b", re.I)
_ANY: Final = re.compile(rf"\b(?=[A-Z])(?!Us\b)({_NOUN}|(?i:{_DEMONYM}))s?\b")
# "army units": whose army it is needs no word where a text plays
_OWN_ARMY: Final = re.compile(r"(?:^|\b(?:the|an|another)\s|[.\n]\s*)(?:armed forces|army)\b", re.I)
_REGIME: Final = re.compile(
    r"\bregime\b", re.I
)  # who says "the regime" and "Karvian" mostly means two parties


def home_country(text: str) -> str:
    """Return the demonym of the country in which `text` plays, as "Syrian"; "" if it names none of the table.

    A country named as a place weighs most, then its people and powers at home, then any mention of its name.
    """
    nouns: Counter[str] = Counter()
    for weight, pattern in ((3, _AS_PLACE), (1, _BARE)):
        for m in pattern.finditer(text):
            nouns[m[1]] += weight
    powers = Counter(m[1].lower() for m in _AT_HOME.finditer(text))
    found = {key: nouns[country] + 2 * powers[key] for key, country in STATES.items()}
    best = min(found.items(), key=lambda item: (-item[1], item[0]))
    if best[1] >= _SETTLED:
        return best[0].title()
    return _only_one(text, best)


def _only_one(text: str, best: tuple[str, int]) -> str:
    """Return the demonym of the only country that `text` names, if it is named as a place or "the army" is its own."""
    named = {STATES.get(m[1].lower(), m[1]) for m in _ANY.finditer(text)}
    if len(named) != 1:
        return ""
    if best[1]:
        return best[0].title()
    own = _OWN_ARMY.search(text) and not _REGIME.search(text)
    return min(k for k, country in STATES.items() if country in named).title() if own else ""


_AND: Final = re.compile(r"(?:,| and| or|, and| as well as)(?: its)? ")


def shares_state(text: str, end: int, start: int) -> bool:
    """Return whether arms named at `start` are the state's whose others end at `end`: "the Karvian army and police".

    An article of their own ("Karvian jets and the police") or a capital leaves them to whose they are by themselves.
    """
    return (
        bool(_AND.fullmatch(text, end, start))
        and text[start].islower()
        and not text.startswith("the ", start)
    )
