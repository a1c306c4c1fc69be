"""What stands between a verb of telling and what is told: whom it was told to, how, when, and who carried it."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import nouns, phrases
from whence.read.phrases import Phrase
from whence.read.segment import Word

_MANNER_NOUNS: Final = lex.word_set(
    "statement interview telephone phone report email e-mail letter communique tweet post message conference briefing"
    " call skype release facebook twitter condition website broadcast bulletin video press news speech telegram talk"
)
_SAYINGS: Final = lex.word_set(
    "statement statements interview call comments remarks conversation email message chat talk"
)
_FRAME: Final = 16  # words of "In a telephone interview on Friday with the X news agency"
_CARRIERS: Final = lex.word_set("carried published broadcast aired cited reported relayed quoted run posted")


def past_time(words: Sequence[Word], i: int) -> int:
    """Return the index after a time phrase at `i` ("on Friday", "late Monday"), `i` if there is none."""
    k = i
    while k < len(words):
        word = words[k].lower
        nxt = words[k + 1].lower if k + 1 < len(words) else ""
        dated = word.isdigit() and k > 0 and words[k - 1].lower in lex.TEMPORAL
        if not (dated or word in lex.TEMPORAL or (word in ("on", "in", "at") and nxt in lex.TEMPORAL)):
            return k
        k += 1
    return k


def past_manner(words: Sequence[Word], i: int, *, told: bool = False) -> tuple[int, tuple[Phrase, ...]]:
    """Return the index after addressee, manner and time at `i`, and the media among the addressees and carriers."""
    media: tuple[Phrase, ...] = ()
    k = i
    if told:
        k, media = _addressee(words, k)
    for _ in range(4):
        start = k
        k = past_time(words, k)
        heard = k < len(words) and (words[k].lower == "to" or (words[k].lower == "with" and k > i))
        if heard and not media and (k > i or not told):
            k, media = _to_medium(words, k)
        if k < len(words) and words[k].lower in ("in", "on", "by", "via", "to", "during", "at", "through"):
            k = _manner(words, k)
        if k + 1 < len(words) and words[k].lower in _CARRIERS and words[k + 1].lower in ("by", "on"):
            carrier = phrases.after(words, k + 2, len(words))
            if carrier is not None:
                media, k = (carrier, *media), carrier.end
        if k == start:
            break
    return k, media


def framed(words: Sequence[Word], low: int, end: int) -> tuple[Phrase, ...]:
    """Return the medium of a frame before the speaker ("In a statement to the agency a source said"), () if none."""
    if end - low < 4 or end - low > _FRAME or words[low].lower not in ("in", "speaking", "talking"):
        return ()
    spoken = words[low].lower != "in"
    for k in range(low + 1, end - 1):
        if words[k].lower in ("to", "with") and (spoken or words[k - 1].lower in _SAYINGS):
            stop, media = _addressee(words[:end], k + 1)
            return media if stop <= end else ()
    return ()


def _addressee(words: Sequence[Word], k: int) -> tuple[int, tuple[Phrase, ...]]:
    """Return the index after whom somebody told, and that one if it is a medium."""
    whom = phrases.after(words, k, len(words))
    if whom is None:
        return (k + 1 if k < len(words) and words[k].lower in ("him", "her", "them", "us", "me") else k), ()
    head = words[whom.head]
    named = any(w.text[0].isupper() and w.lower not in lex.PERSON for w in words[whom.start : whom.end])
    national = whom.end - whom.start == 1 and nouns.is_national(words, whom.head)
    medium = (named and not national) or head.lower in lex.BODY
    crew = named and head.lower in ("reporter", "correspondent", "reporters", "journalist")
    people = (head.lower in lex.PEOPLE | lex.PERSON | lex.PERSONAL and not crew) or head.lower in (
        "court",
        "hearing",
        "parliament",
    )
    return whom.end, (whom,) if medium and not people else ()


def _to_medium(words: Sequence[Word], k: int) -> tuple[int, tuple[Phrase, ...]]:
    """Return the index after "to the X news agency" at `k` and that medium; `k` and nothing if it is none."""
    stop, media = _addressee(words, k + 1)
    told = media and (
        stop >= len(words) or words[stop].lower in ("that", ",", ":", "on", "in") or stop > k + 2
    )
    return (stop, media) if told and media[0].end <= k + 7 else (k, ())


def _manner(words: Sequence[Word], k: int) -> int:
    """Return the index after "in a statement", "by phone", "to reporters" at `k`, `k` if it is none of these."""
    head, stop = phrases.simple(words, k + 1, min(len(words), k + 8))
    if stop is None:
        return k
    noun = words[head].lower
    if noun in _MANNER_NOUNS or (
        words[k].lower == "to" and (noun in lex.PEOPLE or words[head].text[0].isupper())
    ):
        if stop + 1 < len(words) and words[stop].lower in ("of", "from"):
            _, longer = phrases.simple(words, stop + 1, min(len(words), stop + 8))
            return longer or stop
        return stop
    return k
