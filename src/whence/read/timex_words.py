"""Patterns of time expressions and their TIMEX3 values: durations, repetitions, quarters, vague times, times of day."""

import re
from datetime import date, timedelta
from typing import Final

from whence.read import calendars as cal
from whence.read.dates import MONTH, WEEKDAY, ordinal_value
from whence.read.holidays import HOLIDAY, holiday
from whence.read.numerals import TENS, UNITS
from whence.read.timex_context import quarter_told, tense
from whence.read.timex_pattern import SHIFT, Build, Match, Pattern, pattern
from whence.read.timex_quarters import QUARTERS, quarter

_LETTER: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "WE", "night": "NI",
}  # fmt: skip
_CLOCK: Final = frozenset(("second", "minute", "hour"))
PARTS: Final = {
    "morning": "MO", "dawn": "MO", "noon": "12:00", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI",
    "overnight": "NI", "midnight": "24:00",
}  # fmt: skip
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_WORDS: Final = {
    **UNITS,
    **TENS,
    "a": 1,
    "an": 1,
    "one": 1,
    "a couple of": 2,
    "couple of": 2,
    "a dozen": 12,
    "half a dozen": 6,
}
_NUMBERS = "|".join(sorted((re.escape(w) for w in {**UNITS, **TENS}), key=lambda w: (-len(w), w)))
_N = (
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{_NUMBERS})(?:[- ](?:{_NUMBERS}))?|"
    rf"a couple of|couple of|an?|half an?)"
)
_U = (
    r"(?P<u>second(?!\s+(?:quarter|half))|minute|hour|day|week|month|quarter|year|decade|"
    r"centurie|century|weekend|night)s?"
)
_MORE = (
    r"(?:(?:about|around|nearly|almost|more than|over|at least|approximately|roughly|up to|"
    r"as many as|less than|only|just)\s+)?"
)


def _number(words: str) -> float:
    lower = words.lower().replace(",", "")
    if lower.startswith("half a"):
        return 0.5
    if lower in _WORDS:
        return float(_WORDS[lower])
    if lower[:1].isdigit():
        return float(lower)
    return float(sum(_WORDS.get(w, 0) for w in re.split(r"[- ]", lower)))


def period(count: str, unit: str) -> str:
    """Return the ISO 8601 duration of `count` units ("3", "X" where the text gives none)."""
    base = unit.lower().rstrip("s") if unit.lower() not in _LETTER else unit.lower()
    return f"P{'T' if base in _CLOCK else ''}{count}{_LETTER[base]}"


def _duration(match: Match, _: date | None) -> str:
    count, unit = _number(match["n"]), match["u"].lower()
    if unit in ("decade", "century", "centurie"):
        return period(f"{count * (10 if unit == 'decade' else 100):g}", "year")
    if count == 0.5 and unit == "year":
        return "P6M"
    if count == 0.5 and unit == "hour":
        return "PT30M"
    return period(f"{count:g}", unit)


def _and_half(match: Match, _: date | None) -> str:
    whole, unit = f"{_number(match['n']):g}", match["u"].lower()
    return {"hour": f"PT{whole}H30M", "year": f"P{whole}Y6M", "minute": f"PT{whole}M30S"}[unit]


def _month_of_year(match: Match, anchor: date | None) -> str:
    month = cal.MONTHS.get(match["m"].lower(), 0)
    return f"{anchor.year + SHIFT[match['which'].lower()]}-{month:02d}" if anchor and month else ""


def _some(match: Match, _: date | None) -> str:
    return period("X", match["u"])


