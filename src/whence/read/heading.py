"""The head of a text: the title where the body repeats it, and a date line before or after it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from whence.model.values import Interval
from whence.read.published import date_at

Place = tuple[int, int]

_SLACK: Final = 160  # characters that a date line, masthead or agency may take before a title
_LABEL: Final = re.compile(
    r"(?:(?:date\sof\s)?publication(?:\sdate)?|published|posted|(?:last\s)?(?:updated|modified)|date|first\spublished)"
    r"(?:\s(?:on|at))?\s?:?\s{0,3}",
    re.IGNORECASE,
)
_GAP: Final = re.compile(r"[\s.|:–—-]{0,8}")
_AGENCY: Final = re.compile(r"(?:\(?[A-Z][\w/]{1,12}\)?[\s,|:–—-]{1,4}){1,2}?")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the body repeats the title, the site's name after it, and a date line (None if nowhere), and that date."""

    title: Place | None = None
    date: Place | None = None
    published: Interval | None = None
    site: Place | None = None

    def moved(self, by: int) -> "Head":
        """Return the head with its places moved `by` code points."""
        title, date, site = (p and (p[0] + by, p[1] + by) for p in (self.title, self.date, self.site))
        return replace(self, title=title, date=date, site=site)


def read_head(text: str, title: str) -> Head:
    """Return what the head of `text` holds of `title` (letters compared, marks not) and of a date line."""
    place = _title_in(text, title)
    site = _site_in(text, title, place[1]) if place else None
    for start in dict.fromkeys((0, place[1] if place else 0, site[1] if site else 0)):
        found = _dated(text, start)
        if found is not None:
            return Head(place, found[0], found[1], site)
    return Head(place, site=site)


def _title_in(text: str, title: str) -> Place | None:
    """Return where the beginning of `text` says the title, without the site's name after it if need be."""
    place = _said(text, title)
    if place is not None or len(title) > 1000:
        return place
    bare = re.split(r"\s[-–—|]\s", title, maxsplit=1)[0]
    return _said(text, bare) if 20 <= len(bare) < len(title) else None


def _site_in(text: str, title: str, end: int) -> Place | None:
    """Return where the site's name, which `title` ends with, is said right after the title's other words, if it is."""
    name = re.split(r"\s[-–—|]\s", title)[-1]
    letters = re.escape(name.strip())
    match = (
        re.compile(rf"[^a-zA-Z0-9]{{0,12}}{letters}(?!\w)").match(text, end) if 3 <= len(name) < 60 else None
    )
    return (end, match.end()) if match and name != title else None


def _said(text: str, title: str) -> Place | None:
    """Return where the beginning of `text` says these words, None if it does not."""
    letters = [c for c in title.casefold() if _counts(c)]
    if len(letters) < 8:
        return (0, len(title)) if title and text.startswith(title) else None
    window = text[: len(title) * 2 + _SLACK]
    places = [(i, c) for i, raw in enumerate(window) for c in raw.casefold() if _counts(c)]
    at = "".join(c for _, c in places).find("".join(letters))
    if at < 0:
        return None
    start, end = places[at][0], places[at + len(letters) - 1][0] + 1
    while end < len(text) and text[end] in "\"'”’»!?)":
        end += 1
    while start > 0 and text[start - 1] in "\"'“‘«":
        start -= 1
    begins = start == 0 or not text[start - 1].isalnum()
    ends = end == len(text) or not text[end].isalnum()
    return (start, end) if begins and ends else None


def _counts(char: str) -> bool:
    """Return whether a character is compared: letters and digits, not fractions and the like, which wrecks hold."""
    return char.isalpha() or char.isdecimal()


def _dated(text: str, start: int) -> tuple[Place, Interval] | None:
    """Return the place of a date line at `start` and its date; its label ("Published") belongs to it."""
    gap = _GAP.match(text, start)
    first = gap.end() if gap else start
    agency = _AGENCY.match(text, first) if start else None
    for at in dict.fromkeys((first, agency.end() if agency else first)):
        label = _LABEL.match(text, at)
        found = date_at(text, label.end() if label else at)
        if found is not None and (found[0] >= len(text) or not text[found[0]].isalnum()):
            return (at, found[0]), found[1]
    return None
