"""A name cut into the parts that are compared, and into what tells no name: honorifics, particles, legal forms."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from whence.link.name_words import NameWords
from whence.link.names import fold, is_acronym

NameKind = Literal["person", "organisation"]
Script = Literal["latin", "letters", "blocks"]  # of other scripts: of letters, or of a sign for each syllable
_DOTTED: Final = re.compile(r"(?<!\w)(?:\w\.){2,}(?:\w(?!\w))?")
_RAW_WORD: Final = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*")
_ABD: Final = re.compile(r"abd(?:[aeiou](?:l(?=l?[^aeiou\W])|l|([bcdfgjkmnqrstvwxyz])(?=\1)))?(?=\w{3})")
_BLOCKS: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_LATIN: Final = re.compile("[\u0370-\u10ff\u1200-\u1dbf]")
_ROMAN: Final = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "xiii": "13", "xiv": "14", "xv": "15",
}  # fmt: skip
_LONGEST_RUN: Final = 7  # words of the longest legal form or honorific looked for


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name, folded.

    `weak`: so common, or so general, that it tells little of whose name it is.  `fixed`: a word of a language, or an
    acronym, which is never nearly another.  `general`: of general sense, or a region.  `father`: told as the father's.
    """

    text: str
    weak: bool = False
    fixed: bool = False
    general: bool = False
    father: bool = False
    acronym: bool = False

    @property
    def initial(self) -> bool:
        """Whether it is one letter, which stands for any name that begins with it."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def number(self) -> bool:
        """Whether it holds a digit: numbers are never nearly the same."""
        return any(c.isdigit() for c in self.text)


@dataclass(frozen=True, slots=True)
class Name:
    """A name's parts in order, its legal form ("" for none), the words set aside, and the kind of its script."""

    written: str
    parts: tuple[Part, ...]
    form: str = ""
    aside: tuple[str, ...] = ()
    fathered: bool = False
    script: Script = "latin"


def cut_name(name: str, kind: NameKind, words: NameWords) -> Name:
    """Return `name` cut into parts, as the names of persons or of organisations are built.

    A person's honorifics and particles are set aside, compounds ("Abd al-Rahman") made one part, repeated parts told
    once, fathers marked; an organisation's legal form is set aside, abbreviations and ordinals spelled out.
    """
    return _person(name, words) if kind == "person" else _organisation(name, words)


def _script(name: str) -> Script:
    return "blocks" if _BLOCKS.search(name) else ("letters" if _NO_LATIN.search(name) else "latin")


def _person(name: str, words: NameWords) -> Name:
    first = fold(name.replace("&", " ")).split()
    rest, aside = _without_runs(first, words)
    parts: list[Part] = []
    father, lead = False, ""
    for word in rest:
        if word in words.fathers:
            father = True
        elif word in words.compounds and not lead:
            lead = word
        elif word not in words.particles or (len(rest) == 2 and not parts):
            parts.append(_person_part(lead + word, father and bool(parts or rest[0] in words.fathers), words))
            father, lead = False, ""
    if lead:
        parts.append(_person_part(lead, father, words))
    once = tuple({p.text: p for p in reversed(parts)}.values())[::-1]
    fathered = any(p.father for p in once)
    return Name(name, once, "", aside, fathered, _script(name))


def _person_part(word: str, father: bool, words: NameWords) -> Part:
    text = _ABD.sub("abd", word, count=1) if word.startswith("abd") else word
    return Part(text, weak=words.frequent(text) or len(text) == 1, general=words.general(text), father=father)


def _without_runs(parts: list[str], words: NameWords) -> tuple[list[str], tuple[str, ...]]:
    """The words without honorifics, and those set aside.

    In front they go while a word stays; after the name only what stands there alone ("Jr"); within it if two stay,
    and never the last, which is a family's name then ("Karim Sayyed").
    """
    kept, aside = list(parts), list[str]()
    while run := next((n for n in (2, 1) if len(kept) > n and tuple(kept[:n]) in words.honorifics), 0):
        aside, kept = [*aside, *kept[:run]], kept[run:]
    while len(kept) > 1 and kept[-1] in words.suffixes:
        aside.append(kept.pop())
    inner = [w for w in kept[1:-1] if (w,) in words.honorifics]
    if inner and len(kept) - len(inner) > 1:
        kept = [kept[0], *(w for w in kept[1:-1] if w not in inner), kept[-1]]
        aside += inner
    return kept, tuple(aside)


def _organisation(name: str, words: NameWords) -> Name:
    undotted = _DOTTED.sub(lambda m: m.group().replace(".", ""), name)
    acronyms = _acronyms(undotted)
    folded = _joined_letters(fold(undotted.replace("&", " and ")).split())
    kept, form, aside = _without_form(folded, words)
    parts = [
        _general_part(w, w in acronyms, words)
        for w in _spelled_out(kept, words)
        if w not in words.small or w in acronyms or len(kept) == 1
    ]
    return Name(name, tuple(parts), form, aside, False, _script(name))


def _general_part(word: str, acronym: bool, words: NameWords) -> Part:
    general = words.general(word)
    return Part(word, weak=general, fixed=general or acronym, general=general, acronym=acronym)


def _acronyms(name: str) -> frozenset[str]:
    """The folded words that are written as acronyms, which a name all in capitals does not show."""
    raw = _RAW_WORD.findall(name)
    shouted = len(raw) > 1 and all(w.isupper() or not w.isalpha() for w in raw)
    return frozenset(fold(w) for w in raw if is_acronym(w) and not shouted)


def _joined_letters(parts: list[str]) -> list[str]:
    """Single letters side by side made one word: "c g" is "cg"."""
    joined: list[str] = []
    run = ""
    for word in [*parts, ""]:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        joined += [w for w in (run, word) if w]
        run = ""
    return joined


def _without_form(parts: list[str], words: NameWords) -> tuple[list[str], str, tuple[str, ...]]:
    """The words without legal forms at their end and start, the form that they name, and the words set aside."""
    form, aside = "", list[str]()
    found = True
    while found and len(parts) > 1:
        found = False
        for length in range(min(_LONGEST_RUN, len(parts) - 1), 0, -1):
            tail, head = tuple(parts[-length:]), tuple(parts[:length])
            if tail in words.forms:
                form, aside, parts, found = form or words.forms[tail], [*aside, *tail], parts[:-length], True
            elif head in words.forms and head not in _NOT_FIRST:
                form, aside, parts, found = form or words.forms[head], [*aside, *head], parts[length:], True
            if found:
                break
    return parts, form, tuple(aside)


_NOT_FIRST: Final = frozenset(
    {(w,) for w in ("company", "corporation", "limited", "as", "se", "ad", "co", "ek")}
)


def _spelled_out(parts: list[str], words: NameWords) -> list[str]:
    """The words with abbreviations, ordinals, number words and Roman numerals as one spelling."""
    out: list[str] = []
    at = 0
    while at < len(parts):
        length = next((n for n in (4, 3, 2, 1) if tuple(parts[at : at + n]) in words.words), 0)
        if length:
            out += words.words[tuple(parts[at : at + length])]
        else:
            out.append(_ROMAN.get(parts[at], parts[at]) if at else parts[at])
        at += length or 1
    return out


def glued(first: Part, second: Part) -> Part:
    """Return two neighbouring parts as one, as some write them."""
    return replace(first, text=first.text + second.text, weak=first.weak and second.weak)
