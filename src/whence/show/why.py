"""One statement taken apart for whoever doubts it: its words, how they were read, who says so, what it counts as."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from whence.model.finding import AspectAccount, Copy, Origin, OriginCount, ValueAccount
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Statement, Voice
from whence.show.desk import Desk, Ground, Step, label, value_label
from whence.show.falls import counts_as
from whence.show.phrases import ASPECTS, origin_brackets, value_words, when_words
from whence.show.safe import one_line

AROUND: Final = 200  # code points of the report shown before and behind the statement
COPIES: Final = 12  # reports that share the words which are named


@dataclass(frozen=True, slots=True)
class Part:
    """One question about a statement, and its answer: plain lines, and reasons with the words they rest on."""

    asked: str
    lines: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()


def why(desk: Desk, s: Statement) -> tuple[Part, ...]:
    """Return what can be asked of a statement, in order: what it says, how it was read, who says so, what it counts."""
    parts = (_words(desk, s), _reading(desk, s), _setting(desk, s), *_voices(desk, s), _counted(desk, s))
    return (*parts, *_copies(desk, s), _doubt(s))


def title(desk: Desk, s: Statement) -> str:
    """Return the statement in a line: what it says of what, and how surely."""
    stance = {"states": "", "hedges": ", hedged", "denies": ", denied"}[s.stance]
    return f"{ASPECTS[s.aspect]}: {desk.words(value_words(s.value), s.report)}{stance}"


def place(desk: Desk, report: str, span: Span) -> str:
    """Return a place as `whence cite` takes it: LABEL:START-END."""
    return f"{desk.words(desk.reports[report].label)}:{span.start}-{span.end}"


def _words(desk: Desk, s: Statement) -> Part:
    report = desk.reports[s.report]
    start, end = _window(desk, s, len(report.text))
    before = one_line(desk.mask.text(report.id, report.text, start, s.span.start))
    behind = one_line(desk.mask.text(report.id, report.text, s.span.end, end))
    folded = [f.words for f in desk.folds.get(report.id, ()) if f.span.overlaps(s.span)]
    shown = folded[0] if folded else f"… {before} ⟦{desk.quote(s)}⟧ {behind} …"
    when = when_words(report.published) if report.published else "no date of publication"
    return Part(
        "Where does it say so?",
        (f"{desk.outlet(report)}, {when}, {desk.title(report)}", f"{place(desk, s.report, s.span)} {shown}"),
    )


def _window(desk: Desk, s: Statement, length: int) -> tuple[int, int]:
    """Return where the words shown around a statement begin and end: short of what is folded away."""
    start, end = max(0, s.span.start - AROUND), min(length, s.span.end + AROUND)
    for fold in desk.folds.get(s.report, ()):
        if fold.span.end > start and fold.span.start < s.span.start:
            start = min(fold.span.end, s.span.start)
        if fold.span.start < end and fold.span.end > s.span.end:
            end = max(fold.span.start, s.span.end)
    return start, end


def _reading(desk: Desk, s: Statement) -> Part:
    amount = getattr(s.value, "amount", None)
    lines = (f"the number rests on “{one_line(amount.words)}”",) if amount is not None else ()
    return Part("How was it read?", lines, desk.grounds(s.reasons))


def _setting(desk: Desk, s: Statement) -> Part:
    when = (
        f"{when_words(s.when)}, by “{one_line(s.when.words)}” ({s.when.rule})" if s.when else "no day is told"
    )
    names = ", ".join(desk.words(t.name, s.report) for t in s.where) or "no place is told"
    account = desk.account_of.get(s.id)
    of = f"of incident {desk.number(account)}, {label(desk, account)}" if account else "of no incident"
    return Part("When and where, and of what?", (when, names, of))


def _voices(desk: Desk, s: Statement) -> Iterator[Part]:
    """Ask of each step who that is: the words, why it is taken to say this, and why it is that source."""
    if not s.hops:
        yield Part("Who says so?", (_without_voice(desk, s),))
    for step, hop in zip(desk.chain(s), s.hops, strict=True):
        spans = [x for x in (hop.voice.span, hop.cue) if x is not None]
        heard = Reason(hop.reason.rule, hop.reason.words, tuple(Evidence(s.report, x) for x in spans))
        why_it = (
            heard if spans else hop.reason,
            *_naming(desk, step, hop.voice),
        )
        yield Part("Who says so?", (_step(desk, step),), desk.grounds(why_it))


def _without_voice(desk: Desk, s: Statement) -> str:
    """Say who tells what has no voice in the text: the outlet, or whoever it is known to have the text from."""
    outlet = desk.outlet(desk.reports[s.report])
    own = desk.findings.sources.of_outlet.get(s.report, f"report:{s.report}")
    found = _value_of(desk, s)
    homes = [o for o in found[1].behind.origins if s.id in o.statements] if found else []
    other = [o for o in homes if o.source not in (own, counts_as(desk, own))]
    if other:
        names = " and ".join(desk.words(o.name) for o in other)
        return f"{outlet} prints it without a voice; it has it from {names}, for the reason below"
    return f"{outlet}, in its own words: nothing shows where it has it from"


def _step(desk: Desk, step: Step) -> str:
    said = f", in the text “{step.said_as}”" if step.said_as != step.name else ""
    owner = counts_as(desk, step.source) if step.source else ""
    of = f"; counts as {desk.name(owner)}" if owner not in ("", step.source) else ""
    vague = "; names nobody" if step.vague else ""
    return f"{step.name}{said} ({step.stance}{vague}{of})"


def _naming(desk: Desk, step: Step, voice: Voice) -> list[Reason]:
    """Return why the voice's words are taken for the source, without the places of the same words elsewhere."""
    known = desk.source(step.source).reasons if step.source else ()
    fuller = f'"{voice.name}" is "{voice.refers}"'
    found = [r for r in known if r.words == fuller]
    of = voice.refers if found else voice.name
    found += [r for r in known if r.words.startswith(f'"{of}"') and not r.words.startswith(f'"{of}" is "')]
    return [Reason(r.rule, r.words) for r in found]


