"""One voice, as one report names it, to one source, with the rule that says why.  Rules in a fixed order, in turn."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from whence.link.bodies import Bodies
from whence.link.book import SourceBook
from whence.link.context import ReportContext
from whence.link.introduced import Introductions
from whence.link.media import Media
from whence.link.mouthpieces import Mouthpieces
from whence.link.named import Names
from whence.link.naming import Around, Phrase, own_source, vague_source
from whence.link.phrases import PREPOSITIONS, Word, name_run, phrase_key, spelt, stripped
from whence.link.somebodys import Somebodys
from whence.link.unnamed import Unnamed
from whence.model.finding import Source
from whence.model.span import Reason

_MANY: Final = frozenset({"much", "many", "most", "more", "few", "part", "some", "all", "both", "none"})
# what pages set above a picture or a list of other news, which a text without its marks runs into the next sentence
_FURNITURE: Final = re.compile(
    r"(?:Related|Slideshow|Infographic|Advertisement|Photos?|Gallery|Print|Tweet|Tags)\b"
)
_INTRODUCING: Final = frozenset({"identified", "named", "called", "known", "nicknamed", "as"})
_PROVINCES: Final = frozenset({"the", "province", "governorate", "city", "district", "region"})
_ARMED: Final = frozenset({"army", "military", "police"})
_JOINING: Final = frozenset({"for", "of", "against", "on", "and"})  # inside the name of a body
_SHORTEST_TURNED: Final = 5  # words: "directorate of health in Harrow"
Rule = Callable[[Phrase], Source | None]
_DESCRIBES: Final = frozenset(
    "run operated owned held based backed linked affiliated led funded controlled aligned leaning".split()  # noqa: SIM905
)  # behind a hyphen


class Resolver:
    """Resolves the voices of one report by the tables of `book` and what the report says around them."""

    def __init__(self, book: SourceBook, context: ReportContext) -> None:
        self.book = book
        self._resolved: dict[tuple[str, str, bool, tuple[str, ...]], Source] = {}
        self.names = Names(book, context)
        self.bodies = Bodies(self.names)
        self.introduced = Introductions(self.bodies)
        unnamed, media = Unnamed(self.bodies), Media(self.bodies)
        self.rules: tuple[Rule, ...] = (
            self.names.alias,
            Somebodys(unnamed).somebodys,
            self.names.defined,
            self.names.described,
            self.names.short_form,
            self.names.paper_of,
            self.introduced.person,
            self.introduced.formerly,
            self.introduced.regime,
            self.introduced.holder,
            media.named,
            media.unnamed,
            self.bodies.whole_body,
            unnamed.own_reporter,
            unnamed.unnamed,
            self.names.person_of,
            self.names.unadorned,
            self.bodies.capital,
            self.bodies.office,
            self.bodies.body,
            self.names.embedded,
            unnamed.classed,
            self.bodies.state_medium,
            Mouthpieces(self.introduced).spokesman,
            self.introduced.called,
            self._organ_of_unknown,
        )

    def resolve(self, name: str, around: Around) -> Source:
        """Return the source that the words `name` stand for; what no rule knows stays itself."""
        key = (name, around.nearer, around.root, tuple(s.id for s in around.speakers))
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._apart(self._found(name, around))
        return found

    def _apart(self, source: Source) -> Source:
        """A source of a name that is in no table, kept apart from the known one whose key is spelt alike ("rsf")."""
        row = self.book.known.get(source.id)
        return (
            source if row is None or row.name == source.name else replace(source, id=f"{source.id} (other)")
        )

    def _found(self, name: str, around: Around) -> Source:
        phrase = replace(self.names.phrase(name), around=around)
        for rule in self.rules:
            source = rule(phrase)
            if source is not None:
                return source
        return self._itself(phrase)

    def knows(self, name: str) -> Source | None:
        """Return the source of `name` if it is a known one or a body of a state, else None."""
        return self.bodies.knows(name)

    def _itself(self, phrase: Phrase) -> Source:
        run = name_run(phrase.core)
        pronoun = all(w.key in self.book.word("pronouns") | _MANY for w in phrase.core)
        if (
            pronoun
            or _FURNITURE.match(phrase.text)
            or (not run and all(w.key in self._of_nobody for w in phrase.core))
        ):
            return vague_source("source (unnamed)", Reason("unnamed kind", f'"{phrase.text}" names nobody'))
        if not run:
            name = spelt(phrase.text, phrase.core) or phrase.text.strip()
            return vague_source(name, Reason("unnamed", f'"{phrase.text}" names nobody'))
        if known := self.names.misspelt(phrase.core):
            return known
        if full := self.introduced.in_full(phrase.core):
            return own_source(full, "person", Reason("own name", f'"{phrase.text}" is {full} in this report'))
        if name := self._turned(phrase.core) or self._long_name(phrase.core, run):
            return own_source(name, "organisation", Reason("own name", f'"{phrase.text}" is in no table'))
        if all(
            self.bodies.is_state(w) for w in run
        ):  # "Vostian self-defence forces": no name beside the state's
            why = Reason("own name", f'"{phrase.text}" is in no table')
            return own_source(spelt(phrase.text, phrase.core), "organisation", why)
        core = self._without_nationality(phrase.core)
        if all(w in run or w.key in self.book.word("fillers") for w in core) or self._only_described(
            core, run
        ):
            core = run
        why = Reason("own name", f'"{phrase.text}" is in no table')
        if self._personal(phrase.core, run):
            bare = self._bare(run)
            named = own_source(self._called(phrase, core, run), "person", why)
            return replace(named, id=phrase_key(spelt(phrase.text, bare)))
        return own_source(spelt(phrase.text, core), "organisation", why)

    @property
    def _of_nobody(self) -> frozenset[str]:
        """Words that together show no speaker: papers, offices and what carries no name ("initial figures")."""
        return self.book.word("papers") | self.book.word("fillers") | self.book.word("speaks_for")

    def _long_name(self, core: tuple[Word, ...], run: tuple[Word, ...]) -> str:
        """A body's name whose parts small words join ("Namar Network for Human Rights"), whole; "" where it is none."""
        at = next(i for i, w in enumerate(core) if w is run[0])
        first = at
        while (
            first > 1
            and core[first - 1].key in _JOINING
            and core[first - 2].capital
            and not core[first - 1].broken
        ):
            first -= 2
            while first and core[first - 1].capital and not core[first].broken:
                first -= 1
        people = self.book.word("persons") | self.book.word("speaks_for") | self.book.word("offices")
        head = next((i for i in range(first, at) if not core[i].capital), at)
        if first == at or any(w.key in people for w in core[:head]):
            return ""  # "Minister of Health Karim Dallo" is a person
        return " ".join(w.text for w in core[first:at] + run)

    def _turned(self, core: tuple[Word, ...]) -> str:
        """An institution told as "directorate of health in Harrow province", as its short name tells it; else ""."""
        keys = [w.key for w in core]
        if "in" not in keys or len(core) < _SHORTEST_TURNED or keys[1] != "of":
            return ""
        at = keys.index("in")
        place, field = core[at + 1 :], core[2:at]
        run = name_run(place)
        plain = not any(w.capital for w in field) and all(w in run or w.key in _PROVINCES for w in place)
        if keys[0] not in self.book.word("institutions") or not run or not field or not plain:
            return ""
        return " ".join(w.text for w in (*run, *field, core[0]))

    def _organ_of_unknown(self, phrase: Phrase) -> Source | None:
        """A body under one adjective that no table has ("the Vostian army"), or somebody of it, unnamed."""
        core, run = phrase.core, name_run(phrase.core)
        bodies = self.book.word("institutions") | _ARMED
        if len(run) != 1 or core[-1] is run[0] or core[-1].key not in bodies or self.names.misspelt(core):
            return None
        why = Reason("own name", f'"{phrase.text}" is in no table')
        name = spelt(phrase.text, core)
        return own_source(name, "organisation", why) if core[0] is run[0] else vague_source(name, why)

    def _only_described(self, core: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
        """Whether small letters before a body's name just describe it ("rebel-held Namar Council", "state-run X")."""
        at = len(core) - len(run)
        lead = core[:at]
        institution = len(run) > 1 and run[-1].key in self.book.word("institutions")
        described = at > 1 and lead[-1].key in _DESCRIBES
        return (
            (institution or described)
            and core[at:] == run
            and not any(w.capital or w.key in PREPOSITIONS for w in lead)
        )

    def _called(self, phrase: Phrase, core: tuple[Word, ...], run: tuple[Word, ...]) -> str:
        """The person's name with the calling in small letters right before it, which says more than a name withheld."""
        words = phrase.core
        at = next((i for i, w in enumerate(words) if w is run[0]), 0)
        while at and words[at - 1].key in _INTRODUCING:
            at -= 1
        calling = words[at - 1] if at else None
        if calling is None or calling.capital or calling.key not in self.book.word("persons"):
            return spelt(phrase.text, core)
        return f"{calling.text} {spelt(phrase.text, run)}"

    def _bare(self, run: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of a person's name without callings, and without a people before one ("Druze Archbishop")."""
        persons, peoples = self.book.word("persons"), self.book.word("peoples")
        last = max((i for i, w in enumerate(run) if w.key in persons), default=-1)
        lead, own = run[: last + 1], run[last + 1 :]
        if own and all(w.key in persons | peoples or self.bodies.is_state(w) for w in lead):
            return own
        return tuple(w for w in run if w.key not in persons) or run

    def _without_nationality(self, core: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words without the office that a state's adjective opens ("Vostian President Karim Dallo")."""
        persons = self.book.word("persons")
        while len(core) > 1 and self.bodies.is_state(core[0]) and any(w.key in persons for w in core[1:3]):
            core = stripped(core[1:], persons) or core[1:]
        return core

    def _personal(self, core: Sequence[Word], run: Sequence[Word]) -> bool:
        """Whether the name is a person's: a calling stands by it, or it is two to four plain words and no acronym."""
        no_names = self.book.word("institutions") | self.book.word("fillers")
        if any(w.key in self.book.word("persons") for w in core):
            return not any(w.key in self.book.word("institutions") for w in run)
        plain = not any(w.key in no_names or w.text.isupper() for w in run)
        return plain and len(run) == len(core) and 2 <= len(run) <= 4
