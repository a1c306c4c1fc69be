"""Exact fragment F1 by role on labelled windows: the quick look after each pass (the full scorer is apart)."""

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from training.fit import Plan, batches, collate
from training.network import Network
from training.spans import Example
from whence.read.model.decode import best_tags, tagged


def fragments(network: Network, examples: Sequence[Example], tokenizer: Tokenizer) -> dict[str, float]:
    """Return exact F1 by role in percent, the share of links that point to a right cue, and the claims' F1."""
    device = next(network.parameters()).device
    network.eval()
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
                found = set(tagged(best_tags(shares[i, 1 : len(e.tags)])))
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
