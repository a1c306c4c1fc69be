"""Marks that the words of one sentence make: that it points back, tells of another attack, or begins a new part."""

import re
from typing import Final

_ATTACK: Final = (
    r"(?:attack|strike|raid|blast|bomb\w*|explosion|shell\w*|rocket|incident|massacre|air\w*|"
    r"assault|clash\w*|barrage|mortar)"
)
_AREA: Final = r"(?:district|neighbou?rhood|town|village|city|area|province|part|camp)s?"
_OTHER: Final = re.compile(
    rf"^\W*(?:meanwhile|separately|elsewhere|in a (?:separate|different|related)|in (?:other|another)|"
    rf"in the meantime)\b|^.{{0,40}}\b(?:meanwhile|in (?:the same|a (?:relevant|related|similar)) context)\b|"
    rf"\b(?:in (?:a|another) separate|a separate|elsewhere|(?:another|a second|a third|a similar) (?:[\w-]+ ){{0,2}}"
    rf"?{_ATTACK}|another (?:[\w-]+ )?{_AREA})\b",
    re.I,
)
# so plainly another that no reader takes the two for one: "a second car bomb hours later", "in a separate attack"
_APART: Final = re.compile(
    r"\b(?:(?:another|a second|a third|a fourth|a further|a separate|an unrelated|(?:a )?different) (?:[\w-]+ ){0,2}?"
    r"(?:attack|air ?strike|strike|raid|blast|bomb|bombing|explosion|incident|massacre|assault|ambush|shooting)s?)\b",
    re.I,
)
# a bomb of minutes later, for those who came to help, is of the same attack
_AT_ONCE: Final = re.compile(
    r"\b(?:minutes?|moments?|seconds?) (?:\w+ )?(?:later|after|apart|before)|\b(?:shortly|soon|immediately) after|"
    r"\b(?:rescuers|rescue workers|ambulances|medics|paramedics|first responders)\b",
    re.I,
)
_ALSO: Final = re.compile(
    r"^\W*(?:(?i:another|also|an additional|a further|earlier|previously|later|moreover|in addition|furthermore|"
    r"last (?:week|month|year)|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:others?|more))\b|"
    r"[Ii]n [A-Z][\w’'-]+ )"
)
_SAME: Final = re.compile(
    rf"\b(?:the|this|that(?! (?:\w+ )?(?:killed|wounded|injured)\b)|these|those|latest|same)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_ATTACK}s?|toll|dead|wounded|injured|"
    r"victims|casualties|fighting|killed|bombardment)\b|\b(?:among (?:them|the|those)|death "
    r"toll|others? (?:were|was))\b",
    re.I,
)
# the part of a roundup on one day or place begins with it: "On Sunday ...", "In the southern city of Velky ..."
_DAY_FIRST: Final = re.compile(
    r"^\W*(?:(?:(?:early|late|earlier|later) )?on (?:\w+day|\w+ \d|\d)|last |this |overnight|yesterday|today|"
    r"earlier |later |early |late |\w+day )",
    re.I,
)
_PLACE_FIRST: Final = re.compile(
    r"^\W*(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) (?:the (?:[\w-]+ ){0,3}?(?:city|town|village|province|district|"
    r"capital|countryside|north|south|east|west|northeast|northwest|southeast|southwest)|"
    r"[\w-]*(?:north|south|east|west|central)\w* [A-Z]|[A-Z])"
)
_QUOTES: Final = ('"', "“")
_WORD: Final = re.compile(r"[a-z]{4,}")
# words that most sentences of such reports share, and so tell no two happenings apart
_SHARED: Final = frozenset(
    """
    about after against also among another area attack attacks attacked been before being between city could dead
    died during each five four from have into killed killing least local more most near nine other others over people
    province reported said says seven several since some source such than that their them there they this those three
    told town under until village were when where which while will with wounded injured wounding including eight
    """.split()  # noqa: SIM905 (a table)
)


def signs_in(words: str, placed: bool) -> tuple[str, ...]:
    """Return the marks that a sentence's words alone make; `placed` says that it names a place.

    They are looked for once a sentence, not once for each happening that it is compared with.
    """
    begins = _begins(words)
    if _OTHER.search(words):
        return ("another", *begins)
    found = ("points back",) * bool(_SAME.search(words))
    return found + ("further",) * bool(_ALSO.search(words) and placed) + begins


def told_apart(words: str) -> re.Match[str] | None:
    """Return the words by which a sentence plainly tells of another attack than the ones told before it."""
    return None if _AT_ONCE.search(words) else _APART.search(words)


def _begins(words: str) -> tuple[str, ...]:
    """What the sentence begins with: a day, a place, a quotation."""
    found = ("day first",) * bool(_DAY_FIRST.search(words)) + ("place first",) * bool(
        _PLACE_FIRST.search(words)
    )
    return found + ("quoted",) * words.lstrip().startswith(_QUOTES)


def content_of(words: str) -> frozenset[str]:
    """Return the longer words of a sentence, without those that most sentences of such reports share."""
    return frozenset(w for w in _WORD.findall(words.lower()) if w not in _SHARED)
