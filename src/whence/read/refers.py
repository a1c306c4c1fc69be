"""Who a pronoun, a short form or a description stands for inside one report."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from whence.read import lexicon as lex
from whence.read import subjects, voices
from whence.read.namebook import NameBook, bland, strip_article
from whence.read.segment import Word
from whence.read.voices import Mention

MOST: Final = 40  # speakers back: bounds the look in one endless sentence
_NAME: Final = 4  # words of the longest name of a person
_SOON: Final = 2  # sentences from "an official said" to the name
REACH: Final = 4  # sentences back to the antecedent of a pronoun
_BODY_NAME: Final = re.compile(
    r"(?:[A-Z][\w’'-]{1,30} ){1,5}(?:(?:for|of|on|without) (?:the )?(?:[A-Z][\w’'-]{1,30})(?: [A-Z][\w’'-]{1,30}){0,4})"
)
_SEAT: Final = re.compile(r"(?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]*-based")
# "the Russian coordination center", "Berg county council": bodies whose own noun has a small letter
_BODY_NOUN: Final = re.compile(
    r"(?:[A-Z][\w’'-]{1,30} ){1,3}(?:[a-z]{3,15} ){0,2}"
    r"(?:cent(?:er|re)|ministry|directorate|council|committee|command|observatory)\b(?! of\b)"
)
_WORD: Final = re.compile(r"[\w-]+")
_KIN_WORDS: Final = frozenset(w for words in lex.KIN.values() for w in words.split())


def full_names(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Yield (place, name) of the names by which the report could introduce a speaker in full."""
    for mention in mentions:
        if mention.kind == "named" and mention.head not in lex.PERSONAL and not _describes(mention):
            yield mention.start, mention.name
        if mention.office_of:
            yield mention.start, mention.office_of
    members = {mention.start for mention in mentions if mention.office_of}
    for match in _BODY_NAME.finditer(text):
        if match.start() in members:
            continue  # "Omar Daw of the Vale Observatory" is no body
        name = match.group().rpartition(" The ")[2]  # what ends before an article is another's
        if any(w in _KIN_WORDS for w in name.lower().split()):
            yield match.end() - len(name), name
    for match in _BODY_NOUN.finditer(text):
        yield match.start(), match.group()


@dataclass(frozen=True, slots=True)
class Referent:
    """What a mention stands for: the fuller name ("" if none), and the number of the mention it points back to."""

    name: str = ""
    back: int | None = None


_MANY: Final = frozenset({"media", "press"})  # mass nouns: without an article they take up nobody
_STUDIES: Final = frozenset({"report", "study", "survey", "dossier", "release"})  # what bodies bring out
_RELIEF: Final = re.compile(r"\b(?:humanitarian|aid|relief)\b", re.I)
_ORGANISED: Final = frozenset({"group", "organisation", "organization", "body", "agency"})
_NOTHING: Final = Referent()


def resolve(text: str, mentions: Sequence[Mention]) -> tuple[Referent, ...]:
    """Return for each mention (in order of the text) the fuller name that the report uses for it, and where it is."""
    book = NameBook(text, full_names(text, mentions))
    offices = {strip_article(m.name): m for m in reversed(mentions) if m.office_of and m.kind == "named"}
    out: list[Referent] = []
    for i, mention in enumerate(mentions):
        found = _one(book, mentions, out, i)
        holder = None if mention.office_of else offices.get(found.name or strip_article(mention.name))
        if holder is not None:  # "Berg" is "Ana Berg", who was introduced as the head of a body
            found = Referent(_body(book, holder), found.back)
        same = strip_article(found.name) == strip_article(mention.name)
        out.append(Referent("", found.back) if same else found)
    return tuple(out)


def _one(book: NameBook, mentions: Sequence[Mention], done: Sequence[Referent], i: int) -> Referent:
    """Return what mention `i` stands for, given what those before it stand for."""
    mention = mentions[i]
    if mention.head in lex.PERSONAL:
        return _pronoun(mentions, done, i)
    if mention.office_of:
        return Referent(_body(book, mention))
    if mention.kind == "named" and not _describes(mention):
        return Referent(book.fuller(mention.name) or _introduced(mentions, i))
    return _description(book, mentions, done, i)


def _introduced(mentions: Sequence[Mention], i: int) -> str:
    """Return who opens a report without a name and is named then ("an official said. … Ana Berg told NANA"), or ""."""
    mention, before = mentions[i], [m for m in mentions[:i] if m.start < mentions[i].start]
    parts = mention.name.split()
    person = 2 <= len(parts) <= _NAME and all(p[0].isupper() and not p.isupper() for p in parts)
    if not person or parts[0] == "The" or _bodily(mention.name) or not before:
        return ""
    opened = [m for m in before if m.head in lex.PERSON - lex.BODY and m.kind == "unnamed"]
    alone = len(opened) == len(before) and len({strip_article(m.name) for m in opened}) == 1
    near = mention.sentence - before[-1].sentence <= _SOON
    return strip_article(opened[0].name) if alone and near else ""


