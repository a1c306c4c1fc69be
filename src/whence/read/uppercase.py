"""Texts in capitals alone, as telexes and monitoring services wrote them: the case that their words would have had.

Names, sentences and voices are found by their capitals, of which such a text has too many.  `recased` gives it back the
small letters: a word keeps a capital where it begins a sentence, where it is no common word of English, and where it
belongs to the name of a body; acronyms stay as they are.  What it gives is only looked at: length and places stay, and
`CasedReader` puts the text's own letters back into every quote.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

from whence.model.ids import digest
from whence.model.report import Report
from whence.model.span import Span
from whence.model.statement import Statement
from whence.read.body_names import BODIES, NAMES, OF_BODIES
from whence.read.calendars import ENGLISH_MONTHS, WEEKDAYS
from whence.read.english_rarer_words import RARER_WORDS
from whence.read.english_words import WORDS
from whence.read.name_words import GIVEN
from whence.read.numerals import word_set
from whence.read.reader import Reader
from whence.read.segment import sentences

_SHARE: Final = 0.9  # of a text's letters that are capitals; acronyms and headlines never make so many
_LEAST: Final = 80  # letters; a shorter text is a headline, which is read as it stands
_LONGEST: Final = 200_000  # code points; no telex is longer, and hostile texts shall take no time
_UPPER: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_LOWER: Final = re.compile(r"[a-zà-öø-ÿ]")
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TAGS: Final = re.compile(r"\s*(?:[^\n]{0,80}?--\s*)?(?:\[[^\]]{0,160}\]\s*)+[\"“]?(?=[^\W\d_])")
_DAYS: Final = word_set(WEEKDAYS)
_NEAR_DAY: Final = re.compile(r"\d\s*$|\d(?:ST|ND|RD|TH)\s+(?:OF\s+)?$")
_DAY: Final = re.compile(r"\s+\d")
# ends of words that no name from Spanish, Arabic or English has, long enough to be safe
_ENDS: Final = re.compile(
    r"\w{4,}(?:tions?|sions?|ments?|ness|ships?|ology|ously|ingly|ically|ively|ization|isation|abilit(?:y|ies)|fully)"
)
_PREFIXES: Final = (
    "counter", "inter", "super", "under", "multi", "anti", "over", "semi", "para", "non", "dis", "mis", "pre", "sub",
    "out", "un", "re", "de", "ex", "co", "in", "im", "mid",
)  # fmt: skip
# an ending, and what stands in its place in the plain form
_SUFFIXES: Final = (
    ("ies", ("y",)), ("ied", ("y",)), ("ily", ("y",)), ("iest", ("y",)), ("ier", ("y",)), ("iness", ("y",)),
    ("ing", ("", "e")), ("ings", ("", "e")), ("ed", ("", "e")), ("ation", ("", "e")), ("ations", ("", "e")),
    ("ators", ("ate",)), ("ator", ("ate",)), ("ions", ("", "e")), ("ion", ("", "e")), ("ors", ("", "e")),
    ("or", ("", "e")), ("ers", ("", "e")), ("er", ("", "e")), ("ments", ("",)), ("ment", ("",)), ("ly", ("", "le")),
    ("al", ("", "e")), ("ally", ("", "al")), ("ists", ("", "y", "e")), ("ist", ("", "y", "e")),
    ("ism", ("", "e")), ("ive", ("", "e")), ("ives", ("", "e")), ("able", ("", "e")), ("ible", ("", "e")),
    ("bility", ("ble",)), ("bly", ("ble",)), ("ably", ("", "e")), ("ure", ("",)), ("ures", ("",)), ("age", ("",)),
    ("ee", ("", "e")), ("ees", ("", "e")), ("ization", ("ize",)), ("ized", ("",)), ("ize", ("",)), ("ian", ("", "y")),
    ("ial", ("", "e")), ("ency", ("ent",)), ("ancy", ("ant",)), ("ence", ("ent", "e", "")), ("y", ("",)),
    ("ty", ("",)),
    ("ance", ("", "e")), ("ity", ("", "e")), ("ities", ("", "e")), ("ful", ("",)), ("less", ("",)),
    ("est", ("", "e")), ("ness", ("",)), ("ous", ("", "y", "e")), ("ic", ("", "y", "e")), ("ship", ("",)), ("d", ("",)),
    ("s", ("",)),
)  # fmt: skip
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")
_DEMONYM: Final = re.compile(r"\w{2,}(?:an|ans|ese|ish|eno|enos)")
_ONSETS: Final = word_set(
    "bl br by ch chr cl cr cz dr dw dy fl fr gh gl gn gr gu gw hy kh kl kn kr kw ky ll ly ml mr my ng ny ph "
    "phr pl pn pr ps pt ry sb sc sch scr sg sh shr sk sl sm sn sp spl spr sq st str sv sw sy th thr tr ts tw "
    "ty vl vr wh wr wy zh zw "
)
_SAID_END: Final = re.compile(
    r"(?:[aeiouy]|(?:^|[aeiouy])(?:[bcdfgklmnprstxyz]|n[dtgsck]|r[dtnskmlgb]|l[dtfsml]|s[tksh]|c[kht]|t[hstz]|[ksp]s"
    r"|sh|mp|gh|ff|zz|lls|nts|rts|rth|nth|nz|rz|tz|dd|nn|hl|tch|ms|ns|ls|rs|wn|ws|w|h|y|v|j|q))$"
)
_KNOWN: Final = word_set(
    "un oas cia ira eec fbi usa ussr uk uae plo anc imf eu upi ap afp bbc cnn eta gmt ak"
)
_SHORT_LANDS: Final = word_set("peru cuba iran iraq mali chad oman togo fiji laos")
_ABBREVIATED: Final = word_set("mr mrs ms dr jr sr st lt col gen maj sgt capt msgr adm fr rev prof")
_MEASURES: Final = word_set("km kg mm cm etc hrs lb lbs mph")
_WRAPPED: Final = re.compile(r"(?<=\S)\n(?=\S)")  # telexes break their lines at 70 or so columns
_ROMAN: Final = re.compile(r"[ivx]{2,5}")
_FRONTS: Final = frozenset(
    ("front", "movement", "battalion", "brigade", "party", "command", "cartel", "regiment", "federation")
)
_SHORT_FIRST: Final = re.compile(r"\b(?P<short>[A-Z]{3,12})\s\[(?P<long>(?:[A-Z'’-]+\s+){1,9}[A-Z'’-]+)\]")
_SHORT_LAST: Final = re.compile(
    r"(?P<long>(?:[A-Z'’-]+\s+){2,9}[A-Z'’-]+)[\"”]?\s[\[(](?P<short>[A-Z]{3,8})[\])]"
)
_QUOTED_BODY: Final = re.compile(
    r"[\"“](?P<long>(?:[A-Z'’-]+\s+){1,5}(?:FORCES?|FRONT|ARMY|SQUADS?|BRIGADES?|COMMANDS?|COMMANDOS?|"
    r"MOVEMENT|GROUPS?|PARTY))[\"”]"
)
# what an editor puts between brackets
_EDITORS: Final = re.compile(r"\b(?:AS|INDISTINCT|OMITTED|RECORDING|PREVIOUS|SENTENCE|SIC|THOUGHT)\b")
_LINKING: Final = frozenset(("of", "the", "for", "and"))


def is_shouted(text: str) -> bool:
    """Return whether the letters of `text` are capitals, so that they show no names."""
    if len(text) > _LONGEST:
        return False
    upper, lower = len(_UPPER.findall(text)), len(_LOWER.findall(text))
    return upper + lower >= _LEAST and upper >= _SHARE * (upper + lower)


@cache
def is_common(word: str, depth: int = 0) -> bool:
    """Return whether `word`, in small letters, is a common word of English or made of one by rule."""
    if word in WORDS or word in RARER_WORDS or _ENDS.fullmatch(word):
        return True
    if depth > 2 or len(word) < 4:
        return False
    if word.endswith(("'s", "’s", "s'", "n't", "'ll", "'ve", "'re", "'d")):
        bare = word.removesuffix("n't") if word.endswith("n't") else re.split(r"['’]", word)[0]
        return bare in WORDS or is_common(bare, depth + 1)
    return any(is_common(plain, depth + 1) for plain in _plain_forms(word)) or any(
        len(word) - len(p) > 3 and word.startswith(p) and is_common(word[len(p) :], depth + 1)
        for p in _PREFIXES
    )


def _plain_forms(word: str) -> Iterator[str]:
    """Yield what `word` may be an inflected or derived form of."""
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        yield word[:-2]
    for suffix, instead in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < (2 if suffix in ("ing", "ed") else 3):
            continue
        for end in instead:
            yield stem + end
        if stem[-1] == stem[-2] and len(stem) > 3 and suffix not in ("s", "d", "ly", "al"):
            yield stem[:-1]


@dataclass(slots=True)
class _Word:
    """A word of the text in small letters, where it stands, and whether it is due a capital."""

    start: int
    end: int
    lower: str
    name: bool
    spaced: bool  # only space stands between it and the word before


def recased(text: str) -> str:
    """Return `text`, of the same length, in the letters that its words would have; as it is unless it is shouted."""
    if not is_shouted(text):
        return text
    acronyms = _acronyms(text)
    words = [_word(text, m, acronyms) for m in _TOKEN.finditer(text)]
    for before, word in pairwise(words):
        word.spaced = text[before.end : word.start].isspace()
    _name_bodies(words)
    named = _named_phrases(text) | _spelt_short(text, acronyms)
    starts = _starts(text)
    letters = list(text)
    for word in words:
        if word.lower in acronyms or _keeps(text, word):
            continue
        first = word.name or word.start in named or word.start in starts
        large = text[word.start : word.end]
        small = large.lower()
        if len(small) == len(large) and small.upper() == large:  # else a letter has no small form of its own
            letters[word.start : word.end] = text[word.start] + small[1:] if first else small
    return "".join(letters)


def _word(text: str, match: re.Match[str], acronyms: frozenset[str]) -> _Word:
    lower = match.group().lower()
    ordinal = bool(match.start()) and text[match.start() - 1].isdigit()  # "5TH", "2D", "10KM"
    if ordinal or lower in _MEASURES:
        name = False
    elif lower in ENGLISH_MONTHS and is_common(lower):
        near = _NEAR_DAY.search(text, max(0, match.start() - 8), match.start())
        name = bool(near or _DAY.match(text, match.end()))
    else:
        known = lower in GIVEN and lower not in WORDS
        name = known or lower in ENGLISH_MONTHS or lower in _DAYS or not is_common(lower) or lower in acronyms
    return _Word(match.start(), match.end(), lower, name, spaced=False)


def _keeps(text: str, word: _Word) -> bool:
    """Whether the word is an initial, a letter with a number ("M-16"), or a Roman number, which keep their capitals."""
    after = text[word.end : word.end + 2]
    if word.end - word.start == 1:
        return after[:1] == "." or (after[:1] == "-" and after[1:].isdigit()) or word.lower not in "a"
    return _ROMAN.fullmatch(word.lower) is not None and not is_common(word.lower)


def _acronyms(text: str) -> frozenset[str]:
    """The words that nobody could say, those known the world over, and short ones that brackets explain."""
    found = {m.group().lower() for m in re.finditer(r"\b[A-Z]{2,6}\b", text)}
    beside = {m[1].lower() for m in re.finditer(r"\w\s[\[(]([A-Z]{2,4})[\])]", text)}
    beside |= {
        m[1].lower() for m in re.finditer(r"\b([A-Z]{2,4})\s[\[(](?:[\w']+[\s,-]+){2,9}[\w']+[\])]", text)
    }
    plain = ENGLISH_MONTHS.keys() | GIVEN | _SHORT_LANDS | _ABBREVIATED | _MEASURES
    return frozenset(
        w for w in found - plain if w in _KNOWN or (not is_common(w) and (w in beside or _unsayable(w)))
    )


def _unsayable(word: str) -> bool:
    """Whether the letters make no syllable: no vowel, or a beginning or an end that no word has."""
    if len(word) > 5:
        return False
    first = re.match(r"[^aeiou]*", word)
    onset = first.group() if first else ""
    begins = len(onset) < 2 or onset in _ONSETS
    return onset == word or not begins or _SAID_END.search(word) is None


def _name_bodies(words: Sequence[_Word]) -> None:
    """Give capitals to the words of bodies' names ("Popular Unity Front", "Army of National Liberation")."""
    for i, word in enumerate(words):
        if word.lower not in BODIES:
            continue
        first = i
        while first and words[first].spaced and words[first - 1].lower in OF_BODIES:
            first -= 1
        before = words[first - 1] if first and words[first].spaced else None
        led = before is not None and before.name and not _DEMONYM.fullmatch(before.lower)
        if first < i or (led and word.lower in _FRONTS):
            for part in words[first : i + 1]:
                part.name = True
        _name_after(words, i)


