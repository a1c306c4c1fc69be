"""What an endpoint answered, kept with the case for good: an answer has cost something, and cannot be had again.

``answers/<first two of report>/<report>/<key>.json``: the key covers the question (rules, text, schema), the model and
the endpoint's address, so that nothing is ever sent twice.  The first line is the digest of the rest, as in the cache.
A question that failed is kept too, with why, so that a build that asks nothing tells the same trouble.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whence.model.codec import decode, encode
from whence.model.ids import content_id, digest
from whence.model.layout import CaseLayout
from whence.preserve.storage import write_atomically


@dataclass(frozen=True, slots=True)
class Cost:
    """What asking took: requests sent, those of them that were repeats, tokens as the server counts them, seconds."""

    requests: int = 0
    repeats: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Cost") -> "Cost":
        """Return both together."""
        return Cost(
            self.requests + other.requests,
            self.repeats + other.repeats,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            round(self.seconds + other.seconds, 1),
        )


NO_COST: Final = Cost()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it: the `answer` as it was said, or "" and the `fault`; when, at what cost."""

    question: str
    answer: str
    fault: str
    cost: Cost
    at: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of one model at one endpoint (by its name) that the case at `layout` holds."""

    layout: CaseLayout
    model: str
    endpoint: str

    def get(self, report: str, question: str) -> Exchange | None:
        """Return what is kept of `question` about `report`; None if nothing is, or it is damaged."""
        try:
            head, _, body = self._path(report, question).read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        if digest(body).encode("ascii") != head:
            return None
        return decode(Exchange, body.decode("utf8"))

    def put(self, report: str, exchange: Exchange) -> None:
        """Keep `exchange`, in place of an earlier one about the same question."""
        body = encode(exchange).encode("utf8", "backslashreplace")
        write_atomically(self._path(report, exchange.question), digest(body).encode("ascii") + b"\n" + body)

    def _path(self, report: str, question: str) -> Path:
        key = content_id("answer", question, self.model, self.endpoint)
        return self.layout.answers_of(report) / f"{key}.json"


def forget(layout: CaseLayout, report: str) -> None:
    """Destroy every answer about `report`, whoever gave it."""
    if report:
        shutil.rmtree(layout.answers_of(report), ignore_errors=True)


def held(layout: CaseLayout, report: str) -> bool:
    """Return whether any answer about `report` is kept."""
    return bool(report) and layout.answers_of(report).exists()


def state(layout: CaseLayout) -> str:
    """Return the digest of all answers that the case holds."""
    files = sorted(layout.answers.glob("*/*/*.json")) if layout.answers.is_dir() else []
    heads = (path.read_bytes().partition(b"\n")[0].decode("ascii", "replace") for path in files)
    parts = [part for path, head in zip(files, heads, strict=True) for part in (path.name, head)]
    return content_id("answers", *parts)
