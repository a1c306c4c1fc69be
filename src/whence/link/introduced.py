"""Persons as their report introduces them: by an office that speaks for a body, or by a calling.

"Talal Dari a spokesman for the Dawn Front" speaks for the Front, and so does "Dari" further down; "Ana Moro a local
activist" is a person of her own, shown with her calling wherever the report names her again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from whence.link.bodies import FORMER, RANKS, Bodies
from whence.link.naming import Phrase, own_source, with_reason
from whence.link.phrases import ARTICLES, PREPOSITIONS, Word, phrase_key, spelt, without_possessive
from whence.model.finding import Source
from whence.model.span import Reason

_LONGEST: Final = 40  # code points of a given name and surname with one blank or hyphen between
_MOST: Final = 200  # mentions of a surname that are looked at
_GIVEN_AND_SURNAME: Final = 2  # words
_NAME: Final = 4  # words of a person's name
_BEFORE_NOUN: Final = 4  # words between the article of an apposition and its noun
_OFFICE: Final = 12  # words of an office with its body
_OF: Final = frozenset({"of", "for", "to", "in", "at", "with"})
_HEADS_OF_STATE: Final = frozenset({"president", "minister", "premier", "king", "emir"})
_REGIMES: Final = frozenset({"regime", "government", "administration", "dictatorship"})
_SHOWN_TITLES: Final = frozenset({"governor", "mayor", "commander", "judge", "prosecutor", "lawmaker"})
_BODY_ENDS: Final = frozenset(
    """
    group organisation organization network government police army force forces hospital school affairs health education
    justice interior agriculture
    """.split()  # noqa: SIM905 (a table)
)
_OPENERS: Final = frozenset(
    """
    and but when while if as after before since because however although monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    """.split()  # noqa: SIM905 (a table)
)
_NO_PART: Final = frozenset(
    """
    and or who whose which that was were is are had has have said says told tells added the a an by from as while but
    """.split()  # noqa: SIM905 (a table)
) | (PREPOSITIONS - {"with"})
_NO_NAMES: Final = (
    "determiners", "fillers", "persons", "speaks_for", "peoples", "institutions", "pronouns", "reporters", "callings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person's full name in a report, the words of the office or calling that stand by it there, and their noun."""

    name: str
    words: tuple[Word, ...]
    noun: Word

    @property
    def former(self) -> bool:
        """Whether it is an office of the past."""
        return any(w.key in FORMER for w in self.words)