def _body(book: NameBook, mention: Mention) -> str:
    """Return the body for which the holder of an office speaks."""
    described = _of_description(book, mention)
    return described or book.fuller(mention.office_of) or strip_article(mention.office_of)


def _of_description(book: NameBook, mention: Mention) -> str:
    """Return the body that a description in an office stands for ("the London-based watchdog's deputy"), or ""."""
    words = _WORD.findall(mention.office_of.lower())
    kin = (
        lex.KIN.get(words[-1], "")
        if words and words[-1] in lex.NEUTRAL and _neutral(mention.office_of)
        else ""
    )
    return book.described(kin, mention.start, back_first=True) if kin else ""


def _describes(mention: Mention) -> bool:
    """Return whether a phrase describes a body by a small-letter noun ("the Britain-based monitor")."""
    capitals = [
        w
        for w in _WORD.findall(_SEAT.sub("", strip_article(mention.name)))
        if w[0].isupper() and not bland(w.lower())
    ]
    return not capitals or strip_article(mention.name).lower() in lex.KIN  # a headline's "Monitor"


def _pronoun(mentions: Sequence[Mention], done: Sequence[Referent], i: int) -> Referent:
    """Return the antecedent's fuller name or words: the last speaker before that the pronoun can stand for."""
    word = mentions[i].head
    for k in range(i - 1, max(-1, i - 1 - MOST), -1):
        other = mentions[k]
        if mentions[i].sentence - other.sentence > REACH:
            return _NOTHING
        if other.head in lex.PERSONAL:
            if other.head == word:
                return done[k]
            continue
        if _can_stand(word, other):
            return _at(mentions, done, k)
    return _NOTHING


def _at(mentions: Sequence[Mention], done: Sequence[Referent], k: int) -> Referent:
    """Return mention `k` as a referent: what it stands for itself, and the first that it points back to."""
    back = done[k].back
    return Referent(done[k].name or strip_article(mentions[k].name), k if back is None else back)


def opener(text: str, words: Sequence[Word], at: int, pronoun: str) -> str:
    """Return who opens the sentence that `words` make, for whom `pronoun` at word `at` can stand; "" if nobody does."""
    first = subjects.opening(words, at)
    if first is None:
        return ""
    other = voices.mention(text, words, first, 0)
    return strip_article(other.name) if _can_stand(pronoun, other) else ""


def _can_stand(pronoun: str, other: Mention) -> bool:
    """Return whether `pronoun` can stand for the speaker `other`."""
    plural = other.head in lex.PEOPLE or other.head in lex.PAPERS or other.head in lex.BODIES
    body = other.head in lex.BODY or other.head in lex.PAPER or _bodily(other.name)
    if pronoun not in ("they", "it"):
        return not plural and (not body or _holds_office(other))
    if pronoun == "they":
        return plural or body
    if pronoun == "it" and other.head == "source":
        return True  # "the source said … It added": as texts put it that were written in Arabic first
    if pronoun == "it":
        return (body and not plural) or (_one_name(other.name) and other.head not in lex.PERSON | lex.PEOPLE)
    return False


def _one_name(name: str) -> bool:
    """Return whether a name is one word with a capital ("Veritas", "the U.S.")."""
    bare = strip_article(name)
    return bare[:1].isupper() and " " not in bare


def _holds_office(mention: Mention) -> bool:
    """Return whether a body's name goes on with its official's ("Observatory director Omar Daw"): a person speaks."""
    return bool(mention.office_of) and any(w.lower() in lex.OFFICES for w in _WORD.findall(mention.name))


def _bodily(name: str) -> bool:
    """Return whether a name is a body's rather than a person's ("Observatory director Omar Daw" is a person)."""
    parts = [w.lower() for w in _WORD.findall(name)]
    if any(w in lex.OFFICES or w in lex.PERSON for w in parts):
        return False
    acronym = any(w.isupper() and len(w) > 1 for w in _WORD.findall(name))
    return acronym or any(w in lex.BODY or w in lex.BODIES or w in _KIN_WORDS for w in parts)


