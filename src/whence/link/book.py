"""The tables of known sources, states and kinds of voices, checked and indexed.  What `resources/` says, as values.

Rows come from `resources/sources.yaml` and `states.yaml` (known sources and states) and `voices.yaml` (how English
names what is no name); the comments at the top of these files say what each field means.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from whence.link.name_words import NameWords
from whence.link.phrases import phrase_key
from whence.link.terms import ALWAYS, Term, merged_at
from whence.model.errors import UsageError
from whence.model.finding import SourceKind
from whence.model.values import Interval

Row = Mapping[str, Any]
KINDS: Final = frozenset(get_args(SourceKind))


@dataclass(frozen=True, slots=True)
class Known:
    """A known source: the facts of one row of `sources.yaml`."""

    key: str
    name: str
    kind: SourceKind
    country: str = ""
    about: str = ""
    role: str = ""
    owner: str = ""
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    term: Term = ALWAYS  # when it was, under its name
    dated: Mapping[str, Term] = field(default_factory=dict, hash=False)  # names that it had for a time alone
    merged: Mapping[str, Term] = field(default_factory=dict, hash=False)  # what it was merged or renamed into
    cite: str = ""
    checked: str = ""  # the day, the facts borne out and the page that bears them out

    @property
    def subject(self) -> str:
        """The country it speaks of."""
        return self.about or self.country

    def rests_on(self, fact: str) -> str:
        """Return what a fact of the row (its field) rests on: where to look it up, and where and when that was done."""
        facts, _, page = self.checked.partition(": ")
        day, *borne_out = facts.split() or [""]
        looked_up = f"looked up {day} at {page}" if fact in borne_out else "not looked up"
        return f"{self.cite or 'the case’s own table'}, {looked_up}"


@dataclass(frozen=True, slots=True)
class State:
    """A state, with how English names it and what belongs to it."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: tuple[str, ...]

    @property
    def adjective(self) -> str:
        """The first adjective, which names are made with; the state's own name where no row gives one."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that every state has: the phrases that name it, and the name it takes with a state's adjective."""

    role: str
    of_state: str
    kind: SourceKind
    owner: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VagueKind:
    """A kind of unnamed voice: the nouns and qualifying words by which it is known."""

    name: str
    heads: frozenset[str]
    having: frozenset[str]
    alone: frozenset[str]
    of_state: str = ""
    role: str = ""
    spoken_by_state_media: bool = False
    of_report: bool = False


@dataclass(frozen=True, slots=True)
class SourceClass:
    """What a source of certain kinds is called when it is not named, and the vague voice if none fits."""

    name: str
    kinds: frozenset[str]
    vague: str
    phrases: frozenset[str]


