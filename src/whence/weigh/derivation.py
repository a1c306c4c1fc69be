"""The derivation graph: for every statement the path by which it came, from the outlet back to its root.

Edges are what the text says (told), what was copied, what the document credits for the whole of it, and common
mouths; each carries the spans that show it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.finding import Copy, SourceTable
from whence.model.judgement import Rulings, withdrawn_key
from whence.model.report import Report
from whence.model.span import Evidence, Reason
from whence.model.statement import OF_REPORTS, Hop, Statement
from whence.weigh.copied import CopyGroup, Twin, copy_reason, find_twins, group_copies, passages_over
from whence.weigh.mouths import HEARSAY, Mouths, fold_mouths

COPIES: Final = "copies:"  # prefix of the id of a text that several outlets print and nobody is credited for


@dataclass(frozen=True, slots=True)
class Path:
    """How one statement came: `chain` from the outlet to the root, in source ids folded to whom they count as.

    `roots` is the root of the chain, or several where the pile shows that the cited source had it from several, or
    none where the telling goes round in a circle.  `through` holds every source, folded or not, that it passed.
    """

    statement: str
    report: str
    chain: tuple[str, ...]
    roots: tuple[str, ...]
    through: frozenset[str]
    reasons: tuple[Reason, ...]

    @property
    def teller(self) -> str:
        """The outlet that printed it."""
        return self.chain[0]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Every statement's path, with the sources they pass through and what people call them.

    `printed` gives for each text that several outlets print, and nobody is credited for, these outlets.
    """

    paths: dict[str, Path]
    mouths: Mouths
    names: dict[str, str]
    printed: dict[str, frozenset[str]]

    def name(self, source: str) -> str:
        """Return what people read for a source id, a group of copies included."""
        return self.names.get(source) or self.mouths.name(source)


@dataclass(frozen=True, slots=True)
class _Pile:
    """What paths are made from, indexed once."""

    reports: dict[str, Report]
    statements: dict[str, Statement]
    table: SourceTable
    mouths: Mouths
    twins: dict[str, tuple[Twin, ...]]
    groups: dict[str, CopyGroup]
    copies: dict[str, tuple[Copy, ...]]
    outlets: dict[str, str]


def derive(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    table: SourceTable,
    copies: Sequence[Copy],
    rulings: Rulings,
    actors: Mapping[str, str],
) -> Derivation:
    """Return the path of every statement, before anything is said about circles or single incidents."""
    mouths = fold_mouths(table, rulings)
    kept = tuple(c for c in copies if not _ruled_apart(c, table, mouths))
    touching: dict[str, list[Copy]] = defaultdict(list)
    for copy in sorted(kept, key=lambda c: (c.copy, c.original)):
        touching[copy.copy].append(copy)
        touching[copy.original].append(copy)
    pile = _Pile(
        {r.id: r for r in reports},
        {s.id: s for s in statements},
        table,
        mouths,
        find_twins(statements, kept, actors),
        group_copies(kept),
        {r: tuple(cs) for r, cs in touching.items()},
        {r.id: r.outlet for r in reports},
    )
    paths: dict[str, Path] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        paths[statement.id] = _path(statement, pile)
    return Derivation(paths, mouths, _group_names(pile), _printed(pile))


def _ruled_apart(copy: Copy, table: SourceTable, mouths: Mouths) -> bool:
    pair = frozenset((table.of_outlet.get(copy.copy, ""), table.of_outlet.get(copy.original, "")))
    return pair in mouths.independent


def _path(statement: Statement, pile: _Pile) -> Path:
    """Return the statement's path: its own chain, else the twin's it was copied from, else credit, copies, outlet."""
    made = (
        _told(statement, pile)
        or _from_twin(statement, pile)
        or _credited(statement, pile)
        or _grouped(statement, pile)
        or _own_word(statement, pile)
    )
    made = replace(made, through=made.through | _copied_from(statement, pile))
    asked = next((r for r in statement.reasons if r.rule == OF_REPORTS), None)
    return _of_reports(made, asked) if asked else made


def _of_reports(path: Path, asked: Reason) -> Path:
    """Root in nobody what a source does not say itself: "it is looking into reports that ten died"."""
    words = "it only speaks of reports that others have made, and does not say whose"
    return replace(
        path,
        chain=(*path.chain, HEARSAY),
        roots=(HEARSAY,),
        reasons=(*path.reasons, Reason("hearsay", words, asked.evidence)),
    )


def _copied_from(statement: Statement, pile: _Pile) -> frozenset[str]:
    """Return the keys of the reports from which the statement's very words were copied: they fall with any of them."""
    found: set[str] = set()
    stack = [statement.id]
    while stack:
        for twin in pile.twins.get(stack.pop(), ()):
            key = withdrawn_key(twin.copy.original)
            if twin.known and key not in found:
                found.add(key)
                stack.append(twin.statement)
    return frozenset(found)


def _outlet(report: str, pile: _Pile) -> str:
    return pile.table.of_outlet.get(report) or f"report:{report}"


def _make(
    statement: Statement, chain: Sequence[str], reasons: Sequence[Reason], pile: _Pile, *reports: str
) -> Path:
    """Return the path along `chain`; `reports` are those, beside its own, from which the words were copied."""
    folded = _squeeze([pile.mouths.fold(s) for s in chain])
    owners = tuple(pile.mouths.why[s] for s in chain if s in pile.mouths.why and s == chain[-1])
    return Path(
        statement.id,
        statement.report,
        folded,
        (folded[-1],),
        frozenset((*chain, *folded, *map(withdrawn_key, (statement.report, *reports)))),
        (*reasons, *owners),
    )


