"""A voice's words, cut; and the making of sources with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from whence.link.phrases import Word, phrase_key, word_key
from whence.model.finding import Source, SourceKind
from whence.model.span import Reason


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a voice: the source nearer to the reader, the report's speakers, whether it is the root."""

    nearer: str = ""
    speakers: tuple[Source, ...] = ()
    root: bool = True


@dataclass(frozen=True, slots=True)
class Phrase:
    """A voice's words: all of them, those that are left without leading determiners, and what stands around it."""

    text: str
    words: tuple[Word, ...]
    core: tuple[Word, ...]
    around: Around = Around()


def vague_source(name: str, *reasons: Reason) -> Source:
    """Return the vague source of a kind of voice, known by its kind alone."""
    return Source(name.lower(), name, "unnamed", True, "", (), reasons)


def own_source(name: str, kind: SourceKind, *reasons: Reason) -> Source:
    """Return a source that no table knows: itself, by its folded name."""
    return Source(phrase_key(name) or name, name, kind, False, "", (), reasons)


def with_reason(source: Source, reason: Reason) -> Source:
    """Return `source` with one more reason."""
    return Source(
        source.id,
        source.name,
        source.kind,
        source.vague,
        source.owner,
        source.aliases,
        (*source.reasons, reason),
    )


def spelt_keys(words: Sequence[Word]) -> str:
    """Return the words as written, with one space between."""
    return " ".join(w.text for w in words)


def by_own_people(phrase: Phrase, organ: Source) -> Reason:
    """Return the reason why an unnamed voice is the body whose people it is of."""
    return Reason("own people", f'"{phrase.text}" are people of {organ.name}')


def reporter_of(organ: Source, phrase: Phrase) -> Source:
    """Return an organ's own reporter: an unnamed voice owned by it, for the reader is told that somebody was there."""
    name = f"{organ.name} correspondent"
    why = Reason("own reporter", f'"{phrase.text}" is of {organ.name}')
    return Source(f"{organ.id} correspondent", name, "unnamed", False, organ.id, (), (*organ.reasons, why))


_SINGULAR: Final = {
    "sources": "source",
    "officials": "official",
    "fighters": "fighter",
    "commanders": "commander",
}


def of_organ(organ: Source, head: Word, phrase: Phrase) -> Source:
    """Return the unnamed source of a named body, owned by it ("a Vostok Front commander")."""
    noun = _SINGULAR.get(head.key, word_key(head.text))
    name = f"{organ.name} {noun}"
    why = Reason("unnamed, of a named body", f'"{phrase.text}" is an unnamed {noun} of {organ.name}')
    return Source(f"{organ.id} {noun}", name, "unnamed", False, organ.id, (), (*organ.reasons, why))
