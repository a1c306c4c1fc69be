"""Place names in a text, spotted by what stands around them; no gazetteer is asked, so unknown villages count too.

A name is a run of capitalised words (an Arabic article may open any of them) after a preposition of place, after a
kind of place and "of", before a kind of place ("province", "countryside"), or in a dateline.  Texts that lost their
commas run names together: a direction ("Eastern") begins a new name, and the linker tries what remains in parts.
"""

import re
from dataclasses import dataclass
from typing import Final

from whence.read.name_words import GIVEN
from whence.read.where_words import (
    BEEN,
    BEFORE_TITLE,
    COMMON,
    COMPASS,
    COUNTRY_CAPITALS,
    DEMONYMS,
    DIRECTIONS,
    EVENTS,
    HIT,
    KINDS,
    MANY,
    NAME_HEADS,
    NAMED_AS,
    NOT_PLACES,
    PEOPLES,
    RELATIONS,
    STRUCK,
    TO_WHOM,
    WITNESSED,
)

_LETTER: Final = r"[^\W\d_]"
_TOKEN = re.compile(rf"{_LETTER}+(?:[-'’ʿʾ]{_LETTER}+)*|\d+|[^\w\s]")
_ARTICLE = re.compile(
    r"(?:al|el|ar|as|ash|at|ad|an|az|ez|es|er|eth|edh|et|ed|en|esh|ul)[-'’](?=[^\W\d_])", re.I
)
_PARTICIPLE = re.compile(
    r"[-‑](?!al|el)(?:[a-z]*ed|held|led|run|based|wide|born|era|style|linked|bound|made|old)$"
)
_DATELINE = re.compile(
    rf"\s*(?P<n>[A-Z]{_LETTER}[\w'’-]*(?:[ ][A-Z]{_LETTER}[\w'’-]*)?)(?:,\s*(?P<c>[A-Z][\w'’-]+))?"
    r"(?:,?\s+[A-Z]?[a-z]{2,8}\.?\s+\d{1,2})?\s*(?:\((?:[A-Z][\w ./&-]{1,30})\)|[–—]|--|\s-\s)"
)
_NATION = re.compile(r"(?:ian|ean|ish|ese|ians|eans)$")
_BETWEEN: Final = frozenset(
    ("the", "nearby", "besieged", "embattled", "divided", "neighbouring", "disputed", "all")
)
_AUXILIARY: Final = frozenset(("has", "have", "had", "also", "again", "heavily"))
_ARTICLES: Final = frozenset(("Al", "El", "al", "el"))
_LONGEST_NAME: Final = 4
_SHORTEST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name at code points [start, end) of a text: `name` as written, `relation` to what happened there."""

    start: int
    end: int
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def bare(self) -> str:
        """The word without possessive and article."""
        return _ARTICLE.sub("", re.sub(r"['’]s$", "", self.text), count=1)


def find_places(text: str, start: int = 0, end: int | None = None) -> tuple[PlaceMention, ...]:
    """Return the place names in text[start:end], in order, not overlapping; offsets are in `text`.

    Never raises; takes time linear in the length of the text.
    """
    last = len(text) if end is None else end
    tokens = tuple(_Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, start, last))
    found = _dateline(text, start, last) if start == 0 else []
    at, joined = 0, ""
    while at < len(tokens):
        size = _name_length(tokens, at)
        relation = _relation(tokens, at, size, joined) if size else ""
        if not relation or not _is_place(tokens[at : at + size]):
            joined = joined if tokens[at].text in (",", "and") and joined else ""
            at += max(1, size) if size and not relation else 1
            continue
        begin, after = tokens[at].start, _end(tokens[at + size - 1])
        if all(begin >= f.end or after <= f.start for f in found):
            found.append(PlaceMention(begin, after, text[begin:after], relation))
        joined, at = relation, at + size
        if at < len(tokens) and tokens[at].lower in KINDS:  # "Upper Town Province": the kind begins no name
            at += 1
            joined = joined if at < len(tokens) and _ARTICLE.match(tokens[at].text) else ""
    return tuple(sorted(found, key=lambda m: m.start))


def _end(token: _Token) -> int:
    """Where the token's name ends: before a possessive's mark."""
    return token.end - (2 if re.search(r"['’]s$", token.text) else 0)


def _dateline(text: str, start: int, end: int) -> list[PlaceMention]:
    match = _DATELINE.match(text, start, min(end, start + 120))
    if not match or match["n"].lower() in NOT_PLACES or match["n"].split()[0].lower() in COMMON | NOT_PLACES:
        return []
    found = [PlaceMention(match.start("n"), match.end("n"), match["n"], "dateline")]
    if match["c"]:
        found.append(PlaceMention(match.start("c"), match.end("c"), match["c"], "dateline"))
    return found


def _capital(token: _Token) -> bool:
    """Whether the token can be a word of a place name."""
    bare = token.bare
    if not bare or not bare[0].isalpha() or _PARTICIPLE.search(token.text):
        return False
    if bare.isupper() and len(bare) > 1 and bare not in COUNTRY_CAPITALS:
        return len(bare) > 5
    return bare[0].isupper() or (bare[0].isalpha() and not bare[0].islower())


def _name_length(tokens: tuple[_Token, ...], at: int) -> int:
    """How many tokens from `at` make one name; 0 if none begins there."""
    size = 0
    opens = tokens[at].lower in DIRECTIONS and at + 1 < len(tokens) and _capital(tokens[at + 1])
    if opens and tokens[at + 1].lower not in COMMON | NOT_PLACES:
        return 1 + min(_name_length(tokens, at + 1), 1 + (tokens[at + 1].bare.lower() in NAME_HEADS))
    while at + size < len(tokens) and size < _LONGEST_NAME:
        token = tokens[at + size]
        if size and (token.lower in DIRECTIONS or token.lower in KINDS or token.text == "Saudi"):
            break  # these begin another name, where commas were lost
        inner = size and token.text in _ARTICLES and at + size + 1 < len(tokens)
        if not (inner and _capital(tokens[at + size + 1])) and (not _capital(token) or token.lower in COMMON):
            break
        size += 1
        if re.search(r"['’]s$", token.text):
            break
    return size - 1 if size > 1 and tokens[at + size - 1].text in _ARTICLES else size


def _relation(tokens: tuple[_Token, ...], at: int, size: int, joined: str) -> str:
    """How the name at tokens [at, at + size) stands to what happened; "" where nothing shows a place."""
    after = tokens[at + size].lower if at + size < len(tokens) else ""
    lead = _lead(tokens, at)
    if after in KINDS and after != "front":
        return lead if lead not in ("", "of", "in", "from", "to") else KINDS[after]
    if lead or _deed(tokens, at, size):
        return lead or "in"
    if joined and at and tokens[at - 1].text in (",", "and"):
        return joined
    if joined and at and tokens[at - 1].end + 1 == tokens[at].start and tokens[at - 1].text[0].isalpha():
        return joined  # a comma was lost before or after "Eastern ..."
    if re.search(r"['’]s$", tokens[at + size - 1].text) and _next_is_place(tokens, at + size):
        return "in"
    if after in EVENTS and tokens[at].text[0].isupper() and after != "residents":
        return "in"
    return "in" if _struck(tokens, at + size, at) else ""


def _deed(tokens: tuple[_Token, ...], at: int, size: int) -> bool:
    """Whether the name is that of a deed, which bears its place's ("the Velky Massacre")."""
    return size > 1 and tokens[at + size - 1].lower == "massacre" and at > 0 and tokens[at - 1].lower == "the"