def _squeeze(chain: Sequence[str]) -> tuple[str, ...]:
    """Drop repeats that folding made next to each other; an outlet that cites itself speaks for itself."""
    return tuple(s for i, s in enumerate(chain) if i == 0 or s != chain[i - 1])


def _told(statement: Statement, pile: _Pile) -> Path | None:
    hops = [(pile.table.of_hop.get((statement.id, i)), h) for i, h in enumerate(statement.hops)]
    known = [(source, hop) for source, hop in hops if source]
    if not known:
        return None
    reasons = [_hop_reason(statement, hop) for _, hop in known]
    return _make(statement, [_outlet(statement.report, pile), *(s for s, _ in known)], reasons, pile)


def _hop_reason(statement: Statement, hop: Hop) -> Reason:
    spans = [s for s in (hop.voice.span, hop.cue) if s is not None]
    evidence = tuple(Evidence(statement.report, s) for s in spans) or hop.reason.evidence
    name, fuller = hop.voice.name, hop.voice.refers
    who = f"{name}, in this report {fuller}" if fuller and fuller.casefold() not in name.casefold() else name
    return Reason("told", f"the text has it from {who}", evidence)


def _from_twin(statement: Statement, pile: _Pile) -> Path | None:
    """Follow verified passages to a statement that names a source, nearest first; each statement is visited once."""
    start: tuple[str, ...] = (_outlet(statement.report, pile),)
    queue: list[tuple[Statement, tuple[str, ...], tuple[Reason, ...]]] = [(statement, start, ())]
    seen = {statement.id}
    while queue:
        at, chain, reasons = queue.pop(0)
        for twin in pile.twins.get(at.id, ()):
            if twin.statement in seen:
                continue
            seen.add(twin.statement)
            other = pile.statements[twin.statement]
            why = (*reasons, copy_reason(twin, pile.outlets))
            told = _told(other, pile) or (_credited(other, pile) if twin.known else None)
            if told is not None:
                made = _make(statement, [*chain, *told.chain], (*why, *told.reasons), pile)
                return replace(made, through=made.through | told.through)
            queue.append((other, (*chain, _outlet(other.report, pile)) if twin.known else chain, why))
    return None


def _credited(statement: Statement, pile: _Pile) -> Path | None:
    agencies = pile.table.of_credit.get(statement.report, ())
    if not agencies:
        return None
    report = pile.reports[statement.report]
    evidence = tuple(Evidence(report.id, s) for s in report.credit_spans[:1])
    reason = Reason("credit", f"the whole text is credited to {pile.mouths.name(agencies[0])}", evidence)
    return _make(statement, [_outlet(report.id, pile), agencies[0]], [reason], pile)


def _grouped(statement: Statement, pile: _Pile) -> Path | None:
    """Root an unattributed statement in the text that several outlets print."""
    group = pile.groups.get(statement.report)
    evidence = passages_over(statement, pile.copies.get(statement.report, ()))
    if group is None:
        return _partial(statement, evidence, pile)
    credit = next((c for r in group.members for c in pile.table.of_credit.get(r, ())[:1]), None)
    printed = {pile.mouths.fold(_outlet(r, pile)) for r in group.members}
    one_mouth = _outlet(group.members[0], pile) if len(printed) == 1 else ""
    root = credit or one_mouth or (_outlet(group.head, pile) if group.head else COPIES + group.members[0])
    words = f"{len(group.members)} reports print one text"
    if credit:
        words += f", credited to {pile.mouths.name(credit)} by one of them"
    reason = Reason("copies", words, evidence or _first_passage(statement.report, pile))
    return _make(
        statement, [_outlet(statement.report, pile), root], [reason], pile, *filter(None, [group.head])
    )


def _partial(statement: Statement, evidence: tuple[Evidence, ...], pile: _Pile) -> Path | None:
    """Root a statement that lies in one copied passage of an otherwise own text in the passage's source."""
    if not evidence:
        return None
    copy = next(
        (
            c
            for c in pile.copies[statement.report]
            if c.copy == statement.report and c.direction == "known" and c.original == evidence[1].report
        ),
        None,
    )
    if copy is None:
        return None
    reason = Reason("copied", "the passage is copied from another report, which names no source", evidence)
    credit = pile.table.of_credit.get(copy.original, ())[:1]
    root = credit[0] if credit else _outlet(copy.original, pile)
    return _make(statement, [_outlet(statement.report, pile), root], [reason], pile, copy.original)


def _first_passage(report: str, pile: _Pile) -> tuple[Evidence, ...]:
    for copy in pile.copies.get(report, ()):
        for passage in copy.passages:
            return (Evidence(copy.copy, passage.copy), Evidence(copy.original, passage.original))
    return ()


def _own_word(statement: Statement, pile: _Pile) -> Path:
    reason = Reason("own word", "the outlet names no source", (Evidence(statement.report, statement.span),))
    return _make(statement, [_outlet(statement.report, pile)], [reason], pile)


def _printed(pile: _Pile) -> dict[str, frozenset[str]]:
    return {
        COPIES + g.members[0]: frozenset(pile.mouths.fold(_outlet(r, pile)) for r in g.members)
        for g in pile.groups.values()
    }


def _group_names(pile: _Pile) -> dict[str, str]:
    names = {f"report:{r.id}": r.outlet or r.label or "an unnamed outlet" for r in pile.reports.values()}
    for group in pile.groups.values():
        outlets = sorted({pile.mouths.name(_outlet(r, pile)) for r in group.members})
        shown = [names.get(o, o) for o in outlets]
        names[COPIES + group.members[0]] = f"one text printed by {', '.join(shown)}"
    return names
