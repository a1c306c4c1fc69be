"""Weights of happenings fitted to annotated reports: on a small pile of our own, told by rules that a fit must find."""

import json
from pathlib import Path

import pytest
from training.scene_weights import NEW, fit, load, main, quality, walk

from whence.read import happenings

START = {**happenings.WEIGHTS, NEW: happenings.JOIN}
PLACES = ("Velky", "Maly", "Drenova", "Orlan", "Tesk", "Harrow")


def _write(folder: Path, reports: int) -> Path:
    """Reports that tell of two attacks at two places each, the second without any word that parts it."""
    gold, texts = [], []
    for n in range(reports):
        first, second = PLACES[n % 6], PLACES[(n + 1) % 6]
        told = [
            (f"Shells killed {n + 4} people in the town of {first} on Thursday.", n + 4, first),
            (f"In the town of {second} a mine killed {n + 15} people.", n + 15, second),
        ]
        claims = [
            {
                "incident": where,
                "aspect": "killed",
                "quote": words,
                "lower": dead,
                "upper": dead,
                "actor": None,
            }
            for words, dead, where in told
        ]
        gold.append({"unit_id": str(n), "claims": claims})
        text = " ".join(words for words, _, _ in told)
        texts.append({"unit_id": str(n), "outlet": "Paper", "date": "2031-05-09", "title": "", "text": text})
    for name, rows in (("pile.jsonl", gold), ("pile-texts.jsonl", texts)):
        (folder / name).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")
    return folder / "pile.jsonl"


def test_annotated_sentences_are_found_with_their_incidents(tmp_path: Path) -> None:
    pile = load(_write(tmp_path, 3))
    assert [sorted(t.incidents.values()) for t in pile] == [
        sorted((PLACES[n], PLACES[n + 1])) for n in range(3)
    ]


def test_a_fit_learns_what_parts_the_annotated_happenings(tmp_path: Path) -> None:
    pile = load(_write(tmp_path, 12))
    joining = dict.fromkeys(START, 0.0) | {"current": 5.0, "mentioned": 5.0, NEW: 1.0}
    assert "pairs F1 0.000" in quality(pile, joining)
    assert all(len(set(walk(t, joining).values())) == 1 for t in pile)
    made = fit(pile, joining, 0.01)
    assert made["other place"] < joining["other place"]
    assert all(len(set(walk(t, made).values())) == 2 for t in pile)


def test_a_weight_that_is_kept_stays(tmp_path: Path) -> None:
    pile = load(_write(tmp_path, 12))
    made = fit(pile, START, 0.01, ("other place",))
    assert made["other place"] == START["other place"]
    assert made["figure"] != START["figure"] or made["current"] != START["current"]


def test_equal_files_give_an_equal_table(tmp_path: Path) -> None:
    pile = load(_write(tmp_path, 4))
    assert fit(pile, START, 1.0) == fit(pile, START, 1.0)


def test_the_table_is_printed_beside_the_one_in_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(_write(tmp_path, 2)), "--hold", "2"])
    said = capsys.readouterr().out
    assert said.startswith("pile | in force B3 ")
    assert all(f"\n{name} " in said for name in happenings.WEIGHTS)
