"""One voice, as one report names it, to one source, with the rule that says why.  Rules in a fixed order, tried in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from whence.link.book import Known, SourceBook, VagueKind
from whence.link.context import LONGEST, ReportContext, fits
from whence.link.names import same_name
from whence.link.phrases import (
    ARTICLES,
    PREPOSITIONS,
    Word,
    cut,
    head_part,
    joined,
    name_run,
    phrase_key,
    spelt,
    stripped,
    without_possessive,
    word_key,
)
from whence.model.finding import Source, SourceKind
from whence.model.span import Reason

_STATE_MEDIA_ROLES: Final = frozenset({"state-television", "state-news-agency", "state-radio", "state-media"})
_GAP: Final = 2  # filler words that may stand between a state's adjective and the body ("Syria's official army command")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A voice's words: all of them, and those that are left without leading determiners."""

    text: str
    words: tuple[Word, ...]
    core: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a voice in its chain: the source nearer to the reader, and the speakers met so far."""

    nearer: str = ""
    speakers: tuple[Source, ...] = ()


class Resolver:
    """Resolves the voices of one report by the tables of `book` and what the report says around them."""

    def __init__(self, book: SourceBook, context: ReportContext) -> None:
        self.book, self.context = book, context

    def resolve(self, name: str, around: Around) -> Source:
        """Return the source that the words `name` stand for; what no rule knows stays itself."""
        phrase = self.phrase(name)
        for rule in self._rules():
            source = rule(phrase, around)
            if source is not None:
                return source
        return self._itself(phrase)

    def knows(self, name: str) -> Source | None:
        """Return the source of `name` if it is a known one or a body of a state, else None."""
        phrase = self.phrase(name)
        for rule in (self._alias, self._described, self._body):
            source = rule(phrase, Around())
            if source is not None:
                return source
        return None

    def phrase(self, name: str) -> Phrase:
        """Cut a voice's words."""
        words = cut(name)
        core = stripped(words, self.book.word("determiners")) or words
        return Phrase(name, words, core)

    def _rules(self) -> tuple[Callable[[Phrase, Around], Source | None], ...]:
        return (
            self._alias,
            self._defined,
            self._described,
            self._short_form,
            self._whole_body,
            self._own_reporter,
            self._unnamed,
            self._capital,
            self._office,
            self._body,
            self._embedded,
            self._classed,
            self._state_medium,
        )

    # -- names ---------------------------------------------------------------------------------------------------

    def _alias(self, phrase: Phrase, around: Around) -> Source | None:
        for words in (phrase.words, phrase.core):
            hit = self._known_as(words)
            if hit:
                return self.known(
                    hit, Reason("alias", f'"{phrase.text}" is a name of {self.book.known[hit].name}')
                )
        return None

    def _known_as(self, words: Sequence[Word]) -> str:
        key = joined(words)
        rows = self.book.aliases.get(key) or self.book.aliases.get(without_possessive(key), ())
        return self._choose([k for k, alias in rows if fits(words, alias)])

    def _choose(self, keys: Sequence[str]) -> str:
        """The one of `keys` that the context allows: the outlet itself, the one of the report's state, else none."""
        if len(keys) <= 1:
            return keys[0] if keys else ""
        if self.context.own in keys:
            return self.context.own
        for fitting in (
            [k for k in keys if self.book.known[k].subject == self.context.state],
            [k for k in keys if not self.book.known[k].subject],
        ):
            if len(fitting) == 1:
                return fitting[0]
        return ""

    def _defined(self, phrase: Phrase, around: Around) -> Source | None:
        full = self.context.definitions.get(joined(phrase.core))
        if not full:
            return None
        why = Reason("defined in the report", f'the report gives "{phrase.text}" as short for "{full}"')
        source = self.knows(full)
        return with_reason(source, why) if source else own_source(full, "organisation", why)

    def _described(self, phrase: Phrase, around: Around) -> Source | None:
        keys = self.book.descriptions.get(joined(phrase.core), ())
        here = self.context
        fitting = [k for k in keys if self.book.known[k].subject in ("", here.leading) or k in here.named]
        if len(fitting) > 1:
            fitting = [k for k in fitting if k == here.own] or [k for k in fitting if k in here.named]
        if len(fitting) != 1:
            return None
        name = self.book.known[fitting[0]].name
        return self.known(
            fitting[0], Reason("description", f'"{phrase.text}" describes {name} in this report')
        )

    def _short_form(self, phrase: Phrase, around: Around) -> Source | None:
        """The last words of the name of a known source that the report names in full ("Rahman", "the Observatory")."""
        words = joined(phrase.core).split()
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
        found = self.known(min(ending))
        return with_reason(
            found, Reason("short form", f'"{phrase.text}" is short for {found.name} in this report')
        )

    # -- unnamed voices --------------------------------------------------------------------------------------------

    def _unnamed(self, phrase: Phrase, around: Around) -> Source | None:
        found = self._vague_head(phrase)
        if found is None:
            return None
        kind, head = found
        rest = [w for w in phrase.core if w is not head]
        organ = self._organ_in(rest)
        if organ and (source := self._member(organ, kind, head, phrase)):
            return source
        if kind.of_state and (state := self._state_in(rest) or self._told_by_state(kind, around)):
            return self._vague_of_state(kind, state, phrase)
        name = self._modified(kind, head, phrase) if kind.name == "source (unnamed)" else kind.name
        return vague_source(name, Reason("unnamed kind", f'"{phrase.text}" names nobody: {name}'))

    def _vague_head(self, phrase: Phrase) -> tuple[VagueKind, Word] | None:
        """The first kind whose noun is the head of the phrase, and that noun; None if the phrase names somebody."""
        part = self._first_conjunct(head_part(phrase.core))
        keys = {w.key for w in phrase.core}
        for at in range(len(part) - 1, -1, -1):
            word = part[at]
            for kind in self.book.vague:
                alone = joined(part) in kind.alone or (at == len(part) - 1 and word.key in kind.alone)
                fits_head = word.key in kind.heads and (not kind.having or self._having(kind, keys, phrase))
                if alone or fits_head:
                    return None if self._names_person(part, at) else (kind, word)
        return None

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
            w for w in part[head + 1 :] if not self._is_state(w) and w.key not in self.book.word("persons")
        ]
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
            return with_reason(organ, _by_own_people(phrase, organ)) if own else None
        known = organ.id in self.book.known
        if organ.kind in ("organisation", "monitor", "official") and (known or kind.name == "activists"):
            return with_reason(organ, _by_own_people(phrase, organ))
        if known and kind.name == "rebels":
            return with_reason(organ, _by_own_people(phrase, organ))
        if not known and kind.name not in _OF_INSTITUTIONS:
            return None
        return _of_organ(organ, head, phrase) if kind.name in _OWNED else None

    def _own_reporter(self, phrase: Phrase, around: Around) -> Source | None:
        """ "Our correspondent": the outlet, or the agency whose text it is."""
        reporters = self.book.word("reporters")
        part = head_part(phrase.core)
        if not part or part[-1].key not in reporters or len(part) > 2 or any(w.capital for w in part[:-1]):
            return None
        if len(part) == 2 and part[0].key not in _OWN_STAFF:
            return None
        teller = self.book.known.get(around.nearer or self.context.own)
        return (
            self.known(teller.key, Reason("own reporter", f'"{phrase.text}" is of {teller.name}'))
            if teller
            else None
        )

    def _is_state(self, word: Word) -> bool:
        return word.key in self.book.demonyms

    def _state_in(self, words: Sequence[Word]) -> str:
        for at in range(len(words)):
            for length in (3, 2, 1):
                code = self.book.demonyms.get(joined(words[at : at + length]))
                if code and words[at].capital:
                    return code
        return ""

    def _told_by_state(self, kind: VagueKind, around: Around) -> str:
        """The state whose media tell of an unnamed military source: it is that state's military."""
        if not kind.spoken_by_state_media:
            return ""
        teller = self.book.known.get(around.nearer or self.context.own)
        if teller is None or teller.kind != "state media" or self.context.state not in ("", teller.country):
            return ""
        return teller.country

    def _vague_of_state(self, kind: VagueKind, state: str, phrase: Phrase) -> Source:
        name = kind.of_state.format(adj=self.book.states[state].adjective)
        owner = self.body_of(state, kind.role).id if kind.role else ""
        why = Reason("unnamed kind", f'"{phrase.text}" names nobody: {name}')
        return Source(phrase_key(name), name, "unnamed", False, owner, (), (why,))

    def _organ_in(self, words: Sequence[Word]) -> Source | None:
        """A known armed party, medium or body of a people, or an institution named in full, inside the words."""
        found = self._longest_alias(words)
        if found:
            return self.known(found[0], Reason("alias", f"{found[1]} is named"))
        for length in range(min(len(words), LONGEST), 1, -1):
            for at in range(len(words) - length + 1):
                described = self._described(
                    Phrase(spelt_keys(words[at : at + length]), (), tuple(words[at : at + length])), Around()
                )
                if described:
                    return described
        run = name_run(words)
        if len(run) > 1 and run[-1].key in self.book.word("institutions"):
            return own_source(
                " ".join(w.text for w in run), "organisation", Reason("own name", "an institution is named")
            )
        return None

    def _modified(self, kind: VagueKind, head: Word, phrase: Phrase) -> str:
        """Name an unnamed source by the word that qualifies it: "civil source", "governorate source"."""
        at = phrase.core.index(head)
        before = [w for w in phrase.core[:at] if not w.capital and w.key not in _NO_QUALIFIER]
        if before:
            return f"{before[-1].text.lower()} source"
        if at and phrase.core[at - 1] is phrase.core[0] and phrase.words[0] is phrase.core[0]:
            word = phrase.core[0]
            if not self._is_state(word) and word.key not in _NO_QUALIFIER and word.text.istitle():
                return f"{word.text.lower()} source" if word.key in _QUALIFIERS else kind.name
        return kind.name

    # -- offices and bodies ------------------------------------------------------------------------------------------

    def _capital(self, phrase: Phrase, around: Around) -> Source | None:
        state = self.book.capitals.get(joined(phrase.core)) or (
            self.book.demonyms.get(joined(phrase.core)) if phrase.core and phrase.core[0].capital else None
        )
        if (
            not state
            or joined(phrase.core) in {phrase_key(a) for a in self.book.states[state].adjectives} - _OWN_NAMES
        ):
            return None
        return self.body_of(
            state, "government", Reason("capital or state", f'"{phrase.text}" stands for its government')
        )

    def _office(self, phrase: Phrase, around: Around) -> Source | None:
        """A holder of an office that speaks for a body: "spokesman for X", "X director N", "N, the head of X"."""
        offices = self.book.word("speaks_for") | self.book.word("reporters")
        for at, word in enumerate(phrase.core):
            if word.key not in offices:
                continue
            named = self._spoken_for(phrase, at) if word.key.startswith("spokes") else None
            for body in self._bodies_around(phrase, at):
                source = self.knows(body) or self._institution(body) or named
                if source:
                    why = Reason("speaks for", f'"{phrase.text}" speaks for {source.name}')
                    return with_reason(source, why)
        return None

    def _bodies_around(self, phrase: Phrase, at: int) -> list[str]:
        words = phrase.core
        found = []
        rest = words[at + 1 :]
        while rest and (rest[0].key in self.book.word("speaks_for") or rest[0].key == "and"):
            rest = rest[1:]
        if rest and rest[0].key in PREPOSITIONS:
            tail = stripped(rest[1:], self.book.word("determiners"))
            stop = next((i for i, w in enumerate(tail) if i and w.broken), len(tail))
            found += [spelt(phrase.text, tail[:n]) for n in range(stop, 0, -1)]
        before = words[:at]
        while before and before[-1].key in self.book.word("speaks_for"):
            before = before[:-1]
        found += [spelt(phrase.text, before[n:]) for n in range(len(before))]
        return found

    def _spoken_for(self, phrase: Phrase, at: int) -> Source | None:
        """The unknown body after "spokesman for"."""
        rest = phrase.core[at + 1 :]
        run = name_run(rest[1:]) if rest and rest[0].key in ("for", "of") else ()
        name = spelt(phrase.text, run)
        return (
            own_source(name, "organisation", Reason("own name", f'"{name}" has a spokesman')) if run else None
        )

    def _institution(self, name: str) -> Source | None:
        run = cut(name)
        if len(run) > 1 and run == name_run(run) and run[-1].key in self.book.word("institutions"):
            return own_source(
                name, "organisation", Reason("own name", f'"{name}" is the name of an institution')
            )
        return None

    def _whole_body(self, phrase: Phrase, around: Around) -> Source | None:
        """A body of a state and nothing else: "state media", "the Syrian army"; not a source or an official of it."""
        core = phrase.core
        for start in range(min(4, len(core))):
            if joined(core[start:]) in self.book.body_phrases and (
                not start or self._state_of(core, start, len(core) - start)
            ):
                return self._body(phrase, around) or vague_source(
                    joined(core[start:]),
                    Reason("unnamed kind", f'nothing shows of which state "{phrase.text}" is'),
                )
        return None

    def _body(self, phrase: Phrase, around: Around) -> Source | None:
        words = phrase.core
        for length in range(min(len(words), LONGEST), 0, -1):
            for at in range(len(words) - length + 1):
                role = self.book.body_phrases.get(joined(words[at : at + length]))
                if role is None:
                    continue
                state = self._state_of(words, at, length)
                if state:
                    return self.body_of(
                        state, role, Reason("body of a state", f'"{phrase.text}" is of {state}')
                    )
                if at == 0 and self._only_names_follow(words[length:]):
                    return self._body_here(phrase, role)
        return None

    def _state_of(self, words: Sequence[Word], at: int, length: int) -> str:
        for gap in range(_GAP + 1):
            for size in (3, 2, 1):
                start = at - gap - size
                run = words[start : start + size] if start >= 0 else ()
                code = self.book.demonyms.get(joined(run)) if run and run[0].capital else None
                if code and all(
                    not w.capital or w.key in self.book.word("fillers") for w in words[start + size : at]
                ):
                    return code
        rest = words[at + length :]
        if len(rest) > 1 and rest[0].key in ("of", "in"):
            return self.book.demonyms.get(joined(stripped(rest[1:], frozenset({"the"}))), "")
        return ""

    def _only_names_follow(self, rest: Sequence[Word]) -> bool:
        offices = self.book.word("speaks_for") | self.book.word("persons")
        return all(w.capital or w.key in offices for w in rest)

    def _body_here(self, phrase: Phrase, role: str) -> Source | None:
        """A body named without its state: the state whose such body the report names in full, else what it is about."""
        full = self.context.roles.get(role, frozenset())
        own = self.book.known.get(self.context.own)
        state = next(iter(full)) if len(full) == 1 else ""
        if not state and own and own.kind == "state media" and self.context.leading in ("", own.country):
            state = own.country
        state = state or self.context.state
        if not state:
            return None
        why = Reason(
            "body of the report's state", f'"{phrase.text}" in a report about {self.book.states[state].name}'
        )
        return self.body_of(state, role, why)

    def body_of(self, state: str, role: str, *reasons: Reason) -> Source:
        """Return the source that is the body `role` of `state`: the known one, else one named after both."""
        known = self.book.of_role.get((state, role))
        if known:
            return self.known(known, *reasons)
        body = self.book.bodies[role]
        name = body.of_state.format(adj=self.book.states[state].adjective)
        owner = self.body_of(state, body.owner).id if body.owner else ""
        return Source(f"{state.lower()}-{role}", name, body.kind, False, owner, (), reasons)

    # -- names inside a phrase, generic words, and the rest ---------------------------------------------------------------

    def _longest_alias(self, words: Sequence[Word]) -> tuple[str, str, int, int] | None:
        for length in range(min(len(words), LONGEST), 0, -1):
            for at in range(len(words) - length + 1):
                run = words[at : at + length]
                key = self._known_as(run) if any(w.capital for w in run) else ""
                if key:
                    return key, " ".join(w.text for w in run), at, length
        return None

    def _embedded(self, phrase: Phrase, around: Around) -> Source | None:
        """A known name among words that only describe it: "the pro-rebel Aleppo-based X news agency"."""
        found = self._longest_alias(phrase.core)
        if found is None:
            return None
        key, alias, at, length = found
        rest = phrase.core[:at] + phrase.core[at + length :]
        allowed = self.book.word("fillers") | self.book.word("reporters") | self.book.word("speaks_for")
        plain = all(
            not w.capital or w.key in allowed or self._is_state(w) or at > 0 for w in rest[at:] or rest
        )
        if not plain and not any(w.key in allowed for w in rest):
            return None
        return self.known(key, Reason("name inside", f'"{phrase.text}" names {alias}'))

    def _classed(self, phrase: Phrase, around: Around) -> Source | None:
        """A generic word ("the group"): the one source of that kind that speaks in the report, or is named in it."""
        key = joined(phrase.core)
        bare = joined([w for w in phrase.core if not w.capital]) or key
        classes = [c for c in self.book.classes if key in c.phrases or bare in c.phrases]
        if not classes:
            return None
        kinds = frozenset().union(*(c.kinds for c in classes))
        speaking = {s.id: s for s in around.speakers if s.kind in kinds and not s.vague}
        named = {k for k in self.context.named if self.book.known[k].kind in kinds} - {self.context.own}
        ids = sorted(speaking) if len(speaking) == 1 else sorted(named)
        if len(ids) == 1:
            found = speaking.get(ids[0]) or self.known(ids[0])
            words = f'"{phrase.text}": {found.name} is the only one of its kind in the report'
            return with_reason(found, Reason("only one of its kind", words))
        name = classes[0].vague
        return vague_source(name, Reason("unnamed kind", f'"{phrase.text}" could be several'))

    def _state_medium(self, phrase: Phrase, around: Around) -> Source | None:
        """An unknown name after the words for a state's medium: "the state news agency VNA"."""
        run = name_run(phrase.core)
        lead = phrase.core[: len(phrase.core) - len(run)]
        role = next((r for n in range(len(lead)) if (r := self.book.body_phrases.get(joined(lead[n:])))), "")
        if not run or role not in _STATE_MEDIA_ROLES:
            return None
        state = self._state_in(lead) or self.context.state
        owner = self.body_of(state, "state-media").id if state else ""
        why = Reason("called a medium of the state", f'"{phrase.text}"')
        name = spelt(phrase.text, run)
        return Source(phrase_key(name), name, "state media", False, owner, (), (why,))

    def _itself(self, phrase: Phrase) -> Source:
        run = name_run(phrase.core)
        if len(run) > 2 and (known := self._misspelt(run)):
            return known
        if not run:
            name = spelt(phrase.text, phrase.core) or phrase.text.strip()
            return vague_source(name, Reason("unnamed", f'"{phrase.text}" names nobody'))
        persons = self.book.word("persons")
        core = phrase.core
        while len(core) > 1 and self._is_state(core[0]) and any(w.key in persons for w in core[1:3]):
            core = stripped(core[1:], persons) or core[1:]
        if all(w in run or w.key in self.book.word("fillers") for w in core):
            core = run
        bare = tuple(w for w in run if w.key not in persons) or run
        person = any(w.key in persons for w in phrase.core) and not any(
            w.key in self.book.word("institutions") for w in run
        )
        kind: SourceKind = "person" if person or _looks_personal(run, self.book) else "organisation"
        source = own_source(
            spelt(phrase.text, core), kind, Reason("own name", f'"{phrase.text}" is in no table')
        )
        return Source(phrase_key(spelt(phrase.text, bare)), source.name, kind, False, "", (), source.reasons)

    def _misspelt(self, run: Sequence[Word]) -> Source | None:
        """A long known name of as many words, misspelt by a letter or so."""
        name = spelt_keys(run)
        for alias, rows in self.book.aliases.items():
            if alias.count(" ") == len(run) - 1 and len(rows) == 1 and alias[0] == run[0].key[0]:
                reason = same_name(rows[0][1], name)
                if reason:
                    return self.known(rows[0][0], reason)
        return None

    def known(self, key: str, *reasons: Reason) -> Source:
        """Return the known source with `key` as a source, for `reasons`."""
        row: Known = self.book.known[key]
        return Source(row.key, row.name, row.kind, False, row.owner, (), reasons)


