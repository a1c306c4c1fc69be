"""Days that people call by a name rather than a date: holidays of fixed or reckoned days, by their English names."""

import re
from datetime import date, timedelta
from typing import Final

# Month and day; or month, weekday (0 is Monday) and which of the month (-1 the last); or days after Easter Sunday.
_FIXED: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "boxing day": (12, 26), "valentine's day": (2, 14), "halloween": (10, 31),
    "all saints' day": (11, 1), "armistice day": (11, 11), "may day": (5, 1), "nowruz": (3, 21), "newroz": (3, 21),
    "bastille day": (7, 14), "st. patrick's day": (3, 17), "epiphany": (1, 6), "women's day": (3, 8),
}  # fmt: skip
_NTH: Final = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "mother's day": (5, 6, 2), "father's day": (6, 6, 3), "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "columbus day": (10, 0, 2),
}  # fmt: skip
_EASTER: Final = {
    "easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46,
    "pentecost": 49, "maundy thursday": -3,
}  # fmt: skip
_NAMES: Final = sorted({*_FIXED, *_NTH, *_EASTER}, key=lambda n: (-len(n), n))
HOLIDAY: Final = "|".join(re.escape(n).replace(r"\ ", r"\s+").replace("'", "['’]") for n in _NAMES)


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday of `HOLIDAY` in `year`; raise KeyError for another name."""
    plain = re.sub(r"\s+", " ", name.lower().replace("’", "'"))
    if plain in _FIXED:
        return date(year, *_FIXED[plain])
    if plain in _NTH:
        return _nth(year, *_NTH[plain])
    return easter(year) + timedelta(days=_EASTER[plain])


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous computus of Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)
