"""People said to be murdered or kidnapped whom no number counts: "the murder of the salt workers", "the slain nuns".

Only deeds that are done to certain people are read so ("the murder of", not "the death of" or "the killing of
civilians"), and only people told by what they are.  How many they were the text leaves open: two or more.
"""

import re
from collections.abc import Iterator
from typing import Final

from whence.model.statement import Aspect, Count
from whence.model.values import Amount
from whence.read.groups import PERSONS
from whence.read.named_victims import Victim
from whence.read.unreal import is_told_done

UNCOUNTED: Final = "a plural without a number"  # the rule of such an amount
_ANYBODY: Final = frozenset(
    """people persons individuals victims others ones families personnel staff casualties martyrs elements forces
    bodies corpses deaths lives fatalities injuries civilians troops soldiers fighters guerrillas rebels terrorists
    militants gunmen officers police officials members men prisoners countrymen injuries elderly refugees""".split()  # noqa: SIM905
)
_MANY: Final = "|".join(
    sorted(
        (w for w, plural in PERSONS.items() if w.endswith("s") and {w, plural}.isdisjoint(_ANYBODY)), key=len
    )[::-1]
)
_WHOM: Final = rf"(?P<whom>the (?:(?!of\b|and\b|in\b|by\b)[\w'’.-]+ ){{0,4}}?(?P<noun>{_MANY}))"
_ENDS: Final = (
    r"(?=\s*(?:[.,;:()\[\]\"”]|$|(?:and|in|on|at|who|when|while|by|near|outside|last|yesterday|today|during|after|for|"
    r"because|with|this|as|from|to|was|is|has|had|have|were|are|will|took|that|which|of|committed|perpetrated)\b))"
)
_BEEN: Final = r"(?:were|have been|had been)"
_MURDERED: Final = r"(?:\w+ly )?(?:murdered|assassinated|massacred|slain|killed)"
_DEEDS: Final[tuple[tuple[re.Pattern[str], Aspect], ...]] = (
    (
        re.compile(
            r"\b(?:murders?|assassinations?|slayings?|massacres?|murderers?|assassins|killers) "
            rf"(?:on [\w ]{{3,20}} )?of {_WHOM}{_ENDS}",
            re.I,
        ),
        "killed",
    ),
    (
        re.compile(rf"\b(?:murder(?:ed|ing)|assassinat(?:ed|ing)|massacr(?:ed|ing)) {_WHOM}{_ENDS}", re.I),
        "killed",
    ),
    (re.compile(rf"\b{_WHOM} (?:who )?{_BEEN} {_MURDERED}\b", re.I), "killed"),
    (re.compile(rf"\b(?:kidnapping|abduction)s? of {_WHOM}{_ENDS}", re.I), "detained"),
    (
        re.compile(rf"\b{_WHOM} (?:who )?{_BEEN} (?:\w+ly )?(?:kidnapped|abducted|taken hostage)\b", re.I),
        "detained",
    ),
)
# without one of these there is nothing to look for
_SIGN: Final = re.compile(
    r"murder|assassin|massacr|sla(?:in|ying)|kill(?:ed|ers)|kidnap|abduct|hostage", re.I
)
_UNREAL: Final = re.compile(
    r"\b(?:would|could|will|might|may|can|not|never|plan(?:s|ned)?|threat\w*|attempt\w*|if|try\w*|tried|failed)"
    r"(?:\s\w+){0,2}\s*$",
    re.I,
)


def find_uncounted(text: str, start: int, end: int) -> Iterator[Victim]:
    """Yield those whom the sentence text[start:end] says to be murdered or kidnapped in the plural, uncounted."""
    for pattern, aspect in _DEEDS if _SIGN.search(text, start, end) else ():
        for match in pattern.finditer(text, start, end):
            before = text[start : match.start()]
            if _UNREAL.search(before) and not is_told_done(before):
                continue
            first, last = match.span("whom")
            noun = match["noun"].lower()
            count = Count(Amount(2, None, " ".join(match["whom"].split()), UNCOUNTED), PERSONS[noun])
            yield Victim(first, last, aspect, count, *match.span())
