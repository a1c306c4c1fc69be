"""Attributions as they are found sentence by sentence, before chains and references are made out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.report import Report
from whence.read import content, cues, headline_voice
from whence.read import lexicon as lex
from whence.read.chains import Place
from whence.read.cues import Cue
from whence.read.quotes import find_quotes
from whence.read.segment import Word, sentences, words

MAX_WORDS: Final = 300  # a longer "sentence" (a table, hostile input) is read in pieces of this size
_CARRY: Final = 12  # sentences over which a quotation may go on
_QUOTE_WORDS: Final = 5  # a shorter quotation is a scare quote or a term: it attributes nothing by itself


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: its place, its words, whether it is (part of) the headline, its paragraph's number, and whether
    that paragraph is set off as a quotation."""

    start: int
    end: int
    words: tuple[Word, ...]
    title: bool
    paragraph: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in one sentence (`unit` is its number): its cue, and its content in code points."""

    unit: int
    words: tuple[Word, ...]
    cue: Cue
    content: tuple[Place, ...]
    title: bool = False

    @property
    def place(self) -> Place:
        """The code points of the cue, with its auxiliaries, adverbs and "in a statement"."""
        cue, first, last = self.cue, self.cue.start, self.cue.end
        if cue.side == "before" and cue.source is not None:
            while first > cue.source.end and self.words[first - 1].lower in lex.SKIPPED | lex.AUXILIARIES:
                first -= 1
            if not cue.media and _plain_manner(self.words[last : cue.resume]):
                last = cue.resume
        return self.words[first].start, self.words[last - 1].end


def _plain_manner(after: Sequence[Word]) -> bool:
    """Return whether the words after a verb are just "in a statement", without a time or an addressee."""
    return (
        bool(after)
        and after[0].lower in ("in", "on", "by")
        and not any(w.lower in lex.TEMPORAL for w in after)
    )


def units(report: Report) -> tuple[Unit, ...]:
    """Return the sentences of the readable blocks of `report`, the headline (and its repetition) first."""
    found: list[Unit] = []
    set_off = frozenset(b.start for b in report.blocks if b.kind == "quote")
    for number, (start, end, title) in enumerate(_parts(report)):
        for first, last in sentences(report.text, start, end):
            tokens = words(report.text, first, last)
            for k in range(0, len(tokens), MAX_WORDS):
                piece = tokens[k : k + MAX_WORDS]
                place = piece[0].start, piece[-1].end
                found.append(Unit(*place, piece, title, number, start in set_off))
    return tuple(found)


def _parts(report: Report) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is headline) of each stretch to be read; the title repeated before the body is a headline."""
    text, seen = report.text, False
    blocks = [(b.start, b.end, b.kind == "title") for b in report.blocks if b.kind != "furniture"]
    if not blocks:
        cut = len(report.title) if report.title and text.startswith(report.title) else 0
        blocks = ([(0, cut, True)] if cut else []) + [(cut, len(text), False)]
    for start, end, title in blocks:
        if not title and not seen and end > start:
            seen = True
            cut = _repeated(text, report.title, start, end)
            if cut > start:
                yield start, cut, True
                yield cut, end, False
                continue
        yield start, end, title


def _repeated(text: str, title: str, start: int, end: int) -> int:
    """Return the end of the title's repetition near the start of the first paragraph, `start` if there is none."""
    if len(title) < 12 or end - start < len(title) + 20:
        return start
    at = text.find(title, start, min(end, start + len(title) + 60))
    return at + len(title) if at >= 0 else start


Blend = Callable[[Sequence[Unit], Sequence[Draft]], list[Draft]]  # joins what another reader found


def drafts(report: Report, blend: Blend | None = None) -> tuple[tuple[Unit, ...], tuple[Draft, ...]]:
    """Return the sentences of `report` and the attributions in them, with quotations taken into their content."""
    found: list[Draft] = []
    read = units(report)
    for number, unit in enumerate(read):
        found += _of_unit(number, unit)
    if blend is not None:
        found = blend(read, found)
    quoted = find_quotes(report.text)
    return read, tuple(_with_quotes(report.text, read, found, quoted))


def _of_unit(number: int, unit: Unit) -> list[Draft]:
    """Return the attributions of one sentence."""
    if unit.title:
        cue = headline_voice.find(unit.words)
        if cue is not None:
            edge = cue.start
            side = (cue.resume, len(unit.words)) if cue.side == "before" else (0, edge)
            return [Draft(number, unit.words, cue, _places(unit.words, [side]), title=True)]
    found = cues.find(unit.words)
    chosen = content.stretches(unit.words, found)
    return [
        Draft(number, unit.words, cue, _places(unit.words, stretch), title=unit.title)
        for cue, stretch in zip(found, chosen, strict=True)
    ]


