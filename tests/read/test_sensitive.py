"""Passages that may hurt are found as whole sentences, with neutral words; plain counts of the dead are not folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.report import Block, Report
from whence.read.sensitive import find_sensitive


def report(text: str, *blocks: Block) -> Report:
    return Report("r1", "r1", text, "sha256:0", blocks=blocks)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Medics carried out the charred remains of a family.", "describes injuries or bodies"),
        ("A man with both legs blown off lay by the gate.", "describes injuries or bodies"),
        ("Children were foaming at the mouth when they came in.", "describes injuries or bodies"),
        ("Guards gave the detainees electric shocks for days.", "describes torture"),
        ("The report says that soldiers raped two women at the post.", "describes sexual violence"),
    ],
)
def test_a_graphic_sentence_is_folded_with_neutral_words(sentence: str, words: str) -> None:
    text = f"Shells fell on Keld. {sentence} The road is closed."
    (found,) = find_sensitive(report(text))
    assert (found.span.quote, found.words) == (sentence, words)


@pytest.mark.parametrize(
    "text",
    ["Twelve people were killed and thirty wounded in Keld.", "The head of the council resigned.",
     "The army said its arms depot was hit.", "A body of experts will meet on Monday.", "Rapeseed is grown there."],
)  # fmt: skip
def test_plain_news_is_not_folded(text: str) -> None:
    assert find_sensitive(report(text)) == ()


def test_neighbouring_sentences_of_one_kind_are_one_passage_and_blocks_are_not_crossed() -> None:
    one = "Charred bodies lay in the road. Severed limbs hung from the wire."
    text = f"{one}\n\nCharred bodies lay in the yard."
    found = find_sensitive(report(text, Block(0, len(one), "body"), Block(len(one) + 2, len(text), "body")))
    assert [f.span.quote for f in found] == [one, "Charred bodies lay in the yard."]


@given(st.text(max_size=300))
def test_spans_are_exact(text: str) -> None:
    assert all(text[f.span.start : f.span.end] == f.span.quote for f in find_sensitive(report(text)))
