"""Voices, outlets and credits to sources: by each report's own words, then across reports, then as people ruled."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from whence.link.book import SourceBook
from whence.link.context import ReportContext
from whence.link.merging import Merger, obey
from whence.link.named import became
from whence.link.naming import Around, own_source, vague_source, with_reason
from whence.link.phrases import phrase_key, squashed
from whence.link.resolver import Resolver
from whence.link.terms import Term
from whence.model.finding import OWNER_FACT, Source, SourceTable
from whence.model.judgement import Rulings
from whence.model.report import Report
from whence.model.span import Evidence, Reason
from whence.model.statement import Hop, Statement, Voice

__all__ = ["SourceBook", "resolve_sources"]

_CREDIT_BREAK: Final = re.compile(r"\s*(?:[,;/&+|]|\band\b|\bwith\b)\s*", re.IGNORECASE)
_DOMAIN: Final = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w.-]+?)(?:\.(?:com|org|net|info|news|tv|gov|co|edu|int))*(?:\.[a-z]{2})?(?:[/:].*)?$"
)
_NEXT: Final = 400  # code points after an unnamed speaker within which the name follows
_ONE: Final = re.compile(
    r"an?\s.*?\b(?:official|officer|source|activist|doctor|medic|resident|witness|worker|volunteer|member|rescuer)\b",
    re.I,
)
_WIRES: Final = frozenset(
    {"agencies", "wires", "news agencies", "wire services", "agency", "staff and agencies", "wire reports"}
)


@dataclass(frozen=True, slots=True)
class _Resolved:
    """What one report's voices, outlet and credits came to, before anything is compared across reports."""

    report: Report
    outlet: Source
    credits: tuple[Source, ...]
    hops: tuple[tuple[tuple[str, int], Voice, Source], ...]


def resolve_sources(
    reports: Sequence[Report], statements: Sequence[Statement], book: SourceBook, rulings: Rulings
) -> SourceTable:
    """Return which source each voice, outlet and credit is, and why.

    A voice's fuller name within its report (`Voice.refers`) comes first, then the names that the book knows, what the
    report itself defines or describes, the kinds of unnamed voices; what is left stays itself.  Spellings of one
    unknown name are joined across reports by `spellings.join_names`; people's rulings on sources are obeyed last.
    """
    by_report: dict[str, list[Statement]] = {}
    for s in statements:
        by_report.setdefault(s.report, []).append(s)
    resolved = [
        _resolve_report(r, sorted(by_report.get(r.id, []), key=lambda s: (s.span.start, s.id)), book)
        for r in sorted(reports, key=lambda r: r.id)
    ]
    merger = Merger(book.names)
    for one in resolved:
        merger.add(one.outlet)
        for credit in one.credits:
            merger.add(credit)
        for _, voice, source in one.hops:
            merger.add(source, _alias(source, voice), _evidence(one.report, voice))
    merger.add_owners(book)
    table = SourceTable(
        sources=_succeeded(merger.sources(), book),
        of_hop={key: merger.id_of(source) for one in resolved for key, _, source in one.hops},
        of_outlet={one.report.id: merger.id_of(one.outlet) for one in resolved},
        of_credit={one.report.id: _distinct(merger.id_of(c) for c in one.credits) for one in resolved},
    )
    return obey(table, rulings)


def _succeeded(sources: dict[str, Source], book: SourceBook) -> dict[str, Source]:
    """Let a body that another one of the pile is the only successor of speak for that one: they are one mouth.

    Where two went on as one for good, neither is the other, and what they said before they merged stays theirs.
    """
    former: dict[str, list[tuple[str, Term]]] = {}
    for key, heirs in sorted(book.merged.items()):
        for heir, term in heirs.items():
            if not term.end:
                former.setdefault(heir, []).append((key, term))
    found = dict(sources)
    for heir, bodies in former.items():
        key, term = bodies[0]
        if len(bodies) > 1 or heir not in sources or key not in sources or sources[key].owner:
            continue
        name = sources[heir].name
        why = Reason(OWNER_FACT, f"speaks for {name}: it was renamed or merged into it, {term}")
        found[key] = replace(sources[key], owner=heir, reasons=tuple(sorted({*sources[key].reasons, why})))
    return found


