"""The adapters of the event benches: made-up documents and rows, no data needed."""

from collections.abc import Mapping
from typing import Any

from bench import gvc, maverick
from whence.model.report import Record
from whence.model.statement import Count, Culprit


def document(name: str, words: str, marks: Mapping[int, str], day: str = "2031-05-02") -> gvc.Document:
    tokens = tuple(words.split())
    mentions = tuple(gvc.Mention(0, n, n + 1, tokens[n].lower(), gold) for n, gold in marks.items())
    return gvc.Document(name, "i", Record("", name, "text/plain", published=day), mentions, (tokens,))


def test_tokens_are_joined_as_running_text() -> None:
    said = ("A", "7-year", "-", "old", "boy", "was", "n't", "hurt", "(", "police", "said", ")", "!")
    assert gvc.joined(said) == "A 7-year-old boy wasn't hurt (police said)!"


def test_words_of_one_happening_are_told_apart() -> None:
    kinds = {w: gvc.family(gvc.Mention(0, 0, 1, w, "")) for w in
             ("killed", "dead", "wound", "injured", "gunshots", "shooting", "shot", "incident", "it")}  # fmt: skip
    assert kinds == {
        "killed": "death", "dead": "death", "wound": "wound", "injured": "injury", "gunshots": "firing",
        "shooting": "firing", "shot": "hit", "incident": "matter", "it": "matter",
    }  # fmt: skip


def test_what_was_long_before_the_first_report_is_another_event() -> None:
    now = document("a", "The boy was killed on Thursday .", {3: "x"})
    then = document("b", "On March 3 , a girl was killed .", {7: "y"})
    made = gvc.mention_clusters([now, then], {"a": "s", "b": "s"})
    assert made == {"a 0": "s death", "b 0": "s earlier"}


def test_in_a_murder_and_suicide_the_dead_together_are_the_whole() -> None:
    whole = document("a", "A murder-suicide left two dead .", {1: "x", 4: "x"})
    one = document("b", "His wife was killed in the house ; later he killed himself .", {3: "y", 9: "z"})
    made = gvc.mention_clusters([whole, one], {"a": "s", "b": "s"})
    assert made["a 0"] == made["a 1"]
    assert len({made["a 0"], made["b 0"], made["b 1"]}) == 3


ROW = {
    "id": "1", "event_id": "e", "country": "Veshara", "date_start": "2031-05-03", "date_end": "2031-05-01",
    "city": "Arbo", "location": "Arbo market", "latitude": "1.5", "longitude": "30.25", "geo_precision": "5",
    "event_context": "Protest", "target": "Unknown", "deaths_low": "2", "deaths_best": "3", "deaths_high": "5",
    "injuries_low": "0", "injuries_best": "0", "injuries_high": "0", "source": "The Post (2031-05-04) Three dead",
}  # fmt: skip


def row(**changes: str) -> dict[str, Any]:
    nobody = {f"actor{n}{k}": "" for n in range(1, 7) for k in ("", "_perpetrator", "_violence")}
    return nobody | {"actor1": "Police (Veshara)", "actor1_perpetrator": "1"} | ROW | changes


def test_a_row_becomes_statements_with_its_days_place_and_counts() -> None:
    made = maverick.coded([row()])
    by_aspect = {s.aspect: s for s in made.evidence.statements}
    assert isinstance(by_aspect["killed"].value, Count)
    assert (by_aspect["killed"].value.amount.lower, by_aspect["killed"].value.amount.upper) == (2, 5)
    assert isinstance(by_aspect["responsible"].value, Culprit)
    assert "injured" not in by_aspect
    (report,) = made.evidence.reports
    for s in made.evidence.statements:
        assert s.when is not None
        assert str(s.when) == "2031-05-01 to 2031-05-03"
        assert [t.name for t in s.where] == ["Arbo market", "Arbo"]
        assert report.text[s.span.start : s.span.end] == s.span.quote
        assert all(report.text[t.span.start : t.span.end] == t.name for t in s.where)
    assert [link.candidates[0].lat for link in made.evidence.places] == [1.5]


def test_rows_of_one_source_are_apart_and_equal_rows_of_two_are_one() -> None:
    table = [row(), row(id="2"), row(id="3", source="Star (2031-05-04) Shots at market")]
    made = maverick.clusters(table)
    assert made["1"] != made["2"]
    assert made["3"] in (made["1"], made["2"])


def test_no_event_id_reaches_the_evidence() -> None:
    assert maverick.coded([row()]) == maverick.coded([row(event_id="another")])


def test_unknown_actors_are_nobody() -> None:
    assert maverick.actors(row(actor1="Unknown actor (Veshara)")) == []
