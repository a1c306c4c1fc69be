"""The reader made of rules: tables and patterns for English news, NGO and activist text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from whence.model.codec import encode
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Count, Culprit, Stance, Statement
from whence.read.alleged import without_mentions
from whence.read.attribution import find_attributions
from whence.read.chains import Nearby, chains_for, sources
from whence.read.denied import denied_elsewhere
from whence.read.draft import Draft
from whence.read.drafts import find_drafts
from whence.read.headline import without_headline
from whence.read.inherit import Voiced, inherit, own_word
from whence.read.kind import kind_of
from whence.read.retold import without_retellings
from whence.read.scenes import Scenes, find_scenes
from whence.read.segment import sentences
from whence.read.settings import find_settings, without_people
from whence.read.stance import hearsay_over, one_of_two, stance_of
from whence.read.sums import with_sums

if TYPE_CHECKING:  # the model runtime is not loaded where rules read alone
    from whence.read.guide import Guide

_TRAINED: Final = "trained"  # the rule of a voice that the network chose
_LONG: Final = 320  # code points; a longer sentence is cut to the words around the claim
_AROUND: Final = 60  # code points of a long sentence kept on either side of the claim
_HUGE: Final = 1500  # code points; no sentence written by a person is longer
_READ: Final = ("title", "heading", "body", "quote", "list", "caption")
_EDGE: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says|told|added|but|while|whereas|although|however|after|when|before)\b", re.I
)
_LEFT: Final = re.compile(r"\b(?:caus(?:ed|ing)|left|leaving|with|report(?:ed|ing)) (?:any )?$")
_WHETHER: Final = re.compile(
    r"\b(?:if|whether)\b"
)  # "not known who" states; "not known whether A did" hedges
_WORDS: Final[Mapping[str, str]] = {
    "count": "a number of people stands beside a word of harm, flight or arrest",
    "named": "one person stands there by name or office in words of harm or arrest",
    "several": "people stand there in the plural, without a number, as murdered or kidnapped",
    "materiel": "weapons stand beside a word of moving, finding or supplying",
    "damage": "a thing stands beside a word of destruction",
    "attacked": "an attack or explosion is told on, in or right outside a thing",
    "agent of the attack": "the attack is said to be by this party",
    "subject of the attack": "this party is the subject of the attack",
    "did what is told": "this party is said to have hit the thing or taken the people",
    "attack named after it": "the attack bears this party's name",
    "blamed": "words of blame name this party",
    "named as responsible": "this party is named as responsible",
    "claimed by itself": "this party claimed it",
    "denied by itself": "this party denied it",
    "nobody known": "the text says that nobody is known to have done it",
    "confirmed": "the attack is confirmed to be this party's",
    "verb of support": "a verb of support, supply or command joins the two",
    "noun of support": "a noun of support or cooperation joins the two",
    "supplier of a part": "one supplies a part to the other",
    "maker named": "one is named as the maker of the other",
    "stated in passing": "the link is stated in passing, as part of a name",
}


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads by rules alone; the modules of this room tell each of them."""

    name: str = "rules"
    version: str = "1"

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        return () if report.unread else read_with(report, None)


def read_with(report: Report, guide: "Guide | None") -> tuple[Statement, ...]:
    """Return what `report` states by the rules, weighed by the network's `guide` if there is one."""
    places = sentence_places(report)
    attributions = find_attributions(report, guide.blend if guide else None)
    share = guide.blamed if guide else None
    said = without_mentions(report.text, places, find_drafts(report, places), attributions, share)
    drafts = without_headline(report, said)
    near, spoken = Nearby(attributions), Nearby(attributions, sources)
    voiced = [
        Voiced(d, own_word(report, d, hops, spoken))
        for d in drafts
        for hops in chains_for(near.at(d.key_start, d.key_end), d.key_start, d.key_end) or ((),)
    ]
    named = [Span.of(report.text, d.key_start, d.key_end) for d in drafts if d.rule == "named"]
    found = without_people(find_settings(report, places), named)
    scenes = find_scenes(report, places, found, drafts)
    told = inherit(report, places, voiced, scenes.of, attributions)
    if guide:
        told = guide.voiced(report, places, told, attributions)
    told = without_retellings(report, told, scenes.of)
    made = {s.id: s for s in (_statement(report, places[v.draft.sentence], v, scenes, near) for v in told)}
    summed = with_sums(report, places, made.values())
    return tuple(sorted(summed, key=lambda s: (s.span.start, s.span.end, s.aspect, s.id)))


