"""What a model answered, taken apart: claims of the form of the schema, not yet held against the text."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from whence.model.codec import from_plain
from whence.model.statement import Aspect, Relation, Stance, StatementKind, VoiceKind
from whence.read.llm.schema import NO_RELATION, STATEMENT, misfit

LONGEST: Final = 400_000  # characters of one answer; a full piece comes to a tenth of it
MOST: Final = 400  # statements of one piece; a sentence makes a few, and a piece has some fifty
_THOUGHT: Final = re.compile(
    r"\A\s*<think>.*?</think>", re.DOTALL
)  # small models print what they thought first
_FENCED: Final = re.compile(r"\A\s*```(?:json)?\s*\n(?P<inner>.*?)\n?\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker as the model gives it; nothing of it is believed yet."""

    voice: str
    voice_kind: VoiceKind
    stands_for: str
    cue: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement as the model gives it; nothing of it is believed yet.  `relation` is None for what is no link."""

    quote: str
    aspect: Aspect
    words: str
    relation: Relation | None
    object: str
    dead_and_hurt: bool
    nobody_known: bool
    stance: Stance
    stance_words: str
    kind: StatementKind
    chain: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims of an answer, and how many more it had that lack the form of a statement."""

    claims: tuple[Claim, ...]
    misfits: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer is none; the words are ours and hold nothing that the model said."""

    words: str


def parse(content: str) -> Answer | Fault:
    """Return the answer that a model's `content` is; a Fault if it is no JSON, of another form, or too long.

    One statement of the wrong form is counted and left out; an answer in which all are is none.
    """
    if len(content) > LONGEST:
        return Fault(f"it is longer than {LONGEST:,} characters")
    bare = _THOUGHT.sub("", content)
    fenced = _FENCED.match(bare)
    try:
        data = json.loads(fenced["inner"] if fenced else bare)
    except (ValueError, RecursionError):
        return Fault("it is not JSON")
    listed = data.get("statements") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        return Fault("it has no list of statements")
    if len(listed) > MOST:
        return Fault(f"it has more than {MOST} statements")
    wrong = [misfit(item, STATEMENT, f"statements[{i}]") for i, item in enumerate(listed)]
    if listed and all(wrong):
        return Fault(wrong[0])
    claims = tuple(_claim(item) for item, words in zip(listed, wrong, strict=True) if not words)
    return Answer(claims, sum(map(bool, wrong)))


def _claim(item: dict[str, Any]) -> Claim:
    relation = None if item["relation"] == NO_RELATION else item["relation"]
    return from_plain(Claim, {**item, "relation": relation})
