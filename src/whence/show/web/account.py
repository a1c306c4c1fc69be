"""The account of one incident or link: every value, its origins and their reasons, and what contradicts it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.model.finding import Account, AspectAccount, Difference, ValueAccount
from whence.show.desk import Desk, at_stake, label, value_label
from whence.show.falls import met_as
from whence.show.pages import DifferenceView, StepView
from whence.show.phrases import ASPECTS, EVENTS, when_words, where_words
from whence.show.views import difference_view
from whence.show.web import charts, copied, derivation, links
from whence.show.web.frame import library_of, render, view_of
from whence.show.web.library import View
from whence.show.web.slices import reasons_of, sources_of, statements_of
from whence.show.web.telling import (
    CountView,
    GroundView,
    TellingView,
    Told,
    by_place,
    count_view,
    ground_views,
    telling,
)

TOLD: Final = 12  # tellings of one value shown before the rest is asked for


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause of the summary, and where its words stand: (address, number) of each statement."""

    words: str
    refs: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value: its words, who carries it, who is behind it, tellings, and what each source's fall would leave."""

    anchor: str
    words: str
    count: CountView
    outlets: int
    only_looks: bool
    drawing: derivation.Drawing | None
    tellings: tuple[TellingView, ...]
    rest: int
    without: tuple[tuple[str, str, int], ...]  # (name, address, what would remain)


@dataclass(frozen=True, slots=True)
class AspectView:
    """One aspect of an account; `rivals` says that its values blame different sides and stand side by side."""

    anchor: str
    name: str
    rivals: bool
    speaking: CountView
    drawing: (
        derivation.Drawing | None
    )  # of all values together; None where they blame different sides, or are one
    values: tuple[ValueView, ...]
    denials: tuple[TellingView, ...]
    series: charts.Series | None
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The whole account."""

    number: int
    href: str
    label: str
    what: str
    when: str
    presumed: bool
    when_why: str
    where: str
    campaign: bool
    parts: tuple[tuple[str, str], ...]  # (address, label) of what lies in a campaign or roundup
    unread: int
    clauses: tuple[ClauseView, ...]
    aspects: tuple[AspectView, ...]
    reports: tuple[tuple[str, str, str, str], ...]  # (address, outlet, title, when)
    joined: tuple[GroundView, ...]
    copies: tuple[copied.CopyView, ...]
    fallible: tuple[tuple[str, str, str], ...]  # (address of "without", name, what it bears in words)
    member: str  # the id of a statement that stands for it in a judgement


@dataclass(frozen=True, slots=True)
class _Making:
    """What the parts of one page are made from."""

    desk: Desk
    told: Told
    whole: str  # the anchor of the value of which every telling is wanted


def make_page(view: View, number: int, whole: str = "") -> AccountPage:
    """Return the account with this number; `whole` names a value of which every telling is wanted."""
    account = view.index.account(number)
    desk = desk_of(view, number, account)
    incident = account.incident
    ordered = [s.id for s in desk.told(statements_of(account))]
    numbers = {s: i for i, s in enumerate(ordered, 1)}
    told = Told(numbers, by_place(view.waiting))
    making = _Making(desk, told, whole)
    held = [desk.reports[r] for r in account.reports if r in desk.reports]
    inside = set(account.reports)
    return AccountPage(
        number=number,
        href=links.incident(incident.id),
        label=label(desk, account),
        what="link between actors" if _is_link(account) else EVENTS[incident.event],
        when=when_words(incident.interval),
        presumed=bool(incident.interval and incident.interval.presumed),
        when_why=desk.words(incident.interval.rule) if incident.interval else "",
        where=desk.words(where_words(incident)),
        campaign=incident.container,
        parts=_parts(view, incident.holds),
        unread=account.unread,
        clauses=tuple(_clause(desk, c.words, c.statements, numbers) for c in account.summary),
        aspects=tuple(_aspect(making, a) for a in account.aspects),
        reports=tuple(
            (links.report(r.id), desk.outlet(r), desk.title(r), when_words(r.published)) for r in held
        ),
        joined=ground_views(desk, incident.joined),
        copies=copied.copies(
            desk, (c for c in desk.findings.copies if c.copy in inside and c.original in inside)
        ),
        fallible=_fallible(desk, account),
        member=ordered[0] if ordered else "",
    )


def _parts(view: View, incidents: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the incidents that lie in a sum, in reading order."""
    found = {at[0] for i in incidents if (at := view.index.account_number(i))}
    return tuple((links.incident(row.id), row.label) for row in view.index.accounts(sorted(found)))


