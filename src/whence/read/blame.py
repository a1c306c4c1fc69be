"""A culprit in one sentence, and the sentence in which he is looked for."""

import re
from dataclasses import dataclass
from typing import Final

from whence.read.actors import Actor
from whence.read.triggers import EventWord, Trigger

# words at which what is said of a subject ends
BREAK: Final = re.compile(
    r"[\"“”;:]|\b(?:said|says?|told|claim(?:ed|s) that|claimed|announced|believes?|believed|confirmed that|"
    r"accus(?:es|ed)|blam(?:es?|ed|ing)|alleg(?:es|ed)|declared|demand(?:ed|s)|warned|urged"
    r"|(?<!-)called|reported(?! to)|when|"
    r"while|"
    r"after|"
    r"before|who|whom|but|"
    r"since|if|amid|meanwhile|as|against|adding)\b",
    re.I,
)
FIRM: Final = frozenset(
    {"blamed", "named as responsible", "claimed by itself", "denied by itself", "nobody known", "confirmed"}
)


_BORNE: Final = frozenset(
    ("suff", "sust", "rece", "expe", "lost", "lose", "losi")
)  # what befalls its subject


@dataclass(frozen=True, slots=True)
class Blame:
    """A culprit in one sentence: the name and its place, the tie and its place, the rule; `denied` if it is denied."""

    name: str
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The sentence text[start:end] with the attacks and the harm words that it names."""

    text: str
    start: int
    end: int
    events: tuple[EventWord, ...]
    harms: tuple[Trigger, ...]


def made(actor: Actor, cue: tuple[int, int], rule: str, *, denied: bool = False) -> Blame:
    """Return the blame of `actor` by `rule`, whose tie stands at `cue`; `denied` if it is said not to be so."""
    return Blame(actor.name, actor.start, actor.end, *cue, rule, denied)


def verbs_behind(scope: Scope, after: int) -> list[tuple[int, int, bool]]:
    """The words behind `after` of which an attacker is the subject: (start, end, whether it is a harm word)."""
    found = [(e.start, e.end, False) for e in scope.events if e.verb and e.start >= after]
    for h in scope.harms:
        claims = h.shape == "after" and scope.text[h.start : h.start + 2].lower() in ("cl", "ta", "to", "co")
        borne = scope.text[h.start : h.start + 4].lower() in _BORNE
        if h.start >= after and not borne and (h.shape in ("active", "either") or claims):
            found.append((h.start, h.end, True))
    return sorted(found)
