"""Who a pronoun, a short form or a description stands for inside one report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.read import lexicon as lex
from whence.read.voices import Mention

REACH: Final = 4  # sentences back to the antecedent of a pronoun
_BODY_NAME: Final = re.compile(
    r"(?:[A-Z][\w’'-]{1,30} ){1,5}(?:(?:for|of|on|without) (?:the )?(?:[A-Z][\w’'-]{1,30})(?: [A-Z][\w’'-]{1,30}){0,4})"
)
_BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z-]{1,11})\)")
_WORD: Final = re.compile(r"[\w-]+")
_KIN_WORDS: Final = frozenset(w for words in lex.KIN.values() for w in words.split())


@dataclass(frozen=True, slots=True)
class Full:
    """A full name that the report gives, at which place, with its words folded and its initials."""

    start: int
    name: str
    words: frozenset[str]
    initials: str


def full_names(text: str, mentions: Sequence[Mention]) -> tuple[Full, ...]:
    """Return the names by which the report could introduce a speaker in full, in order of their place."""
    found = [_full(m.start, m.name) for m in mentions if m.kind == "named" and m.head not in lex.PERSONAL]
    found += [_full(m.start, m.office_of) for m in mentions if m.office_of]
    for match in _BODY_NAME.finditer(text):
        if any(w in _KIN_WORDS for w in match.group().lower().split()):
            found.append(_full(match.start(), match.group()))
    return tuple(sorted((f for f in found if f.words), key=lambda f: (f.start, f.name)))


def _full(start: int, name: str) -> Full:
    bare = strip_article(name)
    parts = _WORD.findall(bare)
    capitals = [p for p in parts if p[0].isupper()]
    return Full(start, bare, frozenset(p.lower() for p in parts), "".join(p[0] for p in capitals).lower())


def strip_article(name: str) -> str:
    """Return `name` without a leading article or demonstrative."""
    first, _, rest = name.partition(" ")
    return rest.strip() if rest and first.lower() in ("the", "a", "an", "this", "these", "those") else name


def resolve(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return for each mention (in order of the text) the fuller name that the report uses for it, or ""."""
    names = full_names(text, mentions)
    book = _Book(names, _acronyms(text, names))
    out: list[str] = []
    for i, mention in enumerate(mentions):
        found = _one(book, mentions, out, i)
        out.append("" if strip_article(found) == strip_article(mention.name) else found)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Book:
    names: tuple[Full, ...]
    acronyms: dict[str, str]


def _acronyms(text: str, names: tuple[Full, ...]) -> dict[str, str]:
    """Return short form -> full name: "Full Name (FN)" in the text, and initials of a full name."""
    out: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        lead = text[max(0, match.start() - 90) : match.start()].rstrip()
        best = [n.name for n in names if lead.endswith(n.name)]
        if best:
            out.setdefault(match.group(1).lower(), max(best, key=lambda n: (len(n), n)))
    for name in names:
        if len(name.initials) >= 3 and len(name.words) >= 3:
            out.setdefault(name.initials, name.name)
    return out


def _one(book: _Book, mentions: Sequence[Mention], done: Sequence[str], i: int) -> str:
    """Return what mention `i` stands for, given what those before it stand for."""
    mention = mentions[i]
    if mention.head in lex.PERSONAL:
        return _pronoun(mentions, done, i)
    if mention.office_of:
        return _fuller(book, mention.office_of, mention.start) or strip_article(mention.office_of)
    if mention.kind == "named" and not _describes(mention):
        return _fuller(book, mention.name, mention.start)
    return _description(book, mentions, done, i)


def _describes(mention: Mention) -> bool:
    """Return whether a phrase describes a body by a small-letter noun ("the Britain-based monitor")."""
    capitals = [
        w for w in _WORD.findall(strip_article(mention.name)) if w[0].isupper() and not _bland(w.lower())
    ]
    return not capitals


def _fuller(book: _Book, name: str, at: int) -> str:
    """Return the longest full name that holds all words of `name` and more, the nearest of equals; "" if none."""
    bare = strip_article(name)
    short = book.acronyms.get(bare.lower(), "")
    if short:
        return short
    own = _full(at, bare)
    sure = frozenset(w for w in own.words if not _bland(w))
    if not sure:
        return ""
    held = [f for f in book.names if sure < f.words and _ends_alike(own, f)]
    best = min(held, key=lambda f: (-len(f.words), abs(f.start - at), f.name), default=None)
    return best.name if best else ""


def _bland(word: str) -> bool:
    """Return whether a word describes instead of naming ("Britain-based")."""
    return word.endswith(("-based", "-run", "-linked")) or word in ("based", "the", "of", "for")


