"""A sum over a week is shown as what it is: beside the days it sums up, never among them."""

import json

import pytest

from whence.flow.case import Case
from whence.show.desk import Desk, make_desk
from whence.show.exports import account_rows
from whence.show.sums import NOT_ONE, parts_of, sums_over
from whence.show.terminal import account_view, console

WEEK = (
    "Forty people have been killed in a week of shelling across Ostravia, the Harrow Monitor said on Tuesday. "
    "On Saturday, shelling killed nine people in Pelin, the Harrow Monitor said."
)
DAY = "Shelling killed nine people in Pelin on Saturday, the mayor of Pelin said."
ROWS = [("Velgrad Courier", "2031-06-10", WEEK), ("Ostra Daily", "2031-06-08", DAY)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("sums")
    feed = folder / "pile.jsonl"
    feed.write_text(
        "".join(json.dumps(dict(zip(("outlet", "published", "text"), r, strict=True))) + "\n" for r in ROWS)
    )
    case = Case.create(folder / "case")
    case.add([feed])
    return make_desk(case.build(), mask=False)


def test_a_week_is_an_account_of_its_own_that_lists_its_days(desk: Desk) -> None:
    week = next(a for a in desk.accounts if a.incident.container)
    day = next(a for a in desk.accounts if not a.incident.container)
    assert [(p.label, p.told) for p in parts_of(desk, week)] == [(day.incident.label, "9 people killed")]
    assert [p.incident for p in sums_over(desk, day)] == [week.incident.id]
    assert parts_of(desk, day) == sums_over(desk, week) == ()
    assert [len(v.statements) for v in day.aspects[0].values] == [2]


def test_the_terminal_says_that_it_is_a_sum(desk: Desk) -> None:
    out = console()
    with out.capture() as caught:
        out.print(account_view(desk, next(a for a in desk.accounts if a.incident.container)))
    words = " ".join(caught.get().split())
    assert NOT_ONE in words
    assert "Told one by one of the same days and places" in words


def test_exports_and_the_method_tell_it_too(desk: Desk) -> None:
    rows = {bool(r["campaign"]): r["holds"] for r in account_rows(desk)}
    assert rows[False] == []
    assert rows[True] == [a.incident.id for a in desk.accounts if not a.incident.container]
    method = desk.findings.method
    pairs = [int(method[f"count: pairs of tellings{w}"]) for w in ("", " compared", " not compared")]
    assert pairs[0] == 3
    assert pairs[0] == pairs[1] + pairs[2]