@dataclass(frozen=True, slots=True)
class SourceBook:
    """All tables, indexed by comparing keys (`phrases.phrase_key`)."""

    known: dict[str, Known]
    states: dict[str, State]
    bodies: dict[str, Body]
    vague: tuple[VagueKind, ...]
    classes: tuple[SourceClass, ...]
    words: dict[str, frozenset[str]]
    aliases: dict[str, tuple[tuple[str, str], ...]] = field(repr=False)  # key -> (source, alias as written)
    descriptions: dict[str, tuple[str, ...]] = field(repr=False)
    demonyms: dict[str, str] = field(repr=False)  # "syrian", "syria", "syrias" -> SY
    capitals: dict[str, str] = field(repr=False)
    body_phrases: dict[str, str] = field(repr=False)  # "defence ministry" -> role
    of_role: dict[tuple[str, str], str] = field(repr=False)  # (state, role) -> source
    codes: dict[str, str] = field(repr=False)  # squashed names and aliases -> source
    names: NameWords = field(repr=False)
    merged: dict[str, Mapping[str, Term]] = field(repr=False)  # source -> what it was merged or renamed into
    # what makes scanning a text cheap: the first words of aliases with the words of the longest, and of demonyms
    starts: dict[str, int] = field(repr=False)
    state_starts: frozenset[str] = field(repr=False)
    state_acronyms: frozenset[str] = field(repr=False)  # "car", which is a state where it is written "CAR"

    @classmethod
    def from_rows(
        cls, sources: Iterable[Row], voices: Iterable[Row], names: Iterable[Row] = ()
    ) -> "SourceBook":
        """Build the book from parsed rows; raise UsageError that names the row and what is wrong with it.

        `sources` may hold rows of `sources.yaml` and `states.yaml` in any order; `names` are those of `names.yaml`.
        """
        rows = list(sources)
        known = _by_key([_known(r) for r in rows if "state" not in r])
        _check_merged(known)
        states = {s.code: s for s in (_state(r) for r in rows if "state" in r)}
        for row in known.values():  # a case's own rows may name a state that no table has
            for code in filter(None, (row.country, row.about)):
                states.setdefault(code, State(code, code, (), (), ()))
        spoken = list(voices)
        bodies = {b.role: b for b in (_body(r) for r in spoken if "body" in r)}
        aliases = _alias_index(known.values())
        demonyms = _demonyms(states.values())
        return cls(
            known=known,
            states=states,
            bodies=bodies,
            vague=tuple(_vague(r) for r in spoken if "vague" in r and "class" not in r),
            classes=tuple(_class(r) for r in spoken if "class" in r),
            words={str(r["words"]): frozenset(_texts(r, "list")) for r in spoken if "words" in r},
            aliases=aliases,
            descriptions=_index((phrase_key(d), k.key) for k in known.values() for d in k.descriptions),
            demonyms=demonyms,
            capitals={phrase_key(c): s.code for s in states.values() for c in s.capital},
            body_phrases={phrase_key(p): b.role for b in bodies.values() for p in b.phrases},
            of_role={(k.country, k.role): k.key for k in known.values() if k.role},
            codes=_codes(known.values()),
            names=NameWords.from_rows([*names, *(r for r in rows if "state" in r)]),
            merged={k.key: k.merged for k in known.values() if k.merged},
            starts=_longest(aliases),
            state_starts=frozenset(d.split(" ", 1)[0] for d in demonyms),
            state_acronyms=frozenset(
                phrase_key(n)
                for s in states.values()
                for n in (s.name, *s.names, *s.adjectives)
                if n.isupper()
            ),
        )

    @property
    def agencies(self) -> frozenset[str]:
        """The names of news agencies, whose texts others print."""
        rows = [k for k in self.known.values() if k.kind == "agency" or k.role == "state-news-agency"]
        return frozenset(name for k in rows for name in (k.name, *k.aliases))

    def heir(self, key: str, told: Interval | None) -> str:
        """Return the key of the body that the known source `key` was a part of, or had become, at the time `told`."""
        return merged_at(self.merged, key, told)

    def word(self, name: str) -> frozenset[str]:
        """Return a word list by name, empty if the tables have none."""
        return self.words.get(name, frozenset())


def _longest(aliases: Iterable[str]) -> dict[str, int]:
    """For each first word of an alias: how many words the longest has."""
    most: dict[str, int] = {}
    for words in (a.split(" ") for a in aliases):
        most[words[0]] = max(most.get(words[0], 0), len(words))
    return most


def _fail(row: Row, wrong: str) -> UsageError:
    return UsageError(f"resource row {dict(list(row.items())[:3])}: {wrong}", "correct the row in resources/")


def _text(row: Row, name: str, default: str | None = None) -> str:
    value = row.get(name, default)
    if not isinstance(value, str) or (default is None and not value):
        raise _fail(row, f"{name} must be text" + (" and not empty" if default is None else ""))
    return value


