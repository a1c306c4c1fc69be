"""Speakers as the text names them: their words, their kind, and what else the phrase tells of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from whence.model.statement import VoiceKind
from whence.read import lexicon as lex
from whence.read import nouns
from whence.read.phrases import Phrase
from whence.read.segment import Word

_PARTICLES: Final = frozenset(["of", "for", "the", "and", "in", "de", "du", "des", "al", "bin", "ibn", "abu"])

_FORMER: Final = frozenset({"former", "ex", "late", "retired", "ousted", "onetime", "defected"})
# Of whom somebody may be one: "a relative of the ministry's spokesman" does not speak for the ministry.
_SOMEBODYS: Final = frozenset(
    """
    relative relatives wife husband widow widower mother father son daughter brother sister uncle aunt cousin nephew
    niece parent parents family grandfather grandmother neighbour neighbor friend driver bodyguard cook prisoner hostage
    victim critic opponent assassin killer
    """.split()  # noqa: SIM905 (a table)
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker at code points [start, end): its words, head noun, kind, and the body it speaks for ("" if none).

    `name` leaves out what stands in apposition; `definite` is False for "a source", True for "the source" and names.
    """

    start: int
    end: int
    name: str
    head: str
    kind: VoiceKind
    definite: bool
    office_of: str = ""
    sentence: int = 0


def mention(text: str, words: Sequence[Word], phrase: Phrase, sentence: int) -> Mention:
    """Return the mention that `phrase` makes in `text`."""
    start, end = words[phrase.start].start, words[phrase.end - 1].end
    inner = tuple(words[phrase.start : phrase.end])
    named = phrase.head < phrase.core < phrase.end
    core = _core(tuple(words[phrase.start : phrase.core]) if named else inner)
    name = text[start : core[-1].end]
    first = inner[0].lower
    head = words[phrase.head].lower
    if not words[phrase.head].start < core[-1].end:
        head = core[-1].lower
    office = _office(text, inner)
    kind = _kind(core, head)
    return Mention(start, end, name, head, kind, first not in lex.INDEFINITE, office, sentence)


