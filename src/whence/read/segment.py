"""Sentences and words of a text: the one tokeniser of the room.

Both are single passes with bounded look-around, so that time grows with the
length of the text whatever it holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Inside words: combining marks, joiners, and the invisible soft hyphen and word joiner (left out of `Word.text`).
_MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d\u00ad\u2060"
_UNSEEN: Final = str.maketrans("", "", "\u00ad\u2060")
_LETTERS: Final = rf"[\w{_MARKS}]"

_WORD: Final = re.compile(
    rf"""
      (?:[^\W\d_]\.){{2,}}                                # U.S.  a.m.
    | \d+(?:[.,:]\d+)*(?:-?{_LETTERS}+)*                  # 1,200  3.5  10:30  5th  12-year-old
    | ['’][sS]\b(?!['’])                                  # possessive, a word of its own
    | {_LETTERS}+(?:[-‐‑]{_LETTERS}+|['’](?![sS]\b){_LETTERS}+)*
    | \.{{2,}} | -{{2,}}
    | \S
    """,
    re.VERBOSE,
)

# What parts words without being seen: zero-width spaces, marks of direction, controls; and the wreck of punctuation
# that was decoded wrongly, once or many times over ("Tal\xe2\x80\x99s"): lead bytes of UTF-8 read as Latin-1, controls
# among them, and the underscores that some archives put for what they could not write.
_BROKEN: Final = "_\x80-\xbf\xc2\xc3\xe2\xe3\xe4"
WRECK: Final = re.compile(rf"(?:[{_BROKEN}]{{0,60}}[\x80-\x9f][{_BROKEN}]{{0,60}}\s{{0,2}}){{1,50}}")
_PARTS: Final = re.compile(
    rf"[{_BROKEN}]{{0,60}}[\x80-\x9f][{_BROKEN}]{{0,60}}|[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_UNPLAIN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

_END: Final = re.compile(
    r"""
      (?P<gap>\n[^\S\n]*\n\s*|\n[^\S\n]*(?=[•·▪*]\s)|[\u2029\f])  # paragraph break, list item
    | (?P<stop>[.!?…؟۔。！？]+)(?P<close>["'”’»)\]]*)
    """,
    re.VERBOSE,
)

_OPENERS: Final = "\"'“‘«([-–—•*"
_LOOK: Final = 24  # how far to look for the word before a stop and the letter after it


def _table(words_: str) -> frozenset[str]:
    """Return the words of a table written as one string."""
    return frozenset(words_.split())


# Followed by a name or number, so that a stop after them ends nothing.
_TITLES: Final = _table("""
    mr mrs ms messrs dr prof gen lt col maj capt cpt sgt cmdr cdr brig adm sen rep gov pres hon rev fr st ft
    mt sheik spc pvt vs cf e.g i.e fig figs vol approx nr lt.-gen maj.-gen lt.-col
""")
# May stand before a name as well as at the end: a stop ends the sentence only where an opening word follows.
_SHORTS: Final = _table("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd co corp bros etc al jr sr esq dept gov't est a.m p.m u.s u.n u.k u.a.e e.u d.c u.s.a u.s.s.r
""")
_BEFORE_NUMBER: Final = _table("no nos art arts para paras p pp sec ch c ca")
# Words that open sentences and hardly ever continue a name.
_OPENING: Final = _table("""
    the a an this that these those there it its he his she her they their we our i you but and or so yet if
    when while as at in on by for from after before during since until according with without however
    meanwhile also some many most all no not one two several what who how why earlier later last both another
    more
""")
_ARTICLE: Final = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az|d|l)[-'’][A-Z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of punctuation at code points [start, end), as it is seen; `lower` is its lower case."""

    start: int
    end: int
    text: str
    lower: str


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words, numbers and marks of `text` in [start, end), in order.

    Hyphened words, "U.S.", "1,200" and "didn't" are one word each; a possessive "'s" is a word of its own.
    """
    stop = len(text) if end is None else end
    text, shift = _plain(text, start, stop)
    found = _WORD.finditer(text, start - shift, stop - shift)
    return tuple(_word(m.group(), m.start() + shift, m.end() + shift) for m in found)


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` in [start, end) as (start, end) pairs without surrounding space.

    A blank line ends a sentence, a single line break does not; a stop glued to the next word does.
    """
    stop = len(text) if end is None else end
    text, shift = _plain(text, start, stop)
    found: list[tuple[int, int]] = []
    at = start - shift
    for left, right in _breaks(text, start - shift, stop - shift):
        _add(found, text, at, left)
        at = right
    _add(found, text, at, stop - shift)
    return tuple((left + shift, right + shift) for left, right in found)


def _plain(text: str, start: int, end: int) -> tuple[str, int]:
    """Return `text`, or its [start, end) with what parts words unseen as spaces, and how far its places moved."""
    if _UNPLAIN.search(text, start, end) is None:
        return text, 0
    return _PARTS.sub(_unseen, text[start:end]), start


def _unseen(part: re.Match[str]) -> str:
    """Return spaces for what is not seen; a wreck that stands for an apostrophe ("the army…s jets") keeps one."""
    before, after = part.string[part.start() - 1 : part.start()], part.string[part.end() : part.end() + 2]
    owned = before.isalpha() and after[:1] == "s" and not after[1:].isalnum() and len(part.group()) > 1
    return " " * (len(part.group()) - 1) + ("’" if owned else " ")


def _word(text: str, start: int, end: int) -> Word:
    seen = text if text.isascii() else text.translate(_UNSEEN) or text
    return Word(start, end, seen, seen.lower())


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append [start, end) without its surrounding space, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (end of one sentence, earliest start of the next)."""
    for match in _END.finditer(text, start, end):
        if match["gap"] is not None:
            yield match.start(), match.end()
            continue
        after = _closed(text, match, end)
        if _ends(text, (start, match.start(), match.end("stop"), after), end):
            yield after, after


def _closed(text: str, match: re.Match[str], end: int) -> int:
    """Return where the sentence ends: a quote mark glued to a following word opens that word's sentence."""
    close = match.end("close")
    if close > match.end("stop") and close < end and text[close].isalnum() and text[close - 1] in "\"'":
        return close - 1
    return close


def _ends(text: str, places: tuple[int, int, int, int], end: int) -> bool:
    """Return whether the stop at `places` (floor, start, end of stop, end of closing marks) is an end."""
    floor, start, stop, after = places
    if after >= end:
        return True
    spaced = text[after].isspace()
    following = _following(text, after, end)
    if not following:
        return True
    mark = text[start:stop]
    if mark != ".":
        return _opens(following) and (spaced or mark[-1] not in ".…" or following[0].isupper())
    before = _before(text, floor, start)
    if not spaced:
        return _glued(before, following, text[after], closed=after > stop)
    return _opens(following) and not _abbreviated(before, following)


def _following(text: str, after: int, end: int) -> str:
    """Return up to some two dozen characters from the first letter or digit after `after`, "" at the end."""
    rest = text[after : min(end, after + 2 * _LOOK)].lstrip()
    return rest.lstrip(_OPENERS + " ") if rest else ""


def _before(text: str, floor: int, at: int) -> str:
    """Return the run of characters without space before `at`, without opening marks."""
    chunk = text[max(floor, at - _LOOK) : at]
    parts = chunk.split()
    if not parts or chunk[-1].isspace():
        return ""
    return parts[-1].lstrip(_OPENERS)


def _opens(following: str) -> bool:
    """Return whether a sentence can begin so: not with a small letter, but for articles of Arabic names."""
    first = following[0]
    return not first.islower() or _ARTICLE.match(following) is not None


def _abbreviated(before: str, following: str) -> bool:
    """Return whether a stop after `before` belongs to it, given what follows after a space."""
    word = before.lower()
    tail = word.rsplit("-", 1)[-1]
    if word in _TITLES or tail in _TITLES:
        return True
    if word in _BEFORE_NUMBER and (following[0].isdigit() or word not in ("no", "p", "c", "ch")):
        return following[0].isdigit()
    initial = len(before) == 1 and before.isalpha() and before.isupper()
    dotted = "." in word and all(len(p) == 1 for p in word.split("."))
    if not (initial or dotted or word in _SHORTS):
        return False
    first = re.split(r"[^\w]", following, maxsplit=1)[0]
    if word in ("mar", "sun", "sat", "jan", "al", "co") and before.islower():
        return False
    return first.lower() not in _OPENING or (initial and first == "A")


def _glued(before: str, following: str, glue: str, *, closed: bool) -> bool:
    """Return whether a stop with no space after it ends a sentence ("hit.The", never "3.5" or "a.org")."""
    first = following[0]
    if closed:
        return first.isupper()
    if not before or not (glue.isalpha() or glue in "\"'“‘«("):
        return False
    if first.isdigit() or first.islower():
        return False
    if "." in before and not before.replace(".", "").isdigit() and len(before.rsplit(".", 1)[-1]) == 1:
        return re.split(r"[^\w]", following, maxsplit=1)[0].lower() in _OPENING
    return before.lower() not in _TITLES and (len(before) > 1 or before.isdigit()) and "/" not in before
