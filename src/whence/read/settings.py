"""What each sentence says of when and where: the time that dates the happening, the time of telling, the places.

"The monitor said on Friday" dates the telling, not the attack; a date at the head of a text is its masthead; a year
or month long past tells that the sentence speaks of something that happened then.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Toponym
from whence.model.values import Interval
from whence.read.aftermath import find_aftermaths, find_days_before
from whence.read.not_places import NotPlaces, find_not_places, is_no_place
from whence.read.quarters import quarters, stood_there
from whence.read.running import RUNNING, find_running
from whence.read.spans import RECENT
from whence.read.told_when import of_another, planned, tells
from whence.read.triggers import find_triggers
from whence.read.when import TimeMention, find_times
from whence.read.where import find_places
from whence.read.where_trim import trimmed
from whence.read.where_words import KINDS

_STRETCH: Final = 46  # days: no longer stretch dates a happening
_POINT: Final = timedelta(days=3)  # a wider interval dates no single happening
_AGO: Final = timedelta(days=4)  # before publication: a dated happening is another one than the news
_NEAR_STRETCH: Final = 240  # code points between a stretch of time and the claim that it dates
_NEAR_YEAR: Final = 90  # code points between a year and the claim that it dates
_SAID_THERE: Final = re.compile(
    r"\b(?:said|says|speaking|told(?: [\w.'’-]+){1,3}|issued|released|published|meeting|conference|talks|lives|"
    r"based)(?: (?:on )?\w+day)? (?:in|at|from) (?:the [\w ]{2,20} (?:city|town|capital) (?:of )?)?$",
    re.I,
)
_OFFICE: Final = re.compile(
    r"(?:['’]s)? (?:Province |City )?(?:Police|Governorate|Health|Civil Defen[cs]e|Media|Information|Command|"
    r"Directorate|Council|Ministry|Court|Forces|Chamber|Operations|Revolution|Correspondent|[Cc]orrespondent|[Rr]eporter)\b"
)
_OF: Final = re.compile(r"\b(?<!^)(?P<w>[A-Z][\w’'-]+) (?:of|for) (?:the )?$")
_SINCE: Final = re.compile(
    r"['’]?s (?:[\w-]+ ){0,2}(?:attack|strike|raid|blast|bomb|explo|shell|assault|massacre|air)", re.I
)
_YEAR: Final = re.compile(r"\d{4}")
_NEARBY: Final = 2  # sentences
_FAR_SINCE: Final = 120  # code points from "since" to the day on which what it names happened
_SINCE_THEN: Final = re.compile(r"\bsince (?:[\w.'’-]+ ){2,14}$")
_CREDITED: Final = re.compile(
    r"\s{0,2}[(\[][A-Z][\w./&-]{1,15}(?:[ ,/]{1,2}(?:[A-Z][\w./&-]{1,15}|and|agencies)){0,4}[)\]]"
)
_NOW: Final = re.compile(r"(?:earlier |later )?today|this (?:morning|afternoon|evening)", re.I)
_AHEAD: Final = timedelta(days=1)  # zones: what is tomorrow in one place is today in another
_IN: Final = re.compile(r"\b(?:in|during|of|early|late|mid)[ -]$", re.I)
_DIRECTED: Final = re.compile(
    r"^(?:(?:north|south)?-?(?:east|west)?(?:ern)?|central|rural|greater) (?=\w)", re.I
)
_ARTICLE: Final = re.compile(r"^(?:al|el|an|as|ash|ad|ar|at|az)[- ]")
_PEOPLE: Final = ("n", "an", "ian", "i", "ese")  # what a country's name takes to name its people
_WIDE: Final = ("province of", "countryside of", "dateline")


@dataclass(frozen=True, slots=True)
class Setting:
    """What one sentence says of its happening: the times that may date it, when it was told, and where it was.

    `past` are months or years long gone; `where` as the text has it, the innermost place mostly first.  `fine` is the
    key of the innermost place, none where only countries, provinces and the like are named; `area` those of the rest
    but the country that the text is about; `parts` those that the sentence calls a quarter, street or the like.
    `earlier` are the days that "a day after" gives to what is told behind it; `stretches` are weeks and months up to
    publication or nearly so ("over the past week", "in May"); `published` is when the report was published, `before`
    the last time told in the sentences right before.
    """

    times: tuple[TimeMention, ...] = ()
    past: tuple[TimeMention, ...] = ()
    told: Interval | None = None
    where: tuple[Toponym, ...] = ()
    fine: frozenset[str] = frozenset()
    area: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    earlier: tuple[TimeMention, ...] = ()
    stretches: tuple[TimeMention, ...] = ()
    published: Interval | None = None
    before: Interval | None = None

    def nearest(self, start: int, end: int) -> TimeMention | None:
        """Return the time that stands nearest to [start, end), of equals the first.

        Behind "a day after" only what stands behind it too dates anything.
        """
        behind = [t for t in self.earlier if t.end <= start]
        if behind:
            return self.since(behind[-1].end).nearest(start, end) or behind[-1]
        best = min(self.times, key=lambda t: (_gap(t, start, end), t.start), default=None)
        months = [t for t in self.past if t.interval and t.interval.days < 100]
        months += [t for t in self.stretches if t.interval and t.interval.rule == RUNNING]
        nearer = best and any(_gap(t, start, end) < _gap(best, start, end) for t in months)
        return None if nearer else best

    def stretched(self, at: int) -> "Setting":
        """Return the setting with no stretch but the one that stands nearest to code point `at`, if it is close by."""
        near = [t for t in self.stretches if _gap(t, at, at) <= _NEAR_STRETCH]
        best = min(near, key=lambda t: (_gap(t, at, at), t.start), default=None)
        return replace(self, stretches=(best,) if best else ())

    def since(self, start: int) -> "Setting":
        """Return the setting with the times alone that stand at or after code point `start`."""
        return replace(
            self,
            times=tuple(t for t in self.times if t.start >= start),
            past=tuple(t for t in self.past if t.start >= start),
            earlier=tuple(t for t in self.earlier if t.start >= start),
            stretches=tuple(t for t in self.stretches if t.start >= start),
        )

    def long_ago(self, start: int, end: int) -> TimeMention | None:
        """Return the month or year that dates [start, end) where no day does: a year only close by."""
        near = [
            t
            for t in self.past
            if t.interval and (t.interval.days < 100 or _gap(t, start, end) <= _NEAR_YEAR)
        ]
        best = min(near, key=lambda t: (_gap(t, start, end), t.start), default=None)
        return None if self.nearest(start, end) else best


def place_key(toponym: Toponym) -> str:
    """Return the name in lower case, without article, direction and possessive."""
    name = re.sub(r"['’]s?$", "", toponym.name.lower())
    return _ARTICLE.sub("", _DIRECTED.sub("", name))


def _gap(mention: TimeMention, start: int, end: int) -> int:
    return max(mention.start - end, start - mention.end, 0)


def find_settings(report: Report, places: Sequence[tuple[int, int]]) -> tuple[Setting, ...]:
    """Return the setting of each sentence of `report`."""
    others = find_not_places(report.text)
    where = [_where(report, start, end, others) for start, end in places]
    names = {place_key(t) for named in where for t in named}
    peoples = {n + end for n in names for end in _PEOPLE}
    where = [tuple(t for t in named if place_key(t) not in peoples) for named in where]
    countries = _countries(report.text, names)
    home = _home(report.text, countries)
    alone = [
        _setting(report, start, end, (named, countries, home))
        for (start, end), named in zip(places, where, strict=True)
    ]
    return tuple(replace(s, before=_last(alone[max(0, i - _NEARBY) : i])) for i, s in enumerate(alone))


def without_people(settings: Sequence[Setting], people: Sequence[Span]) -> tuple[Setting, ...]:
    """Return `settings` without the places that are names of people: "the murder of Ana Moro" names no place.

    A name of one word may be a place's as well, and stays one.
    """
    full = [p for p in people if " " in p.quote.strip()]
    names = {" ".join(p.quote.lower().split()) for p in full}

    def is_person(toponym: Toponym) -> bool:
        inside = any(p.start <= toponym.span.start < p.end for p in full)
        return inside or " ".join(toponym.name.lower().split()) in names

    return tuple(_less(s, {t for t in s.where if is_person(t)}) if names else s for s in settings)


def _less(setting: Setting, gone: set[Toponym]) -> Setting:
    """The setting without the places `gone`; one that stays keeps its key where it is named again."""
    if not gone:
        return setting
    kept = tuple(t for t in setting.where if t not in gone)
    keys = {place_key(t) for t in gone} - {place_key(t) for t in kept}
    fine, area, parts = setting.fine - keys, setting.area - keys, setting.parts - keys
    return replace(setting, where=kept, fine=fine, area=area, parts=parts)


def _last(settings: Sequence[Setting]) -> Interval | None:
    """The latest time that the last of `settings` with a day or month tells."""
    for setting in reversed(settings):
        times = (*setting.times, *setting.past, *setting.stretches)
        told = [t.interval for t in times if t.interval and t.interval.days <= _STRETCH]
        if told:
            return max(told, key=lambda i: (i.end, i.start))
    return None


def _setting(
    report: Report, start: int, end: int, places: tuple[tuple[Toponym, ...], frozenset[str], frozenset[str]]
) -> Setting:
    where, countries, home = places
    found = [t for t in find_times(report.text, report.published, start, end) if t.interval]
    found = [_of_attack(report.text, t) for t in found if not _another_time(report, t, start)]
    found = [_counted_from(report, _as_quoted(report, _lagging(t), start), start) for t in found]
    before = find_days_before(report.text, start, end, found, report.published)
    running = tuple(find_running(report.text, start, end, found, report.published))
    found = sorted((*found, *before, *running), key=lambda t: (t.start, t.end))
    points = [t for t in found if t.role != "background" and t.interval and _short(t.interval)]
    telling = [t for t in points if tells(report, t, start, end)]
    dating = [t for t in points if t not in telling]
    exact = [t for t in dating if t.role == "point"]
    told = next((t.interval for t in telling if t.interval and t.interval.days <= 1), None)
    inside = [t for t in where if t.relation not in _WIDE and place_key(t) not in countries]
    parts = _parts(report.text, start, end, where)
    fine = frozenset(place_key(t) for t in ([t for t in inside if place_key(t) in parts] or inside)[:1])
    area = frozenset(place_key(t) for t in where if t.relation != "dateline") - fine - home
    past = tuple(t for t in found if _gone(report, t))
    earlier = tuple(find_aftermaths(report.text, start, end, found, report.published))
    stretches = tuple(_up_to(report, t) for t in found if _stretches(report, t))
    return Setting(
        tuple(exact or dating),
        past,
        told,
        where,
        fine,
        area,
        parts,
        earlier,
        stretches,
        report.published,
    )


def _parts(text: str, start: int, end: int, where: Sequence[Toponym]) -> frozenset[str]:
    """The keys of the places that the sentence calls quarters, streets and the like."""
    named = quarters(text, start, end, where)
    return frozenset(place_key(t) for t, part in zip(where, named, strict=True) if part)


def _where(report: Report, start: int, end: int, others: NotPlaces) -> tuple[Toponym, ...]:
    """The places that the sentence names, but for those where somebody said it, seats of offices and `others`."""
    return tuple(
        Toponym(p.name, Span.of(report.text, p.start, p.end), p.relation)
        for found in find_places(report.text, start, end)
        for p in trimmed(report.text, found)
        if not _SAID_THERE.search(report.text, max(start, p.start - 70), p.start)
        and not _OFFICE.match(report.text, p.end)
        and not stood_there(report.text, start, p.start)
        and not _in_a_name(report.text, start, p.start)
        and not is_no_place(report.text, p.start, p.end, others)
    )


def _in_a_name(text: str, start: int, at: int) -> bool:
    """Whether the name at `at` is the end of a longer one ("Sons of the Ridge"), not of "City of ..."."""
    before = _OF.search(text, start, at)
    return before is not None and before["w"].lower() not in KINDS


def _countries(text: str, names: set[str]) -> frozenset[str]:
    """Return the names of which the text also has the adjective ("Osmara", "Osmaran"): countries, not places in one."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return frozenset(n for n in names if any(n + end in words for end in _PEOPLE))


