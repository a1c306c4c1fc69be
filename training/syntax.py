"""Source, cue and content edges out of dependencies (Universal Dependencies 2), for units of discourse."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, takewhile

from training.treebank import Token

_BESIDE = frozenset(
    {"aux", "aux:pass", "cop", "advmod", "compound:prt"}
)  # what belongs to a verb's own group
_CHAIN = frozenset(
    {"xcomp", "obj", "obl", "nmod", "acl"}
)  # "went on to say", "made the claim", "issued a note saying"
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis"})
_CONTROLLED = frozenset(
    {"conj", "xcomp", "advcl", "ccomp"}
)  # clauses that may leave their subject to the one above
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV", "INTJ"})
_PREDICATIVE = frozenset({"case", "det", "amod"})  # "is on record", "is a firm believer"
_LEANING = frozenset({"cc", "cc:preconj", "mark", "discourse"})


class Syntax:
    """The dependency trees of one document; words are numbers in its list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.quoted = _quoted(tokens)
        self._below: dict[int, list[int]] = defaultdict(list)
        self._sentences: list[list[int]] = [
            [i for i, _ in group] for _, group in groupby(enumerate(tokens), key=lambda t: t[1].sentence)
        ]
        for i, token in enumerate(tokens):
            if token.head is not None:
                self._below[token.head].append(i)

    def attributing(self, unit: set[int], content: set[int]) -> int | None:
        """Return the word of the unit that governs the content, or else the word that governs the unit."""
        for i in sorted(content):
            head = self.tokens[i].head
            if head in unit and self.tokens[i].relation not in _LEANING and self._may_report(head):
                return head
        tops = [i for i in sorted(unit) if self._is_top(i, unit)]
        verbs = [i for i in tops if self.tokens[i].upos in ("VERB", "AUX")]
        return next(iter(verbs or tops), None)

    def parts(self, head: int, unit: set[int], attributing: set[int]) -> tuple[set[int], set[int], set[int]]:
        """Return the words of cue, source, and of a passive's subject that is part of what is said.

        `head` is the unit's word that governs what is said, `attributing` the words of all attributing units.
        """
        nominal = self._nominal_cue(head, unit)
        if nominal is not None:
            return nominal, self._phrase(head, nominal, attributing), set()
        top = self._chain_top(head, unit)
        cue = self._cue(top, head, unit)
        subject, passive = self._source_head(top, unit)
        source = self._phrase(subject, cue, attributing) if subject is not None else set()
        said_of = set().union(*(self._phrase(i, cue, attributing) for i in passive))
        return cue - source, source, said_of - source

    def sentences_after(self, word: int) -> Iterator[list[int]]:
        """Yield the sentences that follow the one of a word."""
        yield from self._sentences[self.tokens[word].sentence + 1 :]

    def rest_of_sentence(self, word: int) -> list[int]:
        """Return the words of its sentence that follow a word."""
        return [i for i in self._sentences[self.tokens[word].sentence] if i > word]

    def quotation(self, word: int) -> set[int]:
        """Return the words of the quotation that a word stands in, its marks included; none where it stands in none."""
        if not self.quoted[word]:
            return set()
        low = high = word
        while low and self.tokens[low].xpos != "``" and self.quoted[low - 1]:
            low -= 1
        while high + 1 < len(self.tokens) and self.tokens[high].xpos != "''" and self.quoted[high + 1]:
            high += 1
        return set(range(low, high + 1))

    def is_quotation(self, sentence: Sequence[int]) -> bool:
        """Whether all words of a sentence stand in quotation marks; its closing stop may follow them."""
        return all(self.quoted[i] or self.tokens[i].upos == "PUNCT" for i in sentence)

    def _nominal_cue(self, head: int, unit: set[int]) -> set[int] | None:
        """The words that make a source of a bare name ("according to", a colon after it); None where there is more.

        A bare name with neither is a credit or an entry of a list, which nobody says: no words.
        """
        verbal = self.tokens[head].upos in _PREDICATES or self._children(head, {"cop"})
        if verbal or not self._is_top(head, unit):
            return None
        cases = self._children(head, {"case"}) & unit
        if cases:
            return cases.union(*(self._children(i, {"fixed"}) for i in cases))
        last = max(unit)
        return {last} if self.tokens[last].form == ":" else set()

    def _may_report(self, i: int) -> bool:
        """A proper name or a question word governs no report: clauses below it describe it."""
        return self.tokens[i].upos != "PROPN" and "PronType=Int" not in self.tokens[i].feats

    def _is_top(self, i: int, unit: set[int]) -> bool:
        token = self.tokens[i]
        return token.head not in unit and token.upos != "PUNCT" and token.relation not in _LEANING

    def _children(self, i: int, relations: Iterable[str]) -> set[int]:
        return {k for k in self._below[i] if self.tokens[k].relation in relations}

    def _chain_top(self, head: int, unit: set[int]) -> int:
        """The first verb of a chain of verbs and their nouns that ends in the head, within the unit."""
        top, token = head, self.tokens[head]
        while token.head in unit and token.relation in _CHAIN and token.head < top:
            top = token.head
            token = self.tokens[top]
        return top

    def _cue(self, top: int, head: int, unit: set[int]) -> set[int]:
        low, high = self._group(top, unit)
        if top != head:
            high = max(high, self._group(head, unit)[1])
        cue = set(range(low, high + 1))
        return cue if cue <= unit else set(range(*self._group_range(head, unit)))

    def _group_range(self, i: int, unit: set[int]) -> tuple[int, int]:
        low, high = self._group(i, unit)
        return low, high + 1

    def _group(self, i: int, unit: set[int]) -> tuple[int, int]:
        """A verb (or what stands for one) with the auxiliaries, adverbs and particles that touch it."""
        low = high = i
        while low - 1 in unit and self._belongs(low - 1, i):
            low -= 1
        while high + 1 in unit and self._belongs(high + 1, i):
            high += 1
        return low, high

    def _belongs(self, k: int, verb: int) -> bool:
        token = self.tokens[k]
        if token.head != verb or "PronType=Int" in token.feats or "PronType=Rel" in token.feats:
            return False
        if token.relation in _PREDICATIVE:
            return bool(self._children(verb, {"cop"}))
        return token.relation in _BESIDE or (token.relation == "mark" and token.xpos == "TO")

    def _source_head(self, verb: int, unit: set[int]) -> tuple[int | None, set[int]]:
        """The word that says it, and the subjects that a passive without an agent says something of.

        "The convoy was believed to be late" says something of the convoy; "she was convinced that it was late" is hers.
        """
        agents, passive = self._children(verb, {"obl:agent"}), self._children(verb, {"nsubj:pass"})
        if agents or (not passive and self._children(verb, {"aux:pass"})):
            return min(agents, default=None), set()
        if passive:
            raised = self._children(verb, {"xcomp"}) - unit
            return (None, passive) if raised else (min(passive), set())
        subjects = self._children(verb, {"nsubj"}) or self._children(verb, {"nsubj:outer"})
        if subjects or self._children(verb, {"expl"}):
            return min(subjects, default=None), set()
        token = self.tokens[verb]
        if token.head is not None and token.relation == "acl":
            said_by_it = "VerbForm=Part" in token.feats and not self._children(verb, {"mark"})
            return (token.head if said_by_it else None), set()
        if token.upos == "NOUN":
            return min(self._children(verb, {"nmod:poss"}), default=None), set()
        if token.head is not None and token.relation in _CONTROLLED and token.head < verb:
            return self._source_head(token.head, unit)[0], set()
        return None, set()

    def _phrase(self, head: int, cue: set[int], attributing: set[int]) -> set[int]:
        """A noun with all below it, without clauses that attribute something themselves or hold the cue."""
        words = {head}
        for k in self._below[head]:
            below = self._all_below(k)
            clause = self.tokens[k].relation in _CLAUSES and below & (attributing - words)
            leaning = self.tokens[k].relation in ("case", "mark", "cc", "discourse", "cop", "nsubj")
            if not below & cue and not clause and not leaning:
                words |= below
        return _around(head, words, self.tokens)

    def _all_below(self, i: int) -> set[int]:
        return {i}.union(*(self._all_below(k) for k in self._below[i]))


