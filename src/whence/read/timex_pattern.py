"""What a pattern of time expressions is: the TIMEX3 type that it gives, its words, and how a value is made of them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final, Literal

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Match = re.Match[str]
Build = Callable[[Match, date | None], str]
Pattern = tuple[Kind, re.Pattern[str], Build]
# By how many units a word moves what it stands before.
SHIFT: Final = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "earlier this": 0,
    "later this": 0, "latest": -1, "recent": -1,
}  # fmt: skip


def pattern(kind: Kind, text: str, build: Build) -> Pattern:
    """Return the pattern `text`, of whole words; its group "t" is the expression, `build` gives its value or ""."""
    return kind, re.compile(rf"(?<![\w.-])(?:{text})(?!\w)", re.I), build
