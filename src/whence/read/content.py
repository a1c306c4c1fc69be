"""What is attributed: which words of a sentence a cue governs."""

from collections.abc import Sequence
from typing import Final

from whence.read import lexicon as lex
from whence.read.cues import Cue
from whence.read.segment import Word

Stretch = tuple[int, int]  # words [first, last) of a sentence
_MARKS: Final = frozenset(",:;–—-\"“”'‘’«»()[].…")
_LEADS_RIGHT: Final = lex.word_set("and but while whereas although though or which whom what ; : whose that")
_ADJUNCTS: Final = lex.word_set(
    "due as after when while with but and adding noting saying citing quoting in on at following amid despite"
    " although because before where since for under from during against anonymously"
)


def stretches(words: Sequence[Word], cues: Sequence[Cue]) -> tuple[tuple[Stretch, ...], ...]:
    """Return for each cue of the sentence the stretches of words that it attributes (none if they lie elsewhere)."""
    out: list[tuple[Stretch, ...]] = []
    for k, cue in enumerate(cues):
        floor = _floor(words, cues, out, k)
        left = _trim(words, floor, _left_edge(cue))
        begins = left[1] - left[0] < 2 or words[left[1] - 1].lower in _LEADS_RIGHT
        holds = begins and cue.source is not None and cue.side == "before"
        right = _trim(words, cue.resume, _right_end(words, cues, k, holds=holds))
        chosen = _choose(words, cue, left, right, blocked=not holds and _blocked(cues, k))
        out.append(tuple(s for s in chosen if s[1] > s[0]))
    for k, cue in enumerate(cues[:-1]):
        if cue.kind != "according" or not cue.inherits:
            continue
        if (not cue.start and not out[k]) or is_aside(cue, cues[k + 1]):
            out[k] = out[k + 1]  # "Citing X, Y said that …", "Y, citing X, said that …": Y's words are X's
    return tuple(out)


def is_aside(citing: Cue, following: Cue) -> bool:
    """Return whether "citing X" stands between a speaker and his verb: "Y, citing X, said that …"."""
    source = following.source
    return following.kind == "verb" and source is not None and source.core <= citing.start < following.start


def _left_edge(cue: Cue) -> int:
    """Return the first word of the cue or of its source before it."""
    edges = [cue.start]
    if cue.side == "before" and cue.source:
        edges += [cue.source.start, *(p.start for p in cue.more)]
    if cue.side == "after" and cue.media and cue.media[0].end <= cue.start:
        edges.append(cue.media[0].start)
    return min(edges)


def _floor(words: Sequence[Word], cues: Sequence[Cue], done: Sequence[tuple[Stretch, ...]], k: int) -> int:
    """Return where the words before cue `k` that it may govern begin: after an earlier, finished attribution."""
    if not k:
        return 0
    before = cues[k - 1]
    finished = bool(done[k - 1]) and max(s[1] for s in done[k - 1]) <= before.start
    if not finished or before.kind == "hearsay":
        return 0
    gap = _trim(words, before.resume, _left_edge(cues[k]))
    return before.resume if gap[1] - gap[0] > 2 else 0


def _right_end(words: Sequence[Word], cues: Sequence[Cue], k: int, *, holds: bool) -> int:
    """Return where the words after cue `k` that it may govern end: the sentence's end or a coordinated attribution.

    `holds` says that nothing stands before the cue that it could govern: a speaker right after it is told of by it.
    """
    for later in cues[k + 1 :]:
        edge = _left_edge(later)
        if later.kind == "hearsay":
            continue
        if later.inherits and later.kind == "verb":
            return _before_joint(words, cues[k].resume, edge)
        if edge > cues[k].resume and words[edge - 1].lower in (
            "and",
            "but",
            "while",
            "whereas",
            "although",
            ";",
        ):
            return edge - 1
        if edge <= cues[k].resume + 1 and not holds:
            return edge
    return len(words)


