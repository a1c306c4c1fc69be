"""Names of persons in English news, and whether the text gives them a public office.

Rules, not a model: a run of capitalised words is taken for a person's name when something beside its capitals says so
(a known given name, a title, an age, kinship, a naming or speaking verb), and for a public one when an office stands
beside it or `public_names` knows it.  What it misses is measured in docs/masking.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from whence.model.finding import PersonName
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span
from whence.read import name_words as words
from whence.read.name_words import TOKEN, fold_word
from whence.read.offices import is_private, office_after, office_before, under_shared_office
from whence.read.uppercase import is_common

_AGE_AFTER: Final = re.compile(
    r"\s*(?:,\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:people|civilians|km|kilom|soldiers))|\(\d{1,3}\)|,?\s+aged?\s+\d)"
)
_AGE_BEFORE: Final = re.compile(r"\b\d{1,3}[- ]year[- ]old\s+(?:\w+\s+)?$")
_NAMED_BEFORE: Final = re.compile(
    r"\b(?:named|called|nicknamed|name is|name was|names? as|named as|(?:identified|known|described)"
    r"(?: by \w+)?(?: (?:him|her|them)self)?(?: only)? as|(?:identified|recognised|recognized) (?:him|her)? ?as|"
    r"the late|(?:relatives|parents|family|widow|funeral|body|bodies|murder|death|arrest|name) of)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_SAID_AFTER: Final = re.compile(rf"\s*,?\s*(?:who\s+)?(?:{'|'.join(sorted(words.SAYING))})\b")
# "X and Y said", "X from the Harrow Centre said"
_SAID_LATER: Final = re.compile(
    r"\s+(?:and|from(?: the)?)(?:\s+[A-Z][\w'’-]+){1,4},?\s+(?:said|says|told)\b|:\s+[\"“]"
)
_SAID_BEFORE: Final = re.compile(r"[\"”’,]\s*(?:said|says|added|recalled|explained|told \w+)\s+$")
_LONGEST_ALONE: Final = 3  # words of a name that only a verb of speech beside it shows
_KIN: Final = (
    "son|daughter|brother|sister|mother|father|wife|husband|uncle|aunt|cousin|nephew|niece|widow|parents|family|"
    "relatives|children|sons|daughters|brothers|sisters|killing|murder|arrest|lawyer|body"
)
# What is done to persons only; "was hit" is said of towns.
_DONE: Final = (
    "killed|murdered|assassinated|abducted|kidnapped|arrested|detained|executed|tortured|"
    "jailed|beheaded|hanged|shot"
)
# Beside a name of two or three words whose given name no table has, these tell that it is a person's.
_PERSON_BEFORE: Final = re.compile(
    rf"\b(?:(?:{_KIN}|remains|life) of|{_DONE}|(?:director|head|chief) of\b[^,.;:\n]*,)\s+$"
)
_PERSON_AFTER: Final = re.compile(
    rf"['’]s\s+(?:{_KIN})\b|\s+and\s+(?:his|her|(?:one|two|three|four|five|six) of (?:his|her))\b"
    rf"|\s+(?:was|is|been)\s+(?:{_DONE})\b|,?\s+(?:alleged|alleges|claims|confirmed|posted|admitted)\b|,\s+who\s"
    r"|\s*,\s+(?:not (?:his|her) real name|a pseudonym)"
)
_PERSON_ENDS: Final = re.compile(
    r"\s*(?:[,.;:]|$|\s(?:and|in|near|on|at|was|outside|after|when|while|who)\b)|['’]s\b"
)
_FAMILY_AFTER: Final = re.compile(r"\s+family\b")
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|over|towards?|into|of|on|north|south|east|west)\s+$", re.I
)
_LIST_GAP: Final = re.compile(r"\s*(?:,|,?\s+and|;)\s+$")
_BYLINE: Final = re.compile(
    r"(?:\n\s*|\b(?:reporting|editing|writing|compiled|edited|written) )by\s+$", re.IGNORECASE
)
_LONGEST_BEFORE_KUNYA: Final = 3  # words
_HOUSE_AFTER: Final = re.compile(r"\s+(?:of|from|at)\s+[^,.;:\n]{1,60}")
_FULL: Final = range(2, 4)  # words of a full name whose words no table has


def fold_name(name: str) -> str:
    """Return `name` folded for comparison: accents, hyphens, apostrophes and articles aside."""
    parts = re.sub(r"[^a-z ]", " ", " ".join(fold_word(t) for t in TOKEN.findall(name))).split()
    return " ".join(p for p in parts if p not in {"al", "el"})


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (
            "-" in self.text
            and self.low.split("-")[0] in words.PARTICLES
            and any(p[:1].isupper() for p in self.text.split("-"))
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at [start, end): the person's fullest name, whether it is public, and the rule that took it."""

    start: int
    end: int
    name: str
    public: bool
    rule: str