def _counted(desk: Desk, s: Statement) -> Part:
    asked = "What does it count as?"
    if s.stance == "denies":
        return Part(asked, ("no origin: a denial stands beside what it denies",))
    if s.kind != "fact":
        return Part(
            asked, (f"no origin: it is shown, but read as {_article(s.kind)}, not as a report of fact",)
        )
    found = _value_of(desk, s)
    if found is None:
        return Part(asked, ("no origin: it stands in no account",))
    _, value = found
    head = f"{value_label(desk, value)} {origin_brackets(value.behind)}"
    mine = [o for o in value.behind.origins if s.id in o.statements]
    if not mine:
        lost = [r for r in value.behind.reasons if r.rule in ("circle", "retracted")]
        return Part(asked, (f"{head}: no origin of it",), desk.grounds(lost))
    lines = [f"{head}: {_share(desk, o, value.behind)}" for o in mine]
    reasons = [r for o in mine for r in o.reasons if _of(r, s.report)]
    return Part(asked, tuple(lines), desk.grounds(reasons))


def _article(kind: str) -> str:
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"


def _value_of(desk: Desk, s: Statement) -> tuple[AspectAccount, ValueAccount] | None:
    account = desk.account_of.get(s.id)
    aspects = account.aspects if account else ()
    return next(((a, v) for a in aspects for v in a.values if s.id in v.statements), None)


def _share(desk: Desk, origin: Origin, count: OriginCount) -> str:
    others = len(origin.statements) - 1
    beside = f", as {others} more {'telling' if others == 1 else 'tellings'}" if others else ""
    if origin.vague and len(count.origins) > 1:
        return f"{desk.words(origin.name)}{beside}; vague, it may be one of the others, so it only raises the most"
    return f"the origin {desk.words(origin.name)}{beside}"


def _of(reason: Reason, report: str) -> bool:
    return not reason.evidence or any(e.report == report for e in reason.evidence)


def _copies(desk: Desk, s: Statement) -> tuple[Part, ...]:
    """Name the reports that have the same words."""
    found = dict.fromkeys(_shared(desk, s))
    left = len(found) - COPIES
    lines = list(found)[:COPIES] + ([f"and {left} more"] if left > 0 else [])
    return (Part("Who else prints these words?", tuple(lines)),) if lines else ()


def _shared(desk: Desk, s: Statement) -> Iterator[str]:
    for copy in desk.findings.copies:
        for passage in copy.passages:
            here, there, other = _sides(copy, passage.copy, passage.original, s.report)
            if other and here.overlaps(s.span):
                report: Report = desk.reports[other]
                words = f"{passage.words} words in common"
                yield f"{desk.outlet(report)}, {place(desk, other, there)}: {words}, {_direction(copy, other)}"


def _sides(copy: Copy, first: Span, second: Span, report: str) -> tuple[Span, Span, str]:
    if copy.copy == report:
        return first, second, copy.original
    return second, first, copy.copy if copy.original == report else ""


def _direction(copy: Copy, other: str) -> str:
    if copy.direction != "known":
        return "who has them from whom is not shown"
    return "it has them from this report" if copy.copy == other else "this report has them from it"


def _doubt(s: Statement) -> Part:
    short = s.id[:12]
    words = f"whence judge statement wrong {short} --why …, then whence build: the counts are made without it"
    return Part("What if it is misread?", (words,))
