"""Whether a time is that of the telling ("the monitor said on Friday"), of a plan or of another attack."""

import re
from typing import Final

from whence.model.report import Report
from whence.read.when import TimeMention

_TELLING: Final = re.compile(
    r"\b(?:said|says|saying|told(?: [\w.'’-]+){1,4}|reported|reports|announced|stated|added|confirmed|claimed|"
    r"declared|accused|statement|contradicting|tweeted|wrote|updated|issued|released|published|called|blamed|condemned|"
    r"denounced|denied|rejected|dismissed|urged|warned|vowed|demanded|insisted|admitted|acknowledged|met|talks|denial|remarks|comments|speech|interview|briefing)"
    r"(?: (?:in|at) (?:a|an|its|his|her) [\w-]+(?: [\w-]+)?)?(?: (?:late|early))?(?: on)?\s*$",
    re.I,
)
# "footage released by the guild on Saturday": who put it out may stand between
_PUT_OUT: Final = re.compile(
    r"\b(?:released|issued|published|posted|broadcast|aired|circulated|shared|uploaded) (?:by|on|via|through) "
    r"(?:(?!on )[\w.'’-]+ ){1,7}(?:(?:late|early) )?on $",
    re.I,
)
# "informed the press this afternoon that": what was told stands behind the time
_TOLD: Final = re.compile(
    r"\b(?:said|stated|informed|announced|reported|declared|revealed|disclosed|told|confirmed|explained|admitted)\b"
    r"[^.;:\"“”]{0,60}$",
    re.I,
)
_THAT: Final = re.compile(r",?\s+that\s")
# "before the May 4 attack": the day of another attack than the one that is told
_BEFORE: Final = re.compile(r"\b(?:before|prior to|ahead of|unlike|similar to) (?:the |that )?$", re.I)
_ITS_ATTACK: Final = re.compile(
    r"(?:['’]?s)? (?:[\w-]+ ){0,2}?(?:(?:air)?strikes?|attacks?|raids?|bombings?|blasts?|massacre|shelling|assault|"
    r"killings?)\b",
    re.I,
)
_PLANNED: Final = re.compile(
    r"\b(?:due|expected|scheduled|set|planned|supposed) to (?:[\w.'’-]+ ){1,7}?(?:on )?$", re.I
)
_SPEAKS: Final = re.compile(
    r"\s+(?:the|a|an)?\s*(?:[\w.'’-]+\s+){0,7}?(?:said|reported|quoted|announced|accused|told|added|confirmed|"
    r"claimed (?:responsibility|credit|that)|(?:raised|revised|put) (?:the|its|to)|"
    r"(?:blamed|condemned|denounced)(?! (?:on|by)\b)|denied|rejected|urged|warned|vowed|demanded)\b|"
    r"\s+(?:the|a|an)?\s*(?:[\w.'’-]+,?\s+){1,6}?(?:which|who)\s(?:[\w.,'’-]+\s+){1,24}?(?:said|quoted|reported|announced)\b|"
    r"\s+(?:the|its|their)?\s*(?:death )?toll\b|\s*\((?:[\w/]+ )?(?:photo|image|file)",
    re.I,
)
# "Envoys on Monday blamed ...": the time between a speaker and what is said dates the telling
_SAYING: Final = re.compile(
    r"\s+(?:\w+ly )?(?:said|told|reported|announced|accused|blamed|condemned|denounced|denied|rejected|dismissed|urged|"
    r"warned|vowed|demanded|insisted|admitted|acknowledged|called (?:on|for)|mourned|buried|declared|revealed|"
    r"disclosed|stated|received|expressed|issued|repeated|explained|deplored|regretted|praised|proposed|signed|"
    r"(?:raised|revised|put) (?:the|its|to))\b"
)
_OPENS: Final = len(
    "But early on "
)  # a time that opens its sentence and goes before a speaker dates the telling
_YEAR: Final = re.compile(r"\d{4}")


def tells(report: Report, mention: TimeMention, start: int, end: int) -> bool:
    """Return whether the time in the sentence text[start:end] is that of telling, or the very date of publication.

    It stands beside a verb of speech or a toll, or says when something was put out.
    """
    text, published = report.text, report.published
    if any(p.search(text, max(start, mention.start - 90), mention.start) for p in (_TELLING, _PUT_OUT)):
        return True
    speaks = _SPEAKS.match(text, mention.end, end)
    if speaks and (mention.start - start <= _OPENS or "(" in speaks[0]):
        return True
    if _SAYING.match(text, mention.end, end):
        return True
    if _THAT.match(text, mention.end, end) and _TOLD.search(
        text, max(start, mention.start - 90), mention.start
    ):
        return True
    full = _YEAR.search(text, mention.start, mention.end) is not None
    return bool(full and published and mention.interval and mention.interval.overlaps(published))


def planned(text: str, mention: TimeMention, start: int) -> bool:
    """Return whether the time in the sentence that begins at `start` is that of what was only to come."""
    return _PLANNED.search(text, max(start, mention.start - 90), mention.start) is not None


def of_another(text: str, mention: TimeMention, start: int) -> bool:
    """Return whether the time is the day of an attack with which the one told is only compared ("before the ...")."""
    before = _BEFORE.search(text, max(start, mention.start - 20), mention.start)
    return before is not None and _ITS_ATTACK.match(text, mention.end) is not None
