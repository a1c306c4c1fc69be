"""A spokesman of nobody that his phrase names speaks for the body with which the sentence before him begins.

"The Harbour Ministry condemned the raid. Spokesman Talal Dari said …": news names the body first, then its mouth.
"""

from collections.abc import Sequence
from typing import Final

from whence.link.context import LONGEST
from whence.link.introduced import Introductions
from whence.link.naming import Phrase, with_reason
from whence.link.phrases import ARTICLES, Word, phrase_key, spelt
from whence.model.finding import Source
from whence.model.span import Reason

_OPENS: Final = 4  # words within which the body of the sentence before must begin
_KINDS: Final = frozenset({"official", "military", "organisation", "party", "monitor"})  # what has spokesmen
_SMALL: Final = ARTICLES | {"of", "the", "for", "and"}  # small words inside a body's name
_ENDS: Final = frozenset(".!?\n")


def _named(word: Word) -> bool:
    return word.capital or word.key in _SMALL


class Mouthpieces:
    """The rule for spokesmen without a body."""

    def __init__(self, introduced: Introductions) -> None:
        self.introduced, self.bodies = introduced, introduced.bodies
        self.context = self.bodies.context

    def spokesman(self, phrase: Phrase) -> Source | None:
        """Of "Spokesman Talal Dari" the body that the sentence before speaks of first."""
        office, name = phrase.core[:1], phrase.core[1:]
        if not office or not office[0].key.startswith("spokes") or not name:
            return None
        plain = all(w.capital or w.key in ARTICLES for w in name)
        known = self.introduced.called(phrase) if plain else None
        if known is not None and known.kind != "person":
            return known  # the report says elsewhere whose spokesman he is
        at = self._mention(phrase.core) if plain else 0
        body = self._opens(self._sentence_before(at)) if at else None
        if body is None:
            return None
        told = f'"{phrase.text}" follows on a sentence about {body.name}, and is taken for its spokesman'
        return with_reason(body, Reason("speaks for", told))

    def _mention(self, core: Sequence[Word]) -> int:
        """The first place of the words in the report, 0 if there is none."""
        keys = [w.key for w in core]
        words = self.context.words
        last = len(words) - len(keys)
        return next((i for i in range(1, last + 1) if [w.key for w in words[i : i + len(keys)]] == keys), 0)

    def _sentence_before(self, at: int) -> tuple[Word, ...]:
        """The words of the sentence before the one in which word `at` stands; none where the report begins there."""
        begin = self._begins(at)
        return self.context.words[self._begins(begin - 1) : begin] if begin else ()

    def _begins(self, at: int) -> int:
        """The first word of the sentence in which word `at` stands."""
        words, text = self.context.words, self.context.report.text
        while at > 0 and not _ENDS & set(text[words[at - 1].end : words[at].start]):
            at -= 1
        return at

    def _opens(self, sentence: Sequence[Word]) -> Source | None:
        """The known body with which a sentence begins."""
        for at in range(min(_OPENS, len(sentence))):
            for length in range(min(LONGEST, len(sentence) - at), 0, -1):
                run = sentence[at : at + length]
                if not run[0].capital or not run[-1].capital or not all(_named(w) for w in run):
                    continue
                found = self.bodies.knows(spelt(self.context.report.text, run)) or self._capital(run)
                if found and found.kind in _KINDS and not found.vague:
                    return found
        return None

    def _capital(self, run: Sequence[Word]) -> Source | None:
        """A state or its capital as its government ("Washington condemned the raid")."""
        name = spelt(self.context.report.text, run)
        return self.bodies.capital(Phrase(name, tuple(run), tuple(run))) if phrase_key(name) else None
