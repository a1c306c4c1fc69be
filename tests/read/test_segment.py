"""Sentences and words: exact places, the usual traps, linear time."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.segment import sentences, words


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Dr. Ilan Moro spoke to reporters.", "He gave no number."],
        ["The U.S. envoy left on Monday.", "Talks go on."],
        ["They flew to the U.S.", "The talks failed."],
        ["John F. Adan was hurt.", "A boy died."],
        ["It fell at 5 p.m. local time.", "Nobody was hurt."],
        ["Some 3.5 tonnes burned.", "12 people died."],
        ["“We lost all.”", "“Come now!” he said."],
        ["It hit on Sept. 11 in Kesra.", "Nobody knows why."],
        ["Was it a shell?", "No one knows."],
        ["A man (a farmer.)", "He died."],
        ["They fled.", "al-Qamra radio confirmed it."],
        ["He waited...", "Then he left."],
        ["Lt. Gen. Omar Said was there.", "So was Brig. Gen. Ali."],
        ["The answer was no.", "He left."],
        ["It shut on Sun. 5 May.", "They sat.", "Nobody spoke."],
    ],
)
def test_sentences_of_spaced_text(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ten died in the attack.The army denied it.", ["Ten died in the attack.", "The army denied it."]),
        ('He said "no." She left', ['He said "no."', "She left"]),
        ("It ended in 2015.Then came calm.", ["It ended in 2015.", "Then came calm."]),
        ("See news.example.org for more", ["See news.example.org for more"]),
        (
            "A headline without a stop\n\nThe text begins here.",
            ["A headline without a stop", "The text begins here."],
        ),
        ("a line that\nwraps in the middle", ["a line that\nwraps in the middle"]),
        ("three hit:\n• a school\n• a clinic", ["three hit:", "• a school", "• a clinic"]),
        ("He fell.”The crowd ran.", ["He fell.”", "The crowd ran."]),
        ('It is over."We won", he said.', ["It is over.", '"We won", he said.']),
        ("قتل عشرة. وأصيب خمسة.", ["قتل عشرة.", "وأصيب خمسة."]),
        ("", []),
        (" \n\n . ", ["."]),
    ],
)
def test_sentences_of_odd_text(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_words_keep_numbers_names_and_marks_apart() -> None:
    text = "The U.S. didn't count 1,200 of al-Nur's men, a 12-year-old said..."
    assert [w.text for w in words(text)] == [
        "The",
        "U.S.",
        "didn't",
        "count",
        "1,200",
        "of",
        "al-Nur",
        "'s",
        "men",
        ",",
        "a",
        "12-year-old",
        "said",
        "...",
    ]


def test_a_part_of_the_text_is_read_alone() -> None:
    text = "One died. Two fled. Three stayed."
    assert sentences(text, 10, 19) == ((10, 19),)
    assert [w.lower for w in words(text, 10, 19)] == ["two", "fled", "."]


@given(
    st.text(
        alphabet=st.sampled_from("aB1.!?\"'”’ \n\tاé-,…(")
        | st.characters(exclude_categories=["Cc", "Cf", "Cs"]),
        max_size=120,
    )
)
def test_nothing_but_space_is_lost(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    tokens = words(text)
    assert all(text[w.start : w.end] == w.text for w in tokens)
    assert "".join(w.text for w in tokens) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", "a.", ". ", "\n ", "U.S.", "'", "1,", "-", "a'", '"', "a\n"])
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    begun = perf_counter()
    sentences(text)
    words(text)
    assert perf_counter() - begun < 8


def test_wrecks_of_broken_encodings_and_unseen_marks_part_words_and_keep_a_genitive() -> None:
    text = (
        "Kesra\xe2\x80\x99s army_\x90_\xe2\x90\x90_\xe2 shot ten\u200bmen\u202e dead.\xe2\x80\x9d He\x07ran."
    )
    assert [w.text for w in words(text)] == [
        "Kesra", "’s", "army", "shot", "ten", "men", "dead", ".", "He", "ran", ".",
    ]  # fmt: skip
    assert [text[a:b][-4:] for a, b in sentences(text)] == ["ead.", "ran."]


def test_a_word_with_invisible_characters_reads_as_it_is_seen() -> None:
    text = "ten were kil\u00adled"
    last = words(text)[-1]
    assert (last.text, last.lower, text[last.start : last.end]) == ("killed", "killed", "kil\u00adled")


@given(
    st.text(alphabet=st.sampled_from("_\x80\x90\xe2\xa2 a.\n\u200b\u00adT"), max_size=60), st.integers(0, 20)
)
def test_words_and_sentences_of_a_part_keep_their_places(text: str, start: int) -> None:
    start = min(start, len(text))
    for word in words(text, start):
        assert start <= word.start < word.end <= len(text)
        assert text[word.start : word.end].replace("\u00ad", "") in (word.text, "")
    for left, right in sentences(text, start):
        assert start <= left < right <= len(text)