def find_persons(report: Report, public_names: frozenset[str]) -> tuple[PersonName, ...]:
    """Return the names of persons in `report.text`, in order; `public_names` are full or unmistakable short names."""
    known = frozenset(fold_name(n) for n in public_names)
    text = report.text
    found: list[_Found] = []
    runs = list(_runs(text))
    for run in runs:
        one = _judge(text, run, found[-1] if found else None, known)
        if one is not None:
            found.append(one)
    found = _byline_is_public(report, _one_person_one_verdict(found))
    found = sorted([*found, *_later_mentions(text, runs, found)], key=lambda f: f.start)
    return tuple(_person(report, f) for f in found)


def _runs(text: str) -> Iterator[list[_Token]]:
    """Yield maximal runs of capitalised tokens, with particles inside them, separated by one space or a full stop."""
    run: list[_Token] = []
    for match in TOKEN.finditer(text):
        raw = match[0]
        cut = 2 if raw[-2:] in {"'s", "’s", "'S"} else 0
        token = _Token(match.start(), match.end() - cut, raw[: len(raw) - cut], fold_word(raw))
        if run and not _joins(text, run[-1], token):
            yield from _split(run)
            run = []
        if token.capital or (run and token.low in words.PARTICLES):
            run.append(token)
            if cut:
                yield from _split(run)
                run = []
        elif run:
            yield from _split(run)
            run = []
    yield from _split(run)


def _joins(text: str, before: _Token, after: _Token) -> bool:
    gap = text[before.end : after.start]
    if gap in {" ", "\u00a0", "\n"}:
        return gap != "\n"
    return gap == ". " and (
        len(before.text) <= 3 and (before.low in words.TITLES | words.ROLES or len(before.text) == 1)
    )


def _split(run: list[_Token]) -> Iterator[list[_Token]]:
    while run and not run[-1].capital:
        run = run[:-1]
    if run:
        yield run


def _judge(text: str, run: list[_Token], last: _Found | None, known: frozenset[str]) -> _Found | None:
    """Return the person named by `run`, or None if nothing but its capitals would say that it is one."""
    at, titled = _name_start(run)
    at = max(at, _past_seat(text, run))
    if at == len(run):
        return None
    name = run[at:]
    if any(t.low in words.NOT_PERSONS for t in name) or _acronym(name):
        return None
    name = _without_tail(name)
    start, end = name[0].start, name[-1].end
    full = text[start:end]
    if _known(full, known):
        return _Found(start, end, full, True, "known office holder")
    if _is_place(text, name, start, end):
        return None
    listed = last is not None and last.public and under_shared_office(text, (last.start, last.end), start)
    public = _public(text, run, at, end) or listed
    rule = _evidence(text, run[:at], name, titled, last, public)
    if not rule:
        return None
    return _Found(start, end, full, public or bool(_BYLINE.search(text[max(0, start - 24) : start])), rule)


def _without_tail(name: list[_Token]) -> list[_Token]:
    """Drop what follows the name without being part of it: "Samira Karim Sunday"."""
    after = words.OPENERS | words.ROLES | {"executive", "leave", "leaves"}
    stop = next(
        (i for i, t in enumerate(name) if i and (t.low in after or (i > 1 and _acronym([t])))), len(name)
    )
    return name[:stop]


def _is_place(text: str, name: Sequence[_Token], start: int, end: int) -> bool:
    """Whether what surrounds the name makes it a place's or a group's: "the town of X", "X district", "so-called X"."""
    after = TOKEN.match(text, min(end + 1, len(text)))
    before = [fold_word(t) for t in TOKEN.findall(text[max(0, start - 30) : start])]
    if name[0].low in words.PLACE_HEADS or (after is not None and after[0] in words.PLACE_NOUNS):
        return True
    return bool(before) and (
        before[-1] == "so-called"
        or (before[-1] == "of" and before[-2:-1] != [] and before[-2] in words.PLACE_NOUNS)
    )


def _known(full: str, known: frozenset[str]) -> bool:
    folded = fold_name(full)  # a final s stands for a possessive whose apostrophe was lost
    return folded in known or (folded.endswith("s") and folded[:-1] in known)


