"""Whole-text credits: agencies and bylines that a text names for all of it, apart from what its sentences say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from whence.model.report import Block
from whence.model.span import Span
from whence.model.values import Interval
from whence.read.credit_names import AND, COLLECTIVE, KNOWN, KNOWN_NAME, LIST, MIXED, ONE, SHAPE, lends
from whence.read.heading import Head
from whence.read.published import date_at

Place = tuple[int, int]

_STAFF: Final = r"(?:[A-Z][\w'’.-]{1,20}\s){1,3}"


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a credit: what its stretch must hold beside an agency known by name (`known`), and its pattern.

    Patterns are made for the first text that may need them: all of them together take a tenth of a second.
    """

    sign: re.Pattern[str]
    source: str
    known: bool = True

    def within(self, text: str, start: int, end: int) -> re.Pattern[str] | None:
        """The form's pattern, if text[start:end] may hold it."""
        if not self.sign.search(text, start, end):
            return None
        return _made(self.source) if not self.known or KNOWN_NAME.search(text, start, end) else None


@cache
def _made(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _forms(rows: Iterable[tuple[str, str]], end: str = "") -> tuple[_Form, ...]:
    """Rows of a sign and a source; a form that takes names of any shape needs no agency known by name."""
    return tuple(
        _Form(re.compile(sign), source + end, known=MIXED not in source and SHAPE not in source)
        for sign, source in rows
    )


# Credits at the end of a text; each must reach its end.
_END: Final = r"[\s.)\]]{0,4}$"
_TAILS: Final = _forms(
    (
        (r"[-–—/]\s{0,2}\w", rf"(?:(?<=\s)-|-{{2,3}}|–|—|/)\s{{0,2}}(?P<names>{LIST})"),
        (r"[(\[]", rf"[(\[](?:[Ss]ource:?\s{{0,2}}|[Ww]ith\s|[Vv]ia\s)?(?P<names>{LIST})"),
        (
            r"[(\[]\s?(?:SOURCE|[Ss]ource)",
            rf"[(\[]\s?(?:SOURCE|[Ss]ources?)\s{{0,2}}:?\s{{0,2}}(?P<names>{MIXED})",
        ),
        (
            r"\([A-Z].{1,90}\s(?:and|with|&)\s",
            rf"\([A-Z][\w&]*(?:\s[A-Z][\w&]*){{0,3}}\s(?:and|with|&)\s(?P<names>{ONE})",
        ),
        (r"(?:SOURCES?|Sources?)\s{0,2}:", rf"(?:SOURCES?|Sources?)\s{{0,2}}:\s{{0,2}}(?P<names>{MIXED})"),
        (r"[.!?\"”’)]\sSources?\s", rf"(?<=[.!?\"”’)]\s)Sources?\s{{1,2}}(?P<names>{MIXED})"),
        (r"[.!?\"”’)]\s\w", rf"(?<=[.!?\"”’)]\s)(?P<names>{LIST})"),
        (
            rf"(?:[Ww]ith|[Ff]rom|[Bb]y|BY|WITH)\s.{{0,90}}{COLLECTIVE}",
            rf"(?:[Ww]ith|[Ff]rom|[Bb]y|BY|WITH)\s(?P<names>(?:{ONE}{AND}){{0,3}}{COLLECTIVE})",
        ),
        (
            r"[Ww]ith\s",
            rf"(?<=[.!?\"”’)]\s)(?:[A-Z][\w&]*\s){{0,3}}[Ww]ith\s(?:inputs?\sfrom\s|material\sfrom\s)?(?P<names>{LIST})",
        ),
    ),
    _END,
)
# Shapes of credits that hold for names nobody lists, if one of them is built like an agency's or is the outlet.
_SHAPED: Final = _forms(
    (
        (r"--|–|—", rf"(?:(?<=[.!?\"”’)]\s)|^|(?<=\n))(?:-{{2,3}}|–|—)\s{{0,2}}(?P<names>{MIXED})"),
        (r"[(\[]", rf"[(\[](?:[Ww]ith\s|[Vv]ia\s|[Ff]rom\s)?(?P<names>{MIXED})"),
        (r"/", rf"(?:(?<=[.!?\"”’)]\s)|^|(?<=\n))(?P<names>{SHAPE}/(?:{ONE}|{SHAPE}))"),
    ),
    _END,
)
# The last sentence may end by naming the agency that all of it was taken from.
_REPORTED: Final = _Form(
    re.compile(r"\sreport(?:ed|s)[.\s]{0,3}$"), rf"(?P<names>{KNOWN})\sreport(?:ed|s)[.\s]{{0,3}}$"
)
# Credits at the head, right at the beginning of the text or after its title or date line.
_CITY: Final = r"[A-Z][A-Za-zÀ-ž'’.-]{1,24}(?:[\s/-][A-Z][A-Za-zÀ-ž'’.-]{1,24}){0,3}"
_DASH: Final = r"(?:-{1,3}|–|—|:)"
_CAPITALS: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,24}(?:[\s/-][A-ZÀ-Þ'’-]{2,24}){0,3}"
_TOWN: Final = rf"{_CAPITALS}(?:,\s[A-Z][a-z]{{2,24}})?,?\s{{0,2}}"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
_YEAR: Final = r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
_DAY: Final = rf"{_WEEKDAY}(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}})"
_WHEN: Final = rf"(?:,\s{{0,2}}(?P<date>{_DAY}{_YEAR}))?"
_LEADS: Final = _forms(
    (
        (
            r"\(",
            rf"(?P<line>{_CITY}(?:,\s[A-Z][A-Za-z.\s]{{1,24}})?{_WHEN},?\s{{0,2}}\((?P<names>{MIXED})\)\s{{0,2}}{_DASH})\s?",
        ),
        (r"\(", rf"(?P<line>\((?P<names>{LIST})\)\s{{0,2}}{_DASH}?)\s"),
        (r",", rf"(?P<line>{_CITY},\s{{0,2}}(?P<names>{LIST})\s{{0,2}}{_DASH})\s?"),
        (_DASH + r"|\|", rf"(?P<line>(?P<names>{LIST})\s{{0,2}}(?:{_DASH}|\|))(?=[\s\"“(A-Z])\s?"),
        (
            r"[Bb]y|BY",
            rf"(?P<line>(?:[Bb]y|BY)\s(?:{_STAFF}(?:[|,/–-]|and|for|of|with)\s?)?(?P<names>{LIST}))\s",
        ),
        (r"Source|SOURCE", rf"(?P<line>(?:Sources?|SOURCE)\s?:\s?(?P<names>{LIST}))\s"),
        (r"\n", rf"(?P<line>(?P<names>{LIST}))\n"),
    )
)
_LEAD_WINDOW: Final = 300  # code points; the names of a credit line at the head begin by then
# Credits sure enough to be looked for anywhere in the first lines: an agency with a date, a town with an agency.
_NEAR_HEAD: Final = _forms(
    (
        (r"\s\d{4}", rf"(?<![\w(])(?P<line>(?P<names>{LIST})\s{_DAY},?\s\d{{4}})(?!\d)"),
        (r"\(", rf"(?<![\w(])(?P<line>{_TOWN}(?:{_DAY}\s{{0,2}})?\((?P<names>{LIST})\)\s{{0,2}}{_DASH}?)"),
    )
)
# And anywhere in the last ones: a list of names in brackets that says it is the source.
_NEAR_TAIL: Final = _Form(
    re.compile(r"[(\[]\s?(?:[Ww]ith|WITH|[Ss]ource|SOURCE)"),
    rf"(?P<line>[(\[]\s?(?:[Ww]ith|WITH|[Ss]ources?\s?:|SOURCE\s?:)\s{{0,2}}(?P<names>{MIXED})\s?[)\]])",
    known=False,
)
# Right after a title an agency may stand bare, before the capital of the first sentence.
_BARE: Final = _Form(re.compile(r"\s[\"“'‘]?[A-Z0-9]"), rf"(?P<line>(?P<names>{LIST}))\s(?=[\"“'‘]?[A-Z0-9])")
_PLACELINE: Final = re.compile(
    rf"(?P<place>{_CITY}(?:,\s[A-Z][A-Za-z.]{{1,24}}){{0,2}})\s{{0,2}}(?:-{{1,3}}|–|—)\s"
)
_PICTURE: Final = re.compile(
    r"(?:©|photo|picture|image|file|caption|video|courtesy|/)[\s:|/(]{0,4}$", re.IGNORECASE
)
_BYLINE: Final = re.compile(
    r"(?:^|\n)\s{0,4}(?:[Bb]y|BY)\s(?P<name>" + _STAFF.replace(r"\s){1,3}", r"(?:\s|$)){1,4}") + ")"
)
_CUT: Final = re.compile(rf"{AND}(?=[A-Z]|[Nn]ews|[Ww]ire|[Aa]gencies)")
_TAIL_WINDOW: Final = 240
_HEAD_WINDOW: Final = 400
_GAP: Final = re.compile(r"[\s.|:,–—-]{0,10}")


@dataclass(frozen=True, slots=True)
class Credits:
    """What a text credits: names and where they stand, the lines to leave out, a byline and the dateline's place.

    `telex` is the one agency in a dateline ("KESRA, May 4 (Kesra Wire) -"), which publishes the text if nobody else
    does, and `dated` the date there if it has its year.
    """

    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    lines: tuple[Place, ...] = ()
    byline: str = ""
    dateline: Span | None = None
    telex: str = ""
    dated: Interval | None = None


@dataclass(slots=True)
class _Found:
    """The places of names and of whole credit lines as they are found, and the agency and date of a telex's head."""

    outlet: str = ""
    names: list[Place] = field(default_factory=list)
    lines: list[Place] = field(default_factory=list)
    telex: str = ""
    dated: Interval | None = None


def find_credits(text: str, blocks: Sequence[Block], head: Head, own: tuple[str, str]) -> Credits:
    """Return the agencies that `text` credits for the whole of it; `own` is its outlet and its container's byline.

    Only head and tail of the text are looked at.  The outlet naming itself is no credit.
    """
    outlet, byline = own
    found = _Found(outlet)
    dateline = _at_head(text, blocks, head, found)
    _at_tail(text, blocks, found)
    places = sorted({p for p in found.names if not _same(text[p[0] : p[1]], outlet)})
    name, signed = _byline(text, blocks)
    in_bylines = [n for line in (byline, signed) for n in _in_byline(line, outlet)]
    named = [text[a:b] for a, b in places] + [n for n in in_bylines if not _same(n, outlet)]
    unique = {_folded(n): n for n in reversed(named)}
    names = tuple(dict.fromkeys(unique[_folded(n)] for n in named))
    spans = tuple(Span.of(text, a, b) for a, b in places)
    lines = tuple(sorted(set(found.lines)))
    place = Span.of(text, *dateline) if dateline else None
    return Credits(names, spans, lines, name, place, found.telex, found.dated)


def _starts(text: str, blocks: Sequence[Block], head: Head) -> Iterator[tuple[int, bool]]:
    """Yield the places where a head credit may begin, and whether a title ends right before."""
    ends = {p[1] for p in (head.title, head.date) if p}
    ends |= {b.end for b in blocks[:2] if b.kind == "title"}
    body = [b for b in blocks if b.kind not in ("title", "furniture")][:1]
    starts = {b.start for b in (*blocks[:3], *body)}
    for at in sorted(starts | ends):
        gap = _GAP.match(text, at)
        yield gap.end() if gap and at in ends else at, at in ends


def _at_head(text: str, blocks: Sequence[Block], head: Head, found: _Found) -> Place | None:
    """Take in the credits at the head; return the place of the dateline's town."""
    dateline: Place | None = None
    for at, after_title in _starts(text, blocks, head):
        forms = (*_LEADS, _BARE) if after_title else _LEADS
        leads = (form.within(text, at, at + _LEAD_WINDOW) for form in forms)
        match = next((m for m in (lead.match(text, at) for lead in leads if lead) if m), None)
        if match is not None:
            found.names += _single(match)
            found.lines.append((match.start("line"), match.end("line")))
            _telex(text, match, found)
            if match.start("names") > match.start("line") + 3 and text[match.start("line")].isupper():
                dateline = dateline or (match.start("line"), match.end("line"))
        else:
            placed = _PLACELINE.match(text, at)
            if placed and placed["place"].isupper():
                dateline = dateline or (placed.start("place"), placed.end("place"))
    near = _near_head(text, blocks, found)
    return dateline or near


def _telex(text: str, match: re.Match[str], found: _Found) -> None:
    """Take in the one agency of a dateline as the text's own, and the dateline's date if it has a year."""
    names = _single(match)
    if match.start("names") == match.start("line") or text[match.start("names") - 1] != "(":
        return
    name = text[names[0][0] : names[0][1]]
    if len(names) == 1 and not found.telex and lends(name, capitals=True):
        found.telex = name
    when = match.groupdict().get("date")
    dated = date_at(text, match.start("date")) if when and match["year"] else None
    found.dated = found.dated or (dated[1] if dated else None)


def _near_head(text: str, blocks: Sequence[Block], found: _Found) -> Place | None:
    """Take in the credits that are sure wherever in the first lines they stand; return a dateline's place."""
    dateline: Place | None = None
    end = min((b.start for b in blocks if b.kind not in ("title", "furniture")), default=0) + _HEAD_WINDOW
    near = [p for form in _NEAR_HEAD if (p := form.within(text, 0, end))]
    matches = [m for pattern in near for m in pattern.finditer(text, 0, end)]
    for match in matches[:3]:
        if not _PICTURE.search(text[max(0, match.start() - 20) : match.start()]):
            found.names += _single(match)
            line = (match.start("line"), match.end("line"))
            found.lines.append(line)
            dateline = dateline or (line if match.start("names") > line[0] else None)
    return dateline


def _at_tail(text: str, blocks: Sequence[Block], found: _Found) -> None:
    """Take in the credits at the end of the report and at the end of the whole text."""
    content = [b.end for b in blocks if b.kind not in ("furniture", "title")][-1:]
    ends = {b.end for b in blocks[-4:] if b.end >= (content[0] if content else 0)} | set(content)
    for end in sorted(ends):
        start = max(0, end - _TAIL_WINDOW)
        tail = text[start:end]
        matches = (m for m in (_in_tail(form, tail) for form in _TAILS) if m)
        plain = next((m for m in matches if not _PICTURE.search(text[start : start + m.start()])), None)
        match = _shaped(tail, found.outlet) or plain or _in_tail(_NEAR_TAIL, tail)
        if match is not None:
            found.names += [(a + start, b + start) for a, b in _single(match)]
            found.lines.append((match.start() + start, start + len(tail.rstrip())))
            continue
        reported = _in_tail(_REPORTED, tail)
        if reported is not None:
            found.names += [(a + start, b + start) for a, b in _single(reported)]


def _in_tail(form: _Form, tail: str) -> re.Match[str] | None:
    pattern = form.within(tail, 0, len(tail))
    return pattern.search(tail) if pattern else None


def _single(match: re.Match[str]) -> list[Place]:
    """Return the places of the single names in a matched list."""
    names, offset = match["names"], match.start("names")
    places, at = [], 0
    for cut in _CUT.finditer(names):
        before, after = names[: cut.start()], names[cut.end() :]
        known = KNOWN_NAME.search(before) or KNOWN_NAME.match(after) or lends(before[at:]) or lends(after)
        if cut.group().strip() == "and" and not known:
            continue  # "Ministry of Health and Labour" is one name
        places.append((at, cut.start()))
        at = cut.end()
    return [(a + offset, b + offset) for a, b in [*places, (at, len(names))] if a < b]


def _shaped(tail: str, outlet: str) -> re.Match[str] | None:
    """Return the credit at the end of `tail` by names that nobody lists but that are built like an agency's."""
    for form in _SHAPED:
        match = _in_tail(form, tail)
        if match is None or _PICTURE.search(tail[: match.start()]):
            continue
        names = [match.string[a:b] for a, b in _single(match)]
        dashed = match.group().startswith("--")
        own = len(names) > 1 and any(_same(n, outlet) for n in names)
        if own or all(lends(n, capitals=dashed) or _same(n, outlet) for n in names):
            return match
    return None


def _in_byline(byline: str, outlet: str) -> list[str]:
    """Return the agencies that a byline names: known ones, "X staff", and names in brackets or after a comma."""
    known = [m.group() for m in _made(rf"(?<!\w){ONE}").finditer(byline)] if byline else []
    staff = _OF_STAFF.fullmatch(byline.strip())
    if staff is not None and lends(staff["name"]):
        return known or [staff["name"]]
    bracket = _BRACKET.search(byline)
    parts = re.split(AND, bracket[1]) if bracket else re.split(r"\s?[,|/]\s?|\sfor\s|\swith\s", byline)[1:]
    parts = [p.strip() for p in parts if re.fullmatch(SHAPE, p.strip())]
    own = bracket is not None and any(_same(p, outlet) for p in parts)
    return known + [p for p in parts if p not in known and (own or lends(p))]


_OF_STAFF: Final = re.compile(
    rf"(?P<name>{SHAPE}?)(?:['’]s)?\s(?:[Ss]taff|[Nn]ewsroom|[Cc]orrespondents?|[Rr]eporters?|[Dd]esk)"
)
_BRACKET: Final = re.compile(r"\s?\(([^()]{2,80})\)\s?$")


def _byline(text: str, blocks: Sequence[Block]) -> tuple[str, str]:
    """Return (names, all after "By") of a line of its own that begins with "By" near the head, "" if there is none."""
    for block in blocks[:5]:
        words = text[block.start : block.end]
        match = _BYLINE.match(words) if len(words) < 120 else None
        rest = words[match.end() :].strip() if match else ""
        if match and (len(rest) <= 40 or _BRACKET.fullmatch(rest)):
            return match["name"].strip(), f"{match['name'].strip()} {rest}".strip()
    return "", ""


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+|^the\s|news agency|agency", "", name.casefold())


def _same(name: str, outlet: str) -> bool:
    """Return whether a credit names the outlet itself: by letters alone, or by its initials."""
    a, b = _folded(name), _folded(outlet)
    if name.isupper() and name == "".join(w[0] for w in outlet.split() if w[0].isupper()):
        return True
    return bool(a and b) and (a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))))