def _name_after(words: Sequence[_Word], at: int) -> None:
    """Give capitals to "<body> of|for <words of bodies>"."""
    last = at + 1
    while last < len(words) and words[last].spaced and words[last].lower in _LINKING | OF_BODIES:
        last += 1
    while last > at + 1 and words[last - 1].lower in _LINKING:
        last -= 1
    if last > at + 2 and words[at + 1].lower in ("of", "for"):
        for part in words[at:last]:
            part.name = part.name or part.lower not in _LINKING


def _spelt_short(text: str, acronyms: frozenset[str]) -> frozenset[int]:
    """The places of words of names that a text gives beside their short forms, or in quotation marks as a body's.

    "KOPREK [ARMED FORCES PRESS OFFICE]", "WORKERS OF THE SALT MILLS (WSM)", the "CIVIC SALT FORCE".
    """
    found: set[int] = set()
    for match in _SHORT_FIRST.finditer(text):
        short = match["short"].lower()
        if not _EDITORS.search(match["long"]) and (short in acronyms or not is_common(short)):
            found |= _large(text, *match.span("long"))
    for match in _SHORT_LAST.finditer(text):
        found |= _initialled(text, match["short"], *match.span("long"))
    for match in _QUOTED_BODY.finditer(text):
        found |= _large(text, *match.span("long"))
    return frozenset(found)