class Introductions:
    """The rules that go by how a report introduces a person."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies, self.book, self.context = bodies, bodies.book, bodies.context

    def person(self, phrase: Phrase) -> Source | None:
        """A person's name alone: the body that the report says the person speaks for, else the person and calling."""
        return self._source(phrase.core) if self._bare(phrase.core) else None

    def called(self, phrase: Phrase) -> Source | None:
        """A name with an office or calling that no other rule knows: "health director for Harrow Talal Dari"."""
        own = self._trailing_name(phrase.core)
        nouns = self.book.word("offices") | self.book.word("callings") | self.book.word("persons")
        if len(own) < _GIVEN_AND_SURNAME:
            return None
        return self._source(own) if any(w.key in nouns for w in phrase.core[: -len(own)]) else None

    def holder(self, phrase: Phrase) -> Source | None:
        """A calling with "the" ("the provincial governor"): the only one whom the report names with that calling."""
        noun = phrase.core[-1].key
        nouns = _SHOWN_TITLES | self.book.word("callings")
        if phrase.words[0].key != "the" or noun not in nouns or any(w.capital for w in phrase.core):
            return None
        words = self.context.words
        after = [self._name_at(i + 1) for i, w in enumerate(words) if w.key == noun]
        found = {phrase_key(spelt(self.context.report.text, run)): run for run in after if run}
        return self._source(next(iter(found.values()))) if len(found) == 1 else None

    def _name_at(self, at: int) -> tuple[Word, ...]:
        """The given name and surname that begin at word `at`, () if none do."""
        run: list[Word] = []
        for i in range(at, min(at + _NAME, len(self.context.words))):
            word = self.context.words[i]
            if (
                not self._near(i)
                or word.broken
                or not (self._name_word(word) or (run and word.key in ARTICLES))
            ):
                break
            run.append(word)
        return tuple(run) if len([w for w in run if w.key not in ARTICLES]) >= _GIVEN_AND_SURNAME else ()

    def regime(self, phrase: Phrase) -> Source | None:
        """A government by its ruler's name ("the Dari regime"): of the state whose president the report calls him."""
        own, last = self._unpossessed(phrase.core[:-1]), phrase.core[-1]
        if not own or last.key not in _REGIMES or not self._bare(own):
            return None
        found = self._introduced(own)
        heads = found is not None and found.noun.key in _HEADS_OF_STATE and not found.former
        state = self.bodies.state_in(found.words) if found and heads else ""
        if found and state:
            why = Reason(
                "introduced", f'the report calls {found.name} "{" ".join(w.text for w in found.words)}"'
            )
            return self.bodies.body_of(state, "government", why)
        name = " ".join(w.text for w in (*own, last))
        named = own_source(name, "organisation", Reason("own name", f'"{phrase.text}" is in no table'))
        return replace(named, id=phrase_key(" ".join(w.text for w in own)))

    def _unpossessed(self, own: Sequence[Word]) -> tuple[Word, ...]:
        """The words of a name without the s of a possessive, if the report has the name without it."""
        if not own or without_possessive(own[-1].key) not in self._places:
            return tuple(own)
        bare = own[-1].text.removesuffix("s").rstrip("'’") if own[-1].key.endswith("s") else own[-1].text
        return (*own[:-1], own[-1]._replace(text=bare, key=without_possessive(own[-1].key)))

    def formerly(self, phrase: Phrase) -> Source | None:
        """A person with an office of the past, who speaks for nobody else: "former Vostian minister Talal Dari"."""
        own = self._trailing_name(phrase.core)
        if len(own) < _GIVEN_AND_SURNAME or phrase.core[0].key not in FORMER:
            return None
        why = Reason("own name", f'"{phrase.text}" speaks for nobody else: the office is one of the past')
        named = own_source(spelt(phrase.text, phrase.core), "person", why)
        return replace(named, id=phrase_key(spelt(phrase.text, own)))

    def _trailing_name(self, core: Sequence[Word]) -> tuple[Word, ...]:
        """The words of a name at the end, the seat of an office left out ("director for Harrow Talal Dari")."""
        at = len(core)
        while at and not (at < len(core) and core[at].broken):
            if not (self._name_word(core[at - 1]) or core[at - 1].key in ARTICLES):
                break
            at -= 1
        seated = bool(at) and core[at - 1].key in _OF and len(core) - at > _GIVEN_AND_SURNAME
        return tuple(core[at + seated :])

    def in_full(self, core: Sequence[Word]) -> str:
        """The given name and surname that the report writes for a voice that is one surname; "" if none or several."""
        found = self._of_one(core) if len(core) == 1 else []
        return found[0][2] if found else ""

    def _source(self, own: Sequence[Word]) -> Source | None:
        found = self._introduced(own)
        if found is None:
            return None
        told = f'"{found.name}" is introduced as "{" ".join(w.text for w in found.words)}"'
        why = Reason("introduced", told)
        office = self._office(found)
        if office is not None:
            return with_reason(office, why)
        name = f"{self._calling(found)} {found.name}".strip()
        named = own_source(name, "person", Reason("own name", told))
        return replace(
            named, id=phrase_key(found.name), owner=self._owner(found), reasons=(*named.reasons, why)
        )

    def _office(self, found: Introduced) -> Source | None:
        """The body that the person speaks for, as the bearer of an office that is not a former one."""
        if found.noun.key not in self.book.word("offices") or found.former:
            return None
        phrase = self.bodies.names.phrase(spelt(self.context.report.text, found.words))
        member = found.noun.key in ("member", "lawmaker")  # of a parliament, for whom nobody else speaks
        return self.bodies.office(phrase) or (None if member else self.bodies.body(phrase))

    def _owner(self, found: Introduced) -> str:
        """The government through whose mouth a state's president speaks, "" where it is none of a state."""
        against = any(w.key in self.book.word("against") for w in found.words)
        holds = found.noun.key in _HEADS_OF_STATE and not against and not found.former
        state = self.bodies.state_in(found.words) if holds else ""
        return self.bodies.body_of(state, "government").id if state else ""

    def _calling(self, found: Introduced) -> str:
        """The calling as it stands before a name: "activist", "director of the clinic"; "" for who needs none."""
        if found.noun.key in self.book.word("callings"):
            return found.noun.text.lower()
        words = spelt(self.context.report.text, found.words)
        first = found.words[0]
        told = any(w.key in _OF for w in found.words) or (found.noun.text.islower() and len(found.words) > 1)
        of_state = found.noun.key in _HEADS_OF_STATE or any(self.bodies.is_state(w) for w in found.words)
        if of_state and not found.former:
            return ""
        if not told:
            return found.noun.text.lower() if found.noun.key in _SHOWN_TITLES else ""
        common = first.key in self.book.word("offices") | self.book.word("of_bodies")
        return words[0].lower() + words[1:] if common and not first.text.isupper() else words

    def _introduced(self, own: Sequence[Word]) -> Introduced | None:
        for first, after, name in self._of_one(own):
            for found in (self._explained(after), self._before(first)):
                if found:
                    return Introduced(name, *found)
        return None

    def _of_one(self, own: Sequence[Word]) -> list[tuple[int, int, str]]:
        """The mentions in full of the one person that a name stands for; none if it stands for several.

        A word that the text has elsewhere without the surname is no given name of it: "in Harrow Dari said" without
        its comma.
        """
        found = list(self._mentions(own))
        if len({phrase_key(name) for _, _, name in found}) > 1:
            found = [m for m in found if self._always_before(m[0], own[-1])]
        return found if len({phrase_key(name) for _, _, name in found}) == 1 else []

    def _always_before(self, given: int, surname: Word) -> bool:
        """Whether the word at `given` stands nowhere in the text but before the surname."""
        words = self.context.words
        places = self._places.get(words[given].key, ())
        return all(any(w.key == surname.key for w in words[at + 1 : at + 3]) for at in places[:_MOST])

    def _mentions(self, own: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """Where the report writes the name in full: its first word, the word after it, and the name."""
        words, text = self.context.words, self.context.report.text
        if len(own) == _GIVEN_AND_SURNAME and own[0].key in ARTICLES:
            own = own[1:]  # "Al-Dari", of whom the report has told as "Talal al-Dari"
        if not own or (len(own) == 1 and (not own[0].text.istitle() or self.bodies.is_state(own[0]))):
            return
        for at in self._places.get(own[-1].key, ())[:_MOST]:
            first = at + 1 - len(own)
            fits = first >= 0 and all(a.key == b.key for a, b in zip(words[first : at + 1], own, strict=True))
            if len(own) == 1:
                first = at - 1 - (at > 1 and words[at - 1].key in ARTICLES)
                fits = first >= 0 and self._given(words[first])
            run = words[max(first, 0) : at + 1]
            name = spelt(text, run)
            if fits and not any(w.broken for w in run[1:]) and len(name) <= _LONGEST and "." not in name:
                yield first, at + 1, name

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word with a capital stands in the text, by its key."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.context.words):
            if word.capital:
                places.setdefault(word.key, []).append(at)
        return places

    def _explained(self, after: int) -> tuple[tuple[Word, ...], Word] | None:
        """The apposition after a name: "a local activist", "the Council's vice-president", "director of the X"."""
        words = self._stretch(after)
        comma = bool(words) and words[0].broken
        article = bool(words) and words[0].key in ("a", "an", "the")
        words = words[1:] if article else words
        at = next((i for i, w in enumerate(words[: _BEFORE_NOUN + 1]) if self._is_noun(w)), None)
        if at is None or any(self._breaks(w, i) for i, w in enumerate(words[:at])):
            return None
        leads = article or not at or words[0].capital
        while at + 1 < len(words) and self._is_noun(words[at + 1]) and not words[at + 1].broken:
            at += 1  # "vice president", "deputy commander"
        noun = words[at]
        if noun.key in self.book.word("callings"):
            return (words[: at + 1], noun) if article or comma else None
        owned = any(w.text.endswith(("'s", "’s")) for w in words[:at])
        end = self._past_body(words, at + 1)
        if not leads or (end == at + 1 and not owned):
            return None
        return words[:end], noun

    @staticmethod
    def _breaks(word: Word, at: int) -> bool:
        """Whether a word ends an apposition; an acronym in brackets does not ("the Council's (HC) head")."""
        return word.key in _NO_PART or bool(at and word.broken and not word.text.isupper())

    def _stretch(self, after: int) -> tuple[Word, ...]:
        """The words from `after` on to the sentence's end, some of them."""
        stop = min(len(self.context.words), after + _OFFICE + _BEFORE_NOUN)
        end = next((i for i in range(after, stop) if not self._near(i)), stop)
        return self.context.words[after:end]

    def _before(self, first: int) -> tuple[tuple[Word, ...], Word] | None:
        """The office or calling before a name: "media activist", "Harrow governor", "director of the X Council"."""
        words = self.context.words
        if not self._near(first):
            return None
        if self._is_noun(words[first - 1]):
            return self._with_what_precedes(first), words[first - 1]
        for at in range(first - 2, max(-1, first - _OFFICE), -1):
            if words[at + 1].broken or not self._near(at + 1):
                return None
            if words[at].key in self.book.word("offices"):
                whole = self._past_body(words[:first], at + 1) == first
                start = self._from_field(at)
                return (words[start:first], words[at]) if whole else None
        return None

    def _from_field(self, at: int) -> int:
        """Where the words before an office begin that say whose it is: "health director", "former US minister"."""
        words, fields = self.context.words, self.book.word("of_bodies") | FORMER | RANKS
        while self._near(at) and not words[at].broken:
            before = words[at - 1]
            body = before.text.isupper() and self.bodies.names.longest_alias((before,))  # "UN special envoy"
            if before.key not in fields and not self.bodies.is_state(before) and not body:
                break
            at -= 1
        return at

    def _with_what_precedes(self, first: int) -> tuple[Word, ...]:
        """The noun before word `first` with the words that belong to it: "British foreign secretary"."""
        words, start = self.context.words, first - 1
        while first - start < _BEFORE_NOUN and self._near(start) and self._part(words[start - 1]):
            if words[start].broken or self.bodies.is_state(words[start]):
                break
            start -= 1
        return words[self._from_field(start) : first]

    def _past_body(self, words: Sequence[Word], at: int) -> int:
        """Where the words of a body end after "of", "for" and the like; `at` if none begins there."""
        if at >= len(words) or words[at].key not in _OF:
            return at
        end = at
        for i in range(at, min(len(words), at + _OFFICE)):
            word = words[i]
            article = i == at + 1 and word.key == "a"  # "director of a hospital"
            if (i > at and word.broken) or not (word.capital or article or self._of_body(word)):
                break
            end = i + 1 if word.capital or self._ends_body(word) else end
        return end if end > at + 1 else at

    def _of_body(self, word: Word) -> bool:
        if word.key in ("a", "an"):
            return False  # the next phrase begins
        small = word.key in _OF | ARTICLES | {"the", "known", "as"}
        return small or any(word.key in self.book.word(n) for n in ("institutions", "fillers", "of_bodies"))

    def _ends_body(self, word: Word) -> bool:
        return word.key in self.book.word("institutions") | _BODY_ENDS

    def _part(self, word: Word) -> bool:
        """Whether a word may stand before an office as part of it ("Harrow governor", "media activist")."""
        return (word.capital and word.key not in _OPENERS) or word.key in self.book.word("persons") - ARTICLES

    def _is_noun(self, word: Word) -> bool:
        return word.key in self.book.word("callings") | self.book.word("offices")

    def _near(self, at: int) -> bool:
        """Whether only a blank or a comma parts the word `at` from the one before it, no sentence's end."""
        words, text = self.context.words, self.context.report.text
        if not 0 < at < len(words):
            return False
        gap = text[words[at - 1].end : words[at].start]
        return not gap.strip(" ,'’()-") and "\n" not in gap

    def _bare(self, core: Sequence[Word]) -> bool:
        """Whether words are a person's name and nothing else, as far as their shape tells."""
        own = [w for w in core if w.key not in ARTICLES]
        return 0 < len(own) <= _NAME and all(self._name_word(w) for w in own)

    def _name_word(self, word: Word) -> bool:
        state = self.bodies.is_state(word) or word.key in self.book.capitals
        return word.capital and not word.text.isupper() and not state and not self._in_tables(word)

    def _given(self, word: Word) -> bool:
        """Whether a word could be a given name: in capitals as names are, and in none of the tables of other words."""
        return word.text.istitle() and self._name_word(word) and word.key not in _OPENERS

    def _in_tables(self, word: Word) -> bool:
        return word.key in PREPOSITIONS | ARTICLES or any(word.key in self.book.word(t) for t in _NO_NAMES)
