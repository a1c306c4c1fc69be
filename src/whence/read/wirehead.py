"""The head of a monitored broadcast or telex: "TOLUMA (OSMARA), 3 JAN 90 (RADIO KESRA) -- [TEXT] ...".

Services that monitor foreign press and radio open every item so: place, its country where it is not plain, day with a
year of two figures, who broadcast it, and tags in square brackets for the kind of text.  None of it is anybody's
statement; the place, the day and the broadcaster are what the item says of itself.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from whence.model.values import Interval
from whence.read.calendars import ENGLISH_MONTHS

_NAME: Final = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}"
_TAG: Final = (
    r"(?:text|summary|excerpts?|report|article|speech|statement|editorial(?:\sreport)?|(?:station\s)?commentary|bulletin"
    r"|communique|passage\somitted|continued|begin\srecording|interview\swith[^\]]{0,160}"
    r"|(?:news|press)\sconference\s(?:with|by)[^\]]{0,160})"
)
_HEAD: Final = re.compile(
    rf"\s*(?P<place>{_NAME})\s?(?:\((?P<country>{_NAME})\))?,\s?(?:(?P<day>\d{{1,2}})\s(?P<month>[A-Za-z]{{3,9}})\.?"
    rf"\s(?P<year>\d{{4}}|\d\d)|[Nn][Oo]\s[Dd][Aa][Tt][Ee])\s*(?:\((?P<who>[\w .,'’&/-]{{2,60}})\))?\s*(?:--|–|—)"
    rf"(?P<tags>(?:\s*\[(?:{_TAG})\](?:\s*\[[^\[\]]{{2,200}}\])?)*)\s*",
    re.I,
)
_NOWHERE: Final = frozenset(("clandestine", "no city", "no place"))
_CENTURY: Final = 50  # years of two figures from here on are of the twentieth century
_OWN: Final = frozenset(("domestic service", "television", "radio"))  # of whichever country: no name


@dataclass(frozen=True, slots=True)
class WireHead:
    """Where the head ends, its town and country (None where it names none), its day, and who is monitored ("" if none).

    Places are code points of the text.
    """

    end: int
    place: tuple[int, int] | None = None
    country: tuple[int, int] | None = None
    published: Interval | None = None
    who: str = ""


def read_wire_head(text: str) -> WireHead | None:
    """Return what the head at the beginning of `text` says, None where there is none of this shape."""
    match = _HEAD.match(text)
    if match is None or (match["day"] is None and not match["tags"]):
        return None
    placed = match["place"].lower() not in _NOWHERE
    who = " ".join((match["who"] or "").split())
    return WireHead(
        match.end(),
        match.span("place") if placed else None,
        match.span("country") if match["country"] else None,
        _day(match),
        "" if who.lower() in _OWN else who,
    )


def _day(match: re.Match[str]) -> Interval | None:
    if match["day"] is None:
        return None
    months = {name[:3]: number for name, number in ENGLISH_MONTHS.items()}
    month, year = months.get(match["month"][:3].lower()), int(match["year"])
    if month is None:
        return None
    if year < 100:
        year += 1900 if year >= _CENTURY else 2000
    try:
        day = datetime(year, month, int(match["day"]), tzinfo=UTC)
    except ValueError:  # 31 FEB 90
        return None
    words = match.string[match.start("day") : match.end("year")]
    return Interval.of_days(day, words=words, rule="day of the dateline")
