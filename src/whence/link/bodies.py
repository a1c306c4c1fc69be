"""Voices that are an organ of a state, a capital, or the holder of an office that speaks for a body."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whence.link.context import LONGEST
from whence.link.named import Names
from whence.link.naming import Phrase, own_source, vague_source, with_reason
from whence.link.phrases import (
    ARTICLES,
    PREPOSITIONS,
    Word,
    cut,
    joined,
    name_run,
    phrase_key,
    spelt,
    stripped,
    without_possessive,
)
from whence.model.finding import Source
from whence.model.span import Reason

_STATE_MEDIA_ROLES: Final = frozenset({"state-television", "state-news-agency", "state-radio", "state-media"})
_GAP: Final = 2  # words between a state's adjective and the body ("Syria's official army command")
FORMER: Final = frozenset(
    {"former", "ex", "late", "retired", "ousted", "onetime", "defected"}
)  # who speaks for himself
# of an office: "UN resident representative"
RANKS: Final = frozenset({"resident", "special", "regional", "senior", "top", "permanent", "humanitarian"})
_SENT: Final = frozenset({"ambassador", "envoy", "representative"})
_SIDES: Final = frozenset({"backer", "ally", "patron", "sponsor", "supporter", "foe", "rival"})
_ANYBODYS: Final = frozenset({"forces", "troops"})  # without a state's adjective they need not be a state's
_OWN_NAMES: Final = frozenset({"us", "uk", "united states"})  # adjectives that are the state's name as well


class Bodies:
    """The rules that go by states, organs and offices."""

    def __init__(self, names: Names) -> None:
        self.names, self.book, self.context = names, names.book, names.context

    def knows(self, name: str) -> Source | None:
        """Return the source of `name` if it is a known one or a body of a state, else None."""
        phrase = self.names.phrase(name)
        for rule in (self.names.alias, self.names.described, self.body):
            source = rule(phrase)
            if source is not None:
                return source
        return None

    def capital(self, phrase: Phrase) -> Source | None:
        """A state or its capital, standing for its government, also by its side ("the rebels' backer Mar")."""
        past = next((i + 1 for i, w in enumerate(phrase.core) if w.key in _SIDES), 0)
        core = phrase.core[past:]
        state = self.book.capitals.get(joined(core)) or (
            self.book.demonyms.get(joined(core)) if core and core[0].capital else None
        )
        adjectives = {phrase_key(a) for a in self.book.states[state].adjectives} if state else set()
        people = self.are_people(phrase)
        if not state or people or joined(core) in adjectives - _OWN_NAMES:
            return None
        return self.body_of(
            state, "government", Reason("capital or state", f'"{phrase.text}" stands for its government')
        )

    def office(self, phrase: Phrase) -> Source | None:
        """A holder of an office that speaks for a body: "spokesman for X", "X director N", "N, the head of X"."""
        offices = self.book.word("speaks_for") | self.book.word("reporters")
        for at, word in enumerate(phrase.core):
            if word.key not in offices or any(w.key in FORMER for w in phrase.core[:at]):
                continue
            named = self._spoken_for(phrase, at)
            for body in self._bodies_around(phrase, at):
                source = self.knows(body) or self._institution(body) or named
                if source and not (word.key == "member" and source.id.endswith("-parliament")):
                    why = Reason("speaks for", f'"{phrase.text}" speaks for {source.name}')
                    return with_reason(source, why)
        return None

    def _bodies_around(self, phrase: Phrase, at: int) -> list[str]:
        before, rest = phrase.core[:at], phrase.core[at + 1 :]
        if phrase.core[at].key in _SENT and rest and rest[0].key == "to":
            rest = ()  # whom they are sent to, they do not speak for
        hits = (self.names.longest_alias(rest), self._alias_before(before))
        if phrase.core[at].key == "ambassador" and hits[1] and not self.book.known[hits[1][0]].country:
            hits, before = (hits[0], None), ()  # a "UN ambassador" is a state's
        found = [hit[1] for hit in hits if hit]
        while rest and (rest[0].key in self.book.word("speaks_for") or rest[0].key == "and"):
            rest = rest[1:]
        if rest and rest[0].key in PREPOSITIONS:
            tail = stripped(rest[1:], self.book.word("determiners"))
            stop = next((i for i, w in enumerate(tail) if i and w.broken), len(tail))
            found += [spelt(phrase.text, tail[:n]) for n in range(stop, 0, -1)]
        while before and before[-1].key in self.book.word("speaks_for"):
            before = before[:-1]
        found += [spelt(phrase.text, before[n:]) for n in range(len(before))]
        return found

    def _alias_before(self, words: Sequence[Word]) -> tuple[str, str, int, int] | None:
        """The known name right before an office, its acronym aside ("the Front's (DF) vice-president")."""
        hit = self.names.longest_alias(words)
        rest = words[hit[2] + hit[3] :] if hit else ()
        near = all(w.text.isupper() or w.key in self.book.word("speaks_for") | RANKS for w in rest)
        return hit if near else None

    def _spoken_for(self, phrase: Phrase, at: int) -> Source | None:
        """The unknown body after "spokesman for", or that an office's words call "known as"."""
        rest = phrase.core[at + 1 :]
        as_known = next(
            (i for i in range(1, len(rest)) if (rest[i - 1].key, rest[i].key) == ("known", "as")), 0
        )
        if not as_known and not phrase.core[at].key.startswith("spokes"):
            return None
        run = name_run(rest[as_known or 1 :]) if rest and rest[0].key in ("for", "of") else ()
        name = spelt(phrase.text, run)
        return (
            own_source(name, "organisation", Reason("own name", f'"{name}" is spoken for')) if run else None
        )

    def _institution(self, name: str) -> Source | None:
        run = cut(name)
        named = len(run) > 1 and run[:-1] == name_run(run[:-1])  # "the Harrow Media centre"
        if named and run[-1].key in self.book.word("institutions"):
            return own_source(
                name, "organisation", Reason("own name", f'"{name}" is the name of an institution')
            )
        return None

    def whole_body(self, phrase: Phrase) -> Source | None:
        """A body of a state and nothing else: "state media", "the Syrian army"; not a source or an official of it."""
        core = phrase.core
        if len(core) > 2 and core[0].key in self.book.word("of_state") and self.is_state(core[1]):
            core = (core[1], core[0], *core[2:])  # "the official Vostian news agency"
            phrase = replace(phrase, core=core)
        for start in range(min(4, len(core))):
            if joined(core[start:]) in self.book.body_phrases and (
                not start or self._state_of(core, start, len(core) - start)
            ):
                return self.body(phrase) or self._of_no_state(phrase, joined(core[start:]))
        return None

    def _of_no_state(self, phrase: Phrase, key: str) -> Source:
        """A body in a report that shows no state: a ministry is one body by its name, others could be anybody's."""
        why = Reason("unnamed kind", f'nothing shows of which state "{phrase.text}" is')
        if self.book.body_phrases[key].endswith("-ministry"):
            return own_source(key, self.book.bodies[self.book.body_phrases[key]].kind, why)
        return vague_source(key, why)

    def body(self, phrase: Phrase) -> Source | None:
        """An organ of a state, named with the state or in a report that shows which one is meant."""
        words = phrase.core
        for length in range(min(len(words), LONGEST), 0, -1):
            for at in range(len(words) - length + 1):
                role = self._role(joined(words[at : at + length]))
                if role is None:
                    continue
                state = self._state_of(words, at, length)
                if state:
                    return self.body_of(
                        state, role, Reason("body of a state", f'"{phrase.text}" is of {state}')
                    )
                bare = joined(words[:length]) in _ANYBODYS
                if at == 0 and not bare and self._only_names_follow(self._past_of(words[length:])):
                    return self._body_here(phrase, role)
        return None

    def _state_of(self, words: Sequence[Word], at: int, length: int) -> str:
        for gap in range(_GAP + 1):
            for size in (3, 2, 1):
                start = at - gap - size
                run = words[start : start + size] if start >= 0 else ()
                code = self.book.demonyms.get(joined(run)) if run and run[0].capital else None
                between = words[start + size : at]
                if (
                    code
                    and all(self._plain(w) for w in between)
                    and not any(w.text.isdigit() for w in between)
                ):
                    return code
        rest = words[at + length :]
        if len(rest) > 1 and rest[0].key in ("of", "in"):
            seat = joined(stripped(rest[1:], frozenset({"the"})))
            return self.book.demonyms.get(seat) or (
                self.book.capitals.get(seat, "") if rest[1].capital else ""
            )
        return ""

    def _role(self, key: str) -> str | None:
        """The organ that a phrase names, also as a possessive ("the defence ministrys bulletin")."""
        bare = without_possessive(key)
        people = bare.rpartition(" ")[2] in self.book.word(
            "speaks_for"
        )  # "foreign ministers" are of several states
        return self.book.body_phrases.get(key) or (None if people else self.book.body_phrases.get(bare))

    def _plain(self, word: Word) -> bool:
        """Whether a word between a state's adjective and a body leaves it the state's ("opposition" does not)."""
        return word.key not in self.book.word("against") and (
            not word.capital or word.key in self.book.word("fillers")
        )

    def _only_names_follow(self, rest: Sequence[Word]) -> bool:
        offices = self.book.word("speaks_for") | self.book.word("persons")
        return all(w.capital or w.key in offices or w.key in ARTICLES for w in rest)

    def _past_of(self, rest: Sequence[Word]) -> Sequence[Word]:
        """The words after "of", if a calling follows it ("the administration of President Dallo")."""
        called = len(rest) > 1 and rest[0].key == "of" and rest[1].key in self.book.word("persons")
        return rest[1:] if called else rest

    def _body_here(self, phrase: Phrase, role: str) -> Source | None:
        """A body named without its state: the state whose such body the report names in full, else what it is about."""
        full = self.context.roles.get(role, frozenset())
        own = self.book.known.get(self.context.own)
        about = self.context.prominent
        state = next(iter(full)) if len(full) == 1 and (full <= about or not about) else ""
        told_at_home = own is not None and (self.context.leading or own.country) == own.country
        if not state and own and own.kind == "state media" and told_at_home and not self._abroad(own.country):
            state = own.country
        state = state or self.context.state
        if not state:
            return None
        why = Reason(
            "body of the report's state", f'"{phrase.text}" in a report about {self.book.states[state].name}'
        )
        return self.body_of(state, role, why)

    def _abroad(self, home: str) -> bool:
        """Whether the report names states, and that of its own medium less often than others."""
        states = self.context.states
        return bool(states) and states[home] < max(states.values())

    def state_medium(self, phrase: Phrase) -> Source | None:
        """An unknown name after the words for a state's medium: "the state news agency VNA"."""
        run = name_run(phrase.core)
        lead = phrase.core[: len(phrase.core) - len(run)]
        role = next((r for n in range(len(lead)) if (r := self.book.body_phrases.get(joined(lead[n:])))), "")
        if not run or role not in _STATE_MEDIA_ROLES:
            return None
        state = self.state_in(lead) or self.context.state
        owner = self.body_of(state, "state-media").id if state else ""
        why = Reason("called a medium of the state", f'"{phrase.text}"')
        name = spelt(phrase.text, run)
        return Source(phrase_key(name), name, "state media", False, owner, (), (why,))

    def body_of(self, state: str, role: str, *reasons: Reason) -> Source:
        """Return the source that is the body `role` of `state`: the known one, else one named after both."""
        known = self.book.of_role.get((state, role))
        told = self.context.told
        if known and self.book.known[known].term.may_hold(told):  # what was closed speaks no more
            return self.names.known(known, *reasons)
        body = self.book.bodies[role]
        name = body.of_state.format(adj=self.book.states[state].adjective)
        owner = self.body_of(state, body.owner).id if body.owner else ""
        return Source(f"{state.lower()}-{role}", name, body.kind, False, owner, (), reasons)

    def is_state(self, word: Word) -> bool:
        """Return whether a word names a state or what belongs to it."""
        return word.key in self.book.demonyms

    def are_people(self, phrase: Phrase) -> bool:
        """Return whether a phrase is what a state's people are called: "Vostians"; "the Vostians" may be their side."""
        word = phrase.core[0] if len(phrase.core) == 1 else None
        if word is None or not word.capital or phrase.words[0].key == "the" or not word.key.endswith("s"):
            return False
        state = self.book.states.get(self.book.demonyms.get(word.key, ""))
        if state is None or word.text.endswith(("'s", "’s")):
            return False
        names = {phrase_key(n) for n in (state.name, *state.names)} | _OWN_NAMES
        return word.key[:-1] in {phrase_key(a) for a in state.adjectives} - names and word.key not in names

    def state_in(self, words: Sequence[Word]) -> str:
        """Return the first state that `words` name, "" if none."""
        for at in range(len(words)):
            for length in (3, 2, 1):
                code = self.book.demonyms.get(joined(words[at : at + length]))
                if code and words[at].capital:
                    return code
        return ""
