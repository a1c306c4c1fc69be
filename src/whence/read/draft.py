"""What the extractors hand to the reader: a value at a place, before voice, scene and stance are known."""

from dataclasses import dataclass

from whence.model.statement import Aspect, Value
from whence.read.triggers import EventWord


@dataclass(frozen=True, slots=True)
class Draft:
    """A value found in text[start:end] of sentence number `sentence`; [key_start, key_end) is the number or name.

    `rule` names the pattern; `event` is the attack it speaks of, if the sentence names one; `denied` is set where
    the words themselves say that it was not so.
    """

    start: int
    end: int
    aspect: Aspect
    value: Value
    key_start: int
    key_end: int
    sentence: int
    rule: str
    event: EventWord | None = None
    denied: bool = False
