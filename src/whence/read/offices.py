"""Whether the words beside a person's name give that person a public office: who holds one is no private person.

A grammar of appositions, with the commas that news puts around them and without (many archives lost them).  Where the
words can be read both ways the name counts as private: a wrongly unmasked person is worse than a wrongly masked one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whence.read import name_words as words
from whence.read.name_words import TOKEN, fold_word

_REACH: Final = 90  # code points before or after a name within which its office must stand
_CLAUSE: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bMaj)(?<!\bLt)[.](?!\w)|[;:!?\n\"“”]"
)
_LEADING: Final = re.compile(
    r"\b(?:leading|prominent|senior|veteran)\s+(?:\w+\s+)?(?:opposition|political|party|rebel)\s+figure,?\s+$",
    re.I,
)
_LAWMAKER: Final = re.compile(
    r"\bmember of (?:the )?(?:[A-Z][\w'’]* )?(?:parliament|congress|senate|national assembly)\b", re.I
)
_COMMA: Final = re.compile(r"\s*,\s*|\s+[-–—]\s+")
_LIST_GAP: Final = re.compile(r"\s*(?:,|,?\s+and|;)\s+$")
_ARTICLE: Final = re.compile(r"\s*(the|an?|its|their|our)\s+", re.I)
_COMMANDS: Final = re.compile(r"\s*,\s*who (?:heads|leads|commands|runs|chairs)\s+")
_OWNER: Final = re.compile(r"\s+the\s+(?:[A-Z][\w-]*\s+)*[A-Z][\w-]*['’]s?(?=\s)")
_ENDS: Final = re.compile(r"\s*(?:[.;\"”]|$)")
_ITS_OFFICE: Final = 3  # words between "the Council's (HNC)" and its office
_CLOSES: Final = re.compile(r"\s*(?:[,.;:()\"”]|[-–—]\s|$)")
_LISTED: Final = re.compile(r"\s*,\s*[A-Z][\w'’-]*\s+[A-Z][\w'’-]*\s*(?:,|and\b)")
_AND_OTHERS: Final = re.compile(
    r"\band\s+(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|\d+|his|her|their|several|many|others?)\b"
)
_AFTER: Final = 6  # words after a comma among which an office is looked for
_PLAIN: Final = 4  # words between an article and an office where no comma shows that the name is explained
_HOUSE: Final = 8  # words after an office that tell of what it is the office
_SPEAKS_WITHIN: Final = 12  # words after an office within which its clause's verb may stand
_OF: Final = frozenset({"of", "for", "to", "in", "at"})
_NO_PART: Final = (
    words.SAYING
    | words.KIN_AND_TRADES
    | frozenset("and or who whose which that was were is had has the a an by from with as".split())  # noqa: SIM905
    | _OF
)
# "head nurse", "chief surgeon", "general practitioner": no office
_CALLS: Final = words.KIN_AND_TRADES | {"practitioner"}
# Who reports, not only who speaks: "killed X, a spokesman for the council confirmed"
_TELLING: Final = words.SAYING | frozenset(
    """
    confirmed confirms announced announces reported reports claimed claims stated states declared declares warned warns
    denied denies argued argues admitted alleged tweeted posted wrote writes noted acknowledged accused complained
    """.split()  # noqa: SIM905 (a table)
)
# Between a comma and an office, or an opening and an office, they lead to somebody else's: "killed by the governor"
_LEADING_AWAY: Final = frozenset(
    """
    of for to in at by from with as under over near after before against about on onto into than like without within
    outside inside behind during since until despite amid between among via through per towards toward alongside beside
    """.split()  # noqa: SIM905 (a table)
)
# What may follow an office: "the spokesman who", "director general of"; before other words it may be part of a name.
_GOES_ON: Final = (
    _OF
    | _TELLING
    | frozenset(
        """
        on from with without who whose and or based until since when under now there executive elect
        """.split()  # noqa: SIM905 (a table)
    )
)
# Of what a leader, head or official holds an office, besides what has a name of its own.
_BODY_NOUNS: Final = words.OF_BODIES - frozenset(
    """
        local armed force health education culture foreign interim transitional national regional wing
        """.split()  # noqa: SIM905 (a table)
) | {"security", "intelligence", "president", "premier", "minister", "king", "cabinet"}
_BEFORE_SPEAKER: Final = words.SAYING | {"but", "while", "that", "as", "when", "because", "whereas"}


def office_before(text: str, start: int, end: int) -> bool:
    """Return whether the words before a name at [start, end) are an office: "the minister of X", "the mayor, "."""
    clause = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    if _LEADING.search(clause):
        return True
    written = TOKEN.findall(clause)
    tokens = [_fold(t) for t in written]
    at = max((i for i, t in enumerate(tokens) if t in words.ROLES), default=-1)
    if at < 0 or not re.search(r"[,\s]$", clause):
        return False
    after = tokens[at + 1 :]
    if set(after[:1]) & _CALLS or _civic(tokens, at):
        return False  # "deputy head teacher", "student leader"
    while after and after[-1] in words.TITLES:
        after = after[:-1]
    if any(t in words.SAYING or t in words.KIN_AND_TRADES for t in after) or (after and after[0] not in _OF):
        return False
    comma = clause.rstrip().endswith(",")
    if comma and not _explains(clause, text[end:], after):
        return False
    if (after or comma) and "according" in tokens[:at] and not (_ENDS.match(text, end) and not comma):
        return False  # "according to the head of X Adel Mansour died"
    if (
        after
        and not comma
        and (_calling_after(text[end:]) or not _body(written[at + 2 : at + 1 + len(after)]))
    ):
        return False
    return not is_private(tokens[max(0, at - 3) :], tokens[at]) and not _anothers(tokens[:at])


def office_after(text: str, start: int, end: int) -> bool:
    """Return whether the words after a name at [start, end) are an office: ", the head of", " a spokesman for X"."""
    tail = _LAWMAKER.sub("lawmaker", _CLAUSE.split(text[end : end + _REACH])[0])
    if found := _COMMANDS.match(tail):
        told = TOKEN.findall(tail[found.end() :].partition(",")[0])
        return _of_body(told) and not is_private([fold_word(t) for t in told])
    if comma := _COMMA.match(tail):
        listed = text[:start].rstrip().endswith(",")
        return _explained(tail[comma.end() :], not listed and _opens_clause(text, start))
    tokens = [_fold(t) for t in TOKEN.findall(tail)]
    at = _unmarked(tail, tokens)
    if at is None or set(tokens[at + 1 : at + 2]) & _CALLS or _in_private_house(tokens, at):
        return False
    return not _office_speaks(tail) or _opens_clause(text, start)


def under_shared_office(text: str, last: tuple[int, int], start: int) -> bool:
    """Return whether a name at `start` is listed after a public one under one office: "the ministers A and B"."""
    if not _LIST_GAP.match(text[last[1] : start]):
        return False
    clause = _CLAUSE.split(text[max(0, last[0] - _REACH) : last[0]])[-1]
    written = TOKEN.findall(clause)
    at = max((i for i, t in enumerate(written) if fold_word(t) in words.ROLES), default=-1)
    small = {"and", "of", "the", "for"}
    names_only = all(t[:1].isupper() or t in small | words.PARTICLES for t in written[at + 1 :])
    return at >= 0 and fold_word(written[at]).endswith("s") and names_only


def is_private(tokens: Sequence[str], role: str = "") -> bool:
    """Return whether words tell of a house whose head holds no public office, or of rescuers without a spokesman."""
    pairs = {f"{a} {b}" for a, b in pairwise(tokens)}
    told = pairs | set(tokens)
    if told & words.PRIVATE_HOUSES:
        return True
    return not role.startswith("spokes") and bool(told & words.RESCUERS)


def _fold(token: str) -> str:
    """Return a word folded; an office in the possessive is somebody else's ("the mayor's gardener") and stays so."""
    low = fold_word(token)
    return f"{low}'s" if low in words.ROLES and token[-2:] in {"'s", "’s"} else low