def _name_start(run: Sequence[_Token]) -> tuple[int, str]:
    """Return where the name starts in `run` after openers, titles and offices, and the title found."""
    at, titled = 0, ""
    for i, token in enumerate(run):
        low = token.low.replace(".", "")
        if low in {"abu", "umm", "um"} and i + 1 < len(run):
            return (at if _given_names(run[at:i]) else i), titled or "kunya"
        if low in words.GIVEN and low not in words.OPENERS | words.TITLES | words.ROLES:
            break
        trade = low in words.KIN_AND_TRADES or (
            low.removesuffix("s") in words.KIN_AND_TRADES
            and run[min(i + 1, len(run) - 1)].low not in words.OPENERS
        )  # "Soldiers X and Y", no "Doctors Without"
        if low in words.TITLES or (trade and i == at and i + 1 < len(run)):
            at, titled = i + 1, "title"
        elif low in words.ROLES:
            at, titled = i + 1, "office"
        elif low in words.OPENERS or (low in words.NOT_PERSONS and _person_follows(run, i)):
            at = i + 1
    return at, titled


def _past_seat(text: str, run: Sequence[_Token]) -> int:
    """Where the name starts after an office's seat without a comma: "the governor of Harrow Adel Mansour"."""
    lead = [fold_word(t) for t in TOKEN.findall(text[max(0, run[0].start - 30) : run[0].start])][-2:]
    if len(lead) != 2 or lead[0] not in words.ROLES or lead[1] not in {"of", "for", "in", "to"}:
        return 0
    return next((i for i, t in enumerate(run[:-1]) if i and t.low in words.GIVEN), 0)


def _given_names(before: Sequence[_Token]) -> bool:
    """Whether the words before a kunya are the same person's ("Harun Abu Salma"), to be withheld with it."""
    other = words.OPENERS | words.NOT_PERSONS | words.PLACE_HEADS | words.ROLES | words.TITLES
    return 0 < len(before) < _LONGEST_BEFORE_KUNYA and not any(t.low in other for t in before)


def _person_follows(run: Sequence[_Token], at: int) -> bool:
    rest = [t.low for t in run[at + 1 :]]
    return any(t in words.ROLES | words.TITLES | words.GIVEN for t in rest)


def _acronym(name: Sequence[_Token]) -> bool:
    return all(t.text.isupper() and len(t.text) > 1 for t in name)


def _evidence(
    text: str,
    before: Sequence[_Token],
    name: Sequence[_Token],
    titled: str,
    last: _Found | None,
    public: bool,
) -> str:
    """Return the rule by which `name` is a person's, or ""."""
    start, end = name[0].start, name[-1].end
    lead, tail = text[max(0, start - 60) : start], text[end : end + 60]
    given = name[0].low in words.GIVEN or name[0].low.split("-")[0] == "abdul"
    several = len(name) > 1
    listed = last is not None and _LIST_GAP.match(text[last.end : start]) is not None
    tests = (
        (bool(titled), titled),
        (given and several, "given name"),
        (bool(_AGE_AFTER.match(tail) or _AGE_BEFORE.search(lead)), "age"),
        (_named(lead, given), "naming words"),
        (not before and _trade_before(lead, several), "kinship or trade"),
        (not several and bool(_FAMILY_AFTER.match(tail)), "family"),
        (several and (public or _described(tail)), "an office or trade beside it"),
        (listed and (given or several), "listed with a person"),
        (_suffers(lead, tail, name), "what is done to persons"),
        (_speaks(lead, tail, given or (several and not before and _named_like(name))), "speaks"),
    )
    return next((rule for holds, rule in tests if holds), "")


def _named_like(name: Sequence[_Token]) -> bool:
    """Whether the run may be a name by itself: of three words at most, and not all of them plain English words."""
    return len(name) <= _LONGEST_ALONE and not all(is_common(t.low) for t in name)


def _described(tail: str) -> bool:
    """Whether an apposition names what the person is: ", a nurse", " a local activist", ", head of a school"."""
    match = re.match(
        r"(?:,\s*|\s+(?=an?\s|[a-z-]+\s+(?:of|for|at)\s))(?:an?\s+|the\s+)?((?:[\w-]+\s+){0,2}?[\w-]+)(?=\W)",
        tail,
    )
    if match is None:
        return False
    nouns = re.split(r"\s+", tail[match.start(1) :].lower())[:3]
    return any(re.sub(r"\W+$", "", n) in words.KIN_AND_TRADES | words.ROLES for n in nouns)


def _named(lead: str, given: bool) -> bool:
    return bool(_NAMED_BEFORE.search(lead)) and (given or not re.search(r"\bof\s+$", lead))


