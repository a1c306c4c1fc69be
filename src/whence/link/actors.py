"""Names of actors held responsible, to one key each, so that "the regime" and "the Syrian army" compare as one.

A key is for comparing alone: what a text said stays as it said it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.link.book import Row, SourceBook, term_of, terms_of
from whence.link.context import ReportContext
from whence.link.phrases import cut, phrase_key
from whence.link.terms import ALWAYS, Term, merged_at
from whence.model.errors import UsageError
from whence.model.report import Report
from whence.model.statement import Culprit, Link, Statement
from whence.model.values import Interval

_EITHER: Final = re.compile(r"\s+(?:and/or|or)\s+", re.IGNORECASE)
_BOTH: Final = re.compile(r"\s+and\s+|\s*,\s*|\s*/\s*", re.IGNORECASE)
_BACKED: Final = frozenset(
    {"backed", "supported", "sponsored", "allied", "aligned", "linked", "affiliated", "funded"}
)
# who leads an actor tells it from others of its kind ("the US-led coalition"), but not one that has a name
_LED: Final = frozenset({"led", "dominated"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and when an actor is told to have acted."""

    country: str
    then: Interval | None


class _Making:
    """The actors of a book, as row after row gives them."""

    def __init__(self) -> None:
        self.aliases: dict[str, tuple[str, ...]] = {}
        self.terms: dict[str, Term] = {}
        self.merged: dict[str, dict[str, Term]] = {}
        self.named: set[str] = set()
        self._parties: dict[str, str] = {}  # the key of a source -> its key as an actor

    def actor(self, row: Row, key: str, *, named: bool) -> None:
        """Take in a row of `actors.yaml`; of one name the last row is asked first."""
        self.terms[key], self.merged[key] = term_of(row), terms_of(row, "merged")
        self.named.update([key] if named else ())
        for a in map(phrase_key, (key, str(row.get("name", key)), *_texts(row, "aliases"))):
            self.aliases[a] = (*(k for k in self.aliases.get(a, ()) if k != key), key)

    def party(self, row: Row) -> None:
        """Take in a row of `sources.yaml`: a party's names for the actor that has one of them, else for its own.

        An acronym alone makes no two one: two bodies may bear it.
        """
        if row.get("kind") != "party":
            return
        written = (str(row.get("name", "")), *_texts(row, "aliases"), *terms_of(row, "dated"))
        names = {phrase_key(a): a for a in written if phrase_key(a)}
        known = [k for n, a in names.items() if not a.isupper() for k in self.aliases.get(n, ())[-1:]]
        key = known[0] if known else next(iter(names))
        self._parties[str(row["key"])] = key
        if not known:
            self.named.add(key)
            self.terms[key], self.merged[key] = term_of(row), terms_of(row, "merged")
        for name in names:
            self.aliases.setdefault(name, (key,))

    def follow(self) -> None:
        """Lead mergers to actors' keys; raise UsageError for one into nobody."""
        for key, into in self.merged.items():
            led = {self._parties.get(k, k): term for k, term in into.items()}
            if wrong := sorted(k for k in led if k not in self.terms or k == key):
                raise UsageError(
                    f"actor {key!r} is merged into {wrong[0]!r}", "name another actor or generic row"
                )
            self.merged[key] = led


