"""Which incidents lie in a campaign or roundup: what is told one by one of the days and places that it sums up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.link.scenes import Scene
from whence.model.finding import Incident
from whence.model.values import Interval

Told = tuple[Incident, Sequence[Scene]]


@dataclass(frozen=True, slots=True)
class _Around:
    """By what an incident is found: its place names, the countries of its places, and the reports that tell it."""

    names: frozenset[str]
    countries: frozenset[str]
    reports: frozenset[str]

    @classmethod
    def of(cls, scenes: Sequence[Scene], *, whole: bool) -> "_Around":
        """Return where `scenes` lie; with `whole`, `countries` are those that are named as a whole."""
        points = [p for s in scenes for found in s.points.values() if len(found) == 1 for p in found]
        return cls(
            frozenset(n for s in scenes for n in s.inner | s.outer),
            frozenset(p.country for p in points if not whole or p.kind == "country"),
            frozenset(s.report for s in scenes),
        )


def with_holdings(found: Sequence[Told]) -> tuple[Incident, ...]:
    """Return the incidents of `found`, each container with the ids of those that lie in it, in order.

    An incident lies in a sum if its days lie within the sum's, and it is told by a report that sums up, or at a place
    (or in a country) that is summed up.  Of a sum over no known time only its own reports tell what lies in it.
    """
    single = [(i, _Around.of(scenes, whole=False)) for i, scenes in found if not i.container]
    by: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (_, around) in enumerate(single):
        for key in _keys(around):
            by[key].append(number)
    held = {i.id: _held(i, _Around.of(scenes, whole=True), single, by) for i, scenes in found if i.container}
    return tuple(replace(i, holds=held[i.id]) if i.container else i for i, _ in found)


def _keys(around: _Around) -> Iterable[tuple[str, str]]:
    yield from (("report", r) for r in sorted(around.reports))
    yield from (("place", n) for n in sorted(around.names))
    yield from (("country", c) for c in sorted(around.countries))


def _held(
    container: Incident,
    around: _Around,
    single: Sequence[tuple[Incident, _Around]],
    by: Mapping[tuple[str, str], Sequence[int]],
) -> tuple[str, ...]:
    near = {n for key in _keys(around) for n in by.get(key, ())}
    return tuple(
        sorted(
            i.id
            for i, other in (single[n] for n in near)
            if _within(i.interval, container.interval)
            or (container.interval is None and not around.reports.isdisjoint(other.reports))
        )
    )


def _within(inner: Interval | None, outer: Interval | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end
