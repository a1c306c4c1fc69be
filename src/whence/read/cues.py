"""Cues of attribution in one sentence: words that make somebody a speaker, with the phrase that names the speaker."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read import manner, phrases, subjects
from whence.read.cue import Cue, CueKind, Side
from whence.read.phrases import Phrase
from whence.read.segment import Word
from whence.read.toll_cues import REVISES, TOLL_VERBS, toll_cue, whose_toll
from whence.read.turned import QUOTES, are_told_of, closes, ends_in_name, is_described, says_nothing

__all__ = ["Cue", "CueKind", "Side", "find"]


_OF_TARGET: Final = lex.word_set(
    "against targeting targeted at on hit hitting struck striking killed killing"
)
_ACCOMPANIED: Final = 10  # words of "with the party's regional council saying"


def find(words: Sequence[Word]) -> tuple[Cue, ...]:
    """Return the cues of one sentence in order of their place; linear in its length (every look-around is bounded)."""
    found: list[Cue] = []
    i = 0
    while i < len(words):
        cue = _at(words, i, _lowest(words, found))
        if cue is None:
            i += 1
            continue
        found.append(cue)
        i = max(cue.end, i + 1, cue.source.end if cue.side == "after" and cue.source else 0)
        if (
            cue.verb == "quoted" and cue.media
        ):  # "was quoted by Z as saying", "was quoted as saying by Z" are one cue
            i = max(i, cue.resume)
    return tuple(found)


def _lowest(words: Sequence[Word], found: Sequence[Cue]) -> int:
    """Return the first word that a subject may hold: after the cues so far, but for one between two commas."""
    for cue in reversed(found[-3:]):
        parenthesis = cue.kind == "according" and cue.resume < len(words) and words[cue.resume].text == ","
        if not parenthesis and cue.kind != "hearsay":
            return cue.resume
    return 0


def _at(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue that begins at word `i`, or None."""
    word = words[i].lower
    if i and words[i].text in ("Said", "State"):
        return None  # a name
    if word == "according" and i + 1 < len(words) and words[i + 1].lower == "to":
        return _by_source(words, i, i + 2, "according")
    if word in ("per", "via") and i and words[i - 1].lower == "as":
        return _by_source(words, i, i + 1, "according")
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if word in lex.HEARSAY_ADVERBS and following in lex.VERBS and following.endswith(("ed", "id", "ld")):
        return None  # "reportedly said": how the verb after it speaks
    if word == "alleged" and i and words[i - 1 - (words[i - 1].lower in lex.DETERMINERS)].lower in _OF_TARGET:
        return None  # "strikes against alleged camps"
    if word in lex.HEARSAY_ADVERBS or word in ("alleged", "rumoured", "rumored", "purported"):
        return Cue("hearsay", i, i + 1, resume=i + 1, verb=word)
    if word in lex.VERBS or word in TOLL_VERBS or word in REVISES:
        return _hearsay_noun(words, i) or _verb(words, i, low)
    return _hearsay_noun(words, i)


def _by_source(words: Sequence[Word], start: int, at: int, kind: CueKind) -> Cue | None:
    """Return the cue whose source follows it."""
    while at < len(words) and words[at].lower in ("also", "both"):
        at += 1
    at = whose_toll(words, at)
    source = phrases.after(words, at, len(words))
    if source is None:
        return None
    more = subjects.joined_after(words, source.end)
    end = more[-1].end if more else source.end
    return Cue(
        kind, start, at, source, "after", more, resume=manner.past_time(words, end), verb=words[start].lower
    )


def _hearsay_noun(words: Sequence[Word], i: int) -> Cue | None:
    """Return the cue "there are reports that", "amid claims that", "it is claimed that"; None if it is none."""
    word = words[i].lower
    if word in lex.CLAIMS and words[i + 1 : i + 2] and words[i + 1].lower in ("by", "from"):
        return _claimed_by(words, i)
    if word in lex.HEARSAY_NOUNS and i + 1 < len(words) and words[i + 1].lower in ("that", "of"):
        opening = {w.lower for w in words[max(0, i - 4) : i]}
        if "there" in opening or opening & {"amid", "despite", "unconfirmed", "following", "after"}:
            return Cue("hearsay", i, i + 2, resume=i + 2, verb=word)
    participle = word in lex.HEARSAY_PARTICIPLES and i > 0
    if participle and any(w.lower == "it" for w in words[max(0, i - 4) : i]):
        gap = [w.lower for w in words[max(0, i - 3) : i]]
        told = i + 1 < len(words) and words[i + 1].lower in ("that", ":")
        if told and any(g in ("is", "was", "’s", "'s", "been") for g in gap):
            return Cue("hearsay", i, i + 1, resume=i + 2, verb=word)
    return None


