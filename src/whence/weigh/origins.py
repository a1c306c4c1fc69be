"""How many independent origins stand behind a set of statements, as an interval with its reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from whence.model.finding import Origin, OriginCount
from whence.model.judgement import Rulings, is_withdrawn_key
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.weigh.derivation import Derivation, Path
from whence.weigh.printers import counted_as


@dataclass(frozen=True, slots=True)
class Settled:
    """The paths of one aspect of one incident once circles and relays inside the pile are followed to their end.

    `fallen` are the statements that stood on a retracted source, with that source.  `without` gives for each source
    the paths that remain if it falls, where outlets cite one another; elsewhere the paths themselves tell.
    """

    paths: dict[str, Path]
    circles: tuple[tuple[str, ...], ...]
    fallen: dict[str, str]
    without: dict[str, dict[str, Path]] = field(default_factory=dict)


def settle(
    statements: Sequence[Statement],
    groups: Sequence[Sequence[Statement]],
    derivation: Derivation,
    rulings: Rulings,
) -> Settled:
    """Follow each telling of one aspect of one incident to its roots; `groups` part the statements by value.

    Where outlets cite one another, what remains without each source is found by letting it fall.
    """
    retracted = frozenset(rulings.retracted)
    settled = _settled(statements, groups, derivation, retracted)
    told = [derivation.paths[s.id] for s in statements]
    tellers = {p.teller for p in told}
    if not any(r in tellers for p in told if len(p.chain) > 1 for r in p.roots):
        return settled
    sources = {s for p in (*told, *settled.paths.values()) for s in (*p.chain, *p.roots)}
    return replace(
        settled,
        without={s: _settled(statements, groups, derivation, retracted | {s}).paths for s in sorted(sources)},
    )


def _settled(
    statements: Sequence[Statement],
    groups: Sequence[Sequence[Statement]],
    derivation: Derivation,
    retracted: frozenset[str],
) -> Settled:
    """Follow each telling to its roots while no source of `retracted` is believed.

    A ring of outlets that cite one another, and nobody else, for one value gives no root (who cites the other for
    another number has not this one from there).  An outlet that cites another whose own
    reports give the same value and name their source stands on that source, and falls with it.
    """
    fallen = {
        s.id: min(retracted & derivation.paths[s.id].through)
        for s in statements
        if retracted & derivation.paths[s.id].through
    }
    standing = {s.id: derivation.paths[s.id] for s in statements if s.id not in fallen}
    paths = dict(standing)
    circles: set[tuple[str, ...]] = set()
    for group in groups:
        members = {s.id: standing[s.id] for s in group if s.id in standing}
        gone = {derivation.paths[s.id].teller: fallen[s.id] for s in group if s.id in fallen}
        rings = _circles(members.values())
        circles.update(rings)
        followed = _followed(_broken(members, rings, derivation), gone, derivation)
        fallen |= {i: source for i, source in followed.items() if isinstance(source, str)}
        paths |= {i: path for i, path in followed.items() if isinstance(path, Path)}
    return Settled({i: p for i, p in paths.items() if i not in fallen}, tuple(sorted(circles)), fallen)


def _broken(
    paths: dict[str, Path], circles: tuple[tuple[str, ...], ...], derivation: Derivation
) -> dict[str, Path]:
    """Take the roots from every path that ends in one of `circles`."""
    turning = {source for circle in circles for source in circle}
    return {
        i: _emptied(p, derivation) if p.roots and set(p.roots) <= turning else p for i, p in paths.items()
    }


def _circles(paths: Iterable[Path]) -> tuple[tuple[str, ...], ...]:
    """Return the rings of tellers that rest on one another and on nothing else, each sorted, in order.

    Who also gives it on its own word has it from itself: what the others have from it is no ring.
    """
    rests: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        rests[path.teller].update(_has_it_from(path))
    if len(rests.keys() & set().union(*rests.values())) < 2:
        return ()  # nearly always: a ring takes two tellers that others rest on
    reach = {teller: _reachable(teller, rests) for teller in sorted(rests)}
    rings: set[tuple[str, ...]] = set()
    for teller, reached in reach.items():
        ring = {o for o in reached if teller in reach.get(o, set())}
        if len(ring) > 1 and reached <= ring and not any(t in rests[t] for t in ring):
            rings.add(tuple(sorted(ring)))
    return tuple(sorted(rings))


def _reachable(start: str, rests: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    stack = [start]
    while stack:
        for root in rests.get(stack.pop(), ()):
            if root not in seen:
                seen.add(root)
                stack.append(root)
    return seen


def _emptied(path: Path, derivation: Derivation) -> Path:
    ring = " and ".join(derivation.name(s) for s in path.chain)
    return replace(
        path,
        roots=(),
        reasons=(*path.reasons, Reason("circle", f"{ring} cite one another and nobody else")),
    )


def _followed(
    members: Mapping[str, Path], gone: Mapping[str, str], derivation: Derivation
) -> dict[str, Path | str]:
    """Replace a root that is itself a teller of the value by the roots of its own tellings, while it gives any.

    `members` come back as they are where nothing changes.  `gone` are tellers of the value that stood on a retracted
    source, with that source: what has it from them and from nobody else falls too, and comes with the source's id.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for path in members.values():
        given[path.teller].update(_has_it_from(path))
    lost = {teller: source for teller, source in sorted(gone.items()) if not given.get(teller)}
    changed: dict[str, Path | str] = dict(members)
    if (given.keys() | lost.keys()).isdisjoint(root for path in members.values() for root in path.roots):
        return changed  # no root tells the value itself
    for statement, path in members.items():
        if not path.roots or len(path.chain) == 1:
            continue
        roots, fell = _all_ends(path.roots, given, lost)
        if roots and roots != path.roots:
            names = ", ".join(derivation.name(r) for r in roots)
            reason = Reason("relay", f"{derivation.name(path.roots[0])} itself has it from {names}")
            changed[statement] = replace(path, roots=roots, reasons=(*path.reasons, reason))
        elif not roots and fell:
            changed[statement] = fell
    return changed