def _ends_alike(own: Full, other: Full) -> bool:
    """Return whether the short name is the other's head or last name, not a mere modifier in it."""
    words = [w for w in _WORD.findall(other.name.lower()) if not _bland(w)]
    mine = [w for w in _WORD.findall(own.name.lower()) if not _bland(w)]
    last = mine[-1]
    before_link = next(
        (i for i, w in enumerate(_WORD.findall(other.name.lower())) if w in ("of", "for")), None
    )
    heads = {words[-1]}
    if before_link:
        heads.add(_WORD.findall(other.name.lower())[before_link - 1])
    return last in heads


def _pronoun(mentions: Sequence[Mention], done: Sequence[str], i: int) -> str:
    """Return the antecedent's fuller name or words: the last speaker before that the pronoun can stand for."""
    word = mentions[i].head
    for k in range(i - 1, -1, -1):
        other = mentions[k]
        if mentions[i].sentence - other.sentence > REACH:
            return ""
        if other.head in lex.PERSONAL:
            if other.head == word:
                return done[k]
            continue
        if _can_stand(word, other):
            return done[k] or strip_article(other.name)
    return ""


def _can_stand(pronoun: str, other: Mention) -> bool:
    """Return whether `pronoun` can stand for the speaker `other`."""
    plural = other.head in lex.PEOPLE or other.head in lex.PAPERS or other.head in lex.BODIES
    body = other.head in lex.BODY or other.head in lex.PAPER or _bodily(other.name)
    if pronoun == "they":
        return plural or body
    if pronoun == "it":
        return (body and not plural) or (other.kind == "named" and " " not in strip_article(other.name))
    return not plural and not body


def _bodily(name: str) -> bool:
    """Return whether a name is a body's rather than a person's."""
    parts = [w.lower() for w in _WORD.findall(name)]
    acronym = any(w.isupper() and len(w) > 1 for w in _WORD.findall(name))
    return acronym or any(w in lex.BODY or w in lex.BODIES or w in _KIN_WORDS for w in parts)


def _description(book: _Book, mentions: Sequence[Mention], done: Sequence[str], i: int) -> str:
    """Return what "the group", "a monitor", "the source", "the statement" stands for, or ""."""
    mention = mentions[i]
    if mention.head in lex.PAPER | lex.PAPERS and mention.definite and _neutral_paper(mention.name):
        return _last(mentions, done, i, lambda m: True)
    if (
        mention.head in ("group", "organisation", "organization", "body")
        and mention.definite
        and _neutral(mention.name)
    ):
        salient = _last(mentions, done, i, lambda m: _bodily(m.name))
        if salient and any(c.isupper() for c in salient):
            return salient
    if not _neutral(mention.name):
        return ""
    kin = lex.KIN.get(mention.head, mention.head if mention.head in lex.BODY and mention.definite else "")
    if kin:
        return _kin(book, mention, frozenset(kin.split()))
    if mention.head in lex.PERSON | lex.PEOPLE and mention.definite:
        head = mention.head
        return _last(mentions, done, i, lambda m: m.head == head and not done_is_shorter(m, mention))
    return ""


def _neutral(name: str) -> bool:
    """Return whether a description says no more than that it is a body or a person ("the extremist group" says more)."""
    words = _WORD.findall(name.lower())
    return all(w in lex.NEUTRAL or _bland(w) or w in lex.KIN or w in lex.PERSON | lex.PEOPLE for w in words)


def _neutral_paper(name: str) -> bool:
    """Return whether "the statement", "his figures" points back to who spoke last."""
    first, _, rest = name.lower().partition(" ")
    return first in ("the", "its", "his", "her", "their", "this") and " " not in rest


def done_is_shorter(other: Mention, mention: Mention) -> bool:
    """Return whether `other` says no more of the speaker than `mention` does."""
    return len(strip_article(other.name)) <= len(strip_article(mention.name))


def _last(mentions: Sequence[Mention], done: Sequence[str], i: int, fits: object) -> str:
    """Return the last speaker before mention `i`, within reach, that `fits`."""
    assert callable(fits)
    for k in range(i - 1, -1, -1):
        if mentions[i].sentence - mentions[k].sentence > 2 * REACH:
            return ""
        if mentions[k].head not in lex.PERSONAL and fits(mentions[k]):
            return done[k] or strip_article(mentions[k].name)
    return ""


def _kin(book: _Book, mention: Mention, kin: frozenset[str]) -> str:
    """Return the named speaker of the report that a description of that kind fits.

    "the monitor" looks back first, "a monitor" (a lede, which is told in full below) ahead.
    """
    fitting = [f for f in book.names if f.words & kin and len(f.words) > 1]
    back = [f for f in fitting if f.start < mention.start]
    ahead = [f for f in fitting if f.start > mention.start]
    first, second = (back[::-1], ahead) if mention.definite else (ahead, back[::-1])
    nearest = next(iter(first or second), None)
    return (_fuller(book, nearest.name, nearest.start) or nearest.name) if nearest else ""
