"""Attributions of headlines: "… : monitor", "… - NGO", "Monitor: …", "… says X", also with the mark before it lost."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import nouns, phrases
from whence.read.cues import Cue
from whence.read.phrases import Phrase
from whence.read.segment import Word

_MARKS: Final = frozenset(":-–—|")
LONGEST: Final = 8  # words of a speaker's name in a headline
# Nouns that end a headline as its speaker even where the mark before them was lost.
_TRAILING: Final = lex.word_set(
    "monitor monitors ngo ngos watchdog observatory activists activist report reports officials official source sources"
    " media police witnesses residents medics ministry un army spokesman opposition sana sohr agency tv group"
)


# what a paper calls a piece, not who speaks in it
_RUBRICS: Final = lex.word_set(
    "exclusive breaking update updated live watch video photos pictures feature analysis opinion comment editorial"
    " explainer interview factbox timeline latest topshots corrected correction roundup wrap urgent alert"
)


def find(words: Sequence[Word]) -> Cue | None:
    """Return the cue of a headline, None if it attributes nothing; its `verb` is the mark, "" if that was lost."""
    if len(words) < 4:
        return None
    return _trailing(words) or _leading(words) or _bare(words)


def _trailing(words: Sequence[Word]) -> Cue | None:
    """Return the cue of "… : X" or "… - X"."""
    for k in range(len(words) - 2, max(1, len(words) - 2 - LONGEST), -1):
        if words[k].text not in _MARKS:
            continue
        source = phrases.after(words, k + 1, len(words))
        if source and source.end == len(words) and _speaks(words, source):
            return Cue("verb", k, k + 1, source, "after", resume=len(words), verb=words[k].text)
        return None
    return None


def _leading(words: Sequence[Word]) -> Cue | None:
    """Return the cue of "X: …"."""
    for k in range(1, min(LONGEST, len(words) - 2)):
        if words[k].text == ":":
            source = phrases.before(words, k, 0)
            if source and source.start == 0 and _speaks(words, source):
                return Cue("verb", k, k + 1, source, "before", resume=k + 1, verb=":")
            return None
    return None


def _bare(words: Sequence[Word]) -> Cue | None:
    """Return the cue of "… Monitor" whose mark was lost."""
    last = len(words) - 1
    if words[last].lower not in _TRAILING or words[last - 1].lower in lex.PREPOSITIONS | lex.DETERMINERS | {
        "and"
    }:
        return None
    start = last
    while start > 2 and (
        words[start - 1].lower in lex.SPEAKER_MODIFIERS or nouns.is_national(words, start - 1)
    ):
        start -= 1
    if words[start - 1].lower in lex.PREPOSITIONS | lex.DETERMINERS | {"and"} or start < 3:
        start = last
    source = Phrase(start, last + 1, last, last + 1)
    return Cue("verb", start, last + 1, source, "after", resume=len(words), verb="")


def _speaks(words: Sequence[Word], source: Phrase) -> bool:
    """Return whether a phrase beside a headline's mark is a speaker, not a place or a topic."""
    inner = words[source.start : source.end]
    if inner[0].lower in _RUBRICS:
        return False
    if any(w.lower in lex.SPEAKERS or w.lower in lex.OFFICES for w in inner):
        return True
    acronym = len(inner) == 1 and inner[0].text.isupper() and len(inner[0].text) > 1
    return acronym or (
        len(inner) > 1 and all(nouns.is_name(words, i) for i in range(source.start, source.end))
    )
