"""A report that was withdrawn: judged by its label, kept over rebuilds, undone, and told wherever it counted."""

import json
from pathlib import Path

from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.show.anchors import of_report
from whence.show.desk import Desk, make_desk

ROWS = [
    (
        "r1",
        "Velgrad Courier",
        "2031-05-04",
        "A car bomb killed 12 people in Toluma on Saturday, police said.",
    ),
    (
        "r2",
        "Ostra Daily",
        "2031-05-04",
        "The car bomb in Toluma on Saturday killed 12 people, the Harrow Monitor said.",
    ),
]


def _desk(case: Case) -> Desk:
    return make_desk(case.build(), mask=False)


def _killed(desk: Desk) -> list[tuple[int, list[str]]]:
    values = (v for a in desk.accounts for x in a.aspects if x.aspect == "killed" for v in x.values)
    return [(v.behind.least, [r.words for r in v.behind.reasons if r.rule == "retracted"]) for v in values]


def test_a_withdrawn_report_counts_no_more_until_that_is_undone(tmp_path: Path) -> None:
    feed = tmp_path / "pile.jsonl"
    fields = ("id", "outlet", "published", "text")
    feed.write_text("".join(json.dumps(dict(zip(fields, r, strict=True))) + "\n" for r in ROWS))
    case = Case.create(tmp_path / "case", Settings(reader="rules"))
    case.add([feed])
    desk = _desk(case)
    before = _killed(desk)
    assert [words for _, words in before] == [[]]
    kept = case.judge("withdrawn", (of_report(desk, "r2"),), {}, "taken down", "ana")
    after = _killed(_desk(case))
    assert after[0][1] == ["1 statement stood on a report of Ostra Daily, which was withdrawn"]
    assert after[0][0] == 1
    assert not [t for t in case.findings().trouble if t.code == "unattached"]
    case.undo(kept.digest, "ana", "it is back")
    assert _killed(_desk(case)) == before
