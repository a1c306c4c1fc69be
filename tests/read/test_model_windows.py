import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from whence.read.model.decode import TAGS, best_tags, lawful, tagged
from whence.read.model.pieces import shape_of, words_of
from whence.read.model.reading import Reading
from whence.read.model.session import Scores
from whence.read.model.windows import Window, tensors_of, windows_of

LETTERS = "abcdefghijklmnopqrstuvwxyzé0123456789.,;:!?\"'“”‘’()-"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tokenizer that cuts every word into its letters."""
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]", *LETTERS, *(f"##{c}" for c in LETTERS)]
    made = Tokenizer(WordPiece({t: i for i, t in enumerate(tokens)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


texts = st.text(alphabet=LETTERS + "ABC   \n\u0627\u0301\U0001f600", max_size=300)


@given(text=texts)
def test_words_stand_where_they_say(text: str, tokenizer: Tokenizer) -> None:
    line = text.replace("\n", " ")
    words = words_of(line, 0, len(line), tokenizer)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert all(0 <= w.start < w.end <= len(line) for w in words)
    left = "".join(c for i, c in enumerate(line) if not any(w.start <= i < w.end for w in words))
    assert not any(c.isalnum() and c.isascii() for c in left)


@given(text=texts, overlap=st.sampled_from([0, 8, 20]))
def test_windows_hold_every_word_once_and_no_more_than_fits(
    text: str, overlap: int, tokenizer: Tokenizer
) -> None:
    length = 120
    windows = list(windows_of(text, tokenizer, length, overlap))
    own = [w for window in windows for w in window.words[window.context :]]
    every = [w for line in _lines(text) for w in words_of(text, *line, tokenizer)]
    assert [(w.start, w.end) for w in own] == [(w.start, w.end) for w in every]
    for window in windows:
        made = tensors_of(window, tokenizer)
        assert len(made.pieces) <= length
        assert len(made.firsts) == len(window.words) + 1
        assert len(made.features) == len(made.pieces)


def _lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def test_context_is_the_end_of_the_window_before(tokenizer: Tokenizer) -> None:
    text = " ".join(f"word {i} came." for i in range(40))
    first, second, *_ = windows_of(text, tokenizer, 100, 40)
    assert second.context > 0
    assert second.words[: second.context] == first.words[-second.context :]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ('He said "no" twice.', "0021300"),
        ("the voters' hall", "0000"),
        ("'go now,' she said", "2111300"),
        ("it's “all one’s own” now", "00021111130"),
    ],
)
def test_quotation_marks_open_and_close(text: str, states: str, tokenizer: Tokenizer) -> None:
    words = words_of(text, 0, len(text), tokenizer)
    found = "".join(str(w.quote) for w in words)
    assert found == states, [text[w.start : w.end] for w in words]


def test_shapes() -> None:
    shapes = [shape_of(w) for w in ("went", "Ana", "UN", "McKay", "12th", "—", "ܐܒ", "A")]
    assert shapes == [1, 2, 3, 4, 5, 6, 7, 2]


@given(st.lists(st.lists(st.floats(-9, 0), min_size=7, max_size=7), max_size=12))
def test_no_span_begins_inside(rows: list[list[float]]) -> None:
    tags = best_tags(np.array(rows, np.float32).reshape(-1, 7), lawful())
    for before, after in zip([0, *tags], tags, strict=False):
        if TAGS[after][0] == "I":
            assert TAGS[before][2:] == TAGS[after][2:]
    assert sum(end - start for _, start, end in tagged(tags)) == sum(t > 0 for t in tags)


class Scripted:
    """A network that tags the words it is told to."""

    def __init__(self, tokenizer: Tokenizer, tags: dict[str, str], length: int = 60) -> None:
        self.tokenizer, self.tags, self.length = tokenizer, tags, length
        self.text = ""
        self.table = lawful()

    def windows(self, text: str) -> list[Window]:
        self.text = text
        return list(windows_of(text, self.tokenizer, self.length, 20))

    def score(self, window: Window) -> Scores:
        words = [self.text[w.start : w.end] for w in window.words]
        count = len(words) + 1
        tags = np.full((count, len(TAGS)), -9.0)
        links = np.zeros((count, count))
        for i, word in enumerate(words, 1):
            tags[i, TAGS.index(self.tags.get(word, "O"))] = -0.01
            for j, other in enumerate(words, 1):
                links[i, j] = 5.0 - abs(i - j) / 10 if self.tags.get(other) == "B-cue" else -5.0
        voices = np.log(np.full((count, count), 1 / count))
        claims = np.zeros((count, 3))
        claims[[i for i, word in enumerate(words, 1) if word == "rebels"], 2] = 0.75
        return Scores(tags, links, claims, voices)


def relations(tokenizer: Tokenizer, text: str, tags: dict[str, str]) -> list[Sequence[str]]:
    found = Reading(Scripted(tokenizer, tags), text).relations()  # type: ignore[arg-type]
    return [
        [text[r.cue.start : r.cue.end], *(text[p.start : p.end] for p in (*r.sources, *r.contents))]
        for r in found
    ]


def test_parts_hang_on_their_cue_over_the_windows_edge(tokenizer: Tokenizer) -> None:
    filler = "nothing here at all. " * 6
    text = filler + "berg said rain, " + filler.strip()
    tags = {"berg": "B-source", "said": "B-cue", "rain": "B-content"}
    assert relations(tokenizer, text, tags) == [["said", "berg", "rain"]]


def test_quotations_of_one_cue_are_joined_and_trimmed(tokenizer: Tokenizer) -> None:
    tags = {"rain": "B-content", "snow": "B-content", "said": "B-cue", ",": "I-content"}
    assert relations(tokenizer, "rain. snow, she said", tags) == [["said", "rain. snow"]]


def test_voices_are_read_at_their_place(tokenizer: Tokenizer) -> None:
    text = "five people came. " * 9 + "12 died."
    reading = Reading(Scripted(tokenizer, {}), text)  # type: ignore[arg-type]
    at = text.index("12")
    own, others = reading.voices(at, at + 2)
    assert 0 < own < 1
    assert all(text[s:e].strip() for (s, e), _ in others)


def test_who_did_it_is_read_at_its_place(tokenizer: Tokenizer) -> None:
    text = "nothing here at all. " * 20 + "it was the rebels."
    reading = Reading(Scripted(tokenizer, {}), text)  # type: ignore[arg-type]
    at = text.index("the rebels")
    assert reading.blamed(at, at + len("the rebels")) == 0.75
    assert reading.blamed(0, 7) == 0.0


def test_an_empty_text_says_nothing(tokenizer: Tokenizer) -> None:
    reading = Reading(Scripted(tokenizer, {}), "")  # type: ignore[arg-type]
    assert reading.relations() == ()
    assert reading.voices(0, 1) == (0.0, [])
    assert reading.blamed(0, 1) == 0.0


def test_a_long_text_is_heard_to_its_end(tokenizer: Tokenizer) -> None:
    text = "berg said rain. " * 400 + "12 died."
    tags = {"berg": "B-source", "said": "B-cue", "rain": "B-content"}
    reading = Reading(Scripted(tokenizer, tags), text)  # type: ignore[arg-type]
    assert len(reading.relations()) == 400
    at = text.index("12")
    assert reading.voices(at, at + 2)[0] > 0
