"""Names of months, days, seasons and parts of the day, in the languages that reports on the region mix, and intervals.

Levantine month names follow Syrian, Lebanese and Iraqi use, Kurdish ones Kurmanji press use, where Rêbendan is January
(the solar month begins on 21 January).  Every name outside English counts as a month only beside a day or a year:
several are given names too.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Final

from whence.model.values import Interval, Precision

ENGLISH: Final = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
OTHER: Final = (
    (
        "كانون_الثاني يناير kanun_al-thani kanoun_al-thani kanun_ath-thani kanun_al-sani kanun_thani kanoun_thani ocak "
        "rêbendan rebendan çile کانوونی_دووەم"
    ),
    "شباط فبراير shubat shbat shbaat şubat subat sibat reşemî resemi reşemeh شوبات",
    "آذار اذار مارس adhar azar athar mart adar avdar ئازار",
    "نيسان أبريل nisan naysan nîsan avrêl cotan نیسان",
    "أيار ايار مايو ayyar ayar iyar iyyar mayıs mayis gulan ئایار",
    "حزيران يونيو haziran huzayran hazeeran huzairan hzayran hezîran heziran pûşper حوزەیران",
    "تموز يوليو tammuz tammouz tamuz temmuz temûz tamouz tîrmeh tirmeh tîrmah تەمموز تەممووز",
    "آب اب أغسطس ab aab ağustos agustos tebax gelawêj ئاب",
    "أيلول ايلول سبتمبر aylul ailoul aylool eylul eylül ayloul îlon ilon rezber ئەیلوول",
    (
        "تشرين_الأول تشرين_الاول أكتوبر tishrin_al-awwal tishreen_al-awwal tishrin_al-awal tishreen_al-awal "
        "teshreen_al-awwal teshreen_al-awal tishrin_awwal tishreen_awwal ekim cotmeh kewçêr تشرینی_یەکەم"
    ),
    (
        "تشرين_الثاني نوفمبر tishrin_al-thani tishreen_al-thani tishrin_ath-thani teshreen_al-thani "
        "tishrin_thani tishreen_thani kasım kasim mijdar sermawez تشرینی_دووەم"
    ),
    (
        "كانون_الأول كانون_الاول ديسمبر kanun_al-awwal kanoun_al-awwal kanun_al-awal kanoun_al-awal kanun_awwal "
        "kanoun_awwal aralık aralik kanûn berfanbar befranbar کانوونی_یەکەم"
    ),
)
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
SHORT_DAYS: Final = "mon tue tues wed thu thur thurs fri sat sun"
SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
# Hours of the parts of a day, wide enough for the two or three hours between local time and UTC.
PARTS: Final = {
    "morning": (2, 12), "dawn": (0, 8), "noon": (8, 14), "midday": (8, 14), "afternoon": (9, 18),
    "evening": (13, 24), "night": (15, 30), "overnight": (-9, 30), "midnight": (18, 30),
    "early": (-3, 12), "late": (12, 26),
}  # fmt: skip


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {name.replace("_", " "): month for month, row in enumerate(rows, start=1) for name in row.split()}


ENGLISH_MONTHS: Final = _numbered(ENGLISH)
OTHER_MONTHS: Final = {name: m for name, m in _numbered(OTHER).items() if name not in ENGLISH_MONTHS}
MONTHS: Final = ENGLISH_MONTHS | OTHER_MONTHS
DAY_OF: Final = {name: number for number, name in enumerate(WEEKDAYS.split())}


def midnight(day: date) -> datetime:
    """Return the first moment of `day`, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def days(first: date, last: date, precision: Precision, rule: str = "") -> Interval | None:
    """Return the interval of whole days from `first` to `last`, both included; None if they are crossed."""
    if last < first:
        return None
    return Interval(midnight(first), midnight(last) + timedelta(days=1), precision, "", rule)


def one_day(year: int, month: int, day: int, rule: str = "") -> Interval | None:
    """Return that one day; None if the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= year <= 9000 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    when = date(year, month, day)
    return days(when, when, "day", rule)


def month_of(year: int, month: int, rule: str = "") -> Interval:
    """Return the whole calendar month."""
    return Interval(*_month_ends(year, month), "month", "", rule)


def _month_ends(year: int, month: int) -> tuple[datetime, datetime]:
    first = date(year, month, 1)
    return midnight(first), midnight(first + timedelta(days=monthrange(year, month)[1]))


def year_of(year: int, rule: str = "") -> Interval:
    """Return the whole calendar year."""
    return Interval(midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1)), "year", "", rule)


def season_of(year: int, name: str, rule: str = "") -> Interval:
    """Return the three months of a season; a winter begins in December of `year`."""
    first, last = SEASONS[name]
    start = midnight(date(year, first, 1))
    return Interval(start, _month_ends(year + (last > 12), (last - 1) % 12 + 1)[1], "season", "", rule)


def part_of_month(year: int, month: int, part: str, rule: str = "") -> Interval:
    """Return the third of a month that "early", "mid" or "late" names."""
    start, end = _month_ends(year, month)
    lengths = {"early": (0, 10), "beginning": (0, 10), "start": (0, 10), "mid": (9, 20), "middle": (9, 20)}
    if part in lengths:
        first, last = lengths[part]
        return Interval(start + timedelta(days=first), start + timedelta(days=last), "days", "", rule)
    return Interval(start + timedelta(days=20), end, "days", "", rule)


def part_of_day(day: date, part: str, rule: str = "") -> Interval:
    """Return the hours of `day` that a part of the day names; "night" runs into the next day."""
    first, last = PARTS[part]
    return Interval(
        midnight(day) + timedelta(hours=first), midnight(day) + timedelta(hours=last), "part of day", "", rule
    )


def years_before(interval: Interval, years: int, rule: str) -> Interval | None:
    """Return the same day(s) so many years earlier; None where the calendar has no such day."""
    try:
        start = interval.start.replace(year=interval.start.year - years)
        end = interval.end.replace(year=interval.end.year - years)
    except ValueError:
        return None
    return Interval(start, end, interval.precision, "", rule)
