"""Accounts and sources as views of the dossier, and the anchors that tie them to the texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from whence.model.finding import Account, AspectAccount, Difference, OriginCount, ValueAccount
from whence.model.report import Report
from whence.model.span import Reason
from whence.model.statement import Statement
from whence.show.desk import Desk, at_stake, label, relying_on, resting_on, series_of, value_label
from whence.show.falls import met_as
from whence.show.pages import (
    AccountView,
    AspectView,
    CountView,
    DifferenceView,
    GroundView,
    OriginView,
    SourceCard,
    StatementView,
    StepView,
    ValueView,
)
from whence.show.phrases import (
    ASPECTS,
    EVENTS,
    plural,
    value_words,
    when_words,
    where_words,
)
from whence.show.pieces import Ref
from whence.show.sums import parts_of
from whence.show.views import circles_of, difference_view, dots_of

_QUOTED = 180  # code points of a passage shown with a reason
_MANY = 24  # links or reasons shown before the rest is counted


@dataclass(frozen=True, slots=True)
class Anchors:
    """Short names on the page for reports, sources and statements: ordinals, so that no id gives a name away."""

    ordered: tuple[Report, ...]
    report: Mapping[str, str]
    source: Mapping[str, str]
    refs: Mapping[str, Ref]  # by statement id

    @classmethod
    def of(cls, desk: Desk) -> "Anchors":
        """Return the anchors of everything on the desk, in reading order."""
        ordered = sorted(
            desk.findings.reports,
            key=lambda r: (
                r.published.start.isoformat() if r.published else "9",
                desk.outlet(r),
                r.label,
                r.id,
            ),
        )
        reports = {r.id: f"r{i}" for i, r in enumerate(ordered, 1)}
        used = {k for k in _used(desk) if k in desk.findings.sources.sources}
        sources = {
            k: f"o{i}" for i, k in enumerate(sorted(used, key=lambda k: (desk.name(k).casefold(), k)), 1)
        }
        home = _homes(desk)
        refs: dict[str, Ref] = {}
        for r in ordered:
            for s in desk.by_report.get(r.id, ()):
                n = len(refs) + 1
                words = f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), s.report)}"
                refs[s.id] = Ref(f"s{n}", home.get(s.id, ""), n, words)
        return cls(tuple(ordered), reports, sources, refs)

    def links(self, statements: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """Return (anchor, number) of each statement that the page shows."""
        return tuple((self.refs[s].anchor, self.refs[s].number) for s in statements if s in self.refs)


def _used(desk: Desk) -> set[str]:
    table = desk.findings.sources
    used = {
        *table.of_hop.values(),
        *table.of_outlet.values(),
        *(c for cs in table.of_credit.values() for c in cs),
    }
    for account in desk.accounts:
        for aspect in account.aspects:
            for count in (aspect.speaking, *(v.behind for v in aspect.values)):
                used |= {o.source for o in count.origins}
    return used | {s.owner for k, s in table.sources.items() if k in used and s.owner}


def _homes(desk: Desk) -> dict[str, str]:
    """Return for each statement id the anchor of the value or the denials under which its account shows it."""
    out: dict[str, str] = {}
    for account in desk.accounts:
        n = desk.number(account)
        for aspect in account.aspects:
            for i, value in enumerate(aspect.values, 1):
                for s in value.statements:
                    out.setdefault(s, f"a{n}-{aspect.aspect}-{i}")
            for s in aspect.denials:
                out.setdefault(s, f"a{n}-{aspect.aspect}-denied")
    return out


def account_view(desk: Desk, anchors: Anchors, account: Account) -> AccountView:
    """Return one account in full."""
    incident, n = account.incident, desk.number(account)
    held = [desk.reports[r] for r in account.reports if r in desk.reports]
    return AccountView(
        number=n,
        anchor=f"a{n}",
        label=label(desk, account),
        event=EVENTS[incident.event],
        when=when_words(incident.interval),
        where=desk.words(where_words(incident)),
        id=incident.id,
        reports=tuple((anchors.report[r.id], f"{desk.outlet(r)}: {desk.title(r)}") for r in held),
        unread=account.unread,
        campaign=incident.container,
        parts=tuple((f"a{p.number}", p.label, p.told) for p in parts_of(desk, account)),
        clauses=tuple((desk.words(c.words), anchors.links(c.statements)) for c in account.summary),
        aspects=tuple(_aspect(desk, anchors, a, f"a{n}-{a.aspect}") for a in account.aspects),
        joined=_grounds(desk, anchors, incident.joined),
    )


def _aspect(desk: Desk, anchors: Anchors, aspect: AspectAccount, anchor: str) -> AspectView:
    return AspectView(
        anchor=anchor,
        name=ASPECTS[aspect.aspect],
        speaking=_count(desk, anchors, aspect.speaking),
        values=tuple(_value(desk, anchors, v, f"{anchor}-{i}") for i, v in enumerate(aspect.values, 1)),
        denials=tuple(_statement(desk, anchors, s) for s in desk.told(aspect.denials)),
        series=tuple(
            (
                desk.name(t.source),
                when_words(t.told),
                desk.words(value_words(t.value)),
                anchors.links(t.statements),
            )
            for t in series_of(aspect)
        ),
        differences=tuple(_difference(desk, anchors, d) for d in aspect.differences),
    )


def _value(desk: Desk, anchors: Anchors, v: ValueAccount, anchor: str) -> ValueView:
    return ValueView(
        anchor=anchor,
        words=value_label(desk, v),
        count=_count(desk, anchors, v.behind),
        outlets=v.outlets,
        carried=f"{v.outlets} {plural('outlet', v.outlets)}",
        statements=tuple(_statement(desk, anchors, s) for s in desk.told(v.statements)),
        without=tuple((met_as(desk, v, k), left) for k, left in at_stake(v)),
    )


def _count(desk: Desk, anchors: Anchors, count: OriginCount) -> CountView:
    origins = (
        OriginView(desk.words(o.name), anchors.source.get(o.source, ""), o.vague, _reasons(desk, o.reasons))
        for o in count.origins
    )
    return CountView(
        dots_of(count.least, count.most),
        tuple(origins),
        _grounds(desk, anchors, count.reasons),
        circles_of(desk, count),
    )


def _difference(desk: Desk, anchors: Anchors, d: Difference) -> DifferenceView:
    return difference_view(desk, d, anchors.links((d.first, d.second)))


def _statement(desk: Desk, anchors: Anchors, s: Statement) -> StatementView:
    report, ref = desk.reports[s.report], anchors.refs[s.id]
    outlet = desk.findings.sources.of_outlet.get(s.report, "")
    folded = [f.words for f in desk.folds.get(s.report, ()) if f.span.overlaps(s.span)]
    return StatementView(
        anchor=ref.anchor,
        number=ref.number,
        outlet=desk.outlet(report),
        outlet_href=anchors.source.get(outlet, ""),
        report_href=anchors.report[report.id],
        when=when_words(report.published) if report.published else "",
        steps=tuple(
            StepView(p.name, anchors.source.get(p.source, ""), p.said_as, p.stance, p.vague)
            for p in desk.chain(s)
        ),
        stance=s.stance,
        kind=s.kind,
        quote=desk.quote(s),
        fold=folded[0] if folded else "",
        decided=desk.findings.marks.get(s.id, ""),
        ratings=desk.ratings(s.id),
        why=_reasons(desk, s.reasons),
    )


def source_cards(desk: Desk, anchors: Anchors) -> tuple[SourceCard, ...]:
    """Return every source that a report names, by name."""
    return tuple(_source(desk, anchors, key) for key in anchors.source)


def _source(desk: Desk, anchors: Anchors, key: str) -> SourceCard:
    source, said = desk.source(key), resting_on(desk, key)
    relying = list(relying_on(desk, key).items())[:_MANY]
    return SourceCard(
        anchor=anchors.source[key],
        name=desk.name(key),
        kind=source.kind,
        vague=source.vague,
        owner=desk.name(source.owner) if source.owner else "",
        owner_href=anchors.source.get(source.owner, ""),
        aliases=tuple(desk.words(a) for a in source.aliases[:_MANY]),
        relying=tuple((anchors.source.get(k, ""), desk.name(k), n) for k, n in relying),
        statements=anchors.links(s.id for s in said[:_MANY]),
        total=len(said),
        ratings=desk.ratings(key),
        why=_reasons(desk, source.reasons),
    )


def _reasons(desk: Desk, reasons: Iterable[Reason]) -> tuple[str, ...]:
    words = dict.fromkeys(desk.words(r.words) for r in reasons)
    shown = list(words)[:_MANY]
    return (*shown, f"and {len(words) - _MANY} more reasons") if len(words) > _MANY else tuple(shown)


def _grounds(desk: Desk, anchors: Anchors, reasons: Iterable[Reason]) -> tuple[GroundView, ...]:
    """Return the reasons with the words they rest on; of very many the rest is counted."""
    found = desk.grounds(reasons, 2)
    shown = tuple(
        GroundView(
            g.words,
            tuple(
                (anchors.report[p.report], desk.outlet(desk.reports[p.report]), _short(p.quote))
                for p in g.passages
            ),
            g.more,
        )
        for g in found[:_MANY]
    )
    left = len(found) - len(shown)
    return (*shown, GroundView(f"and {left} more reasons", (), 0)) if left else shown


def _short(quote: str) -> str:
    """Return the quote, a long one without the words of its middle: the link shows all of it."""
    if len(quote) <= _QUOTED:
        return quote
    begins, ends = quote[: _QUOTED * 2 // 3].rsplit(" ", 1)[0], quote[-_QUOTED // 3 :].split(" ", 1)[-1]
    return f"{begins} … {ends}"