def _speaks(lead: str, tail: str, likely: bool) -> bool:
    if not likely or re.search(r"\bthe\s+$", lead, re.IGNORECASE):
        return False
    return bool(_SAID_AFTER.match(tail) or _SAID_LATER.match(tail) or _SAID_BEFORE.search(lead))


def _suffers(lead: str, tail: str, name: Sequence[_Token]) -> bool:
    """Whether what is told beside two or three capitalised words is told of persons only ("killed X Y in Z")."""
    if (
        len(name) not in _FULL
        or not all(t.capital and len(t.text) > 1 for t in name)
        or name[0].low in words.PARTICLES
    ):
        return False
    before = _PERSON_BEFORE.search(lead) is not None and _PERSON_ENDS.match(tail) is not None
    return before or (
        _PERSON_AFTER.match(tail) is not None and not re.search(r"\bthe\s+$", lead, re.IGNORECASE)
    )


def _trade_before(lead: str, several: bool) -> bool:
    """Whether a word for kin or a trade stands right before, or an office before a name of `several` words."""
    match = re.search(r"([a-z-]+),?\s+$", lead, re.IGNORECASE)
    callings = words.KIN_AND_TRADES | words.ROLES if several else words.KIN_AND_TRADES
    return match is not None and match[1].lower() in callings


def _public(text: str, run: Sequence[_Token], at: int, end: int) -> bool:
    """Return whether an office stands straight before or after the name that begins at `run[at]`."""
    before = [t.low.replace(".", "") for t in run[:at]]
    roles = [t for t in before if t in words.ROLES]
    if roles:
        called = before[max(i for i, t in enumerate(before) if t in words.ROLES) + 1 :][:1]
        trade = bool(called) and called[0] in words.KIN_AND_TRADES  # "Head Nurse", "Chief Surgeon"
        house = _HOUSE_AFTER.match(text, end)  # "Director X of the Harrow clinic"
        told = [fold_word(t) for t in TOKEN.findall(house[0])] if house else []
        told = told[: next((i for i, t in enumerate(told) if t in words.SAYING), len(told))]
        return not trade and not is_private([*before, *told], roles[-1])
    return office_before(text, run[at].start, end) or office_after(text, run[at].start, end)


def _one_person_one_verdict(found: list[_Found]) -> list[_Found]:
    """A person whom one mention gives an office is public wherever the report names that person in full."""
    public = {fold_name(f.name) for f in found if f.public}
    return [replace(f, public=True) if fold_name(f.name) in public else f for f in found]


def _byline_is_public(report: Report, found: list[_Found]) -> list[_Found]:
    """An author who signs the report has put that name before the public."""
    by = fold_name(report.byline)
    return [replace(f, public=True) if by and f" {fold_name(f.name)} " in f" {by} " else f for f in found]


def _later_mentions(text: str, runs: Sequence[Sequence[_Token]], found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield one-word mentions (surname, or given name) of persons whom the report names in full."""
    taken = {at for f in found for at in range(f.start, f.end)}
    people = _by_part(found)
    for run in runs:
        rest = [t for t in run if t.low not in words.OPENERS | words.TITLES | words.ROLES]
        if len(rest) != 1 or _acronym(rest) or not taken.isdisjoint(range(rest[0].start, rest[0].end)):
            continue
        token = rest[0]
        who = people.get(fold_name(token.text))
        if who is None or (
            _PLACE_BEFORE.search(text[max(0, token.start - 12) : token.start])
            and not _AGE_AFTER.match(text[token.end :])
        ):
            continue
        yield _Found(token.start, token.end, who.name, who.public, "named in full elsewhere")


def _by_part(found: Sequence[_Found]) -> dict[str, _Found]:
    """Map first and last words of full names to their person; where two share one, a private person comes first."""
    out: dict[str, _Found] = {}
    for f in sorted(found, key=lambda f: (f.public, f.start)):
        parts = fold_name(f.name).split()
        written = fold_name(f.name.split()[-1])  # of "Abu Abdel-Moneim" also "Abdel-Moneim"
        for part in sorted({parts[0], parts[-1], written}) if parts else ():
            if len(part) > 2:
                out.setdefault(part, f)
    return out


def _person(report: Report, found: _Found) -> PersonName:
    span = Span.of(report.text, found.start, found.end)
    what = "a public office or an author's line" if found.public else "no public office"
    reason = Reason(
        "person name",
        f"taken for a person's name by: {found.rule}; the text gives {what}",
        (Evidence(report.id, span),),
    )
    if found.rule == "known office holder":
        reason = replace(
            reason, words="the name of a widely known holder of public office (resources/public-figures.yaml)"
        )
    return PersonName(report.id, span, found.name, found.public, reason)
