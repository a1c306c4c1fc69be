"""The model card tells of the file that is shipped."""

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "whence" / "resources" / "reader.onnx"
LIMIT = 30_000_000


@pytest.mark.skipif(not MODEL.exists(), reason="no network is shipped in this checkout")
def test_the_card_names_the_digest_and_size_of_what_ships() -> None:
    card, model = (ROOT / "docs" / "model-card.md").read_text("utf8"), MODEL.read_bytes()
    assert f"`{hashlib.sha256(model).hexdigest()}`" in card
    assert f"{len(model) / 1e6:.1f} MB" in card
    assert len(model) <= LIMIT
    assert "<!--" not in card, "a figure was left out"
