"""What a person decides on the desk is one line of their journal, acts at the next rebuild, and can be undone."""

import re
from pathlib import Path

import pytest
from deskcase import findings, make_case, post, visitor
from showcase import rid
from starlette.testclient import TestClient

from whence.flow.waiting import waiting
from whence.show.web.agreement import kappa
from whence.show.web.library import Library
from whence.store.index.write import source_id


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library(make_case(tmp_path / "case").layout.root)
    made.open_newest()
    return made


@pytest.fixture
def ana(library: Library) -> TestClient:
    return as_reviewer(library, "ana")


def as_reviewer(library: Library, handle: str) -> TestClient:
    client = visitor(library)
    assert post(client, "/reviewer", reviewer=handle, back="/review").status_code == 303
    return client


def statement(label: str) -> str:
    return next(s.id for s in findings().statements if s.report == rid(label))


def asked(client: TestClient) -> tuple[str, dict[str, str]]:
    """Return where the question's form goes, and its hidden fields."""
    page = client.get("/review").text
    form = re.search(r'<form method="post" action="(/judge/\w+)">(.*?)</form>', page, re.DOTALL)
    assert form
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[2])
    return form[1], {k: v for k, v in fields if k != "csrf"}


def test_a_judgement_is_one_line_at_once(ana: TestClient, library: Library) -> None:
    sid = statement("health-1")
    answer = post(
        ana, "/judge/statement", statement=sid, verdict="confirmed", why="I called them", back="/review"
    )
    assert answer.headers["location"] == "/review"
    (made,) = library.case.journal.judgements()
    assert (made.reviewer, made.action, made.why) == ("ana", "confirmed", "I called them")
    assert made.anchors[0].report == rid("health-1")
    page = ana.get(f"/reports/{rid('health-1')}").text
    assert "confirmed by ana, waits for a rebuild" in page
    assert "1 judgement waits for a rebuild" in page


def test_a_correction_keeps_what_was_corrected(ana: TestClient, library: Library) -> None:
    post(
        ana, "/judge/statement", statement=statement("health-1"), verdict="corrected", value="44", why="typo"
    )
    (made,) = library.case.journal.judgements()
    assert dict(made.details)["value"] == "44"
    assert "was" in dict(made.details)
    bad = post(ana, "/judge/statement", statement=statement("health-1"), verdict="corrected", date="never")
    assert bad.status_code == 400
    assert len(library.case.journal.judgements()) == 1


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/judge/statement", {"verdict": "confirmed", "statement": "0" * 64}),
        ("/judge/statement", {"verdict": "undo"}),
        ("/judge/statement", {"verdict": "corrected"}),
        ("/judge/incidents", {"verdict": "same", "first": "x", "second": "y"}),
        ("/judge/source", {"verdict": "same", "source": "monitor", "other": "nobody"}),
        ("/judge/undo", {"digest": "sha256:0"}),
    ],
)
def test_a_form_that_means_nothing_records_nothing(
    ana: TestClient, library: Library, path: str, form: dict[str, str]
) -> None:
    answer = post(ana, path, **({"statement": statement("lake-1")} | form))
    assert answer.status_code in (400, 404)
    assert "<h1>" in answer.text
    assert library.case.journal.judgements() == ()


def test_undo_takes_back_ones_own_and_nobody_elses(ana: TestClient, library: Library) -> None:
    post(ana, "/judge/statement", statement=statement("health-1"), verdict="wrong")
    (made,) = library.case.journal.judgements()
    bob = as_reviewer(library, "bob")
    assert post(bob, "/judge/undo", digest=made.digest).status_code == 400
    assert post(ana, "/judge/undo", digest=made.digest, back="/review").status_code == 303
    assert [j.action for j in library.case.journal.judgements()] == ["wrong", "undo"]
    assert waiting(library.case.layout, library.newest) == ()


def test_the_queue_goes_on_and_comes_to_an_end(ana: TestClient, library: Library) -> None:
    total, seen = library.view().index.question_count(), []
    assert total > 2
    for _ in range(total):
        page = ana.get("/review").text
        if "Nothing is left to ask you" in page:
            break
        path, fields = asked(ana)
        seen.append((path, *sorted(fields.items())))
        verdict = "confirmed" if path == "/judge/statement" else "same"
        assert post(ana, path, **fields, verdict=verdict).status_code == 303
    assert len(seen) == len(set(seen))
    assert "Nothing is left to ask you" in ana.get("/review").text
    assert len(library.case.journal.judgements()) == len(seen)


def test_skipping_records_nothing_and_can_be_taken_back(ana: TestClient, library: Library) -> None:
    first = asked(ana)
    key = re.search(r'name="key" value="([^"]+)"', ana.get("/review").text)
    assert key
    post(ana, "/review/skip", key=key[1])
    assert asked(ana) != first
    assert library.case.journal.judgements() == ()
    post(ana, "/review/again")
    assert asked(ana) == first


