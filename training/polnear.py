"""PolNeAR (Newell et al., LREC 2018): political news with source, cue and content spans, brat standoff."""

import re
from collections import defaultdict
from pathlib import Path

from training.spans import Document, Place, Relation

_ROLES = ("source", "cue", "content")


def load(folder: Path, *, all_annotators: bool = False) -> list[Document]:
    """Return the texts of `folder` (text/*.txt, attributions/STEM_ANNOTATOR.ann) with the first annotator's relations.

    The texts are kept as they are (not NFC): offsets are code points of the raw file.
    """
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        text = path.read_bytes().decode("utf8")
        for file in files if all_annotators else files[:1]:
            documents.append(Document(path.stem, text, tuple(relations(file))))
    return documents


def relations(path: Path) -> list[Relation]:
    """Return the attributions of one brat file."""
    spans: dict[str, list[Place]] = {}
    found = []
    for line in path.read_text(encoding="utf8").splitlines():
        fields = line.split("\t")
        if re.match(r"T\d+$", fields[0]) and len(fields) > 1:
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(p.split()[0]), int(p.split()[1])) for p in places]
        elif re.match(r"E\d+$", fields[0]):
            found.append(_relation(fields[1], spans))
    return [r for r in found if r.cue and (r.source or r.content)]


def _relation(line: str, spans: dict[str, list[Place]]) -> Relation:
    roles: dict[str, list[Place]] = defaultdict(list)
    for part in line.split():
        name, _, target = part.partition(":")
        roles[re.sub(r"\d+$", "", name).lower()] += spans.get(target, [])
    source, cue, content = (tuple(roles[r]) for r in _ROLES)
    return Relation(source, cue, content)