def desk_of(view: View, number: int, account: Account) -> Desk:
    """Return the desk over all that an account rests on."""
    quoted = {e.report for r in reasons_of(account) for e in r.evidence}
    wanted = {*account.reports, *quoted}
    found = view.index.slice(statements_of(account), wanted, sources_of(account), copies=True)
    return view.desk(found, [(number, account)])


def _is_link(account: Account) -> bool:
    return any(a.aspect == "link" for a in account.aspects)


def _clause(desk: Desk, words: str, statements: Iterable[str], numbers: dict[str, int]) -> ClauseView:
    refs = [(links.statement(s.report, s.id), numbers.get(s.id, 0)) for s in desk.told(statements)]
    return ClauseView(desk.words(words), tuple(refs[:6]), max(0, len(refs) - 6))


def _aspect(making: _Making, aspect: AspectAccount) -> AspectView:
    desk = making.desk
    rivals = aspect.aspect == "responsible" and (len(aspect.values) > 1 or bool(aspect.denials))
    return AspectView(
        anchor=aspect.aspect,
        name=ASPECTS[aspect.aspect],
        rivals=rivals,
        speaking=count_view(desk, aspect.speaking),
        drawing=None if rivals or len(aspect.values) < 2 else derivation.draw(desk, aspect.speaking),
        values=tuple(_value(making, v, f"{aspect.aspect}-{i}") for i, v in enumerate(aspect.values, 1)),
        denials=tuple(telling(desk, s, making.told) for s in desk.told(aspect.denials)),
        series=charts.series(desk, aspect, dict(making.told.numbers)),
        differences=tuple(_difference(making, d) for d in aspect.differences),
    )


def _value(making: _Making, v: ValueAccount, anchor: str) -> ValueView:
    desk = making.desk
    told = desk.told(v.statements)
    shown = told if making.whole == anchor else told[:TOLD]
    return ValueView(
        anchor=anchor,
        words=value_label(desk, v),
        count=count_view(desk, v.behind),
        outlets=v.outlets,
        only_looks=v.outlets >= 2 and v.behind.least < 2,
        drawing=derivation.draw(desk, v.behind),
        tellings=tuple(telling(desk, s, making.told) for s in shown),
        rest=len(told) - len(shown),
        without=tuple((met_as(desk, v, k), links.source(k), left) for k, left in at_stake(v)),
    )


def _difference(making: _Making, d: Difference) -> DifferenceView:
    refs = (
        (links.statement(s.report, s.id), making.told.numbers.get(s.id, 0))
        for s in making.desk.told((d.first, d.second))
    )
    return difference_view(making.desk, d, tuple(refs))


def _fallible(desk: Desk, account: Account) -> tuple[tuple[str, str, str], ...]:
    """Return the sources whose fall would change something, those that bear most first."""
    bears: dict[str, int] = {}
    for value in (v for a in account.aspects for v in a.values):
        for key, left in value.without:
            if left < value.behind.least:
                bears[key] = bears.get(key, 0) + 1
    ordered = sorted(bears, key=lambda k: (-bears[k], desk.name(k).casefold(), k))
    base = links.incident(account.incident.id)
    return tuple(
        (f"{base}/without?source={links.source(k).removeprefix('/sources/')}", desk.name(k), f"{bears[k]}")
        for k in ordered[:12]
        if k in desk.findings.sources.sources
    )


