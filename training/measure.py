"""Exact fragment F1 by role on labelled windows: the quick look after each pass (the full scorer is apart)."""

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

from training.fit import Plan, batches, collate
from training.network import Network
from training.spans import Example
from whence.read.model.decode import TAGS, best_tags, lawful, tagged


def fragments(network: Network, examples: Sequence[Example], tokenizer: Tokenizer) -> dict[str, float]:
    """Return exact F1 by role in percent, the share of links that point to a right cue, and the claims' F1."""
    device = next(network.parameters()).device
    network.eval()
    table = lawful(network.moves.tolist())
    right: dict[str, list[int]] = {r: [0, 0, 0] for r in ("source", "cue", "content")}
    links = [0, 0]
    with torch.no_grad():
        for chosen in batches(examples, Plan(), 0):
            batch = collate(chosen, tokenizer, device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                tags, pointed, *_ = network(batch.pieces, batch.mask, batch.features, batch.firsts)
            shares = tags.float().log_softmax(-1).cpu().numpy()
            pointed = pointed.float().masked_fill(~batch.words[:, None], -1e4).argmax(-1).cpu().numpy()
            for i, e in enumerate(chosen):
                gold = set(tagged(e.tags[1:]))
                found = set(tagged(best_tags(shares[i, 1 : len(e.tags)], table)))
                for role, counts in right.items():
                    g, f = {s for s in gold if s[0] == role}, {s for s in found if s[0] == role}
                    counts[0] += len(g & f)
                    counts[1] += len(f)
                    counts[2] += len(g)
                links[0] += sum(int(pointed[i, k]) in v for k, v in e.cues.items())
                links[1] += len(e.cues)
    network.train()
    out = {r: 200 * a / max(1, b + c) for r, (a, b, c) in right.items()}
    return out | {"links": 100 * links[0] / max(1, links[1])}


def follows(examples: Sequence[Example]) -> list[list[float]]:
    """Return how much more often (log ratio) a tag follows another than it comes at all, over windows with tags."""
    counts = np.ones((len(TAGS), len(TAGS)))
    for e in examples:
        if e.tags[1] >= 0:
            np.add.at(counts, ([0, *e.tags[1:-1]], e.tags[1:]), 1)
    shares = counts / counts.sum(1, keepdims=True)
    ratios = np.log(shares / (counts.sum(0) / counts.sum()))
    return [[round(float(x), 3) for x in row] for row in ratios]