def runs(words: set[int], tokens: Sequence[Token]) -> list[list[int]]:
    """Return the unbroken runs of words, each without the marks at its edges that are not part of it."""
    found: list[list[int]] = []
    for i in sorted(words):
        if found and found[-1][-1] == i - 1 and not _parted(tokens[i - 1], tokens[i]):
            found[-1].append(i)
        else:
            found.append([i])
    return [kept for run in found if (kept := edges_trimmed(run, tokens) if len(run) > 1 else run)]


def _parted(last: Token, token: Token) -> bool:
    """Whether a run ends between two words: a paragraph does, or a quotation begins a sentence after other words."""
    return last.block != token.block or (
        last.sentence != token.sentence and token.xpos == "``" and last.xpos != "''"
    )


def edges_trimmed(run: Sequence[int], tokens: Sequence[Token]) -> list[int]:
    """Return a run without the commas, stops and dashes at its edges; quotation marks and brackets stay."""
    kept = list(run)
    while kept and tokens[kept[0]].form in _EDGES:
        kept.pop(0)
    while kept and tokens[kept[-1]].form in _EDGES:
        kept.pop()
    return kept if any(tokens[i].upos != "PUNCT" for i in kept) else []


_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "...", "…", "?", "!"})


def _around(head: int, words: set[int], tokens: Sequence[Token]) -> set[int]:
    """The unbroken run of words around the head."""
    low = high = head
    while low - 1 in words:
        low -= 1
    while high + 1 in words:
        high += 1
    return set(edges_trimmed(range(low, high + 1), tokens))


def _quoted(tokens: Sequence[Token]) -> list[bool]:
    """Whether each word stands in quotation marks, the marks included."""
    found = [False] * len(tokens)
    i = 0
    while i < len(tokens):
        if tokens[i].xpos != "``":
            i += 1
            continue
        end = _closing(tokens, i)
        found[i : end + 1] = [True] * (end + 1 - i)
        i = end + 1
    return found


def _closing(tokens: Sequence[Token], start: int) -> int:
    """The mark that closes the quotation opened at `start`, at the furthest in the next paragraph but before another.

    Where nothing closes it, the last word of its sentence: a mark forgotten must not put a whole page into quotation.
    """
    for i in range(start + 1, len(tokens)):
        token = tokens[i]
        if token.xpos == "''":
            return i
        if (token.xpos == "``" and token.form == tokens[start].form) or token.block > tokens[start].block + 1:
            break
    sentence = takewhile(lambda t: t.sentence == tokens[start].sentence, islice(tokens, start, None))
    return start + sum(1 for _ in sentence) - 1
