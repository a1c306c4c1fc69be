"""Claims held against the text: what stands there word by word becomes a draft with its chain, the rest falls."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.model.statement import Hop, Stance, StatementKind
from whence.read.actors import Actor
from whence.read.draft import Draft
from whence.read.llm.answer import Claim
from whence.read.llm.chain import Chain, chain_of
from whence.read.llm.value import Found, Where, value_of
from whence.read.llm.verbatim import Finder, Place
from whence.read.triggers import find_events, main_event

RULE: Final = "read by a model"
_LONG: Final = 600  # code points of a content; a longer quote is cut to the words around its value
_REPEATS: Final = 8  # places of one quote that are looked at
_AROUND: Final = 120  # code points kept on either side of the value then
_EVENTLESS: Final = frozenset(("link", "materiel"))


@dataclass(frozen=True, slots=True)
class Read:
    """A claim that stands: the draft, its chain, stance and kind, and the reasons of the stance."""

    draft: Draft
    hops: tuple[Hop, ...]
    stance: Stance
    kind: StatementKind
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class Sieve:
    """Holds the claims on one report against its sentences `places`; `dropped` counts what fell, by what was wrong.

    "quote", "value", "number", "voice", "stance" each count a claim; "name" counts a fuller name of a voice alone.
    """

    report: Report
    places: Sequence[Place]
    actors: Sequence[Actor]
    dropped: Counter[str] = field(default_factory=Counter)

    def keep(self, claims: Iterable[Claim], finder: Finder) -> list[Read]:
        """Return the claims that stand in the piece of `finder`, each once, in the order given."""
        kept: dict[tuple[Draft, tuple[Hop, ...]], Read] = {}
        for claim in claims:
            read = self._read(claim, finder)
            if isinstance(read, str):
                self.dropped[read] += 1
            else:
                kept.setdefault((read.draft, read.hops), read)
        return list(kept.values())

    def _read(self, claim: Claim, finder: Finder) -> Read | str:
        found = self._found(claim, finder)
        if isinstance(found, str):
            return found
        quote, sentence, value = found
        chain = chain_of(self.report, finder, claim.chain, (value.start, value.end))
        if isinstance(chain, str):
            return chain
        words = finder.find(claim.stance_words, self.places[sentence])
        if claim.stance != "states" and not words:
            return "stance"
        self.dropped["name"] += chain.unnamed
        stance, why = self._stance(claim.stance, words, chain)
        draft = self._draft(claim, value, quote, sentence)
        return Read(draft, chain.hops, stance, claim.kind, why)

    def _found(self, claim: Claim, finder: Finder) -> tuple[Place, int, Found] | str:
        """Return the quote's place, its sentence and the value: of the first place of the quote that gives one."""
        wrong = "quote"
        for quote in finder.find(claim.quote)[:_REPEATS]:
            for sentence in self._sentences(quote):
                start, end = self.places[sentence]
                part = max(start, quote[0]), min(end, quote[1])
                where = Where(self.report.text, finder, part, (start, end), self.actors)
                value = value_of(claim, where)
                if isinstance(value, Found):
                    return part, sentence, value
                wrong = "number" if "number" in (wrong, value) else value
        return wrong

    def _sentences(self, quote: Place) -> list[int]:
        """Return the numbers of the sentences that the quote touches."""
        first = bisect_right(self.places, quote[0], key=lambda p: p[1])  # ends behind the quote's beginning
        after = bisect_left(self.places, quote[1], key=lambda p: p[0])
        return list(range(first, after))

    def _draft(self, claim: Claim, value: Found, quote: Place, sentence: int) -> Draft:
        start, end = min(quote[0], value.start), max(quote[1], value.end)
        if end - start > _LONG:
            start, end = max(start, value.start - _AROUND), min(end, value.end + _AROUND)
        events = () if claim.aspect in _EVENTLESS else find_events(self.report.text, *self.places[sentence])
        return Draft(
            start, end, claim.aspect, value.value, value.start, value.end, sentence, RULE, main_event(events)
        )

    def _stance(
        self, told: Stance, words: Sequence[Place], chain: Chain
    ) -> tuple[Stance, tuple[Reason, ...]]:
        """Return how surely it is said: the root's denial first, then the clause's own, then any hedge."""
        hops = chain.hops
        if hops and hops[-1].stance == "denies":
            return "denies", (hops[-1].reason,)
        if told != "states":
            span = Span.of(self.report.text, *words[0])
            reason = Reason(
                "words of doubt", f"“{span.quote}” in the clause itself", (Evidence(self.report.id, span),)
            )
            return told if told == "denies" else "hedges", (reason,)
        hedging = next((h.reason for h in reversed(hops) if h.stance == "hedges"), None)
        return ("hedges", (hedging,)) if hedging else ("states", ())
