"""Exports match their schemas, quote exactly, withhold names, and put no formula into a spreadsheet."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import showcase
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from whence.show.desk import Desk, make_desk
from whence.show.exports import COLUMNS, account_rows, cell, csv_text, json_lines, origin_name, statement_rows

FORMATS = Path(__file__).parents[2] / "docs" / "formats"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return make_desk(showcase.findings(), mask=True)


@pytest.mark.parametrize(("name", "rows"), [("statement", statement_rows), ("account", account_rows)])
def test_every_line_fits_its_schema(desk: Desk, name: str, rows: object) -> None:
    schema = json.loads((FORMATS / f"export-{name}.schema.json").read_text("utf8"))
    Draft202012Validator.check_schema(schema)
    lines = [json.loads(line) for line in json_lines(rows(desk)).splitlines()]  # type: ignore[operator]
    assert lines
    for line in lines:
        Draft202012Validator(schema).validate(line)


@pytest.mark.parametrize(
    ("doc", "schema"), [("export-statements.md", "statement"), ("export-accounts.md", "account")]
)
def test_the_examples_in_the_docs_fit_the_schema_and_every_field_is_told(doc: str, schema: str) -> None:
    rules = json.loads((FORMATS / f"export-{schema}.schema.json").read_text("utf8"))
    text = (FORMATS / doc).read_text("utf8")
    (example,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    Draft202012Validator(rules).validate(json.loads(example))
    for field in rules["properties"]:
        assert f"`{field}`" in text, field


def test_quotes_are_exact_and_hold_no_withheld_name(desk: Desk) -> None:
    texts = {r.label: r.text for r in desk.findings.reports}
    rows = list(statement_rows(desk))
    for row in rows:
        assert row["quote"] in texts[row["report"]]
        assert texts[row["report"]][row["start"] : row["end"]] == row["quote"]
    assert "mansour" not in json_lines(rows).lower()
    (cut,) = [r for r in rows if r["masked"]]
    assert cut["quote"] == "a baker, said that 24 people died beside him"
    assert cut["voice"] == ["[name withheld]"]


def test_unmasked_quotes_are_whole() -> None:
    rows = list(statement_rows(make_desk(showcase.findings(), mask=False)))
    assert not any(r["masked"] for r in rows)
    assert any(r["quote"].startswith("Adel Mansour") for r in rows)


def test_a_chain_leaves_the_outlet_out_and_ends_in_its_root(desk: Desk) -> None:
    rows = {r["quote"]: r for r in statement_rows(desk)}
    assert rows["dozens of people may have been killed"]["voice"] == ["Orlan Wire", "residents"]
    assert rows["dozens of people may have been killed"]["stance"] == "hedges"
    assert rows["Two people were injured"]["voice"] == []


def test_accounts_hold_both_counts(desk: Desk) -> None:
    rows = list(account_rows(desk))
    killed = next(r for r in rows if r["aspect"] == "killed")
    assert (killed["least"], killed["most"], killed["origins"]) == (
        2,
        4,
        ["Tamarin Monitor", "Keld health office"],
    )
    values = {(v["lower"], v["upper"]): (v["least"], v["most"], v["outlets"]) for v in killed["values"]}
    assert values == {(43, 43): (2, 2, 2), (24, None): (1, 3, 3), (9, 9): (1, 1, 1)}
    assert next(r for r in rows if r["aspect"] == "injured")["most"] is None


def test_an_outlets_own_word_bears_the_name_that_the_pile_gives_it() -> None:
    """Whoever joins the export with the feed needs the feed's own name for the outlet."""
    held = showcase.findings()
    feed = {"Amsel Gazette": "amselgz", "Lakeside News": "lakeside.example"}
    reports = tuple(replace(r, outlet=feed.get(r.outlet, r.outlet)) for r in held.reports)
    rows = list(account_rows(make_desk(replace(held, reports=reports), mask=True)))
    assert next(r for r in rows if r["aspect"] == "injured")["origins"] == ["amselgz"]
    killed = next(r for r in rows if r["aspect"] == "killed")
    assert "lakeside.example" not in killed["origins"]  # it has it from others


def test_an_outlet_that_an_owner_speaks_through_bears_the_piles_name_too() -> None:
    held = showcase.findings()
    reports = tuple(replace(r, outlet="amselgz") if r.outlet == "Amsel Gazette" else r for r in held.reports)
    desk = make_desk(replace(held, reports=reports), mask=True)
    aspects = (a for account in desk.accounts for a in account.aspects)
    own = next(a for a in aspects if a.aspect == "injured").speaking.origins[0]
    assert origin_name(desk, replace(own, source="holding", chains=(("holding",),))) == "amselgz"
    assert (
        origin_name(desk, replace(own, source="holding", chains=(("holding",),), name="Holding")) == "Holding"
    )


def test_the_table_is_safe_and_complete(desk: Desk) -> None:
    rows = list(csv.reader(io.StringIO(csv_text(desk))))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 1 + len(desk.findings.statements)
    assert all(len(r) == len(COLUMNS) for r in rows)
    assert not [c for r in rows for c in r if c[:1] in "=+-@\t\r" and c]
    assert "mansour" not in csv_text(desk).lower()


@given(st.text())
def test_no_text_is_a_formula(text: str) -> None:
    got = cell(text)
    assert "\n" not in got
    assert not got.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_withheld_name_that_was_taken_for_a_place_is_withheld_there_too() -> None:
    held = showcase.findings()
    accounts = tuple(
        replace(a, incident=replace(a.incident, places=(), place_words=("Adel Mansour",)))
        for a in held.accounts
    )
    desk = make_desk(replace(held, accounts=accounts), mask=True)
    assert all(row["place"] == ["[name withheld]"] for row in account_rows(desk))
    assert "mansour" not in csv_text(desk).lower()
