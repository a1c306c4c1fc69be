"""What stands before a time expression and tells its value: whether the clause looks ahead, and times named earlier."""

import re
from datetime import date
from typing import Final, Literal

Match = re.Match[str]
Tense = Literal["ahead", "back", "named back", ""]
_CLAUSE: Final = 120  # code points before an expression in which its clause is looked for
_STOP: Final = re.compile(r"[.!?;]['\"”’]*\s+(?=[A-Z\"'“‘`])|\n\s*\n")
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|won't|'ll|(?:is|are|be|been)\s+(?:\w+ly\s+)?(?:scheduled|expected|due|set|planned|slated|going)"
    r"|(?:is|are)\s+to|plans?\s+to|planning\s+to|hopes?\s+to|intends?\s+to|due\s+to|set\s+to|scheduled\s+(?:to|for)"
    r"|expects?|upcoming|postponed)\b(?:\s+(?:be|been|have)\b(?:\s+\w+(?:ed|en|n)\b)?)?",
    re.I,
)
_BACK: Final = re.compile(
    r"(?<!\bto )(?<!\bbe )\b(?:was|were|had|did|said|told|met|held|began|won|lost|fell|rose|came|went|took|made|found|"
    r"left|gave|saw|got|led|sent|shot|hit|fought|bought|sold|grew|fled|flew|spoke|broke|struck|ran|became|kept|brought|"
    r"(?-i:[a-z]{3,})(?<!ne)(?<!spe)(?<!proce)(?<!succe)(?<!exce)ed)\b",
    re.I,
)
_NAMED_BACK: Final = re.compile(r"\b(?:last|past|previous|since|after|in\s+the\s+wake\s+of)\s*$", re.I)
_NAMED_AHEAD: Final = re.compile(
    r"\b(?:until|till|by|no\s+later\s+than|upcoming|coming|next)\s+(?:the\s+)?$", re.I
)
_UNDONE: Final = re.compile(r"\b(?:was|were|had\s+been|had)\s+(?:\w+\s+){0,2}$", re.I)


def tense(text: str, start: int) -> Tense:
    """Return whether the clause before code point `start` looks ahead or back; "" where no verb near it says so.

    "named back" where the word right before it says so ("since").
    The nearest sign decides.  What "had been due" is over; a plan told in the past ("said it would") still looks ahead.
    """
    before = text[max(0, start - _CLAUSE) : start]
    clause = _STOP.split(before)[-1]
    if _NAMED_BACK.search(clause):
        return "named back"
    if _NAMED_AHEAD.search(clause):
        return "ahead"
    ahead = next((m for m in reversed(list(_AHEAD.finditer(clause)))), None)
    back = next((m for m in reversed(list(_BACK.finditer(clause)))), None)
    if ahead and (back is None or ahead.end() >= back.end()):
        return "back" if _UNDONE.search(clause[: ahead.start()]) else "ahead"
    return "back" if back else ""


ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER: Final = re.compile(
    r"\b(?:(?:fiscal[\s-]+)?(?P<q>first|second|third|fourth)(?:\s+fiscal)?[\s-]quarter)(?:\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b)?",
    re.I,
)
_RESULTS: Final = re.compile(r"\bquarter(?:ly)?\b", re.I)
_EARLIER: Final = (
    2500  # code points before an expression in which the quarter that it goes back to is looked for
)


def latest_quarter(anchor: date, number: int) -> int:
    """Return the year of the latest quarter `number` that had begun by `anchor`."""
    return anchor.year - (number > (anchor.month - 1) // 3 + 1)


def quarter_told(match: Match, anchor: date) -> tuple[int, int] | None:
    """Return (year, number) of the quarter that the text named last before `match`; None if it names none.

    Where it speaks of quarters without a number, the latest that was over at `anchor`.
    """
    begin = max(0, match.start() - _EARLIER)
    named = list(_QUARTER.finditer(match.string, begin, match.start()))
    if named:
        number = ORDER[named[-1]["q"].lower()]
        given = named[-1]["y"]
        return (int(given) if given else latest_quarter(anchor, number)), number
    if _RESULTS.search(match.string, begin, match.start()):
        year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 - 1, 4)
        return year, quarter + 1
    return None
