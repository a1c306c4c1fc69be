"""Training as if in eight bits: what the shipped file rounds is rounded while the weights are still being fitted.

The gradient passes through the rounding unchanged (Bengio et al. 2013, "straight-through"; Jacob et al. 2018).
"""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from training.network import Network

_HALF = 64  # reduced range: the largest weight of a channel, in steps (onnxruntime's for signed weights)
_STEPS = 255  # of an activation, between its least and its largest value
_SMALL = 1e-8


class _Steps(torch.autograd.Function):
    """Numbers to the nearest multiples of a step; the gradient as if nothing had been rounded."""

    @staticmethod
    def forward(_: Any, x: Tensor, step: Tensor) -> Tensor:
        """Return `x` in whole steps; `step` has its shape or one that is broadcast to it."""
        return torch.mul(x, 1 / step).round_().mul_(step)

    @staticmethod
    def backward(_: Any, gradient: Tensor) -> tuple[Tensor, None]:
        """Return the gradient of `x` as it came, and none for the step."""
        return gradient, None


class _Weight(nn.Module):
    """A matrix [out, in] in steps of its own for each output channel."""

    def forward(self, weight: Tensor) -> Tensor:
        """Return the matrix [out, in] in steps of each row, whose largest number is `_HALF` of them."""
        low, high = weight.detach().aminmax(dim=1, keepdim=True)
        return _Steps.apply(weight, torch.maximum(-low, high).clamp(min=_SMALL) / _HALF)


def _activation(_: nn.Module, given: tuple[Any, ...]) -> tuple[Any, ...]:
    """What goes into a matrix, in steps of its own for each window, as windows are read one at a time."""
    x, *rest = given
    low, high = x.detach().flatten(1).aminmax(dim=1)
    step = ((high.clamp(min=0) - low.clamp(max=0)).float() / _STEPS).clamp(min=_SMALL)
    return (_Steps.apply(x.float(), step[:, None, None]), *rest)


def rounded(network: Network) -> None:
    """From now on let `network` compute with rounded matrices, and what goes into them rounded too."""
    attending = [layer.attention.self for layer in network.encoder.encoder.layer]
    sharing = {
        m for a in attending for m in (a.query, a.key, a.value)
    }  # one input, rounded once for all three
    for module in [m for m in network.modules() if isinstance(m, nn.Linear)]:
        parametrize.register_parametrization(module, "weight", _Weight())
        if module not in sharing:
            module.register_forward_pre_hook(_activation)
    for module in attending:
        module.register_forward_pre_hook(_activation)


def plain_name(name: str) -> str:
    """Return the name that a weight has in a network that does not round, for its name in one that does."""
    return name.replace("parametrizations.", "").replace(".original", "")
