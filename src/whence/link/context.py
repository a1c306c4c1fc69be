"""What one report says around its voices: which known sources and states it names, and which short names it defines."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Indel

from whence.link.book import Known, SourceBook
from whence.link.phrases import ARTICLES, Word, cut, joined, phrase_key, spellings
from whence.model.report import Report

LONGEST: Final = 12  # words of the longest alias; nothing longer is looked up
DOMINANT: Final = 1.5  # a state is a report's context if it is named this often more than the next
ALIKE: Final = (
    0.6  # letters in common of two words of one name ("Syria's", "Syrian"; "Organisation", "Organization")
)
_SIDES: Final = frozenset({"party", "official", "military"})
_DEFINED: Final = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Za-z.&-]{1,11})\s*\)")
# nouns before which a body's name only says whose they are
_DEEDS: Final = frozenset(
    {
        "action",
        "intervention",
        "strike",
        "strikes",
        "aid",
        "presence",
        "base",
        "bases",
        "support",
        "involvement",
    }
)
_TELLS: Final = (
    3  # words between a source and the word that makes it a teller ("SANA state news agency said")
)
_TELLING: Final = frozenset(
    {
        "said",
        "says",
        "reported",
        "reports",
        "added",
        "according",
        "citing",
        "quoted",
        "quoting",
        "told",
        "announced",
    }
)
_SMALL: Final = frozenset(
    {"of", "the", "for", "and", "in", "on", "de", "des", "du", "la", "to", "against", "at"}
)


def fits(words: Sequence[Word], alias: str) -> bool:
    """Return whether `words` may stand for `alias`: an acronym or name is no match for a word in lower case.

    "who" is not WHO, "is" is not IS, "time" is not Time.
    """
    if alias[:1].islower() and not alias.startswith(("al-", "al ", "an-")):
        return True
    return any(w.proper for w in words)


class ReportContext:
    """The surroundings of the voices of one report, found only when something asks for them."""

    def __init__(self, report: Report, book: SourceBook, own: str = "") -> None:
        """`own` is the source id of the report's outlet."""
        self.report, self.book, self.own = report, book, own
        self.told = report.published

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the text."""
        return cut(self.report.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """The keys of the known sources that the text names by an alias."""
        hits = (([one] if (one := self.chosen(keys)) else keys) for _, _, keys in self._aliases)
        return frozenset(key for keys in hits for key in keys)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Those of them that the text names beside a word of telling ("according to X", "X reported")."""
        found: set[str] = set()
        for at, end, keys in self._aliases:
            near = (*self.words[max(0, at - _TELLS) : at], *self.words[end : end + _TELLS])
            found.update(keys if any(w.key in _TELLING for w in near) else ())
        return frozenset(found)

    @cached_property
    def _aliases(self) -> tuple[tuple[int, int, list[str]], ...]:
        """Where the text names known sources: first word, the word after, and their keys."""
        found: list[tuple[int, int, list[str]]] = []
        at = 0
        while at < len(self.words):
            hit = self._alias_at(at)
            if hit:
                found.append((at, at + hit[0], hit[1]))
            at += hit[0] if hit else 1
        return tuple(found)

    def spelt_out(self, letters: str) -> str:
        """Return the one run of names in the text whose initials are `letters`, "" if none or several."""
        runs = {run for at in range(len(self.words)) if (run := self._initialled(at, letters.lower()))}
        return next(iter(runs)) if len(runs) == 1 else ""

    def _initialled(self, at: int, letters: str) -> str:
        """The words from `at` on whose initials are `letters`, each with a capital but for the small ones between."""
        end = at
        for letter in letters:
            while end > at and end < len(self.words) and self.words[end].key in _SMALL:
                end += 1
            word = self.words[end] if end < len(self.words) else None
            named = word is not None and word.capital and not word.text[1:].isupper()
            if word is None or not named or word.key[0] != letter or (end > at and word.broken):
                return ""
            end += 1
        return " ".join(self.report.text[self.words[at].start : self.words[end - 1].end].split())

    def _alias_at(self, at: int) -> tuple[int, list[str]] | None:
        most = self.book.starts.get(self.words[at].key, 0)
        for length in reversed(_lengths(self.words[at : at + LONGEST], most)):
            run = self.words[at : at + length]
            keys = [k for k, alias in self.bearers(joined(run)) if _names(run, alias)]
            if keys:
                return length, keys
        return None

    def chosen(self, keys: Sequence[str]) -> str:
        """Return the one of `keys` that the report can mean: the outlet itself, the one of its state; "" if unclear."""
        if len(keys) <= 1:
            return keys[0] if keys else ""
        if self.own in keys:
            return self.own
        known = self.book.known
        for fitting in (
            [k for k in keys if known[k].subject == self.state],
            [k for k in keys if not known[k].subject],
            [k for k in keys if not self._elsewhere(known[k])],
        ):
            if len(fitting) == 1:
                return fitting[0]
        return ""

    def _elsewhere(self, row: Known) -> bool:
        """Whether a source is a side of a conflict that the report does not name: news of elsewhere hardly cites it."""
        return row.kind in _SIDES and bool(row.subject) and row.subject not in self.states

    def bearers(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the known sources that may bear the name `key` in this report, each with the name as a table has it.

        Not those that bore it at another time than the report's, nor an acronym's that were founded later or that the
        report gives for another name; of several, those that were there when it was published.
        """
        rows = self.book.aliases.get(key, ())
        rows = tuple(row for row in rows if self._may_bear(key, *row))
        if len(rows) > 1:
            there = tuple(row for row in rows if self.book.known[row[0]].term.may_hold(self.told))
            return there or rows
        return rows

    def _may_bear(self, key: str, source: str, alias: str) -> bool:
        row = self.book.known[source]
        if alias in row.dated and not row.dated[alias].may_hold(self.told):
            return False
        acronym = alias.isupper() and alias.isalpha()
        if not acronym:
            return True
        return not row.term.begins_after(self.told) and not self._given_for_another(key, row)

    def _given_for_another(self, key: str, row: Known) -> bool:
        """Whether the report gives the acronym for a name that is no spelling of the source's ("… Authority (DFA)")."""
        full = self.definitions.get(key)
        told = _telling_words(full) if full else []
        own = [_telling_words(name) for name in (row.name, *row.aliases, *row.dated)]
        like = [words for words in own if len(words) > 1 and "".join(w[0] for w in words) == key]
        return bool(told and like) and not any(_alike(told, words) for words in like)

    @cached_property
    def states(self) -> Counter[str]:
        """How often the text names each state, its people or what belongs to it."""
        counts: Counter[str] = Counter()
        words, past = spellings(self.report.text), 0
        starts = self.book.state_starts | ARTICLES
        for at, (written, key) in enumerate(words):
            if key in starts and at >= past and written[0].isupper():
                code, length = self._state_of([k for _, k in words[at : at + 3]])
                if length == 1 and key in self.book.state_acronyms and not written.isupper():
                    continue  # "Car bomb" tells of no state
                counts.update([code] if code else ())
                past = at + length
        return counts or self._capitals

    @property
    def _capitals(self) -> Counter[str]:
        """How often the text names each state's capital: what a text that names no state is about."""
        return Counter(
            code
            for at, word in enumerate(self.words)
            for length in (1, 2)
            if word.capital and (code := self.book.capitals.get(joined(self.words[at : at + length])))
        )

    def _state_of(self, keys: Sequence[str]) -> tuple[str, int]:
        """The state that the words with `keys` name from the first on, "" if none, and how many words to go on."""
        for length in (3, 2, 1):
            code = self.book.demonyms.get(" ".join(k for k in keys[:length] if k not in ARTICLES))
            if code:
                return code, length
        return "", 1

    @cached_property
    def state(self) -> str:
        """The one state that the report is about, "" if none stands out."""
        ranked = sorted(self.states.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < DOMINANT * ranked[1][1]):
            return ""
        return ranked[0][0]

    @cached_property
    def leading(self) -> str:
        """The state that the report names most, "" if none or two alike: enough to understand a description by."""
        ranked = sorted(self.states.items(), key=lambda kv: (-kv[1], kv[0]))
        return "" if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]) else ranked[0][0]

    @cached_property
    def prominent(self) -> frozenset[str]:
        """The states that the report names at least half as often as the one it names most: what it may be about."""
        most = max(self.states.values(), default=0)
        return frozenset(code for code, count in self.states.items() if 2 * count >= most)

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """For each kind of body, the states whose body of that kind the text names in full ("Syrian army")."""
        found: dict[str, set[str]] = {}
        for at, word in enumerate(self.words):
            code = self.book.demonyms.get(word.key) if word.capital else None
            if not code:
                continue
            for length in range(4, 0, -1):
                role = self.book.body_phrases.get(joined(self.words[at + 1 : at + 1 + length]))
                following = self.words[at + 1 + length : at + 2 + length]
                if role and following and following[0].key in _DEEDS:
                    break  # "Vostian military action" names no army
                if role:
                    found.setdefault(role, set()).add(code)
                    break
        return {role: frozenset(codes) for role, codes in found.items()}

    @cached_property
    def definitions(self) -> dict[str, str]:
        """Short names that the text gives for longer ones, as in "National Relief Committee (NRC)"."""
        table: dict[str, str] = {}
        for m in _DEFINED.finditer(self.report.text):
            letters = re.sub(r"[^A-Za-z]", "", m.group(1))
            full = _expansion(self.report.text[max(0, m.start() - 120) : m.start()], letters)
            if full:
                table.setdefault(phrase_key(m.group(1)), full)
        return table