def _home(text: str, countries: frozenset[str]) -> frozenset[str]:
    """The country that the text names most, its adjective counted: what it tells lies there, so it parts nothing."""
    low = text.lower()
    often = {n: len(re.findall(rf"\b{re.escape(n)}", low)) for n in countries}
    return frozenset(sorted(often, key=lambda n: (-often[n], n))[:1])


def _of_attack(text: str, mention: TimeMention) -> TimeMention:
    """The mention; the day alone of "since Tuesday's attack", which dates the attack."""
    if mention.interval is None or mention.role == "point" or not _SINCE.match(text, mention.end):
        return mention
    day = Interval.of_days(mention.interval.start, words=mention.interval.words, rule=mention.interval.rule)
    return replace(mention, interval=day, role="point")


def _another_time(report: Report, mention: TimeMention, start: int) -> bool:
    """Whether no claim is of that time: it is to come, or was so when told, or dates a picture or another attack."""
    text = report.text
    if _ahead(report, mention) or _pictured(text, mention):
        return True
    return planned(text, mention, start) or of_another(text, mention, start)


def _ahead(report: Report, mention: TimeMention) -> bool:
    """Whether the time is still to come when the report is published."""
    interval, published = mention.interval, report.published
    return bool(interval and published and interval.start >= published.end + _AHEAD)


