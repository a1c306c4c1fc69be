"""The rules weighed by a network: what a guide drops, adds and re-voices; and the shipped network on invented texts."""

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from whence.model.report import Block, Report
from whence.model.statement import Count, Statement
from whence.read.attribution import find_attributions
from whence.read.guide import Guide
from whence.read.model.reading import Part, Place, Reading, Relation
from whence.read.model.session import Network
from whence.read.rules import read_with
from whence.read.trained import TrainedReader

MODEL = Path(__file__).parents[2] / "src" / "whence" / "resources" / "reader.onnx"


class Scripted:
    """A reading with a voice for the claims that it is told of, and relations as given."""

    def __init__(self, text: str, voices: dict[str, str], told: Sequence[Relation] = ()) -> None:
        self.text, self.by, self.told = text, voices, tuple(told)
        self.sure: dict[str, float] = {}

    def relations(self) -> tuple[Relation, ...]:
        return self.told

    def blamed(self, start: int, end: int) -> float:
        return self.sure.get(self.text[start:end], 0.5)

    def voices(self, start: int, end: int) -> tuple[float, list[tuple[Place, float]]]:
        who = self.by.get(self.text[start:end])
        if who is None:
            return 0.1, []
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
    told: Report, voices: dict[str, str], relations: Sequence[Relation] = (), *, weighs: bool = True
) -> dict[str, Statement]:
    reading = Scripted(told.text, voices, relations)
    found = read_with(told, Guide(reading, weighs))  # type: ignore[arg-type]
    return {f"{s.aspect} {s.value.amount.words}": s for s in found if isinstance(s.value, Count)}


TWO = report(
    "A shell killed nine people in Tesk on Monday. The Ostland Rights Monitor said 14 people were wounded there.",
    "A nurse from Marsk spoke of long nights.",
)


def test_a_claim_that_the_rules_leave_to_the_outlet_has_the_voice_that_leads() -> None:
    told = report(
        "A shell killed nine people in Tesk on Monday.", "Rain fell for a week.",
        "The Ostland Rights Monitor said that help was late.",
    )  # fmt: skip
    assert read(told, {})["killed nine"].hops == ()
    found = read(told, {"nine people": "The Ostland Rights Monitor"})["killed nine"]
    assert "Monitor" in found.hops[-1].voice.name
    assert any(r.rule == "trained" and "0.95" in r.words and r.evidence for r in found.reasons)
    assert read(told, {"nine people": "The Ostland Rights Monitor"}, weighs=False)["killed nine"].hops == ()


def test_who_did_it_is_weighed_by_the_network_and_says_so() -> None:
    told = report(
        "Government warplanes struck Tesk, the Ostland Rights Monitor said. Nine people were killed."
    )
    reading = Scripted(told.text, {})

    def blamed(share: float, *, weighs: bool = True) -> list[Statement]:
        reading.sure = {told.text[: len("Government warplanes")]: share}
        found = read_with(told, Guide(reading, weighs))  # type: ignore[arg-type]
        return [s for s in found if s.aspect == "responsible"]

    assert any(r.rule == "weighed by training" and "0.97" in r.words for r in blamed(0.97)[0].reasons)
    assert blamed(0.0001) == []
    assert [r.rule for r in blamed(0.0001, weighs=False)[0].reasons].count("weighed by training") == 0


def test_what_the_text_says_in_so_many_words_stands() -> None:
    plain = read(TWO, {})["injured 14"]
    assert read(TWO, {"14 people": "A nurse"})["injured 14"].hops == plain.hops


class Outlets(Scripted):
    """A reading that is sure that the outlet itself says everything."""

    def voices(self, start: int, end: int) -> tuple[float, list[tuple[Place, float]]]:
        return 0.97, []


def test_a_sole_source_gives_way_where_the_network_is_sure_of_the_outlets_own_word() -> None:
    told = report(
        "The Ostland Rights Monitor said 14 people were wounded in Tesk on Monday.",
        "Shells killed nine people there.",
    )
    by_rule = read(told, {}, weighs=False)["killed nine"]
    assert [r.rule for r in by_rule.reasons if r.rule == "sole source"]
    sure = read_with(told, Guide(Outlets(told.text, {})))  # type: ignore[arg-type]
    assert [s.hops for s in sure if s.aspect == "killed"] == [()]
    assert all(s.hops for s in sure if s.aspect == "injured")


def test_hearsay_stays_hearsay_under_a_voice_that_the_network_gave() -> None:
    told = report(
        "A shell reportedly killed nine people in Tesk on Monday.", "Rain fell for a week.",
        "The Ostland Rights Monitor said that help was late.",
    )  # fmt: skip
    found = read(told, {"nine people": "The Ostland Rights Monitor"})["killed nine"]
    assert found.hops
    assert found.stance == "hedges"


@pytest.mark.parametrize(
    "lede",
    [
        "It has been reported that a shell killed nine people in Tesk.",
        "Sirens sounded amid reports that nine people were killed in Tesk.",
        "A shell killed nine people in Tesk last month.",
    ],
)
def test_hearsay_of_nobody_and_what_is_recalled_get_no_voice_from_the_network(lede: str) -> None:
    told = report(lede, "Rain fell for a week.", "The Ostland Rights Monitor said that help was late.")
    found = read(told, {"nine people": "The Ostland Rights Monitor"})["killed nine"]
    assert "trained" not in {r.rule for r in found.reasons}


def test_a_block_quotation_behind_a_colon_is_whole_though_the_network_stops_early() -> None:
    first = "Our captains said that nobody would stop us on the ferry. …"
    last = "The band and the Ostian state work together on the river."
    told = report("In 2031 a former ferryman told the Velgrad Courier:", first, last)
    told = replace(told, blocks=(told.blocks[0], *(replace(b, kind="quote") for b in told.blocks[1:])))
    cue, at = told.text.index("told"), told.text.index(first)
    begun = Relation(
        Part("cue", cue, cue + 4, 0.99),
        (Part("source", 8, 25, 0.99),),
        (Part("content", at, at + len(first) - 2, 0.99),),
    )
    guide = Guide(Scripted(told.text, {}, [begun]))  # type: ignore[arg-type]
    governed = [a for a in find_attributions(told, guide.blend) if "ferryman" in a.hops[-1].voice.name]
    assert [a.content[-1][1] for a in governed] == [len(told.text)]


def test_an_attribution_that_only_the_network_finds_gives_its_voice() -> None:
    text = "Officials in Tesk insisted nine people were killed by the shell."
    cue, content = text.index("insisted"), text.index("nine")
    relation = Relation(
        Part("cue", cue, cue + 8, 0.95),
        (Part("source", 0, cue - 1, 0.95),),
        (Part("content", content, len(text) - 1, 0.95),),
    )
    found = read(report(text), {}, [relation])["killed nine"]
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