def _places(tokens: Sequence[Word], stretch: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    return tuple((tokens[first].start, tokens[last - 1].end) for first, last in stretch if last > first)


def _with_quotes(
    text: str, read: Sequence[Unit], found: Sequence[Draft], quoted: Sequence[Place]
) -> Iterator[Draft]:
    """Yield the drafts with each quotation that they touch taken in whole, and drafts for quotations left over."""
    pointer, out = 0, []
    for draft in found:
        unit = read[draft.unit]
        while pointer < len(quoted) and quoted[pointer][1] < unit.start - 4:
            pointer += 1
        near = _near(quoted, pointer, unit.end)
        out.append(_extend(text, read, draft, near))
    yield from _left_over(read, out, quoted, text)


def _near(quoted: Sequence[Place], pointer: int, end: int) -> list[Place]:
    """Return the quotations from `pointer` that begin before `end`."""
    near = []
    for at in range(pointer, len(quoted)):
        if quoted[at][0] >= end + 2:
            break
        near.append(quoted[at])
    return near


def _extend(text: str, read: Sequence[Unit], draft: Draft, near: Sequence[Place]) -> Draft:
    """Return `draft` with the quotations that its content touches, or those right before or after an empty one."""
    adverb = draft.cue.kind == "hearsay" and draft.cue.verb not in lex.HEARSAY_NOUNS
    if adverb and draft.cue.resume == draft.cue.end:
        return draft
    places = list(draft.content)
    inside = next((q for q in near if q[0] < draft.place[0] < q[1]), None)
    for quote in near:
        if quote == inside or (inside and not (inside[0] <= quote[0] and quote[1] <= inside[1])):
            continue
        if any(s < quote[1] and quote[0] < e for s, e in places):
            places.append(quote)
    if not draft.content or _runs_on(text, read, draft):
        places += _adjacent(text, read, draft, near)
    return replace(draft, content=merged(places))


def _runs_on(text: str, read: Sequence[Unit], draft: Draft) -> bool:
    """Return whether what is said goes on after a colon, in what opens with a small letter or a quote.

    So it does where another reader found a beginning of it behind the colon.
    """
    unit = read[draft.unit]
    if text[unit.end - 1] != ":" or draft.unit + 1 >= len(read) or draft.content[-1][1] < unit.end - 2:
        return False
    if draft.content[0][0] >= unit.end:
        return True
    first = text[read[draft.unit + 1].start]
    return first.islower() or first in '"“«'


def _adjacent(text: str, read: Sequence[Unit], draft: Draft, near: Sequence[Place]) -> list[Place]:
    """Return what an attribution without content of its own governs: the quotation before it, or what a colon opens."""
    unit = read[draft.unit]
    if text[unit.end - 1] == ":" and draft.unit + 1 < len(read):
        following = read[draft.unit + 1]
        last = following
        for other in read[draft.unit + 1 : draft.unit + 40]:
            if other.paragraph != following.paragraph and not (following.quoted and other.quoted):
                break
            last = other
        return [(following.start, last.end)]
    before = [q for q in near if q[1] <= unit.start and not text[q[1] : unit.start].strip(" ,")]
    return before[-1:]


def merged(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places in order, overlapping ones joined."""
    out: list[Place] = []
    for start, end in sorted(places):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def _left_over(
    read: Sequence[Unit], found: Sequence[Draft], quoted: Sequence[Place], text: str
) -> list[Draft]:
    """Return the drafts with whole-sentence quotations that nobody is given for: the speaker before goes on."""
    taken = merged([p for d in found for p in d.content if d.cue.kind != "hearsay"])
    more: dict[int, list[Place]] = {}
    at = unit = last = 0
    speaker: int | None = None
    for quote in quoted:
        while at < len(taken) and taken[at][1] <= quote[0]:
            at += 1
        while unit + 1 < len(read) and read[unit].end <= quote[0]:
            unit += 1
        while last < len(found) and found[last].place[0] < quote[0]:
            speaker = speaker if found[last].cue.kind == "hearsay" or found[last].title else last
            last += 1
        if at < len(taken) and taken[at][0] < quote[1]:
            continue
        if speaker is None:
            continue
        said = max(p[1] for p in (*found[speaker].content, *more.get(speaker, ()), found[speaker].place))
        if not _goes_on(read, found[speaker], unit, quote, said):
            continue
        if len(text[quote[0] : quote[1]].split()) >= _QUOTE_WORDS:
            more.setdefault(speaker, []).append(quote)
    return [replace(d, content=merged([*d.content, *more.get(k, ())])) for k, d in enumerate(found)]


def _goes_on(read: Sequence[Unit], before: Draft, unit: int, quote: Place, said: int) -> bool:
    """Return whether a quotation that opens sentence `unit` follows `before` closely enough to be the same speech.

    A new paragraph that opens with a quotation goes on with the speech if the one before ended in it, at `said`.
    """
    own = read[unit]
    if own.title or own.start < quote[0] - 1 or unit - before.unit > _CARRY:
        return False
    last = read[unit - 1]
    follows = unit > 0 and own.paragraph == last.paragraph + 1 and said >= last.end - 2
    return own.paragraph == read[before.unit].paragraph or follows