def _civic(tokens: Sequence[str], at: int) -> bool:
    """Whether the office at word `at` is one among private persons: "a strike leader"."""
    return tokens[at] in words.LOOSE_ROLES and at > 0 and tokens[at - 1] in words.CIVIC


def _explains(clause: str, tail: str, after: Sequence[str]) -> bool:
    """Whether an office and a comma before a name explain it: the name's end shows, and nothing leads elsewhere.

    "After a quarrel with the governor, X, 20, fled" and "the mayor, X and Y" do not; "the mayor of Z, X, said" does.
    """
    segment = clause.rstrip().rstrip(",").rpartition(",")[2]
    tokens = [_fold(t) for t in TOKEN.findall(segment)]
    before = tokens[: len(tokens) - len(after)][:-1]
    several = tokens[len(before) : len(before) + 1] and tokens[len(before)].endswith(
        "s"
    )  # "the ministers, A and B"
    if not several and (not _CLOSES.match(tail) or _LISTED.match(tail)):
        return False
    if _calling_after(tail):
        return False
    return not set(before) & _LEADING_AWAY and not any(t.endswith("ed") for t in after)


def _explained(tail: str, opens: bool) -> bool:
    """Whether what stands after a name and a comma, `tail`, is its office and no new phrase (", a retired colonel of").

    Where somebody speaks in it, or others are added to it, it may be no explanation; `opens` tells that the name is the
    first of its clause.
    """
    segment = next((part for part in _COMMA.split(tail) if TOKEN.search(part)), "")
    written = TOKEN.findall(segment)
    tokens = [_fold(t) for t in written]
    at = next((i for i, t in enumerate(tokens[:_AFTER]) if t in words.ROLES), None)
    if at is None or not _leads_to(tokens[:at]):
        return False
    while tokens[at + 1 : at + 2] and tokens[at + 1] in words.ROLES:
        at += 1
    if set(tokens) & _TELLING or (not opens and _AND_OTHERS.search(segment)):
        return False
    if not set(tokens[at + 1 : at + 2]) <= _GOES_ON or _in_private_house(tokens, at) or _civic(tokens, at):
        return False
    loose = tokens[at] in words.LOOSE_ROLES
    return not loose or _of_body(written[:at]) or _of_body(written[at + 2 :])


