"""A cited address outlives the judgement that takes away what it was named after."""

from pathlib import Path

from whence.flow.case import Case
from whence.model.finding import incident_id
from whence.show.anchors import of_statement
from whence.show.desk import make_desk
from whence.store import tables

TEXT = (
    "Shelling in Alvena\n\nALVENA, 5 March 2031 (Harbour Wire) - Shelling killed 12 people and injured 30 others in "
    "the town of Alvena on Tuesday, the health office said.\n"
)


def test_an_address_leads_to_what_stands_beside_the_wrong_statement(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    case = Case.create(tmp_path / "case")
    case.add([tmp_path / "report.txt"])
    before = case.build()
    incident = before.incidents[0]
    first = next(s for s in before.statements if incident_id(s) == incident.id)
    other = next(s for s in incident.statements if s != first.id)
    assert before.former == {}
    case.judge("wrong", [of_statement(make_desk(before, mask=False), first.id)], {}, "not said", "ana")
    after = case.build()
    assert first.id not in {s.id for s in after.statements}
    assert after.former == {incident.id: other}
    folder = tmp_path / "tables"
    folder.mkdir()
    tables.write(folder, after)
    assert tables.read(folder).former == after.former
    case.undo(case.journal.judgements()[-1].digest, "ana", "")
    assert case.build().former == {}
