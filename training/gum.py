"""GUM (Zeldes 2017, annotations CC BY 4.0): attribution relations of its discourse layer, as source, cue and content.

The discourse layer relates elementary units: an attributing unit ("the minister said on Monday") to what it
attributes.  Source, cue and content are found with the dependency layer: the cue is the head verb of the attributing
unit with its auxiliaries, the source its subject with all below it, the content the attributed unit with all that
depends on it in the discourse tree.  Share-alike genres are left out, so that the texts are CC BY or public domain.

The spans follow PolNeAR's custom, so that one network can learn from either: the outermost attribution only, times and
addressees in neither span, "that" and quotation marks in the content, a closing stop only where it is quoted, and
quotations that go on in further sentences of their own.  Negative attributions ("did not say that") are attributions.
"""

from collections.abc import Sequence
from pathlib import Path

from training.discourse import Attribution, attributions
from training.spans import Document, Place, Relation
from training.syntax import Syntax, runs
from training.treebank import Treebanked, read

SHARE_ALIKE = ("bio", "voyage")
OTHER_TERMS = (
    "GUM_court_carpet",
)  # its words come from the Santa Barbara Corpus, which allows no derivatives
Found = tuple[set[int], set[int], set[int]]  # numbers of the words of source, cue and content


def load(folder: Path) -> list[Document]:
    """Return the documents of `folder` (*.conllu) whose terms ask only for credit, with their attributions."""
    paths = [p for p in sorted(folder.glob("*.conllu")) if licensed(p.stem)]
    return [document(read(p)) for p in paths]


def licensed(name: str) -> bool:
    """Whether the text of a document (GUM_genre_title) is public domain or asks for credit alone."""
    return name.split("_")[1] not in SHARE_ALIKE and name not in OTHER_TERMS


def document(tree: Treebanked) -> Document:
    """Return one document with its outermost attributions."""
    syntax = Syntax(tree.tokens)
    found = [f for a in attributions(tree, syntax.quoted) if (f := _found(a, syntax))]
    _grow([f for f in found if not syntax.quoted[min(f[1])]], syntax)
    outer = [f for f in found if not any(_inside(f, other) for other in found if other is not f)]
    return Document(tree.id, tree.text, tuple(_relation(f, tree) for f in outer))


def _found(attribution: Attribution, syntax: Syntax) -> Found | None:
    """The words of the three roles; None where the attributing unit has no cue, or nothing is left to attribute."""
    unit, content = set(attribution.unit), set(attribution.content)
    head = syntax.attributing(unit, content)
    if head is None:
        return None
    cue, source, said_of = syntax.parts(head, unit, unit | set(attribution.others))
    content = (content | said_of) - cue - source
    if syntax.quoted[min(cue, default=0)]:
        content = {
            i for i in content if syntax.quoted[i]
        }  # who speaks in a quotation says nothing outside it
    told = any(syntax.tokens[i].upos != "PUNCT" for i in content)
    return (source, cue, content) if cue and told else None


def _inside(inner: Found, outer: Found) -> bool:
    """Whether an attribution stands within what another attributes."""
    return inner[1] <= outer[2] and not outer[1] <= inner[2]


def _grow(speaking: Sequence[Found], syntax: Syntax) -> None:
    """Give each quotation in the text's own voice all its words, with what is quoted after it without another cue."""
    taken = set().union(*(role for f in speaking for role in f))
    for source, cue, content in sorted(speaking, key=lambda f: min(f[1])):
        if not any(syntax.quoted[i] for i in content):
            continue
        whole = set().union(*(syntax.quotation(i) for i in content))
        rest = {i for i in syntax.rest_of_sentence(max(source | cue)) if syntax.quoted[i]}
        for more in (whole, rest):
            if not (taken - content) & more:
                content.update(more)
        for sentence in syntax.sentences_after(max(source | cue | content)):
            if (taken - content) & set(sentence) or not syntax.is_quotation(sentence):
                break
            content.update(sentence)
        taken |= content


def _relation(found: Found, tree: Treebanked) -> Relation:
    source, cue, content = ([_place(run, tree) for run in runs(role, tree.tokens)] for role in found)
    return Relation(tuple(source), tuple(cue), tuple(content))


def _place(run: Sequence[int], tree: Treebanked) -> Place:
    return tree.tokens[run[0]].start, tree.tokens[run[-1]].end