def _before_joint(words: Sequence[Word], low: int, edge: int) -> int:
    """Return `edge` moved before the conjunction and adverbs that join what follows."""
    while edge > low and (
        words[edge - 1].lower in lex.SKIPPED or words[edge - 1].lower in ("and", "but", ",")
    ):
        edge -= 1
    return edge


def _blocked(cues: Sequence[Cue], k: int) -> bool:
    """Return whether a later cue's speaker begins right where this cue's clause would ("… said on Monday, X said")."""
    return k + 1 < len(cues) and _left_edge(cues[k + 1]) <= cues[k].resume + 1 and cues[k + 1].kind == "verb"


def _trim(words: Sequence[Word], first: int, last: int) -> Stretch:
    """Return [first, last) without marks and a leading "that" or "as" at its edges."""
    while first < last and (words[first].text in _MARKS and words[first].text not in '"“«‘('):
        first += 1
    if first < last and words[first].lower == "that":
        first += 1
    while last > first and words[last - 1].text in ",:;–—-.…":
        last -= 1
    return first, max(first, last)


def has_verb(words: Sequence[Word], stretch: Stretch) -> bool:
    """Return whether the stretch looks like a clause: it holds an auxiliary or a likely verb form."""
    for word in words[stretch[0] : stretch[1]]:
        low = word.lower
        if (
            low in lex.AUXILIARIES
            or low in lex.VERBLIKE
            or low in ("can", "could", "must", "should", "shall")
        ):
            return True
        if low.endswith(("ed", "n't")) and len(low) > 3 and low not in lex.ADJECTIVES and "-" not in low:
            return True
    return False


def _choose(
    words: Sequence[Word], cue: Cue, left: Stretch, right: Stretch, *, blocked: bool
) -> tuple[Stretch, ...]:
    """Return which of the two sides the cue governs."""
    if cue.kind == "hearsay":
        return _hearsay(cue, left, right)
    if cue.kind == "passive":
        return (left,) if right[1] - right[0] < 2 else (left, right)
    if cue.kind == "according":
        if cue.verb in lex.CLAIMS:
            return (right,)
        if words[cue.start].text == "According" and right[1] - right[0] > 1:
            return (right,)
        cites = cue.inherits and (words[cue.start - 1].lower in lex.VERBS or _that_follows(words, cue))
        told = cites or "that" in [w.lower for w in words[max(0, cue.start - 2) : cue.start]]
        return (right,) if told and right[1] > right[0] else _according(words, left, right)
    if cue.inherits:
        return (right,)
    if cue.side == "after":
        return _after(words, cue, left, right)
    return _before(words, cue, left, right, blocked=blocked)


def _that_follows(words: Sequence[Word], cue: Cue) -> bool:
    """Return whether what is told follows in a clause of its own ("X said, citing Y, that …")."""
    return [w.lower for w in words[cue.resume : cue.resume + 2]] == [",", "that"]


def _hearsay(cue: Cue, left: Stretch, right: Stretch) -> tuple[Stretch, ...]:
    """An adverb governs the clause around it; "it is claimed that" what follows."""
    if cue.verb in lex.HEARSAY_NOUNS or cue.resume > cue.end:
        return (right,)
    return left, right


def _according(words: Sequence[Word], left: Stretch, right: Stretch) -> tuple[Stretch, ...]:
    """ "According to X, …" governs what follows; "…, according to X" what precedes and its adjuncts."""
    if left[1] - left[0] < 2:
        return (right,)
    if right[1] - right[0] < 2 or words[right[0]].lower in ("and", "but", "while", "who", "which"):
        return (left,)
    if words[right[0]].lower in _ADJUNCTS and not words[right[0]].lower.endswith("ing"):
        return left, right
    if words[left[0]].lower in lex.CONJUNCTIONS and left[1] - left[0] < 3:
        return (right,)
    return (left, right) if has_verb(words, right) and not has_verb(words, left) else (left,)


