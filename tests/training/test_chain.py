"""The loss of runs of tags against every run counted out, and training as if in eight bits."""

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="training is not installed here: pip install '.[train]'")

from training.chain import chain_loss  # noqa: E402 -- they need torch
from training.rounding import _Steps, _Weight, plain_name  # noqa: E402

from whence.read.model.decode import TAGS, lawful  # noqa: E402


def counted_out(scores: "torch.Tensor", gold: list[int], moves: "torch.Tensor") -> float:
    """The loss of one window by adding up all its lawful runs."""
    table = moves + torch.from_numpy(lawful())
    starts = [-1e4 if t[0] == "I" else 0.0 for t in TAGS]

    def weight(run: tuple[int, ...]) -> float:
        steps = sum(float(table[a, b]) for a, b in pairwise(run))
        return starts[run[0]] + steps + sum(float(scores[i, t]) for i, t in enumerate(run))

    runs = torch.tensor([weight(r) for r in product(range(len(TAGS)), repeat=len(gold))])
    return float(runs.logsumexp(0)) - weight(tuple(gold))


def test_the_chain_loss_is_that_of_all_runs_counted_out() -> None:
    drawn = torch.Generator().manual_seed(5)
    scores, moves = (
        torch.randn(3, 5, len(TAGS), generator=drawn),
        torch.randn(len(TAGS), len(TAGS), generator=drawn),
    )
    golds = [[1, 2, 0, 5], [3, 5, 6]]
    gold = torch.full((3, 5), -100)
    for row, told in zip((0, 2), golds, strict=True):
        gold[row, 1 : 1 + len(told)] = torch.tensor(told)
    whole = sum(counted_out(scores[row, 1:], told, moves) for row, told in zip((0, 2), golds, strict=True))
    assert float(chain_loss(scores, gold, moves)) == pytest.approx(whole / 7, rel=1e-4)


def test_windows_without_gold_cost_nothing() -> None:
    scores = torch.zeros(1, 4, len(TAGS))
    assert float(chain_loss(scores, torch.full((1, 4), -100), torch.zeros(len(TAGS), len(TAGS)))) == 0


def test_a_rounded_matrix_has_128_steps_a_channel_and_is_rounded_once() -> None:
    weight = torch.randn(4, 300, generator=torch.Generator().manual_seed(2))
    found = _Weight()(weight)
    steps = found / (weight.abs().amax(1, keepdim=True) / 64)
    assert torch.allclose(steps, steps.round(), atol=1e-3)
    assert float(steps.abs().max()) == pytest.approx(64)
    assert torch.allclose(_Weight()(found), found, atol=1e-6)


def test_the_gradient_passes_through_the_rounding() -> None:
    x = torch.tensor([0.26, -1.1], requires_grad=True)
    y = _Steps.apply(x, torch.tensor([0.5, 0.5]))
    y.sum().backward()
    assert y.tolist() == [0.5, -1.0]
    assert x.grad is not None
    assert x.grad.tolist() == [1.0, 1.0]


def test_weights_keep_their_names() -> None:
    assert (
        plain_name("encoder.layer.0.query.parametrizations.weight.original") == "encoder.layer.0.query.weight"
    )
    assert plain_name("moves") == "moves"
