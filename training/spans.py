"""Gold as training takes it: spans with roles and links over one text, and their words in a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from whence.read.model.decode import TAGS
from whence.read.model.windows import Window

TAG = {name: i for i, name in enumerate(TAGS)}
ASPECTS = ("killed", "injured", "responsible")  # columns of the claims that the network marks
STANCES = ("states", "hedges", "denies")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the fragments of its source, cue and content, in code points of the text."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]

    def roles(self) -> Iterable[tuple[str, tuple[Place, ...]]]:
        """Return the roles by name with their fragments."""
        return (("source", self.source), ("cue", self.cue), ("content", self.content))


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of people or a culprit at `key`, by whom (`voices`; () = the outlet's own word) and how surely."""

    key: Place
    aspect: str
    voices: tuple[Place, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold; None where the text was not annotated for that kind."""

    id: str
    text: str
    relations: tuple[Relation, ...] | None = None
    claims: tuple[Claim, ...] | None = None


@dataclass(slots=True)
class Example:
    """A window with labels for its words; word 0 is the opening mark, -100 is not trained on.

    `cues` maps a word of a source or content to the words of its cues; `voices` a claim's word to those of its voices.
    """

    window: Window
    tags: list[int]
    cues: dict[int, list[int]] = field(default_factory=dict)
    claims: list[list[int]] | None = None
    voices: dict[int, list[int]] = field(default_factory=dict)
    stances: dict[int, int] = field(default_factory=dict)


def label(window: Window, document: Document) -> Example:
    """Return the window's words with the document's gold laid on them."""
    places = [(w.start, w.end) for w in window.words]
    example = Example(window, [-100] * (len(places) + 1))
    if document.relations is not None:
        _lay_relations(example, places, document.relations)
    if document.claims is not None:
        _lay_claims(example, places, document.claims)
    return example


def within(places: Sequence[Place], span: Place) -> list[int]:
    """Return the numbers (from 1) of the words that the span touches."""
    return [i for i, (a, b) in enumerate(places, 1) if a < span[1] and b > span[0]]


def _lay_relations(example: Example, places: Sequence[Place], relations: Sequence[Relation]) -> None:
    example.tags[1:] = [0] * len(places)
    spans = sorted({(*span, role) for r in relations for role, spans in r.roles() for span in spans})
    for start, end, role in spans:
        free = [i for i in within(places, (start, end)) if example.tags[i] == 0]
        for n, i in enumerate(free):
            example.tags[i] = TAG[("I-" if n else "B-") + role]
    for relation in relations:
        heads = [within(places, c)[:1] for c in sorted(relation.cue)]
        head = next((h[0] for h in heads if h), 0)
        if not relation.cue or not head:
            continue
        for span in (*relation.source, *relation.content):
            for i in within(places, span)[:1]:
                example.cues.setdefault(i, []).append(head)
        for other in heads[1:]:
            for i in other:
                example.cues.setdefault(i, []).append(head)


def _lay_claims(example: Example, places: Sequence[Place], claims: Sequence[Claim]) -> None:
    example.claims = [[0] * len(ASPECTS) for _ in range(len(places) + 1)]
    for claim in claims:
        words = within(places, claim.key)
        for i in words:
            example.claims[i][ASPECTS.index(claim.aspect)] = 1
            example.stances[i] = STANCES.index(claim.stance)
            heads = [w for v in claim.voices for w in within(places, v)[:1]] or [0]
            if claim.voices and heads == [0]:
                continue  # the voice stands outside the window: nothing is known
            example.voices.setdefault(i, []).extend(heads)
