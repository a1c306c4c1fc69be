"""The outlet of a text whose container names none: by its masthead, or by what its furniture calls itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.report import Block
from whence.model.values import Interval
from whence.read.published import date_at

_NAME: Final = (
    r"(?:The\s)?[A-Z][\w&'’.-]{1,30}"
    r"(?:\s(?:of|the|and|&|for)\s[A-Z][\w&'’-]{1,30}|\s[A-Z0-9][\w&'’-]{0,30}){0,5}"
)
_YEARS: Final = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s?)?"
# Sure ways in which a site names itself.
_CLAIMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:©|\([cC]\))\s?(?:Copyright\s)?{_YEARS}(?P<name>{_NAME})",
        rf"[Cc]opyright\s(?:©\s?)?{_YEARS}(?P<name>{_NAME})",
        rf"{_YEARS}(?P<name>{_NAME})[.,]?\s(?:All\s)?[Rr]ights\s[Rr]eserved",
    )
)
_ANY: Final = re.compile(_NAME)
# A signature: a short line of a name with the word for a body that signs.
_SIGNATURE: Final = re.compile(
    r"\b(?:Coordination|Committee|Council|Media|Press|Team|News|Centre|Center|Network|Initiative|Board|Office|Agency"
    r"|Foundation|Union|Movement|Campaign|Alliance|Observatory|Desk|Editors?|Editorial)\b"
)
_COMMON: Final = frozenset(
    """
    support us follow subscribe donate share tweet facebook twitter instagram youtube whatsapp telegram google reddit
    linkedin email print newsletter read more also related home contact about privacy policy terms cookie cookies menu
    search login copyright all rights reserved advert quarterly behind holding advocating being campaigning putting
    almost every editor-in-chief editor we our you your with in if this that for and but please help join sign get
    latest news featured image via scroll top back next previous story stories article articles tags topics comments
    """.split()  # noqa: SIM905 (a table reads better so)
)
_CALL: Final = re.compile(
    r"^(?:Follow|Support|Join|Visit|Like|About|Contact|Copyright|Email|Donate)\s(?=[A-Z])"
)
_ATTACHED: Final = re.compile(
    r"\s(?:Support|Subscribe|Newsletter|Donate|Follow|Contact|About|Privacy|Terms)\b.*$"
)

# Words that stand in the names of those who publish, so that a short line that holds one is no headline.
_PUBLISHES: Final = re.compile(
    r"\b(?:News|Daily|Weekly|Post|Times|Herald|Tribune|Gazette|Journal|Chronicle|Courier|Observer|Telegraph|Mail|Press"
    r"|Radio|TV|Television|Broadcasting|Agency|Wire|Newswire|Online|Today|Review|Mirror|Star|Sun|Globe|Echo|Standard"
    r"|Independent|Guardian|Dispatch|Bulletin|Monitor|Voice|Media|Network|Magazine|Newspaper|Express|Examiner)\b"
)
_HEAD_BLOCKS: Final = 5  # blocks in which a masthead, a date line and a byline may stand before the report
_NAME_WORDS: Final = 3  # of a masthead line without a word of publishing; more make a headline as likely
_DATE_LABEL: Final = re.compile(r"(?:published|posted|updated|date)(?:\son|\sat)?\s?:?\s", re.IGNORECASE)
_BEFORE_DATE: Final = re.compile(rf"(?P<name>{_NAME})\s{{0,3}}(?P<mark>[,|·–—-]{{1,2}})\s{{0,3}}")
_BY_LINE: Final = re.compile(
    r"(?:[Bb]y|BY|From)\s(?:[A-Z][\w'’.-]*|our|OUR|and|[A-Z]\.|[|,/&(]|correspondents?|staff|reporters?)"
    r"(?:[\s,|/&()]{1,2}(?:[A-Z][\w'’.-]*|and|in|of|for|staff|reporters?|correspondents?)){0,9}[\s)]{0,2}"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the short lines above a report say: outlet and date if they name any, and the lines' places."""

    outlet: str = ""
    published: Interval | None = None
    lines: tuple[tuple[int, int], ...] = ()


_HEADLINE_WORDS: Final = 20
_MOST: Final = 300  # pieces of furniture looked at, from the end, where sites name themselves


