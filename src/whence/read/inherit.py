"""Voices that the document shows without repeating them: a claim takes the voice given elsewhere for the same.

The rules, in order; each leaves its reason with the span that it rests on:

same figure     the report gives a voice for the same value of the same aspect elsewhere (headline and lede, mostly)
between         the sentences before and after have one and the same voice
told next       nobody has spoken yet, and the next sentence tells who says so
sole source     one source alone is cited for the happening that the claim belongs to, and is cited after it

What comes after the last sentence that has a voice is mostly background of the outlet's own.

Who claims or denies a deed speaks for itself: there the party is the root (`own_word`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Hop, Voice
from whence.read.attribution import Attribution
from whence.read.draft import Draft

_FAR: Final = 1_000  # sentences; further than any that are looked at
_GAP: Final = 2  # sentences over which one voice goes on between two that have it
_PARTICULAR: Final = 6  # smaller numbers of victims repeat by chance within a report
_HARM: Final = ("killed", "injured")
_OWN: Final = frozenset({"claimed by itself", "denied by itself"})
_POINTER: Final = re.compile(
    r"(?:he|she|it|they|who|which|sources?|correspondent|reporter|group|monitor|monitoring "
    r"group|agency|statement|report|ministry|cent(?:er|re)|official|"
    r"spokes(?:man|woman|person)|organi[sz]ation|network|director|army|report|reports|channel|tv)"
)


@dataclass(frozen=True, slots=True)
class Voiced:
    """A draft with its chain, and the reasons of a chain that it has inherited."""

    draft: Draft
    hops: tuple[Hop, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Donor:
    """A chain that the text spells out, the sentence and scene it stands in, and the draft it was given for, if any."""

    hops: tuple[Hop, ...]
    sentence: int
    scene: int
    draft: Draft | None
    span: Span

    @property
    def root(self) -> str:
        """Who speaks in the end, "" for a voice that only points back ("the source", "he", "it")."""
        voice = self.hops[-1].voice
        name = re.sub(r"^(?:the|a|an|its|his|their)\s+", "", (voice.refers or voice.name).lower())
        return "" if not voice.refers and _POINTER.fullmatch(name) else name


def own_word(
    report: Report, draft: Draft, hops: tuple[Hop, ...], attributions: Sequence[Attribution]
) -> tuple[Hop, ...]:
    """Return the chain of a claim or denial of one's own: `hops` with the party itself as the root.

    Where the party's name stands inside a speaker's phrase ("the general command of the armed forces"), he speaks.
    """
    if draft.rule not in _OWN or not isinstance(draft.value, Culprit):
        return hops
    span = draft.value.span
    if hops and hops[-1].voice.span and hops[-1].voice.span.overlaps(span):
        return hops
    for a in attributions:
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
    donors = _trusted(voiced, scenes, _donors(report, sentences, voiced, scenes, attributions))
    counts = {
        id(v): _heir(report, v, donors, scenes) if not v.hops and v.draft.aspect in _HARM else v
        for v in voiced
        if v.draft.aspect != "responsible"
    }
    beside = {v.draft.sentence: v for v in reversed(counts.values()) if v.draft.aspect in _HARM}
    return [counts.get(id(v)) or _culprit(report, v, donors, scenes, beside) for v in voiced]


def _donors(
    report: Report,
    sentences: Sequence[tuple[int, int]],
    voiced: Sequence[Voiced],
    scenes: Mapping[int, int],
    attributions: Sequence[Attribution],
) -> list[_Donor]:
    found = []
    for v in voiced:
        if v.hops and v.draft.rule not in _OWN:
            span = Span.of(report.text, v.draft.start, v.draft.end)
            found.append(_Donor(v.hops, v.draft.sentence, scenes[v.draft.sentence], v.draft, span))
    for a in attributions:
        if not a.content or not a.hops:
            continue
        start, end = a.content[0]
        index = next((i for i, (s, e) in enumerate(sentences) if s < end and start < e), None)
        if index is not None and start < end:
            found.append(
                _Donor(a.hops, index, _scene_at(index, scenes), None, Span.of(report.text, start, end))
            )
    return found


def _scene_at(index: int, scenes: Mapping[int, int]) -> int:
    """The scene of a sentence that makes no claim: that of the last claim before it, else of the first after it."""
    before = [i for i in scenes if i <= index]
    return scenes[max(before)] if before else min(scenes.values(), default=0)


def _culprit(
    report: Report,
    v: Voiced,
    donors: Sequence[_Donor],
    scenes: Mapping[int, int],
    beside: Mapping[int, Voiced],
) -> Voiced:
    """The culprit of a sentence has the voice of the harm told in it, whether told there or inherited."""
    harm = beside.get(v.draft.sentence)
    if v.hops or harm is None or v.draft.rule == "nobody known":
        return v if v.hops or v.draft.rule == "nobody known" else _heir(report, v, donors, scenes)
    if not harm.hops:
        return v
    span = Span.of(report.text, harm.draft.start, harm.draft.end)
    reason = Reason(
        "same sentence", "the harm told in this sentence has this voice", (Evidence(report.id, span),)
    )
    return Voiced(v.draft, harm.hops, (reason, *harm.reasons))


def _heir(report: Report, v: Voiced, donors: Sequence[_Donor], scenes: Mapping[int, int]) -> Voiced:
    scene = scenes[v.draft.sentence]
    same = [
        d for d in donors if d.draft and _same(d.draft, v.draft) and (d.scene == scene or _telling(v.draft))
    ]

    def near(d: _Donor) -> tuple[int, int, int]:
        return (d.scene != scene, abs(d.sentence - v.draft.sentence), d.span.start)

    if same:
        return _take(
            report, v, min(same, key=near), "same figure", "the report gives this voice for the same figure"
        )
    here = [d for d in donors if d.scene == scene and d.draft]
    if here and _alike(here):
        return _take(
            report, v, min(here, key=near), "sole source", "no other source is cited for this happening"
        )
    around = _around(v.draft.sentence, [d for d in donors if d.scene == scene])
    if around is not None:
        return _take(report, v, *around)
    return v


def _trusted(voiced: Sequence[Voiced], scenes: Mapping[int, int], donors: Sequence[_Donor]) -> list[_Donor]:
    """The voices that the report does not contradict: who counts more than it has told before is not its source.

    A smaller figure may be a part of what was told.
    """
    own = [(scenes[v.draft.sentence], v.draft) for v in voiced if not v.hops and v.draft.aspect in _HARM]
    denied = {
        (d.scene, d.root)
        for d in donors
        for scene, draft in own
        if d.draft and d.scene == scene and draft.sentence < d.sentence and _exceeds(d.draft, draft)
    }
    return [d for d in donors if (d.scene, d.root) not in denied]


def _exceeds(later: Draft, draft: Draft) -> bool:
    """Whether `later` counts more of the same than `draft` allows."""
    one, two = later.value, draft.value
    if not isinstance(one, Count) or not isinstance(two, Count) or later.aspect != draft.aspect:
        return False
    if one.group != two.group or one.part != two.part or two.amount.upper is None:
        return False
    return (one.amount.lower or 0) > two.amount.upper


def _alike(donors: Sequence[_Donor]) -> bool:
    """Whether all of them speak for one root, or none names any."""
    return len({d.root for d in donors} - {""}) <= 1


def _around(sentence: int, donors: Sequence[_Donor]) -> tuple[_Donor, str, str] | None:
    """The voice that goes on over an unattributed sentence, or that the next sentence gives to an opening one."""
    before = [d for d in donors if d.sentence < sentence]
    after = [d for d in donors if d.sentence > sentence]
    last = max((d.sentence for d in before), default=-_FAR)
    first = min((d.sentence for d in after), default=sentence + _FAR)
    ends = [d for d in before if d.sentence == last], [d for d in after if d.sentence == first]
    if (
        before
        and after
        and sentence - last == 1
        and first - sentence <= _GAP
        and _alike([*ends[0], *ends[1]])
    ):
        return ends[0][-1], "between", "the sentences before and after it have this voice"
    if not before and first - sentence == 1 and _alike(ends[1]):
        return ends[1][0], "told next", "the next sentence tells who says so"
    return None


def _telling(draft: Draft) -> bool:
    """Whether the value is so particular that it means one happening wherever the report gives it."""
    return isinstance(draft.value, Count) and (draft.value.amount.lower or 0) >= _PARTICULAR


def _same(first: Draft, second: Draft) -> bool:
    if first.aspect != second.aspect:
        return False
    if isinstance(first.value, Count) and isinstance(second.value, Count):
        one, two = first.value.amount, second.value.amount
        return one == two or (one.lower is not None and one.lower == two.lower)
    if isinstance(first.value, Culprit) and isinstance(second.value, Culprit):
        return first.value.actor == second.value.actor
    return first.value == second.value


def _take(report: Report, v: Voiced, donor: _Donor, rule: str, words: str) -> Voiced:
    reason = Reason(rule, f"{words}: {donor.hops[-1].voice.name}", (Evidence(report.id, donor.span),))
    return Voiced(v.draft, donor.hops, (*v.reasons, reason))