def sentence_places(report: Report) -> tuple[tuple[int, int], ...]:
    """Return the sentences of all content; one that never ends is read in pieces, so that time stays linear."""
    whole = (p for b in report.blocks if b.kind in _READ for p in sentences(report.text, b.start, b.end))
    return tuple((at, min(at + _HUGE, end)) for start, end in whole for at in range(start, end, _HUGE))


def _statement(
    report: Report,
    sentence: tuple[int, int],
    v: Voiced,
    scenes: Scenes,
    near: Nearby,
) -> Statement:
    draft, event = v.draft, v.draft.event
    start, end = _content(sentence, draft)
    stance, why = _stance(report, sentence, v, near)
    set_in = scenes.placed[draft.sentence]
    root = v.hops[-1].voice.name if v.hops else ""
    evidence = Evidence(report.id, Span.of(report.text, draft.start, draft.end))
    return Statement(
        id=content_id(
            "statement",
            report.id,
            draft.aspect,
            str(start),
            str(end),
            str(draft.key_start),
            encode(draft.value),
            root,
        ),
        report=report.id,
        span=Span.of(report.text, start, end),
        aspect=draft.aspect,
        value=draft.value,
        stance=stance,
        kind=kind_of(report.text, start, end, report.blocks),
        hops=v.hops,
        event=event.kind if event else None,
        event_span=Span.of(report.text, event.start, event.end) if event else None,
        when=set_in.when,
        when_span=set_in.when_span,
        where=set_in.where,
        scene=scenes.of[draft.sentence],
        reasons=(Reason(draft.rule, _WORDS[draft.rule], (evidence,)), *v.reasons, *why, *set_in.reasons),
    )


def _stance(
    report: Report, sentence: tuple[int, int], v: Voiced, near: Nearby
) -> tuple[Stance, tuple[Reason, ...]]:
    """How surely it is said, by the words around the claim and by the chain, and why."""
    if v.draft.denied:
        return "denies", ()
    if v.draft.rule == "nobody known" and not _WHETHER.search(report.text, *sentence):
        return (v.hops[-1].stance if v.hops else "states"), ()
    if _harmed_nobody(report.text, v.draft):
        return (v.hops[-1].stance if v.hops else "states"), ()
    stance, why = stance_of(report.text, *_clause(report.text, sentence, v.draft), v.hops, v.draft.aspect)
    if stance == "denies" and why is not None:
        other = denied_elsewhere(report.text, sentence, why, v)
        if other is not None:
            return other, ()
    party = v.draft.value.span if isinstance(v.draft.value, Culprit) else None
    if why is None and party is not None:
        why = one_of_two(report.text, sentence, (party.start, party.end))
        stance = "hedges" if why else stance
    told = v.hops and not any(
        r.rule == _TRAINED for r in v.reasons
    )  # a voice the network gave leaves hearsay hearsay
    start, end = v.draft.key_start, v.draft.key_end
    cue = None if told else hearsay_over(near.at(start, end), start, end)
    if why is None and cue is not None:
        words = Evidence(report.id, Span.of(report.text, *cue))
        return "hedges", (Reason("hearsay", f"“{words.span.quote}” marks it as hearsay", (words,)),)
    if why is None:
        return stance, ()
    placed = tuple(replace(e, report=e.report or report.id) for e in why.evidence)
    return stance, (replace(why, evidence=placed),)


def _harmed_nobody(text: str, draft: Draft) -> bool:
    """Whether "causing no deaths" is what is stated, so that its "no" denies nothing; "no one was killed" denies."""
    nobody = isinstance(draft.value, Count) and draft.value.amount.upper == 0
    return nobody and _LEFT.search(text, max(0, draft.key_start - _AROUND), draft.key_start) is not None


def _clause(text: str, sentence: tuple[int, int], draft: Draft) -> tuple[int, int]:
    """The words around the claim up to where another clause begins."""
    before = [m.end() for m in _EDGE.finditer(text, sentence[0], draft.start)]
    after = _EDGE.search(text, draft.end, sentence[1])
    return max(before, default=sentence[0]), after.start() if after else sentence[1]


def _content(sentence: tuple[int, int], draft: Draft) -> tuple[int, int]:
    start, end = sentence
    if end - start <= _LONG:
        return start, end
    return max(start, draft.start - _AROUND), min(end, draft.end + _AROUND)
