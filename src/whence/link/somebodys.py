"""Voices told by a body that does not speak through them: its relatives, prisoners or critics, those close to it."""

from dataclasses import replace
from typing import Final

from whence.link.bodies import FORMER
from whence.link.naming import Phrase, vague_source, with_reason
from whence.link.phrases import spelt
from whence.link.unnamed import Unnamed
from whence.model.finding import Source
from whence.model.span import Reason

# Who is told by the person or body that he belongs to, and as what kind of voice he counts.
_KINDS: Final = {
    **dict.fromkeys(
        """
        relative relatives wife husband widow widower mother father son daughter brother sister uncle aunt cousin nephew
        niece parent parents family grandfather grandmother grandson granddaughter
        """.split(),  # noqa: SIM905 (a table)
        "relatives",
    ),
    "neighbour": "neighbours", "neighbours": "neighbours", "neighbor": "neighbours", "neighbors": "neighbours",
    "friend": "friends", "friends": "friends", "prisoner": "prisoners", "prisoners": "prisoners",
    "hostage": "hostages", "hostages": "hostages", "victim": "victims", "victims": "victims",
    "deserter": "deserters", "deserters": "deserters", "driver": "drivers", "bodyguard": "bodyguards",
    **dict.fromkeys("supporter supporters sympathiser sympathisers sympathizer sympathizers".split(), "supporters"),  # noqa: SIM905
    **dict.fromkeys("rival rivals enemy enemies foe foes adversary adversaries".split(), "rivals"),  # noqa: SIM905
    "ally": "allies", "allies": "allies", "defector": "deserters", "defectors": "deserters", "reader": "readers",
    "readers": "readers", "follower": "followers", "followers": "followers", "backers": "backers",
    "cook": "cooks", "critic": "critics", "critics": "critics", "opponent": "opponents", "opponents": "opponents",
}  # fmt: skip
_BELONG: Final = frozenset({"of", "to", "from", "for"})
# Words that part whoever speaks from the body named behind them, with the prepositions that follow.  "Loyal" is none:
# forces loyal to a government are its own.
_PARTED: Final = {
    **dict.fromkeys(
        ("close", "near", "linked", "connected", "related", "tied", "opposed", "hostile", "friendly"),
        ("to", "with"),
    ),
    **dict.fromkeys(
        ("affiliated", "allied", "aligned", "associated", "sympathetic", "familiar"), ("with", "to")
    ),
    **dict.fromkeys(("spoke", "speaking", "talked", "talking", "spoken"), ("to", "with")),
    **dict.fromkeys(
        ("quoted", "cited", "interviewed", "contacted", "reached", "backed", "supported", "funded", "armed"),
        ("by",),
    ),
    "living": ("under",),
}
_OF_A_BODY: Final = 3  # words: "former", a name, what he was
_LINKING: Final = frozenset(
    {"who", "that", "which", "is", "are", "was", "were", "had", "has", "have", "said", "to", "be"}
)


class Somebodys:
    """The rule for them: one kind of unnamed voice each, never the body that is named behind."""

    def __init__(self, unnamed: Unnamed) -> None:
        self.unnamed = unnamed

    def somebodys(self, phrase: Phrase) -> Source | None:
        """Whoever is told by a body that he is not: "a relative of the spokesman", "a source close to the Front"."""
        return self._belonging(phrase) or self._former(phrase) or self._beside(phrase)

    def _former(self, phrase: Phrase) -> Source | None:
        """Somebody unnamed who was once of a known body ("a former Dawn Front fighter") and speaks for it no more."""
        core = phrase.core
        if len(core) < _OF_A_BODY or core[0].key not in FORMER or core[-1].capital:
            return None
        if self.unnamed.bodies.names.longest_alias(core[1:-1]) is None:
            return None
        alone = replace(phrase, text=core[-1].text, words=core[-1:], core=core[-1:])
        why = Reason("unnamed kind", f'"{phrase.text}" is of it no more')
        found = self.unnamed.unnamed(alone)
        return with_reason(found, why) if found else vague_source(f"former {core[-1].text}", why)

    def _beside(self, phrase: Phrase) -> Source | None:
        """Somebody unnamed whom the words part from the body that they name, known by what he is called alone."""
        core = phrase.core
        at = next((i for i in range(1, len(core) - 1) if core[i + 1].key in _PARTED.get(core[i].key, ())), 0)
        head = core[:at]
        while head and head[-1].key in _LINKING:
            head = head[:-1]
        named = any(w.capital and w.key not in self.unnamed.book.demonyms for w in head)
        if (
            not head
            or named
            or any(w.broken for w in core[: at + 1])
            or not any(w.proper for w in core[at + 2 :])
        ):
            return None
        alone = replace(phrase, text=spelt(phrase.text, head), words=head, core=head)
        why = Reason("unnamed kind", f'"{phrase.text}" is not whom it names')
        found = self.unnamed.unnamed(alone)
        return with_reason(found, why) if found else vague_source(spelt(phrase.text, head), why)

    def _belonging(self, phrase: Phrase) -> Source | None:
        """A noun for whom somebody has, at the head of the words: "a relative of the ministry's spokesman"."""
        core = phrase.core
        at = next((i for i, w in enumerate(core[:3]) if w.key in _KINDS), None)
        if at is None or any(w.capital for w in core[1 : at + 1]) or at + 2 > len(core):
            return None
        if core[at + 1].key not in _BELONG or any(w.broken for w in core[: at + 2]):
            return None
        kind = _KINDS[core[at].key]
        alone = replace(phrase, text=core[at].text, words=core[at : at + 1], core=core[at : at + 1])
        why = Reason("unnamed kind", f'"{phrase.text}" is none of those whom it names: {kind}')
        return self.unnamed.unnamed(alone) or vague_source(kind, why)
