"""Cues of who counts the dead: "X put the toll at 61", "X raised the toll to 61", "X counted 61 dead"."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import phrases, subjects
from whence.read.cue import Cue
from whence.read.segment import Word

TOLL_VERBS: Final = lex.word_set("put puts placed places gave gives given putting placing counted tallied")


REVISES: Final = lex.word_set(
    "raised raises revised revises updated updates increased increases lowered lowers reduced reduces upped brought"
)


_TOLLS: Final = lex.word_set("toll tolls number figure figures count casualties tally")


def toll_cue(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "X put the toll at 61", else None."""
    near = [w.lower for w in words[i + 1 : i + 10]]
    if words[i].lower in REVISES:
        return _revised(words, i, low)
    if words[i].lower in ("putting", "placing"):
        return _putting(i, near)
    if words[i].lower in ("counted", "tallied"):
        return _counted(words, i, low)
    link = "of" if words[i].lower.startswith("g") else "at"
    if link not in near or not _TOLLS & set(near[: near.index(link)]):
        return None
    subject = subjects.subject(words, i, low)
    return Cue("verb", i, i + 1, subject, "before", resume=i + 1, verb="put") if subject else None


def _counted(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "X counted 61 dead": it takes a speaker and a number."""
    number = any(w.text[0].isdigit() or w.lower in lex.NUMERALS for w in words[i + 1 : i + 4])
    subject = subjects.subject(words, i, low) if number else None
    if subject is None or not phrases.is_speaker(words, subject):
        return None
    return Cue("verb", i, i + 1, subject, "before", resume=i + 1, verb="put")


def whose_toll(words: Sequence[Word], at: int) -> int:
    """Return where those begin whose toll it is ("according to a new toll from X"), `at` if it is nobody's."""
    for k in range(at + 1, min(at + 5, len(words) - 1)):
        if words[k].lower in ("from", "by", "of"):
            return k + 1 if words[k - 1].lower in ("toll", "tally", "count") else at
    return at


def _putting(i: int, near: Sequence[str]) -> Cue | None:
    """Return the cue of "…, putting the toll at 61": who spoke before goes on."""
    told = i > 0 and "at" in near and _TOLLS & set(near[: near.index("at")])
    return Cue("verb", i, i + 1, inherits=True, resume=i + 1, verb="put") if told else None


def _revised(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "X raised its toll from 26 to 58": it takes a speaker, for a blast too may raise "the toll"."""
    near = [w.lower for w in words[i + 1 : i + 6]]
    own = next((k for k, w in enumerate(near) if w in ("its", "their", "his", "her", "the")), None)
    if own is None or not _TOLLS & set(near[own:]):
        return None
    subject = subjects.subject(words, i, low)
    if subject is None or not phrases.is_speaker(words, subject):
        return None
    return Cue("verb", i, i + 1, subject, "before", resume=i + 1, verb="put")
