"""Voices that the document shows without repeating them: a claim takes the voice given elsewhere for the same.

The rules, in order; each leaves its reason with the span that it rests on:

same figure     the report gives a voice for the same number of the same harm elsewhere (headline and lede, mostly)
source behind   a medium tells it, and the report names who told the medium the same figure, or one unnamed source
medium named    "local media" tell it, and the next who is cited is one medium by name
between         the sentences before and after have one and the same voice
told next       nobody has spoken yet, and the next sentence tells who says so, with figures or as nobody else does
sole source     one source alone is cited for figures of the happening, close by or as the only one of the report
same sentence   who is blamed has the voice of the harm told in the sentence

A headline's figure counts as told by the headline's voice.  Rules that asked for less moved as many claims wrong as
right and are gone: "another shell hit" after a voice, what a report opens with, a party blamed elsewhere by somebody,
the same figure in another happening.

Who claims or denies a deed speaks for itself: there the party is the root (`own_word`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Hop, Voice
from whence.read.attribution import Attribution
from whence.read.chains import Nearby
from whence.read.claims import find_counts
from whence.read.donors import Donor, Donors, Key, Row, Voiced, figure_of, root_of, take
from whence.read.draft import Draft
from whence.read.recalled import recalls
from whence.read.relayed import Quoted, deepened, informed, medium_named

__all__ = ["Voiced", "inherit", "own_word"]

_FAR: Final = 1_000  # sentences; further than any that are looked at
_GAP: Final = 2  # sentences over which one voice goes on between two that have it
_NEAR: Final = 2  # sentences; a voice further off is not evidently that of a figure
_HARM: Final = ("killed", "injured")
_OWN: Final = frozenset({"claimed by itself", "denied by itself"})


def own_word(report: Report, draft: Draft, hops: tuple[Hop, ...], spoken: Nearby) -> tuple[Hop, ...]:
    """Return the chain of a claim or denial of one's own: `hops` with the party itself as the root.

    `spoken` finds attributions by the places of their sources.

    Where the party's name stands inside a speaker's phrase ("the general command of the armed forces"), he speaks.
    """
    if draft.rule not in _OWN or not isinstance(draft.value, Culprit):
        return hops
    span = draft.value.span
    if hops and hops[-1].voice.span and hops[-1].voice.span.overlaps(span):
        return hops
    for a in spoken.at(span.start, span.end):
        if a.hops and a.source and a.source[0] <= span.start and span.end <= a.source[1]:
            return a.hops
    actor = draft.value.actor
    hops = tuple(h for h in hops if h.voice.name != span.quote)  # named again where it is told
    voice = Voice(span.quote, "named", span, "" if actor == span.quote else actor)
    reason = Reason(draft.rule, "who claims or denies a deed speaks for itself", (Evidence(report.id, span),))
    return (*hops, Hop(voice, "denies" if draft.denied else "states", reason))


def inherit(
    report: Report,
    sentences: Sequence[tuple[int, int]],
    voiced: Sequence[Voiced],
    scenes: Mapping[int, int],
    attributions: Sequence[Attribution],
) -> list[Voiced]:
    """Return `voiced` with the chains that the document shows; `scenes` maps sentences to happenings."""
    told = _trusted(voiced, scenes, _donors(report, sentences, voiced, scenes, attributions))
    aside = frozenset(
        i for i, (start, end) in enumerate(sentences) if recalls(report.text, start, end, report.published)
    )
    donors = Donors(told, scenes, aside)
    counts = {
        id(v): (deepened if v.hops else _heir)(report, v, donors) if v.draft.aspect in _HARM else v
        for v in voiced
        if v.draft.aspect != "responsible"
    }
    beside = {v.draft.sentence: v for v in reversed(counts.values()) if v.draft.aspect in _HARM}
    heard = [counts.get(id(v)) or _culprit(report, v, beside) for v in voiced]
    quoted = Quoted(told)
    return [medium_named(report, informed(report, v, quoted), donors) for v in heard]


def _donors(
    report: Report,
    sentences: Sequence[tuple[int, int]],
    voiced: Sequence[Voiced],
    scenes: Mapping[int, int],
    attributions: Sequence[Attribution],
) -> list[Donor]:
    found = []
    for v in voiced:
        if v.hops and v.draft.rule not in _OWN and v.hops[-1].stance != "denies":
            span, scene = Span.of(report.text, v.draft.start, v.draft.end), scenes[v.draft.sentence]
            found.append(Donor(v.hops, v.draft.sentence, scene, v.draft, span, root_of(v.hops)))
    ends, claims = [e for _, e in sentences], sorted(scenes)
    for a in attributions:
        if not a.content or not a.hops or a.hops[-1].stance == "denies":
            continue  # who denies tells of no harm
        start, end = a.content[0]
        index = bisect_right(ends, start)  # the first sentence that ends behind the start
        if index < len(ends) and sentences[index][0] < end and start < end:
            span, scene = Span.of(report.text, start, end), _scene_at(index, scenes, claims)
            found.append(Donor(a.hops, index, scene, None, span, root_of(a.hops)))
            found += _headlined(report, a, index, scene)
    return found


def _headlined(report: Report, a: Attribution, index: int, scene: int) -> list[Donor]:
    """What a headline tells in a voice: its figures are the body's, and so left out as claims of their own."""
    if a.hops[-1].reason.rule != "headline":
        return []
    start, end = a.content[0]
    told = []
    for c in find_counts(report.text, start, end):
        draft = Draft(c.start, c.end, c.aspect, c.count, c.group.start, c.group.end, index, "count")
        told.append(Donor(a.hops, index, scene, draft, Span.of(report.text, start, end), root_of(a.hops)))
    return told


