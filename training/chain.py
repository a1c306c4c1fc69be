"""The loss of a whole run of tags: how much likelier the right run is than all others (a linear-chain CRF)."""

import torch
from torch import Tensor

from whence.read.model.decode import lawful

_NEVER = -1e4


def chain_loss(scores: Tensor, gold: Tensor, moves: Tensor) -> Tensor:
    """Return the mean loss a word of the right runs of tags among all lawful ones.

    `scores` [n, w, tags] of each word, `gold` [n, w] their tags (-100: not trained on; the trained words of a window
    stand together, the first after the opening mark), `moves` [tags, tags] scores of one tag after another.
    Windows without gold are left out; 0 if none is left.
    """
    kept = (gold >= 0).any(1)
    if not kept.any():
        return scores.sum() * 0
    scores, gold = scores[kept, 1:], gold[kept, 1:]
    known = gold >= 0
    table = moves + torch.from_numpy(lawful()).to(moves)
    first = (table[0] <= _NEVER / 2) * _NEVER  # the first word may have what may follow no tag
    return (
        _all_runs(scores, known, table, first) - _right_run(scores, gold, known, table)
    ).sum() / known.sum()


def _all_runs(scores: Tensor, known: Tensor, table: Tensor, first: Tensor) -> Tensor:
    """The log of the summed weight of all runs, [n]."""
    total = scores[:, 0] + first
    for i in range(1, scores.shape[1]):
        onward = torch.logsumexp(total[:, :, None] + table, 1) + scores[:, i]
        total = torch.where(known[:, i, None], onward, total)
    return total.logsumexp(1)


def _right_run(scores: Tensor, gold: Tensor, known: Tensor, table: Tensor) -> Tensor:
    """The weight of the right run, [n]."""
    tags = gold.clamp(min=0)
    words = scores.gather(2, tags[:, :, None]).squeeze(2)
    steps = table[tags[:, :-1], tags[:, 1:]]
    return (words * known).sum(1) + (steps * (known[:, 1:] & known[:, :-1])).sum(1)