def _pictured(text: str, mention: TimeMention) -> bool:
    """Whether a full date has an agency in brackets behind it: it closes a caption or opens a telex."""
    return bool(_YEAR.search(text, mention.start, mention.end) and _CREDITED.match(text, mention.end))


def _lagging(mention: TimeMention) -> TimeMention:
    """The mention; "the past week" begins a day earlier, as it may have been said the day before publication."""
    interval = mention.interval
    if (
        interval is None
        or mention.role != "span"
        or interval.rule != RECENT
        or interval.days <= _POINT.days - 1
    ):
        return mention
    return replace(mention, interval=replace(interval, start=interval.start - timedelta(days=1)))


def _counted_from(report: Report, mention: TimeMention, start: int) -> TimeMention:
    """The mention; "since the truce collapsed on Monday" is the stretch since then, if it tells no harm of that day."""
    interval, published = mention.interval, report.published
    since = _SINCE_THEN.search(report.text, max(start, mention.start - _FAR_SINCE), mention.start)
    if interval is None or published is None or since is None or interval.start >= published.start:
        return mention
    if any(find_triggers(report.text, since.start(), mention.start)):
        return mention
    whole = replace(interval, end=published.end, precision="range", rule="since, up to publication")
    return replace(mention, interval=whole, role="span" if whole.days <= _STRETCH else "background")


