"""Passages that may hurt to read: injuries, torture, sexual violence, bodies; found to be folded, never to be cut.

A sentence is folded where it holds one phrase of the table below.  The words shown instead are neutral and say only
what kind of thing is described.  General knowledge of English; what it misses stands in docs/masking.md.
"""

import re
from typing import Final

from whence.model.finding import Sensitive
from whence.model.report import Report
from whence.model.span import Span
from whence.read.segment import sentences

_BODY: Final = (
    r"(?:bod(?:y|ies)|corpses?|remains|heads?|skulls?|faces?|eyes?|limbs?|arms?|legs?|hands?|feet|fingers?|skin|flesh|"
    r"intestines|organs|brains?|chests?|throats?|necks?|bones?|genitals|tongues?|ears?)"
)
_SEXUAL: Final = (
    r"(?:gang-)?rap(?:e|ed|es|ing)",
    r"sexual(?:ly)? (?:abuse[ds]?|assault(?:ed|s)?|violence|slavery|tortured?|enslaved)",
    r"sex slaves?",
    r"forced (?:her|him|them) to undress",
    r"forced nudity",
    r"molest(?:ed|ing)",
)
_TORTURE: Final = (
    r"tortur(?:ed|ing) (?:him|her|them|to death|with|by)",
    r"electric shocks?",
    r"electrocut(?:ed|ion)",
    r"waterboard\w*",
    r"(?:beaten|beat (?:him|her|them)|whipped|flogged|lashed) (?:with|until|unconscious|to death)",
    r"(?:pulled|ripped|tore) out (?:his|her|their) (?:nails|fingernails|teeth)",
    r"burn(?:ed|t) with cigarettes",
    r"hung (?:him|her|them|us|me) (?:by|from) (?:the|his|her|their|our|my)",
    r"crucif(?:ied|ixion|ixions)",
)
_INJURIES: Final = (
    r"behead(?:ed|ing|ings|s)|decapitat\w+|dismember\w+|disembowel\w+|mutilat\w+|sever(?:ed|ing)|charred|amputat\w+",
    r"decompos\w+|maggots|body parts|pieces of (?:human )?(?:flesh|bod(?:y|ies))",
    r"(?:torn|blown|ripped) apart|blown to (?:bits|pieces)",
    r"burn(?:t|ed) (?:alive|to death|beyond recognition)|(?:bled|bleeding) to death",
    r"pools? of blood|(?:soaked|covered) (?:in|with) blood|blood[- ](?:soaked|stained|covered|spattered)",
    r"foam(?:ing)? (?:at|from|around) (?:the|his|her|their) (?:mouths?|noses?)|convuls(?:ing|ions|ed)",
    r"gasp(?:ing|ed) for (?:air|breath)|(?:chok|suffocat)(?:ing|ed) to death",
    r"crushed (?:skulls?|bod(?:y|ies)|to death)|slit (?:his|her|their|the) throats?",
    r"throats? (?:was |were )?(?:cut|slit)|shot in the (?:head|face|eye|mouth)",
    rf"{_BODY} (?:were |was |had been |lay )?(?:\w+ )?(?:torn|blown off|ripped|crushed|burn(?:t|ed)|shredded|missing)",
    rf"{_BODY} (?:were |was |had been |lay )?(?:\w+ )?(?:scattered|protruding|hanging out)",
    r"(?:without|missing|(?:lost|losing) (?:his|her|both|their)) (?:\w+ )?(?:heads?|limbs?|arms?|legs?|hands?|eyes?)",
    rf"(?:burnt|burned|mangled|bloodied|bloody|mutilated|headless|lifeless|rotting) (?:\w+ )?{_BODY}",
)
_TABLE: Final = (
    ("describes sexual violence", _SEXUAL),
    ("describes torture", _TORTURE),
    ("describes injuries or bodies", _INJURIES),
)
_PATTERNS: Final = tuple(
    (words, re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)) for words, phrases in _TABLE
)


def find_sensitive(report: Report) -> tuple[Sensitive, ...]:
    """Return the passages of `report` to fold, in order: whole sentences; neighbours of one kind are one passage."""
    found: list[tuple[int, int, str]] = []
    for start, end in _stretches(report):
        for first, last in sentences(report.text, start, end):
            words = _kind(report.text[first:last])
            if not words:
                continue
            if found and found[-1][2] == words and not report.text[found[-1][1] : first].strip(" "):
                found[-1] = (found[-1][0], last, words)
            else:
                found.append((first, last, words))
    return tuple(Sensitive(report.id, Span.of(report.text, s, e), w) for s, e, w in found)


def _stretches(report: Report) -> tuple[tuple[int, int], ...]:
    """The stretches in which sentences are looked for: the blocks, so that no passage crosses a paragraph."""
    if not report.blocks:
        return ((0, len(report.text)),) if report.text else ()
    return tuple((b.start, b.end) for b in report.blocks if b.kind != "furniture")


def _kind(sentence: str) -> str:
    return next((words for words, pattern in _PATTERNS if pattern.search(sentence)), "")
