"""The sources of all reports as one table: spellings joined, owners added, and people's rulings obeyed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from whence.link.book import SourceBook
from whence.link.name_words import NameWords
from whence.link.spellings import join_names
from whence.model.finding import OWNER_FACT, Source, SourceTable
from whence.model.judgement import Rulings
from whence.model.span import Evidence, Reason

_REGIMES: Final = frozenset({"regime", "government", "administration"})
EVIDENCE_KEPT: Final = 3  # places shown for each reason of a source; the statements themselves hold the rest


class Merger:
    """Collects sources as they are found and gives each id one `Source`, the same in whatever order they came."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self._found: dict[str, Source] = {}
        self._names: dict[str, set[str]] = {}
        self._called: dict[str, Counter[str]] = {}
        self._reasons: dict[str, dict[tuple[str, str], set[Evidence]]] = {}
        self._joined: dict[str, tuple[str, Reason]] | None = None

    def add(self, source: Source, alias: str = "", evidence: tuple[Evidence, ...] = ()) -> None:
        """Take in one finding of `source`, under the words `alias`, resting on `evidence`."""
        self._called.setdefault(source.id, Counter())[source.name] += 1
        kept = self._found.get(source.id)
        if kept is None or (-len(source.name), source.name) < (-len(kept.name), kept.name):
            self._found[source.id] = replace(source, owner=source.owner or (kept.owner if kept else ""))
        elif source.owner and not kept.owner:
            self._found[source.id] = replace(kept, owner=source.owner)
        if alias:
            self._names.setdefault(source.id, set()).add(alias)
        table = self._reasons.setdefault(source.id, {})
        for reason in source.reasons:
            table.setdefault((reason.rule, reason.words), set()).update((*reason.evidence, *evidence))

    def add_owners(self, book: SourceBook) -> None:
        """Take in the owners that are not sources of their own yet, and theirs, and what each owner's fact rests on."""
        waiting = sorted({s.owner for s in self._found.values() if s.owner} - set(self._found))
        while waiting:
            owner = waiting.pop(0)
            source = owner_source(owner, book)
            self.add(source)
            if source.owner and source.owner not in self._found:
                waiting.append(source.owner)
        for key, source in sorted(self._found.items()):
            row = book.known.get(key)
            if row is not None and row.owner and row.owner == source.owner:
                owner = self._found[row.owner].name
                self._reasons[key].setdefault(
                    (OWNER_FACT, f"speaks for {owner}: {row.rests_on('owner')}"), set()
                )

    def id_of(self, source: Source) -> str:
        """Return the id that `source` has in the table."""
        joined = self._joins().get(source.id)
        return joined[0] if joined else source.id

    def sources(self) -> dict[str, Source]:
        """Return every source by id, sorted."""
        joins = self._joins()
        table: dict[str, Source] = {}
        for key in sorted(self._found):
            if key not in joins:
                members = [key, *(k for k, (to, _) in sorted(joins.items()) if to == key)]
                table[key] = self._one(members, [joins[k][1] for k in members[1:]])
        return table

    def _one(self, members: list[str], why: list[Reason]) -> Source:
        first = self._found[members[0]]
        first = replace(first, name=self._common(first))
        names = {n for m in members for n in self._names.get(m, ())} | {
            self._found[m].name for m in members[1:]
        }
        told = [
            Reason(rule, words, tuple(sorted(evidence)[:EVIDENCE_KEPT]))
            for m in members
            for (rule, words), evidence in self._reasons.get(m, {}).items()
        ]
        return replace(
            first, aliases=tuple(sorted(names - {first.name})), reasons=tuple(sorted({*told, *why}))
        )

    def _common(self, source: Source) -> str:
        """Return the name by which the reports know a source: of a body of no table the one told most, the longest of
        those; a person's longest name says most of who that is.
        """
        called = self._called[source.id]
        body = source.kind == "organisation" or source.name.rpartition(" ")[2].lower() in _REGIMES
        if not body or not any(r.rule == "own name" for r in source.reasons):
            return source.name
        return min(called, key=lambda name: (-called[name], -len(name), name))

    def _joins(self) -> dict[str, tuple[str, Reason]]:
        """For each unknown name that is a spelling of another one: that one's id, and why."""
        if self._joined is None:
            own = {k: s.name for k, s in sorted(self._found.items()) if _may_join(s)}
            persons = {k: k for k in own if self._found[k].kind == "person"}  # the id is without callings
            others = {k: name for k, name in own.items() if k not in persons}
            self._joined = join_names(persons, "person", self._words) | join_names(
                others, "organisation", self._words
            )
        return self._joined