def _after(words: Sequence[Word], cue: Cue, left: Stretch, right: Stretch) -> tuple[Stretch, ...]:
    """ "… said X" governs what precedes; "NANA quoted X as saying …" what follows."""
    if cue.media and cue.media[0].end <= cue.start and right[1] - right[0] >= 2:
        return (right,)
    if left[1] - left[0] < 1:
        return (right,)
    resumed = right[1] - right[0] >= 2 and words[right[0]].text in '"“«'
    return (left, right) if resumed else (left,)


def _claims_deed(words: Sequence[Word], cue: Cue) -> bool:
    """Return whether "X claimed responsibility" ends what is X's word ("… and where ten were killed")."""
    if lex.LEMMA.get(cue.verb) != "claim" or words[cue.resume].lower != "responsibility":
        return False
    following = words[cue.resume + 1].lower if cue.resume + 1 < len(words) else ""
    return following in lex.CONJUNCTIONS


def _before(
    words: Sequence[Word], cue: Cue, left: Stretch, right: Stretch, *, blocked: bool
) -> tuple[Stretch, ...]:
    """Decide for "X said" between what precedes, what follows, or both (a parenthesis)."""
    if blocked or right[1] - right[0] < 1 or _only_marks(words, right):
        frame = words[-1].text == ":" and not _is_content(words, left)
        return () if frame else (left,)
    if _claims_deed(words, cue):
        return ((cue.resume, cue.resume + 1),)
    if left[1] - left[0] < 2:
        return (right,)
    if words[_left_edge(cue) - 1].lower in _LEADS_RIGHT or lex.VERBS.get(cue.verb) == "blame":
        return (right,)
    opening = words[right[0]].lower
    if opening in lex.AUXILIARIES or opening in lex.VERBLIKE:
        return left, right
    if not _is_content(words, left) or (cue.resume < len(words) and words[cue.resume].lower == "that"):
        return (right,)
    return _between_clauses(words, cue, left, right)


def _between_clauses(words: Sequence[Word], cue: Cue, left: Stretch, right: Stretch) -> tuple[Stretch, ...]:
    """Decide for "X said" with a clause on its left and more words on its right."""
    edge, opening = _left_edge(cue), words[right[0]].lower
    if words[edge - 1].lower == "as" or _quote_ended(words, edge):
        resumed = words[right[0]].text in '"“«'
        return (left, right) if resumed else (left,)
    if words[cue.resume].text == "," and words[edge - 1].text == ",":
        return left, right
    if opening in _ADJUNCTS or opening.endswith("ing") or _later(words, right):
        return (left,)
    if has_verb(words, right):
        return (right,)
    clausal = lex.VERBS.get(cue.verb) in ("say", "tell") and opening != "of"
    return (left,) if words[edge - 1].text == "," or clausal else (right,)


def _later(words: Sequence[Word], right: Stretch) -> bool:
    """Return whether words open by saying how long before or after ("a day after rights groups said …")."""
    first = [w.lower for w in words[right[0] : right[0] + 4]]
    at = next((k for k, w in enumerate(first) if w in ("after", "before")), 0)
    return at > 0 and first[at - 1] in lex.TEMPORAL


def _is_content(words: Sequence[Word], left: Stretch) -> bool:
    """Return whether the words before a speaker can be what was said, not a mere frame ("In the capital")."""
    return has_verb(words, left) or words[left[0]].text in '"“«'


def _only_marks(words: Sequence[Word], stretch: Stretch) -> bool:
    return not any(w.text[0].isalnum() for w in words[stretch[0] : stretch[1]])


def _quote_ended(words: Sequence[Word], edge: int) -> bool:
    """Return whether a quotation ends right before word `edge`."""
    at = edge - 1
    if at >= 0 and words[at].text == ",":
        at -= 1
    return at >= 0 and words[at].text in '"”»'