@dataclass(frozen=True, slots=True)
class ActorBook:
    """Actors by their names: keyed aliases, states by what is theirs, and what means a state's forces."""

    aliases: dict[
        str, tuple[str, ...]
    ]  # several actors of one name are told apart by their times, else the last holds
    demonyms: dict[str, str] = field(repr=False)  # "syrian", "syria", "assads" -> SY
    states: dict[str, str] = field(repr=False)  # SY -> "Syria"
    words: dict[str, frozenset[str]] = field(repr=False)
    terms: dict[str, Term] = field(default_factory=dict, repr=False)  # when an actor was, under its name
    merged: dict[str, dict[str, Term]] = field(
        default_factory=dict, repr=False
    )  # what it became or was part of
    named: frozenset[str] = frozenset()  # the actors that have a name, and are no mere kind

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> "ActorBook":
        """Build the book from rows of `actors.yaml`, `states.yaml` and `sources.yaml`; raise UsageError for any other.

        The parties of `sources.yaml` are actors under their names there, unless a row of `actors.yaml` has one of them.
        """
        making = _Making()
        demonyms: dict[str, str] = {}
        states: dict[str, str] = {}
        words: dict[str, frozenset[str]] = {}
        for row in sorted(rows, key=lambda r: "key" in r):  # what the actors' own table says comes first
            kind = next((k for k in ("words", "leader", "state", "actor", "generic", "key") if k in row), "")
            match kind:
                case "words":
                    words[str(row["words"])] = frozenset(phrase_key(w) for w in _texts(row, "list"))
                case "leader":
                    leaders = (*_texts(row, "leader"), *_by_given_name(_texts(row, "leader")))
                    demonyms.update(_with_possessive(leaders, str(row["state"])))
                case "state":
                    states[str(row["state"])] = str(row["name"])
                    fields = ("names", "adjectives", "capital")
                    names = (str(row["name"]), *(n for f in fields for n in _texts(row, f)))
                    for name, state in _with_possessive(names, str(row["state"])).items():
                        demonyms.setdefault(name, state)
                case "actor" | "generic":
                    making.actor(row, str(row[kind]), named=kind == "actor")
                case "key":
                    making.party(row)
                case _:
                    raise UsageError(
                        f"actor row {dict(row)} is of no known kind", "correct the row in resources/"
                    )
        making.follow()
        merged = {k: into for k, into in making.merged.items() if into}
        return cls(making.aliases, demonyms, states, words, making.terms, merged, frozenset(making.named))

    def actor_key(self, name: str, context_country: str = "", then: Interval | None = None) -> str:
        """Return the key of the actor `name`; in a report about `context_country` "the regime" is that state's.

        Alternatives stay alternatives ("a or b") and several stay several ("a and b"), each sorted; what no table knows
        is its own folded name.  `then` is when it acted: a name that two actors bore in turn is the one's of that time,
        and an actor that had been renamed or merged is what it had become.
        """
        around = _Setting(context_country, then)
        either = {self._both(part, around) for part in _EITHER.split(name) if part.strip()}
        return " or ".join(sorted(either)) or phrase_key(name)

    def _both(self, name: str, around: "_Setting") -> str:
        whole = self._known(name, around)
        if whole:
            return whole
        parts = [p for p in _BOTH.split(name) if p.strip()]
        return " and ".join(sorted({self._known(p, around) or self._plain(p) for p in parts}))

    def _known(self, name: str, around: "_Setting") -> str:
        words = [w.key for w in cut(name)]
        while words and words[0] in self._list("hedges"):
            words = words[1:]
        for keys in (words, _unbacked(words)):
            found = self._named(keys, around)
            if found:
                return found
        led = self._named(_after(words, _LED), around)  # "the US-led coalition" is no coalition like others
        return led if led in self.named else ""

    def _named(self, words: Sequence[str], around: "_Setting") -> str:
        """The key of the longest leading run that a table knows, if only force nouns follow it."""
        for length in range(len(words), 0, -1):
            key = " ".join(w for w in words[:length] if w not in ("al", "el"))
            rest = words[length:]
            if key in self.aliases and all(w in self._list("forces") for w in rest):
                return self._of_then(self.aliases[key], around.then)
            if key in self.demonyms and self._of_state(rest):
                return self._state(self.demonyms[key])
            if key in self.demonyms and (inner := self._named(rest, around)):
                return inner
        if " ".join(words) in self._list("state") and around.country:
            return self._state(around.country)
        return ""

    def _of_then(self, keys: Sequence[str], then: Interval | None) -> str:
        """The one of the actors of one name that was there `then` (the last if none or several were), or its heir."""
        there = [k for k in keys if self.terms.get(k, ALWAYS).may_hold(then)]
        return merged_at(self.merged, (there or keys)[-1], then)

    def _of_state(self, rest: Sequence[str]) -> bool:
        return " ".join(rest) in self._list("state") or all(
            w in self._list("forces") - _OPPONENTS or w == "arab" for w in rest
        )

    def _state(self, code: str) -> str:
        return f"state of {self.states.get(code, code)}"

    def _plain(self, name: str) -> str:
        words = [w.key for w in cut(name)]
        while words and words[0] in self._list("hedges"):
            words = words[1:]
        return " ".join(words) or phrase_key(name)

    def _list(self, name: str) -> frozenset[str]:
        return self.words.get(name, frozenset())


_TITLES: Final = frozenset({"President", "King", "Emir", "Sheikh", "General", "Colonel", "Prime"})
# after a state's adjective these are its opponents or allies ("Syrian militants"), not its forces
_OPPONENTS: Final = frozenset({
    "militants", "terrorists", "terrorist", "extremists", "jihadists", "jihadist", "insurgents", "gunmen", "group",
    "groups", "organisation", "organization", "movement", "network", "coalition", "alliance", "factions", "faction",
    "brigades", "cells", "cell", "affiliates",
})  # fmt: skip


def resolve_actors(
    reports: Sequence[Report], statements: Sequence[Statement], actors: ActorBook, book: SourceBook
) -> dict[str, str]:
    """Return the key of each name of an actor that the statements give: what `weigh` compares culprits and links by.

    An actor is what it was when it acted: at the statement's time, else when its report was published.  A name that
    means one actor in one statement and another in the next ("the regime") keeps no key but its own words.
    """
    by_id = {r.id: r for r in reports}
    contexts: dict[str, str] = {}
    found: dict[str, set[str]] = {}
    for s in sorted(statements, key=lambda s: s.id):
        for name in _names(s):
            if s.report not in contexts:
                contexts[s.report] = ReportContext(by_id[s.report], book).leading if s.report in by_id else ""
            then = s.when or (by_id[s.report].published if s.report in by_id else None)
            found.setdefault(name, set()).add(actors.actor_key(name, contexts[s.report], then))
    return {name: _one(name, keys, actors) for name, keys in sorted(found.items())}


def _one(name: str, keys: set[str], actors: ActorBook) -> str:
    return min(keys) if len(keys) == 1 else actors.actor_key(name)


def _names(statement: Statement) -> tuple[str, ...]:
    value = statement.value
    if isinstance(value, Culprit):
        return (value.actor,)
    return (value.subject, value.object) if isinstance(value, Link) else ()


def _unbacked(words: Sequence[str]) -> list[str]:
    """The words after "X-backed": whoever backs an actor is not the actor."""
    return _after(words, _BACKED)


def _after(words: Sequence[str], marks: frozenset[str]) -> list[str]:
    at = next((i for i, w in enumerate(words) if w in marks), None)
    return list(words[at + 1 :]) if at is not None else []


def _texts(row: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise UsageError(
            f"actor row {dict(row)}: {name} must be a list of texts", "correct the row in resources/"
        )
    return tuple(value)


def _by_given_name(leaders: Iterable[str]) -> Iterator[str]:
    """Yield what a government is called after its leader's given name ("the Talal regime" under Talal Dari)."""
    for name in leaders:
        given, _, rest = name.partition(" ")
        if rest and given not in _TITLES:
            yield from (f"{given} regime", f"{given} government")


def _with_possessive(names: Iterable[str], state: str) -> dict[str, str]:
    keys = [phrase_key(n) for n in names]
    return {k: state for key in keys for k in (key, key + "s") if key}