def _next_is_place(tokens: tuple[_Token, ...], at: int) -> bool:
    """Whether a place follows a possessive ("Harwan's Lower Quarry district", "Harwan's northern province")."""
    window = [t.lower for t in tokens[at : at + 4]]
    return any(w in KINDS for w in window)


def _lead(tokens: tuple[_Token, ...], at: int) -> str:
    """The relation that the words before token `at` give, "" if they give none."""
    i = at - 1
    while i >= 0 and at - i <= 4 and _qualifies(tokens[i]):
        i -= 1
    if i >= 0 and re.search(r"['’]s$", tokens[i].text) and _capital(tokens[i]):
        return "in" if _lead(tokens, i) or _next_is_place(tokens, at) else ""
    if i < 0 or tokens[i].lower not in RELATIONS:
        return _as_object_or_named(tokens, i, at) if i >= 0 else ""
    word, before = tokens[i].lower, tokens[i - 1].lower if i else ""
    if word == "of":
        if before in COMPASS:
            return f"{before} of"
        outer = _lead(tokens, i - 1) if before in KINDS else ""
        return outer if outer == "near" or outer.endswith(" of") else KINDS.get(before, "of")
    if word == "to" and before in TO_WHOM:
        return TO_WHOM[before]
    return RELATIONS[word]


