"""How alike two parts of names are, by rules from the surest to the weakest, each with its name.

The scores are an order of trust, set by hand on one half of the dev pairs of bench/names.py (2026-11): 0.9 and more
are spellings of one part, below that the parts may be one and a person has to say so.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Indel

from whence.link.name_parts import Part, Script
from whence.link.name_words import NameWords
from whence.link.names import bare_skeleton, same_folded, sound

INITIAL: Final = 0.7
SPELLED: Final = 0.95
SHORT: Final = 0.79
TONGUE: Final = 0.76
VOICED: Final = 0.78
ACROSS: Final = 0.74
SLIP: Final = 0.9  # less the share of the letters that differ
SLIPS: Final = ((9, 2), (4, 1))  # letters of the longer part, and letters that may differ
VOWELS_AGREE: Final = 0.55
_BOTH_BLOCKS: Final = ("blocks", "blocks")
_RULE_SCORES: Final = {
    "same spelling": 1.0, "same sound": 0.97, "same consonants": 0.92, "near letters": 0.84,
}  # fmt: skip
_VOICING: Final = str.maketrans({"t": "d", "z": "s", "k": "j"})
_WORDS: Final = {
    "same spelling": "are spelled alike",
    "same sound": "are spelled alike once long vowels and doubled letters are",
    "same consonants": "have the same consonants in the same order, and close vowels",
    "near letters": "are long and differ by a letter or so",
    "known spellings": "are spellings of one given name",
    "initial": "agree: one is an initial of the other",
    "short form": "are one given name and its short form",
    "another language": "are forms of one given name in two languages",
    "another romanisation": "have the same consonants but for voiced and voiceless ones",
    "another script": "have the same consonants as far as the other script writes them",
    "a slip": "differ by no more letters than a slip of the pen",
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two parts are, in [0, 1], and the rule that says so ("" where nothing does)."""

    score: float
    rule: str

    @property
    def words(self) -> str:
        """The rule told, to be put after the two parts."""
        return _WORDS.get(self.rule, "")


UNLIKE: Final = Likeness(0.0, "")


def likeness(
    a: Part, b: Part, words: NameWords, scripts: tuple[Script, Script] = ("latin", "latin")
) -> Likeness:
    """Return how alike two parts are, each from a name in one of `scripts`.

    Numbers, acronyms and words of general sense are the same or are not: likeness of letters says nothing of them.
    Where both stand in syllable or word signs, another sign is another syllable, and no slip of the pen.
    """
    if a.text == b.text:
        return Likeness(1.0, "same spelling")
    if a.number or b.number or a.acronym or b.acronym or scripts == _BOTH_BLOCKS:
        return UNLIKE
    if a.initial or b.initial:
        return Likeness(INITIAL, "initial") if a.text[0] == b.text[0] else UNLIKE
    rule = same_folded(a.text, b.text)
    if rule and rule != "near letters":
        return Likeness(_RULE_SCORES[rule], rule)
    called = _called(a.text, b.text, words)
    two = words.known_given(a.text) and words.known_given(b.text)  # known names are no slips for one another
    if called.rule or two or a.fixed or b.fixed:
        return called
    if rule:
        return Likeness(_RULE_SCORES[rule], rule)
    return _written_otherwise(a.text, b.text, scripts[0] != scripts[1], "blocks" in scripts)


def _called(a: str, b: str, words: NameWords) -> Likeness:
    if words.spelled.get(a, frozenset({a})) & words.spelled.get(b, frozenset({b})):
        return Likeness(SPELLED, "known spellings")
    full_a, full_b = words.short.get(a, frozenset()), words.short.get(b, frozenset())
    if b in full_a or a in full_b:
        return Likeness(SHORT, "short form")
    if words.tongues.get(a, frozenset()) & words.tongues.get(b, frozenset()):
        return Likeness(TONGUE, "another language")
    return UNLIKE


@lru_cache(maxsize=65536)
def _written_otherwise(a: str, b: str, across: bool, blocks: bool) -> Likeness:
    """Other romanisations, what another script (`across`) writes of the sounds, then slips of the pen."""
    key_a, key_b = voicing_key(a), voicing_key(b)
    vowels = Indel.normalized_similarity(sound(a), sound(b))
    if len(key_a) >= 3 and key_a == key_b and vowels >= VOWELS_AGREE:
        return Likeness(VOICED, "another romanisation")
    if blocks:  # scripts of East Asia write one sign for l and r
        key_a, key_b = key_a.replace("l", "r"), key_b.replace("l", "r")
    if across and len(key_a) >= 2 and key_a == key_b:
        return Likeness(ACROSS, "another script")
    longest = max(len(a), len(b))
    allowed = next((slips for letters, slips in SLIPS if longest >= letters), 0)
    apart = OSA.distance(a, b, score_cutoff=allowed)
    if allowed and apart <= allowed:
        return Likeness(round(SLIP - apart / longest, 6), "a slip")
    return UNLIKE


@lru_cache(maxsize=65536)
def voicing_key(part: str) -> str:
    """Return the consonants of a folded part with voiced and voiceless ones made one ("Tekrov", "Dekrov")."""
    return bare_skeleton(part).replace("ts", "s").replace("tz", "s").translate(_VOICING)
