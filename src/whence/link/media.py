"""Voices that are a named medium: a name beside "TV", "newspaper" and the like, whatever is said of its side."""

from collections.abc import Sequence
from typing import Final

from whence.link.bodies import Bodies
from whence.link.naming import Phrase, own_source, vague_source
from whence.link.phrases import ARTICLES, Word, head_part, phrase_key, spelt
from whence.model.finding import Source
from whence.model.span import Reason

_ONE_OF_SEVERAL: Final = frozenset({"a", "an", "one", "another"})
_NOUNS: Final = {"tv": "television", "channel": "television", "broadcaster": "television"}
_AGENCY: Final = ("news", "agency")  # kept in the name, of which it is a part


class Media:
    """The rule for media that no table knows."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies, self.book = bodies, bodies.book

    def named(self, phrase: Phrase) -> Source | None:
        """The medium by its own name, without nationality, leaning and generic nouns.

        It is a state's only where the words say so ("state-run"): a nationality alone makes no state medium.
        """
        part = head_part(phrase.core)
        name = self._name(part)
        if not name or not self._is_medium(part) or self.bodies.names.longest_alias(part):
            return None
        words = spelt(phrase.text, name)
        if not self._of_state(part):
            return own_source(words, "outlet", Reason("own name", f'"{words}" is a medium in no table'))
        state = self.bodies.state_in(part) or self.bodies.context.state
        owner = self.bodies.body_of(state, "state-media").id if state else ""
        why = Reason("called a medium of the state", f'"{phrase.text}"')
        return Source(phrase_key(words), words, "state media", False, owner, (), (why,))

    def unnamed(self, phrase: Phrase) -> Source | None:
        """One medium of a state among others ("a Vostian TV channel"): of that state, but not for that the state's."""
        part = head_part(phrase.core)
        state = self.bodies.state_in(part)
        noun = next((w.key for w in part if w.key in self.book.word("media")), "")
        if not state or not noun or phrase.words[0].key not in _ONE_OF_SEVERAL or self._of_state(part):
            return None
        if any(not self._generic(w) for w in part):
            return None
        name = f"{self.book.states[state].adjective} {_NOUNS.get(noun, noun)}"
        return vague_source(name, Reason("unnamed kind", f'"{phrase.text}" names no medium: {name}'))

    def _is_medium(self, part: Sequence[Word]) -> bool:
        keys = [w.key for w in part]
        agency = any(tuple(keys[i : i + 2]) == _AGENCY for i in range(len(keys)))
        return agency or bool(self.book.word("media") & set(keys))

    def _of_state(self, part: Sequence[Word]) -> bool:
        keys = [w.key for w in part]
        return any(
            k in self.book.word("of_state") and (not i or keys[i - 1] not in ("pro", "anti", "semi"))
            for i, k in enumerate(keys)
        )

    def _name(self, part: Sequence[Word]) -> tuple[Word, ...]:
        """The one run of name words, with "TV" or "news agency" right after it; empty if other words belong to it."""
        telling = [i for i, w in enumerate(part) if self._proper(w)]
        if not telling:
            return ()
        first, last = telling[0], telling[-1]
        if any(not self._generic(w) for i, w in enumerate(part) if i < first or i > last):
            return ()
        if any(not (w.capital or w.key in ARTICLES) for w in part[first : last + 1]):
            return ()
        while first and part[first - 1].key in ARTICLES:
            first -= 1
        while last + 1 < len(part) and part[last + 1].capital:
            last += 1
        if tuple(w.key for w in part[last + 1 : last + 3]) == _AGENCY:
            last += 2
        return tuple(part[first : last + 1])

    def _proper(self, word: Word) -> bool:
        return word.capital and not self._generic(word)

    def _generic(self, word: Word) -> bool:
        """Whether a word is no name: of a medium's kind, side, seat or people."""
        known = self.book.word("fillers") | self.book.word("media") | self.book.word("peoples") | ARTICLES
        known |= self.book.word("of_state")
        return word.key in known or word.key in self.book.demonyms or word.key in self.book.capitals
