"""Whole-text credits: agencies and bylines that a text names for all of it, apart from what its sentences say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.model.report import Block
from whence.model.span import Span
from whence.read.heading import Head

Place = tuple[int, int]

# Agencies by the names that stand in credit lines (facts; who owns which is the source book's matter).
_AGENCIES: Final = (
    "Agence France-Presse", "Agence France Presse", "AFP", "Thomson Reuters Foundation", "Thomson Reuters", "Reuters",
    "The Associated Press", "Associated Press", "AP", "United Press International", "UPI", "DPA", "Deutsche Welle",
    "TASS", "ITAR-TASS", "Interfax", "RIA Novosti", "RIA", "Sputnik", "Xinhua", "Anadolu Agency", "Anadolu", "AA",
    "Demirören News Agency", "IHA", "DHA", "IRNA", "ISNA", "FNA", "Fars News Agency", "Fars", "Tasnim", "Mehr",
    "Press TV", "SANA", "Petra", "MENA", "WAM", "SPA", "KUNA", "QNA", "NNA", "ANHA", "ANF", "ARA News", "Rudaw",
    "EFE", "ANSA", "PTI", "ANI", "IANS", "Kyodo", "Yonhap", "Bloomberg", "CNN", "BBC", "Al Jazeera", "Al-Jazeera",
    "Al Arabiya", "Al-Masdar News", "Al-Masdar", "AMN", "MNA", "Al Mayadeen", "Al-Alam", "RT", "VOA", "RFE/RL", "dpa",
    "Ukrinform", "UNIAN", "Belga",
    "APA", "PAP", "CTK", "SAPA", "GNA", "NAN", "APP", "Bakhtar", "Pajhwok", "Antara", "Bernama", "IRIN",
)  # fmt: skip
_COLLECTIVE: Final = (
    r"(?:(?:[Nn]ews\s|[Ww]ire\s)?[Aa]gencies|AGENCIES|[Nn]ews\swires|[Ww]ire\s(?:services|reports))"
)
_KNOWN: Final = "(?:" + "|".join(sorted(map(re.escape, _AGENCIES), key=lambda n: (-len(n), n))) + ")"
_ONE: Final = rf"(?:{_KNOWN}|{_KNOWN.upper()}|Afp|Sana|{_COLLECTIVE})(?![\w'’])"
_SHAPE: Final = (
    r"(?:[A-Z][\w'’&.-]{0,30})(?:\s(?:of|the|for|and|&)\s[A-Z][\w'’&-]{0,30}|\s[A-Z][\w'’&-]{0,30}){0,5}"
)
_AND: Final = r"\s{0,2}(?:,\s?and|and|,|/|&|\+|with|\|)\s{0,2}"
_LIST: Final = rf"(?:{_ONE})(?:{_AND}{_ONE}){{0,5}}"
_MIXED: Final = rf"(?:{_ONE}|{_SHAPE})(?:{_AND}(?:{_ONE}|{_SHAPE})){{0,5}}"
_STAFF: Final = r"(?:[A-Z][\w'’.-]{1,20}\s){1,3}"

# Credits at the end of a text; each must reach its end.
_TAILS: Final = tuple(
    re.compile(pattern + r"[\s.)\]]{0,4}$")
    for pattern in (
        rf"(?:(?<=\s)-|-{{2,3}}|–|—|/)\s{{0,2}}(?P<names>{_LIST})",
        rf"[(\[](?:[Ss]ource:?\s{{0,2}}|[Ww]ith\s|[Vv]ia\s)?(?P<names>{_LIST})",
        rf"[(\[]\s?(?:SOURCE|[Ss]ources?)\s{{0,2}}:?\s{{0,2}}(?P<names>{_MIXED})",
        rf"\([A-Z][\w&]*(?:\s[A-Z][\w&]*){{0,3}}\s(?:and|with|&)\s(?P<names>{_ONE})",
        rf"(?:SOURCES?|Sources?)\s{{0,2}}:\s{{0,2}}(?P<names>{_MIXED})",
        rf"(?<=[.!?\"”’)]\s)Sources?\s{{1,2}}(?P<names>{_MIXED})",
        rf"(?<=[.!?\"”’)]\s)(?P<names>{_LIST})",
        rf"(?:[Ww]ith|[Ff]rom|[Bb]y|BY|WITH)\s(?P<names>(?:{_ONE}{_AND}){{0,3}}{_COLLECTIVE})",
        rf"(?<=[.!?\"”’)]\s)(?:[A-Z][\w&]*\s){{0,3}}[Ww]ith\s(?:inputs?\sfrom\s|material\sfrom\s)?(?P<names>{_LIST})",
    )
)
# The last sentence may end by naming the agency that all of it was taken from.
_REPORTED: Final = re.compile(rf"(?P<names>{_KNOWN})\sreport(?:ed|s)[.\s]{{0,3}}$")
# Credits at the head, right at the beginning of the text or after its title or date line.
_CITY: Final = r"[A-Z][A-Za-zÀ-ž'’.-]{1,24}(?:[\s/-][A-Z][A-Za-zÀ-ž'’.-]{1,24}){0,3}"
_DASH: Final = r"(?:-{1,3}|–|—|:)"
_CAPITALS: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,24}(?:[\s/-][A-ZÀ-Þ'’-]{2,24}){0,3}"
_TOWN: Final = rf"{_CAPITALS}(?:,\s[A-Z][a-z]{{2,24}})?,?\s{{0,2}}"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
_DAY: Final = rf"{_WEEKDAY}(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}})"
_LEADS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<line>{_CITY}(?:,\s[A-Z][A-Za-z.\s]{{1,24}})?,?\s{{0,2}}\((?P<names>{_MIXED})\)\s{{0,2}}{_DASH})\s?",
        rf"(?P<line>\((?P<names>{_LIST})\)\s{{0,2}}{_DASH}?)\s",
        rf"(?P<line>{_CITY},\s{{0,2}}(?P<names>{_LIST})\s{{0,2}}{_DASH})\s?",
        rf"(?P<line>(?P<names>{_LIST})\s{{0,2}}(?:{_DASH}|\|))(?=[\s\"“(A-Z])\s?",
        rf"(?P<line>(?:[Bb]y|BY)\s(?:{_STAFF}(?:[|,/–-]|and|for|of|with)\s?)?(?P<names>{_LIST}))\s",
        rf"(?P<line>(?:Sources?|SOURCE)\s?:\s?(?P<names>{_LIST}))\s",
        rf"(?P<line>(?P<names>{_LIST}))\n",
    )
)
# Credits sure enough to be looked for anywhere in the first lines: an agency with a date, a town with an agency.
_NEAR_HEAD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w(])(?P<line>(?P<names>{_LIST})\s{_DAY},?\s\d{{4}})(?!\d)",
        rf"(?<![\w(])(?P<line>{_TOWN}(?:{_DAY}\s{{0,2}})?\((?P<names>{_LIST})\)\s{{0,2}}{_DASH}?)",
    )
)
# And anywhere in the last ones: a list of names in brackets that says it is the source.
_NEAR_TAIL: Final = re.compile(
    rf"(?P<line>[(\[]\s?(?:[Ww]ith|WITH|[Ss]ources?\s?:|SOURCE\s?:)\s{{0,2}}(?P<names>{_MIXED})\s?[)\]])"
)
# Right after a title an agency may stand bare, before the capital of the first sentence.
_BARE: Final = re.compile(rf"(?P<line>(?P<names>{_LIST}))\s(?=[\"“'‘]?[A-Z0-9])")
_PLACELINE: Final = re.compile(
    rf"(?P<place>{_CITY}(?:,\s[A-Z][A-Za-z.]{{1,24}}){{0,2}})\s{{0,2}}(?:-{{1,3}}|–|—)\s"
)
_PICTURE: Final = re.compile(
    r"(?:©|photo|picture|image|file|caption|video|courtesy|/)[\s:|/(]{0,4}$", re.IGNORECASE
)
_BYLINE: Final = re.compile(
    r"(?:^|\n)\s{0,4}(?:[Bb]y|BY)\s(?P<name>" + _STAFF.replace(r"\s){1,3}", r"(?:\s|$)){1,4}") + ")"
)
_CUT: Final = re.compile(rf"{_AND}(?=[A-Z]|[Nn]ews|[Ww]ire|[Aa]gencies)")
_TAIL_WINDOW: Final = 240
_HEAD_WINDOW: Final = 400
_GAP: Final = re.compile(r"[\s.|:,–—-]{0,10}")


@dataclass(frozen=True, slots=True)
class Credits:
    """What a text credits: names and where they stand, the lines to leave out, a byline and the dateline's place."""

    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    lines: tuple[Place, ...] = ()
    byline: str = ""
    dateline: Span | None = None


