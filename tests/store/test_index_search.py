"""What people type never breaks the search, and finds words, phrases and beginnings."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.store.index.door import Reading, filling
from whence.store.index.packing import Packing, dictionary_of
from whence.store.index.schema import SEARCH
from whence.store.index.search import CLOSE, OPEN, find, question

TEXTS = (
    "Rockets fell on the market of Alvena",
    "The market of Old Alvena was quiet",
    "Łódź mourns: naïve plans, 24 dead",
    "قتل عشرون شخصا",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    path = tmp_path_factory.mktemp("search") / "desk.sqlite"
    with filling(path) as made:
        made.run(SEARCH.format(kind="report"))
        made.put("find_report", [(words, str(i), 7) for i, words in enumerate(TEXTS)], "???")
    return Reading(path)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("market", [0, 1]),
        ("MARKET alvena", [0, 1]),
        ('"market of alvena"', [0]),
        ("mark*", [0, 1]),
        ("mark", []),
        ("market -quiet", [0]),
        ("-quiet", []),
        ("naive lodz", []),
        ("naive", [2]),
        ("عشرون", [3]),
        ('"of the', []),
        ("24", [2]),
        ("", []),
        ('* " -', []),
    ],
)
def test_words_phrases_and_beginnings(base: Reading, typed: str, found: list[int]) -> None:
    asked = question(typed)
    hits = find(base, "report", asked, 0, 9).hits if asked else ()
    assert sorted(int(h.key) for h in hits) == found
    assert all(OPEN in h.words and CLOSE in h.words and h.at == 7 for h in hits)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_goes_wrong(base: Reading, typed: str) -> None:
    asked = question(typed)
    if asked:
        find(base, "report", asked, 0, 3)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_packed_record_comes_back_whole(text: str, others: list[str]) -> None:
    packing = Packing(dictionary_of(others))
    assert packing.unpack(packing.pack(text)) == text
    assert Packing(packing.dictionary).unpack(packing.pack(text)) == text


def test_records_alike_are_pressed_against_their_dictionary() -> None:
    records = [
        f'{{"quote":"{i} people were killed in the town of Alvena","stance":"states"}}' for i in range(50)
    ]
    packing = Packing(dictionary_of(records))
    assert sum(len(packing.pack(r)) for r in records) * 2 < sum(len(Packing().pack(r)) for r in records)


def test_questions_from_many_threads_are_answered_at_once(base: Reading) -> None:
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda _: find(base, "report", question("market"), 0, 9).count, range(60)))
    assert found == [2] * 60


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with pytest.raises(RuntimeError), filling(path) as made:  # noqa: PT012
        made.run("create table one(a)")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_file_outlives_its_own_removal(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with filling(path) as made:
        made.run("create table one(a)")
        made.put("one", [(i,) for i in range(5000)], "?")
    base = Reading(path)
    path.unlink()
    assert base.rows("select count(*), sum(a) from one") == [(5000, 12497500)]