def _texts(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise _fail(row, f"{name} must be a list of texts")
    return tuple(value)


def _kind(row: Row) -> SourceKind:
    kind = _text(row, "kind")
    if kind not in KINDS:
        raise _fail(row, f"kind {kind!r} is none of {sorted(KINDS)}")
    return kind  # type: ignore[return-value]


def _known(row: Row) -> Known:
    allowed = {
        "key",
        "name",
        "kind",
        "country",
        "about",
        "role",
        "owner",
        "aliases",
        "descriptions",
        "from",
        "to",
        "dated",
        "merged",
        "cite",
        "checked",
    }
    if extra := sorted(set(row) - allowed):
        raise _fail(row, f"unknown field {extra[0]!r}")
    plain = {f: _text(row, f, "") for f in ("country", "about", "role", "owner", "checked")}
    return Known(
        key=_text(row, "key"),
        name=_text(row, "name"),
        kind=_kind(row),
        aliases=_texts(row, "aliases"),
        descriptions=_texts(row, "descriptions"),
        term=term_of(row),
        dated=terms_of(row, "dated"),
        merged=terms_of(row, "merged"),
        cite=_text(row, "cite"),
        **plain,
    )


def term_of(row: Row) -> Term:
    """Return the time that `from` and `to` of a row give; raise UsageError for what is no date."""
    try:
        return Term(_text(row, "from", ""), _text(row, "to", ""))
    except ValueError as wrong:
        raise _fail(row, str(wrong)) from wrong


def terms_of(row: Row, name: str) -> dict[str, Term]:
    """Return the terms that a field gives by name, {} if the row lacks it; raise UsageError for anything else."""
    value = row.get(name, {})
    if not isinstance(value, dict) or not all(isinstance(t, str) for pair in value.items() for t in pair):
        raise _fail(row, f'{name} must give a time by name ("2017-01/2017-07")')
    try:
        return {key: Term.of(text) for key, text in value.items()}
    except ValueError as wrong:
        raise _fail(row, f"{name}: {wrong}") from wrong


def _check_merged(known: Mapping[str, Known]) -> None:
    for k in known.values():
        for into in k.merged:
            if into not in known or into == k.key:
                raise UsageError(
                    f"source row {k.key!r} is merged into {into!r}", "name the key of another row"
                )


def _by_key(rows: Sequence[Known]) -> dict[str, Known]:
    table: dict[str, Known] = {}
    for k in rows:
        if k.key in table:
            raise UsageError(f"two source rows have the key {k.key!r}", "keys must be unique")
        table[k.key] = k
    return table


def _state(row: Row) -> State:
    adjectives = _texts(row, "adjectives")
    if not adjectives:
        raise _fail(row, "a state needs an adjective")
    return State(
        _text(row, "state"), _text(row, "name"), _texts(row, "names"), adjectives, _texts(row, "capital")
    )


def _body(row: Row) -> Body:
    made = _text(row, "of_state")
    if "{adj}" not in made:
        raise _fail(row, "of_state must hold {adj}")
    return Body(_text(row, "body"), made, _kind(row), _text(row, "owner", ""), _texts(row, "phrases"))


def _vague(row: Row) -> VagueKind:
    return VagueKind(
        name=_text(row, "vague"),
        heads=frozenset(_texts(row, "heads")),
        having=frozenset(phrase_key(w) for w in _texts(row, "with")),
        alone=frozenset(phrase_key(w) for w in _texts(row, "alone")),
        of_state=_text(row, "of_state", ""),
        role=_text(row, "role", ""),
        spoken_by_state_media=bool(row.get("spoken_by_state_media", False)),
        of_report=bool(row.get("of_report", False)),
    )


def _class(row: Row) -> SourceClass:
    kinds, phrases = frozenset(_texts(row, "kinds")), frozenset(phrase_key(p) for p in _texts(row, "phrases"))
    if not kinds <= KINDS:
        raise _fail(row, f"kinds must be among {sorted(KINDS)}")
    return SourceClass(_text(row, "class"), kinds, _text(row, "vague"), phrases)


def _alias_index(rows: Iterable[Known]) -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, dict[str, str]] = {}
    for k in rows:
        for alias in (k.name, *k.aliases, *k.dated):
            if key := phrase_key(alias):
                table.setdefault(key, {}).setdefault(k.key, alias)
    return {key: tuple(sorted(found.items())) for key, found in table.items()}


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for key, value in pairs:
        table.setdefault(key, set()).add(value)
    return {key: tuple(sorted(values)) for key, values in table.items()}


def _demonyms(states: Iterable[State]) -> dict[str, str]:
    table: dict[str, str] = {}
    for s in sorted(states, key=lambda s: s.code):
        for name in (s.name, *s.names, *s.adjectives):
            key = phrase_key(name)
            table.setdefault(key, s.code)
            table.setdefault(key + "s", s.code)  # the possessive, and the people
    return table


def _codes(rows: Iterable[Known]) -> dict[str, str]:
    table: dict[str, str] = {}
    for k in sorted(rows, key=lambda k: (k.kind not in ("outlet", "agency", "state media"), k.key)):
        for alias in (k.name, *k.aliases):
            table.setdefault(phrase_key(alias).replace(" ", ""), k.key)
            if alias.lower().startswith("the "):
                table.setdefault(phrase_key(alias[4:]).replace(" ", ""), k.key)
    return table
