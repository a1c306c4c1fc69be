"""Names of private persons, withheld wherever people read.  This is masking, not anonymisation: see docs/masking.md."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from whence.model.finding import Findings, PersonName, Source

WITHHELD: Final = "[name withheld]"
_PEOPLE: Final = frozenset({"person", "witnesses", "unnamed"})
_WORDS: Final = re.compile(r"[^\W_]+")
_CALLED: Final = re.compile(r"(?:.*\s)?(?P<calling>[^\W\d_]+)\.?\s+(?P<name>\S+)", re.DOTALL)
# Where the program's own words repeat a voice as a text names it: 'the text has it from X', '"Dr X" is ...'.
_REPEATED: Final = re.compile(r"(?:(?<=has it from )|(?<=[\"“]))[^\"“”;,]{1,80}(?=[\"”;,]|$)")
_KIN_OF: Final = re.compile(r"(?P<name>[^\s'’]+)(?P<kin>['’]s?\s+.+)", re.DOTALL)
_NO_CALLING: Final = frozenset(
    {"in", "at", "near", "of", "on", "from", "to", "the", "around", "over", "outside", "and"}
)
_TITLES: Final = frozenset(
    {"dr", "mr", "mrs", "ms", "doctor", "activist", "sheikh", "sheik", "imam", "father", "umm", "abu"}
)


@dataclass(frozen=True, slots=True, order=True)
class Hidden:
    """Code points [start, end) of a report's text that are shown as `label`."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names to withhold, found by their first word: a pattern of thousands would take milliseconds a line.

    `by_first` gives for the key of a first word the names that begin with it.
    """

    by_first: Mapping[str, tuple[str, ...]]

    def sub(self, label: str, words: str) -> str:
        """Return `words` with every name in them replaced by `label`."""
        keys = {key for word in _WORDS.findall(words) if (key := _key(word)) in self.by_first}
        near = tuple(sorted(form for key in keys for form in self.by_first[key]))
        return _pattern_of(near).sub(label, words) if near else words


@dataclass(frozen=True, slots=True)
class Mask:
    """What is withheld: per report as spans, and for text about a report or the whole case as patterns."""

    on: bool
    hidden: Mapping[str, tuple[Hidden, ...]] = field(default_factory=dict)
    of_report: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    of_case: "Names | None" = None
    alone: frozenset[str] = (
        frozenset()
    )  # one-word names: withheld in text about the case only where they stand alone

    @property
    def people(self) -> int:
        """How many persons are withheld, counted within each report."""
        return sum(len({h.label for h in spans}) for spans in self.hidden.values())

    def text(self, report: str, text: str, start: int = 0, end: int | None = None) -> str:
        """Return `text[start:end]` of the report with withheld names replaced by their labels."""
        end, at, out = len(text) if end is None else end, start, []
        for h in self.hidden.get(report, ()):
            if h.end <= at or h.start >= end:
                continue
            out += [text[at : max(at, h.start)], h.label]
            at = h.end
        return "".join([*out, text[at:end]])

    def words(self, words: str, report: str = "") -> str:
        """Return `words` that the program or a container wrote, with the withheld names of the report or case out."""
        if not self.on or not words:
            return words
        words = _REPEATED.sub(lambda m: self._voice(m[0]), self._voice(words))
        for pattern in (self.of_report.get(report), self.of_case):
            if pattern is not None:
                words = pattern.sub(WITHHELD, words)
        return words

    def _voice(self, voice: str) -> str:
        """Return a voice that the program repeats without the one-word name that it is, or that it begins or ends."""
        if voice.strip().casefold() in self.alone and not voice.islower():  # "said" is no Said
            return WITHHELD
        kin = _KIN_OF.fullmatch(voice.strip())
        if kin is not None and kin["name"].casefold() in self.alone:
            return WITHHELD + kin["kin"]
        return self._without_called(voice)

    def _without_called(self, words: str) -> str:
        """Return `words` without the one-word name that ends them after a calling: "activist Dallo", "Dr Dallo"."""
        found = _CALLED.fullmatch(words.strip())
        if found is None or found["name"].casefold() not in self.alone:
            return words
        calling = found["calling"]
        called = calling.casefold() in _TITLES or (calling.islower() and calling not in _NO_CALLING)
        return f"{words.strip()[: found.start('name')]}{WITHHELD}" if called else words

    def clear_parts(self, report: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the parts of [start, end) that hold no withheld name, in order."""
        parts, at = [], start
        for h in self.hidden.get(report, ()):
            if h.end > at and h.start < end:
                parts.append((at, max(at, h.start)))
                at = h.end
        return tuple((s, e) for s, e in [*parts, (at, end)] if s < e)


