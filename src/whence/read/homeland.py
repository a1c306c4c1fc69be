"""The country in which a text plays: whose government "the government" is."""

import re
from collections import Counter
from typing import Final

from whence.read.parties import ARM, STATES

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


def home_country(text: str) -> str:
    """Return the demonym of the country in which `text` plays, as "Syrian"; "" if it names none of the table.

    A country named as a place weighs most, then its people and powers at home, then any mention of its name.
    """
    found: Counter[str] = Counter()
    for key, country in STATES.items():
        noun, demonym = re.escape(country), re.escape(key.title() if len(key) > 2 else key.upper())
        found[key] += 3 * len(re.findall(rf"\b{_PLACED} {noun}s?\b(?!-)", text))
        found[key] += len(
            re.findall(rf"{_NO_DOER}\b{noun}(?:s|['’]s)?\b(?!-)(?! (?i:{ARM})\b){_DOES_NOT}", text)
        )
        found[key] += 2 * len(re.findall(rf"\b{demonym} {_POWERS}\b", text, re.I))
    best = min(found.items(), key=lambda item: (-item[1], item[0]))
    return best[0].title() if best[1] >= _SETTLED else ""