def test_unsure_is_a_line_that_asks_for_no_rebuild(ana: TestClient, library: Library) -> None:
    path, fields = asked(ana)
    post(ana, path, **fields, verdict="unsure")
    assert [j.action for j in library.case.journal.judgements()] == ["unsure"]
    assert "waits for a rebuild before" not in ana.get("/").text
    assert asked(ana) != (path, fields)


def test_two_reviewers_are_blind_until_both_have_answered(ana: TestClient, library: Library) -> None:
    bob = as_reviewer(library, "bob")
    path, fields = asked(ana)
    assert asked(bob) == (path, fields)
    verdict = "confirmed" if path == "/judge/statement" else "same"
    post(ana, path, **fields, verdict=verdict, why="seen in print")
    assert asked(bob) == (path, fields)
    page = bob.get("/review").text + bob.get(f"/reports/{rid('health-1')}").text
    assert "seen in print" not in page
    assert "by ana" not in page
    assert "Agreement" not in page
    post(bob, path, **fields, verdict="unsure")
    page = bob.get("/review").text
    assert "ana had answered" in page
    assert '<h2 id="agree">Agreement</h2>' in page
    assert "0 (0 %)" in page


@pytest.mark.parametrize(
    "named", ["{n}", "/incidents/{id}", "http://127.0.0.1:9/incidents/{id}?all=x#killed"]
)
def test_an_account_is_said_to_be_another_by_number_or_address(
    ana: TestClient, library: Library, named: str
) -> None:
    first, second, _ = library.view().index.accounts([1, 2, 3])
    page = ana.get(f"/incidents/{first.id}").text
    member = re.search(r'name="first" value="([0-9a-f]+)"', page)
    assert member
    other = named.format(n=second.n, id=second.id)
    assert post(ana, "/judge/incidents", first=member[1], second=other, verdict="same").status_code == 303
    (made,) = library.case.journal.judgements()
    assert made.action == "same-incident"
    assert len({a.report for a in made.anchors}) == 2
    assert post(ana, "/judge/incidents", first=member[1], second="999999", verdict="same").status_code == 400
    assert post(ana, "/judge/incidents", first=member[1], second="1", verdict="same").status_code == 400


def test_sources_are_merged_with_a_reason(ana: TestClient, library: Library) -> None:
    answer = post(
        ana,
        "/judge/source",
        source=source_id("monitor"),
        other="Keld health office",
        verdict="same",
        why="one desk",
    )
    assert answer.status_code == 303
    (made,) = library.case.journal.judgements()
    assert made.action == "same-source"
    assert [a.span.quote for a in made.anchors] == ["Tamarin Monitor", "Keld health office"]
    assert "same-source by ana" in ana.get(f"/sources/{source_id('monitor')}").text
    alone = post(ana, "/judge/source", source=source_id("health"), verdict="retracted", why="withdrawn")
    assert alone.status_code == 303
    assert library.case.journal.judgements()[-1].action == "retracted"


def test_codes_are_a_persons_and_the_two_axes_stay_apart(ana: TestClient, library: Library) -> None:
    post(ana, "/judge/rate", source=source_id("monitor"), code="B", why="known for years")
    post(ana, "/judge/rate", statement=statement("health-1"), code="2")
    one, two = library.case.journal.judgements()
    assert (one.action, dict(one.details)) == ("rated", {"reliability": "B"})
    assert dict(two.details)["credibility"] == "2"
    assert post(ana, "/judge/rate", source=source_id("monitor"), code="2").status_code == 400
    assert post(ana, "/judge/rate", statement=statement("health-1"), code="B").status_code == 400
    assert "rated by ana, waits for a rebuild" in ana.get(f"/reports/{rid('health-1')}").text


@pytest.mark.parametrize("handle", ["", "Ana", "a b", "../x", "a" * 41, "anä"])
def test_a_handle_is_plain(ana: TestClient, handle: str) -> None:
    assert post(ana, "/reviewer", reviewer=handle).status_code == 400
    assert "You judge as <strong>ana</strong>" in ana.get("/review").text


def test_judging_goes_on_while_a_build_runs(ana: TestClient, library: Library) -> None:
    with library.case.writing():
        answer = post(ana, "/judge/statement", statement=statement("lake-1"), verdict="confirmed")
    assert answer.status_code == 303
    assert len(library.case.journal.judgements()) == 1


def test_kappa_is_cohens() -> None:
    # worked by hand: 20 both yes, 5 and 10 apart, 15 both no: observed 0.7, by chance 0.5
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([]) is None
    assert kappa([("y", "y")] * 3) is None
