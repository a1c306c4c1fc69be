"""Attributions of plain files come with offsets in the files as they are, NFC or not."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.flow.attributions import align, read_folder, read_text
from whence.model.errors import UsageError


@given(st.text(alphabet="ae\u0301\u0323 x\u1100\u1161\u11a8\u00e9\n", max_size=40), st.data())
def test_offsets_lead_back_to_the_raw_text(raw: str, data: st.DataObject) -> None:
    aligned = align(raw)
    assert aligned.text == unicodedata.normalize("NFC", raw)
    if not aligned.text:
        return
    start = data.draw(st.integers(0, len(aligned.text) - 1))
    end = data.draw(st.integers(start + 1, len(aligned.text)))
    first, last = aligned.back(start, end)
    assert aligned.text[start:end] in unicodedata.normalize("NFC", raw[first:last])


def test_a_text_that_is_not_nfc_gives_the_same_words() -> None:
    raw = "“The cafe\u0301 was hit,” the Tamarin Monitor said on Tuesday."
    plain = read_text("x", unicodedata.normalize("NFC", raw))["attributions"]
    (found,) = read_text("x", raw)["attributions"]
    assert len(plain) == 1
    assert [raw[s:e] for s, e in found["cue"]] == ["said"]
    assert "Tamarin Monitor" in "".join(raw[s:e] for s, e in found["source"])
    assert "cafe\u0301" in "".join(raw[s:e] for s, e in found["content"])


def test_line_ends_shift_nothing_and_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.txt files"):
        list(read_folder(tmp_path))
    raw = "Keld.\r\n\r\nThe mayor said that nine people died.\r\n"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    (row,) = read_folder(tmp_path)
    assert [raw[s:e] for a in row["attributions"] for s, e in a["cue"]] == ["said"]
