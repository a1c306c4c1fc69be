"""The packaged facts about sources and name words agree with themselves: keys, owners, aliases, dates, citations."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from whence.link.phrases import phrase_key
from whence.link.terms import Term

RESOURCES = Path(__file__).parents[2] / "src" / "whence" / "resources"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Row = dict[str, Any]


def text(name: str) -> str:
    return (RESOURCES / f"{name}.yaml").read_text("utf8")


def rows(name: str) -> list[Row]:
    loaded: list[Row] = yaml.load(text(name), LOADER)
    return loaded


CHECKED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) (?P<facts>[a-z]+(?: [a-z]+)*):"
    r" https?://[\w.-]+\.[a-z]+(?::\d+)?/\S*"
)

LOOKED_UP = {
    "owner",
    "kind",
    "country",
    "about",
    "from",
    "to",
    "aliases",
}  # the facts that `checked` may name


def facts_checked(row: Row) -> list[str]:
    """The fields of a row that a page bears out."""
    told = CHECKED.fullmatch(row.get("checked", ""))
    return told["facts"].split(" ") if told else []


@pytest.fixture(scope="module")
def sources() -> list[Row]:
    return rows("sources")


def names(row: Row) -> list[str]:
    return [row["name"], *row.get("aliases", []), *row.get("dated", {})]


def term(row: Row, name: str) -> Term:
    return (
        Term.of(row["dated"][name])
        if name in row.get("dated", {})
        else Term(row.get("from", ""), row.get("to", ""))
    )


def apart(a: Row, b: Row, name: str) -> bool:
    """Whether one name ended before the other began, or it is an acronym of two bodies that a state tells apart."""
    one, other = (next(term(r, n) for n in names(r) if phrase_key(n) == name) for r in (a, b))
    if any(x.end and y.start and x.end <= y.start for x, y in ((one, other), (other, one))):
        return True
    acronym = all(n.isupper() for r in (a, b) for n in names(r) if phrase_key(n) == name)
    return acronym and a["country"] != b["country"] and bool({a["kind"], b["kind"]} & {"party", "military"})


def test_keys_are_plain_and_no_two_rows_share_one(sources: list[Row]) -> None:
    keys = [r["key"] for r in sources]
    assert len(keys) == len(set(keys))
    assert [k for k in keys if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", k)] == []


def test_owners_are_rows_or_bodies_of_states_and_own_nobody_in_a_circle(sources: list[Row]) -> None:
    owner = {r["key"]: r.get("owner", "") for r in sources}
    states = {r["state"].lower() for r in rows("states")}
    bodies = {r["body"] for r in rows("voices") if "body" in r}
    unknown = [
        (key, to)
        for key, to in owner.items()
        if to and to not in owner and not (to.partition("-")[0] in states and to.partition("-")[2] in bodies)
    ]
    assert unknown == []
    for key, first in owner.items():
        seen, at = {key}, first
        while at in owner and at:
            assert at not in seen, f"{key} owns itself through {at}"
            seen.add(at)
            at = owner[at]


def test_no_name_is_of_two_rows_unless_time_or_state_tells_them_apart(sources: list[Row]) -> None:
    table: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in sources:
        for name in names(row):
            assert phrase_key(name), f"{row['key']}: {name!r} folds to nothing"
            table[phrase_key(name)][row["key"]] = row
    shared = {k: list(found.values()) for k, found in table.items() if len(found) > 1}
    assert {"snc", "rsf"} <= set(shared)
    assert [k for k, (a, b, *more) in shared.items() if more or not apart(a, b, k)] == []


def test_roles_and_places_are_known(sources: list[Row]) -> None:
    bodies = {r["body"] for r in rows("voices") if "body" in r}
    assert [r["key"] for r in sources if r.get("role") and r["role"] not in bodies] == []
    roles = [(r["country"], r["role"]) for r in sources if r.get("role")]
    assert len(roles) == len(set(roles)), "a state's body is one row"
    codes = [r.get(f, "") for r in sources for f in ("country", "about")]
    assert [c for c in codes if c and not re.fullmatch("[A-Z]{2}", c)] == []


def test_dates_are_iso_and_in_order_and_successors_begin_where_the_former_ended(sources: list[Row]) -> None:
    dated = [r for r in sources if "from" in r or "to" in r]
    for row in dated:
        for field in ("from", "to"):
            assert re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", row.get(field, "2000")), row["key"]
        assert row.get("from", "") < row.get("to", "9999"), row["key"]


def test_the_head_says_what_the_citations_are(sources: list[Row]) -> None:
    told = re.search(
        r"All (\d+) rows cite Wikipedia, (\d+) of them the article of the row's own name", text("sources")
    )
    assert told, "the head of sources.yaml must say what was checked"
    wikipedia = [r for r in sources if r["cite"].startswith("Wikipedia: ")]
    named = [r for r in wikipedia if r["cite"] == f"Wikipedia: {r['name']}"]
    assert (len(sources), len(wikipedia), len(named)) == (int(told[1]), int(told[1]), int(told[2]))


def test_what_was_checked_names_the_day_the_facts_of_the_row_and_a_page(sources: list[Row]) -> None:
    for row in (r for r in sources if "checked" in r):
        told = CHECKED.fullmatch(row["checked"])
        assert told, f"{row['key']}: {row['checked']!r}"
        assert date.fromisoformat(told["day"]).year >= 2026, row["key"]
        facts = told["facts"].split(" ")
        assert len(facts) == len(set(facts)), row["key"]
        assert set(facts) <= LOOKED_UP, row["key"]
        assert [f for f in facts if not row.get(f)] == [], f"{row['key']}: checked what it does not say"


def test_the_head_counts_what_was_checked(sources: list[Row]) -> None:
    head = " ".join(
        line.removeprefix("#").strip() for line in text("sources").splitlines() if line[:1] == "#"
    )
    told = re.search(
        r"(\d+) of the (\d+) rows have at least one fact borne out, among them the owner of (\d+) of the (\d+) rows"
        r" that have one and the kind of (\d+) of the (\d+) that are state media",
        head,
    )
    unowned = re.search(r"Of the (\d+) rows of state media (\d+) neither have an owner nor are one", head)
    assert told, "the head of sources.yaml must count what was checked"
    assert unowned, "the head must count the state media that stand alone"
    owned = [r for r in sources if r.get("owner")]
    media = [r for r in sources if r["kind"] == "state media"]
    assert [int(n) for n in told.groups()] == [
        *(sum("checked" in r for r in sources), len(sources)),
        *(sum("owner" in facts_checked(r) for r in owned), len(owned)),
        *(sum("kind" in facts_checked(r) for r in media), len(media)),
    ]
    owners = {r["owner"] for r in owned}
    alone = [r for r in media if not r.get("owner") and r["key"] not in owners]
    assert [int(n) for n in unowned.groups()] == [len(media), len(alone)]


def test_a_short_form_or_spelling_is_told_once_in_a_row() -> None:
    for row in rows("names"):
        for field in ("words", "also", "tongues"):
            told = row.get(field, [])
            assert len(told) == len(set(told)), f"{row}: told twice"