def _core(inner: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before an apposition, a bracket or a comma."""
    for i, word in enumerate(inner):
        if i and (word.text in ",(–—" or (word.text == "-" and i > 1)):
            return inner[:i]
        if i and _turns_to_role(inner, i):
            return inner[:i]
    return inner


def _turns_to_role(inner: tuple[Word, ...], i: int) -> bool:
    """Return whether a name ends before word `i` and an apposition begins ("Omar Daw head of …", "X a resident")."""
    word, previous = inner[i], inner[i - 1]
    if word.text.isupper() and len(word.text) > 1 and _personal(inner[:i]):
        return any(w.lower in lex.OFFICES for w in inner[i + 1 : i + 5])  # "Ana Berg ICRC director"
    if word.text[0].isupper() or not previous.text[0].isupper() or not _personal(inner[:i]):
        return False
    if word.lower in ("a", "an", "the", "who"):
        return True
    rest = [w.lower for w in inner[i : i + 4]]
    return any(w in lex.OFFICES or w in lex.PERSON for w in rest) and word.lower not in _PARTICLES


def _personal(inner: Sequence[Word]) -> bool:
    """Return whether the words so far are a plain run of two or more names."""
    names = [
        w for w in inner if w.text[0].isupper() and w.lower not in lex.DETERMINERS and "-based" not in w.lower
    ]
    body = any(w.lower in lex.BODY or w.lower in lex.BODIES for w in inner)
    return len(names) >= 2 and len(names) == len(inner) and not body


def _proper(core: Sequence[Word]) -> list[Word]:
    """Return the capitalised words that are neither determiner, nationality nor a role."""
    out = []
    for i, word in enumerate(core):
        plain = word.lower in lex.DETERMINERS or (word.lower in lex.FUNCTION and not word.text.isupper())
        if plain or not nouns.is_name(core, i) or nouns.is_national(core, i):
            continue
        out.append(word)
    return out


def _kind(core: tuple[Word, ...], head: str) -> VoiceKind:
    """Return whether a phrase names its speaker, a group without names, or somebody unnamed."""
    if head in lex.PERSONAL:
        return "collective" if head == "they" else "named"
    opening = core[: next((i for i, w in enumerate(core) if w.lower in lex.PREPOSITIONS), len(core))] or core
    proper = _proper(opening)
    if (
        core[0].lower in lex.INDEFINITE
        and head in lex.PERSON | lex.PAPER | lex.BODY
        and not _named_after(opening, head)
    ):
        return "unnamed"
    if head in lex.PEOPLE or head in lex.PAPERS or (head in lex.BODIES and not proper):
        return "collective"
    if proper and not (head in lex.PERSON and not _named_after(opening, head)):
        return "named"
    if head in lex.PERSON or head in lex.PAPER or head in ("ngo", "monitor", "watchdog"):
        return "unnamed"
    return "named" if head in lex.BODY or head in lex.BODIES or proper else "unnamed"


def _named_after(core: Sequence[Word], head: str) -> bool:
    """Return whether a personal name stands after the noun `head` ("activist Abu Daw"), or is the head itself."""
    at = next((i for i, w in enumerate(core) if w.lower == head), -1)
    if at < 0:
        return False
    if core[at].text[0].isupper() and at and core[at - 1].text[0].isupper():
        return head not in lex.PERSON - lex.BODY or head in ("president", "minister", "general")
    return any(w.text[0].isupper() for w in core[at + 1 :])


def _office(text: str, inner: tuple[Word, ...]) -> str:
    """Return the body for which the speaker is said to speak ("head of Y", "Y spokesman X", "a report by Y"), or ""."""
    for i, word in enumerate(inner):
        role = word.lower in lex.OFFICES
        paper = word.lower in lex.PAPER | lex.PAPERS
        if not (role or paper) or (role and _not_theirs(inner, i)):
            continue
        links = _links(word.lower) if role else ("by", "from", "of")
        if role and i and (owner := _owner_before(inner, i)) and inner[i - 1].lower in ("'s", "’s"):
            return text[owner[0].start : owner[-1].end]
        if i + 2 <= len(inner) - 1 and inner[i + 1].lower in links:
            last = _body_end(inner, i + 2)
            placed = paper and inner[i + 1].lower == "from" and _names_place(text, inner[i + 2 : last])
            if last > i + 2 and _names_body(inner[i + 2 : last]) and not placed:
                return text[inner[_seat(inner, i + 2, last)].start : inner[last - 1].end]
        if role and i:
            owner = _owner_before(inner, i)
            if owner:
                return text[owner[0].start : owner[-1].end]
    return _membership(text, inner)


def _seat(inner: Sequence[Word], first: int, last: int) -> int:
    """Return where the body's name begins: behind "at" in "director of the rivers programme at the Vale Institute"."""
    for k in range(first + 1, last - 1):
        begin = k + 2 if inner[k + 1].lower in lex.DETERMINERS else k + 1
        if inner[k].lower == "at" and begin < last and inner[begin].text[0].isupper():
            body = any(w.lower in lex.BODY for w in inner[begin:last])
            return k + 1 if body else first
    return first


def _not_theirs(inner: Sequence[Word], i: int) -> bool:
    """Return whether the office at word `i` is one of the past, or of somebody whose relative or prisoner speaks."""
    begin = next((k + 1 for k in range(i - 1, -1, -1) if inner[k].text in ",("), 0)
    before = [w.lower for w in inner[begin:i]]
    of_somebody = any(a in _SOMEBODYS and b in ("of", "to", "for") for a, b in pairwise(before))
    return of_somebody or bool(set(before) & _FORMER)


def _membership(text: str, inner: tuple[Word, ...]) -> str:
    """Return the body of "Omar Daw of the aid group", "" if nobody is named so."""
    at = next((i for i, w in enumerate(inner) if w.lower in ("of", "from")), 0)
    if at < 2 or at + 1 >= len(inner) or not _personal(inner[:at]):
        return ""
    last = _body_end(inner, at + 1)
    body = any(w.lower in lex.BODY or w.lower in lex.BODIES for w in inner[at + 1 : last])
    return (
        text[inner[at + 1].start : inner[last - 1].end] if body and _names_body(inner[at + 1 : last]) else ""
    )


def _names_place(text: str, words: Sequence[Word]) -> bool:
    """Return whether one name is a place's elsewhere in the text ("in X"), so that "a report from X" has no author."""
    if len(words) != 1 or words[0].text.isupper():
        return False
    return (
        re.search(rf"\b(?:in|into|near|across|throughout|of) {re.escape(words[0].text)}\b", text) is not None
    )


def _links(role: str) -> tuple[str, ...]:
    """Return the prepositions by which a role names its body; "director for" is followed by a field or a region."""
    return ("of", "for", "at") if role.startswith(("spokes", "represent")) else ("of", "at")


def _names_body(words: Sequence[Word]) -> bool:
    """Return whether words may name a body: a name or a body's noun, but not by a mere office ("President X")."""
    first = next((w for w in words if w.text[0].isupper() or w.lower in lex.BODY), None)
    if first is None:
        return False
    capital = next((w for w in words if w.text[0].isupper() and "-based" not in w.lower), None)
    return capital is None or capital.lower not in lex.PERSON - lex.BODY


def _body_end(inner: tuple[Word, ...], i: int) -> int:
    """Return the end of the body's name that begins at `i`: up to a comma, bracket or a person's name after it."""
    k = i
    while k < len(inner) and inner[k].text not in ",()–—":
        if k > i and inner[k].lower in lex.TITLES and inner[k].text[0].isupper():
            break  # "director of Harrow Hospital Dr. Ana Berg"
        k += 1
    return k


def _unbracketed(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words before a bracket that ends them ("the Coalition's (VNC) vice-president")."""
    if words and words[-1].text == ")":
        at = next((k for k in range(len(words) - 2, -1, -1) if words[k].text == "("), len(words))
        return words[:at]
    return words


def _owner_before(inner: tuple[Word, ...], i: int) -> tuple[Word, ...]:
    """Return the words before a role that name a body ("Observatory chief", "the ministry's spokesman")."""
    owner = _unbracketed(inner[:i])
    opening = max((k for k, w in enumerate(owner) if k and w.lower in ("the", "a", "an")), default=0)
    acronym = next((k for k, w in enumerate(owner) if k > 1 and w.text.isupper() and len(w.text) > 1), 0)
    if acronym and _personal(owner[:acronym]):
        opening = acronym
    if acronym and opening == acronym:
        return owner[acronym : acronym + 1]
    owner = owner[opening:]  # what stands before belongs to a name ("Ana Berg the watchdog's deputy")
    if owner and owner[-1].lower in ("'s", "’s"):
        owner = owner[:-1]
    while owner and owner[0].lower in lex.DETERMINERS:
        owner = owner[1:]
    if len(owner) > 1 and owner[-1].lower == "press":
        owner = owner[:-1]  # "the Harrow council press secretary"
    body = [
        w
        for w in owner
        if w.lower in lex.BODY or w.lower in lex.BODIES or (w.text.isupper() and len(w.text) > 1)
    ]
    if not body or any(w.text in ",(" for w in owner):
        return ()
    return owner
