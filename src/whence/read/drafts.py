"""Everything that the sentences of a report say, as drafts: one walk, one extractor for each aspect."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Count, Culprit, Link, Thing
from whence.read.actors import Actor, find_actors
from whence.read.blame import FIRM, Blame, Scope
from whence.read.claims import find_counts
from whence.read.culprits import find_blames
from whence.read.draft import Draft
from whence.read.groups import find_groups
from whence.read.hitters import find_hitters
from whence.read.links import find_ties
from whence.read.listed_victims import beside
from whence.read.named_victims import Victim, find_victims
from whence.read.things import event_beside, find_driven, find_things
from whence.read.triggers import EventWord, find_events, find_triggers, main_event
from whence.read.uncounted_victims import find_uncounted

_LEDE: Final = 2  # sentences after the headline in which a sum over a campaign is the story itself
_LISTED: Final = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|&)\s+)?(?:[a-z]+\s+){0,2}"
)  # between two names of one list
# "a girl, identified as Ana Moro", "a woman from Toluma, Ana Moro,"
_NAMED_SO: Final = re.compile(
    r"(?: (?:from|of|in) [^,;.]{1,60})?,? (?:(?:identified|named|known|called)(?: as)? )(?:\w+\. )?"
    r"|(?: (?:from|of|in) [^,;.]{1,60})?, (?:\w+\. )?"
)
_BESIDE_NAME: Final = 3  # code points between a name and a number that may count it: "Ana Moro, 32"


@dataclass(frozen=True, slots=True)
class _At:
    """One sentence of a report: its number, its place, the attacks it names and the parties of the whole text."""

    text: str
    index: int
    start: int
    end: int
    events: tuple[EventWord, ...]
    actors: Sequence[Actor]

    @property
    def event(self) -> EventWord | None:
        return main_event(self.events)


def find_drafts(report: Report, places: Sequence[tuple[int, int]]) -> list[Draft]:
    """Return what the sentences at `places` say, and every party that is tied to an attack there, in earnest or not."""
    actors = find_actors(report.text)
    said: list[Draft] = []
    blamed: list[Draft] = []
    for index, (start, end) in enumerate(places):
        at = _At(report.text, index, start, end, find_events(report.text, start, end), actors)
        counted = [*_counts(at), *_driven(at)]
        hit = [*_victims(at, counted), *_things(at)]
        said += [*counted, *hit, *_ties(at)]
        blamed += _blamed(at, [*counted, *hit])
    return said + blamed


def _counts(at: _At) -> list[Draft]:
    found = find_counts(at.text, at.start, at.end, lede=at.index <= _LEDE)
    return [
        Draft(c.start, c.end, c.aspect, c.count, c.group.start, c.group.end, at.index, "count", at.event)
        for c in found
    ]


def _driven(at: _At) -> list[Draft]:
    found = []
    for d in find_driven(at.text, at.start, at.end):
        low, high = min(d.cue_start, d.group.start), max(d.cue_end, d.group.end)
        found.append(
            Draft(low, high, d.aspect, d.count, d.group.start, d.group.end, at.index, "count", at.event)
        )
    return found


def _victims(at: _At, counted: Sequence[Draft]) -> list[Draft]:
    """Single people by name or office, but for those that a number counts already."""
    found = []
    named: list[tuple[Draft, Victim]] = []  # whom a number counts, in order
    told: list[Victim] = []
    for v in find_victims(at.text, at.start, at.end):
        known = next((d for d in counted if _counts_in(at.text, d, v, named)), None)
        if known:
            named.append((known, v))
        else:
            low, high = min(v.cue_start, v.start), max(v.cue_end, v.end)
            found.append(Draft(low, high, v.aspect, v.count, v.start, v.end, at.index, "named", at.event))
            told.append(v)
    found += _listed(at, [v for _, v in named] + told, [*counted, *found])
    return found + _uncounted(at, [*counted, *found])


def _listed(at: _At, victims: Sequence[Victim], known: Sequence[Draft]) -> list[Draft]:
    """Those whom a list joins to a person by name or office, but for those that `known` drafts speak of."""
    groups = find_groups(at.text, at.start, at.end) if victims else ()
    drafts: dict[tuple[int, str], Draft] = {}
    for v in victims:
        for g in beside(at.text, v, groups):
            if not any(d.key_start < g.end and g.start < d.key_end for d in known):
                low, high = min(v.cue_start, v.start, g.start), max(v.cue_end, v.end, g.end)
                count = Count(g.amount, g.noun)
                draft = Draft(low, high, v.aspect, count, g.start, g.end, at.index, "count", at.event)
                drafts.setdefault((g.start, v.aspect), draft)
    return list(drafts.values())


def _uncounted(at: _At, known: Sequence[Draft]) -> list[Draft]:
    """People in the plural without a number, but for those that `known` drafts speak of."""
    return [
        Draft(v.cue_start, v.cue_end, v.aspect, v.count, v.start, v.end, at.index, "several", at.event)
        for v in find_uncounted(at.text, at.start, at.end)
        if not any(d.aspect == v.aspect and d.key_start < v.end and v.start < d.key_end for d in known)
    ]


def _counts_in(text: str, d: Draft, v: Victim, named: Sequence[tuple[Draft, Victim]]) -> bool:
    """Whether the number of `d` counts `v`: beside it, or in the list of names behind it ("two nuns, X and Y").

    `named` are the numbers and those of the list that they count already.
    """
    if d.aspect != v.aspect or not isinstance(d.value, Count):
        return False
    if d.value.amount.upper == 1 and _NAMED_SO.fullmatch(text, d.key_end, max(d.key_end, v.start)):
        return True
    if d.key_start < v.end + _BESIDE_NAME and v.start < d.key_end + _BESIDE_NAME:
        return True
    listed = [of for by, of in named if by is d and of.start > d.key_start]
    size = d.value.amount.upper
    joined = bool(listed) and _LISTED.fullmatch(text, listed[-1].end, v.start) is not None
    return joined and (size is None or len(listed) < size)


def _things(at: _At) -> list[Draft]:
    found = []
    for t in find_things(at.text, at.start, at.end):
        value = Thing(t.what, t.amount, Span.of(at.text, t.start, t.end))
        low, high = min(t.cue_start, t.start), max(t.cue_end, t.end)
        event = event_beside(t, at.events, at.text)
        found.append(Draft(low, high, t.aspect, value, t.start, t.end, at.index, t.rule, event))
    return found


def _ties(at: _At) -> list[Draft]:
    found = []
    for t in find_ties(at.text, at.start, at.end, at.actors):
        first, second = Span.of(at.text, *t.subject[1:]), Span.of(at.text, *t.object[1:])
        value = Link(t.subject[0], t.relation, t.object[0], first, second)
        low, high = min(t.start, first.start, second.start), max(t.end, first.end, second.end)
        found.append(Draft(low, high, "link", value, low, high, at.index, t.rule, denied=t.denied))
    return found


def _blamed(at: _At, told: Sequence[Draft]) -> list[Draft]:
    """The parties tied to the attacks of the sentence, and those that did what `told` says was done.

    Who is told to have burned or taken something is no mere mention: that tie stands where both are found.
    """
    scope = Scope(at.text, at.start, at.end, at.events, find_triggers(at.text, at.start, at.end))
    blames = find_blames(scope, at.actors)
    firm = {b.name for b in blames if b.rule in FIRM or b.denied}
    hitters = [b for b in find_hitters(at.text, at.start, at.end, told, at.actors) if b.name not in firm]
    hit = {b.name for b in hitters}
    return [_culprit(at, b) for b in (*(b for b in blames if b.name not in hit), *hitters)]


def _culprit(at: _At, b: Blame) -> Draft:
    value = Culprit(b.name, Span.of(at.text, b.start, b.end))
    low, high = min(b.start, b.cue_start), max(b.end, b.cue_end)
    return Draft(low, high, "responsible", value, b.start, b.end, at.index, b.rule, at.event, b.denied)