def make_mask(findings: Findings, on: bool) -> Mask:
    """Return the mask over `findings`; one that hides nothing where `on` is false."""
    if not on:
        return Mask(on=False)
    clear = clear_names(findings.sources.sources.values(), findings.persons)
    by_report: dict[str, list[PersonName]] = defaultdict(list)
    for person in findings.persons:
        if is_private(person, clear):
            by_report[person.report].append(person)
    return mask_over(
        {r: spans_of(people) for r, people in by_report.items()},
        {r: pattern_of(people) for r, people in by_report.items()},
        forms_of(p for people in by_report.values() for p in people),
    )


def mask_over(
    hidden: Mapping[str, tuple[Hidden, ...]], of_report: Mapping[str, re.Pattern[str]], forms: Iterable[str]
) -> Mask:
    """Return the mask that withholds these spans and names of each report, and these forms of names everywhere."""
    every = set(forms)
    return Mask(
        on=True,
        hidden=hidden,
        of_report=of_report,
        of_case=_names(f for f in every if len(f.split()) > 1) if every else None,
        alone=frozenset(f.casefold() for f in every),
    )


def clear_names(sources: Iterable[Source], people: Iterable[PersonName]) -> frozenset[str]:
    """Return names of known sources of another kind ("Al Jazeera") and of persons who hold an office, made bare."""
    known = (s for s in sources if s.kind not in _PEOPLE and not s.vague)
    names = {_bare(n) for s in known for n in (s.name, *s.aliases)}
    public = {form for p in people if p.public for form in (_bare(p.name), _plain(p.name))}
    return frozenset(names | public)


def is_private(person: PersonName, clear: frozenset[str]) -> bool:
    """Return whether a name is withheld, where those that are `clear` are not."""
    return not person.public and _bare(person.name) not in clear and _plain(person.name) not in clear


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _plain(name: str) -> str:
    """Return a full name bare and without its articles ("Talal al-Dari" is "talal dari"); one word stays as it is."""
    parts = _bare(name).split()
    kept = [w for w in parts if w not in ("al", "el")]
    return " ".join(kept if len(kept) > 1 else parts)


def forms_of(people: Iterable[PersonName]) -> set[str]:
    """Return the forms in which these names are withheld: as written, and by their last words, two or more."""
    written = {form.strip() for p in people for form in (p.name, p.span.quote) if len(form.strip()) > 2}
    return written | {end for form in written for end in _ends(form)}


def _ends(name: str) -> list[str]:
    """The shorter forms of a name of three words or more that keep two and the last: "Reda Hatem"."""
    starts = [m.start() for m in re.finditer(r"(?<!\S)(?!(?:al|el)\s)\S", name, re.IGNORECASE)]
    return [name[start:] for start in starts[1:-1]]


def pattern_of(people: Iterable[PersonName]) -> re.Pattern[str]:
    """Return what finds the withheld names of one report in words about it."""
    return _pattern(forms_of(people))


def _names(forms: Iterable[str]) -> Names:
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms):
        first = _WORDS.search(form)
        if first is not None:
            found[_key(first[0])].append(form)
    return Names({key: tuple(named) for key, named in found.items()})


def _key(word: str) -> str:
    """Return what words share that a pattern takes for one whatever their case: it also holds i for its dotless kin."""
    return word.casefold().replace("ı", "i").replace("\u0307", "")


@lru_cache(maxsize=4096)
def _pattern_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    return _pattern(forms)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Match any form, whatever stands between its parts (a slug writes "adel-mansour"), as whole words."""
    parts = (
        [re.escape(w) for w in re.split(r"[\W_]+", f) if w] for f in sorted(forms, key=lambda f: (-len(f), f))
    )
    joined = [r"[\W_]{1,3}".join(p) for p in parts if p]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(joined) or '(?!)'})(?![^\W_])", re.IGNORECASE)


def spans_of(people: Sequence[PersonName]) -> tuple[Hidden, ...]:
    """Return where the withheld names of one report stand, its persons numbered in order of appearance.

    Overlapping spans are merged under the first.
    """
    numbers: dict[str, int] = {}
    out: list[Hidden] = []
    for p in sorted(people, key=lambda p: (p.span.start, p.span.end)):
        n = numbers.setdefault(_bare(p.name), len(numbers) + 1)
        if out and p.span.start < out[-1].end:
            out[-1] = Hidden(out[-1].start, max(out[-1].end, p.span.end), out[-1].label)
        else:
            out.append(Hidden(p.span.start, p.span.end, f"[name withheld {n}]"))
    if len(numbers) == 1:
        return tuple(Hidden(h.start, h.end, WITHHELD) for h in out)
    return tuple(out)