def _as_quoted(report: Report, mention: TimeMention, start: int) -> TimeMention:
    """The mention; "today" in quotation marks is the day on which it was said: of publication or the day before."""
    interval, text = mention.interval, report.text
    if interval is None or not _NOW.fullmatch(text, mention.start, mention.end):
        return mention
    before = text[start : mention.start]
    if before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
        return mention
    wide = replace(
        interval,
        start=interval.start - timedelta(days=1),
        precision="days",
        rule="day of what is quoted, or of news",
    )
    return replace(mention, interval=wide)


def _short(interval: Interval) -> bool:
    return interval.end - interval.start <= _POINT


def _stretches(report: Report, mention: TimeMention) -> bool:
    """Whether the time is a week or month or the like which has begun by publication and is not long over."""
    interval, published = mention.interval, report.published
    if interval is None or published is None or mention.role == "background" or _short(interval):
        return False
    return interval.start < published.end and interval.days <= _STRETCH and not _gone(report, mention)


def _up_to(report: Report, mention: TimeMention) -> TimeMention:
    """The stretch without what of it comes after publication."""
    interval, published = mention.interval, report.published
    if interval is None or published is None or interval.end <= published.end:
        return mention
    return replace(mention, interval=replace(interval, end=published.end))


def _gone(report: Report, mention: TimeMention) -> bool:
    """Whether the time is a month, season or year that ended well before the report was published."""
    interval, published = mention.interval, report.published
    if interval is None or published is None or _short(interval) or interval.end > published.start - _AGO:
        return False
    if mention.role == "point":
        return True
    year = interval.precision in ("year", "season")
    return year and _IN.search(report.text, max(0, mention.start - 8), mention.start) is not None