@dataclass(slots=True)
class _Found:
    """The places of names, and of whole credit lines, as they are found."""

    names: list[Place] = field(default_factory=list)
    lines: list[Place] = field(default_factory=list)


def find_credits(text: str, blocks: Sequence[Block], head: Head, own: tuple[str, str]) -> Credits:
    """Return the agencies that `text` credits for the whole of it; `own` is its outlet and its container's byline.

    Only head and tail of the text are looked at.  The outlet naming itself is no credit.
    """
    outlet, byline = own
    found = _Found()
    dateline = _at_head(text, blocks, head, found)
    _at_tail(text, blocks, found)
    places = sorted({p for p in found.names if not _same(text[p[0] : p[1]], outlet)})
    named = [text[a:b] for a, b in places] + [n for n in _in_byline(byline) if not _same(n, outlet)]
    unique = {_folded(n): n for n in reversed(named)}
    names = tuple(dict.fromkeys(unique[_folded(n)] for n in named))
    spans = tuple(Span.of(text, a, b) for a, b in places)
    lines = tuple(sorted(set(found.lines)))
    place = Span.of(text, *dateline) if dateline else None
    return Credits(names, spans, lines, _byline(text, blocks), place)


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
        match = next((m for m in (lead.match(text, at) for lead in _LEADS) if m), None)
        if match is None and after_title:
            match = _BARE.match(text, at)
        if match is not None:
            found.names += _single(match)
            found.lines.append((match.start("line"), match.end("line")))
            if match.start("names") > match.start("line") + 3 and text[match.start("line")].isupper():
                dateline = dateline or (match.start("line"), match.end("line"))
        else:
            placed = _PLACELINE.match(text, at)
            if placed and placed["place"].isupper():
                dateline = dateline or (placed.start("place"), placed.end("place"))
    near = _near_head(text, blocks, found)
    return dateline or near