def _year_ago(match: Match, anchor: date | None) -> str:
    """The same day, month or quarter so long before: as fine as the unit allows."""
    if anchor is None:
        return ""
    count, unit = _number(match["n"]), match["u"].lower()
    if unit == "year" and count == 1 and (told := quarter_told(match, anchor)):
        return f"{told[0] - 1}-Q{told[1]}"  # results of a quarter are held against those of the year before
    sign = 1 if match["way"].lower() in ("from now", "hence") else -1
    whole = int(count) * sign
    if unit in ("second", "minute", "hour") or not count.is_integer():
        return ""
    if unit in ("day", "night"):
        return (anchor + timedelta(days=whole)).isoformat()
    if unit == "week":
        return week_of(anchor + timedelta(days=7 * whole))
    if unit == "month":
        return _month(anchor, whole)
    if unit == "quarter":
        return quarter(anchor, whole)
    return str(anchor.year + whole * {"decade": 10, "century": 100}.get(unit, 1)) if unit != "weekend" else ""


def week_of(day: date) -> str:
    """Return the ISO week of a day ("1998-W46")."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _month(anchor: date, shift: int) -> str:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    return f"{year:04d}-{month + 1:02d}"


def _holiday(match: Match, anchor: date | None) -> str:
    """The latest such day not after publication; of this or the next year where the text says so."""
    if anchor is None or match["h"][:1].islower():
        return ""
    which, day = (match["which"] or "").lower(), holiday(match["h"], anchor.year)
    if which == "next" or (tense(match.string, match.start("t")) == "ahead" and not which):
        return (day if day > anchor else holiday(match["h"], anchor.year + 1)).isoformat()
    return (holiday(match["h"], anchor.year - 1) if day > anchor and which != "this" else day).isoformat()


def _each_month(match: Match, _: date | None) -> str:
    month = cal.MONTHS.get(match["m"].lower(), 0)
    return f"XXXX-{month:02d}" if month else ""


def _spoken_decade(match: Match, _: date | None) -> str:
    return "19" + str(TENS.get(re.sub("ies$", "y", match["d"].lower()), 0))[:1]


def _told_year(_: Match, anchor: date | None) -> str:
    return str(anchor.year) if anchor else ""


def _named_month(match: Match, anchor: date | None) -> str:
    """This or next such month."""
    month = cal.MONTHS.get(match["m"].lower(), 0)
    if anchor is None or not month:
        return ""
    over = match["which"].lower() == "next" and month <= anchor.month
    return f"{anchor.year + over}-{month:02d}"


def _spoken_year(match: Match, _: date | None) -> str:
    """A year in words, as transcripts write it ("nineteen ninety-four")."""
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[match["c"].lower()]
    return str(century + int(_number(match["r"])))


def _weekend(_: Match, anchor: date | None) -> str:
    return (
        f"{week_of(anchor)}-WE"
        if anchor and anchor.weekday() >= 5
        else (week_of(anchor - timedelta(days=7)) + "-WE" if anchor else "")
    )


def _which_season(match: Match, anchor: date | None) -> str:
    """The season of this year; after "last", of the year before where this year's has not ended."""
    if anchor is None:
        return ""
    which, name = match["which"].lower(), match["u"].lower()
    over = anchor.month > cal.SEASONS[name][1] % 12 if name != "winter" else anchor.month > 2
    year = anchor.year - (which in ("last", "past") and (not over or name == "winter"))
    return f"{year + (which == 'next' and over)}-{SEASONS[name]}"


def _bare_year(match: Match, _: date | None) -> str:
    return match["y"]


