"""The counting and the clustering hold a floor on the training part of the origins gold, apart from the reader."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "data" / "fakes" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the origins gold is not on this machine")


def score(folder: Path, *options: str) -> dict[str, Any]:
    gold, texts, out = GOLD / "train.jsonl", GOLD / "train-texts.jsonl", folder / "lines.jsonl"
    maker = Path(__file__).with_name("gold_input.py")
    subprocess.run([sys.executable, maker, gold, texts, out, *options], check=True, capture_output=True)
    scorer = SHARED / "bench" / "score_origins.py"
    command = [sys.executable, scorer, gold, out, "--texts", texts, "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def test_origins_are_counted_as_the_annotators_count_them(tmp_path: Path) -> None:
    found = score(tmp_path, "--incidents", "gold", "--settings", "none")
    assert found["origins"]["least_right"] >= 0.97
    assert found["origins"]["false_corroboration"][0] <= 0.02
    assert found["values"]["least_right"] >= 0.95
    assert found["values"]["false_corroboration"][0] <= 0.02


def test_incidents_are_found_from_true_scenes_times_and_places(tmp_path: Path) -> None:
    found = score(tmp_path, "--settings", "gold")
    assert found["incident_b3"][2] >= 0.96
    assert found["same_incident_report_pairs"]["f1"] >= 0.75
