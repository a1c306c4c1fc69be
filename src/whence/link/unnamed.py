"""Voices that name nobody: kinds of witnesses and sources, a body's people, and generic words for a known source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whence.link.bodies import Bodies
from whence.link.book import VagueKind
from whence.link.context import LONGEST
from whence.link.named import OTHERS
from whence.link.naming import (
    Phrase,
    by_own_people,
    of_organ,
    own_source,
    reporter_of,
    spelt_keys,
    vague_source,
    with_reason,
)
from whence.link.phrases import Word, head_part, joined, name_run, phrase_key, spelt, stripped
from whence.model.finding import Source
from whence.model.span import Reason

_OWNED: Final = frozenset(
    {"source (unnamed)", "military source", "security source", "official (unnamed)", "field source"}
)
_OF_INSTITUTIONS: Final = frozenset({"source (unnamed)", "official (unnamed)"})
_OWN_STAFF: Final = frozenset({"our", "own", "news", "war", "special", "staff", "media"})
_OFFICIALS: Final = frozenset({"official (unnamed)", "health officials", "local official"})
_GROUPS: Final = frozenset({"group", "faction", "militia", "movement", "brigade", "battalion"})
_OF_MEDIA: Final = frozenset({"local media", "media reports"})
_MEDIA: Final = frozenset({"agency", "outlet", "state media"})
_MEDIA_BODIES: Final = ("state-television", "state-news-agency", "state-radio", "state-media")
_OTHERS: Final = frozenset({"other", "others", "another", "some", "several", "various", "many", "different"})
_ON_A_SIDE: Final = frozenset({"supporters", "sympathisers", "sympathizers", "followers", "backers"})
_INSIDE: Final = frozenset({"in", "within", "inside", "from"})
_BODIES: Final = frozenset({"council", "party", "coalition", "alliance"})
_OF_TWO_KINDS: Final = 4  # words: "local and medical sources"
_OF_A_STATE: Final = 3  # words: "Vostian rebel militia"
_NETWORKS: Final = frozenset({"network", "networks"})
_PROVINCES: Final = frozenset({"province", "governorate"})  # one administration under either name
_QUALIFIERS: Final = frozenset({"civil", "official", "governmental", "informed", "local"})
_NO_QUALIFIER: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "one",
        "another",
        "unnamed",
        "anonymous",
        "well",
        "informed",
        "reliable",
        "based",
        "senior",
        "same",
        "several",
        "some",
        "other",
        "sources",
        "source",
        "who",
        "high",
        "ranking",
        "level",
        "close",
        "key",
        "different",
        "multiple",
        "trusted",
        "and",
        "top",
        "two",
        "three",
    }
)


def _of_first_kind(phrase: Phrase) -> Phrase:
    """Of "local and medical sources" the first: two kinds of voice speak at once."""
    core = phrase.core
    two = len(core) == _OF_TWO_KINDS and core[1].key == "and" and core[-1].key == "sources"
    return replace(phrase, core=(core[0], core[-1])) if two else phrase


class Unnamed:
    """The rules for voices without a name."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies, self.names = bodies, bodies.names
        self.book, self.context = bodies.book, bodies.context

    def unnamed(self, phrase: Phrase) -> Source | None:
        """A kind of voice, the unnamed source of a body, or the body whose people speak as one."""
        if said_of := self._followers(phrase) or self._group(phrase) or self._people(phrase):
            return said_of
        phrase = _of_first_kind(phrase)
        found = self._vague_head(phrase)
        if found is None:
            return None
        kind, head = found
        if kind.name in _OFFICIALS and self._ends_in_person(phrase.core):
            return None
        rest = [w for w in phrase.core if w is not head]
        organ = self._organ_in(rest)
        if organ and (source := self._member(organ, kind, head, phrase)):
            return source
        if kind.of_state and (state := self.bodies.state_in(rest) or self._state_here(kind, phrase)):
            return self._vague_of_state(kind, state, phrase)
        if (
            kind.name in _OF_MEDIA
            and phrase.words[0].key not in _OTHERS
            and (medium := self._only_medium(phrase, rest))
        ):
            return medium
        if kind.name != "source (unnamed)":
            name = kind.name
        else:
            name = self._of_province(rest) or self._of_body(rest) or self._modified(kind, head, phrase)
        return vague_source(name, Reason("unnamed kind", f'"{phrase.text}" names nobody: {name}'))

    def _ends_in_person(self, core: Sequence[Word]) -> bool:
        """Whether a name follows the small last word of a body: "minister in the Lake government Talal Dari"."""
        run = name_run(core)
        before = core[-len(run) - 1] if len(run) < len(core) else None
        if len(run) < 2 or run[-1] is not core[-1] or before is None or before.capital:
            return False
        body = before.key in self.book.word("institutions") | self.book.word("of_bodies") | {
            "government",
            "group",
        }
        return body and not any(
            self.bodies.is_state(w) or w.key in self.book.word("institutions") for w in run
        )

    def _people(self, phrase: Phrase) -> Source | None:
        """The people of a state ("Vostians"), who are not its government."""
        if not self.bodies.are_people(phrase):
            return None
        return vague_source("residents", Reason("unnamed kind", f'"{phrase.text}" names nobody: residents'))

    def _followers(self, phrase: Phrase) -> Source | None:
        """People on a known body's side, who are not that body ("Dawn Front supporters")."""
        part = head_part(phrase.core)
        found = self.names.longest_alias(part) if part and part[-1].key in _ON_A_SIDE else None
        if found is None:
            return None
        name = f"{found[1]} {part[-1].key}"
        why = Reason("unnamed kind", f'"{phrase.text}" names nobody: {name}')
        return Source(f"{found[0]} {part[-1].key}", name, "unnamed", True, "", (), (why,))

    def _group(self, phrase: Phrase) -> Source | None:
        """An armed group by the name before its kind: "Jaish al-Hurr rebel group"; one word may be its creed's."""
        part = head_part(phrase.core)
        run = name_run(part)
        kinds = [w.key for w in part[len(run) :]]
        named = len(run) > 1 and part[: len(run)] == run and not any(self.bodies.is_state(w) for w in run)
        armed = self.book.word("against") | {"jihadist", "islamist", "armed", "extremist"}
        named = named and self.names.longest_alias(part) is None  # a known one's people are its own
        if not named or not kinds or kinds[-1] not in _GROUPS or not set(kinds[:-1]) & armed:
            return None
        if any(w.key in self.book.word("fillers") | self.book.word("peoples") for w in run):
            return None
        name = spelt(phrase.text, run)
        return own_source(name, "organisation", Reason("own name", f'"{phrase.text}" names an armed group'))

    def _of_province(self, rest: Sequence[Word]) -> str:
        """The province in which an unnamed source is ("a source in Harrow province"), with "source"; else ""."""
        run = name_run(rest)
        after = next((i for i, w in enumerate(rest) if run and w is run[-1]), len(rest)) + 1
        if after >= len(rest) or rest[after].key not in _PROVINCES or rest[0].key != "in":
            return ""
        return f"{' '.join(w.text for w in run)} province source"

    def _of_body(self, rest: Sequence[Word]) -> str:
        """The kind of body in which an unnamed source is ("a source in the Vostian militia"), with "source"."""
        inside = stripped(rest[1:], self.book.word("determiners")) if rest and rest[0].key in _INSIDE else ()
        if not inside or len(inside) > _OF_A_STATE or inside[-1].key not in _GROUPS | _BODIES:
            return ""
        plain = all(self.bodies.is_state(w) or not w.capital for w in inside)
        return f"{' '.join(w.text for w in inside)} source" if plain else ""

    def _vague_head(self, phrase: Phrase) -> tuple[VagueKind, Word] | None:
        """The first kind whose noun is the head of the phrase, and that noun; None if the phrase names somebody."""
        part = self._first_conjunct(head_part(phrase.core))
        keys = {w.key for w in phrase.core}
        for at in range(len(part) - 1, -1, -1):
            word = part[at]
            if self._of_a_thing(part, at):
                continue
            for kind in self.book.vague:
                alone = joined(part) in kind.alone or (at == len(part) - 1 and word.key in kind.alone)
                fits_head = word.key in kind.heads and (not kind.having or self._having(kind, keys, phrase))
                if alone or fits_head:
                    return None if self._names_person(part, at) else (kind, word)
        return None

    def _of_a_thing(self, part: Sequence[Word], at: int) -> bool:
        """Whether "official" before a small noun says what the noun is like: "the regime's official channel"."""
        media = self.book.word("media")
        return part[at].key == "official" and any(not w.capital and w.key in media for w in part[at + 1 :])

    def _first_conjunct(self, part: Sequence[Word]) -> Sequence[Word]:
        """Of "residents and medics" the first, where it is a kind of voice by itself."""
        cut_at = next((i for i, w in enumerate(part) if i and w.key == "and"), len(part))
        heads = part[cut_at - 1].key if part else ""
        return part[:cut_at] if any(heads in k.heads and not k.having for k in self.book.vague) else part

    @staticmethod
    def _having(kind: VagueKind, keys: set[str], phrase: Phrase) -> bool:
        text = f" {joined(phrase.core)} "
        return any(f" {w} " in text for w in kind.having) or bool(keys & kind.having - kind.heads)

    def _names_person(self, part: Sequence[Word], head: int) -> bool:
        """Whether a name follows the noun ("activist Karim Dallo"), or stands before "a" and it."""
        after = [
            w
            for w in part[head + 1 :]
            if not self.bodies.is_state(w) and w.key not in self.book.word("persons")
        ]
        named = part[head - 1] if head and part[head].key in _NETWORKS else None
        if named and named.capital and not self.bodies.is_state(named):
            return True  # "the activist-run Vale News network"
        if any(w.capital for w in after):
            return True
        return any(w.key in ("a", "an", "the") and part[0].capital for w in part[1:head])

    def _member(self, organ: Source, kind: VagueKind, head: Word, phrase: Phrase) -> Source | None:
        """An unnamed voice of a named body: the body itself where its people speak as one, else its unnamed source.

        Of a medium it is one of its own people or somebody who spoke to it, of an armed party or an unknown body an
        unnamed voice owned by it.
        """
        if organ.kind in ("outlet", "agency", "state media"):
            own = head.key in self.book.word("reporters")
            return self._reporter(organ, phrase) if own else None
        known = organ.id in self.book.known
        if organ.kind in ("organisation", "monitor", "official") and (known or kind.name == "activists"):
            return with_reason(organ, by_own_people(phrase, organ))
        if known and kind.name == "rebels":
            return with_reason(organ, by_own_people(phrase, organ))
        if not known and kind.name not in _OF_INSTITUTIONS:
            return None
        return of_organ(organ, head, phrase) if kind.name in _OWNED else None

    def own_reporter(self, phrase: Phrase) -> Source | None:
        """ "Our correspondent": the outlet, or the agency whose text it is."""
        reporters = self.book.word("reporters")
        part = head_part(phrase.core)
        if not part or part[-1].key not in reporters or len(part) > 2 or any(w.capital for w in part[:-1]):
            return None
        if len(part) == 2 and part[0].key not in _OWN_STAFF:
            return None
        teller = self.book.known.get(phrase.around.nearer or self.context.own)
        return self._reporter(self.names.known(teller.key), phrase) if teller else None

    @staticmethod
    def _reporter(organ: Source, phrase: Phrase) -> Source:
        """The organ's own reporter where the telling begins with him; as one who was told something, the organ."""
        return (
            reporter_of(organ, phrase)
            if phrase.around.root
            else with_reason(organ, by_own_people(phrase, organ))
        )

    def _state_here(self, kind: VagueKind, phrase: Phrase) -> str:
        """The state of a kind of voice that the phrase gives none: of an opposition that of the report; of a military
        source that of the state media that tell of it, else the only one with an army in a report about it.
        """
        if kind.of_report:
            with_bodies = frozenset().union(*self.context.roles.values()) & self.context.prominent
            alone = self.context.leading and len(with_bodies) == 1
            return next(iter(with_bodies)) if alone else self.context.leading
        if not kind.spoken_by_state_media:
            return ""
        armies = self.context.roles.get(kind.role, frozenset())
        return self._told_by_state(phrase) or (
            self.context.leading if armies == {self.context.leading} else ""
        )

    def _told_by_state(self, phrase: Phrase) -> str:
        teller = self.book.known.get(phrase.around.nearer or self.context.own)
        if teller is None or teller.kind != "state media" or self.context.state not in ("", teller.country):
            return ""
        return teller.country

    def _vague_of_state(self, kind: VagueKind, state: str, phrase: Phrase) -> Source:
        name = kind.of_state.format(adj=self.book.states[state].adjective)
        owner = self.bodies.body_of(state, kind.role).id if kind.role else ""
        told = "names nobody of it" if owner else "names nobody, but a side that is counted as one"
        why = Reason("unnamed kind", f'"{phrase.text}" {told}: {name}')
        return Source(phrase_key(name), name, "unnamed", False, owner, (), (why,))

    def _organ_in(self, words: Sequence[Word]) -> Source | None:
        """A known armed party, medium or body of a people, or an institution named in full, inside the words."""
        found = self.names.longest_alias(words)
        if found:
            return self.names.known(found[0], Reason("alias", f"{found[1]} is named"))
        for length in range(min(len(words), LONGEST), 1, -1):
            for at in range(len(words) - length + 1):
                described = self.names.described(
                    Phrase(spelt_keys(words[at : at + length]), (), tuple(words[at : at + length]))
                )
                if described:
                    return described
        if len(words) == 1 and words[0].capital and (short := self._one_word(words[0])):
            return short
        run = name_run(words)
        if run and (small := self._at_institution(words, run)):
            return self._institution((*run, small), "an institution is named, its kind in small letters")
        if len(run) > 1 and run[-1].key in self.book.word("institutions") | _PROVINCES:
            return self._institution(run, "an institution is named")
        return None

    def _one_word(self, word: Word) -> Source | None:
        """A known source by the one word that describes it, before its people ("the Observatory official")."""
        phrase = Phrase(word.text, (word,), (word,))
        return self.names.described(phrase) or self.names.short_form(phrase)

    @staticmethod
    def _institution(words: Sequence[Word], why: str) -> Source:
        """An institution by its name; the administration of a province is one, whichever word stands for it."""
        named = own_source(" ".join(w.text for w in words), "organisation", Reason("own name", why))
        if words[-1].key not in _PROVINCES:
            return named
        return replace(named, id=f"{joined(words[:-1])} governorate")

    def _only_medium(self, phrase: Phrase, rest: Sequence[Word]) -> Source | None:
        """The one medium of the report's state that speaks in it: whom "local media reported" evidently has it from.

        Where no claim is its own it is the only one that the report names as telling something.
        """
        state = self.bodies.state_in(rest) or self.context.leading
        if not state:
            return None
        told = {s.id: s for s in phrase.around.speakers if s.kind in _MEDIA and self._state_of(s) == state}
        told = told or {k: self.names.known(k) for k in self.context.telling if self._medium_of(k, state)}
        roles = () if told else [r for r in _MEDIA_BODIES if state in self.context.roles.get(r, ())]
        found = [s for k, s in sorted(told.items()) if k != self.context.own]
        found += [self.bodies.body_of(state, role) for role in roles]
        if len(found) != 1:
            return None
        words = f'"{phrase.text}": {found[0].name} is the only medium of the state that speaks in the report'
        return with_reason(found[0], Reason("only one of its kind", words))

    def _medium_of(self, key: str, state: str) -> bool:
        row = self.book.known[key]
        return row.kind in _MEDIA and row.country == state

    def _state_of(self, source: Source) -> str:
        """The state where a medium is, or whose body it is."""
        known = self.book.known.get(source.id)
        return known.country if known else source.id.partition("-")[0].upper()

    def _at_institution(self, words: Sequence[Word], run: Sequence[Word]) -> Word | None:
        """The small-letter noun of an institution right after a name ("a source at Harrow province"), else None.

        Only "at" tells the administration of a province from the place.
        """
        at = next(i for i, w in enumerate(words) if w is run[0])
        after = words[at + len(run)] if at + len(run) < len(words) else None
        if not at or words[at - 1].key != "at" or after is None or after.broken:
            return None
        return after if after.key in self.book.word("institutions") | {"province"} else None

    def _modified(self, kind: VagueKind, head: Word, phrase: Phrase) -> str:
        """Name an unnamed source by the word that qualifies it: "civil source", "governorate source"."""
        at = phrase.core.index(head)
        before = [w for w in phrase.core[:at] if not w.capital and w.key not in _NO_QUALIFIER]
        if before:
            return f"{before[-1].text.lower()} source"
        if at and phrase.core[at - 1] is phrase.core[0] and phrase.words[0] is phrase.core[0]:
            word = phrase.core[0]
            if not self.bodies.is_state(word) and word.key not in _NO_QUALIFIER and word.text.istitle():
                return f"{word.text.lower()} source" if word.key in _QUALIFIERS else kind.name
        return kind.name

    def classed(self, phrase: Phrase) -> Source | None:
        """A generic word ("the group"): the one source of that kind that speaks in the report, or is named in it."""
        key = joined(phrase.core)
        bare = joined([w for w in phrase.core if not w.capital]) or key
        classes = [c for c in self.book.classes if key in c.phrases or bare in c.phrases]
        if not classes:
            return None
        kinds = frozenset().union(*(c.kinds for c in classes))
        if phrase.words[0].key in OTHERS:
            kinds = frozenset()  # "another monitor" is none that the report names
        speaking = {s.id: s for s in phrase.around.speakers if s.kind in kinds and not s.vague}
        here = {self.book.heir(k, self.context.told) for k in self.context.named}
        named = {k for k in here if self.book.known[k].kind in kinds} - {self.context.own}
        ids = sorted(speaking) if len(speaking) == 1 else sorted(named)
        if len(ids) == 1:
            found = speaking.get(ids[0]) or self.names.known(ids[0])
            words = f'"{phrase.text}": {found.name} is the only one of its kind in the report'
            return with_reason(found, Reason("only one of its kind", words))
        name = classes[0].vague
        return vague_source(name, Reason("unnamed kind", f'"{phrase.text}" could be several'))
