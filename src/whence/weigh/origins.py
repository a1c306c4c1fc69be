"""How many independent origins stand behind a set of statements, as an interval with its reasons."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from whence.model.finding import Origin, OriginCount
from whence.model.judgement import Rulings
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.weigh.derivation import Derivation, Path


@dataclass(frozen=True, slots=True)
class Settled:
    """The paths of one aspect of one incident once circles and relays inside the pile are followed to their end.

    `fallen` are the statements that stood on a retracted source.
    """

    paths: dict[str, Path]
    circles: tuple[tuple[str, ...], ...]
    fallen: dict[str, str]


def settle(
    statements: Sequence[Statement],
    groups: Sequence[Sequence[Statement]],
    derivation: Derivation,
    rulings: Rulings,
) -> Settled:
    """Follow each telling of one aspect of one incident to its roots; `groups` part the statements by value.

    A ring of outlets that cite one another, and nobody else, gives no root.  An outlet that cites another whose own
    reports give the same value and name their source stands on that source.
    """
    retracted = _with_folds(rulings.retracted, derivation)
    fallen = {
        s.id: min(retracted & derivation.paths[s.id].through)
        for s in statements
        if retracted & derivation.paths[s.id].through
    }
    standing = {s.id: derivation.paths[s.id] for s in statements if s.id not in fallen}
    circles = _circles(standing.values())
    paths = _broken(standing, circles, derivation)
    for group in groups:
        members = {s.id: paths[s.id] for s in group if s.id in paths}
        rings = _circles(members.values())
        circles = (*circles, *(r for r in rings if r not in circles))
        paths |= _followed(_broken(members, rings, derivation), derivation)
    return Settled(paths, tuple(sorted(circles)), fallen)


def _broken(
    paths: dict[str, Path], circles: tuple[tuple[str, ...], ...], derivation: Derivation
) -> dict[str, Path]:
    """Take the roots from every path that ends in one of `circles`."""
    turning = {source for circle in circles for source in circle}
    return {
        i: _emptied(p, derivation) if p.roots and set(p.roots) <= turning else p for i, p in paths.items()
    }


def _with_folds(retracted: Iterable[str], derivation: Derivation) -> frozenset[str]:
    named = frozenset(retracted)
    return named | frozenset(s for s in derivation.mouths.sources if s in named)


def _circles(paths: Iterable[Path]) -> tuple[tuple[str, ...], ...]:
    """Return the rings of tellers that rest on one another and on nothing else, each sorted, in order."""
    rests: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        rests[path.teller].update(path.roots)
    if len(rests.keys() & set().union(*rests.values())) < 2:
        return ()  # nearly always: a ring takes two tellers that others rest on
    reach = {teller: _reachable(teller, rests) for teller in sorted(rests)}
    rings: set[tuple[str, ...]] = set()
    for teller, reached in reach.items():
        ring = {o for o in reached if teller in reach.get(o, set())}
        if len(ring) > 1 and reached <= ring:
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


def _followed(members: dict[str, Path], derivation: Derivation) -> dict[str, Path]:
    """Replace a root that is itself a teller of the value by the roots of its own tellings, while it gives any."""
    given: dict[str, set[str]] = defaultdict(set)
    for path in members.values():
        given[path.teller].update(path.roots)
    changed: dict[str, Path] = {}
    if given.keys().isdisjoint(root for path in members.values() for root in path.roots):
        return changed  # no root tells the value itself
    for statement, path in members.items():
        roots = sorted({r for root in path.roots for r in _ends(root, given, frozenset())})
        if roots and tuple(roots) != path.roots and path.teller not in path.roots:
            names = ", ".join(derivation.name(r) for r in roots)
            reason = Reason("relay", f"{derivation.name(path.roots[0])} itself has it from {names}")
            changed[statement] = replace(path, roots=tuple(roots), reasons=(*path.reasons, reason))
    return changed


def _ends(root: str, given: dict[str, set[str]], seen: frozenset[str]) -> set[str]:
    """Return where following `root` ends; a way that comes round to itself adds nothing."""
    if root in seen:
        return set()
    further = given.get(root, set())
    if not further or root in further:
        return {root}
    return {end for r in further for end in _ends(r, given, seen | {root})}


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
        kinds = "kind of vague voice" if vague == 1 else "kinds of vague voices"
        reasons.append(Reason("vague", f"{vague} {kinds} that may or may not be one of the others"))
    return tuple(reasons)


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
        reasons.append(
            Reason("retracted", f"{number} {stood} on {derivation.name(source)}, which was retracted")
        )
    return tuple(reasons)


def without_each(
    statements: Sequence[Statement], settled: Settled, derivation: Derivation
) -> tuple[tuple[str, int], ...]:
    """Return, for each source that a counted statement passes through, the least that remains if it falls.

    Outlets are listed only where the count would change, since every statement passes through one.
    """
    paths = [settled.paths[s.id] for s in statements if counts(s) and s.id in settled.paths]
    full = _least_without("", paths, derivation)
    spoken = {s for p in paths for s in (*p.chain[1:], *p.roots)}
    remains = {s: _least_without(s, paths, derivation) for s in sorted(spoken | {p.teller for p in paths})}
    return tuple((s, n) for s, n in remains.items() if s in spoken or n != full)


def _least_without(source: str, paths: Sequence[Path], derivation: Derivation) -> int:
    left = {r for p in paths if source not in p.chain for r in p.roots if r != source}
    named = sum(not derivation.mouths.vague(r) for r in left)
    return max(named, 1 if left else 0)