def _large(text: str, start: int, end: int) -> set[int]:
    """The places of the words of text[start:end] that a name writes with a capital."""
    return {m.start() for m in _TOKEN.finditer(text, start, end) if m.group().lower() not in _LINKING}


def _initialled(text: str, short: str, start: int, end: int) -> set[int]:
    """The places of the last words of text[start:end] whose initials are the letters of `short`, if they are."""
    words = [m for m in _TOKEN.finditer(text, start, end) if m.group().lower() not in _LINKING]
    last = words[-len(short) :]
    same = len(last) == len(short) and all(
        m.group()[0] == letter for m, letter in zip(last, short, strict=True)
    )
    return {m.start() for m in last} if same else set()


def _named_phrases(text: str) -> frozenset[int]:
    """The places of words of names that are made of common words, by the table of such names."""
    return frozenset(
        m.start() + n.start() for m in _phrase().finditer(text) for n in re.finditer(r"\w+", m.group())
    )


@cache
def _phrase() -> re.Pattern[str]:
    names = sorted(NAMES, key=lambda n: (-len(n), n))
    return re.compile(r"\b(?:" + "|".join(n.replace(" ", r"\s+") for n in names) + r")\b", re.I)


def _starts(text: str) -> frozenset[int]:
    """The places of words that begin a sentence, or follow the dateline or tags that open one."""
    found: set[int] = set()
    for start, end in sentences(text):
        first = _TOKEN.search(text, start, end)
        if first:
            found.add(first.start())
        tags = _TAGS.match(text, start, end)
        if tags:
            found.add(tags.end())
    return frozenset(found)