def _near_head(text: str, blocks: Sequence[Block], found: _Found) -> Place | None:
    """Take in the credits that are sure wherever in the first lines they stand; return a dateline's place."""
    dateline: Place | None = None
    end = min((b.start for b in blocks if b.kind not in ("title", "furniture")), default=0) + _HEAD_WINDOW
    matches = [m for pattern in _NEAR_HEAD for m in pattern.finditer(text, 0, end)]
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
        matches = (m for m in (tail.search(text[start:end]) for tail in _TAILS) if m)
        match = next((m for m in matches if not _PICTURE.search(text[start : start + m.start()])), None)
        match = match or _NEAR_TAIL.search(text[start:end])
        if match is not None:
            found.names += [(a + start, b + start) for a, b in _single(match)]
            found.lines.append((match.start() + start, start + len(text[start:end].rstrip())))
            continue
        reported = _REPORTED.search(text[start:end])
        if reported is not None:
            found.names += [(a + start, b + start) for a, b in _single(reported)]


def _single(match: re.Match[str]) -> list[Place]:
    """Return the places of the single names in a matched list."""
    names, offset = match["names"], match.start("names")
    places, at = [], 0
    for cut in _CUT.finditer(names):
        before, after = names[: cut.start()], names[cut.end() :]
        if cut.group().strip() == "and" and not re.search(_ONE, before) and not re.match(_ONE, after):
            continue  # "Ministry of Health and Labour" is one name
        places.append((at, cut.start()))
        at = cut.end()
    return [(a + offset, b + offset) for a, b in [*places, (at, len(names))] if a < b]


def _in_byline(byline: str) -> list[str]:
    return [m.group() for m in re.finditer(rf"(?<!\w){_ONE}", byline)]


def _byline(text: str, blocks: Sequence[Block]) -> str:
    """Return the names on a line of its own that begins with "By" near the head, "" if there is none."""
    for block in blocks[:4]:
        words = text[block.start : block.end]
        match = _BYLINE.match(words) if len(words) < 120 else None
        if match and len(match.group().strip()) >= len(words) - 40:
            return match["name"].strip()
    return ""


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+|^the\s|news agency|agency", "", name.casefold())


def _same(name: str, outlet: str) -> bool:
    """Return whether a credit names the outlet itself, by letters alone."""
    a, b = _folded(name), _folded(outlet)
    return bool(a and b) and (a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))))