def _as_object_or_named(tokens: tuple[_Token, ...], i: int, at: int) -> str:
    """The relation of the name at `at` that token `i` strikes ("shelled Harwan") or titles ("the capital Harwan")."""
    word = tokens[i].lower
    if word in NAMED_AS and i == at - 1:
        while i and (tokens[i - 1].lower in BEFORE_TITLE or _NATION.search(tokens[i - 1].lower)):
            i -= 1
        return _lead(tokens, i) or "in"
    if not tokens[i].text.islower():  # "Bombing Targets ...": a headline's noun
        return ""
    if word in STRUCK:
        return "" if i and tokens[i - 1].lower in BEEN else "in"
    done = word in HIT and _lone(tokens, at) and tokens[at].bare.lower() not in GIVEN
    return "in" if done else ""


def _lone(tokens: tuple[_Token, ...], at: int) -> bool:
    return at + 1 >= len(tokens) or not _capital(tokens[at + 1])


def _struck(tokens: tuple[_Token, ...], after: int, at: int) -> bool:
    """Whether the name at [at, after) is the subject of "was shelled", "has been pounded", "came under fire"."""
    window = [t.lower for t in tokens[after : after + 4]]
    if window[:2] == ["came", "under"] or _witnesses(tokens, after, at):
        return True
    verb = next((w for w in window if w not in BEEN and w not in _AUXILIARY), "")
    if not verb or verb.endswith("ing") or not set(window[: window.index(verb)]) & BEEN:
        return False
    return verb in STRUCK or (verb in HIT and _lone(tokens, at) and tokens[at].bare.lower() not in GIVEN)


def _witnesses(tokens: tuple[_Token, ...], after: int, at: int) -> bool:
    """Whether the name at [at, after) has seen several attacks: a place sees "two shellings", a person "the" one."""
    window = [t.lower for t in tokens[after : after + 8]]
    verb = next((w for w in window[:3] if w not in _AUXILIARY), "")
    if verb not in WITNESSED or not _lone(tokens, at) or tokens[at].bare.lower() in GIVEN:
        return False
    behind = window[window.index(verb) + 1 :]
    return bool(behind) and behind[0] in MANY and any(w in EVENTS for w in behind)


def _qualifies(token: _Token) -> bool:
    """Whether the token may stand between a preposition and its place ("in rebel-held northern ...")."""
    return token.lower in _BETWEEN or token.lower in DIRECTIONS or bool(_PARTICIPLE.search(token.text))


def _is_place(name: tuple[_Token, ...]) -> bool:
    """Whether the words can name a place: no organisation, person, nation's adjective, day or month."""
    words = [t.bare.lower() for t in name]
    after = PEOPLES if words[0] in NAME_HEADS else frozenset()
    if words[0] in NOT_PLACES or any(w in NOT_PLACES - after for w in words[1:]):
        return False
    proper = [w for w in words if w not in DIRECTIONS]
    if (
        not proper
        or max(map(len, proper)) < _SHORTEST_NAME
        or all(w in DEMONYMS or (_NATION.search(w) and len(w) > 5) for w in proper)
    ):
        return False
    if proper[0] in DEMONYMS or (_NATION.search(proper[0]) and len(proper[0]) > 5 and len(proper) == 1):
        return False
    return not (len(words) > 1 and words[0] in GIVEN)
