"""The full names that one report gives, looked up by a short form, an acronym or a description in bounded time."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from whence.read import lexicon as lex

_WORD: Final = re.compile(r"[\w-]+")
_BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z-]{1,11})\)")
_ARTICLES: Final = frozenset(["the", "a", "an", "this", "these", "those"])
_MOST: Final = 64  # names looked at for one word; more hold it only in hostile text


@dataclass(frozen=True, slots=True)
class Full:
    """A full name that the report gives, where it first does, with its words folded and its initials."""

    start: int
    name: str
    words: frozenset[str]
    initials: str


def strip_article(name: str) -> str:
    """Return `name` without a leading article or demonstrative."""
    first, _, rest = name.partition(" ")
    return rest.strip() if rest and first.lower() in _ARTICLES else name


def bland(word: str) -> bool:
    """Return whether a word describes instead of naming ("Britain-based")."""
    return word.endswith(("-based", "-run", "-linked")) or word in ("based", "the", "of", "for")


def full(start: int, name: str) -> Full:
    """Return `name` as a full name that stands at code point `start`."""
    bare = strip_article(name)
    parts = _WORD.findall(bare)
    initials = "".join(p[0] for p in parts if p[0].isupper()).lower()
    return Full(start, bare, frozenset(p.lower() for p in parts), initials)


class NameBook:
    """Full names indexed by their words; every look-up is bounded and remembered."""

    def __init__(self, text: str, names: Iterable[tuple[int, str]]) -> None:
        self._places: dict[str, list[int]] = {}
        self._names: dict[str, Full] = {}
        for start, name in sorted(names):
            one = full(start, name)
            if one.words:
                self._names.setdefault(one.name, one)
                self._places.setdefault(one.name, []).append(start)
        self._by_word: dict[str, list[Full]] = {}
        for one in self._names.values():
            for word in sorted(one.words):
                held = self._by_word.setdefault(word, [])
                if len(held) < _MOST:
                    held.append(one)
        self._acronyms = self._short_forms(text)
        self._fuller: dict[str, str] = {}
        self._kin: dict[str, list[tuple[int, str]]] = {}

    def _short_forms(self, text: str) -> dict[str, str]:
        """Return short form -> full name: "Full Name (FN)" in the text, and initials of a full name."""
        out: dict[str, str] = {}
        for match in _BRACKETED.finditer(text):
            lead = text[max(0, match.start() - 90) : match.start()].rstrip()
            last = _WORD.findall(lead[-30:].lower())[-1:]
            best = [f.name for w in last for f in self._by_word.get(w, ()) if lead.endswith(f.name)]
            if best:
                out.setdefault(match.group(1).lower(), max(best, key=lambda n: (len(n), n)))
        for name in self._names.values():
            if len(name.initials) >= 3 and len(name.words) >= 3:
                out.setdefault(name.initials, name.name)
        return out

    def fuller(self, name: str) -> str:
        """Return the longest full name that holds all words of `name` and more, "" if there is none."""
        bare = strip_article(name)
        if bare not in self._fuller:
            self._fuller[bare] = self._acronyms.get(bare.lower()) or self._longest(full(0, bare))
        return self._fuller[bare]

    def _longest(self, own: Full) -> str:
        sure = frozenset(w for w in own.words if not bland(w))
        if not sure:
            return ""
        rarest = min(sorted(sure), key=lambda w: len(self._by_word.get(w, ())))
        held = [f for f in self._by_word.get(rarest, ()) if sure < f.words and _ends_alike(own, f)]
        best = min(held, key=lambda f: (-len(f.words), f.start, f.name), default=None)
        return best.name if best else ""

    def described(self, kin: str, at: int, *, back_first: bool) -> str:
        """Return the name nearest to `at` that has one of the words `kin`, looking back or ahead first; "" if none."""
        if kin not in self._kin:
            wanted = kin.split()
            fitting = {f.name for w in wanted for f in self._by_word.get(w, ()) if len(f.words) > 1}
            self._kin[kin] = sorted((start, name) for name in fitting for start in self._places[name])
        places = self._kin[kin]
        if not places:
            return ""
        k = bisect_left(places, (at, ""))
        back, ahead = places[k - 1] if k else None, places[k] if k < len(places) else None
        near = (back or ahead) if back_first else (ahead or back)
        return (self.fuller(near[1]) or near[1]) if near else ""


def _ends_alike(own: Full, other: Full) -> bool:
    """Return whether the short name is the other's head or last name, not a mere modifier in it."""
    words = _WORD.findall(other.name.lower())
    mine = [w for w in _WORD.findall(own.name.lower()) if not bland(w)]
    heads = {[w for w in words if not bland(w)][-1]}
    link = next((i for i, w in enumerate(words) if w in ("of", "for")), 0)
    if link and words[link - 1] not in lex.OFFICES:
        heads.add(words[link - 1])
    return mine[-1] in heads