@dataclass(frozen=True, slots=True)
class FallenView:
    """One value if a source is wrong: what stands behind it now, and what would remain."""

    aspect: str
    words: str
    now: int
    left: int
    outlets: int
    tellings: tuple[TellingView, ...]


@dataclass(frozen=True, slots=True)
class WithoutPage:
    """The account as it would stand if one source were wrong about it."""

    label: str
    href: str
    name: str
    source_href: str
    fallen: tuple[FallenView, ...]
    untouched: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str, str], ...]
    steps: tuple[StepView, ...] = ()


def make_without(view: View, number: int, source: str) -> WithoutPage:
    """Return what would remain of the account if `source` fell; raise KeyError if the account does not know it."""
    account = view.index.account(number)
    desk = desk_of(view, number, account)
    if source not in desk.findings.sources.sources:
        raise KeyError(source)
    told = Told({s.id: i for i, s in enumerate(desk.told(statements_of(account)), 1)})
    fallen, untouched = [], []
    for aspect in account.aspects:
        for value in aspect.values:
            name, words = ASPECTS[aspect.aspect], value_label(desk, value)
            left = dict(value.without).get(source, value.behind.least)
            through = {s for o in value.behind.origins for c in o.chains if source in c for s in o.statements}
            resting = [
                s for s in desk.told(value.statements) if s.id in through and _stands(desk, s.id, source)
            ]
            if left < value.behind.least or resting:
                shown = tuple(telling(desk, s, told) for s in resting[:TOLD])
                fallen.append(FallenView(name, words, value.behind.least, left, value.outlets, shown))
            else:
                untouched.append((name, words))
    href = links.incident(account.incident.id)
    return WithoutPage(label(desk, account), href, desk.name(source), links.source(source), tuple(fallen),
                       tuple(untouched), _fallible(desk, account))  # fmt: skip


def _stands(desk: Desk, statement: str, source: str) -> bool:
    """Return whether a statement has the source in its own chain, names nobody, or is its outlet's."""
    s, table = desk.statements[statement], desk.findings.sources
    own = {table.of_hop.get((s.id, i), "") for i in range(len(s.hops))} | {table.of_outlet.get(s.report, "")}
    owners = {table.sources[k].owner for k in own if k in table.sources}
    return source in own | owners or not s.hops


def _number(request: Request, view: View) -> tuple[int, bool]:
    address = request.path_params["incident"]
    found = view.index.account_number(address)
    if found is not None:
        return found
    for other in library_of(request).views():  # an address that a judgement took away since it was copied
        number = _present(view, other, address)
        if number:
            return number, False
    raise HTTPException(404)


def _present(view: View, other: View, address: str) -> int:
    """Return the number of the account that holds most of what the other generation told at this address, or 0."""
    known = other.index.account_number(address)
    if known is None:
        return 0
    members = other.index.account(known[0]).incident.statements
    numbers = Counter(view.index.account_of(members).values())
    return min(numbers, key=lambda n: (-numbers[n], n), default=0)


def show(request: Request) -> Response:
    """Answer with the account, or lead from an older address to its present one."""
    view = view_of(request)
    number, present = _number(request, view)
    if not present:
        return RedirectResponse(links.incident(view.index.accounts([number])[0].id), 303)
    whole = request.query_params.get("all", "")
    return render(request, "account.html", make_page(view, number, whole))


def without(request: Request) -> Response:
    """Answer with what would remain if one source were wrong."""
    view = view_of(request)
    number, _ = _number(request, view)
    source = view.index.source_key(request.query_params.get("source", ""))
    page = make_without(view, number, source or "")
    return render(request, "without.html", page)


ROUTES = (Route("/incidents/{incident}", show), Route("/incidents/{incident}/without", without))
