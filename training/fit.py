"""Training: seeded batches of windows, one loss of all heads, a rate that rises and falls once."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 -- torch's own custom

from training.chain import chain_loss
from training.network import NOTHING, Network
from training.rounding import plain_name, rounded
from training.spans import Example
from whence.read.model.pieces import Word
from whence.read.model.windows import tensors_of

LONGEST = 512  # wordpieces that the encoder has places for
_WARM = 30  # steps over which a rate that stays has risen


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does: passes over the data, rates, wordpieces a batch, and how the losses weigh."""

    epochs: int = 3
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 1.0  # of the rate, from each layer to the one below
    batch: int = 2048
    seed: int = 13
    link_weight: float = 0.3
    claim_weight: float = 1.0
    voice_weight: float = 0.5
    stance_weight: float = 0.3
    stripped: float = 0.08  # share of windows that lose their commas and quotation marks, as some archives do
    threads: int = 2
    constant: bool = False  # whether the rate stays, once it has risen, instead of falling to nothing
    average: float = 0.0  # decay of the running mean of the weights that is kept instead of the last ones
    chain_weight: float = 0.0  # of the loss of whole runs of tags
    rounded: bool = False  # whether the network computes in eight bits while it is trained
    frozen: int = 0  # lower layers that stay as they are, and the features with them
    gold_passes: int = 4  # times that each report of the gold is read in a pass over the rest
    attention: str = "eager"  # how transformers computes it; "sdpa" is faster

    @property
    def loss_weights(self) -> tuple[float, ...]:
        """How the losses weigh, in the order of `losses_of`."""
        return (
            1.0,
            self.link_weight,
            self.claim_weight,
            self.voice_weight,
            self.stance_weight,
            self.chain_weight,
        )


FIRST = Plan(epochs=5)
SECOND = Plan(
    epochs=2,
    rate=1e-4,
    head_rate=3e-4,
    constant=True,
    average=0.997,
    chain_weight=0.5,
    rounded=True,
    frozen=2,
    gold_passes=1,
    threads=1,
    attention="sdpa",
)
STAGES = (FIRST, SECOND)  # what ships was made by these


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length, padded: shapes [n, p] for pieces, [n, w] for words."""

    examples: Sequence[Example]
    pieces: Tensor
    mask: Tensor
    features: Tensor
    firsts: Tensor
    words: Tensor


def seed_all(plan: Plan) -> None:
    """Make a run repeatable: the same seed, data and machine give the same weights."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    random.seed(plan.seed)
    np.random.seed(plan.seed)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False