def cased(report: Report) -> Report:
    """Return the report with its text in the letters that its words would have, and its lines joined, to be read.

    It has the same places; it is the report itself unless that is shouted.
    """
    text = recased(report.text)
    return report if text == report.text else replace(report, text=_WRAPPED.sub(" ", text))


def restored(report: Report, text: str) -> Report:
    """Return a report that was made from `recased(text)` with the text's own letters, in its quotes too.

    A title that the container gave apart stands before `text` and stays as it is.
    """
    whole = report.text[: len(report.text) - len(text)] + text
    if whole == report.text:
        return report
    own = requoted(report, whole)
    return replace(own, text=whole, text_digest=digest(whole.encode("utf-8")))


_T = TypeVar("_T")


def requoted(value: _T, text: str) -> _T:
    """Return `value`, a noun of the model, with every span in it quoting `text`, whose places it has."""
    return cast("_T", _requoted(value, text))


def _requoted(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return Span.of(text, value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_requoted(v, text) for v in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new: Mapping[str, Any] = {f.name: _requoted(getattr(value, f.name), text) for f in fields(value)}
    changed = {name: v for name, v in new.items() if v is not getattr(value, name)}
    return replace(value, **changed) if changed else value


@dataclass(frozen=True, slots=True)
class CasedReader:
    """Reads shouted reports by another reader as if they were not; every other report goes to it as it is.

    Names of voices, places and actors are in the letters they would have; quotes are the report's own.
    """

    inner: Reader

    @property
    def name(self) -> str:
        """The inner reader's name."""
        return self.inner.name

    @property
    def version(self) -> str:
        """The inner reader's version."""
        return self.inner.version

    def read(self, report: Report) -> tuple[Statement, ...]:
        """Return what `report` states, in order of place; () for a report that is not read."""
        seen = cased(report)
        found = self.inner.read(seen)
        return found if seen is report else tuple(requoted(s, report.text) for s in found)
