"""What one source gave over time: updates of a toll are one origin told several times."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.model.finding import Telling
from whence.model.report import Report
from whence.model.statement import Count, Statement
from whence.model.values import Interval
from whence.weigh.derivation import Derivation
from whence.weigh.origins import Settled
from whence.weigh.values import WHOLE, same_value, scope


def find_series(
    statements: Sequence[Statement], settled: Settled, reports: Mapping[str, Report], derivation: Derivation
) -> tuple[Telling, ...]:
    """Return each named source's series of whole tolls, in order of telling, equal neighbours made one step.

    Parts of a toll (children, fighters) are no step of it.  Undated tellings come last.
    """
    by_root: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        path = settled.paths.get(statement.id)
        whole = isinstance(statement.value, Count) and scope(statement.value.group) == WHOLE
        if path and whole and isinstance(statement.value, Count) and not statement.value.part:
            for root in path.roots:
                by_root[root].append(statement)
    steps: list[Telling] = []
    for root in sorted(by_root):
        if not derivation.mouths.vague(root):
            steps.extend(_steps(root, by_root[root], reports))
    return tuple(steps)


def _steps(root: str, statements: Sequence[Statement], reports: Mapping[str, Report]) -> list[Telling]:
    steps: list[Telling] = []
    for statement in sorted(statements, key=lambda s: _told_order(s, reports)):
        told = reports[statement.report].published if statement.report in reports else None
        if steps and same_value(steps[-1].value, statement.value, {}):
            steps[-1] = replace(steps[-1], statements=(*steps[-1].statements, statement.id))
        else:
            steps.append(Telling(root, told, statement.value, (statement.id,)))
    return steps


def _told_order(statement: Statement, reports: Mapping[str, Report]) -> tuple[str, str, int, str]:
    told: Interval | None = reports[statement.report].published if statement.report in reports else None
    amount = statement.value.amount if isinstance(statement.value, Count) else None
    number = amount.lower or amount.upper or 0 if amount else 0
    return (
        told.start.isoformat() if told else "~",
        told.end.isoformat() if told else "~",
        number,
        statement.id,
    )
