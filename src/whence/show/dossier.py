"""Everything as one self-contained page: no request, no script, every claim one link away from its bytes."""

import base64
import hashlib
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup

import whence
from whence.model.report import Report
from whence.show.desk import Desk
from whence.show.dossier_accounts import Anchors, account_view, source_cards
from whence.show.pages import PageView, ReportView, TroubleView
from whence.show.phrases import when_words
from whence.show.pieces import Paragraph, paragraphs
from whence.show.safe import one_line, visible
from whence.show.summary import headline

TEMPLATES: Final = Path(__file__).parent / "templates"


def render(desk: Desk, name: str, generation: str) -> str:
    """Return the page over `desk` for the case called `name`; equal findings give equal pages."""
    style = (TEMPLATES / "dossier.css").read_text("utf8")
    # the policy names the one style sheet by its digest: nothing else may style, load, run or send anything
    allowed = base64.b64encode(hashlib.sha256(style.encode("utf8")).digest()).decode("ascii")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = make_page(desk, name, generation)
    return environment.get_template("dossier.html").render(page=page, style=Markup(style), allowed=allowed)  # noqa: S704


def make_page(desk: Desk, name: str, generation: str) -> PageView:
    """Return what the page shows."""
    head, anchors = headline(desk.findings), Anchors.of(desk)
    views = [account_view(desk, anchors, a) for a in desk.accounts]
    texts = [_report(desk, anchors, r) for r in anchors.ordered]
    return PageView(
        name=one_line(name),
        version=whence.__version__,
        generation=one_line(generation),
        headline=head.words,
        reports=len(desk.reports),
        outlets=len({desk.outlet(r) for r in desk.findings.reports}),
        values=head.values,
        by_outlets=head.by_outlets,
        still=head.still,
        masked=desk.mask.on,
        people=desk.mask.people,
        folds=sum(map(len, desk.folds.values())),
        many=tuple(v for v in views if len(v.reports) > 1),
        single=tuple(v for v in views if len(v.reports) <= 1),
        sources=source_cards(desk, anchors),
        texts=tuple(t for t in texts if not t.unread),
        unread=tuple(t for t in texts if t.unread),
        trouble=tuple(
            TroubleView(
                desk.words(t.where),
                desk.words(t.message.removeprefix(f"{t.where}: ")),
                desk.words(t.hint),
                t.code,
            )
            for t in desk.findings.trouble
        ),
        method=tuple((k, visible(desk.mask.words(v))) for k, v in sorted(desk.findings.method.items())),
    )


def _report(desk: Desk, anchors: Anchors, report: Report) -> ReportView:
    return ReportView(
        anchor=anchors.report[report.id],
        title=desk.title(report),
        outlet=desk.outlet(report),
        label=desk.words(report.label),
        byline=desk.words(report.byline, report.id),
        when=when_words(report.published),
        url=desk.words(report.url, report.id),
        language=report.language,
        credit=", ".join(desk.name(k) for k in desk.findings.sources.of_credit.get(report.id, ())),
        unread=desk.words(report.unread),
        digest=", ".join(" ".join(c).strip() for c in report.captures),
        text_digest=report.text_digest,
        copies=_copies(desk, anchors, report),
        # in a text that was not read no name was looked for, so none could be withheld
        paragraphs=()
        if report.unread and desk.mask.on
        else _without_plain_title(paragraphs(desk, report, anchors.refs)),
    )


def _without_plain_title(found: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Drop a title that stands above the text already, unless something in it is marked."""
    plain = (
        bool(found) and found[0].kind == "title" and all(p.plain for run in found[0].runs for p in run.pieces)
    )
    return found[1:] if plain else found


def _copies(desk: Desk, anchors: Anchors, report: Report) -> tuple[tuple[str, str, str], ...]:
    """Return (anchor of the other report, its name, how the two share) for each copy that touches the report."""
    rows = []
    for copy in desk.findings.copies:
        if report.id not in (copy.copy, copy.original):
            continue
        mine = copy.copy == report.id
        other = desk.reports.get(copy.original if mine else copy.copy)
        if other is None:
            continue
        share = copy.share_of_copy if mine else copy.share_of_original
        verb = "repeats" if mine else "is repeated by"
        if copy.direction == "unknown":
            verb = "shares text with"
        words = f"{share:.0%} of its own words are shared. {desk.words(copy.reason.words)}"
        rows.append((anchors.report[other.id], f"{verb} {desk.outlet(other)}, “{desk.title(other)}”", words))
    return tuple(sorted(rows))