_OWNED: Final = frozenset(
    {"source (unnamed)", "military source", "security source", "official (unnamed)", "field source"}
)
_OF_INSTITUTIONS: Final = frozenset({"source (unnamed)", "official (unnamed)"})
_OWN_STAFF: Final = frozenset({"our", "own", "news", "war", "special", "staff", "media"})
_OWN_NAMES: Final = frozenset({"us", "uk", "united states"})
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
_QUALIFIERS: Final = frozenset({"civil", "official", "governmental", "informed", "local"})


def _looks_personal(run: Sequence[Word], book: SourceBook) -> bool:
    plain = not any(w.key in book.word("institutions") | book.word("fillers") for w in run)
    return plain and 2 <= len(run) <= 4 and not any(w.text.isupper() for w in run)


def _of_organ(organ: Source, head: Word, phrase: Phrase) -> Source:
    noun = {"sources": "source", "officials": "official"}.get(head.key, word_key(head.text))
    name = f"{organ.name} {noun}"
    why = Reason("unnamed, of a named body", f'"{phrase.text}" is an unnamed {noun} of {organ.name}')
    return Source(f"{organ.id} {noun}", name, "unnamed", False, organ.id, (), (*organ.reasons, why))


def _by_own_people(phrase: Phrase, organ: Source) -> Reason:
    return Reason("own people", f'"{phrase.text}" are people of {organ.name}')


def spelt_keys(words: Sequence[Word]) -> str:
    """Return the words as written, with one space between."""
    return " ".join(w.text for w in words)


def vague_source(name: str, *reasons: Reason) -> Source:
    """Return the vague source of a kind of voice, known by its kind alone."""
    return Source(name.lower(), name, "unnamed", True, "", (), reasons)


def own_source(name: str, kind: SourceKind, *reasons: Reason) -> Source:
    """Return a source that no table knows: itself, by its folded name."""
    return Source(phrase_key(name) or name, name, kind, False, "", (), reasons)


def with_reason(source: Source, reason: Reason) -> Source:
    """Return `source` with one more reason."""
    return Source(
        source.id,
        source.name,
        source.kind,
        source.vague,
        source.owner,
        source.aliases,
        (*source.reasons, reason),
    )
