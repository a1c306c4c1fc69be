"""The value of a claim, read by Whence's own tables out of the words that the model points at, or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whence.model.span import Span
from whence.model.statement import Aspect, Count, Culprit, Link, Thing, Value
from whence.read.actors import Actor
from whence.read.amounts import AmountMention, find_amounts
from whence.read.groups import Group, find_groups
from whence.read.llm.answer import Claim
from whence.read.llm.verbatim import Finder, Place
from whence.read.namebook import strip_article

_LONGEST: Final = 160  # code points of a name or thing; a longer one is a sentence
_BOTH: Final = "of killed or injured"


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and the code points of the words that give it."""

    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Where:
    """Where the words of a claim are looked for: the text, its finder, the quote, its sentence, the text's parties."""

    text: str
    finder: Finder
    quote: Place
    sentence: Place
    actors: Sequence[Actor]


def value_of(claim: Claim, where: Where) -> Found | str:
    """Return the value of `claim`; else what is wrong: "value" (not in the quote) or "number" (none, or several)."""
    found = where.finder.find(claim.words, where.quote)
    if not found or found[0][1] - found[0][0] > _LONGEST:
        return "value"
    return _READ[claim.aspect](claim, where, found[0])


def _count(claim: Claim, where: Where, place: Place) -> Found | str:
    """Return how many of whom: the one number of the sentence that the words hold, with all that qualifies it."""
    start, end = where.sentence
    groups = {
        (g.start, g.end): (g.amount, g.noun) for g in find_groups(where.text, start, end) if _held(g, place)
    }
    bare = {
        (m.start, m.end): (m.amount, m.noun) for m in find_amounts(where.text, start, end) if _held(m, place)
    }
    found = groups or bare
    if len(found) != 1 or len(bare) > 1:
        return "number"
    ((at, (amount, noun)),) = found.items()
    both = claim.dead_and_hurt and claim.aspect in ("killed", "injured")
    count = Count(amount, noun or "people", _BOTH if both else "")
    return Found(count, min(at[0], place[0]), max(at[1], place[1]))


def _culprit(claim: Claim, where: Where, place: Place) -> Found | str:
    name = "unknown" if claim.nobody_known else _party(where, place)
    return Found(Culprit(name, Span.of(where.text, *place)), *place)


def _thing(claim: Claim, where: Where, place: Place) -> Found | str:
    """Return the thing, with the number that stands right before it in the same words."""
    del claim
    amounts = [m for m in find_amounts(where.text, *where.sentence) if _held(m, place)]
    if len(amounts) > 1:
        return "number"
    start, end = place
    if not amounts or amounts[0].end >= end:  # no number, or nothing behind it
        what = strip_article(where.text[start:end])
        return Found(Thing(what, None, Span.of(where.text, start, end)), start, end)
    what = where.text[amounts[0].end : end].strip()
    start = min(start, amounts[0].start)
    return Found(Thing(what, amounts[0].amount, Span.of(where.text, start, end)), start, end)


def _link(claim: Claim, where: Where, place: Place) -> Found | str:
    other = where.finder.find(claim.object, where.quote)
    if claim.relation is None or not other or other[0][1] - other[0][0] > _LONGEST:
        return "value"
    second = next((p for p in other if p[1] <= place[0] or place[1] <= p[0]), None)
    if second is None:
        return "value"
    spans = Span.of(where.text, *place), Span.of(where.text, *second)
    link = Link(_party(where, place), claim.relation, _party(where, second), *spans)
    return Found(link, min(place[0], second[0]), max(place[1], second[1]))


_READ: Final[Mapping[Aspect, Callable[[Claim, Where, Place], Found | str]]] = {
    "killed": _count,
    "injured": _count,
    "displaced": _count,
    "detained": _count,
    "responsible": _culprit,
    "materiel": _thing,
    "damage": _thing,
    "link": _link,
}


def _held(mention: AmountMention | Group, place: Place) -> bool:
    return mention.start < place[1] and place[0] < mention.end


def _party(where: Where, place: Place) -> str:
    """Return the name under which Whence knows the party that most of the words name, else the words."""
    words = strip_article(" ".join(where.text[slice(*place)].split()))
    over = [(min(a.end, place[1]) - max(a.start, place[0]), -a.start, a.name) for a in where.actors]
    size, _, name = max(over, default=(0, 0, ""))
    return name if 2 * size >= place[1] - place[0] and name else words
