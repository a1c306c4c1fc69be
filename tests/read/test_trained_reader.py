"""The rules weighed by a network: what a guide drops, adds and re-voices; and the shipped network on invented texts."""

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from whence.model.report import Block, Report
from whence.model.statement import Count, Statement
from whence.read.guide import Guide, Weights
from whence.read.model.reading import Part, Place, Reading, Relation
from whence.read.model.session import Network
from whence.read.rules import RuleReader, read_with
from whence.read.trained import TrainedReader

MODEL = Path(__file__).parents[2] / "src" / "whence" / "resources" / "reader.onnx"
WEIGHTS = Weights(
    keep={"killed": 0.1, "injured": 0.1, "responsible": 0.1},
    add={"killed": 0.8, "injured": 0.8, "responsible": 0.8},
    told=0.6,
    inherited=0.3,
    own=0.3,
)


class Scripted:
    """A reading with a share for each claim by its words, a voice by its words, and relations as given."""

    def __init__(
        self, text: str, claims: dict[str, float], voices: dict[str, str], told: Sequence[Relation] = ()
    ) -> None:
        self.text, self.claims, self.by, self.told = text, claims, voices, tuple(told)

    def relations(self) -> tuple[Relation, ...]:
        return self.told

    def claim(self, aspect: str, start: int, end: int) -> float:
        return self.claims.get(f"{aspect} {self.text[start:end]}", 0.5)

    def voices(self, start: int, end: int) -> tuple[float, list[tuple[Place, float]]]:
        who = self.by.get(self.text[start:end])
        if who is None:
            return 0.1, []
        if who == "":
            return 0.99, []
        at = self.text.index(who)
        return 0.01, [((at, at + len(who.split()[0])), 0.95)]


def report(*paragraphs: str) -> Report:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for part in paragraphs:
        blocks.append(Block(at, at + len(part), "body"))
        at += len(part) + 2
    return Report("r", "r", text, "", outlet="Velgrad Times", language="en", blocks=tuple(blocks))


def read(
    told: Report, claims: dict[str, float], voices: dict[str, str], relations: Sequence[Relation] = ()
) -> dict[str, Statement]:
    reading = Scripted(told.text, claims, voices, relations)
    found = read_with(told, Guide(reading, WEIGHTS))  # type: ignore[arg-type]
    return {f"{s.aspect} {s.value.amount.words}": s for s in found if isinstance(s.value, Count)}


TWO = report(
    "A shell killed nine people in Tesk on Monday. The Ostland Rights Monitor said 14 people were wounded there.",
    "A nurse from Marsk spoke of long nights.",
)


def test_a_number_that_the_network_takes_for_no_toll_is_dropped() -> None:
    assert set(read(TWO, {}, {})) == {"killed nine", "injured 14"}
    assert set(read(TWO, {"killed nine people": 0.01}, {})) == {"injured 14"}


def test_a_number_that_only_the_network_takes_for_a_toll_is_added_with_its_reason() -> None:
    told = report("Twelve people never came home from the mill in Tesk, the ministry said.")
    assert read(told, {}, {}) == {}
    found = read(told, {"killed Twelve people": 0.9}, {})
    assert set(found) == {"killed Twelve"}
    assert found["killed Twelve"].reasons[0].rule == "trained"


def test_the_voice_that_weighs_most_is_taken_and_says_why() -> None:
    swapped = read(TWO, {}, {"nine people": "The Ostland Rights Monitor"})["killed nine"]
    assert "Monitor" in swapped.hops[-1].voice.name
    own = read(TWO, {}, {"14 people": ""})["injured 14"]
    assert own.hops == ()
    assert any(r.rule == "trained" and "0.99" in r.words for r in own.reasons)


def test_what_the_text_says_in_so_many_words_stands_unless_much_speaks_against_it() -> None:
    firm = replace(WEIGHTS, told=1.0)
    reading = Scripted(TWO.text, {}, {"14 people": ""})
    found = read_with(TWO, Guide(reading, firm))  # type: ignore[arg-type]
    assert any(s.aspect == "injured" and "Monitor" in s.hops[-1].voice.name for s in found)


def test_a_network_that_was_not_taught_claims_weighs_none() -> None:
    reading = Scripted(TWO.text, {"killed nine people": 0.0}, {"14 people": ""})
    found = read_with(TWO, Guide(reading, WEIGHTS, weighs=False))  # type: ignore[arg-type]
    assert found == RuleReader().read(TWO)


def test_an_attribution_that_only_the_network_finds_gives_its_voice() -> None:
    text = "Officials in Tesk insisted nine people were killed by the shell."
    cue, content = text.index("insisted"), text.index("nine")
    relation = Relation(
        Part("cue", cue, cue + 8, 0.95),
        (Part("source", 0, cue - 1, 0.95),),
        (Part("content", content, len(text) - 1, 0.95),),
    )
    found = read(report(text), {}, {}, [relation])["killed nine"]
    assert found.hops[-1].voice.name == "Officials in Tesk"


shipped = pytest.mark.skipif(not MODEL.exists(), reason="no network is shipped in this checkout")


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader(MODEL.read_bytes())


@shipped
def test_the_shipped_network_reads_the_same_twice_and_to_the_code_point(reader: TrainedReader) -> None:
    once, again = reader.read(TWO), TrainedReader(MODEL.read_bytes()).read(TWO)
    assert once == again
    assert {s.aspect for s in once} >= {"killed", "injured"}
    assert all(TWO.text[s.span.start : s.span.end] == s.span.quote for s in once)
    assert len(reader.version) == 16


@shipped
def test_the_shipped_network_finds_speakers_cues_and_contents(reader: TrainedReader) -> None:
    text = (
        "“We lost the mill,” said Ana Berg, who runs it. Officials in Tesk denied that shells had been fired."
    )
    found = Reading(reader.network, text).relations()
    told = [[text[p.start : p.end] for p in (*r.sources, r.cue)] for r in found]
    assert [t[-1] for t in told] == ["said", "denied"]
    assert told[0][0].startswith("Ana Berg")
    assert told[1][0] == "Officials in Tesk"


@shipped
def test_memory_is_bounded_by_the_text(reader: TrainedReader) -> None:
    text = "The monitor said that nine people were killed in Tesk on Monday.\n" * 2000
    Reading(reader.network, text[:1000])
    tracemalloc.start()
    Reading(reader.network, text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6000 * len(text), "scores of words with words of other windows would grow with its square"


def test_a_file_that_is_no_readers_model_is_refused() -> None:
    with pytest.raises(ValueError, match="no reader's model"):
        Network(b"words")