def find_outlet(text: str, blocks: Sequence[Block]) -> str:
    """Return the name by which the furniture of `text` calls its outlet, "" if none or more than one fits."""
    pieces = [text[b.start : b.end][:2000] for b in blocks if b.kind == "furniture"][-_MOST:]
    claimed = {_tidy(m["name"]) for p in pieces for pattern in _CLAIMS for m in pattern.finditer(p)} - {""}
    if len(claimed) == 1:
        return claimed.pop()
    if claimed:
        return ""
    return _repeated(pieces) or _signed(pieces)


def read_masthead(text: str, blocks: Sequence[Block]) -> Masthead:
    """Return what the lines before a plain text's report say: a name, a date, "By ..."; nothing without a date line.

    A line is taken for the outlet's name only beside a date, and only where a headline of its own stands as well or
    the name has a word of publishing ("Daily"): else it is the headline itself.
    """
    head = [b for b in blocks[:_HEAD_BLOCKS] if b.kind != "title" and b.end - b.start <= 120]
    dated = next(((b, d) for b in head if (d := _date_line(text, b)) is not None), None)
    bylines = [(b.start, b.end) for b in head if _BY_LINE.fullmatch(text[b.start : b.end])]
    if dated is None:
        return Masthead(lines=tuple(bylines))
    block, (name, published) = dated
    lines = [(block.start, block.end), *bylines]
    if not name:
        beside = _beside(text, blocks, block, bylines)
        name = text[beside.start : beside.end] if beside else ""
        lines += [(beside.start, beside.end)] if beside else []
    return Masthead(name, published, tuple(sorted(set(lines))))


def _date_line(text: str, block: Block) -> tuple[str, Interval] | None:
    """Return (name before the date or "", date) of a line that holds a date and no more than a name before it."""
    line = text[block.start : block.end].rstrip(" .)")
    before = _BEFORE_DATE.match(line)
    for start in (0, before.end() if before else 0):
        label = _DATE_LABEL.match(line, start)
        found = date_at(line, label.end() if label else start)
        if found is None or found[0] < len(line):
            continue
        name = before["name"] if before and start else ""
        if before and before["mark"] == "," and _PUBLISHES.search(name) is None:
            name = ""  # "Kesra, 4 May": where it was written
        return name, found[1]
    return None


def _beside(
    text: str, blocks: Sequence[Block], dated: Block, bylines: Sequence[tuple[int, int]]
) -> Block | None:
    """Return the line right before the date line, else the one right after it, that is the outlet's name."""
    at = list(blocks).index(dated)
    others = [b for b in blocks if b != dated and (b.start, b.end) not in bylines]
    for near in (at - 1, at + 1):
        line = blocks[near] if 0 <= near < len(blocks) else None
        if line is None or near > at > 0 or not _is_name(text[line.start : line.end]):
            continue
        rest = [b for b in others if b.start > max(line.start, dated.start)]
        headline = bool(rest) and len(text[rest[0].start : rest[0].end].split()) <= _HEADLINE_WORDS
        wordy = _PUBLISHES.search(text[line.start : line.end]) is not None
        if rest and (wordy or (headline and len(rest) > 1)):
            return line
    return None


def _is_name(line: str) -> bool:
    """Return whether a line is a name and no more: capitals throughout, few words unless one is of publishing."""
    words = line.split()
    limit = 6 if _PUBLISHES.search(line) else _NAME_WORDS
    return len(words) <= limit and _ANY.fullmatch(line) is not None and bool(_tidy(line))


def _tidy(name: str) -> str:
    name = _ATTACHED.sub("", _CALL.sub("", name))
    name = re.sub(r"['’]s$", "", name.strip(" .,-"))
    words = [w.casefold() for w in name.split()]
    return "" if not words or all(w in _COMMON or w == "the" for w in words) else name


def _repeated(pieces: Sequence[str]) -> str:
    """Return the one name that the furniture says at least twice, more often than any other."""
    names = (_tidy(m.group()) for p in pieces for m in _ANY.finditer(p))
    counts = Counter(n for n in names if len(n.split()) > 1 or any(c.isupper() for c in n[1:]))
    ranked = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ""
    return ranked[0][0]


def _signed(pieces: Sequence[str]) -> str:
    """Return the name on a signature line, if there is just one."""
    signed = {
        p.strip()
        for p in pieces
        if len(p.split()) <= 5 and _ANY.fullmatch(p.strip()) and _SIGNATURE.search(p)
    }
    names = {n for n in signed if _tidy(n)}
    return names.pop() if len(names) == 1 else ""
