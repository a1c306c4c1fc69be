"""Voices that a name, an acronym, a description or a part of a name gives away as a known source."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

from whence.link.book import Known, SourceBook
from whence.link.context import LONGEST, ReportContext, fits
from whence.link.naming import Phrase, own_source, spelt_keys, with_reason
from whence.link.phrases import (
    ARTICLES,
    PREPOSITIONS,
    Word,
    cut,
    joined,
    mended,
    phrase_key,
    stripped,
    without_possessive,
)
from whence.model.finding import Source
from whence.model.span import Reason
from whence.model.values import Interval

MISSPELT: Final = 0.8  # similarity of the one word that differs: two letters of six changed places
SEAT: Final = 4  # words in which a voice's seat is told ("the New Vostok-based X")
LONG_NAME: Final = 3  # words: shorter names a letter apart may be two names
OTHERS: Final = frozenset({"another", "other", "different"})  # that a voice is none of those spoken of
_WITH_PEOPLE: Final = frozenset({"monitor", "organisation", "official"})  # whose people speak for them
_INITIALS: Final = 3  # letters of an acronym that one name of a report spells out, hardly by chance
_PAPERS: Final = frozenset(
    {"report", "reports", "statement", "statements", "figures", "bulletin", "communique"}
)
_SURE: Final = 3  # words of a known name that cannot be part of another's
_ARTICLE: Final = re.compile(r"(?:al|el)[- ]", re.I)
_LEANINGS: Final = frozenset({"affiliated", "linked", "aligned", "backed", "inspired", "allied", "supported"})


@lru_cache(maxsize=20_000)
def _cut_name(name: str) -> tuple[Word, ...]:
    return cut(name)


def _owns(word: Word) -> bool:
    """Whether a word ends in a possessive that is written as one."""
    return word.text.lower().endswith(("'s", "’s"))


def became(row: Known, heir: Known, told: Interval | None, *why: Reason) -> tuple[Reason, ...]:
    """Return the reasons `why`, with that the source of `row` was `heir` when a report of the time `told` named it."""
    term = next((t for t in row.merged.values() if t.holds(told)), row.term)
    then = f"{row.name} was {heir.name} at the time ({term})"
    lead = f"{why[-1].words}; " if why else ""
    return (*why[:-1], Reason("its name then", f"{lead}{then}", why[-1].evidence if why else ()))


def _leans_on(words: Sequence[Word], after: int) -> bool:
    """Whether the name before word `after` only says whose side a voice is on ("X-affiliated fighters")."""
    if not 0 < after < len(words):
        return False
    return words[after].key in _LEANINGS and words[after].start == words[after - 1].end + 1


class Names:
    """The rules that go by names."""

    def __init__(self, book: SourceBook, context: ReportContext) -> None:
        self.book, self.context = book, context

    def phrase(self, name: str) -> Phrase:
        """Cut a voice's words."""
        name = mended(name)
        words = cut(name)
        core = stripped(words, self.book.word("determiners")) or words
        return Phrase(name, words, core)

    def alias(self, phrase: Phrase) -> Source | None:
        """The voice is a name of a known source."""
        for words in (phrase.words, phrase.core):
            hit = self.known_as(words)
            if hit:
                return self.known(
                    hit, Reason("alias", f'"{phrase.text}" is a name of {self.book.known[hit].name}')
                )
        return None

    def known_as(self, words: Sequence[Word]) -> str:
        """Return the key of the known source that `words` name, "" if none or several."""
        key = joined(words)
        rows = self.context.bearers(key if key in self.book.aliases else without_possessive(key))
        if words[0].key not in ARTICLES and any(key in c.phrases for c in self.book.classes):
            # "Monitor" is no "Al-Monitor"
            rows = tuple((k, alias) for k, alias in rows if not _ARTICLE.match(alias))
        return self.context.chosen([k for k, alias in rows if fits(words, alias)])

    def defined(self, phrase: Phrase) -> Source | None:
        """The report itself says what the short name is short for."""
        full = self.context.definitions.get(joined(phrase.core)) or self._spelt_out(phrase)
        if not full:
            return None
        why = Reason("defined in the report", f'the report gives "{phrase.text}" as short for "{full}"')
        source = self.alias(self.phrase(full))
        return with_reason(source, why) if source else own_source(full, "organisation", why)

    def _spelt_out(self, phrase: Phrase) -> str:
        """What an acronym that no table knows stands for: the one name of the report with these initials."""
        word = phrase.core[-1]
        acronym = len(phrase.core) == 1 and word.text.isupper() and word.text.isalpha()
        return self.context.spelt_out(word.text) if acronym and len(word.text) >= _INITIALS else ""

    def described(self, phrase: Phrase) -> Source | None:
        """The voice describes a known source, in a report about its country or that names it; "another …" none."""
        if phrase.words and phrase.words[0].key in OTHERS:
            return None
        key = joined(phrase.core)
        keys = self.book.descriptions.get(key) or self.book.descriptions.get(without_possessive(key), ())
        here = self.context
        there = [k for k in keys if self.book.known[k].term.may_hold(here.told)]
        fitting = [k for k in there if self.book.known[k].subject in {"", *here.prominent} or k in here.named]
        if len(fitting) > 1:
            fitting = [k for k in fitting if k == here.own] or [k for k in fitting if k in here.named]
        if len(fitting) != 1:
            return None
        name = self.book.known[fitting[0]].name
        return self.known(
            fitting[0], Reason("description", f'"{phrase.text}" describes {name} in this report')
        )

    def unadorned(self, phrase: Phrase) -> Source | None:
        """The same without what stands before it in small letters or tells where it sits ("the Vostok-based X")."""
        core = phrase.core
        based = next((i + 1 for i, w in enumerate(core[:SEAT]) if i and w.key == "based"), 0)
        for at in range(max(1, based), len(core)):
            if any(core[i].capital and not self._describes(core, i) for i in range(based, at)):
                return None
            rest = Phrase(phrase.text, core[at:], core[at:], phrase.around)
            for rule in (self.alias, self.described, self.short_form):
                if source := rule(rest):
                    return source
        return None

    def _describes(self, words: Sequence[Word], at: int) -> bool:
        """Whether a capital only tells whose: of a state, or of a people before a small word ("the Kurdish-led X")."""
        small = at + 1 < len(words) and not words[at + 1].capital
        return words[at].key in self.book.demonyms or (small and words[at].key in self.book.word("peoples"))

    def person_of(self, phrase: Phrase) -> Source | None:
        """A person told of as a known body's ("the Watch's Ana Berg"): who speaks is the body."""
        at = next((i + 1 for i, w in enumerate(phrase.core) if _owns(w)), 0)
        rest = phrase.core[at:]
        if not at or len(rest) < 2 or any(not (w.capital or w.key in ARTICLES) for w in rest):
            return None
        own = phrase.core[at - 1]
        bare = own._replace(text=own.text[:-2], key=without_possessive(own.key))
        body = Phrase(
            phrase.text, (*phrase.core[: at - 1], bare), (*phrase.core[: at - 1], bare), phrase.around
        )
        found = self.alias(body) or self.described(body) or self.short_form(body)
        return found if found and found.kind in _WITH_PEOPLE else None

    def short_form(self, phrase: Phrase) -> Source | None:
        """The last words of the name of a known source that the report names in full ("Rahman", "the Observatory")."""
        key = joined(phrase.core)
        words = key.split()
        if key in self.book.demonyms or key in self.book.capitals:
            return None
        if not words or not all(w.capital or w.key in ARTICLES for w in phrase.core) or len(words) > 3:
            return None
        ending = {
            k
            for k in self.context.named
            for alias in (self.book.known[k].name, *self.book.known[k].aliases)
            if len(full := phrase_key(alias).split()) > len(words) and full[-len(words) :] == words
        }
        if len(ending) != 1:
            return None
        full_name = self.book.known[min(ending)].name
        why = Reason("short form", f'"{phrase.text}" is short for {full_name} in this report')
        return self.known(min(ending), why)

    def paper_of(self, phrase: Phrase) -> Source | None:
        """A known source's paper ("the Watch report", "Watch figures"): who tells it is the source."""
        papers = self.book.word("papers") | _PAPERS
        core = phrase.core
        while len(core) > 1 and core[-1].key in papers and not core[-1].capital:
            core = core[:-1]
        if len(core) == len(phrase.core):
            return None
        own = Phrase(phrase.text, core, core, phrase.around)
        return self.alias(own) or self.described(own) or self.short_form(own)

    def longest_alias(self, words: Sequence[Word]) -> tuple[str, str, int, int] | None:
        """Return (key, words, place, length) of the longest known name inside `words`, None if there is none."""
        leant: set[int] = set()  # the words of names that only say whose side a voice is on
        for length in range(min(len(words), LONGEST), 0, -1):
            for at in range(len(words) - length + 1):
                run = words[at : at + length]
                key = self.known_as(run) if any(w.proper for w in run) and at not in leant else ""
                if key and _leans_on(words, at + length):
                    leant.update(range(at, at + length))
                elif key:
                    return key, " ".join(w.text for w in run), at, length
        return None

    def embedded(self, phrase: Phrase) -> Source | None:
        """A known name among words that only describe it: "the pro-rebel Aleppo-based X news agency"."""
        found = self.longest_alias(phrase.core)
        if found is None:
            return None
        key, alias, at, length = found
        if self._within_name(phrase.core, at, length):
            return None
        rest = phrase.core[:at] + phrase.core[at + length :]
        people = self.book.word("reporters") | self.book.word("speaks_for")
        plain = self.book.word("fillers") | self.book.demonyms.keys()
        odd = [
            w
            for i, w in enumerate(rest)
            if w.capital
            and w.key not in plain
            and not self._describes(rest, i)
            and not _leans_on(rest, i + 1)
        ]
        placed = joined(odd) in self.book.capitals  # "… in Vostok City X said", the commas lost
        if placed or (at == 0 and length >= _SURE):
            odd = []  # a person of the body: "Namar Human Rights Watch Ana Berg"
        belongs = any(w.key in people or w.key in PREPOSITIONS for w in rest)
        if odd and not belongs and rest[: len(odd)] == tuple(odd):
            return None  # it is part of another name
        return self.known(key, Reason("name inside", f'"{phrase.text}" names {alias}'))

    def _within_name(self, core: Sequence[Word], at: int, length: int) -> bool:
        """Whether a short known name is the end of a longer one ("Organisation for Social Care" is no CARE)."""
        before = core[at - 1] if at and length < _SURE else None
        if (
            before is None
            or core[at].broken
            or core[at].text.isupper()
            or not before.capital
            or before.key in ARTICLES
        ):
            return False
        plain = self.book.word("fillers") | self.book.word("media") | self.book.word("persons")
        return before.key not in plain and before.key not in self.book.demonyms and not before.text.isupper()

    def misspelt(self, core: Sequence[Word]) -> Source | None:
        """A long known name of as many words, misspelt by a letter or so."""
        if len(core) < LONG_NAME or not core[0].capital:
            return None
        found = {
            k
            for k, row in self.book.known.items()
            for a in (row.name, *row.aliases)
            if self._slip(core, _cut_name(a))
        }
        if len(found) != 1:
            return None
        row = self.book.known[min(found)]
        return self.known(
            row.key, Reason("misspelt", f'"{spelt_keys(core)}" is {row.name} but for a letter or so')
        )

    def _slip(self, core: Sequence[Word], name: Sequence[Word]) -> bool:
        """Whether one word alone differs, by a letter or so inside it, and is no state ("Iranian" is no slip)."""
        if len(core) != len(name) or core[0].key[0] != name[0].key[0]:
            return False
        odd = [(a.key, b.key) for a, b in zip(core, name, strict=True) if a.key != b.key]
        if len(odd) != 1 or odd[0][0] in self.book.demonyms or odd[0][0][0] != odd[0][1][0]:
            return False
        return Indel.normalized_similarity(*odd[0]) >= MISSPELT

    def known(self, key: str, *reasons: Reason) -> Source:
        """Return the known source with `key`, or what it had become by the report's time, for `reasons`."""
        row: Known = self.book.known[key]
        heir = self.book.known[self.book.heir(key, self.context.told)]
        if heir is not row:
            reasons = became(row, heir, self.context.told, *reasons)
        return Source(heir.key, heir.name, heir.kind, False, heir.owner, (), reasons)