def _scene_at(index: int, scenes: Mapping[int, int], claims: Sequence[int]) -> int:
    """The scene of a sentence that makes no claim: that of the last claim before it, else the first scene of all."""
    at = bisect_right(claims, index)
    return scenes[claims[at - 1]] if at else min(scenes.values(), default=0)


def _culprit(report: Report, v: Voiced, beside: Mapping[int, Voiced]) -> Voiced:
    """The culprit of a sentence has the voice of the harm told in it, whether told there or inherited."""
    harm = beside.get(v.draft.sentence)
    if v.hops or harm is None or not harm.hops or v.draft.rule == "nobody known":
        return v
    span = Span.of(report.text, harm.draft.start, harm.draft.end)
    reason = Reason(
        "same sentence", "the harm told in this sentence has this voice", (Evidence(report.id, span),)
    )
    return Voiced(v.draft, harm.hops, (reason, *harm.reasons))


def _heir(report: Report, v: Voiced, donors: Donors) -> Voiced:
    sentence, scene = v.draft.sentence, donors.scenes[v.draft.sentence]
    same = donors.row((scene, *figure_of(v.draft))).nearest(sentence)
    if same:
        return take(report, v, same, "same figure", "the report gives this voice for the same figure")
    if sentence in donors.aside:
        return v
    around = (
        _around(sentence, donors.row((scene, "all")))
        or _sole(sentence, scene, donors)
        or _only(sentence, donors.row(("all",)))
    )
    return take(report, v, *around) if around else v


def _only(sentence: int, row: Row) -> tuple[Donor, str, str] | None:
    """The one voice of the whole report, for what opens it right before that voice speaks."""
    before, after = row.beside(sentence)
    if before or not after or after[0].sentence - sentence > 1 or len(row.roots) != 1:
        return None
    return after[0], "told next", "the next sentence tells who says so, as nobody else does"


def _sole(sentence: int, scene: int, donors: Donors) -> tuple[Donor, str, str] | None:
    """The one voice cited for figures of a happening, close by or the only one of the report."""
    here = donors.row((scene, "told"))
    near = here.nearest(sentence) if len(here.roots) <= 1 else None
    if near is None or (abs(near.sentence - sentence) > _NEAR and len(donors.row(("all",)).roots) > 1):
        return None
    return near, "sole source", "no other source is cited for this happening"


def _trusted(voiced: Sequence[Voiced], scenes: Mapping[int, int], donors: Sequence[Donor]) -> list[Donor]:
    """The voices that the report does not contradict: who counts more than it has told before is not its source.

    A smaller figure may be a part of what was told.
    """
    told: dict[
        Key, list[tuple[int, int]]
    ] = {}  # sentence and least figure up to it, of what nobody is cited for
    for v in sorted(voiced, key=lambda v: v.draft.sentence):
        value = v.draft.value
        if (
            v.hops
            or v.draft.aspect not in _HARM
            or not isinstance(value, Count)
            or value.amount.upper is None
        ):
            continue
        row = told.setdefault(_counted(scenes[v.draft.sentence], v.draft.aspect, value), [])
        row.append((v.draft.sentence, min([value.amount.upper, *(least for _, least in row[-1:])])))
    denied = {(d.scene, d.root) for d in donors if d.draft and _exceeds(d.scene, d.draft, told)}
    return [d for d in donors if (d.scene, d.root) not in denied]


def _counted(scene: int, aspect: str, count: Count) -> Key:
    return (scene, aspect, count.group, count.part)


def _exceeds(scene: int, later: Draft, told: Mapping[Key, Sequence[tuple[int, int]]]) -> bool:
    """Whether `later` counts more than the same scene told of the same people before it."""
    value = later.value
    if not isinstance(value, Count):
        return False
    row = told.get(_counted(scene, later.aspect, value), ())
    at = bisect_left(row, (later.sentence, 0))
    return at > 0 and (value.amount.lower or 0) > row[at - 1][1]


def _alike(donors: Sequence[Donor]) -> bool:
    """Whether all of them speak for one root, or none names any."""
    return len({d.root for d in donors} - {""}) <= 1


def _around(sentence: int, row: Row) -> tuple[Donor, str, str] | None:
    """The voice that goes on over an unattributed sentence, or that the next sentence gives to an opening one."""
    before, after = row.beside(sentence)
    last = before[0].sentence if before else -_FAR
    first = after[0].sentence if after else sentence + _FAR
    near = sentence - last == 1 and first - sentence <= _GAP
    if before and after and near and _alike([*before, *after]):
        return before[-1], "between", "the sentences before and after it have this voice"
    if not before and first - sentence == 1 and _alike(after) and any(d.draft for d in after):
        return after[0], "told next", "the next sentence tells who says so"
    return None
