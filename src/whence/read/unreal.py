"""Harm that is meant, feared, hoped against or supposed, and did not happen: "to kill", "could be killed", "if 10 die".

What may have happened ("may have been killed", "are feared dead") is a claim, hedged; what could come is none.
"""

import re
from typing import Final

# "were able to kill" happened
ACHIEVED: Final = re.compile(
    r"\b(?:succeed(?:ed|ing)|able|manag(?:ed|ing)|went on|continu(?:ed|ing)) to\s*$", re.I
)
# "claimed to have killed 50" tells it as done
_DONE: Final = re.compile(
    r"\b(?:claim\w*|report\w*|said|alleg\w*|believed|thought|known|suspected|appear\w*|seem\w*|admit\w*|found|presumed)"
    r" to have(?: also| \w+ly)?\s*$",
    re.I,
)
_MEANT: Final = re.compile(
    r"\b(?:would|could|will|might|can|cannot|should|to|trying to|not|no one|nobody|never|"
    r"threatened to|want(?:s|ed)? to)"
    r"(?:\s+(?:be|have|have been|also|\w+ly))?\s*$",
    re.I,
)
# "in addition to killing 27" happened: a gerund behind a preposition is no infinitive
_PREPOSED: Final = re.compile(
    r"\b(?:addition|due|led|leads|leading|prior|next|close|owing|thanks|amounts?|amounting|subjected) to\s*$",
    re.I,
)
_TO_COME: Final = re.compile(
    r"\b(?:(?:would|could|will|should|can|may|might|must|cannot|won't|wouldn't|couldn't)(?:\s+\w+ly|\s+also|\s+soon|\s+all)?"
    r"(?:\s+be)?|would have(?: been)?|(?:going|about|due|set|threatened|sentenced|doomed|bound) to(?: be)?)"
    r"(?:\s+\w+ly)?\s*$",
    re.I,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|unless|lest|in case|whether|(?:hop(?:e|es|ed|ing)|pray(?:s|ed|ing)?|wish(?:es|ed)?)(?: that)?)\b"
    r"(?![^.;:“”\"]*\b(?:then|said|says|added|while|knew|know|asked|heard)\b)[^.;:“”\"]*$",
    re.I,
)
_WORDS: Final = 8  # between "if" and the number that it supposes


def is_meant(before: str, deed: str) -> bool:
    """Return whether the verb `deed` behind the words `before` is only meant or denied ("to kill", "did not kill")."""
    if not _MEANT.search(before) or ACHIEVED.search(before) or _DONE.search(before):
        return False
    return not (deed.lower().endswith("ing") and _PREPOSED.search(before))


def is_told_done(before: str) -> bool:
    """Return whether the words `before` a verb tell it as done ("claimed to have killed")."""
    return _DONE.search(before) is not None


def is_supposed(before: str) -> bool:
    """Return whether the words `before` a number open a condition, a question or a hope."""
    found = _SUPPOSED.search(before)
    return found is not None and len(found.group().split()) <= _WORDS


def is_to_come(before: str) -> bool:
    """Return whether the words `before` a passive harm word put it into the future or the unreal."""
    return bool(_TO_COME.search(before))
