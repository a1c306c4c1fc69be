"""One person told by a people's name, an age or "another" alone: "killed a Namarian", "a 15-year-old", "another"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# "killed a Namarian and wounded two": a people's name with an article is one of them where no noun follows
_COUNTRYMAN: Final = re.compile(
    r"\b(?P<words>an?|another|one)\s+(?P<noun>[A-Z][a-z]{2,}(?:ian|ean|an|ese|[lqnbmdkht]i|ish|ite)|Kurd|Turk|Arab|Swede|Dane|Finn|"
    r"Serb|Croat|Afghan|Uzbek|Tajik|Pole|Briton|Spaniard)(?=\s*(?:[,.;)]|$)|\s+(?:and|or|in|on|at|when|while|after|by|near|"
    r"during|who|was|were|is|from|with|dead|killed|wounded|injured)\b)"
)
# "a 15-year-old was killed", "shot a two-year-old": an age stands for whoever has it
_AGED: Final = re.compile(
    r"\b(?P<words>an?|another|one)\s+(?P<age>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)-"
    r"(?P<unit>year|month|day)-old"
    r"(?=\s*(?:[,.;)]|$)|\s+(?:and|or|in|on|at|when|while|after|by|near|during|who|was|were|is|has|from|with|dead|dies|"
    r"died|killed|wounded|injured)\b)",
    re.I,
)
_GROWN: Final = 18  # years
# "killing a cook and wounding another": one more of those told of before
_ANOTHER: Final = re.compile(
    r"(?<!one )(?<!after )(?<!to )(?<!for )\b(?P<words>another)(?=\s*(?:[,.;)]|$)|\s+(?:was|is|has|had|in|on|at|when|"
    r"while|after|critically|seriously|lightly|slightly|dead|injured|wounded|hurt|killed|and)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class One:
    """One person at [start, end) of a text, the words that count him, and the plural of what he is."""

    start: int
    end: int
    words: str
    noun: str


def find_alone(text: str, start: int, end: int, known: Sequence[tuple[int, int, str]]) -> tuple[One, ...]:
    """Return who is told so in text[start:end], beside the groups `known` (start, end and noun of each)."""
    found = []
    for pattern in (_COUNTRYMAN, _AGED, _ANOTHER):
        for match in pattern.finditer(text, start, end):
            taken = any(s < match.end() and match.start() < e for s, e, _ in known)
            noun = "" if taken else _noun(match, known)
            if noun:
                found.append(One(*match.span(), match["words"], noun))
    return tuple(found)


def _noun(match: re.Match[str], known: Sequence[tuple[int, int, str]]) -> str:
    """What the one is; "" for "another" where the sentence has told of nobody before."""
    if match.re is _COUNTRYMAN:
        return "people"
    if match.re is _AGED:
        grown = match["unit"].lower() == "year" and match["age"].isdigit() and int(match["age"]) >= _GROWN
        return "people" if grown else "children"
    before = [k for k in known if k[1] <= match.start()]
    return max(before, key=lambda k: k[1])[2] if before else ""