def _which(match: Match, anchor: date | None) -> str:
    if anchor is None:
        return ""
    shift, unit = SHIFT[re.sub(r"\s+", " ", match["which"].lower())], match["u"].lower()
    if unit == "week":
        return week_of(anchor + timedelta(days=7 * shift))
    if unit == "weekend":
        return week_of(anchor + timedelta(days=7 * shift)) + "-WE"
    if unit == "month":
        return _month(anchor, shift)
    if unit == "quarter":
        return quarter(anchor, shift)
    if unit == "decade":
        return str((anchor.year + 10 * shift) // 10)
    if unit == "century":
        return str(anchor.year // 100 + shift)
    return str(anchor.year + shift)


def _past_years(match: Match, _: date | None) -> str:
    return period("10" if match["u"].lower() == "decade" else "100", "year")


def _fixed(value: str) -> Build:
    return lambda _, __: value


def _part_now(match: Match, anchor: date | None) -> str:
    if anchor is None:
        return ""
    lead = (match["lead"] or "").lower()
    day = anchor - timedelta(days=lead in ("last", "yesterday"))
    day += timedelta(days=lead == "tomorrow")
    return f"{day.isoformat()}T{PARTS[match['dp'].lower()]}"


def _clock(match: Match, anchor: date | None) -> str:
    """A time of day; on the day that is named beside it, else on that of publication."""
    if anchor is None:
        return ""
    hour, minute = int(match["h"]), int(match["mi"] or 0)
    half = (match["ap"] or "").lower().replace(".", "")
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return ""
    return f"{anchor.isoformat()}T{hour:02d}:{minute:02d}"


def _every(match: Match, _: date | None) -> str:
    return period("1", match["u"])


def _each_weekday(match: Match, _: date | None) -> str:
    return f"XXXX-WXX-{cal.DAY_OF[match['w'].lower()] + 1}"


_OFTEN: Final = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "nightly": "P1D", "hourly": "PT1H",
}  # fmt: skip


def _adverb(match: Match, _: date | None) -> str:
    return _OFTEN[match["t"].lower()]


def _decade(match: Match, anchor: date | None) -> str:
    year = match["y"]
    return year[:3] if len(year) == 4 else (f"19{year[0]}" if anchor else "")


def _nth_century(match: Match, _: date | None) -> str:
    return str(ordinal_value(match["o"]) - 1)


def _age(match: Match, _: date | None) -> str:
    return period(f"{_number(match['n']):g}", match["u"])


_YEAR_REST = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
PATTERNS: Final[tuple[Pattern, ...]] = (
    *QUARTERS,
    pattern("DURATION", r"(?P<t>(?P<n>\d+)\s+1/2[\s-](?P<u>hour|year|minute)s?)", _and_half),
    pattern("DURATION", r"(?P<t>(?P<n>an?|one)\s+(?P<u>hour|year|minute)\s+and\s+a\s+half)", _and_half),
    pattern("DURATION",
        rf"(?P<t>(?!(?:the\s+)?(?:19|20)\d\d[\s-]+quarter){_MORE}(?:the\s+)?(?:(?:last|past|next|first|coming|previous|final)\s+)?{_N}[\s-]+(?"
        rf":full\s+|more\s+|consecutive\s+|straight\s+)?{_U})(?![\s-]old)", _duration),
    pattern("DURATION", rf"(?P<t>{_N}-{_U}(?:-long)?)(?!-)", _age),
    pattern("DURATION",
        r"(?P<t>(?:the\s+)?(?:(?:last|past|next|coming|recent|several|a few|few|many|some|these|"
        r"those|previous|for)\s+)+"
       r"(?:more\s+)?(?P<u>second|minute|hour|day|week|month|quarter|year|decade|weekend|night)s)", _some),
    pattern("DATE", rf"(?P<t>(?P<m>{MONTH})\s+(?P<which>last|this|next)\s+year)", _month_of_year),
    pattern("DATE",
        r"(?P<t>(?:several|many|some|a few|few)?\s*(?P<u>day|week|month|year|decade|centurie)"
        r"s\s+(?:ago|earlier))", _fixed("PAST_REF")),
    pattern("DATE", rf"(?P<t>{_MORE}{_N}\s+{_U}\s+(?P<way>ago|earlier|from now|hence))", _year_ago),
    pattern("DURATION", r"(?P<t>(?:the\s+)?past\s+(?P<u>decade|century))", _past_years),
    pattern("DATE", rf"(?P<t>(?:(?P<which>last|this|next)\s+)?(?P<h>{HOLIDAY}))", _holiday),
    pattern("SET", rf"(?P<t>(?:each|every)\s+(?P<m>{MONTH}))", _each_month),
    pattern("DATE",
        r"(?P<t>(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<d>twenties|thirties|forties|fifties|sixties|seventies|"
        r"eighties|nineties))", _spoken_decade),
    pattern("DATE",
        r"(?P<t>(?:(?:the|later|earlier)\s+)?(?P<which>earlier this|later this|last|past|previous|"
        r"this|next|coming|current|latest)\s+"
       r"(?P<u>week|weekend|month|quarter|year|decade|century))", _which),
    pattern("DATE", r"(?P<t>(?P<which>last|this|next|past)\s+(?P<u>spring|summer|fall|autumn|winter))", _which_season),
    pattern("DATE", r"(?P<t>the\s+weekend)", _weekend),
    pattern("DATE",
        r"(?P<t>(?P<y>(?:19|20)\d\d))(?![\w:/-]|[.,]\d|\s+(?:people|men|women|shares|troops|"
        r"soldiers|feet|miles|dollars|of the))", _bare_year),
    pattern("DURATION",
        r"(?:for|over|took|lasted|lasts|within)\s+(?P<t>(?P<u>day|week|month|year|decade|hour|minute|centurie)s)(?!\s+(?:ago|before|"
        r"later|earlier|old))", _some),
    pattern("DATE",
        r"(?P<t>now|currently|at present|at the moment|nowadays|these days|at this time|the present|"
        r"current)", _fixed("PRESENT_REF")),
    pattern("DATE", rf"(?P<t>(?P<which>this|next)\s+(?P<m>{MONTH}))(?!\s+\d)", _named_month),
    pattern("DATE", rf"(?P<t>(?:the\s+year\s+)?(?P<c>eighteen|nineteen|twenty)[\s-]+(?P<r>{_YEAR_REST}))",
        _spoken_year),
    pattern("DURATION", r"(?P<t>the\s+(?:fiscal\s+|full\s+)?(?P<u>year))(?=\s+(?:ended|ending|through)\b)", _every),
    pattern("DATE",
        r"(?:for|of|in|throughout|during|through|over)\s+(?P<t>the\s+(?:full\s+|fiscal\s+|whole\s+)?year)"
        r"(?!\s+(?:\d|ended|ending|through|ago|before|earlier|after|when|that|which|old|two|since|of))", _told_year),
    pattern("DATE", r"(?P<t>recently|in the past|the past|formerly|lately)", _fixed("PAST_REF")),
    pattern("DATE", r"(?P<t>the future|soon|in the future|the near future)", _fixed("FUTURE_REF")),
    pattern("TIME",
        r"(?P<t>(?:(?:early|late|later|earlier)\s+)?(?P<lead>this|last|yesterday|tomorrow)\s+(?"
        r"P<dp>morning|afternoon|evening|night))", _part_now),
    pattern("TIME", r"(?P<t>to(?P<lead>)(?P<dp>night))", _part_now),
    pattern("TIME",
        r"(?P<t>(?P<h>[0-2]?\d)(?::(?P<mi>[0-5]\d))?\s*(?P<ap>[ap]\.?m\b\.?)(?:\s+(?:EST|EDT|"
        r"GMT|UTC|PST|ET|local time))?)", _clock),
    pattern("TIME", r"(?P<t>(?P<h>[0-2]?\d):(?P<mi>[0-5]\d)(?P<ap>))", _clock),
    pattern("SET", r"(?P<t>(?:every|each|per|a)\s+(?P<u>day|week|month|quarter|year|night|weekend|hour))", _every),
    pattern("SET", rf"(?P<t>(?:every|each)\s+(?P<w>{WEEKDAY}))", _each_weekday),
    pattern("SET", r"(?P<t>daily|weekly|monthly|yearly|nightly|hourly)", _adverb),
    pattern("DATE", r"(?P<t>(?:the\s+)?(?:early\s+|late\s+|mid-?\s*)?['’]?(?P<y>(?:19|20)\d0|\d0)['’]?s)", _decade),
    pattern("DATE", r"(?P<t>(?:the\s+)?(?P<o>\d\dth|\d\dst|eighteenth|nineteenth|twentieth)[\s-]century)",
        _nth_century),
)  # fmt: skip
