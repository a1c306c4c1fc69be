"""The one door to the model runtime: a network from the bytes of one file, which carries its tokenizer."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import (
    Fail,
    InvalidArgument,
    InvalidGraph,
    InvalidProtobuf,
)
from tokenizers import Tokenizer

from whence.read.model.decode import lawful
from whence.read.model.windows import Window, tensors_of, windows_of

_OUTPUTS: Final = ("tags", "links", "claims", "voices")  # what is not asked for is not computed
_TAUGHT: Final = "gold"  # the source that has claims
_OVERLAP: Final = 64  # wordpieces of the window before that a window begins with
_ROUND: Final = 3  # decimals kept: thresholds must not hang on the last bits of a processor's sums


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of a window's words; row 0 is the window itself ("nobody", "nothing").

    tags [1+w, 7] log shares of each tag; links [1+w, 1+w] scores of a word belonging to a cue's word;
    claims [1+w, 3] shares of a word that tells of people killed or injured, or of who did it;
    voices [1+w, 1+w] log shares of who says a claim (0: the outlet).  The file's head of stances
    is not heard: docs/decisions/0008-where-the-network-is-heard.md.
    """

    tags: np.ndarray
    links: np.ndarray
    claims: np.ndarray
    voices: np.ndarray


class Network:
    """A trained network and its tokenizer, from one file."""

    def __init__(self, model: bytes, threads: int = 1) -> None:
        """Load the file whose bytes are `model`; raise ValueError where it is not one of ours."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except (Fail, InvalidArgument, InvalidProtobuf, InvalidGraph) as wrong:
            raise ValueError(f"this is no reader's model: {wrong}") from wrong
        told = self._session.get_modelmeta().custom_metadata_map
        if not {"tokenizer", "length"} <= set(told):
            raise ValueError("this is no reader's model: the file carries no tokenizer")
        self.tokenizer = Tokenizer.from_str(told["tokenizer"])
        self.length = int(told["length"])
        run = json.loads(told.get("run", "{}"))
        self.sources = str(run.get("sources", ""))
        self.table = lawful(run.get("moves", ()))
        self.digest = hashlib.sha256(model).hexdigest()

    @property
    def weighs(self) -> bool:
        """Whether the network was taught who says a claim and how surely; else it knows attributions alone."""
        return _TAUGHT in self.sources.split("+")

    def windows(self, text: str) -> Iterator[Window]:
        """Yield the windows of `text`, as long as in training."""
        return windows_of(text, self.tokenizer, self.length, _OVERLAP)

    def score(self, window: Window) -> Scores:
        """Return the scores of one window: always alone, as int8 scores would change with what else is in the batch."""
        made = tensors_of(window, self.tokenizer)
        given = {"pieces": made.pieces[None], "features": made.features[None], "firsts": made.firsts[None]}
        found = self._session.run(list(_OUTPUTS), given)
        return Scores(*(np.round(x, _ROUND) for x in found))