def _distinct(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _alias(source: Source, voice: Voice) -> str:
    """The voice's words as a name of its source; a person who speaks for a body is no name of that body."""
    introduced = any(r.rule == "introduced" for r in source.reasons)
    return "" if introduced and source.kind != "person" else voice.refers or voice.name


def _evidence(report: Report, voice: Voice) -> tuple[Evidence, ...]:
    return (Evidence(report.id, voice.span),) if voice.span else ()


def _resolve_report(report: Report, statements: Sequence[Statement], book: SourceBook) -> _Resolved:
    outlet = find_outlet(report, book)
    resolver = Resolver(book, ReportContext(report, book, outlet.id))
    voices = [hop.voice for s in statements for hop in s.hops]
    speakers = _speakers(voices, resolver)
    hops = []
    for s in statements:
        nearer = outlet.id
        for i, hop in enumerate(s.hops):
            source = _resolve_voice(hop, resolver, Around(nearer, speakers, i == len(s.hops) - 1))
            hops.append(((s.id, i), hop.voice, source))
            nearer = source.id
    return _Resolved(
        report, outlet, _credits(report, outlet, resolver), tuple(_named_next(_short_forms(hops)))
    )


def _speakers(voices: Iterable[Voice], resolver: Resolver) -> tuple[Source, ...]:
    """The named sources that speak in the report: what a generic word such as "the group" may stand for."""
    found: dict[str, Source] = {}
    for name in dict.fromkeys(v.refers or v.name for v in voices):
        source = resolver.knows(name)
        if source:
            found.setdefault(source.id, source)
    return tuple(found[k] for k in sorted(found))


def _resolve_voice(hop: Hop, resolver: Resolver, around: Around) -> Source:
    voice = hop.voice
    if not voice.refers:
        return resolver.resolve(voice.name, around)
    fuller = resolver.resolve(voice.refers, around)
    if fuller.vague or _unknown(fuller):
        itself = resolver.resolve(voice.name, around)
        if itself.id in resolver.book.known or (fuller.vague and not itself.vague):
            return itself
    why = Reason("fuller name in the report", f'"{voice.name}" is "{voice.refers}"')
    return with_reason(fuller, why) if voice.refers != voice.name else fuller


def find_outlet(report: Report, book: SourceBook) -> Source:
    """Return the source that is the outlet of `report`: by name, short code or web address; else itself."""
    host = urlsplit(report.url).hostname or "" if report.url else ""
    for name in (report.outlet, host):
        key = _code(name, book)
        if key:
            row, heir = book.known[key], book.known[book.heir(key, report.published)]
            whys: tuple[Reason, ...] = (Reason("outlet", f'"{name}" is {row.name}'),)
            whys = became(row, heir, report.published, *whys) if heir is not row else whys
            return Source(heir.key, heir.name, heir.kind, False, heir.owner, (), whys)
    name = report.outlet or host or report.label or report.id
    return own_source(name, "outlet", Reason("outlet", f'"{name}" is in no table'))


def _code(name: str, book: SourceBook) -> str:
    bare = _DOMAIN.match(name.strip().lower())
    for candidate in (name, bare.group(1) if bare else ""):
        key = book.codes.get(squashed(candidate)) or book.codes.get(candidate.strip().lower())
        if key:
            return key
    return ""


def _credits(report: Report, outlet: Source, resolver: Resolver) -> tuple[Source, ...]:
    """The sources credited for the whole report; the outlet's own name among others says nothing and is left out."""
    found: list[Source] = []
    for words in report.credits:
        whole = resolver.knows(words)
        parts = [words] if whole else [p for p in _CREDIT_BREAK.split(words) if p]
        found += [_credit(p, resolver) for p in parts]
    others = [s for s in found if s.id != outlet.id]
    return tuple(others or found)


def _credit(words: str, resolver: Resolver) -> Source:
    if phrase_key(words) in _WIRES:
        return vague_source("agencies", Reason("credit", f'"{words}" names no agency'))
    inside = resolver.names.embedded(resolver.names.phrase(words))
    source = (
        resolver.knows(words)
        or inside
        or own_source(words.strip(), "agency", Reason("credit", f'"{words}" is in no table'))
    )
    return with_reason(source, Reason("credit", f'"{words}" is credited for the whole report'))


def _short_forms(
    hops: Sequence[tuple[tuple[str, int], Voice, Source]],
) -> list[tuple[tuple[str, int], Voice, Source]]:
    """Join, within one report, a short name with the one longer name that holds it whole ("Dallo", "Karim Dallo")."""
    named: dict[str, Source] = {}
    for _, voice, source in hops:
        if not source.vague:
            named.setdefault(phrase_key(voice.refers or voice.name), source)
    joined = []
    for key, voice, source in hops:
        full = _longer(source.id, named) if _unknown(source) else None
        why = Reason("short form", f'"{voice.name}" is short for {full.name} in this report' if full else "")
        joined.append((key, voice, replace(full, reasons=(*source.reasons, why)) if full else source))
    return joined


def _named_next(
    hops: Sequence[tuple[tuple[str, int], Voice, Source]],
) -> list[tuple[tuple[str, int], Voice, Source]]:
    """Take the only person named without office or calling for the only unnamed one who spoke right before.

    "…, a local official said. …, Karim Dallo told reporters": news that introduces everybody names there whom it
    told of just now.
    """
    people = {s.id for _, _, s in hops if _uncalled(s)}
    named = [(v, s) for _, v, s in hops if s.id in people and v.span is not None]
    first = min((v.span.start for v, _ in named if v.span), default=-1)
    before = {
        s.id: s
        for _, v, s in hops
        if v.span and v.span.end <= first <= v.span.end + _NEXT and _ONE.match(v.name) and not _uncalled(s)
    }
    if len(people) != 1 or len(before) != 1:
        return list(hops)
    one = next(iter(before.values()))
    why = Reason(
        "introduced", f"{named[0][1].name} is named right after {one.name}, and nothing else is told of both"
    )
    return [(k, v, with_reason(one, why) if s.id in people else s) for k, v, s in hops]


def _uncalled(source: Source) -> bool:
    """Whether a source is a person of whom the report gives no more than the name."""
    told = any(r.rule == "introduced" for r in source.reasons)
    return source.kind == "person" and not told and phrase_key(source.name) == source.id


def _unknown(source: Source) -> bool:
    return any(r.rule == "own name" for r in source.reasons) and source.kind in ("person", "organisation")


def _longer(key: str, named: Mapping[str, Source]) -> Source | None:
    """The one source that a longer phrase of the report names, whose last words are `key`."""
    words = key.split()
    holding = {
        s.id: s
        for k, s in sorted(named.items())
        if s.id != key and k.split()[-len(words) :] == words and k != key
    }
    return next(iter(holding.values())) if len(holding) == 1 else None
