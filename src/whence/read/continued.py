"""Sentences that go on with what the one before them told, and those in which a writer recalls other days."""

import re
from typing import Final

GOES_ON: Final = 3  # sentences over which "another shell hit" goes on with one telling
_NUMBER: Final = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
_ATTACK: Final = (
    r"(?:air ?strike|strike|attack|raid|blast|bombing|bomb|explosion|shell|rocket|mortar|missile)"
)
_FURTHER: Final = re.compile(
    rf"^\W*(?:an)?other\b|^\W*(?:(?:at least|some) )?{_NUMBER} (?:other|more)\b|^\W*the (?:death )?toll\b"
    rf"|\b(?:another|a similar|more|further|additional) (?:[\w-]+ ){{0,2}}?(?:{_ATTACK}|civilian|people|person)\w*"
    rf"|^\W*(?:the|these|those) (?:[\w-]+ ){{0,2}}{_ATTACK}s? (?:also|further)\b",
    re.I,
)
_TURNS: Final = re.compile(
    r"^\W*(?:meanwhile|elsewhere|separately|however|but|on the other hand|in a (?:different|separate|related))\b"
    r"|\bmeanwhile\b|\b(?:19|20)\d\d\b|\bsince\b|\b(?:last|this) (?:week|month|year)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december|May \d)\b",
    re.I,
)
_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_RECALLS: Final = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:after|ago|earlier|before)\b|\blast (?:week|month|year)\b"
    rf"|\b(?:in|since|on|of|early|late|mid) (?!may\b){_MONTH}\b|\b{_MONTH} \d|\b(?:in|since) (?:19|20)\d\d\b"
    r"|\bprevious\w* (?:death )?toll\b",
    re.I,
)


def goes_on(text: str, start: int, end: int) -> bool:
    """Return whether the sentence text[start:end] says that it goes on with what the one before it told."""
    sentence = text[start:end]  # so that "^" is where the sentence begins
    return bool(_FURTHER.search(sentence)) and not _TURNS.search(sentence)


def recalls(text: str, start: int, end: int) -> bool:
    """Return whether the sentence tells of other days: what a writer recalls is his own, whoever told the news."""
    return _RECALLS.search(text, start, end) is not None