def _has_it_from(path: Path) -> frozenset[str]:
    """Return the roots; an outlet that says that others have it from itself has it from where it has it elsewhere."""
    own = frozenset({path.teller}) if len(path.chain) > 1 else frozenset()
    return frozenset(path.roots) - own


def _all_ends(
    roots: Iterable[str], given: Mapping[str, set[str]], lost: Mapping[str, str]
) -> tuple[tuple[str, ...], str]:
    """Return where following `roots` ends, in order, and a source whose fall ended a way ("" if none did)."""
    ends: set[str] = set()
    fell: list[str] = []
    seen: set[str] = set()
    stack = list(roots)
    while stack:
        root = stack.pop()
        if root in seen:
            continue
        seen.add(root)
        further = given.get(root, set())
        if root in lost:
            fell.append(lost[root])
        elif not further or root in further:
            ends.add(root)
        else:
            stack.extend(further)
    return tuple(sorted(ends)), min(fell, default="")


def count_origins(statements: Sequence[Statement], settled: Settled, derivation: Derivation) -> OriginCount:
    """Count the origins of `statements`: named roots settle the least, vague ones only widen it.

    Statements of fact count; denials, opinions and appeals do not, nor what a circle or a retracted source told.
    """
    counted = [s for s in sorted(statements, key=lambda s: s.id) if counts(s)]
    resting: dict[str, list[Path]] = defaultdict(list)
    for statement in counted:
        path = settled.paths.get(statement.id)
        for root in path.roots if path else ():
            resting[root].append(path) if path else None
    resting = _one_text(resting, derivation)
    origins = tuple(
        sorted(
            (_origin(root, paths, derivation) for root, paths in resting.items()),
            key=lambda o: (o.vague, -len(o.statements), o.source),
        )
    )
    named = sum(not o.vague for o in origins)
    vague = len(origins) - named
    turning = _turning(counted, settled)
    return OriginCount(
        max(named, 1 if vague else 0),
        named + vague,
        origins,
        (*_count_reasons(named, vague), *_loss_reasons(counted, settled, turning, derivation)),
        turning,
    )


def _one_text(resting: Mapping[str, list[Path]], derivation: Derivation) -> dict[str, list[Path]]:
    """Count a text that several outlets print as that of an outlet of theirs which stands here already."""
    counted = counted_as(resting, derivation.printed)
    found: dict[str, list[Path]] = defaultdict(list)
    for root, paths in resting.items():
        home = counted[root]
        words = f"{derivation.name(root)}: it may be {derivation.name(home)}'s own, and is counted with it"
        why = (Reason("same mouth", words),) if home != root else ()
        found[home] += [replace(p, reasons=(*p.reasons, *why)) if why else p for p in paths]
    return found