def _telling_words(name: str) -> list[str]:
    return [w.key for w in cut(name) if w.key not in _SMALL]


def _alike(told: Sequence[str], own: Sequence[str]) -> bool:
    """Whether two names of an acronym are spellings of one: as many words, each much like its partner."""
    pairs = zip(told, own, strict=False)
    return len(told) != len(own) or all(Indel.normalized_similarity(a, b) >= ALIKE for a, b in pairs)


def _lengths(words: Sequence[Word], most: int) -> list[int]:
    """How many of `words` a run may have from the first on, if it has at most `most` words besides articles."""
    lengths: list[int] = []
    for length, word in enumerate(words, start=1):
        most -= word.key not in ARTICLES
        if most < 0:
            break
        lengths.append(length)
    return lengths


def _names(run: Sequence[Word], alias: str) -> bool:
    """Whether the run, in running text, is the alias: acronyms letter by letter, names with their capitals."""
    text = " ".join(w.text for w in run)
    if len(run) == 1 and alias.isupper():
        return text.isupper()
    return run[0].capital or not alias[:1].isupper()


def _expansion(before: str, letters: str) -> str:
    """The shortest run of words at the end of `before` whose capitals or initials spell `letters`; "" if none."""
    words = list(re.finditer(r"[^\W_]+(?:['’][^\W_]+)?", before))
    want = letters.lower()
    for count in range(2, min(len(words), len(letters) + 4) + 1):
        run = words[-count:]
        if not run[0].group()[0].isupper():
            continue
        initials = "".join(w.group()[0].lower() for w in run)
        strong = "".join(w.group()[0].lower() for w in run if w.group().lower() not in _SMALL)
        if want in (initials, strong):
            return before[run[0].start() : run[-1].end()]
    return ""
