"""Voices that are somebody's relative, prisoner or driver: whoever they belong to does not speak through them."""

from dataclasses import replace
from typing import Final

from whence.link.naming import Phrase, vague_source
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
    "cook": "cooks", "critic": "critics", "critics": "critics", "opponent": "opponents", "opponents": "opponents",
}  # fmt: skip
_BELONG: Final = frozenset({"of", "to", "from", "for"})


class Somebodys:
    """The rule for them: one kind of unnamed voice each, never the body that is named behind."""

    def __init__(self, unnamed: Unnamed) -> None:
        self.unnamed = unnamed

    def somebodys(self, phrase: Phrase) -> Source | None:
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