def _leads_to(before: Sequence[str]) -> bool:
    """Whether words before an office belong to it: "the Council's", "a ministry of defence", not "killed by the"."""
    rest = before[1:] if before and before[0] in {"the", "a", "an", "its", "their", "our"} else before
    return not any(
        t in _NO_PART | _LEADING_AWAY and not (t == "of" and i and rest[i - 1] in words.OF_BODIES)
        for i, t in enumerate(rest)
    )


def _of_body(written: Sequence[str]) -> bool:
    """Whether words up to the next preposition name a body: one with a capital, or the kind of one ("the council")."""
    tokens = [fold_word(t) for t in written]
    stop = next((i for i, t in enumerate(tokens) if t in _LEADING_AWAY), len(tokens))
    return any(w[:1].isupper() or t in _BODY_NOUNS for w, t in zip(written[:stop], tokens, strict=False))


def _in_private_house(tokens: Sequence[str], at: int) -> bool:
    """Whether the office at word `at` is one of a private house, as far as its own words go."""
    rest = tokens[at + 1 : at + 1 + _HOUSE]
    told = next((i for i, t in enumerate(rest) if t in words.SAYING), len(rest))
    return is_private([*tokens[:at], tokens[at], *rest[:told]], tokens[at])


def _unmarked(tail: str, tokens: Sequence[str]) -> int | None:
    """Where the office stands after a name that no comma parts from it, in words that can hardly be others.

    They are the office itself, or begin with an article or a capital and hold no verb or new phrase before it; and they
    tell of what it is the office.
    """
    if owner := _OWNER.match(tail):
        first = len(TOKEN.findall(owner[0]))
        near = range(first, min(len(tokens), first + _ITS_OFFICE))
        return next((i for i in near if tokens[i] in words.ROLES), None)
    article = _ARTICLE.match(tail)
    first = 1 if article else 0
    rest = tokens[first : first + _PLAIN + 1]
    at = next((i for i, t in enumerate(rest) if t in words.ROLES), None)
    if (
        at is None
        or set(rest[:at]) & _NO_PART
        or not set(tokens[first + at + 1 : first + at + 2]) & {"of", "for", "to"}
    ):
        return None
    if article and article[1].lower() in ("a", "an"):
        return None if rest[at] in words.LOOSE_ROLES else first + at
    return first + at if article or not at or TOKEN.findall(tail)[0][:1].isupper() else None


def _office_speaks(tail: str) -> bool:
    """Whether the office may be the one who says something: "the head of the council said"."""
    tokens = [fold_word(t) for t in TOKEN.findall(tail.partition(",")[0])]
    return any(t in _TELLING for t in tokens[:_SPEAKS_WITHIN])


def _opens_clause(text: str, start: int) -> bool:
    """Whether a name is the first of its clause, or follows "said" or "but": what is said there is said by it."""
    clause = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    tokens = [fold_word(t) for t in TOKEN.findall(clause)]
    while tokens and tokens[-1] in words.TITLES:
        tokens = tokens[:-1]
    return not tokens or clause.rstrip().endswith(",") or tokens[-1] in _BEFORE_SPEAKER


def _calling_after(tail: str) -> bool:
    """Whether a private calling explains the name: " a baker", ", a local activist"."""
    found = re.match(r"\s*,?\s*(?:an?|the)\s+((?:[\w-]+\s+){0,2}[\w-]+)", tail)
    return found is not None and any(fold_word(t) in _CALLS for t in TOKEN.findall(found[1]))


def _body(written: Sequence[str]) -> bool:
    """Whether words are a body's and nothing else: capitals, and small words of such names ("the ministry of X")."""
    small = words.OF_BODIES | words.PARTICLES | _OF | {"the", "and"}
    ended = bool(written) and (written[-1][:1].isupper() or fold_word(written[-1]) in words.OF_BODIES)
    return ended and all(t[:1].isupper() or fold_word(t) in small for t in written)


def _anothers(before: Sequence[str]) -> bool:
    """Whether the office is another's: "the driver of the governor", "told the governor"."""
    for at in range(len(before) - 1, max(-1, len(before) - 6), -1):
        if before[at] in words.TOLD:
            return True
        if before[at] == "of":
            return at > 0 and before[at - 1] in words.KIN_AND_TRADES
        if before[at] in words.SAYING:
            return False
    return False
