"""Weights of incidents fitted to annotated reports: on pairs made up here, and on a small pile of our own."""

import json
from pathlib import Path

import pytest
from training.incident_weights import Compared, fit, load, main, quality

from whence.flow.case import Case
from whence.flow.settings import Settings
from whence.link.feature_weights import VETO, WEIGHTS

IN_FORCE = {n: w for n, (w, _) in WEIGHTS.items() if w > VETO}
TOLLS = (14, 23, 37)


def _case(folder: Path) -> tuple[Path, Path]:
    """Six reports on three attacks, two on each, as a built case and its annotation."""
    gold, texts = [], []
    for n, toll in enumerate(TOLLS):
        for paper in ("Post", "Mail"):
            words = f"Shells killed {toll} people in the town of Velky on Thursday."
            claim = {
                "incident": f"attack {n}",
                "aspect": "killed",
                "quote": words,
                "lower": toll,
                "upper": toll,
            }
            gold.append({"unit_id": f"{paper}{n}", "claims": [claim]})
            told = {"unit_id": f"{paper}{n}", "outlet": paper, "title": "", "text": words}
            texts.append({**told, "date": f"2031-05-{9 + 7 * n:02}"})
    for name, rows in (("pile.jsonl", gold), ("pile-texts.jsonl", texts)):
        (folder / name).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")
    case = Case.create(folder / "case", Settings(name="pile", reader="rules"))
    case.add([folder / "pile-texts.jsonl"], {"id": "unit_id", "published": "date"})
    case.build()
    return folder / "case", folder / "pile.jsonl"


def test_a_fit_learns_which_features_part_incidents() -> None:
    pile = [Compared({"same place": 1.0, "same day": 1.0}, same=False)] * 40
    pile += [Compared({"same place": 1.0, "same toll": 2.0}, same=True)] * 40
    made = fit(pile, 0.1)
    assert made["same day"] < IN_FORCE["same day"]
    assert made["same toll"] > IN_FORCE["same toll"]
    assert made["copied"] == pytest.approx(IN_FORCE["copied"])
    assert quality(pile, made).startswith("1.000/1.000")


def test_a_firm_hold_keeps_what_is_in_force() -> None:
    pile = [Compared({"same place": 1.0}, same=False)]
    assert fit(pile, 1e6) == pytest.approx(IN_FORCE, abs=0.05)


def test_pairs_of_a_built_case_are_told_by_its_annotation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, gold = _case(tmp_path)
    pile = load(case, gold)
    assert sum(p.same for p in pile) == len(TOLLS)
    assert all("same toll" in p.features for p in pile if p.same)
    main([f"{case}={gold}", "--hold", "5"])
    said = capsys.readouterr().out
    assert said.startswith("pile | in force 1.000/1.000/1.000")
    assert all(f"\n{name} " in said for name in IN_FORCE)
