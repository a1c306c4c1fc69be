"""Incidents of one report against the MUC-4 keys: location, date, number of victims, confidence in the perpetrator.

usage: python -m bench muc4            tst1 and tst2, 200 texts of 1988-1990 in capitals; nothing was tuned on them
       python -m bench.muc4 dev [N]    every N-th text of the development part, which was looked at

Path: text -> report -> statements -> places -> scenes, all by the program's own functions; a scene that is relevant by
the keys' own rules (`template-doc-part1`: recent, in one of nine countries, not soldiers or guerrillas alone) becomes a
template.  Where a scene names no place, its country is the dateline's, else the one of the nine named most.
Scored by `scoring-guidelines`, in the strictest form (ALL TEMPLATES: a template too many costs precision in every slot,
one too few recall), without a person who could settle doubtful matches: see `bench/muc4_score.py`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench import muc4_score as scoring
from bench.muc4_keys import Item, items
from bench.muc4_lands import filed_from
from bench.muc4_score import Response
from bench.muc4_templates import templates
from bench.section import Gate, Section, data_digest
from whence.flow.environment import cache_folder
from whence.flow.gazetteer import load_gazetteer
from whence.flow.readers import reader
from whence.flow.resources import knowledge
from whence.link.atlas import Atlas
from whence.link.places import resolve_places
from whence.model.ids import digest
from whence.model.report import Record
from whence.read.text import make_report


def responses(item: Item, gazetteer: Atlas) -> tuple[Response, ...]:
    """Return the templates that the program's reading of a text comes to."""
    record = Record("", digest(item.text.encode()), "text/plain", text=item.text)
    report = make_report(record)
    if report.unread:
        return ()
    told = reader().read(report)
    links = {link.start: link.candidates for link in resolve_places((report,), told, gazetteer)}
    return templates(report, told, links, filed_from(report, gazetteer))


def measure(archive: Path, part: Sequence[str], every: int = 1) -> scoring.Scores:
    """Read and score every `every`-th text of the parts."""
    gazetteer = load_gazetteer(knowledge(""), cache_folder())
    texts = items(archive, *part)[::every]
    return scoring.score([(item, responses(item, gazetteer)) for item in texts])


FLOORS = {  # recall and precision, a little under what was reached on 2026-11-21
    "location": (51.0, 58.0),
    "date": (46.0, 53.0),
    "human targets' number": (40.0, 49.0),
    "confidence in the organisation": (17.0, 28.0),
}
LABELS: Final = (
    ("location", "location", "63 / 59"),
    ("date", "date", "61 / 57"),
    ("number", "human targets' number", "66 / 56"),
    ("confidence", "confidence in the organisation", "24 / 30"),
    ("type", "type of incident", "78 / 72"),
)


def rows(scores: scoring.Scores) -> tuple[tuple[str, ...], ...]:
    """Return a row for each slot: recall / precision over all templates, over those matched, and the best of 1992."""
    return tuple(
        (label, scores.all_templates(slot), scores.matched(slot), best) for slot, label, best in LABELS
    )


def gates(found: tuple[tuple[str, ...], ...]) -> tuple[Gate, ...]:
    """Return floors of recall and precision a little under what was reached on 2026-11-21."""
    reached = {row[0]: [float(part) for part in row[1].split("/")] for row in found}
    return tuple(
        Gate(f"{label} {kind}", reached[label][i], floor)
        for label, floors in FLOORS.items()
        for i, (kind, floor) in enumerate(zip(("recall", "precision"), floors, strict=True))
    )


def run(shared: Path) -> Section:
    """Score tst1 and tst2."""
    archive = shared / "data" / "muc4" / "muc4-dev-tst1-tst2.tar.gz"
    title, command = "Incidents of one report (MUC-4, tst1 and tst2)", "python -m bench muc4"
    header = ("slot", "recall / precision, all templates", "templates matched only", "best of 1992 on TST3")
    if not archive.is_file():
        return Section(title, command, "absent", header, ())
    scores = measure(archive, ("tst1", "tst2"))
    found = rows(scores)
    return Section(
        title, command, data_digest([archive]), header, found, gates(found),
        notes=(
            (
                f"{scores.texts} texts in capitals, {scores.keys} templates in the key ({scores.optional} of them "
                f"optional), {scores.said} made by the program, {scores.pairs} matched. In the first column a template "
                "that nothing matches counts against every slot, as in the published figures. Whence looks for harm to "
                "people and things told as fact, not for MUC's templates: threats, failed attempts and robberies are "
                "not its statements. Scenes whose victims and things are a war's alone are left out, as the keys "
                "rule; an incident without an organisation is put down to the one that the text names alone, one "
                "without a day or place has those that the report opens with or is filed from (Whence does none of it)."
                " No person settled doubtful matches (`bench/muc4_score.py`)."
            ),
        ),
    )  # fmt: skip


def main() -> int:
    """Print the rows of a part, by default every fifth text of the development part."""
    archive = Path(__file__).parents[2] / "shared" / "data" / "muc4" / "muc4-dev-tst1-tst2.tar.gz"
    part = tuple(a for a in sys.argv[1:] if not a.isdigit()) or ("dev",)
    scores = measure(archive, part, next((int(a) for a in sys.argv[1:] if a.isdigit()), 5))
    print(scores)
    for row in rows(scores):
        print(*row, sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
