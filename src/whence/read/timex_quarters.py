"""Quarters and halves of years: numbered, the latest, the one that results are held against."""

from datetime import date
from typing import Final

from whence.read.timex_context import ORDER, latest_quarter, quarter_told
from whence.read.timex_pattern import SHIFT, Match, Pattern, pattern

_OF_YEAR = r"(?:\s+(?:of\s+)?(?P<y>(?:19|20)\d\d))?"


def quarter(anchor: date, shift: int) -> str:
    """Return the quarter `shift` quarters after that of `anchor` ("2031-Q2")."""
    year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + shift, 4)
    return f"{year:04d}-Q{quarter + 1}"


def _last_quarter(match: Match, anchor: date | None) -> str:
    """The quarter that results are told of, or the same of the year before; else the latest one that was over."""
    if anchor is None:
        return ""
    back = "year" in match["t"].lower()
    told = quarter_told(match, anchor)
    return f"{told[0] - back}-Q{told[1]}" if told else quarter(anchor, -5 if back else -1)


def _quarter_of(match: Match, anchor: date | None) -> str:
    """The quarter told of before, in the year named ("the 1988 quarter")."""
    told = quarter_told(match, anchor) if anchor else None
    return f"{match['y']}-Q{told[1]}" if told else match["y"]


def _quarter_of_year(match: Match, anchor: date | None) -> str:
    """A quarter of this, last or next year; without a number the one told of before."""
    if anchor is None:
        return ""
    year = anchor.year + SHIFT[match["which"].lower()]
    told = None if match["q"] else quarter_told(match, anchor)
    number = ORDER[match["q"].lower()] if match["q"] else (told[1] if told else 0)
    return f"{year}-Q{number}" if number else ""


def _numbered_quarter(match: Match, anchor: date | None) -> str:
    number = ORDER[match["q"].lower()]
    if match["y"]:
        return f"{match['y']}-Q{number}"
    if anchor is None:
        return ""
    return f"{latest_quarter(anchor, number)}-Q{number}"


def _half(match: Match, anchor: date | None) -> str:
    number = {"first": 1, "second": 2}[match["q"].lower()]
    year = int(match["y"]) if match["y"] else (anchor.year if anchor else 0)
    return f"{year}-H{number}" if year else ""


QUARTERS: Final[tuple[Pattern, ...]] = (
    pattern("DATE",
        r"(?P<t>(?P<which>this|last|next)\s+year['’]s\s+(?:(?P<q>first|second|third|fourth)[\s-])?quarter)",
        _quarter_of_year),
    pattern("DATE",
        rf"(?P<t>(?:the\s+)?(?:fiscal\s+)?(?P<q>first|second|third|fourth)[\s-]quarter{_OF_YEAR})", _numbered_quarter),
    pattern("DATE",
        r"(?P<t>(?:the\s+)?(?P<y>(?:19|20)\d\d)(?:'s)?\s+(?P<q>first|second|third|fourth)[\s-]quarter)",
        _numbered_quarter),
    pattern("DATE",
        r"(?P<t>(?:the\s+|its\s+)?(?:(?:latest|recent|most recent|year-ago|year-earlier)\s+(?"
        r":quarter|period)|quarter(?<=the quarter)))", _last_quarter),
    pattern("DATE", rf"(?P<t>(?:the\s+)?(?P<q>first|second)\s+half{_OF_YEAR})", _half),
    pattern("DATE", r"(?P<t>(?:the\s+)?(?P<y>(?:19|20)\d\d)\s+(?:quarter|period))", _quarter_of),
)  # fmt: skip
