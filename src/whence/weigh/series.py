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
from whence.weigh.values import WHOLE, largest_of_each_report, same_value, scope


def find_series(
    statements: Sequence[Statement], settled: Settled, reports: Mapping[str, Report], derivation: Derivation
) -> tuple[Telling, ...]:
    """Return each named source's series of tolls, in order of telling, equal neighbours made one step.

    Parts of a toll (children, fighters, one of two places) are no step of it; of who gives no whole toll the group
    that it told most often is its series, if it gave two numbers.  What is told as so many more is no step.  Undated
    tellings come last.
    """
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        path, value = settled.paths.get(statement.id), statement.value
        if path and isinstance(value, Count) and not value.part:
            for root in path.roots:
                told[root, scope(value.group)].append(statement)
    steps: list[Telling] = []
    for root in sorted({root for root, _ in told}):
        if not derivation.mouths.vague(root):
            steps.extend(
                _of_root(root, {group: said for (r, group), said in told.items() if r == root}, reports)
            )
    return tuple(steps)


def _of_root(
    root: str, told: Mapping[str, Sequence[Statement]], reports: Mapping[str, Report]
) -> list[Telling]:
    if WHOLE in told:
        return _steps(root, told[WHOLE], reports)
    group = min(told, key=lambda g: (-len(told[g]), g))
    steps = _steps(root, told[group], reports)
    return steps if len(steps) > 1 else []


def _steps(root: str, statements: Sequence[Statement], reports: Mapping[str, Report]) -> list[Telling]:
    steps: list[Telling] = []
    for statement in sorted(largest_of_each_report(statements), key=lambda s: _told_order(s, reports)):
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