def fit(network: Network, examples: Sequence[Example], plan: Plan, tokenizer: Tokenizer, save: Path) -> None:
    """Train `network` in place on `examples`; weights are kept in `save` after each pass."""
    device = next(network.parameters()).device
    if plan.rounded:
        rounded(network)
    groups = _groups(network, plan)
    weights = [p for g in groups for p in g["params"]]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = plan.epochs * sum(1 for _ in batches(examples, plan, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, partial(_pace, plan=plan, total=total))
    numbers = [n for n in (tokenizer.token_to_id(str(k)) for k in range(2, 200)) if n is not None]
    mean = Mean(network, plan.average)
    network.train()
    told = Told(total)
    for epoch in range(plan.epochs):
        told.begin(epoch)
        for chosen in batches(examples, plan, plan.seed * 100 + epoch):
            batch = collate([renumber(strip(e, plan), numbers) for e in chosen], tokenizer, device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                scores = network(batch.pieces, batch.mask, batch.features, batch.firsts)
            parts = losses_of(scores, batch, network.moves if plan.chain_weight else None)
            loss = sum(w * p for w, p in zip(plan.loss_weights, parts, strict=True))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            mean.add(network)
            told.step(int(batch.mask.sum()), [float(p.detach()) for p in parts])
        _keep(mean.weights(network), save, epoch)


def _pace(step: int, plan: Plan, total: int) -> float:
    """The share of the rate at a step."""
    if plan.constant:
        return min(1.0, (step + 1) / _WARM)
    return min(1.0, (step + 1) / max(1, int(0.06 * total))) * max(0.0, 1 - step / total)


def _keep(weights: dict[str, Tensor], save: Path, epoch: int) -> None:
    torch.save(weights, save)
    torch.save(weights, save.with_suffix(f".{epoch + 1}.pt"))


class Mean:
    """The running mean of a network's weights (Polyak); the weights as they are where `decay` is 0."""

    def __init__(self, network: Network, decay: float) -> None:
        self._decay = decay
        self._steps = 0
        self._mean = {n: p.detach().clone() for n, p in network.named_parameters()} if decay else {}

    def add(self, network: Network) -> None:
        """Take in the weights after one more step; the first steps count more, or the start would linger."""
        self._steps += 1
        share = max(1 - self._decay, 1 / (self._steps + 1))
        for name, weight in network.named_parameters():
            if name in self._mean and weight.requires_grad:
                self._mean[name].lerp_(weight.detach(), share)

    def weights(self, network: Network) -> dict[str, Tensor]:
        """Return the mean, or the network's own weights, by their names in a network that does not round."""
        found = network.state_dict() | self._mean
        return {plain_name(n): w.detach().clone() for n, w in found.items()}


class Told:
    """Prints losses and speed every 50 steps."""

    def __init__(self, total: int) -> None:
        self._total, self._step = total, 0
        self.begin(0)

    def begin(self, epoch: int) -> None:
        """Note that a pass begins."""
        self._pass, self._began, self._seen = epoch + 1, time.monotonic(), 0
        self._losses: list[list[float]] = []

    def step(self, pieces: int, losses: list[float]) -> None:
        """Note a step over so many wordpieces."""
        self._step += 1
        self._seen += pieces
        self._losses.append(losses)
        if self._step % 50 == 0:
            mean = " ".join(f"{x:.4f}" for x in np.mean(self._losses, axis=0))
            speed = self._seen / (time.monotonic() - self._began)
            print(
                f"pass {self._pass} step {self._step}/{self._total} losses {mean} {speed:.0f} pieces/s",
                flush=True,
            )
            self._losses = []


def batches(examples: Sequence[Example], plan: Plan, seed: int) -> Iterator[list[Example]]:
    """Yield windows of like length together, in an order drawn from `seed`."""
    rng = random.Random(seed)
    sizes = [sum(len(w.pieces) for w in e.window.words) + rng.random() * 16 for e in examples]
    groups: list[list[Example]] = [[]]
    for i in sorted(range(len(examples)), key=sizes.__getitem__):
        if groups[-1] and (len(groups[-1]) + 1) * sizes[i] > plan.batch + 32:
            groups.append([])
        groups[-1].append(examples[i])
    rng.shuffle(groups)
    yield from groups


def renumber(example: Example, numbers: Sequence[int]) -> Example:
    """Return an example whose claims are known with other figures in it, so that no toll is learnt by heart."""
    if example.claims is None:
        return example
    other: dict[tuple[int, ...], tuple[int, ...]] = {}
    words = [
        replace(w, pieces=other.setdefault(w.pieces, (random.choice(numbers),)))
        if w.shape == 5 and len(w.pieces) == 1 and w.end - w.start <= 3
        else w
        for w in example.window.words
    ]
    return replace(example, window=replace(example.window, words=tuple(words)))


def strip(example: Example, plan: Plan) -> Example:
    """Return the example, or, for a drawn share, one without commas and quotation marks."""
    if random.random() >= plan.stripped:
        return example
    words = example.window.words
    kept = [0, *(i for i, w in enumerate(words, 1) if not (len(w.pieces) == 1 and _marks(w)))]
    new = {old: i for i, old in enumerate(kept)}
    breaks = frozenset(_first_at(kept, b + 1) - 1 for b in example.window.breaks)
    bare = tuple(replace(words[i - 1], quote=0) for i in kept[1:])
    moved = {new[k]: [new[v] for v in vs if v in new] for k, vs in example.cues.items() if k in new}
    return Example(
        replace(example.window, words=bare, breaks=breaks),
        _joined([example.tags[i] for i in kept]),
        {k: v for k, v in moved.items() if v},
        None if example.claims is None else [example.claims[i] for i in kept],
        {new[k]: [new[v] for v in vs if v in new] for k, vs in example.voices.items() if k in new},
        {new[k]: v for k, v in example.stances.items() if k in new},
    )


def _marks(word: Word) -> bool:
    """Whether the word is a mark that some archives lose: any but those within quotations."""
    return (word.shape == 6 and word.end - word.start == 1 and word.quote != 1) or word.quote in (2, 3)


def _first_at(kept: Sequence[int], word: int) -> int:
    return next((n for n, old in enumerate(kept) if old >= word), len(kept))


def _joined(tags: list[int]) -> list[int]:
    """Tags whose first word fell away begin at the next one."""
    out = []
    for i, tag in enumerate(tags):
        inside = tag > 0 and tag % 2 == 0
        before = tags[i - 1] if i else 0
        out.append(tag - 1 if inside and before not in (tag, tag - 1) else tag)
    return out


def collate(examples: Sequence[Example], tokenizer: Tokenizer, device: torch.device) -> Batch:
    """Pad the examples' windows to one another."""
    made = [tensors_of(e.window, tokenizer) for e in examples]
    n = len(made)
    # few shapes: for each new one the kernels are compiled anew
    p, w = (
        -(-max(sizes) // 32) * 32 for sizes in ([len(t.pieces) for t in made], [len(t.firsts) for t in made])
    )
    p = min(p, LONGEST)
    pieces, features = torch.zeros(n, p, dtype=torch.long), torch.zeros(n, p, 3, dtype=torch.long)
    mask, firsts = torch.zeros(n, p, dtype=torch.long), torch.zeros(n, w, dtype=torch.long)
    words = torch.zeros(n, w, dtype=torch.bool)
    for i, t in enumerate(made):
        pieces[i, : len(t.pieces)] = torch.from_numpy(t.pieces)
        features[i, : len(t.pieces)] = torch.from_numpy(t.features)
        mask[i, : len(t.pieces)] = 1
        firsts[i, : len(t.firsts)] = torch.from_numpy(t.firsts)
        words[i, : len(t.firsts)] = True
    moved = (x.to(device) for x in (pieces, mask, features, firsts, words))
    return Batch(examples, *moved)


def losses_of(scores: Sequence[Tensor], batch: Batch, moves: Tensor | None = None) -> list[Tensor]:
    """Return the losses of tags, links, claims, voices, stances and runs of tags; 0 where the batch has no such gold.

    Runs of tags are looked at only if `moves`, the scores of one tag after another, are given.
    """
    tags, links, claims, voices, stances = (s.float() for s in scores)
    nothing = tags.sum() * 0
    width = tags.shape[1]
    gold = torch.full((len(batch.examples), width), -100, device=tags.device)
    marked = torch.full((len(batch.examples), width, claims.shape[-1]), -1.0, device=tags.device)
    for i, e in enumerate(batch.examples):
        gold[i, : len(e.tags)] = torch.tensor(e.tags)
        if e.claims is not None:
            marked[i, : len(e.claims)] = torch.tensor(e.claims, dtype=torch.float)
    known = marked >= 0
    weigh = torch.where(marked > 0, 3.0, 1.0)
    asked = torch.tensor(
        [(i, k, v) for i, e in enumerate(batch.examples) for k, v in e.stances.items()], device=tags.device
    ).view(-1, 3)
    return [
        F.cross_entropy(tags.flatten(0, 1), gold.flatten(), ignore_index=-100)
        if (gold >= 0).any()
        else nothing,
        _pointed(links, batch, [e.cues for e in batch.examples]),
        (
            F.binary_cross_entropy_with_logits(claims, marked.clamp(min=0), weigh, reduction="none")[
                known
            ].mean()
            * 20
        )
        if known.any()
        else nothing,
        _pointed(voices, batch, [e.voices for e in batch.examples]),
        F.cross_entropy(
            stances[asked[:, 0], asked[:, 1]],
            asked[:, 2],
            weight=torch.tensor([1.0, 3.0, 3.0], device=tags.device),
        )
        if len(asked)
        else nothing,
        nothing if moves is None else chain_loss(tags, gold, moves),
    ]


def _pointed(scores: Tensor, batch: Batch, gold: Sequence[dict[int, list[int]]]) -> Tensor:
    """Cross entropy of pointing: any of the gold words will do, so their shares are added up."""
    asked = [(i, k, v) for i, told in enumerate(gold) for k, v in told.items() if v]
    if not asked:
        return scores.sum() * 0
    at = torch.tensor([(i, k) for i, k, _ in asked], device=scores.device)
    right = torch.zeros(len(asked), scores.shape[-1], dtype=torch.bool)
    for n, (*_, v) in enumerate(asked):
        right[n, v] = True
    # one indexed read: a read for each row would make the backward pass fill the whole table once a row
    rows = scores[at[:, 0], at[:, 1]].masked_fill(~batch.words[at[:, 0]], NOTHING)
    shares = rows.log_softmax(-1).masked_fill(~right.to(scores.device), NOTHING)
    return -shares.logsumexp(-1).mean()


def _groups(network: Network, plan: Plan) -> list[dict]:
    """Parameters with their rates: the heads fastest, lower layers slower; words' own vectors stay fixed."""
    layers = network.encoder.encoder.layer
    still = [network.encoder.embeddings, *layers[: plan.frozen], *([network.features] if plan.frozen else ())]
    for p in (p for module in still for p in module.parameters()):
        p.requires_grad = False
    groups = [
        {"params": list(layer.parameters()), "lr": plan.rate * plan.decay ** (len(layers) - 1 - i)}
        for i, layer in enumerate(layers)
        if i >= plan.frozen
    ]
    named = network.named_parameters()
    heads = [p for n, p in named if not n.startswith("encoder.") and p.requires_grad]
    return [*groups, {"params": heads, "lr": plan.head_rate}]