def _may_join(source: Source) -> bool:
    """Whether a source is an unknown name of two words or more: one word alone is too little to join by spelling."""
    named = source.kind in ("person", "organisation") and any(r.rule == "own name" for r in source.reasons)
    return named and not source.vague and " " in source.id


def owner_source(key: str, book: SourceBook) -> Source:
    """Return the source with the id `key` that an owner names: a known one, or the body ("ru-military") of a state."""
    why = Reason("owner", "speaks through another source of this case")
    row = book.known.get(key)
    if row:
        return Source(row.key, row.name, row.kind, False, row.owner, (), (why,))
    code, _, role = key.partition("-")
    state, body = book.states.get(code.upper()), book.bodies.get(role)
    if state is None or body is None:
        return Source(key, key.title(), "organisation", False, "", (), (why,))  # its key is its folded name
    owner = f"{code}-{body.owner}" if body.owner else ""
    named = book.of_role.get((state.code, body.owner), owner)
    return Source(key, body.of_state.format(adj=state.adjective), body.kind, False, named, (), (why,))


def obey(table: SourceTable, rulings: Rulings) -> SourceTable:
    """Return `table` with the sources that people ruled the same made one, and those ruled different parted."""
    if not rulings.same_source and not rulings.different_source:
        return table
    to = ruled_ids(table.sources, rulings)
    sources = _joined_sources(table.sources, to)
    for pair in sorted(rulings.different_source):
        _part(sources, to.get(pair[0], pair[0]), to.get(pair[1], pair[1]))
    return SourceTable(
        sources=sources,
        of_hop={k: to.get(v, v) for k, v in table.of_hop.items()},
        of_outlet={k: to.get(v, v) for k, v in table.of_outlet.items()},
        of_credit={k: tuple(dict.fromkeys(to.get(v, v) for v in vs)) for k, vs in table.of_credit.items()},
    )


def ruled_ids(sources: Mapping[str, Source], rulings: Rulings) -> dict[str, str]:
    """Return, for each source of `sources` that people ruled to be another, the id that both have then."""
    apart = {frozenset(p) for p in rulings.different_source}
    return _merged(sources, [p for p in rulings.same_source if frozenset(p) not in apart])


def _merged(sources: Mapping[str, Source], pairs: list[tuple[str, str]]) -> dict[str, str]:
    """For each source ruled the same as another: the id it takes.  A named one comes before a vague one."""
    group: dict[str, set[str]] = {}
    for a, b in sorted(pairs):
        if a in sources and b in sources:
            both = group.get(a, {a}) | group.get(b, {b})
            group.update(dict.fromkeys(both, both))
    heads = {k: min(members, key=lambda m: (sources[m].vague, m)) for k, members in group.items()}
    return {k: head for k, head in sorted(heads.items()) if head != k}


def _joined_sources(sources: Mapping[str, Source], to: Mapping[str, str]) -> dict[str, Source]:
    table = {k: s for k, s in sources.items() if k not in to}
    for old, new in sorted(to.items()):
        why = Reason(
            "ruled the same", f"a person ruled that {sources[old].name} and {sources[new].name} are one"
        )
        names = {*table[new].aliases, *sources[old].aliases, sources[old].name} - {table[new].name}
        reasons = tuple(sorted({*table[new].reasons, *sources[old].reasons, why}))
        table[new] = replace(table[new], aliases=tuple(sorted(names)), reasons=reasons)
    return {k: replace(s, owner=_not_itself(k, to.get(s.owner, s.owner))) for k, s in sorted(table.items())}


def _not_itself(key: str, owner: str) -> str:
    return "" if owner == key else owner


def _part(sources: dict[str, Source], a: str, b: str) -> None:
    """Cut what ties two sources ruled different: an owner among them, or an owner that they share."""
    if a not in sources or b not in sources:
        return
    why = Reason(
        "ruled different", f"a person ruled that {sources[a].name} and {sources[b].name} are not one"
    )
    first, second = sources[a], sources[b]
    cut_a = first.owner == b
    cut_b = second.owner == a or (bool(second.owner) and second.owner == first.owner)
    sources[a] = replace(
        first, owner="" if cut_a else first.owner, reasons=tuple(sorted({*first.reasons, why}))
    )
    sources[b] = replace(
        second, owner="" if cut_b else second.owner, reasons=tuple(sorted({*second.reasons, why}))
    )