def counts(statement: Statement) -> bool:
    """Return whether a statement can make an origin: a fact that is asserted, however hedged."""
    return statement.stance != "denies" and statement.kind == "fact"


def _turning(statements: Sequence[Statement], settled: Settled) -> tuple[tuple[str, ...], ...]:
    tellers = {p.teller for s in statements if (p := settled.paths.get(s.id)) and not p.roots}
    return tuple(c for c in settled.circles if tellers & set(c))


def _origin(root: str, paths: Sequence[Path], derivation: Derivation) -> Origin:
    reasons = list(dict.fromkeys(r for p in paths for r in p.reasons))
    reports = {p.report for p in paths}
    vague = derivation.mouths.vague(root)
    name = derivation.name(_speaker(root, paths, derivation))
    if len(reports) > 1:
        kind = "vague" if vague else "same mouth"
        said = f"{name}: told in {len(reports)} reports, one origin"
        reasons.insert(0, Reason(kind, said))
    return Origin(
        root,
        name,
        vague,
        tuple(sorted({p.statement for p in paths})),
        tuple(sorted({p.chain for p in paths})),
        tuple(reasons),
    )


def _speaker(root: str, paths: Sequence[Path], derivation: Derivation) -> str:
    """Return who is named for an origin: the one mouth through which its owner speaks here, else the owner."""
    mouths = [{s for s in p.through if s != root and derivation.mouths.fold(s) == root} for p in paths]
    spoken = set().union(*mouths)
    return spoken.pop() if len(spoken) == 1 and all(mouths) else root


def _count_reasons(named: int, vague: int) -> tuple[Reason, ...]:
    reasons = [Reason("named", f"{named} named {'origin' if named == 1 else 'origins'}")] if named else []
    if vague:
        reasons.append(Reason("vague", _vague_words(named, vague)))
    return tuple(reasons)


def _vague_words(named: int, vague: int) -> str:
    kinds = f"{vague} {'kind of vague voice' if vague == 1 else 'kinds of vague voices'}"
    if named:
        return f"{kinds} that may or may not be one of the others"
    each = "" if vague == 1 else " that may or may not be one another"
    return f"{kinds}{each} and nobody named: one origin at the least"


def _loss_reasons(
    statements: Sequence[Statement],
    settled: Settled,
    circles: tuple[tuple[str, ...], ...],
    derivation: Derivation,
) -> tuple[Reason, ...]:
    reasons = [
        Reason(
            "circle",
            " and ".join(derivation.name(s) for s in c) + " cite one another and nobody else; not counted",
        )
        for c in circles
    ]
    lost: dict[str, int] = defaultdict(int)
    for statement in statements:
        if statement.id in settled.fallen:
            lost[settled.fallen[statement.id]] += 1
    for source, number in sorted(lost.items()):
        stood = "statement stood" if number == 1 else "statements stood"
        name = derivation.name(source)
        retracted = f"{name}, which was retracted"
        on = f"a report of {name}, which was withdrawn" if is_withdrawn_key(source) else retracted
        reasons.append(Reason("retracted", f"{number} {stood} on {on}"))
    return tuple(reasons)


def without_each(
    statements: Sequence[Statement], settled: Settled, derivation: Derivation
) -> tuple[tuple[str, int], ...]:
    """Return, for each source that a counted statement passes through, the least that remains if it falls.

    Outlets are listed only where the count would change, since every statement passes through one.
    """
    paths = {s.id: settled.paths[s.id] for s in statements if counts(s) and s.id in settled.paths}
    full = _least(paths.values(), derivation)
    spoken = {s for p in paths.values() for s in (*p.chain[1:], *p.roots)}
    remains = {
        s: _least(_left(s, paths, settled), derivation)
        for s in sorted(spoken | {p.teller for p in paths.values()})
    }
    return tuple((s, n) for s, n in remains.items() if s in spoken or n != full)


def _left(source: str, paths: Mapping[str, Path], settled: Settled) -> Iterable[Path]:
    """Return what of `paths` remains if `source` falls."""
    if source in settled.without:
        after = settled.without[source]
        return [after[i] for i in paths if i in after]
    return [p for p in paths.values() if source not in p.chain and source not in p.roots]


def _least(paths: Iterable[Path], derivation: Derivation) -> int:
    left = {r for p in paths for r in p.roots}
    named = {
        home for home in counted_as(left, derivation.printed).values() if not derivation.mouths.vague(home)
    }
    return len(named) or (1 if left else 0)
