"""The outlet of a text whose container names none: by what its furniture calls itself, if that is unambiguous."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from whence.model.report import Block

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