def _claimed_by(words: Sequence[Word], i: int) -> Cue | None:
    """Return the cue of "claims by X that …", None without a speaker or without what is claimed."""
    cue = _by_source(words, i, i + 2, "according")
    if cue is None or cue.source is None or not phrases.is_speaker(words, cue.source):
        return None
    return cue if cue.resume < len(words) and words[cue.resume].lower == "that" else None


def _verb(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue that the reporting verb at `i` is, or None if it is a noun, an infinitive, or says nothing."""
    word = words[i].lower
    previous = words[i - 1].lower if i else ""
    following = words[i + 1].lower if i + 1 < len(words) else ""
    if word in TOLL_VERBS or word in REVISES:
        return toll_cue(words, i, low)
    if says_nothing(words, i, following):
        return None
    if previous in ("was", "were", "is", "are", "been", "being") or _reduced_passive(words, i):
        return _passive(words, i, low)
    if previous in ("not", "n't") and following in _ASKING and lex.LEMMA[word] in _WITHHELD:
        return _withheld(words, i, low)
    if _is_noun(words, i, previous) or previous in ("to", "not", "n't", "never", "nor", "cannot", "could"):
        return _went_on(words, i, low) if previous == "to" else None
    if word.endswith("ing"):
        return _gerund(words, i, low)
    return _finite(words, i, low)


_ASKING: Final = lex.word_set("who which whose whether what")
_WITHHELD: Final = lex.word_set("say specify reveal disclose indicate state clarify")


def _withheld(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "X did not say who …": that nobody is named is X's word too."""
    k = i - 1
    while k > low and words[k].lower in ("not", "n't", "did", "does", "do", "has", "have", "had"):
        k -= 1
    subject = subjects.subject(words, k + 1, low)
    likely = subject is not None and phrases.is_speaker(words, subject)
    return Cue("verb", i, i + 1, subject, "before", resume=i + 1, verb=words[i].lower) if likely else None


def _is_noun(words: Sequence[Word], i: int, previous: str) -> bool:
    """Return whether the form at `i` is a noun or an adjective here."""
    word = words[i].lower
    if previous in lex.DETERMINERS - {"this", "that", "each", "any"} or previous in ("'s", "’s"):
        return word not in ("said", "says")
    if word in ("charges", "charge", "blames", "states", "documents", "records") and i + 1 < len(words):
        return words[i + 1].lower != "that" and word != "blames"
    if previous in lex.PREPOSITIONS and word in lex.NOUN_OR_VERB:
        return True
    nxt = words[i + 1].lower if i + 1 < len(words) else ""
    if word not in lex.NOUN_OR_VERB:
        return False
    if i == 0 and words[0].text[0].isupper():
        return True
    if nxt == "|":
        return True  # "Family disputes | Young man …": headings in a row
    after_verb = nxt in lex.VERBS and nxt not in lex.NOUN_OR_VERB and not nxt.endswith("ing")
    return after_verb or nxt in lex.AUXILIARIES or nxt in ("of", "by", "about", "from", "on", "emerged")


def _went_on(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "went on to say", else None: an infinitive says nothing yet."""
    if i >= 3 and words[i - 2].lower == "on" and words[i - 3].lower in ("went", "goes", "go"):
        subject = subjects.subject(words, i - 3, low)
        return _made(words, i, subject, low) if subject else None
    return None


_HARMED: Final = lex.word_set("dead killed wounded injured hurt shot missing arrested detained")
_REDUCED: Final = lex.word_set("reported feared presumed believed thought recorded confirmed documented")


def _reduced_passive(words: Sequence[Word], i: int) -> bool:
    """Return whether a participle stands without its auxiliary ("dozens reported dead", "a video said to show")."""
    nxt = words[i + 1].lower if i + 1 < len(words) else ""
    word = words[i].lower
    if word == "said" and nxt in _HARMED:  # "two said killed in clashes"
        return i + 2 >= len(words) or words[i + 2].lower in lex.PREPOSITIONS
    if word in _REDUCED:
        return nxt in ("dead", "killed", "wounded", "injured", "missing", "to", "included", "include")
    then = words[i + 2].lower if i + 2 < len(words) else ""
    if word == "claimed" and then == "have":
        return False  # "the army claimed to have killed ten": whoever stands before it claims
    return word in ("said", "alleged", "claimed") and nxt == "to" and then in lex.VERBLIKE | {"have", "be"}


def _passive(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of a passive: "was quoted by Z as saying" has speakers, "is said to" is hearsay."""
    word, size = words[i].lower, len(words)
    by = next((k for k in range(i + 1, min(size, i + 5)) if words[k].lower in ("by", "to")), None)
    if by is not None and (words[by].lower == "to" or any(w.lower in _HARMED for w in words[i + 1 : by])):
        by = None  # "is believed to be held by X", "three reported killed by X": X does not say so
    agent = phrases.after(words, by + 1, size) if by is not None else None
    if word in ("quoted", "cited"):
        at = i
        while at > low and words[at - 1].lower in lex.AUXILIARIES | {"been", "being", "also"}:
            at -= 1
        subject = subjects.subject(words, at, low)
        end = agent.end if agent else i + 1
        spoken = _as_saying(words, i + 1)
        if subject is None or spoken is None:
            return None
        spoken = max(spoken, end)
        return Cue(
            "verb", i, i + 1, subject, "before", media=(agent,) if agent else (), resume=spoken, verb="quoted"
        )
    if (
        agent is not None
        and phrases.is_speaker(words, agent)
        and word not in ("accused", "blamed", "charged")
        and not _owned(words, i, agent.end)
    ):
        return Cue("passive", i, by + 1 if by else i + 1, agent, "after", resume=agent.end, verb=word)
    nxt = words[i + 1].lower if i + 1 < size else ""
    if word in lex.HEARSAY_PARTICIPLES and nxt in ("to", "dead", "killed", "wounded", "injured", "missing"):
        return Cue("hearsay", i, i + 1, resume=i + 1, verb=word)
    return None


def _owned(words: Sequence[Word], i: int, end: int) -> bool:
    """Return whether a deed is claimed, of which nothing else is told by who claims it ("a blast … claimed by X")."""
    return lex.LEMMA.get(words[i].lower) == "claim" and not (end < len(words) and words[end].lower == "that")


def _as_saying(words: Sequence[Word], i: int) -> int | None:
    """Return the index after "as saying" (or "as telling X") if it stands at or just after `i`."""
    for k in range(i, min(len(words) - 1, i + 12)):
        if words[k].lower == "as" and words[k + 1].lower in lex.VERBS and words[k + 1].lower.endswith("ing"):
            return k + 2
        if words[k].text in QUOTES or words[k].lower in ("that", "said"):
            return None
    return None


_NO_SAYING: Final = lex.word_set("reporting writing recording charging fearing thinking")


def _gerund(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "citing Y", "adding that", "saying"; the speaker is Y, or the one before."""
    word = words[i].lower
    if lex.VERBS[word] == "cite":
        source = phrases.after(words, i + 1, len(words))
        if source is None or not phrases.is_speaker(words, source):
            return None
        more = subjects.joined_after(words, source.end)
        end = more[-1].end if more else source.end
        spoken = _as_saying(words, end) or end
        return Cue(
            "according",
            i,
            i + 1,
            source,
            "after",
            more,
            inherits=True,
            resume=manner.past_time(words, spoken),
            verb=word,
        )
    following = words[i + 1].lower if i + 1 < len(words) else ""
    beside = _accompanied(words, i, low)
    if beside is not None:
        return beside
    if i == 0 or word in _NO_SAYING:
        return None
    clausal = (
        following in ("that", "the", "it", "they", "he", "she", "there", ":", ",") or following[:1] in QUOTES
    )
    if i and words[i - 1].lower in lex.PREPOSITIONS | lex.DETERMINERS:
        return None
    if clausal or lex.VERBS[word] in ("blame",) or word in ("saying", "adding", "noting"):
        opens = word == "saying" or lex.VERBS[word] == "blame"
        own = subjects.opening(words, i) if opens and not low else None
        if own is not None:
            return Cue("verb", i, i + 1, own, "before", resume=i + 1, verb=word)
        return Cue("verb", i, i + 1, inherits=True, resume=i + 1, verb=word)
    return None


def _accompanied(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of "with the opposition accusing the army", which has a speaker of its own; None if it is none."""
    for at in range(i - 2, max(low, i - _ACCOMPANIED) - 1, -1):
        if words[at].lower == "with":
            subject = phrases.after(words, at + 1, i)
            speaks = subject is not None and subject.end == i and phrases.is_speaker(words, subject)
            return _made(words, i, subject, at + 1) if subject and speaks else None
    return None


def _finite(words: Sequence[Word], i: int, low: int) -> Cue | None:
    """Return the cue of a finite verb with its subject before or (turned round) after it."""
    word = words[i].lower
    if word.endswith("ed") and i + 1 < len(words) and words[i + 1].lower == "by":
        return None if lex.LEMMA[word] == "claim" else _passive(words, i, low)  # "a blast claimed by X"
    subject = subjects.subject(words, i, low)
    likely = subject is not None and phrases.is_speaker(words, subject)
    strict = word in lex.NOUN_OR_VERB or lex.LEMMA[word] in lex.NEEDS_SPEAKER or lex.VERBS[word] == "believe"
    firm = likely and not ends_in_name(words, i) and not are_told_of(words, i, subject)
    firm = firm and not is_described(words, i, subject)
    turned = None if firm else _inverted(words, i, alone=subject is None)
    if turned is not None:
        return turned
    fits = subject is not None and (likely or (not strict and not _object_like(words, subject)))
    if subject is not None and fits and not (strict and _disagrees(words, subject, word)):
        return _made(words, i, subject, low)
    if _coordinate_verb(words, i) and lex.VERBS[word] != "believe":
        leading = phrases.after(words, 0, i) if low == 0 else None
        if leading is not None and phrases.is_speaker(words, leading):
            return _made(words, i, leading, low)
        return Cue("verb", i, i + 1, inherits=True, resume=manner.past_manner(words, i + 1)[0], verb=word)
    return None


def _disagrees(words: Sequence[Word], subject: Phrase, word: str) -> bool:
    """Return whether a form that may be a noun does not agree with its subject ("state media reports")."""
    noun = words[subject.head].lower
    if word.endswith("ed"):
        return False
    plural = noun in lex.PEOPLE or noun in lex.BODIES or noun in ("they", "media", "police", "i", "we")
    return word.endswith("s") == plural


_MEASURING: Final = lex.word_set("so too very how as")  # "so long" is nobody


def _object_like(words: Sequence[Word], subject: Phrase) -> bool:
    """Return whether what stands before a verb is rather the object or an adjunct of what came before."""
    measured = subject.start > 0 and words[subject.start - 1].lower in _MEASURING
    return measured or words[subject.head].lower in lex.NEVER_SPEAKERS


def _coordinate_verb(words: Sequence[Word], i: int) -> bool:
    """Return whether the verb shares the speaker before it ("said … and added that")."""
    k = i - 1
    while k > 0 and words[k].lower in lex.SKIPPED:
        k -= 1
    return (
        k >= 0
        and words[k].lower in ("and", "but")
        and i + 1 < len(words)
        and words[i].lower not in lex.NOUN_OR_VERB
    )


def _made(words: Sequence[Word], i: int, subject: Phrase, low: int) -> Cue:
    """Return the cue of the verb at `i` whose subject stands before it, with those it was told to."""
    kind = lex.VERBS[words[i].lower]
    more = subjects.joined_before(words, subject, low)
    resume, media = manner.past_manner(words, i + 1, told=kind == "tell")
    media = media or manner.framed(words, low, subject.start)
    if kind == "cite":
        return _quoting(words, i, subject)
    return Cue("verb", i, i + 1, subject, "before", more, media, resume=resume, verb=words[i].lower)


def _quoting(words: Sequence[Word], i: int, subject: Phrase) -> Cue:
    """Return the cue of "NANA quoted a ferry captain as saying": the quoted speaks, the subject carries."""
    quoted = phrases.after(words, i + 1, len(words))
    if quoted is None or not phrases.is_speaker(words, quoted):
        return Cue("verb", i, i + 1, subject, "before", resume=i + 1, verb=words[i].lower)
    spoken = _as_saying(words, quoted.end) or quoted.end
    return Cue("verb", i, i + 1, quoted, "after", media=(subject,), resume=spoken, verb=words[i].lower)


def _inverted(words: Sequence[Word], i: int, *, alone: bool) -> Cue | None:
    """Return the cue of "… said X", else None: X must be a likely speaker with nothing of a clause after it."""
    base = words[i].lower in lex.NOUN_OR_VERB or words[i].lower == lex.LEMMA[words[i].lower]
    if base or lex.VERBS[words[i].lower] not in ("say", "report", "tell") or words[i].lower == "told":
        return None
    source = phrases.after(words, i + 1, len(words))
    if source is None or not phrases.is_speaker(words, source):
        return None
    more = subjects.joined_after(words, source.end)
    end = more[-1].end if more else source.end
    resume, media = manner.past_manner(words, end)
    if i and resume < len(words) and not closes(words, resume, i):
        clausal = words[resume].lower in lex.AUXILIARIES | lex.VERBLIKE or words[resume].lower in lex.VERBS
        firm = source.end > source.core or words[source.head].lower in lex.BODY | lex.OFFICES
        if clausal or not (alone and firm):
            return None
    return Cue("verb", i, i + 1, source, "after", more, media, resume=resume, verb=words[i].lower)
