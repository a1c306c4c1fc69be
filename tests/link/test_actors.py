"""Names of actors to keys: one key for one actor, alternatives kept, "the regime" by the report's state."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from whence.link.actors import ActorBook, resolve_actors
from whence.link.book import SourceBook
from whence.model.errors import UsageError
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Culprit, Statement
from whence.model.values import Interval

RESOURCES = Path(__file__).parents[2] / "src" / "whence" / "resources"
STATES = [
    {"state": "VS", "name": "Vostia", "names": [], "adjectives": ["Vostian"], "capital": []},
    {"state": "MR", "name": "Marland", "names": [], "adjectives": ["Marlandic"], "capital": []},
    {"leader": ["Dorr", "Pavel Dorr", "President Dorr"], "state": "VS"},
    {"actor": "dawn", "name": "Dawn Front", "aliases": ["Dawn", "DF"]},
]


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((RESOURCES / f"{name}.yaml").read_text("utf8"))
    return loaded


@pytest.fixture(scope="module")
def actors() -> ActorBook:
    return ActorBook.from_rows([*rows("actors"), *STATES])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the regime", "state of Vostia"),
        ("government forces", "state of Vostia"),
        ("Dorr's forces", "state of Vostia"),
        ("Pavel regime", "state of Vostia"),
        ("Pavel", "pavel"),
        ("Vostian army helicopters", "state of Vostia"),
        ("suspected Marlandic warplanes", "state of Marland"),
        ("Marland", "state of Marland"),
        ("regime or Marlandic jets", "state of Marland or state of Vostia"),
        ("Vostian and Marlandic jets", "state of Marland and state of Vostia"),
        ("Marlandic-backed rebels", "rebels"),
        ("Marlandic-backed Dawn Front fighters", "dawn"),
        ("DF militants", "dawn"),
        ("Vostian rebels", "rebels"),
        ("unknown gunmen", "unknown"),
        ("the Harrow Brotherhood", "harrow brotherhood"),
        ("the coalition", "coalition"),
        ("coalition warplanes", "coalition"),
    ],
)
def test_names_of_one_actor_have_one_key(actors: ActorBook, name: str, key: str) -> None:
    assert actors.actor_key(name, "VS") == key


def test_without_a_state_the_regime_is_nobodys(actors: ActorBook) -> None:
    assert actors.actor_key("the regime") == "regime"


def culprit(report: Report, name: str) -> Statement:
    at = report.text.index(name)
    span = Span.of(report.text, at, at + len(name))
    return Statement(report.id, report.id, span, "responsible", Culprit(name, span), "states", "fact")


def test_a_name_that_means_two_actors_in_two_reports_keeps_its_own_words(actors: ActorBook) -> None:
    book = SourceBook.from_rows(STATES[:2], [])
    one = Report("a", "a", "In Vostia the regime shelled a town.", "")
    two = Report("b", "b", "In Marland the regime shelled a town.", "")
    both = [culprit(one, "the regime"), culprit(two, "the regime")]
    assert resolve_actors([one], both[:1], actors, book) == {"the regime": "state of Vostia"}
    assert resolve_actors([one, two], both, actors, book) == {"the regime": "regime"}


def test_a_row_of_no_kind_is_named() -> None:
    with pytest.raises(UsageError, match="no known kind"):
        ActorBook.from_rows([{"nation": "X"}])


PARTIES = [
    {"key": "hill", "name": "Hill Brigade", "kind": "party", "country": "VS", "aliases": ["HB", "لواء التل"]},
    {"key": "dawn-front", "name": "Jabhat al-Fajr", "kind": "party", "aliases": ["Dawn Front", "DF", "JF"]},
    {"key": "delta", "name": "Delta Farmers", "kind": "party", "aliases": ["DF"]},
    {"key": "watch", "name": "Vostia Watch", "kind": "monitor", "aliases": ["Watch"]},
    {"key": "rim", "name": "Rim Army", "kind": "party", "merged": {"hill": "2030-01-01/.."}},
]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the Hill Brigade", "hill brigade"),
        ("HB militants", "hill brigade"),
        ("لواء التل", "hill brigade"),
        ("Jabhat al-Fajr", "dawn"),  # the name that it shares with a row of the actors' own table
        ("JF", "dawn"),
        ("DF", "dawn"),
        ("Delta Farmers", "delta farmers"),  # an acronym in common makes no two one
        ("the Kurdish-led Hill Brigade", "hill brigade"),
        ("the Marlandic-led military coalition", "marlandic led military coalition"),
        ("Vostia Watch", "vostia watch"),
        ("the self-proclaimed Hill Brigade", "hill brigade"),
        ("Rim Army", "hill brigade"),
    ],
)
def test_parties_of_the_sources_are_actors_under_all_their_names(name: str, key: str) -> None:
    book = ActorBook.from_rows([*PARTIES, *rows("actors"), *STATES])
    assert book.actor_key(name, "VS", Interval.of_days(datetime(2031, 1, 1))) == key


def test_every_packaged_party_has_one_key_for_its_names() -> None:
    parties = [r for r in rows("sources") if r["kind"] == "party"]
    book = ActorBook.from_rows([*rows("actors"), *rows("states"), *rows("sources")])
    for row in parties:
        names = [n for n in (row["name"], *row.get("aliases", [])) if n != "SNC"]
        assert len({book.actor_key(n) for n in names}) == 1, row["key"]
