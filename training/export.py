"""From trained weights to the shipped file: ONNX, int8 per channel, with everything in it that reading needs."""

import hashlib
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import Network, base_folder
from whence.read.model.windows import LENGTH, tensors_of, windows_of

INPUTS = ("pieces", "features", "firsts")
OUTPUTS = ("tags", "links", "claims", "voices", "stances")
SAMPLE = (
    "The ministry said on Monday that “12 people were killed” in the shelling of the town.\n"
    "A resident told the agency that soldiers had fired first."
)


class Table(nn.Module):
    """An embedding in eight bits with a scale for each row: one scale for all 30,522 rows would leave most 3 bits."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", torch.round(weight.detach() / scale).to(torch.int8))

    def forward(self, numbers: Tensor) -> Tensor:
        """Numbers of rows, of any shape, to their vectors."""
        return self.rows[numbers].float() * self.scale[numbers]


class Alone(nn.Module):
    """The network over one window: no padding, no mask, log shares where shares are asked for.

    With `small`, the large embeddings are kept in eight bits.
    """

    def __init__(self, network: Network, *, small: bool = False) -> None:
        super().__init__()
        self.network = network
        if small:
            tables = network.encoder.embeddings
            tables.word_embeddings = Table(tables.word_embeddings.weight)
            tables.position_embeddings = Table(tables.position_embeddings.weight)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Pieces [1, p], features [1, p, 3] and firsts [1, w] to the five scores, without the leading 1."""
        tags, links, claims, voices, stances = self.network(pieces, torch.ones_like(pieces), features, firsts)
        shares = (
            tags.log_softmax(-1),
            links,
            claims.sigmoid(),
            voices.log_softmax(-1),
            stances.log_softmax(-1),
        )
        return tuple(s[0] for s in shares)


def export(run: Path, folder: Path) -> None:
    """Write FOLDER/reader.onnx from RUN/network.pt, and its digest; print what quantising changed."""
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    alone, shrunk = _alone(run, base, small=False), _alone(run, base, small=True)
    whole, tables, small = run / "whole.onnx", run / "tables.onnx", folder / "reader.onnx"
    folder.mkdir(parents=True, exist_ok=True)
    _written(alone, _sample(tokenizer), whole)
    _written(shrunk, _sample(tokenizer), tables)
    quantize_dynamic(
        tables,
        small,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True},
    )
    _described(small, tokenizer, run)
    recorded = f"{hashlib.sha256(small.read_bytes()).hexdigest()}  {small.name}\n"
    small.with_name(f"{small.name}.sha256").write_text(recorded)  # looked at when the reader starts
    for path in (whole, small):
        print(path, round(path.stat().st_size / 1e6, 2), "MB", _differences(alone, tokenizer, path))


def _alone(run: Path, base: Path, *, small: bool) -> Alone:
    """The run's network as it reads."""
    network = Network(base)
    network.load_state_dict(torch.load(run / "network.pt", map_location="cpu"))
    return Alone(network, small=small).eval()


def _sample(tokenizer: Tokenizer, text: str = SAMPLE) -> tuple[Tensor, ...]:
    made = tensors_of(next(windows_of(text, tokenizer, LENGTH)), tokenizer)
    return tuple(torch.from_numpy(x)[None] for x in (made.pieces, made.features, made.firsts))


def _written(alone: Alone, sample: tuple[Tensor, ...], path: Path) -> None:
    """Write the network with free lengths of pieces and words."""
    names = {"pieces": {1: "p"}, "features": {1: "p"}, "firsts": {1: "w"}}
    ends = {
        "tags": {0: "w"},
        "links": {0: "w", 1: "w"},
        "claims": {0: "w"},
        "voices": {0: "w", 1: "w"},
        "stances": {0: "w"},
    }
    torch.onnx.export(
        alone,
        sample,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=names | ends,
        opset_version=17,
        dynamo=False,
    )


def _described(path: Path, tokenizer: Tokenizer, run: Path) -> None:
    """Put the tokenizer and the run's record into the file, so that one file is all that reading needs."""
    model = onnx.load(str(path))
    told = {"tokenizer": tokenizer.to_str(), "length": str(LENGTH), "run": (run / "run.json").read_text()}
    for key, value in sorted(told.items()):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    model.producer_version = ""
    onnx.save(model, str(path))


def _differences(alone: Alone, tokenizer: Tokenizer, path: Path) -> dict[str, float]:
    """The largest difference of each output from the weights' own, over two windows of unlike length."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = dict.fromkeys(OUTPUTS, 0.0)
    for text in (SAMPLE, SAMPLE * 5):
        sample = _sample(tokenizer, text)
        with torch.no_grad():
            wanted = alone(*sample)
        got = session.run(list(OUTPUTS), dict(zip(INPUTS, (s.numpy() for s in sample), strict=True)))
        for name, a, b in zip(OUTPUTS, wanted, got, strict=True):
            found[name] = max(found[name], round(float(np.abs(a.numpy() - b).max()), 4))
    return found