def _description(book: NameBook, mentions: Sequence[Mention], done: Sequence[Referent], i: int) -> Referent:
    """Return what "the group", "a monitor", "the source", "the statement" stands for."""
    mention = mentions[i]
    if mention.head in lex.PAPER | lex.PAPERS and mention.definite and _neutral_paper(mention.name):
        if mention.head in _STUDIES and (body := _last(mentions, done, i, lambda m: _bodily(m.name))).name:
            return body
        return _last(mentions, done, i, lambda m: m.head not in lex.PAPER | lex.PAPERS | lex.PLATFORMS)
    if _RELIEF.search(mention.name) and mention.head in _ORGANISED:  # who brings relief is no monitor
        return Referent(book.described(lex.KIN["charity"], mention.start, back_first=mention.definite))
    if (
        mention.head in ("group", "organisation", "organization", "body")
        and mention.definite
        and _neutral(mention.name)
    ):
        salient = _last(mentions, done, i, lambda m: _bodily(m.name) or _articled(m))
        if any(c.isupper() for c in salient.name):
            return salient
    if not _neutral(mention.name):
        return _NOTHING
    named = mention.head in lex.BODY and mention.definite
    if mention.head in _MANY and strip_article(mention.name) == mention.name:
        named = False  # "local media" are many, "the media" those told of
    kin = lex.KIN.get(mention.head, mention.head if named else "")
    if kin:
        # "the monitor" looks back first, "a monitor" (a lede, which is told in full below) ahead
        return Referent(book.described(kin, mention.start, back_first=mention.definite))
    if mention.head in lex.PERSON | lex.PEOPLE and mention.definite:
        return _person(mentions, done, i)
    return _NOTHING


def _person(mentions: Sequence[Mention], done: Sequence[Referent], i: int) -> Referent:
    """Return whom "the source", "the officials" take up again: those told of by the same noun."""
    mention = mentions[i]
    again = _last(mentions, done, i, lambda m: m.head == mention.head and not done_is_shorter(m, mention))
    if again != _NOTHING or not mention.name.lower().startswith(("the ", "these ", "those ")):
        return again
    one = mention.head.removesuffix("s")  # "Military sources told X that … according to the source"
    again = _last(
        mentions, done, i, lambda m: m.head.removesuffix("s") == one and not done_is_shorter(m, mention)
    )
    if again != _NOTHING or mention.name.lower() != "the source":
        return again
    unnamed = _last(mentions, done, i, lambda m: m.kind == "unnamed" and m.head in lex.PERSON)
    if unnamed != _NOTHING:
        return unnamed  # "An eyewitness told VLN. … according to the source"
    # "VLN reported. … the source added": as texts put it that were written in Arabic first
    return _last(mentions, done, i, lambda m: _bodily(m.name) or m.head in lex.BODY)


def _articled(mention: Mention) -> bool:
    """Return whether a speaker is named with an article, as bodies are and persons are not ("the Blue Helmets")."""
    bare = strip_article(mention.name)
    plain = mention.head in lex.PERSON | lex.PEOPLE | lex.PAPER | lex.PAPERS | lex.OFFICES
    return (
        bare != mention.name
        and not plain
        and mention.head in bare.lower().split()
        and not mention.office_of
        and (any(w[0].isupper() for w in bare.split() if w.lower() == mention.head))
    )


def _neutral(name: str) -> bool:
    """Return whether a description only says what it is ("the extremist group" says more)."""
    words = _WORD.findall(_SEAT.sub("", name).lower())
    return all(
        w in lex.NEUTRAL or bland(w) or w in lex.KIN or w in lex.PERSON | lex.PEOPLE or _of_nation(w, name)
        for w in words
    )


def _of_nation(word: str, name: str) -> bool:
    """Return whether a word of `name` is an adjective of a nation, which many share ("the Norlandian group")."""
    return word.title() in name and word.endswith(lex.NATIONAL_SUFFIXES)


def _neutral_paper(name: str) -> bool:
    """Return whether "the statement", "his figures" points back to who spoke last."""
    if name.lower() == "report":
        return True
    first, _, rest = name.lower().partition(" ")
    return first in ("the", "its", "his", "her", "their", "this") and " " not in rest


def done_is_shorter(other: Mention, mention: Mention) -> bool:
    """Return whether `other` says no more of the speaker than `mention` does."""
    return len(strip_article(other.name)) <= len(strip_article(mention.name))


def _last(
    mentions: Sequence[Mention], done: Sequence[Referent], i: int, fits: Callable[[Mention], bool]
) -> Referent:
    """Return the last speaker before mention `i`, within reach, that `fits`."""
    for k in range(i - 1, max(-1, i - 1 - MOST), -1):
        if mentions[i].sentence - mentions[k].sentence > 2 * REACH:
            return _NOTHING
        if mentions[k].head not in lex.PERSONAL and fits(mentions[k]):
            return _at(mentions, done, k)
    return _NOTHING
